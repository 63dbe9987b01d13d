package browse

import (
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/browse/list"
	"rihla/ui/words"
)

// offer says what another filter finds where that of the list finds nothing, and
// returns that filter; nothing where there is none to offer.
func (p *Page) offer() (said, filter string) {
	if !p.isFruitless() {
		return "", ""
	}
	w, l := p.voice.Words, p.list()
	q, _ := l.Asked()
	if whenever := q.Whenever(); l.Found().Whenever > 0 && whenever != l.Query() {
		return w.Say(words.FoundWhenever, safe.Line(whenever)), whenever
	}
	relaxed := l.Found().Relaxed
	return querytext.Relaxed(w, relaxed), relaxed.Text
}

// isFruitless reports whether the list is filtered by a query that makes sense and
// finds nothing.
func (p *Page) isFruitless() bool {
	if p.tab.isNone() || p.list().IsPending() || p.list().Query() == "" || p.list().Subject.Problem != nil {
		return false
	}
	q, _ := p.list().Asked()
	shown, _ := p.list().Len()
	return shown == 0 && q != nil && p.list().Found() != nil
}

// Fruitless returns the filter of the list where that has the focus and finds nothing,
// so that it can be looked for elsewhere; else nothing.
func (p *Page) Fruitless() string {
	if p.inDetail || !p.isFruitless() {
		return ""
	}
	return safe.Line(p.list().Query())
}

// takeOffer filters by what is offered.
func (p *Page) takeOffer() page.Answer {
	_, filter := p.offer()
	if filter == "" {
		return page.Ignored
	}
	p.filter = nil
	return page.Answer{Intent: page.Visited{Tab: p.tab.name(), Query: safe.Line(filter)}, Cmd: p.setQuery(filter)}
}

// noRows says why a list is empty, and what to do about it. The lines from one to
// another are what Enter takes.
func (p *Page) noRows(l *list.Page, width int) (lines []rich.Line, from, to int) {
	w := p.voice.Words
	text, problem := l.Query(), l.Subject.Problem
	if q, wrong := l.Asked(); q == nil {
		problem = wrong
	} else if problem != nil {
		text = l.Subject.Query
	}
	quoted := func(text string) string { return w.Quote(safe.Cut(safe.Line(text), width/2)) }
	add := func(role rich.Role, text string) { lines = append(lines, rich.Wrap(role, text, width-4)...) }
	switch {
	case problem != nil:
		lines = querytext.FaultLines(p.voice, text, problem, width-4)
		if l.Subject.Problem != nil {
			add(rich.Muted, w.Say(words.WrongViewHint))
		}
	case text != "":
		add(rich.Muted, w.Say(words.NothingFoundFor, quoted(text)))
		if said, _ := p.offer(); said != "" {
			from = len(lines)
			add(rich.Accent, said)
			to = len(lines)
			add(rich.Muted, keys.Say(w, words.HowToTake, keys.Open))
		}
		if n := l.Elsewhere(); n > 0 {
			add(rich.Muted, w.Say(words.HowToSearchAll, w.Count(n, words.FoundElsewhere), keys.Name(w, keys.Palette)))
		}
		add(rich.Muted, keys.Say(w, words.HowToClear, keys.Close))
	case l.Subject.Query != "":
		add(rich.Muted, w.Say(words.NothingFoundFor, quoted(l.Subject.Query)))
	default:
		add(rich.Muted, w.Say(words.EmptyKind))
	}
	return lines, from, to
}
