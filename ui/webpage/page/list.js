// The list of a tab: rows of fixed height, of which only the visible ones are elements.
const list = { rows: [], columns: [], sorts: new Map(), shown: 1, scores: undefined, counts: [], elsewhere: false };
const rowHeight = () => (isNarrow() ? 60 : 40);

// tabRows returns the search results of the current tab, in its sort order.
function tabRows() {
  const tab = tabs[state.tab];
  list.elsewhere = false;
  let rows = tab.numbers;
  if (list.scores) {
    rows = rows.filter((n) => list.scores[n]);
    if (!rows.length) {
      rows = tabs[tabs.length - 1].numbers.filter((n) => list.scores[n]);
      list.elsewhere = rows.length > 0;
    }
  }
  list.columns = columnsOf(list.elsewhere ? tabs[tabs.length - 1] : tab);
  const sort = list.sorts.get(tab.name);
  if (!sort) return list.scores ? [...rows].sort((a, b) => list.scores[b] - list.scores[a] || a - b) : rows;
  const column = list.columns[Math.min(sort.column, list.columns.length - 1)];
  const filled = rows.filter((n) => column.text(n) !== ''), empty = rows.filter((n) => column.text(n) === '');
  filled.sort(column.compare);
  if (sort.down) filled.reverse();
  return [...filled, ...empty];
}

// columnsOf returns the columns of a tab; for several kinds: name, kind and summary. For a
// view on a linked entity, the second column is the relation.
function columnsOf(tab) {
  const collator = new Intl.Collator(about.langs[state.lang], { numeric: true });
  const byText = (title, text) => ({ title, text, compare: (a, b) => collator.compare(text(a), text(b)) || a - b });
  const columns = tab.kind ? tab.kind.columns.map((column, i) => {
    const ranks = column.o && (column.o.length === 1 ? column.o[0] : column.o[state.lang]);
    const rank = (n) => (ranks ? ranks[n - tab.kind.from] : n);
    return { title: tr(column.t), numeric: column.n, text: i ? (n) => tr((entities[n].c || [])[i - 1]) : nameOf, compare: (a, b) => rank(a) - rank(b) };
  }) : [byText(say('name'), nameOf), byText(say('kind'), (n) => capital(tr(kindOf(n).one))), byText(say('summary'), (n) => (entities[n].s ? tr(entities[n].s.v) : ''))];
  if (!tab.kind && !entities.some((e) => e.s)) columns.pop();
  if (tab.roles) columns.splice(1, 0, byText(tr(tab.role), (n) => tr(tab.roles.get(n))));
  return columns;
}

// search evaluates the query, and counts the results of each tab.
function search() {
  list.scores = terms(state.query).length ? matches(state.query) : undefined;
  list.meant = list.scores && !list.scores.some((score) => score) ? forgiven(state.query) : '';
  if (list.meant) list.scores = matches(list.meant);
  list.counts = tabs.map((tab) => (list.scores ? tab.numbers.reduce((sum, n) => sum + (list.scores[n] ? 1 : 0), 0) : tab.numbers.length));
}

const grid = h('div', { id: 'list', class: 'grid', role: 'grid', tabindex: '0', scroll: () => requestAnimationFrame(drawRows) });
const gridHead = h('div', { role: 'rowgroup', class: 'head' }), gridBody = h('div', { role: 'rowgroup', class: 'body' });
const gridNote = h('div', { class: 'empty' });
grid.append(gridHead, gridBody);

// drawList redraws the list after a change of its rows or columns.
function drawList() {
  list.rows = tabRows();
  fitColumns();
  grid.setAttribute('aria-rowcount', list.rows.length + 1);
  grid.setAttribute('aria-label', tr(tabs[state.tab].label));
  gridHead.replaceChildren(headRow());
  drawSortBar();
  gridBody.style.height = list.rows.length * rowHeight() + 'px';
  gridNote.replaceChildren();
  if (list.meant) gridNote.append(h('p', {}, say('meant', quoted(list.meant))));
  if (list.elsewhere) gridNote.append(say('elsewhere'));
  else if (!list.rows.length) gridNote.append(state.query ? say('noResults', quoted(state.query.trim())) : say('emptyKind'));
  gridNote.hidden = !gridNote.hasChildNodes();
  drawRows();
}

// fitColumns assigns column widths in proportion to text lengths, and hides the last
// columns if there is no room.
function fitColumns() {
  const each = Math.max(1, Math.ceil(list.rows.length / 200)), sample = list.rows.filter((_, i) => i % each === 0);
  const longs = list.columns.map((column, i) => {
    const all = sample.map((n) => column.text(n).length).filter(Boolean).sort((a, b) => a - b);
    return Math.max(i ? 6 : 18, column.title.length, Math.min(i ? 26 : 40, all[Math.floor(all.length * (i ? 0.75 : 0.9))] || 0));
  });
  const isShort = (long) => long <= 14, least = (long, i) => (i ? Math.min(long, 14) : Math.min(long, 26));
  let room = (grid.clientWidth || 600) - 48 - least(longs[0], 0) * digitWidth(), shown = 1;
  while (shown < longs.length && (room -= 16 + least(longs[shown], shown) * digitWidth()) >= 0) shown++;
  list.shown = isNarrow() ? 1 : shown;
  grid.style.setProperty('--columns', longs.slice(0, list.shown).map((long, i) => (i && isShort(long) ? long + 0.4 + 'ch' : `minmax(${least(long, i) * 0.8}ch, ${long * (i ? 1 : 1.5)}fr)`)).join(' '));
}

