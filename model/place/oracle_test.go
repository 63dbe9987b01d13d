package place_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/place"
)

func written(s place.Location) string {
	out := fmt.Sprint(s.At, " of ", s.Entity.Address(), " via")
	for _, f := range s.Via {
		if f != nil {
			out += " " + f.Path
		}
	}
	return out
}

func TestLocateAgreesWithTheRecords(t *testing.T) {
	counts := make(map[int]int) // of relations followed
	for round := range uint64(200) {
		r := rand.New(rand.NewPCG(round, 5))
		text := randomClaims(r)
		k := kbtest.Read(t, text)
		now := []string{"", "2024-01-01"}[r.IntN(2)]
		l := place.NewLocator(k, on(now))
		for _, e := range k.Entities {
			var got []string
			for _, s := range l.Locate(e) {
				got = append(got, written(s))
				hops := 0
				for _, f := range s.Via {
					if f != nil {
						hops++
					}
				}
				counts[hops]++
				if s.IsOwn() != (hops == 0) {
					t.Fatalf("%s over %d relations is its own: %v", e.Address(), hops, s.IsOwn())
				}
			}
			if want := (naiveLocator{k, now}).locate(e); !slices.Equal(got, want) {
				t.Fatalf("round %d, today %q: %s is at %q, want %q\n%s", round, now, e.Address(), got, want, text)
			}
		}
	}
	if counts[0] < 500 || counts[1] < 500 || counts[2] < 50 {
		t.Errorf("locations by relations followed: %v, too few to tell", counts)
	}
}

func TestSitesSumUpTheirEntities(t *testing.T) {
	for round := range uint64(100) {
		r := rand.New(rand.NewPCG(round, 6))
		k := kbtest.Read(t, randomClaims(r))
		l := place.NewLocator(k, today)
		entities := slices.Clone(k.Entities)
		r.Shuffle(len(entities), func(i, j int) { entities[i], entities[j] = entities[j], entities[i] })
		entities = entities[:len(entities)/2]
		sites := place.Gather(context.Background(), l, entities)
		var kinds []*kb.Kind
		for _, kind := range k.Kinds {
			if slices.ContainsFunc(entities, func(e *kb.Entity) bool { return e.Kind == kind && len(l.Locate(e)) > 0 }) {
				kinds = append(kinds, kind)
			}
		}
		if !slices.Equal(sites.Kinds, kinds) {
			t.Fatalf("kinds %v, want %v", sites.Kinds, kinds)
		}
		for i, s := range sites.All {
			if i > 0 && place.ComparePoints(sites.All[i-1].At, s.At) >= 0 {
				t.Fatalf("%v is not before %v", sites.All[i-1].At, s.At)
			}
			var here, elsewhere []*kb.Entity
			weight, sameKind := 0, true
			for _, e := range entities {
				all := l.Locate(e)
				if !slices.ContainsFunc(all, func(o place.Location) bool { return o.At == s.At }) {
					continue
				}
				here = append(here, e)
				weight += 1 + k.Degree(e)
				sameKind = sameKind && e.Kind == here[0].Kind
				if len(all) > 1 {
					elsewhere = append(elsewhere, e)
				}
			}
			slices.SortStableFunc(here, func(a, b *kb.Entity) int {
				if a == s.Entity {
					return -1
				}
				if b == s.Entity {
					return 1
				}
				return k.Degree(b) - k.Degree(a)
			})
			if !slices.Equal(s.Entities, here) || !slices.Equal(s.Elsewhere, elsewhere) || s.Weight != weight || (s.Kind != nil) != sameKind {
				t.Fatalf("%v: %+v, want %v, elsewhere %v, weight %d", s.At, s, here, elsewhere, weight)
			}
		}
	}
}

