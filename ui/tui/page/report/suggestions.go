package report

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

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
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Suggestions is the page of the links and merges that may be missing.
type Suggestions struct {
	listing
	finder *work.Worker
	found  []suggest.Suggestion
	isDone bool
}

// NewSuggestions returns the page of a knowledge base.
func NewSuggestions(voice present.Voice) *Suggestions {
	p := &Suggestions{listing: newListing(voice), finder: new(work.Worker)}
	p.head, p.none = p.heading, p.nothing
	return p
}

// Scope is that of the page.
func (p *Suggestions) Scope() keys.Scope { return keys.InSuggestions }

// Show looks for what may be missing, once.
func (p *Suggestions) Show(_ page.Subject, at any) page.Answer {
	restored := p.restore(at)
	if p.isDone {
		return page.Answer{Cmd: restored}
	}
	k := p.voice.KB
	return page.Answer{Cmd: work.Do(p.finder, func(ctx context.Context) []suggest.Suggestion {
		found, err := suggest.Find(ctx, k)
		if err != nil {
			return nil
		}
		order := suggest.Codes()
		slices.SortStableFunc(found, func(a, b suggest.Suggestion) int { return slices.Index(order, a.Code) - slices.Index(order, b.Code) })
		return found
	}, func(found []suggest.Suggestion) tea.Cmd {
		p.found, p.isDone = found, true
		return p.setRows(&suggestionRows{p.voice, found})
	})}
}

// Leave ends the work.
func (p *Suggestions) Leave() bool {
	p.finder.Stop()
	return p.listing.Leave()
}

// SetVoice shows the same in another voice, keeping the place.
func (p *Suggestions) SetVoice(voice present.Voice) tea.Cmd {
	cmd := p.listing.SetVoice(voice)
	if p.isDone {
		return tea.Batch(cmd, p.setRows(&suggestionRows{voice, p.found}))
	}
	return cmd
}

// IsSlow reports whether suggestions are looked for, or filtered, for long.
func (p *Suggestions) IsSlow() bool { return p.finder.IsSlow() || p.listing.IsSlow() }

// Act accepts or refuses the selected suggestion, or does what a listing does.
func (p *Suggestions) Act(a keys.Action) page.Answer {
	i, ok := p.selected()
	switch {
	case a == keys.Adopt && ok:
		return page.Answer{Intent: page.Adopt{Suggestion: p.found[i]}}
	case a == keys.Refuse && ok:
		s := p.found[i]
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

func (p *Suggestions) heading(shown, all int) []rich.Span {
	w := p.voice.Words
	spans := []rich.Span{rich.NewSpan(rich.Heading, w.Say(words.SuggestionsTitle)), rich.NewSpan(rich.Plain, "  ")}
	switch {
	case !p.isDone:
		return append(spans, rich.NewSpan(rich.Muted, w.Say(words.LookingForSuggestions)))
	case p.filter != "":
		return append(spans, rich.NewSpan(rich.Accent, w.Number(shown)+"/"+w.Number(all)))
	}
	return append(spans, rich.NewSpan(rich.Muted, w.Number(all)))
}

func (p *Suggestions) nothing(width int) []rich.Line {
	if !p.isDone {
		return nil
	}
	return rich.Wrap(rich.Muted, p.voice.Words.Say(words.NothingToSuggest), width)
}

// suggestionRows are suggestions in groups of one code.
type suggestionRows struct {
	voice present.Voice
	found []suggest.Suggestion
}

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
