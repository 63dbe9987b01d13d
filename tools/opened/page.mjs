// Opens the page of `rihla export --format html` in a headless browser, and tests keyboard
// and touch input, accessibility and printing.
//
//   npm install playwright-core@1.57.0 axe-core && node tools/opened/page.mjs RIHLA [PATH]
//
// Requirements: chromium, and the two npm packages in the working directory. BROWSER=firefox
// tests in firefox-esr instead, over WebDriver BiDi; later versions of playwright-core need a
// newer Firefox. It prints a table of results, and exits with status 1 if a check fails.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';

const require = createRequire(join(process.cwd(), 'x.js'));
const { chromium, firefox } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [rihla, path] = process.argv.slice(2);
const where = path ? ['--kb', path] : [];
const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'base.html');
execFileSync(rihla, ['export', '--lang', 'en', '-o', file, ...where], { stdio: ['ignore', 'ignore', 'inherit'] });
const base = JSON.parse(execFileSync(rihla, ['export', '--lang', 'en', ...where], { maxBuffer: 1 << 30 }));

function inflated(bytes) {
  try { return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'); } catch { return ''; }
}
const wrong = [];
function check(what, ok) { if (!ok) wrong.push(what); }
function row(...cells) { console.log('| ' + cells.join(' | ') + ' |'); }
row('check', 'observed', 'expected');
row('---', '---', '---');

// WebDriver BiDi sets no color scheme, so Firefox is started for each.
function launched(dark) {
  if (process.env.BROWSER !== 'firefox') return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  return firefox.launch({ channel: 'moz-firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', firefoxUserPrefs: { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 } });
}
const browsers = { light: await launched(false), dark: await launched(true) };
row('browser', `${process.env.BROWSER || 'chromium'} ${browsers.light.version()}`, '');
async function opened({ width = 1280, height = 800, dark = false, touch = false, hash = '' } = {}) {
  const scheme = dark ? 'dark' : 'light';
  const context = await browsers[scheme].newContext({ viewport: { width, height }, colorScheme: scheme, hasTouch: touch, bypassCSP: false });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(`${hash}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(`${hash}: ${message.text()}`); });
  page.on('request', (request) => check(`no request to ${request.url()}`, request.url().startsWith('file:')));
  await page.goto('file://' + file + hash);
  await page.waitForSelector('#detail-name', { state: 'attached' });
  check(`the ${scheme} scheme is used`, (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) === dark);
  return page;
}
const chosenName = (page) => page.locator('#detail-name').innerText();

// Contents.
let page = await opened();
const counts = await page.evaluate(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  let links = 0;
  const walk = (v) => { if (Array.isArray(v)) v.forEach(walk); else if (v && typeof v === 'object') { if ('to' in v) links++; Object.values(v).forEach(walk); } };
  data.entities.forEach((e) => walk([e.f, e.t, e.m]));
  return { entities: data.entities.length, links };
});
check('entities', counts.entities === base.entities.length);
row('entities', counts.entities, base.entities.length);
row('links', counts.links, base.entities.reduce((sum, e) => sum + e.links.length, 0));
row('bytes', statSync(file).size, '');
row('milliseconds to first rendering', await page.evaluate(() => document.body.dataset.opened), '');

// The remaining checks use an entity with links and sources.
const some = base.entities.find((e) => e.kind !== 'source' && e.links.length > 2 && e.links.some((l) => l.evidence.length)) || base.entities[0];
const hash = '#' + some.address.split('/').map(encodeURIComponent).join('/');

// Keyboard.
await page.keyboard.press('j');
const first = await chosenName(page);
await page.keyboard.press('j');
const second = await chosenName(page);
check('j moves on', first !== second);
await page.keyboard.press('k');
check('k moves back', (await chosenName(page)) === first);
await page.keyboard.press('/');
await page.keyboard.type(some.name);
await page.keyboard.press('Enter');
check(`a search for ${some.name} finds it`, (await chosenName(page)) === some.name);
check('its address is after #', decodeURIComponent(new URL(page.url()).hash) === decodeURIComponent(hash));
const link = page.locator('#detail .fields a[href^="#"]').first();
if (await link.count()) {
  await link.click();
  const other = await chosenName(page);
  await page.goBack();
  check('back returns', (await chosenName(page)) === some.name);
  await page.goForward();
  check('forward goes on', (await chosenName(page)) === other);
  await page.goBack();
}
for (const [key, view] of [['m', '.world'], ['t', '.time'], ['r', '.graph'], ['v', '#list']]) {
  await page.keyboard.press(key);
  check(`${key} shows ${view}`, await page.locator(view).isVisible());
}
await page.keyboard.press('?');
check('? shows the keys', await page.locator('dialog[open] kbd').first().isVisible());
await page.keyboard.press('Escape');
const before = await page.locator('html').getAttribute('lang');
await page.keyboard.press('L');
check('L switches the language', before !== (await page.locator('html').getAttribute('lang')));
await page.context().close();
row('keyboard', 'j k / Enter back forward m t r v ? Esc L', '');

// Latency of a keystroke in the search field.
page = await opened();
await page.waitForTimeout(1500);
await page.keyboard.press('/');
const took = [];
for (const letter of some.name.slice(0, 6) + ' e') {
  await page.keyboard.type(letter);
  took.push(Number(await page.locator('body').getAttribute('data-took')));
}
const median = took.toSorted((a, b) => a - b)[took.length >> 1];
row('milliseconds per keystroke in the search field', `${median}, at most ${Math.max(...took)}`, 'at most 50');
check('the median latency of a keystroke is at most 50 ms', median <= 50);
await page.context().close();

// Touch; playwright-core taps in chromium alone.
const tap = (target) => process.env.BROWSER === 'firefox' ? target.click() : target.tap();
page = await opened({ width: 390, height: 844, touch: true });
await tap(page.locator('#list .body .row').first());
check('a tap opens the detail', await page.locator('#detail').isVisible() && !(await page.locator('#list').isVisible()));
await tap(page.locator('.back-bar button'));
check('a tap goes back', await page.locator('#list').isVisible());
check('the page does not scroll horizontally on a phone', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
await page.context().close();

// Accessibility of each view, in both color schemes, wide and narrow.
let looked = 0;
const violations = new Map();
for (const dark of [false, true]) {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    for (const at of ['', hash, '#/map', '#/map' + '/' + hash.slice(1), '#/timeline', '#/graph/' + hash.slice(1), '#/all']) {
      page = await opened({ width, height, dark, touch: width < 900, hash: at });
      const note = page.locator('#detail .note').first();
      if (at === hash && await note.count() && await note.isVisible()) await note.click();
      if (at === '#/all') await page.keyboard.press('?');
      await page.evaluate(axe);
      for (const v of (await page.evaluate(() => globalThis.axe.run())).violations) {
        const target = v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ');
        violations.set(v.id + ' ' + target, `${v.id} (${v.impact}) at ${at || 'the beginning'}, ${width} wide${dark ? ', dark' : ''}: ${target}: ${v.nodes[0].failureSummary}`);
      }
      looked++;
      await page.context().close();
    }
  }
}
for (const text of violations.values()) wrong.push(text);
row(`axe-core ${require('axe-core/package.json').version}`, `${violations.size} violations in ${looked} views`, '0');

// Printing.
page = await opened({ hash });
// playwright-core gives Firefox, which expects centimeters, the number of inches.
const pdf = await page.pdf(process.env.BROWSER === 'firefox' ? { width: '21in', height: '29.7in' } : { format: 'A4' });
// Firefox compresses the objects of pages.
const streams = pdf.toString('latin1').split(/stream\r?\n/).map((part) => inflated(Buffer.from(part, 'latin1')));
const sheets = [pdf.toString('latin1'), ...streams].join('\n').match(/\/Type ?\/Page\b/g)?.length || 0;
check('the detail prints', sheets > 0);
row('printed pages of the detail', sheets, '');
if (process.env.PDF) writeFileSync(process.env.PDF, pdf);
await page.context().close();
page = await opened({ hash: '#/all' });
await page.emulateMedia({ media: 'print' });
const printed = await page.evaluate(() => { dispatchEvent(new Event('beforeprint')); return document.querySelectorAll('#list .body .row').length; });
check('the list prints completely', printed === counts.entities);
row('printed rows of the list', printed, counts.entities);
await browsers.light.close();
await browsers.dark.close();

if (wrong.length) {
  console.error('\n' + wrong.join('\n'));
  process.exit(1);
}
