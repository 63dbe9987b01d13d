package safe_test

import (
	"flag"
	"fmt"
	"go/format"
	"os"
	"strings"
	"testing"
	"unicode"

	"rihla/ui/safe"
)

var update = flag.Bool("update", false, "measure the terminals, and write what they answer")

// everyCharacter returns the assigned characters. Those of private use that no font
// tells apart, and ideographs of one block, are samples.
func everyCharacter() []rune {
	var all []rune
	for r := rune(0x300); r <= unicode.MaxRune; r++ {
		isSample := r >= 0xF0000 && r&0x3F != 0x3F && r&0xFFFF < 0xFFFE
		if !isSample && unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Co) {
			all = append(all, r)
		}
	}
	return all
}

// TestKnownCharactersAreThoseThatTerminalsAgreeOn holds the table of known.go
// against tmux and xterm.
func TestKnownCharactersAreThoseThatTerminalsAgreeOn(t *testing.T) {
	all := everyCharacter()
	if !*update {
		all = sample(all, 8)
	}
	texts := make([]string, len(all))
	for i, r := range all {
		texts[i] = "a" + string(r) + "b"
	}
	tmux, xterm := ask(t, "tmux", texts), ask(t, "xterm", texts)
	var agreed []rune
	for i, r := range all {
		width := 2 + safe.Width(string(r))
		if tmux[i] == width && xterm[i] == width {
			agreed = append(agreed, r)
		} else if !*update && safe.Line("a"+string(r)) == "a"+string(r) {
			t.Errorf("%U is let through with %d cells; tmux takes %d, xterm %d", r, width-2, tmux[i]-2, xterm[i]-2)
		}
	}
	if *update {
		writeKnown(t, agreed)
	}
}

// sample returns one in n.
func sample(all []rune, n int) []rune {
	var some []rune
	for i := 0; i < len(all); i += n {
		some = append(some, all[i])
	}
	return some
}

func writeKnown(t *testing.T, agreed []rune) {
	var b strings.Builder
	b.WriteString("package safe\n\nimport \"unicode\"\n\n// known are the characters from U+0300 on that wcwidth, tmux and xterm give the same\n// width. It is written by go test ./ui/safe -run Known -update.\nvar known = &unicode.RangeTable{\n\tR16: []unicode.Range16{")
	wide, n := false, 0
	for i := 0; i < len(agreed); {
		from, to := agreed[i], agreed[i]
		for i++; i < len(agreed) && (agreed[i] == to+1 || to >= 0xF003F && agreed[i] == to+0x40); i++ {
			to = agreed[i]
		}
		if from >= 0xF0000 {
			from &^= 0x3F
		}
		if from < 0x10000 && to > 0xFFFF {
			t.Fatalf("%U to %U spans two tables", from, to)
		}
		if from > 0xFFFF && !wide {
			b.WriteString("\n\t},\n\tR32: []unicode.Range32{")
			wide, n = true, 0
		}
		if n%8 == 0 {
			b.WriteString("\n\t\t")
		}
		n++
		fmt.Fprintf(&b, "{0x%X, 0x%X, 1}, ", from, to)
	}
	b.WriteString("\n\t},\n}\n")
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("known.go", source, 0o644); err != nil {
		t.Fatal(err)
	}
}
