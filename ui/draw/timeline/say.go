package timeline

import (
	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// longestText is the maximum width of a fact or a value, in cells.
const longestText = 240

// itemText returns the text after the name of an item's entity.
func (c *Chart) itemText(i *timeline.Item) string {
	if what := c.What(i); what != "" {
		return " · " + what
	}
	return ""
}

// What describes the part of its entity that an item dates: a field, a relation and
// its target, a value, or the text of a fact. It is empty if the item dates the
// entity itself.
func (c *Chart) What(i *timeline.Item) string { return c.what(i, " › ") }

// what returns What with a given separator between a relation and its target.
func (c *Chart) what(i *timeline.Item, leads string) string {
	if f := c.Fact(i); f != nil {
		return safe.Cut(c.voice.Say(f.Text), longestText)
	}
	switch {
	case i.To != nil:
		return c.voice.FieldLabel(i.Field) + leads + c.voice.Name(i.To)
	case !i.Has(timeline.Qualifier) && isOwnDate(i.Field):
		return ""
	case i.Has(timeline.Qualifier):
		value, _ := c.voice.StatementText(c.Statement(i))
		return c.voice.FieldLabel(i.Field) + c.voice.Words.Colon + safe.Cut(value, longestText)
	}
	return c.voice.FieldLabel(i.Field)
}

// isOwnDate reports whether a field dates the entity itself.
func isOwnDate(f *kb.Field) bool { return f.Path == "date" || f.Path == "start" || f.Path == "end" }

// describe returns the caption of an item: its entity and what it dates, then its
// period, precision, doubts and sources.
func (c *Chart) describe(i *timeline.Item) (what, when []rich.Span) {
	span := func(role rich.Role, text string) rich.Span {
		return rich.Span{Text: text, Role: role, Link: -1}
	}
	w := c.voice.Words
	what = []rich.Span{span(rich.Strong, c.voice.Name(i.Entity)), span(rich.Muted, " · "+c.voice.KindOne(i.Entity.Kind))}
	if of := c.What(i); of != "" {
		what = append(what, span(rich.Muted, " · "), span(rich.Text, of))
	}
	when = []rich.Span{span(rich.Text, c.When(i))}
	add := func(role rich.Role, text string) {
		when = append(when, span(rich.Muted, " · "), span(role, text))
	}
	if known := c.known(i); known != "" {
		add(rich.Muted, known)
	}
	if i.Has(timeline.OpenEnd) {
		add(rich.Muted, w.Say(words.Ongoing))
	}
	if i.Has(timeline.Disputed) {
		add(rich.Warning, "≠ "+w.Say(words.Disputed))
	}
	switch n, claims := len(c.Sources(i)), c.Claims(i); {
	case n == 0 && len(claims) > 0:
		add(rich.Warning, c.voice.Unsourced(claims[0]))
	case n == 0:
		add(rich.Warning, w.Say(words.NoSource))
	default:
		add(rich.Muted, w.Count(n, words.SourceCount))
	}
	return what, when
}

// Known returns the lowest precision among the dates of an item.
func (c *Chart) Known(i *timeline.Item) timeline.Precision {
	starts, ends := c.Stated(i)
	least := timeline.DayPrecision
	for _, s := range append(starts, ends...) {
		least = max(least, timeline.PrecisionOf(s))
	}
	return least
}

// known returns the precision of an item in words, empty if it is to the day.
func (c *Chart) known(i *timeline.Item) string {
	w := c.voice.Words
	return [...]string{timeline.DayPrecision: "", timeline.MonthPrecision: w.Say(words.MonthKnown), timeline.YearPrecision: w.Say(words.YearKnown)}[c.Known(i)]
}

// Sources returns the distinct sources of an item's dates that stand: addresses of entities,
// other references as written.
func (c *Chart) Sources(i *timeline.Item) []string {
	seen := make(map[string]bool)
	out := []string{}
	for _, claim := range c.Claims(i) {
		for _, ev := range claim.Standing() {
			name := ev.Ref
			if ev.Source != nil {
				name = string(ev.Source.Address())
			}
			if !seen[name] {
				seen[name] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// When returns the period of an item in words.
func (c *Chart) When(i *timeline.Item) string {
	starts, ends := c.Stated(i)
	switch {
	case i.Has(timeline.Point):
		from, _ := c.dates(starts, words.OrDates)
		return from
	case len(ends) == 0:
		from, fromDay := c.dates(starts, words.OrSince)
		return c.voice.Words.Period(from, "", fromDay, false)
	}
	from, fromDay := c.dates(starts, words.OrFrom)
	to, toDay := c.dates(ends, words.OrUntil)
	return c.voice.Words.Period(from, to, fromDay, toDay)
}

// dates joins alternative dates; orDay is the conjunction before a day. It reports
// whether the last date has a day.
func (c *Chart) dates(spans []timeline.Span, orDay words.Message) (text string, isDay bool) {
	w := c.voice.Words
	for n, s := range spans {
		written, day := yearOf(float64(s.From)), false
		if timeline.PrecisionOf(s) != timeline.YearPrecision {
			written, day = w.WriteDate(Written(s))
		}
		switch {
		case n == 0:
			text, isDay = written, day
		case day:
			text = w.Either(orDay, text, written)
		default:
			text = w.Either(words.OrDates, text, written)
		}
	}
	return text, isDay
}

// Written returns a date as in the format: "2024", "2024-02" or "2024-02-11".
func Written(s timeline.Span) string {
	y, m, d := s.From.Date()
	on := date.Date{Year: y, Month: int(m), Day: d, Precision: date.Day}
	switch timeline.PrecisionOf(s) {
	case timeline.YearPrecision:
		on.Precision = date.Year
	case timeline.MonthPrecision:
		on.Precision = date.Month
	}
	return on.String()
}
