package export

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
)

// encoder builds JSON by hand, so that members keep the order of the files and
// no tree of the whole is made.
type encoder struct{ buf []byte }

// key begins a member of an object.
func (e *encoder) key(name string) {
	e.comma()
	e.string(name)
	e.buf = append(e.buf, ':')
}

// comma separates from what stands before in the same object or list.
func (e *encoder) comma() {
	if n := len(e.buf); n > 0 && e.buf[n-1] != '{' && e.buf[n-1] != '[' && e.buf[n-1] != ':' {
		e.buf = append(e.buf, ',')
	}
}

func (e *encoder) open(c byte)  { e.buf = append(e.buf, c) }
func (e *encoder) close(c byte) { e.buf = append(e.buf, c) }
func (e *encoder) int(n int)    { e.buf = strconv.AppendInt(e.buf, int64(n), 10) }

// member writes a member whose value is a text; an empty one is left out.
func (e *encoder) member(name, value string) {
	if value != "" {
		e.key(name)
		e.string(value)
	}
}

// strings writes a list of texts, [] where there are none.
func (e *encoder) strings(list []string) {
	e.open('[')
	for _, s := range list {
		e.comma()
		e.string(s)
	}
	e.close(']')
}

// string writes a text. What a terminal would obey, or a person would not see,
// is escaped, so that the JSON can be printed anywhere.
func (e *encoder) string(s string) {
	e.buf = append(e.buf, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' <= c && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if c >= utf8.RuneSelf && !isUnsafe(r) && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		e.buf = append(e.buf, s[from:i]...)
		e.rune(r)
		i += size
		from = i
	}
	e.buf = append(e.buf, s[from:]...)
	e.buf = append(e.buf, '"')
}

// rune writes one character of a text in escaped form.
func (e *encoder) rune(r rune) {
	switch r {
	case '"', '\\':
		e.buf = append(e.buf, '\\', byte(r))
	case '\n':
		e.buf = append(e.buf, `\n`...)
	case '\r':
		e.buf = append(e.buf, `\r`...)
	case '\t':
		e.buf = append(e.buf, `\t`...)
	default:
		e.buf = appendEscape(e.buf, r)
	}
}

// value writes a TOML value as the JSON that is nearest to it: numbers as
// numbers, dates as texts, a text in several languages as that of the language
// chosen. What JSON has no number for (inf, nan) is written as text.
func (e *encoder) value(v kb.Value, k *kb.KB, lang string) {
	switch v.Type {
	case kb.Null:
		e.buf = append(e.buf, "null"...)
	case kb.Int, kb.Float:
		e.number(v.Str)
	case kb.Bool:
		e.buf = strconv.AppendBool(e.buf, v.Str == "true")
	case kb.List:
		e.open('[')
		for i := range v.Items {
			e.comma()
			e.value(v.Items[i].Value, k, lang)
		}
		e.close(']')
	case kb.Table:
		if t, ok := k.TextOf(v); ok {
			text, _ := k.TextIn(t, lang)
			e.string(text)
			return
		}
		e.open('{')
		for i := range v.Items {
			e.key(v.Items[i].Key)
			e.value(v.Items[i].Value, k, lang)
		}
		e.close('}')
	default:
		e.string(v.Str)
	}
}

// number writes a TOML number, whose written form may be hexadecimal or hold
// underscores.
func (e *encoder) number(written string) {
	s := strings.ReplaceAll(written, "_", "")
	if n, err := strconv.ParseInt(s, 0, 64); err == nil {
		e.buf = strconv.AppendInt(e.buf, n, 10)
		return
	}
	f, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil || math.IsInf(f, 0) || math.IsNaN(f):
		e.string(written)
	case json.Valid([]byte(s)):
		e.buf = append(e.buf, s...)
	default:
		e.buf = strconv.AppendFloat(e.buf, f, 'g', -1, 64)
	}
}

// Marshal writes a value as JSON that is safe to print: without the escapes
// that only HTML needs, and with those that a terminal needs.
func Marshal(value any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return nil, err
	}
	return escape(bytes.TrimRight(b.Bytes(), "\n")), nil
}

// escape rewrites the unsafe characters of finished JSON, which can only stand
// in its texts.
func escape(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if (r >= utf8.RuneSelf || r == 0x7f) && isUnsafe(r) {
			out = appendEscape(out, r)
		} else {
			out = append(out, data[i:i+size]...)
		}
		i += size
	}
	return out
}

func appendEscape(out []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	if r > 0xffff {
		r -= 0x10000
		out = appendEscape(out, 0xd800+r>>10)
		return appendEscape(out, 0xdc00+r&0x3ff)
	}
	return append(out, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}

// isUnsafe reports whether a character controls a terminal, reverses text or
// cannot be seen.
func isUnsafe(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r <= 0x9f, r == 0xad, r == 0x061c, r == 0x180e,
		r == 0x200b, 0x200e <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e,
		0x2060 <= r && r <= 0x206f, r == 0xfeff, r == 0x115f, r == 0x1160,
		r == 0x3164, r == 0xffa0, 0xfff9 <= r && r <= 0xfffb, 0xe0000 <= r && r <= 0xe0fff:
		return true
	}
	return r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef
}
