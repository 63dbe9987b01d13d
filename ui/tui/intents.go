package tui

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/draw/detail"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// obey does what a page or a dialog answered.
func (m *Model) obey(a page.Answer) tea.Cmd {
	if a.Intent == nil {
		return a.Cmd
	}
	return tea.Batch(a.Cmd, m.carryOut(a.Intent))
}

// carryOut turns an intent into history, focus, a page, a dialog or a notice. One
// that is none of the explorer's is taken by the page that is shown.
func (m *Model) carryOut(i page.Intent) tea.Cmd {
	if m.isGuest() && writes(i) {
		return m.say(words.OnlyRead)
	}
	switch i := i.(type) {
	case page.Open:
		m.open(i.Entity)
		m.home.SelectLink(i.Link)
	case page.GoTo:
		return m.goTo(i.Tab, i.Query)
	case page.Moved:
		m.history.push(m.placeOf(i.From))
		if i.Entity != nil {
			m.history.visit(visited{entity: page.RefTo(i.Entity)})
		}
	case page.Visited:
		m.history.visit(visited{tab: i.Tab, query: i.Query})
	case page.Search:
		return m.openPalette(i.Text)
	case page.CountValues:
		return m.showFrequency(i.Column)
	case page.Narrow:
		return m.narrow(i.Condition)
	case page.Do:
		return m.act(i.Action, "")
	case page.Wear:
		return m.wear(i)
	case page.AsOf:
		return m.goToDay(i.Day)
	case page.Notice:
		return m.notify(i.Text)
	case page.ShowDialog:
		m.dialogs.open(i.Dialog)
	case page.ShowSource:
		return m.openSource(func(width int) detail.Page { return detail.EvidenceOf(m.voice, i.Claims, width) })
	case page.ShowReference:
		return m.openSource(func(width int) detail.Page { return detail.SourceEvidence(m.voice, i.Source, width) })
	case page.ShowFinding:
		m.dialogs.open(overlay.NewFinding(i.Finding, func(width int) detail.Page { return detail.Finding(m.voice, i.Finding, width) }))
	case page.List:
		m.dialogs.open(overlay.NewListing(i.Title, i.Entities, m.nameAndKind))
	case page.Choose:
		return m.openChooser(i)
	case page.Copy:
		return m.copy(i)
	case page.Edit:
		return m.edit(i.Of)
	case page.Browse:
		e := page.RefTo(i.Entity).In(m.kb)
		return m.browse(webAddress(m.kb, e), m.nameOf(e))
	case page.BrowseBehind:
		return m.browseBehind(i.Address, i.Text)
	case page.OpenAddress:
		return m.openAddress(i.Address)
	case page.Unmark:
		return m.unmark(i.Entity)
	case page.CopyMarked:
		m.dialogs.open(m.copyMenu(m.marks.List()))
	case page.WriteMarked:
		if m.kb.Partial {
			return m.say(words.NotAllRead)
		}
		m.dialogs.open(overlay.NewNaming(m.writingOfMarked()))
	case page.NameFile:
		m.dialogs.open(overlay.NewNaming(i.Writing))
	case page.Write:
		return m.write(i)
	case page.SaveView:
		return m.saveView(i.View)
	case page.Revise:
		return m.revise(i)
	case page.AddEntity:
		return m.addMissing(i)
	case page.Unlink:
		return m.mend(i.Finding, m.unlinking(i.Finding))
	case page.Alter:
		return m.alter(i)
	case page.Adopt:
		return m.adopt(i.Suggestion)
	case page.Refuse:
		return m.writeRefusal(i.Refusal)
	default:
		return m.obey(m.front.Take(i))
	}
	return nil
}
