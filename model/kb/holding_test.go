package kb_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

func spanOf(t *testing.T, written string) date.Span {
	t.Helper()
	d, ok := date.Parse(written)
	if !ok {
		t.Fatalf("%q is no date", written)
	}
	return d.Span()
}

func TestClaimsHoldBetweenTheirDates(t *testing.T) {
	moved, met := &kb.Claim{Until: "2020-12-11"}, &kb.Claim{Date: "2024-02-12"}
	office := &kb.Claim{Since: "2019", Until: "2021-06"}
	for _, c := range []struct {
		claim *kb.Claim
		at    string
		want  kb.Holding
	}{
		{nil, "2024", kb.Holds},
		{&kb.Claim{Rank: kb.Preferred}, "2024", kb.Holds},
		{&kb.Claim{Rank: kb.Deprecated}, "2024", kb.HoldsNot},
		{&kb.Claim{Rank: kb.Deprecated, Since: "2000"}, "2024", kb.HoldsNot},
		{moved, "2019", kb.Holds}, {moved, "2020", kb.Holds}, {moved, "2020-12-11", kb.Holds}, {moved, "2020-12-12", kb.HoldsNot}, {moved, "2021", kb.HoldsNot},
		{met, "2024-02-11", kb.HoldsNot}, {met, "2024-02-12", kb.Holds}, {met, "2024", kb.Holds}, {met, "2030", kb.Holds}, {met, "2023", kb.HoldsNot},
		{office, "2018", kb.HoldsNot}, {office, "2019", kb.Holds}, {office, "2019-05-01", kb.MayHold}, {office, "2020", kb.Holds},
		{office, "2021-06", kb.Holds}, {office, "2021-06-02", kb.MayHold}, {office, "2021-07", kb.HoldsNot},
		{&kb.Claim{Date: "2024-02"}, "2024-02-12", kb.MayHold}, {&kb.Claim{Date: "2024-02"}, "2024-03-01", kb.Holds},
		{&kb.Claim{Date: "2024-02-12", Until: "2024-03"}, "2024-01", kb.Holds},
		{&kb.Claim{Since: "2027"}, "2026-11-23", kb.HoldsNot}, {&kb.Claim{Since: "2027"}, "2027-01-01", kb.MayHold},
		{&kb.Claim{Since: "long ago"}, "2024", kb.MayHold}, {&kb.Claim{Until: "lately"}, "2024", kb.MayHold}, {&kb.Claim{Date: "once"}, "2024", kb.MayHold},
		{&kb.Claim{Since: "2021", Until: "2020"}, "2020", kb.HoldsNot},
		{&kb.Claim{Since: "2024-02-12T10:30", Until: "2024-02-12T11:00"}, "2024-02-12", kb.Holds},
		{&kb.Claim{Until: "44 BC"}, "2024", kb.HoldsNot}, {&kb.Claim{Since: "44 BC"}, "2024", kb.Holds},
	} {
		if got := c.claim.HoldsAt(spanOf(t, c.at)); got != c.want {
			t.Errorf("%+v holds at %s: %d, want %d", c.claim, c.at, got, c.want)
		}
	}
	if (*kb.Claim)(nil).IsDeprecated() || moved.IsDeprecated() || !(&kb.Claim{Rank: kb.Deprecated}).IsDeprecated() {
		t.Error("a claim is deprecated by its rank alone")
	}
	for _, c := range []struct {
		claim *kb.Claim
		want  kb.Holding
	}{{nil, kb.Holds}, {moved, kb.HoldsNot}, {met, kb.Holds}, {&kb.Claim{Since: "9999"}, kb.Holds}, {&kb.Claim{Until: "9999"}, kb.HoldsNot}} {
		if got := c.claim.HoldsAt(kb.EndOfTime); got != c.want {
			t.Errorf("%+v holds at the end of time: %d, want %d", c.claim, got, c.want)
		}
	}
}

