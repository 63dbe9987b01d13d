package overlay

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
)

// Facets offers the values of the fields of a list, with counts. What is chosen
// is written into the query of the list.
type Facets struct {
	chooser
	voice present.Voice
	index *search.Index
	most  int // rows that were seen at once
	among query.Node
	of    *kb.Kind // that the list is of, or nil
	query string

	left func(want int) int
	want int // the most cells that a value took since the facets were opened

	facets  []search.Facet
	counted bool
	worker  work.Worker
	open    map[string]bool // the fields of which all values are shown

	prompt string // what may be asked
}

// more is the item of a row that says how many more values its field has.
const more = -2

// NewFacets returns the facets of what a node selects, which may all be of a
// kind, filtered by a query. They stand beside the list that they narrow: left
// returns the column where they begin, given the cells that they want.
func NewFacets(v present.Voice, index *search.Index, among query.Node, of *kb.Kind, text string, left func(want int) int) (*Facets, tea.Cmd) {
	f := &Facets{voice: v, index: index, among: among, of: of, query: text, left: left, open: make(map[string]bool), prompt: querytext.FilterPrompt(v, of)}
	f.head, f.field, f.take = facetsHead, widget.NewField(), f.toggle
	f.narrow = func() tea.Cmd {
		f.cursor, f.offset = 0, 0
		f.lay()
		return nil
	}
	return f, f.count()
}

// Left returns the first column of the screen that the dialog may cover.
func (f *Facets) Left() int {
	const frame, margins = 4, 2
	return f.left(f.want + frame + margins)
}

// count counts the values: at once among few entities, else beside the screen.
func (f *Facets) count() tea.Cmd {
	f.worker.Stop()
	q, problem := f.index.Parse(f.query)
	if problem != nil {
		return nil
	}
	count := func(context.Context) []search.Facet { return f.index.Facets(q, f.among, f.voice.Lang) }
	if len(f.voice.KB.Entities) > work.Few {
		return work.Do(&f.worker, count, f.showCounts)
	}
	return f.showCounts(count(context.Background()))
}

// showCounts shows what was counted.
func (f *Facets) showCounts(counted []search.Facet) tea.Cmd {
	path, value := f.here()
	f.facets, f.counted = counted, true
	f.lay()
	f.goTo(path, value)
	return nil
}

// shown is how many values of a field are shown before it is opened.
const shown = 7

// lay lists the fields and their values; those that are chosen are shown
// wherever they stand.
func (f *Facets) lay() {
	f.rows = f.rows[:0]
	for i := range f.facets {
		facet := &f.facets[i]
		path := facet.Path
		chosen := f.index.Names().Values(f.query, path)
		first := len(f.rows)
		f.rows = append(f.rows, row{i, title})
		narrow := query.Normalize(f.field.Value())
		for v := range facet.Values {
			isSeen := v < shown || f.open[path] || len(facet.Values) == shown+1 || slices.Contains(chosen, facet.Values[v].Query)
			if narrow != "" {
				isSeen = strings.Contains(query.Normalize(querytext.FacetValue(f.voice, facet, &facet.Values[v])), narrow)
			}
			if isSeen {
				f.rows = append(f.rows, row{i, v})
			}
		}
		switch {
		case narrow != "" && len(f.rows) == first+1:
			f.rows = f.rows[:first]
		case narrow == "" && !f.open[path] && len(facet.Values) > shown+1:
			f.rows = append(f.rows, row{i, more})
		}
	}
	f.want = max(f.want, f.width())
	f.cursor = min(f.cursor, max(0, len(f.rows)-1))
	if len(f.rows) > 0 && f.isTitle(f.cursor) {
		f.step(1)
	}
}

// here returns the row under the cursor by its field and value, so that it is found again.
func (f *Facets) here() (path, value string) {
	if f.cursor >= len(f.rows) {
		return "", ""
	}
	line := f.rows[f.cursor]
	if line.item >= 0 {
		value = f.facets[line.group].Values[line.item].Query
	}
	return f.facets[line.group].Path, value
}

func (f *Facets) goTo(path, value string) {
	for at, line := range f.rows {
		if line.item >= 0 && f.facets[line.group].Path == path && f.facets[line.group].Values[line.item].Query == value {
			f.cursor = at
		}
	}
}

// Key answers a key; each choice is shown at once.
func (f *Facets) Key(msg tea.KeyPressMsg) page.Answer {
	left, answer := f.choose(msg, keys.InBoxes)
	switch left {
	case keys.Accept:
		return f.accept()
	case keys.Toggle:
		return f.toggle()
	case keys.Clear:
		return f.clear()
	}
	return answer
}

// accept closes the facets, with what the cursor is on chosen if nothing was
// chosen of it yet.
func (f *Facets) accept() page.Answer {
	if !f.hasCursor() {
		return page.Answer{Close: true}
	}
	line := f.rows[f.cursor]
	if line.item == more {
		return f.toggle()
	}
	facet := &f.facets[line.group]
	if f.hasChosen || slices.Contains(f.index.Names().Values(f.query, facet.Path), facet.Values[line.item].Query) {
		return page.Answer{Close: true}
	}
	answer := f.toggle()
	answer.Close = true
	return answer
}

// toggle chooses what the cursor is on, or chooses it no more.
func (f *Facets) toggle() page.Answer {
	if !f.hasCursor() {
		return page.Ignored
	}
	line := f.rows[f.cursor]
	facet := &f.facets[line.group]
	if line.item == more {
		f.open[facet.Path] = true
		f.lay()
		return page.Answer{}
	}
	f.hasChosen = true
	return f.ask(f.index.Names().ToggleValue(f.query, facet.Path, facet.Values[line.item].Query, f.voice.OtherDay()))
}

// clear takes back all that is chosen.
func (f *Facets) clear() page.Answer {
	text := f.query
	for i := range f.facets {
		text = f.index.Names().Without(text, f.facets[i].Path)
	}
	if text == f.query {
		return page.Ignored
	}
	return f.ask(text)
}

func (f *Facets) ask(text string) page.Answer {
	f.query = text
	f.lay()
	return page.Answer{Intent: page.Filter{Query: text}, Cmd: f.count()}
}
