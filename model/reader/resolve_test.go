package reader_test

import "testing"

func TestATieBetweenKindsDoesNotDependOnOrder(t *testing.T) {
	a, b, n := "[a.x]\nq = 1\n", "[b.x]\nq = 1\n", "[n.one]\nref = 'x'\n"
	for _, text := range []string{a + b + n, b + a + n, n + b + a} {
		k := file(t, "x.toml", text)
		same(t, "links of "+text, links(t, k, "n/one"), "ref → a/x")
	}
}

func TestAKeyThatNamesNothingIsNoFinding(t *testing.T) {
	text := "[[package]]\nname = 'jinja2'\n"
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		text += "[[package]]\nname = '" + name + "'\n[package.dependencies]\njinja2 = '>=2'\n"
	}
	text += "[[package]]\nname = 'k'\n[package.dependencies]\nJinja2 = '>=2'\ncolorama = '*'\n"
	k := file(t, "poetry.lock", text)
	same(t, "links", links(t, k, "package/a"), "dependencies → package/jinja2")
	same(t, "findings", findings(k))
}

func TestHiddenCharactersInKeysAreFindings(t *testing.T) {
	k := file(t, "x.toml", "[c.\"x\\u001b\"]\nname = 'X'\n[\"k\\u202e\".z]\nname = 'Z'\n")
	same(t, "findings", findings(k), "control-character x.toml:1:1", "bidi-control x.toml:3:1")
}

func TestOtherKeysOfAStatementAreQualifiers(t *testing.T) {
	k := file(t, "x.toml", "[c.x]\nv = { value = 3, to = 'y' }\nw = { value = 4, text = 'four' }\n[c.y]\nname = 'Y'\n")
	for _, s := range k.Record(k.Lookup("c/x")).Statements {
		if len(s.Claim.Qualifiers) != 1 {
			t.Errorf("%s: %+v", s.Field.Path, s.Claim.Qualifiers)
		}
	}
}
