// Which inputs of a form belong to its draft, and how their values are read and put back.
const skipped = 'input[type=hidden], input[type=password], input[type=file], input[type=submit], input[type=button], [data-no-draft], [name^="__"]';

export const belongs = input => Boolean(input.name) && input.matches('input, textarea, select') && !input.matches(skipped);

export const inputs = (form, field) => [...form.elements].filter(input => belongs(input) && (field === undefined || input.name === field));

/** A field's value as one text; several checked boxes or chosen options are a JSON list. */
export function valueOf(form, field) {
  const all = inputs(form, field);
  if (all.some(input => input.type === 'radio')) return all.find(input => input.checked)?.value ?? '';
  if (all.some(input => input.type === 'checkbox')) {
    return all.length === 1 ? String(all[0].checked) : JSON.stringify(all.filter(input => input.checked).map(input => input.value));
  }
  if (all[0]?.multiple) return JSON.stringify([...all[0].selectedOptions].map(option => option.value));
  return all.length > 1 ? JSON.stringify(all.map(input => input.value)) : all[0]?.value ?? '';
}

/** Puts a value back; false when the form no longer has the field. */
export function putBack(form, field, value) {
  const all = inputs(form, field);
  if (!all.length) return false;
  const list = all.length > 1 || all[0].multiple ? asList(value) : null;
  all.forEach((input, i) => {
    if (input.type === 'radio') input.checked = input.value === value;
    else if (input.type === 'checkbox') input.checked = list ? list.includes(input.value) : value === 'true';
    else if (input.multiple) for (const option of input.options) option.selected = list.includes(option.value);
    else input.value = list ? list[i] ?? '' : value;
  });
  all[0].dispatchEvent(new Event('change', { bubbles: false }));
  return true;
}

function asList(value) {
  try {
    const list = JSON.parse(value);
    return Array.isArray(list) ? list : [value];
  } catch {
    return [value];
  }
}
