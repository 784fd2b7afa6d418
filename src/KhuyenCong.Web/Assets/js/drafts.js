// Drafts: every changed field of a form marked data-draft goes to the server at once and stays here until it is acknowledged.
//   GET    /ban-nhap/{form}/{subject} -> 200 { savedAt, baseVersion, fields: { name: value }, seqs: { name: seq } } or 204
//   POST   /ban-nhap/{form}/{subject} { field, value, baseVersion, seq } -> 2xx { savedAt } ; 410 the draft is gone ; 4xx refused
//   DELETE /ban-nhap/{form}/{subject}?seq={newest save}
// GET says in X-Draft-Seq how far the saves of all devices have come (this page counts on from there, whatever its own clock says)
// and in X-Draft-Ended which of them a submission has used up. A submission carries its newest save as __draft.
// What the line under the form promises: "saved" is on the server; "kept on this machine" survives a kill of the browser.
// data-draft-on: "" until what was kept has been put back, then "restored".
// data-draft-fresh="true": the page shows what was just typed (a refused submission), so no draft is put back over it.
import { belongs, putBack, renderedValueOf, valueOf } from './draft-fields.js';
import { openStore } from './draft-store.js';
import { headers, isSignedOut } from './http.js';
import { dropFiles } from './offline-store.js';
import { signIn } from './sign-in.js';

const time = date => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }).format(date);
const dayAndTime = date => `${time(date)} ngày ${new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(date)}`;

export function startDrafts(root) {
  // The page before was submitted and went through: its draft is gone on the server, and here too.
  for (const done of document.querySelectorAll('meta[name="draft-done"]')) {
    const [form, subject] = done.content.split('/').map(decodeURIComponent);
    openStore(form, subject).clear();
    // Photographs that were chosen for it have arrived with it.
    dropFiles(subject).catch(() => {});
    done.remove();
  }
  for (const form of root.querySelectorAll('form[data-draft]:not([data-draft-on])')) {
    form.dataset.draftOn = '';
    keepDraft(form);
  }
}

