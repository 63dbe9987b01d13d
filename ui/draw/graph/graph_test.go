package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"rihla/model/graph"
	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// names are names of many scripts and widths, some of them hostile.
var names = []string{
	"Aino", "東京都庁", "ميناء الدار البيضاء", "e\u0301cole", "a name that is longer than any column that it could be put in, by far", "\x1b[31mred",
	"tab\tand\nline", "<b> & \"q\" `c` #1;", "x", "1. first", "👍🏽 ok", "\u202Eback", "Nouvelle-Zélande",
}

// invented returns a random knowledge base of at most most linked entities.
func invented(r *rand.Rand, most int) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.near]\nsymmetric = true\n[relations.a_relation_of_a_very_long_name]\n[relations.of]\n[relations.by]\n[source.log]\nname = \"Log\"\n")
	kinds := []string{"ship", "port", "firm", "crew"}
	n := 1 + r.IntN(most)
	for i := range n {
		fmt.Fprintf(&b, "[%s.e%d]\nname = %q\n", kinds[i%4], i, names[r.IntN(len(names))])
		for _, relation := range []string{"near", "a_relation_of_a_very_long_name", "of", "by"} {
			var to []string
			for range r.IntN(4) * r.IntN(3) {
				at := r.IntN(n) * r.IntN(2)
				link := fmt.Sprintf("{ to = \"%s/e%d\"", kinds[at%4], at)
				link += []string{"", ", source = \"log\"", ", confidence = \"disputed\"", ", since = 1999, source = \"log\"", ", rank = \"deprecated\""}[r.IntN(5)] + " }"
				to = append(to, link)
			}
			if len(to) > 0 {
				fmt.Fprintf(&b, "%s = [%s]\n", relation, strings.Join(to, ", "))
			}
		}
	}
	return b.String()
}

// drawnOne is a picture with the input that yields it.
type drawnOne struct {
	*Picture
	how string
	o   Options
}

// drawn returns pictures of random neighbourhoods, shared by the tests.
var drawn = sync.OnceValues(func() ([]drawnOne, error) {
	var out []drawnOne
	for round := range uint64(60) {
		some, err := draw(round)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
})

// draw draws a random neighbourhood at several sizes.
func draw(round uint64) ([]drawnOne, error) {
	r := rand.New(rand.NewPCG(round, 3))
	text := invented(r, 4+int(round))
	k, err := reader.OpenFS(context.Background(), fstest.MapFS{"kb.toml": {Data: []byte(text)}}, reader.Options{})
	if err != nil {
		return nil, err
	}
	hops := 1 + r.IntN(graph.MaxHops)
	s := graph.Around(context.Background(), k, k.Kind("ship").Entities[0], graph.Options{Hops: hops})
	v := present.NewVoice(k, []string{"en", "fr"}[round%2])
	var out []drawnOne
	for range 6 {
		o := Options{Width: 20 + r.IntN(220), Height: 4 + r.IntN(66), Hops: hops}
		if r.IntN(2) == 0 {
			o.Before = k.Entities[r.IntN(len(k.Entities))]
		}
		out = append(out, drawnOne{Lay(s, v, o), fmt.Sprintf("round %d, %d hops, %d×%d", round, hops, o.Width, o.Height), o})
	}
	return out, nil
}

func drawings(t *testing.T, do func(t *testing.T, p drawnOne)) {
	t.Helper()
	all, err := drawn()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		do(t, p)
	}
}

// area is the rectangle of a text on the picture.
type area struct {
	what        string
	x, y, width int
}

func (p *Picture) areas() []area {
	var out []area
	for i := range p.Things {
		t := &p.Things[i]
		if i == 0 && !p.column {
			for y := range p.box.h {
				out = append(out, area{"the centre", p.box.x, p.box.y + y, p.box.w})
			}
			continue
		}
		out = append(out, area{t.text, t.X, t.Y, t.Width})
		for n, line := range t.more {
			width := safe.Width(line)
			out = append(out, area{line, t.lineX(t.Column < 0 && !p.column, width), t.Y + 1 + n, width})
		}
		if width := (rich.Line{Spans: t.tail}).Width(); width > 0 {
			out = append(out, area{"the tail of " + t.text, t.tailX, t.Y + len(t.more), width})
		}
	}
	for _, l := range p.labels {
		out = append(out, area{l.text, l.x, l.y, l.width})
	}
	return out
}

func TestNoTextsMeetAndNoneLeavesTheFrame(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		width, height := p.o.Width, p.o.Height
		if p.column {
			height = p.Height
		}
		taken := make(map[point]string)
		for _, a := range p.areas() {
			for x := a.x; x < a.x+a.width; x++ {
				if x < 0 || x >= width || a.y < 0 || a.y >= height {
					t.Fatalf("%s: %q leaves the frame at %d,%d\n%s", p.how, a.what, x, a.y, p.text(-1))
				}
				if other, meets := taken[point{x, a.y}]; meets {
					t.Fatalf("%s: %q meets %q\n%s", p.how, a.what, other, p.text(-1))
				}
				taken[point{x, a.y}] = a.what
			}
		}
		for i := range p.Things {
			for _, at := range p.Things[i].path {
				if at.x < 0 || at.x >= width || at.y < 0 || at.y >= height {
					t.Fatalf("%s: a line leaves the frame at %v", p.how, at)
				}
			}
		}
		lines := p.Lines(len(p.Things) - 1)
		if len(lines) != height {
			t.Fatalf("%s: %d lines", p.how, len(lines))
		}
		for _, line := range lines {
			if line.Width() > width {
				t.Fatalf("%s: %q is too wide", p.how, line.Text())
			}
		}
	})
}

