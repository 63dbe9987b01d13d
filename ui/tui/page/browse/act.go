package browse

import (
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/browse/list"
	"rihla/ui/words"
)

// Act does what a key asks for.
func (p *Page) Act(a keys.Action) page.Answer {
	switch a {
	case keys.Open:
		return p.open()
	case keys.Close:
		return p.clearFilter()
	case keys.Filter:
		return p.beginTyping()
	case keys.FindText:
		return p.beginFinding()
	case keys.Facets:
		return p.openFacets()
	case keys.Frequency:
		return p.openFrequency()
	case keys.Sort:
		return p.openSort()
	case keys.Columns:
		return page.Answer{Intent: page.ShowDialog{Dialog: overlay.NewColumns(p.list().AllColumns(), p.list().Columns(), p.list().HasRoom)}}
	case keys.Sheet:
		return p.switchSheet()
	case keys.Narrower:
		return p.widen(-1)
	case keys.Wider:
		return p.widen(1)
	case keys.Left:
		return p.moveColumn(-1)
	case keys.Right:
		return p.moveColumn(1)
	case keys.SaveView:
		return p.openSaving()
	case keys.Source:
		return p.source()
	}
	return page.Answer{Ignored: !p.move(a)}
}

// Take takes what was chosen in a dialog, or news.
func (p *Page) Take(i page.Intent) page.Answer {
	switch i := i.(type) {
	case page.Filter:
		return page.Answer{Cmd: p.setQuery(i.Query)}
	case page.Sort:
		return p.sort(i.By)
	case page.Columns:
		cmd := p.list().SetColumns(i.Columns)
		p.fit()
		return page.Answer{Cmd: cmd}
	case page.Written:
		p.selectWritten(i)
		return page.Answer{}
	case page.Indexed:
		return page.Answer{Cmd: p.searchAgain()}
	case page.Checked:
		p.voice.Found = i.ByEntity
		if e := p.detail.Entity; e != nil && len(i.ByEntity[e.Address()]) > 0 {
			p.detail.SetVoice(p.voice)
		}
		return page.Answer{}
	}
	return page.Ignored
}

// selectWritten selects an entity that was written, or in the detail what was written
// about the entity that it shows.
func (p *Page) selectWritten(i page.Written) {
	if e := p.voice.KB.Lookup(i.Entity); e != nil && i.Field == "" {
		p.reveal(e)
		return
	}
	if e := p.detail.Entity; e == nil || e.Address() != i.Entity {
		return
	}
	p.detail.SelectLast(func(link present.Link) bool {
		s := link.Statement
		switch {
		case s == nil && link.Fact != nil:
			return i.Field == page.FactsField && link.Fact.Text.Has(i.Text)
		case s == nil || s.Field.Path != i.Field || s.Fact != nil:
			return false
		case s.To != nil:
			return s.To.Address() == i.To
		}
		return s.Value.Str == i.Text
	})
}

// move moves as a key asks, and reports whether the key is one that moves.
func (p *Page) move(a keys.Action) bool {
	if p.inDetail {
		return p.detail.Act(a)
	}
	if p.tab.isNone() || !p.list().Act(a) {
		return false
	}
	p.follow()
	return true
}

func (p *Page) say(m words.Message, args ...any) page.Answer {
	return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(m, args...)}}
}

// open gives the focus to the detail, or follows what is selected in it.
func (p *Page) open() page.Answer {
	if !p.inDetail {
		return p.openDetail()
	}
	link := p.detail.Selected()
	switch {
	case link == nil:
		return p.say(words.NothingSelected)
	case p.detail.Reveal():
		return page.Answer{} // nobody means to follow what is not seen
	case link.Address != "":
		return page.Answer{Intent: page.BrowseBehind{Address: link.Address, Text: link.Text}}
	case link.To == nil:
		return p.source()
	}
	return page.Answer{Intent: page.Open{Entity: link.To}}
}

func (p *Page) openDetail() page.Answer {
	if p.tab.isNone() || p.list().Selected() == nil {
		answer := p.takeOffer()
		answer.Ignored = false
		return answer
	}
	moved := page.Moved{From: p.State(), Entity: p.list().Selected()}
	p.inDetail = true
	p.detail.Show(p.list().Selected())
	return page.Answer{Intent: moved}
}

