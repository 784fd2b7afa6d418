// The session ended while somebody was working: a dialog signs in again on the same page, whatever steps the sign-in page has.
import { renewToken, user } from './http.js';

const page = '/dang-nhap';
let open = null;

/** Resolves true once the same person is signed in again; false when the dialog was closed. */
export function signIn() {
  open ??= ask().finally(() => { open = null; });
  return open;
}

async function ask() {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'dang-nhap-lai');
  dialog.innerHTML = `<h2 id="dang-nhap-lai">Phiên làm việc đã hết, đề nghị đăng nhập lại</h2>
    <p>Nội dung đang soạn vẫn còn nguyên trên trang này.</p><div data-form></div><p class="field-faults" role="alert"></p>
    <button type="button" class="btn" data-later>Để sau</button>`;
  document.body.append(dialog);
  const fault = dialog.querySelector('[role=alert]');
  const back = document.activeElement;
  dialog.showModal();
  try {
    return await new Promise(done => {
      dialog.addEventListener('close', () => done(false));
      dialog.querySelector('[data-later]').addEventListener('click', () => dialog.close());
      dialog.addEventListener('submit', async event => {
        event.preventDefault();
        event.stopPropagation();
        const form = event.target;
        const body = new FormData(form, event.submitter);
        try {
          if (await step(dialog, new URL(event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? form.dataset.url, form.dataset.url), { method: 'POST', body })) done(true);
        } catch (reason) {
          fault.textContent = reason.message;
        }
      }, true);
      step(dialog, new URL(page, location.origin)).then(finished => finished && done(true), () => {
        fault.textContent = 'Chưa kết nối được máy chủ, đề nghị thử lại sau ít phút.';
      });
    });
  } finally {
    dialog.remove();
    back?.focus?.();
  }
}

/** Shows the next sign-in form that the server answers with; true when it answers with a page of the signed-in person. */
async function step(dialog, url, request = {}) {
  const response = await fetch(url, { ...request, headers: { Accept: 'text/html' } });
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
  const who = answer.querySelector('meta[name="user"]')?.content;
  if (who) {
    if (who !== user()) throw new Error('Đây là tài khoản khác với người đang soạn. Đề nghị đăng nhập đúng tài khoản.');
    renewToken(answer.querySelector('meta[name="csrf-token"]').content);
    return true;
  }
  const form = answer.querySelector('form[data-sign-in]');
  if (!form) throw new Error('Chưa đăng nhập được, đề nghị thử lại.');
  form.dataset.url = response.url;
  dialog.querySelector('[data-form]').replaceChildren(...[...answer.querySelectorAll('.error-summary')], form);
  form.querySelector('[autofocus], input:not([type=hidden])')?.focus();
  return false;
}
