package brief

import (
	"cmp"
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/ui/present"
	"rihla/ui/words"
)

// The maximum numbers of claims in the bottom line, and of names in each.
const (
	mostBest  = 4
	mostNames = 3
)

// bottomLine adds up to three sentences: the summary, when it was, and the claims with
// most origins; and a remark on how far the rest can be relied on. None says more than
// the claims that it is composed of.
func (b *builder) bottomLine(t *content, points []point) {
	s := export.Section{Kind: export.Prose, Title: b.words.Say(words.BottomLine), Note: b.reservations(t)}
	for _, runs := range [][]export.Run{b.lead(t), b.period(t), b.bestSupported(points)} {
		if runs != nil {
			s.Lines = append(s.Lines, export.Line{Runs: runs})
		}
	}
	b.section(s)
}

func (b *builder) lead(t *content) []export.Run {
	if t.lead == nil {
		return nil
	}
	return b.sentence(t.lead)
}

// period returns a sentence that says from when to when something was, or its date, nil
// if it has none. Of dates on which sources disagree it has the one that the base prefers, or
// else the first.
func (b *builder) period(t *content) []export.Run {
	var from, to claimText
	label := ""
	var remarks []string
	var behind []kb.Evidence
	for _, g := range t.groups {
		if !isDateField(g.path) {
			continue
		}
		s := g.items[0]
		if at := slices.IndexFunc(g.items, func(s claimText) bool { return s.rank == kb.Preferred }); at >= 0 {
			s = g.items[at]
		}
		if g.disagrees() {
			remarks = append(remarks, b.words.Say(words.DateDisputed, g.label))
			if s.rank == kb.Preferred {
				remarks = append(remarks, b.words.Say(words.DatePreferred))
			}
		} else {
			remarks = append(remarks, s.qualifiers...)
		}
		if behind = append(behind, s.evidence...); g.path == "end" {
			to = s
		} else {
			from = s
		}
		label = g.label
	}
	if from.when == nil {
		return nil
	}
	if to.when == nil { // of what was announced, or of a book: it says no more than a date
		return b.sentence(&claimText{text: present.Capital(label) + b.words.Colon + from.text, qualifiers: remarks, evidence: behind})
	}
	day, rest, _ := strings.Cut(from.text, " ")
	if _, same, found := strings.Cut(to.text, " "); found && same == rest && isDay(&from) && isDay(&to) {
		from.text = day // from 11 to 21 February 2024
	}
	took := words.TookPlace
	if to.when.Span().To >= b.voice.Day.Span().From {
		took = words.TakesPlace
	}
	text := b.words.Period(from.text, to.text, isDay(&from), isDay(&to))
	return b.sentence(&claimText{text: b.words.Say(took, text), qualifiers: remarks, evidence: behind})
}

func isDay(s *claimText) bool { return s.when.Precision >= date.Day }

// bestSupported returns a sentence of the claims with most origins: those that need no
// qualification, or else those of several origins, and where these are few, also
// those of one; nil if there are none.
func (b *builder) bestSupported(points []point) []export.Run {
	several := bestGroups(points, func(s *claimText) bool { return s.isPlain && s.origins > 1 })
	if len(several) == 0 {
		several = bestGroups(points, func(s *claimText) bool { return !b.warns(s) && s.origins > 1 })
	}
	var one []*group
	if len(several) < mostBest/2 {
		one = bestGroups(points, func(s *claimText) bool { return s.isPlain && s.origins == 1 })
		one = slices.DeleteFunc(one, func(g *group) bool {
			return slices.ContainsFunc(several, func(other *group) bool { return other.label == g.label })
		})
	}
	several = several[:min(len(several), mostBest)]
	one = one[:min(len(one), mostBest-len(several))]
	if len(several)+len(one) == 0 {
		return nil
	}
	var w writer
	b.phrases(&w, b.words.Say(words.SeveralAttest)+b.words.Colon, several)
	claims := 0
	for _, g := range one {
		claims += len(g.items) + g.more
	}
	intro := b.words.Agree(claims, words.OneAttestsOne, words.OneAttests)
	if len(several) > 0 && len(one) > 0 {
		w.text(b.words.Semicolon)
		intro = lower(intro)
	}
	b.phrases(&w, intro+b.words.ListComma, one)
	w.text(".")
	return w.runs
}

