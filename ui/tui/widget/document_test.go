package widget_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
)

// page returns lines of which some hold links, numbered in reading order, and the
// line of each link.
func page(random *rand.Rand, n int) (lines []rich.Line, linkLine []int) {
	for i := range n {
		line := rich.Line{Spans: []rich.Span{rich.NewSpan(rich.Text, fmt.Sprintf("line %d ", i))}}
		for range max(0, random.IntN(5)-2) {
			line.Spans = append(line.Spans, rich.Span{Text: fmt.Sprintf("link%d", len(linkLine)), Role: rich.LinkText, Link: len(linkLine)}, rich.NewSpan(rich.Text, " 長 "))
			linkLine = append(linkLine, i)
		}
		lines = append(lines, line)
	}
	return lines, linkLine
}

func TestADocumentStaysWithinItsLines(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	moves := []keys.Action{keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown, keys.Top, keys.Bottom, keys.NextLink, keys.PrevLink}
	for range 300 {
		lines, linkLine := page(random, random.IntN(40))
		d := widget.NewDocument(lines, len(linkLine))
		height := 1 + random.IntN(12)
		d.SetHeight(height)
		most := max(0, len(lines)-height)
		for range 40 {
			offset, link := d.Offset, d.Link
			a := moves[random.IntN(len(moves))]
			isWalk := a == keys.NextLink || a == keys.PrevLink
			if !d.Move(a) && (!isWalk || len(linkLine) > 1) {
				t.Fatalf("%d does not move", a)
			}
			if d.Offset < 0 || d.Offset > most || d.Link < -1 || d.Link >= len(linkLine) {
				t.Fatalf("after %d: line %d of %d, link %d of %d", a, d.Offset, len(lines), d.Link, len(linkLine))
			}
			want := offset
			switch a {
			case keys.PageUp:
				want = max(0, offset-max(1, height-1))
			case keys.PageDown:
				want = min(most, offset+max(1, height-1))
			case keys.HalfUp:
				want = max(0, offset-max(1, height/2))
			case keys.HalfDown:
				want = min(most, offset+max(1, height/2))
			case keys.Top:
				want = 0
			case keys.Bottom:
				want = most
			case keys.NextLink, keys.PrevLink:
				if len(linkLine) == 0 {
					break
				}
				by := 1
				if a == keys.PrevLink {
					by = len(linkLine) - 1
				}
				if d.Link != (link+by)%len(linkLine) || !d.IsLinkVisible() {
					t.Fatalf("link %d of %d leads to %d, visible: %t", link, len(linkLine), d.Link, d.IsLinkVisible())
				}
				want = d.Offset
			default:
				want = d.Offset
				if d.Link == link && d.Offset == offset && (a == keys.Up && offset > 0 || a == keys.Down && offset < most) {
					t.Fatalf("%d does nothing on line %d of %d", a, offset, most)
				}
			}
			if d.Offset != want {
				t.Fatalf("%d leads from line %d to %d, not %d", a, offset, d.Offset, want)
			}
			seen := d.View(colours, false)
			if len(seen) != min(height, len(lines)-d.Offset) {
				t.Fatalf("%d lines are seen of %d", len(seen), height)
			}
			for i, line := range seen {
				if got := ansi.Strip(line); got != lines[d.Offset+i].Text() {
					t.Fatalf("line %d is %q", d.Offset+i, got)
				}
			}
		}
	}
}

// TestArrowsPassEveryLine walks a document down and up: each line with links is
// selected on its way, and the ends are reached.
func TestArrowsPassEveryLine(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		lines, linkLine := page(random, 1+random.IntN(60))
		d := widget.NewDocument(lines, len(linkLine))
		d.SetHeight(3 + random.IntN(20))
		want := make(map[int]bool)
		for i, line := range linkLine {
			if i == 0 || line != linkLine[i-1] {
				want[i] = true
			}
		}
		for _, way := range []keys.Action{keys.Down, keys.Up} {
			got := make(map[int]bool)
			for range 2 * len(lines) {
				if d.IsLinkVisible() {
					got[d.Link] = true
				}
				d.Move(way)
			}
			for link := range want {
				if !got[link] {
					t.Errorf("%d does not pass link %d of %v in %d lines of %d", way, link, linkLine, len(lines), d.Height())
				}
			}
			end := 0
			if way == keys.Down {
				end = max(0, d.Len()-d.Height())
			}
			if d.Offset != end {
				t.Errorf("%d ends on line %d, not %d", way, d.Offset, end)
			}
		}
	}
}

