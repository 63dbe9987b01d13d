package tui

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/tune"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/compare"
	"rihla/ui/tui/page/frequency"
	"rihla/ui/tui/page/graph"
	"rihla/ui/tui/page/matrix"
	"rihla/ui/tui/page/output"
	"rihla/ui/tui/page/overview"
	"rihla/ui/tui/page/report"
	"rihla/ui/tui/page/route"
	"rihla/ui/tui/page/timeline"
	"rihla/ui/tui/page/worldmap"
	"rihla/ui/words"
)

// pageID is the action that shows a page; none is that of the home page.
type pageID = keys.Action

const home pageID = keys.None

// entry is how one comes to a page.
type entry struct {
	id    pageID
	label words.Message // in the menu of pictures; none where the page is not in it
	inTab bool          // the page shows what the tab holds, which stays highlighted
	make  func(*Model) page.Page
	// subject returns what the page is shown, or says why it cannot be shown.
	subject func(*Model) (s page.Subject, problem string)
}

// entries are the pages, those of the menu in its order.
var entries = []entry{
	{keys.Graph, words.GraphPicture, true, func(m *Model) page.Page { return graph.New(m.voice) }, sameSubject},
	{keys.Path, words.PathPicture, true, func(m *Model) page.Page { return route.New(m.voice) }, chosenSubject},
	{keys.Timeline, words.TimelinePicture, true, func(m *Model) page.Page { return timeline.New(m.voice) }, sameSubject},
	{keys.Map, words.MapPicture, true, func(m *Model) page.Page { return worldmap.New(m.voice) }, sameSubject},
	{keys.Matrix, words.MatrixPicture, true, func(m *Model) page.Page { return matrix.New(m.voice) }, sameSubject},
	{keys.Questions, words.GapsPage, true, func(m *Model) page.Page { return report.NewGaps(m.voice) }, sameSubject},
	{keys.Suggestions, words.SuggestionsPage, false, func(m *Model) page.Page { return report.NewSuggestions(m.voice) }, wholeSubject},
	{id: keys.Overview, make: func(m *Model) page.Page { return overview.New(m.voice, m.kb.Findings, m.linked) }, subject: noSubject},
	{id: keys.Problems, make: func(m *Model) page.Page { return report.NewProblems(m.voice) }, subject: noSubject},
	{id: keys.Brief, label: words.BriefPage, make: func(m *Model) page.Page { return report.NewBrief(m.voice) }, subject: selectedSubject},
	{id: keys.Retract, make: func(m *Model) page.Page { return report.NewRetraction(m.voice) }, subject: sourceSubject},
	{id: keys.Inference, make: func(m *Model) page.Page { return report.NewInference(m.voice) }, subject: wholeSubject},
	{id: keys.FrequencyPage, inTab: true, make: func(m *Model) page.Page { return frequency.New(m.voice, m.index) }, subject: sameSubject},
	{id: keys.OutputPage, make: func(m *Model) page.Page { return output.New(m.voice) }, subject: noSubjectYet},
	{id: keys.Compare, make: func(m *Model) page.Page { return compare.New(m.voice) }, subject: markedSubject},
}

func entryOf(id pageID) (entry, bool) {
	for _, e := range entries {
		if e.id == id {
			return e, true
		}
	}
	return entry{}, false
}

// sameSubject is what is selected on the page that is left, among what that is
// about.
func sameSubject(m *Model) (page.Subject, string) {
	if m.kb.Partial {
		return page.Subject{}, m.words().Say(words.NotReadYet)
	}
	s := m.front.Subject()
	if e := m.front.Selection().Entity; e != nil {
		s.Entity = e
	}
	s.Marked = m.marks.List()
	return s, ""
}

// chosenSubject is that of sameSubject, without the entity that the overview begins at:
// nobody has chosen that.
func chosenSubject(m *Model) (page.Subject, string) {
	s, problem := sameSubject(m)
	if m.front.id == keys.Overview && s.Entity == m.kb.Home {
		s.Entity = nil
	}
	return s, problem
}

func noSubject(*Model) (page.Subject, string) { return page.Subject{}, "" }

