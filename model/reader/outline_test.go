package reader

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/files"
	"rihla/model/reader/scan"
)

// both reads files in full, and outlines them.
func both(t *testing.T, folder bool, texts map[string]string) (b *reading, full, outline *kb.KB) {
	t.Helper()
	var inputs []files.Input
	for path, text := range texts {
		inputs = append(inputs, files.Input{Path: path, Size: int64(len(text)), Read: func() ([]byte, error) { return []byte(text), nil }})
	}
	slices.SortFunc(inputs, func(a, b files.Input) int { return strings.Compare(a.Path, b.Path) })
	b = newReading(context.Background(), Options{})
	b.isFolder, b.rootName = folder, "root"
	full, err := b.run(inputs)
	if err != nil {
		t.Fatal(err)
	}
	return b, full, b.outline(full.Files)
}

// sameOutline fails if the outline of files differs from the full read.
func sameOutline(t *testing.T, folder bool, texts map[string]string) {
	t.Helper()
	b, full, outline := both(t, folder, texts)
	if outline == nil {
		t.Fatalf("no outline of %v", texts)
	}
	sameInPieces(t, b, full.Files, outline)
	for _, difference := range differences(outline, full) {
		t.Errorf("%s, of %v", difference, texts)
	}
}

// differences lists the differences between an outline and the full read.
func differences(outline, full *kb.KB) (found []string) {
	differ := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	peeked := make(map[*kb.Entity]string)
	for _, e := range outline.Entities {
		peeked[e] = outline.Peek(e)
		outline.Record(e)
	}
	if got, want := kindsOf(outline), kindsOf(full); !slices.Equal(got, want) {
		differ("kinds %q, not %q", got, want)
	}
	if got, want := viewsOf(outline), viewsOf(full); !slices.Equal(got, want) {
		differ("views %q, not %q", got, want)
	}
	for _, want := range full.Entities {
		e := at(outline, want.Pos)
		switch {
		case e == nil:
			differ("no %q in the outline", want.Address())
		// Disambiguators are known after the full read only.
		case e.Kind.Name != want.Kind.Name, e.Key != want.Key && !strings.HasPrefix(want.Key, e.Key+" "), !slices.Equal(e.Name.All(), want.Name.All()),
			!slices.Equal(e.Aliases(), want.Aliases()), !slices.Equal(fieldsOf(outline, e, want.Kind), fieldsOf(full, want, want.Kind)):
			differ("%q %q %q, not %q %q %q", e.Address(), e.Name.All(), fieldsOf(outline, e, want.Kind), want.Address(), want.Name.All(), fieldsOf(full, want, want.Kind))
		case strings.Trim(peeked[e], "\n") == "" && !want.Name.IsEmpty():
			differ("peeking at %q gives nothing", want.Address())
		}
	}
	return found
}

func at(k *kb.KB, pos kb.Pos) *kb.Entity {
	for _, e := range k.Entities {
		if e.Pos == pos {
			return e
		}
	}
	return nil
}

func kindsOf(k *kb.KB) []string {
	var out []string
	for _, kind := range k.Kinds {
		out = append(out, fmt.Sprintf("%s %v %q %s", kind.Name, kind.Declared, kind.Label.All(), strings.Repeat("|", len(kind.Entities))))
	}
	slices.Sort(out)
	return out
}

func viewsOf(k *kb.KB) []string {
	var out []string
	for _, v := range k.Views {
		out = append(out, fmt.Sprintf("%q %q %q %s", v.Name, v.Label.All(), v.Query, k.Position(v.QueryPos)))
	}
	return out
}

// fieldsOf lists the fields of an entity with their offsets; the elements of a list
// of links count once. What the full read made of relations is known to it alone:
// of a field of the top that holds relations of the kind known, everything counts
// once, and nothing if it is an empty list.
func fieldsOf(k *kb.KB, e *kb.Entity, known *kb.Kind) []string {
	var out []string
	for _, s := range k.Record(e).Statements {
		path := s.Field.Path
		top, _, _ := strings.Cut(path, ".")
		if slices.ContainsFunc(known.Fields, func(f *kb.Field) bool {
			return f.Relation != nil && (f.Path == top || strings.HasPrefix(f.Path, top+"."))
		}) {
			if s.Value.Type == kb.List && len(s.Value.Items) == 0 {
				continue
			}
			path = top
		}
		out = append(out, path)
	}
	return slices.Compact(out)
}

