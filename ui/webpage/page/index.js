// Indexes derived from the data: addresses, backlinks, search texts.
const tabs = [
  ...kinds.map((kind) => ({ name: kind.name, label: kind.label, kind, numbers: range(kind.from, kind.count) })),
  ...views.map((view) => ({ name: '/view/' + view.name, label: view.label, numbers: view.entities, kind: oneKind(view.entities), roles: view.roles && new Map(view.entities.map((n, i) => [n, view.roles[i]])), role: view.role })),
  ...(kinds.length === 1 && !views.length ? [] : [{ name: '/all', label: data.words.map((w) => w.say.everything), numbers: range(0, entities.length) }]),
];
function range(from, count) { return Array.from({ length: count }, (_, i) => from + i); }
function oneKind(numbers) {
  const kind = numbers.length && kindOf(numbers[0]);
  return kind && numbers.every((n) => kindOf(n) === kind) ? kind : undefined;
}

const byAddress = new Map();
entities.forEach((e, n) => byAddress.set(kinds[e.k].name + '/' + e.y, n));
const addressOf = (n) => kindOf(n).name + '/' + entities[n].y;
const hrefOf = (n) => '#' + encodePath(addressOf(n));
function encodePath(path) { return path.split('/').map(encodeURIComponent).join('/'); }

// eachLink calls a function for each link of an entity, with its field and, for a link of a
// fact, the fact.
function eachLink(e, call) {
  for (const section of e.f || []) {
    for (const group of section.g) {
      for (const item of group.i || []) if (item.to !== undefined) call(item, group.f);
      for (const row of group.tr || []) for (const cell of row) for (const item of cell) if (item.to !== undefined) call(item, item.f);
    }
  }
  for (const fact of e.t || []) for (const item of fact.ab || []) if (item.to !== undefined) call(item, item.f, fact);
  for (const mention of e.m || []) call(mention, mention.f);
}

// incoming holds the backlinks of each entity, cited the claims that cite it as a source.
const incoming = [], cited = [];
function connect() {
  if (incoming.length) return;
  for (let n = 0; n < entities.length; n++) { incoming.push([]); cited.push([]); }
  entities.forEach((e, from) => {
    eachLink(e, (item, field, fact) => {
      if (!fields[field].s) incoming[item.to].push({ from, field, item, fact });
    });
    const cite = (evidence, claim) => {
      const seen = new Set();
      for (const use of evidence || []) {
        if (use.s === undefined || seen.has(use.s)) continue;
        seen.add(use.s);
        cited[use.s].push({ by: from, use, ...claim });
      }
    };
    for (const section of e.f || []) for (const group of section.g) for (const item of group.i || []) cite(item.e, { item, group });
    for (const fact of e.t || []) cite(fact.e, { fact });
  });
}
function degree(n) {
  connect();
  let links = incoming[n].length;
  eachLink(entities[n], () => links++);
  return links;
}

// eachText calls a function for each text of an entity, in the current language.
function eachText(e, call) {
  const text = (t) => { if (t) call(tr(t)); };
  const item = (i) => {
    if (i.to !== undefined) call(nameOf(i.to));
    else text(i.v);
    for (const q of i.q || []) call(said(q));
    for (const use of i.e || []) { text(use.q); text(use.p); text(use.r); }
  };
  if (e.s) text(e.s.v);
  for (const cell of e.c || []) text(cell);
  for (const section of e.f || []) for (const group of section.g) {
    for (const i of group.i || []) item(i);
    for (const row of group.tr || []) for (const cell of row) for (const i of cell) item(i);
  }
  for (const fact of e.t || []) { item(fact); for (const i of fact.ab || []) item(i); }
  const block = (b) => {
    for (const line of [...(b.t || []), ...(b.r || []).flat()]) call(line.map((run) => (typeof run === 'string' ? run : run[0])).join(''));
    for (const inner of b.b || []) block(inner);
  };
  if (e.b) for (const b of e.b.length === 1 ? e.b[0] : e.b[state.lang]) block(b);
}

