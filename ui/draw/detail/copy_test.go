package detail_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/retract"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// TestACopyShowsTheWordsReliedOn lays out texts of all widths around a word and
// checks that it is on the line QuoteLine.
func TestACopyShowsTheWordsReliedOn(t *testing.T) {
	words := []string{"a", "وكالة", "日本語", "é", "\t", "\n", "\n\n", "\u202e", "longer-than-most-words-are", "\x1b[2J"}
	v := present.NewVoice(kbtest.Read(t, "[a.b]\nx = 1\n"), "en")
	for round := range uint64(400) {
		r := rand.New(rand.NewPCG(round, 1))
		some := func(most int) string {
			var b strings.Builder
			for range r.IntN(most) {
				b.WriteString(words[r.IntN(len(words))] + " ")
			}
			return b.String()
		}
		before := some(1 << r.IntN(14))
		c := detail.Copy{Text: before + "MEANT " + some(3000), From: len(before), To: len(before) + len("MEANT"), Match: detail.Found}
		width := 16 + r.IntN(80)
		page := detail.StoredCopy(v, c, width)
		for _, line := range page.Lines {
			if line.Width() > width || strings.ContainsAny(line.Text(), "\x1b\t\n") {
				t.Fatalf("round %d, width %d: %q", round, width, line.Text())
			}
		}
		lit := ""
		for _, line := range page.Lines[page.QuoteLine:min(len(page.Lines), page.QuoteLine+2)] {
			for _, span := range line.Spans {
				if span.Role == rich.Highlight {
					lit += span.Text
				}
			}
		}
		if lit != "MEANT" {
			t.Fatalf("round %d, width %d: %q is lit from line %d of %d on", round, width, lit, page.QuoteLine, len(page.Lines))
		}
	}
}

func TestWhatFallsFitsAnyWidth(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for i, e := range k.SourceKind().Entities {
		loss, err := retract.Without(context.Background(), k, e)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range []string{"fr", "en"} {
			v := present.NewVoice(k, lang)
			width := 16 + i*7%90
			checkPage(t, fmt.Sprintf("%s in %s at %d", e.Address(), lang, width), detail.Retraction(v, loss, width), width)
		}
	}
}
