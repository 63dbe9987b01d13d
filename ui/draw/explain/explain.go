// Package explain lays out what was inferred from the files of a knowledge base:
// kinds, relations, and the lines of the manifest that say so or otherwise. It
// infers nothing itself.
package explain

import (
	"strings"

	"rihla/model/explain"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Target is where a link leads: a kind, an entity or, with neither, nowhere.
// Manifest is the lines of the manifest that belong to the link's part; Relation is what the
// part is about, if that is a relation or a field that is none.
type Target struct {
	Kind     *kb.Kind
	Entity   *kb.Entity
	Manifest string
	Relation *kb.RelationInference
}

// The sizes of the layout, in cells.
const (
	indent    = 2
	widest    = 100
	leastRoom = 24 // of values beside their labels
)

// Lay lays an inference out for a width in cells. The link of a span is an index
// in targets.
func Lay(v present.Voice, of *kb.Inference, width int) (lines []rich.Line, targets []Target) {
	p := &page{voice: v, width: max(1, min(width, widest))}
	p.kinds(of.Kinds)
	p.twins(of)
	var accepted, rejected []kb.RelationInference
	for _, r := range of.Relations {
		if r.Accepted {
			accepted = append(accepted, r)
		} else {
			rejected = append(rejected, r)
		}
	}
	p.relations(words.InferredRelations, accepted)
	some := likeliest(rejected)
	p.relations(words.RejectedRelations, some)
	if left := len(rejected) - len(some); left > 0 {
		p.blank()
		p.text(rich.Muted, v.Words.Count(left, words.MoreRejected))
	}
	p.skipped(&of.Skipped)
	if len(p.lines) == 0 {
		p.text(rich.Muted, v.Words.Say(words.NothingInferred))
	}
	return p.lines, p.targets
}

// page is a layout under construction.
type page struct {
	voice   present.Voice
	width   int
	labels  int // cells of the labels of the part at hand
	lines   []rich.Line
	targets []Target
}

func (p *page) say(m words.Message, args ...any) string { return p.voice.Words.Say(m, args...) }

func (p *page) text(role rich.Role, text string) {
	p.lines = append(p.lines, rich.Wrap(role, text, p.width)...)
}

func (p *page) heading(m words.Message) {
	p.blank()
	p.text(rich.Heading, p.say(m))
}

func (p *page) blank() {
	if len(p.lines) > 0 {
		p.lines = append(p.lines, rich.Line{})
	}
}

// flow adds spans, wrapped.
func (p *page) flow(spans ...rich.Span) {
	for _, line := range rich.Flow(spans, p.width, 0) {
		p.lines = append(p.lines, rich.Line{Spans: line})
	}
}

func (p *page) link(text string, t Target) rich.Span {
	p.targets = append(p.targets, t)
	return rich.Span{Text: text, Role: rich.LinkText, Link: len(p.targets) - 1}
}

// setLabels gives the labels of the rows that follow one width.
func (p *page) setLabels(labels ...words.Message) {
	p.labels = 0
	for _, label := range labels {
		p.labels = max(p.labels, safe.Width(p.say(label)))
	}
}

// row adds a value beside its label; the label of a further value is empty.
func (p *page) row(label string, spans ...rich.Span) {
	at, label := p.beside(label)
	for i, line := range rich.Flow(spans, p.width-at, 0) {
		head := []rich.Span{rich.Blank(at)}
		if i == 0 && label != "" {
			head = []rich.Span{rich.Blank(indent), rich.NewSpan(rich.Label, label), rich.Blank(at - indent - safe.Width(label))}
		}
		p.lines = append(p.lines, rich.Line{Spans: append(head, line...)})
	}
}

// beside returns the column at which the values of a row begin, and the label for the line of
// the first value. The label is empty if it was written on its own line for lack of room.
func (p *page) beside(label string) (at int, left string) {
	if at = indent + p.labels + 2; p.width-at >= leastRoom {
		return at, label
	}
	if label != "" {
		p.flow(rich.Blank(indent), rich.NewSpan(rich.Label, label))
	}
	return 2 * indent, ""
}

// mostLines is the number of lines of a manifest that are shown.
const mostLines = 12

// manifest adds the lines of a manifest beside their label, the first of many.
func (p *page) manifest(m words.Message, text string) {
	if all := strings.SplitAfter(text, "\n"); len(all) > mostLines+2 {
		text = strings.Join(all[:mostLines], "") + "# …\n"
	}
	at, label := p.beside(p.say(m))
	for line := range strings.Lines(text) {
		head := []rich.Span{rich.Blank(at)}
		if label != "" {
			head = []rich.Span{rich.Blank(indent), rich.NewSpan(rich.Label, label), rich.Blank(at - indent - safe.Width(label))}
			label = ""
		}
		for _, part := range rich.Flow([]rich.Span{rich.NewSpan(rich.Code, safe.Line(strings.TrimRight(line, "\n")))}, p.width-at, 2) {
			p.lines = append(p.lines, rich.Line{Spans: append(head, part...)})
			head = []rich.Span{rich.Blank(at)}
		}
	}
}

// reason adds why something was inferred.
func (p *page) reason(label words.Message, r kb.Reason) {
	if r != "" {
		p.row(p.say(label), rich.NewSpan(rich.Text, Reason(p.voice.Words, r)))
	}
}

// Reason returns the words of a reason, or the reason as it is.
func Reason(w *words.Language, r kb.Reason) string {
	if m, known := words.ReasonFor(string(r)); known {
		return w.Say(m)
	}
	return safe.Line(string(r))
}

// skipped lists what was not read.
func (p *page) skipped(s *kb.Skipped) {
	parts := []struct {
		label words.Message
		names []string
	}{{words.ExcludedNames, s.Excluded}, {words.HiddenNames, s.Hidden}, {words.UnreadableNames, s.Unreadable}, {words.OutsideNames, s.Outside}, {words.SpecialNames, s.Special}, {words.TooLongNames, s.TooLong}}
	p.setLabels(words.ExcludedNames, words.HiddenNames, words.UnreadableNames, words.OutsideNames, words.SpecialNames, words.TooLongNames)
	first := true
	for _, part := range parts {
		if len(part.names) == 0 {
			continue
		}
		if first {
			p.heading(words.NotRead)
			first = false
		}
		p.row(p.say(part.label), rich.NewSpan(rich.Text, p.some(part.names)))
	}
}

// mostNames is the number of names that a line lists.
const mostNames = 5

// some lists texts of files, the first of many.
func (p *page) some(names []string) string {
	w := p.voice.Words
	shown := make([]string, min(len(names), mostNames))
	for i := range shown {
		shown[i] = safe.Line(present.Bound(names[i]))
	}
	text := strings.Join(shown, w.ListComma)
	if left := len(names) - len(shown); left > 0 {
		text += w.ListComma + w.Count(left, words.More)
	}
	return text
}

// linesOf returns the manifest's lines about a kind of this knowledge base.
func (p *page) linesOf(of *kb.KindInference) string { return explain.KindLines(p.voice.KB, of) }
