package timeline

import (
	"fmt"

	"rihla/model/kb"
	"rihla/model/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// longestText is how many cells of a fact or a value are worth saying beside a mark.
const longestText = 120

// itemText says what of its entity an item is, behind the entity's name; nothing where
// it is the entity itself.
func (c *Chart) itemText(i *timeline.Item) string {
	if what := c.What(i); what != "" {
		return " · " + what
	}
	return ""
}

// What says what of its entity an item is: the field that holds its date, the
// relation and what that leads to, a value, the words of a fact. It is empty where the
// item is the entity itself.
func (c *Chart) What(i *timeline.Item) string { return c.what(i, " › ") }

// what is What with what stands between a relation and what it leads to.
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

// isOwnDate reports whether a field dates the entity, and not something of it.
func isOwnDate(f *kb.Field) bool { return f.Path == "date" || f.Path == "start" || f.Path == "end" }

// describe says of an item what it is, and when, how exactly, and who says so.
func (c *Chart) describe(i *timeline.Item) (what, when []rich.Span) {
	span := func(role rich.Role, text string) rich.Span {
		return rich.Span{Text: text, Role: role, Link: -1}
	}
	w := c.voice.Words
	what = []rich.Span{span(rich.Strong, c.voice.Name(i.Entity)), span(rich.Muted, " · "+c.voice.KindOne(i.Entity.Kind))}
	if of := c.What(i); of != "" {
		what = append(what, span(rich.Muted, " · "), span(rich.Text, of))
	}
	what = append(what, span(rich.Muted, "  "))
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
	if n := c.SourceCount(i); n == 0 {
		add(rich.Warning, w.Say(words.NoSource))
	} else {
		add(rich.Muted, w.Count(n, words.SourceCount))
	}
	return what, when
}

// Known tells how exactly the dates of an item are known, the least exact of them.
func (c *Chart) Known(i *timeline.Item) timeline.Precision {
	starts, ends := c.Stated(i)
	least := timeline.DayPrecision
	for _, s := range append(starts, ends...) {
		least = max(least, timeline.PrecisionOf(s))
	}
	return least
}

// known says how exactly a date is known that is not known to the day.
func (c *Chart) known(i *timeline.Item) string {
	w := c.voice.Words
	return [...]string{timeline.DayPrecision: "", timeline.MonthPrecision: w.Say(words.MonthKnown), timeline.YearPrecision: w.Say(words.YearKnown)}[c.Known(i)]
}

// SourceCount counts the sources behind the dates of an item, each once.
func (c *Chart) SourceCount(i *timeline.Item) int { return len(c.Sources(i)) }

// Sources returns the sources behind the dates of an item, each once: entities by
// their addresses, other references as they are written.
func (c *Chart) Sources(i *timeline.Item) []string {
	seen := make(map[string]bool)
	out := []string{}
	for _, claim := range c.Claims(i) {
		for _, ev := range claim.Evidence() {
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

// When says in words when an item is.
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

// dates writes dates of which one holds; orDay stands before a day.
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

// Year returns a year as the format writes it, the one before 1 as 0.
func Year(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// Written returns a date as the format writes it.
func Written(s timeline.Span) string {
	y, m, d := s.From.Date()
	year := Year(y)
	switch timeline.PrecisionOf(s) {
	case timeline.YearPrecision:
		return year
	case timeline.MonthPrecision:
		return fmt.Sprintf("%s-%02d", year, int(m))
	}
	return fmt.Sprintf("%s-%02d-%02d", year, int(m), d)
}
