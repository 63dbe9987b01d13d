package export_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// noteOf returns notes that contain only a body, links and backlinks.
func noteOf(k *kb.KB) func(*kb.Entity) *export.Note {
	label := func(e *kb.Entity) string { return strings.Join(strings.Fields(e.Label("en")), " ") }
	return func(e *kb.Entity) *export.Note {
		n := &export.Note{Title: label(e), Kind: e.Kind.Name, Address: string(e.Address()), Colon: ": ", ListComma: ", "}
		r := k.Record(e)
		n.Body, _ = k.TextIn(r.Body, "en")
		for _, s := range r.Links {
			n.Fields = append(n.Fields, export.NoteField{Label: s.Field.Path, Values: []export.NoteValue{{Text: label(s.To), To: s.To}}})
		}
		for b := range k.Backlinks(e) {
			n.Backlinks = append(n.Backlinks, export.NoteField{Label: "from " + b.Field.Path, Values: []export.NoteValue{{Text: label(b.From), To: b.From}}})
		}
		return n
	}
}

func notesFolder(t *testing.T, k *kb.KB, entities []*kb.Entity) folder {
	t.Helper()
	f := folder{}
	if err := export.NotesFolder(f.create, export.Selection{KB: k, Lang: "en", Entities: entities}, noteOf(k)); err != nil {
		t.Fatal(err)
	}
	return f
}

// properties parses the front matter of a note with an independent YAML parser.
func properties(t *testing.T, note string) map[string]any {
	t.Helper()
	front, _, ok := strings.Cut(strings.TrimPrefix(note, "---\n"), "\n---\n")
	var read map[string]any
	if err := yaml.Unmarshal([]byte(front), &read); err != nil || !ok {
		t.Fatalf("%v in\n%s", err, note)
	}
	return read
}

var wikiLink = regexp.MustCompile(`(\\?)\[\[([^\[\]|]*)(?:\|[^\[\]]*)?\]\]`)
var code = regexp.MustCompile("(?s)```.*|`[^`\n]*`")
var noteLink = regexp.MustCompile(`\]\(([^()\s:]*\.md)\)`)

// leads returns the targets of the links in a note, and fails for links without a target.
func leads(t *testing.T, f folder, name string) (to []string) {
	t.Helper()
	text := code.ReplaceAllString(f[name], "")
	for _, m := range wikiLink.FindAllStringSubmatch(text, -1) {
		target := m[2] + ".md"
		if _, ok := f[target]; !ok && m[1] == "" {
			t.Errorf("%s: %s leads nowhere", name, m[0])
		}
		to = append(to, target)
	}
	for _, m := range noteLink.FindAllStringSubmatch(text, -1) {
		plain, err := url.PathUnescape(m[1])
		target := path.Join(path.Dir(name), plain)
		if _, ok := f[target]; !ok || err != nil {
			t.Errorf("%s: %s leads nowhere", name, m[0])
		}
		to = append(to, target)
	}
	return to
}

const vault = `[kb]
format = 1
[relations.near]
[place.Oracle]
[place.oracle]
near = ["Oracle", "a/b", "place/con"]
body = """
See [[Oracle]], [[a/b|the slash]], [[place/a:b]] and [the pipe](<x|y>), [[nothing]], [[nothing|no one]].
Itself: [[place/oracle]]. Code: ` + "`[[Oracle]]`" + `. ![[Oracle]] [web](https://example.org/a.md)
` + "```" + `
[[Oracle]] never closed"""
[place."a/b"]
[place."a:b"]
name = "A [colon] | bar"
[place."x|y"]
near = ["a:b"]
[place.con]
[place."\u00e9"]
[place."e\u0301"]
[place."#^x"]
[place." lead"]
[PLACE.x]
`

func TestNotesHaveNamesOfTheirOwnEverywhere(t *testing.T) {
	k := kbtest.Read(t, vault)
	f := notesFolder(t, k, k.Entities)
	if len(f) != len(k.Entities) {
		t.Errorf("%d notes of %d entities", len(f), len(k.Entities))
	}
	folded := map[string]bool{}
	for name := range f {
		same := norm.NFC.String(strings.ToLower(name))
		if folded[same] || strings.ContainsAny(name, `\:*?"<>|#^[]`) || strings.Count(name, "/") != 1 || strings.Contains(name, "/con.") {
			t.Errorf("%q", name)
		}
		folded[same] = true
	}
}

