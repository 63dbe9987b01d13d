// The graph of an entity: incoming links on the left, outgoing links on the right.
const graphRoot = h('div', { class: 'graph', tabindex: 0, role: 'region', scroll: () => requestAnimationFrame(() => rewire()) });
const graphMost = { items: 7, all: false };
function graphView() { return [graphRoot]; }

function drawGraph() {
  graphRoot.setAttribute('aria-label', say('graph'));
  if (state.chosen < 0) { graphRoot.replaceChildren(h('p', { class: 'empty' }, say('chooseCentre')), h('ol', { class: 'ranked' }, mostLinked().map((n) => h('li', {}, sign(kindOf(n)), link(n))))); return; }
  const { left, right, hidden } = neighbours(state.chosen);
  const centre = h('div', { class: 'node centre' }, sign(kindOf(state.chosen)), h('strong', { dir: 'auto' }, nameOf(state.chosen)));
  const wires = s('svg', { class: 'wires', 'aria-hidden': 'true' });
  const stage = h('div', { class: 'stage' }, wires, side(left, 'in'), h('div', { class: 'middle' }, centre), side(right, 'out'));
  const none = !left.length && !right.length;
  const dashed = [...left, ...right].some((g) => g.nodes.some((node) => node.doubtful));
  graphRoot.replaceChildren(none ? h('p', { class: 'empty' }, say('noLinks', nameOf(state.chosen))) : stage,
    h('p', { class: 'legend' }, between([dashed ? h('span', {}, h('i', { class: 'dash' }), ' ' + say('dashed')) : undefined, hidden ? counted('notHolding', hidden) : undefined].filter(Boolean), dot)));
  if (none) { graphRoot.firstChild.before(h('div', { class: 'stage' }, h('div', { class: 'middle' }, centre))); return; }
  wire(stage, wires, centre);
}

// neighbours groups the links of an entity by relation; on each side, the largest group
// comes last.
function neighbours(n) {
  connect();
  const sides = { left: new Map(), right: new Map() };
  let hidden = 0;
  const put = (side, label, to, item) => {
    if (item.x & 4) { hidden++; return; }
    if (to === n) return;
    if (!side.has(label)) side.set(label, new Map());
    const nodes = side.get(label), doubtful = Boolean(item.x & 8);
    if (!nodes.has(to)) nodes.set(to, { n: to, doubtful });
    else if (!doubtful) nodes.get(to).doubtful = false;
  };
  eachLink(entities[n], (item, field) => { if (!fields[field].e) put(sides.right, called(field), item.to, item); });
  for (const l of incoming[n]) if (!fields[l.field].e) put(sides.left, inverse(l.field), l.from, l.item);
  if (kindOf(n).sources) for (const c of cited[n]) put(sides.left, say('citedBy'), c.by, {});
  const groups = (side) => [...side].map(([label, nodes]) => ({ label, nodes: [...nodes.values()].sort((a, b) => degree(b.n) - degree(a.n) || a.n - b.n) }));
  return { left: groups(sides.left), right: groups(sides.right), hidden };
}

function side(groups, which) {
  return h('div', { class: 'side ' + which }, groups.map((group) => h('section', { class: 'bundle' }, h('h2', { dir: 'auto' }, which === 'in' ? '← ' : '', group.label, which === 'out' ? ' →' : '', group.nodes.length > graphMost.items ? h('span', { class: 'soft' }, ' ' + number(group.nodes.length)) : ''),
    nodeList(group.nodes))));
}
function nodeList(nodes) {
  const element = (node) => h('li', {}, h('a', { class: node.doubtful ? 'node doubtful' : 'node', href: hrefOf(node.n), dir: 'auto', click: (event) => { if (!event.metaKey && !event.ctrlKey) { event.preventDefault(); go({ chosen: node.n, open: false }); render(); } } }, sign(kindOf(node.n)), h('span', {}, nameOf(node.n))));
  const rest = nodes.slice(graphMost.items), ul = h('ul', {}, nodes.slice(0, graphMost.items).map(element));
  if (rest.length) ul.append(h('li', {}, h('button', { type: 'button', class: 'more', click: (event) => { const li = event.currentTarget.parentElement; add(ul, rest.map(element)); li.remove(); rewire(); } }, counted('more', rest.length))));
  return ul;
}

// wire draws the edges from the centre to the nodes.
let rewire = () => {};
function wire(stage, wires, centre) {
  rewire = () => {
    const frame = stage.getBoundingClientRect(), middle = centre.getBoundingClientRect();
    wires.setAttribute('width', stage.scrollWidth);
    wires.setAttribute('height', stage.scrollHeight);
    wires.replaceChildren(...[...stage.querySelectorAll('.side a.node')].map((node) => {
      const box = node.getBoundingClientRect(), isLeft = node.closest('.side').classList.contains('in'), y = box.top + box.height / 2 - frame.top;
      const x1 = (isLeft ? box.right : box.left) - frame.left, x2 = (isLeft ? middle.left : middle.right) - frame.left, y2 = middle.top + middle.height / 2 - frame.top;
      if (isNarrow()) {
        return s('path', { d: `M${box.left - frame.left} ${y}H10V${middle.bottom - frame.top}`, class: node.classList.contains('doubtful') ? 'wire dashed' : 'wire' });
      }
      const bend = (x1 + x2) / 2;
      return s('path', { d: `M${x1} ${y}C${bend} ${y} ${bend} ${y2} ${x2} ${y2}`, class: node.classList.contains('doubtful') ? 'wire dashed' : 'wire' });
    }));
  };
  stage.classList.toggle('tall', stage.scrollHeight > graphRoot.clientHeight);
  rewire();
}

function moveInGraph(by) {
  const nodes = [...graphRoot.querySelectorAll('a.node')], at = nodes.indexOf(document.activeElement);
  const next = nodes[Math.max(0, Math.min(nodes.length - 1, at < 0 ? 0 : at + by))];
  if (next) next.focus();
}
