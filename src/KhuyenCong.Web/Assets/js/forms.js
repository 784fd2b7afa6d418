// Forms are sent once, and leaving a page with unsent typing asks first (except where a draft already keeps it).
export function startForms() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.hasAttribute('data-submitting')) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented || form.method !== 'post' || form.matches('[hx-post], [data-many]')) return;
    form.setAttribute('data-submitting', '');
    delete form.dataset.changed;
    for (const button of form.querySelectorAll('button:not([type=button])')) button.setAttribute('aria-disabled', 'true');
  });
  // Back from the next page: the form may be sent again.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-submitting]')) release(form);
  });
  document.addEventListener('change', event => {
    const form = event.target.closest?.('form[method=post i]');
    if (form && event.target.name) form.dataset.changed = '';
  });
  // When each photograph was taken, as this machine tells it: one value for each file, in their order.
  document.addEventListener('formdata', ({ target, formData }) => {
    for (const { name, files } of target.querySelectorAll('input[type=file][data-taken]')) {
      for (const file of files) formData.append(`${name}.TakenAt`, file.lastModified);
    }
  });
  addEventListener('beforeunload', event => {
    if (document.querySelector('form[data-changed]:not([data-draft]):not([data-no-guard]):not([data-submitting])')) event.preventDefault();
  });
}

export function release(form) {
  form.removeAttribute('data-submitting');
  for (const button of form.querySelectorAll('button[aria-disabled]')) button.removeAttribute('aria-disabled');
}
