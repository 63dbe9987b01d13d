package route

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// hostile are names and texts that would spoil a screen.
var hostile = []string{
	"plain", "a name that is quite long and goes on and on", "東京都庁舎本館", "\\u202Ereversed", "e\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301", "\\u001b]52;c;AAAA\\u0007", "العربية", "❤️👍🏽", "", "x",
	strings.Repeat("unbroken", 12),
}

// base returns a random knowledge base of few entities with many claims.
func base(r *rand.Rand) string {
	pick := func() string { return hostile[r.IntN(len(hostile))] }
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\nlanguages = ['en', 'fr']\n[relations.ties]\ninverse = \"" + pick() + "\"\n")
	for s := range 4 {
		fmt.Fprintf(&b, "[source.s%d]\nname = \"%s\"\npublisher = \"%s\"\n", s, pick(), pick())
	}
	confidences := []string{"high", "medium", "low", "disputed"}
	n := 2 + r.IntN(8)
	for i := range n {
		fmt.Fprintf(&b, "[kind%d.e%d]\nname = \"%s\"\n", i%11, i, pick())
		var links, facts []string
		for range r.IntN(4) {
			to := r.IntN(n)
			extra := ""
			if r.IntN(2) == 0 {
				extra = fmt.Sprintf(", source = [{ source = 's%d', locator = \"%s\", quote = \"%s\" }, 's%d']", r.IntN(4), pick(), pick(), r.IntN(4))
			}
			if r.IntN(3) == 0 {
				extra += fmt.Sprintf(", confidence = '%s', since = 1999, role = \"%s\"", confidences[r.IntN(4)], pick())
			}
			if r.IntN(3) == 0 {
				facts = append(facts, fmt.Sprintf("{ text = \"%s %s\", about = ['kind%d/e%d']%s }", pick(), pick(), to%11, to, extra))
			} else {
				links = append(links, fmt.Sprintf("{ to = 'kind%d/e%d'%s }", to%11, to, extra))
			}
		}
		fmt.Fprintf(&b, "ties = [%s]\nfacts = [%s]\n", strings.Join(links, ", "), strings.Join(facts, ", "))
	}
	return b.String()
}

// answers calls do with answers of every kind from random knowledge bases.
func answers(t *testing.T, rounds uint64, do func(v present.Voice, a *route.Answer, r *rand.Rand)) {
	t.Helper()
	for round := range rounds {
		r := rand.New(rand.NewPCG(round, 5))
		k := kbtest.Read(t, base(r))
		n, err := route.NewNetwork(context.Background(), k, kb.Reference{})
		if err != nil {
			t.Fatal(err)
		}
		var ends []*kb.Entity
		for _, e := range k.Entities {
			if !k.IsSource(e) || r.IntN(4) == 0 {
				ends = append(ends, e)
			}
		}
		for range 4 {
			a, err := n.Find(context.Background(), ends[r.IntN(len(ends))], ends[r.IntN(len(ends))], route.Options{MaxHops: r.IntN(5), MinLevel: route.Level(r.IntN(4))})
			if err != nil {
				t.Fatal(err)
			}
			do(present.NewVoice(k, []string{"en", "fr"}[r.IntN(2)]), a, r)
		}
	}
}

// TestNothingIsDrawnOutsideTheFrame checks properties of random answers at any width:
// each line fits and has no control sequence, each thing is drawn in its rectangle,
// and rectangles do not overlap.
func TestNothingIsDrawnOutsideTheFrame(t *testing.T) {
	var best, apart, beside int
	answers(t, 150, func(v present.Voice, a *route.Answer, r *rand.Rand) {
		width, height := 16+r.IntN(200), r.IntN(60)
		d := Draw(v, a, width, height)
		if a.Best != nil && len(a.Best.Hops) > 0 {
			best++
		} else {
			apart++
		}
		inFrame(t, v, d.Lines, width)
		taken := make(map[[2]int]int)
		for i, thing := range d.Things {
			if thing.X > 0 {
				beside++
			}
			if thing.X < 0 || thing.Y < 0 || thing.Width <= 0 || thing.Height <= 0 || thing.X+thing.Width > width || thing.Y+thing.Height > len(d.Lines) {
				t.Fatalf("thing %d is at %+v of %d×%d", i, thing, width, len(d.Lines))
			}
			for y := thing.Y; y < thing.Y+thing.Height; y++ {
				for x := thing.X; x < thing.X+thing.Width; x++ {
					if other, is := taken[[2]int{x, y}]; is {
						t.Fatalf("things %d and %d are both at %d,%d", other, i, x, y)
					}
					taken[[2]int{x, y}] = i
				}
			}
		}
		seen := make(map[int]bool)
		for y, line := range d.Lines {
			x := 0
			for _, s := range line.Spans {
				if at, is := taken[[2]int{x, y}]; s.Link >= 0 && (!is || at != s.Link) {
					t.Fatalf("%q is part of %d, where %d is", s.Text, s.Link, at)
				}
				seen[s.Link] = seen[s.Link] || safe.Width(s.Text) > 0
				x += safe.Width(s.Text)
			}
		}
		for i, thing := range d.Things {
			if named := thing.Entity == nil || v.Name(thing.Entity) != ""; named && !seen[i] {
				t.Fatalf("thing %d is not seen at %d×%d:\n%s", i, width, height, text(d.Lines))
			}
		}
		if a.Best != nil {
			hasStations(t, d, a)
		}
	})
	if best < 60 || apart < 60 || beside < 60 {
		t.Errorf("%d routes, %d that are none, %d things beside: too few to tell", best, apart, beside)
	}
}

