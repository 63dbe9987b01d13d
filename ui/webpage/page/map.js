// The map: coastlines, clusters of located entities, and great circles from the places of
// the selected entity to those of its neighbours.
const world = { paths: undefined, centre: [20, 11], scale: 0, sites: [], of: undefined, at: -1 };
const mapDrawing = s('svg', { class: 'world', role: 'img' });
const mapBox = h('div', { class: 'map-box', wheel: wheelMap, pointerdown: dragMap }, mapDrawing);
const mapTools = h('div', { class: 'view-tools' }), mapList = h('div', { class: 'places', role: 'region', tabindex: 0 });
mapBox.append(mapTools);
function mapView() { return [mapBox, mapList]; }
const narrowing = () => Math.cos(Math.min(75, Math.abs(world.centre[0])) * Math.PI / 180);
const wrap = (lon) => ((lon + 180) % 360 + 360) % 360 - 180;

// outline decodes the coastlines: 7 bits per byte; each point is the difference from the
// one before, in hundredths of a degree.
function outline() {
  if (world.paths) return world.paths;
  const bytes = Uint8Array.from(atob(data.world), (c) => c.charCodeAt(0));
  let i = 0;
  const unsigned = () => { let n = 0, shift = 0; for (;;) { const b = bytes[i++]; n |= (b & 127) << shift; if (b < 128) return n >>> 0; shift += 7; } };
  const signed = () => { const n = unsigned(); return (n >>> 1) ^ -(n & 1); };
  world.paths = [];
  if (!bytes.length || unsigned() !== 1) return world.paths;
  for (let k = 0; k < 3; k++) {
    const lines = [];
    let lat = 0, lon = 0;
    for (let count = unsigned(); count > 0; count--) {
      const line = [];
      for (let points = unsigned(); points > 0; points--) {
        lon += signed();
        lat += signed();
        line.push([lon, lat]);
      }
      lines.push(line);
    }
    world.paths.push({ lines: lines.map((line) => pathOf(line)).join(''), areas: k ? '' : rings(lines).map((ring) => pathOf(ring) + 'Z').join('') });
  }
  return world.paths;
}
// pathOf returns a line that starts within the map; its longitudes may exceed ±180°.
function pathOf(line) {
  const shift = wrap(line[0][0] / 100) - line[0][0] / 100;
  return 'M' + line.map(([lon, lat]) => (lon / 100 + shift).toFixed(2) + ' ' + -lat / 100).join('L');
}
// rings joins coastlines end to end to closed rings, so that land can be filled.
function rings(lines) {
  const keyOf = ([lon, lat]) => Math.round(wrap(lon / 100) * 100) + ' ' + lat, at = new Map(), used = new Set(), out = [];
  const ends = (line) => [line[0], line[line.length - 1]];
  for (const line of lines) for (const end of ends(line)) at.set(keyOf(end), [...(at.get(keyOf(end)) || []), line]);
  for (const line of lines) {
    if (used.has(line)) continue;
    const ring = [...line];
    used.add(line);
    for (;;) {
      const last = ring[ring.length - 1], next = at.get(keyOf(last)).find((l) => !used.has(l));
      if (!next) break;
      used.add(next);
      const on = keyOf(next[0]) === keyOf(last) ? next : [...next].reverse();
      for (const [lon, lat] of on.slice(1)) ring.push([lon + last[0] - on[0][0], lat]);
    }
    if (keyOf(ring[0]) === keyOf(ring[ring.length - 1])) out.push(ring);
  }
  return out;
}

function drawMap() {
  const of = state.tab + '\n' + state.query;
  if (world.of !== of || !world.scale) {
    world.of = of;
    world.sites = sitesOf(list.rows);
    world.at = -1;
    fitMap(world.sites);
  }
  mapTools.replaceChildren(iconButton('minus', say('zoom') + ' −', () => zoomMap(0.6)), iconButton('plus', say('zoom') + ' +', () => zoomMap(1.7)), iconButton('fit', say('fit'), () => { fitMap(world.sites); paint(); }));
  mapDrawing.setAttribute('aria-label', say('map') + words().colon + counted('onMap', new Set(world.sites.flatMap((site) => site.numbers)).size));
  paint();
  drawPlaces();
}