// heads holds the folded names of each entity, one per line, and texts all its folded
// texts. Texts are folded in idle time, or on first use.
let heads = [], texts = [], foldedIn = -1;
function headOf(e) {
  const names = Array.isArray(e.n) ? e.n : [tr(e.n)];
  return '\n' + fold([...names, ...(e.a || []), e.y].join('\n')).replace(/[\s'(-]+/g, (c) => (c.includes('\n') ? '\n' : ' '));
}
function textOf(n) {
  if (texts[n] === undefined) {
    const all = [];
    eachText(entities[n], (t) => all.push(t));
    texts[n] = ' ' + fold(all.join(' '));
  }
  return texts[n];
}
function prepareSearch() {
  if (foldedIn === state.lang) return;
  foldedIn = state.lang;
  heads = entities.map(headOf);
  texts = new Array(entities.length);
  let n = 0;
  const lang = state.lang;
  const some = () => {
    const until = performance.now() + 12;
    while (n < entities.length && performance.now() < until) textOf(n++);
    if (lang !== foldedIn) return;
    if (n < entities.length) setTimeout(some, 4);
    else setTimeout(vocabulary, 4);
  };
  setTimeout(some, 30);
}

// terms parses a query into words and "phrases"; a leading minus negates a term.
function terms(query) {
  return [...fold(query).matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)].map(([, minus, phrase, word]) => ({ not: minus !== '', text: (phrase ?? word).trim() }))
    .filter((t) => t.text !== '' && t.text !== '-').map((t) => ({ ...t, word: ' ' + t.text, line: '\n' + t.text, whole: '\n' + t.text + '\n' }));
}

// matches returns the score of each entity for a query, by number; 0 is no match. If the
// query extends the previous one, only the previous matches are tested.
let searched = { query: '' };
function matches(query) {
  if (foldedIn !== state.lang) searched = { query: '' };
  prepareSearch();
  const scores = new Uint8Array(entities.length), asked = terms(query);
  const goesOn = searched.query !== '' && query.startsWith(searched.query) && !/["-]/.test(query);
  for (let n = 0; n < scores.length; n++) {
    if (goesOn && !searched.scores[n]) continue;
    let score = 1;
    for (const term of asked) {
      const one = scoreOf(n, term);
      if (term.not ? one > 0 : one === 0) { score = 0; break; }
      if (!term.not) score += one;
    }
    scores[n] = Math.min(255, score);
  }
  searched = { query, scores };
  return scores;
}
function scoreOf(n, term) {
  const head = heads[n];
  if (head.includes(term.text)) {
    if (head.includes(term.line)) return (head + '\n').includes(term.whole) ? 40 : 30;
    return head.includes(term.word) ? 20 : 12;
  }
  const text = textOf(n);
  if (!text.includes(term.text)) return 0;
  return text.includes(term.word) ? 4 : 2;
}

// forgiven returns a query with each term that has no match replaced by a word of names
// that differs in one letter, but not the first; '' if there is none.
function forgiven(query) {
  let changed = false;
  const out = terms(query).map((term) => {
    if (term.not || term.text.length < 4 || entities.some((_, n) => scoreOf(n, term))) return (term.not ? '-' : '') + (term.text.includes(' ') ? '"' + term.text + '"' : term.text);
    const near = [...vocabulary()].filter(([word]) => isNear(word, term.text)).sort((a, b) => b[1] - a[1])[0];
    changed ||= near !== undefined;
    return near ? near[0] : term.text;
  });
  return changed ? out.join(' ') : '';
}
// vocabulary counts the words of names.
let vocabularyOf = { heads: undefined };
function vocabulary() {
  if (vocabularyOf.heads !== heads) {
    vocabularyOf = { heads, words: new Map() };
    for (const head of heads) for (const word of head.split(/[^\p{L}\p{N}]+/u)) if (word.length > 2) vocabularyOf.words.set(word, (vocabularyOf.words.get(word) || 0) + 1);
  }
  return vocabularyOf.words;
}
// isNear reports whether the edit distance of two words is 1: one letter missing, added,
// changed or transposed.
function isNear(a, b) {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 0, end = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  while (end < Math.min(a.length, b.length) - i && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const x = a.slice(i, a.length - end), y = b.slice(i, b.length - end);
  return x.length <= 1 && y.length <= 1 || x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}
