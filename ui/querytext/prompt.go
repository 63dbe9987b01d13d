package querytext

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// mostExample is how many cells an example of a condition may take.
const mostExample = 32

// FilterPrompt says what may be typed to filter the entities of a kind, or of
// all where it is nil, with conditions that they answer.
func FilterPrompt(v present.Voice, of *kb.Kind) string {
	return v.Words.Say(words.FilterPrompt, strings.Join(examples(v, of), " "))
}

// FitPrompt returns a prompt with as many of its examples as fit a width, or else as
// many of the things that may be typed.
func FitPrompt(prompt string, width int) string {
	const colon = ": "
	kinds, examples, _ := strings.Cut(prompt, colon)
	for safe.Width(prompt) > width && examples != "" {
		at := max(0, strings.LastIndex(examples, " "))
		examples = examples[:at]
		prompt = kinds + colon + examples
	}
	if examples == "" {
		prompt = strings.TrimRight(kinds, "\u00a0")
	}
	if at := strings.LastIndex(prompt, ", "); at > 0 && safe.Width(prompt) > width {
		prompt = prompt[:at]
	}
	return safe.Cut(prompt, width)
}

// PalettePrompt says what may be typed to search everything.
func PalettePrompt(v present.Voice) string {
	conditions := []string{"kind:…"}
	for _, kind := range v.KB.Tabs() {
		if len(kind.Entities) > 0 {
			conditions = append([]string{"kind:" + safe.Line(query.Quote(kind.Name))}, examples(v, kind)...)
			break
		}
	}
	return v.Words.Say(words.PalettePrompt, strings.Join(conditions[:min(2, len(conditions))], " "))
}

// examples returns conditions on a link and on a number or a date, as a sample
// of a kind has them.
func examples(v present.Voice, of *kb.Kind) []string {
	if of == nil {
		return []string{"kind:…"}
	}
	link, measure := "", ""
	for _, e := range v.Sample(of) {
		r := v.KB.Record(e)
		for i := range r.Statements {
			s := &r.Statements[i]
			written := s.Value.Str
			if d, ok := present.NumberDate(s.Value, s.Field.ReadsDates()); ok {
				written = d.DayOf().String()
			}
			switch {
			case safe.Width(s.Field.Path) > mostExample/2 || query.IsQualifier(s.Field.Path) || s.Field.Path == "source":
			case s.To != nil && link == "" && len(s.To.Key) < mostExample/2:
				link = s.Field.Path + ":" + query.Quote(s.To.Key)
			case (s.Value.Type == kb.Int || s.Value.Type == kb.Date) && measure == "" && len(written) < mostExample/2:
				measure = s.Field.Path + ":<" + query.Quote(written)
			}
		}
		if link != "" && measure != "" {
			break
		}
	}
	var out []string
	for _, text := range []string{link, measure} {
		if text != "" {
			out = append(out, safe.Line(text))
		}
	}
	if len(out) == 0 && len(of.Fields) > 0 && safe.Width(of.Fields[0].Path) < mostExample {
		out = append(out, "has:"+safe.Line(of.Fields[0].Path))
	}
	return out
}
