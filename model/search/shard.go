package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"math"
	"slices"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
)

// shard is an index of neighbouring entities, which it numbers from 0. A word
// is kept once for each role that it plays; those of a zone stand together, the
// most frequent first.
type shard struct {
	first, count int // entities

	words  string // one after the other, each between newlines
	start  []uint32
	signs  []signs
	roles  []role
	only   []place           // where each word is said, if in one place alone
	zoneAt [zones + 1]uint32 // the first word of each zone

	letters [alphabet]tiers

	holders some // the entities that hold the first word, then the next
	heldAt  []uint32

	// said is what each entity says: the values one after the other, each as a
	// zero and what it is, then its words, numbered from 1 in their zone.
	said   []byte
	saidAt []uint32

	columns map[string]int
	having  []some // by column, the entities that have a value there
	numbers []numbers
	dates   []dates
	forms   []forms
	zones   []zoneSet // by column, those of its values
	loose   []bool    // by column, whether a scalar is neither number nor day
}

// forms are those that the values of a column have.
type forms uint8

func (f forms) have(one form) bool { return f&(1<<one) != 0 }

// numbers are those in a column, and who has them.
type numbers struct {
	of    []uint16
	value []float64
}

// dates are those in a column, and who has them.
type dates struct {
	of   []uint16
	span []query.Span
}

// role is what a word is in what holds it: its zone, whether it begins or ends a
// name, and whether it has parts, with other signs between them than letters.
type role uint8

const (
	begins role = 1 << (iota + 4)
	ends
	hasParts
	zoneMask role = begins - 1
)

func (r role) zone() zone { return zone(r & zoneMask) }

// A value is written as a zero, then its column, form and zone in one number,
// which is never zero: no other byte of what is said is.
const (
	formBits = 2
	zoneBits = 3
)

func heading(column int, f form, z zone) uint64 {
	return uint64(column)<<(formBits+zoneBits) | uint64(f)<<zoneBits | uint64(z) + 1
}

func parts(heading uint64) (column int, f form, z zone) {
	heading--
	return int(heading >> (formBits + zoneBits)), form(heading >> zoneBits & (1<<formBits - 1)), zone(heading & (1<<zoneBits - 1))
}

// place is a column and a form in one byte, from 1, where they fit.
type place uint8

const (
	severalPlaces place = math.MaxUint8
	farPlace            = severalPlaces - 1 // one that does not fit
)

func placeOf(column int, f form) place {
	return place(min(column<<formBits|int(f)+1, int(farPlace)))
}

// builder makes a shard.
type builder struct {
	entity  uint16
	folded  []byte
	heads   []uint32 // the words of each hash, by their numbers from 1
	words   []byte
	known   []known
	tokens  []uint32 // as in said, a heading as two
	saidAt  []uint32
	columns map[string]int
	having  [][]uint16
	numbers []numbers
	dates   []dates
	forms   []forms
	zones   []zoneSet
	loose   []bool
}

// known is a word that was met.
type known struct {
	start  uint32 // in the words
	size   uint32
	hash   uint32
	next   uint32 // of the same head, its number from 1
	newest uint32 // its newest entity, from 1
	count  uint32 // of its entities
	role   role
	only   place
}

func newShard(k *kb.KB, first, after int) *shard {
	b := &builder{heads: make([]uint32, 1<<10), columns: make(map[string]int)}
	t := teller{kb: k, do: b.take}
	for n := first; n < after; n++ {
		b.entity = uint16(n - first)
		b.saidAt = append(b.saidAt, uint32(len(b.tokens)))
		t.entity(k.Entities[n])
	}
	b.saidAt = append(b.saidAt, uint32(len(b.tokens)))
	return b.shard(first, after-first)
}

