package scan

import (
	"strings"
	"testing"
)

// FuzzScan scans any bytes: nothing may panic or loop forever, the sections must cover
// the text, and each cursor must reach its end.
func FuzzScan(f *testing.F) {
	for _, text := range []string{
		"a = 1\n[b.'c']\nd = \"\"\"\n[e]\"\"\"\"\"\n[[f]]\ng = [ { h = 1.5 }, # ]\n]\n",
		"\"\\", "a = \"", "a = '''", "[", "[[", "[[a", "[a]]", "=", "a", "a.", "a=[{", "\ufeff", "\ufeff[a]", "a=\"\"\"\\",
		strings.Repeat("[", 40), "a=" + strings.Repeat("{a=", 40), strings.Repeat("a.", 20), "a = [1\n[b]\nc = 2\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		sections, problems := Sections(text)
		checkSections(t, text, sections)
		for _, s := range sections[1:] {
			EndsHeader(text, s)
		}
		if len(problems) > len(sections) {
			t.Fatalf("%d problems in %d sections\n%q", len(problems), len(sections), text)
		}
		for _, p := range problems {
			if p.Says.IsEmpty() || p.Offset < 0 || p.Offset > len(text) {
				t.Fatalf("%+v\n%q", p, text)
			}
		}
		walkStatements(t, text)
		walkCursor(t, text)
		DetectForeign(text)
		scanTwice(t, text, 1)
		readTwice(t, text, 1)
	})
}

func walkStatements(t *testing.T, text []byte) {
	t.Helper()
	for at := 0; at < len(text); {
		s, ok := Next(text, at)
		if !ok {
			at = lineEnd(text, at)
			continue
		}
		if s.End <= at || s.End > len(text) || s.Start < 0 || s.ValueEnd < s.Start || s.ValueEnd > s.End || s.Value > s.ValueEnd {
			t.Fatalf("%+v after %d\n%q", s, at, text)
		}
		if h := NextHeader(text, s.Start, s.End); h < s.Start || h > s.End {
			t.Fatalf("header at %d in %+v\n%q", h, s, text)
		}
		if IsHeaderBroken(text, s.Start) && IsStatement(text, s.Start) {
			t.Fatalf("%+v is a statement, and a broken header\n%q", s, text)
		}
		at = s.End
	}
}

func walkCursor(t *testing.T, text []byte) {
	t.Helper()
	c := NewCursor(text, 0)
	last := -1
	forward := func() {
		if c.At <= last || c.At > len(text) {
			t.Fatalf("from %d to %d\n%q", last, c.At, text)
		}
		last = c.At
	}
	for kind := c.Statement(); kind != End; kind = c.Statement() {
		forward()
		for _, p := range c.Key(nil) {
			if p.Start > p.End || int(p.End) > len(text) {
				t.Fatalf("%+v\n%q", p, text)
			}
		}
		if kind == Key {
			c.Skip()
		}
	}
}
