import htmx from 'htmx.org';
import { startAmounts } from './amounts.js';
import { startDrafts } from './drafts.js';
import { headers } from './http.js';
import { signIn } from './sign-in.js';
import { startTables } from './tables.js';

export function startHtmx() {
  Object.assign(htmx.config, { allowEval: false, includeIndicatorStyles: false, allowScriptTags: false, selfRequestsOnly: true, historyCacheSize: 0 });
  document.addEventListener('htmx:configRequest', event => Object.assign(event.detail.headers, headers()));
  // A refused form comes back as the same form with its faults.
  document.addEventListener('htmx:beforeSwap', event => {
    if ([409, 413, 422].includes(event.detail.xhr.status)) event.detail.shouldSwap = true;
  });
  document.addEventListener('htmx:responseError', async event => {
    const { xhr, requestConfig, elt } = event.detail;
    if (xhr.status !== 401 || xhr.getResponseHeader('X-Signed-Out') !== '1') return;
    // Signed in again, the person presses the button again: repeating a write unasked could do it twice.
    if (await signIn() && requestConfig.verb === 'get') htmx.trigger(elt, requestConfig.triggeringEvent?.type ?? 'click');
  });
  document.addEventListener('htmx:load', event => {
    if (event.detail.elt === document.body) return;
    startAmounts(event.detail.elt);
    startDrafts(event.detail.elt);
    startTables(event.detail.elt);
  });
}
