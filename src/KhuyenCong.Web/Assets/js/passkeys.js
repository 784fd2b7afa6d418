// Passkeys. Forms: <form data-passkey="dang-ky"> registers, <form data-passkey="dang-nhap"> signs in; both have <input type="hidden" name="CredentialJson">.
import { headers } from './http.js';

const base = '/tai-khoan/khoa-truy-cap';

export function startPasskeys() {
  const supported = 'PublicKeyCredential' in window;
  for (const form of document.querySelectorAll('form[data-passkey]')) form.hidden = !supported;
  document.addEventListener('submit', async event => {
    const form = event.target.closest('form[data-passkey]');
    if (!form || form.elements.CredentialJson.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    button?.setAttribute('aria-disabled', 'true');
    say(form, '');
    try {
      form.elements.CredentialJson.value = JSON.stringify(form.dataset.passkey === 'dang-ky' ? await register() : await assert(form));
      form.requestSubmit(button);
    } catch (fault) {
      say(form, fault.name === 'NotAllowedError' || fault.name === 'AbortError'
        ? 'Chưa dùng được khóa truy cập: thao tác đã bị hủy hoặc quá thời gian.'
        : fault.name === 'InvalidStateError' ? 'Thiết bị này đã có khóa truy cập của tài khoản.' : 'Chưa dùng được khóa truy cập, đề nghị thử lại hoặc đăng nhập bằng mật khẩu.');
    } finally {
      button?.removeAttribute('aria-disabled');
    }
  }, true);
}

async function register() {
  const options = await ask('tuy-chon-dang-ky');
  return toJson(await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? decode(options) }));
}

async function assert(form) {
  const options = await ask('tuy-chon-dang-nhap', { userName: form.dataset.userName ?? '' });
  return toJson(await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? decode(options) }));
}

async function ask(path, body = {}) {
  const token = document.querySelector('form[data-passkey] input[name="__RequestVerificationToken"]')?.value;
  const response = await fetch(`${base}/${path}`, { method: 'POST', headers: { ...headers(), ...(token && { 'X-Antiforgery': token }) }, body: new URLSearchParams(body) });
  if (!response.ok) throw new Error(`Passkey options: ${response.status}`);
  return response.json();
}

function say(form, text) {
  const place = form.querySelector('[role=alert]') ?? form.appendChild(Object.assign(document.createElement('p'), { className: 'field-faults', role: 'alert' }));
  place.textContent = text;
}

// For browsers without the JSON helpers.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const withBytes = list => list?.map(item => ({ ...item, id: bytes(item.id) }));

function decode(options) {
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    excludeCredentials: withBytes(options.excludeCredentials),
    allowCredentials: withBytes(options.allowCredentials),
  };
}

function toJson(credential) {
  if (credential.toJSON) return credential.toJSON();
  const { response } = credential;
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].filter(name => response[name]);
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(parts.map(name => [name, text(response[name])])), transports: response.getTransports?.() },
  };
}
