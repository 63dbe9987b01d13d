package safe_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
)

// namesAtRandom returns names of words of at most 9 letters, joined by separators.
func namesAtRandom(r *rand.Rand) string {
	var b strings.Builder
	for i := range 1 + r.IntN(12) {
		if i > 0 {
			b.WriteByte(".-_"[r.IntN(3)])
		}
		b.WriteString(strings.Repeat(string(rune('a'+r.IntN(26))), 1+r.IntN(9)))
	}
	return b.String()
}

// TestANameIsNeverBrokenWithinAWord wraps names of words that fit on a line.
func TestANameIsNeverBrokenWithinAWord(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		name, width := namesAtRandom(r), 10+r.IntN(20)
		lines := safe.Wrap(name, width)
		if got := strings.Join(lines, ""); got != name {
			t.Fatalf("%q in %d cells reads %q", name, width, got)
		}
		for i, line := range lines {
			if safe.Width(line) > width {
				t.Fatalf("%q takes %d of %d cells", line, safe.Width(line), width)
			}
			if i < len(lines)-1 && !strings.ContainsAny(line[len(line)-1:], ".-_") {
				t.Fatalf("%q in %d cells breaks within a word: %q", name, width, lines)
			}
		}
	}
}

func TestAWordWiderThanALineIsBrokenWhereTheLineEnds(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"max_connections_per_host", 12, "max_|connections_|per_host"},
		{"see max_connections", 12, "see max_|connections"},
		{"internationalization", 12, "internationa|lization"},
		{"sha256-0123456789abcdef", 12, "sha256-|0123456789ab|cdef"},
		{"a-0123456789abcdef", 12, "a-0123456789|abcdef"},
		{"1.5 and 2.5 and 3.5", 8, "1.5 and|2.5 and|3.5"},
		{"الرباط_الدار_البيضاء", 8, "الرباط_|الدار_|البيضاء"},
	} {
		if got := strings.Join(safe.Wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("%q in %d cells reads %q, not %q", c.text, c.width, got, c.want)
		}
	}
}

func TestANameThatIsCutKeepsItsLastParts(t *testing.T) {
	for _, c := range []struct {
		name  string
		width int
		want  string
	}{
		{"rule.meta.severity", 18, "rule.meta.severity"},
		{"rule.meta.severity", 17, "…meta.severity"},
		{"rule.meta.severity", 13, "…severity"},
		{"rule.meta.severity", 8, "rule.me…"},
		{"severity", 5, "seve…"},
		{"creation_date", 10, "creation_…"},
		{"name.", 4, "nam…"},
		{"", 0, ""},
		{"rule.text: Finds a process. It may be harmless.", 20, "rule.text: Finds a …"},
	} {
		if got := safe.CutName(c.name, c.width); got != c.want {
			t.Errorf("%q in %d cells is %q, not %q", c.name, c.width, got, c.want)
		}
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		name, width := namesAtRandom(r), r.IntN(30)
		if got := safe.CutName(name, width); safe.Width(got) > width {
			t.Fatalf("%q takes more than %d cells: %q", name, width, got)
		}
	}
}

func TestTheWidestPartOfAName(t *testing.T) {
	for name, want := range map[string]int{"": 0, "owner": 5, "max_connections_per_host": 12, "located in Texas": 7, "a.b-c": 2} {
		if got := safe.WidestPart(name); got != want {
			t.Errorf("the widest part of %q is %d cells, not %d", name, got, want)
		}
	}
}

// TestAPrefixDividesNoCluster cuts a text before every cell: what is kept ends between
// flags and letters with their signs.
func TestAPrefixDividesNoCluster(t *testing.T) {
	const text = "a🇲🇦🇺🇸e\u0301क्षि日本"
	for n := -9; n < safe.Width(text)+2; n++ {
		head := safe.Prefix(text, n)
		if safe.Width(head) > max(0, n) {
			t.Errorf("%q takes more than %d cells", head, n)
		}
		isBoundary := head == text
		for rest := text; rest != ""; {
			isBoundary = isBoundary || len(text)-len(rest) == len(head)
			cluster, _ := ansi.FirstGraphemeCluster(rest, ansi.WcWidth)
			rest = rest[len(cluster):]
		}
		if !isBoundary {
			t.Errorf("at %d cells, %q is cut within a cluster", n, head)
		}
	}
}
