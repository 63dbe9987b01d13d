// The timeline: one row per date, on a common scale of days.
const time = { items: [], from: 0, to: 1, of: undefined, at: -1 };
const timeAxis = h('div', { class: 'axis' }), timeBody = h('div', { class: 'time-body' });
const timeScroll = h('div', { class: 'time', tabindex: 0, role: 'region', scroll: () => requestAnimationFrame(drawTimeRows), wheel: wheelTime, pointerdown: dragTime }, timeAxis, timeBody);
const timeTools = h('div', { class: 'view-tools' });
const timeHeight = 44;
const year = 365.2425;

function timelineView() { return [timeTools, timeScroll]; }

function drawTimeline() {
  const of = state.tab + '\n' + state.query;
  if (time.of !== of) {
    time.of = of;
    time.all = list.rows.flatMap((n) => (entities[n].d || []).map((item) => ({ n, item }))).sort((a, b) => a.item.s[0] - b.item.s[0] || a.item.s[1] - b.item.s[1] || a.n - b.n);
    fitTime();
  }
  timeTools.replaceChildren(h('span', { class: 'soft' }),
    iconButton('minus', say('zoom') + ' −', () => zoomTime(2)), iconButton('plus', say('zoom') + ' +', () => zoomTime(0.5)), iconButton('fit', say('fit'), () => { fitTime(true); drawScale(); }));
  timeScroll.setAttribute('aria-label', say('timeline'));
  drawScale();
  if (time.items[time.at]?.n !== state.chosen) time.at = time.items.findIndex(({ n }) => n === state.chosen);
  const top = time.at * timeHeight;
  if (time.at >= 0 && (top < timeScroll.scrollTop || top > timeScroll.scrollTop + timeScroll.clientHeight - 2 * timeHeight)) timeScroll.scrollTop = Math.max(0, top - timeScroll.clientHeight / 3);
  drawTimeRows();
}

// drawScale draws the visible time span.
function drawScale() {
  drawAxis();
  const chosen = time.items[time.at];
  time.items = time.all.filter(({ item }) => Math.max(item.s[1], item.s[3]) >= time.from && item.s[0] <= time.to);
  time.at = time.items.indexOf(chosen);
  timeTools.firstChild.textContent = counted('dates', time.items.length);
  timeBody.style.height = time.items.length * timeHeight + 'px';
  drawTimeRows();
}

// fitTime fits the span of most dates, or of all, into the viewport.
function fitTime(whole) {
  const days = time.all.flatMap(({ item }) => [item.s[0], item.x & 32 ? item.s[0] : Math.max(item.s[1], item.s[3])]).sort((a, b) => a - b);
  if (!days.length) { time.from = 0; time.to = year; return; }
  const apart = whole ? 0 : Math.floor(days.length * 0.04);
  let from = days[apart], to = days[days.length - 1 - apart];
  if ((days[days.length - 1] - days[0]) < 2 * (to - from)) { from = days[0]; to = days[days.length - 1]; }
  const margin = Math.max(3, (to - from) * 0.04);
  time.from = from - margin;
  time.to = to + margin;
}
function zoomTime(by) {
  const chosen = time.items[time.at], middle = chosen ? (chosen.item.s[0] + chosen.item.s[1]) / 2 : (time.from + time.to) / 2;
  const half = Math.max(2, Math.min(4e6, (time.to - time.from) * by / 2));
  time.from = middle - half;
  time.to = middle + half;
  drawScale();
}

// panTime moves the scale by a number of pixels.
function panTime(by) {
  const days = by * (time.to - time.from) / Math.max(1, timeAxis.lastChild.clientWidth);
  time.from += days;
  time.to += days;
  drawScale();
}
// wheelTime pans the scale, and zooms with the control key, which trackpads report for a
// pinch gesture.
function wheelTime(event) {
  if (event.ctrlKey) { event.preventDefault(); zoomTime(Math.exp(event.deltaY / 200)); }
  else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) { event.preventDefault(); panTime(event.deltaX || event.deltaY); }
}
// dragTime pans the scale with a pointer. Vertical movement scrolls the page as usual.
function dragTime(event) {
  let last = event.clientX, dragged = false;
  const moved = (e) => {
    if (!dragged && Math.abs(e.clientX - last) < 8) return;
    dragged = true;
    panTime(last - e.clientX);
    last = e.clientX;
  };
  const stop = (e) => { e.stopPropagation(); e.preventDefault(); };
  const ended = () => {
    removeEventListener('pointermove', moved);
    for (const name of ['pointerup', 'pointercancel']) removeEventListener(name, ended);
    if (dragged) timeScroll.addEventListener('click', stop, { capture: true }); // a drag must not select a row
    setTimeout(() => timeScroll.removeEventListener('click', stop, { capture: true }));
  };
  addEventListener('pointermove', moved);
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, ended);
}

// share returns the position of a day on the scale, in percent.
const share = (day) => 100 * (day - time.from) / (time.to - time.from);

