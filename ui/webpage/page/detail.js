// The detail of an entity: its fields, its backlinks, and their evidence.
const detail = h('article', { id: 'detail', class: 'detail', tabindex: -1 });

function drawDetail() {
  detail.replaceChildren();
  if (state.chosen < 0) overview();
  else entityDetail(state.chosen);
  detail.setAttribute('aria-labelledby', 'detail-name');
}

// overview returns the overview of the base.
function overview() {
  const linked = mostLinked();
  add(detail, [
    h('header', { class: 'top' }, h('h2', { id: 'detail-name', dir: 'auto' }, tr(about.title)), h('p', { class: 'subtitle' }, between([...about.totals.map((t) => tr(t)), ...(about.asOf ? [tr(about.asOf)] : [])], dot)),
      about.summary ? h('p', { class: 'lead', dir: 'auto' }, tr(about.summary)) : ''),
    h('section', { 'aria-labelledby': 'h-contents' }, h('h3', { id: 'h-contents' }, say('contents')),
      h('ul', { class: 'kinds' }, tabs.filter((tab) => tab.name !== '/all' && tab.numbers.length).map((tab) => h('li', {}, h('button', { type: 'button', click: () => goTab(tabs.indexOf(tab)) }, tab.kind && tab.name[0] !== '/' ? sign(tab.kind) : h('span', { class: 'sign' }), h('span', { dir: 'auto' }, tr(tab.label)), h('span', { class: 'soft' }, number(tab.numbers.length))))))),
    linked.length ? h('section', { 'aria-labelledby': 'h-linked' }, h('h3', { id: 'h-linked' }, say('mostLinked')),
      h('ol', { class: 'ranked' }, linked.map((n) => h('li', {}, sign(kindOf(n)), link(n), h('span', { class: 'soft' }, ' ' + counted('linkCount', degree(n))))))) : '',
  ]);
}
let ranked;
function mostLinked() {
  if (!ranked) {
    const degrees = entities.map((_, n) => (kindOf(n).sources ? 0 : degree(n)));
    ranked = range(0, entities.length).filter((n) => degrees[n] > 1).sort((a, b) => degrees[b] - degrees[a] || a - b).slice(0, 10);
  }
  return ranked;
}

function entityDetail(n) {
  connect();
  const e = entities[n], kind = kindOf(n), notes = new Notes();
  const parts = [
    h('header', { class: 'top' },
      h('p', { class: 'kicker' }, sign(kind), h('span', {}, capital(tr(kind.one))), h('span', { class: 'address', dir: 'ltr' }, addressOf(n)),
        h('span', { class: 'actions' }, iconButton('graph', say('graph'), () => goView('graph')), iconButton('link', say('copy'), copyLink), iconButton('print', say('print'), () => print()))),
      h('h2', { id: 'detail-name', dir: 'auto' }, nameOf(n)),
      (e.u || e.web) ? h('p', { class: 'subtitle' }, between([...(e.u || []).map((t) => tr(t)), ...(e.web ? [webLink(e.web, hostOf(e.web))] : [])], dot)) : '',
      e.w ? h('p', { class: 'banner' }, capital(tr(e.w))) : '',
      e.a ? h('p', { class: 'aliases' }, h('span', { class: 'soft' }, say('also') + ' '), between(e.a.map((a) => h('bdi', {}, a)), dot)) : '',
      e.s ? h('p', { class: 'lead', dir: 'auto' }, tr(e.s.v), h('span', { class: 'soft' }, tr(e.s.l))) : ''),
    (e.f || []).map((section) => fieldSection(section, notes)),
    facts(e, notes), body(e), linksTo(n, notes), reliance(n), sourceList(notes, e.g),
  ];
  add(detail, parts);
  if (!e.f && !e.t && !e.b && !e.s && !incoming[n].length && !cited[n].length) add(detail, [h('p', { class: 'soft' }, say('noContent'))]);
}
function hostOf(address) {
  try { const url = new URL(address); return url.hostname.replace(/^www\./, '') || url.pathname; } catch { return address; }
}
function copyLink() {
  const address = location.href.split('#')[0] + hrefOf(state.chosen);
  if (navigator.clipboard) navigator.clipboard.writeText(address).then(() => tell('✓ ' + addressOf(state.chosen)), () => tell(address));
  else tell(address);
}

function fieldSection(section, notes) {
  return h('section', { class: 'section' }, section.h ? h('h3', { dir: 'auto' }, section.h) : '',
    h('dl', { class: 'fields' }, section.g.map((group) => fieldRow(group.l === undefined ? called(group.f) : tr(group.l), group.tr ? table(group) : values(group.i || [], notes)))));
}
function fieldRow(label, content, after) {
  return h('div', { class: 'field' }, h('dt', { dir: 'auto' }, label, after || ''), h('dd', {}, content));
}

