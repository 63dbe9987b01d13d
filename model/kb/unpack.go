package kb

// unpacker decodes what a packer encoded.
type unpacker struct {
	kb     *KB
	file   *File
	entity *Entity
	in     string
	at     Pos
	claim  *Claim
}

func (k *KB) unpack(e *Entity) *Record {
	r := &Record{of: e}
	if e.packed == "" {
		return r
	}
	u := unpacker{kb: k, file: k.file(e.Pos), entity: e, in: e.packed, at: e.Pos}
	r.Summary, r.Body = u.text(), u.text()
	r.Statements = u.statements()
	if n := u.count(); n > 0 {
		r.Facts = make([]Fact, n)
	}
	for i := range r.Facts {
		fact := &r.Facts[i]
		fact.Text, fact.Pos, fact.Claim = u.text(), u.pos(), u.readClaim()
		fact.About = u.statements()
	}
	if u.in != "" {
		r.Mentions = u.statements()
	}
	r.Links = make([]*Statement, 0, e.links)
	r.setLinks()
	return r
}

func (u *unpacker) byte() byte {
	b := u.in[0]
	u.in = u.in[1:]
	return b
}

func (u *unpacker) uvarint() uint64 {
	var n uint64
	for shift := 0; ; shift += 7 {
		b := u.byte()
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
}

func (u *unpacker) varint() int64 {
	n := u.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

func (u *unpacker) count() int { return int(u.uvarint()) }

func (u *unpacker) pos() Pos {
	u.at = posFrom(u.at.linear() + u.varint())
	return u.at
}

func (u *unpacker) str() string {
	n := u.count()
	if n&1 == 0 {
		s := u.in[:n>>1]
		u.in = u.in[n>>1:]
		return s
	}
	at := int64(u.at.Offset) + u.varint()
	return u.file.slice(int(at), n>>1)
}

func (u *unpacker) text() Text {
	n := u.count()
	if n == 0 {
		return Text{one: u.str()}
	}
	many := make([]Translation, n)
	for i := range many {
		many[i] = Translation{Lang: u.str(), Text: u.str()}
	}
	return Text{many: many}
}

func (u *unpacker) statements() []Statement {
	n := u.count()
	if n == 0 {
		return nil
	}
	all := make([]Statement, n)
	for i := range all {
		s, flags := &all[i], u.byte()
		s.From, s.InList = u.entity, flags&isListed != 0
		s.Field = u.entity.Kind.numbered[u.count()]
		s.Pos = u.pos()
		s.Value = u.value()
		if flags&hasTo != 0 {
			s.To = u.kb.Identified(u.count())
		}
		if flags&hasClaim != 0 {
			u.claim = u.readClaim()
		}
		if flags&(hasClaim|sharesClaim) != 0 {
			s.Claim = u.claim
		}
	}
	return all
}

func (u *unpacker) value() Value {
	v := Value{Type: Type(u.byte())}
	switch v.Type {
	case Null:
	case List, Table:
		v.Pos = u.pos()
		v.Items = u.entries()
	default:
		v.Pos = u.pos()
		v.Str = u.str()
	}
	return v
}

func (u *unpacker) entries() []Entry {
	n := u.count()
	if n == 0 {
		return nil
	}
	entries := make([]Entry, n)
	for i := range entries {
		entries[i].KeyPos = u.pos()
		entries[i].Key = u.str()
		entries[i].Value = u.value()
	}
	return entries
}

func (u *unpacker) readClaim() *Claim {
	c, flags := new(Claim), u.byte()
	if flags&hasEvidence != 0 {
		c.Evidence = make([]Evidence, u.count())
		for i := range c.Evidence {
			c.Evidence[i] = u.evidence()
		}
	}
	optional := func(flag byte) string {
		if flags&flag == 0 {
			return ""
		}
		return u.str()
	}
	c.Since, c.Until, c.Date = optional(hasSince), optional(hasUntil), optional(hasDate)
	c.Confidence, c.Rank = Confidence(optional(hasConfidence)), Rank(optional(hasRank))
	if flags&hasNote != 0 {
		c.Note = u.text()
	}
	if flags&hasQualifiers != 0 {
		c.Qualifiers = u.entries()
	}
	return c
}

func (u *unpacker) evidence() Evidence {
	flags := u.byte()
	ev := Evidence{Pos: u.pos()}
	if flags&hasSource != 0 {
		ev.Source = u.kb.Identified(u.count())
	}
	if flags&hasRef != 0 {
		ev.Ref = u.str()
	}
	if flags&hasLocator != 0 {
		ev.Locator = u.str()
	}
	if flags&hasQuote != 0 {
		ev.QuotePos = u.pos()
		ev.Quote = u.str()
	}
	return ev
}
