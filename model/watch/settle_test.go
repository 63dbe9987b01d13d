package watch

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestChangesAreToldOnceTheyHaveSettled plays random changes against random looks.
func TestChangesAreToldOnceTheyHaveSettled(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 1))
		var s settler
		now := time.Unix(1000, 0)
		var first, last time.Time // of the changes that are not told
		for range 500 {
			now = now.Add(time.Duration(1+random.IntN(80)) * time.Millisecond)
			hasChanged := random.IntN(3) == 0
			if hasChanged {
				last = now
				if first.IsZero() {
					first = now
				}
			}
			told := s.see(now, hasChanged)
			due := !first.IsZero() && (now.Sub(last) >= quiet || now.Sub(first) >= longest)
			if told != due {
				t.Fatalf("seed %d: told %v, due %v: %v after the first change, %v after the last", seed, told, due, now.Sub(first), now.Sub(last))
			}
			if told {
				first, last = time.Time{}, time.Time{}
			}
			if s.isUnsettled() == first.IsZero() {
				t.Fatalf("seed %d: it is unsettled: %v", seed, s.isUnsettled())
			}
		}
	}
}

func TestThePaceFollowsTheCost(t *testing.T) {
	for _, cost := range []time.Duration{0, time.Millisecond, 18 * time.Millisecond, 300 * time.Millisecond} {
		now := time.Unix(1000, 0)
		at := func(s settler, isTold bool) time.Duration { return pace(cost, &s, now, isTold) }
		alone, told, unsettled := at(settler{}, false), at(settler{}, true), at(settler{first: now, last: now}, true)
		if alone < 25*cost || told < 50*cost || unsettled < 2*cost {
			t.Errorf("a look that costs %v is taken every %v, %v or %v", cost, alone, told, unsettled)
		}
		if unsettled > alone || alone > told {
			t.Errorf("a look that costs %v: %v, %v, %v", cost, unsettled, alone, told)
		}
		const left = 3 * time.Millisecond
		if got, want := at(settler{first: now, last: now.Add(left - quiet)}, true), max(left, 2*cost); got != want {
			t.Errorf("a look that costs %v is taken %v before a change settles: %v", cost, left, got)
		}
	}
}
