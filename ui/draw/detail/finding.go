package detail

import (
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// findings returns the findings about an entity: those of the check, or until it has
// run, those of the reader.
func findings(v present.Voice, e *kb.Entity) []kb.Finding {
	address := e.Address()
	if v.Found != nil {
		return v.Found[address]
	}
	if len(v.KB.Findings) == 0 {
		return nil
	}
	var out []kb.Finding
	for _, f := range v.KB.Findings {
		if f.Address == address {
			out = append(out, f)
		}
	}
	return out
}

// finding returns the problem, remedy and position of a finding.
func finding(v present.Voice, f kb.Finding) []rich.Span {
	out := []rich.Span{rich.NewSpan(rich.Warning, "! "+v.Sentence(f.Problem))}
	if !f.Remedy.IsEmpty() {
		out = append(out, rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Muted, v.Sentence(f.Remedy)))
	}
	return append(out, rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Muted, safe.Line(f.Position.String())))
}

// Finding lays out a finding for a width in cells: its position, problem,
// remedy and code.
func Finding(v present.Voice, f kb.Finding, width int) Page {
	l := newLayout(v, width)
	l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Title, safe.Line(f.Position.String()))}, l.width, 0)...)
	l.blank()
	l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+v.Sentence(f.Problem))}, l.width, 2)...)
	if !f.Remedy.IsEmpty() {
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Sentence(f.Remedy))}, l.width, 2)...)
	}
	if f.IsNotShown {
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.VersionBeforeShown))}, l.width, 2)...)
	}
	l.add([]rich.Span{rich.NewSpan(rich.Muted, "["+string(f.Code)+"]")})
	return l.page
}
