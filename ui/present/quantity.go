package present

import (
	"math"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/quantity"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// UseOf returns what the numbers in a column of a kind's list are good for. Whole numbers
// that only increase in a sample, as the entities follow each other, count these.
func (v Voice) UseOf(kind *kb.Kind, c Column) quantity.Use {
	if kind == nil || !c.Numeric {
		return quantity.None
	}
	f := kind.FindField(c.Field)
	if f == nil || f.Type == "" && v.isSerial(kind, f) {
		return quantity.None
	}
	return quantity.UseOf(f)
}

// isSerial reports whether the numbers of a field are whole and increase in a sample.
func (v Voice) isSerial(kind *kb.Kind, f *kb.Field) bool {
	const least = 6 // under it, chance would do
	last, n := math.Inf(-1), 0
	for _, e := range v.Sample(kind) {
		for _, s := range v.KB.Record(e).Values(f.Path) {
			number, ok := s.Value.Number()
			if !ok || number <= last || number != math.Trunc(number) {
				return false
			}
			last, n = number, n+1
		}
	}
	return n >= least
}

// mostUnits bounds the units of which the sums are said.
const mostUnits = 3

// Sums says what the numbers of a column come to, the longest form first: "Staff: sum 31,
// mean 10.3 (3 of 6)", and "Staff: sum 31" where they are of one unit; nil if there are
// none.
func (v Voice) Sums(c Column, use quantity.Use, s quantity.Sums) []string {
	w := v.Words
	title := v.Line(c.Title) + w.Colon
	var parts []string
	having := 0
	for i := range s.Units {
		u := &s.Units[i]
		having += u.Count
		if i >= mostUnits {
			continue
		}
		mean := w.Say(words.MeanIs, v.amount(u.Mean(), decimalsOfMean(u), u.Unit))
		if use == quantity.Adding && u.Count > 1 {
			mean = w.Say(words.SumIs, v.amount(u.Total, u.Decimals, u.Unit)) + w.ListComma + mean
		} else if use == quantity.Adding {
			mean = v.amount(u.Total, u.Decimals, u.Unit)
		}
		parts = append(parts, mean)
	}
	if len(parts) == 0 {
		return nil
	}
	text := title + strings.Join(parts, w.Semicolon)
	if len(s.Units) > mostUnits {
		text += w.Semicolon + "…"
	}
	if having < s.Of {
		text += " (" + w.Say(words.OfThem, w.Number(having), w.Number(s.Of)) + ")"
	}
	forms := []string{text}
	if u := &s.Units[0]; len(s.Units) == 1 && use == quantity.Adding && u.Count > 1 {
		forms = append(forms, title+w.Say(words.SumIs, v.amount(u.Total, u.Decimals, u.Unit)))
	}
	return forms
}

// SumsSeparator stands between what several columns come to.
const SumsSeparator = rich.Separator

// amount writes a number with its unit.
func (v Voice) amount(n float64, decimals int, unit string) string {
	const most = 6
	text := v.Words.Decimal(strconv.FormatFloat(n, 'f', min(decimals, most), 64))
	if unit != "" {
		text += "\u00a0" + v.Line(CutBytes(unit, CellLimit))
	}
	return text
}

// decimalsOfMean returns how many decimals a mean is written with: three digits say
// enough, and at least as many as the numbers have.
func decimalsOfMean(u *quantity.Sum) int {
	mean := math.Abs(u.Mean())
	switch {
	case mean == math.Trunc(mean):
		return u.Decimals
	case mean >= 100:
		return max(u.Decimals, 0)
	case mean >= 10:
		return max(u.Decimals, 1)
	}
	return max(u.Decimals, 2)
}
