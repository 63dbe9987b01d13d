// Package survey tells what a knowledge base is as a whole: what is linked most,
// how much of what is claimed has a source, of which time and which places it
// tells.
package survey

import (
	"cmp"
	"context"
	"slices"
	"sync/atomic"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/place"
	"rihla/model/timeline"
)

// Survey is what is known of a knowledge base once all of it has been looked at.
type Survey struct {
	Claims  int // values, links and facts that are stated of what is no source
	Sourced int // those of them that have a source, their own or their entity's

	Dated   int           // points and spans of time that are stated
	Extent  timeline.Span // from the first to the last of them
	Densest timeline.Span // of those that stand together
	Counts  [parts]int    // how much begins, ends or takes place in each part of that

	Placed int // entities that stand somewhere
	Sites  int // at how many points
}

// parts is how many parts of time things are counted in.
const parts = 60

// few is how many entities are looked at in a row.
const few = 1024

// Of surveys a knowledge base on a day, as "2026-11-23". It returns the error of
// the context.
func Compute(ctx context.Context, k *kb.KB, today string) (Survey, error) {
	s := Survey{}
	s.weigh(ctx, k)
	s.date(ctx, k, today)
	s.locate(ctx, k, today)
	return s, ctx.Err()
}

// weigh counts claims, and those that have a source.
func (s *Survey) weigh(ctx context.Context, k *kb.KB) {
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
	s.Claims, s.Sourced = int(claims.Load()), int(sourced.Load())
}

// date finds of which time the knowledge base tells.
func (s *Survey) date(ctx context.Context, k *kb.KB, today string) {
	day := timeline.Unknown
	if span, ok := timeline.Parse(today); ok {
		day = span.From
	}
	t := timeline.Gather(ctx, k, k.Entities, day)
	if t == nil || len(t.Items) == 0 {
		return
	}
	s.Dated, s.Extent, s.Densest = len(t.Items), t.Span(), t.Densest()
	t.EachEvent(func(happening timeline.Span) {
		middle := happening.From + timeline.Day(happening.Days()/2)
		if middle >= s.Densest.From && middle <= s.Densest.To {
			s.Counts[int64(middle-s.Densest.From)*parts/int64(s.Densest.Days())]++
		}
	})
}

// locate finds of which places the knowledge base tells.
func (s *Survey) locate(ctx context.Context, k *kb.KB, today string) {
	if sites := place.Gather(ctx, place.NewLocator(k, today), k.Entities); sites != nil {
		s.Placed, s.Sites = sites.Located, len(sites.All)
	}
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
