// Without network: shows the pages that somebody chose to take along, and a readable page instead of every other one.
// Keeps nothing by itself but that readable page and what it needs; pages are put into their cache by offline-pages.js.
// build.mjs puts the print of the built scripts and styles here, so that each build has a worker and a shell of its own.
const shell = 'vo-__VERSION__';
const prefix = 'mang-theo:';
const page = '/loi/ngoai-tuyen';
const carriable = /^\/nghiem-thu\/[0-9a-f-]{36}\/sua$/;
const patience = 4000;
// As in offline-pages.js, which only tidies when its person is back: a machine that was lost shows nothing after that.
const longest = 7 * 24 * 60 * 60 * 1000;

self.addEventListener('install', event => event.waitUntil(keepShell().then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(
  drop(name => !name.startsWith(prefix) && name !== shell).then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (request.method === 'GET') event.respondWith(visit(request, url));
    // Whoever signs out leaves nothing of theirs on this machine.
    else if (url.pathname === '/dang-xuat') event.waitUntil(drop(name => name.startsWith(prefix)));
  } else if (request.method === 'GET' && (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg')) {
    event.respondWith(fetch(request).catch(fault => keptOr(request, fault)));
  }
});

async function visit(request, url) {
  const carried = carriable.test(url.pathname) ? await carriedPage(url.pathname) : undefined;
  try {
    const answer = await (carried ? soon(fetch(request)) : fetch(request));
    // Not theirs to write any more: nor to read here.
    if (carried && [403, 404].includes(answer.status)) await dropCarried(url.pathname);
    return answer;
  } catch (fault) {
    return carried ?? keptOr(page, fault);
  }
}

/** What was taken along, unless it has been here too long. */
async function carriedPage(path) {
  const kept = await caches.match(path, { ignoreVary: true });
  if (!kept || Number(kept.headers.get('X-Kept-At')) + longest > Date.now()) return kept;
  await dropCarried(path);
  return undefined;
}

async function dropCarried(path) {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix)) await (await caches.open(name)).delete(path, { ignoreVary: true });
  }
}

/** At a site the network may be there and yet answer nothing. */
function soon(answer) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('No answer in time')), patience);
    answer.then(resolve, reject);
  });
}

async function keptOr(request, fault) {
  const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  throw fault;
}

async function keepShell() {
  const response = await fetch(page);
  if (!response.ok) return;
  const html = await response.clone().text();
  const needed = new Set([...html.matchAll(/(?:href|src)="(\/(?:assets\/|favicon)[^"#]+)/g)].map(match => match[1]));
  const cache = await caches.open(shell);
  await cache.put(page, response);
  await cache.addAll([...needed]);
}

async function drop(which) {
  for (const name of await caches.keys()) if (which(name)) await caches.delete(name);
}
