package reader

import (
	"maps"
	"slices"
	"strings"

	"rihla/model/kb"
)

// identities finds entities by the values of fields that refer to them, besides their
// keys and names.
type identities struct {
	kinds  []*kb.Kind
	fields map[*kb.Kind][]string // dotted paths
	// owners are the IDs of the entities of a kind by value, in NFC and as fold gives it;
	// several for a value that several have.
	owners map[*kb.Kind]map[string]int
}

// several is the ID of no entity.
const several = -1

// declaredIdentities returns the identities that the manifest declares.
func (f *facts) declaredIdentities() *identities {
	ids := &identities{fields: make(map[*kb.Kind][]string), owners: make(map[*kb.Kind]map[string]int)}
	for _, kind := range f.kb.Kinds {
		for _, field := range kind.Identities {
			ids.add(f, kind, field)
		}
	}
	return ids
}

// add makes a field an identity of a kind, unless its values are not unique: one in
// twenty may be given again.
func (ids *identities) add(f *facts, kind *kb.Kind, field string) bool {
	owners := make(map[string]int)
	repeated := 0
	for _, e := range kind.Entities {
		text := identityText(valueAt(f.table(e), field))
		if text == "" {
			continue
		}
		id := e.ID()
		if _, ok := owners[text]; ok {
			repeated++
			id = several
		}
		owners[text] = id
	}
	if 20*repeated > len(owners)+repeated {
		return false
	}
	ids.fields[kind] = append(ids.fields[kind], field)
	have := ids.owners[kind]
	if have == nil {
		have = make(map[string]int, len(owners))
		ids.kinds, ids.owners[kind] = append(ids.kinds, kind), have
	}
	claim := func(text string, id int) {
		if other, ok := have[text]; ok && other != id {
			id = several
		}
		have[text] = id
	}
	for text, id := range owners {
		claim(text, id)
	}
	for text, id := range owners {
		folded := fold(text)
		if _, isExact := owners[folded]; !isExact && folded != "" {
			claim(folded, id)
		}
	}
	return true
}

// identified returns the entities that have a text as the value of an identifying field,
// except those of kinds of which the text already names an entity, in named.
func (w *worker) identified(text string, named []*kb.Entity) []*kb.Entity {
	ids := w.identities
	if ids == nil || len(ids.kinds) == 0 {
		return nil
	}
	var out []*kb.Entity
	text = kb.Composed(text)
	for _, kind := range ids.kinds {
		e := ids.owner(w.kb, kind, text)
		if folded := fold(text); e == nil && folded != "" {
			e = ids.owner(w.kb, kind, folded)
		}
		if e != nil && !slices.ContainsFunc(named, func(n *kb.Entity) bool { return n.Kind == kind }) {
			out = append(out, e)
		}
	}
	return out
}

// owner returns the only entity of a kind that has a value, or nil.
func (ids *identities) owner(k *kb.KB, kind *kb.Kind, text string) *kb.Entity {
	id, ok := ids.owners[kind][text]
	if !ok || id == several {
		return nil
	}
	return k.Identified(id)
}

// valueAt returns the value of a dotted path, whose keys may contain dots.
func valueAt(table kb.Value, path string) kb.Value {
	if v := table.Get(path); v.Type != kb.Null {
		return v
	}
	for at := range len(path) {
		if path[at] != '.' {
			continue
		}
		if v := valueAt(table.Get(path[:at]), path[at+1:]); v.Type != kb.Null {
			return v
		}
	}
	return kb.Value{}
}

// identityText returns the text of a scalar that may identify an entity, in NFC.
func identityText(v kb.Value) string {
	if v.Type == kb.Int || v.Type == kb.String && mayIdentify(v.Str) {
		return kb.Composed(v.Str)
	}
	return ""
}

// mayIdentify reports whether a text may be an identity: a few words that are more
// than a number, a version or a date.
func mayIdentify(text string) bool {
	const maxLength, maxSpaces = 100, 4
	if text == "" || len(text) > maxLength || strings.ContainsAny(text, "\n\t") || strings.Count(text, " ") > maxSpaces {
		return false
	}
	digits, dots, hyphens := 0, 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			dots++
		case c == '-' || c == '/' || c == ':':
			hyphens++
		}
	}
	const dateHyphens = 2
	return digits+dots+hyphens < len(text) || dots == 0 && hyphens > dateHyphens
}

// miss is a value that names no entity.
type miss struct {
	usage *usage
	tally *tally
	text  string
	from  *kb.Entity
}

// maxMisses is the number of values that name nothing that identities are looked for
// in.
const maxMisses = 100_000

// infer adds the fields whose values are unique in their kind and used elsewhere as
// references that name nothing else. It reports whether there are any.
func (ids *identities) infer(f *facts, o *observer) bool {
	var candidates []*usage
	for _, kind := range f.kb.Kinds {
		if root := o.roots[kind]; root != nil && len(kind.Identities) == 0 {
			candidates = root.identityFields(candidates)
		}
	}
	if len(candidates) == 0 {
		return false
	}
	misses := make(map[string][]miss)
	for _, kind := range f.kb.Kinds {
		if root := o.roots[kind]; root != nil {
			root.addMisses(misses)
		}
	}
	added := false
	for _, c := range candidates {
		if c.mayBeUsed(misses) && isUsed(f, c, misses) {
			added = ids.add(f, c.kind, c.path) || added
		}
	}
	return added
}