func (p *Picture) text(selected int) string {
	var b strings.Builder
	for _, line := range p.Lines(selected) {
		b.WriteString(line.Text() + "\n")
	}
	return b.String()
}

// cells returns the visible cells; the second half of a wide character is empty.
func (p *Picture) cells() map[point]string {
	out := make(map[point]string)
	for y, line := range p.Lines(-1) {
		x := 0
		for piece, width := range safe.Cells(line.Text()) {
			out[point{x, y}] = piece
			x += width
		}
	}
	return out
}

// joinsOf returns the directions in which a character continues a line.
func joinsOf(seen string) (joins uint8, isLine bool) {
	switch seen {
	case "─", "╌", "▶", "◀":
		return east | west, true
	case "│", "╎":
		return north | south, true
	}
	for j, r := range strokes {
		if r != 0 && string(r) == seen {
			return uint8(j), true
		}
	}
	return 0, false
}

// TestEveryEdgeJoinsItsTwoEnds follows each visible line from name to name and checks
// that lines from different entities do not touch.
func TestEveryEdgeJoinsItsTwoEnds(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		if p.column {
			return
		}
		seen := p.cells()
		of := make(map[point]int)
		for i := 1; i < len(p.Things); i++ {
			th := &p.Things[i]
			if len(th.path) == 0 {
				t.Fatalf("%s: nothing leads to %q", p.how, th.text)
			}
			p.checkEnds(t, p.how, th)
			for n, at := range th.path {
				if parent, there := of[at]; there && parent != th.Parent {
					t.Fatalf("%s: lines from two entities meet at %v\n%s", p.how, at, p.text(-1))
				}
				of[at] = th.Parent
				if n > 0 && abs(at.x-th.path[n-1].x)+abs(at.y-th.path[n-1].y) != 1 {
					t.Fatalf("%s: the line to %q is broken at %v", p.how, th.text, at)
				}
				if th.label >= 0 {
					if l := p.labels[th.label]; at.y == l.y && at.x >= l.x-1 && at.x <= l.x+l.width {
						continue
					}
				}
				joins, isLine := joinsOf(seen[at])
				if want := p.joins(th, n); !isLine || joins&want != want && !isHead(seen[at]) {
					t.Fatalf("%s: the line to %q is not to be followed at %v: %q\n%s", p.how, th.text, at, seen[at], p.text(-1))
				}
			}
			p.checkHeads(t, p.how, th, seen)
		}
	})
}

func isHead(seen string) bool { return seen == "▶" || seen == "◀" }

// checkEnds checks that a line begins beside one entity and ends beside the other.
func (p *Picture) checkEnds(t *testing.T, how string, th *Thing) {
	t.Helper()
	first, last := th.path[0], th.path[len(th.path)-1]
	parent := &p.Things[th.Parent]
	switch {
	case th.Parent == 0:
		if first.x <= p.box.x || first.x >= p.box.x+p.box.w-1 || first.y != p.box.y-1 && first.y != p.box.y+p.box.h {
			t.Fatalf("%s: the line to %q begins at %v, not at the centre %+v\n%s", how, th.text, first, p.box, p.text(-1))
		}
	case first.y != parent.Y || th.Column > 0 && first.x != parent.X+parent.Width+parent.beyond+1 || th.Column < 0 && first.x != parent.X-parent.beyond-2:
		t.Fatalf("%s: the line to %q begins at %v, not at %q\n%s", how, th.text, first, parent.text, p.text(-1))
	}
	if last.y != th.Y || th.Column > 0 && last.x != th.X-2 || th.Column < 0 && last.x != th.X+th.Width+1 {
		t.Fatalf("%s: the line to %q ends at %v, it is at %d,%d\n%s", how, th.text, last, th.X, th.Y, p.text(-1))
	}
}

// checkHeads checks that there is an arrow head at the target of a relation and none
// at its source.
func (p *Picture) checkHeads(t *testing.T, how string, th *Thing, seen map[point]string) {
	t.Helper()
	if th.Edge < 0 {
		return
	}
	e := &p.s.Edges[th.Edge]
	outward := e.IsSymmetric() || e.From == p.Things[th.Parent].Node
	inward := e.IsSymmetric() || e.To == p.Things[th.Parent].Node
	at, _ := p.head(th, true)
	if isHead(seen[at]) != outward {
		t.Fatalf("%s: %q is at the end of the line to %q, which leads there: %v\n%s", how, seen[at], th.text, outward, p.text(-1))
	}
	at, _ = p.head(th, false)
	if isHead(seen[at]) != inward {
		t.Fatalf("%s: %q is at the beginning of the line to %q, which leads back: %v\n%s", how, seen[at], th.text, inward, p.text(-1))
	}
}

