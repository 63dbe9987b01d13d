package overlay

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/sift"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Item is one line of the palette that can be chosen.
type Item struct {
	Title string
	Also  string // a remark beside the title
	// AlsoShort replaces Also if the title does not fit beside it; it may be empty.
	AlsoShort string
	Key       string // the key that does the same
	IsRest    bool   // the item opens the results that are not listed; its title is no match
	// Called is other names that it is found by, separated by spaces.
	Called string
	Do     page.Intent
	// Preview lays out what is chosen, nil where there is nothing to see of it.
	Preview func(width int) []rich.Line
}

// Group is items that belong together, under a title.
type Group struct {
	Title string
	Count string
	Items []Item
	score int
}

// Palette searches everything: entities, tabs, places and commands.
type Palette struct {
	chooser
	voice  present.Voice
	index  *search.Index
	fixed  []Group // groups that do not depend on the input
	idle   []Item  // commands that would do nothing: offered by their names only
	recent []Group // what is offered before anything is typed
	prompt string

	choosing bool // only entities are offered, to be Chosen

	query   *query.Query
	problem *query.Problem
	found   *search.Result
	light   query.Highlighter
	worker  work.Worker

	groups []Group
	need   int    // the most cells that an item needed since the palette was opened
	chosen string // the title of what the user has moved to since the last letter

	previewed struct {
		of    page.Intent
		width int
		lines []rich.Line
	}
}

// NewPalette returns the palette, with what was typed already. Recent groups are
// offered while nothing is typed; the fixed ones are searched by their titles. Idle
// items, which do nothing as things are, are offered by their names only.
func NewPalette(v present.Voice, index *search.Index, recent, fixed []Group, idle []Item, text string) (*Palette, tea.Cmd) {
	p := &Palette{voice: v, index: index.At(v.Day.Span()), fixed: fixed, recent: recent, idle: idle, prompt: querytext.PalettePrompt(v)}
	return p, p.begin(text)
}

// begin asks for what was typed already.
func (p *Palette) begin(text string) tea.Cmd {
	p.head, p.field = paletteHead, widget.NewField()
	p.field.SetValue(safe.Line(text))
	p.take = p.accept
	p.narrow = func() tea.Cmd {
		p.chosen = ""
		return p.ask()
	}
	return p.ask()
}

// answers is what was found for a palette.
type answers struct {
	found  *search.Result
	groups []Group
	light  query.Highlighter
}

// ask searches for the input: at once among few entities, else in the background.
func (p *Palette) ask() tea.Cmd {
	p.worker.Stop()
	text := p.field.Value()
	p.query, p.problem = p.index.Parse(text)
	if strings.TrimSpace(text) == "" || p.query == nil {
		p.found, p.light = nil, query.Highlighter{}
		p.offer(append(slices.Clone(p.recent), p.fixed...))
		if p.query == nil {
			p.offer(p.named(text))
		}
		return nil
	}
	asked := p.query
	find := func(context.Context) answers {
		a := answers{found: p.index.Find(asked)}
		if !p.voice.KB.Partial { // else answer does, since naming an entity loads it
			p.group(asked, &a)
		}
		return a
	}
	if len(p.voice.KB.Entities) > work.Few {
		return work.Do(&p.worker, find, p.answer)
	}
	return p.answer(find(context.Background()))
}

// group makes the groups of what was found, and what lights it.
func (p *Palette) group(asked *query.Query, a *answers) {
	a.light = query.NewHighlighter(&asked.Root, a.found.Edits, p.index.Names())
	a.groups = p.groupsOf(asked, a.found, a.light)
}

