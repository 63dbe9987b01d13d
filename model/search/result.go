package search

import (
	"cmp"
	"container/heap"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// Result is the entities that a query selects.
type Result struct {
	Set
	// Edits is the number of typing errors in a word that had to be allowed for a
	// match; 0 if the query matches as written.
	Edits int
	// IsComplete is set if the index was built, so that no entity is missing.
	IsComplete bool

	kb      *kb.KB
	count   int
	tiers   [][]tier
	phrases []tier // by entity, for all words of the query as one phrase
}

// Find evaluates a query, among all entities or those that nodes select.
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
	r := evaluator{x: x, edits: edits, tiers: make(map[*query.Term][]tier)}
	f := &Result{Set: r.node(root, nil), Edits: edits, kb: x.kb}
	f.count = f.Set.Len()
	root.Each(func(t *query.Term, _ bool) {
		if tiers, ok := r.tiers[t]; ok {
			f.tiers = append(f.tiers, tiers)
		}
	})
	if words := joinedWords(q); strings.Contains(words, " ") && edits == 0 && f.count > 0 {
		r.rankPhrases(f, words)
	}
	return f
}

// mayBeMistyped reports whether a query has a word in which so many typing
// errors may be allowed.
func mayBeMistyped(n *query.Node, edits int) bool {
	may := false
	n.Each(func(t *query.Term, negated bool) {
		for i := range t.Values {
			if v := &t.Values[i]; !negated && v.Operator == query.Contains {
				for word := range strings.FieldsSeq(v.Operand.Text) {
					may = may || query.NewFuzzyWord(word, edits) != nil
				}
			}
		}
	})
	return may
}

// joinedWords returns all words of a query in order, if it asks for them as a
// whole.
func joinedWords(q *query.Query) string {
	parts := q.Root.Parts
	if q.Root.Op == query.Leaf {
		parts = []query.Node{q.Root}
	} else if q.Root.Op != query.All {
		return ""
	}
	var words []string
	for i := range parts {
		if t := parts[i].Term; parts[i].Op == query.Leaf && (t.Condition == query.Words || isOfNames(t)) && t.Values[0].Operator == query.Contains {
			words = append(words, t.Values[0].Operand.Text)
		}
	}
	return strings.Join(words, " ")
}

// rankPhrases records which entities have all words of the query in one name,
// and how well.
func (r *evaluator) rankPhrases(f *Result, words string) {
	named := slices.Clone(f.Set)
	for n := range f.Each() {
		for _, tiers := range f.tiers {
			if tiers[n] < partOfName {
				named[n/64] &^= 1 << (n % 64)
			}
		}
	}
	f.phrases = make([]tier, r.size())
	for n := range named.Each() {
		f.phrases[n] = scattered
	}
	for _, way := range []struct {
		how  query.Operator
		tier tier
	}{{query.Contains, partOfName}, {query.StartsWith, namePrefix}, {query.Equals, exactName}} {
		q := sequenceOf(words, way.how, 0)
		q.zones = inNames
		named = r.sequence(&q, named, nil)
		for n := range named.Each() {
			f.phrases[n] = way.tier
		}
	}
}

// Len returns the number of entities.
func (f *Result) Len() int { return f.count }

// tierWeights is the score of a word by its tier.
var tierWeights = [exactName + 1]int{0, 1, 4, 8, 14, 20, 24, 28}

// scattered is the tier of a name that contains all words, but not as a phrase.
const scattered = textWord

// phraseWeights is the score of all words as a phrase, by tier: more than they
// can score one by one.
var phraseWeights = [exactName + 1]int{scattered: 10, partOfName: 100, namePrefix: 300, exactName: 1000}

// Score returns how well the words of the query match the names of an entity;
// higher is better.
func (f *Result) Score(n int) int {
	score := 0
	for _, tiers := range f.tiers {
		score += tierWeights[tiers[n]]
	}
	if f.phrases != nil {
		score += phraseWeights[f.phrases[n]]
	}
	return score
}

// Hit is a ranked result.
type Hit struct {
	Entity *kb.Entity
	Score  int
}

// Best returns the first limit entities, or all if limit is 0: those with the
// highest score, of equals those with the most links.
func (f *Result) Best(limit int) []Hit {
	if limit <= 0 || limit > f.count {
		limit = f.count
	}
	b := resultHeap{found: f}
	for n := range f.Each() {
		h := rankedHit{n: n, score: f.Score(n)}
		if len(b.hits) == limit && (limit == 0 || !f.before(&h, &b.hits[0])) {
			continue
		}
		heap.Push(&b, h)
		if len(b.hits) > limit {
			heap.Pop(&b)
		}
	}
	slices.SortFunc(b.hits, func(x, y rankedHit) int {
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

// rankedHit is an entity number with its score; its links are counted on
// demand.
type rankedHit struct {
	n, score int
	links    int // plus 1; 0 if not counted
}

func (f *Result) before(a, b *rankedHit) bool {
	if a.score != b.score {
		return a.score > b.score
	}
	return cmp.Or(cmp.Compare(f.links(b), f.links(a)), cmp.Compare(a.n, b.n)) < 0
}

func (f *Result) links(h *rankedHit) int {
	if h.links == 0 {
		h.links = 1
		if !f.kb.Partial {
			h.links += f.kb.Degree(f.kb.Entities[h.n])
		}
	}
	return h.links
}

// resultHeap is a heap of hits, the worst on top.
type resultHeap struct {
	found *Result
	hits  []rankedHit
}

func (b *resultHeap) Len() int           { return len(b.hits) }
func (b *resultHeap) Less(i, j int) bool { return b.found.before(&b.hits[j], &b.hits[i]) }
func (b *resultHeap) Swap(i, j int)      { b.hits[i], b.hits[j] = b.hits[j], b.hits[i] }
func (b *resultHeap) Push(x any)         { b.hits = append(b.hits, x.(rankedHit)) }
func (b *resultHeap) Pop() any {
	last := b.hits[len(b.hits)-1]
	b.hits = b.hits[:len(b.hits)-1]
	return last
}

// CountByKind returns the number of entities of each kind.
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
