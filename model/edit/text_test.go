package edit_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/edit"
)

// TestATextKeepsItsNotationWhereItStays changes a part of a text of several lines: escapes,
// folded lines, quotation marks and line ends outside that part stay as they are.
func TestATextKeepsItsNotationWhereItStays(t *testing.T) {
	for _, c := range []struct{ before, to, after string }{
		{"a = \"\"\"\nOne \\u00e9 two.\nThree \\\n    four.\n\"\"\" # c\n", "One é 2.\nThree four.\n", "a = \"\"\"\nOne \\u00e9 2.\nThree \\\n    four.\n\"\"\" # c\n"},
		{"a = '''\n  One\n  C:\\two\n'''\n", "  One\n  and\n  C:\\two\n", "a = '''\n  One\n  and\n  C:\\two\n'''\n"},
		{"a = \"caf\\u00e9 \\\"x\\\" y\"\n", "café \"x\" z", "a = \"caf\\u00e9 \\\"x\\\" z\"\n"},
		{"a = 'C:\\x y'\n", "C:\\x z", "a = 'C:\\x z'\n"},
		{"a = '''it's'''\n", "it'''s", "a = \"\"\"it'''s\"\"\"\n"},
		{"a = \"\"\"one\"\"\"\n", "\none", "a = \"\"\"\n\none\"\"\"\n"},
		{"a = \"\"\"one \\\n   two\"\"\"\n", "one  two", "a = \"\"\"one  two\"\"\"\n"},
		{"a = \"one\"\n", "one\ntwo", "a = \"one\\ntwo\"\n"},
	} {
		d, err := edit.Parse("a.toml", []byte(c.before))
		if err != nil {
			t.Fatal(err)
		}
		got, err := d.Set(edit.Keys("a"), str(c.to))
		if err != nil || string(got) != c.after {
			t.Errorf("%q set to %q is\n%q (%v), not\n%q", c.before, c.to, got, err, c.after)
		}
	}
}

// TestRandomTextsChangeWhereTheyDiffer replaces parts of random texts in all notations. The
// result reads as the text, and the bytes before and after the part are those of the file.
func TestRandomTextsChangeWhereTheyDiffer(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	pieces := []string{"a", "bc ", "é", "\n", "\n\n", "  ", "\"", "'", "\\", "\t", "#", "日本", "\u200d", "]"}
	some := func() string {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	notations := []string{`"""`, `'''`, `"`, `'`}
	kept := 0
	for range 4000 {
		before, was, after := some(), some(), some()
		newline := []string{"\n", "\r\n"}[r.IntN(2)]
		empty, err := edit.Parse("a.toml", []byte("# of"+newline+"a = "+notations[r.IntN(4)]+"x"+notations[0]+newline))
		if err != nil { // the marks are not a pair
			marks := notations[r.IntN(4)]
			if empty, err = edit.Parse("a.toml", []byte("# of"+newline+"a = "+marks+"x"+marks+" # c"+newline+"b = 1"+newline)); err != nil {
				t.Fatal(err)
			}
		}
		text, err := empty.Set(edit.Keys("a"), str(before+was+after))
		if err != nil {
			t.Fatal(err)
		}
		d, err := edit.Parse("a.toml", text)
		if err != nil {
			t.Fatal(err)
		}
		now := some()
		out, err := d.Set(edit.Keys("a"), str(before+now+after))
		if err != nil {
			t.Fatalf("%q: %q: %v", text, before+now+after, err)
		}
		if tree, ok := parsed(t, out); !ok || tree["a"] != before+now+after {
			t.Fatalf("%q with %q became\n%q", text, before+now+after, out)
		}
		if bytes.Contains(text, []byte("\r\n")) && strings.Count(string(out), "\n") != strings.Count(string(out), "\r\n") {
			t.Fatalf("%q lost a line end: %q", text, out)
		}
		if bytes.HasPrefix(out, []byte(strings.SplitAfter(string(text), "= ")[0])) {
			kept++
		}
	}
	if kept < 3000 {
		t.Errorf("only %d changes leave what is before", kept)
	}
}
