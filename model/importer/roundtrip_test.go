package importer_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/export"
	"rihla/model/importer"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

var pieces = []string{"a", "B", "é", "東京", "مر", "\u202e", "\x1b[31m", "=", "\\", "\"", "\"\"\"", "'", "\n", "\r\n", "\t", " ", ",", "😀", "#", "]", "\u0000", "\u200b"}

// randomText returns a text that is neither a number nor a date.
func randomText(r *rand.Rand) string {
	out := "t" + string(rune('a'+r.IntN(26)))
	for range r.IntN(5) {
		out += pieces[r.IntN(len(pieces))]
	}
	return out + "z"
}

func tomlText(text string) string {
	var b strings.Builder
	for _, c := range text {
		fmt.Fprintf(&b, `\U%08x`, c)
	}
	return `"` + b.String() + `"`
}

// randomBase returns a knowledge base with all constructs that exports support; simple
// restricts it to those that tables support.
func randomBase(r *rand.Rand, simple bool) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\nlanguages = [\"fr\", \"en\"]\ntitle = \"T\"\n[relations.at]\nto = \"town\"\n[relations.near]\n[relations.\"in.at\"]\nto = \"town\"\n")
	towns, ships := 1+r.IntN(4), 1+r.IntN(5)
	claim := func() string {
		if simple || r.IntN(2) == 0 {
			return ""
		}
		return fmt.Sprintf(", since = \"20%02d\", source = [{ source = \"s0\", locator = %s, quote = \"q\" }, \"s1\"], own = %d", r.IntN(99), tomlText(randomText(r)), r.IntN(9))
	}
	link := func(to string) string { return fmt.Sprintf("{ to = %q%s }", to, claim()) }
	for n := range towns {
		fmt.Fprintf(&b, "[town.t%d]\nname = %s\nsize = %d\n", n, tomlText(randomText(r)), r.IntN(1000))
	}
	for n := range ships {
		fmt.Fprintf(&b, "[ship.'S %d']\nname = %s\nbuilt = 19%02d-01-02\nfast = %t\nin.depth = %d.5\n", n, tomlText(randomText(r)), 10+r.IntN(89), r.IntN(2) == 0, r.IntN(9))
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "aliases = [%s, %s]\n", tomlText(randomText(r)), tomlText("x;y"+randomText(r)))
		}
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "summary = %s\nbody = %s\n", tomlText(randomText(r)), tomlText("[[t0]] "+randomText(r)))
		}
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "at = [%s, %s]\n", link(fmt.Sprintf("t%d", r.IntN(towns))), link(fmt.Sprintf("town/t%d", r.IntN(towns))))
		} else {
			fmt.Fprintf(&b, "at = %s\n", link(fmt.Sprintf("t%d", r.IntN(towns))))
		}
		if n > 0 {
			fmt.Fprintf(&b, "near = %s\n", link(fmt.Sprintf("ship/S %d", r.IntN(n))))
		}
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "in.at = \"t%d\"\n", r.IntN(towns))
		}
		fmt.Fprintf(&b, "words = [%s, %s]\n", tomlText(randomText(r)), tomlText(randomText(r)))
		fmt.Fprintf(&b, "hold.list = [[1, 2], { a = %s }]\n", tomlText(randomText(r)))
		if simple {
			continue
		}
		fmt.Fprintf(&b, "motto = { fr = %s, en = %s }\n", tomlText(randomText(r)), tomlText(randomText(r)))
		fmt.Fprintf(&b, "crew = [{ value = %d%s }, { value = 2, rank = \"preferred\" }]\n", r.IntN(50), claim())
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "source = [\"s0\"]\nfacts = [{ text = %s, about = [\"town/t0\"]%s }]\n", tomlText(randomText(r)), claim())
		}
	}
	if !simple {
		b.WriteString("[source.s0]\nname = \"S\"\n[source.s1]\nurl = \"https://example.org/\"\n")
	}
	return b.String()
}

// said lists the contents of a knowledge base, without positions. For a table, all values
// are texts, and notes and facts are in one language.
func said(k *kb.KB, lang string, asTable bool) []string {
	var out []string
	content := func(v kb.Value) string {
		if t, ok := k.TextOf(v); ok && lang == "en" { // exported qualifiers are in one language
			words, _ := k.TextIn(t, lang)
			v = kb.Value{Type: kb.String, Str: words}
		}
		if v.Type == kb.Date || asTable && v.IsScalar() {
			v.Type = kb.String
		}
		if asTable {
			return fmt.Sprintf("%q", strings.ReplaceAll(v.Str, "\r\n", "\n")) + flat(v)
		}
		return fmt.Sprintf("%q", v.AppendContent(nil))
	}
	claim := func(c *kb.Claim) string {
		if c == nil || len(c.Evidence)+len(c.Qualifiers)+len(c.Since)+len(c.Date)+len(c.Confidence)+len(c.Rank) == 0 && c.Note.IsEmpty() {
			return ""
		}
		note, _ := k.TextIn(c.Note, lang)
		text := fmt.Sprintf(" since %q until %q date %q %s %s %q", c.Since, c.Until, c.Date, c.Confidence, c.Rank, note)
		for _, q := range c.Qualifiers {
			text += " " + q.Key + content(q.Value)
		}
		for _, ev := range c.Evidence {
			text += " by " + ev.Source.Key + fmt.Sprintf(" %q %q", ev.Locator, ev.Quote)
		}
		return text
	}
	for _, e := range k.Entities {
		if asTable && k.IsSource(e) {
			continue
		}
		rec := k.Record(e)
		add := func(format string, args ...any) {
			out = append(out, string(e.Address())+" "+strings.ReplaceAll(fmt.Sprintf(format, args...), `\r\n`, `\n`))
		}
		add("name %q aliases %q summary %q body %q", e.Name, e.Aliases(), rec.Summary, rec.Body)
		for i := range rec.Statements {
			s := &rec.Statements[i]
			switch {
			case asTable && s.Field.Path == "source":
			case s.To != nil:
				add("%s -> %s%s", s.Field.Path, s.To.Address(), claim(s.Claim))
			case asTable && s.Value.Type == kb.List && !slices.ContainsFunc(s.Value.Items, func(item kb.Entry) bool { return !item.Value.IsScalar() }):
				for _, item := range s.Value.Items {
					add("%s = %s", s.Field.Path, content(item.Value))
				}
			default:
				add("%s = %s%s", s.Field.Path, content(s.Value), claim(s.Claim))
			}
		}
		for _, m := range rec.Mentions {
			add("mentions %s", m.To.Address())
		}
		for _, f := range rec.Facts {
			var about []string
			for _, s := range f.About {
				about = append(about, string(s.To.Address()))
			}
			words, _ := k.TextIn(f.Text, lang)
			add("fact %q about %v%s", words, about, claim(f.Claim))
		}
	}
	slices.Sort(out)
	return out
}

