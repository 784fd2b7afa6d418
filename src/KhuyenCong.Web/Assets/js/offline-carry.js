// The button "Mang theo khi không có mạng" of a page, and the list of what was taken along.
import { canCarry, carried, carry, dropPage } from './offline-pages.js';

const day = at => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);

export function element(tag, attributes = {}, text = undefined) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A notice at the top of the page. */
export function tell(tone, text, messages = []) {
  const notice = element('div', { class: `notice notice-${tone}`, role: 'status' });
  const words = element('div', {}, text);
  if (messages.length) {
    const list = element('ul');
    list.append(...messages.map(message => element('li', {}, message)));
    words.append(list);
  }
  notice.append(words);
  document.getElementById('noi-dung')?.prepend(notice);
  return notice;
}

export async function startCarry() {
  const box = document.querySelector('[data-carry]');
  if (!box) return;
  const { carry: url, title } = box.dataset;
  const [state, put, drop] = ['state', 'put', 'drop'].map(part => box.querySelector(`[data-carry-${part}]`));
  const form = document.querySelector('form[data-offline]');
  const act = async work => {
    put.setAttribute('aria-disabled', 'true');
    try {
      await work();
      await show();
    } catch {
      state.textContent = 'Chưa mang theo được: cần có mạng và còn chỗ trên máy này. Đề nghị thử lại.';
    } finally {
      put.removeAttribute('aria-disabled');
    }
  };
  const show = async () => {
    const page = (await carried()).find(kept => kept.url === url);
    state.textContent = page ? `Đã mang theo lúc ${day(page.at)}: mở, ghi và chụp ảnh được trên máy này khi không có mạng, trong 7 ngày.` : 'Đi hiện trường không có mạng: mang biên bản này theo trên máy, ghi tại chỗ, có mạng thì tự gửi.';
    put.lastChild.textContent = page ? ' Mang theo bản mới nhất' : ' Mang theo khi không có mạng';
    drop.hidden = !page;
    if (page) form?.setAttribute('data-carried', '');
    else form?.removeAttribute('data-carried');
    return page;
  };
  put.addEventListener('click', () => act(async () => {
    await navigator.serviceWorker.ready;
    await carry(url, title);
  }));
  drop.addEventListener('click', () => act(() => dropPage(url)));
  box.hidden = false;
  // With network the copy is renewed whenever the page is opened: what is typed later is then compared with less.
  if (await show() && navigator.onLine) carry(url, title).then(show).catch(() => {});
}

/** What was taken along, where a page has room for it. */
export async function listCarried() {
  const box = document.querySelector('[data-carried-list]');
  if (!box || !('caches' in window)) return;
  const pages = await carried();
  box.querySelector('ul').replaceChildren(...pages.map(({ url, title, at }) => {
    const item = element('li');
    item.append(element('a', { href: url }, title), element('span', { class: 'muted' }, ` giữ lúc ${day(at)} `));
    if (canCarry()) {
      const drop = element('button', { type: 'button', class: 'btn', 'aria-label': `Không mang theo ${title}` }, 'Bỏ');
      drop.addEventListener('click', async () => {
        await dropPage(url);
        listCarried();
      });
      item.append(drop);
    }
    return item;
  }));
  box.hidden = !pages.length;
}