func hasStations(t *testing.T, d *Drawing, a *route.Answer) {
	t.Helper()
	for side, r := range []*route.Route{a.Best, a.Alternative} {
		if r == nil || len(r.Hops) == 0 {
			continue
		}
		var stations []*kb.Entity
		hops := make(map[*route.Hop]bool)
		for _, thing := range d.Things {
			if thing.Side == side && thing.Entity != nil {
				stations = append(stations, thing.Entity)
			} else if thing.Side == side {
				hops[thing.Hop] = true
			}
		}
		if fmt.Sprint(stations) != fmt.Sprint(r.Entities) || len(hops) != len(r.Hops) {
			t.Fatalf("%d stations and %d hops are drawn of %d and %d", len(stations), len(hops), len(r.Entities), len(r.Hops))
		}
	}
}

func inFrame(t *testing.T, v present.Voice, lines []rich.Line, width int) {
	t.Helper()
	for _, line := range lines {
		if line.Width() > width || safe.Line(line.Text()) != line.Text() {
			t.Fatalf("%s: %q is %d wide of %d", v.Lang, line.Text(), line.Width(), width)
		}
	}
}

func text(lines []rich.Line) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(line.Text() + "\n")
	}
	return b.String()
}

// TestWordsAloneFitToo checks that lines of plain text fit and name every station.
func TestWordsAloneFitToo(t *testing.T) {
	answers(t, 150, func(v present.Voice, a *route.Answer, r *rand.Rand) {
		width := 30 + r.IntN(100)
		lines, _, _ := Plain(v, a, width)
		inFrame(t, v, lines, width)
		said := text(lines)
		if strings.ContainsAny(said, "│┃┆↓↑‹→") {
			t.Fatalf("drawn:\n%s", said)
		}
		if a.Best == nil {
			return
		}
		for _, e := range a.Best.Entities {
			if len(e.Key) < 5 && len(a.Best.Hops) > 0 && !strings.Contains(strings.Join(strings.Fields(said), ""), "/"+e.Key+")") {
				t.Fatalf("%s is not named:\n%s", e.Key, said)
			}
		}
	})
}

// TestALongRouteIsFolded draws a chain of a thousand entities: both ends are visible,
// and so is the number of omitted stations.
func TestALongRouteIsFolded(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, "[x.e%d]\nnext = 'e%d'\n", i, min(999, i+1))
	}
	k := kbtest.Read(t, b.String())
	n, err := route.NewNetwork(context.Background(), k, kb.Reference{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := n.Find(context.Background(), k.Lookup("x/e0"), k.Lookup("x/e999"), route.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v := present.NewVoice(k, "en")
	plain, _, _ := Plain(v, a, 80)
	for _, lines := range [][]rich.Line{Draw(v, a, 80, 20).Lines, plain} {
		if said := text(lines); len(lines) > 400 || !strings.Contains(said, "and 940 more entities") || !strings.Contains(said, "e29") || strings.Contains(said, "e31") || !strings.Contains(said, "e998") {
			t.Errorf("%d lines:\n%s", len(lines), said)
		}
	}
}

// TestStationsAreSpelledOutWhereThereIsRoom draws the way from a company to the mission
// in a frame without room for details, in one that holds it only with cut names, and in
// one that does not hold it either way and scrolls.
func TestStationsAreSpelledOutWhereThereIsRoom(t *testing.T) {
	k := kbtest.BuiltIn(t)
	n, err := route.NewNetwork(context.Background(), k, kb.Reference{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := n.Find(context.Background(), k.Lookup("company/oracle"), k.Lookup("event/mission-2024"), route.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		height  int
		isWhole bool
	}{{0, true}, {17, true}, {12, false}, {8, true}} {
		var text strings.Builder
		for _, line := range Draw(present.NewVoice(k, "en"), a, 76, c.height).Lines {
			text.WriteString(line.Text() + "\n")
		}
		if isWhole := strings.Contains(text.String(), "(February 2024)  event"); isWhole != c.isWhole {
			t.Errorf("in %d lines the mission is whole: %v\n%s", c.height, isWhole, text.String())
		}
	}
}
