// What a record still lacks before it can be submitted, told while somebody is at the site, without network too. The server judges by all its rules when it is submitted.
//   data-wanted: not to be blank; "row": only where its row (data-row) has something in it. data-row-off: a box that excuses its row. data-at-most: the name of the amount it may not be above.
import { element } from './offline-carry.js';

export function startWanted(root) {
  for (const list of root.querySelectorAll('[data-wanted-list]')) start(list, list.closest('form'));
}

function start(list, form) {
  let timer = 0;
  const show = () => {
    const lacking = [...lacks(form)];
    list.querySelector('summary').textContent = lacking.length ? `Còn ${lacking.length} điểm trước khi trình kết luận` : 'Đã đủ các mục phải ghi tại hiện trường';
    list.querySelector('ul').replaceChildren(...lacking.map(({ control, text }) => {
      const item = element('li');
      const go = element('a', { href: `#${control.id}` }, text);
      go.addEventListener('click', event => {
        event.preventDefault();
        control.scrollIntoView({ block: 'center' });
        control.focus({ preventScroll: true });
      });
      item.append(go);
      return item;
    }));
  };
  for (const kind of ['input', 'change']) {
    form.addEventListener(kind, () => {
      clearTimeout(timer);
      timer = setTimeout(show, 300);
    });
  }
  list.hidden = false;
  show();
}

function* lacks(form) {
  for (const control of form.querySelectorAll('[data-wanted]')) {
    const row = control.closest('[data-row]');
    if (control.dataset.wanted === 'row' && (isBlank(row) || isOff(row))) continue;
    const [set, label] = [control.closest('fieldset')?.querySelector('legend')?.textContent.trim(), control.labels[0]?.firstChild.textContent.trim()];
    const name = set ? `${set}: ${label}` : label;
    if (!control.value) yield { control, text: `${name}, còn trống` };
    else if (control.dataset.atMost && amount(control) > amount(form.elements[control.dataset.atMost])) yield { control, text: `${name}, lớn hơn ${form.elements[control.dataset.atMost].labels[0].firstChild.textContent.trim().toLowerCase()}` };
  }
}

const isBlank = row => ['.Name', '.Serial'].every(end => !row.querySelector(`[name$="${end}"]`)?.value.trim());

const isOff = row => [...row.querySelectorAll('[data-row-off]')].some(box => box.checked);

const amount = input => Number(input.value.replace(/\D/g, ''));
