// Sets the chosen theme before the first paint, so that no page flashes.
const dark = matchMedia('(prefers-color-scheme: dark)');

function apply() {
  let choice = 'auto';
  try {
    choice = localStorage.getItem('giao-dien') ?? 'auto';
  } catch { /* storage is switched off: follow the device */ }
  const theme = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.bsTheme = theme;
  document.documentElement.dataset.themeChoice = choice;
}

apply();
dark.addEventListener('change', apply);
addEventListener('storage', apply);
addEventListener('theme-chosen', apply);
