// Photographs and files chosen in a form that may be filled without network: kept as soon as they are chosen, back after a reload.
import { element, tell } from './offline-carry.js';
import { dropFiles, filesOf, putFiles } from './offline-store.js';
import { isSignature, signatureInput } from './signatures.js';

const same = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

export async function startPhotos(form) {
  for (const [field, files] of await filesOf(form.dataset.offline)) {
    const input = isSignature(field) ? signatureInput(form, field) : form.querySelector(`input[type=file][name="${CSS.escape(field)}"]`);
    if (input && !input.files.length) fill(form, input, files);
  }
}

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
