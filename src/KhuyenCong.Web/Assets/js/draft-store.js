// Fields that the server has not acknowledged yet, kept per user, form and subject so that a kill of the browser loses nothing.
import { user } from './http.js';

const prefix = 'ban-nhap|';

export function openStore(form, subject) {
  const key = `${prefix}${user()}|${form}|${subject}|`;
  const memory = new Map();
  const storage = available();

  return {
    /** One entry per field, so that two tabs on one form never overwrite each other's other fields. */
    put(field, entry) {
      memory.set(field, entry);
      try {
        storage?.setItem(key + field, JSON.stringify(entry));
      } catch { /* full or switched off: what is in memory is still sent */ }
    },
    /** Forgets a field only if it was not typed in again since `seq` was sent. */
    acknowledge(field, seq) {
      if (memory.get(field)?.seq === seq) memory.delete(field);
      const kept = read(storage, key + field);
      if (kept && kept.seq === seq) storage.removeItem(key + field);
    },
    pending() {
      const all = new Map(memory);
      for (const name of keys(storage, key)) {
        const entry = read(storage, name);
        const field = name.slice(key.length);
        if (entry && !(all.get(field)?.seq >= entry.seq)) all.set(field, entry);
      }
      return all;
    },
    /** Drops what was typed up to `ended`: a submission has used it. */
    forget(ended) {
      for (const [field, entry] of this.pending()) if (entry.seq <= ended) this.acknowledge(field, entry.seq);
    },
    clear() {
      memory.clear();
      for (const name of keys(storage, key)) storage.removeItem(name);
    },
  };
}

function available() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const keys = (storage, key) => (storage ? Object.keys(storage).filter(name => name.startsWith(key)) : []);

function read(storage, name) {
  try {
    return JSON.parse(storage?.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}
