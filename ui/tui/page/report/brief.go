package report

import (
	"cmp"
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/brief"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Brief is the page of the brief about an entity.
type Brief struct {
	text
	brief *export.Document // nil until it is written
	cited []int            // the number of the source of each link
}

// NewBrief returns the page of a knowledge base.
func NewBrief(voice present.Voice) *Brief {
	p := &Brief{text: newText(voice)}
	p.lay = p.layOut
	return p
}

// Scope is that of the page.
func (p *Brief) Scope() keys.Scope { return keys.InBrief }

// Show writes the brief about the entity of a subject.
func (p *Brief) Show(s page.Subject, at any) page.Answer {
	if s.Entity == nil {
		return page.Ignored
	}
	if p.shown.Entity != s.Entity {
		p.brief = nil
		p.relay(textState{})
	}
	p.shown = s
	p.goTo(at)
	if p.brief != nil {
		return page.Answer{}
	}
	return page.Answer{Cmd: p.write()}
}

// write writes the brief beside the screen.
func (p *Brief) write() tea.Cmd {
	v, e := p.voice, p.shown.Entity
	return work.Do(p.worker, func(context.Context) *export.Document {
		return brief.Of(v, e, brief.Options{})
	}, func(d *export.Document) tea.Cmd {
		p.brief = d
		p.relay(p.at)
		return nil
	})
}

// SetVoice writes the brief anew, keeping the place.
func (p *Brief) SetVoice(voice present.Voice) tea.Cmd {
	p.voice = voice
	if p.brief == nil {
		return nil
	}
	p.at, _ = p.State().(textState)
	return p.write()
}

func (p *Brief) layOut(width int) ([]rich.Line, int) {
	p.cited = nil
	if p.brief == nil {
		return nil, 0
	}
	if p.brief.IsEmpty() {
		return rich.Wrap(rich.Muted, present.Capital(p.voice.Words.Say(words.NothingToCite, p.voice.Words.Quote(safe.Line(p.brief.Title))))+".", width), 0
	}
	lines, cited := brief.Text(p.brief, width)
	p.cited = cited
	return lines, len(cited)
}

// source returns the source that is cited at the selected link, or nil, and its
// number.
func (p *Brief) source() (e *kb.Entity, number int) {
	kind := p.voice.KB.SourceKind()
	if at := p.doc.Link; at >= 0 && at < len(p.cited) {
		number = p.cited[at]
	}
	if kind != nil && number > 0 {
		e = p.voice.KB.Find(kind.Name, p.brief.Sources[number-1].Key)
	}
	return e, number
}

// Act moves, opens the source that is cited at the selected link, or asks where to
// write the brief.
func (p *Brief) Act(a keys.Action) page.Answer {
	switch a {
	case keys.Open:
		if e, _ := p.source(); e != nil {
			return page.Answer{Intent: page.Open{Entity: e}}
		}
		return page.Ignored
	case keys.WriteBrief:
		if !p.isWritten() {
			return page.Ignored
		}
		return page.Answer{Intent: page.NameFile{Writing: p.writing()}}
	}
	return p.text.Act(a)
}

// isWritten reports whether there is a brief, and anything in it.
func (p *Brief) isWritten() bool { return p.brief != nil && !p.brief.IsEmpty() }

// longestKey bounds, in characters, what of a key becomes the name of a file.
const longestKey = 60

// writing returns the brief, to be written to a file.
func (p *Brief) writing() page.Writing {
	doc, name := p.brief, []rune(reader.Slug(p.shown.Entity.Key))
	return page.Writing{
		Title: words.BriefTitle, Usual: cmp.Or(string(name[:min(len(name), longestKey)]), "brief") + ".md", Endings: []string{".md", ".html"},
		Label: p.voice.Words.Say(words.BriefAbout, safe.Line(doc.Title)),
		To: func(w io.Writer, ending string) error {
			text := export.Markdown(doc)
			if ending == ".html" {
				text = brief.HTML(doc)
			}
			_, err := io.WriteString(w, text)
			return err
		},
	}
}

// Hint returns the usual hint: nothing opens where no source is selected, and there
// may be nothing to write.
func (p *Brief) Hint(a keys.Action, usual string) (string, bool) {
	switch a {
	case keys.Open, keys.NextLink:
		e, _ := p.source()
		return usual, e != nil
	case keys.WriteBrief:
		return usual, p.isWritten()
	}
	return p.text.Hint(a, usual)
}

// Selection returns the entity that the brief is about and the source that is
// selected. The whole brief is copied.
func (p *Brief) Selection() page.Selection {
	s := page.Selection{Entity: p.shown.Entity, IsOpen: true}
	if e, number := p.source(); e != nil {
		s.Link = &present.Link{To: e, Source: number}
	}
	if doc := p.brief; p.isWritten() {
		s.Copied = &page.Copy{Label: words.CopyBrief, Text: func() string { return export.Markdown(doc) }}
	}
	return s
}
