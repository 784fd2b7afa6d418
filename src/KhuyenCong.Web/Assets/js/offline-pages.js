// Pages that somebody takes along to a site without network: only what was chosen, of this person, for some days.
// The worker (offline-worker.js) shows them when the network is gone, and drops them all when the person signs out.
import { user } from './http.js';

const prefix = 'mang-theo:';
const longest = 7 * 24 * 60 * 60 * 1000;
const own = () => `${prefix}${user()}`;

export const canCarry = () => isSecureContext && 'serviceWorker' in navigator && 'caches' in window && Boolean(user());

/** Keeps the page as it is now on the server, with the scripts and styles it was made for. */
export async function carry(url, title) {
  // More blank rows than usual: without network the page cannot ask for them.
  const response = await fetch(`${url}?them=true`, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (response.status !== 200 || response.redirected || !response.headers.get('Content-Type')?.startsWith('text/html')) throw new Error(`Not kept: ${response.status}`);
  const html = await response.text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (page.querySelector('meta[name="user"]')?.content !== user()) throw new Error('Not kept: somebody else is signed in');
  const cache = await caches.open(own());
  await Promise.all([...assetsOf(page)].map(address => keepAsset(cache, address)));
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  headers.set('X-Kept-At', String(Date.now()));
  headers.set('X-Kept-Title', encodeURIComponent(title));
  await cache.put(url, new Response(html, { headers }));
}

export async function dropPage(url) {
  await (await caches.open(own())).delete(url);
  if (!(await list(own())).length) await caches.delete(own());
}

export const dropOwn = () => caches.delete(own());

/** What was taken along: { url, title, at }. On a page without a signed-in person (the one for lost network) whatever this machine holds. */
export async function carried() {
  const names = user() ? [own()] : (await caches.keys()).filter(name => name.startsWith(prefix));
  return (await Promise.all(names.map(list))).flat().filter(({ at }) => at + longest > Date.now());
}

/** What is of somebody else, or has been here too long, goes. */
export async function tidy() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    if (name !== own()) await caches.delete(name);
    else for (const { url, at } of await list(name)) if (at + longest < Date.now()) await dropPage(url);
  }
}

async function list(name) {
  if (!await caches.has(name)) return [];
  const cache = await caches.open(name);
  const found = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request, { ignoreVary: true });
    const at = Number(response?.headers.get('X-Kept-At'));
    if (at) found.push({ url: new URL(request.url).pathname, at, title: decodeURIComponent(response.headers.get('X-Kept-Title') ?? '') });
  }
  return found;
}

function assetsOf(page) {
  const named = [...page.querySelectorAll('script[src], link[href], use[href], img[src]')].map(part => (part.getAttribute('src') ?? part.getAttribute('href')).split('#')[0]);
  return new Set(named.filter(address => /^\/(assets\/|favicon)/.test(address)));
}

async function keepAsset(cache, address) {
  if (await cache.match(address)) return;
  const response = await fetch(address);
  if (response.status !== 200) throw new Error(`Not kept: ${address}`);
  const style = /\.css(\?|$)/.test(address) ? await response.clone().text() : '';
  await cache.put(address, response);
  const fonts = [...style.matchAll(/url\(["']?([^"')]+\.woff2[^"')]*)["']?\)/g)].map(match => new URL(match[1], new URL(address, location.origin)).pathname);
  await Promise.all([...new Set(fonts)].map(font => keepAsset(cache, font)));
}
