package keys

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rihla/ui/words"
)

func TestAKeyMeansOneThingInAPlace(t *testing.T) {
	for _, scope := range []Scope{InList, InDetail, InOverview, InInference, InProblems, InFrequency, InBrief, InSuggestions, InGaps, InRetraction, InDialog, InField, InCompare, InField | InChooser, InField | InChooser | InBoxes, InField | InChooser | InMarked, InQuestion, InGraph, InPath, InTimeline, InMap, InMatrix, InPictureMenu, InCopy} {
		seen := make(map[string]Action)
		for _, table := range [][]Entry{Table, dialogs} {
			for _, b := range table {
				if b.Scope&scope == 0 {
					continue
				}
				for _, k := range b.Keys {
					for _, name := range k.Keys() {
						if other, twice := seen[name]; twice {
							t.Errorf("%q asks for %d and for %d", name, other, k.Action)
						}
						seen[name] = k.Action
					}
				}
			}
		}
	}
}

func TestBracketsAndBracesAreNoKeys(t *testing.T) {
	for _, b := range Table {
		for _, k := range b.Keys {
			if strings.ContainsAny(strings.Join(k.Keys(), ""), "[]{}") {
				t.Errorf("%q cannot be typed at once on an AZERTY keyboard", k.Keys())
			}
		}
	}
}

func TestEveryKeyIsSaid(t *testing.T) {
	for _, w := range words.Languages {
		for _, b := range Table {
			if b.Show == "" || w.Say(b.Help) == "" || b.Hint != words.None && w.Say(b.Hint) == "" {
				t.Errorf("%s: %q is not said", w.Tag, b.Show)
			}
		}
	}
}

func TestEveryScreenHasItsKeysInTheSections(t *testing.T) {
	for _, screen := range screens {
		want := make(map[string]bool)
		for _, e := range In(screen.scope) {
			if e.Scope&screen.scope == screen.scope || e.After != None {
				want[e.Shown(words.For("en"))+e.Help[0]] = true
			}
		}
		got := make(map[string]bool)
		for i, s := range Sections() {
			if screens[i].scope&screen.scope != screen.scope {
				continue
			}
			for _, e := range s.Entries {
				if got[e.Shown(words.For("en"))+e.Help[0]] {
					t.Errorf("%s: %q stands there twice", screen.title[0], e.Show)
				}
				got[e.Shown(words.For("en"))+e.Help[0]] = true
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s has the keys %v, not %v", screen.title[0], got, want)
		}
	}
}

// literals calls f with the value and the place of each string in the Go files
// below a folder, tests left out.
func literals(t *testing.T, folder string, f func(text, at string)) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				text, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Error(err)
				}
				f(text, files.Position(literal.Pos()).String())
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// names returns the names of keys, as Bubble Tea has them and as they are shown.
// Signs such as / and - are left out, since they stand for other things too.
func names() map[string]bool {
	all := make(map[string]bool)
	add := func(name string) {
		if r, n := utf8.DecodeRuneInString(name); n < len(name) || unicode.IsLetter(r) || unicode.IsSymbol(r) && r >= utf8.RuneSelf {
			all[name] = true
		}
	}
	for _, table := range [][]Entry{Table, dialogs} {
		for _, e := range table {
			for _, name := range append(strings.Fields(e.Show), e.Show, e.Short) {
				add(name)
			}
			for _, b := range e.Keys {
				for _, name := range b.Keys() {
					add(name)
				}
			}
		}
	}
	delete(all, "")
	return all
}

func TestKeysAreNamedHereAlone(t *testing.T) {
	all := names()
	literals(t, "..", func(text, at string) {
		room := strings.Split(filepath.ToSlash(at), "/")[1]
		if all[text] && room != "keys" && room != "tuitest" {
			t.Errorf("%s names the key %q", at, text)
		}
	})
}

// spoken matches a key in a sentence, in any language.
var spoken = regexp.MustCompile(`\b(Enter|Entrée|Esc|Tab|PgUp|PgDn|F5|ctrl|shift|alt)\b|(^|[\s(])(Échap|espace|space)($|[\s)])|(^|\s)[b-xzB-HJ-XZ/?]($|[\s,])`)

// alphabet leaves out a range of letters, which names no key.
var alphabet = strings.NewReplacer("a to z", "", "a à z", "")

func TestMessagesNameNoKey(t *testing.T) {
	for _, w := range words.Languages {
		own := []string{w.Say(words.EnterKey), w.Say(words.EscapeKey), w.Say(words.SpaceKey)}
		for _, name := range own {
			if !spoken.MatchString(name) {
				t.Errorf("%s: %q is not known as a key", w.Tag, name)
			}
		}
	}
	literals(t, filepath.Join("..", "..", "words"), func(text, at string) {
		if found := spoken.FindString(alphabet.Replace(text)); found != "" && found != text {
			t.Errorf("%s: %q names the key %q", at, text, strings.TrimSpace(found))
		}
	})
}

func TestAKeyIsFoundInItsScope(t *testing.T) {
	for _, c := range []struct {
		scope Scope
		name  string
		want  Action
	}{
		{InList, "k", Up}, {InField, "k", None}, {InDialog, "k", Up}, {InList, "g", Top}, {InPictureMenu, "g", Graph}, {InField, "g", None},
		{InCopy, "n", CopyName}, {InList, "v g", None}, {InMarked, "ctrl+x", UnmarkAll}, {InMarked, "x", None}, {InList, "x", Retract}, {InList, "esc", Back}, {InDialog, "esc", Close},
		{InCompare, "z", Expand}, {InMap, "z", Fit}, {InList, "7", TabNumber}, {InMatrix, "ctrl+c", Quit}, {InField, "ctrl+c", Quit}, {InList, "ç", None},
	} {
		if got := Find(c.scope, pressed(c.name)); got != c.want {
			t.Errorf("%q asks for %d in %b, not for %d", c.name, got, c.scope, c.want)
		}
	}
}

func TestKeysAreShownInEachLanguage(t *testing.T) {
	for tag, want := range map[string][]string{
		"en": {"Enter", "↵", "Esc", "space", "v g", "c", "1 … 9", "n lets you", "n: ? / :"},
		"fr": {"Entrée", "↵", "Échap", "espace", "v g", "c", "1 … 9", "n lets you", "n: ? / :"},
	} {
		w := words.For(tag)
		shown := make(map[Action]string)
		for _, e := range In(InList) {
			shown[e.Keys[0].Action] = e.Shown(w)
		}
		got := []string{
			Name(w, Open), Short(w, Open), Name(w, Close), Name(w, Mark), shown[Graph], Short(w, Columns), shown[TabNumber],
			Say(w, words.Message{"%s lets you", "%s lets you"}, CopyName), Say(w, words.Message{"%s: %s %s %s", "%s: %s %s %s"}, CopyName, Help, Filter, Palette),
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", tag, got, want)
		}
	}
	if got := In(InField); len(got) != 0 {
		t.Errorf("the help of a field has %d lines", len(got))
	}
	if got, want := code("1 … 9"), "`1` … `9`"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}