func (u *usage) addMisses(to map[string][]miss) {
	if isReservedName(u.fieldPath) {
		return
	}
	for _, t := range []*tally{&u.values, &u.keys} {
		for _, v := range t.sample {
			if len(v.kinds) == 0 && len(to) < maxMisses && (mayIdentify(v.text) || v.isNumber && len(u.ids) == 0) {
				m := miss{u, t, v.text, v.from}
				text := kb.Composed(v.text)
				to[text] = append(to[text], m)
				if folded := fold(text); folded != "" && folded != text {
					to[folded] = append(to[folded], m)
				}
			}
		}
	}
	for _, below := range u.fewFields() {
		below.addMisses(to)
	}
}

// fewFields returns the fields of a table in the order of their names. A table of
// very many has none: its keys are data.
func (u *usage) fewFields() []*usage {
	const maxFields = 1000
	if len(u.sub) > maxFields {
		return nil
	}
	fields := make([]*usage, 0, len(u.sub))
	for _, key := range slices.Sorted(maps.Keys(u.sub)) {
		fields = append(fields, u.sub[key])
	}
	return fields
}

// maxIdentityDepth is the number of keys of the longest path of an identity.
const maxIdentityDepth = 2

// identityFields appends the fields of a table, and of those in it, that have one
// value in each entity, another in each.
func (u *usage) identityFields(to []*usage) []*usage {
	for _, field := range u.fewFields() {
		t := &field.values
		if field.numbers != nil {
			t = field.numbers
		}
		if field.mayIdentify(t) {
			to = append(to, field)
		}
		if strings.Count(field.path, ".") < maxIdentityDepth-1 && !field.values.isList {
			to = field.identityFields(to)
		}
	}
	return to
}

// mayIdentify reports whether the values of a field, which t has counted, may be an
// identity: one for each entity, each different, and no names of others.
func (u *usage) mayIdentify(t *tally) bool {
	if t.total < 2 || t.total != t.entities || u.values.isList || isNameField(u.last) || 2*t.named >= t.total {
		return false
	}
	if u.mayBeNumber() && u.closeTo(u.kind) == unrelated {
		return false
	}
	specific := 0
	for _, v := range t.sample {
		if v.count > 1 || !v.isNumber && !mayIdentify(v.text) {
			return false
		}
		if isSpecific(v.text) {
			specific++
		}
	}
	return specific == 0 || 10*specific >= 9*len(t.sample)
}

// isNameField reports whether a field names its entity already.
func isNameField(key string) bool {
	return key == nameField || key == titleField || key == summaryField || key == bodyField
}

// mayBeUsed reports whether it is worth while to look for the values of a field among
// the misses: of many entities, only if a sample has any of them.
func (u *usage) mayBeUsed(misses map[string][]miss) bool {
	if len(u.kind.Entities) <= maxSpelt {
		return true
	}
	specific := slices.ContainsFunc(u.values.sample, func(v sampled) bool { return isSpecific(v.text) })
	for text := range misses {
		if specific && isSpecific(text) {
			return true
		}
	}
	return slices.ContainsFunc(u.values.sample, func(v sampled) bool { return misses[kb.Composed(v.text)] != nil })
}

// isUsed reports whether other fields have values of a field, as references would.
func isUsed(f *facts, field *usage, misses map[string][]miss) bool {
	kind := field.kind
	uses := make(map[*tally]*use)
	for _, e := range kind.Entities {
		text := identityText(valueAt(f.table(e), field.path))
		if text == "" {
			continue
		}
		found := misses[text]
		if folded := fold(text); folded != text {
			found = slices.Concat(found, misses[folded])
		}
		for _, m := range found {
			if m.from == e || m.usage == field {
				continue
			}
			if m.usage.closeTo(kind) > unrelated || m.usage.kind == kind && (m.usage.dependency || isKin(m.usage.last)) {
				return true
			}
			if uses[m.tally] == nil {
				uses[m.tally] = &use{usage: m.usage, texts: make(map[string]bool)}
			}
			uses[m.tally].texts[m.text] = true
		}
	}
	for t, use := range uses {
		if use.asReferences(t, field) {
			return true
		}
	}
	return false
}

// use is how other fields use the values of a field.
type use struct {
	usage *usage
	texts map[string]bool // the different values
}

// asReferences reports whether the values that t has counted refer to those of a
// field. If both are unique, the other may as well refer to this one.
func (u *use) asReferences(t *tally, field *usage) bool {
	isMost := len(u.texts) > 1 && isMajority(len(u.texts), len(t.sample))
	total := field.values.total
	switch {
	case (t.total > total || isMost && t.total == total) && u.usage.mayIdentify(t):
		return false
	case isMost || t.hits[field.kind].values > 0:
		return true
	case u.usage.last == field.last:
		return false // both may come from elsewhere
	}
	for text := range u.texts {
		if isSpecific(text) {
			return true
		}
	}
	return false
}
