// Package compare lays out what several entities say side by side: a row for each
// field, a column for each entity. It draws no frame and handles no keys.
package compare

import (
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// Comparison sets entities side by side: a row for each field that any of them
// has, with a cell for each entity. The columns of their lists come first, long
// texts last.
type Comparison struct {
	Rows []Row

	entities []*kb.Entity
	names    []string
	labels   int // width of the widest label
	voice    present.Voice
}

// Row is one row.
type Row struct {
	// Key tells the row from the others, in any language: the dotted path of a
	// field, and what no field is called for the rest.
	Key     string
	Label   string
	Cells   []Cell
	Verdict Verdict

	shared map[string]bool // where the row differs, what all say that say anything
	isLong bool            // it is of texts, names, addresses or sources, which are folded further
}

// Verdict is what comparing the cells of a row gave.
type Verdict uint8

// The verdicts.
const (
	Same        Verdict = iota // all say the same
	SomeMissing                // some say nothing, all others the same
	Differs                    // not all say the same
)

// Cell holds the values of one entity in a row.
type Cell struct {
	values []cellValue // what holds, then what is past
	left   int         // how many there are beyond those
}

// cellValue is one value of a cell.
type cellValue struct {
	text      string
	key       string // what it is compared by: the text, or a sum where that is cut
	other     string // the language that it is in where that is not the reader's
	to        *kb.Entity
	statement *kb.Statement
	fact      *kb.Fact
	claim     *kb.Claim
	past      bool // it no longer holds, or another is preferred to it
	source    int  // the number of the source that it is, or 0
	notes     []int
}

// Texts returns the current values, each on one line and safe to show.
func (c *Cell) Texts() []string {
	var out []string
	for i := range c.values {
		if !c.values[i].past {
			out = append(out, c.values[i].text)
		}
	}
	return out
}

// HasLinks reports whether anything in the cell can be selected.
func (c *Cell) HasLinks() bool {
	for i := range c.values {
		if t := &c.values[i]; !t.past && t.isLink() {
			return true
		}
	}
	return false
}

// isLink reports whether a thing leads somewhere, or has sources to show.
func (t *cellValue) isLink() bool { return t.to != nil || present.HasEvidence(t.claim) }

// Compare sets what entities say side by side.
func Compare(v present.Voice, entities []*kb.Entity) *Comparison {
	c := &Comparison{voice: v, entities: entities}
	for _, e := range entities {
		c.names = append(c.names, v.Name(e))
	}
	c.Rows = gather(v, entities)
	for i := range c.Rows {
		c.labels = max(c.labels, safe.Width(c.Rows[i].Label))
		c.Rows[i].compare()
	}
	return c
}

// compare sets the verdict of a row. A value that two entities have at different
// times differs; a missing time matches any.
func (r *Row) compare() {
	said := make(map[string]int)
	when := make(map[string]string)
	moved := make(map[string]bool)
	telling, left, more := 0, 0, false
	for i := range r.Cells {
		cell := &r.Cells[i]
		times := cell.times()
		if len(times) == 0 {
			continue
		}
		more = more || telling > 0 && cell.left != left
		telling, left = telling+1, cell.left
		for key, time := range times {
			said[key]++
			if time == "" {
				continue
			}
			moved[key] = moved[key] || when[key] != "" && when[key] != time
			when[key] = time
		}
	}
	shared := make(map[string]bool)
	for key, n := range said {
		if n == telling && !moved[key] {
			shared[key] = true
		}
	}
	switch {
	case more || len(shared) < len(said):
		r.Verdict, r.shared = Differs, shared
	case telling < len(r.Cells):
		r.Verdict = SomeMissing
	default:
		r.Verdict = Same
	}
}

// times returns the current values by key, each with its periods.
func (c *Cell) times() map[string]string {
	out := make(map[string]string, len(c.values))
	for i := range c.values {
		t := &c.values[i]
		if t.past {
			continue
		}
		if t.claim != nil && t.claim.Since+t.claim.Until+t.claim.Date != "" {
			out[t.key] += t.claim.Since + "–" + t.claim.Until + "–" + t.claim.Date + "\n"
		} else {
			out[t.key] += ""
		}
	}
	return out
}

// Differing counts the rows that differ.
func (c *Comparison) Differing() int {
	n := 0
	for i := range c.Rows {
		if c.Rows[i].Verdict == Differs {
			n++
		}
	}
	return n
}
