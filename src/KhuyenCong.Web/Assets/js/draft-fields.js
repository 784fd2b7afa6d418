// Which inputs of a form belong to its draft, and how their values are read and put back.
const skipped = 'input[type=hidden], input[type=password], input[type=file], input[type=submit], input[type=button], [data-no-draft], [name^="__"]';

export const belongs = input => Boolean(input.name) && input.matches('input, textarea, select') && !input.matches(skipped);

export const inputs = (form, field) => [...form.elements].filter(input => belongs(input) && (field === undefined || input.name === field));

const now = { text: input => input.value, checked: input => input.checked, selected: option => option.selected };
const asRendered = {
  text: input => (input.options ? ([...input.options].find(option => option.defaultSelected) ?? input.options[0])?.value ?? '' : input.defaultValue),
  checked: input => input.defaultChecked,
  selected: option => option.defaultSelected,
};

/** A field's value as one text; several checked boxes or chosen options are a JSON list. */
export const valueOf = (form, field) => read(inputs(form, field), now);

/** The value that the server rendered, whatever the browser has put into the field since. */
export const renderedValueOf = (form, field) => read(inputs(form, field), asRendered);

function read(all, { text, checked, selected }) {
  if (all.some(input => input.type === 'radio')) return all.find(checked)?.value ?? '';
  if (all.some(input => input.type === 'checkbox')) {
    return all.length === 1 ? String(checked(all[0])) : JSON.stringify(all.filter(checked).map(input => input.value));
  }
  if (all[0]?.multiple) return JSON.stringify([...all[0].options].filter(selected).map(option => option.value));
  return all.length > 1 ? JSON.stringify(all.map(text)) : all[0] ? text(all[0]) : '';
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
