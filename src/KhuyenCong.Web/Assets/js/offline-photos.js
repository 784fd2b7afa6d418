// Photographs and files chosen in a form that may be filled without network: kept as soon as they are chosen, back after a reload.
import { element, tell } from './offline-carry.js';
import { dropFiles, filesOf, putFiles, sendOf } from './offline-store.js';
import { isSignature, showSignatures, signatureInput } from './signatures.js';

const same = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

export async function startPhotos(form) {
  await showQueued(form);
  for (const field of form.dataset.keptFields.split(' ').filter(Boolean)) await putFiles(form.dataset.offline, field, []);
  await moveLost(form);
  for (const [field, files] of await filesOf(form.dataset.offline)) {
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

/** A nameplate of a machine that was never saved has lost its row with the page: it stays a picture of the scene, as on the server. */
async function moveLost(form) {
  const kept = await filesOf(form.dataset.offline);
  const lost = [...kept].filter(([field]) => field.startsWith('Plate-') && !form.querySelector(`input[name="${CSS.escape(field)}"]`));
  if (!lost.length) return;
  await putFiles(form.dataset.offline, 'Scene', [...kept.get('Scene') ?? [], ...lost.flatMap(([, files]) => files)]);
  for (const [field] of lost) await putFiles(form.dataset.offline, field, []);
  tell('warn', 'Ảnh nhãn của máy chưa được lưu đã chuyển sang ảnh hiện trường. Đề nghị chụp lại nhãn ở dòng của máy.');
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
