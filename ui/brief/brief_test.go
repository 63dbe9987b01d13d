package brief_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/brief"
	"rihla/ui/present"
	"rihla/ui/words"
)

// drawn is a random knowledge base with a unique token in each claim, sorted by the
// expected treatment of the claim.
type drawn struct {
	toml                         string
	sourced, unsourced, rejected map[int][]string // by entity
}

const (
	sources  = 6
	entities = 5
	hostile  = `<script>alert(1)</script> *b* [x](javascript:y) |a| # &lt; _i_ {\\x} "q"`
)

func draw(r *rand.Rand) drawn {
	d := drawn{sourced: make(map[int][]string), unsourced: make(map[int][]string), rejected: make(map[int][]string)}
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\ntitle = 'Drawn'\nlanguages = ['fr', 'en']\n" +
		"[kinds.thing]\ncolumns = ['colour', 'next']\n[relations.next]\nlabel = 'next'\ninverse = 'before'\nto = 'thing'\n[relations.pair]\nto = 'thing'\nsymmetric = true\n")
	for i := range sources {
		fmt.Fprintf(&b, "[source.s%d]\nname = 'Source %d'\npublisher = 'Publisher %d'\n", i, i, r.IntN(sources))
		if i > 0 && r.IntN(3) == 0 {
			fmt.Fprintf(&b, "derived_from = 's%d'\n", r.IntN(i))
		}
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "url = 'https://example.org/%d'\ndate = '2024-0%d'\n", i, 1+r.IntN(9))
		}
	}
	for i := range entities {
		d.entity(&b, r, i)
	}
	d.toml = b.String()
	return d
}

// entity draws an entity and its claims.
func (d *drawn) entity(b *strings.Builder, r *rand.Rand, i int) {
	fmt.Fprintf(b, "[thing.t%d]\nname = '%s %d'\n", i, hostile, i)
	general := r.IntN(3) == 0
	if general {
		fmt.Fprintf(b, "source = ['s%d', 's%d']\n", r.IntN(sources), r.IntN(sources))
	}
	n := 0
	// token returns a unique word and the qualifiers of the claim that contains it.
	token := func() (word, more string) {
		n++
		own := r.IntN(2) == 0
		switch {
		case own && r.IntN(6) == 0:
			word = fmt.Sprintf("Rejected%dx%dz", i, n)
			d.rejected[i] = append(d.rejected[i], word)
			more = ", rank = 'deprecated'"
		case own || general:
			word = fmt.Sprintf("Sourced%dx%dz", i, n)
			d.sourced[i] = append(d.sourced[i], word)
		default:
			word = fmt.Sprintf("Unsourced%dx%dz", i, n)
			d.unsourced[i] = append(d.unsourced[i], word)
		}
		if own {
			more += fmt.Sprintf(", source = [{ source = 's%d', locator = '§%d', quote = 'some words' }, 's%d']", r.IntN(sources), r.IntN(4), r.IntN(sources))
		}
		confidences := []string{"high", "medium", "low", "disputed", "inferred", "alleged"}
		if c := r.IntN(2 * len(confidences)); c < len(confidences) {
			more += ", confidence = '" + confidences[c] + "'"
		}
		if r.IntN(4) == 0 {
			more += ", since = 2020-01-0" + fmt.Sprint(1+r.IntN(9))
		}
		return word, more
	}
	if r.IntN(2) == 0 {
		word, into := fmt.Sprintf("Unsourced%dx0z", i), d.unsourced
		if general {
			word, into = fmt.Sprintf("Sourced%dx0z", i), d.sourced
		}
		into[i] = append(into[i], word)
		fmt.Fprintf(b, "summary = '%s says'\n", word)
	}
	for _, field := range []string{"colour", "size"} {
		var values []string
		for range 1 + r.IntN(3) {
			word, more := token()
			values = append(values, fmt.Sprintf("{ value = '%s %s'%s }", word, hostile, more))
		}
		fmt.Fprintf(b, "%s = [%s]\n", field, strings.Join(values, ", "))
	}
	for _, relation := range []string{"next", "pair"} {
		word, more := token()
		fmt.Fprintf(b, "%s = { to = 't%d', note = '%s'%s }\n", relation, r.IntN(entities), word, more)
	}
	if r.IntN(2) == 0 {
		fmt.Fprintf(b, "date = { value = 2024-02-%02d, source = 's%d' }\n", 1+r.IntN(28), r.IntN(sources))
	}
	var facts []string
	for range r.IntN(3) {
		word, more := token()
		facts = append(facts, fmt.Sprintf("{ text = '# %s is so', about = ['thing/t%d']%s }", word, r.IntN(entities), more))
	}
	fmt.Fprintf(b, "facts = [%s]\n", strings.Join(facts, ", "))
}