// sitesOf groups entities by location, the largest groups first.
function sitesOf(numbers) {
  const sites = new Map();
  for (const n of numbers) for (const [lat, lon, entity, name] of entities[n].p || []) {
    const key = lat + ' ' + lon;
    if (!sites.has(key)) sites.set(key, { lat, lon, entity, name, numbers: [] });
    sites.get(key).numbers.push(n);
  }
  return [...sites.values()].sort((a, b) => b.numbers.length - a.numbers.length);
}
const siteName = (site) => (site.entity === null || site.entity === undefined ? tr(site.name) : nameOf(site.entity));

function size() { return { width: mapBox.clientWidth || 600, height: mapBox.clientHeight || 400 }; }
// fitMap fits some places, or the world, into the viewport. The scale is in pixels per
// degree of latitude.
function fitMap(sites) {
  const { width, height } = size();
  if (!sites.length) { world.centre = [20, 11]; world.scale = width / 360 / narrowing(); return; }
  const lats = sites.map((site) => site.lat), lons = sites.map((site) => wrap(site.lon)).sort((a, b) => a - b);
  let west = lons[0], gap = lons[0] + 360 - lons[lons.length - 1];
  lons.forEach((lon, i) => { if (i && lon - lons[i - 1] > gap) { gap = lon - lons[i - 1]; west = lon; } });
  const span = 360 - gap, south = Math.min(...lats), north = Math.max(...lats);
  world.centre = [(south + north) / 2, wrap(west + span / 2)];
  world.scale = Math.min(200, (width - 96) / Math.max(4, span * narrowing()), (height - 96) / Math.max(4, north - south));
}
const project = (lat, lon) => {
  const { width, height } = size();
  return [width / 2 + wrap(lon - world.centre[1]) * narrowing() * world.scale, height / 2 - (lat - world.centre[0]) * world.scale];
};
function zoomMap(by, x, y) {
  const { width, height } = size(), was = world.scale;
  world.scale = Math.max(0.6, Math.min(900, was * by));
  if (x !== undefined) {
    const dx = (x - width / 2) / narrowing(), dy = y - height / 2;
    panTo(world.centre[0] - dy / was + dy / world.scale, world.centre[1] + dx / was - dx / world.scale);
  }
  paint();
}
function panTo(lat, lon) { world.centre = [Math.max(-85, Math.min(85, lat)), wrap(lon)]; }

function paint() {
  const { width, height } = size(), k = world.scale, kx = k * narrowing(), paths = outline();
  mapDrawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const land = s('g', { class: 'land' });
  for (const turn of [-360, 0, 360]) {
    const x = width / 2 + (turn - world.centre[1]) * kx;
    if (x + 190 * kx < 0 || x - 190 * kx > width) continue;
    land.append(s('g', { transform: `matrix(${kx} 0 0 ${k} ${x} ${height / 2 + world.centre[0] * k})` },
      paths.map((p, i) => [i === 0 ? s('path', { d: p.areas, class: 'area' }) : '', s('path', { d: p.lines, class: ['coast', 'border', 'contested'][i] })])));
  }
  mapDrawing.replaceChildren(land, arcs(), signs(width, height));
}

