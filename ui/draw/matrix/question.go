package matrix

import (
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/matrix"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Question returns a question about two kinds, and the reason for it.
func Question(v present.Voice, t *matrix.Table, rows, columns *kb.Kind, q matrix.Question) (text, why string) {
	w := v.Words
	switch q.Reason {
	case matrix.NoSources:
		return w.Count(q.Links, words.NoSourcesYet), w.Say(words.HowToSource)
	case matrix.UnsourcedLink:
		return w.Say(words.WhichSource, linksInWords(v, t, q)), v.Unsourced(t.Relations(q.Row, q.Column)[0].Claim)
	case matrix.WeakLink:
		return w.Say(words.WhichOtherSource, linksInWords(v, t, q)), evidenceInWords(v, t, q)
	case matrix.UnlinkedRow:
		return whichLink(v, t.Rows[q.Row], columns), othersHave(v, t.Rows, rows)
	case matrix.UnlinkedColumn:
		return whichLink(v, t.Columns[q.Column], rows), othersHave(v, t.Columns, columns)
	}
	r, c := t.Rows[q.Row], t.Columns[q.Column]
	why = linkedTo(v, r, len(t.Columns), columns) + w.Semicolon + linkedTo(v, c, len(t.Rows), rows)
	if n := t.Cell(q.Row, q.Column).Mentions; n > 0 {
		why = w.Count(int(n), words.MentionedTimes) + w.Semicolon + why
	}
	return w.Say(words.IsThereALink, v.Name(r.Entity), v.Name(c.Entity)), why
}

// mostClaims is how many claims of a pair are said again.
const mostClaims = 2

// linksInWords returns the links of a pair in words, at most mostClaims of them.
func linksInWords(v present.Voice, t *matrix.Table, q matrix.Question) string {
	var said []string
	seen := make(map[string]bool)
	for _, l := range t.Relations(q.Row, q.Column) {
		text := v.Words.Quote(v.Name(l.From) + " — " + v.FieldLabel(l.Field) + v.Words.Colon + v.Name(l.To))
		if !seen[text] {
			said = append(said, text)
		}
		seen[text] = true
	}
	if n := len(said) - mostClaims; n > 0 {
		said = append(said[:mostClaims], v.Words.Count(n, words.More))
	}
	return strings.Join(said, v.Words.ListComma)
}

// evidenceInWords describes how weak the evidence of a pair is.
func evidenceInWords(v present.Voice, t *matrix.Table, q matrix.Question) string {
	cell := t.Cell(q.Row, q.Column)
	parts := []string{v.Words.Count(int(cell.Origins), words.OriginCount)}
	seen := make(map[string]bool)
	add := func(text string) {
		if text != "" && !seen[text] {
			parts = append(parts, text)
		}
		seen[text] = true
	}
	var behind []kb.Evidence
	for _, l := range t.Relations(q.Row, q.Column) {
		word, _ := v.Confidence(l.Claim.Confidence())
		add(word)
		behind = append(behind, l.Claim.Evidence()...)
	}
	sources := make(map[string]bool)
	for i := range behind {
		sources[behind[i].Ref] = true
	}
	if len(sources) == 1 {
		only := rich.NewLine(v.SourceName(&behind[0])...).Text()
		if at := safe.Line(behind[0].Locator); at != "" {
			only += v.Words.ListComma + at
		}
		add(v.Words.Say(words.OnlySource, only))
	}
	return strings.Join(parts, v.Words.Semicolon)
}

func whichLink(v present.Voice, a matrix.Axis, kind *kb.Kind) string {
	return v.Words.Say(words.WhichLink, v.Name(a.Entity), v.Words.Quote(v.KindLabel(kind)))
}

// othersHave returns how many entities of a kind are linked.
func othersHave(v present.Voice, axes []matrix.Axis, kind *kb.Kind) string {
	linked := 0
	for _, a := range axes {
		if a.Linked > 0 {
			linked++
		}
	}
	return v.Words.Quote(v.KindLabel(kind)) + v.Words.Colon + v.Words.CountOf(linked, len(axes), words.HaveOne)
}

func linkedTo(v present.Voice, a matrix.Axis, of int, kind *kb.Kind) string {
	w := v.Words
	return w.Say(words.LinkedTo, v.Name(a.Entity), w.Number(a.Linked), w.Number(of), w.Quote(v.KindLabel(kind)))
}

// Questions lays out questions with their reasons, numbered, for a width in
// cells.
func Questions(v present.Voice, t *matrix.Table, rows, columns *kb.Kind, questions []matrix.Question, width int) []rich.Line {
	var out []rich.Line
	for i, q := range questions {
		text, why := Question(v, t, rows, columns, q)
		number := strconv.Itoa(i+1) + ". "
		lines := rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, number), rich.NewSpan(rich.Text, text)}, max(detail.MinWidth, width), len(number))
		lines = append(lines, rich.Indent(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, why)}, max(detail.MinWidth, width)-len(number), 0), len(number))...)
		for _, spans := range lines {
			out = append(out, rich.Line{Spans: spans})
		}
	}
	return out
}