func TestALinkIsFoundByItsCells(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	lines, linkLine := page(random, 30)
	d := widget.NewDocument(lines, len(linkLine))
	d.SetHeight(10)
	d.Restore(7, 3)
	for y := -8; y < 40; y++ {
		for x := -1; x < 60; x++ {
			want := -1
			if n := 7 + y; n >= 0 && n < len(lines) && x >= 0 {
				at := 0
				for _, span := range lines[n].Spans {
					next := at + ansi.StringWidth(span.Text)
					if x >= at && x < next {
						want = span.Link
					}
					at = next
				}
			}
			if got := d.LinkAt(x, y); got != want && x >= 0 {
				t.Fatalf("cell %d of line %d is of link %d, not %d", x, y, got, want)
			}
		}
	}
}

func TestTheSelectedLinkShowsWhereTheFocusIs(t *testing.T) {
	lines, _ := []rich.Line{{Spans: []rich.Span{{Text: "one", Role: rich.LinkText, Link: 0}, {Text: "two", Role: rich.LinkText, Link: 1}}}}, 0
	d := widget.NewDocument(lines, 2)
	d.SetHeight(1)
	link := colours.Role(rich.LinkText)
	if got, want := unmarked(d.View(colours, true)), colours.Focus.Render("one")+link.Render("two"); got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if got, want := unmarked(d.View(colours, false)), link.Render("one")+link.Render("two"); got != want {
		t.Errorf("%q, not %q", got, want)
	}
	d.Move(keys.NextLink)
	if got, want := unmarked(widget.DrawLines(colours, lines, d.Link)), link.Render("one")+colours.Focus.Render("two"); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

// unmarked joins lines without what marks the place of the cursor.
func unmarked(lines []string) string {
	widget.TakeCursor(lines)
	return strings.Join(lines, "\n")
}

// TestAHeadingStandsAboveWhatItHeads pages through random documents of two columns,
// whose texts say which are headings: none is on the last line of a screen, and
// each is seen on some screen.
func TestAHeadingStandsAboveWhatItHeads(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 9))
	for range 200 {
		lines := make([]rich.Line, 2+random.IntN(60))
		headings := make(map[string]bool)
		for n := range lines {
			for _, side := range []string{"left", "right"} {
				span := rich.NewSpan(rich.Plain, side)
				if random.IntN(4) == 0 && n < len(lines)-1 {
					span = rich.NewSpan(rich.Heading, fmt.Sprintf("# %s %d", side, n))
					headings[span.Text] = false
				}
				lines[n].Spans = append(lines[n].Spans, span, rich.NewSpan(rich.Plain, "; "))
			}
		}
		d := widget.NewDocument(lines, 0)
		d.SetHeight(3 + random.IntN(20))
		for {
			screen := d.View(colours, true)
			last := ansi.Strip(screen[len(screen)-1])
			if _, below := d.More(); below && strings.Contains(last, "#") {
				t.Fatalf("the last line of %d is %q", d.Height(), last)
			}
			for heading := range headings {
				headings[heading] = headings[heading] || strings.Contains(ansi.Strip(strings.Join(screen, "\n")), heading+";")
			}
			if _, below := d.More(); !below {
				break
			}
			d.Move(keys.PageDown)
		}
		for heading, isSeen := range headings {
			if !isSeen {
				t.Fatalf("%q is not seen on screens of %d of %d lines", heading, d.Height(), len(lines))
			}
		}
	}
}