func TestEachWikiLinkLeadsToANote(t *testing.T) {
	k := kbtest.Read(t, vault)
	f := notesFolder(t, k, k.Entities)
	for name := range f {
		leads(t, f, name)
	}
	note := f["place/oracle_2.md"]
	for _, want := range []string{"[[place/Oracle|Oracle]]", "[[place/a_b|the slash]]", `[A \[colon\] \| bar](a_b_2.md)`, "(<x_y.md>)", `\[\[nothing\]\]`, `\[\[nothing\|no one\]\]`, "`[[Oracle]]`", "https://example.org/a.md", "[[place/oracle_2|oracle]]"} {
		if !strings.Contains(note, want) {
			t.Errorf("%q is not in\n%s", want, note)
		}
	}
	if before, _, _ := strings.Cut(note, "See "); !strings.Contains(before, "near") {
		t.Errorf("the body is not last\n%s", note)
	}
	if back := f["place/con_.md"]; !strings.Contains(back, "[[place/oracle_2|oracle]]") {
		t.Errorf("no backlink in\n%s", back)
	}
	one := notesFolder(t, k, k.Entities[1:2])
	for name := range one {
		if to := leads(t, one, name); len(to) != 1 || name != "place/oracle_2.md" { // a link to itself
			t.Errorf("%v in\n%s", to, one[name])
		}
	}
}

// TestTextsOfNotesAreNoMarkupOfNotePrograms has texts that Obsidian and zk read as tags,
// comments and highlights.
func TestTextsOfNotesAreNoMarkupOfNotePrograms(t *testing.T) {
	k := kbtest.Read(t, "[thing.a]\nname = 'The #1 of #golang, %%hidden%% and ==marked==, (#été) C# a # b x#y 100% = 1'\n")
	note := notesFolder(t, k, k.Entities)["thing/a.md"]
	want := `The \#1 of \#golang, \%\%hidden\%\% and \=\=marked\=\=, (\#été) C# a # b x#y 100% = 1`
	if _, text, _ := strings.Cut(note, "\n---\n"); !strings.Contains(text, want) {
		t.Errorf("%q is not in\n%s", want, text)
	}
}

// TestPropertiesOfNotesSurvive writes hostile and multilingual texts and field names as
// properties, and compares what an independent YAML parser reads.
func TestPropertiesOfNotesSurvive(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 3))
	pieces := []string{": ", "#", "- ", `"`, "'", "\n", "\t", "\\", "{", "]", "&a", "*a", "!x", "|", ">", "%", "@", "`", "---", "\n---\n", "null", "1", "é", "أ", "東京", "\u202e", "\u0085", "\u2028", "\ufeff", "\x1b", "\x00", "👩‍👧", "\U000e0041", "~", "=", " "}
	draw := func() string {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	for range kbtest.Rounds(150) {
		name, one, two, key := draw(), draw(), draw(), "f"+draw()
		k := kbtest.Read(t, fmt.Sprintf("[thing.x]\nname = %s\n%s = %s\nlist = [%s, %s, 'z']\ntable = [[%s, 1], [2]]\nn = 0x10\nf = 1.5\nb = true\nd = 2024-02-11\ne = 2024-02-11T10:00:00Z\ntags = ['t']\n",
			quoted("n"+name), quoted(key), quoted(one), quoted(one), quoted(two), quoted(one)))
		got := properties(t, slices.Collect(maps.Values(notesFolder(t, k, k.Entities)))[0])
		want := map[string]any{
			"aliases": []any{"n" + name}, "title": "n" + name, "tags": []any{"thing"}, "tags_2": []any{"t"}, "address": "thing/x", key: one,
			"list": []any{one, two, "z"}, "table": []any{[]any{one, uint64(1)}, []any{uint64(2)}}, "n": uint64(16), "f": 1.5, "b": true, "d": "2024-02-11", "e": "2024-02-11T10:00:00Z",
		}
		if fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) {
			t.Fatalf("%#v became\n%#v", want, got)
		}
	}
}

func TestTheNotesOfTheBuiltInBaseAreLinkedBothWays(t *testing.T) {
	k := kbtest.BuiltIn(t)
	f := notesFolder(t, k, k.Entities)
	if len(f) != len(k.Entities) {
		t.Fatalf("%d notes of %d entities", len(f), len(k.Entities))
	}
	to := map[string]bool{}
	for name, note := range f {
		properties(t, note)
		for _, target := range leads(t, f, name) {
			to[name+" "+target] = true
		}
	}
	for _, e := range k.Entities {
		for _, link := range k.Record(e).Links {
			from, target := string(e.Address())+".md", string(link.To.Address())+".md"
			if !to[from+" "+target] || !to[target+" "+from] {
				t.Errorf("no link between %s and %s", from, target)
			}
		}
	}
}
