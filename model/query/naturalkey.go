package query

import "strings"

// NaturalKey returns a key by which folded texts sort in natural order: each
// run of digits is preceded by its length, so that 9 comes before 10.
func NaturalKey(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	out := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		if !isDigit(s[i]) {
			out = append(out, s[i])
			i++
			continue
		}
		for i+1 < len(s) && s[i] == '0' && isDigit(s[i+1]) {
			i++
		}
		from := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		out = append(out, '0', byte(min(i-from, 255)))
		out = append(out, s[from:i]...)
	}
	return string(out)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
