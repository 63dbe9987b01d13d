package matrix

import (
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/matrix"
	"rihla/ui/present"
	"rihla/ui/words"
)

// mostThrough is how many entities between two are named.
const mostThrough = 3

// InCell describes a cell: the number of links if there are several, their relations, each with its
// origins, the number of mentions, and the number of routes; a part for each.
func InCell(v present.Voice, t *matrix.Table, row, column int) []string {
	w := v.Words
	c := t.Cell(row, column)
	a, b := t.Rows[row].Entity, t.Columns[column].Entity
	if a == b {
		return []string{w.Say(words.Itself)}
	}
	if !c.IsFilled() {
		if c.NotHolding > 0 {
			return []string{w.Count(int(c.NotHolding), words.NotHolding)}
		}
		if t.Options().Hops > 1 {
			return []string{w.Say(words.NoPath)}
		}
		return []string{w.Say(words.NoLinkGrade)}
	}
	if t.CountsCitations() {
		return []string{w.Count(int(c.Links), words.CitedTimes), strings.Join(fieldLabels(v, t.CitingClaims(row, column)), w.ListComma)}
	}
	var parts []string
	if c.Links > 1 {
		parts = append(parts, w.Count(int(c.Links), words.LinkCount))
	}
	if c.Links > 0 {
		parts = append(parts, strings.Join(relations(v, t.Links(row, column), a), w.ListComma))
	}
	if c.Mentions > 0 {
		parts = append(parts, w.Count(int(c.Mentions), words.MentionedTimes))
	}
	if c.NotHolding > 0 {
		parts = append(parts, w.Count(int(c.NotHolding), words.NotHolding))
	}
	if t.Options().Hops > 1 && c.IsLinked() {
		parts = append(parts, w.Count(int(c.Routes), words.CellRoutes))
	}
	const most = 1000
	if through, more := t.Intermediates(row, column, most); len(through) > 0 {
		count := w.Count(len(through), words.CellThrough)
		if more {
			count += "+"
		}
		parts = append(parts, count+w.Colon+firstNames(v, through))
	}
	return parts
}

// fieldLabels names the fields of claims, each once, and facts in one word.
func fieldLabels(v present.Voice, claims []evidence.Claim) []string {
	var out []string
	for _, c := range claims {
		label := v.Words.Say(words.Facts)
		if c.Statement != nil {
			label = v.FieldLabel(c.Statement.Field)
		}
		if !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}

func firstNames(v present.Voice, of []*kb.Entity) string {
	var names []string
	for _, e := range of[:min(len(of), mostThrough)] {
		names = append(names, v.Name(e))
	}
	if left := len(of) - mostThrough; left > 0 {
		names = append(names, v.Words.Count(left, words.More))
	}
	return strings.Join(names, v.Words.ListComma)
}

// relations names the relations of links as they are called from one of the two
// ends, each once, with the origins of its strongest claim.
func relations(v present.Voice, links []matrix.Link, from *kb.Entity) []string {
	var labels []string
	best := make(map[string]evidence.Claim)
	for _, l := range links {
		if evidence.IsMention(l.Statement) {
			continue
		}
		label := v.FieldLabel(l.Field)
		if l.From != from {
			label = v.InverseLabel(l.Field)
		}
		strongest, met := best[label]
		if !met {
			labels = append(labels, label)
		}
		if !met || l.Claim.Strength(v.KB) > strongest.Strength(v.KB) {
			best[label] = l.Claim
		}
	}
	for i, label := range labels {
		origins := v.Unsourced(best[label])
		if n := best[label].Origins(v.KB); n > 0 {
			origins = v.Words.Count(n, words.OriginCount)
		}
		labels[i] += " (" + origins + ")"
	}
	return labels
}
