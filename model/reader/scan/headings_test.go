package scan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// readTwice reads the headings of a text in pieces of a number of bytes, and fails
// unless they are those that scanning it from its start finds.
func readTwice(t *testing.T, text []byte, size int64) {
	t.Helper()
	defer func(was int64) { PieceSize = was }(PieceSize)
	PieceSize = size
	headings, err := ReadHeadings(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	var got, want strings.Builder
	for _, h := range headings {
		for _, s := range h.Sections {
			describe(&got, s, h.Text)
		}
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
