import { headers, user } from './http.js';

// Menus, the phone navigation, the theme buttons and the notice that the network is gone.
export function startShell() {
  startMenus();
  startSidebar();
  startTheme();
  startConnection();
  document.querySelector('.error-summary')?.focus();
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
  if (user() && 'serviceWorker' in navigator && isSecureContext) navigator.serviceWorker.register('/offline-worker.js').catch(() => {});
}

function startMenus() {
  addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}

// Without scripts the links open it as a fragment target; with them the focus follows and Escape closes.
function startSidebar() {
  const sidebar = document.getElementById('dieu-huong');
  if (!sidebar) return;
  let opener;
  const close = () => {
    sidebar.classList.remove('is-open');
    opener?.focus();
  };
  document.addEventListener('click', event => {
    if (event.target.closest('[data-nav-open]')) {
      event.preventDefault();
      opener = event.target.closest('[data-nav-open]');
      sidebar.classList.add('is-open');
      sidebar.querySelector('.nav-list a')?.focus();
    } else if (event.target.closest('[data-nav-close]')) {
      event.preventDefault();
      close();
    }
  });
  addEventListener('keydown', event => {
    if (!sidebar.classList.contains('is-open')) return;
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') keepInside(sidebar, event);
  });
}

function keepInside(box, event) {
  const stops = [...box.querySelectorAll('a[href], button')].filter(stop => stop.offsetParent);
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}

function startTheme() {
  const buttons = document.querySelectorAll('button[data-theme-choice]');
  const show = () => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.themeChoice === document.documentElement.dataset.themeChoice));
  };
  for (const button of buttons) {
    button.addEventListener('click', async event => {
      const choice = button.dataset.themeChoice;
      if (button.form) {
        event.preventDefault();
        const body = new URLSearchParams({ 'giao-dien': choice });
        const answer = await fetch(button.form.action, { method: 'POST', headers: headers(), body }).catch(() => null);
        if (!answer?.ok) return;
        document.documentElement.dataset.themeAccount = choice;
      } else {
        try {
          localStorage.setItem('giao-dien', choice);
        } catch { return; }
      }
      dispatchEvent(new Event('theme-chosen'));
      show();
    });
  }
  show();
}

function startConnection() {
  const notice = document.createElement('div');
  notice.className = 'connection-lost';
  notice.setAttribute('role', 'status');
  notice.hidden = true;
  document.body.append(notice);
  const show = () => {
    notice.hidden = navigator.onLine;
    // What needs the server says so beside its button.
    for (const said of document.querySelectorAll('[data-when-offline]')) said.hidden = navigator.onLine;
    notice.textContent = navigator.onLine ? '' : 'Mất kết nối mạng. Nội dung đang soạn vẫn được giữ trên máy này.';
  };
  addEventListener('online', show);
  addEventListener('offline', show);
  show();
}
