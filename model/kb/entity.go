package kb

import (
	"iter"
	"slices"
)

// Entity is one thing that a knowledge base describes: its identity and its
// names. KB.Record returns its statements and facts.
//
// The zero Entity has no key and no names. Address needs a Kind.
type Entity struct {
	Kind *Kind
	Key  string // unique within the kind
	Pos  Pos    // of the entity's header, or the start of its file
	Name Text   // empty if the file gives none; Label then returns the key
	// IsNamedByText is set if no field names the entity, and Name is the text that
	// Key is made of.
	IsNamedByText bool

	id     uint32          // in packed records; its number, unless the knowledge base was revised
	rare   *rareAttributes // nil if none is set
	number uint32          // index into KB.Entities
	links  uint32          // number of outgoing links
	packed string          // the packed Record
}

// rareAttributes are those that few entities have, so that the others carry one
// nil pointer.
type rareAttributes struct {
	disambiguator string
	aliases       []string
	fall          Fall
}

// Aliases returns the entity's other names, in the order of the file; nil if it
// has none. Appending to the slice does not change the entity.
func (e *Entity) Aliases() []string {
	if e.rare == nil {
		return nil
	}
	return slices.Clip(e.rare.aliases)
}

// SetAliases sets the entity's other names.
func (e *Entity) SetAliases(aliases []string) {
	if e.rare != nil || len(aliases) > 0 {
		e.ownRare().aliases = aliases
	}
}

// Disambiguator returns the text that was added to the key because another
// entity of the kind had the same one ("0.52.0"); empty for most entities.
func (e *Entity) Disambiguator() string {
	if e.rare == nil {
		return ""
	}
	return e.rare.disambiguator
}

// SetDisambiguator sets the text that Label adds to the name.
func (e *Entity) SetDisambiguator(text string) {
	if e.rare != nil || text != "" {
		e.ownRare().disambiguator = text
	}
}

func (e *Entity) ownRare() *rareAttributes {
	if e.rare == nil {
		e.rare = new(rareAttributes)
	}
	return e.rare
}

// Assign sets the kind of an entity, and its index into KB.Entities, of a Partial
// knowledge base before IndexLater.
func (e *Entity) Assign(kind *Kind, number int) { e.Kind, e.number = kind, uint32(number) }

// Number returns the entity's index into KB.Entities, once the knowledge base
// has been indexed.
func (e *Entity) Number() int { return int(e.number) }

// ID identifies the entity in the knowledge base and in its revisions. It is its
// number, unless the knowledge base was revised.
func (e *Entity) ID() int { return int(e.id) }

// Address returns kind/key.
func (e *Entity) Address() Address { return NewAddress(e.Kind.Name, e.Key) }

// Label returns the text for lists and links: the name in lang, else in the
// first fallback language that has one, else in any, followed by the
// disambiguator; without a name, the key.
func (e *Entity) Label(lang string, fallback ...string) string {
	name, _ := e.Name.In(lang, fallback...)
	if name == "" {
		return e.Key
	}
	if d := e.Disambiguator(); d != "" {
		return name + " " + d
	}
	return name
}

// fewAliases is how many aliases are compared with each other faster than they are
// put into a map.
const fewAliases = 32

// Names yields the key, the names in all languages and the aliases, each
// distinct non-empty text once.
func (e *Entity) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		if e.Key != "" && !yield(e.Key) {
			return
		}
		names, aliases := e.Name.All(), e.Aliases()
		for i, name := range names {
			if name != "" && name != e.Key && !slices.Contains(names[:i], name) && !yield(name) {
				return
			}
		}
		isAgain := func(i int) bool { return slices.Contains(aliases[:i], aliases[i]) }
		if len(aliases) > fewAliases {
			first := make(map[string]int, len(aliases))
			for i, alias := range slices.Backward(aliases) {
				first[alias] = i
			}
			isAgain = func(i int) bool { return first[aliases[i]] < i }
		}
		for i, alias := range aliases {
			if alias != "" && alias != e.Key && !slices.Contains(names, alias) && !isAgain(i) && !yield(alias) {
				return
			}
		}
	}
}

// hasName reports whether name is the entity's key, name or alias, in any
// canonically equivalent form.
func (e *Entity) hasName(name string) bool {
	if e.Key == name || e.Name.Has(name) || slices.Contains(e.Aliases(), name) {
		return true
	}
	for own := range e.Names() {
		if SameText(own, name) {
			return true
		}
	}
	return false
}
