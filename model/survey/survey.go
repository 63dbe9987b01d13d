// Package survey tells what a knowledge base is as a whole: what is linked most,
// and how much of what is claimed has a source.
package survey

import (
	"cmp"
	"context"
	"slices"
	"sync/atomic"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// Survey is what is known of a knowledge base once all of it has been looked at.
type Survey struct {
	Claims  int // values, links and facts that are stated of what is no source
	Sourced int // those of them that have a source, their own or their entity's
}

// few is how many entities are looked at in a row.
const few = 1024

// Of surveys a knowledge base. It returns the error of the context.
func Of(ctx context.Context, k *kb.KB) (Survey, error) {
	var claims, sourced atomic.Int64
	parallel.Each((len(k.Entities)+few-1)/few, func(row int) {
		if ctx.Err() != nil {
			return
		}
		all, with := 0, 0
		for _, e := range k.Entities[row*few : min(len(k.Entities), (row+1)*few)] {
			for c := range evidence.Claims(k, e) {
				all++
				if c.IsSourced() {
					with++
				}
			}
		}
		claims.Add(int64(all))
		sourced.Add(int64(with))
	})
	return Survey{Claims: int(claims.Load()), Sourced: int(sourced.Load())}, ctx.Err()
}

// MostLinked returns the entities with the most links, at most n of them, those
// without any and sources left out.
func MostLinked(k *kb.KB, n int) []*kb.Entity {
	sources := k.SourceKind()
	var top []*kb.Entity
	for _, e := range k.Entities {
		if e.Kind == sources || k.Degree(e) == 0 || len(top) == n && k.Degree(e) <= k.Degree(top[n-1]) {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, e, func(a, b *kb.Entity) int {
			return cmp.Or(k.Degree(b)-k.Degree(a), -1)
		})
		top = slices.Insert(top, at, e)
		top = top[:min(len(top), n)]
	}
	return top
}
