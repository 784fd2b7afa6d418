// Fields that the server has not acknowledged yet, kept per user, form and subject so that a kill of the browser loses nothing.
// They are in IndexedDB, not in localStorage: that one is written out seconds later, and a killed browser has forgotten it by then.
import { user } from './http.js';

const [database, table] = ['ban-nhap', 'fields'];
let opened = null;
// Ends when everything put so far is kept; false when the browser refuses to keep anything.
let written = Promise.resolve(true);

export function openStore(form, subject) {
  const prefix = [user(), form, subject];
  const all = IDBKeyRange.bound(prefix, [...prefix, []]);
  const memory = new Map();

  return {
    /** Ends when what an earlier page left is among the pending fields; what was typed on this page meanwhile is newer. */
    ready: inTurn('readonly', (fields, done) => fields.openCursor(all).addEventListener('success', ({ target: { result: cursor } }) => {
      if (!cursor) return done();
      if (!memory.has(cursor.key.at(-1))) memory.set(cursor.key.at(-1), cursor.value);
      cursor.continue();
    })),
    /** One entry per field, so that two tabs on one form never overwrite each other's other fields. */
    put(field, entry) {
      memory.set(field, entry);
      write((fields, done) => {
        fields.put(entry, [...prefix, field]);
        done();
      });
    },
    /** Forgets a field only if it was not typed in again since `seq` was sent. */
    acknowledge(field, seq) {
      if (memory.get(field)?.seq === seq) memory.delete(field);
      write((fields, done) => fields.get([...prefix, field]).addEventListener('success', ({ target }) => {
        if (target.result?.seq === seq) fields.delete([...prefix, field]);
        done();
      }));
    },
    pending: () => new Map(memory),
    /** Drops what was typed up to `ended`: a submission has used it. */
    forget(ended) {
      for (const [field, entry] of memory) if (entry.seq <= ended) this.acknowledge(field, entry.seq);
    },
    clear() {
      memory.clear();
      write((fields, done) => {
        fields.delete(all);
        done();
      });
    },
    /** True once everything typed so far would survive a kill of the browser. */
    async settled() {
      for (let last; ;) {
        last = written;
        const kept = await last;
        if (last === written) return kept;
      }
    },
  };
}

function write(work) {
  const [before, now] = [written, inTurn('readwrite', work)];
  written = now.then(async kept => kept && await before);
}

/** True when the work is done and kept. Transactions on one table take turns in the order in which they were asked for. */
async function inTurn(mode, work) {
  try {
    const transaction = (await (opened ??= open())).transaction(table, mode);
    return await new Promise(resolve => {
      transaction.addEventListener('complete', () => resolve(true));
      transaction.addEventListener('abort', () => resolve(false));
      work(transaction.objectStore(table), () => transaction.commit());
    });
  } catch {
    return false; // Switched off or full: what is in memory is still sent.
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table));
    request.addEventListener('success', () => {
      // The browser may take the connection away, for example when its storage is cleared.
      request.result.addEventListener('close', () => { opened = null; });
      resolve(request.result);
    });
    request.addEventListener('error', () => reject(request.error));
  });
}
