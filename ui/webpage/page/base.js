// The data of the page, its messages, and the construction of elements. Texts of the data
// become text nodes and attributes, never markup.
addEventListener('error', (event) => { document.body.dataset.error = event.message; });
const data = JSON.parse(document.getElementById('data').textContent);
const { about, entities, kinds, views, fields } = data;

const state = {
  lang: Math.max(0, about.langs.indexOf(remembered('lang') || about.lang)),
  tab: 0, // index in tabs
  view: 'list', // list, map, timeline or graph
  query: '',
  chosen: -1, // number of the selected entity, or -1
  open: false, // in the one-pane layout: whether the detail is shown
};

// remembered and remember access the reader's settings in localStorage, if available.
function remembered(name) {
  try { return localStorage.getItem('rihla-' + name); } catch { return null; }
}
function remember(name, value) {
  try { localStorage.setItem('rihla-' + name, value); } catch { /* not saved */ }
}

// tr returns a text of the data in the current language.
function tr(text) {
  if (text === undefined || text === null) return '';
  return typeof text === 'string' ? text : text[state.lang];
}

const words = () => data.words[state.lang];
function say(name, ...args) {
  let n = 0;
  return words().say[name].replace(/%s/g, () => args[n++]);
}
function number(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, words().thousands); }
function counted(name, n) {
  const form = words().formOf[Math.min(n, 2)];
  return words().count[name][form].replace('%s', number(n));
}
function quoted(text) { return words().open + text + words().close; }
// called returns the capitalized label of a field. Paths are not capitalized.
function called(field) { return fields[field].p ? tr(fields[field].l) : capital(tr(fields[field].l)); }
function capital(text) { return text.charAt(0).toLocaleUpperCase() + text.slice(1); }

const nameOf = (n) => tr(entities[n].n).trim() || '–';
const kindOf = (n) => kinds[entities[n].k];

// h creates an element from attributes, event handlers keyed by event name, and children.
function h(tag, attributes, ...children) { return fill(document.createElement(tag), attributes, children); }
const svgSpace = 'http://www.w3.org/2000/svg';
function s(tag, attributes, ...children) { return fill(document.createElementNS(svgSpace, tag), attributes, children); }

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || (value === false && !name.startsWith('aria-'))) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
  }
  add(element, children);
  return element;
}
function add(element, children) {
  for (const child of children) {
    if (child === undefined || child === null || child === '' || child === false) continue;
    if (Array.isArray(child)) add(element, child);
    else element.append(child);
  }
}

// between returns parts joined by a separator.
function between(parts, separator) {
  return parts.flatMap((part, i) => (i ? [separator(), part] : [part]));
}
const dot = () => h('span', { class: 'dot', 'aria-hidden': 'true' }, ' · ');

// icon draws an icon of the page on a grid of 24.
const icons = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20', close: 'M6 6l12 12M18 6 6 18', back: 'M15 5l-7 7 7 7',
  list: 'M5 7h14M5 12h14M5 17h14', map: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0C18.5 15 12 21 12 21zM12 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  timeline: 'M4 6h7M9 12h9M14 18h6M4 3v18', graph: 'M6 12l11-6M6 12l11 6M6 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM18 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM18 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4', moon: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z',
  print: 'M7 9V4h10v5M7 17H4v-6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v6h-3M7 14h10v6H7z', link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1', plus: 'M12 5v14M5 12h14', minus: 'M5 12h14', fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
};
function icon(name) {
  return s('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, s('path', { d: icons[name] }));
}
function iconButton(name, label, press, more) {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, click: press, ...more }, icon(name));
}

// sign returns the symbol of a kind.
function sign(kind) { return h('span', { class: 'sign tint' + kind.tint, 'aria-hidden': 'true' }, kind.sign); }

// webAddress returns an address if its scheme is safe to open, or ''.
function webAddress(text) {
  try { return ['http:', 'https:', 'mailto:'].includes(new URL(text).protocol) ? text : ''; } catch { return ''; }
}
function webLink(address, text) {
  return h('a', { class: 'web', href: webAddress(address) || undefined, target: '_blank', rel: 'noopener noreferrer' }, text);
}

// fold normalizes a text for search: case, accents, ligatures.
const ligatures = { 'œ': 'oe', 'æ': 'ae', 'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', '’': "'", '‘': "'", '–': '-', '—': '-', '‑': '-', '\u00a0': ' ', '\u202f': ' ' };
function fold(text) {
  text = text.toLowerCase();
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text.normalize('NFKD').replace(/\p{M}|\p{Cf}/gu, '').replace(/[œæßøłđı’‘–—‑\u00a0\u202f]/g, (c) => ligatures[c]);
}

const isNarrow = () => matchMedia('screen and (max-width: 899px)').matches;
const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
