package detail

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Outline lays out a knowledge base for a width in cells: its title, summary, kinds
// with the numbers of their entities, and totals. No line has a link.
func Outline(v present.Voice, width int) []rich.Line {
	width = max(MinWidth, width)
	lines := rich.Flow([]rich.Span{rich.NewSpan(rich.Title, v.Title())}, width, 0)
	if summary, other := v.KB.TextIn(v.KB.Summary, v.Lang); summary != "" {
		spans := append([]rich.Span{rich.NewSpan(rich.Text, safe.Line(present.Bound(summary)))}, v.LanguageNote(other)...)
		lines = append(lines, rich.Flow(spans, width, 0)...)
	}
	lines = append(lines, nil)
	lines = append(lines, kindLines(v, width)...)
	if len(v.KB.Entities) == 0 {
		lines = append(lines, empty(v, width)...)
		return asLines(lines)
	}
	lines = append(lines, nil)
	var totals []rich.Span
	for i, text := range v.Totals() {
		if i > 0 {
			totals = append(totals, rich.NewSpan(rich.Muted, rich.Separator))
		}
		totals = append(totals, rich.NewSpan(rich.Muted, text))
	}
	lines = append(lines, rich.Flow(totals, width, 0)...)
	if n := len(v.KB.Findings); n > 0 {
		lines = append(lines, rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+v.Words.Count(n, words.FindingCount))}, width, 0)...)
	}
	return asLines(lines)
}

// kindLines lays out the kinds, one a line, with aligned counts.
func kindLines(v present.Voice, width int) [][]rich.Span {
	var labels, counts int
	for _, kind := range v.KB.Tabs() {
		labels = max(labels, safe.Width(v.KindLabel(kind)))
		counts = max(counts, safe.Width(v.Words.Number(len(kind.Entities))))
	}
	labels = min(labels, width-2*apart-counts)
	var out [][]rich.Span
	for _, kind := range v.KB.Tabs() {
		label := safe.Cut(v.KindLabel(kind), labels)
		count := v.Words.Number(len(kind.Entities))
		gap := labels - safe.Width(label) + apart + counts - safe.Width(count)
		out = append(out, []rich.Span{rich.Blank(apart), rich.NewSpan(rich.Label, label), rich.Blank(gap), rich.NewSpan(rich.Muted, count)})
	}
	return out
}

// empty returns the empty state of a knowledge base: that its files have errors, or a
// minimal example file and what else can be read.
func empty(v present.Voice, width int) [][]rich.Span {
	var out [][]rich.Span
	if others := v.Others(); others != "" {
		out = append(rich.Flow([]rich.Span{rich.NewSpan(rich.Text, others)}, width, 0), nil)
	}
	if slices.ContainsFunc(v.KB.Findings, func(f kb.Finding) bool { return f.Severity() == kb.Error }) {
		return append(out, rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, v.Words.Say(words.NothingRead))}, width, 0)...)
	}
	out = append(out, rich.Flow([]rich.Span{rich.NewSpan(rich.Text, v.Words.Say(words.EmptyKB))}, width, 0)...)
	out = append(out, nil)
	for _, line := range []string{`[city.austin]`, `name = "Austin"`, ``, `[company.oracle]`, `name = "Oracle"`, `headquarters = "austin"`} {
		out = append(out, rich.Flow([]rich.Span{rich.NewSpan(rich.QuotedText, line)}, width, 0)...)
		if line == "" {
			out = append(out, nil)
		}
	}
	out = append(out, nil)
	return append(out, rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.ImportReads))}, width, 0)...)
}

func asLines(lines [][]rich.Span) []rich.Line {
	out := make([]rich.Line, len(lines))
	for i := range lines {
		out[i] = rich.Line{Spans: lines[i]}
	}
	return out
}
