package reader_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/model/say"
)

// TestAKeyThatNamesItsOwnEntityIsNoFinding: of a declared relation, one key of
// the table is the entity itself.
func TestAKeyThatNamesItsOwnEntityIsNoFinding(t *testing.T) {
	k := kbtest.Read(t, "[kb]\nformat = 1\n[relations.mods]\nto = 'team'\n[team.a.mods]\na = 'read'\nb = 'write'\n[team.b]\nname = 'B'\n")
	for _, f := range k.Findings {
		t.Errorf("%s: %s", f.Position, f.Problem)
	}
	if n := k.Degree(k.Lookup("team/b")); n != 1 {
		t.Errorf("%d links to b", n)
	}
}

// TestAnEmptyTextIsNoReference: it is the value of an owner that is not known yet.
func TestAnEmptyTextIsNoReference(t *testing.T) {
	const text = "[team.a]\n[team.b]\n[app.x]\nowner = ''\nteam = ['a', '']\n[app.y]\nowner = 'a'\nteam = { to = '', since = 2020 }\n"
	for _, manifest := range []string{"", "[kb]\nformat = 1\n[relations.owner]\nto = 'team'\n[relations.team]\nto = 'team'\n"} {
		k := kbtest.Read(t, manifest+text)
		same(t, "findings", findings(k))
	}
	inferred := "[team.a]\n[team.b]\n"
	for i := range 20 {
		inferred += fmt.Sprintf("[app.x%d]\nteam = 'a'\n", i)
	}
	same(t, "findings", findings(kbtest.ReadFiles(t, map[string]string{"a.toml": inferred + "[app.y]\nteam = ''\n"})))
}

// TestAnOutlinedFactMayUseADisambiguator loads a record from an outline.
func TestAnOutlinedFactMayUseADisambiguator(t *testing.T) {
	text := "[package.serde]\nname = 'serde'\nversion = '1.0'\n[note.n]\nfacts = [{ text = 'old', about = ['serde 1.0', 'serde 2.0'] }]\n"
	for i := range 20 {
		text += "[filler.x" + strconv.Itoa(i) + "]\ntext = '" + strings.Repeat("long ", 10_000) + "'\n"
	}
	var outline *kb.KB
	options := reader.Options{OnOutline: func(k *kb.KB) { outline = k }}
	if _, err := reader.Open(context.Background(), write(t, "large.toml", text), options); err != nil || outline == nil {
		t.Fatal(err, outline)
	}
	about := outline.Record(outline.Lookup("note/n")).Facts[0].About
	if about[0].To != outline.Lookup("package/serde") || about[1].To != nil {
		t.Errorf("about %v and %v", about[0].To, about[1].To)
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestTablesInListsMakeLinks: a table with two references is no link itself, but its
// fields are relations.
func TestTablesInListsMakeLinks(t *testing.T) {
	k := file(t, "x.toml", "[season.one]\nmatches = [{ home = 'a', away = 'b', score = 2 }, { home = 'b', away = 'a', score = 0 }]\n[team.a]\nx = 1\n[team.b]\nx = 2\n")
	same(t, "links", links(t, k, "season/one"), "matches.home → team/a", "matches.away → team/b", "matches.home → team/b", "matches.away → team/a")
	for _, s := range k.Record(k.Lookup("season/one")).Statements {
		if s.To == nil && s.Field.Path != "matches" {
			t.Errorf("%s is a statement of its own", s.Field.Path)
		}
	}
}

// TestKeysOfASingleTableAreNoReferences: authors choose keys freely, so that one
// table is no evidence.
func TestKeysOfASingleTableAreNoReferences(t *testing.T) {
	k := file(t, "x.toml", "[team.a.settings]\nb = 'x'\nc = 'y'\n[team.b]\nx = 1\n[team.c]\nx = 2\n")
	same(t, "links", links(t, k, "team/a"))
}

// TestATableOfADeclaredRelationNamesOneEntity counts its values that name any.
func TestATableOfADeclaredRelationNamesOneEntity(t *testing.T) {
	k := file(t, "x.toml", "[kb]\nformat = 1\n[relations.lead]\n[team.a]\nlead = [{ x = 'p', y = 'q' }, { z = 'nobody' }]\n[person.p]\nn = 1\n[person.q]\nn = 2\n")
	same(t, "findings", findings(k), "dangling-reference x.toml:5:9", "dangling-reference x.toml:5:31")
	for i, want := range []say.Sentence{say.TableNamesSeveral.With(say.Field("lead"), say.OneOf{}), say.TableNamesNone.With(say.Field("lead"), say.OneOf{})} {
		if got := k.Findings[i].Problem; !reflect.DeepEqual(got, want) {
			t.Errorf("%s, not %s", got, want)
		}
	}
}

func TestManyMistakesAreReadAsQuicklyAsOne(t *testing.T) {
	kbtest.NotSquare(t, 40_000, func(n int) {
		var text strings.Builder
		text.WriteString("[kb]\nformat = 1\n[relations.friend]\nto = 'person'\n")
		for i := range n {
			fmt.Fprintf(&text, "[person.p%d]\nfriend = 'nobody-%d'\n", i, i)
		}
		if k := kbtest.Read(t, text.String()); len(k.Findings) != n {
			t.Errorf("%d findings, want %d", len(k.Findings), n)
		}
	})
}
