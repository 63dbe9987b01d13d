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

// InCell describes a cell: the number of links, their relations and origins, and
// the number of routes; a part for each.
func InCell(v present.Voice, t *matrix.Table, row, column int) []string {
	w := v.Words
	c := t.Cell(row, column)
	a, b := t.Rows[row].Entity, t.Columns[column].Entity
	if a == b {
		return []string{w.Say(words.Itself)}
	}
	if !c.IsLinked() {
		if t.Options().Hops > 1 {
			return []string{w.Say(words.NoPath)}
		}
		return []string{w.Say(words.NoLinkGrade)}
	}
	if t.CountsCitations() {
		return []string{w.Count(int(c.Links), words.CitedTimes), strings.Join(fieldLabels(v, t.CitingClaims(row, column)), w.ListComma)}
	}
	var parts []string
	if c.Links > 0 {
		said := w.Count(int(c.Links), words.LinkCount)
		if c.Grade == matrix.Unsourced {
			said += w.ListComma + w.Say(words.UnsourcedGrade)
		} else {
			said += w.ListComma + w.Count(int(c.Origins), words.OriginCount)
		}
		parts = append(parts, said, strings.Join(RelationsOf(v, t.Links(row, column), a), w.ListComma))
	}
	if t.Options().Hops > 1 {
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

// RelationsOf names the relations of links as they are called from one of the two
// ends, each once.
func RelationsOf(v present.Voice, links []matrix.Link, from *kb.Entity) []string {
	var out []string
	for _, l := range links {
		label := v.FieldLabel(l.Field)
		if l.From != from {
			label = v.InverseLabel(l.Field)
		}
		if !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}
