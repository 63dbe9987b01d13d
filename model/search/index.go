// Package search finds entities by a query, and says which of them come first:
// it keeps an index of all that a knowledge base says, made of the words of
// neighbouring entities. It shows nothing and knows no language but that of
// queries.
package search

import (
	"context"
	"sync"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// Index answers queries of one knowledge base, from any goroutine, while it is
// being made too: of entities that it has not come to it knows names and kinds.
type Index struct {
	kb     *kb.KB
	shift  int // a shard has 1<<shift entities, the last one aside
	shards []shardPointer
	made   atomic.Int64 // shards
	making sync.Mutex

	kinds sync.Map // of *kb.Kind: its Set

	names     *query.Names
	namesOnce sync.Once
}

// shardPointer is nil until the shard has been made.
type shardPointer = atomic.Pointer[shard]

// A shard has no more entities than two bytes can number, and no fewer than
// make it worth while.
const (
	largest  = 15
	smallest = 8
)

// NewIndex returns an index that is still to be made.
func NewIndex(k *kb.KB) *Index {
	x := &Index{kb: k, shift: largest}
	const each = 2 // shards for each worker, so that none waits long for another
	for x.shift > smallest && len(k.Entities) < each*parallel.Workers<<x.shift {
		x.shift--
	}
	x.shards = make([]shardPointer, (len(k.Entities)+1<<x.shift-1)>>x.shift)
	return x
}

// Make makes what is still missing of the index, by several workers. It returns
// early when the context ends.
func (x *Index) Build(ctx context.Context) {
	x.making.Lock()
	defer x.making.Unlock()
	parallel.Each(len(x.shards), func(i int) {
		if ctx.Err() != nil || x.shards[i].Load() != nil {
			return
		}
		first, after := x.span(i)
		x.shards[i].Store(newShard(x.kb, first, after))
		x.made.Add(1)
	})
}

// Made tells which part of the index has been made, from 0 to 1.
func (x *Index) Progress() float64 {
	if len(x.shards) == 0 {
		return 1
	}
	return float64(x.made.Load()) / float64(len(x.shards))
}

// IsMade tells whether the whole index has been made.
func (x *Index) IsBuilt() bool { return int(x.made.Load()) == len(x.shards) }

// Names returns the names that queries may use.
func (x *Index) Names() *query.Names {
	x.namesOnce.Do(func() { x.names = query.NewNames(x.kb) })
	return x.names
}

// Parse reads a query.
func (x *Index) Parse(text string) (*query.Query, *query.Problem) { return x.Names().Parse(text) }

// span returns the first entity of a shard, and the first that comes after it.
func (x *Index) span(shard int) (first, after int) {
	return shard << x.shift, min((shard+1)<<x.shift, len(x.kb.Entities))
}

// each calls do for the shards, several at a time. A shard that has not been
// made is nil. What do writes to sets, it writes to the bits of its shard, which
// share no word with those of another.
func (x *Index) each(do func(s *shard, first, after int)) {
	parallel.Each(len(x.shards), func(i int) {
		first, after := x.span(i)
		do(x.shards[i].Load(), first, after)
	})
}

// ofKind returns the entities of a kind.
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
