// Package search finds the entities that a query selects and ranks them, by an
// index of all texts of a knowledge base. It displays nothing; the query
// language is package query's.
package search

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// Index answers queries of one knowledge base, on a day: a condition on claims that
// have dates asks for those that hold then, unless it says another time. It is safe
// for concurrent use, also while it is built: of entities not yet indexed it knows
// names, kinds and links.
type Index struct {
	*indexed
	day moment
}

// indexed is what an index knows, whatever the day.
type indexed struct {
	kb       *kb.KB
	shift    int // each shard but the last has 1<<shift entities
	shards   []shardPointer
	built    atomic.Int64 // number of shards
	building sync.Mutex

	kinds     sync.Map // *kb.Kind → Set
	weighings weighings

	names     *query.Names
	namesOnce sync.Once
}

// shardPointer is nil until its shard is built.
type shardPointer = atomic.Pointer[shard]

// The bounds of Index.shift: a shard numbers its entities in two bytes, and pays
// only from some hundreds of them.
const (
	maxShardShift = 15
	minShardShift = 8
)

// NewIndex returns an empty index, of no day: every claim holds. Build fills it.
func NewIndex(k *kb.KB) *Index {
	x := &indexed{kb: k, shift: maxShardShift}
	const each = 2 // shards per worker, so that workers finish together
	for x.shift > minShardShift && len(k.Entities) < each*parallel.Workers<<x.shift {
		x.shift--
	}
	x.shards = make([]shardPointer, (len(k.Entities)+1<<x.shift-1)>>x.shift)
	return &Index{indexed: x, day: always}
}

// Revised returns an empty index of a knowledge base of which a part was read again. Of
// what x has of the others, it keeps what their numbers allow.
func (x *Index) Revised(r *kb.Revised) *Index {
	y := NewIndex(r.KB)
	if !keepsNumbers(r) || len(r.KB.Entities) != len(x.kb.Entities) {
		return y
	}
	at := 0
	for i := range y.shards {
		_, after := y.span(i)
		first := at
		for at < len(r.Is) && r.Is[at].Number() < after {
			at++
		}
		if s := x.shards[i].Load(); s != nil && at == first {
			y.shards[i].Store(s)
			y.built.Add(1)
		}
	}
	return y
}

// keepsNumbers reports whether all entities have the numbers that they had.
func keepsNumbers(r *kb.Revised) bool {
	return slices.EqualFunc(r.Was, r.Is, func(was, is *kb.Entity) bool { return was.Number() == is.Number() })
}

// At returns the index on a day, or at any moment of a month or a year. It shares
// everything with the index that it is made from.
func (x *Index) At(day date.Span) *Index { return &Index{indexed: x.indexed, day: moment{span: day}} }

// Build indexes the entities not indexed yet, in parallel. It returns early if
// the context ends.
func (x *Index) Build(ctx context.Context) {
	x.building.Lock()
	defer x.building.Unlock()
	parallel.Each(len(x.shards), func(i int) {
		if ctx.Err() != nil || x.shards[i].Load() != nil {
			return
		}
		first, after := x.span(i)
		x.shards[i].Store(newShard(x.kb, first, after))
		x.built.Add(1)
	})
}

// Progress returns the indexed share, from 0 to 1.
func (x *Index) Progress() float64 {
	if len(x.shards) == 0 {
		return 1
	}
	return float64(x.built.Load()) / float64(len(x.shards))
}

// IsBuilt reports whether all entities are indexed.
func (x *Index) IsBuilt() bool { return int(x.built.Load()) == len(x.shards) }

// Names returns the names that queries may use.
func (x *Index) Names() *query.Names {
	x.namesOnce.Do(func() { x.names = query.NewNames(x.kb) })
	return x.names
}

// Parse parses a query; see query.Names.Parse.
func (x *Index) Parse(text string) (*query.Query, *query.Problem) { return x.Names().Parse(text) }

// span returns the number of the first entity of a shard, and of the first
// after it.
func (x *Index) span(shard int) (first, after int) {
	return shard << x.shift, min((shard+1)<<x.shift, len(x.kb.Entities))
}

// each calls do for the shards, in parallel; a shard not yet built is nil. The
// bits of a Set that belong to different shards share no word, so do may write
// to those of its own.
func (x *Index) each(do func(s *shard, first, after int)) {
	parallel.Each(len(x.shards), func(i int) {
		first, after := x.span(i)
		do(x.shards[i].Load(), first, after)
	})
}

func (x *Index) ofKind(kind *kb.Kind) Set {
	if set, ok := x.kinds.Load(kind); ok {
		return set.(Set)
	}
	set := newSet(len(x.kb.Entities))
	for _, e := range kind.Entities {
		set.add(e.Number())
	}
	x.kinds.Store(kind, set)
	return set
}