func (d drawn) of(i int) map[string][]string {
	return map[string][]string{"sourced": d.sourced[i], "unsourced": d.unsourced[i], "rejected": d.rejected[i]}
}

// briefs returns the briefs of a knowledge base by the number of their entity; that
// of all entities is at -1.
func briefs(k *kb.KB, lang string, o brief.Options) map[int]*export.Document {
	v := present.NewVoice(k, lang)
	all := k.Kind("thing").Entities
	out := map[int]*export.Document{-1: brief.OfSeveral(v, "all", all, o)}
	for i, e := range all {
		out[i] = brief.Of(v, e, o)
	}
	return out
}

func TestABriefReadsAsItDidWhenItWasLastRead(t *testing.T) {
	base, err := os.ReadFile("testdata/voyage.toml")
	if err != nil {
		t.Fatal(err)
	}
	k := kbtest.Read(t, string(base))
	for _, lang := range []string{"fr", "en"} {
		golden := "testdata/voyage-" + lang + ".golden"
		got := export.Markdown(brief.Of(present.NewVoice(k, lang), k.Lookup("event/voyage"), brief.Options{}))
		if os.Getenv("GOLDEN") != "" {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("GOLDEN=1 writes %s anew:\n%s", golden, got)
		}
	}
}

func TestEachLineCitesItsSourcesAndEachSourceIsCited(t *testing.T) {
	for seed := range uint64(kbtest.Rounds(150)) {
		d := draw(rand.New(rand.NewPCG(seed, 1)))
		k := kbtest.Read(t, d.toml)
		for _, f := range k.Findings {
			if f.Severity() == kb.Error {
				t.Fatalf("%s\n%s", words.For("en").Sentence(f.Problem), d.toml)
			}
		}
		for _, keep := range []bool{false, true} {
			for i, doc := range briefs(k, "fr", brief.Options{KeepUnsourced: keep}) {
				checkCitations(t, doc, keep)
				if t.Failed() {
					t.Fatalf("seed %d, brief %d, kept %v:\n%s\n%s", seed, i, keep, export.Markdown(doc), d.toml)
				}
			}
		}
	}
}

// citesNothing reports whether a brief says that no claim has a source.
func citesNothing(doc *export.Document) bool {
	said := strings.ToLower(words.For(doc.Lang).Say(words.NothingCited))
	return strings.Contains(strings.ToLower(export.Markdown(doc)), said)
}

func checkCitations(t *testing.T, doc *export.Document, keep bool) {
	t.Helper()
	highest := 0
	for _, s := range doc.Sections {
		for _, l := range s.Lines {
			// A label leads to what is disputed; remarks say what the base lacks.
			cites := s.Kind == export.Remarks || len(l.Runs) == 1 && l.Runs[0].Text == words.For(doc.Lang).Say(words.SeeDisputed)
			for _, r := range l.Runs {
				for _, n := range r.Notes {
					if n > highest+1 {
						t.Errorf("%d is cited before %d", n, highest+1)
					}
					highest = max(highest, n)
				}
				cites = cites || len(r.Notes) > 0 || keep && r.Mark
			}
			if !cites && !citesNothing(doc) {
				t.Errorf("a line cites nothing: %v", l)
			}
		}
	}
	if highest != len(doc.Sources) {
		t.Errorf("%d sources are cited, %d are listed", highest, len(doc.Sources))
	}
	for i, s := range doc.Sources {
		if s.Number != i+1 || s.SameAs >= s.Number {
			t.Errorf("the source %d stands at %d, after %d", s.Number, i+1, s.SameAs)
		}
	}
}

