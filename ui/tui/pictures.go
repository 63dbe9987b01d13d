package tui

import (
	"context"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page/graph"
	"rihla/ui/tui/page/matrix"
	"rihla/ui/tui/page/path"
	"rihla/ui/tui/page/timeline"
	"rihla/ui/tui/page/worldmap"
	"rihla/ui/tui/picture"
	"rihla/ui/words"
)

// view is one way to look at what is selected, beside list and detail.
type view struct {
	scope  keys.Scope
	action keys.Action
	label  words.Message
	make   func(present.Voice) picture.Page
}

// views are the pictures, in the order of the menu.
var views = []view{
	{keys.InGraph, keys.Graph, words.GraphView, func(v present.Voice) picture.Page { return graph.New(v) }},
	{keys.InPath, keys.Path, words.PathView, func(v present.Voice) picture.Page { return path.New(v) }},
	{keys.InTimeline, keys.Timeline, words.TimelineView, timeline.New},
	{keys.InMap, keys.Map, words.MapView, func(v present.Voice) picture.Page { return worldmap.New(v) }},
	{keys.InMatrix, keys.Matrix, words.MatrixView, matrix.New},
}

func viewOf(scope keys.Scope) (view, bool) {
	for _, v := range views {
		if v.scope == scope {
			return v, true
		}
	}
	return view{}, false
}

// shown is the picture that is shown. It is gone when another page is.
type shown struct {
	scope   keys.Scope
	page    picture.Page
	subject picture.Subject
	turn    int // of its latest job
	busy    bool
	slow    bool
	cancel  context.CancelFunc
}

// drawingDone is what came of a job of a picture.
type drawingDone struct {
	of     *shown
	turn   int
	answer any
}

// drawingLong is sent when a job of a picture takes longer than is waited for
// in silence.
type drawingLong struct {
	of   *shown
	turn int
}

// offerViews offers the other views of what is selected.
func (m *Model) offerViews() tea.Cmd {
	if m.isIdle(keys.Views) {
		return m.say(words.NotReadYet)
	}
	items := make([]overlay.MenuItem, len(views))
	for i, v := range views {
		items[i] = overlay.MenuItem{Action: v.action, Label: v.label, Do: doing{v.action}}
	}
	m.dialog = overlay.NewMenu(keys.InViews, keys.Views, words.ViewsTitle, words.HintOpen, items)
	return nil
}

// goToPicture shows what is selected as a picture.
func (m *Model) goToPicture(a keys.Action) tea.Cmd {
	for _, v := range views {
		if v.action != a {
			continue
		}
		if m.kb.Partial {
			return m.say(words.NotReadYet)
		}
		s := m.subjectOfPicture()
		m.leave()
		return m.draw(v, s, nil)
	}
	return nil
}

// subjectOfPicture is what pictures are asked to show: what the list holds, what
// is selected where the focus is.
func (m *Model) subjectOfPicture() picture.Subject {
	if m.picture != nil {
		s := m.picture.subject
		if e := m.picture.page.Selected(); e != nil {
			s.Entity = e
		}
		s.Marked = m.marks.list
		return s
	}
	s := picture.Subject{Entity: m.current(), Entities: m.kb.Entities, Marked: m.marks.list}
	if m.focus == keys.InCompare {
		s.Entity, s.Entities = m.compare.Entity(), m.compare.Entities()
		return s
	}
	if m.focus != keys.InOverview && !m.tab.isNone() {
		p := m.list()
		s.Entities, s.Kind, s.Query = p.Shown(), m.tab.kind, safe.Line(p.Query())
	}
	return s
}

// draw shows a subject as a picture, from a place that it was left at, or from
// the beginning.
func (m *Model) draw(v view, s picture.Subject, at any) tea.Cmd {
	m.endPicture()
	m.focus = v.scope
	m.picture = &shown{scope: v.scope, page: v.make(m.voice), subject: s}
	if page, ok := m.picture.page.(picture.Keeper); ok {
		page.Resume(m.kept[v.scope])
	}
	sized := m.picture.page.SetSize(m.layout.Body.W, m.layout.Body.H)
	return tea.Batch(m.work(sized), m.work(m.picture.page.Show(s, at)))
}

