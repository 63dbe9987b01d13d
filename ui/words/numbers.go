package words

import (
	"strconv"
	"strings"
)

// What the numbers of a column come to.
var (
	// %s is a number, with its unit.
	SumIs  = Message{"sum %s", "somme %s"}
	MeanIs = Message{"mean %s", "moyenne %s"}

	// %s and %s are numbers of entities: those with a number, and all.
	OfThem = Message{"%s of %s", "%s sur %s"}
)

// Decimal writes a number that is written as in Go, with the separators of the language.
func (l *Language) Decimal(n string) string {
	whole, decimals, _ := strings.Cut(n, ".")
	if i, err := strconv.Atoi(whole); err == nil && i != 0 {
		whole = l.Number(i)
	}
	if decimals != "" {
		return whole + l.DecimalPoint + decimals
	}
	return whole
}

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
