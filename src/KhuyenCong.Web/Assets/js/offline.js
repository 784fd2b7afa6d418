// A record at a site without network: the page that was taken along, what is typed and photographed there, and what waits to be sent.
// Typed fields are kept by drafts.js; photographs and submissions by offline-store.js. data-offline names the record of a form.
import { signIn } from './sign-in.js';
import { element, listCarried, startCarry, tell } from './offline-carry.js';
import { canCarry, carried, dropOwn, tidy } from './offline-pages.js';
import { dropPhotos, keepFiles, showQueued, startPhotos } from './offline-photos.js';
import { isSignature } from './signatures.js';
import { advance, doneOf, forgetAll, putSend, sendOf, sends } from './offline-store.js';
import { isSettling, sync } from './offline-sync.js';

const clock = at => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
const again = 60_000;
const arrivedKey = 'da-gui';
let [timer, keeping, sending, asked] = [0, false, false, false];

export async function startOffline() {
  if (!('caches' in window)) return;
  listCarried();
  if (!canCarry()) return;
  document.addEventListener('submit', onSubmit, true);
  const form = document.querySelector('form[data-offline]');
  try {
    tellBefore();
    await tidy();
    if (form) await startForm(form);
    await startCarry();
    addEventListener('online', send);
    addEventListener('offline', show);
    await send();
  } catch {
    // A browser that keeps nothing (private, or full): everything works as with network.
  }
}

async function startForm(form) {
  if ((await carried()).some(page => page.url === new URL(form.action).pathname)) form.dataset.carried = '';
  form.addEventListener('change', ({ target }) => {
    delete form.dataset.sent;
    if (target.type === 'file') keepFiles(form, target);
  });
  form.addEventListener('input', () => { delete form.dataset.sent; });
  startPhotos(form).catch(() => {});
}

const mayKeep = form => form.dataset.carried !== undefined || !navigator.onLine;

function onSubmit(event) {
  const form = event.target;
  if (form.getAttribute('action') === '/dang-xuat') {
    event.preventDefault();
    signOut(form);
  } else if (form.matches('form[data-offline]')) {
    const isSaving = !event.submitter?.hasAttribute('formaction');
    // What the server has shown again, to be mended or chosen, goes back the usual way.
    if (!mayKeep(form) || (navigator.onLine && (form.dataset.draftFresh === 'true' || !isSaving))) return;
    event.preventDefault();
    if (isSaving) keep(form);
    else tell('warn', 'Chưa có mạng: chưa thêm được dòng. Đề nghị dùng các dòng trống đang có.');
  }
}

/** The submission is kept on this machine first, then sent as soon as there is a network. */
async function keep(form) {
  if (keeping) return;
  keeping = true;
  try {
    form.dispatchEvent(new Event('draft-carry'));
    const subject = form.dataset.offline;
    const [old, done, data] = [await sendOf(subject), await doneOf(subject), [...new FormData(form)]];
    const baseVersion = form.elements['Form.BaseVersion'].value;
    const files = data.filter(([, value]) => value instanceof File && value.size > 0).map(([field, file]) => ({ field, file }));
    const signedAgain = ({ field }) => isSignature(field) && files.some(other => other.field === field);
    const earlier = old?.baseVersion === baseVersion ? old.key : done?.baseVersion === baseVersion ? done.key : undefined;
    await putSend({
      subject, title: form.dataset.title, form: form.dataset.draft, url: new URL(form.action).pathname,
      key: crypto.randomUUID(), before: earlier, baseVersion, at: Date.now(), seq: Number(form.elements.__draft?.value ?? 0), state: 'waiting', messages: [],
      entries: data.filter(([name, value]) => typeof value === 'string' && name !== '__RequestVerificationToken').map(([name, value]) => [name, value, labelOf(form, name)]),
      files: [...(old?.files ?? []).filter(file => !signedAgain(file)), ...files],
    });
    await dropPhotos(form);
    form.dataset.sent = '';
    await show();
    document.querySelector('[data-waiting]')?.scrollIntoView({ block: 'center' });
  } catch {
    tell('bad', 'Máy này chưa giữ được biên bản (hết chỗ hoặc trình duyệt không cho phép). Đề nghị để nguyên trang này.');
    return;
  } finally {
    keeping = false;
  }
  await send();
}

const labelOf = (form, name) => form.querySelector(`[name="${CSS.escape(name)}"]`)?.labels?.[0]?.textContent.trim() ?? '';

async function send() {
  clearTimeout(timer);
  const waiting = await show();
  if (!waiting.length || !navigator.onLine || sending) return;
  sending = true;
  const started = Date.now();
  try {
    const { arrived, signedOut, waiting: left } = await sync();
    for (const sent of arrived) tellArrived(sent);
    const kept = await show(signedOut);
    const stuck = kept.find(({ subject, state }) => ['clash', 'faults'].includes(state) && isDone(formOf(subject)));
    if (stuck) open(stuck);
    else if (signedOut) askToSignIn();
    // What was submitted while others were on their way goes at once.
    else if (left) timer = setTimeout(send, kept.some(({ at }) => at > started) ? 0 : again);
  } finally {
    sending = false;
  }
}

