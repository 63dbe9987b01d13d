package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/theme"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Filtered is the answer of the facets: what the list is to be filtered by.
type Filtered struct{ Query string }

// Facets offers the values of the fields of a list, with counts. What is chosen
// is written into the query of the list.
type Facets struct {
	noPaste
	scroller
	voice present.Voice
	index *search.Index
	among query.Node
	query string

	facets     []search.Facet
	counted    bool
	generation int
	open       map[string]bool // the fields of which all values are shown

	lines  []facetLine
	cursor int
}

// facetLine is the title of a field, one of its values, or what tells that there
// are more.
type facetLine struct{ facet, value int }

const (
	facetTitle = -1
	facetMore  = -2
)

// FacetsCounted is what was counted for facets, beside the screen.
type FacetsCounted struct {
	facets     *Facets
	generation int
	counted    []search.Facet
}

// NewFacets returns the facets of what a node selects, filtered by a query.
func NewFacets(v present.Voice, index *search.Index, among query.Node, text string) (*Facets, tea.Cmd) {
	f := &Facets{voice: v, index: index, among: among, query: text, open: make(map[string]bool)}
	return f, f.count()
}

// count counts the values: at once among few entities, else beside the screen.
func (f *Facets) count() tea.Cmd {
	f.generation++
	generation, text := f.generation, f.query
	count := func() tea.Msg {
		q, problem := f.index.Parse(text)
		if problem != nil {
			return FacetsCounted{}
		}
		return FacetsCounted{f, generation, f.index.Facets(q, f.among, f.voice.Lang)}
	}
	if len(f.voice.KB.Entities) <= few {
		f.Take(count().(FacetsCounted))
		return nil
	}
	return count
}

// Take shows what was counted, unless something else was chosen since.
func (f *Facets) Take(c FacetsCounted) {
	if c.facets != f || c.generation != f.generation {
		return
	}
	path, value := f.place()
	f.facets, f.counted = c.counted, true
	f.lay()
	f.goTo(path, value)
}

// shown is how many values of a field are shown before it is opened.
const shown = 7

// lay lists the fields and their values; those that are chosen are shown
// wherever they stand.
func (f *Facets) lay() {
	f.lines = f.lines[:0]
	for i := range f.facets {
		facet := &f.facets[i]
		path := facet.Path
		chosen := f.index.Names().Chosen(f.query, path)
		f.lines = append(f.lines, facetLine{i, facetTitle})
		for v := range facet.Values {
			if v < shown || f.open[path] || len(facet.Values) == shown+1 || slices.Contains(chosen, facet.Values[v].Query) {
				f.lines = append(f.lines, facetLine{i, v})
			}
		}
		if !f.open[path] && len(facet.Values) > shown+1 {
			f.lines = append(f.lines, facetLine{i, facetMore})
		}
	}
	f.cursor = min(f.cursor, max(0, len(f.lines)-1))
	if len(f.lines) > 0 && f.lines[f.cursor].value == facetTitle {
		f.move(1)
	}
}

// place tells what the cursor is on, so that it is found again.
func (f *Facets) place() (path, value string) {
	if f.cursor >= len(f.lines) {
		return "", ""
	}
	line := f.lines[f.cursor]
	if line.value >= 0 {
		value = f.facets[line.facet].Values[line.value].Query
	}
	return f.facets[line.facet].Path, value
}

func (f *Facets) goTo(path, value string) {
	for at, line := range f.lines {
		if line.value >= 0 && f.facets[line.facet].Path == path && f.facets[line.facet].Values[line.value].Query == value {
			f.cursor = at
		}
	}
}

func (f *Facets) move(by int) {
	for range f.lines {
		f.cursor = (f.cursor + by + len(f.lines)) % len(f.lines)
		if f.lines[f.cursor].value != facetTitle {
			return
		}
	}
}

// moveField goes to the first value of the field after or before.
func (f *Facets) moveField(by int) {
	if len(f.lines) == 0 {
		return
	}
	field := f.lines[f.cursor].facet
	for range f.lines {
		f.move(by)
		if f.lines[f.cursor].facet != field {
			break
		}
	}
	for f.cursor > 0 && f.lines[f.cursor-1].value != facetTitle {
		f.cursor--
	}
}

