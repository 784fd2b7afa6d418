// Builds everything the browser gets into wwwroot/assets: scripts, styles, fonts and the icon sprite.
// Run by Assets.targets. Safe to run twice at once: builds of the same folder wait for each other.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(web, 'wwwroot', 'assets');
const lock = join(web, 'obj', 'assets.lock');

process.chdir(web);
mkdirSync('obj', { recursive: true });
await acquire();
try {
  installWhenLockChanged();
  await bundle();
  sprite();
  worker();
  copyFileSync('Assets/favicon.svg', 'wwwroot/favicon.svg');
} finally {
  rmSync(lock, { recursive: true, force: true });
}

async function acquire() {
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock);
      return;
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
      // A build that was killed leaves its lock behind.
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 300_000) rmSync(lock, { recursive: true, force: true });
      else await new Promise(done => setTimeout(done, 200));
      if (waited > 600_000) throw new Error(`Another build holds ${lock}`);
    }
  }
}

function installWhenLockChanged() {
  const stamp = 'node_modules/.installed-lock.json';
  const wanted = readFileSync('package-lock.json', 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(stamp, wanted);
}

async function bundle() {
  const { build } = await import('esbuild');
  const common = { bundle: true, minify: true, outdir: out, logLevel: 'warning', legalComments: 'none', target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'] };
  await build({
    ...common,
    entryPoints: { app: 'Assets/js/app.js', charts: 'Assets/js/charts.js', site: 'Assets/css/site.css' },
    format: 'esm',
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
    plugins: [{ name: 'tabler', setup: made => made.onLoad({ filter: /tabler\.min\.css$/ }, used) }],
  });
  // Runs before the first paint, so it is no module.
  await build({ ...common, entryPoints: { theme: 'Assets/js/theme.js' }, format: 'iife' });
}

// Of Tabler only what pages, tag helpers and scripts name: an eighth of it, which a phone reads before it shows anything. A class is therefore written
// out where it is given, never put together of parts; our own styles are all kept.
async function used({ path }) {
  const { PurgeCSS } = await import('purgecss');
  const [kept] = await new PurgeCSS().purge({
    content: ['Pages/**/*.cshtml', 'TagHelpers/**/*.cs', 'Assets/js/*.js'],
    css: [{ raw: readFileSync(path, 'utf8') }],
  });
  return { contents: kept.css, loader: 'css' };
}

// Only the icons that pages name: <icon name="x">, icon="x" on other tags, and the names that C# passes (Assets/icons.txt).
function sprite() {
  const names = new Set(readFileSync('Assets/icons.txt', 'utf8').split(/\s+/).filter(Boolean));
  for (const page of readdirSync('Pages', { recursive: true }).filter(file => file.endsWith('.cshtml'))) {
    for (const [, name] of readFileSync(join('Pages', page), 'utf8').matchAll(/(?:<icon name|\sicon)="([a-z0-9-]+)"/g)) names.add(name);
  }
  const symbols = [...names].sort().map(name => {
    const file = `node_modules/@tabler/icons/icons/outline/${name}.svg`;
    if (!existsSync(file)) throw new Error(`There is no Tabler icon "${name}"`);
    const shapes = readFileSync(file, 'utf8').replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/<path stroke="none"[^>]*\/>/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
  });
  const file = join(out, 'icons.svg');
  writeFileSync(`${file}.new`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
  renameSync(`${file}.new`, file);
}

// Each build has a worker of its own: browsers notice it by its text, and it keeps the shell of its build.
function worker() {
  const print = createHash('sha256');
  for (const name of ['app.js', 'theme.js', 'site.css', 'icons.svg']) print.update(readFileSync(join(out, name)));
  const text = readFileSync('Assets/js/offline-worker.js', 'utf8').replace('__VERSION__', print.digest('hex').slice(0, 16));
  writeFileSync('wwwroot/offline-worker.js', text);
}
