package export

import (
	"io"

	"rihla/model/kb"
)

// JSON writes the entities of a knowledge base as one JSON object, in the
// shape that the command line promises, texts in the language given. Each
// entity stands on a line of its own.
func JSON(w io.Writer, k *kb.KB, lang string, entities []*kb.Entity) error {
	enc := &encoder{}
	enc.open('{')
	enc.key("format")
	enc.int(1)
	enc.key("title")
	title, _ := k.Say(k.Title, lang)
	enc.string(title)
	summary, _ := k.Say(k.Summary, lang)
	enc.member("summary", summary)
	enc.key("languages")
	enc.strings(k.Languages)
	enc.kinds(k, lang, entities)
	enc.loose(k, lang)
	enc.key("entities")
	enc.open('[')
	for i, e := range entities {
		if i > 0 {
			enc.buf = append(enc.buf, ',')
		}
		enc.buf = append(enc.buf, '\n')
		if _, err := w.Write(enc.buf); err != nil {
			return err
		}
		enc.buf = enc.buf[:0]
		enc.entity(k, lang, e)
	}
	enc.buf = append(enc.buf, "\n]}\n"...)
	_, err := w.Write(enc.buf)
	return err
}

// JSONL writes one entity a line, each in the shape that it has in JSON.
func JSONL(w io.Writer, k *kb.KB, lang string, entities []*kb.Entity) error {
	enc := &encoder{}
	for _, e := range entities {
		enc.buf = enc.buf[:0]
		enc.entity(k, lang, e)
		enc.buf = append(enc.buf, '\n')
		if _, err := w.Write(enc.buf); err != nil {
			return err
		}
	}
	return nil
}

// kinds writes the kinds with how many of the entities are of each.
func (e *encoder) kinds(k *kb.KB, lang string, entities []*kb.Entity) {
	counts := make(map[*kb.Kind]int, len(k.Kinds))
	for _, entity := range entities {
		counts[entity.Kind]++
	}
	e.key("kinds")
	e.open('[')
	for _, kind := range k.Kinds {
		e.comma()
		e.open('{')
		e.key("kind")
		e.string(kind.Name)
		e.key("label")
		label, _ := k.Say(kind.Label, lang)
		if label == "" {
			label = kind.Name
		}
		e.string(label)
		e.key("count")
		e.int(counts[kind])
		e.close('}')
	}
	e.close(']')
}

// loose writes the fields that belong to no entity, where there are any.
func (e *encoder) loose(k *kb.KB, lang string) {
	if len(k.Loose) == 0 {
		return
	}
	e.key("loose")
	e.fields(k, lang, fieldsOf(k.Loose))
}

// entity writes one entity.
func (e *encoder) entity(k *kb.KB, lang string, entity *kb.Entity) {
	e.open('{')
	e.key("address")
	e.string(string(entity.Address()))
	e.key("kind")
	e.string(entity.Kind.Name)
	e.key("key")
	e.string(entity.Key)
	e.key("name")
	name, _ := k.Say(entity.Name, lang)
	if name == "" {
		name = entity.Key
	}
	e.string(name)
	e.key("aliases")
	e.strings(entity.Aliases)
	e.key("summary")
	summary, _ := k.Say(entity.Summary, lang)
	e.string(summary)
	place := k.Place(entity.Pos)
	e.key("file")
	e.string(place.File)
	e.place(place)

	fields := fieldsOf(entity.Statements)
	body, _ := k.Say(entity.Body, lang)
	if body != "" {
		value := kb.Value{Type: kb.String, Str: body}
		fields = append(fields, field{path: "body", values: []kb.Value{value}})
	}
	e.key("fields")
	e.fields(k, lang, fields)
	e.texts(k, entity)
	e.statements(k, lang, entity)
	e.links(k, lang, entity)
	e.facts(k, lang, entity)
	e.backlinks(entity)
	e.close('}')
}

func (e *encoder) place(p kb.Place) {
	e.key("line")
	e.int(p.Line)
	e.key("column")
	e.int(p.Column)
}

// field is what an entity says by values, not links, in one field.
type field struct {
	path   string
	listed bool
	values []kb.Value
}

// fieldsOf gathers the values of statements by their fields, in the order in
// which the fields are met. Those that every entity has are left out: they
// are members of the entity itself.
func fieldsOf(statements []kb.Statement) []field {
	var out []field
	place := make(map[string]int)
	for i := range statements {
		s := &statements[i]
		if s.To != nil || isMember(s.Field.Path) {
			continue
		}
		at, ok := place[s.Field.Path]
		if !ok {
			at = len(out)
			place[s.Field.Path] = at
			out = append(out, field{path: s.Field.Path})
		}
		out[at].values = append(out[at].values, s.Value)
		out[at].listed = out[at].listed || s.Listed
	}
	return out
}

// isMember tells whether a field is a member of the exported entity itself.
func isMember(path string) bool {
	switch path {
	case "name", "aliases", "summary", "body":
		return true
	}
	return false
}

