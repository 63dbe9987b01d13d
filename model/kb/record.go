package kb

// Record is all that an entity says. It is made of what the knowledge base
// keeps packed whenever it is asked for: whoever goes through all entities
// holds one record at a time. It is not to be written to.
type Record struct {
	Summary Text
	Body    Text
	// Statements are the values and links of the entity, in the order of the
	// file. Name, aliases, summary and body are among them only where they
	// bring evidence.
	Statements []Statement
	Facts      []Fact
	// Links are the statements, and the links that facts make, that lead to an
	// entity.
	Links []*Statement

	of *Entity
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

// recentRecords is how many records are kept for whoever asks for them again,
// as every frame does.
const recentRecords = 256

// Record returns what an entity says; nothing of one that is not of this
// knowledge base.
func (k *KB) Record(e *Entity) *Record {
	if k.look != nil {
		return k.look(e)
	}
	if !k.has(e) {
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

// Forget gives back the records that are kept for whoever asks for them again,
// after a walk through all entities.
func (k *KB) ClearCache() {
	for i := range k.recent {
		k.recent[i].Store(nil)
	}
}

func (k *KB) has(e *Entity) bool {
	return int(e.number) < len(k.Entities) && k.Entities[e.number] == e
}

// settle gathers the links of a record.
func (r *Record) settle() {
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
}
