package report

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/matrix"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// Gaps is the page of the open questions about a kind: its missing and weak links to
// the kinds that it is linked to.
type Gaps struct {
	listing
	shown page.Subject
	kind  *kb.Kind // nil before the page is shown
}

// gap is the questions about two kinds.
type gap struct {
	table     *matrix.Table
	rows      *kb.Kind
	columns   *kb.Kind
	questions []matrix.Question
}

// NewGaps returns the page of a knowledge base.
func NewGaps(voice present.Voice) *Gaps {
	p := &Gaps{listing: newListing(voice, listingTexts{words.QuestionsTitle, words.LookingForQuestions, words.NothingToAsk})}
	p.head = p.heading
	return p
}

// Scope is that of the page.
func (p *Gaps) Scope() keys.Scope { return keys.InGaps }

// Show asks about the kind of a subject, or else of its entity, or else the first.
func (p *Gaps) Show(s page.Subject, at any) page.Answer {
	kind := s.Kind
	if kind == nil && s.Entity != nil {
		kind = s.Entity.Kind
	}
	if all := p.voice.KB.Tabs(); kind == nil && len(all) > 0 {
		kind = all[0]
	}
	if kind == nil {
		return page.Ignored
	}
	if kind != p.kind {
		p.forget()
	}
	p.shown, p.kind = s, kind
	restored := p.restore(at)
	if p.rows != nil {
		return page.Answer{Cmd: restored}
	}
	return page.Answer{Cmd: p.ask()}
}

// ask looks for the questions beside the screen.
func (p *Gaps) ask() tea.Cmd {
	voice, kind := p.voice, p.kind
	return p.look(func(ctx context.Context) rows { return rowsOf(voice, gapsOf(ctx, voice, kind)) })
}

// gapsOf returns the questions about a kind, as far as they were found before the
// context ended.
func gapsOf(ctx context.Context, voice present.Voice, kind *kb.Kind) (found []gap) {
	for _, other := range linkedKinds(voice.KB, kind) {
		t := matrix.Between(ctx, voice.KB, kind.Entities, other.Entities, matrix.Options{At: voice.Reference()})
		if t == nil {
			break
		}
		if questions := matrix.Questions(t); len(questions) > 0 {
			found = append(found, gap{t, kind, other, questions})
		}
	}
	return found
}

// linkedKinds returns the kinds that a kind has links to or from, without sources.
func linkedKinds(k *kb.KB, kind *kb.Kind) []*kb.Kind {
	leads := func(from, to *kb.Kind) bool {
		return slices.ContainsFunc(from.Fields, func(f *kb.Field) bool { return slices.Contains(f.Targets, to) })
	}
	var out []*kb.Kind
	for _, other := range k.Tabs() {
		if other != k.SourceKind() && len(other.Entities) > 0 && (leads(kind, other) || leads(other, kind)) {
			out = append(out, other)
		}
	}
	return out
}

// Subject returns what the page was shown.
func (p *Gaps) Subject() page.Subject { return p.shown }

// SetVoice shows the same in another voice, keeping the place; of another day it asks
// again.
func (p *Gaps) SetVoice(voice present.Voice) tea.Cmd {
	isOtherDay := voice.Day != p.voice.Day
	cmd := p.listing.SetVoice(voice)
	if isOtherDay && p.rows != nil {
		return tea.Batch(cmd, p.ask())
	}
	return cmd
}

// heading names the kind before what is usual.
func (p *Gaps) heading(shown, all int) []rich.Span {
	spans := p.listing.heading(shown, all)
	if p.kind == nil {
		return spans
	}
	return slices.Insert(spans, len(p.titled()), rich.NewSpan(rich.Text, p.voice.KindLabel(p.kind)), rich.NewSpan(rich.Plain, "  "))
}

// gapRows are questions in groups of two kinds.
type gapRows struct {
	voice  present.Voice
	gaps   []gap
	groups []int // the index of the gap of each row
	first  []int // the index of the first row of each gap
}

func rowsOf(voice present.Voice, gaps []gap) *gapRows {
	r := &gapRows{voice: voice, gaps: gaps}
	for i, g := range gaps {
		r.first = append(r.first, len(r.groups))
		r.groups = append(r.groups, slices.Repeat([]int{i}, len(g.questions))...)
	}
	return r
}

func (r *gapRows) in(v present.Voice) rows {
	other := *r
	other.voice = v
	return &other
}

// Len returns the number of questions.
func (r *gapRows) Len() int { return len(r.groups) }

// Group returns the index of the two kinds of a question.
func (r *gapRows) Group(i int) int { return r.groups[i] }

func (r *gapRows) question(i int) (*gap, matrix.Question) {
	g := &r.gaps[r.groups[i]]
	return g, g.questions[i-r.first[r.groups[i]]]
}

func (r *gapRows) said(i int) (text, why string) {
	g, q := r.question(i)
	return draw.Question(r.voice, g.table, g.rows, g.columns, q)
}

// Heading names two kinds.
func (r *gapRows) Heading(group, width int) []rich.Line {
	g, w := &r.gaps[group], r.voice.Words
	title := w.Say(words.Against, r.voice.KindLabel(g.rows), r.voice.KindLabel(g.columns))
	return []rich.Line{rich.NewLine(rich.NewSpan(rich.Title, title), rich.NewSpan(rich.Muted, "  "+w.Number(len(g.questions)))).Cut(width)}
}

// Lines lays out a question, and the reason for it.
func (r *gapRows) Lines(i, width int) []rich.Line {
	text, why := r.said(i)
	spans := rich.Flow([]rich.Span{rich.NewSpan(rich.Text, text)}, width, 2)
	spans = append(spans, rich.Indent(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, why)}, width-2, 0), 2)...)
	lines := make([]rich.Line, len(spans))
	for n := range spans {
		lines[n] = rich.NewLine(spans[n]...)
	}
	return lines
}

// Text is the question and the reason for it.
func (r *gapRows) Text(i int) string {
	text, why := r.said(i)
	return text + " " + why
}

// about returns the entity that a question is about.
func (r *gapRows) about(i int) *kb.Entity {
	g, q := r.question(i)
	if q.Row >= 0 {
		return g.table.Rows[q.Row].Entity
	}
	return g.table.Columns[q.Column].Entity
}

// Key is what is asked of which entity.
func (r *gapRows) Key(i int) string {
	_, q := r.question(i)
	return q.Reason.String() + " " + string(r.about(i).Address())
}

// Open opens the entity that a question is about.
func (r *gapRows) Open(i int) page.Intent { return page.Open{Entity: r.about(i)} }

// Selection returns the entity that a question is about.
func (r *gapRows) Selection(i int) page.Selection { return page.Selection{Entity: r.about(i)} }
