// What a record still lacks before it can be submitted, told while somebody is at the site, without network too. The server judges by all its rules when it is submitted.
//   data-wanted  always | row: where its row (data-row) has something in it | member: unless a member of the council is named
//                | verdict: with one of data-verdicts
//                | cost: where its line has a cost and no other paper | no
//   data-row-off a box that excuses its row;  data-at-most  the name of the amount it may not be above
import { parseAmount } from './amounts.js';
import { element } from './offline-carry.js';

export function startWanted(root) {
  for (const list of root.querySelectorAll('[data-wanted-list]')) start(list, list.closest('form'));
}

function start(list, form) {
  let timer = 0;
  const show = () => {
    const lacking = [...lacks(form)];
    list.querySelector('summary').textContent = lacking.length ? `Còn ${lacking.length} mục cần bổ sung trước khi trình kết luận` : 'Không còn mục trống trong phần kiểm tra nhanh';
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
  // On the way down: a draft or a kept photograph that is put back does not bubble.
  for (const kind of ['input', 'change']) {
    form.addEventListener(kind, () => {
      clearTimeout(timer);
      timer = setTimeout(show, 300);
    }, { capture: true });
  }
  list.hidden = false;
  show();
}

function* lacks(form) {
  for (const control of form.querySelectorAll('[data-wanted]')) {
    if (!isWanted[control.dataset.wanted](control, form)) continue;
    const name = nameOf(control);
    const most = control.dataset.atMost && form.elements[control.dataset.atMost];
    if (control.dataset.wanted === 'member') yield { control, text: 'Thành phần: cần ít nhất một người của hội đồng, tổ nghiệm thu' };
    else if (isBlank(control)) yield { control, text: `${name}: còn trống` };
    else if (most && amount(control) > amount(most)) yield { control, text: `${name}: lớn hơn ${labelOf(most).toLowerCase()}` };
  }
}

const isWanted = {
  always: () => true,
  no: () => false,
  row: control => hasRow(control.closest('[data-row]')),
  member: (_, form) => ![...form.querySelectorAll('[data-row]')].some(row => row.querySelector('[name$=".Side"]')?.value === 'Member' && !isBlank(row.querySelector('[name$=".Name"]'))),
  verdict: (control, form) => control.dataset.verdicts.split(' ').includes(form.elements['Form.Verdict'].value),
  cost: control => {
    const line = control.closest('fieldset');
    return amount(line.querySelector('[name$=".InvoicedCost"]')) > 0n && ['.Invoices', '.Vouchers'].every(end => isBlank(line.querySelector(`[name$="${end}"]`)));
  },
};

const hasRow = row => ['.Name', '.Serial'].some(end => !isBlank(row.querySelector(`[name$="${end}"]`))) && ![...row.querySelectorAll('[data-row-off]')].some(box => box.checked);

const isBlank = control => !control.value.trim() && !control.hasAttribute('data-queued');

const labelOf = control => control.labels[0].firstChild.textContent.trim();

const nameOf = control => [control.closest('fieldset')?.querySelector('legend').textContent.trim(), labelOf(control)].filter(Boolean).join(', ');

/** Undefined where it is blank or cannot be read: then it is compared with nothing. */
const amount = input => parseAmount(input.value).value;
