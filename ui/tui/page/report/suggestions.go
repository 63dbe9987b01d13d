package report

import (
	"context"
	"slices"

	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/suggest"
	"rihla/ui/draw/detail"
	"rihla/ui/draw/suggestions"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// Suggestions is the page of the links and merges that may be missing.
type Suggestions struct{ listing }

// NewSuggestions returns the page of a knowledge base.
func NewSuggestions(voice present.Voice) *Suggestions {
	return &Suggestions{newListing(voice, listingTexts{words.SuggestionsTitle, words.LookingForSuggestions, words.NothingToSuggest})}
}

// Scope is that of the page.
func (p *Suggestions) Scope() keys.Scope { return keys.InSuggestions }

// Show looks for what may be missing, once.
func (p *Suggestions) Show(_ page.Subject, at any) page.Answer {
	restored := p.restore(at)
	if p.rows != nil {
		return page.Answer{Cmd: restored}
	}
	voice := p.voice
	return page.Answer{Cmd: p.look(func(ctx context.Context) rows {
		found, err := suggest.Find(ctx, voice.KB)
		if err != nil {
			found = nil
		}
		order := suggest.Codes()
		slices.SortStableFunc(found, func(a, b suggest.Suggestion) int { return slices.Index(order, a.Code) - slices.Index(order, b.Code) })
		return &suggestionRows{voice, found}
	})}
}

func (p *Suggestions) suggestion(i int) suggest.Suggestion { return p.rows.(*suggestionRows).found[i] }

// Act accepts or refuses the selected suggestion, or does what a listing does.
func (p *Suggestions) Act(a keys.Action) page.Answer {
	i, ok := p.selected()
	switch {
	case a == keys.Adopt && ok:
		return page.Answer{Intent: page.Adopt{Suggestion: p.suggestion(i)}}
	case a == keys.Refuse && ok:
		s := p.suggestion(i)
		return page.Answer{Intent: page.Refuse{Refusal: save.NewRefusal{IsLink: s.Code != suggest.Duplicate, A: s.Entity.Address(), B: s.Other.Address(), Date: p.voice.Today.String()}}}
	case a == keys.Adopt || a == keys.Refuse:
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.NothingSelected)}}
	}
	return p.listing.Act(a)
}

// Hint returns the usual hint: a base without files of its own cannot be written.
func (p *Suggestions) Hint(a keys.Action, usual string) (string, bool) {
	if a == keys.Adopt || a == keys.Refuse {
		_, some := p.selected()
		return usual, some && p.voice.KB.Dir != ""
	}
	return p.listing.Hint(a, usual)
}

// suggestionRows are suggestions in groups of one code.
type suggestionRows struct {
	voice present.Voice
	found []suggest.Suggestion
}

func (r *suggestionRows) in(v present.Voice) rows { return &suggestionRows{v, r.found} }

// Len returns the number of suggestions.
func (r *suggestionRows) Len() int { return len(r.found) }

// Group returns the index of the code of a suggestion.
func (r *suggestionRows) Group(i int) int { return slices.Index(suggest.Codes(), r.found[i].Code) }

// Heading says what the suggestions of a code are.
func (r *suggestionRows) Heading(group, width int) []rich.Line {
	code, n := suggest.Codes()[group], 0
	for i := range r.found {
		if r.found[i].Code == code {
			n++
		}
	}
	title := map[suggest.Code]words.Message{suggest.Duplicate: words.DuplicatesTitle, suggest.Mention: words.MentionsTitle, suggest.Unlinked: words.UnlinkedTitle}[code]
	spans := []rich.Span{rich.NewSpan(rich.Title, r.voice.Words.Say(title)), rich.NewSpan(rich.Muted, "  "+r.voice.Words.Number(n))}
	return []rich.Line{rich.NewLine(spans...).Cut(width)}
}

// Lines lays out a suggestion.
func (r *suggestionRows) Lines(i, width int) []rich.Line {
	return suggestions.Lines(r.voice, r.found[i], width)
}

// Text is all that is said of a suggestion.
func (r *suggestionRows) Text(i int) string {
	s := r.found[i]
	return r.voice.Name(s.Entity) + " " + suggestions.Said(r.voice.Words, s.Code) + " " + r.voice.Name(s.Other) + " " + suggestions.Why(r.voice, s) + " " + string(s.Entity.Address()) + " " + string(s.Other.Address())
}

// Key is the code and the two entities.
func (r *suggestionRows) Key(i int) string {
	s := r.found[i]
	return string(s.Code) + " " + string(s.Entity.Address()) + " " + string(s.Other.Address())
}

// Open shows why something is suggested, and what would be written.
func (r *suggestionRows) Open(i int) page.Intent {
	return page.ShowDialog{Dialog: overlay.NewSuggestion(func(width int) detail.Page { return suggestions.Page(r.voice, r.found[i], width) })}
}

// Selection returns the first of the two entities; the editor opens where the text is,
// or the other entity.
func (r *suggestionRows) Selection(i int) page.Selection {
	s := r.found[i]
	return page.Selection{Entity: s.Entity, Finding: &kb.Finding{Position: r.voice.KB.Position(s.Pos)}}
}