// answer shows what was found.
func (p *Palette) answer(a answers) tea.Cmd {
	if p.voice.KB.Partial {
		p.group(p.query, &a)
	}
	p.found, p.light = a.found, a.light
	groups := p.named(p.field.Value())
	if len(groups) > 0 && a.found.Edits > 0 {
		p.found, p.light = nil, query.Highlighter{} // that is what was meant
	} else {
		groups = append(a.groups, groups...)
	}
	if called := p.idleCalled(p.field.Value()); len(called) > 0 {
		groups = append(groups, Group{Title: p.voice.Words.Say(words.IdleCommand), Items: called, score: lowest})
	}
	order.Stable(groups, func(a, b Group) int { return cmp.Compare(b.score, a.score) })
	if len(groups) == 0 || p.found != nil && p.found.Edits > 0 {
		groups = append(groups, p.meant(a.found)...)
	}
	p.offer(groups)
	return nil
}

// meant returns what the input may mean where nothing has that name: the
// query without some of its words, and the command of the nearest name, which is no
// further than the entities that were found.
func (p *Palette) meant(f *search.Result) []Group {
	var out []Group
	if text := querytext.Relaxed(p.voice.Words, f.Relaxed); text != "" && !p.choosing {
		out = append(out, Group{Items: []Item{{Title: text, IsRest: true, Do: page.Search{Text: f.Relaxed.Text}}}})
	}
	typed := query.Normalize(p.field.Value())
	nearest := query.EditLimit(typed) + 1
	if f.Edits > 0 {
		nearest = f.Edits + 1
	}
	var command *Item
	look := func(items []Item) {
		for i := range items {
			for name := range strings.FieldsSeq(items[i].Called) {
				if d := query.Distance(typed, query.Normalize(name), nearest-1); d < nearest {
					nearest, command = d, &items[i]
				}
			}
		}
	}
	for _, g := range p.fixed {
		look(g.Items)
	}
	look(p.idle)
	if command != nil {
		out = append(out, Group{Title: p.voice.Words.Say(words.MeantCommand), Items: []Item{*command}})
	}
	return out
}

// Again asks once more, of an index that has come further.
func (p *Palette) Again() tea.Cmd {
	if p.found == nil || p.found.IsComplete {
		return nil
	}
	return p.ask()
}

// How many hits are looked at, and how many of a kind are shown where there are
// several.
const (
	mostHits   = 200
	mostOfKind = 6
)

// groupsOf gathers what was found by kind, the kind of the best hit first.
func (p *Palette) groupsOf(q *query.Query, f *search.Result, light query.Highlighter) []Group {
	hits := f.Best(mostHits)
	counts := f.CountByKind()
	most := mostOfKind
	if len(counts) == 1 || p.choosing {
		most = mostHits
	}
	var groups []Group
	place := make(map[*kb.Kind]int)
	for _, h := range hits {
		kind := h.Entity.Kind
		at, known := place[kind]
		if !known {
			at = len(groups)
			place[kind] = at
			groups = append(groups, Group{Title: p.voice.KindLabel(kind), Count: p.voice.Words.Number(counts[kind]), score: h.Score})
		}
		g := &groups[at]
		if len(g.Items) < most {
			where := querytext.Where(p.voice, h.Entity, p.index.Explain(q, h.Entity, f.Edits, p.voice.Lang), light)
			g.Items = append(g.Items, Item{Title: p.voice.ListName(h.Entity), Also: where, Do: p.choice(h.Entity)})
		}
	}
	for kind, at := range place {
		g := &groups[at]
		if left := counts[kind] - len(g.Items); left > 0 && !p.choosing {
			more := p.voice.Words.Count(left, words.More)
			g.Items = append(g.Items, Item{Title: more, IsRest: true, Do: page.GoTo{Tab: kind.Name, Query: q.Text}})
		}
	}
	if f.Len() > 1 && len(groups) > 1 && !p.choosing {
		all := p.voice.Words.Count(f.Len(), words.AllAsList)
		groups = append(groups, Group{Items: []Item{{Title: all, IsRest: true, Do: page.GoTo{Tab: page.Everything, Query: q.Text}}}, score: lowest})
	}
	return groups
}

// lowest is the score of what stands below everything.
const lowest = -1

// What it counts for that the title of a tab or a command is called so; what
// names an entity as well counts a little more. Several words together count for
// more than what merely has them somewhere in a name.
const (
	scoreOfTitles = 200
	scoreOfTitle  = 22
	scoreOfBegin  = 13
	scoreOfPart   = 3
)

