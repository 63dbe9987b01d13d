package scan

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rihla/model/say"
)

func TestSections(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"no header", "a = 1\n", ""},
		{"two headers", "a = 1\n[b]\nc = 2\n[[d.e]]\n", "[b] [[d.e]]"},
		{"a header at the very beginning", "[a]\n", "[a]"},
		{"a mark before it", "\ufeff[a]\n", "[a]"},
		{"blanks before and in it", "\t[ a . b ]\n", "[ a . b ]"},
		{"quoted keys", "['a]'.\"b\\\"]\"]\n[c]", `['a]'."b\"]"] [c]`},
		{"a header in a comment", "# [a]\nb = 1 # [c]\n[d]\n", "[d]"},
		{"a header in a string of several lines", "a = \"\"\"\n[b]\n\"\"\"\n[c]\n", "[c]"},
		{"quotation marks at the end of one", "a = \"\"\"b\"\"\"\"\"\n[c]\n", "[c]"},
		{"an escaped one before the end", "a = \"\"\"\\\"\"\"\"\n[c]\n", "[c]"},
		{"a backslash before the end", "a = \"\"\"\\\\\"\"\"\n[c]\n", "[c]"},
		{"a backslash that escapes nothing", "a = '''\\'''\n[c]\n", "[c]"},
		{"an empty one", "a = \"\"\"\"\"\"\n[c]\n", "[c]"},
		{"a list of several lines", "a = [\n[1],\n[2] # ]\n]\n[c]\n", "[c]"},
		{"the end of a list before a header", "a = [\n][b]\n[c]\n", "[c]"},
		{"an inline table of several lines", "a = {\nb = [\n]\n}\n[c]\n", "[c]"},
		{"a bracket in a string of a list", "a = [\"[\", '[']\n[c]\n", "[c]"},
		{"a string that is not closed", "a = \"b\n[c]\n", "[c]"},
		{"a string of several lines that is not closed", "a = \"\"\"b\n[c]\n", ""},
		{"a list that is not closed", "a = [\n[c]\n", ""},
		{"a key that holds an equals sign", "\"=[\" = 1\n[c]\n", "[c]"},
		{"no value", "a =\n[c]\n", "[c]"},
		{"no key", "= [\n]\n[c]\n", "[c]"},
		{"headers that are not closed", "[a\n[[b]\n[\n[c]\n", "[a [[b] [ [c]"},
		{"carriage returns", "[a]\r\nb = \"\"\"\r\n[c]\r\n\"\"\"\r\n[d]\r\n", "[a] [d]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sections, problems := Sections([]byte(test.text))
			if len(problems) > 0 {
				t.Errorf("%+v", problems)
			}
			checkSections(t, []byte(test.text), sections)
			var headers []string
			for _, s := range sections[1:] {
				header, _, _ := strings.Cut(test.text[s.Header:s.End], "\n")
				headers = append(headers, strings.TrimSuffix(header, "\r"))
				if s.Array != strings.HasPrefix(header, "[[") {
					t.Errorf("%s: array %v", header, s.Array)
				}
			}
			if got := strings.Join(headers, " "); got != test.want {
				t.Errorf("%q, not %q", got, test.want)
			}
		})
	}
}

// checkSections fails unless the sections cover the text, and each begins at the start
// of a line and contains its header.
func checkSections(t *testing.T, text []byte, sections []Section) {
	t.Helper()
	at := uint32(0)
	for i, s := range sections {
		if s.Start != at || s.End < s.Start {
			t.Fatalf("section %d is %+v after %d\n%q", i, s, at, text)
		}
		at = s.End
		if i == 0 {
			if s.Parts != 0 {
				t.Fatalf("section 0 is %+v\n%q", s, text)
			}
			continue
		}
		if s.Header < s.Start || s.Header >= s.End || text[s.Header] != '[' || s.Name <= s.Header || s.Name > s.End || s.Parts == 0 {
			t.Fatalf("section %d is %+v\n%q", i, s, text)
		}
		if before := text[:s.Start]; len(before) > 0 && before[len(before)-1] != '\n' && !bytes.Equal(before, byteOrderMark) {
			t.Fatalf("section %d begins in a line: %+v\n%q", i, s, text)
		}
	}
	if int(at) != len(text) {
		t.Fatalf("the sections end at %d of %d\n%q", at, len(text), text)
	}
}

