package browse

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/browse/list"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// tab is that of a kind, or of a saved view; that of everything is of the view
// that asks for nothing. The zero tab is none.
type tab struct {
	kind *kb.Kind
	view *kb.View
}

func (t tab) isNone() bool { return t == tab{} }

// viewPrefix sets the names of saved views apart from those of kinds, none of which
// has a slash.
const viewPrefix = "view/"

// everything is what the palette lists its answers in.
var everything = new(kb.View)

// name names the tab, so that it is found again in another reading of the files.
func (t tab) name() string {
	switch {
	case t.kind != nil:
		return t.kind.Name
	case t.view == everything:
		return page.Everything
	case t.view != nil:
		return viewPrefix + t.view.Name
	}
	return ""
}

// tabNamed returns the tab of a name, or none.
func (p *Page) tabNamed(name string) tab {
	if name == page.Everything {
		return tab{view: everything}
	}
	if view, ok := strings.CutPrefix(name, viewPrefix); ok {
		return tab{view: p.voice.KB.View(view)}
	}
	return tab{kind: p.voice.KB.Kind(name)}
}

// tabsOf returns the tabs of the kinds, followed by those of the saved views.
func tabsOf(k *kb.KB) []tab {
	var out []tab
	for _, kind := range k.Tabs() {
		out = append(out, tab{kind: kind})
	}
	for _, view := range k.Views {
		out = append(out, tab{view: view})
	}
	return out
}

// keepTabs keeps the order, and so the numbers, of the tabs of the previous reading, unless the
// manifest orders them.
func (p *Page) keepTabs(before []tab) {
	if len(p.voice.KB.Declared) > 0 {
		return
	}
	rank := make(map[string]int, len(before))
	for n, t := range before {
		rank[t.name()] = n
	}
	of := func(t tab) int {
		if n, known := rank[t.name()]; known {
			return n
		}
		return len(before)
	}
	order.Stable(p.tabs, func(a, b tab) int { return of(a) - of(b) })
}

// TabCount returns the number of tabs. The tab of all entities counts, as the last, once it has
// been opened.
func (p *Page) TabCount() int {
	n := len(p.tabs)
	if p.lists[tab{view: everything}] != nil {
		n++
	}
	return n
}

// tabAt returns a tab by its number, from 0.
func (p *Page) tabAt(n int) tab {
	if n < len(p.tabs) {
		return p.tabs[n]
	}
	return tab{view: everything}
}

// TabName returns the name of a tab by its number, from 0.
func (p *Page) TabName(n int) string { return p.tabAt(n).name() }

// Tab returns the name of the tab that is shown, empty where none is.
func (p *Page) Tab() string { return p.tab.name() }

// TabNumber returns the number of the tab that is shown, or -1.
func (p *Page) TabNumber() int {
	for n := range p.TabCount() {
		if p.tabAt(n) == p.tab {
			return n
		}
	}
	return -1
}

// IsAt reports whether the list of a tab has the focus.
func (p *Page) IsAt(name string) bool { return !p.inDetail && p.tab == p.tabNamed(name) }

// GoTo gives the focus to the list of a tab, filtered by a query unless that is
// empty.
func (p *Page) GoTo(name, query string) tea.Cmd {
	p.tab, p.inDetail, p.filter, p.finding = p.tabNamed(name), false, nil, nil
	if p.tab.isNone() {
		return nil
	}
	_, cmd := p.listOf(p.tab)
	p.fit()
	p.follow()
	if query != "" {
		cmd = tea.Batch(cmd, p.setQuery(query))
	}
	return cmd
}

// TabLabel returns what a tab is called, nothing where there is none of the name.
func (p *Page) TabLabel(name string) string {
	if t := p.tabNamed(name); !t.isNone() {
		return p.label(t)
	}
	return ""
}

func (p *Page) label(t tab) string {
	switch t.view {
	case nil:
		return p.voice.KindLabel(t.kind)
	case everything:
		return p.voice.Words.Say(words.EverythingTab)
	}
	return p.voice.ViewLabel(t.view)
}

