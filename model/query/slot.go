package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
)

// Slot is the completion context at the end of a query: the incomplete last word, and the
// syntax that it can be completed to.
type Slot struct {
	Wants  Wanted
	Before string // the query up to the word
	Begun  string // the incomplete word, without quotation marks
	Name   string // the field name before the colon, without its times
	// Paths are the paths of fields that Name may mean, split at the dots.
	Paths [][]string

	isQuoted bool
}

// Wanted is the syntax expected at the end of a query.
type Wanted uint8

// Values of Slot.Wants.
const (
	WantsNothing Wanted = iota
	WantsName           // a field or a condition, with a colon; or any word
	WantsField          // a field without a colon, after has: and no:
	WantsKind
	WantsValue // a value of a field in Paths
)

// Slot returns the completion context at the end of a query.
func (n *Names) Slot(text string) Slot {
	from, colon, isQuoted := lastWord(text)
	s := Slot{Wants: WantsName, Before: text[:from], Begun: text[from:]}
	if colon < 0 {
		if isQuoted {
			s.Wants = WantsNothing
		}
		return s
	}
	name := unquoted(text[from:colon])
	values := colon + 1
	last, _, isQuoted := lastOf(text[values:], ",")
	begin := values + last
	for begin < len(text) && strings.IndexByte("<>=^", text[begin]) >= 0 {
		begin++
	}
	s.Before, s.Begun, s.isQuoted = text[:begin], unquoted(text[begin:]), isQuoted
	s.Name = n.cutTimes(name).plain
	switch folded := Fold(s.Name); {
	case folded == "kind" && begin == values+last:
		s.Wants = WantsKind
	case (folded == "has" || folded == "no") && !isQuoted:
		s.Wants = WantsField
	default:
		if s.Paths = n.Paths(s.Name); len(s.Paths) == 0 || strings.Contains(s.Begun, "..") {
			s.Wants = WantsNothing
		} else {
			s.Wants = WantsValue
		}
	}
	return s
}

// With returns the query with the incomplete word replaced by a name or a value, quoted if
// needed.
func (s Slot) With(word string) string {
	switch {
	case s.Wants == WantsName:
		return s.Before + word
	case s.isQuoted:
		return s.Before + inQuotes(word)
	}
	return s.Before + Quote(word)
}

// NamesAt returns the names to which the word of a slot can be completed: fields of the
// kinds, and conditions. Each ends in a colon, unless the slot wants a field alone.
func (n *Names) NamesAt(s Slot, kinds []*kb.Kind) []string {
	colon := ":"
	if s.Wants == WantsField {
		colon = ""
	}
	begun := Normalize(s.Begun)
	var out []string
	add := func(name string) {
		if !slices.Contains(out, name+colon) {
			out = append(out, name+colon)
		}
	}
	for _, name := range n.Completions(s.Begun, kinds) {
		add(n.written(name))
	}
	for _, name := range n.beyondRelation(s.Begun, kinds) {
		add(name)
	}
	if s.Wants == WantsName {
		for _, name := range n.conditionsBegun(s.Begun) {
			add(name)
		}
	}
	for _, name := range general {
		if strings.HasPrefix(name, begun) && (colon != "" || name != "kind" && name != "has" && name != "no") {
			add(name)
		}
	}
	return out
}

// general lists the names that every knowledge base has, the most used first.
var general = []string{"kind", "has", "no", "link", "source", "name", "aliases", "key", "summary", "body", "facts", "since", "until", "confidence", "rank", "note", "quote", "locator"}

// beyondRelation completes a path through a relation: it returns the part up to the last dot
// followed by each field, of the target kinds of the relation, that begins with the rest.
func (n *Names) beyondRelation(begun string, kinds []*kb.Kind) []string {
	at := strings.LastIndexByte(begun, '.')
	if at < 0 {
		return nil
	}
	var out []string
	for _, target := range n.Targets(n.Paths(n.cutTimes(begun[:at]).plain), kinds) {
		for _, f := range target.Fields {
			if strings.HasPrefix(Normalize(f.Path), Normalize(begun[at+1:])) {
				out = append(out, begun[:at+1]+f.Path)
			}
		}
	}
	return out
}

// Field is a field together with the kind that has it.
type Field struct {
	Kind *kb.Kind
	*kb.Field
}

// Targets returns the target kinds of the relations at the paths, starting from the kinds;
// all kinds if the targets of a relation are not restricted.
func (n *Names) Targets(paths [][]string, kinds []*kb.Kind) []*kb.Kind {
	var out []*kb.Kind
	for _, f := range n.FieldsAt(paths, kinds) {
		for _, target := range n.targetsOf(f.Field) {
			if !slices.Contains(out, target) {
				out = append(out, target)
			}
		}
	}
	return out
}

func (n *Names) targetsOf(f *kb.Field) []*kb.Kind {
	switch {
	case f.Relation == nil:
		return nil
	case len(f.Targets) == 0:
		return n.kb.Kinds
	}
	return f.Targets
}

// FieldsAt returns the fields at the paths, starting from the kinds and following relations.
func (n *Names) FieldsAt(paths [][]string, kinds []*kb.Kind) []Field {
	var out []Field
	for _, path := range paths {
		n.eachFieldAt(path, kinds, len(path), func(f Field) {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		})
	}
	return out
}

func (n *Names) eachFieldAt(path []string, kinds []*kb.Kind, most int, do func(Field)) {
	if most == 0 {
		return
	}
	for _, kind := range kinds {
		for end := len(path); end > 0; end-- {
			f := kind.FindField(strings.Join(path[:end], "."))
			if f == nil {
				continue
			}
			if end == len(path) {
				do(Field{kind, f})
			} else {
				n.eachFieldAt(path[end:], n.targetsOf(f), most-1, do)
			}
			break
		}
	}
}

// lastWord returns the offsets of the last word of a query, after its dash, and of the first
// colon in it, or -1. isQuoted is set if the word contains a quotation mark, after the colon
// if there is one.
func lastWord(text string) (from, colon int, isQuoted bool) {
	from, colon, isQuoted = lastOf(text, "()")
	if strings.HasPrefix(text[from:], "-") {
		from++
	}
	return from, colon, isQuoted
}

// lastOf splits a text at white space and at separators, except inside quotation marks, and
// returns the offsets of the last part and of the first colon in it, or -1. isQuoted is set
// if the part contains a quotation mark, after the colon if there is one.
func lastOf(text, separators string) (from, colon int, isQuoted bool) {
	colon = -1
	closing := ""
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case closing != "" && r == '\\' && i+1 < len(text):
			size++
		case closing != "" && strings.ContainsRune(closing, r):
			closing = ""
		case closing != "":
		case quotes[r] != "":
			closing, isQuoted = quotes[r], true
		case strings.ContainsRune(separators, r) || unicode.IsSpace(r):
			from, colon, isQuoted = i+size, -1, false
		case r == ':' && colon < 0:
			colon, isQuoted = i, false
		}
		i += size
	}
	return from, colon, isQuoted
}

// unquoted returns a text without its quotation marks, of which the closing one may be
// missing. A text that does not begin with a quotation mark is returned unchanged.
func unquoted(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if quotes[first] == "" {
		return text
	}
	p := parser{text: text}
	inside, _ := p.quoted()
	return inside + text[p.at:]
}
