package brief

import (
	"cmp"
	"slices"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/ui/words"
)

// point is a key fact: the claims under one label, or a fact.
type point struct {
	group *group
	fact  *claimText
	by    *kb.Entity // that states the fact, nil if it is the entity itself
}

// The importance of points, in descending order: dates, the columns of the kind, other
// claims with several origins, links, values with one origin, facts, facts of other
// entities, long values.
// The facts stay in the order of their author, since one may point to another.
const (
	ofDate = iota
	ofColumn
	ofSeveral
	ofRelation
	ofLinks
	ofValue
	ofFact
	ofOthers
	ofLong
)

// longestPoint is the length of a value in bytes above which it comes last, since it would
// displace all other points of a page.
const longestPoint = 2000

// points returns the key facts about an entity in order of importance, and in the
// order of the file among equals. Disputed claims are not among them.
func (b *builder) points(t *content) []point {
	type weighed struct {
		point
		weight, column int
	}
	var all []weighed
	for _, g := range t.groups {
		p := weighed{point{group: g}, ofValue, slices.Index(t.entity.Kind.Columns, g.path)}
		switch {
		case isDateField(g.path):
			p.weight, p.column = ofDate, slices.Index([]string{"date", "start", "end"}, g.path)
		case p.column >= 0:
			p.weight = ofColumn
		case g.origins() > 1:
			p.weight = ofSeveral
		case g.items[0].to != nil:
			p.weight = ofRelation
		}
		if slices.ContainsFunc(g.items, func(c claimText) bool { return len(c.text) > longestPoint }) {
			p.weight = ofLong
		}
		all = append(all, p)
	}
	for _, g := range t.inverse {
		all = append(all, weighed{point{group: g}, ofLinks, 0})
	}
	for i := range t.facts {
		if s := &t.facts[i]; s.confidence != kb.Disputed {
			all = append(all, weighed{point{fact: s}, ofFact, 0})
		}
	}
	for i := range t.others {
		if s := &t.others[i].claimText; s.confidence != kb.Disputed {
			all = append(all, weighed{point{fact: s, by: t.others[i].by}, ofOthers, 0})
		}
	}
	order.Stable(all, func(p, q weighed) int {
		return cmp.Or(cmp.Compare(p.weight, q.weight), cmp.Compare(p.column, q.column))
	})
	points := make([]point, len(all))
	for i := range all {
		points[i] = all[i].point
	}
	return points
}

// origins returns the number of origins of the best claim of a group.
func (g *group) origins() int {
	most := 0
	for i := range g.items {
		most = max(most, g.items[i].origins)
	}
	return most
}

// pointLine writes a key fact. What is disputed of it stands in its own section.
func (b *builder) pointLine(p point) export.Line {
	if p.fact != nil {
		line := export.Line{Runs: b.sentence(p.fact)}
		if p.by != nil {
			line.Head, line.Join = b.voice.Name(p.by), dash
		}
		return line
	}
	var w writer
	if sure := p.group.undisputed(); len(sure) > 0 {
		b.values(&w, sure)
		if p.group.more > 0 {
			w.text(b.words.Semicolon + b.words.Count(p.group.more, words.More))
		}
	} else {
		b.preferred(&w, p.group)
	}
	return b.labelled(p.group.label, w)
}

// preferred writes the value that the base prefers among those that sources disagree
// on, and where these stand.
func (b *builder) preferred(w *writer, g *group) {
	says := b.words.Say(words.SeeDisputed)
	if at := slices.IndexFunc(g.items, func(s claimText) bool { return s.rank == kb.Preferred }); at >= 0 {
		w.text(g.items[at].text)
		b.parentheses(w, []string{b.words.Say(words.PreferredByBase), says})
		b.notes(w, g.items[at].evidence)
		return
	}
	w.text(says)
}

// undisputed returns the claims of a group that stand among the key facts: none of a
// group that disagrees.
func (g *group) undisputed() []claimText {
	if g.disagrees() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(g.items), func(s claimText) bool { return s.confidence == kb.Disputed })
}

// byDate compares dates; no date comes last.
func byDate(p, q *date.Date) int {
	switch {
	case p == nil && q == nil:
		return 0
	case p == nil:
		return 1
	case q == nil:
		return -1
	}
	return cmp.Or(cmp.Compare(p.Span().UTC().From, q.Span().UTC().From), cmp.Compare(p.Precision, q.Precision))
}

// dash separates a name from the text about it.
const dash = " — "
