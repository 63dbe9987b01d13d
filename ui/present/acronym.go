package present

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/ui/safe"
)

// The bounds of an acronym, in characters, and the capitals it has at least.
const (
	shortestAcronym = 2
	longestAcronym  = 8
)

// acronym returns the first alias of an entity where it is an acronym that the name
// does not have: capitals and digits, beside a name of several words.
func (v Voice) acronym(e *kb.Entity, name string) string {
	aliases := e.Aliases()
	if len(aliases) == 0 || !strings.Contains(name, " ") || strings.Contains(name, aliases[0]) {
		return ""
	}
	capitals := 0
	for _, r := range aliases[0] {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !unicode.IsDigit(r):
			return ""
		}
	}
	if n := utf8.RuneCountInString(aliases[0]); capitals < shortestAcronym || n > longestAcronym {
		return ""
	}
	return aliases[0]
}

// ListName returns the name of an entity for a list, with its acronym if it has one:
// "Digital Development Agency (ADD)".
func (v Voice) ListName(e *kb.Entity) string {
	name := v.Name(e)
	if acronym := v.acronym(e, name); acronym != "" {
		return name + " (" + acronym + ")"
	}
	return name
}

// CutListName is ListName cut to a width, in cells. It keeps the acronym if there is room
// for it. A name without one is cut in the middle if it shares its beginning with a name of
// beside.
func (v Voice) CutListName(e *kb.Entity, width int, beside []string) string {
	const least = 8 // cells of a name that still says something
	name := v.Name(e)
	acronym := v.acronym(e, name)
	room := width - safe.Width(acronym) - len(" ()")
	if acronym == "" || room < least {
		text, _ := safe.CutApart(name, width, beside)
		return text
	}
	return safe.Cut(name, room) + " (" + acronym + ")"
}
