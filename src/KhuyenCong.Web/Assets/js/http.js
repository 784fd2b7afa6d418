// What every request of a script needs to know about the page: its antiforgery token and who is signed in.
const meta = name => document.querySelector(`meta[name="${name}"]`);

export const token = () => meta('csrf-token')?.content ?? '';

export const user = () => meta('user')?.content ?? '';

export const headers = () => ({ 'X-Antiforgery': token(), 'X-Requested-With': 'fetch' });

export function renewToken(fresh) {
  meta('csrf-token')?.setAttribute('content', fresh);
  for (const input of document.querySelectorAll('input[name="__RequestVerificationToken"]')) input.value = fresh;
}

export const isSignedOut = response => response.status === 401 && response.headers.get('X-Signed-Out') === '1';
