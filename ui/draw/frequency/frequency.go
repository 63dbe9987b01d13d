// Package frequency formats the rows of a frequency table.
package frequency

import (
	"rihla/model/frequency"
	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Name returns the label of a row: the value as lists show it, or the bounds of a range. path
// is the field of the column; a nil kind stands for all entities.
func Name(v present.Voice, kind *kb.Kind, path string, r *frequency.Row) string {
	w := v.Words
	switch r.What {
	case frequency.Missing:
		return w.Say(words.NoValue)
	case frequency.Other:
		return w.Say(words.OtherValues)
	case frequency.Range:
		return rangeName(w, r)
	}
	facet := &search.Facet{Path: path, Field: field(v.KB, kind, path)}
	if r.Value.Value.Type == kb.Date && r.Value.To == nil && r.Value.Kind == nil {
		written, _ := w.WriteDate(r.Value.Value.Str)
		return safe.Line(written)
	}
	return querytext.FacetValue(v, facet, &r.Value)
}

func rangeName(w *words.Language, r *frequency.Row) string {
	switch {
	case r.Unit == frequency.Day || r.Unit == frequency.Month:
		written, _ := w.WriteDate(r.From)
		return written
	case r.Unit != frequency.Number && r.From == r.To:
		return r.From
	case r.Unit != frequency.Number:
		return r.From + "–" + r.To
	case r.From == r.To:
		return w.Decimal(r.From)
	}
	return w.Decimal(r.From) + " – " + w.Decimal(r.To)
}

// field returns the field of kind at a path. If kind is nil, it returns the field of the first
// kind that has one; nil if there is none.
func field(k *kb.KB, kind *kb.Kind, path string) *kb.Field {
	if kind != nil {
		return kind.FindField(path)
	}
	for _, kind := range k.Kinds {
		if f := kind.FindField(path); f != nil {
			return f
		}
	}
	return nil
}

// Share formats n of a total as a rounded percentage; "<1" and ">99" keep a few from none and
// most from all.
func Share(w *words.Language, n, of int) string {
	percent := (200*n + of) / (2 * of)
	text := w.Number(percent)
	switch {
	case percent == 0:
		text = "<1"
	case percent == 100 && n < of:
		text = ">99"
	}
	return w.Say(words.Percent, text)
}
