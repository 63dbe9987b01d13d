// Package words is the message catalogue: every word of the program itself, its
// languages side by side, in files named after what shows it. It does not hold
// texts of a knowledge base.
package words

import (
	"fmt"
	"strings"
)

// Message is what the program says in one place, in the order of Languages. It
// may hold verbs of package fmt: the comment above its group says what they
// stand for.
type Message [columns]string

// None is no message, where one is optional.
var None Message

// Plural is a message that counts, in the order of Languages. Each language has
// the forms that its rule chooses from; each form holds %s where the number
// stands.
type Plural [columns][]string

// Say returns a message, with its verbs replaced by args.
func (l *Language) Say(m Message, args ...any) string {
	if len(args) == 0 {
		return m[l.column]
	}
	return fmt.Sprintf(m[l.column], args...)
}

// Count returns a number of things: "132 entities".
func (l *Language) Count(n int, of Plural) string {
	return fmt.Sprintf(of[l.column][l.form(n)], l.Number(n))
}

// Form returns the index of the plural form for a number.
func (l *Language) Form(n int) int { return l.form(n) }

// Agree returns what is said of one thing, or of several, as the number asks.
func (l *Language) Agree(n int, one, several Message) string {
	if l.form(n) == 0 {
		return l.Say(one)
	}
	return l.Say(several)
}

// CountOf returns a number of things out of all: "3 rows of 12 differ". Each form
// of the message holds a second %s, for all.
func (l *Language) CountOf(n, all int, of Plural) string {
	return fmt.Sprintf(of[l.column][l.form(n)], l.Number(n), l.Number(all))
}

// mostInList bounds how many names OrList writes.
const mostInList = 5

// OrList lists a few names: "a, b or c".
func (l *Language) OrList(names []string) string {
	var b strings.Builder
	for i, name := range names[:min(mostInList, len(names))] {
		switch {
		case i > 0 && i == len(names)-1:
			b.WriteString(" " + l.Say(Or) + " ")
		case i > 0:
			b.WriteString(l.ListComma)
		}
		b.WriteString(name)
	}
	if len(names) > mostInList {
		b.WriteString(l.ListComma + "…")
	}
	return b.String()
}