// phrases writes the claims of groups within a sentence, after who attests them.
func (b *builder) phrases(w *writer, intro string, groups []*group) {
	for i, g := range groups {
		if i == 0 {
			w.text(intro)
		} else {
			w.text(b.words.Semicolon)
		}
		b.phrase(w, g)
	}
}

// phrase writes the claims of a group within a sentence: "led by Ada", "15
// delegates", "founded: 1977".
func (b *builder) phrase(w *writer, g *group) {
	shown := g.items[:min(len(g.items), mostNames)]
	for i := range shown {
		shown[i].origins = 0 // the sentence says how many, in place of the mark
		if shown[i].to != nil && shown[i].when != nil {
			shown[i].text = b.words.Quote(shown[i].text) // the title of an event
		}
	}
	switch {
	case shown[0].to != nil && !g.isNoun:
		w.text(g.label + " ")
	case shown[0].isNumber && len(shown) == 1:
		shown[0].text += " " + g.label
	default:
		w.text(g.label + b.words.Colon)
	}
	b.clusters(w, b.clustersOf(shown), b.words.ListComma)
	if len(shown) < len(g.items)+g.more {
		w.text(b.words.Say(words.AmongOthers))
	}
}

// isNoun reports whether the label of a relation names what it leads to, as in
// "themes" or "place", rather than the link, as in "based in".
func (b *builder) isNoun(s *kb.Statement, label string) bool {
	if s.To == nil {
		return true
	}
	kind := s.To.Kind
	return isWithinWords(b.voice.KindOne(kind), label) || isWithinWords(b.voice.KindLabel(kind), label) ||
		b.voice.InverseName(s.Field) == b.words.Say(words.NounOf, label)
}

// bestGroups returns the claims of their own evidence that are fit to stand in a
// sentence, those of most origins first, and among equals those of most importance.
func bestGroups(points []point, isFit func(*claimText) bool) []*group {
	var best []*group
	for _, p := range points {
		if p.group == nil || p.group.disagrees() || isDateField(p.group.path) {
			continue
		}
		g := &group{label: p.group.label, isNoun: p.group.isNoun}
		for _, s := range p.group.items {
			if !s.isGeneral && !strings.Contains(s.text, ", ") && isFit(&s) {
				g.items = append(g.items, s)
			} else {
				g.more++
			}
		}
		if len(g.items) > 0 {
			order.Stable(g.items, func(p, q claimText) int { return cmp.Compare(q.origins, p.origins) })
			best = append(best, g)
		}
	}
	order.Stable(best, func(p, q *group) int { return cmp.Compare(q.origins(), p.origins()) })
	return best
}

// reservations says in a sentence on what sources differ, and how many claims rest on
// one origin; empty if there is nothing to say.
func (b *builder) reservations(t *content) string {
	var parts []string
	if t.isAhead {
		parts = append(parts, b.words.Say(words.NotYet))
	}
	if labels := b.disputedLabels(t); len(labels) > 0 {
		parts = append(parts, b.words.Say(words.DisputedPoints, b.list(labels)))
	}
	switch {
	case b.total == 0:
		parts = append(parts, b.words.Say(words.NothingCited))
	case b.one == b.total:
		parts = append(parts, b.words.Say(words.AllOneOrigin))
	case b.one > 0 && len(b.fallen) > 0:
		parts = append(parts, b.words.CountOf(b.one, b.total, words.SomeOneOrigin)+b.words.ListComma+b.words.Say(words.AndNoneOn, b.words.Number(len(b.fallen))))
	case b.one > 0:
		parts = append(parts, b.words.CountOf(b.one, b.total, words.SomeOneOrigin))
	case len(b.fallen) > 0:
		parts = append(parts, b.words.CountOf(len(b.fallen), b.total, words.SomeFallen))
	}
	for i, part := range parts[min(1, len(parts)):] {
		parts[i+1] = lower(part)
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, b.words.Semicolon) + "."
}
