package graph

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"rihla/model/graph"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/safe"
)

const hostile = `
[kb]
format = 1
[ship.a]
name = "\"A\\\" & <b>#1;` + "`x`" + `|]"
near = ["ship/b", "ship/c"]
[ship.b]
name = "1. first\u001b[31m"
[ship.c]
name = "- c \\"
`

func hostileSurroundings(t *testing.T) (*graph.Neighbourhood, present.Voice) {
	t.Helper()
	k := kbtest.Read(t, hostile)
	return graph.Around(context.Background(), k, k.Lookup("ship/a"), graph.Options{Hops: 1, MaxPerGroup: 1}), present.NewVoice(k, "en")
}

func TestDOTIsReadByGraphviz(t *testing.T) {
	dot, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("no Graphviz")
	}
	s, v := hostileSurroundings(t)
	cmd := exec.Command(dot, "-Tsvg")
	cmd.Stdin = strings.NewReader(DOT(s, v))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, DOT(s, v))
	}
	texts := textsOf(t, string(out))
	for _, want := range []string{v.Name(s.Nodes[0].Entity), v.Name(s.Nodes[1].Entity), "+ ship ×1"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not in\n%s", want, texts)
		}
	}
}

func TestDOTQuotes(t *testing.T) {
	for in, want := range map[string]string{`a"b`: `"a\"b"`, `a\`: `"a\\"`, "a\nb": `"a\nb"`, "&lt;": `"&amp;lt;"`} {
		if got := quoteDOT(in); got != want {
			t.Errorf("%q is quoted as %s, not %s", in, got, want)
		}
	}
}

func TestMermaidQuotes(t *testing.T) {
	for in, want := range map[string]string{
		`a"b`: `"a#34;b"`, "#1;": `"#35;1#59;"`, "<b>": `"#60;b#62;"`, "`x`": `"#96;x#96;"`, "1. x": `"1#46; x"`, "- x": `"#45; x"`, "U.S. 1.5": `"U.S. 1.5"`, "été": `"été"`,
	} {
		if got := quoteMermaid(in); got != want {
			t.Errorf("%q is quoted as %s, not %s", in, got, want)
		}
	}
	s, v := hostileSurroundings(t)
	for line := range strings.Lines(Mermaid(s, v)) {
		if strings.Count(line, `"`)%2 != 0 || strings.Count(line, `"`) > 2 {
			t.Errorf("%q", line)
		}
	}
}

// textsOf returns the texts of a well-formed XML document.
func textsOf(t *testing.T, document string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(document))
	d.Strict = true
	d.Entity = map[string]string{"nbsp": "\u00a0"}
	var b strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, document)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
			b.WriteByte('\n')
		}
	}
}

// TestAnSVGTellsWhatIsDrawn checks that an SVG is well formed and has every name and
// no script.
func TestAnSVGTellsWhatIsDrawn(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		if p.column {
			return
		}
		document := p.SVG()
		texts := textsOf(t, document)
		for i := 1; i < len(p.Things); i++ {
			if !strings.Contains(texts, p.Things[i].text) {
				t.Fatalf("%s: %q is not in the SVG", p.how, p.Things[i].text)
			}
		}
		if strings.Contains(document, "<script") {
			t.Fatal("a script")
		}
	})
}

// TestPlainDrawsNothing checks that plain text has no drawing characters and names
// every entity.
func TestPlainDrawsNothing(t *testing.T) {
	drawings(t, func(t *testing.T, p drawnOne) {
		var b strings.Builder
		lines, _ := Plain(p.s, p.voice)
		for _, line := range lines {
			b.WriteString(line.Text() + "\n")
		}
		text := b.String()
		for _, n := range p.s.Nodes {
			if !strings.Contains(text, p.voice.Name(n.Entity)) {
				t.Fatalf("%s: %s is not told\n%s", p.how, n.Entity.Key, text)
			}
		}
		for _, n := range names {
			text = strings.ReplaceAll(text, safe.Line(n), "")
		}
		for _, r := range text {
			if r > unicode.MaxASCII && !unicode.IsLetter(r) && r != '\u00a0' && r != '’' && !unicode.IsMark(r) {
				t.Fatalf("%s: %q is drawn\n%s", p.how, r, text)
			}
		}
	})
}
