// Sets the chosen theme before the first paint, so that no page flashes. Signed in, the account's choice stands in the page; a visitor's in the browser.
const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

function kept() {
  try {
    return localStorage.getItem('giao-dien') ?? 'auto';
  } catch { return 'auto'; /* storage is switched off: follow the device */ }
}

function apply() {
  const choice = root.dataset.themeAccount ?? kept();
  root.dataset.bsTheme = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
  root.dataset.themeChoice = choice;
}

apply();
dark.addEventListener('change', apply);
addEventListener('storage', apply);
addEventListener('theme-chosen', apply);
