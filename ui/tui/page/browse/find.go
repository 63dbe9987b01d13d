package browse

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// finding is the text that is looked for in the detail, while it is typed.
type finding struct{ field widget.Field }

// beginFinding lets a text be typed that is looked for in the detail.
func (p *Page) beginFinding() page.Answer {
	if !p.inDetail || p.detail.Entity == nil {
		return page.Ignored
	}
	f := &finding{field: widget.NewField()}
	p.finding = f
	p.detail.BeginFinding()
	return page.Answer{}
}

// typeFinding takes a key or pasted text into the text that is looked for.
func (p *Page) typeFinding(msg tea.Msg) page.Answer {
	f := p.finding
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		if a := keys.Find(keys.InField, msg); a != keys.None {
			return p.typedFinding(a)
		}
	}
	before := f.field.Value()
	var cmd tea.Cmd
	f.field, cmd = f.field.Update(msg)
	if text := f.field.Value(); text != before {
		p.detail.Find(text)
	}
	return page.Answer{Cmd: cmd, Ignored: !keys.IsTyped(msg)}
}

// typedFinding does what a key asks for that is no text: Enter stays at the match,
// Esc goes back to where finding began.
func (p *Page) typedFinding(a keys.Action) page.Answer {
	switch a {
	case keys.Accept:
		p.finding = nil
		if _, all := p.detail.Matches(); all == 0 {
			p.detail.StopFinding(true)
		}
	case keys.Close:
		p.finding = nil
		p.detail.StopFinding(true)
	case keys.Palette:
		text := p.finding.field.Value()
		p.finding = nil
		p.detail.StopFinding(true)
		return page.Answer{Intent: page.Search{Text: text}}
	case keys.Down, keys.NextTab:
		return page.Answer{Ignored: !p.detail.NextMatch(1)}
	case keys.Up, keys.PrevTab:
		return page.Answer{Ignored: !p.detail.NextMatch(-1)}
	default:
		return page.Answer{Ignored: !p.detail.Act(a)}
	}
	return page.Answer{}
}

// underFinding says how many matches there are, and what the keys do.
func (p *Page) underFinding(t *theme.Theme, room int) string {
	w := p.voice.Words
	at, all := p.detail.Matches()
	before := rich.Blank(len(filterPrompt))
	switch {
	case !p.detail.IsFinding():
		return t.Line(rich.NewLine(before, rich.NewSpan(rich.Muted, safe.Cut(w.Say(words.FindPrompt), room-len(filterPrompt)))))
	case all == 0:
		return t.Line(rich.NewLine(before, rich.NewSpan(rich.Warning, safe.Cut(w.Say(words.NotInEntity), room-len(filterPrompt)))))
	}
	spans := []rich.Span{before, rich.NewSpan(rich.Muted, w.Say(words.OutOf, w.Number(at), w.Number(all)))}
	line := t.Line(rich.NewLine(spans...))
	used := rich.Width(spans)
	for _, h := range []struct {
		key  keys.Action
		hint words.Message
	}{{keys.Up, words.HintMatch}, {keys.Accept, words.HintKeep}, {keys.Close, words.HintBack}} {
		key, hint := keys.Short(w, h.key), " "+w.Say(h.hint)
		used += 2 + safe.Width(key+hint)
		if used > room {
			break
		}
		line += "  " + t.Key.Render(key) + t.Muted.Render(hint)
	}
	return line
}