// TestTiesAreTheLocationsOfNeighbours compares ties with the locations of all
// entities linked in either direction.
func TestTiesAreTheLocationsOfNeighbours(t *testing.T) {
	for round := range uint64(100) {
		k := kbtest.Read(t, randomClaims(rand.New(rand.NewPCG(round, 8))))
		l := place.NewLocator(k, today)
		naive := naiveLocator{k, "2024-06-01"}
		for _, e := range k.Entities {
			ties := l.Ties(e)
			if ties.Skipped != 0 {
				t.Fatalf("%s skips %d neighbours", e.Address(), ties.Skipped)
			}
			want := make(map[geo.Point]float64)
			for _, other := range k.Entities {
				if other == e || !naive.areLinked(e, other) {
					continue
				}
				for _, at := range near(naive, other) {
					km := math.Inf(1)
					for _, own := range ties.Own {
						km = min(km, geo.Distance(own.At, at))
					}
					if len(ties.Own) == 0 {
						km = 0
					}
					if len(ties.Own) == 0 || km >= 0.1 {
						want[at] = km
					}
				}
			}
			got := make(map[geo.Point]float64)
			for i, o := range ties.Others {
				got[o.At] = o.Km
				if i > 0 && ties.Others[i-1].Km > o.Km {
					t.Fatalf("%s: %v is before %v", e.Address(), ties.Others[i-1], o)
				}
				if len(o.Entities) == 0 || slices.ContainsFunc(o.Entities, func(n *kb.Entity) bool { return !slices.Contains(near(naive, n), o.At) }) {
					t.Fatalf("%s: %v are not at %v", e.Address(), o.Entities, o.At)
				}
			}
			if len(got) != len(want) || len(got) != len(ties.Others) {
				t.Fatalf("round %d: %s ties %v, want %v", round, e.Address(), got, want)
			}
			for at, km := range want {
				if d, ok := got[at]; !ok || math.Abs(d-km) > 1e-9 {
					t.Fatalf("%s: %v is %v km away, want %v", e.Address(), at, d, km)
				}
			}
			checkLegs(t, ties)
		}
	}
}

// checkLegs checks that legs from one of several own locations are adjacent and
// lead to the nearest one.
func checkLegs(t *testing.T, ties place.Ties) {
	t.Helper()
	last := -1
	for i, leg := range ties.Legs {
		if len(ties.Own) == 0 || i < len(ties.Own)-1 {
			if leg.Chain != (len(ties.Own) > 0) {
				t.Fatalf("leg %d of %v is in the chain: %v", i, ties.Entity.Address(), leg.Chain)
			}
			continue
		}
		from := slices.Index(ties.Own, leg.From)
		if leg.Chain || from < last {
			t.Fatalf("leg %d of %v starts at %d after %d", i, ties.Entity.Address(), from, last)
		}
		last = from
		for _, own := range ties.Own {
			if geo.Distance(own.At, leg.To.At) < leg.Km-1e-9 {
				t.Fatalf("%v is nearer to %v than %v", own.At, leg.To.At, leg.From.At)
			}
		}
	}
}

// near returns an entity's locations over at most one relation.
func near(n naiveLocator, e *kb.Entity) []geo.Point {
	if at := n.own(e); at != nil {
		return []geo.Point{*at}
	}
	paths, targets := n.relations(e)
	for _, path := range paths {
		var out []geo.Point
		for _, to := range targets[path] {
			if at := n.own(to); at != nil && !slices.Contains(out, *at) {
				out = append(out, *at)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

func (n naiveLocator) areLinked(a, b *kb.Entity) bool {
	for _, way := range [][2]*kb.Entity{{a, b}, {b, a}} {
		for _, s := range n.k.Record(way[0]).Links {
			if s.To == way[1] && s.Field.Path != "source" && !n.isElsewhen(s.Claim) {
				return true
			}
		}
	}
	return false
}

func TestLocateFollowsABoundedNumberOfLinks(t *testing.T) {
	var b, firms, towns strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "[town.t%d]\nlocation = [%d, %d]\n[firm.f%d]\nseat = 't%d'\n", i, i/20, i%20, i, i)
		fmt.Fprintf(&towns, "'t%d', ", i)
		fmt.Fprintf(&firms, "'f%d', ", i)
	}
	fmt.Fprintf(&b, "[tour.direct]\nvisits = [%s]\n[tour.indirect]\nasks = [%s]\n", towns.String(), firms.String())
	k := kbtest.Read(t, b.String())
	l := place.NewLocator(k, today)
	if got := len(l.Locate(k.Lookup("tour/direct"))); got != 256 {
		t.Errorf("%d locations over one relation", got)
	}
	if got := len(l.Locate(k.Lookup("tour/indirect"))); got != 16 {
		t.Errorf("%d locations over two relations", got)
	}
}
