// What waits on this machine to be sent: submissions made without network, and photographs chosen but not submitted yet. Per user.
//   sends: [user, subject] -> { subject, form, url, title, key, before, baseVersion, at, seq, entries: [[name, value]], files: [{ field, file }], state, messages }
//   files: [user, subject, field] -> [File]
//   done:  [user, subject] -> { baseVersion, key }: the last submission that arrived, for what is typed on the same page afterwards
import { user } from './http.js';

let opened = null;

export const sends = () => all('sends');
export const sendOf = subject => get('sends', [user(), subject]);
export const putSend = send => change('sends', store => store.put(send, [user(), send.subject]));

/** Keeps how far a submission has come, or drops it (null), unless a newer one of the same record has taken its place: false then. */
export async function advance({ subject, key }, next) {
  let isNewest = false;
  await change('sends', store => store.get([user(), subject]).addEventListener('success', ({ target }) => {
    isNewest = target.result?.key === key;
    if (isNewest) next ? store.put(next, [user(), subject]) : store.delete([user(), subject]);
  }));
  return isNewest;
}

export const filesOf = async subject => new Map((await rows('files', [user(), subject])).map(({ key, value }) => [key[2], value]));
export const putFiles = (subject, field, files) => change('files', store => (files.length ? store.put(files, [user(), subject, field]) : store.delete([user(), subject, field])));
export const dropFiles = subject => change('files', store => store.delete(within([user(), subject])));

export const doneOf = subject => get('done', [user(), subject]);
export const putDone = (subject, done) => change('done', store => store.put(done, [user(), subject]));

/** Everything of this person goes: they sign out. */
export async function forgetAll() {
  for (const name of ['sends', 'files', 'done']) await change(name, store => store.delete(within([user()])));
}

const within = prefix => IDBKeyRange.bound(prefix, [...prefix, []]);

const all = async name => (await rows(name, [user()])).map(({ value }) => value);

async function rows(name, prefix) {
  const found = [];
  await run(name, 'readonly', store => store.openCursor(within(prefix)).addEventListener('success', ({ target: { result: cursor } }) => {
    if (!cursor) return;
    found.push({ key: cursor.key, value: cursor.value });
    cursor.continue();
  }));
  return found;
}

async function get(name, key) {
  let request;
  await run(name, 'readonly', store => { request = store.get(key); });
  return request.result;
}

const change = (name, work) => run(name, 'readwrite', work);

/** Ends when it is kept; fails where the browser refuses, for example because the machine is full. */
async function run(name, mode, work) {
  const transaction = (await (opened ??= open())).transaction(name, mode);
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
    work(transaction.objectStore(name));
  });
}

function open() {
  const asked = new Promise((resolve, reject) => {
    const request = indexedDB.open('cho-gui', 1);
    request.addEventListener('upgradeneeded', () => ['sends', 'files', 'done'].forEach(name => request.result.createObjectStore(name)));
    request.addEventListener('success', () => {
      request.result.addEventListener('close', () => { opened = null; });
      resolve(request.result);
    });
    request.addEventListener('error', () => reject(request.error));
  });
  asked.catch(() => { opened = null; });
  return asked;
}
