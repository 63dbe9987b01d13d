package plain

import (
	"strconv"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
)

// maker makes a page. It returns nil where there is none, and has said why.
type maker func(d *dialogue) *page

// page is the lines about one thing.
type page struct {
	scope keys.Scope // in which its keys are looked up
	size  int        // how many parts it has, which are never apart: a line, or a row of several
	// part returns the lines of a part as they are laid out without a width, its numbers
	// included.
	part func(i int) []rich.Line
	// open returns what the thing of a number is, from 1 on; false where there is none.
	open func(number int) (thing, bool)
	// sources are the numbered sources of the page, [1] first.
	sources []present.Source
	about   about
}

// thing is what has a number.
type thing struct {
	entity *kb.Entity
	link   *present.Link // what it is of the page of an entity, or nil
	open   maker
	place  kb.Position // in the files; the zero Position is that of the link or entity
}

// about is what other pages are about that are asked for here.
type about struct {
	entity   *kb.Entity   // or nil
	place    kb.Position  // of a finding, else zero
	entities []*kb.Entity // of a list; nil for all
	kind     *kb.Kind     // what all of them are of, or nil
	filter   func(query string) maker
	query    string

	list    *list // what is listed, or nil
	columns []present.Column
	resort  maker // the page in the other order; nil to sort by columns
}

// sign returns how the number of a thing is written before it.
func sign(number int) string { return "#" + strconv.Itoa(number) + " " }

// text returns a page of lines. What leads tells of a link of them, by its index, has a
// number, in reading order.
func text(scope keys.Scope, lines []rich.Line, leads func(link int) (thing, bool)) *page {
	var things []thing
	numbered := make(map[int]bool)
	out := make([]rich.Line, len(lines))
	for i, line := range lines {
		spans := make([]rich.Span, 0, len(line.Spans))
		for _, s := range line.Spans {
			if s.Link >= 0 && !numbered[s.Link] && leads != nil {
				numbered[s.Link] = true
				if t, some := leads(s.Link); some {
					things = append(things, t)
					s.Text = sign(len(things)) + s.Text // one span is kept on one line
				}
			}
			spans = append(spans, s)
		}
		out[i] = rich.Line{Spans: spans}
	}
	for len(out) > 0 && len(out[len(out)-1].Spans) == 0 {
		out = out[:len(out)-1]
	}
	return &page{
		scope: scope, size: len(out), part: func(i int) []rich.Line { return out[i : i+1] },
		open: func(number int) (thing, bool) {
			if number < 1 || number > len(things) {
				return thing{}, false
			}
			return things[number-1], true
		},
	}
}

// rows are what a page lists, in groups.
type rows interface {
	Len() int
	// Group returns the index of the group of a row, and Heading the lines above a group.
	Group(i int) int
	Heading(group, width int) []rich.Line
	Lines(i, width int) []rich.Line
}

// numbered returns a page of rows, each of which has a number, below a head.
func numbered(scope keys.Scope, head []rich.Line, all rows, open func(i int) thing) *page {
	n := all.Len()
	return &page{
		scope: scope, size: n + 1,
		part: func(i int) []rich.Line {
			if i == 0 {
				return head
			}
			i--
			var out []rich.Line
			if group := all.Group(i); i == 0 || all.Group(i-1) != group {
				if lines := all.Heading(group, unwrapped); len(lines) > 0 {
					out = append(append(out, rich.Line{}), lines...)
				}
			}
			lines := all.Lines(i, unwrapped)
			first := rich.Line{Spans: append([]rich.Span{rich.NewSpan(rich.Muted, sign(i+1))}, lines[0].Spans...)}
			return append(append(out, first), lines[1:]...)
		},
		open: func(number int) (thing, bool) {
			if number < 1 || number > n {
				return thing{}, false
			}
			return open(number - 1), true
		},
	}
}

// lineRows are rows of a line each, in no groups.
type lineRows struct {
	n    int
	line func(i int) rich.Line
}

func (r lineRows) Len() int                       { return r.n }
func (r lineRows) Group(int) int                  { return 0 }
func (r lineRows) Heading(int, int) []rich.Line   { return nil }
func (r lineRows) Lines(i int, _ int) []rich.Line { return []rich.Line{r.line(i)} }

// ofEntity is an entity to open.
func ofEntity(e *kb.Entity) thing { return thing{entity: e, open: entityPage(e.Address())} }