func TestOutlinesMatchFullReads(t *testing.T) {
	for _, text := range []string{
		"[a.b]\nname = 'B'\nx = 1\n[a.c]\n[a.c.d]\ny = 2\n[[a.c.e]]\nz = 3\n[d.e]\nname = 'E'\n",
		"version = 4\n\n[[package]]\nname = 'one'\n[[package]]\nname = 'two'\nversion = '2'\n[package.metadata]\nk = 1\n[other.thing]\n",
		"[city]\naustin = { name = 'Austin' }\n[company.oracle]\nseat = 'austin'\n[city.rabat]\nname = 'Rabat'\n",
		"['a'.\"b c\"]\nname = 'x'\n[a.'d.e']\n[\"\\u0061\".f]\n",
		"[menu]\n[[menu.main]]\nname = 'Home'\n[[menu.main]]\nname = 'About'\n",
		"[kb]\nformat = 1\nlanguages = ['fr', 'en']\n[kinds.company]\nlabel = 'Companies'\n[company.x]\nname = { fr = 'Ixe', en = 'Ex' }\n[relations.seat]\nto = 'city'\n[city.y]\n",
		"[server]\nport = 80\n[database]\nhost = 'x'\n",
		"# nothing but words\n\n  [a.b]  # indented\nname = 'B'\n\t[a.c]\nname = 'C'\n",
		"\ufeff[a.b]\r\nname = 'B'\r\n",
		"[kb]\nformat = 1\n[city.y]\n[kinds.city]\nlabel = 'Cities'\n[kinds.city.fields.founded]\ntype = 'year'\n",
		"[city.y]\nname = 'Y'\n[views.a]\nquery = 'kind:city'\n[city.z]\n[views.b]\nlabel = { fr = 'Bé', en = 'Bee' }\nquery = ''\n",
		"[city.y]\n[views.a.label]\nfr = 'A'\n[city.z]\n[views.a]\nquery = 'kind:city'\n",
		"[city.y]\n[views.a]\nquery = 'x'\n[city.z]\n[views.a.label]\nfr = 'A'\nen = 'Ay'\n",
		"[server]\nport = 80\n[views]\na = { query = 'x', label = 'A' }\n",
		"[views.home]\nlabel = 'Home'\n[city.y]\n[views.about]\nquery = 'x'\nlabel = 'About'\n",
		"[kinds.rare]\nodd = 'yes'\n[kinds.common]\nodd = 'no'\n[views.a]\nquery = 'kind:kinds'\n",
		"[[wine]]\nlabel = 'Chablis'\n[[wine]]\nyear = 2015\nof = \"Gevrey-Chambertin \\u00c9\"\n[wine.cellar]\nrow = 'B'\n[[wine]]\nid = 7\nof = 'Rully'\n[[wine]]\n",
		"[[wine]]\nof = '" + strings.Repeat("long ", 20) + "'\nby = '...'\nat = \"\"\"\nin lines\"\"\"\n[[wine]]\nof = 'x'\nSlug = 'y'\n[[wine]]\nof = 'x'\nTitle = 'y'\n",
		"tasting = [{ of = 'Chablis', by = 'Ann' }, { of = 'Rully', by = 'Bob' }]\n[[wine]]\nof = 'Chablis'\n[[wine]]\nof = 'Rully'\n",
		"[kb]\nformat = 1\n[kinds.wine]\nkey = 'no'\n[[wine]]\nof = 'Chablis'\nno = '12'\n[[wine]]\nof = 'Rully'\n",
	} {
		sameOutline(t, false, map[string]string{"file.toml": text})
	}
	sameOutline(t, true, map[string]string{
		"kb.toml":          "[kb]\nformat = 1\n[kinds.company]\nfiles = ['companies/*.toml']\n[company.inline]\nname = 'In'\n",
		"companies/x.toml": "[founded]\nvalue = 1\n", "companies/y.toml": "name = 'Y'\n",
		"notes/deep/z.toml": "name = 'Z'\ntags = ['a']\n[sub]\nk = 1\n", "all.toml": "[city.a]\nname = 'A'\n[[event]]\ntitle = 'E'\n",
		"config.toml": "[server]\nport = 80\n",
	})
	for _, text := range []string{
		"[views.a]\nquery = 'x'\n", "name = 'Of its own'\n[views.a]\nquery = 'x'\nlabel = 'A'\n",
		"[server]\nport = 80\n[views.a]\nquery = 'x'\n", "[city.b]\nname = 'B'\n[views.a]\n",
	} {
		sameOutline(t, true, map[string]string{"kb.toml": text, "a.toml": "[city.a]\nname = 'A'\n"})
	}
}

// TestAnOutlineEndsAnEntityBeforeInlineRows: the entity that follows an element
// begins in the middle of a value.
func TestAnOutlineEndsAnEntityBeforeInlineRows(t *testing.T) {
	const text = "[[tool]]\nname = 'q'\n[[tool]]\nname = 'r'\n[place.c31]\nrank = { date = { from = 'c1', id = 'b' }, summary = { since = 1, id = 2 } }\n"
	sameOutline(t, true, map[string]string{"a.toml": text})
	sameOutline(t, false, map[string]string{"a.toml": text})
}

