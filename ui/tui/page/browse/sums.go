package browse

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/quantity"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/page/browse/list"
	"rihla/ui/tui/work"
)

// sums is what the marked entities of a list come to in its columns of quantities, or
// all entities of a sheet in the column under the cursor.
type sums struct {
	worker work.Worker
	of     summed
	texts  [][]string // of the columns, once they are known, each the longest form first
}

// summed identifies what sums are of.
type summed struct {
	list    *list.Page
	turn    int // of its rows
	field   string
	columns int
	marked  *kb.Entity // the first of marks
	marks   int
	day     present.Day
	lang    string
}

// quantityColumn is a column, and what its numbers are good for.
type quantityColumn struct {
	present.Column
	use quantity.Use
}

// fewSummed is how many entities are added up at once, between two frames.
const fewSummed = 200

// AddUp adds up anew what the bottom line says of quantities, if that has changed.
func (p *Page) AddUp() tea.Cmd {
	of, ok := p.toSum()
	if of == p.sums.of {
		return nil
	}
	p.sums.worker.Stop()
	p.sums.of, p.sums.texts = of, nil
	if !ok {
		return nil
	}
	columns := p.quantities()
	if len(columns) == 0 {
		return nil
	}
	l, v, marks := p.list(), p.voice, p.marks.List()
	shown := l.ShownLater()
	add := func(ctx context.Context) [][]string {
		return sumsOf(ctx, v, columns, among(shown(), marks))
	}
	take := func(texts [][]string) tea.Cmd {
		p.sums.texts = texts
		return nil
	}
	if n, _ := l.Len(); n <= fewSummed {
		return take(add(context.Background()))
	}
	return work.Do(&p.sums.worker, add, take)
}

// toSum returns what is to be added up; false if nothing is.
func (p *Page) toSum() (summed, bool) {
	if p.inDetail || p.tab.isNone() || p.voice.KB.Partial {
		return summed{}, false
	}
	l := p.list()
	on := l.Column()
	if p.tab.kind == nil || p.marks.Len() == 0 && on == nil || l.IsPending() {
		return summed{}, false
	}
	of := summed{list: l, turn: l.Turn(), columns: len(l.Columns()), day: p.voice.Day, lang: p.voice.Lang, marks: p.marks.Len()}
	if on != nil {
		of.field = on.Field
	}
	if of.marks > 0 {
		of.marked = p.marks.List()[of.marks-1]
	}
	return of, true
}

// quantities returns the columns of quantities: that under the cursor of a sheet, or
// else all, those that are shown first.
func (p *Page) quantities() []quantityColumn {
	l := p.list()
	columns := slices.Clone(l.Columns())
	if on := l.Column(); on != nil {
		columns = []present.Column{*on}
	} else {
		for _, c := range l.AllColumns() {
			if !slices.ContainsFunc(columns, func(shown present.Column) bool { return shown.Field == c.Field }) {
				columns = append(columns, c)
			}
		}
	}
	var out []quantityColumn
	for _, c := range columns {
		if use := p.voice.UseOf(p.tab.kind, c); use != quantity.None {
			out = append(out, quantityColumn{c, use})
		}
	}
	return out
}

// among returns those entities that are marked; all if none is.
func among(entities, marks []*kb.Entity) []*kb.Entity {
	if len(marks) == 0 {
		return entities
	}
	marked := make(map[*kb.Entity]bool, len(marks))
	for _, e := range marks {
		marked[e] = true
	}
	var out []*kb.Entity
	for _, e := range entities {
		if marked[e] {
			out = append(out, e)
		}
	}
	return out
}

func sumsOf(ctx context.Context, v present.Voice, columns []quantityColumn, entities []*kb.Entity) [][]string {
	var out [][]string
	for _, c := range columns {
		s := quantity.Add(v.KB, v.Day.Span(), entities, c.Field, func() bool { return ctx.Err() != nil })
		if forms := v.Sums(c.Column, c.use, s); forms != nil {
			out = append(out, forms)
		}
	}
	return out
}

// drawSums draws as many of the sums as a width has room for. A number is never cut.
func (p *Page) drawSums(t *theme.Theme, width int) string {
	if of, ok := p.toSum(); !ok || of != p.sums.of {
		return ""
	}
	line := ""
	for _, forms := range p.sums.texts {
		fitting := slices.IndexFunc(forms, func(form string) bool { return safe.Width(line+present.SumsSeparator+form) <= width })
		switch {
		case fitting < 0:
		case line == "":
			line = forms[fitting]
		default:
			line += present.SumsSeparator + forms[fitting]
		}
	}
	return t.Accent.Render(line)
}