// values returns values on one line if all are short and have no qualifiers or evidence,
// else one per line.
function values(items, notes) {
  const plain = items.every((item) => !item.q?.length && !item.e && !item.h && !(tr(item.v).length > 90 || tr(item.v).includes('\n')));
  if (plain) return h('p', { class: 'inline' }, between(items.map((item) => value(item)), dot));
  const most = 50, rest = items.slice(most);
  const rows = (all) => all.map((item) => h('div', { class: 'item' }, h('span', { class: 'value' }, value(item)), qualifiers(item), item.h ? h('div', {}, h('span', { class: 'who' }, tr(item.h)), behind(notes, item)) : behind(notes, item)));
  return [rows(items.slice(0, most)), more(rest, () => rows(rest))];
}

// more returns a button that is replaced by the rest when pressed.
function more(rest, draw) {
  if (!rest.length) return '';
  return h('button', { type: 'button', class: 'more', click: (event) => event.currentTarget.replaceWith(...draw().flat()) }, counted('more', rest.length));
}

function value(item) {
  const text = tr(item.v);
  const shown = item.to !== undefined ? link(item.to) : item.u ? webLink(item.u, text) : text === '' ? h('span', { class: 'soft' }, '–') : h('span', { dir: 'auto', class: text.includes('\n') ? 'lines' : undefined }, text);
  const apart = [item.x & 2 ? h('span', { class: 'warn', title: say('disputed') }, '≠ ') : '', shown, item.l ? h('span', { class: 'soft' }, tr(item.l)) : ''];
  return item.x & 1 ? h('span', { class: 'past' }, apart) : apart;
}
function qualifiers(item) {
  return (item.q || []).map((q) => h('span', { class: warns(q) ? 'qualifier warn' : 'qualifier' }, dot(), h('bdi', {}, said(q))));
}

function table(group) {
  const numeric = new Set(group.tn);
  const draw = (rows) => rows.map((row) => h('tr', {}, row.map((cell, i) => h('td', { class: numeric.has(i) ? 'number' : undefined }, between(cell.map((item) => value(item)), () => words().comma)))));
  const most = 100, rest = group.tr.slice(most);
  const bodyRows = h('tbody', {}, draw(group.tr.slice(0, most)));
  return h('div', { class: 'table', tabindex: 0, role: 'group', 'aria-label': tr(group.l === undefined ? fields[group.f].l : group.l) },
    h('table', {}, h('thead', {}, h('tr', {}, group.th.map((title, i) => h('th', { scope: 'col', class: numeric.has(i) ? 'number' : undefined }, tr(title))))), bodyRows),
    rest.length ? h('button', { type: 'button', class: 'more', click: (event) => { add(bodyRows, draw(rest)); event.currentTarget.remove(); } }, counted('more', rest.length)) : '');
}

function facts(e, notes) {
  if (!e.t) return '';
  return h('section', { class: 'facts', 'aria-labelledby': 'h-facts' }, h('h3', { id: 'h-facts' }, say('facts')),
    h('ul', {}, e.t.map((fact) => h('li', {}, h('span', { dir: 'auto' }, tr(fact.v) || '…'), fact.l ? h('span', { class: 'soft' }, tr(fact.l)) : '', qualifiers(fact), ' ', behind(notes, fact),
      fact.ab ? h('p', { class: 'about' }, between(fact.ab.map((item) => value(item)), dot)) : ''))));
}

// body returns the body of an entity.
function body(e) {
  if (!e.b) return '';
  return h('section', { class: 'prose', dir: 'auto' }, blocks(e.b.length === 1 ? e.b[0] : e.b[state.lang]));
}
function blocks(all) { return all.map(block); }
function block(b) {
  const lines = () => between((b.t || []).map((line) => line.map(run)), () => h('br'));
  switch (b.k) {
    case 'h': return h('h' + Math.min(6, b.n + 2), { dir: 'auto' }, lines());
    case 'hr': return h('hr');
    case 'pre': return h('pre', { tabindex: 0 }, between((b.t || []).map((line) => line.map((r) => (typeof r === 'string' ? r : r[0]))), () => '\n'));
    case 'q': return h('blockquote', {}, blocks(b.b || []));
    case 'list': return h(b.n < 0 ? 'ul' : 'ol', { start: b.n > 1 ? b.n : undefined }, blocks(b.b || []));
    case 'li': return h('li', {}, blocks(b.b || []));
    case 'table': return h('div', { class: 'table', tabindex: 0, role: 'group' }, h('table', {}, h('thead', {}, h('tr', {}, b.r[0].map((c) => h('th', { scope: 'col' }, (c || []).map(run))))), h('tbody', {}, b.r.slice(1).map((r) => h('tr', {}, r.map((c) => h('td', {}, (c || []).map(run))))))));
  }
  return h('p', { dir: 'auto' }, lines());
}
const runTags = { e: 'em', b: 'strong', s: 's', c: 'code' };
function run(r) {
  if (typeof r === 'string') return r;
  const [text, style, target] = r;
  if (typeof target === 'number') return link(target, text);
  if (target && style === 'm') return h('span', { class: 'printed' }, text); // URL of the preceding link
  if (target) return webLink(target, text);
  if (style === 'be') return h('strong', {}, h('em', {}, text));
  return runTags[style] ? h(runTags[style], {}, text) : h('span', { class: 'soft' }, text);
}

