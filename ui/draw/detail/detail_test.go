package detail_test

import (
	"fmt"
	"math/rand/v2"
	"rihla/ui/draw/detail"
	"rihla/ui/rich/richtest"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// checkPage checks the properties of every page.
func checkPage(t *testing.T, what string, p detail.Page, width int) {
	t.Helper()
	seen := make([]bool, len(p.Links))
	for n, line := range p.Lines {
		if w := line.Width(); w > width {
			t.Errorf("%s: line %d takes %d of %d cells: %q", what, n, w, width, line.Text())
		}
		for _, s := range line.Spans {
			if safe.Line(s.Text) != s.Text {
				t.Errorf("%s: unsafe %q", what, s.Text)
			}
			if s.Link >= len(p.Links) {
				t.Fatalf("%s: link %d of %d", what, s.Link, len(p.Links))
			}
			if s.Link >= 0 && !seen[s.Link] {
				seen[s.Link] = true
				if p.Links[s.Link].Line != n {
					t.Errorf("%s: link %d begins on line %d, not %d", what, s.Link, n, p.Links[s.Link].Line)
				}
			}
		}
	}
	for i, link := range p.Links {
		if !seen[i] {
			t.Errorf("%s: link %d is nowhere: %+v", what, i, link)
		}
		if i > 0 && link.Line < p.Links[i-1].Line {
			t.Errorf("%s: link %d stands before the one before it", what, i)
		}
	}
}

func TestNoLineIsWiderThanItsPage(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for _, lang := range []string{"fr", "en"} {
		v := present.NewVoice(k, lang)
		for _, width := range []int{16, 18, 20, 27, 39, 40, 60, 80, 120} {
			for _, e := range k.Entities {
				checkPage(t, fmt.Sprintf("%s in %s at %d", e.Address(), lang, width), detail.Of(v, e, width), width)
			}
		}
	}
}

func TestPagesOfStrangeEntitiesKeepTheirPromises(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	words := []string{"plain", "été", "日本語", "\\u001b[31m", "\\u202e", "الرباط", strings.Repeat("long", 40), "a b c", "", "e0", "e1", "👍🏽", "e\\u0301\\u0301"}
	word := func() string { return words[r.IntN(len(words))] }
	for range 60 {
		var b strings.Builder
		for i := range 6 {
			fmt.Fprintf(&b, "[kind.e%d]\nname = %q\n", i, fmt.Sprint("n", i))
			for f := range r.IntN(8) {
				switch r.IntN(6) {
				case 0:
					fmt.Fprintf(&b, "f%d = [\"%s\", \"%s\", 3]\n", f, word(), word())
				case 1:
					fmt.Fprintf(&b, "f%d = { value = \"%s\", since = 2020, source = \"%s\", note = \"%s\", quote = \"%s\", confidence = \"low\" }\n", f, word(), word(), word(), word())
				case 2:
					fmt.Fprintf(&b, "f%d = [{ a = \"%s\", b = 1 }, { a = \"%s\", c = [1, 2] }]\n", f, word(), word())
				case 3:
					fmt.Fprintf(&b, "f%d.x.y = \"%s\"\nf%d.x.z = true\n", f, word(), f)
				case 4:
					fmt.Fprintf(&b, "link%d = \"e%d\"\n", f, r.IntN(6))
				default:
					fmt.Fprintf(&b, "\"%s%d\" = \"%s\"\n", strings.ReplaceAll(word(), "\\u0301", ""), f, word())
				}
			}
			fmt.Fprintf(&b, "[[kind.e%d.facts]]\ntext = \"%s\"\nabout = \"e%d\"\n", i, word(), r.IntN(6))
		}
		k := kbtest.Read(t, b.String())
		v := present.NewVoice(k, "fr")
		for _, e := range k.Entities {
			for _, width := range []int{16, 18, 33, 64, 120} {
				checkPage(t, fmt.Sprintf("%s at %d of\n%s", e.Address(), width, b.String()), detail.Of(v, e, width), width)
			}
			for _, c := range v.AllColumns(e.Kind) {
				if cell := v.Cell(e, c.Field); safe.Line(cell) != cell {
					t.Errorf("unsafe cell %q", cell)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

func TestOracleIsToldWithItsSeatAndItsSource(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for lang, want := range map[string][]string{
		"fr": {"siège", "Austin", "depuis le 11 décembre 2020", "Redwood City", "jusqu’au 11 décembre 2020", "« changed its Corporate Headquarters »"},
		"en": {"headquarters", "Austin", "since 11 December 2020", "Redwood City", "until 11 December 2020", "“changed its Corporate Headquarters”"},
	} {
		v := present.NewVoice(k, lang)
		got := richtest.Text(detail.Of(v, k.Lookup("company/oracle"), 100).Lines)
		for _, s := range want {
			if !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), s) {
				t.Errorf("%s: no %q in\n%s", lang, s, got)
			}
		}
		if cell := v.Cell(k.Lookup("company/oracle"), "headquarters"); cell != "Austin" {
			t.Errorf("%s: the list shows the seat %q", lang, cell)
		}
	}
}
