package words

import (
	"strconv"
	"strings"
)

// Number writes a whole number with the language's separator of thousands.
func (l *Language) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if len(digits) <= 3 {
		return sign + digits
	}
	var b strings.Builder
	b.WriteString(sign)
	head := len(digits) % 3
	b.WriteString(digits[:head])
	for at := head; at < len(digits); at += 3 {
		if at > 0 {
			b.WriteString(l.Thousands)
		}
		b.WriteString(digits[at : at+3])
	}
	return b.String()
}
