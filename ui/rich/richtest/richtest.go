// Package richtest compares rich text in tests. It knows nothing of what the
// text is about.
package richtest

import (
	"strings"
	"testing"

	"rihla/ui/rich"
)

// Text returns the text of lines, each ended by a line break and without spaces
// at its end.
func Text(lines []rich.Line) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(strings.TrimRight(line.Text(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// Shows fails the test unless got holds the texts in this order. No-break spaces
// in got count as spaces.
func Shows(t testing.TB, got string, texts ...string) {
	t.Helper()
	rest := strings.ReplaceAll(got, "\u00a0", " ")
	for _, s := range texts {
		_, after, ok := strings.Cut(rest, s)
		if !ok {
			t.Fatalf("no %q, in this order, in\n%s", s, got)
		}
		rest = after
	}
}