func (e *encoder) fields(k *kb.KB, lang string, fields []field) {
	e.open('{')
	for _, f := range fields {
		e.key(f.path)
		if !f.listed && len(f.values) == 1 {
			e.value(f.values[0], k, lang)
			continue
		}
		e.open('[')
		for _, v := range f.values {
			e.comma()
			e.value(v, k, lang)
		}
		e.close(']')
	}
	e.close('}')
}

// texts writes the texts that are given in several languages, by the path of
// their field, where there are any.
func (e *encoder) texts(k *kb.KB, entity *kb.Entity) {
	var open bool
	add := func(path string, t kb.Text) {
		if len(t.Translations()) == 0 {
			return
		}
		if !open {
			e.key("texts")
			e.open('{')
			open = true
		}
		e.key(path)
		e.open('{')
		for _, tr := range t.Translations() {
			e.key(tr.Lang)
			e.string(tr.Text)
		}
		e.close('}')
	}
	add("name", entity.Name)
	add("summary", entity.Summary)
	add("body", entity.Body)
	seen := make(map[string]bool)
	for i := range entity.Statements {
		s := &entity.Statements[i]
		if t, ok := k.Text(s.Value); ok && s.To == nil && !isMember(s.Field.Path) && !seen[s.Field.Path] {
			seen[s.Field.Path] = len(t.Translations()) > 0
			add(s.Field.Path, t)
		}
	}
	if open {
		e.close('}')
	}
}

// statements writes the values that are qualified or sourced, where there are
// any.
func (e *encoder) statements(k *kb.KB, lang string, entity *kb.Entity) {
	var open bool
	for i := range entity.Statements {
		s := &entity.Statements[i]
		if s.To != nil || s.Claim == nil {
			continue
		}
		if !open {
			e.key("statements")
			e.open('[')
			open = true
		}
		e.comma()
		e.open('{')
		e.key("field")
		e.string(s.Field.Path)
		e.key("value")
		e.value(s.Value, k, lang)
		e.claim(k, lang, s.Claim)
		e.place(k.Place(s.Pos))
		e.close('}')
	}
	if open {
		e.close(']')
	}
}

// links writes the entity's links, those of its facts with the evidence of the
// fact.
func (e *encoder) links(k *kb.KB, lang string, entity *kb.Entity) {
	claims := make(map[*kb.Statement]*kb.Claim)
	for i := range entity.Facts {
		for _, s := range entity.Facts[i].About {
			claims[s] = entity.Facts[i].Claim
		}
	}
	e.key("links")
	e.open('[')
	for _, s := range entity.Links {
		claim := s.Claim
		if claim == nil {
			claim = claims[s]
		}
		e.comma()
		e.open('{')
		e.key("relation")
		e.string(s.Field.Path)
		e.key("to")
		e.string(string(s.To.Address()))
		e.claim(k, lang, claim)
		e.place(k.Place(s.Pos))
		e.close('}')
	}
	e.close(']')
}

// facts writes the claims in free text, where there are any.
func (e *encoder) facts(k *kb.KB, lang string, entity *kb.Entity) {
	if len(entity.Facts) == 0 {
		return
	}
	e.key("facts")
	e.open('[')
	for i := range entity.Facts {
		f := &entity.Facts[i]
		e.comma()
		e.open('{')
		text, _ := k.Say(f.Text, lang)
		e.key("text")
		e.string(text)
		e.key("about")
		e.open('[')
		for _, s := range f.About {
			if s.To != nil {
				e.comma()
				e.string(string(s.To.Address()))
			}
		}
		e.close(']')
		e.claim(k, lang, f.Claim)
		e.place(k.Place(f.Pos))
		e.close('}')
	}
	e.close(']')
}

func (e *encoder) backlinks(entity *kb.Entity) {
	e.key("backlinks")
	e.open('[')
	for _, s := range entity.Backlinks {
		e.comma()
		e.open('{')
		e.key("relation")
		e.string(s.Field.Path)
		e.key("from")
		e.string(string(s.From.Address()))
		e.close('}')
	}
	e.close(']')
}

// claim writes the qualifiers and the evidence of a statement, both of them
// present where there is nothing to say.
func (e *encoder) claim(k *kb.KB, lang string, c *kb.Claim) {
	if c == nil {
		c = &kb.Claim{}
	}
	e.key("qualifiers")
	e.open('{')
	e.member("since", c.Since)
	e.member("until", c.Until)
	e.member("date", c.Date)
	e.member("confidence", string(c.Confidence))
	e.member("rank", string(c.Rank))
	note, _ := k.Say(c.Note, lang)
	e.member("note", note)
	for _, q := range c.Qualifiers {
		e.key(q.Key)
		e.value(q.Value, k, lang)
	}
	e.close('}')
	e.key("evidence")
	e.open('[')
	for i := range c.Evidence {
		ev := &c.Evidence[i]
		e.comma()
		e.open('{')
		e.key("source")
		if ev.Source != nil {
			e.string(string(ev.Source.Address()))
		} else {
			e.string(ev.Ref)
		}
		e.member("locator", ev.Locator)
		e.member("quote", ev.Quote)
		e.close('}')
	}
	e.close(']')
}
