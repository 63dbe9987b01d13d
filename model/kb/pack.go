package kb

import "encoding/binary"

// A record is kept as a string of bytes: numbers as varints, positions by how
// far they are from the one before, fields and entities by their numbers, and
// texts that stand in the file by where they stand. That takes a tenth of what
// the record takes, and a microsecond to undo.

// packer packs what one file says.
type packer struct {
	file   *File // nil where there is none
	number uint32
	out    []byte
	at     Pos // what was written last
	claim  *Claim
}

// begin begins to pack what stands at a place.
func (p *packer) begin(at Pos) { p.out, p.at, p.claim = p.out[:0], at, nil }

// PackTables packs the values that are tables, of a file that has a number in
// the knowledge base: thousands of them take a tenth of the memory until they
// are unpacked. Their own places and keys stay as they are.
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

// Unpack returns a value as it was before it was packed.
func (f *File) Unpack(v Value) Value {
	if v.Type != Packed {
		return v
	}
	u := unpacker{file: f, in: v.Str, at: v.Pos}
	return Value{Type: Table, Pos: v.Pos, Items: u.entries()}
}

// What is there of a statement, of a claim and of an evidence.
const (
	hasTo = 1 << iota
	isListed
	hasClaim
	hasClaimBefore // the one of the statement before
)

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
		p.claimOf(fact.Claim)
		p.statements(fact.About)
	}
	return string(p.out)
}

func (p *packer) count(n int) { p.out = binary.AppendUvarint(p.out, uint64(n)) }

func (p *packer) pos(pos Pos) {
	p.out = binary.AppendVarint(p.out, pos.whole()-p.at.whole())
	p.at = pos
}

// whole is a position as one number, which grows from file to file.
func (p Pos) whole() int64 { return int64(p.File)<<32 | int64(p.Offset) }

func posOf(whole int64) Pos { return Pos{File: uint32(whole >> 32), Offset: uint32(whole)} }

// str packs a text: an odd number is how often and where in the file it
// stands, an even one is followed by the text itself.
func (p *packer) str(s string) {
	if at, ok := p.find(s); ok {
		p.count(len(s)<<1 | 1)
		p.out = binary.AppendVarint(p.out, int64(at)-int64(p.at.Offset))
		return
	}
	p.count(len(s) << 1)
	p.out = append(p.out, s...)
}

// find returns where a text stands in the file: because it is a slice of it,
// or at the place that was written last.
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
			flags |= hasClaimBefore
		default:
			flags |= hasClaim
		}
		p.out = append(p.out, flags)
		p.count(int(s.Field.number))
		p.pos(s.Pos)
		p.value(s.Value)
		if s.To != nil {
			p.count(int(s.To.number))
		}
		if flags&hasClaim != 0 {
			p.claimOf(s.Claim)
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

func (p *packer) claimOf(c *Claim) {
	if c == nil {
		c = new(Claim)
	}
	flags := 0
	for flag, there := range [...]bool{
		len(c.Evidence) > 0, c.Since != "", c.Until != "", c.Date != "", c.Confidence != "", c.Rank != "",
		!c.Note.IsEmpty(), len(c.Qualifiers) > 0,
	} {
		if there {
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
		p.count(int(ev.Source.number))
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