// named returns the tabs, places and commands that are called as is typed.
func (p *Palette) named(text string) []Group {
	asked := query.Normalize(text)
	var out []Group
	for _, g := range p.fixed {
		group := Group{Title: g.Title}
		for _, item := range g.Items {
			title := query.Normalize(item.Title + " " + item.Also)
			score := 0
			switch {
			case asked == "":
			case slices.Contains(strings.Fields(query.Normalize(item.Called)), asked):
				score = scoreOfTitles
			case strings.HasPrefix(title, asked) && strings.Contains(asked, " "):
				score = scoreOfTitles
			case strings.HasPrefix(title, asked):
				score = scoreOfTitle
			case strings.Contains(" "+title, " "+asked), strings.Contains(" "+query.Normalize(item.Called), " "+asked):
				score = scoreOfBegin
			case sift.HoldsAll(title, strings.Fields(asked)):
				score = scoreOfPart
			}
			if score > 0 {
				group.Items = append(group.Items, item)
				group.score = max(group.score, score)
			}
		}
		if len(group.Items) > 0 {
			out = append(out, group)
		}
	}
	return out
}

// idleCalled returns the idle commands that have a name.
func (p *Palette) idleCalled(name string) []Item {
	name = query.Normalize(name)
	var out []Item
	for _, item := range p.idle {
		if slices.Contains(strings.Fields(query.Normalize(item.Called)), name) {
			out = append(out, item)
		}
	}
	return out
}

// offer lists groups, the first item selected.
func (p *Palette) offer(groups []Group) {
	p.groups, p.rows, p.cursor, p.offset = groups, p.rows[:0], 0, 0
	was := -1
	for g := range groups {
		if len(groups[g].Items) == 0 {
			continue
		}
		if groups[g].Title != "" {
			p.rows = append(p.rows, row{g, title})
		}
		for i := range groups[g].Items {
			if p.chosen != "" && groups[g].Items[i].Title == p.chosen && was < 0 {
				was = len(p.rows)
			}
			p.rows = append(p.rows, row{g, i})
		}
	}
	p.need = max(p.need, need(p.rows, groups))
	if was >= 0 {
		p.cursor = was
		return
	}
	p.step(1)
}

// Text returns the input.
func (p *Palette) Text() string { return p.field.Value() }

// Resume takes on what was selected in another reading of the files.
func (p *Palette) Resume(other *Palette) {
	p.chosen, p.field = other.chosen, other.field
	p.offer(p.groups)
}

// selected returns the item that is selected, or nil.
func (p *Palette) selected() *Item {
	if !p.hasCursor() {
		return nil
	}
	at := p.rows[p.cursor]
	return &p.groups[at.group].Items[at.item]
}

// Key answers a key.
func (p *Palette) Key(msg tea.KeyPressMsg) page.Answer {
	switch a := keys.Find(keys.InField, msg); a {
	case keys.Close, keys.Palette:
		return page.Answer{Close: true}
	case keys.Accept:
		return p.accept()
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.NextTab, keys.PrevTab:
		p.act(a)
		if item := p.selected(); item != nil {
			p.chosen = item.Title // the user means to stay there
		}
	default:
		return page.Answer{Cmd: p.typed(msg), Ignored: !keys.IsTyping(msg)}
	}
	return page.Answer{}
}

// accept chooses what is selected, if anything is.
func (p *Palette) accept() page.Answer {
	if item := p.selected(); item != nil {
		return page.Answer{Close: true, Intent: item.Do}
	}
	return page.Answer{}
}

// asking returns the input, and how it was understood.
func (p *Palette) asking() querytext.Asking {
	a := querytext.Asking{Text: p.field.Value(), Prompt: p.prompt, Query: p.query, Problem: p.problem, Made: 1}
	if p.found != nil {
		a.Edits = p.found.Edits
		if !p.found.IsComplete {
			a.Made = p.index.Progress()
		}
	}
	return a
}
