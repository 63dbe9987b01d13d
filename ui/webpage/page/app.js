// The page as a whole: the toolbar, the tabs, the two panes, and rendering.
const title = h('h1', {}), tablist = h('div', { role: 'tablist', class: 'tabs', wheel: (event) => { tablist.scrollLeft += event.deltaY; } }), status = h('p', { class: 'status', role: 'status' }), toast = h('p', { class: 'toast', role: 'status', hidden: true });
const queryField = h('input', { type: 'search', id: 'query', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search', input: () => typeQuery(queryField.value) });
const languageButton = h('button', { type: 'button', class: 'language', click: nextLanguage });
const tools = h('div', { class: 'tools' }), viewSwitch = h('div', { role: 'group', class: 'views' });
const panel = h('section', { id: 'panel', role: 'tabpanel', class: 'panel' });
const backBar = h('div', { class: 'back-bar' });
const pane = h('section', { class: 'pane' }, backBar, detail);
const skip = h('button', { type: 'button', class: 'skip', click: () => { if (isNarrow() && state.chosen >= 0) { go({ open: true }, true); render(); } detail.focus(); } });
const panes = h('main', { class: 'panes' }, panel, pane);

document.getElementById('app').append(skip,
  h('header', { class: 'bar' }, title, h('div', { class: 'search', role: 'search' }, icon('search'), queryField, h('kbd', { 'aria-hidden': 'true' }, '/')), tools),
  h('nav', { class: 'tab-row' }, tablist, viewSwitch), panes, help, toast);

// drawFrame draws the parts that depend only on the language and the colours.
function drawFrame() {
  document.documentElement.lang = about.langs[state.lang];
  document.title = tr(about.title);
  title.replaceChildren(h('button', { type: 'button', title: say('keyOverview'), click: goHome }, h('span', { dir: 'auto' }, tr(about.title))), about.asOf ? h('span', { class: 'as-of' }, tr(about.asOf)) : '');
  queryField.placeholder = say('search');
  queryField.setAttribute('aria-label', say('search'));
  skip.textContent = say('skip');
  const next = (state.lang + 1) % about.langs.length;
  languageButton.replaceChildren(about.langs[next].toUpperCase());
  languageButton.setAttribute('aria-label', about.langs[next].toUpperCase() + ' – ' + about.langNames[next]);
  languageButton.setAttribute('lang', about.langs[next]);
  languageButton.title = about.langNames[next];
  tools.replaceChildren(languageButton, iconButton(isDark() ? 'sun' : 'moon', say(isDark() ? 'light' : 'dark'), switchColours), h('button', { type: 'button', class: 'icon-button', 'aria-label': say('help'), title: say('help') + ' (?)', click: showHelp }, '?'));
  viewSwitch.setAttribute('aria-label', say('viewAs'));
  tablist.setAttribute('aria-label', say('tabs'));
  tablist.parentElement.setAttribute('aria-label', say('tabs'));
  backBar.replaceChildren(h('button', { type: 'button', click: () => (depth > 0 ? history.back() : closeDetail()) }, icon('back'), capital(say('back'))));
}

// hasView reports which views have content.
const hasView = { list: true, map: entities.some((e) => e.p), timeline: entities.some((e) => e.d), graph: entities.some((e) => { let some = false; eachLink(e, () => { some = true; }); return some; }) };

function drawTabs() {
  tablist.replaceChildren(...tabs.map((tab, i) => h('button', {
    type: 'button', role: 'tab', id: 'tab-' + i, 'aria-selected': i === state.tab, 'aria-controls': 'panel', tabindex: i === state.tab ? 0 : -1, class: list.scores && !list.counts[i] ? 'without' : undefined, click: () => goTab(i),
    keydown: (event) => {
      const to = { ArrowLeft: i - 1, ArrowRight: i + 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      goTab((to + tabs.length) % tabs.length);
      document.getElementById('tab-' + state.tab).focus();
    },
  }, h('span', { dir: 'auto' }, tr(tab.label)), h('span', { class: 'count' }, list.scores ? number(list.counts[i]) + '/' + number(tab.numbers.length) : number(list.counts[i])))));
  panel.setAttribute('aria-labelledby', 'tab-' + state.tab);
  const chosen = tablist.children[state.tab];
  if (chosen.offsetLeft < tablist.scrollLeft + 24 || chosen.offsetLeft + chosen.offsetWidth > tablist.scrollLeft + tablist.clientWidth - 24) tablist.scrollLeft = chosen.offsetLeft - 48;
  viewSwitch.replaceChildren(...viewNames.filter((name) => hasView[name] || name === state.view).map((name) => h('button', { type: 'button', 'aria-pressed': name === state.view, click: () => goView(name) }, icon(name), h('span', {}, say(name)))));
}

// drawView draws the current view: list, map, timeline or graph.
function drawView() {
  const draw = { list: () => [sortBar, gridNote, grid], map: mapView, timeline: timelineView, graph: graphView }[state.view];
  const parts = draw();
  if (parts.some((p, i) => panel.children[i] !== p) || panel.children.length !== parts.length + 1) panel.replaceChildren(...parts, status);
  status.textContent = state.query ? counted('results', list.rows.length) : '';
  if (state.view === 'list') { drawList(); return; }
  ({ map: drawMap, timeline: drawTimeline, graph: drawGraph })[state.view]();
}

// render draws the page from the state.
function render() {
  document.body.className = [state.open ? 'opened' : '', state.chosen >= 0 ? 'has-detail' : '', 'view-' + state.view].join(' ');
  if (queryField.value !== state.query && document.activeElement !== queryField) queryField.value = state.query;
  search();
  drawTabs();
  list.rows = tabRows();
  drawView();
  drawDetail();
  if (state.view === 'list') reveal();
}

// typeQuery searches for the typed query, in all tabs until the user chooses one. An empty
// query restores the previous tab.
let unsearched = 0;
function typeQuery(query) {
  const typed = performance.now(), begins = state.query === '' && query !== '';
  if (queryField.value !== query) queryField.value = query;
  if (begins) unsearched = state.tab;
  go({ query, tab: begins ? tabs.length - 1 : query === '' && state.tab === tabs.length - 1 ? unsearched : state.tab }, !begins);
  search();
  drawTabs();
  grid.scrollTop = 0;
  list.rows = tabRows();
  drawView();
  document.body.dataset.took = (performance.now() - typed).toFixed(1);
}

function nextLanguage() {
  state.lang = (state.lang + 1) % about.langs.length;
  remember('lang', about.langs[state.lang]);
  drawFrame();
  render();
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
function isDark() { return (document.documentElement.dataset.theme || (darkSystem.matches ? 'dark' : 'light')) === 'dark'; }
function switchColours() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  remember('colours', document.documentElement.dataset.theme);
  drawFrame();
}

// tell shows a notice for a moment.
let telling;
function tell(text) {
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(telling);
  telling = setTimeout(() => { toast.hidden = true; }, 4000);
}

if (['light', 'dark'].includes(remembered('colours'))) document.documentElement.dataset.theme = remembered('colours');
darkSystem.addEventListener('change', drawFrame);
addEventListener('beforeprint', () => { list.printed = true; if (state.view === 'list') drawRows(); });
addEventListener('afterprint', () => { list.printed = false; if (state.view === 'list') drawRows(); });
new ResizeObserver(() => requestAnimationFrame(() => drawView())).observe(panel);
history.scrollRestoration = 'manual';
take({ depth: 0, ...(history.state || placeOf(location.hash)) });
keep('replaceState', placeNow(), location.hash || undefined);
drawFrame();
render();
setTimeout(prepareSearch, 0);
document.body.dataset.opened = performance.now().toFixed(0);
