package present

import (
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/ui/words"
)

// Day is a reference day, on which claims hold or not; it may be a month or a year.
// The zero Day is unknown, and after all others.
type Day struct {
	date  date.Date
	span  date.Span // of date
	known bool
}

// DayOf returns the day of a date, without its time.
func DayOf(d date.Date) Day {
	d = d.DayOf()
	return Day{d, d.Span(), true}
}

// ParseDay reads a day, a month or a year in all notations of dates.
func ParseDay(text string) (Day, bool) {
	d, ok := date.Dates.Text(strings.TrimSpace(text))
	if !ok {
		return Day{}, false
	}
	return DayOf(d), true
}

// In returns the day in words: "2019", "12 March 2019"; empty of the zero Day.
func (d Day) In(w *words.Language) string {
	written, _ := w.WriteDate(d.String())
	return written
}

// IsKnown reports whether it is another than the zero Day.
func (d Day) IsKnown() bool { return d.known }

// Span returns the time of the day; of the zero Day, the end of time.
func (d Day) Span() date.Span {
	if !d.known {
		return kb.EndOfTime
	}
	return d.span
}

// Year returns the astronomical year; 0 of the zero Day.
func (d Day) Year() int { return d.date.Year }

// String returns the day in ISO 8601; empty of the zero Day.
func (d Day) String() string {
	if !d.known {
		return ""
	}
	return d.date.String()
}

// AsOf names the reference day, "as of 2019", if it is not today; else it is empty.
func (v Voice) AsOf() string {
	if v.Day == v.Today || !v.Day.IsKnown() {
		return ""
	}
	written, isDay := v.Words.WriteDate(v.Day.String())
	if isDay {
		return v.Words.Say(words.AsOfDay, written)
	}
	return v.Words.Say(words.AsOf, written)
}

// OtherDay returns the reference day in ISO 8601, if it is not today; else it is empty.
func (v Voice) OtherDay() string {
	if v.Day == v.Today {
		return ""
	}
	return v.Day.String()
}

// isAhead reports whether a date is after the reference day.
func (v Voice) isAhead(written string) bool {
	d, ok := date.Dates.Text(written)
	return ok && d.Span().From > v.Day.Span().To
}

// When returns the reason why a claim does not hold, or not surely, on the reference day:
// "until 11 December 2020", "from 2027", "in 2023", "perhaps", "deprecated". It returns ""
// if the claim holds.
func (v Voice) When(c *kb.Claim) string {
	w := v.Words
	switch holding := c.HoldsAt(v.Day.Span()); {
	case holding == kb.Holds:
		return ""
	case holding == kb.MayHold:
		return w.Say(words.Perhaps)
	case c.IsDeprecated():
		return w.Say(words.Deprecated)
	}
	switch {
	case v.isAhead(c.Since):
		return v.Line(w.From(v.writeDate(c.Since)))
	case v.isAhead(c.Date):
		return v.Line(v.on(c.Date))
	}
	until, isDay := v.writeDate(c.Until)
	return v.Line(w.Period("", until, false, isDay))
}

// writeDate formats a date of a claim, and reports whether the text names a day.
func (v Voice) writeDate(written string) (text string, isDay bool) {
	if d, ok := date.Dates.Text(written); v.Brief && ok && d.Precision > date.Year {
		return date.WriteYear(d.Year) + "…", false
	}
	return v.Words.WriteDate(written)
}

// on returns a date of a claim as an adverbial: "in May 2020"; if Brief, "2020…".
func (v Voice) on(written string) string {
	text, isDay := v.writeDate(written)
	if strings.HasSuffix(text, "…") {
		return text
	}
	return v.Words.Dated(text, isDay)
}

// inShort formats a date as a year, or, in the year of the reference day, as a day or
// month.
func (v Voice) inShort(d date.Date) (text string, isDay bool) {
	if d.Year != v.Day.Year() {
		d = date.Date{Year: d.Year}
	}
	return v.Words.WriteDate(d.String())
}

// Attested says when the first of the sources of a claim is dated, "attested in 2024",
// if the claim has no dates, and all its sources are later than a reference day that is
// not today. Else it is empty.
func (v Voice) Attested(c *kb.Claim) string {
	if c == nil || c.IsDated() || len(c.Evidence) == 0 || v.AsOf() == "" {
		return ""
	}
	var first date.Date
	for i := range c.Evidence {
		d, ok := v.dateOf(c.Evidence[i].Source)
		if !ok || d.Span().From <= v.Day.Span().To {
			return ""
		}
		if i == 0 || d.Span().From < first.Span().From {
			first = d
		}
	}
	return v.Words.Say(words.Attested, v.Words.Dated(v.inShort(first)))
}

// Ahead says when an entity takes place, "in 2027", if its date or its start is after
// the reference day. Else, and of a source, it is empty.
func (v Voice) Ahead(e *kb.Entity) string {
	d, ok := v.KB.Start(e)
	if !ok || d.Span().From <= v.Day.Span().To {
		return ""
	}
	return v.Line(v.Words.Dated(v.inShort(d)))
}

// dateOf returns the date of a source; false for nil.
func (v Voice) dateOf(source *kb.Entity) (date.Date, bool) {
	if source == nil {
		return date.Date{}, false
	}
	for _, s := range v.KB.Record(source).Values("date") {
		if d, ok := s.Field.DateOf(s.Value); ok {
			return d, true
		}
	}
	return date.Date{}, false
}

// Reference returns the reference day of links. On another day than today, those of
// what took place later are hidden.
func (v Voice) Reference() kb.Reference {
	return kb.Reference{At: v.Day.Span(), HidesLater: v.AsOf() != ""}
}
