package decode

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"rihla/model/reader/scan"
)

func TestChunksGiveTheResultOfTheWhole(t *testing.T) {
	documents := uint64(4000)
	if os.Getenv("RIHLA_LONG") != "" {
		documents = 40000
	}
	const shards = 4
	for shard := range uint64(shards) {
		t.Run(strconv.FormatUint(shard, 10), func(t *testing.T) {
			t.Parallel()
			var count compared
			places := 0
			for seed := shard; seed < documents; seed += shards {
				text := newWriter(seed).document()
				compareChunks(t, text, 1+int(seed/shards%2)*60, &count)
				if root, problems := File(text, 0, nil); len(problems) == 0 && seed/shards%4 == 0 {
					places += comparePositions(t, text, root)
				}
			}
			t.Logf("%+v, %d places", count, places)
			if count.valid < count.all/3 || count.pieces < count.all/6 {
				t.Errorf("too few documents put the pieces to the test: %+v", count)
			}
		})
	}
}

func FuzzChunksEqualWhole(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(newWriter(seed).document(), seed)
	}
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		var count compared
		compareChunks(t, text, 1, &count)
		compareChunks(t, newWriter(seed).document(), int(seed%99), &count)
	})
}

// TestWhatTheDecoderAcceptsWrongly: where the decoder loses keys or accepts invalid
// text, the whole and the chunks must still agree.
func TestWhatTheDecoderAcceptsWrongly(t *testing.T) {
	tests := []struct{ name, text, want, says string }{
		{
			"a key of one element for a list in another",
			"[[k]]\na = [1]\n[[k]]\na.b = 1\na.c = 2\n",
			"{k=[{a=[1]} {a={b=1 c=2}}]}", "",
		},
		{
			"a table of one element for a list in another",
			"[[k]]\na = [1]\n[[k]]\n[k.a.b]\nx = 1\n[k.a]\ny = 1\n",
			"{k=[{a=[1]} {a={b={x=1} y=1}}]}", "",
		},
		{
			"the same in an inline table",
			"[[q]]\nz = { a = [1] }\n[[q]]\nz = { a.b = 1, a.c = 2 }\n",
			"{q=[{z={a=[1]}} {z={a={b=1 c=2}}}]}", "",
		},
		{"a list that a dotted key makes a table", "a = [1]\na.b = 2\n", "{a=[1]}", "key-defined(a)"},
		{"an inline table that a header adds to", "a={ca.d=1}\n[a.d]\n", "{a={ca={d=1} d={}}}", ""},
		{"an element before a table with an empty key", "a = ['x', {'' = 1}, [2], {'' = 3}]\n", "{a=[x {=1} [2] {=3}]}", ""},
		{"an inline table that a dotted key adds to", "a = {}\na.b = 1\n", "{a={b=1}}", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, problems := File([]byte(test.text), 0, nil)
			if values(got) != test.want {
				t.Errorf("%s, not %s", values(got), test.want)
			}
			if len(problems) > 1 || (len(problems) == 1) != (test.says != "") ||
				len(problems) == 1 && problems[0].Says.String() != test.says {
				t.Errorf("says %+v", problems)
			}
			compareChunks(t, []byte(test.text), 1, &compared{})
		})
	}
}

func TestGroupsKeepTablesTogether(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"keyed tables", "[a.b]\n[a.c]\n[a.b.d]\n[e]\n", "a.b a.c a.b.d|e"},
		{"tables in runs", "[a.b]\n[a.b.c]\n[a.d]\n[[a.d.e]]\n[f.b]\n", "a.b a.b.c|a.d a.d.e|f.b"},
		{"elements", "[[a]]\n[a.b]\n[[a]]\n[[a.b]]\n[c]\n[[a]]\n", "a a.b|a a.b|c|a"},
		{"an element that another table stands in", "[[a]]\n[c]\n[a.b]\n[d]\n", "a c a.b|d"},
		{"what is before the first header", "x = 1\n[a]\n", "|a"},
		{"a key before headers of its own", "a.x = 1\n[a.b]\n[c]\n", "a.b c"},
		{"an array used before it begins", "[a.b]\n[[a]]\n[c]\n", "a.b a c"},
		{"quotation marks", "['a'.b]\n[x]\n[\"\\u0061\".\"b\"]\n[c]\n", "a.b x a.b|c"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := []byte(test.text)
			sections, _ := scan.Sections(text)
			var got []string
			for _, s := range split(text, sections, 0) {
				if s.start < s.end {
					got = append(got, headers(text[s.start:s.end]))
				}
			}
			if all := strings.Join(got, "|"); all != test.want {
				t.Errorf("%q, not %q", all, test.want)
			}
		})
	}
}

// headers returns the keys of the headers of a text.
func headers(text []byte) string {
	sections, _ := scan.Sections(text)
	var out []string
	for _, s := range sections[1:] {
		cursor := scan.NewCursor(text, int(s.Header))
		var parts []string
		for _, part := range cursor.Key(nil) {
			parts = append(parts, unquote(part.Of(text)))
		}
		out = append(out, strings.Join(parts, "."))
	}
	return strings.Join(out, " ")
}

func TestFragmentsDecodeAlone(t *testing.T) {
	text := []byte("[a.b]\nx = 1\n[a.c]\ny = ?\n[a.d]\nz = 3\n")
	v, problem := Fragment(text, 24, len(text), 2)
	if z := v.Get("a").Get("d").Get("z"); problem != nil || z.Str != "3" || z.Pos.File != 2 || z.Pos.Offset != 34 {
		t.Errorf("%+v %v", v, problem)
	}
	if v, problem := Fragment(text, 12, 24, 2); problem == nil || problem.Offset != 22 || v.Type != 0 {
		t.Errorf("%+v %+v", v, problem)
	}
}

func TestScalarsAreWrittenAsTOML(t *testing.T) {
	tests := []struct{ text, want string }{
		{"0xFF", "255"}, {"-0", "0"}, {"+1_000", "1000"}, {"1e6", "1000000.0"}, {"1.50", "1.5"}, {"-0.0", "-0.0"},
		{"6.02e23", "6.02e+23"}, {"1e-9", "1e-09"}, {"+inf", "inf"}, {"-inf", "-inf"}, {"-nan", "nan"},
		{"33.5731104", "33.5731104"}, {"true", "true"}, {`"é\n"`, "é\n"},
		{"2020-12-11", "2020-12-11"}, {"2020-12-11 10:00:00z", "2020-12-11T10:00:00Z"}, {"10:00", "10:00:00"},
		{"2020-12-11T10:00:00.5", "2020-12-11T10:00:00.5"}, {"2020-12-11T10:00:00+05:30", "2020-12-11T10:00:00+05:30"},
		{"0000-01-01", "0000-01-01"},
	}
	for _, test := range tests {
		got, problems := File([]byte("v = "+test.text), 0, nil)
		if v := got.Get("v"); v.Str != test.want || len(problems) > 0 {
			t.Errorf("%s: %q %v", test.text, v.Str, problems)
		}
	}
}
