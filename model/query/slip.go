package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Slip is how a name may have been typed for another one.
type Slip uint8

// The slips, each of one edit but for es.
const (
	NoSlip  Slip = iota
	Plural       // an s, x or es at the end, more or less: another word as often as not
	Swapped      // two adjacent letters, which hardly ever makes another word
	Typed        // one letter more, less or another
)

// SlipOf returns how a name may have been typed for another one. Names that differ
// in their digits, as those of a series do, are no slips.
func SlipOf(written, meant string) Slip {
	longer, shorter := written, meant
	if len(longer) < len(shorter) {
		longer, shorter = shorter, longer
	}
	switch {
	case digits(written) != digits(meant):
		return NoSlip
	case longer == shorter+"s" || longer == shorter+"x" || longer == shorter+"es":
		return Plural
	case Distance(written, meant, 1) != 1:
		return NoSlip
	case len(longer) == len(shorter) && sortedEqual(longer, shorter):
		return Swapped
	}
	return Typed
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// sortedEqual reports whether two texts of one edit have the same letters.
func sortedEqual(a, b string) bool {
	count := make(map[rune]int)
	for _, r := range a {
		count[r]++
	}
	for _, r := range b {
		count[r]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// Slips finds names that are one slip away from others.
type Slips struct{ by map[string][]string }

// Add adds a name that others may be slips of.
func (s *Slips) Add(name string) {
	if s.by == nil {
		s.by = make(map[string][]string)
	}
	for _, key := range shorter(name) {
		s.by[key] = append(s.by[key], name)
	}
}

// Of calls yield for each name that was added and that another may be a slip of.
func (s *Slips) Of(written string, yield func(meant string, slip Slip)) {
	seen := make(map[string]bool)
	for _, key := range shorter(written) {
		for _, name := range s.by[key] {
			if !seen[name] {
				seen[name] = true
				if slip := SlipOf(written, name); slip != NoSlip {
					yield(name, slip)
				}
			}
		}
	}
}

// shorter returns a name, and what is left of it without each of its letters: two
// names of one edit share one of these, since two letters that are swapped leave
// the same without one of them.
func shorter(name string) []string {
	out := []string{name, strings.TrimSuffix(name, "es")}
	for at := 0; at < len(name); {
		_, size := utf8.DecodeRuneInString(name[at:])
		out = append(out, name[:at]+name[at+size:])
		at += size
	}
	return out
}
