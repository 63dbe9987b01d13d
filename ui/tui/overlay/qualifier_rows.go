package overlay

import (
	"slices"

	"rihla/model/date"
	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// qualifierRow is the row of a qualifier of a claim.
type qualifierRow struct {
	had edit.Qualifier
	row *formRow
}

var qualifierLabels = map[string]words.Message{
	"since": words.RowSince, "until": words.RowUntil, "date": words.RowDate,
	"confidence": words.RowConfidence, "rank": words.RowRank, "note": words.RowNote,
}

// newQualifierRows returns a row for each qualifier of a claim, which may be nil, except notes
// that are too long.
func newQualifierRows(v func() present.Voice, c *kb.Claim) []qualifierRow {
	var out []qualifierRow
	for _, q := range edit.Qualifiers(c) {
		if !fits(q.Text) {
			continue
		}
		row := newFormRow(qualifierLabels[q.Key], nil)
		row.of = q.Lang
		switch q.Key {
		case "confidence":
			row.offer = offerWords(string(kb.High), string(kb.Medium), string(kb.Low), string(kb.Disputed), string(kb.Inferred), string(kb.Alleged))
		case "rank":
			row.offer = offerWords(string(kb.Preferred), string(kb.Normal), string(kb.Deprecated))
		case "note":
			row.multiline = true
		default:
			row.note = func(text string) string {
				if _, ok := date.Parse(text); ok || text == "" {
					return ""
				}
				return v().Words.Say(words.NoDate)
			}
		}
		row.begin(q.Text)
		out = append(out, qualifierRow{q, row})
	}
	return out
}

// offerWords returns the offers of a row that takes keywords of the format.
func offerWords(all ...string) func() *offers {
	word := func(i int) string { return all[i] }
	return func() *offers {
		return &offers{n: len(all), other: words.OtherWord, text: word, value: word, line: func(i int) (string, string) { return all[i], "" }}
	}
}

// fold divides the rows of qualifiers: those with a value are appended to rows, the empty ones
// are folded behind a key.
func fold(rows []*formRow, all []qualifierRow) (shown, folded []*formRow) {
	shown = slices.Clip(rows)
	for _, q := range all {
		if q.had.Text == "" {
			folded = append(folded, q.row)
			continue
		}
		shown = append(shown, q.row)
	}
	return shown, folded
}

// changedQualifiers returns the qualifiers whose value was changed in the form.
func changedQualifiers(all []qualifierRow) []edit.Qualifier {
	var out []edit.Qualifier
	for _, q := range all {
		if now := q.row.meant(); now != q.had.Text {
			out = append(out, edit.Qualifier{Key: q.had.Key, Lang: q.had.Lang, Text: now})
		}
	}
	return out
}

// qualify returns a new claim with the qualifiers entered in the form.
func qualify(c edit.Claim, all []qualifierRow) edit.Claim {
	for _, q := range all {
		switch text := q.row.meant(); q.had.Key {
		case "since":
			c.Since = text
		case "until":
			c.Until = text
		case "date":
			c.Date = text
		case "confidence":
			c.Confidence = kb.Confidence(text)
		case "rank":
			c.Rank = kb.Rank(text)
		case "note":
			c.Note = text
		}
	}
	return c
}
