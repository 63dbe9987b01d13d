package detail

import (
	"rihla/model/kb"
	"rihla/ui/markdown"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
	"strings"
)

// body lays out the entity's body.
func (l *layout) body() {
	v := l.voice
	text, other := v.KB.TextIn(l.record.Body, v.Lang)
	if text == "" {
		return
	}
	l.blank()
	if other != "" {
		l.add(rich.Flow(v.LanguageNote(other), l.width, 0)...)
	}
	lines := markdown.Lay(present.Bound(text), l.width, l.follow())
	for _, line := range lines {
		for _, span := range line.Spans {
			if span.Link >= 0 && span.Target != "" {
				l.page.Links[span.Link].Text += span.Text
			}
		}
	}
	l.page.Lines = append(l.page.Lines, lines...)
}

// follow resolves the references and web addresses in the body to links. A reference by
// key or address is shown by the name of its entity.
func (l *layout) follow() markdown.Follow {
	mentions := l.record.Mentions
	byName := make(map[string]*kb.Statement, len(mentions))
	for i := range mentions {
		byName[mentions[i].Value.Str] = &mentions[i]
	}
	return func(name string) (link int, label string) {
		m := byName[name]
		switch {
		case m == nil && (name == l.entity.Key || name == string(l.entity.Address())):
			return -1, l.voice.Name(l.entity)
		case m == nil && kb.IsURL(name):
			return l.link(present.Link{Address: name}), ""
		case m == nil:
			return -1, ""
		}
		if name == m.To.Key || strings.Contains(name, "/") {
			label = l.voice.Name(m.To)
		}
		return l.link(present.Link{To: m.To, Statement: m}), label
	}
}

// facts lays out the facts, each with its entities and its sources.
func (l *layout) facts() {
	facts := l.record.Facts
	if len(facts) == 0 {
		return
	}
	v := l.voice
	l.heading(v.Words.Say(words.Facts))
	aside := 0
	for i := range facts[:min(len(facts), present.MaxItems)] {
		if l.foldsAway(facts[i].Claim) {
			aside++
			continue
		}
		l.fact(&facts[i])
	}
	if aside > 0 {
		l.add([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Count(aside, words.DeprecatedCount))})
	}
	if left := len(facts) - present.MaxItems; left > 0 {
		l.add([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Count(left, words.More))})
	}
}

func (l *layout) fact(f *kb.Fact) {
	v := l.voice
	at := l.link(present.Link{Fact: f})
	text, other := v.KB.TextIn(f.Text, v.Lang)
	said := safe.Line(present.Bound(text))
	if strings.TrimSpace(said) == "" {
		said = "…"
	}
	spans := []rich.Span{rich.NewSpan(rich.Muted, "– "), {Text: said, Role: rich.Text, Link: at}}
	spans = append(spans, v.LanguageNote(other)...)
	for i, q := range v.Qualifiers(f.Claim) {
		if i == 0 {
			spans = append(spans, rich.Blank(apart))
		} else {
			spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator))
		}
		spans = append(spans, q)
	}
	if note := present.NoteSpan(l.numbering.Notes(f.Claim), at); note != nil {
		spans = append(spans, rich.NewSpan(rich.Plain, " "))
		spans = append(append(spans, note...), v.OriginsNote(f.Claim)...)
	}
	l.add(rich.Flow(spans, l.width, apart)...)
	var about []rich.Span
	for i := range f.About {
		s := &f.About[i]
		if len(about) > 0 {
			about = append(about, rich.NewSpan(rich.Muted, rich.Separator))
		}
		if s.To == nil {
			about = append(about, rich.NewSpan(rich.Plain, v.Inline(s.Value, present.CellLimit)))
			continue
		}
		link := l.link(present.Link{To: s.To, Statement: s, Fact: f})
		about = append(about, rich.Span{Text: v.Name(s.To), Role: rich.LinkText, Link: link})
	}
	if len(about) > 0 {
		about = append([]rich.Span{rich.NewSpan(rich.Muted, "→ ")}, about...)
		l.add(rich.Indent(rich.Flow(about, l.width-apart, apart), apart)...)
	}
}

// related lays out the backlinks of the entity.
func (l *layout) related() {
	if len(l.backlinks) == 0 {
		return
	}
	l.blank()
	for _, g := range l.backlinks {
		l.group(g)
	}
}
