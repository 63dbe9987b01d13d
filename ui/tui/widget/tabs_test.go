package widget_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/tui/widget"
)

var labels = []string{"Companies", "東京", "City", "x", strings.Repeat("long", 9), "Events", "Sources", "a", "b", "c", "d", "e"}

func labelled(n int) widget.Tab {
	return widget.Tab{Label: labels[n], Count: strconv.Itoa(n * 7)}
}

// rows returns what a row of tabs may look like, the richest first: with all counts,
// with that of the active tab, with none, without numbers, and with ever shorter
// labels, that of the active tab last.
func rows(first, last, active int) [][]string {
	var out [][]string
	for form := range 4 {
		var row []string
		for n := first; n <= last; n++ {
			tab := labelled(n)
			text := tab.Label
			if form < 3 && n < 9 {
				text = strconv.Itoa(n+1) + " " + text
			}
			if form == 0 || form == 1 && n == active {
				text += " " + tab.Count
			}
			row = append(row, text)
		}
		out = append(out, row)
	}
	cut := func(from, to int, isWhole bool) {
		for widest := from; widest >= to; widest-- {
			var row []string
			for n := first; n <= last; n++ {
				text := labels[n]
				if n != active || !isWhole {
					text = safe.Cut(labels[n], widest)
					text += safe.Spaces(min(widest, safe.Width(labels[n])) - safe.Width(text))
				}
				row = append(row, text)
			}
			out = append(out, row)
		}
	}
	cut(40, 8, true)
	cut(40, 1, false)
	return out
}

// TestTabsGiveUpWhatMattersLeast compares rows of all widths with the richest row
// that fits, among those from the first tab, or up to the active one.
func TestTabsGiveUpWhatMattersLeast(t *testing.T) {
	fits := func(row []string, width int) bool { return safe.Width(strings.Join(row, "  ")) <= width-2 }
	cut := func(first, last, label int) []string { all := rows(first, last, -1); return all[len(all)-label] }
	for _, n := range []int{1, 2, 5, 9, len(labels)} {
		for width := 4; width < 150; width++ {
			for active := -1; active < n; active++ {
				first, last, label := 0, 0, min(12, max(8, (width-2)/4))
				for last+1 < n && fits(cut(0, last+1, label), width) {
					last++
				}
				if active > last {
					first, last = active, active
					for first > 0 && fits(cut(first-1, last, label), width) {
						first--
					}
				}
				want := ""
				for _, row := range rows(first, last, active) {
					if fits(row, width) {
						want = strings.Join(row, "  ")
						break
					}
				}
				want = map[bool]string{true: "‹", false: " "}[first > 0] + want
				if last < n-1 {
					want = safe.Pad(want, width-1) + "›"
				}
				row, spans := widget.Tabs(colours, n, labelled, active, width)
				if got := ansi.Strip(row); got != want {
					t.Fatalf("%d tabs in %d cells, %d active:\n%q, not\n%q", n, width, active, got, want)
				}
				end := -1
				for i, span := range spans {
					if span.Tab != first+i || span.X != end+2 {
						t.Fatalf("width %d: tab %d is at %d after %d", width, span.Tab, span.X, end)
					}
					end = span.End
				}
				if spans[len(spans)-1].Tab != last {
					t.Errorf("width %d: the last tab is %d, not %d", width, spans[len(spans)-1].Tab, last)
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

// TestTabsAskForWhatFits counts the tabs that a row of very many asks for.
func TestTabsAskForWhatFits(t *testing.T) {
	for _, active := range []int{-1, 0, 70_000, 99_999} {
		var asked []int
		widget.Tabs(colours, 100_000, func(n int) widget.Tab {
			asked = append(asked, n)
			return widget.Tab{Label: "Kind", Count: "12"}
		}, active, 80)
		if len(asked) > 40 || active >= 0 && !slices.Contains(asked, active) {
			t.Errorf("with tab %d active, tabs %v are asked for", active, asked)
		}
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