function keepDraft(form) {
  const url = `/ban-nhap/${encodeURIComponent(form.dataset.draft)}/${encodeURIComponent(form.dataset.draftSubject)}`;
  const store = openStore(form.dataset.draft, form.dataset.draftSubject);
  const state = form.querySelector('.draft-state') ?? form.querySelector('.form-actions')?.appendChild(newState());
  const timers = new Map();
  // What this page last had acknowledged: leaving a field says "changed" once more, and is no news.
  const acknowledged = new Map();
  let [delay, retry, busy, asking, submitting, seq, sending] = [1000, 0, false, false, false, Date.now(), new AbortController()];
  // Nothing is sent before it is known what a submission has already used up.
  let asked = false;
  const early = new Set();

  form.addEventListener('input', event => note(event.target, 600));
  form.addEventListener('change', event => note(event.target, 0));
  // A submission carries every field itself: nothing may follow it that would make the draft anew after the server has used it up.
  // What is unacknowledged stays kept here until the server says that the submission went through (startDrafts).
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    stopTimers();
    sending.abort();
    submitting = true;
    carrySequence();
  });
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    submitting = false;
    sending = new AbortController();
  });
  // A submission that is kept without network (offline.js) says the same to the server later.
  form.addEventListener('draft-carry', carrySequence);
  for (const event of ['online', 'focus', 'pageshow']) addEventListener(event, () => flush());
  addEventListener('pagehide', () => {
    if (!submitting) flush(true);
  });
  flush();

  // The value is kept on this machine with the first keystroke; only the request waits for a pause.
  function note(input, wait) {
    if (!belongs(input) || input.form !== form) return;
    keep(input.name);
    clearTimeout(timers.get(input.name));
    timers.set(input.name, setTimeout(() => {
      timers.delete(input.name);
      flush();
    }, wait));
  }

  function stopTimers() {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  }

  function keep(field) {
    const value = valueOf(form, field);
    if ((store.pending().get(field)?.value ?? acknowledged.get(field)) === value) return;
    seq = Math.max(seq + 1, Date.now());
    if (!asked) early.add(field);
    store.put(field, { value, seq, baseVersion: Number(form.dataset.draftVersion ?? 0) });
    show('typing', 'Đang lưu nháp…');
  }

  // A save that is on its way while the form is submitted must not outlive the submission.
  function carrySequence() {
    const carrier = form.querySelector('input[name="__draft"]') ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: '__draft' }));
    carrier.value = String(seq);
  }

  async function flush(leaving = false) {
    if (leaving) {
      for (const [field, entry] of store.pending()) send(field, entry).catch(() => {});
      return;
    }
    if (busy || asking || submitting) return;
    clearTimeout(retry);
    busy = true;
    try {
      if (!asked && !await restore()) return;
      for (let round = [...store.pending()]; round.length; round = [...store.pending()]) {
        for (const [field, entry] of round) if (!await deliver(field, entry)) return;
      }
      delay = 1000;
    } catch {
      const kept = await store.settled();
      if (submitting) return;
      show('waiting', kept ? 'Chưa gửi được bản nháp; nội dung đang được giữ trên máy này' : 'Chưa gửi được bản nháp; đề nghị để nguyên trang này');
      retry = setTimeout(flush, delay);
      delay = Math.min(delay * 2, 60_000);
    } finally {
      busy = false;
    }
  }

  function send(field, { value, baseVersion, seq: number }) {
    return fetch(url, {
      method: 'POST',
      signal: sending.signal,
      keepalive: value.length < 20_000,
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: JSON.stringify({ field, value, baseVersion, seq: number }),
    });
  }

  /** True when the next field may be sent. */
  async function deliver(field, entry) {
    const response = await send(field, entry);
    if (isSignedOut(response)) return askToSignIn();
    if (response.status === 410) {
      store.clear();
      acknowledged.clear();
      show('gone', 'Bản nháp đã được dùng hoặc đã bỏ ở nơi khác');
      return false;
    }
    if (!response.ok) throw new Error(`Draft not saved: ${response.status}`);
    store.acknowledge(field, entry.seq);
    acknowledged.set(field, entry.value);
    const { savedAt } = await response.json().catch(() => ({}));
    if (!store.pending().size) show('saved', `Đã lưu nháp ${time(savedAt ? new Date(savedAt) : new Date())}`);
    return true;
  }

  async function askToSignIn() {
    asking = true;
    show('waiting', await store.settled() ? 'Phiên làm việc đã hết; nội dung được giữ trên máy này' : 'Phiên làm việc đã hết; đề nghị để nguyên trang này');
    signIn().then(again => {
      asking = false;
      if (again) flush();
    });
    return false;
  }

  /** Asks until the server answers: a form sent without what the server still holds of it would use that up unseen. */
  async function restore() {
    await store.ready;
    let response, draft;
    try {
      response = await fetch(url, { headers: headers() });
      if (isSignedOut(response)) return askToSignIn();
      if (response.status >= 500 || response.status === 429) throw new Error(`Draft not told: ${response.status}`);
      draft = response.status === 200 ? await response.json() : null;
    } catch (reason) {
      putBackAll(null); // Offline: what is kept here, for now.
      throw reason;
    }
    count(Number(response.headers.get('X-Draft-Seq') ?? 0));
    store.forget(Number(response.headers.get('X-Draft-Ended') ?? 0));
    if (response.status === 410) store.clear();
    // What waits here may have been typed before what the server has, on another machine or in another tab.
    for (const [field, entry] of store.pending()) if (entry.seq <= (draft?.seqs?.[field] ?? 0)) store.acknowledge(field, entry.seq);
    asked = true;
    putBackAll(draft);
    form.dataset.draftOn = 'restored';
    return true;
  }

  // What was typed on this page before the server answered is newer than all it has.
  function count(newest) {
    seq = Math.max(seq, newest);
    const pending = store.pending();
    for (const field of early) {
      if (pending.get(field)?.seq <= newest) store.put(field, { ...pending.get(field), seq: ++seq });
    }
  }

  function putBackAll(draft) {
    // The server has just refused this submission and shows what was typed: that is newer than any draft.
    if (form.dataset.draftFresh === 'true') return;
    const typedMeanwhile = new Set(timers.keys());
    const local = store.pending();
    const fields = new Map(Object.entries(draft?.fields ?? {}));
    for (const [field, entry] of local) fields.set(field, entry.value);
    let restored = 0;
    for (const [field, value] of fields) {
      if (typedMeanwhile.has(field)) continue;
      const changed = renderedValueOf(form, field) !== value;
      if ((changed || valueOf(form, field) !== value) && putBack(form, field, value) && changed) restored++;
    }
    if (restored) {
      const newest = Math.max(draft?.savedAt ? Date.parse(draft.savedAt) : 0, ...[...local.values()].map(entry => entry.seq));
      announce(new Date(newest), draft?.baseVersion);
    }
  }

  function announce(when, baseVersion) {
    const notice = document.createElement('div');
    notice.className = 'notice notice-warn draft-notice';
    notice.setAttribute('role', 'status');
    const text = document.createElement('div');
    text.textContent = `Đã khôi phục nội dung đang soạn lúc ${dayAndTime(when)}.`;
    if (baseVersion !== undefined && Number(form.dataset.draftVersion ?? 0) !== baseVersion) {
      text.textContent += ' Dữ liệu gốc đã được người khác sửa sau lúc đó; khi lưu, hệ thống sẽ so sánh từng ô.';
    }
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.className = 'btn';
    drop.textContent = 'Bỏ bản nháp';
    drop.addEventListener('click', () => discard(drop));
    notice.append(text, drop);
    form.prepend(notice);
  }

  async function discard(button) {
    if (button.dataset.sure === undefined) {
      button.dataset.sure = '';
      button.textContent = 'Bấm lần nữa để bỏ hẳn nội dung đang soạn';
      return;
    }
    const response = await fetch(`${url}?seq=${seq}`, { method: 'DELETE', headers: headers() }).catch(() => null);
    if (!response?.ok && response?.status !== 404) {
      show('waiting', 'Chưa bỏ được bản nháp, đề nghị thử lại');
      return;
    }
    stopTimers();
    store.clear();
    form.reset();
    location.reload();
  }

  function show(name, text) {
    if (!state) return;
    state.dataset.state = name;
    state.textContent = text;
  }
}

function newState() {
  const state = document.createElement('span');
  state.className = 'draft-state';
  state.setAttribute('role', 'status');
  return state;
}
