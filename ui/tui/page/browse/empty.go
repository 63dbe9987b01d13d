package browse

import (
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page/browse/list"
	"rihla/ui/words"
)

// noRows says why a list is empty, and what to do about it.
func (p *Page) noRows(l *list.Page, width int) []rich.Line {
	w := p.voice.Words
	text, problem := l.Query(), l.Subject.Problem
	if q, wrong := l.Asked(); q == nil {
		problem = wrong
	} else if problem != nil {
		text = l.Subject.Query
	}
	quoted := func(text string) string { return w.Quote(safe.Cut(safe.Line(text), width/2)) }
	switch {
	case problem != nil:
		lines := querytext.FaultLines(p.voice, text, problem, width-4)
		if l.Subject.Problem != nil {
			lines = append(lines, rich.Wrap(rich.Muted, w.Say(words.WrongViewHint), width-4)...)
		}
		return lines
	case text != "":
		if q, _ := l.Asked(); l.Found() != nil && l.Found().Whenever > 0 && q.Whenever() != text {
			return rich.Wrap(rich.Muted, w.Say(words.NothingFoundFor, quoted(text))+"\n"+w.Say(words.FoundWhenever, safe.Line(q.Whenever()))+"\n"+keys.Say(w, words.HowToClear, keys.Close), width-4)
		}
		said := w.Say(words.NothingFoundFor, quoted(text)) + "\n"
		if f := l.Found(); f != nil {
			if relaxed := querytext.Relaxed(w, f.Relaxed); relaxed != "" {
				said += relaxed + "\n"
			}
		}
		return rich.Wrap(rich.Muted, said+keys.Say(w, words.HowToClear, keys.Close), width-4)
	case l.Subject.Query != "":
		return rich.Wrap(rich.Muted, w.Say(words.NothingFoundFor, quoted(l.Subject.Query)), width-4)
	}
	return rich.Wrap(rich.Muted, w.Say(words.EmptyKind), width-4)
}
