package present

import (
	"rihla/model/kb"
	"rihla/ui/safe"
)

// Title returns what a knowledge base is called: its title, else the name of
// what was opened, on one line and safe to show.
func (v Voice) Title() string {
	if title := v.Say(v.KB.Title); title != "" {
		return title
	}
	if v.KB.Path != "" {
		return safe.Line(baseName(v.KB.Path))
	}
	return v.Words.Untitled
}

// Outline tells a whole knowledge base: title, summary, kinds with how many
// entities each has, totals. No line holds a link.
func (v Voice) Outline(width int) []Line {
	width = max(minWidth, width)
	lines := flow([]Span{span(Title, v.Title())}, width, 0)
	if summary, other := v.KB.Say(v.KB.Summary, v.Lang); summary != "" {
		spans := append([]Span{span(Text, safe.Line(bound(summary)))}, v.inLanguage(other)...)
		lines = append(lines, flow(spans, width, 0)...)
	}
	lines = append(lines, nil)
	lines = append(lines, v.kindLines(width)...)
	if len(v.KB.Entities) == 0 {
		lines = append(lines, v.empty(width)...)
		return asLines(lines)
	}
	lines = append(lines, nil)
	var totals []Span
	for i, text := range v.Totals() {
		if i > 0 {
			totals = append(totals, span(Muted, separator))
		}
		totals = append(totals, span(Muted, text))
	}
	lines = append(lines, flow(totals, width, 0)...)
	if n := len(v.KB.Findings); n > 0 {
		lines = append(lines, flow([]Span{span(Warning, "! "+v.Words.Count(n, v.Words.FindingCount))}, width, 0)...)
	}
	return asLines(lines)
}

// Totals counts what a knowledge base holds: "132 entities", "411 links",
// "74 sources"; sources only where there are any.
func (v Voice) Totals() []string { return v.totals }

func (v Voice) total() []string {
	w := v.Words
	out := []string{w.Count(len(v.KB.Entities), w.EntityCount)}
	if !v.KB.Partial {
		out = append(out, w.Count(v.KB.LinkCount(), w.LinkCount))
	}
	if kind := v.KB.SourceKind(); kind != nil && len(kind.Entities) > 0 {
		out = append(out, w.Count(len(kind.Entities), w.SourceCount))
	}
	return out
}

// kindLines sets the kinds under each other, their counts to the right.
func (v Voice) kindLines(width int) [][]Span {
	var labels, counts int
	for _, kind := range v.KB.Kinds {
		labels = max(labels, safe.Width(v.KindLabel(kind)))
		counts = max(counts, safe.Width(v.Words.Number(len(kind.Entities))))
	}
	labels = min(labels, width-2*apart-counts)
	var out [][]Span
	for _, kind := range v.KB.Kinds {
		label := safe.Cut(v.KindLabel(kind), labels)
		count := v.Words.Number(len(kind.Entities))
		gap := labels - safe.Width(label) + apart + counts - safe.Width(count)
		out = append(out, []Span{space(apart), span(Label, label), space(gap), span(Muted, count)})
	}
	return out
}

// empty says that nothing is there, and shows the smallest file that would
// fill it.
func (v Voice) empty(width int) [][]Span {
	out := flow([]Span{span(Text, v.Words.EmptyKB)}, width, 0)
	out = append(out, nil)
	for _, line := range []string{`[city.austin]`, `name = "Austin"`, ``, `[company.oracle]`, `name = "Oracle"`, `headquarters = "austin"`} {
		out = append(out, flow([]Span{span(QuotedText, line)}, width, 0)...)
		if line == "" {
			out = append(out, nil)
		}
	}
	return out
}

// SortedEntities returns the entities of a kind as its list shows them at
// first: by the field that the manifest names, else in the order of the files.
func (v Voice) SortedEntities(kind *kb.Kind) []*kb.Entity {
	if v.FirstOrder(kind) == "" {
		return kind.Entities
	}
	return v.Sort(kind.Entities, SortBy{Field: kind.Sort})
}

// FirstOrder returns the field that a kind's list is sorted by at first, or
// nothing: the order of the files.
func (v Voice) FirstOrder(kind *kb.Kind) string {
	if v.KB.Partial {
		return ""
	}
	return kind.Sort
}

// baseName returns the last part of a path, with either slash.
func baseName(path string) string {
	end := len(path)
	for end > 1 && (path[end-1] == '/' || path[end-1] == '\\') {
		end--
	}
	at := end
	for at > 0 && path[at-1] != '/' && path[at-1] != '\\' {
		at--
	}
	return path[at:end]
}

func asLines(lines [][]Span) []Line {
	out := make([]Line, len(lines))
	for i := range lines {
		out[i] = Line{Spans: lines[i]}
	}
	return out
}
