package kb

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// slowPosition counts lines and characters from the start of the file.
func slowPosition(text string, offset int) (line, column int) {
	text = strings.TrimPrefix(text[:offset], "\ufeff")
	line, column = 1, 1
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
		text = text[n:]
	}
	return line, column
}

func TestPositionsMatchACharacterCount(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	parts := []string{"a", "é", "日", "\n", "\r\n", strings.Repeat("long line ", 4000), "\xff", "", "x = 1\n"}
	for range 200 {
		var b strings.Builder
		if r.IntN(3) == 0 {
			b.WriteString("\ufeff")
		}
		starts := []int{b.Len()}
		for range r.IntN(60) {
			b.WriteString(parts[r.IntN(len(parts))])
			starts = append(starts, b.Len())
		}
		text := b.String()
		f := NewFile("x.toml", []byte(text))
		for _, at := range starts {
			line, column := slowPosition(text, at)
			if got := f.Position(at); got.Line != line || got.Column != column {
				t.Fatalf("offset %d of %d: %v, want %d:%d", at, len(text), got, line, column)
			}
		}
	}
	if got := NewFile("x", nil).Position(99); got.Line != 1 || got.Column != 1 {
		t.Errorf("an empty file: %v", got)
	}
}

func TestTextFallsBackToOtherLanguages(t *testing.T) {
	text := Translated(Translation{"fr", "Bonjour"}, Translation{"en", "Hello"}, Translation{"ar", ""})
	for _, c := range []struct{ lang, fallback, want, got string }{
		{"fr", "en", "Bonjour", "fr"}, {"en", "fr", "Hello", "en"}, {"ar", "en", "Hello", "en"}, {"de", "de", "Bonjour", "fr"},
	} {
		if said, got := text.In(c.lang, c.fallback); said != c.want || got != c.got {
			t.Errorf("in %s: %q %q", c.lang, said, got)
		}
	}
	if said, got := Plain("x").In("fr"); said != "x" || got != "" {
		t.Errorf("plain: %q %q", said, got)
	}
	if !(Text{}).IsEmpty() || text.IsEmpty() {
		t.Error("emptiness")
	}
}

func TestNamedFindsEachEntityOnce(t *testing.T) {
	kind := &Kind{Name: "thing"}
	k := &KB{Kinds: []*Kind{kind}}
	for i := range 3000 {
		e := &Entity{Kind: kind, Key: fmt.Sprint("k", i)}
		e.Name = Plain(fmt.Sprint("Thing ", i/2))
		e.SetAliases([]string{fmt.Sprint("alias ", i), fmt.Sprint("k", i), "everybody"})
		k.Entities = append(k.Entities, e)
	}
	k.Index()
	for i, e := range k.Entities {
		twin := k.Entities[i^1]
		pair := []*Entity{e, twin}
		if i&1 == 1 {
			pair = []*Entity{twin, e}
		}
		if got := k.Named(fmt.Sprint("Thing ", i/2)); !slices.Equal(got, pair) {
			t.Fatalf("%d: by name %v", i, got)
		}
		for _, name := range []string{e.Key, fmt.Sprint("alias ", i)} {
			if got := k.Named(name); len(got) != 1 || got[0] != e {
				t.Fatalf("%s: %v", name, got)
			}
		}
		if k.Lookup(e.Address()) != e {
			t.Fatal(e.Address())
		}
	}
	if got := k.Named("everybody"); !slices.Equal(got, k.Entities) {
		t.Error("everybody:", len(got))
	}
	if got := k.AppendNamed(nil, "everybody", 5); !slices.Equal(got, k.Entities[:5]) {
		t.Error("five of everybody:", got)
	}
}

func TestNamedFindsAnEntityByEachOfItsNames(t *testing.T) {
	kind := &Kind{Name: "city"}
	e := &Entity{Kind: kind, Key: "rabat", Name: Translated(Translation{"fr", "Rabat"}, Translation{"ar", "الرباط"})}
	e.SetAliases([]string{"rabat", "RBA"})
	kind.Entities = []*Entity{e}
	k := &KB{Kinds: []*Kind{kind}, Entities: kind.Entities}
	k.Index()
	for _, name := range []string{"rabat", "Rabat", "الرباط", "RBA"} {
		if found := k.Named(name); len(found) != 1 || found[0] != e {
			t.Errorf("%s: %v", name, found)
		}
	}
	if k.Lookup("city/rabat") != e || k.Lookup("rabat") != nil || k.Kind("city") != kind {
		t.Error("lookup")
	}
}

func TestLinesMatchASplit(t *testing.T) {
	for round := range uint64(60) {
		r := rand.New(rand.NewPCG(round, 9))
		var b strings.Builder
		if r.IntN(3) == 0 {
			b.WriteString("\ufeff")
		}
		for range r.IntN(60) {
			b.WriteString(strings.Repeat("é", r.IntN(1200)))
			if r.IntN(4) == 0 {
				b.WriteString("\r")
			}
			b.WriteString(strings.Repeat("\n", r.IntN(3)))
		}
		file := NewFile("a", []byte(b.String()))
		lines := strings.Split(strings.TrimPrefix(b.String(), "\ufeff"), "\n")
		for n := range len(lines) + 3 {
			want := ""
			if n > 0 && n <= len(lines) {
				want = strings.TrimSuffix(lines[n-1], "\r")
			}
			if got := file.Line(n); got != want {
				t.Fatalf("round %d: line %d has %d bytes, want %d", round, n, len(got), len(want))
			}
		}
	}
}
