package tui

import (
	"bytes"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/brief"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// offerCopy opens the menu of what can be copied.
func (m *Model) offerCopy() tea.Cmd {
	s := m.front.Selection()
	if s.Copied != nil {
		return m.copy(*s.Copied)
	}
	if len(s.Entities) > 0 {
		m.dialogs.open(m.copyMenu(s.Entities))
		return nil
	}
	e := s.Entity
	if e == nil {
		return m.say(words.NothingSelected)
	}
	v, at := m.voice, page.RefTo(e)
	citation := func() string { return v.EntityCitation(e) }
	if link := s.Link; link != nil && (link.Statement != nil || link.Fact != nil) {
		citation = func() string { return v.Citation(link.Statement, link.Fact) }
	}
	m.dialogs.open(overlay.NewCopyMenu([]overlay.CopyItem{
		{Action: keys.CopyName, Label: words.CopyName, Text: func() string { return v.Name(e) }},
		{Action: keys.CopyAddress, Label: words.CopyAddress, Text: func() string { return safe.Line(string(e.Address())) }},
		{Action: keys.CopyCitation, Label: words.CopyCitation, Text: citation},
		{Action: keys.CopyMarkdown, Label: words.CopyMarkdown, Text: func() string { return export.NoteMarkdown(v.Note(e)) }},
		{Action: keys.CopyBrief, Label: words.CopyBrief, Text: func() string { return briefOf(v, at.In(m.kb)) }},
		{Action: keys.CopyJSON, Label: words.CopyJSON, Text: func() string { return asJSON(m.kb, m.lang, at.In(m.kb)) }},
	}))
	return nil
}

// copyMenu offers what can be copied of several entities.
func (m *Model) copyMenu(list []*kb.Entity) page.Dialog {
	k, v, lang := m.kb, m.voice, m.lang
	lines := func(one func(*kb.Entity) string) func() string {
		return func() string {
			out := make([]string, len(list))
			for i, e := range list {
				out[i] = one(e)
			}
			return strings.Join(out, "\n")
		}
	}
	return overlay.NewCopyMenu([]overlay.CopyItem{
		{Action: keys.CopyName, Label: words.CopyNames, Text: lines(v.Name)},
		{Action: keys.CopyAddress, Label: words.CopyAddresses, Text: lines(func(e *kb.Entity) string { return safe.Line(string(e.Address())) })},
		{Action: keys.CopyMarkdown, Label: words.CopyMarkdown, Text: lines(func(e *kb.Entity) string { return export.NoteMarkdown(v.Note(e)) })},
		{Action: keys.CopyJSON, Label: words.CopyJSON, Text: func() string {
			var b bytes.Buffer
			if err := export.JSON(&b, export.Selection{KB: k, Lang: lang, Entities: list}); err != nil {
				return ""
			}
			return strings.TrimSpace(b.String())
		}},
	})
}

// briefOf is the cited brief of an entity, as Markdown; empty where nothing of it
// has a source.
func briefOf(v present.Voice, e *kb.Entity) string {
	if e == nil {
		return ""
	}
	d := brief.Of(v, e, brief.Options{})
	if d.IsEmpty() {
		return ""
	}
	return export.Markdown(d)
}

func asJSON(k *kb.KB, lang string, e *kb.Entity) string {
	var b bytes.Buffer
	if e == nil {
		return ""
	}
	if err := export.JSONL(&b, export.Selection{KB: k, Lang: lang, Entities: []*kb.Entity{e}}); err != nil {
		return ""
	}
	return strings.TrimSpace(b.String())
}
