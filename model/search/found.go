package search

import (
	"cmp"
	"container/heap"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// Found is what a query selects.
type Result struct {
	Set
	// Edits is how many typing errors in a word had to be forgiven for anything
	// to be found; 0 where what was asked for is there as it was written.
	Edits int
	// IsAll is set where the index had been made, so that nothing is missing.
	IsComplete bool

	kb      *kb.KB
	count   int
	tiers   [][]tier
	phrases []tier // of the words that a query has next to each other
}

// Find answers a query, among all entities or those of a node.
func (x *Index) Find(q *query.Query, among ...query.Node) *Result {
	root := q.Root
	for _, node := range among {
		root = query.And(node, root)
	}
	isAll := x.IsBuilt()
	f := x.find(q, &root, 0)
	for edits := 1; f.count == 0 && edits <= query.MaxEdits && mayBeMistyped(&root, edits); edits++ {
		f = x.find(q, &root, edits)
	}
	f.IsComplete = isAll
	if f.count == 0 {
		f.Edits = 0
	}
	return f
}

func (x *Index) find(q *query.Query, root *query.Node, edits int) *Result {
	r := run{x: x, edits: edits, tiers: make(map[*query.Term][]tier)}
	f := &Result{Set: r.node(root, nil), Edits: edits, kb: x.kb}
	f.count = f.Set.Len()
	root.Each(func(t *query.Term, _ bool) {
		if tiers, ok := r.tiers[t]; ok {
			f.tiers = append(f.tiers, tiers)
		}
	})
	if words := together(q); strings.Contains(words, " ") && edits == 0 && f.count > 0 {
		r.phrasesOf(f, words)
	}
	return f
}

// mayBeMistyped tells whether a query holds a word in which so many typing
// errors may be forgiven.
func mayBeMistyped(n *query.Node, edits int) bool {
	may := false
	n.Each(func(t *query.Term, negated bool) {
		for i := range t.Values {
			if v := &t.Values[i]; !negated && v.Operator == query.Holds {
				for word := range strings.FieldsSeq(v.Operand.Text) {
					may = may || query.NewFuzzyWord(word, edits) != nil
				}
			}
		}
	})
	return may
}

// together returns the words that a query asks for as a whole, in their order.
func together(q *query.Query) string {
	parts := q.Root.Parts
	if q.Root.Op == query.Leaf {
		parts = []query.Node{q.Root}
	} else if q.Root.Op != query.All {
		return ""
	}
	var words []string
	for i := range parts {
		if t := parts[i].Term; parts[i].Op == query.Leaf && (t.Condition == query.Words || isOfNames(t)) && t.Values[0].Operator == query.Holds {
			words = append(words, t.Values[0].Operand.Text)
		}
	}
	return strings.Join(words, " ")
}

// phrasesOf notes which of the entities that were found have all the words
// together in a name.
func (r *run) phrasesOf(f *Result, words string) {
	named := slices.Clone(f.Set)
	for n := range f.Each() {
		for _, tiers := range f.tiers {
			if tiers[n] < inItsName {
				named[n/64] &^= 1 << (n % 64)
			}
		}
	}
	f.phrases = make([]tier, r.size())
	for n := range named.Each() {
		f.phrases[n] = apart
	}
	for _, way := range []struct {
		how  query.Operator
		tier tier
	}{{query.Holds, inItsName}, {query.Begins, beginsIt}, {query.Is, isIt}} {
		q := sequenceOf(words, way.how, 0)
		q.zones = inNames
		named = r.sequence(&q, named, nil)
		for n := range named.Each() {
			f.phrases[n] = way.tier
		}
	}
}

// Len counts the entities.
func (f *Result) Len() int { return f.count }

// weights is what it counts for that a word names an entity so well.
var weights = [isIt + 1]int{0, 1, 4, 8, 14, 20, 24, 28}

// apart is said of a name that holds all the words, but not together.
const apart = elsewhere

// What it counts for that all the words do together, and in their order, is more
// than they can count for one by one.
var phraseWeights = [isIt + 1]int{apart: 10, inItsName: 100, beginsIt: 300, isIt: 1000}

// Score tells how well the words of the query name an entity that was found;
// what is named better has more.
func (f *Result) Score(n int) int {
	score := 0
	for _, tiers := range f.tiers {
		score += weights[tiers[n]]
	}
	if f.phrases != nil {
		score += phraseWeights[f.phrases[n]]
	}
	return score
}

// Hit is an entity that was found.
type Hit struct {
	Entity *kb.Entity
	Score  int
}

// Best returns so many of the entities that were found, or all where most is 0,
// best first: those that the words name best, of equals those with more links.
func (f *Result) Best(most int) []Hit {
	if most <= 0 || most > f.count {
		most = f.count
	}
	b := best{found: f}
	for n := range f.Each() {
		h := hit{n: n, score: f.Score(n)}
		if len(b.hits) == most && (most == 0 || !f.before(&h, &b.hits[0])) {
			continue
		}
		heap.Push(&b, h)
		if len(b.hits) > most {
			heap.Pop(&b)
		}
	}
	slices.SortFunc(b.hits, func(x, y hit) int {
		if f.before(&x, &y) {
			return -1
		}
		return 1
	})
	out := make([]Hit, len(b.hits))
	for i, h := range b.hits {
		out[i] = Hit{f.kb.Entities[h.n], h.score}
	}
	return out
}

// hit is an entity by its number; its links are counted when they are asked for.
type hit struct {
	n, score int
	links    int // from 1
}

func (f *Result) before(a, b *hit) bool {
	if a.score != b.score {
		return a.score > b.score
	}
	return cmp.Or(cmp.Compare(f.links(b), f.links(a)), cmp.Compare(a.n, b.n)) < 0
}

func (f *Result) links(h *hit) int {
	if h.links == 0 {
		h.links = 1
		if !f.kb.Partial {
			h.links += f.kb.Degree(f.kb.Entities[h.n])
		}
	}
	return h.links
}

// best is a heap of hits, the last of them on top.
type best struct {
	found *Result
	hits  []hit
}

func (b *best) Len() int           { return len(b.hits) }
func (b *best) Less(i, j int) bool { return b.found.before(&b.hits[j], &b.hits[i]) }
func (b *best) Swap(i, j int)      { b.hits[i], b.hits[j] = b.hits[j], b.hits[i] }
func (b *best) Push(x any)         { b.hits = append(b.hits, x.(hit)) }
func (b *best) Pop() any {
	last := b.hits[len(b.hits)-1]
	b.hits = b.hits[:len(b.hits)-1]
	return last
}

// CountByKind counts the entities that were found of each kind.
func (f *Result) CountByKind() map[*kb.Kind]int {
	counts := make(map[*kb.Kind]int)
	var kind *kb.Kind
	n := 0
	for i := range f.Each() {
		if of := f.kb.Entities[i].Kind; of != kind {
			counts[kind] += n
			kind, n = of, 0
		}
		n++
	}
	counts[kind] += n
	delete(counts, nil)
	return counts
}
