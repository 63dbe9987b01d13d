package keys

import (
	"slices"
	"strings"
	"testing"

	"rihla/ui/words"
)

// bound binds keys to actions by the names that the configuration has for them.
func bound(t *testing.T, choices ...Choice) (Bindings, []Conflict) {
	t.Helper()
	b, conflicts := Bind(choices)
	before := inForce()
	b.Use()
	t.Cleanup(before.Use)
	return b, conflicts
}

func TestEveryKeyIsReadAsItIsShown(t *testing.T) {
	for _, name := range Names() {
		for _, written := range []string{name, shownKey(name), Typed(name)} {
			if got, ok := Parse(written); !ok || got != name {
				t.Errorf("%q of %q is read as %q", written, name, got)
			}
		}
	}
	for written, want := range map[string]string{
		"Entrée": "enter", "↵": "enter", "Échap": "esc", "espace": "space", " ": "space", "": "", "ctrl+": "", "ctrl": "", "ab": "", "\x1b": "", "+": "+", "-": "-",
		"ctrl-+": "ctrl++", "CTRL-X": "ctrl+x", "alt-ctrl-x": "ctrl+alt+x", "shift-a": "A", "maj-Tab": "shift+tab", "é": "é", "ctrl-i": "tab", "ctrl-m": "enter", "F12": "f12", "super-x": "",
	} {
		if got, ok := Parse(written); got != want || ok != (want != "") {
			t.Errorf("%q is read as %q, not %q", written, got, want)
		}
	}
}

func TestEveryActionThatCanBeChosenHasAName(t *testing.T) {
	all := Choosable()
	seen := make(map[string]bool)
	for _, a := range all {
		name := ConfiguredName(a)
		if ActionCalled(name) != a || seen[name] {
			t.Errorf("%q names another action than %d", name, a)
		}
		if len(UsualKeys(a)) == 0 {
			t.Errorf("%s has no keys to choose others for", name)
		}
		seen[name] = true
	}
	for a := range configured {
		if name := configured[a]; name != "" && !seen[name] {
			t.Errorf("%s is not offered", name)
		}
	}
	for _, table := range [][]Entry{Table, dialogs} {
		for _, e := range table {
			for _, k := range e.Keys {
				onlyOfDialogs := k.Action == Accept || k.Action == Close
				if !seen[ConfiguredName(k.Action)] && !onlyOfDialogs && k.Action != TabNumber {
					t.Errorf("the keys %q have an action without a name", k.Keys())
				}
			}
		}
	}
}

// TestTheKeysThatThereAreCanBeChosen: who writes all of them down changes nothing.
func TestTheKeysThatThereAreCanBeChosen(t *testing.T) {
	var choices []Choice
	for _, a := range Choosable() {
		choices = append(choices, Choice{a, UsualKeys(a)})
	}
	b, conflicts := Bind(choices)
	if len(conflicts) > 0 {
		t.Errorf("%v are in conflict", conflicts)
	}
	for i, table := range b.tables() {
		for j, e := range table {
			if usual := [][]Entry{Table, dialogs}[i][j]; e.Show != usual.Show || e.Short != usual.Short || !sameKeys(e.Keys, usual.Keys) {
				t.Errorf("%q has become %q", usual.Show, e.Show)
			}
		}
	}
}

func TestAKeyIsChosenWhereverTheActionIs(t *testing.T) {
	bound(t, Choice{Sort, []string{"O"}}, Choice{Up, []string{"up", "ctrl+p"}}, Choice{Quit, []string{"ctrl+q"}}, Choice{Pictures, []string{"V"}}, Choice{SaveView, nil})
	for _, c := range []struct {
		at   Scope
		key  string
		want Action
	}{
		{InList, "O", Sort}, {InFrequency, "O", Sort}, {InMatrix, "O", None}, {InList, "S", None}, {InMatrix, "S", Order},
		{InList, "k", None}, {InList, "ctrl+p", Up}, {InMap, "ctrl+p", Up}, {InDialog, "up", Up}, {InDialog, "k", Up}, {InField, "ctrl+p", None},
		{InList, "ctrl+q", Quit}, {InList, "q", None}, {InList, "ctrl+c", None}, {InField, "ctrl+c", Quit}, {InList, "V", Pictures}, {InList, "v", None},
	} {
		if got := findNamed(c.at, pressed(c.key).String()); got != c.want {
			t.Errorf("%s asks for %d at %b, not %d", c.key, got, c.at, c.want)
		}
	}
	w := words.For("en")
	if got := entry(Graph).Shown(w); got != "V g" {
		t.Errorf("the graph is under %q", got)
	}
	if got := Name(w, Sort); got != "O" {
		t.Errorf("the order is under %q", got)
	}
	shown := make([]string, 0, len(Table))
	for _, e := range In(InList) {
		shown = append(shown, e.Show)
	}
	if !slices.Contains(shown, "↑ ↓ ctrl-p j") || slices.Contains(shown, "S") || !slices.Contains(shown, "V") {
		t.Errorf("the help shows %q", shown)
	}
}

