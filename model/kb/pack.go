package kb

import "encoding/binary"

// A packed record is a string of bytes: numbers as varints, positions as
// differences from the previous one, fields and entities as their numbers, and
// texts that occur in the file as their offsets there. It takes a tenth of the
// memory of the record, and a microsecond to unpack.

// packer packs records and values of one file.
type packer struct {
	file   *File  // nil if there is none
	number uint32 // index into KB.Files
	out    []byte
	at     Pos    // the position that was packed last
	claim  *Claim // of the previous statement
}

// begin starts a new string at a position.
func (p *packer) begin(at Pos) { p.out, p.at, p.claim = p.out[:0], at, nil }

// PackTables replaces the entries that are tables by Packed values, which take a
// tenth of the memory until Unpack. number is the index of f in KB.Files. The keys
// and positions of the entries themselves stay readable.
func (f *File) PackTables(number uint32, entries []Entry) {
	p := packer{file: f, number: number}
	for i := range entries {
		v := &entries[i].Value
		if v.Type != Table {
			continue
		}
		p.begin(v.Pos)
		p.entries(v.Items)
		*v = Value{Type: Packed, Pos: v.Pos, Str: string(p.out)}
	}
}

// Unpack returns the table that a Packed value contains; any other value as it is.
func (f *File) Unpack(v Value) Value {
	if v.Type != Packed {
		return v
	}
	u := unpacker{file: f, in: v.Str, at: v.Pos}
	return Value{Type: Table, Pos: v.Pos, Items: u.entries()}
}

// The flags of a statement.
const (
	hasTo = 1 << iota
	isListed
	hasClaim
	sharesClaim // with the statement before
)

// The flags of a claim.
const (
	hasEvidence = 1 << iota
	hasSince
	hasUntil
	hasDate
	hasConfidence
	hasRank
	hasNote
	hasQualifiers
)

// The flags of an evidence.
const (
	hasSource = 1 << iota
	hasRef
	hasLocator
	hasQuote
)

func (p *packer) pack(e *Entity, r *Record) string {
	p.begin(e.Pos)
	p.text(r.Summary)
	p.text(r.Body)
	p.statements(r.Statements)
	p.count(len(r.Facts))
	for i := range r.Facts {
		fact := &r.Facts[i]
		p.text(fact.Text)
		p.pos(fact.Pos)
		p.packClaim(fact.Claim)
		p.statements(fact.About)
	}
	if len(r.Mentions) > 0 { // else nothing, as of most entities
		p.statements(r.Mentions)
	}
	return string(p.out)
}

func (p *packer) count(n int) { p.out = binary.AppendUvarint(p.out, uint64(n)) }

func (p *packer) pos(pos Pos) {
	p.out = binary.AppendVarint(p.out, pos.linear()-p.at.linear())
	p.at = pos
}

// linear maps positions to integers in the order of files and offsets.
func (p Pos) linear() int64 { return int64(p.File)<<32 | int64(p.Offset) }

func posFrom(linear int64) Pos {
	return Pos{File: uint32(linear >> 32), Offset: uint32(linear)}
}

// str packs a text: twice its length and 1, and its offset in the file relative to
// the last position; or twice its length, and the text itself.
func (p *packer) str(s string) {
	if at, ok := p.find(s); ok {
		p.count(len(s)<<1 | 1)
		p.out = binary.AppendVarint(p.out, int64(at)-int64(p.at.Offset))
		return
	}
	p.count(len(s) << 1)
	p.out = append(p.out, s...)
}

// find returns the offset of a text in the file: it is a slice of the file, or
// occurs at the last position.
func (p *packer) find(s string) (at int, ok bool) {
	if s == "" || p.file == nil || p.at.File != p.number {
		return 0, false
	}
	if at, ok = p.file.find(s); ok {
		return at, true
	}
	at = int(p.at.Offset)
	return at, at+len(s) <= len(p.file.Text) && string(p.file.Text[at:at+len(s)]) == s
}

func (p *packer) text(t Text) {
	p.count(len(t.many))
	if len(t.many) == 0 {
		p.str(t.one)
	}
	for _, tr := range t.many {
		p.str(tr.Lang)
		p.str(tr.Text)
	}
}

func (p *packer) statements(all []Statement) {
	p.count(len(all))
	for i := range all {
		s := &all[i]
		flags := byte(0)
		if s.To != nil {
			flags |= hasTo
		}
		if s.InList {
			flags |= isListed
		}
		switch {
		case s.Claim == nil:
		case s.Claim == p.claim:
			flags |= sharesClaim
		default:
			flags |= hasClaim
		}
		p.out = append(p.out, flags)
		p.count(int(s.Field.number))
		p.pos(s.Pos)
		p.value(s.Value)
		if s.To != nil {
			p.count(int(s.To.id))
		}
		if flags&hasClaim != 0 {
			p.packClaim(s.Claim)
			p.claim = s.Claim
		}
	}
}

func (p *packer) value(v Value) {
	p.out = append(p.out, byte(v.Type))
	switch v.Type {
	case Null:
	case List, Table:
		p.pos(v.Pos)
		p.entries(v.Items)
	default:
		p.pos(v.Pos)
		p.str(v.Str)
	}
}

func (p *packer) entries(entries []Entry) {
	p.count(len(entries))
	for i := range entries {
		p.pos(entries[i].KeyPos)
		p.str(entries[i].Key)
		p.value(entries[i].Value)
	}
}

func (p *packer) packClaim(c *Claim) {
	if c == nil {
		c = new(Claim)
	}
	flags := 0
	for flag, isSet := range [...]bool{
		len(c.Evidence) > 0, c.Since != "", c.Until != "", c.Date != "", c.Confidence != "", c.Rank != "",
		!c.Note.IsEmpty(), len(c.Qualifiers) > 0,
	} {
		if isSet {
			flags |= 1 << flag
		}
	}
	p.out = append(p.out, byte(flags))
	if flags&hasEvidence != 0 {
		p.count(len(c.Evidence))
		for i := range c.Evidence {
			p.evidence(&c.Evidence[i])
		}
	}
	for _, s := range [...]string{c.Since, c.Until, c.Date, string(c.Confidence), string(c.Rank)} {
		if s != "" {
			p.str(s)
		}
	}
	if flags&hasNote != 0 {
		p.text(c.Note)
	}
	if flags&hasQualifiers != 0 {
		p.entries(c.Qualifiers)
	}
}

func (p *packer) evidence(ev *Evidence) {
	flags := byte(0)
	if ev.Source != nil {
		flags |= hasSource
	}
	if ev.Ref != "" {
		flags |= hasRef
	}
	if ev.Locator != "" {
		flags |= hasLocator
	}
	if ev.Quote != "" || ev.QuotePos != (Pos{}) {
		flags |= hasQuote
	}
	p.out = append(p.out, flags)
	p.pos(ev.Pos)
	if flags&hasSource != 0 {
		p.count(int(ev.Source.id))
	}
	if flags&hasRef != 0 {
		p.str(ev.Ref)
	}
	if flags&hasLocator != 0 {
		p.str(ev.Locator)
	}
	if flags&hasQuote != 0 {
		p.pos(ev.QuotePos)
		p.str(ev.Quote)
	}
}