// inverse returns the inverse label of a field.
function inverse(field) {
  const label = tr(fields[field].i).replace(/^← /, '');
  return fields[field].p ? label : capital(label);
}

// linksTo returns the backlinks of an entity, by relation and kind.
function linksTo(n, notes) {
  const groups = new Map();
  for (const l of incoming[n]) {
    const label = inverse(l.field), key = label + '\n' + entities[l.from].k;
    if (!groups.has(key)) groups.set(key, { label, kind: entities[l.from].k, links: [] });
    groups.get(key).links.push(l);
  }
  if (!groups.size) return '';
  const all = [...groups.values()].sort((a, b) => a.kind - b.kind);
  const labels = all.map((g) => g.label);
  return h('section', { class: 'section', 'aria-labelledby': 'h-incoming' }, h('h3', { id: 'h-incoming' }, say('incoming')),
    h('dl', { class: 'fields' }, all.map((g) => {
      const several = labels.filter((l) => l === g.label).length > 1;
      const items = merge(g.links).map((l) => ({ to: l.from, q: l.item.q, e: l.fact ? l.fact.e : l.item.e, o: l.fact ? l.fact.o : l.item.o, x: (l.item.x || 0) & 1 }));
      return fieldRow(g.label, values(items, notes), [several ? h('span', { class: 'soft' }, ' · ' + tr(kinds[g.kind].label)) : '', g.links.length > 8 ? h('span', { class: 'soft' }, ' ' + number(g.links.length)) : '']);
    })));
}
// merge removes all but the first of adjacent links from one entity that have no
// qualifiers.
function merge(links) {
  const out = [];
  for (const l of links) {
    const last = out[out.length - 1];
    if (last && last.from === l.from && !l.item.q?.length && !last.item.q?.length) continue;
    out.push(l);
  }
  return out;
}

// reliance returns the claims that cite a source, each with its standing without that
// source.
function reliance(n) {
  const e = entities[n];
  const origin = e.or || e.so ? h('dl', { class: 'fields' }, e.or ? fieldRow(capital(say('origin')), tr(e.or)) : '', e.so ? fieldRow(capital(say('sharedOrigin')), h('p', { class: 'inline' }, between(e.so.map((o) => link(o)), dot))) : '') : '';
  if (!cited[n].length) return origin;
  const byEntity = new Map();
  for (const c of cited[n]) byEntity.set(c.by, [...(byEntity.get(c.by) || []), c]);
  const all = [...byEntity], most = 30, rest = all.slice(most);
  const draw = (some) => some.map(([by, claims]) => h('div', { class: 'field' }, h('dt', {}, sign(kindOf(by)), link(by)), h('dd', {}, claims.map((c) => h('div', { class: 'item' }, claimText(c), c.use.n ? h('span', { class: 'qualifier warn' }, dot(), standing(c.use)) : '')))));
  const dl = h('dl', { class: 'fields cited' }, draw(all.slice(0, most)));
  return [origin, h('section', { class: 'section', 'aria-labelledby': 'h-cited' }, h('h3', { id: 'h-cited' }, say('citedBy'), h('span', { class: 'soft' }, ' ' + counted('claims', cited[n].length))), dl,
    rest.length ? h('button', { type: 'button', class: 'more', click: (event) => { add(dl, draw(rest)); event.currentTarget.remove(); } }, counted('more', rest.length)) : '')];
}
function claimText(c) {
  if (c.fact) return h('span', { dir: 'auto' }, tr(c.fact.v));
  return [h('span', { class: 'soft' }, tr(c.group.l === undefined ? fields[c.group.f].l : c.group.l) + words().colon), value(c.item)];
}