// column returns the number of a column, and notes that the entity has it.
func (b *builder) column(path string) int {
	n, known := b.columns[path]
	if !known {
		n = len(b.having)
		b.columns[path] = n
		b.having = append(b.having, nil)
		b.numbers = append(b.numbers, numbers{})
		b.dates = append(b.dates, dates{})
		b.forms = append(b.forms, 0)
		b.zones = append(b.zones, 0)
		b.loose = append(b.loose, false)
	}
	if of := b.having[n]; len(of) == 0 || of[len(of)-1] != b.entity {
		b.having[n] = append(of, b.entity)
	}
	return n
}

func (b *builder) take(s said) {
	column := b.column(s.column)
	b.forms[column] |= 1 << s.form
	b.zones[column] |= 1 << s.zone
	if s.form != aLink {
		b.measure(column, s.value)
	}
	b.tokens = append(b.tokens, 0, uint32(heading(column, s.form, s.zone)))
	r, where := role(s.zone), placeOf(column, s.form)
	isName := s.zone == inName
	// Before each word is a byte to say its role in.
	b.folded = query.AppendFold(append(b.folded[:0], 0), s.text)
	at := skipSpace(b.folded, 1)
	for isFirst := true; at < len(b.folded); isFirst = false {
		end := at
		for end < len(b.folded) && !query.IsSpace(b.folded[end]) {
			end++
		}
		next := skipSpace(b.folded, end)
		r := r
		if isName && isFirst {
			r |= begins
		}
		if isName && next == len(b.folded) {
			r |= ends
		}
		if isName && hasSeveral(b.folded[at:end]) {
			r |= hasParts
		}
		b.folded[at-1] = byte(r)
		b.word(b.folded[at-1:end], where)
		at = next
	}
}

// hasSeveral tells whether a word has several parts.
func hasSeveral(word []byte) bool {
	return bytes.ContainsFunc(word, func(r rune) bool { return r < utf8.RuneSelf && !isLetter(byte(r)) })
}

// measure notes a value that is a number or a date.
func (b *builder) measure(column int, v kb.Value) {
	switch v.Type {
	case kb.Int, kb.Float:
		n, ok := v.Number()
		if ok {
			to := &b.numbers[column]
			to.of, to.value = append(to.of, b.entity), append(to.value, n)
		}
		b.loose[column] = b.loose[column] || !ok
	case kb.Date, kb.String:
		span, ok := query.NewSpan(v.Str)
		if ok {
			to := &b.dates[column]
			to.of, to.span = append(to.of, b.entity), append(to.span, span)
		}
		const day = len("2024-02-13")
		b.loose[column] = b.loose[column] || v.Type == kb.Date && (!ok || len(v.Str) > day)
	case kb.Bool:
		b.loose[column] = true
	}
}

func skipSpace(s []byte, at int) int {
	for at < len(s) && query.IsSpace(s[at]) {
		at++
	}
	return at
}

var seed = maphash.MakeSeed()

// word takes a word, after its role.
func (b *builder) word(word []byte, where place) {
	hash := uint32(maphash.Bytes(seed, word))
	n := b.find(hash, role(word[0]), word[1:])
	if n < 0 {
		n = b.add(hash, role(word[0]), word[1:])
	}
	k := &b.known[n]
	if k.newest != uint32(b.entity)+1 {
		k.newest = uint32(b.entity) + 1
		k.count++
	}
	switch k.only {
	case where:
	case 0:
		k.only = where
	default:
		k.only = severalPlaces
	}
	b.tokens = append(b.tokens, uint32(n+1))
}

// find returns the number of a word that was met in a role, or -1.
func (b *builder) find(hash uint32, r role, word []byte) int {
	for n := b.heads[hash&uint32(len(b.heads)-1)]; n != 0; {
		k := &b.known[n-1]
		if k.hash == hash && k.role == r && bytes.Equal(b.words[k.start:k.start+k.size], word) {
			return int(n - 1)
		}
		n = k.next
	}
	return -1
}

func (b *builder) add(hash uint32, r role, word []byte) int {
	if len(b.known) == len(b.heads) {
		b.heads = make([]uint32, 4*len(b.heads))
		for n := range b.known {
			b.chain(n)
		}
	}
	n := len(b.known)
	b.known = append(b.known, known{start: uint32(len(b.words)), size: uint32(len(word)), hash: hash, role: r})
	b.words = append(b.words, word...)
	b.chain(n)
	return n
}

