// Key bindings: those of vim and the conventional ones.
const keyTable = [
  ['j k ↓ ↑', 'keyMove'], ['PgUp PgDn', 'keyPage'], ['g G Home End', 'keyEnds'], ['h l ← →', 'keyTabs'], ['1…9', 'keyTabNumber'], ['0', 'keyOverview'], ['/', 'keySearch'], ['Enter', 'keyOpen'], ['Esc Backspace -', 'keyBack'],
  ['v m t r', 'keyViews'], ['s', 'keySource'], ['o', 'keyWeb'], ['L', 'keyLanguage'], ['d', 'keyColour'], ['?', 'keyHelp'],
];

// moves maps a key to its action when no text field has the focus.
const moves = {
  j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1),
  PageDown: () => move(page()), PageUp: () => move(-page()), g: () => move(-1e9), G: () => move(1e9), Home: () => move(-1e9), End: () => move(1e9),
  h: () => nextTab(-1), l: () => nextTab(1), ArrowLeft: () => nextTab(-1), ArrowRight: () => nextTab(1),
  0: goHome, '/': () => { queryField.focus(); queryField.select(); }, Enter: enter, Escape: escape, Backspace: back, '-': back, '+': () => history.forward(),
  v: () => goView('list'), m: () => goView('map'), t: () => goView('timeline'), r: () => goView('graph'), s: toSources, o: openWeb, L: nextLanguage, d: switchColours, '?': showHelp,
};
const page = () => Math.max(1, Math.floor(grid.clientHeight / rowHeight()) - 2);

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || help.open) return;
  const inField = event.target === queryField, inDetail = detail.contains(event.target);
  if (event.altKey || event.metaKey) return;
  if (event.ctrlKey) {
    const by = { d: page() / 2, u: -page() / 2, n: 1, p: -1 }[event.key];
    if (by && !inField && !inDetail && (event.key === 'd' || event.key === 'u')) { event.preventDefault(); move(Math.trunc(by)); }
    return;
  }
  if (inField) {
    if (event.key === 'Escape') { event.preventDefault(); if (queryField.value) typeQuery(''); else grid.focus(); }
    if (event.key === 'Enter' || event.key === 'ArrowDown') { event.preventDefault(); fromField(event.key); }
    return;
  }
  const native = event.target.closest('button, a, summary, [role=tab], .table, pre');
  if (native && ['Enter', ' '].includes(event.key)) return;
  if (event.target.closest('[role=tablist]') && event.key.startsWith('Arrow')) return; // tab lists handle arrow keys themselves
  if (inDetail && ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return;
  if (inDetail && (event.key === 'j' || event.key === 'k')) { detail.scrollBy({ top: event.key === 'j' ? 64 : -64 }); return; }
  if (inDetail && (event.key === 'g' || event.key === 'G')) { detail.scrollTop = event.key === 'g' ? 0 : detail.scrollHeight; return; }
  if (/^[1-9]$/.test(event.key) && Number(event.key) <= tabs.length) { event.preventDefault(); goTab(Number(event.key) - 1); return; }
  const act = Object.hasOwn(moves, event.key) && moves[event.key];
  if (act) { event.preventDefault(); act(); }
});

// move moves the selection of the current view.
function move(by) {
  if (state.view === 'timeline') moveInTimeline(by);
  else if (state.view === 'graph') moveInGraph(by);
  else if (state.view === 'map') moveInMap(by);
  else moveInList(by);
}
function nextTab(by) { goTab((state.tab + by + tabs.length) % tabs.length); }
// enter selects the first entity if there is no selection, and moves the focus to the
// detail.
function enter() {
  if (state.chosen < 0 && list.rows.length) choose(list.rows[0]);
  if (state.chosen < 0) return;
  if (isNarrow()) open(state.chosen);
  else go({});
  detail.focus();
}
// escape closes the topmost layer: the detail, a search, any view but the list.
function escape() {
  if (detail.contains(document.activeElement) && !isNarrow()) grid.focus();
  else if (state.open && isNarrow()) (depth > 0 ? back : closeDetail)();
  else if (state.query) typeQuery('');
  else if (state.view !== 'list') goView('list');
}
function fromField(key) {
  grid.focus();
  if (!list.rows.length) return;
  if (key === 'Enter') { open(list.rows[0]); if (!isNarrow()) grid.focus(); } else choose(list.rows[0]);
}
function toSources() {
  const at = document.getElementById('sources');
  if (!at) return;
  at.scrollIntoView({ behavior: isCalm() ? 'auto' : 'smooth' });
  at.focus({ preventScroll: true });
}
function openWeb() {
  const web = state.chosen >= 0 && webAddress(entities[state.chosen].web || '');
  if (web) window.open(web, '_blank', 'noopener,noreferrer');
}

const help = h('dialog', { class: 'help', 'aria-labelledby': 'help-title', click: (event) => { if (event.target === help) help.close(); } });
function showHelp() {
  help.replaceChildren(h('div', { class: 'inside' },
    h('header', {}, h('h2', { id: 'help-title' }, say('help')), iconButton('close', capital(say('close')), () => help.close())),
    h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('key')), h('th', { scope: 'col' }, say('meaning')))),
      h('tbody', {}, keyTable.map(([keys, meaning]) => h('tr', {}, h('td', {}, between(keys.split(' ').map((k) => h('kbd', {}, k)), () => ' ')), h('td', {}, say(meaning))))))));
  help.showModal();
}
