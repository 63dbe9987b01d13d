package safe_test

import (
	"strings"
	"testing"

	"rihla/ui/safe"
)

// TestADateOrAnOptionIsOnOneLine wraps texts with dates and options at any width: where a
// line holds one it is whole, and nothing is lost or added.
func TestADateOrAnOptionIsOnOneLine(t *testing.T) {
	for _, text := range []string{
		"A day, a month or a year: 2019-03-12, \"March 2019\" or 2019",
		"from 2024-02-10 to 2024-02-15, in a well-known place", "2023-2024",
		"claims are kept by --keep-unsourced and printed (--no-color) to -o FILE", "call 0522-12-34-56-78-90-12 now",
		"a non\u2011breaking 12\u201134 hyphen and 2019-03-12",
	} {
		for width := 1; width < 60; width++ {
			lines := safe.Wrap(text, width)
			if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(text, " ", "") {
				t.Errorf("%q at %d cells: %q", text, width, lines)
			}
			for _, line := range lines {
				if safe.Width(line) > width {
					t.Errorf("%q at %d cells: %q is too wide", text, width, line)
				}
				if width >= len("--keep-unsourced") && strings.HasSuffix(line, "-") && !strings.HasSuffix(line, "well-") && !strings.Contains(text, "\u2011") && !strings.Contains(text, "0522") {
					t.Errorf("%q at %d cells: %q breaks a date or an option", text, width, line)
				}
			}
		}
	}
}
