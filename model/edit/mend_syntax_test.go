package edit_test

import (
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
)

// TestWhatIsNoTOMLIsMendedInItsLine applies the remedy of the first syntax error of a file
// with one invalid line.
func TestWhatIsNoTOMLIsMendedInItsLine(t *testing.T) {
	const before, behind = "# first\n[ship.ada]\nname = \"Ada\"\n", "# last\n[ship.bea]\nname = \"Bea\"\n"
	for had, want := range map[string]string{
		"note = Heron # so\n":                                 "note = \"Heron\" # so\n",
		"note = a tall \"ship\"\n":                            "note = \"a tall \\\"ship\\\"\"\n",
		"note = \"Heron\n":                                    "note = \"Heron\"\n",
		"note : 'x'\n":                                        "note = 'x'\n",
		"note: x y\n":                                         "note = \"x y\"\n",
		"size = [1 2]\n":                                      "size = [1, 2]\n",
		"[ship.cyd # one\nname = \"Cyd\"\n":                   "[ship.cyd] # one\nname = \"Cyd\"\n",
		"[[ship.ada.facts\ntext = 'x'\n":                      "[[ship.ada.facts]]\ntext = 'x'\n",
		"date = 24/12/2024\n":                                 "date = 2024-12-24\n",
		"date = 2024/12/24\n":                                 "date = 2024-12-24\n",
		"size = 007\n":                                        "size = 7\n",
		"size = 00 # none\n":                                  "size = 0 # none\n",
		"path = \"C:\\Users\"\n":                              "path = 'C:\\Users'\n",
		"sails = True\n":                                      "sails = true\n",
		"été = 1\n":                                           "\"été\" = 1\n",
		"[ship.été]\n":                                        "[ship.\"été\"]\n",
		"note = “a ship” # so\n":                              "note = \"a ship\" # so\n",
		"note = «\u00a0un navire\u00a0»\n":                    "note = \"un navire\"\n",
		"home = { to = 'x' since = 2001 }\n":                  "home = { to = 'x', since = 2001 }\n",
		"size = 11,5\n":                                       "size = 11.5\n",
		"size = 11 metres\n":                                  "size = \"11 metres\"\n",
		"note = \"he said \"no\" to it\"\n":                   "note = \"he said \\\"no\\\" to it\"\n",
		"note = \"x\x01y\"\r\n":                               "note = \"xy\"\r\n",
		"ports = [80, 443 # web\nowner = \"ann\"\n":           "ports = [80, 443] # web\nowner = \"ann\"\n",
		"home = { to = \"x]\", of = [1, 2\nowner = \"ann\"\n": "home = { to = \"x]\", of = [1, 2]}\nowner = \"ann\"\n",
		"  needs = [\n    \"db\",\n    \"log\" # all\n\n  owner = \"ann\"\n": "  needs = [\n    \"db\",\n    \"log\" # all\n  ]\n\n  owner = \"ann\"\n",
		"needs = [ \"db\",\n  \"log\"\nowner = \"ann\"\n":                    "needs = [ \"db\",\n  \"log\"]\nowner = \"ann\"\n",
		"needs = [\nowner = \"ann\"\n":                                       "needs = []\nowner = \"ann\"\n",
	} {
		k := opened(t, map[string]string{"a.toml": before + had + behind})
		var wrong []kb.Finding
		for _, f := range k.Findings {
			if f.Code == kb.Syntax {
				wrong = append(wrong, f)
			}
		}
		if len(wrong) == 0 {
			t.Errorf("%q is TOML", had)
			continue
		}
		c, err := edit.In(k).MendSyntax(wrong[0].Position, wrong[0].Remedy.ID)
		if got := string(c.After); err != nil || got != before+want+behind {
			t.Errorf("%q, %s at %s: %v\n%s", had, wrong[0].Remedy, wrong[0].Position, err, got)
		}
	}
}

// TestLoneCarriageReturnsBecomeLineEnds mends a file of another age as a whole.
func TestLoneCarriageReturnsBecomeLineEnds(t *testing.T) {
	k := opened(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n", "a.toml": "[ship.a]\rname = \"A\"\r[ship.b]\r"})
	if len(k.Findings) == 0 {
		t.Fatal("nothing is found")
	}
	f := k.Findings[0]
	change, err := edit.In(k).MendSyntax(f.Position, f.Remedy.ID)
	if want := "[ship.a]\nname = \"A\"\n[ship.b]\n"; err != nil || string(change.After) != want {
		t.Errorf("%s, %s: %v\n%q", f.Problem, f.Remedy, err, change.After)
	}
}
