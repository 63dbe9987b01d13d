package save_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	strict "github.com/pelletier/go-toml/v2"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/save"
)

// holds saves a view in a file with a text. Either the view is there afterwards, or
// nothing has been written and there is an error.
func holds(t testing.TB, text string, v save.NewView, folder bool) {
	t.Helper()
	name, path := "data.toml", ""
	files := map[string]string{name: text}
	if folder {
		name = reader.ManifestPath
		files = map[string]string{name: text, "a.toml": "[city.rabat]\nname = 'Rabat'\n", "b/c.toml": "seat = 'rabat'\n"}
	}
	dir := atlas(t, files)
	if path = dir; !folder {
		path = filepath.Join(dir, name)
	}
	before := open(t, path)
	broken := slices.ContainsFunc(before.Findings, func(f kb.Finding) bool {
		return f.Position.File == name && (f.Code == kb.Syntax || f.Code == kb.DuplicateKey)
	})
	saved, err := save.View(before, v)
	if err == nil {
		if broken {
			t.Fatalf("saved in %q", text)
		}
		kept(t, before, saved, v)
		isStrict(t, text, read(t, filepath.Join(dir, name)))
		return
	}
	var fault *save.Error
	ok := errors.As(err, &fault) && fault.Position.File == name && !fault.Problem.IsEmpty() && !fault.Remedy.IsEmpty()
	switch {
	case errors.Is(err, save.ErrBroken):
		ok = ok && broken && fault.Position.Line > 0
	case errors.Is(err, save.ErrConflict):
		ok = ok && !broken && fault.Position.Line > 0 && strings.Contains(text, "v")
	default:
		ok = ok && errors.Is(err, save.ErrNotText) && (!utf8.ValidString(v.Label) || !utf8.ValidString(v.Query))
	}
	if !ok {
		t.Fatalf("%q: %v", text, err)
	}
	if got := read(t, filepath.Join(dir, name)); got != text {
		t.Fatalf("%q became %q", text, got)
	}
}

// isStrict asks another decoder, unless it refuses the text before the change too.
func isStrict(t testing.TB, before, after string) {
	t.Helper()
	var values map[string]any
	if strict.Unmarshal([]byte(before), &values) != nil {
		return
	}
	if err := strict.Unmarshal([]byte(after), &values); err != nil {
		t.Fatalf("%q: %v", after, err)
	}
}

var (
	pieces = []string{
		"[a.b]", "name = 'B'", "x = 1", "[[a]]", "[c]", "y = \"\"\"\n [views.x]\n\"\"\"", "z = { q = [1, {}] }", "# views", "", "\t", "[kb]", "format = 1",
		"languages = ['fr', 'en']", "[kinds.a]", "label = 'A'", "query = 'old'", "[views.cyber]", "[views]", "[[views]]", "[views.'x y']", "views.d.query = 'x'",
		"views = {}", "views.d = 3", "[views.cyber.label]", "fr = 'C'", "title = 'T'", "[relations.x]", "to = 'a'", "seat = 'rabat'", "open = '''", "= 3", "[views.a.b.c]",
	}
	nasty = []string{
		"", "Cyber", "cyber", "é", "أمن", "\u200f", "\u202e", "\"", "\\", "'", "'''", "\"\"\"", "\n", "\r", "\r\n", "\t", "\x00", "\x1b[0m", "\x7f", "\u0085", "\u2028", "\ufeff",
		"\ufffd", "\U0010ffff", "#", "=", "[views.x]", "]", "{", "}", ".", " ", "-", "_", "%s", "\\u0041", "\\", "1", "true", "ﬁ", "a\u0301", "kind:company", "name:\"Rabat\"",
	}
)

func some(r *rand.Rand, of []string, most int, between string) string {
	list := make([]string, r.IntN(most))
	for i := range list {
		list[i] = of[r.IntN(len(of))]
	}
	return strings.Join(list, between)
}

func TestViewsAreAddedToAnyFile(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 1500 {
		newline := []string{"\n", "\n", "\r\n"}[r.IntN(3)]
		text := []string{"", "\xef\xbb\xbf"}[r.IntN(5)/4] + some(r, pieces, 8, newline) + []string{"", newline}[r.IntN(2)]
		v := save.NewView{Label: some(r, nasty, 5, ""), Query: some(r, nasty, 7, "")}
		holds(t, text, v, r.IntN(2) == 0)
	}
}

func TestManyViewsAreAdded(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	dir := atlas(t, map[string]string{"a.toml": "[a.b]\n"})
	for i := range 60 {
		keep(t, dir, save.NewView{Label: some(r, nasty, 4, ""), Query: fmt.Sprint(i, some(r, nasty, 4, ""))})
	}
	if k := open(t, dir); len(k.Views) != 60 || k.HasManifest {
		t.Errorf("%d views", len(k.Views))
	}
}

func TestALongLabelMakesAShortName(t *testing.T) {
	dir := atlas(t, map[string]string{"a.toml": "[a.b]\n"})
	for _, label := range []string{strings.Repeat("long label ", 20_000), strings.Repeat("é", 1000), strings.Repeat("أمن", 1000), strings.Repeat("a", 59) + "!b"} {
		if saved := keep(t, dir, save.NewView{Label: label, Query: label}); len(saved.Name) > 60 || saved.Name == "" || !utf8.ValidString(saved.Name) || strings.HasSuffix(saved.Name, "-") {
			t.Errorf("%q", saved.Name)
		}
	}
}

func FuzzView(f *testing.F) {
	for i, text := range pieces {
		f.Add("[a.b]\r\n"+text, nasty[i], nasty[len(nasty)-i-1], i%2 == 0)
		f.Add(text+"\nx = 1\n", "Cyber", "kind:a", i%2 == 1)
	}
	f.Fuzz(func(t *testing.T, text, label, query string, folder bool) {
		holds(t, text, save.NewView{Label: label, Query: query}, folder)
	})
}