// digitWidth is the CSS unit ch, in pixels.
let pen;
function digitWidth() {
  pen ||= document.createElement('canvas').getContext('2d');
  pen.font = getComputedStyle(grid).font;
  return pen.measureText('0').width;
}

function headRow() {
  const sort = list.sorts.get(tabs[state.tab].name);
  return h('div', { role: 'row', class: 'row', 'aria-rowindex': 1 }, list.columns.slice(0, list.shown).map((column, i) => {
    const sorted = sort && sort.column === i ? (sort.down ? 'descending' : 'ascending') : undefined;
    return h('div', { role: 'columnheader', class: column.numeric ? 'cell number' : 'cell', 'aria-sort': sorted || 'none' },
      h('button', { type: 'button', click: () => sortBy(i) }, column.title, h('span', { class: 'arrow', 'aria-hidden': 'true' }, sorted ? (sort.down ? ' ↓' : ' ↑') : '')));
  }));
}
// drawSortBar draws the sort menu that replaces column headers on narrow screens.
const sortBar = h('label', { class: 'sort-bar' });
function drawSortBar() {
  const name = tabs[state.tab].name, sort = list.sorts.get(name);
  sortBar.replaceChildren(capital(say('sort')), h('select', { change: (event) => {
    const [column, down] = event.target.value.split(' ');
    if (column === '') list.sorts.delete(name);
    else list.sorts.set(name, { column: Number(column), down: down === 'down' });
    drawList();
  } }, h('option', { value: '' }, '–'), list.columns.flatMap((column, i) => [['up', '↑'], ['down', '↓']].map(([way, arrow]) =>
    h('option', { value: i + ' ' + way, selected: Boolean(sort && sort.column === i && sort.down === (way === 'down')) }, column.title + ' ' + arrow)))));
}

// sortBy sorts by a column: ascending first, then descending, then unsorted.
function sortBy(i) {
  const name = tabs[state.tab].name, was = list.sorts.get(name);
  if (was && was.column === i && was.down) list.sorts.delete(name);
  else list.sorts.set(name, { column: i, down: Boolean(was && was.column === i) });
  drawList();
  reveal();
}

// drawRows draws the visible rows and a margin of rows around them.
function drawRows() {
  const height = rowHeight(), over = 8;
  const from = Math.max(0, Math.floor(grid.scrollTop / height) - over);
  const to = list.printed ? list.rows.length : Math.min(list.rows.length, Math.ceil((grid.scrollTop + grid.clientHeight) / height) + over);
  gridBody.replaceChildren(...list.rows.slice(from, to).map((n, i) => listRow(n, from + i)));
  const at = list.rows.indexOf(state.chosen);
  if (at >= from && at < to) grid.setAttribute('aria-activedescendant', 'row-' + state.chosen);
  else grid.removeAttribute('aria-activedescendant');
}

function listRow(n, at) {
  const chosen = n === state.chosen;
  const element = h('div', {
    role: 'row', class: chosen ? 'row chosen' : 'row', id: 'row-' + n, 'aria-rowindex': at + 2, 'aria-selected': chosen,
    click: (event) => { if (!event.metaKey && !event.ctrlKey) { event.preventDefault(); open(n); } },
  });
  list.columns.slice(0, list.shown).forEach((column, i) => {
    const text = column.text(n);
    const inner = i ? marked(text) : h('a', { href: hrefOf(n), tabindex: -1, dir: 'auto' }, marked(text));
    const cell = h('div', { role: 'gridcell', class: column.numeric ? 'cell number' : 'cell', dir: i ? 'auto' : undefined }, tabs[state.tab].kind && !list.elsewhere || i ? '' : sign(kindOf(n)), inner);
    if (list.shown === 1) cell.append(h('span', { class: 'below', dir: 'auto' }, list.columns.slice(1).map((c) => c.text(n)).filter(Boolean).slice(0, 3).join(' · ')));
    element.append(cell);
  });
  element.style.setProperty('--top', at * rowHeight() + 'px');
  return element;
}

// marked returns a text with the matches of the query marked.
function marked(text) {
  if (!list.scores) return text;
  const folded = fold(text), parts = [];
  if (folded.length !== text.length) return text;
  let from = 0;
  for (;;) {
    let at = -1, length = 0;
    for (const term of terms(list.meant || state.query)) {
      const found = term.not ? -1 : folded.indexOf(term.text, from);
      if (found >= 0 && (at < 0 || found < at)) { at = found; length = term.text.length; }
    }
    if (at < 0) break;
    parts.push(text.slice(from, at), h('mark', {}, text.slice(at, at + length)));
    from = at + length;
  }
  return [...parts, text.slice(from)];
}

// reveal scrolls the selected row into view.
function reveal() {
  const at = list.rows.indexOf(state.chosen);
  if (at < 0) return;
  const height = rowHeight(), top = at * height, room = grid.clientHeight - gridHead.offsetHeight;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + height > grid.scrollTop + room) grid.scrollTop = top + height - room;
  drawRows();
}

// move moves the selection by a number of rows.
function moveInList(by) {
  if (!list.rows.length) return;
  const at = list.rows.indexOf(state.chosen);
  const next = at < 0 ? (by > 0 ? 0 : list.rows.length - 1) : Math.max(0, Math.min(list.rows.length - 1, at + by));
  choose(list.rows[next]);
}
