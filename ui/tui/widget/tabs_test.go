package widget_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/tui/widget"
)

func TestTabsFitAroundTheActiveOne(t *testing.T) {
	labels := []string{"Companies", "東京", "City", "x", strings.Repeat("long", 9), "Events", "Sources", "a", "b", "c", "d", "e"}
	for n := 1; n <= len(labels); n++ {
		for width := 4; width < 120; width++ {
			for active := -1; active < n; active++ {
				row, spans := widget.Tabs(colours, n, func(i int) widget.Tab { return widget.Tab{Label: labels[i], Count: strconv.Itoa(i * 7)} }, active, width)
				text := ansi.Strip(row)
				if safe.Width(text) > width {
					t.Fatalf("%d tabs take %d cells of %d: %q", n, safe.Width(text), width, text)
				}
				first, last := spans[0].Tab, spans[len(spans)-1].Tab
				if at := max(0, active); at < first || at > last {
					t.Fatalf("width %d: tab %d is not among %d to %d", width, at, first, last)
				}
				if more := strings.HasPrefix(text, "‹"); more != (first > 0) {
					t.Errorf("width %d: tabs from %d on are drawn as %q", width, first, text)
				}
				if more := strings.HasSuffix(text, "›"); more != (last < n-1) {
					t.Errorf("width %d: tabs up to %d of %d are drawn as %q", width, last, n, text)
				}
				end := 1
				for i, span := range spans {
					if span.Tab != first+i || i > 0 && span.X != end+2 || i == 0 && span.X != 1 {
						t.Errorf("width %d: tab %d is at %d after %d", width, span.Tab, span.X, end)
					}
					end = span.End
					want := labels[span.Tab] + " " + strconv.Itoa(span.Tab*7)
					if span.Tab < 9 {
						want = strconv.Itoa(span.Tab+1) + " " + want
					}
					drawn := safe.CutLeft(text, span.X)
					if got := safe.Pad(drawn, span.End-span.X); got != safe.Cut(want, width-4) && !strings.HasPrefix(drawn, safe.Cut(want, width-4)) {
						t.Errorf("width %d: tab %d is drawn as %q", width, span.Tab, got)
					}
				}
				taken := end - 1
				for _, next := range []int{first - 1, last + 1} {
					if next < 0 || next >= n {
						continue
					}
					label := labels[next] + " " + strconv.Itoa(next*7)
					if next < 9 {
						label = strconv.Itoa(next+1) + " " + label
					}
					if taken+2+min(safe.Width(label), width-4) <= width-2 {
						t.Errorf("width %d: there is room for tab %d beside %q", width, next, text)
					}
				}
			}
		}
	}
	if row, spans := widget.Tabs(colours, 0, nil, 0, 80); row != "" || spans != nil {
		t.Errorf("no tabs are drawn as %q", row)
	}
	if row, _ := widget.Tabs(colours, 1, nil, 0, 3); row != "" {
		t.Errorf("tabs of three cells are drawn as %q", row)
	}
}

func TestTheActiveTabIsInOneStyle(t *testing.T) {
	tab := func(i int) widget.Tab { return []widget.Tab{{Label: "City", Count: "4"}, {Label: "All"}}[i] }
	row, _ := widget.Tabs(colours, 2, tab, 0, 40)
	if want := colours.TabActive.Render("1 City 4"); !strings.Contains(row, want) {
		t.Errorf("%q does not hold %q", row, want)
	}
	if want := colours.Tab.Render("2 ") + "All"; !strings.HasSuffix(row, want) {
		t.Errorf("%q does not end in %q", row, want)
	}
	row, _ = widget.Tabs(colours, 2, tab, 1, 40)
	if want := colours.Tab.Render("1 ") + "City " + colours.Tab.Render("4"); !strings.Contains(row, want) {
		t.Errorf("%q does not hold %q", row, want)
	}
}
