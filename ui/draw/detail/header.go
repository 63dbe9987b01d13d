package detail

import (
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
	"slices"
	"strings"
)

// maxFindings is the maximum number of findings in the header.
const maxFindings = 3

// header lays out the name, kind, findings, aliases and summary of the entity, and
// how long its page is where it is long.
func (l *layout) header(extent []string) {
	v, e := l.voice, l.entity
	l.title(v.Name(e), safe.Line(string(e.Address())))
	l.add(rich.Flow(separated(append(append(subtitle(v, e), news(v, e)...), extent...)), l.width, 2)...)
	if why := v.Withdrawn(e); why != "" {
		l.blank()
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+present.Capital(why))}, l.width, 2)...)
	}
	if findings := findings(v, e); len(findings) > 0 {
		l.blank()
		for _, f := range findings[:min(len(findings), maxFindings)] {
			l.add(rich.Flow(finding(l.voice, f), l.width, 2)...)
		}
		if left := len(findings) - maxFindings; left > 0 {
			l.add([]rich.Span{rich.NewSpan(rich.Muted, "  "+v.Words.Count(left, words.More))})
		}
	}
	if len(e.Aliases()) > 0 {
		spans := []rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.AlsoKnownAs)+" ")}
		for i, alias := range e.Aliases() {
			if i > 0 {
				spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator))
			}
			spans = append(spans, rich.NewSpan(rich.Text, safe.Line(alias)))
		}
		l.add(rich.Flow(spans, l.width, 2)...)
	}
	if summary, other := v.Paragraphs(l.record.Summary); summary != "" {
		l.blank()
		l.add(l.prose(summary, other, rich.Text, l.width)...)
	}
}

// news says that an entity is new or changed, where the user has not seen it since.
func news(v present.Voice, e *kb.Entity) []string {
	switch address := e.Address(); {
	case v.News.IsNew(address):
		return []string{present.NewsSign + " " + v.Words.Say(words.IsNew)}
	case v.News.Has(address):
		return []string{present.NewsSign + " " + v.Words.Say(words.HasChanged)}
	}
	return nil
}

// title lays out the name on the left and the address on the right, or below it if
// they do not fit on one line.
func (l *layout) title(name, address string) {
	const apart = 2
	gap := l.width - safe.Width(name) - safe.Width(address)
	if gap >= apart && !l.voice.Linear {
		l.add([]rich.Span{rich.NewSpan(rich.Title, name), rich.Blank(gap), rich.NewSpan(rich.Muted, address)})
		return
	}
	l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Title, name)}, l.width, 0)...)
	l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, address)}, l.width, 0)...)
}

// subtitle returns the kind and the period of an entity and the values of its first
// columns; of a plain value, the value.
func subtitle(v present.Voice, e *kb.Entity) []string {
	const longest, most = 32, 2
	out := []string{present.Capital(v.KindOne(e.Kind))}
	if when := period(v, e); when != "" {
		out = append(out, when)
	}
	facts := 0
	for _, path := range e.Kind.Columns {
		if facts == most {
			break
		}
		if path == "name" || path == "date" || path == "start" || path == "end" {
			continue
		}
		if text := v.Cell(e, path); text != "" && safe.Width(text) <= longest && !slices.Contains(out, text) {
			out = append(out, text)
			facts++
		}
	}
	if text := v.ValueAlone(e); text != "" && len(out) == 1 && safe.Width(text) <= longest {
		out = append(out, text)
	}
	return append(out, v.Extent(present.CountEvidence(v.KB, v.KB.Record(e)))...)
}

// period returns the date of an entity, or its start and its end.
func period(v present.Voice, e *kb.Entity) string {
	if date := v.Cell(e, "date"); safe.Width(date) <= 52 {
		return date
	}
	return ""
}

// separated joins texts in the subtitle role with separators.
func separated(texts []string) []rich.Span {
	var out []rich.Span
	for i, t := range texts {
		if i > 0 {
			out = append(out, rich.NewSpan(rich.Muted, rich.Separator))
		}
		out = append(out, rich.NewSpan(rich.Subtitle, t))
	}
	return out
}

func splitLines(text string) []string {
	return strings.Split(strings.TrimRight(text, "\n"), "\n")
}
