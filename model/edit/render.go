package edit

import (
	"fmt"
	"strings"
	"unicode"

	"rihla/model/kb"
	"rihla/model/reader/decode"
)

// canonical returns a value as the decoder gives it; false if TOML cannot write it.
func canonical(v kb.Value) (kb.Value, bool) {
	return reread("x = " + inline(v, false))
}

// reread decodes a line of the key x.
func reread(line string) (kb.Value, bool) {
	root, problems := decode.File([]byte(line), 0, nil)
	if len(problems) > 0 || len(root.Items) != 1 {
		return kb.Value{}, false
	}
	return root.Items[0].Value, true
}

// inline returns a value on one line, its strings literal ones if wanted and possible.
func inline(v kb.Value, literal bool) string {
	parts := make([]string, len(v.Items))
	for i := range v.Items {
		parts[i] = inline(v.Items[i].Value, literal)
		if v.Type == kb.Table {
			parts[i] = quoteKey(v.Items[i].Key, literal) + " = " + parts[i]
		}
	}
	switch v.Type {
	case kb.String:
		if literal && fitsLiteral(v.Str) {
			return "'" + v.Str + "'"
		}
		return kb.Quote(v.Str)
	case kb.List:
		return "[" + strings.Join(parts, ", ") + "]"
	case kb.Table:
		if len(parts) == 0 {
			return "{}"
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	return v.Str
}

// onLine returns a value for the right side of a line of its own.
func (d *Document) onLine(v kb.Value, literal bool) string {
	if v.Type == kb.String && strings.Contains(v.Str, "\n") {
		return d.firstOf(v, d.lines(v.Str, `"""`, true), kb.Quote(v.Str))
	}
	return inline(v, literal)
}

// firstOf returns the first notation that reads as a value, else the plain one.
func (d *Document) firstOf(v kb.Value, notations ...string) string {
	want, _ := canonical(v)
	for _, text := range notations {
		if got, ok := reread("x = " + text); ok && d.isSame(got, want) {
			return text
		}
	}
	return inline(v, false)
}

// inPlaceOf returns a value in the notation of the value that it replaces.
func (d *Document) inPlaceOf(old *value, v kb.Value) string {
	raw := string(d.text[old.from:old.to])
	switch {
	case v.Type == kb.String && strings.HasPrefix(raw, `"""`):
		return d.firstOf(v, d.patched(raw, v.Str), d.lines(v.Str, `"""`, startsBelow(raw)))
	case v.Type == kb.String && strings.HasPrefix(raw, "'''"):
		return d.firstOf(v, d.patched(raw, v.Str), d.lines(v.Str, "'''", startsBelow(raw)), d.lines(v.Str, `"""`, startsBelow(raw)))
	case v.Type == kb.String:
		return d.firstOf(v, d.patched(raw, v.Str), inline(v, strings.HasPrefix(raw, "'")))
	case v.Type == kb.List && old.inner != nil && len(v.Items) > 0 && raw[0] == '[':
		return d.listInPlaceOf(old, v)
	case v.Type == kb.Table && old.inner != nil && raw[0] == '{':
		return inline(v, d.isLiteral(old.inner.items))
	case v.Type == kb.Int:
		return d.firstOf(v, likeInt(raw, v.Str))
	case v.Type == kb.Date && len(raw) > len("1979-05-27 ") && raw[10] == ' ':
		return d.firstOf(v, strings.Replace(v.Str, "T", " ", 1))
	}
	return inline(v, v.Type == kb.Table && strings.HasPrefix(raw, "'"))
}

func startsBelow(raw string) bool { return strings.HasPrefix(strings.TrimPrefix(raw[3:], "\r"), "\n") }

// listInPlaceOf returns a list with each element on its line if the list that it
// replaces has them so.
func (d *Document) listInPlaceOf(old *value, v kb.Value) string {
	items, literal := old.inner.items, d.isLiteral(old.inner.items)
	if len(items) == 0 || !d.beginsLine(items[0].from()) {
		return inline(v, literal)
	}
	var b strings.Builder
	b.WriteString("[")
	indent := d.indent(items[0].from())
	for i := range v.Items {
		b.WriteString(d.newline() + indent + inline(v.Items[i].Value, literal))
		if i < len(v.Items)-1 || items[len(items)-1].comma >= 0 {
			b.WriteString(",")
		}
	}
	if d.beginsLine(old.to - 1) {
		b.WriteString(d.newline() + d.indent(old.to-1))
	}
	return b.String() + "]"
}

// isLiteral reports whether the strings among some items are literal ones, all of them.
func (d *Document) isLiteral(items []item) bool {
	found := false
	for i := range items {
		v := &items[i].value
		switch {
		case v.inner != nil:
			if len(v.inner.items) > 0 && d.isLiteral(v.inner.items) {
				found = true
			}
		case d.text[v.from] == '\'':
			found = true
		case d.text[v.from] == '"':
			return false
		}
	}
	return found
}

// likeInt returns a decimal integer with the base and the underscores of another.
func likeInt(old, decimal string) string {
	digits, sign := strings.TrimLeft(decimal, "+-"), ""
	if len(digits) < len(decimal) {
		sign = decimal[:1]
	} else if old[0] == '+' {
		sign = "+"
	}
	bases := map[string]string{"0x": "%x", "0o": "%o", "0b": "%b"}
	if format := bases[old[:min(2, len(old))]]; format != "" && sign == "" {
		var n uint64
		if _, err := fmt.Sscan(digits, &n); err != nil {
			return decimal
		}
		if strings.ContainsAny(old[2:], "ABCDEF") {
			format = strings.ToUpper(format)
		}
		return old[:2] + fmt.Sprintf(format, n)
	}
	if strings.Contains(old, "_") {
		for at := len(digits) - 3; at > 0; at -= 3 {
			digits = digits[:at] + "_" + digits[at:]
		}
	}
	return sign + digits
}

// plainOnLines undoes the escapes that a text between triple quotation marks does not need.
var plainOnLines = strings.NewReplacer(`\\`, `\\`, `\"`, `"`, `\t`, "\t")

// lines returns a text between triple quotation marks. It may read as another text: see
// firstOf.
func (d *Document) lines(text, marks string, below bool) string {
	if d.ownBreaks {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	if marks == `"""` {
		parts := strings.Split(text, "\n")
		for i, part := range parts {
			part = kb.Quote(part)
			part = plainOnLines.Replace(part[1 : len(part)-1])
			part = strings.ReplaceAll(part, `"""`, `""\"`)
			if strings.HasSuffix(part, `"`) {
				part = part[:len(part)-1] + `\"`
			}
			parts[i] = part
		}
		text = strings.Join(parts, "\n")
	} else if strings.Contains(text, "\r") {
		return ""
	}
	if below || strings.HasPrefix(text, "\n") {
		text = "\n" + text
	}
	return marks + strings.ReplaceAll(text, "\n", d.newline()) + marks
}

// fitsLiteral reports whether a literal string can hold a text.
func fitsLiteral(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r == '\'' || r != '\t' && !unicode.IsPrint(r) })
}

// quoteKey returns a key, with quotation marks where TOML needs them.
func quoteKey(key string, literal bool) string {
	if kb.QuoteKey(key) == key {
		return key
	}
	return inline(kb.Value{Type: kb.String, Str: key}, literal)
}