func TestNothingWithoutASourceIsTold(t *testing.T) {
	for seed := range uint64(kbtest.Rounds(150)) {
		d := draw(rand.New(rand.NewPCG(seed, 2)))
		k := kbtest.Read(t, d.toml)
		for i, doc := range briefs(k, "en", brief.Options{Length: brief.Full}) {
			text := export.Markdown(doc)
			never := []string{"Unsourced", "Rejected"}
			if citesNothing(doc) {
				never = never[1:] // what the files say is all that there is to tell
			}
			for _, word := range never {
				if at := strings.Index(text, word); at >= 0 {
					t.Fatalf("seed %d, brief %d tells %q\n%s", seed, i, text[at:min(len(text), at+20)], d.toml)
				}
			}
			told := map[string][]string{}
			if i >= 0 {
				told = d.of(i)
			}
			for _, word := range told["sourced"] {
				if !strings.Contains(text, word) {
					t.Fatalf("seed %d, brief %d leaves out %s:\n%s\n%s", seed, i, word, text, d.toml)
				}
			}
		}
		for i, doc := range briefs(k, "en", brief.Options{Length: brief.Full, KeepUnsourced: true}) {
			text := export.Markdown(doc)
			if i < 0 {
				continue
			}
			for _, word := range append(d.of(i)["sourced"], d.of(i)["unsourced"]...) {
				if !strings.Contains(text, word) {
					t.Fatalf("seed %d, brief %d does not keep %s:\n%s\n%s", seed, i, word, text, d.toml)
				}
			}
		}
	}
}

func TestABriefIsTheSameWhenItIsWrittenAgain(t *testing.T) {
	for seed := range uint64(kbtest.Rounds(30)) {
		d := draw(rand.New(rand.NewPCG(seed, 3)))
		again := briefs(kbtest.Read(t, d.toml), "fr", brief.Options{})
		for i, doc := range briefs(kbtest.Read(t, d.toml), "fr", brief.Options{}) {
			first, second := brief.HTML(doc), brief.HTML(again[i])
			if export.Markdown(doc) != export.Markdown(again[i]) || first != second || bibTeX(t, doc) != bibTeX(t, again[i]) {
				t.Fatalf("seed %d, brief %d differs", seed, i)
			}
		}
	}
}

func TestAPageIsWellFormedAndHoldsNoForeignElement(t *testing.T) {
	const known = " html head meta title style body header main section h1 h2 p ul ol li b bdi sup a cite span "
	for seed := range uint64(kbtest.Rounds(30)) {
		d := draw(rand.New(rand.NewPCG(seed, 4)))
		for _, doc := range briefs(kbtest.Read(t, d.toml), "en", brief.Options{KeepUnsourced: true}) {
			text := brief.HTML(doc)
			ids, led := make(map[string]bool), make(map[string]bool)
			seen := ""
			decoder := xml.NewDecoder(strings.NewReader(text))
			for {
				token, err := decoder.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%v in\n%s", err, text)
				}
				switch token := token.(type) {
				case xml.CharData:
					seen += string(token)
				case xml.StartElement:
					if !strings.Contains(known, " "+token.Name.Local+" ") {
						t.Fatalf("there is an element %s in\n%s", token.Name.Local, text)
					}
					for _, a := range token.Attr {
						switch {
						case a.Name.Local == "id" && ids[a.Value]:
							t.Fatalf("two elements are called %s", a.Value)
						case a.Name.Local == "id":
							ids[a.Value] = true
						case a.Name.Local == "href" && strings.HasPrefix(a.Value, "#"):
							led[a.Value[1:]] = true
						case a.Name.Local == "href" && !kb.IsURL(a.Value), strings.HasPrefix(a.Name.Local, "on"), a.Name.Local == "src":
							t.Fatalf("%s is %s", a.Name.Local, a.Value)
						}
					}
				}
			}
			for id := range led {
				if !ids[id] {
					t.Fatalf("nothing is called %s, where a link leads", id)
				}
			}
			if !strings.Contains(seen, `<script>alert(1)</script> *b*`) {
				t.Fatalf("a name is not told as it is:\n%s", text)
			}
		}
	}
}