// signs draws clusters of adjacent places, with labels where there is room.
function signs(width, height) {
  const layer = s('g', {}), cells = new Map(), near = 30;
  world.sites.forEach((site, i) => {
    const [x, y] = project(site.lat, site.lon);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return;
    const key = Math.floor(x / near) + ' ' + Math.floor(y / near);
    if (!cells.has(key)) cells.set(key, { x, y, sites: [] });
    cells.get(key).sites.push(i);
  });
  const taken = [], clusters = [];
  for (const cell of [...cells.values()].sort((a, b) => world.sites[b.sites[0]].numbers.length - world.sites[a.sites[0]].numbers.length)) {
    const by = clusters.find((c) => Math.hypot(c.x - cell.x, c.y - cell.y) < near);
    if (by) by.sites.push(...cell.sites);
    else clusters.push(cell);
  }
  for (const cluster of clusters) {
    const numbers = [...new Set(cluster.sites.flatMap((i) => world.sites[i].numbers))], kind = oneKind(numbers);
    const r = Math.min(18, 5 + Math.sqrt(numbers.length) * 2), chosen = state.chosen >= 0 && numbers.includes(state.chosen) || cluster.sites.includes(world.at);
    const mark = s('g', { class: chosen ? 'mark chosen' : 'mark', click: () => pressPlace(cluster.sites) }, s('circle', { cx: cluster.x, cy: cluster.y, r: r + 8, class: 'touch' }), s('circle', { cx: cluster.x, cy: cluster.y, r, class: kind ? 'tint' + kind.tint : 'mixed' }),
      numbers.length > 1 ? s('text', { x: cluster.x, y: cluster.y, class: 'count' }, String(numbers.length)) : '');
    layer.append(mark);
    taken.push([cluster.x - r, cluster.y - r, cluster.x + r, cluster.y + r]);
    cluster.r = r;
    cluster.chosen = chosen;
  }
  for (const cluster of clusters.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.r - a.r)) {
    const site = world.sites[cluster.sites[0]];
    const name = site.numbers.length === 1 && cluster.sites.length === 1 ? nameOf(site.numbers[0]) : siteName(site);
    const text = name.length > 26 ? name.slice(0, 25) + '…' : name, long = text.length * 6.6;
    for (const [x, anchor] of [[cluster.x + cluster.r + 5, 'start'], [cluster.x - cluster.r - 5, 'end']]) {
      const box = anchor === 'start' ? [x, cluster.y - 8, x + long, cluster.y + 8] : [x - long, cluster.y - 8, x, cluster.y + 8];
      if (box[0] < 2 || box[2] > width - 2 || taken.some((t) => t[0] < box[2] && t[2] > box[0] && t[1] < box[3] && t[3] > box[1])) continue;
      taken.push(box);
      layer.append(s('text', { x, y: cluster.y, class: cluster.chosen ? 'label chosen' : 'label', 'text-anchor': anchor }, text));
      break;
    }
  }
  return layer;
}

// arcs draws great circles from the places of the selection to those of its neighbours.
function arcs() {
  const layer = s('g', { class: 'arcs' });
  const own = state.chosen >= 0 && entities[state.chosen].p;
  if (!own) return layer;
  const { left, right } = neighbours(state.chosen), seen = new Set(), from = own[0];
  for (const node of [...left, ...right].flatMap((g) => g.nodes).slice(0, 200)) {
    const to = (entities[node.n].p || [])[0];
    if (!to || seen.has(to[0] + ' ' + to[1]) || (to[0] === from[0] && to[1] === from[1])) continue;
    seen.add(to[0] + ' ' + to[1]);
    let d = '', last;
    for (const [lat, lon] of greatCircle(from, to)) {
      const [x, y] = project(lat, lon);
      d += (last === undefined || Math.abs(x - last) > 180 * narrowing() * world.scale ? 'M' : 'L') + x.toFixed(1) + ' ' + y.toFixed(1);
      last = x;
    }
    layer.append(s('path', { d }));
  }
  return layer;
}
function greatCircle([lat1, lon1], [lat2, lon2]) {
  const rad = Math.PI / 180, vector = (lat, lon) => [Math.cos(lat * rad) * Math.cos(lon * rad), Math.cos(lat * rad) * Math.sin(lon * rad), Math.sin(lat * rad)];
  const a = vector(lat1, lon1), b = vector(lat2, lon2), angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  const steps = Math.max(1, Math.ceil(angle / 0.04)), out = [];
  for (let i = 0; i <= steps; i++) {
    const u = angle ? Math.sin((1 - i / steps) * angle) / Math.sin(angle) : 1, v = angle ? Math.sin(i / steps * angle) / Math.sin(angle) : 0;
    const [x, y, z] = [0, 1, 2].map((j) => u * a[j] + v * b[j]);
    out.push([Math.atan2(z, Math.hypot(x, y)) / rad, Math.atan2(y, x) / rad]);
  }
  return out;
}

