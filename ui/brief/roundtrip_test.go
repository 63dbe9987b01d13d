package brief_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/bib"
	"rihla/model/export"
	"rihla/model/importer"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/brief"
	"rihla/ui/present"
)

// imported returns the knowledge base of a bibliography.
func imported(t *testing.T, text string) *kb.KB {
	t.Helper()
	file := filepath.Join(t.TempDir(), "refs.bib")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	i, err := importer.Read(t.Context(), []string{file}, importer.Options{})
	if err == nil {
		err = i.Judge(t.Context())
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return i.KB
}

// bibliographyOf returns the bibliography of the sources of a base, without those that an import adds
// for its files.
func bibliographyOf(t *testing.T, k *kb.KB) string {
	t.Helper()
	entries := slices.DeleteFunc(slices.Clone(k.SourceKind().Entities), func(e *kb.Entity) bool { return strings.HasPrefix(e.Key, "refs-bib") })
	var b strings.Builder
	if err := export.BibTeX(&b, brief.Bibliography(present.NewVoice(k, "en"), entries)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// contents lists the fields of the sources of a base, but for where they were imported from.
func contents(k *kb.KB) []string {
	var out []string
	for _, e := range k.SourceKind().Entities {
		if strings.HasPrefix(e.Key, "refs-bib") {
			continue
		}
		r := k.Record(e)
		out = append(out, fmt.Sprintf("%s name %q %q summary %q", e.Key, e.Name, e.Aliases(), r.Summary))
		for i := range r.Statements {
			if s := &r.Statements[i]; s.Field.Path != "source" {
				out = append(out, fmt.Sprintf("%s %s = %q", e.Key, s.Field.Path, s.Value.AppendContent(nil)))
			}
		}
	}
	slices.Sort(out)
	return out
}

// TestBibliographiesComeBack imports random entries, exports them and imports them again:
// no field is lost, and none is added.
func TestBibliographiesComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 30))
	pieces := []string{"Ä", "é", " ", "{B}", `\"o`, `\&`, `\%`, `\_`, "--", "~", "$x^2$", "``", "''", "a,b", "东", "\n\n", "-", ";", ":", "@", "{\\'e}", `\textbackslash{}`, "(c)", "=", "#"}
	drawn := 0
	draw := func() string { // each time another text, which names no other source
		drawn++
		text := fmt.Sprintf("t%d", drawn)
		for range r.IntN(8) {
			text += pieces[r.IntN(len(pieces))]
		}
		return text + "z"
	}
	line := func() string { return strings.ReplaceAll(draw(), "\n\n", " ") }
	others := []string{"journal", "journaltitle", "booktitle", "volume", "number", "pages", "isbn", "issn", "edition", "address", "school", "institution", "abstract", "note", "annote", "howpublished", "series", "chapter", "eventtitle", "langid", "summary", "x-own"}
	inLines := []string{"organization", "publisher", "type", "language"}
	for range kbtest.Rounds(60) {
		var b strings.Builder
		for n := range 1 + r.IntN(5) {
			fmt.Fprintf(&b, "@%s{%s", bib.Types[r.IntN(len(bib.Types))], []string{"Knuth84", "knuth85", "dblp:conf/x", "a_b", "E-1"}[n])
			field := func(name, value string) { fmt.Fprintf(&b, ",\n %s = {%s}", name, value) }
			field("title", line())
			for _, name := range bib.People {
				if r.IntN(2) == 0 {
					field(name, draw()+" and {"+draw()+" and sons} and Last, First")
				}
			}
			for _, name := range others {
				if r.IntN(3) == 0 {
					field(name, draw())
				}
			}
			for _, name := range inLines {
				if r.IntN(3) == 0 {
					field(name, line())
				}
			}
			if r.IntN(2) == 0 {
				field("doi", "10.1000/x_(y)-1")
				field("url", "https://example.org/a_b?c=1%20&d")
				field("urldate", "2024-02-11")
				field("keywords", draw()+", {one, two}; three")
			}
			switch r.IntN(6) {
			case 0:
				field("date", "2024-02")
			case 1:
				field("year", "1984")
				field("month", "6")
				field("day", "3")
			case 2:
				field("year", "in press")
				field("month", "June")
			case 3:
				field("year", "1984")
				field("month", "2")
				field("day", "30")
			case 4:
				field("date", "spring")
			}
			if n > 0 && r.IntN(2) == 0 {
				field("crossref", "Knuth84")
			}
			b.WriteString("\n}\n")
		}
		first := imported(t, b.String())
		again := bibliographyOf(t, first)
		want, got := contents(first), contents(imported(t, again))
		if !slices.Equal(want, got) {
			is := func(in []string) func(string) bool {
				return func(line string) bool { return slices.Contains(in, line) }
			}
			t.Fatalf("lost %q\nnew %q\nof\n%s", slices.DeleteFunc(slices.Clone(want), is(got)), slices.DeleteFunc(slices.Clone(got), is(want)), again)
		}
	}
}

// TestTheBuiltInSourcesComeBackFromBibTeX checks that the sources of the built-in base keep
// their names, authors, publishers, dates, addresses and languages.
func TestTheBuiltInSourcesComeBackFromBibTeX(t *testing.T) {
	k := kbtest.BuiltIn(t)
	v := present.NewVoice(k, "en")
	again := imported(t, bibliographyOf(t, k))
	backAs := make(map[string]*kb.Entity)
	for _, e := range again.SourceKind().Entities {
		backAs[e.Key] = e
	}
	w := present.NewVoice(again, "en")
	for _, e := range k.SourceKind().Entities {
		back := backAs[e.Key]
		if back == nil {
			t.Errorf("%s is lost", e.Key)
			continue
		}
		for _, field := range []string{"name", "author", "publisher", "date", "accessed", "language", "summary"} {
			if was, is := v.Value(e, field), w.Value(back, field); was != is && strings.Join(strings.Fields(was), " ") != is {
				t.Errorf("%s: %s %q becomes %q", e.Key, field, was, is)
			}
		}
	}
}
