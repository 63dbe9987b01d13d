package suggestions

import (
	"slices"

	"rihla/model/order"
	"rihla/model/suggest"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Rows are suggestions in groups of one code.
type Rows struct {
	Voice present.Voice
	Found []suggest.Suggestion
}

// NewRows sorts suggestions by their codes.
func NewRows(voice present.Voice, found []suggest.Suggestion) *Rows {
	codes := suggest.Codes()
	order.Stable(found, func(a, b suggest.Suggestion) int { return slices.Index(codes, a.Code) - slices.Index(codes, b.Code) })
	return &Rows{voice, found}
}

// In returns the same rows in another voice.
func (r *Rows) In(v present.Voice) *Rows { return &Rows{v, r.Found} }

// Len returns the number of suggestions.
func (r *Rows) Len() int { return len(r.Found) }

// Group returns the index of the code of a suggestion.
func (r *Rows) Group(i int) int { return slices.Index(suggest.Codes(), r.Found[i].Code) }

// Heading says what the suggestions of a code are.
func (r *Rows) Heading(group, width int) []rich.Line {
	code, n := suggest.Codes()[group], 0
	for i := range r.Found {
		if r.Found[i].Code == code {
			n++
		}
	}
	title := map[suggest.Code]words.Message{suggest.Duplicate: words.DuplicatesTitle, suggest.Mention: words.MentionsTitle, suggest.Unlinked: words.UnlinkedTitle}[code]
	spans := []rich.Span{rich.NewSpan(rich.Title, r.Voice.Words.Say(title)), rich.NewSpan(rich.Muted, "  "+r.Voice.Words.Number(n))}
	return []rich.Line{rich.NewLine(spans...).Cut(width)}
}

// At returns a suggestion with its passage in the language of the reader, if it has one.
func (r *Rows) At(i int) suggest.Suggestion { return r.Found[i].In(r.Voice.Lang) }

// Lines lays out a suggestion.
func (r *Rows) Lines(i, width int) []rich.Line {
	return Lines(r.Voice, r.At(i), width)
}

// Text is all that is said of a suggestion.
func (r *Rows) Text(i int) string {
	s := r.At(i)
	return r.Voice.Name(s.Entity) + " " + Said(r.Voice.Words, s.Code) + " " + r.Voice.Name(s.Other) + " " + Why(r.Voice, s) + " " + string(s.Entity.Address()) + " " + string(s.Other.Address())
}

// Key is the code and the two entities.
func (r *Rows) Key(i int) string {
	s := r.At(i)
	return string(s.Code) + " " + string(s.Entity.Address()) + " " + string(s.Other.Address())
}
