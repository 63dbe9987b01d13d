package graph

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

// roles returns the roles of the cells of a drawing.
func roles(lines []rich.Line) map[point]rich.Role {
	out := make(map[point]rich.Role)
	for y, line := range lines {
		x := 0
		for _, span := range line.Spans {
			for range safe.Width(span.Text) {
				out[point{x, y}] = span.Role
				x++
			}
		}
	}
	return out
}

// TestTheWayToTheSelectionIsHighlighted checks that every cell of the lines from the
// centre to the selected thing is highlighted, and no cell of any other line.
func TestTheWayToTheSelectionIsHighlighted(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		if p.column {
			return
		}
		labelled := func(at point) bool {
			for _, l := range p.labels {
				if at.y == l.y && at.x >= l.x-1 && at.x <= l.x+l.width {
					return true
				}
			}
			return false
		}
		for _, selected := range []int{-1, 0, len(p.Things) / 2, len(p.Things) - 1} {
			onTheWay := make(map[point]bool)
			for at := selected; at > 0; at = p.Things[at].Parent {
				for _, cell := range p.Things[at].path {
					onTheWay[cell] = true
				}
			}
			seen := roles(p.Lines(selected))
			for i := range p.Things {
				for _, cell := range p.Things[i].path {
					if !labelled(cell) && (seen[cell] == rich.Accent) != onTheWay[cell] {
						t.Fatalf("%s: with %d selected, the cell %v of a line has role %v\n%s", p.how, selected, cell, seen[cell], p.text(selected))
					}
				}
			}
		}
	})
}

// TestATailKeepsTheOtherRelations checks that a doubt or a period that does not fit is
// left out, and that what a fold holds, and other relations between the two, are there
// at least in part.
func TestATailKeepsTheOtherRelations(t *testing.T) {
	cut, left := 0, 0
	drawings(t, func(t *testing.T, p drawnOne) {
		for i := range p.Things {
			th := &p.Things[i]
			it := &item{node: th.Node, fold: th.Fold, edge: th.Edge, also: th.Also}
			full, inBrief := p.tail(it), *p.Picture
			inBrief.voice.Brief = true
			brief := inBrief.tail(it)
			for room := range 40 {
				got := rich.Line{Spans: p.fitting(it, room)}
				text, whole := got.Text(), rich.Line{Spans: full}.Text()
				switch {
				case got.Width() > room:
					t.Fatalf("%s: %q has more than %d cells", p.how, text, room)
				case room < leastTail:
					if text != "" {
						t.Fatalf("%s: %q is in %d cells", p.how, text, room)
					}
				case th.Fold != nil:
					if safe.Width(whole) > room {
						cut++
						if !strings.HasSuffix(text, "…") {
							t.Fatalf("%s: of %q there is %q in %d cells", p.how, whole, text, room)
						}
					}
				default:
					spans := got.Spans
					if n := len(spans); n > 0 && strings.TrimSpace(spans[n-1].Text) == "…" {
						left++
						if spans = spans[:n-1]; len(spans) == len(full) {
							t.Fatalf("%s: of %q there is %q in %d cells", p.how, whole, text, room)
						}
					} else if n < len(full) && len(p.alsoBy(it)) == 0 {
						t.Fatalf("%s: of %q there is %q in %d cells, without a mark", p.how, whole, text, room)
					}
					if also := p.alsoBy(it); len(also) > 0 {
						said := strings.TrimPrefix(spans[len(spans)-1].Text, " · ")
						if said != also[0].Text { // which may itself end in the name of a parent that is cut
							said = strings.TrimSuffix(said, "…")
						}
						if !strings.HasPrefix(also[0].Text, said) || len(spans) > 1 && said != also[0].Text {
							t.Fatalf("%s: of %q there is %q in %d cells", p.how, whole, text, room)
						}
						spans = spans[:len(spans)-1]
					}
					if !startsWith(full, spans) && !startsWith(brief, spans) {
						t.Fatalf("%s: of %q there is %q in %d cells", p.how, whole, text, room)
					}
				}
			}
		}
	})
	if cut == 0 || left == 0 {
		t.Errorf("%d tails of folds are cut, %d other tails are shortened", cut, left)
	}
}

// startsWith reports whether spans begin with some whole spans.
func startsWith(spans, some []rich.Span) bool {
	if len(some) > len(spans) {
		return false
	}
	for i := range some {
		if spans[i].Text != some[i].Text {
			return false
		}
	}
	return true
}

var bend = regexp.MustCompile(`^ L(-?\d+) (-?\d+) Q(-?\d+) (-?\d+) (-?\d+) (-?\d+)`)

// TestABendInAnSVGIsBetweenItsNeighbours checks that lines are horizontal or vertical,
// and that a round corner begins after the previous corner and ends before the next.
func TestABendInAnSVGIsBetweenItsNeighbours(t *testing.T) {
	wires := regexp.MustCompile(`<path class="wire[^"]*" d="M(-?\d+) (-?\d+)([^"]*)"`)
	bends := 0
	drawings(t, func(t *testing.T, p drawnOne) {
		if p.column {
			return
		}
		for _, found := range wires.FindAllStringSubmatch(p.SVG(), -1) {
			corners := []point{pointOf(t, found[1:3])}
			var begins, ends []point
			rest := found[3]
			for m := bend.FindStringSubmatch(rest); m != nil; m = bend.FindStringSubmatch(rest) {
				begins, corners, ends = append(begins, pointOf(t, m[1:3])), append(corners, pointOf(t, m[3:5])), append(ends, pointOf(t, m[5:7]))
				rest = rest[len(m[0]):]
			}
			corners = append(corners, pointOf(t, strings.Fields(strings.TrimPrefix(rest, " L"))))
			for i := range begins {
				bends++
				if !isBetween(corners[i], begins[i], corners[i+1]) || !isBetween(corners[i+1], ends[i], corners[i+2]) {
					t.Fatalf("%s: a bend at %v is not between %v and %v: M%s", p.how, corners[i+1], corners[i], corners[i+2], found[3])
				}
			}
		}
	})
	if bends == 0 {
		t.Error("no line has a bend")
	}
}

func pointOf(t *testing.T, xy []string) (out point) {
	t.Helper()
	if _, err := fmt.Sscan(strings.Join(xy, " "), &out.x, &out.y); err != nil {
		t.Fatalf("%q is no point: %v", xy, err)
	}
	return out
}

// isBetween reports whether a point is on the horizontal or vertical line between two
// others.
func isBetween(a, at, b point) bool {
	return (a.x == b.x || a.y == b.y) &&
		min(a.x, b.x) <= at.x && at.x <= max(a.x, b.x) && min(a.y, b.y) <= at.y && at.y <= max(a.y, b.y)
}
