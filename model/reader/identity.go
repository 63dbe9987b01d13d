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
	// owners are the entities of a kind by value, in NFC; nil for a value that several
	// have.
	owners map[*kb.Kind]map[string]*kb.Entity
}

// declaredIdentities returns the identities that the manifest declares.
func (f *facts) declaredIdentities() *identities {
	ids := &identities{fields: make(map[*kb.Kind][]string), owners: make(map[*kb.Kind]map[string]*kb.Entity)}
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
	owners := make(map[string]*kb.Entity)
	repeated := 0
	for _, e := range kind.Entities {
		text := identityText(valueAt(f.table(e), field))
		if text == "" {
			continue
		}
		if _, ok := owners[text]; ok {
			repeated++
			e = nil
		}
		owners[text] = e
	}
	if 20*repeated > len(owners)+repeated {
		return false
	}
	ids.fields[kind] = append(ids.fields[kind], field)
	have := ids.owners[kind]
	if have == nil {
		ids.kinds, ids.owners[kind] = append(ids.kinds, kind), owners
		return true
	}
	for text, e := range owners {
		if other, ok := have[text]; ok && other != e {
			e = nil
		}
		have[text] = e
	}
	return true
}

// of returns the entities of a value, other than those of the kinds that it names
// otherwise.
func (ids *identities) of(text string, named []*kb.Entity) []*kb.Entity {
	if ids == nil || len(ids.kinds) == 0 {
		return nil
	}
	var out []*kb.Entity
	text = kb.Composed(text)
	for _, kind := range ids.kinds {
		e := ids.owners[kind][text]
		if e != nil && !slices.ContainsFunc(named, func(n *kb.Entity) bool { return n.Kind == kind }) {
			out = append(out, e)
		}
	}
	return out
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
			if len(v.kinds) == 0 && len(to) < maxMisses && (mayIdentify(v.text) || v.isNumber) {
				text := kb.Composed(v.text)
				to[text] = append(to[text], miss{u, t, v.from})
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
	return specific == 0 || specific == len(t.sample)
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
	type use struct{ values, specific int }
	uses := make(map[*tally]use)
	by := make(map[*tally]*usage)
	for _, e := range kind.Entities {
		text := identityText(valueAt(f.table(e), field.path))
		if text == "" {
			continue
		}
		for _, m := range misses[text] {
			if m.from == e || m.usage == field {
				continue
			}
			if m.usage.closeTo(kind) > unrelated || m.usage.kind == kind && (m.usage.dependency || isKin(m.usage.last)) {
				return true
			}
			n := uses[m.tally]
			n.values++
			if isSpecific(text) {
				n.specific++
			}
			uses[m.tally], by[m.tally] = n, m.usage
		}
	}
	for t, n := range uses {
		isMost := n.values > 1 && isMajority(n.values, len(t.sample))
		if (t.total > field.values.total || isMost && t.total == field.values.total) && by[t].mayIdentify(t) {
			continue // it is the other that this field refers to, or may be
		}
		if !isMost && by[t].last == field.last {
			continue // both may come from elsewhere
		}
		if isMost || n.specific > 0 || t.hits[kind].values > 0 {
			return true
		}
	}
	return false
}
