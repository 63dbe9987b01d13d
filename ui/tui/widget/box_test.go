package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/widget"
)

var colours = theme.New(true, colorprofile.TrueColor)

func TestABoxIsFourCellsWiderThanItsLines(t *testing.T) {
	for width := 4; width < 40; width++ {
		for _, title := range []string{"", "Help", "東京タワー", strings.Repeat("long ", 9)} {
			lines := []string{"", "short", strings.Repeat("x", width), strings.Repeat("長", width), colours.Strong.Render("bold")}
			box := widget.Box(colours, title, lines, width, widget.Unseen{}, strings.Repeat("h", 30), "hint")
			if len(box) != len(lines)+2 {
				t.Fatalf("%d lines in a box of %d", len(lines), len(box))
			}
			for _, line := range box {
				if got := safe.Width(line); got != width+4 {
					t.Errorf("width %d: %q takes %d cells", width, ansi.Strip(line), got)
				}
			}
			if top := ansi.Strip(box[0]); !strings.HasPrefix(top, "╭─ "+safe.Cut(title, width-2)+" ") || !strings.HasSuffix(top, "╮") {
				t.Errorf("width %d: the title %q is drawn as %q", width, title, top)
			}
			if got := ansi.Strip(box[2]); got != "│ "+safe.Pad("short", width)+" │" && width > 5 {
				t.Errorf("width %d: the second line is %q", width, got)
			}
			want := ""
			switch {
			case width >= 32:
				want = strings.Repeat("h", 30)
			case width >= 6:
				want = "hint"
			}
			bottom := ansi.Strip(box[len(box)-1])
			if got := strings.Trim(bottom, "╰─╯ "); got != want {
				t.Errorf("width %d: the hint is %q, not %q", width, got, want)
			}
		}
	}
}

func TestAnOverlayCoversNothingButItsBox(t *testing.T) {
	const width, height = 40, 12
	screen := make([]string, height)
	for y := range screen {
		for x := range width {
			screen[y] += string(rune('a' + (x+y)%26))
		}
	}
	for _, c := range []struct{ boxWidth, boxHeight, left, top, width int }{
		{10, 4, 0, 0, width}, {11, 3, 0, 5, width}, {10, 4, 20, 0, 20}, {20, 4, 20, 0, 20}, {19, 4, 20, 0, 20}, {40, 12, 0, 0, width}, {39, 3, 0, 0, width}, {10, 20, 0, 2, width},
	} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			box := make([]string, c.boxHeight)
			for i := range box {
				box[i] = strings.Repeat("#", c.boxWidth)
			}
			x, y, w := widget.BoxAt(box, height, c.left, c.top, c.width)
			if before, after := x-c.left, c.left+c.width-x-w; after-before != 0 && after-before != 1 {
				t.Errorf("%d cells are left of the box, %d right of it", before, after)
			}
			if y < c.top || y > c.top && y != (height-c.boxHeight)/2 {
				t.Errorf("the box begins on line %d", y)
			}
			margin := (w - c.boxWidth) / 2
			got := widget.Overlay(screen, box, c.left, c.top, c.width)
			for row, line := range got {
				want := screen[row]
				if row >= y && row < y+c.boxHeight {
					want = want[:x] + safe.Spaces(margin) + box[0] + safe.Spaces(margin) + want[x+w:]
				}
				if ansi.Strip(line) != want {
					t.Errorf("line %d is %q, not %q", row, ansi.Strip(line), want)
				}
			}
			if len(got) != height {
				t.Errorf("the screen has %d lines", len(got))
			}
		})
	}
	wide := []string{strings.Repeat("長", width/2), " " + strings.Repeat("長", width/2-1) + " "}
	for left := range 9 {
		for i, line := range widget.Overlay(wide, []string{"####"}, left, 0, 10) {
			if got := safe.Width(line); got != width {
				t.Errorf("line %d of wide characters takes %d cells under a box at %d: %q", i, got, left, ansi.Strip(line))
			}
		}
	}
	if got := widget.Overlay(screen, nil, 0, 0, width); len(got) != height || got[0] != screen[0] {
		t.Error("an empty box changes the screen")
	}
}

// TestABoxMarksWhatIsNotSeen checks that a box keeps its width with the marks in its
// edges, and has them only where lines go on.
func TestABoxMarksWhatIsNotSeen(t *testing.T) {
	for width := 4; width < 40; width++ {
		for n := range 4 {
			unseen := widget.Unseen{Above: n&1 > 0, Below: n&2 > 0}
			box := widget.Box(colours, "A title", []string{"line"}, width, unseen, "a hint", "x")
			for _, line := range box {
				if got := safe.Width(line); got != width+4 {
					t.Errorf("width %d: %q takes %d cells", width, ansi.Strip(line), got)
				}
			}
			if strings.Contains(box[0], theme.MoreAbove) != unseen.Above || strings.Contains(box[2], theme.MoreBelow) != unseen.Below {
				t.Errorf("width %d, %+v: %q", width, unseen, ansi.Strip(strings.Join(box, "\n")))
			}
		}
	}
}