func TestOutlinesOfGeneratedBasesMatchFullReads(t *testing.T) {
	for _, o := range []generate.Options{{}, {Shape: generate.ArrayElements}, {Files: 9}, {Shape: generate.WholeFile}, {Chain: true, Files: 3}} {
		o.Entities = 300
		path := filepath.Join(t.TempDir(), "kb")
		if err := generate.Write(path, o); err != nil {
			t.Fatal(err)
		}
		texts := make(map[string]string)
		listing, err := files.List(context.Background(), path)
		if err != nil {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			sameOutline(t, false, map[string]string{"file.toml": string(text)})
			continue
		}
		for _, in := range listing.Inputs {
			text, _ := in.Read()
			texts[in.Path] = string(text)
		}
		sameOutline(t, true, texts)
	}
}

// returns reports whether the headers of a text come back to a table after another
// one, or to a table after its subtables. An outline does not show what they add.
func returns(text string) bool {
	left := make(map[string]bool)
	var last []string
	deeper := false
	sections, _ := scan.Sections([]byte(text))
	for _, s := range sections[1:] {
		cursor := scan.NewCursor([]byte(text), int(s.Header))
		var path []string
		for _, part := range cursor.Key(nil) {
			path = append(path, decode.KeyPart(part.Of([]byte(text))))
		}
		if deeper && !s.Array && slices.Equal(path, last) {
			return true
		}
		deeper = len(path) > 2
		path = path[:min(len(path), 2)]
		for i := range last {
			if i >= len(path) || path[i] != last[i] {
				for j := i; j < len(last); j++ {
					left[strings.Join(last[:j+1], "\x00")] = true
				}
				break
			}
		}
		for i := range path {
			if left[strings.Join(path[:i+1], "\x00")] {
				return true
			}
		}
		last = path
	}
	return false
}

// FuzzOutline outlines any text and loads all entities. If the text is valid and its
// headers do not return, the outline must match the full read.
func FuzzOutline(f *testing.F) {
	for _, text := range []string{
		"[", "[[", "[a.", "[[a]]\nname = 1", "[a]\nb = {}\n[a.b.c]", "[kb]\n[kinds.a]\n[a.b]\nname={fr='x'}", "[a.b]\n[views.c]\nquery='x'\n[a.d]\n[views.c.label]\nfr='x'", "[views.a]\nlabel='x'\n[b.c]\n[views.d]\nquery='y'", "x = 1\n[a.b]\n[\"kb\".x]\n",
		"[a.b]\nname = 'B'\nx = 1\n[a.c]\n[a.c.d]\ny = 2\n[[a.c.e]]\nz = 3\n[d.e]\nname = 'E'\n",
		"[[package]]\nname = 'one'\n[[package]]\nname = 'two'\n[package.metadata]\nk = 1\n[other.thing]\n",
		"[menu]\n[[menu.main]]\nname = 'Home'\n[[menu.main]]\nname = 'About'\n", "[''.\"\"]", "[[package]]\n[[package]]", "[fruit]\napple.colour = 'red'\n[fruit.apple.taste]\nx = 1", "['a'.\"b c\"]\nname = 'x'\n[a.'d.e']\n",
	} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, folder bool) {
		b := newReading(context.Background(), Options{})
		b.isFolder, b.rootName = folder, "root"
		outline := b.outline([]*kb.File{kb.NewFile("a.toml", []byte(text))})
		if outline == nil {
			return
		}
		if returns(text) {
			return
		}
		full := opened(t, text, folder)
		different := differences(outline, full)
		if len(different) > 0 && !slices.ContainsFunc(full.Findings, func(f kb.Finding) bool { return f.Severity() == kb.Error }) {
			t.Errorf("%q: %q", text, different)
		}
	})
}

func TestLargeKnowledgeBasesAreOutlinedFirst(t *testing.T) {
	var b bytes.Buffer
	if err := generate.File(&b, generate.Options{Entities: 5000}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "large.toml")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var outline *kb.KB
	k, err := Open(context.Background(), path, Options{OnOutline: func(k *kb.KB) { outline = k }})
	if err != nil || k.Partial || outline == nil || !outline.Partial || len(outline.Entities) != 5000 {
		t.Fatal(err, k.Partial, outline)
	}
	e := outline.Lookup(k.Entities[3].Address())
	if e == nil || !e.Name.IsEmpty() {
		t.Fatalf("%+v", e)
	}
	if len(outline.Record(e).Statements) == 0 || e.Name.IsEmpty() {
		t.Errorf("%+v", e)
	}
}
