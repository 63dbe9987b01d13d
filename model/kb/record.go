package kb

import (
	"iter"
	"slices"
)

// Record is everything that an entity says. KB.Record decodes it on demand, so
// that a loop over all entities needs memory for one record at a time. It must
// not be modified.
type Record struct {
	Summary Text
	Body    Text // Markdown
	// Statements are the values and links of the entity, in the order of the
	// file. Name, aliases, summary and body are among them only if they have
	// evidence.
	Statements []Statement
	Facts      []Fact
	// Mentions are the links of the body, one for each reference that names
	// another entity, in the order of the text. Value is the reference.
	Mentions []Statement
	// Links are the statements with a target, then the links that facts make, then
	// the first mention of each entity.
	Links []*Statement

	of *Entity
}

// Runs returns the runs of adjacent statements of one field, each with the index
// of its first statement.
func (r *Record) Runs() iter.Seq2[int, []Statement] {
	return func(yield func(int, []Statement) bool) {
		for from, to := 0, 0; from < len(r.Statements); from = to {
			for to = from + 1; to < len(r.Statements) && r.Statements[to].Field == r.Statements[from].Field; to++ {
			}
			if !yield(from, r.Statements[from:to]) {
				return
			}
		}
	}
}

// Claims returns the claims of the statements, then those of the facts, without
// nil ones.
func (r *Record) Claims() iter.Seq[*Claim] {
	return func(yield func(*Claim) bool) {
		for i := range r.Statements {
			if c := r.Statements[i].Claim; c != nil && !yield(c) {
				return
			}
		}
		for i := range r.Facts {
			if c := r.Facts[i].Claim; c != nil && !yield(c) {
				return
			}
		}
	}
}

// Values returns the statements of a field, by its dotted path.
func (r *Record) Values(path string) []*Statement {
	var out []*Statement
	for i := range r.Statements {
		if r.Statements[i].Field.Path == path {
			out = append(out, &r.Statements[i])
		}
	}
	return out
}

// setLinks fills Links, and the Fact of the links that facts make.
func (r *Record) setLinks() {
	for i := range r.Statements {
		if r.Statements[i].To != nil {
			r.Links = append(r.Links, &r.Statements[i])
		}
	}
	for i := range r.Facts {
		fact := &r.Facts[i]
		for j := range fact.About {
			fact.About[j].Fact = fact
			if fact.About[j].To != nil {
				r.Links = append(r.Links, &fact.About[j])
			}
		}
	}
	for i := range r.Mentions {
		to := r.Mentions[i].To
		if !slices.ContainsFunc(r.Mentions[:i], func(m Statement) bool { return m.To == to }) {
			r.Links = append(r.Links, &r.Mentions[i])
		}
	}
}

// recentRecords is the number of records that are cached: every frame asks for
// the same few.
const recentRecords = 256

// Record returns the record of an entity. For one of another knowledge base it is
// empty.
func (k *KB) Record(e *Entity) *Record {
	if k.load != nil {
		return k.load(e)
	}
	if !k.contains(e) {
		return &Record{of: e}
	}
	slot := &k.recent[e.number%recentRecords]
	if r := slot.Load(); r != nil && r.of == e {
		return r
	}
	r := k.unpack(e)
	slot.Store(r)
	return r
}

// ClearCache releases the cached records, after a loop over all entities.
func (k *KB) ClearCache() {
	for i := range k.recent {
		k.recent[i].Store(nil)
	}
}

func (k *KB) contains(e *Entity) bool {
	return int(e.number) < len(k.Entities) && k.Entities[e.number] == e
}
