// Package frequency counts how often each value of a field occurs among entities:
// values one by one, or in ranges where there are many numbers or dates. Each row has the
// query that finds its entities. It draws nothing and names no field in words.
package frequency

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/query"
	"rihla/model/search"
)

// Table is how often each value of a field occurs. An entity with several values is
// counted in the row of each.
type Table struct {
	Path     string
	Of       int  // the number of entities
	Having   int  // of these, those with a value that is counted
	Distinct int  // the number of distinct values
	Ranged   bool // rows are ranges of numbers or dates, and what is in none
	Several  bool // some entity is counted in more than one row
	// Rows are in descending order of counts; those of ranges in ascending order of the
	// ranges, then what is in none. Entities without a value come last.
	Rows []Row
	// Rest is the number of values beyond maxRows, each of which occurs at most as often
	// as the last one in a row.
	Rest int
}

// Row is a value or a range of values, and how many entities have it.
type Row struct {
	What  What
	Value search.FacetValue // of Value
	// From and To are the ends of a Range, both included, as a query writes them.
	From, To string
	Unit     Unit // of a Range
	Count    int
	// Query is the value as a query writes it after the name of the field; empty where
	// no query finds these entities alone.
	Query string

	order float64 // of a number or a date, where it stands among others
}

// What says what a row counts.
type What uint8

// The rows of a table.
const (
	Value   What = iota // a single value
	Range               // numbers or dates from one to another
	Other               // what no query asks for by its value: tables, very long texts
	Missing             // no value
)

// Unit is what a range is of.
type Unit uint8

// The units. Those of dates are in ascending order.
const (
	Number Unit = iota
	Day
	Month
	Year
	Decade
	Century
	Millennium
)

// maxRows bounds the rows of single values.
const maxRows = 5000

// minRanged is the number of distinct numbers beyond which they are shown as ranges.
const minRanged = 20

// Count counts the values of a field among entities, with texts of several languages in
// lang. The index says on which day values have to hold. The Table is empty if the
// context ends before.
func Count(ctx context.Context, x *search.Index, entities []*kb.Entity, path, lang string) Table {
	tally := x.Tally(ctx, entities, path, lang)
	if ctx.Err() != nil {
		return Table{}
	}
	t := Table{Path: path, Of: tally.Of, Having: tally.Having, Distinct: len(tally.Values)}
	if rows, ok := ranges(&tally); ok {
		t.Ranged, t.Rows = true, rows
	} else {
		t.Rows = singles(tally.Values)
	}
	if len(t.Rows) > maxRows {
		t.Rest = len(t.Rows) - maxRows
		t.Rows = slices.Clip(t.Rows[:maxRows])
	}
	counted := 0
	for i := range t.Rows {
		counted += t.Rows[i].Count
	}
	t.Several = counted > t.Having && t.Rest == 0
	if n := t.Of - t.Having - tally.Without; n > 0 {
		t.Rows = append(t.Rows, Row{What: Other, Count: n})
	}
	if tally.Without > 0 {
		t.Rows = append(t.Rows, Row{What: Missing, Count: tally.Without})
	}
	return t
}

// singles returns a row for each value, the most frequent first.
func singles(values []search.FacetValue) []Row {
	rows := make([]Row, len(values))
	for i := range values {
		rows[i] = Row{Value: values[i], Count: values[i].Count, Query: values[i].Query}
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), compareValues(&a.Value, &b.Value))
	})
	return rows
}

// compareValues orders values: links in the order of the files, numbers by value, texts
// with the numbers in them by value.
func compareValues(a, b *search.FacetValue) int {
	switch {
	case a.To != nil && b.To != nil:
		return cmp.Compare(a.To.Number(), b.To.Number())
	case a.Kind != nil && b.Kind != nil:
		return cmp.Compare(a.Kind.Name, b.Kind.Name)
	case (a.To == nil) != (b.To == nil):
		return cmp.Compare(isText(b.To == nil), isText(a.To == nil))
	}
	x, isNumber := a.Value.Number()
	y, isOther := b.Value.Number()
	switch {
	case isNumber && isOther && x != y:
		return cmp.Compare(x, y)
	case isNumber != isOther:
		return cmp.Compare(isText(isNumber), isText(isOther))
	}
	return cmp.Or(
		cmp.Compare(query.NaturalKey(query.Normalize(a.Value.Str)), query.NaturalKey(query.Normalize(b.Value.Str))),
		cmp.Compare(a.Value.Str, b.Value.Str), cmp.Compare(a.Query, b.Query))
}

func isText(not bool) int {
	if not {
		return 0
	}
	return 1
}

// ByValue sorts the rows of a table by what they stand for instead of their counts:
// texts as names orders them; entities without a value stay last.
func (t *Table) ByValue(names func(*Row) string) []Row {
	type named struct {
		row  Row
		name string
	}
	rows := make([]named, len(t.Rows))
	for i := range t.Rows {
		rows[i].row = t.Rows[i]
		if t.Rows[i].What == Value {
			rows[i].name = query.NaturalKey(query.Normalize(names(&t.Rows[i])))
		}
	}
	order.Stable(rows, func(a, b named) int {
		if order := cmp.Or(cmp.Compare(a.row.rank(), b.row.rank()), cmp.Compare(a.row.order, b.row.order)); order != 0 {
			return order
		}
		x, isNumber := a.row.Value.Value.Number()
		y, isOther := b.row.Value.Value.Number()
		if isNumber && isOther {
			return cmp.Compare(x, y)
		}
		return cmp.Compare(a.name, b.name)
	})
	return unwrap(len(rows), func(i int) Row { return rows[i].row })
}

// ByCount sorts the rows of a table by how often they occur, the most frequent first;
// entities without a value stay last.
func (t *Table) ByCount() []Row {
	rows := slices.Clone(t.Rows)
	order.Stable(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.rank()/2, b.rank()/2), cmp.Compare(b.Count, a.Count))
	})
	return rows
}

func unwrap(n int, row func(i int) Row) []Row {
	out := make([]Row, n)
	for i := range out {
		out[i] = row(i)
	}
	return out
}

// rank orders what has no value behind the rest, and single values behind ranges.
func (r *Row) rank() int {
	switch r.What {
	case Range:
		return 0
	case Value:
		return 1
	case Other:
		return 2
	}
	return 4
}