// endPicture lets go of the picture that is shown, if one is, and of what it was
// made from.
func (m *Model) endPicture() {
	if m.picture == nil {
		return
	}
	if m.picture.cancel != nil {
		m.picture.cancel()
	}
	if page, ok := m.picture.page.(picture.Keeper); ok {
		m.kept[m.picture.scope] = page.Keep()
	}
	worked := m.picture.cancel != nil
	m.picture = nil
	if worked && m.kb.Size() > reclaimThreshold {
		go debug.FreeOSMemory()
	}
}

// work runs a job of the picture beside the screen, in the place of its former
// one.
func (m *Model) work(job picture.Job) tea.Cmd {
	p := m.picture
	if p == nil || job == nil {
		return nil
	}
	if p.cancel != nil {
		p.cancel()
	}
	ctx, cancel := context.WithCancel(m.ctx)
	p.cancel = cancel
	p.turn++
	p.busy, p.slow = true, false
	turn := p.turn
	return tea.Batch(
		func() tea.Msg { return drawingDone{p, turn, job(ctx)} },
		tea.Tick(patience, func(time.Time) tea.Msg { return drawingLong{p, turn} }),
	)
}

// handleDrawn gives a picture what its job returned, unless it is gone or has
// asked for something else since.
func (m *Model) handleDrawn(msg drawingDone) tea.Cmd {
	if m.picture != msg.of || m.picture.turn != msg.turn {
		return nil
	}
	m.picture.busy = false
	return m.work(m.picture.page.Take(msg.answer))
}

func (m *Model) handleDrawingLong(msg drawingLong) {
	if m.picture == msg.of && m.picture.turn == msg.turn && m.picture.busy {
		m.picture.slow = true
	}
}

// tellPicture gives a key to the picture.
func (m *Model) tellPicture(a keys.Action) tea.Cmd {
	before := m.here()
	return m.obeyPicture(m.picture.page.Act(a), before)
}

// obeyPicture does what a picture answered; before is where the user was until
// then.
func (m *Model) obeyPicture(a picture.Answer, before place) tea.Cmd {
	if a.Left {
		m.leaveFrom(before)
	}
	cmd := m.work(a.Job)
	switch {
	case a.Open != nil:
		m.open(a.Open)
	case a.Choose != "":
		return tea.Batch(cmd, m.choose(a.Choose))
	case a.Claim != nil:
		return tea.Batch(cmd, m.openClaim(*a.Claim))
	case a.List != nil:
		m.dialog = overlay.NewListing(a.List.Title, a.List.Entities, m.nameAndKind)
	case a.Notice != "":
		return tea.Batch(cmd, m.notify(a.Notice))
	}
	return cmd
}

// openClaim shows what stands behind a claim.
func (m *Model) openClaim(c evidence.Claim) tea.Cmd {
	return m.openSource(func(width int) present.Page { return m.voice.Evidence(c.Statement, c.Fact, width) })
}

// choose lets an entity be chosen for the picture.
func (m *Model) choose(prompt string) tea.Cmd {
	var items []overlay.Item
	for _, v := range m.visited {
		if e := m.find(v.entity); e != nil && len(items) < mostRecent {
			items = append(items, overlay.Item{Title: m.voice.Name(e), Also: m.voice.KindOne(e.Kind), Do: overlay.Picked{Entity: e}})
		}
	}
	chooser, cmd := overlay.NewChooser(m.voice, m.index, []overlay.Group{{Title: m.words().Say(words.Recent), Items: items}}, prompt)
	m.dialog = chooser
	return cmd
}

// takePicked gives the picture the entity that was chosen.
func (m *Model) takePicked(e *kb.Entity) tea.Cmd {
	if m.picture == nil {
		return nil
	}
	before := m.here()
	return m.obeyPicture(m.picture.page.Chosen(e), before)
}

// drawAgain brings back the picture of a place; where the knowledge base is
// another one since, with what the list holds now.
func (m *Model) drawAgain(at place) tea.Cmd {
	v, ok := viewOf(at.focus)
	if !ok {
		return nil
	}
	s := at.subject
	if at.kb != m.kb {
		m.focus = keys.InList
		s = m.subjectOfPicture()
		s.Entity = m.find(at.pictured)
	}
	return m.draw(v, s, at.picture)
}

func (m *Model) nameAndKind(e *kb.Entity) (name, kind string) {
	return m.voice.Name(e), m.voice.KindOne(e.Kind)
}
