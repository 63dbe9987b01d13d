package edit

import (
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
)

// unit is a part of a string as it is written, and what it reads as: a character, an
// escape, or white space that reads as nothing.
type unit struct {
	from, to int
	text     string
}

// marksOf returns the quotation marks that a string begins with; empty if it is none.
func marksOf(raw string) string {
	for _, marks := range []string{`"""`, "'''", `"`, "'"} {
		if strings.HasPrefix(raw, marks) && len(raw) >= 2*len(marks) {
			return marks
		}
	}
	return ""
}

// unitsOf returns the units between the quotation marks of a string.
func unitsOf(raw, marks string) []unit {
	at, end := len(marks), len(raw)-len(marks)
	var out []unit
	add := func(to int, text string) {
		out = append(out, unit{at, to, text})
		at = to
	}
	if len(marks) == 3 && startsBelow(raw) {
		add(at+strings.IndexByte(raw[at:], '\n')+1, "")
	}
	for at < end {
		rest := raw[at:end]
		_, size := utf8.DecodeRuneInString(rest)
		switch {
		case strings.HasPrefix(rest, "\r\n"):
			size = 2
		case rest[0] == '\\' && marks[0] == '"':
			size = escape(rest)
			v, _ := reread(`x = """` + rest[:size] + `"""`)
			add(at+size, v.Str)
			continue
		}
		add(at+size, rest[:size])
	}
	return out
}

// escape returns the length of the escape that a text begins with: with all white space
// that a folded line skips.
func escape(text string) int {
	switch {
	case len(text) < 2:
		return len(text)
	case text[1] == 'u':
		return min(len(text), len(`\u0000`))
	case text[1] == 'U':
		return min(len(text), len(`\U00000000`))
	case strings.ContainsRune(" \t\r\n", rune(text[1])):
		return len(text) - len(strings.TrimLeft(text[1:], " \t\r\n"))
	}
	return 2
}

// patched returns a string as it is written with another text: what both begin and end
// with stays. It may read as another text: see firstOf.
func (d *Document) patched(raw, text string) string {
	marks := marksOf(raw)
	if marks == "" {
		return ""
	}
	units := unitsOf(raw, marks)
	first, last := 0, len(units)
	for ; first < last; first++ {
		u := units[first].text
		if d.ownBreaks && u == "\r\n" && strings.HasPrefix(text, "\n") {
			u = "\n"
		}
		if !strings.HasPrefix(text, u) {
			break
		}
		text = text[len(u):]
	}
	for ; last > first; last-- {
		u := units[last-1].text
		if d.ownBreaks && u == "\r\n" && strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r\n") {
			u = "\n"
		}
		if !strings.HasSuffix(text, u) {
			break
		}
		text = text[:len(text)-len(u)]
	}
	from, to := len(marks), len(marks)
	if first > 0 {
		from, to = units[first-1].to, units[first-1].to
	}
	if first < last {
		to = units[last-1].to
	}
	return raw[:from] + d.between(text, marks) + raw[to:]
}

// between returns a text as it is written between quotation marks.
func (d *Document) between(text, marks string) string {
	switch marks {
	case `"`:
		return strings.TrimSuffix(kb.Quote(text)[1:], `"`)
	case "'":
		return text
	}
	written := d.lines(text, marks, false)
	if strings.HasPrefix(text, "\n") {
		written = strings.Replace(written, d.newline(), "", 1)
	}
	return strings.TrimSuffix(strings.TrimPrefix(written, marks), marks)
}