// wholeSubject is all of a knowledge base that has been read.
func wholeSubject(m *Model) (page.Subject, string) {
	if m.kb.Partial {
		return page.Subject{}, m.words().Say(words.NotReadYet)
	}
	return page.Subject{}, ""
}

// selectedSubject is the entity that is selected, or else the one to start with.
func selectedSubject(m *Model) (page.Subject, string) {
	e := m.front.Selection().Entity
	if e == nil {
		e = m.kb.Home
	}
	switch {
	case m.kb.Partial:
		return page.Subject{}, m.words().Say(words.NotReadYet)
	case e == nil:
		return page.Subject{}, m.words().Say(words.NothingSelected)
	}
	return page.Subject{Entity: e, Entities: m.kb.Entities}, ""
}

// sourceSubject is the source that is shown or selected.
func sourceSubject(m *Model) (page.Subject, string) {
	source := m.sourceMeant()
	switch {
	case m.kb.Partial:
		return page.Subject{}, m.words().Say(words.NotReadYet)
	case source == nil:
		return page.Subject{}, keys.Say(m.words(), words.OnlySources, keys.Retract)
	}
	return page.Subject{Entity: source, Entities: m.kb.Entities}, ""
}

func markedSubject(m *Model) (page.Subject, string) {
	if m.marks.Len() < 2 {
		return page.Subject{}, keys.Say(m.words(), words.CannotCompare, keys.Mark)
	}
	return page.Subject{Entities: m.marks.List()}, ""
}

// front is the page that is shown, and what it was shown.
type front struct {
	page.Page
	id      pageID
	inTab   bool
	subject page.Subject
}

func (m *Model) isHome() bool { return m.front.id == home }

// goToPage shows a page from the beginning.
func (m *Model) goToPage(e entry) tea.Cmd {
	s, problem := e.subject(m)
	if problem != "" {
		return m.notify(problem)
	}
	return m.goToSubject(e, s)
}

// goToSubject shows a page of a subject from the beginning.
func (m *Model) goToSubject(e entry, s page.Subject) tea.Cmd {
	m.dialogs.clear()
	m.history.push(m.here())
	return m.show(e, s, nil)
}

// showFrequency shows how often each value of a column occurs among what is shown.
func (m *Model) showFrequency(column present.Column) tea.Cmd {
	e, _ := entryOf(keys.FrequencyPage)
	s, problem := e.subject(m)
	if problem != "" {
		return m.notify(problem)
	}
	s.Column = &column
	return m.goToSubject(e, s)
}

// narrow shows the list as it is filtered, by a condition more.
func (m *Model) narrow(condition string) tea.Cmd {
	return m.goTo(m.home.Tab(), m.home.Narrowed(condition))
}

// show shows a page, from a place that it was left at, or from the beginning. Where
// nothing is left to show there, it is the home page that is shown.
func (m *Model) show(e entry, s page.Subject, at any) tea.Cmd {
	m.leaveFront()
	p := m.pages[e.id]
	m.front = front{p, e.id, e.inTab, s}
	sized := p.SetSize(m.layout.Body.W, m.layout.Body.H)
	shown := p.Show(s, at)
	if shown.Ignored {
		m.leaveFront()
	}
	return tea.Batch(sized, m.obey(shown))
}

// leaveFront shows the home page, and lets go of what the page before was made
// from.
func (m *Model) leaveFront() {
	if m.front.Page != nil && m.front.Leave() && m.kb.Size() > reclaimThreshold && !m.isGuest() {
		go tune.Reclaim()
	}
	m.front = front{Page: m.home, id: home, inTab: true}
}

// offerPictures offers the pictures of what is selected.
func (m *Model) offerPictures() tea.Cmd {
	if _, ok := m.hint(keys.Pictures, ""); !ok {
		return m.say(words.NotReadYet)
	}
	var items []overlay.MenuItem
	for _, e := range entries {
		if e.label != words.None {
			items = append(items, overlay.MenuItem{Action: e.id, Label: e.label, Do: page.Do{Action: e.id}})
		}
	}
	items = append(items, overlay.MenuItem{Action: keys.Skins, Label: words.SkinsItem, Do: page.Do{Action: keys.Skins}})
	m.dialogs.open(overlay.NewMenu(keys.InPictureMenu, keys.Pictures, words.PicturesTitle, words.HintOpen, items))
	return nil
}
