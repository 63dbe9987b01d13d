package words

import (
	"fmt"
	"strconv"
	"strings"
)

// Plural is a message that counts: One is for what the language takes as
// singular (1 in English, 0 and 1 in French), Many for the rest. Each holds
// one %s where the number stands.
type Plural struct{ One, Many string }

// Number writes a whole number with the language's separator of thousands.
func (w *Words) Number(n int) string {
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
			b.WriteString(w.Thousands)
		}
		b.WriteString(digits[at : at+3])
	}
	return b.String()
}

// Count writes a number of things: "132 entities".
func (w *Words) Count(n int, of Plural) string {
	form := of.Many
	if n == 1 || n == 0 && w.Lang == "fr" {
		form = of.One
	}
	return fmt.Sprintf(form, w.Number(n))
}

// CountOf writes how many of so many: "3 rows of 12 differ". Each form of the
// message holds a second %s, for that number.
func (w *Words) CountOf(n, all int, of Plural) string {
	form := of.Many
	if n == 1 || n == 0 && w.Lang == "fr" {
		form = of.One
	}
	return fmt.Sprintf(form, w.Number(n), w.Number(all))
}

// Quote puts a text between the quotation marks of the language.
func (w *Words) Quote(s string) string { return w.QuoteOpen + s + w.QuoteClose }

// Language names a language by its tag, by the tag itself where there is no
// word for it.
func (w *Words) Language(tag string) string {
	primary, _, _ := strings.Cut(tag, "-")
	switch primary {
	case "fr":
		return w.French
	case "en":
		return w.English
	case "ar":
		return w.Arabic
	case "es":
		return w.Spanish
	case "de":
		return w.German
	case "it":
		return w.Italian
	case "pt":
		return w.Portuguese
	case "zgh", "ber", "tzm":
		return w.Amazigh
	case "zh":
		return w.Chinese
	case "ja":
		return w.Japanese
	case "ru":
		return w.Russian
	case "nl":
		return w.Dutch
	}
	return tag
}