/** Asked once a page; "Để sau" leaves everything kept. */
async function askToSignIn() {
  if (asked) return;
  asked = true;
  if (await signIn()) await send();
}

const formOf = subject => document.querySelector(`form[data-offline="${CSS.escape(subject)}"]`);

/** Nothing was typed since it was submitted: the page has done its work. */
const isDone = form => form?.dataset.sent === '';

function tellArrived({ subject, title, at, merged }) {
  const text = `Đã gửi biên bản “${title}” giữ lúc ${clock(at)}.${merged ? ' Những ô người khác vừa lưu được giữ nguyên.' : ''}`;
  const form = formOf(subject);
  if (!isDone(form)) {
    // The page does not know yet what the server has.
    for (const input of form?.querySelectorAll('[data-queued]') ?? []) input.dataset.wanted = 'no';
    return tell('good', text);
  }
  sessionStorage.setItem(arrivedKey, text);
  return location.assign(`/nghiem-thu/${subject}`);
}

/** What the page before has sent. */
function tellBefore() {
  const text = sessionStorage.getItem(arrivedKey);
  if (text) tell('good', text);
  sessionStorage.removeItem(arrivedKey);
}

/** What waits, at the top of every page of the person. */
async function show(signedOut = false) {
  const all = await sends();
  for (const notice of document.querySelectorAll('[data-waiting]')) notice.remove();
  for (const form of document.querySelectorAll('form[data-offline]')) await showQueued(form);
  for (const sent of all) {
    if (isSettling(sent.subject)) continue;
    const text = wordsOf(sent, signedOut === true);
    const notice = tell(['waiting', 'files'].includes(sent.state) ? 'warn' : 'bad', `“${sent.title}”: ${text}`, sent.messages);
    notice.dataset.waiting = sent.state;
    if (['clash', 'faults'].includes(sent.state)) notice.append(button('Mở để xử lý', () => open(sent)));
    if (!['waiting', 'files'].includes(sent.state)) notice.append(details(sent), surely('Bỏ nội dung đã giữ', () => advance(sent, null).then(() => show())));
  }
  return all;
}

function wordsOf({ state, at, files }, signedOut) {
  const kept = `đã giữ trên máy này lúc ${clock(at)}${files.length ? `, kèm ${files.length} tệp` : ''}`;
  if (state === 'clash') return `${kept}; người khác đã lưu giá trị khác vào ô bạn cũng ghi, cần chọn giá trị đúng.`;
  if (state === 'faults') return `${kept}; còn điểm cần sửa mới lưu được.`;
  if (state === 'refused') return `${kept}; biên bản không còn ở bước ghi hoặc không còn thuộc quyền của bạn.`;
  if (state === 'kept-first') return `${kept}; nội dung gửi lần đầu đã được lưu.`;
  if (state === 'bad-files') return 'đã gửi phần chữ; còn tệp không nhận được.';
  if (signedOut) return `Phiên làm việc đã hết: ${kept}, sẽ gửi khi đăng nhập lại.`;
  return navigator.onLine ? `Đang gửi: ${kept}.` : `Chưa có mạng: ${kept}, sẽ gửi khi có mạng.`;
}

/** Sends what waits the usual way, so that the server shows the page on which it is settled. Its files follow once it is saved. */
function open({ url, entries, key, before }) {
  const form = element('form', { method: 'post', action: url, enctype: 'multipart/form-data', hidden: '' });
  const token = document.querySelector('meta[name="csrf-token"]').content;
  for (const [name, value] of [...entries, ['Form.Key', key], ['Form.Before', before ?? ''], ['__RequestVerificationToken', token]]) {
    const field = element('textarea', { name });
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

function details({ entries }) {
  const box = element('details');
  const filled = entries.filter(([, value, label]) => value && label).map(([, value, label]) => `${label}: ${value}`);
  box.append(element('summary', {}, 'Xem nội dung đã giữ'), element('pre', {}, filled.join('\n')));
  return box;
}

async function signOut(form) {
  try {
    if (!navigator.onLine) {
      tell('warn', 'Chưa có mạng nên chưa đăng xuất được.');
      return;
    }
    if ((await sends()).length) await sync();
    const left = await show();
    if (left.length) {
      const notice = tell('bad', `Còn ${left.length} biên bản chưa gửi được. Đăng xuất sẽ xóa nội dung đó khỏi máy này.`);
      notice.append(button('Vẫn đăng xuất và xóa', () => leave(form)));
      notice.scrollIntoView({ block: 'center' });
      return;
    }
  } catch {
    // Whatever the browser cannot say does not keep anybody signed in.
  }
  await leave(form);
}

async function leave(form) {
  await Promise.allSettled([dropOwn(), forgetAll()]);
  form.submit();
}

function button(text, act) {
  const made = element('button', { type: 'button', class: 'btn' }, text);
  made.addEventListener('click', act);
  return made;
}

function surely(text, act) {
  const made = button(text, () => {
    if (made.dataset.sure !== undefined) act();
    made.dataset.sure = '';
    made.textContent = 'Bấm lần nữa để bỏ hẳn';
  });
  return made;
}
