package querytext

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Asking is a query as it is typed, and what has become of it.
type Asking struct {
	Text    string
	Query   *query.Query   // nil where it makes no sense
	Problem *query.Problem // or nil
	Of      *kb.Kind       // the kind that is asked for, nil for any
	Edits   int            // typing errors that had to be forgiven
	Prompt  string         // shown while the query is empty
	Made    float64        // how much of the index that answered had been made
}

// Under lays out the line below a query while it is typed: its reading in plain
// words, or its problem with marks below the place. The field begins after before
// cells and is field cells wide.
func Under(v present.Voice, a Asking, before, field, width int) rich.Line {
	if a.Problem != nil && !a.Problem.Unfinished {
		return rich.Line{Spans: complaint(v, a, before, field, width)}
	}
	w := v.Words
	room := max(0, width-before)
	text := FitPrompt(a.Prompt, room)
	if !a.Query.IsEmpty() {
		text = Reading(v, a.Query, a.Of)
	}
	remark := ""
	switch {
	case a.Problem != nil:
		remark, _ = Problem(w, a.Problem)
	case a.Edits > 0:
		remark = w.Say(words.NoExactMatch)
	case a.Made < 1 && !v.KB.Partial && !a.Query.IsEmpty():
		remark = w.Say(words.StillIndexing, w.Number(int(100*a.Made)))
	}
	spans := []rich.Span{rich.Blank(before)}
	switch {
	case remark == "":
		return rich.Line{Spans: append(spans, rich.NewSpan(rich.Muted, safe.Cut(text, room)))}
	case safe.Width(text)+safe.Width(rich.Separator)+safe.Width(remark) > room:
		return rich.Line{Spans: append(spans, rich.NewSpan(rich.Warning, safe.Cut(remark, room)))}
	}
	return rich.Line{Spans: append(spans, rich.NewSpan(rich.Muted, text), rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Warning, remark))}
}

// Among lays out the names that the input may become, as many as there is room
// for, from before cells on.
func Among(names []string, before, width int) rich.Line {
	safely := make([]string, 0, min(len(names), width))
	for _, name := range names[:min(len(names), width)] {
		safely = append(safely, safe.Line(name))
	}
	return rich.NewLine(rich.Blank(before), rich.NewSpan(rich.Muted, safe.Cut(strings.Join(safely, rich.Separator), width-before)))
}

// complaint points at what is wrong, and says beside the marks what it is, as far
// as there is room.
func complaint(v present.Voice, a Asking, before, field, width int) []rich.Span {
	what, hint := Problem(v.Words, a.Problem)
	if hint != "" {
		what += rich.Separator + hint
	}
	_, marks := Carets(a.Text, a.Problem)
	// Where the text has been scrolled, its end is visible.
	if over := safe.Width(safe.Line(a.Text)) - field; over > 0 {
		marks = marks[min(over, len(marks)-1):]
	}
	spans := []rich.Span{rich.Blank(before), rich.NewSpan(rich.Warning, safe.Cut(marks, width-before))}
	const least = 10
	if room := width - before - len(marks) - 1; room >= least {
		spans = append(spans, rich.NewSpan(rich.Warning, " "+safe.Cut(what, room)))
	}
	return spans
}
