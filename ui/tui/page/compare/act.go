package compare

import (
	"rihla/model/evidence"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// Act moves, opens the entity that is selected, or shows a source.
func (p *Page) Act(a keys.Action) page.Answer {
	switch a {
	case keys.Open:
		return page.Answer{Intent: page.Open{Entity: p.target()}}
	case keys.Source:
		link := p.selected()
		if link == nil || link.Statement == nil && link.Fact == nil {
			return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.NoSourceHere)}}
		}
		return page.Answer{Intent: page.ShowSource{Claims: []evidence.Claim{{Entity: p.entityAt(), Statement: link.Statement, Fact: link.Fact}}}}
	}
	if a == keys.Expand && p.fits {
		return page.Ignored
	}
	return page.Answer{Ignored: !p.move(a)}
}

// Hint says what a key does that shows more or less of the rows.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	w := p.voice.Words
	switch {
	case a == keys.Source:
		return usual, p.hasSource()
	case a == keys.Differing && p.differing:
		return w.Say(words.HintAll), true
	case a == keys.Expand && p.fits:
		return "", false
	case a == keys.Expand && p.whole:
		return w.Say(words.HintFold), true
	}
	return p.Defaults.Hint(a, usual)
}

// wordy is the width, in cells, from which on both the row and the entity are
// said.
const wordy = 60

// Position says which row is selected; which entity, where not all of them are
// seen.
func (p *Page) Position() string {
	w := p.voice.Words
	from, to, at, all := p.columns()
	across := ""
	if to-from+1 < all {
		across = w.Number(at) + "/" + w.Number(all)
	}
	down := w.Number(p.row+1) + "/" + w.Number(len(p.rows))
	switch {
	case p.row == names:
		return across
	case across == "":
		return down
	case p.width < wordy:
		return across
	}
	return across + " · " + w.Say(words.RowPlace, down)
}
