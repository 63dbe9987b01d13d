// Package quantity adds up the numbers that entities have in a field, where they measure
// something. It tells quantities from years, identifiers and other numbers of which a
// sum means nothing by what the manifest and the names of fields say, and adds no number
// of one unit to one of another.
package quantity

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// Sums is what the numbers of some entities in a field come to.
type Sums struct {
	Of    int   // the number of entities
	Units []Sum // in the order in which the units occur
	// Unclear is the number of entities that have several numbers that hold, so that it
	// is not said which of them counts.
	Unclear int
}

// Sum is what the numbers of one unit come to.
type Sum struct {
	Unit     string // as it is written; empty where none is
	Count    int    // of numbers, at least 1
	Total    float64
	Decimals int // of the number that has most
}

// Mean returns the mean of the numbers.
func (s Sum) Mean() float64 { return s.Total / float64(s.Count) }

// Use says what the numbers of a field are good for.
type Use uint8

// The uses.
const (
	None   Use = iota // neither: identifiers, years, places in an order
	Mean              // a mean, but no sum: rates and scores
	Adding            // both
)

// UseOf returns what the numbers of a field are good for, as far as the manifest and its
// name say: whether it holds numbers is for the caller to know.
func UseOf(f *kb.Field) Use {
	last := f.Path[strings.LastIndexByte(f.Path, '.')+1:]
	isTyped := f.Type == kb.FieldNumber
	if f.Relation != nil || f.Type != "" && !isTyped || f.ReadsDates() > date.Days || !isTyped && date.NameOf(last) != date.Other {
		return None
	}
	use := Adding
	for _, word := range wordsOf(last) {
		switch {
		case slices.Contains(never, word):
			return None
		case slices.Contains(rates, word):
			use = Mean
		}
	}
	return use
}

// never are words in the names of numbers of which neither a sum nor a mean says
// anything.
var never = strings.Fields(`id ids identifier uid gid pid uuid number numbers num nr no numero code codes zip postcode postal cp
	phone tel telephone fax siren siret isin isbn issn ean doi pmid port ports version versions release build revision rev
	rank ranking position index idx order ordre rang place priority priorite level niveau tier grade class
	line lines_from page pages_from chapter chapitre volume issue section article row column colonne ligne
	lat latitude lon lng long longitude x y z hash checksum seed key cle flag mode bitmask mask timestamp epoch offset`)

// rates are words in the names of numbers of which a mean says something, but no sum.
var rates = strings.Fields(`percent percentage pct pourcentage rate rates taux ratio share part proportion density densite score note
	rating average mean median moyenne temperature probability probabilite speed vitesse age height altitude elevation weight_ratio`)

// wordsOf returns the folded words of a name: those of staffCount, staff_count and
// staff-count.
func wordsOf(name string) []string {
	var b strings.Builder
	wasLower := false
	for _, r := range name {
		if unicode.IsUpper(r) && wasLower {
			b.WriteByte(' ')
		}
		wasLower = unicode.IsLower(r)
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.Fields(query.Fold(b.String()))
}

// Add adds up the numbers that entities have at a path and that hold, or may hold, at
// some moment of a day, month or year. It stops early if stop returns true.
func Add(k *kb.KB, at date.Span, entities []*kb.Entity, path string, stop func() bool) Sums {
	s := Sums{Of: len(entities)}
	for i, e := range entities {
		const often = 256
		if i%often == 0 && stop() {
			return Sums{}
		}
		r := k.Record(e)
		numbers := holding(r.Values(path), at)
		if len(numbers) > 1 {
			s.Unclear++
		} else if len(numbers) == 1 {
			if n, ok := numbers[0].Value.Number(); ok {
				s.add(unitOf(r, numbers[0]), n)
			} else {
				s.Unclear++
			}
		}
	}
	return s
}

func (s *Sums) add(unit string, n float64) {
	i := slices.IndexFunc(s.Units, func(u Sum) bool { return u.Unit == unit })
	if i < 0 {
		i = len(s.Units)
		s.Units = append(s.Units, Sum{Unit: unit})
	}
	u := &s.Units[i]
	u.Count++
	u.Total += n
	u.Decimals = max(u.Decimals, decimalsOf(n))
}

// holding returns the statements of finite numbers, or of lists of numbers, that hold, the preferred ones if
// there are any. Several of the same value are one.
func holding(statements []*kb.Statement, at date.Span) []*kb.Statement {
	var out []*kb.Statement
	isPreferred := false
	for _, s := range statements {
		if !isFinite(s.Value) || s.Claim.HoldsAt(at) == kb.HoldsNot {
			continue
		}
		preferred := s.Claim != nil && s.Claim.Rank == kb.Preferred
		switch {
		case preferred && !isPreferred:
			out, isPreferred = out[:0], true
		case isPreferred && !preferred:
			continue
		}
		if !slices.ContainsFunc(out, func(o *kb.Statement) bool { return o.Value.Str == s.Value.Str }) {
			out = append(out, s)
		}
	}
	return out
}

// isFinite reports whether a value is a finite number, or a list of such.
func isFinite(v kb.Value) bool {
	if v.Type == kb.List {
		return len(v.Items) > 0 && !slices.ContainsFunc(v.Items, func(item kb.Entry) bool { return !isFinite(item.Value) })
	}
	n, ok := v.Number()
	return ok && !math.IsNaN(n) && !math.IsInf(n, 0)
}

// units are the names of qualifiers and fields that say in which unit a number is.
var units = []string{"unit", "units", "currency", "unite", "unité", "devise", "monnaie"}

// unitOf returns the unit of a number: that of a qualifier, or of a field beside it.
func unitOf(r *kb.Record, s *kb.Statement) string {
	if s.Claim != nil {
		for i := range s.Claim.Qualifiers {
			if q := &s.Claim.Qualifiers[i]; slices.Contains(units, q.Key) {
				return q.Value.Str
			}
		}
	}
	table := s.Field.Path[:strings.LastIndexByte(s.Field.Path, '.')+1]
	for _, unit := range units {
		for _, path := range [...]string{s.Field.Path + "_" + unit, s.Field.Path + "-" + unit, table + unit} {
			others := r.Values(path)
			switch {
			case len(others) == 0:
			case others[0].To != nil:
				return others[0].To.Key
			default:
				return others[0].Value.Str
			}
		}
	}
	return ""
}

func decimalsOf(n float64) int {
	_, decimals, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	return len(decimals)
}