// source shows what stands behind the selected fact.
func (p *Page) source() page.Answer {
	switch {
	case p.inDetail:
	case p.voice.KB.LacksSources():
		return p.say(words.NothingHasSource)
	default:
		return page.Answer{Intent: page.Notice{Text: keys.Say(p.voice.Words, words.OpenFirst, keys.Open, keys.Source)}}
	}
	link := p.detail.Selected()
	if link == nil {
		return p.say(words.NothingSelected)
	}
	if source, ok := p.detail.SourceOf(link); ok {
		return page.Answer{Intent: page.ShowReference{Source: source}}
	}
	if link.Statement == nil && link.Fact == nil {
		return p.say(words.NoSourceHere)
	}
	return page.Answer{Intent: page.ShowSource{Claims: []evidence.Claim{{Entity: p.detail.Entity, Statement: link.Statement, Fact: link.Fact}}}}
}

// clearFilter ends finding in the detail; else it takes the filter off, but not in the tab of everything, which is
// nothing without it.
func (p *Page) clearFilter() page.Answer {
	if p.inDetail && p.detail.IsFinding() {
		p.detail.StopFinding(false)
		return page.Answer{}
	}
	if p.inDetail || p.tab.isNone() || p.tab.view == everything || p.list().Query() == "" {
		return page.Ignored
	}
	return page.Answer{Cmd: p.setQuery("")}
}

// openFacets offers the values that the entities of the list have.
func (p *Page) openFacets() page.Answer {
	l := p.list()
	switch _, problem := l.Asked(); {
	case p.voice.KB.Partial || !p.index.IsBuilt():
		return p.say(words.NotReadYet)
	case problem != nil:
		what, _ := querytext.Problem(p.voice.Words, problem)
		return page.Answer{Intent: page.Notice{Text: what}}
	}
	facets, cmd := overlay.NewFacets(p.voice, p.index, l.Subject.Node(), l.Subject.Kind, l.Query(), p.asideFrom)
	return page.Answer{Intent: page.ShowDialog{Dialog: facets}, Cmd: cmd}
}

// openFrequency shows how often each value of a column occurs in the list: of that which
// the cursor is on, else it asks of which.
func (p *Page) openFrequency() page.Answer {
	l := p.list()
	if _, problem := l.Asked(); problem != nil {
		what, _ := querytext.Problem(p.voice.Words, problem)
		return page.Answer{Intent: page.Notice{Text: what}}
	}
	if p.voice.KB.Partial {
		return p.say(words.NotReadYet)
	}
	columns := p.voice.Countable(p.tab.kind, l.Columns())
	if len(columns) == 0 {
		return p.say(words.FacetsNone)
	}
	if on := l.Column(); on != nil && slices.ContainsFunc(columns, func(c present.Column) bool { return c.Field == on.Field }) {
		return page.Answer{Intent: page.CountValues{Column: *on}}
	}
	return page.Answer{Intent: page.ShowDialog{Dialog: overlay.NewFieldChooser(columns)}}
}

// Narrowed returns the query that the list is filtered by, with a condition more.
func (p *Page) Narrowed(condition string) string {
	if p.tab.isNone() {
		return condition
	}
	return query.Join(p.index.Names(), p.list().Query(), condition)
}

// asideFrom returns the column where a dialog beside the list begins, which wants a
// number of cells. It covers no column of the list in part, and never the names.
func (p *Page) asideFrom(want int) int {
	if !p.layout.isWide || p.inDetail {
		return 0
	}
	x := p.layout.detail.x - 1
	if p.width-want >= x {
		return x
	}
	return p.list().EdgeBefore(p.width-want, p.layout.list.width)
}

// openSort offers what the list can be sorted by.
func (p *Page) openSort() page.Answer {
	if p.voice.KB.Partial {
		return p.say(words.NotReadYet)
	}
	l := p.list()
	return page.Answer{Intent: page.ShowDialog{Dialog: overlay.NewSort(l.AllColumns(), l.Columns(), l.Order(), l.Column())}}
}

