package matrix

import (
	"context"
	"slices"

	"rihla/model/kb"
	"rihla/model/matrix"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Gap is the questions about two kinds.
type Gap struct {
	table     *matrix.Table
	rows      *kb.Kind
	columns   *kb.Kind
	questions []matrix.Question
}

// GapsOf returns the questions about a kind, as far as they were found before the
// context ended.
func GapsOf(ctx context.Context, voice present.Voice, kind *kb.Kind) (found []Gap) {
	for _, other := range linkedKinds(voice.KB, kind) {
		t := matrix.Between(ctx, voice.KB, kind.Entities, other.Entities, matrix.Options{At: voice.Reference()})
		if t == nil {
			break
		}
		if questions := matrix.Questions(t); len(questions) > 0 {
			found = append(found, Gap{t, kind, other, questions})
		}
	}
	return sumUnsourced(found)
}

// sumUnsourced puts one question about all links before the others, in a group of its
// own, where the knowledge base has no sources.
func sumUnsourced(gaps []Gap) []Gap {
	var first *Gap
	var out []Gap
	for _, g := range gaps {
		if q := g.questions[0]; q.Reason == matrix.NoSources {
			g.questions = g.questions[1:]
			if first == nil {
				first = &Gap{g.table, g.rows, g.columns, []matrix.Question{q}}
			} else {
				first.questions[0].Links += q.Links
			}
		}
		if len(g.questions) > 0 {
			out = append(out, g)
		}
	}
	if first != nil {
		out = slices.Insert(out, 0, *first)
	}
	return out
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

// GapRows are questions in groups of two kinds.
type GapRows struct {
	Voice  present.Voice
	gaps   []Gap
	groups []int // the index of the gap of each row
	first  []int // the index of the first row of each gap
}

// NewGapRows returns the questions as rows.
func NewGapRows(voice present.Voice, gaps []Gap) *GapRows {
	r := &GapRows{Voice: voice, gaps: gaps}
	for i, g := range gaps {
		r.first = append(r.first, len(r.groups))
		r.groups = append(r.groups, slices.Repeat([]int{i}, len(g.questions))...)
	}
	return r
}

// In returns the same rows in another voice.
func (r *GapRows) In(v present.Voice) *GapRows {
	other := *r
	other.Voice = v
	return &other
}

// Len returns the number of questions.
func (r *GapRows) Len() int { return len(r.groups) }

// Group returns the index of the two kinds of a question.
func (r *GapRows) Group(i int) int { return r.groups[i] }

func (r *GapRows) question(i int) (*Gap, matrix.Question) {
	g := &r.gaps[r.groups[i]]
	return g, g.questions[i-r.first[r.groups[i]]]
}

func (r *GapRows) said(i int) (text, why string) {
	g, q := r.question(i)
	return Question(r.Voice, g.table, g.rows, g.columns, q)
}

// Heading names two kinds, none above what concerns the whole knowledge base.
func (r *GapRows) Heading(group, width int) []rich.Line {
	g, w := &r.gaps[group], r.Voice.Words
	if g.questions[0].Reason == matrix.NoSources {
		return nil
	}
	title := w.Say(words.Against, r.Voice.KindLabel(g.rows), r.Voice.KindLabel(g.columns))
	return []rich.Line{rich.NewLine(rich.NewSpan(rich.Title, title), rich.NewSpan(rich.Muted, "  "+w.Number(len(g.questions)))).Cut(width)}
}

// Lines lays out a question, and the reason for it.
func (r *GapRows) Lines(i, width int) []rich.Line {
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
func (r *GapRows) Text(i int) string {
	text, why := r.said(i)
	return text + " " + why
}

// About returns the entity that a question is about, and the link, or nil.
func (r *GapRows) About(i int) (*kb.Entity, *kb.Statement) {
	g, q := r.question(i)
	switch q.Reason {
	case matrix.NoSources, matrix.UnsourcedLink, matrix.WeakLink:
		link := g.table.Relations(q.Row, q.Column)[0].Statement
		return link.From, link
	case matrix.UnlinkedColumn:
		return g.table.Columns[q.Column].Entity, nil
	}
	return g.table.Rows[q.Row].Entity, nil
}

// Key is what is asked of which entities.
func (r *GapRows) Key(i int) string {
	g, q := r.question(i)
	key := q.Reason.String()
	if q.Row >= 0 {
		key += " " + string(g.table.Rows[q.Row].Entity.Address())
	}
	if q.Column >= 0 {
		key += " " + string(g.table.Columns[q.Column].Entity.Address())
	}
	return key
}