// pressPlace zooms into a cluster of several places, or lists the entities of one place.
function pressPlace(sites) {
  if (sites.length > 1 && world.scale < 300) fitMap(sites.map((i) => world.sites[i]));
  world.at = sites[0];
  const site = world.sites[world.at];
  if (sites.length === 1 && site.numbers.length === 1) { open(site.numbers[0]); return; }
  paint();
  drawPlaces();
}

function drawPlaces() {
  const located = new Set(world.sites.flatMap((site) => site.numbers)).size, left = list.rows.length - located, most = 200;
  mapList.setAttribute('aria-label', say('places'));
  if (!world.sites.length) { mapList.replaceChildren(h('p', { class: 'empty' }, say('nothingPlaced'))); return; }
  const item = (site, i) => h('li', {}, h('button', { type: 'button', 'aria-expanded': i === world.at, click: () => { world.at = i === world.at ? -1 : i; if (world.at >= 0) panTo(site.lat, site.lon); paint(); drawPlaces(); } }, h('span', { dir: 'auto' }, siteName(site)), h('span', { class: 'soft' }, ' ' + number(site.numbers.length))),
    i === world.at ? h('ul', {}, site.numbers.map((n) => h('li', {}, sign(kindOf(n)), link(n)))) : '');
  mapList.replaceChildren(h('p', { class: 'soft' }, between([counted('onMap', located), left ? counted('withoutLocation', left) : undefined].filter(Boolean), dot)),
    h('ul', { class: 'sites' }, world.sites.slice(0, most).map(item)), world.sites.length > most ? h('button', { type: 'button', class: 'more', click: (event) => { add(mapList.querySelector('.sites'), world.sites.slice(most).map((site, i) => item(site, i + most))); event.currentTarget.remove(); } }, counted('more', world.sites.length - most)) : '');
  mapList.querySelector('[aria-expanded=true]')?.scrollIntoView({ block: 'nearest' });
}
function moveInMap(by) {
  if (!world.sites.length) return;
  world.at = Math.max(0, Math.min(world.sites.length - 1, world.at + by));
  panTo(world.sites[world.at].lat, world.sites[world.at].lon);
  paint();
  drawPlaces();
}

function wheelMap(event) {
  event.preventDefault();
  const box = mapBox.getBoundingClientRect();
  zoomMap(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
}
// dragMap pans the map with one pointer, and zooms with two fingers.
const fingers = new Map();
function dragMap(event) {
  if (event.target.closest('button, .mark')) return;
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
  if (fingers.size > 1) return;
  mapBox.setPointerCapture(event.pointerId);
  const moved = (e) => {
    const was = fingers.get(e.pointerId);
    if (!was) return;
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== e.pointerId)[1];
      const before = Math.hypot(was[0] - other[0], was[1] - other[1]), now = Math.hypot(e.clientX - other[0], e.clientY - other[1]);
      zoomMap(now / Math.max(1, before));
    } else panTo(world.centre[0] + (e.clientY - was[1]) / world.scale, world.centre[1] - (e.clientX - was[0]) / world.scale / narrowing());
    fingers.set(e.pointerId, [e.clientX, e.clientY]);
    paint();
  };
  const ended = (e) => {
    fingers.delete(e.pointerId);
    if (fingers.size) return;
    mapBox.removeEventListener('pointermove', moved);
    for (const name of ['pointerup', 'pointercancel']) mapBox.removeEventListener(name, ended);
  };
  mapBox.addEventListener('pointermove', moved);
  for (const name of ['pointerup', 'pointercancel']) mapBox.addEventListener(name, ended);
}