// DrawTabs draws the row of tabs, and returns where each of them stands; that of
// the list is active where isActive is set.
func (p *Page) DrawTabs(t *theme.Theme, width int, isActive bool) (string, []widget.TabSpan) {
	active := -1
	if isActive {
		active = p.TabNumber()
	}
	return widget.Tabs(t, p.TabCount(), func(n int) widget.Tab {
		return widget.Tab{Label: p.newsSign(p.tabAt(n)) + p.label(p.tabAt(n)), Count: p.TabSize(n)}
	}, active, width)
}

// newsSign returns the sign of a tab of which something changed that the user has not
// seen.
func (p *Page) newsSign(t tab) string {
	if t.kind != nil && p.voice.News.Len(t.kind) > 0 {
		return present.NewsSign
	}
	return ""
}

// TabSize returns how many entities a tab has, by its number: as its filter leaves
// them, of how many. That of a saved view is known when its list has been made.
func (p *Page) TabSize(n int) string {
	t := p.tabAt(n)
	l, w := p.lists[t], p.voice.Words
	switch {
	case l != nil && l.Query() != "" && t.kind != nil:
		shown, all := l.Len()
		return w.Number(shown) + "/" + w.Number(all)
	case t.kind != nil:
		return w.Number(len(t.kind.Entities))
	case l != nil && l.Subject.Problem != nil:
		return "!"
	case l == nil || l.Found() == nil || !l.Found().IsComplete:
		return ""
	}
	shown, _ := l.Len()
	return w.Number(shown)
}

// TabPreview lays out what a tab holds, by its number: the query of its
// view, and its first entities, at most most of them.
func (p *Page) TabPreview(n, width, most int) []rich.Line {
	t := p.tabAt(n)
	l := p.lists[t]
	var lines []rich.Line
	if t.view != nil && l != nil {
		q, problem := p.index.Parse(t.view.Query)
		if problem != nil {
			return querytext.FaultLines(p.voice, t.view.Query, problem, width)
		}
		lines = rich.Wrap(rich.Muted, safe.Line(t.view.Query)+"\n"+querytext.Reading(p.voice, q, nil)+"\n ", width)
	}
	for row := range most {
		var e *kb.Entity
		switch {
		case l != nil:
			e = l.Entity(row)
		case t.kind != nil && row < len(t.kind.Entities):
			e = t.kind.Entities[row]
		}
		if e == nil {
			break
		}
		for _, spans := range rich.Flow([]rich.Span{rich.NewSpan(rich.Plain, p.voice.Name(e))}, width, 2) {
			lines = append(lines, rich.NewLine(spans...))
		}
	}
	return lines
}

// list returns the list of the tab that is shown.
func (p *Page) list() *list.Page {
	l, _ := p.listOf(p.tab)
	return l
}

// listOf returns the list of a tab, and what is still to be done for a new one.
func (p *Page) listOf(t tab) (*list.Page, tea.Cmd) {
	if l := p.lists[t]; l != nil {
		return l, nil
	}
	l, cmd := list.New(p.voice, p.index, p.marks, p.subject(t))
	l.Settled = func() {
		if p.tab == t {
			p.fit()
			p.follow()
		}
	}
	p.lists[t] = l
	return l, cmd
}

// subject returns what the list of a tab is of.
func (p *Page) subject(t tab) list.Subject {
	if t.view == nil {
		return list.Subject{Kind: t.kind}
	}
	q, problem := p.index.Parse(t.view.Query)
	if problem != nil {
		return list.Subject{Query: t.view.Query, Problem: problem}
	}
	return list.Subject{Query: t.view.Query, Root: q.Root}
}

// searchAgain arranges anew the lists that were filtered by an index which was
// still being made, and makes those of all saved views, so that their tabs count.
func (p *Page) searchAgain() tea.Cmd {
	var cmds []tea.Cmd
	for _, l := range p.lists {
		cmds = append(cmds, l.Again())
	}
	for _, view := range p.voice.KB.Views {
		_, cmd := p.listOf(tab{view: view})
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}
