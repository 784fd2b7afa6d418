// Sends what waits (offline-store.js): first the form under its key, then each file. Whatever is lost on the way is sent again and answered the same.
//   POST {url} with X-Sync: 1 -> { outcome: saved | clash | faults, merged, messages: also where other content was saved under the key before } ; 401 session ended ; 403, 404 refused
//   POST {url}?handler=File { key, field, file, file.TakenAt } -> { outcome: saved | faults | later, messages }
import { openStore } from './draft-store.js';
import { isSignedOut, renewToken, user } from './http.js';
import { carried, carry } from './offline-pages.js';
import { advance, putDone, sendOf, sends } from './offline-store.js';

const asking = { 'X-Requested-With': 'fetch', 'X-Sync': '1' };

/** The server has shown this record again, and somebody is mending or choosing on the page. */
export const isSettling = subject => Boolean(document.querySelector(`form[data-offline="${CSS.escape(subject)}"][data-draft-fresh="true"]`));

/** Sends all that may be sent; one tab at a time. Tells whether the session has ended, and which submissions arrived. */
export async function sync() {
  const told = { signedOut: false, arrived: [], waiting: 0 };
  await navigator.locks.request('cho-gui', async () => {
    for (const { subject } of await sends()) {
      if (told.signedOut) break;
      const send = await sendOf(subject);
      if (!send || isSettling(subject)) continue;
      try {
        const state = await deliver(send);
        if (state === 'signed-out') told.signedOut = true;
        else if (state === 'arrived') told.arrived.push(send);
      } catch {
        // No network, or a server that is busy: it stays as it is.
      }
    }
    told.waiting = (await sends()).length;
  });
  return told;
}

async function deliver(send) {
  if (['bad-files', 'kept-first'].includes(send.state)) return send.state;
  const token = await freshToken(send);
  if (!token) return token === null ? 'signed-out' : turn(send, 'refused', []);
  if (send.state !== 'files') {
    const answer = await post(send.url, token, [...send.entries, ['Form.Key', send.key], ['Form.Before', send.before ?? '']]);
    if (typeof answer === 'string') return answer === 'refused' ? turn(send, answer, []) : answer;
    if (answer.outcome !== 'saved') return turn(send, answer.outcome, answer.messages);
    // What was sent first under the key was kept: this content stays here, after its files have gone, until somebody has seen to it.
    send.keptFirst = answer.messages;
    send.merged = answer.merged;
    await putDone(send.subject, { baseVersion: send.baseVersion, key: send.key });
    await forgetDraft(send);
    if (await turn(send, 'files', []) === 'replaced') return 'replaced';
  }
  return files(send, token);
}

/** Each file by itself, so that a weak network gets on; what has arrived is no longer kept here. */
async function files(send, token) {
  const [faulty, faults] = [[], []];
  while (send.files.length) {
    const [{ field, file }] = send.files;
    const answer = await post(`${send.url}?handler=File`, token, [['key', send.key], ['field', field], ['file', file], ['file.TakenAt', file.lastModified]]);
    if (typeof answer === 'string') return answer === 'refused' ? turn(send, answer, []) : answer;
    if (answer.outcome === 'later') throw new Error('The store does not answer');
    const sent = send.files.shift();
    if (answer.outcome === 'faults') {
      faulty.push(sent);
      faults.push(...answer.messages);
    }
    if (!await advance(send, { ...send, files: [...send.files, ...faulty] })) return 'replaced';
  }
  send.files = faulty;
  if (faulty.length) return turn(send, 'bad-files', [...send.keptFirst ?? [], ...faults]);
  if (send.keptFirst?.length) return turn(send, 'kept-first', send.keptFirst);
  if (!await advance(send, null)) return 'replaced';
  // The page that was taken along shows what is there now.
  if ((await carried()).some(page => page.url === send.url)) await carry(send.url, send.title).catch(() => {});
  return 'arrived';
}

/** A token of the session as it is now: null where it has ended, undefined where the record is not to be seen. Fails without network. */
async function freshToken(send) {
  const response = await fetch(send.url.replace(/\/sua$/, ''), { headers: { 'X-Requested-With': 'fetch', Accept: 'text/html' }, cache: 'no-store' });
  if (isSignedOut(response)) return null;
  if ([403, 404].includes(response.status)) return undefined;
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  // Somebody else is signed in by now: what waits is not theirs.
  if (page.querySelector('meta[name="user"]')?.content !== user()) throw new Error('Another person');
  const token = page.querySelector('meta[name="csrf-token"]').content;
  renewToken(token);
  return token;
}

async function post(url, token, entries) {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  body.append('__RequestVerificationToken', token);
  const response = await fetch(url, { method: 'POST', headers: asking, body });
  if (isSignedOut(response)) return 'signed-out';
  if ([403, 404].includes(response.status)) return 'refused';
  if (!response.ok) throw new Error(`Not sent: ${response.status}`);
  return response.json();
}

async function turn(send, state, messages) {
  Object.assign(send, { state, messages });
  return await advance(send, send) ? state : 'replaced';
}

/** The draft of what was sent has been used; what was typed afterwards stays. */
async function forgetDraft(send) {
  const store = openStore(send.form, send.subject);
  await store.ready;
  store.forget(send.seq);
  await store.settled();
}
