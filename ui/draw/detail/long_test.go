package detail_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich/richtest"
)

// long returns a knowledge base with one entity of n fields, five to a table.
func long(tb testing.TB, n int) (*kb.KB, *kb.Entity) {
	tb.Helper()
	var text strings.Builder
	text.WriteString("[settings.all]\nname = \"All settings\"\nsummary = \"What every program is set to.\"\nowner = \"ops\"\n")
	for i := range n / 5 {
		for _, key := range []string{"owner", "max_connections", "enabled", "description", "tags"} {
			fmt.Fprintf(&text, "app-%d.%s = \"%s of %d\"\n", i, key, key, i)
		}
	}
	k := kbtest.Read(tb, text.String())
	return k, k.Lookup("settings/all")
}

// TestALongPageBeginsWithWhatItHolds shows an entity of 5,000 fields: how many there
// are, the names of the tables, then every field.
func TestALongPageBeginsWithWhatItHolds(t *testing.T) {
	k, e := long(t, 5000)
	for lang, extent := range map[string]string{"en": "Settings · 5,001 fields · 1,000 tables", "fr": "Settings · 5 001 champs · 1 000 tables"} {
		for _, width := range []int{38, 78, 198} {
			page := detail.Of(present.NewVoice(k, lang), e, width)
			checkPage(t, fmt.Sprint(lang, " at ", width), page, width)
			var top []string
			for _, line := range page.Lines[:12] {
				top = append(top, strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(line.Text()))
			}
			first := strings.Join(top, "\n")
			for _, want := range []string{"All settings", "What every program is set to.", "app-0 · app-1 · ", " · … · app-999", "owner"} {
				if !strings.Contains(first, want) {
					t.Errorf("no %q in the first lines at %d cells:\n%s", want, width, first)
				}
			}
			if !strings.Contains(strings.ReplaceAll(first, "\n", " "), extent) {
				t.Errorf("no %q in the first lines at %d cells:\n%s", extent, width, first)
			}
			all := richtest.Text(page.Lines)
			if strings.Contains(all, " more") || strings.Contains(all, " autres") || !strings.Contains(all, "tags of 999") || len(page.Fields) != 5001 {
				t.Errorf("%d fields of 5,001 are shown at %d cells", len(page.Fields), width)
			}
		}
	}
}

// TestTheLinesOfAFieldAreKnown looks each field up where the page says it is.
func TestTheLinesOfAFieldAreKnown(t *testing.T) {
	k, e := long(t, 500)
	page := detail.Of(present.NewVoice(k, "en"), e, 60)
	for _, f := range page.Fields {
		table, key, nested := strings.Cut(f.Path, ".")
		if !nested {
			continue
		}
		want := key + " of " + strings.TrimPrefix(table, "app-")
		if got := richtest.Text(page.Lines[f.From:f.To]); !strings.Contains(got, want) {
			t.Errorf("%s is in lines %d to %d: %q", f.Path, f.From, f.To, got)
		}
	}
}

func TestAShortPageDoesNotCountItsFields(t *testing.T) {
	k, e := long(t, 50)
	if text := richtest.Text(detail.Of(present.NewVoice(k, "en"), e, 60).Lines); strings.Contains(text, "fields") || strings.Contains(text, "app-0 · ") {
		t.Errorf("51 fields are counted:\n%s", text)
	}
}

// BenchmarkLongPage lays out an entity of many fields, as moving onto it in a list
// does.
func BenchmarkLongPage(b *testing.B) {
	for _, n := range []int{5_000, 50_000} {
		k, e := long(b, n)
		v := present.NewVoice(k, "en")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				detail.Of(v, e, 80)
			}
		})
	}
}
