package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/timeline"
)

// ICalendar writes the dated items of the entities as events of whole days (RFC 5545).
// An event known to the month or the year covers all of it; its description has the dates
// as they are known. One that goes on ends on the day of the selection. Years before 1 and after 9999,
// which the format has none of, are left out.
func ICalendar(w io.Writer, s Selection) error {
	c := &calendar{w: w, Selection: s, said: make(map[string]int)}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//rihla//rihla//EN")
	c.line("CALSCALE", "GREGORIAN")
	title, _ := s.KB.TextIn(s.KB.Title, s.Lang)
	if title != "" {
		c.line("X-WR-CALNAME", escapedText(title))
	}
	t := timeline.Gather(context.Background(), s.KB, s.Entities, timeline.LastDay(s.At.At))
	for i := range t.Items {
		c.event(t, &t.Items[i])
	}
	c.line("END", "VCALENDAR")
	return c.err
}

type calendar struct {
	Selection
	w    io.Writer
	said map[string]int // how often an event has been written
	err  error
}

// longestLine bounds lines, in bytes without their ends: RFC 5545, 3.1.
const longestLine = 75

// line writes one line of content, folded.
func (c *calendar) line(name, value string) {
	text := name + ":" + value
	for most := longestLine; len(text) > most; most = longestLine - 1 {
		cut := most
		for cut > 1 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		c.write(text[:cut] + "\r\n ")
		text = text[cut:]
	}
	c.write(text + "\r\n")
}

func (c *calendar) write(text string) {
	if c.err == nil {
		_, c.err = io.WriteString(c.w, text)
	}
}

// escapedText writes a text as a value: RFC 5545, 3.3.11. Control characters, which the
// format has none of, become U+FFFD, and so do those that reverse or hide text, which it
// has no way to write otherwise.
func escapedText(text string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(text, "\r\n", "\n") {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' && r != '\t', r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r >= 0xe0000 && r <= 0xe007f:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// event writes an item: as two events, the earliest and the latest, if its one date is
// disputed.
func (c *calendar) event(t *timeline.Timeline, i *timeline.Item) {
	if i.Has(timeline.Point) && i.Has(timeline.Disputed) && i.Start != i.End {
		c.days(t, i, i.Start)
		c.days(t, i, i.End)
		return
	}
	c.days(t, i, i.Span())
}

func (c *calendar) days(t *timeline.Timeline, i *timeline.Item, span timeline.Span) {
	from, ok := calendarDate(span.From)
	after, has := calendarDate(span.To + 1)
	if !ok || !has {
		return
	}
	what := c.title(i)
	c.countPart()
	c.line("BEGIN", "VEVENT")
	said := fmt.Sprint(i.Entity.Address(), "\x00", what, "\x00", from, "\x00", after)
	id := sha256.Sum256(fmt.Append(nil, said, "\x00", c.said[said]))
	c.said[said]++
	c.line("UID", hex.EncodeToString(id[:16])+"@rihla")
	// Events have no time of their making: with that of their beginning, the same base is
	// the same file.
	c.line("DTSTAMP", from+"T000000Z")
	c.line("DTSTART;VALUE=DATE", from)
	c.line("DTEND;VALUE=DATE", after)
	c.line("SUMMARY", escapedText(what))
	c.line("CATEGORIES", escapedText(i.Entity.Kind.Name))
	c.line("DESCRIPTION", escapedText(c.description(t, i)))
	if i.Has(timeline.Disputed) {
		c.line("STATUS", "TENTATIVE")
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

// calendarDate writes a day; false for one that has no four digits of a year.
func calendarDate(d timeline.Day) (string, bool) {
	y, m, day := d.Date()
	return fmt.Sprintf("%04d%02d%02d", y, m, day), d != timeline.Unknown && y >= 1 && y <= 9999
}

// title names an item: its entity, and the field and target where it is about them.
func (c *calendar) title(i *timeline.Item) string {
	label := func(e *kb.Entity) string { return e.Label(c.Lang, c.KB.Languages...) }
	text := label(i.Entity)
	if i.Field != nil {
		name, _ := c.KB.TextIn(i.Field.Label, c.Lang)
		if name == "" {
			name = i.Field.Path
		}
		text += " · " + name
	}
	if i.To != nil {
		text += " · " + label(i.To)
	}
	return text
}

// description is the address, the dates as they are known, and the sources that count,
// each on a line.
func (c *calendar) description(t *timeline.Timeline, i *timeline.Item) string {
	lines := []string{string(i.Entity.Address()), edtf(i)}
	seen := make(map[string]bool)
	for _, claim := range t.Claims(i) {
		for _, ev := range claim.Standing() {
			if ref := reference(&ev); !seen[ref] {
				seen[ref] = true
				lines = append(lines, ref)
			}
		}
	}
	return strings.Join(lines, "\n")
}

// edtf writes the dates of an item as exactly as they are known, in the Extended
// Date/Time Format, with a question mark if they are disputed:
// https://www.loc.gov/standards/datetime/.
func edtf(i *timeline.Item) string {
	written := func(s timeline.Span) string {
		y, m, d := s.From.Date()
		switch timeline.PrecisionOf(s) {
		case timeline.YearPrecision:
			return fmt.Sprintf("%04d", y)
		case timeline.MonthPrecision:
			return fmt.Sprintf("%04d-%02d", y, m)
		}
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
	start, end := written(i.Start), written(i.End)
	switch {
	case i.Has(timeline.OpenStart):
		start = ".."
	case i.Has(timeline.OpenEnd):
		end = ".."
	}
	text := start
	if end != start {
		text += "/" + end
	}
	if i.Has(timeline.Disputed) {
		text += "?"
	}
	return text
}
