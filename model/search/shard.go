package search

import (
	"math"
	"sync/atomic"

	"rihla/model/date"
	"rihla/model/kb"
)

// shard is the index of a range of entities, which it numbers from 0. A word is
// stored once for each role; the words of a zone are adjacent, the most
// frequent first.
type shard struct {
	first, count int // entities

	words      string // all words, separated by newlines
	start      []uint32
	signatures []signature
	roles      []role
	only       []columnForm      // by word, the only column and form that it occurs in
	zoneAt     [zones + 1]uint32 // by zone, its first word

	letterTiers [alphabet]packedTiers

	postings   postings // of the first word, then of the next
	postingsAt []uint32

	// values holds the texts of each entity: for each a zero, its heading, the form
	// and dating of one that does not hold always, then its words, numbered from 1
	// within their zone.
	values   []byte
	valuesAt []uint32

	columns  map[string]int
	having   []postings // by column, the entities with a value
	numbers  []numberColumn
	dates    []dateColumn
	forms    []formSet
	zones    []zoneSet // by column, the zones of its values
	hasOther []bool    // by column, whether a scalar is neither number nor day

	periods []kb.Period          // by dating: the first is of no claim
	dated   map[int]*datedColumn // by column, those with dated claims
	links   map[string]*datedLinks
	events  dateColumn // from start to end, of entities whose date that is
	held    atomic.Pointer[held]
}

// formSet is the forms of the values of a column, a bit each.
type formSet uint8

func (f formSet) have(one form) bool { return f&(1<<one) != 0 }

// numberColumn is the numbers of a column, and the entities that have them.
type numberColumn struct {
	of    []uint16
	value []float64
	when  []dating // nil if all hold always
}

// dateColumn is the dates of a column, and the entities that have them.
type dateColumn struct {
	of   []uint16
	span []date.Span
	when []dating // nil if all hold always
}

// role is the zone of a word, whether it begins or ends a name, and whether it
// has parts separated by other characters than letters.
type role uint8

const (
	begins role = 1 << (iota + 4)
	ends
	hasParts
	zoneMask role = begins - 1
)

func (r role) zone() zone { return zone(r & zoneMask) }

// A heading packs the column, form and zone of a value into a number that is
// never zero, as no byte of shard.values is but the separators.
const (
	formBits = 2
	zoneBits = 3
)

func heading(column int, f form, z zone) uint64 {
	return uint64(column)<<(formBits+zoneBits) | uint64(f)<<zoneBits | uint64(z) + 1
}

func splitHeading(heading uint64) (column int, f form, z zone) {
	heading--
	return int(heading >> (formBits + zoneBits)), form(heading >> zoneBits & (1<<formBits - 1)), zone(heading & (1<<zoneBits - 1))
}

// columnForm is a column and a form in one byte, counted from 1, if they fit.
type columnForm uint8

const (
	manyColumns columnForm = math.MaxUint8
	otherColumn            = manyColumns - 1 // does not fit
)

func columnFormOf(column int, f form) columnForm {
	return columnForm(min(column<<formBits|int(f)+1, int(otherColumn)))
}
