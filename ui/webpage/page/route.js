// The state of the page: its address after #, and the history.
//
//   #kind  #/view/NAME  #/all  #kind/key  #/map  #/timeline/kind/key  #/graph/kind/key
const viewNames = ['list', 'map', 'timeline', 'graph'];

function decodePath(path) {
  return path.split('/').map((part) => { try { return decodeURIComponent(part); } catch { return part; } });
}

// placeOf parses an address.
function placeOf(hash) {
  const place = { tab: state.tab, view: 'list', chosen: -1, open: false };
  let path = decodePath(hash.replace(/^#/, ''));
  if (path.length === 1 && path[0] === '') return { ...home(), query: '' };
  if (path[0] === '') {
    if (viewNames.includes(path[1])) {
      place.view = path[1];
      path = path.slice(2);
    } else {
      const tab = tabs.findIndex((t) => decodePath(t.name).join('/') === path.join('/'));
      return { ...place, tab: Math.max(0, tab) };
    }
  }
  if (!path.length || path[0] === '') return place;
  if (path.length === 1) return { ...place, tab: Math.max(0, tabs.findIndex((t) => t.name === path[0])) };
  const chosen = byAddress.get(path.join('/'));
  if (chosen === undefined) {
    tell(say('notThere', path.join('/')));
    return place;
  }
  return { ...place, chosen, open: true, tab: entities[chosen].k };
}
function home() {
  const place = { tab: about.home === undefined ? Math.max(0, kinds.findIndex((k) => k.count)) : entities[about.home].k, view: 'list', chosen: -1, open: false };
  return place;
}

// address returns the address of the current state.
function addressOfPlace() {
  const view = state.view === 'list' ? '' : '/' + state.view;
  if (state.chosen >= 0) return '#' + (view ? view + '/' : '') + encodePath(addressOf(state.chosen));
  if (view) return '#' + view;
  const tab = tabs[state.tab];
  return '#' + (tab.kind && tab.name[0] !== '/' ? encodeURIComponent(tab.name) : encodePath(tab.name));
}

// depth is the number of preceding history entries of this page.
let depth = 0;

// go changes the state, and pushes a history entry or replaces the current one. Browsers
// limit the rate of changes, so of several replacements only the last is written.
let pending;
function go(change, replace) {
  if (!replace) {
    writePlace();
    keep('replaceState', { ...history.state, scroll: grid.scrollTop, read: detail.scrollTop });
  }
  Object.assign(state, change);
  if (replace) {
    pending ||= setTimeout(writePlace, 150);
    return;
  }
  depth++;
  keep('pushState', placeNow(), addressOfPlace());
}
// keep writes to the history, if the browser permits.
function keep(method, place, address) {
  try { history[method](place, '', address); } catch { /* the page works without history */ }
}
function writePlace() {
  if (!pending) return;
  clearTimeout(pending);
  pending = undefined;
  keep('replaceState', placeNow(), addressOfPlace());
}
function placeNow() {
  const { tab, view, query, chosen, open } = state;
  return { tab, view, query, chosen, open, depth };
}

// open shows an entity, in the current tab if it is listed there.
function open(n) {
  const change = { chosen: n, open: true };
  if (!list.rows.includes(n)) {
    if (!tabs[state.tab].numbers.includes(n)) change.tab = entities[n].k;
    change.query = '';
  }
  go(change);
  render();
  detail.scrollTop = 0;
  if (isNarrow()) detail.focus({ preventScroll: true });
}
// choose selects an entity of the list. The two-pane layout also shows its detail.
function choose(n) {
  go({ chosen: n, open: state.open && isNarrow() }, true);
  reveal();
  if (!isNarrow()) { drawDetail(); detail.scrollTop = 0; }
  if (state.view !== 'list') drawView();
}
function goTab(tab) { go({ tab, chosen: state.view === 'graph' ? state.chosen : -1, open: false }); grid.scrollTop = 0; render(); }
function goView(view) { go({ view, open: false }); render(); }
function goHome() { go({ ...home(), query: '' }); grid.scrollTop = 0; render(); }
function closeDetail() {
  go({ open: false });
  render();
  grid.focus({ preventScroll: true });
}

// take restores the state of a history entry or an address.
function take(place) {
  for (const name of ['tab', 'view', 'query', 'chosen', 'open']) if (place[name] !== undefined) state[name] = place[name];
  depth = place.depth ?? depth + 1;
}
// back goes to the previous history entry, if it belongs to this page.
function back() {
  if (depth > 0) history.back();
  else if (state.open && isNarrow()) closeDetail();
}

addEventListener('popstate', (event) => {
  clearTimeout(pending);
  pending = undefined;
  const place = event.state || placeOf(location.hash);
  take(place);
  if (!event.state) keep('replaceState', placeNow(), location.hash);
  render();
  grid.scrollTop = place.scroll || 0;
  detail.scrollTop = place.read || 0;
  if (place.scroll === undefined) reveal();
});