// Key answers a key; each choice is shown at once.
func (f *Facets) Key(msg tea.KeyPressMsg) (Answer, tea.Cmd) {
	switch walk := keys.Find(keys.InField, msg.String()); walk {
	case keys.NextTab:
		f.moveField(1)
		return Answer{}, nil
	case keys.PrevTab:
		f.moveField(-1)
		return Answer{}, nil
	}
	switch a := asked(msg, keys.Facets); a {
	case keys.Close, keys.Facets, keys.Accept:
		if a == keys.Accept && f.cursor < len(f.lines) && f.lines[f.cursor].value == facetMore {
			return f.toggle()
		}
		return Answer{Close: true}, nil
	case keys.Toggle:
		return f.toggle()
	case keys.Clear:
		return f.clear()
	case keys.Up:
		f.move(-1)
	case keys.Down:
		f.move(1)
	case keys.PageDown, keys.HalfDown:
		f.moveField(1)
	case keys.PageUp, keys.HalfUp:
		f.moveField(-1)
	case keys.Top:
		f.cursor = -1
		f.move(1)
	case keys.Bottom:
		f.cursor = 0
		f.move(-1)
	}
	return Answer{}, nil
}

// toggle chooses what the cursor is on, or chooses it no more.
func (f *Facets) toggle() (Answer, tea.Cmd) {
	if f.cursor < 0 || f.cursor >= len(f.lines) {
		return Answer{}, nil
	}
	line := f.lines[f.cursor]
	facet := &f.facets[line.facet]
	if line.value == facetMore {
		f.open[facet.Path] = true
		f.lay()
		return Answer{}, nil
	}
	return f.ask(f.index.Names().Choose(f.query, facet.Path, facet.Values[line.value].Query))
}

// clear takes back all that is chosen.
func (f *Facets) clear() (Answer, tea.Cmd) {
	text := f.query
	for i := range f.facets {
		text = f.index.Names().Without(text, f.facets[i].Path)
	}
	return f.ask(text)
}

func (f *Facets) ask(text string) (Answer, tea.Cmd) {
	f.query = text
	f.lay()
	return Answer{Chosen: Filtered{text}}, f.count()
}

// Click chooses the value of a line.
func (f *Facets) Click(line int) Answer {
	at := f.offset + line - facetsHead
	if line < facetsHead || at >= len(f.lines) || f.lines[at].value == facetTitle {
		return Answer{}
	}
	f.cursor = at
	answer, _ := f.toggle()
	return answer
}

// facetsHead is how many lines stand above the fields: the query.
const facetsHead = 1

// widestFacets is how many cells the facets are wide at most.
const widestFacets = 64

// View draws the facets.
func (f *Facets) View(t *theme.Theme, w *words.Words, width, height int) []string {
	inner := min(widestFacets, width-4)
	rows := max(1, height-2-facetsHead)
	f.set(len(f.lines), rows)
	f.reveal()
	from, to := f.window()
	asked := t.Muted.Render(safe.Cut(w.FilterPrompt, inner))
	if f.query != "" {
		asked = t.Key.Render("/ ") + t.Match.Render(safe.Cut(safe.Line(f.query), inner-2))
	}
	body := []string{asked}
	switch {
	case !f.counted:
		body = append(body, t.Muted.Render(w.Counting))
	case len(f.lines) == 0:
		body = append(body, t.Muted.Render(safe.Cut(w.FacetsNone, inner)))
	}
	for at := from; at < to; at++ {
		body = append(body, f.line(t, w, at, inner))
	}
	for len(body) < rows+facetsHead {
		body = append(body, "")
	}
	return widget.Box(t, w.FacetsTitle, body, inner, f.edge(t, hint(t, w.Space, w.HintChooseValue, "Tab", w.HintGroup, "x", w.HintNoChoice, "Esc", w.HintClose), w)...)
}

// reveal scrolls to the cursor, and to the title above it.
func (f *Facets) reveal() {
	if f.cursor > 0 && f.cursor < len(f.lines) && f.lines[f.cursor-1].value == facetTitle {
		f.show(f.cursor - 1)
	}
	f.show(f.cursor)
}

func (f *Facets) line(t *theme.Theme, w *words.Words, at, width int) string {
	line := f.lines[at]
	facet := &f.facets[line.facet]
	switch line.value {
	case facetTitle:
		return t.Strong.Render(safe.Cut(f.voice.FacetTitle(facet), width-8)) + t.Muted.Render("  "+w.Number(facet.Having))
	case facetMore:
		left := len(facet.Values) - shown
		return option(t, "… "+w.Count(left+facet.Left, w.FacetMore), at == f.cursor, width)
	}
	v := &facet.Values[line.value]
	box := "[ ] "
	if slices.Contains(f.index.Names().Chosen(f.query, facet.Path), v.Query) {
		box = "[x] "
	}
	count := w.Number(v.Count)
	room := width - 2 - len(box) - safe.Width(count) - 2
	text := box + safe.Pad(f.voice.FacetValue(facet, v), room) + "  " + count
	return option(t, text, at == f.cursor, width)
}
