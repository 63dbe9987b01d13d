package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"slices"
	"unicode/utf8"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// builder builds a shard.
type builder struct {
	entity   uint16
	folded   []byte
	buckets  []uint32 // by hash, the number of an entry, plus 1
	words    []byte
	entries  []wordEntry
	tokens   []uint32 // as in shard.values, each number a token
	tokensAt []uint32
	columns  map[string]int
	having   [][]uint16
	numbers  []numberColumn
	dates    []dateColumn
	forms    []formSet
	zones    []zoneSet
	hasOther []bool
	timekeeper
}

// wordEntry is a word in one role.
type wordEntry struct {
	start        uint32 // in builder.words
	size         uint32
	hash         uint32
	nextInBucket uint32 // number of the next entry of its bucket, plus 1
	lastEntity   uint32 // the last entity that holds it, plus 1
	count        uint32 // of entities that hold it
	role         role
	only         columnForm
}

func newShard(k *kb.KB, first, after int) *shard {
	b := &builder{buckets: make([]uint32, 1<<10), columns: make(map[string]int)}
	t := textWalker{kb: k, visit: b.add}
	for n := first; n < after; n++ {
		b.entity = uint16(n - first)
		b.tokensAt = append(b.tokensAt, uint32(len(b.tokens)))
		e := k.Entities[n]
		t.entity(e)
		b.follow(k, e)
	}
	b.tokensAt = append(b.tokensAt, uint32(len(b.tokens)))
	return b.shard(first, after-first)
}

// column returns the number of a column, and notes that the current entity has
// it.
func (b *builder) column(path string) int {
	n, known := b.columns[path]
	if !known {
		n = len(b.having)
		b.columns[path] = n
		b.having = append(b.having, nil)
		b.numbers = append(b.numbers, numberColumn{})
		b.dates = append(b.dates, dateColumn{})
		b.forms = append(b.forms, 0)
		b.zones = append(b.zones, 0)
		b.hasOther = append(b.hasOther, false)
	}
	if of := b.having[n]; len(of) == 0 || of[len(of)-1] != b.entity {
		b.having[n] = append(of, b.entity)
	}
	return n
}