// sort sorts the list, and says by what.
func (p *Page) sort(order list.Order) page.Answer {
	if p.voice.KB.Partial {
		return p.say(words.NotReadYet)
	}
	l := p.list()
	cmd := l.SetOrder(order)
	answer := p.say(words.FileOrder)
	if len(order) > 0 {
		var by []string
		for _, key := range order {
			for _, column := range l.AllColumns() {
				if column.Field == key.Field {
					by = append(by, column.Title+list.Order{key}.Mark(key.Field))
				}
			}
		}
		answer = p.say(words.SortedBy, strings.Join(by, p.voice.Words.ListComma))
	}
	answer.Cmd = cmd
	return answer
}

// openSaving asks for the title of a view that keeps what the list is filtered
// by.
func (p *Page) openSaving() page.Answer {
	l, k := p.list(), p.voice.KB
	switch q, problem := l.Asked(); {
	case k.Dir == "":
		return p.say(words.NoFileForViews)
	case k.Partial:
		return p.say(words.NotReadYet)
	case problem != nil:
		return p.say(words.NotReadable)
	case q.IsEmpty():
		return page.Answer{Intent: page.Notice{Text: keys.Say(p.voice.Words, words.NothingToSave, keys.Filter)}}
	}
	if shown, _ := l.Len(); shown == 0 && !l.IsPending() {
		return p.say(words.EmptyView)
	}
	of := "kind:"
	if p.tab.view != nil {
		of = p.tab.view.Query
	} else {
		of += query.Quote(p.tab.kind.Name)
	}
	text := query.Join(p.index.Names(), of, l.Query())
	if day := p.voice.OtherDay(); day != "" {
		text = p.index.Names().At(text, day)
	}
	return page.Answer{Intent: page.ShowDialog{Dialog: overlay.NewViewNaming(p.voice, p.index, text)}}
}

// Hint says what a key does as things are, and whether it does anything.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	w := p.voice.Words
	if p.inDetail {
		folds, unfolded := p.detail.Folds()
		switch {
		case a == keys.Expand && unfolded:
			return w.Say(words.HintHide), folds
		case a == keys.Expand:
			return usual, folds
		case a == keys.Close:
			return w.Say(words.HintClear), p.detail.IsFinding()
		case a == keys.NextLink && p.detail.IsFinding():
			return w.Say(words.HintMatch), true
		case a == keys.Open, a == keys.Source, a == keys.NextLink:
			return usual, p.detail.Selected() != nil
		}
		return usual, true
	}
	filtered := p.inForce() != ""
	switch a {
	case keys.Sheet:
		if p.split.isSheet {
			usual = w.Say(words.HintDetail)
		}
		return usual, !p.tab.isNone()
	case keys.Close:
		if filtered && p.tab.view != everything {
			usual = w.Say(words.HintClear)
		}
		return usual, filtered
	case keys.SaveView:
		return usual, filtered
	case keys.Filter:
		return usual, !filtered
	case keys.Source:
		return usual, false
	case keys.Open:
		if _, filter := p.offer(); filter != "" {
			return w.Say(words.HintKeep), true
		}
		return usual, !p.tab.isNone() && p.list().Selected() != nil
	}
	return usual, true
}

// detailPosition says that the entity is marked, where there is room, and which of
// its links is selected, or how many there are while that is not seen.
func (p *Page) detailPosition() string {
	w := p.voice.Words
	position := ""
	at, all := p.detail.Position()
	match, matches := p.detail.Matches()
	switch {
	case matches > 0:
		position = w.Say(words.HintMatch) + " " + w.Number(match) + "/" + w.Number(matches)
	case all == 0:
	case !p.detail.SeesLink():
		position = w.Count(all, words.LinkCount)
	default:
		position = w.Say(words.HintLink) + " " + w.Number(at) + "/" + w.Number(all)
	}
	if !p.marks.Has(p.detail.Entity) || p.width < wordy {
		return position
	}
	if position == "" {
		return w.Say(words.IsMarked)
	}
	return w.Say(words.IsMarked) + " · " + position
}

// wordy is the width, in cells, from which on the position says that an entity is
// marked.
const wordy = 60
