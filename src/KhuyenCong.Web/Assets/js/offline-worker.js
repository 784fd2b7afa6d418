// Shows a readable page when the network is gone; touches nothing but page visits by GET.
const page = '/loi/ngoai-tuyen';

self.addEventListener('install', event => event.waitUntil(keep()));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(fetch(request).catch(async fault => {
      const kept = await caches.match(page);
      if (kept) return kept;
      throw fault;
    }));
  } else if (request.destination === 'style' && !navigator.onLine) {
    event.respondWith(fetch(request).catch(() => caches.match(request, { ignoreSearch: true })));
  }
});

async function keep() {
  const response = await fetch(page);
  if (!response.ok) return;
  const styles = [...(await response.clone().text()).matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/g)].map(match => match[1]);
  const cache = await caches.open('ngoai-tuyen');
  await cache.put(page, response);
  await cache.addAll(styles);
}