// TestNothingIsLost checks that every neighbour is drawn or counted, that each entity
// is drawn once, and that every link between drawn entities is drawn or counted as
// missing.
func TestNothingIsLost(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		drawn, told, folded := make(map[int]int), make(map[int]bool), 0
		neighbours := 0
		for _, g := range p.s.Nodes[0].Groups {
			neighbours += g.Count()
		}
		for i := range p.Things {
			th := &p.Things[i]
			if th.Edge >= 0 {
				if told[th.Edge] {
					t.Fatalf("%s: an edge is drawn twice", p.how)
				}
				told[th.Edge] = true
			}
			for _, also := range th.Also {
				told[also] = true
			}
			switch {
			case th.Node < 0:
				if got := len(p.Folded(th.Fold)); got != th.Fold.Count || got == 0 {
					t.Fatalf("%s: a fold of %d lists %d", p.how, th.Fold.Count, got)
				}
				if th.Parent == 0 {
					folded += th.Fold.Count
				}
			case !th.Twin:
				drawn[th.Node]++
				if th.Parent == 0 {
					neighbours--
				}
			case p.Find(p.Entity(i)) < 0:
				t.Fatalf("%s: %q stands for what is not drawn", p.how, th.text)
			}
		}
		if neighbours != folded {
			t.Fatalf("%s: %d neighbours are not drawn, %d are counted\n%s", p.how, neighbours, folded, p.text(-1))
		}
		missing := 0
		for i := range p.s.Edges {
			if e := &p.s.Edges[i]; !told[i] && drawn[e.From] > 0 && drawn[e.To] > 0 {
				missing++
			}
		}
		if missing != p.Missing {
			t.Fatalf("%s: %d links are missing, %d are said to be", p.how, missing, p.Missing)
		}
		for n, times := range drawn {
			if times > 1 {
				t.Fatalf("%s: %s is drawn %d times", p.how, p.s.Nodes[n].Entity.Key, times)
			}
		}
	})
}

// TestEverythingIsReachedByWalking checks that arrow keys lead from the centre to
// every thing.
func TestEverythingIsReachedByWalking(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		reached := map[int]bool{0: true}
		for todo := []int{0}; len(todo) > 0; {
			at := todo[0]
			todo = todo[1:]
			for _, d := range []Direction{Left, Right, Up, Down} {
				next := p.Toward(at, d)
				if next < 0 || next >= len(p.Things) {
					t.Fatalf("%s: %d leads to %d", p.how, at, next)
				}
				if !reached[next] {
					reached[next] = true
					todo = append(todo, next)
				}
			}
		}
		if len(reached) != len(p.Things) {
			t.Fatalf("%s: %d of %d are reached\n%s", p.how, len(reached), len(p.Things), p.text(-1))
		}
	})
}

func TestTheSameSurroundingsDrawTheSamePicture(t *testing.T) {
	before, err := drawn()
	if err != nil {
		t.Fatal(err)
	}
	for round := range uint64(30) {
		again, err := draw(round)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range again {
			if was := before[int(round)*len(again)+i]; was.text(0) != p.text(0) {
				t.Fatalf("%s:\n%s\nand again\n%s", p.how, was.text(0), p.text(0))
			}
		}
	}
}

func TestCaptionsFit(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		for i := range p.Things {
			for _, line := range p.Caption(i, p.o.Width, 1+i%4, "") {
				if line.Width() > p.o.Width {
					t.Fatalf("%s: %q is too wide", p.how, line.Text())
				}
			}
		}
		for _, line := range p.Legend(p.o.Width, 2) {
			if line.Width() > p.o.Width {
				t.Fatalf("%s: %q is too wide", p.how, line.Text())
			}
		}
	})
}

// TestALegendSaysThatItHasMore checks that a legend is whole or ends with an ellipsis, and
// explains dashes before kinds.
func TestALegendSaysThatItHasMore(t *testing.T) {
	cuts := 0
	drawings(t, func(t *testing.T, p drawnOne) {
		line, whole := p.Legend(p.o.Width, 1)[0].Text(), p.Legend(1<<20, 1)[0].Text()
		if line == whole {
			return
		}
		line, whole = strings.ReplaceAll(line, "   ", "  "), strings.ReplaceAll(whole, "   ", "  ")
		if line == whole {
			return
		}
		cuts++
		if before, isCut := strings.CutSuffix(line, " …"); !isCut || !strings.HasPrefix(whole, before) {
			t.Fatalf("%s: %q of %q", p.how, line, whole)
		}
		if strings.Contains(whole, "╌╌") && !strings.Contains(line, "╌╌") && p.o.Width > 50 {
			t.Fatalf("%s: %q leaves dashes out", p.how, line)
		}
	})
	if cuts == 0 {
		t.Error("no legend is cut")
	}
}
