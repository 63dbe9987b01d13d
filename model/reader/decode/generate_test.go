package decode

import (
	"bytes"
	"math/rand/v2"
	"strings"
)

// writer writes random TOML, most of it valid, that is hard to split: few keys, so
// that tables collide; strings and comments with texts that look like headers; all
// kinds of quotation marks.
type writer struct {
	*rand.Rand
	bytes.Buffer
	keys    []string
	newline string
}

var (
	fewKeys  = []string{"a", "b", "c", `"a"`, `'b'`, `"\u0061"`, `""`}
	manyKeys = append([]string{
		"d", "e", "f", "g", "h", "i", "j", "k", "l", "m-n", "o_p", "1", "22", "3-4", `"x y"`, `'[c]'`, `"]"`,
		`"[[d]]"`, `"é"`, `"#"`, `'='`, `"\t"`, `"a.b"`, `"\"q\""`, `'"'`, `"'"`, "true", "inf", "1979-05-27",
	}, fewKeys...)
	blanks  = []string{"", "", "", " ", "  ", "\t"}
	scalars = []string{
		"1", "-17", "+5", "0", "1_000", "0xFF", "0o17", "0b101", "1.5", "-0.0", "3e10", "6.02e-23", "inf", "-inf",
		"nan", "true", "false", "1979-05-27", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.5", "07:32:00",
		"1979-05-27T00:32:00-07:00", "07:32", `""`, `"x"`, `"a = 1"`, `"[x]"`, `"\"]"`, `"\\"`, `"# no"`, `'\'`, `''`,
		`"\u00e9\t"`, `"""one"""`, `""""two"" """`, `"""a"""""`, `"""\""""`, `''''x'''''`, `"""\\"""`,
	}
	lines = []string{
		"[x]", "[[a]]", "[a.b]", "a = 1", `\`, `\\`, `""`, `"`, "# c", "]", "}", "  [b]", `\"""`, "", "plain", "'", "''",
	}
)

// newWriter returns a writer. The same seed writes the same text.
func newWriter(seed uint64) *writer {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 7)), newline: "\n"}
	w.keys = manyKeys
	if w.IntN(3) == 0 {
		w.keys = fewKeys
	}
	if w.IntN(4) == 0 {
		w.newline = "\r\n"
	}
	return w
}

func (w *writer) one(of []string) string { return of[w.IntN(len(of))] }
func (w *writer) put(of ...string) {
	for _, s := range of {
		w.WriteString(s)
	}
}

func (w *writer) document() []byte {
	if w.IntN(10) == 0 {
		w.put("\xef\xbb\xbf")
	}
	for range w.IntN(3) {
		w.statement()
	}
	for range w.IntN(9) {
		w.put(w.one(blanks))
		if w.IntN(3) == 0 {
			w.put("[[", w.one(blanks), w.key(3), w.one(blanks), "]]")
		} else {
			w.put("[", w.one(blanks), w.key(3), w.one(blanks), "]")
		}
		w.endLine()
		for range w.IntN(4) {
			w.statement()
		}
	}
	text := bytes.Clone(w.Bytes())
	if w.IntN(4) == 0 {
		text = bytes.TrimRight(text, "\n")
	}
	return w.spoil(text)
}

// spoil breaks some of the documents.
func (w *writer) spoil(text []byte) []byte {
	if len(text) == 0 || w.IntN(5) != 0 {
		return text
	}
	at := w.IntN(len(text))
	switch w.IntN(3) {
	case 0:
		return append(text[:at:at], text[at+1:]...)
	case 1:
		return text[:at]
	}
	with := []string{`"`, "'", "[", "]", "{", "}", "\n", "\r", "#", "=", ",", ".", "\\", "\x00", "\xff", `"""`, "'''", "x"}
	return append(append(text[:at:at], w.one(with)...), text[at:]...)
}

func (w *writer) statement() {
	if w.IntN(8) == 0 {
		w.put("# ", w.one(lines), w.newline)
	}
	w.put(w.one(blanks), w.key(2), w.one(blanks), "=", w.one(blanks))
	w.value(3)
	w.endLine()
}

func (w *writer) endLine() {
	w.put(w.one(blanks))
	if w.IntN(6) == 0 {
		w.put("#", w.one(lines))
	}
	w.put(w.newline)
	if w.IntN(6) == 0 {
		w.put(w.one(blanks), w.newline)
	}
}

func (w *writer) key(most int) string {
	parts := make([]string, 1+w.IntN(most))
	for i := range parts {
		parts[i] = w.one(w.keys)
	}
	if len(parts) > 1 && w.IntN(2) == 0 {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, w.one(blanks)+"."+w.one(blanks))
}

func (w *writer) value(depth int) {
	switch n := w.IntN(10); {
	case n < 2 && depth > 0:
		w.list(depth - 1)
	case n < 4 && depth > 0:
		w.inline(depth - 1)
	case n < 6:
		w.lines()
	default:
		w.put(w.one(scalars))
	}
}

// lines writes a string of several lines.
func (w *writer) lines() {
	quote := w.one([]string{`"""`, "'''"})
	w.put(quote)
	for range w.IntN(5) {
		line := w.one(lines)
		if quote == "'''" || !strings.Contains(line, "'") {
			w.put(line)
		}
		w.put(w.newline)
	}
	w.put(quote)
}

func (w *writer) list(depth int) {
	w.put("[", w.gap())
	for i, n := 0, w.IntN(4); i < n; i++ {
		w.value(depth)
		w.put(w.gap())
		if i < n-1 || w.IntN(3) == 0 {
			w.put(",", w.gap())
		}
	}
	w.put("]")
}

func (w *writer) inline(depth int) {
	w.put("{", w.gap())
	for i, n := 0, w.IntN(4); i < n; i++ {
		w.put(w.key(2), w.one(blanks), "=", w.one(blanks))
		w.value(depth)
		w.put(w.one(blanks))
		if i < n-1 {
			w.put(",", w.gap())
		}
	}
	w.put("}")
}

// gap writes white space, line breaks and comments between the elements of a list.
func (w *writer) gap() string {
	switch w.IntN(8) {
	case 0:
		return w.newline
	case 1:
		return " # ] [x]" + w.newline + w.one(blanks)
	}
	return w.one(blanks)
}
