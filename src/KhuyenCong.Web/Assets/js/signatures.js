// Somebody who is at the acceptance signs on the screen: a picture like those that are taken there, in a field that names them (Sign-{name, percent-encoded}).
import { element } from './offline-carry.js';

const shortest = 40;
const prefix = 'Sign-';

export const isSignature = field => field.startsWith(prefix);

export function startSignatures(root) {
  for (const button of root.querySelectorAll('[data-sign]')) {
    button.hidden = false;
    button.addEventListener('click', () => begin(button));
  }
}

async function begin(button) {
  const name = button.closest('fieldset').querySelector('[name$=".Name"]');
  const typed = name.value.trim();
  const isShared = [...button.form.querySelectorAll('[name^="Form.Members"][name$=".Name"]')].filter(other => other.value.trim() === typed).length > 1;
  name.setCustomValidity(!typed ? 'Đề nghị ghi họ tên trước khi ký.' : isShared ? 'Có hai người cùng họ tên. Đề nghị ghi thêm để phân biệt rồi ký.' : '');
  name.addEventListener('input', () => name.setCustomValidity(''), { once: true });
  if (!name.reportValidity()) return;
  const field = prefix + encodeURIComponent(typed);
  const file = await draw(typed, Boolean(inputOf(button.form, field)?.files.length));
  button.focus();
  if (!file) return;
  const input = signatureInput(button.form, field);
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const inputOf = (form, field) => form.querySelector(`input[name="${CSS.escape(field)}"]`);

const nameOf = field => decodeURIComponent(field.slice(prefix.length));

/** The field of one person's signature; made where it is not there yet. */
export function signatureInput(form, field) {
  const there = inputOf(form, field);
  if (there) return there;
  const row = element('li', { 'data-signed': '' });
  const input = element('input', { type: 'file', name: field, hidden: '', 'data-taken': '' });
  const drop = element('button', { type: 'button', class: 'btn', 'aria-label': `Bỏ chữ ký của ${nameOf(field)}` }, 'Bỏ');
  const list = form.querySelector('[data-signed-list]');
  drop.addEventListener('click', () => {
    input.value = '';
    input.dispatchEvent(new Event('change', { bubbles: true }));
    row.remove();
    list.focus();
  });
  row.append('Đã ký có mặt: ', element('strong', {}, nameOf(field)), ', sẽ được gửi khi lưu biên bản. ', drop, input);
  list.append(row);
  return input;
}

/** Those that went with a submission which still waits. */
export function showSignatures(form, fields) {
  const list = form.querySelector('[data-signed-list]');
  for (const row of list?.querySelectorAll('[data-signed-queued]') ?? []) row.remove();
  for (const field of fields) {
    const row = element('li', { 'data-signed-queued': '' }, 'Đã ký có mặt: ');
    row.append(element('strong', {}, nameOf(field)), ', chờ gửi cùng biên bản.');
    list.append(row);
  }
}

/** A dialog to sign in; a PNG of it, or null. */
function draw(name, again) {
  const dialog = element('dialog', { 'aria-labelledby': 'ky-co-mat' });
  const pad = element('canvas', { class: 'signature-pad', 'aria-label': 'Ô ký, dùng ngón tay, bút hoặc chuột' });
  const fault = element('p', { class: 'field-faults', role: 'alert' });
  const acts = element('div', { class: 'acts' });
  const [done, anew, leave] = [['Xong', 'btn btn-primary'], ['Ký lại', 'btn'], ['Hủy', 'btn']].map(([text, style]) => element('button', { type: 'button', class: style }, text));
  acts.append(done, anew, leave);
  dialog.append(element('h2', { id: 'ky-co-mat' }, `Ký có mặt: ${name}`), element('p', { class: 'muted' }, `Ghi nhận có mặt tại buổi nghiệm thu, không thay chữ ký trên biên bản.${again ? ' Người này đã ký; ký lại thì thay chữ ký trước.' : ''}`), pad, fault, acts);
  document.body.append(dialog);
  dialog.showModal();
  const pen = penOf(pad);
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(null);
    });
    leave.addEventListener('click', () => dialog.close());
    anew.addEventListener('click', pen.clear);
    pad.addEventListener('pointerdown', () => { fault.textContent = ''; });
    done.addEventListener('click', () => {
      if (pen.length() < shortest) {
        fault.textContent = 'Đề nghị ký vào ô trên.';
        return;
      }
      pad.toBlob(picture => {
        resolve(new File([picture], `chu-ky-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.png`, { type: 'image/png', lastModified: Date.now() }));
        dialog.close();
      }, 'image/png');
    });
  });
}

/** Black on white, whatever the theme: it is printed. */
function penOf(pad) {
  const { width, height } = pad.getBoundingClientRect();
  const scale = Math.min(devicePixelRatio, 2);
  [pad.width, pad.height] = [width * scale, height * scale];
  const ink = pad.getContext('2d');
  let [last, drawn] = [null, 0];
  const clear = () => {
    ink.setTransform(scale, 0, 0, scale, 0, 0);
    ink.fillStyle = '#fff';
    ink.fillRect(0, 0, width, height);
    Object.assign(ink, { strokeStyle: '#111', lineWidth: 2.2, lineCap: 'round', lineJoin: 'round' });
    drawn = 0;
  };
  const place = ({ clientX, clientY }) => {
    // The telephone may have been turned since.
    const now = pad.getBoundingClientRect();
    return { x: (clientX - now.left) * width / now.width, y: (clientY - now.top) * height / now.height };
  };
  pad.addEventListener('pointerdown', event => {
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    last = place(event);
  });
  pad.addEventListener('pointermove', event => {
    if (!last) return;
    for (const step of event.getCoalescedEvents?.() ?? [event]) {
      const next = place(step);
      ink.beginPath();
      ink.moveTo(last.x, last.y);
      ink.lineTo(next.x, next.y);
      ink.stroke();
      drawn += Math.hypot(next.x - last.x, next.y - last.y);
      last = next;
    }
  });
  for (const end of ['pointerup', 'pointercancel']) pad.addEventListener(end, () => { last = null; });
  clear();
  return { clear, length: () => drawn };
}