func flat(v kb.Value) string {
	var b strings.Builder
	for _, item := range v.Items {
		fmt.Fprintf(&b, "(%s %q%s)", item.Key, strings.ReplaceAll(item.Value.Str, "\r\n", "\n"), flat(item.Value))
	}
	return b.String()
}

// TestExportsComeBack exports random knowledge bases, imports them, and compares values,
// links, evidence and facts.
func TestExportsComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 24))
	for round := range kbtest.Rounds(30) {
		name := []string{"base.json", "base.jsonl"}[round%2]
		k := kbtest.Read(t, randomBase(r, false))
		var b bytes.Buffer
		write := export.JSON
		if round%2 == 1 {
			write = export.JSONL
		}
		if err := write(&b, export.Selection{KB: k, Lang: "fr", Entities: k.Entities}); err != nil {
			t.Fatal(err)
		}
		i := read(t, importer.Options{}, name, b.String())
		isSame(t, said(k, "fr", false), said(i.KB, "fr", false), b.String()+"\n"+text(i))
	}
}

// TestTablesComeBack does the same for CSV and TSV, in which each value is a text.
func TestTablesComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 25))
	for round := range kbtest.Rounds(30) {
		k := kbtest.Read(t, randomBase(r, true))
		dir := filepath.Join(t.TempDir(), "tables")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		write := []func(export.CreateFile, export.Selection) error{export.CSVFolder, export.TSVFolder}[round%2]
		err := write(func(name string, write func(io.Writer) error) error {
			f, err := os.Create(filepath.Join(dir, name))
			if err != nil {
				return err
			}
			defer f.Close()
			return write(f)
		}, export.Selection{KB: k, Lang: "fr", Entities: k.Entities})
		if err != nil {
			t.Fatal(err)
		}
		i, err := importer.Read(t.Context(), []string{dir}, importer.Options{})
		if err == nil {
			err = i.Judge(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
		isSound(t, i)
		isSame(t, said(k, "fr", true), said(i.KB, "fr", true), text(i))
	}
}

func isSame(t *testing.T, want, got []string, of string) {
	t.Helper()
	if slices.Equal(want, got) {
		return
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("lost: %s", line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("new:  %s", line)
		}
	}
	t.Fatalf("of\n%s", of)
}

func TestTheBuiltInBaseComesBack(t *testing.T) {
	k := kbtest.BuiltIn(t)
	var b bytes.Buffer
	if err := export.JSON(&b, export.Selection{KB: k, Lang: "en", Entities: k.Entities}); err != nil {
		t.Fatal(err)
	}
	i := read(t, importer.Options{}, "mission.json", b.String())
	isSame(t, said(k, "en", false), said(i.KB, "en", false), "")
}

// TestTheEntitiesOfFollowTheMoneyComeBack has each link as an entity that names both of its
// ends, which are of all kinds.
func TestTheEntitiesOfFollowTheMoneyComeBack(t *testing.T) {
	k := kbtest.BuiltIn(t)
	var b bytes.Buffer
	if err := export.FTMEntities(&b, export.Selection{KB: k, Lang: "en", Entities: k.Entities}); err != nil {
		t.Fatal(err)
	}
	i := read(t, importer.Options{}, "mission.ftm.json", b.String())
	if want := bytes.Count(b.Bytes(), []byte("\n")); i.Count() != want {
		t.Errorf("%d entities of %d", i.Count(), want)
	}
	edges := 0
	for _, e := range i.KB.Entities {
		if e.Kind.Name != "unknown-link" {
			continue
		}
		edges++
		r := i.KB.Record(e)
		for _, end := range []string{"subject", "object"} {
			if !slices.ContainsFunc(r.Links, func(s *kb.Statement) bool { return s.Field.Path == end }) {
				t.Errorf("%s has no link %s", e.Key, end)
			}
		}
	}
	if edges == 0 || len(i.KB.Findings) > 0 {
		t.Errorf("%d links, %v", edges, i.KB.Findings)
	}
}