function dayOf(y, month) { const d = new Date(0); d.setUTCFullYear(y, month, 1); return d.getTime() / 864e5; }
const farthest = 1e8; // the range of JavaScript dates, in days
function dateOf(day) { return new Date(Math.max(-farthest, Math.min(farthest, day)) * 864e5); }

// ticks returns the first days of years or months, spaced to avoid overlap.
function ticks() {
  const span = time.to - time.from, most = Math.max(2, (timeAxis.clientWidth || 600) * (isNarrow() ? 0.42 : 0.55) / 64), out = [];
  const lang = about.langs[state.lang];
  for (const months of [1, 3, 6]) {
    if (span / (months * 30.4) > most) continue;
    const first = dateOf(time.from), format = new Intl.DateTimeFormat(lang, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    for (let m = Math.ceil((first.getUTCMonth() + 1) / months) * months, y = first.getUTCFullYear(); out.length < 40; m += months) {
      const day = dayOf(y + Math.floor(m / 12), m % 12);
      if (day > time.to) break;
      out.push({ day, text: format.format(dateOf(day)) });
    }
    return out;
  }
  let step = 1;
  for (const by of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000]) { step = by; if (span / (by * year) <= most) break; }
  for (let y = Math.ceil((1970 + time.from / year) / step) * step; out.length < 40; y += step) {
    const day = dayOf(y, 0);
    if (day > time.to) break;
    if (day >= time.from) out.push({ day, text: String(y) });
  }
  return out;
}

function drawAxis() {
  const track = h('div', { class: 'track' });
  const now = about.today === null ? Infinity : share(about.today);
  for (const tick of ticks()) if (Math.abs(share(tick.day) - now) > (isNarrow() ? 24 : 13) || now > 100) track.append(atDay(h('span', { class: 'tick' }, tick.text), tick.day));
  if (now > 0 && now < 100) track.append(atDay(h('span', { class: now > 75 ? 'tick now late' : 'tick now' }, say('today')), about.today));
  timeAxis.replaceChildren(h('div', { class: 'what' }), track);
}
function atDay(element, day) { element.style.setProperty('--at', share(day) + '%'); return element; }

function drawTimeRows() {
  const over = 6, from = Math.max(0, Math.floor(timeScroll.scrollTop / timeHeight) - over);
  const to = Math.min(time.items.length, Math.ceil((timeScroll.scrollTop + timeScroll.clientHeight) / timeHeight) + over);
  const lines = ticks().map((tick) => tick.day);
  timeBody.replaceChildren(...time.items.slice(from, to).map(({ n, item }, i) => {
    const row = h('div', { class: n !== state.chosen ? 'time-row' : from + i === time.at ? 'time-row chosen at' : 'time-row chosen', click: (event) => { if (!event.metaKey && !event.ctrlKey) { event.preventDefault(); open(n); } } },
      h('div', { class: 'what' }, h('p', {}, sign(kindOf(n)), h('a', { href: hrefOf(n), dir: 'auto' }, nameOf(n)), item.n ? h('span', { class: 'soft', dir: 'auto' }, ' · ' + tr(item.n)) : ''),
        h('p', { class: 'when' }, tr(item.w), item.x & 32 ? words().comma + say('ongoing') : '', item.x & 64 ? h('span', { class: 'warn' }, ' ≠ ' + say('disputed')) : '')),
      h('div', { class: 'track', 'aria-hidden': 'true' }, lines.map((day) => atDay(h('i', { class: 'line' }), day)), bar(item, kindOf(n).tint)));
    row.style.setProperty('--top', (from + i) * timeHeight + 'px');
    return row;
  }));
  if (!time.items.length) timeBody.replaceChildren(h('p', { class: 'empty' }, say('nothingDated')));
}

// bar draws an item: its certain span solid, its possible span faint, a single day as a
// dot.
function bar(item, tint) {
  const [a, b, c, d] = item.s, end = Math.max(b, d);
  const piece = (from, to, kind) => {
    const left = Math.max(0, share(from)), right = Math.min(100, share(to + 1));
    if (right < 0 || left > 100) return '';
    const element = h('i', { class: kind + ' tint' + tint });
    element.style.setProperty('--at', left + '%');
    element.style.setProperty('--long', Math.max(0, right - left) + '%');
    return element;
  };
  if (item.x & 1) return a === c && b === d && share(b + 1) - share(a) < 2 ? piece((a + b) / 2, (a + b) / 2, 'point') : piece(a, end, 'maybe');
  const sure = [item.x & 16 ? a : b, item.x & 32 ? d : c];
  return [piece(item.x & 16 ? a - (time.to - time.from) / 20 : a, end, 'maybe'), sure[0] <= sure[1] ? piece(sure[0], sure[1], 'sure') : '', item.x & 32 ? piece(d, d, 'goes-on') : ''];
}

function moveInTimeline(by) {
  if (!time.items.length) return;
  const next = time.at < 0 ? 0 : Math.max(0, Math.min(time.items.length - 1, time.at + by));
  time.at = next;
  choose(time.items[next].n);
}
