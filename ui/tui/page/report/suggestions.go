package report

import (
	"context"

	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/suggest"
	"rihla/ui/draw/detail"
	"rihla/ui/draw/suggestions"
	"rihla/ui/present"
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
		return &suggestionRows{suggestions.NewRows(voice, found)}
	})}
}

func (p *Suggestions) suggestion(i int) suggest.Suggestion { return p.rows.(*suggestionRows).Found[i] }

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

// suggestionRows are the suggestions, and where they lead.
type suggestionRows struct{ *suggestions.Rows }

func (r *suggestionRows) in(v present.Voice) rows { return &suggestionRows{r.In(v)} }

// Open shows why something is suggested, and what would be written.
func (r *suggestionRows) Open(i int) page.Intent {
	return page.ShowDialog{Dialog: overlay.NewSuggestion(func(width int) detail.Page { return suggestions.Page(r.Voice, r.At(i), width) })}
}

// Selection returns the first of the two entities; the editor opens where the text is,
// or the other entity.
func (r *suggestionRows) Selection(i int) page.Selection {
	s := r.At(i)
	return page.Selection{Entity: s.Entity, Finding: &kb.Finding{Position: r.Voice.KB.Position(s.Pos)}}
}
