package list

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/tui/work"
)

// IsPending reports whether the rows are still those of before.
func (p *Page) IsPending() bool { return p.pending }

// arrange brings the rows in line with what was asked: at once, or beside the
// screen where that takes longer than a frame.
func (p *Page) arrange() tea.Cmd {
	if len(p.entities()) > work.Few {
		return p.arrangeBeside()
	}
	p.arrangeNow()
	return nil
}

func (p *Page) arrangeNow() {
	j := p.job()
	p.worker.Stop()
	p.settle(j.run())
}

func (p *Page) arrangeBeside() tea.Cmd {
	j := p.job()
	return work.Do(&p.worker, func(context.Context) arranged { return j.run() }, func(a arranged) tea.Cmd {
		p.settle(a)
		return nil
	})
}

func (p *Page) job() job {
	p.pending = true
	if p.wanted == nil {
		p.want()
	}
	asked := p.asked
	if asked == nil {
		asked = new(query.Query)
	}
	return job{
		subject: p.Subject, entities: p.entities(), voice: p.voice, index: p.index,
		order: p.order, asked: asked, wrong: p.asked == nil, sorted: p.sorted,
	}
}

// settle shows rows. What was selected stays so, if it is there, unless the filter
// names another better.
func (p *Page) settle(a arranged) {
	p.pending = false
	p.turn++
	p.rows, p.elsewhere, p.noted, p.reason = a.rows, a.elsewhere, span{}, 0
	if p.linkedTo != a.linkedTo {
		p.linkedTo = a.linkedTo
		p.setColumns(p.voice.WithRole(p.columns, p.linkedTo))
	}
	restored := p.wantedOffset >= 0
	p.goToWanted(a.best)
	p.lights()
	if !restored && p.rows.score(a.best) > p.rows.score(p.cursor) {
		p.jumpTo(a.best)
	}
	p.Settled()
}

// Light returns what the filter asks for.
func (p *Page) Light() query.Highlighter { return p.light }

// lights has what the filter asks for be lit.
func (p *Page) lights() {
	p.light = query.Highlighter{}
	if f := p.rows.found; f != nil && p.asked != nil {
		p.light = query.NewHighlighter(&p.asked.Root, f.Edits, p.index.Names())
	}
}

// Again arranges the list once more, where the index that it was filtered by was
// still being made.
func (p *Page) Again() tea.Cmd {
	if p.rows.found == nil && !p.pending || p.rows.found != nil && p.rows.found.IsComplete {
		return nil
	}
	return p.arrange()
}

// ClearQuery takes the filter off at once, however long the list is.
func (p *Page) ClearQuery() {
	p.ask("")
	p.arrangeNow()
}
