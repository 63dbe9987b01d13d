// Package survey summarises a knowledge base as a whole: its most linked entities,
// how many claims have a source, the time and the places that it covers. It words
// and draws nothing.
package survey

import (
	"cmp"
	"context"
	"slices"
	"sync/atomic"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/place"
	"rihla/model/timeline"
)

// Survey is the summary of a knowledge base.
type Survey struct {
	Claims  int // values, links and facts of all entities but sources
	Sourced int // claims with a source, their own or their entity's

	Dated    int           // dates and time spans
	Extent   timeline.Span // from the first to the last of them
	Densest  timeline.Span // most of them, without outliers
	HasSpans bool          // some of them are time spans
	Counts   [periods]int  // of events, in periods of equal length of Densest

	Located int // entities with a location
	Sites   int // different locations
}

const periods = 60

// batch is the number of entities that a goroutine takes at a time.
const batch = 1024

// Compute surveys a knowledge base. Time spans
// without an end are cut off at a day, and places are those of that day. It
// returns the context's error.
func Compute(ctx context.Context, k *kb.KB, at date.Span) (Survey, error) {
	s := Survey{}
	s.countClaims(ctx, k)
	s.measureTime(ctx, k, at)
	s.countPlaces(ctx, k, at)
	return s, ctx.Err()
}

// countClaims counts claims, and those with a source.
func (s *Survey) countClaims(ctx context.Context, k *kb.KB) {
	var claims, sourced atomic.Int64
	_ = parallel.EachContext(ctx, (len(k.Entities)+batch-1)/batch, func(i int) {
		all, with := 0, 0
		for _, e := range k.Entities[i*batch : min(len(k.Entities), (i+1)*batch)] {
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

// measureTime finds the time that the knowledge base covers.
func (s *Survey) measureTime(ctx context.Context, k *kb.KB, at date.Span) {
	t := timeline.Gather(ctx, k, k.Entities, timeline.LastDay(at))
	if t == nil || len(t.Items) == 0 {
		return
	}
	s.Dated, s.Extent, s.Densest = len(t.Items), t.Span(), t.Densest()
	s.Densest.To = min(s.Densest.To, s.Extent.To)
	s.HasSpans = slices.ContainsFunc(t.Items, func(i timeline.Item) bool { return !i.Has(timeline.Point) })
	t.EachEvent(func(event timeline.Span) {
		middle := event.From + timeline.Day(event.Days()/2)
		if middle >= s.Densest.From && middle <= s.Densest.To {
			s.Counts[int64(middle-s.Densest.From)*periods/int64(s.Densest.Days())]++
		}
	})
}

// countPlaces counts the places that the knowledge base covers.
func (s *Survey) countPlaces(ctx context.Context, k *kb.KB, at date.Span) {
	if sites := place.Gather(ctx, place.NewLocator(k, kb.Reference{At: at}), k.Entities); sites != nil {
		s.Located, s.Sites = sites.Located, len(sites.All)
	}
}

// MostLinked returns up to n entities with the most links, without sources and
// entities that have no links.
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