func TestAKeyDoesOneThing(t *testing.T) {
	for _, c := range []struct {
		choices []Choice
		want    []Conflict
	}{
		{[]Choice{{Facets, []string{"x"}}}, []Conflict{{0, 0, Retract, false}}},
		{[]Choice{{Facets, []string{"x"}}, {Retract, []string{"f"}}}, []Conflict{{1, 0, FindText, false}}}, // f finds within a text
		{[]Choice{{Facets, []string{"x"}}, {Retract, []string{"X"}}}, nil},
		{[]Choice{{Sort, []string{"c"}}, {Columns, []string{"S"}}}, nil}, // they change places
		{[]Choice{{Sort, []string{"O"}}, {Columns, []string{"O", "C"}}}, []Conflict{{1, 0, Sort, false}}},
		{[]Choice{{Back, []string{"esc", "-"}}}, nil}, // it never is the key of pictures
		{[]Choice{{Back, []string{"esc", "+"}}}, []Conflict{{0, 1, Forward, false}}},
		{[]Choice{{Help, []string{"1"}}}, []Conflict{{0, 0, TabNumber, true}}},
		{[]Choice{{Help, []string{"ctrl+c"}}}, []Conflict{{0, 0, Quit, true}}},
		{[]Choice{{Suspend, []string{"Z"}}}, []Conflict{{0, 0, None, false}}},
		{[]Choice{{UnmarkAll, []string{"u"}}}, []Conflict{{0, 0, None, false}}},
		{[]Choice{{UnmarkAll, []string{"ctrl+y"}}}, []Conflict{{0, 0, CopyMarked, false}}},
		{[]Choice{{CopyName, []string{"a"}}}, []Conflict{{0, 0, CopyAddress, false}}},
		{[]Choice{{CopyName, []string{"p"}}}, nil},
		{[]Choice{{UnmarkAll, []string{"enter"}}}, []Conflict{{0, 0, Accept, true}}},
	} {
		if _, got := Bind(c.choices); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, not %v", c.choices, got, c.want)
		}
	}
}

func TestAnActionWithoutAKeySaysSo(t *testing.T) {
	bound(t, Choice{Help, nil}, Choice{Pictures, nil}, Choice{Graph, nil})
	for _, w := range words.Languages {
		for _, a := range []Action{Help, Pictures, Graph} {
			if got := Name(w, a); got != w.Say(words.NoKey) {
				t.Errorf("%s: %s is under %q", w.Tag, ConfiguredName(a), got)
			}
		}
		for _, e := range Hints(InList) {
			if e.Hinted(w) == "" || e.Shown(w) == "" {
				t.Errorf("%s: %s is hinted without a key", w.Tag, w.Say(e.Help))
			}
		}
		if got := entry(Path).Shown(w); got != w.Say(words.NoKey)+" p" {
			t.Errorf("%s: the path is under %q", w.Tag, got)
		}
	}
}

// TestHintsOfChosenKeysArePressed: a click on a hint is the key that it shows.
func TestHintsOfChosenKeysArePressed(t *testing.T) {
	bound(t, Choice{Filter, []string{"f3"}}, Choice{NextLink, []string{"ctrl+n"}}, Choice{Open, []string{"insert"}}, Choice{Facets, []string{"alt+f"}})
	for _, w := range words.Languages {
		for _, scope := range []Scope{InList, InDetail, InMap} {
			for _, e := range Hints(scope) {
				for name := range strings.FieldsSeq(e.Hinted(w)) {
					if _, ok := Press(w, name); !ok && strings.Trim(name, "↑↓←→") != "" {
						t.Errorf("%s: %q of %q is no key", w.Tag, name, e.Hinted(w))
					}
				}
			}
		}
	}
}
