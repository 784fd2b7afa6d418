// Photographs and files chosen in a form that may be filled without network: kept as soon as they are chosen, back after a reload.
import { element, tell } from './offline-carry.js';
import { dropFiles, filesOf, putFiles, sendOf } from './offline-store.js';
import { isSignature, showSignatures, signatureInput } from './signatures.js';

const same = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

export async function startPhotos(form) {
  await showQueued(form);
  for (const [field, all] of await filesOf(form.dataset.offline)) {
    const files = await unknown(form, all);
    if (files.length < all.length) await putFiles(form.dataset.offline, field, files);
    if (!files.length) continue;
    const input = isSignature(field) ? signatureInput(form, field) : form.querySelector(`input[type=file][name="${CSS.escape(field)}"]`);
    if (input && !input.files.length) fill(form, input, files);
  }
}

/** Of a submission that waits: its fields are not blank, its signatures are told of. */
export async function showQueued(form) {
  const waiting = (await sendOf(form.dataset.offline))?.files ?? [];
  for (const input of form.querySelectorAll('input[type=file]')) input.toggleAttribute('data-queued', waiting.some(({ field }) => field === input.name));
  showSignatures(form, waiting.map(({ field }) => field).filter(isSignature));
  tellForm(form);
}

/** What the server has by now is not kept here any longer. */
async function unknown(form, files) {
  const known = (form.dataset.known ?? '').split(' ');
  const prints = await Promise.all(files.map(async file => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))].map(byte => byte.toString(16).padStart(2, '0')).join('')));
  return files.filter((_, i) => !known.includes(prints[i]));
}

/** Heard by whoever reads the whole form; nothing is kept again for it. */
const tellForm = part => part.dispatchEvent(new Event('change', { bubbles: false }));

/** One that the server would refuse is told of at once. A field for several gathers them: a telephone takes one picture after the other. */
export async function keepFiles(form, input) {
  const largest = Number(form.dataset.largest);
  const chosen = [...input.files];
  const fit = chosen.filter(file => file.size > 0 && file.size <= largest);
  if (fit.length < chosen.length) tell('warn', `Không giữ được tệp rỗng hoặc lớn hơn ${Math.floor(largest / 1024 / 1024)} MB. Đề nghị chọn ảnh nhỏ hơn.`);
  try {
    const before = input.multiple ? (await filesOf(form.dataset.offline)).get(input.name) ?? [] : [];
    const all = [...before.filter(file => !fit.some(other => same(file, other))), ...fit];
    await putFiles(form.dataset.offline, input.name, all);
    fill(form, input, all);
  } catch {
    tell('bad', 'Máy này không còn chỗ để giữ ảnh. Đề nghị giải phóng bộ nhớ.');
  }
}

/** The submission carries them from now on. */
export async function dropPhotos(form) {
  await dropFiles(form.dataset.offline);
  for (const signed of form.querySelectorAll('[data-signed]')) signed.remove();
  for (const input of form.querySelectorAll('input[type=file]')) fill(form, input, []);
}

function fill(form, input, files) {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.parentElement.querySelector('[data-kept]')?.remove();
  tellForm(input);
  // A signature is told of by its own row.
  if (!files.length || input.hidden) return;
  const kept = element('p', { class: 'form-hint', 'data-kept': '' }, `Đã giữ trên máy này: ${files.map(file => file.name).join(', ')} `);
  const drop = element('button', { type: 'button', class: 'btn', 'aria-label': 'Bỏ các tệp đã chọn' }, 'Bỏ');
  drop.addEventListener('click', async () => {
    await putFiles(form.dataset.offline, input.name, []);
    fill(form, input, []);
  });
  kept.append(drop);
  input.after(kept);
}