func (b *builder) chain(n int) {
	head := &b.heads[b.known[n].hash&uint32(len(b.heads)-1)]
	b.known[n].next, *head = *head, uint32(n+1)
}

// shard sorts the words, and packs the rest by their new numbers.
func (b *builder) shard(first, count int) *shard {
	order := make([]uint32, len(b.known))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int {
		a, b := &b.known[x], &b.known[y]
		return cmp.Or(cmp.Compare(a.role.zone(), b.role.zone()), cmp.Compare(b.count, a.count), cmp.Compare(x, y))
	})
	s := &shard{
		first: first, count: count, columns: b.columns, numbers: b.numbers, dates: b.dates, forms: b.forms, zones: b.zones, loose: b.loose,
		start: make([]uint32, len(order)+1), having: make([]some, len(b.having)), signs: make([]signs, len(order)), roles: make([]role, len(order)), only: make([]place, len(order)),
		heldAt: make([]uint32, len(order)+1), saidAt: make([]uint32, count+1),
	}
	words := make([]byte, 1, len(b.words)+len(order)+1)
	words[0] = '\n'
	renamed := make([]uint32, len(order))
	for n, old := range order {
		k := &b.known[old]
		renamed[old] = uint32(n)
		written := b.words[k.start : k.start+k.size]
		s.start[n] = uint32(len(words))
		s.signs[n], s.roles[n], s.only[n] = signsOf(string(written), true, true), k.role, k.only
		words = append(append(words, written...), '\n')
		s.heldAt[n+1] = s.heldAt[n] + min(k.count, uint32(bitmapSize(count)))
		s.zoneAt[k.role.zone()+1] = uint32(n + 1)
		k.newest = 0
	}
	for z := range zones {
		s.zoneAt[z+1] = max(s.zoneAt[z+1], s.zoneAt[z])
	}
	for column, of := range b.having {
		s.having[column] = newSome(of, count)
		s.numbers[column] = numbers{slices.Clone(s.numbers[column].of), slices.Clone(s.numbers[column].value)}
		s.dates[column] = dates{slices.Clone(s.dates[column].of), slices.Clone(s.dates[column].span)}
	}
	s.start[len(order)] = uint32(len(words))
	s.words = string(words)
	b.pack(s, renamed)
	s.findLetters()
	return s
}

// pack writes what each entity says, and who holds each word.
func (b *builder) pack(s *shard, renamed []uint32) {
	s.holders = make([]uint16, s.heldAt[len(renamed)])
	next := slices.Clone(s.heldAt)
	out := make([]byte, 0, 3*len(b.tokens)/2)
	var zone zone
	for entity := range s.count {
		s.saidAt[entity] = uint32(len(out))
		tokens := b.tokens[b.saidAt[entity]:b.saidAt[entity+1]]
		for i := 0; i < len(tokens); i++ {
			if tokens[i] == 0 {
				i++
				if _, _, zone = parts(uint64(tokens[i])); zone != inInitials {
					out = binary.AppendUvarint(append(out, 0), uint64(tokens[i]))
				}
				continue
			}
			n := renamed[tokens[i]-1]
			if zone != inInitials { // they are asked for by themselves alone
				out = binary.AppendUvarint(out, uint64(n-s.zoneAt[zone])+1)
			}
			k := &b.known[tokens[i]-1]
			if k.newest == uint32(entity)+1 {
				continue
			}
			k.newest = uint32(entity) + 1
			if held := s.held(int(n)); s.isBitmap(held) {
				held[entity/16] |= 1 << (entity % 16)
				continue
			}
			s.holders[next[n]] = uint16(entity)
			next[n]++
		}
	}
	s.saidAt[s.count] = uint32(len(out))
	s.said = slices.Clone(out)
}