func TestCostlySectionsAreRefused(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	parts := func(n int) string { return strings.Repeat("a.", n-1) + "a" }
	tests := []struct {
		name, text string
		at         int // of the only problem; -1 if there is none
	}{
		{"as deep as may be", "a = " + nested(MaxDepth), -1},
		{"deeper", "a = " + nested(MaxDepth+1), 4 + MaxDepth},
		{"inline tables deeper", "a = " + strings.Repeat("{a=", MaxDepth+1), 4 + 3*MaxDepth},
		{"brackets in strings and comments", "a = [ \"" + nested(99) + "\", # " + nested(99) + "\n]", -1},
		{"as many parts as may be", parts(MaxKeyParts) + " = 1", -1},
		{"more", "\n" + parts(MaxKeyParts+1) + " = 1", 1},
		{"more in a header", "[" + parts(MaxKeyParts+1) + "]", 1},
		{"as many in an inline table", "a = {" + parts(MaxKeyParts) + " = 1.5}", -1},
		{"more in an inline table", "a = { b = 1.5, " + parts(MaxKeyParts+1) + " = 1}", 14},
		{"dots in a quoted key", "\"" + parts(99) + "\" = 1", -1},
		{"dots in a list of numbers", "a = [" + strings.Repeat("1.5, ", 99) + "]", -1},
		{"a long key over many", strings.Repeat("k", 1<<16) + " = [" + strings.Repeat("{a=1},", 1<<16) + "]", 0},
		{"a long header over many keys", "[" + strings.Repeat("k", 1<<16) + "]\n" + strings.Repeat("a = 1\n", 1<<16), 0},
		{"a list as long as may be", "a = [[" + strings.Repeat("1,", MaxValues-1) + "1]]", -1},
		{"longer", "a = [[" + strings.Repeat("1,", MaxValues) + "1]]", 5 + 2*MaxValues},
		{"as many keys as may be", "[a]\n" + strings.Repeat("b = 1\n", MaxKeys) + "[c]\nb = 1\n", -1},
		{"more keys", "[a]\n" + strings.Repeat("b = 1\n", MaxKeys+2) + "[c]\nb = 1\n", 4 + 6*MaxKeys},
		{"an ordinary key over many", "names = [" + strings.Repeat("{a=1},", 1<<16) + "]", -1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sections, problems := Sections([]byte(test.text))
			checkSections(t, []byte(test.text), sections)
			switch {
			case test.at < 0 && len(problems) > 0:
				t.Errorf("%+v", problems)
			case test.at >= 0 && (len(problems) != 1 || problems[0].Offset != test.at):
				t.Errorf("%+v, not one at %d", problems, test.at)
			}
		})
	}
}

func TestRefusalIsPerSection(t *testing.T) {
	text := "[a]\nx = 1\n[b]\ny = " + strings.Repeat("[", 99) + strings.Repeat("]", 99) + "\n[c]\nz = 1\n"
	sections, problems := Sections([]byte(text))
	if len(sections) != 4 || len(problems) != 1 || problems[0].Offset < int(sections[2].Start) || problems[0].Offset >= int(sections[2].End) {
		t.Errorf("%+v %+v", sections, problems)
	}
}

func TestDetectForeign(t *testing.T) {
	tests := []struct {
		text string
		want say.ID
	}{
		{"", ""}, {"a = 1", ""}, {"\ufeffa = 1", ""}, {"PK = 1", ""},
		{"\xff\xfea\x00", say.FileIsUTF16}, {"\xfe\xff\x00a", say.FileIsUTF16}, {"a\x00=\x001\x00", say.FileIsUTF16},
		{"a = 1\x00", say.FileHoldsZero}, {"\x1f\x8b\x08\x00", say.FileIsGzip}, {"PK\x03\x04", say.FileIsZip},
	}
	for _, test := range tests {
		p := DetectForeign([]byte(test.text))
		if (p == nil) != (test.want == "") || p != nil && !reflect.DeepEqual(p.Says, test.want.With()) {
			t.Errorf("%q: %+v, not %q", test.text, p, test.want)
		}
	}
}

func TestCursorReadsEachConstruct(t *testing.T) {
	const text = "a . 'b.c' = 1 # one\nl = [ 'x', [ 2020-01-02 03:04:05 ],\n # ]\n { k = true , \"m\" . n = \"\"\"\n]\"\"\" } ]\n" +
		"[ t . u ]\n[[v]]\nw=-1.5e3\r\n"
	const want = "key(a 'b.c') 1\n" +
		"key(l) [ 'x' [ 2020-01-02 03:04:05 ] { key(k) true key(\"m\" n) \"\"\"\n]\"\"\" } ]\n" +
		"header(t u)\narray(v)\nkey(w) -1.5e3\n"
	c := NewCursor([]byte(text), 0)
	var got strings.Builder
	key := func(name string) {
		var parts []string
		for _, p := range c.Key(nil) {
			parts = append(parts, string(p.Of([]byte(text))))
		}
		fmt.Fprintf(&got, "%s(%s)", name, strings.Join(parts, " "))
	}
	var value func()
	value = func() {
		switch b := c.Byte(); b {
		case '[', '{':
			got.WriteString(" " + string(b))
			for c.Enter(); c.More(); {
				if b == '{' {
					got.WriteByte(' ')
					key("key")
				}
				value()
			}
			got.WriteString(" " + string(b+2))
		default:
			got.WriteString(" " + string(c.Scalar().Of([]byte(text))))
		}
	}
	for kind := c.Statement(); kind != End; kind = c.Statement() {
		switch kind {
		case Key:
			key("key")
			value()
		case Header:
			key("header")
		case ArrayHeader:
			key("array")
		}
		got.WriteByte('\n')
	}
	if got.String() != want {
		t.Errorf("%s\nnot\n%s", got.String(), want)
	}
}

func TestSectionsAllocateNothingButThemselves(t *testing.T) {
	text := []byte(strings.Repeat("a.b = { c = [ 'd', \"e\" ] }\n", 1000))
	if n := testing.AllocsPerRun(10, func() { Sections(text) }); n > 1 {
		t.Errorf("%v allocations", n)
	}
}
