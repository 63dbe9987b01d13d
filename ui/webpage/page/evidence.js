// The evidence of claims: numbered notes beside a claim, which open its citations.

// notes numbers the sources of a page in the order of first citation.
class Notes {
  constructor() { this.sources = []; this.numbers = new Map(); }
  // of returns the distinct source numbers of a claim.
  of(evidence) {
    const out = [];
    for (const use of evidence || []) {
      const source = use.s === undefined ? 'ref ' + use.r : use.s;
      let number = this.numbers.get(source);
      if (!number) {
        number = this.sources.length + 1;
        this.numbers.set(source, number);
        this.sources.push({ use, uses: [] });
      }
      this.sources[number - 1].uses.push(use);
      if (!out.includes(number)) out.push(number);
    }
    return out;
  }
}

// behind returns the note button of a claim with its source numbers and origins, and the
// card that it opens.
function behind(notes, claim) {
  const numbers = notes.of(claim.e);
  if (!numbers.length) return [];
  const card = h('div', { class: 'card', hidden: true });
  const button = h('button', {
    type: 'button', class: 'note', 'aria-expanded': 'false', 'aria-label': say('note', numbers.join(words().comma)),
    click: () => {
      if (!card.hasChildNodes()) card.append(...uses(claim.e));
      card.hidden = !card.hidden;
      button.setAttribute('aria-expanded', String(!card.hidden));
    },
  }, numbers.join(' '));
  return [h('span', { class: 'behind' }, button, origins(claim)), card];
}
// The data wraps a warning in a list of one element.
const warns = (q) => Array.isArray(q) && q.length === 1;
const said = (q) => tr(warns(q) ? q[0] : q);
// standing returns the warning that a claim would lose its support without this source.
const standing = (use) => (use.n === 1 ? say('noOtherSource') : say('noOtherOrigin'));
function origins(claim) {
  return (claim.o || []).map((q) => h('span', { class: warns(q) ? 'warn' : 'soft' }, said(q)));
}

// uses returns the citations of a claim: quote, locator and source.
function uses(evidence) {
  return evidence.map((use) => h('div', { class: 'use' },
    use.q ? h('blockquote', { dir: 'auto' }, quoted(use.q)) : '',
    h('p', { class: 'cite' }, between([[sourceName(use), use.p ? [words().comma, h('bdi', {}, use.p)] : ''], use.n ? h('span', { class: 'warn' }, standing(use)) : undefined].filter(Boolean), dot))));
}

// sourceName returns a source as a link, its publisher and date, and the reason if it no
// longer counts.
function sourceName(use) {
  if (use.s === undefined) return use.r ? (webAddress(use.r) ? webLink(use.r, use.r) : h('bdi', {}, use.r)) : h('span', { class: 'soft' }, say('noSource'));
  const e = entities[use.s];
  return [link(use.s), h('span', { class: 'soft' }, tr(e.cite)), e.w ? [words().comma, h('span', { class: 'warn' }, tr(e.w))] : ''];
}

// link returns a link to an entity.
function link(n, text) {
  return h('a', { href: hrefOf(n), dir: 'auto', click: (event) => { if (!event.metaKey && !event.ctrlKey) { event.preventDefault(); open(n); } } }, text || nameOf(n));
}

// sourceList returns the numbered sources of a page, each with its uses.
function sourceList(notes, general) {
  if (!notes.sources.length && !general) return '';
  return h('section', { class: 'sources', id: 'sources', 'aria-labelledby': 'h-sources', tabindex: -1 }, h('h3', { id: 'h-sources' }, say('sources')),
    general ? h('div', { class: 'general' }, h('p', { class: 'soft' }, say('wholeEntity')), uses(general)) : '',
    h('ol', {}, notes.sources.map((source) => h('li', {}, h('p', { class: 'cite' }, sourceName(source.use), webOf(source.use)), distinct(source.uses).map((use) =>
      h('p', { class: 'use' }, between([use.p ? h('bdi', { class: 'soft' }, use.p) : undefined, use.q ? h('q', { dir: 'auto' }, quoted(use.q)) : undefined].filter(Boolean), () => ' ')))))));
}
function webOf(use) {
  const web = use.s !== undefined && entities[use.s].web;
  return web ? [' ', webLink(web, new URL(web).hostname.replace(/^www\./, ''))] : '';
}
function distinct(all) {
  const seen = new Set();
  return all.filter((use) => (use.p || use.q) && !seen.has(use.p + '\n' + use.q) && seen.add(use.p + '\n' + use.q));
}
