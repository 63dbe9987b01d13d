package present

import (
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/ui/words"
)

// MaxText bounds, in bytes, a text that is laid out, so that the cost of a frame
// is bounded.
const MaxText = 1 << 16

// Prose returns a value as a text of one or more lines, safe to show, and the
// language that it is in where that is not the reader's.
func (v Voice) Prose(val kb.Value) (text, other string) {
	if t, ok := v.KB.TextOf(val); ok {
		return v.Paragraphs(t)
	}
	return v.Inline(val, MaxText), ""
}

// Paragraphs returns a text of one or more lines, sanitized for display. other is its
// language if that is not the reader's.
func (v Voice) Paragraphs(t kb.Text) (text, other string) {
	text, other = v.KB.TextIn(t, v.Lang)
	return v.text(Bound(text)), other
}

// PageValue returns a field value for a page: a text of one or more lines, sanitized for
// display; "" for an empty value. other is its language if that is not the reader's. number
// is the number as written if the text is a date converted from it.
func (v Voice) PageValue(f *kb.Field, val kb.Value) (text, other, number string) {
	if place := v.Location(val); place != "" && f.IsLocation() {
		return place, "", ""
	}
	if name := v.LanguageName(f, val); name != "" {
		return name, "", ""
	}
	if d, ok := NumberDate(val, f.ReadsDates()); ok {
		return strings.Replace(d.String(), "T", " ", 1), "", val.Str
	}
	text, other = v.Prose(val)
	if text != "" && strings.TrimSpace(text) == "" {
		text = v.Words.Quote(text) // whitespace alone would look like an empty value
	}
	return text, other, ""
}

// Inline returns a value on one line, safe to show, cut with … where it grows
// beyond limit bytes. Lists within a list keep their brackets. A URL has its letters unescaped, unless the value is for a
// file, with a limit beyond MaxText.
func (v Voice) Inline(val kb.Value, limit int) string {
	switch val.Type {
	case kb.Null:
		return ""
	case kb.Bool:
		if val.Str == "true" {
			return v.Words.Say(words.Yes)
		}
		return v.Words.Say(words.No)
	case kb.List:
		var j boundedJoin
		for i := range val.Items {
			item := v.Inline(val.Items[i].Value, limit)
			if val.Items[i].Value.Type == kb.List {
				item = "[" + item + "]"
			}
			if !j.add(v.Words.ListComma, item, limit) {
				break
			}
		}
		return j.String()
	case kb.Table:
		if t, ok := v.KB.TextOf(val); ok {
			text, _ := v.KB.TextIn(t, v.Lang)
			return v.Line(CutBytes(text, limit))
		}
		var j boundedJoin
		for i := range val.Items {
			entry := &val.Items[i]
			value := entry.Value
			if limit <= MaxText {
				value = DatedEntry(entry.Key, value)
			}
			text := v.Line(entry.Key) + v.Words.Colon + v.Inline(value, limit)
			if !j.add(v.Words.ListComma, text, limit) {
				break
			}
		}
		return j.String()
	}
	text := val.Str
	if limit <= MaxText && val.Type == kb.String {
		text = ReadableURL(text)
	}
	return v.Line(CutBytes(text, limit))
}

// FieldValue is Inline for a value of a field: the field's type or name decides
// how a location is written, and whether a number is a day. For a file, with a
// limit beyond MaxText, numbers stay as they are.
func (v Voice) FieldValue(f *kb.Field, val kb.Value, limit int) string {
	if f.IsLocation() {
		if place := v.Location(val); place != "" {
			return place
		}
	}
	if name := v.LanguageName(f, val); name != "" {
		return name
	}
	if limit <= MaxText {
		val = dated(val, f.ReadsDates())
	}
	return v.Inline(val, limit)
}

// LanguageName returns the name of the language that a source is in; empty for a
// value of any other field.
func (v Voice) LanguageName(f *kb.Field, val kb.Value) string {
	if val.Type != kb.String || f.Path != "language" || !v.isOfSources(f) {
		return ""
	}
	return v.Line(v.Words.LanguageName(val.Str))
}

// dated returns a value with the numbers in it that are dates, and no years, as
// the days of dates.
func dated(val kb.Value, dates date.Reading) kb.Value {
	if val.Type == kb.List && dates >= date.Dates {
		days := make([]kb.Entry, len(val.Items))
		for i, item := range val.Items {
			days[i] = item
			days[i].Value = dated(item.Value, dates)
		}
		val.Items = days
	}
	if d, ok := NumberDate(val, dates); ok {
		return kb.Value{Type: kb.Date, Pos: val.Pos, Str: d.DayOf().String()}
	}
	return val
}

// DatedEntry returns the value of a key in a table of a list with the numbers in
// it that are dates, and no years, as the days of dates.
func DatedEntry(key string, val kb.Value) kb.Value {
	return dated(val, (&kb.Entry{Key: key, Value: val}).Dates())
}

// NumberDate reads a number as a day or a time; false for years and for anything
// else than a number.
func NumberDate(val kb.Value, dates date.Reading) (date.Date, bool) {
	if val.Type != kb.Int && val.Type != kb.Float {
		return date.Date{}, false
	}
	d, ok := val.Date(dates)
	return d, ok && d.Precision > date.Year
}

// Location writes [latitude, longitude] in degrees, as Coordinates does; empty
// for any other value.
func (v Voice) Location(val kb.Value) string {
	if val.Type != kb.List || len(val.Items) != 2 {
		return ""
	}
	lat, ok1 := val.Items[0].Value.Number()
	lon, ok2 := val.Items[1].Value.Number()
	if !ok1 || !ok2 {
		return ""
	}
	return v.Coordinates(lat, lon)
}

// Coordinates writes a latitude and a longitude, both in degrees, with N or S, E
// or W in words.
func (v Voice) Coordinates(lat, lon float64) string {
	w := v.Words
	side := func(degrees float64, positive, negative string) string {
		name := positive
		if degrees < 0 {
			degrees, name = -degrees, negative
		}
		return w.Decimal(strconv.FormatFloat(degrees, 'f', -1, 64)) + "° " + name
	}
	return side(lat, w.Say(words.North), w.Say(words.South)) + w.ListComma + side(lon, w.Say(words.East), w.Say(words.West))
}

// boundedJoin joins texts on one line up to a bound.
type boundedJoin struct {
	b    strings.Builder
	some bool
}

// add appends a text, and reports whether there is room for another.
func (j *boundedJoin) add(separator, text string, limit int) bool {
	if j.b.Len() > limit {
		return false
	}
	if j.some {
		j.b.WriteString(separator)
	}
	j.some = true
	j.b.WriteString(text)
	if j.b.Len() > limit {
		j.b.WriteString("…")
		return false
	}
	return true
}

func (j *boundedJoin) String() string { return j.b.String() }

// Bound cuts a text to MaxText bytes.
func Bound(s string) string { return CutBytes(s, MaxText) }

// CutBytes cuts a text to limit bytes at a character boundary and appends an
// ellipsis; a text that fits is unchanged.
func CutBytes(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && s[limit]&0xc0 == 0x80 {
		limit--
	}
	return s[:limit] + "…"
}

// LooksLikeURL reports whether a text is the address of a page.
func LooksLikeURL(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "mailto:")
}