func (b *builder) add(s fieldText) {
	column := b.column(s.column)
	b.forms[column] |= 1 << s.form
	b.zones[column] |= 1 << s.zone
	when := b.date(column, &s)
	if s.form != linkForm {
		b.measure(column, s.value, s.dates, when)
	}
	if when == 0 {
		b.tokens = append(b.tokens, 0, uint32(heading(column, s.form, s.zone)))
	} else {
		b.tokens = append(b.tokens, 0, uint32(heading(column, datedForm, s.zone)), when.packed(s.form))
	}
	r, where := role(s.zone), columnFormOf(column, s.form)
	isName := s.zone == inName
	// The byte before each word is overwritten with its role.
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

// hasSeveral reports whether a word has several parts.
func hasSeveral(word []byte) bool {
	return bytes.ContainsFunc(word, func(r rune) bool { return r < utf8.RuneSelf && !isLetter(byte(r)) })
}

// measure adds a value that is a number or a date.
func (b *builder) measure(column int, v kb.Value, dates date.Reading, when dating) {
	n, isNumber := numberOf(v, dates)
	if isNumber {
		to := &b.numbers[column]
		to.of, to.value = append(to.of, b.entity), append(to.value, n)
		to.when = appendDating(to.when, when, len(to.of))
	}
	span, isDate := spanOf(v, dates)
	if isDate && (!isNumber || n < 1 || n > 9999) { // query.Value.MatchesNumber reads those as years
		to := &b.dates[column]
		to.of, to.span = append(to.of, b.entity), append(to.span, span)
		to.when = appendDating(to.when, when, len(to.of))
	}
	hasOther := false
	switch v.Type {
	case kb.Int, kb.Float:
		hasOther = !isNumber
	case kb.Date:
		const day = len("2024-02-13")
		hasOther = !isDate || len(v.Str) > day
	case kb.Bool:
		hasOther = true
	}
	b.hasOther[column] = b.hasOther[column] || hasOther
}

// numberOf returns the number of a value; false for a number that is a date and no
// year.
func numberOf(v kb.Value, dates date.Reading) (float64, bool) {
	n, ok := v.Number()
	if ok && dates >= date.Dates {
		if d, isDate := v.Date(dates); isDate && d.Precision > date.Year {
			return 0, false
		}
	}
	return n, ok
}

// spanOf reads a value as a date or a time of day. A text is one in whatever
// field.
func spanOf(v kb.Value, dates date.Reading) (date.Span, bool) {
	if v.Type == kb.Date || v.Type == kb.String {
		if span, ok := date.SpanOf(v.Str); ok {
			return span, true
		}
	}
	if d, ok := v.Date(dates); ok {
		return d.Span(), true
	}
	return date.Span{}, false
}

func skipSpace(s []byte, at int) int {
	for at < len(s) && query.IsSpace(s[at]) {
		at++
	}
	return at
}

var seed = maphash.MakeSeed()

// word adds a word, given with its role before it.
func (b *builder) word(word []byte, where columnForm) {
	hash := uint32(maphash.Bytes(seed, word))
	n := b.find(hash, role(word[0]), word[1:])
	if n < 0 {
		n = b.addWord(hash, role(word[0]), word[1:])
	}
	k := &b.entries[n]
	if k.lastEntity != uint32(b.entity)+1 {
		k.lastEntity = uint32(b.entity) + 1
		k.count++
	}
	switch k.only {
	case where:
	case 0:
		k.only = where
	default:
		k.only = manyColumns
	}
	b.tokens = append(b.tokens, uint32(n+1))
}

// find returns the number of a word's entry, or -1.
func (b *builder) find(hash uint32, r role, word []byte) int {
	for n := b.buckets[hash&uint32(len(b.buckets)-1)]; n != 0; {
		k := &b.entries[n-1]
		if k.hash == hash && k.role == r && bytes.Equal(b.words[k.start:k.start+k.size], word) {
			return int(n - 1)
		}
		n = k.nextInBucket
	}
	return -1
}

func (b *builder) addWord(hash uint32, r role, word []byte) int {
	if len(b.entries) == len(b.buckets) {
		b.buckets = make([]uint32, 4*len(b.buckets))
		for n := range b.entries {
			b.chain(n)
		}
	}
	n := len(b.entries)
	b.entries = append(b.entries, wordEntry{start: uint32(len(b.words)), size: uint32(len(word)), hash: hash, role: r})
	b.words = append(b.words, word...)
	b.chain(n)
	return n
}

func (b *builder) chain(n int) {
	head := &b.buckets[b.entries[n].hash&uint32(len(b.buckets)-1)]
	b.entries[n].nextInBucket, *head = *head, uint32(n+1)
}

// shard sorts the words and packs everything by their new numbers.
func (b *builder) shard(first, count int) *shard {
	order := make([]uint32, len(b.entries))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int {
		a, b := &b.entries[x], &b.entries[y]
		return cmp.Or(cmp.Compare(a.role.zone(), b.role.zone()), cmp.Compare(b.count, a.count), cmp.Compare(x, y))
	})
	s := &shard{
		first: first, count: count, columns: b.columns, numbers: b.numbers, dates: b.dates, forms: b.forms, zones: b.zones, hasOther: b.hasOther,
		start: make([]uint32, len(order)+1), having: make([]postings, len(b.having)), signatures: make([]signature, len(order)), roles: make([]role, len(order)), only: make([]columnForm, len(order)),
		postingsAt: make([]uint32, len(order)+1), valuesAt: make([]uint32, count+1),
	}
	words := make([]byte, 1, len(b.words)+len(order)+1)
	words[0] = '\n'
	renamed := make([]uint32, len(order))
	for n, old := range order {
		k := &b.entries[old]
		renamed[old] = uint32(n)
		written := b.words[k.start : k.start+k.size]
		s.start[n] = uint32(len(words))
		s.signatures[n], s.roles[n], s.only[n] = signatureOf(string(written), true, true), k.role, k.only
		words = append(append(words, written...), '\n')
		s.postingsAt[n+1] = s.postingsAt[n] + min(k.count, uint32(bitmapSize(count)))
		s.zoneAt[k.role.zone()+1] = uint32(n + 1)
		k.lastEntity = 0
	}
	for z := range zones {
		s.zoneAt[z+1] = max(s.zoneAt[z+1], s.zoneAt[z])
	}
	for column, of := range b.having {
		s.having[column] = newPostings(of, count)
		n, d := &s.numbers[column], &s.dates[column]
		*n = numberColumn{slices.Clone(n.of), slices.Clone(n.value), slices.Clone(n.when)}
		*d = dateColumn{slices.Clone(d.of), slices.Clone(d.span), slices.Clone(d.when)}
	}
	b.keepTime(s)
	s.start[len(order)] = uint32(len(words))
	s.words = string(words)
	b.pack(s, renamed)
	s.rankLetters()
	return s
}

// pack sets the values of each entity and the postings of each word.
func (b *builder) pack(s *shard, renamed []uint32) {
	s.postings = make([]uint16, s.postingsAt[len(renamed)])
	next := slices.Clone(s.postingsAt)
	out := make([]byte, 0, 3*len(b.tokens)/2)
	var zone zone
	for entity := range s.count {
		s.valuesAt[entity] = uint32(len(out))
		tokens := b.tokens[b.tokensAt[entity]:b.tokensAt[entity+1]]
		for i := 0; i < len(tokens); i++ {
			if tokens[i] == 0 {
				i++
				var f form
				if _, f, zone = splitHeading(uint64(tokens[i])); zone != inInitials {
					out = binary.AppendUvarint(append(out, 0), uint64(tokens[i]))
				}
				if f == datedForm {
					i++
					out = binary.AppendUvarint(out, uint64(tokens[i]))
				}
				continue
			}
			n := renamed[tokens[i]-1]
			if zone != inInitials { // never part of a sequence
				out = binary.AppendUvarint(out, uint64(n-s.zoneAt[zone])+1)
			}
			k := &b.entries[tokens[i]-1]
			if k.lastEntity == uint32(entity)+1 {
				continue
			}
			k.lastEntity = uint32(entity) + 1
			if held := s.postingsOf(int(n)); s.isBitmap(held) {
				held[entity/16] |= 1 << (entity % 16)
				continue
			}
			s.postings[next[n]] = uint16(entity)
			next[n]++
		}
	}
	s.valuesAt[s.count] = uint32(len(out))
	s.values = slices.Clone(out)
}