// Every pair of days that a claim may begin and end on is tried against the days
// that are asked for.
func TestWhetherAClaimHoldsIsCountedDayByDay(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 1))
	first := time.Date(2023, 12, 25, 0, 0, 0, 0, time.UTC)
	const days = 75 // into March 2024
	written := func() string {
		day := first.AddDate(0, 0, r.IntN(days))
		return day.Format([]string{"2006-01-02", "2006-01-02", "2006-01", "2006"}[r.IntN(4)])
	}
	// within returns the days of a date, counted from the first.
	within := func(text string) (out []int) {
		for n := -400; n < days+400; n++ {
			if day := first.AddDate(0, 0, n); day.Format("2006-01-02"[:len(text)]) == text {
				out = append(out, n)
			}
		}
		return out
	}
	const never = 1 << 20
	seen := map[kb.Holding]int{}
	for range 300 {
		var c kb.Claim
		for _, field := range []*string{&c.Since, &c.Until, &c.Date} {
			if r.IntN(2) > 0 {
				*field = written()
			}
		}
		begins, ends := []int{-never}, []int{never}
		if c.Since != "" {
			begins = within(c.Since)
		} else if c.Date != "" && c.Until == "" {
			begins = within(c.Date)
		}
		if c.Until != "" {
			ends = within(c.Until)
		}
		at := written()
		asked := within(at)
		ways, held := 0, 0
		for _, begin := range begins {
			for _, end := range ends {
				if begin > end {
					continue
				}
				ways++
				if asked[0] <= end && begin <= asked[len(asked)-1] {
					held++
				}
			}
		}
		want := kb.MayHold
		switch held {
		case 0:
			want = kb.HoldsNot
		case ways:
			want = kb.Holds
		}
		seen[want]++
		if got := c.HoldsAt(spanOf(t, at)); got != want {
			t.Fatalf("%+v at %s: %d, want %d (%d of %d ways)", c, at, got, want, held, ways)
		}
	}
	if len(seen) < 3 || min(seen[kb.HoldsNot], seen[kb.MayHold], seen[kb.Holds]) < 20 {
		t.Errorf("too few of one: %v", seen)
	}
}

func TestLinksOfWhatTakesPlaceLater(t *testing.T) {
	k := kbtest.Read(t, `
[event.expo]
name = "Expo"
start = [{ value = 2024-02-11, source = "letter" }, { value = 2024-02-10, source = "letter" }]
held_in = "rabat"
[event.fair]
name = "Fair"
date = "2019-06"
held_in = { to = "rabat", since = 2019-06-01, until = 2019-06-03 }
[city.rabat]
name = "Rabat"
hosts = "expo"
[source.letter]
name = "Letter"
date = 2024-03-01
about = "city/rabat"
`)
	link := func(address kb.Address) *kb.Statement { return k.Record(k.Lookup(address)).Links[0] }
	last := func(address kb.Address) *kb.Statement {
		all := k.Record(k.Lookup(address)).Links
		return all[len(all)-1]
	}
	for _, c := range []struct {
		link   *kb.Statement
		at     string
		holds  bool
		hidden bool // if what is later is
	}{
		{last("event/expo"), "2023", true, true}, {last("event/expo"), "2024-02-09", true, true}, {last("event/expo"), "2024-02-10", true, false}, {last("event/expo"), "2024", true, false},
		{link("city/rabat"), "2023", true, true}, {link("city/rabat"), "2025", true, false},
		{link("event/fair"), "2019-05", false, true}, {link("event/fair"), "2019-06", true, false}, {link("event/fair"), "2019-07", false, true},
		{link("source/letter"), "2023", true, false},
	} {
		at := spanOf(t, c.at)
		if got := k.HoldsOn(c.link, kb.Reference{At: at}); got != c.holds {
			t.Errorf("%s %s at %s: %v", c.link.From.Address(), c.link.Field.Path, c.at, got)
		}
		if got := k.HoldsOn(c.link, kb.Reference{At: at, HidesLater: true}); got == c.hidden {
			t.Errorf("%s %s at %s, without what is later: %v", c.link.From.Address(), c.link.Field.Path, c.at, got)
		}
		if !k.HoldsOn(c.link, kb.Reference{}) {
			t.Errorf("%s %s does not hold at any time", c.link.From.Address(), c.link.Field.Path)
		}
	}
	if d, ok := k.Start(k.Lookup("event/expo")); !ok || d.String() != "2024-02-10" {
		t.Errorf("the expo starts on %s", d)
	}
	for _, address := range []kb.Address{"source/letter", "city/rabat", "event/none"} {
		if d, ok := k.Start(k.Lookup(address)); ok {
			t.Errorf("%s starts on %s", address, d)
		}
	}
}
