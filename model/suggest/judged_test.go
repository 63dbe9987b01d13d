package suggest_test

import (
	"context"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/suggest"
)

// judged is what a person holds of one suggestion for the built-in base.
type judged struct {
	Code          suggest.Code
	Entity, Other kb.Address
	Right         bool
	Why           string
}

type subject struct {
	code          suggest.Code
	entity, other kb.Address
}

func TestNineInTenSuggestionsAreRight(t *testing.T) {
	k := kbtest.BuiltIn(t)
	var table struct{ Judged []judged }
	if _, err := toml.DecodeFile("testdata/judged.toml", &table); err != nil {
		t.Fatal(err)
	}
	known := make(map[subject]judged)
	for _, j := range table.Judged {
		known[subject{j.Code, j.Entity, j.Other}] = j
	}
	all, err := suggest.Find(context.Background(), k)
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	for _, s := range all {
		j, found := known[subject{s.Code, s.Entity.Address(), s.Other.Address()}]
		if !found {
			t.Errorf("nobody judged %q; read %s and add\n[[judged]]\ncode = %q\nentity = %q\nother = %q\nright = \nwhy = \"\"",
				s.Passage, k.Position(s.Pos), s.Code, s.Entity.Address(), s.Other.Address())
		}
		if j.Right {
			right++
		}
	}
	const enough = 15
	if len(all) < enough || right*10 < len(all)*9 {
		t.Errorf("%d of %d suggestions are right", right, len(all))
	}
}

func TestLinesOfOneTableCanAllBePasted(t *testing.T) {
	k := kbtest.BuiltIn(t)
	all, err := suggest.Find(context.Background(), k)
	if err != nil {
		t.Fatal(err)
	}
	lines := make(map[kb.Pos]string)
	several := 0
	for _, s := range all {
		if s.Code == suggest.Duplicate {
			continue
		}
		if was, known := lines[s.TablePos]; known {
			several++
			if was != s.Line {
				t.Errorf("two lines for %s: %s and %s", s.Entity.Address(), was, s.Line)
			}
		}
		lines[s.TablePos] = s.Line
		if !strings.Contains(s.Line, string(s.Other.Address())) {
			t.Errorf("%s does not settle %s", s.Line, s.Other.Address())
		}
	}
	if several == 0 {
		t.Error("no entity has several suggestions")
	}
}