func bibTeX(t *testing.T, d *export.Document) string {
	t.Helper()
	var b strings.Builder
	if err := export.BibTeX(&b, d.Cited()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBibliographiesAreInBalance(t *testing.T) {
	k := kbtest.Read(t, `
[source.a]
name = 'A } { \ % $ & # _ ^ ~ title'
url = 'https://example.org/{a}%20b_c'
date = 2024-02-01
language = 'ar'
[source."A"]
name = 'another'
date = 'spring'
publisher = 'P & Q'
[source."é ü"]
name = 'accents'
[thing.t]
size = [{ value = 1, source = ['a', 'A', 'é ü', 'written { only'] }]
`)
	text := bibTeX(t, brief.Of(present.NewVoice(k, "en"), k.Lookup("thing/t"), brief.Options{Length: brief.Full}))
	depth, entries := 0, 0
	for _, c := range text {
		switch c {
		case '{':
			depth++
		case '}':
			depth--
		case '@':
			entries++
		}
		if depth < 0 {
			t.Fatal(text)
		}
	}
	if depth != 0 || entries != 4 {
		t.Errorf("%d entries, %d braces left open:\n%s", entries, depth, text)
	}
	for _, want := range []string{
		"@online{a,", "@misc{a-d3d99e8b,", "@misc{e-u-42b90e53,", "@misc{written-only-fd828a33,",
		`title        = {{A \textbraceright{} \textbraceleft{} \textbackslash{} \% \$ \& \# \_ \textasciicircum{} \textasciitilde{} title}}`,
		"url          = {https://example.org/%7Ba%7D%20b_c}", "date         = {2024-02-01}", "howpublished = {spring}", "langid       = {arabic}", `organization = {{P \& Q}}`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %s in\n%s", want, text)
		}
	}
}

// TestWhatIsLongerThanAPageTakesNothingElseAway checks that a value longer than a page
// comes last, and that a brief has at least one point.
func TestWhatIsLongerThanAPageTakesNothingElseAway(t *testing.T) {
	long := strings.Repeat("A sentence of the remarks. ", 400)
	of := func(values string) string {
		k := kbtest.Read(t, "[author.x]\nname = 'X'\n"+values)
		return export.Markdown(brief.Of(present.NewVoice(k, "en"), k.Entities[0], brief.Options{}))
	}
	text := of("remarks = '" + long + "'\nborn = 1900\ncity = 'Paris'\n")
	for _, want := range []string{"1900", "Paris", "1 key fact"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%.500s", want, text)
		}
	}
	if strings.Contains(text, "remarks") {
		t.Errorf("the remarks take a page: %.500s", text)
	}
	if text := of("remarks = '" + long + "'\n"); !strings.Contains(text, "A sentence of the remarks.") {
		t.Errorf("nothing is said: %s", text)
	}
	var many strings.Builder
	for i := range 6000 {
		fmt.Fprintf(&many, "field%d = 'value %d'\n", i, i)
	}
	if text := of(many.String()); !strings.Contains(text, "value 0") || !strings.Contains(text, "value 30") || !strings.Contains(text, "key facts") || strings.Contains(text, "value 500") {
		t.Errorf("%.1000s", text)
	}
}
