package export

import "rihla/model/kb"

// statements writes the values that are qualified or sourced, where there are
// any.
func (e *encoder) statements(k *kb.KB, lang string, r *kb.Record) {
	var open bool
	for i := range r.Statements {
		s := &r.Statements[i]
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
		e.place(k.Position(s.Pos))
		e.close('}')
	}
	if open {
		e.close(']')
	}
}

// links writes the entity's links, those of its facts with the evidence of the
// fact.
func (e *encoder) links(k *kb.KB, lang string, r *kb.Record) {
	e.key("links")
	e.open('[')
	for _, s := range r.Links {
		claim := s.Claim
		if claim == nil && s.Fact != nil {
			claim = s.Fact.Claim
		}
		e.comma()
		e.open('{')
		e.key("relation")
		e.string(s.Field.Path)
		e.key("to")
		e.string(string(s.To.Address()))
		e.claim(k, lang, claim)
		e.place(k.Position(s.Pos))
		e.close('}')
	}
	e.close(']')
}

// facts writes the claims in free text, where there are any.
func (e *encoder) facts(k *kb.KB, lang string, r *kb.Record) {
	if len(r.Facts) == 0 {
		return
	}
	e.key("facts")
	e.open('[')
	for i := range r.Facts {
		f := &r.Facts[i]
		e.comma()
		e.open('{')
		text, _ := k.TextIn(f.Text, lang)
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
		e.place(k.Position(f.Pos))
		e.close('}')
	}
	e.close(']')
}

func (e *encoder) backlinks(s Selection, entity *kb.Entity) {
	e.key("backlinks")
	e.open('[')
	for b := range s.KB.Backlinks(entity) {
		if s.OnlyAt && !s.holds(s.KB.Link(b).Dating()) {
			continue
		}
		e.comma()
		e.open('{')
		e.key("relation")
		e.string(b.Field.Path)
		e.key("from")
		e.string(string(b.From.Address()))
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
	note, _ := k.TextIn(c.Note, lang)
	e.member("note", note)
	for _, q := range c.Qualifiers {
		e.key(q.Key)
		e.value(q.Value, k, lang)
	}
	e.close('}')
	e.key("evidence")
	e.evidence(c.Evidence)
}

// evidence writes each source with its locator and quote.
func (e *encoder) evidence(all []kb.Evidence) {
	e.open('[')
	for i := range all {
		ev := &all[i]
		e.comma()
		e.open('{')
		e.key("source")
		if ev.Source != nil {
			e.string(string(ev.Source.Address()))
		} else {
			e.string(ev.Ref)
		}
		if !ev.Stands() {
			e.member("fallen", ev.Source.Fall().String())
		}
		e.member("locator", ev.Locator)
		e.member("quote", ev.Quote)
		e.close('}')
	}
	e.close(']')
}
