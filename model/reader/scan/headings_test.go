package scan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// readTwice reads the headings of a text in pieces of a number of bytes. It fails
// unless they are those that scanning it from its start finds, if the text is valid,
// and else cover the text.
func readTwice(t *testing.T, text []byte, size int64) {
	t.Helper()
	defer func(was int64) { PieceSize = was }(PieceSize)
	PieceSize = size
	headings, err := ReadHeadings(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	var got, want strings.Builder
	end := uint32(0)
	for _, h := range headings {
		for _, s := range h.Sections {
			describe(&got, s, h.Text)
			if s.Start != end || s.End < end {
				t.Fatalf("in pieces of %d bytes: %d follows %d\n%.999q", size, s.Start, end, text)
			}
			end = s.End
		}
	}
	if int(end) != len(text) {
		t.Fatalf("in pieces of %d bytes: %d is the end of %d bytes\n%.999q", size, end, len(text), text)
	}
	if _, err := toml.Decode(string(text), new(map[string]any)); err != nil {
		return
	}
	for _, s := range scanInOrder(text).sections {
		describe(&want, s, text)
	}
	if got.String() != want.String() {
		t.Fatalf("in pieces of %d bytes:\n%s\nnot\n%s\n%.999q", size, &got, &want, text)
	}
}

func describe(to *strings.Builder, s Section, names []byte) {
	fmt.Fprint(to, s.Start, " ", s.End, " ", s.Header, " ", s.Parts > 0, " ", s.Array)
	if s.Parts > 0 {
		cursor := NewCursor(names, int(s.Name))
		for _, part := range cursor.Key(nil) {
			fmt.Fprintf(to, " %q", part.Of(names))
		}
	}
	fmt.Fprintln(to)
}

func TestHeadingsAreThoseOfTheSections(t *testing.T) {
	for _, text := range randomTexts(20_000) {
		readTwice(t, text, 1+int64(len(text)%30))
	}
}

func TestHeadingsOfValidTexts(t *testing.T) {
	statements := []string{
		"[a%d]", "[a.b%d]", "[[c%d]]", "  [d%d]", "\t[ 'h%d' . \"i.j\" ] # [k]", "[e%d] # k", "[f%d]\r",
		"x%d = 1", "y%d = \"[f]\" # [g]", "  z%d = { a = '}', b = [1, [2]] }", "q%d = \"\"", "r%d = ''", "u%d = '\"\"\"'", "v%d = \"'''\\\"\"",
		"s%d = \"\"\"\n[not.a.header]\n\"\"\"", "t%d = '''[x]\n[y]'''", "w%d = \"\"\"a\"\"\"\"\"", "k%d = \"\"\" \\\"\"\"\n[z]\n\"\"\"",
		"l%d = [\n[1, 2],\n  [\n  3 ] ]", "m%d = [ # [h]\n['x'], # y\n\n['z']\n]", "n%d = [\n# ]\n[]\n, [[4]\n]]", "o%d = [[\n\"a]\"\n],\n[ 'b' ]]", "p%d = [\n\t[1],\r\n\t[2]\r\n]",
		"# [g]", "# \"\"\"", "#'''", "", " ", "\r",
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		var text []byte
		for i := range 1 + r.IntN(14) {
			statement := statements[r.IntN(len(statements))]
			text = append(append(text, strings.ReplaceAll(statement, "%d", strconv.Itoa(i))...), '\n')
		}
		if r.IntN(4) == 0 && !bytes.HasSuffix(text, []byte("\r\n")) {
			text = text[:len(text)-1]
		}
		if _, err := toml.Decode(string(text), new(map[string]any)); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		readTwice(t, text, 1+r.Int64N(60))
	}
}

func TestAFileThatBecomesShorterHasNoHeadings(t *testing.T) {
	text := []byte("[a]\nx = 1\n[b]\n")
	for size := range int64(4) {
		_, err := ReadHeadings(bytes.NewReader(text), int64(len(text))+1+size*PieceSize)
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%v", err)
		}
	}
}

// randomTexts returns texts of a few statements each, many of them not valid.
func randomTexts(n int) [][]byte {
	lines := []string{
		"[a]", "[a.b]", "[[c]]", "  [d]", "[e", "x = 1", "y = \"[f]\"", "s = \"\"\"", "\"\"\"", "t = '''", "'''", "l = [", "[1, 2],", "]",
		"m = [{ a = 1, b = [", "]}]", "# [g]", "", "\"q", "k.k.k = { z = '}' }", "\r", "[ 'h' . \"i.j\" ] # k", "\ufeff",
	}
	r := rand.New(rand.NewPCG(1, 2))
	texts := make([][]byte, n)
	for i := range texts {
		for range r.IntN(40) {
			texts[i] = append(texts[i], lines[r.IntN(len(lines))]...)
			texts[i] = append(texts[i], '\n')
		}
		if len(texts[i]) > 0 && i%5 == 0 {
			texts[i] = texts[i][:len(texts[i])-1]
		}
	}
	return texts
}
