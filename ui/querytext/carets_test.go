package querytext_test

import (
	"strings"
	"testing"

	"rihla/model/query"
	"rihla/ui/querytext"
	"rihla/ui/safe"
)

// However long a query is, and wherever the fault, the marks stand under it.
func TestTheMarksStandUnderWhatIsWrongInALongQuery(t *testing.T) {
	for _, filler := range []string{"word ", "é", "日本 ", "\t", "a\u0301b"} {
		for _, before := range []int{0, 1, 17, 1000} {
			for _, after := range []int{0, 1, 17, 1000} {
				for _, width := range []int{5, 40, 73} {
					text := strings.Repeat(filler, before) + "#" + strings.Repeat(filler, after)
					at := strings.IndexByte(text, '#')
					line, marks := querytext.CaretsWithin(text, &query.Problem{From: at, To: at + 1}, width)
					caret := strings.IndexByte(marks, '^')
					if got := safe.Width(line[:max(0, strings.IndexByte(line, '#'))]); !strings.Contains(line, "#") || got != caret || safe.Width(line) > width || len(marks) > width {
						t.Fatalf("%d %q #, %d after, in %d:\n%q\n%q", before, filler, after, width, line, marks)
					}
				}
			}
		}
	}
}

func TestAMarkWhereSomethingIsMissingStandsAfterTheQuery(t *testing.T) {
	text := strings.Repeat("word ", 1000) + "-"
	line, marks := querytext.CaretsWithin(text, &query.Problem{From: len(text), To: len(text)}, 20)
	if line != "…d word word word -" || marks != safe.Spaces(19)+"^" {
		t.Errorf("%q\n%q", line, marks)
	}
	line, marks = querytext.CaretsWithin("a #b c", &query.Problem{From: 2, To: 4}, 20)
	if line != "a #b c" || marks != "  ^^" {
		t.Errorf("%q %q", line, marks)
	}
}
