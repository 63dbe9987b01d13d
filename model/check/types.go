package check

import (
	"net/mail"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/say"
)

// reservedFields finds values of reserved fields that are not of the type that
// the format demands, and in other fields of dates the days that do not exist.
func reservedFields(c *checker, _ *kb.Entity, r *kb.Record) {
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.To != nil || s.Field.Relation != nil || s.Field.Type != "" {
			continue
		}
		if !c.HasManifest && mayBeOther(s) {
			continue
		}
		switch s.Field.Path {
		case "date", "start", "end":
			c.expectDate(s, s.Value)
		case "url", "website":
			for _, v := range elements(s.Value, "") {
				c.expectURL(s, v)
			}
		case "location":
			c.expectLocation(s)
		default:
			if s.Value.Type == kb.List || date.IsDayLike(s.Value.Str) {
				c.expectDays(s)
			}
		}
	}
}

// expectDays finds days that do not exist in a field without a type that holds days.
func (c *checker) expectDays(s *kb.Statement) {
	for _, v := range elements(s.Value, "") {
		if v.Type == kb.String && date.IsNoDay(v.Str) && c.holdsDays(s) {
			c.find(kb.BadDate, v.Pos, s.From, say.NoSuchDay.With(say.Field(s.Field.Path), written(v)), say.ExpectDate.With())
			c.found[len(c.found)-1].Uncertain = true
		}
	}
}

// holdsDays reports whether at least two values of a statement's field, and most of them,
// are days.
func (c *checker) holdsDays(of *kb.Statement) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	holds, known := c.ofDays[of.Field]
	if known {
		return holds
	}
	days, all := 0, 0
	for _, e := range of.From.Kind.Entities {
		for _, s := range c.Record(e).Values(of.Field.Path) {
			for _, v := range elements(s.Value, "") {
				all++
				if _, ok := v.Date(date.Days); ok {
					days++
				}
			}
		}
	}
	holds = days >= 2 && 2*days > all
	c.ofDays[of.Field] = holds
	return holds
}

// mayBeOther reports whether, without a manifest, a reserved field may mean
// something else: a place that is a word or a size, a start that is no date, a
// path or a database address, a version.
func mayBeOther(s *kb.Statement) bool {
	v := s.Value
	switch s.Field.Path {
	case "location":
		return !isInDegrees(v)
	case "date", "start", "end":
		return v.Type != kb.String || !dateLike.MatchString(v.Str)
	case "url", "website":
		return v.Type != kb.String || !urlLike.MatchString(v.Str)
	}
	return false
}

// isInDegrees reports whether a list is two numbers in the range of degrees.
func isInDegrees(v kb.Value) bool {
	if v.Type != kb.List || len(v.Items) != 2 {
		return false
	}
	for _, item := range v.Items {
		if n, ok := item.Value.Number(); !ok || n < -180 || n > 180 {
			return false
		}
	}
	return true
}

// dateLike matches texts that begin with a year, or with a day and a month, but
// no versions.
var dateLike = regexp.MustCompile(`^(\d{4}([-/. ]|$)|\d{1,2}/\d{1,2}/\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{4})`)

// urlLike matches texts that begin like the addresses that a browser opens or
// runs.
var urlLike = regexp.MustCompile(`(?i)^(https?|mailto|javascript|data):|^www\.`)

// declaredTypes finds values that are not of the declared type, or among the
// declared choices.
func declaredTypes(c *checker, _ *kb.Entity, r *kb.Record) {
	for i := range r.Statements {
		if s := &r.Statements[i]; s.To == nil && s.Field.Relation == nil && (s.Field.Type != "" || len(s.Field.Choices) > 0) {
			c.expectType(s)
		}
	}
}

func (c *checker) expectType(s *kb.Statement) {
	for _, v := range elements(s.Value, s.Field.Type) {
		switch s.Field.Type {
		case kb.FieldText:
			_, ok := c.TextOf(v)
			c.expect(ok, kb.BadType, s, v, say.ExpectText.With())
		case kb.FieldYear:
			d, ok := s.Field.DateOf(v)
			c.expect(ok && d.Precision == date.Year, kb.BadType, s, v, say.ExpectYear.With())
		case kb.FieldNumber:
			c.expect(v.Type == kb.Int || v.Type == kb.Float, kb.BadType, s, v, say.ExpectNumber.With())
		case kb.FieldBool:
			c.expect(v.Type == kb.Bool, kb.BadType, s, v, say.ExpectBool.With())
		case kb.FieldEmail:
			a, err := mail.ParseAddress(v.Str)
			c.expect(err == nil && a.Address == v.Str, kb.BadType, s, v, say.ExpectEmail.With())
		case kb.FieldDate:
			c.expectDate(s, v)
		case kb.FieldURL:
			c.expectURL(s, v)
		case kb.FieldLocation:
			c.expectLocation(s)
		}
		if len(s.Field.Choices) > 0 {
			c.expect(slices.Contains(s.Field.Choices, v.Str), kb.BadType, s, v, say.ExpectChoice.With(say.Keys(s.Field.Choices)))
		}
	}
}

// elements returns the values of a list one by one, unless the type itself is a
// list.
func elements(v kb.Value, typ kb.FieldType) []kb.Value {
	if v.Type != kb.List || typ == kb.FieldLocation {
		return []kb.Value{v}
	}
	out := make([]kb.Value, len(v.Items))
	for i := range v.Items {
		out[i] = v.Items[i].Value
	}
	return out
}

// writtenList writes a short list of scalars.
func writtenList(v kb.Value) say.Arg {
	const maxItems = 3
	if len(v.Items) > maxItems {
		return say.List
	}
	all := make([]string, len(v.Items))
	for i := range v.Items {
		if !v.Items[i].Value.IsScalar() {
			return say.List
		}
		all[i] = writtenScalar(v.Items[i].Value)
	}
	return say.Value("[" + strings.Join(all, ", ") + "]")
}

func (c *checker) expect(ok bool, code kb.Code, s *kb.Statement, v kb.Value, expected say.Sentence) {
	if !ok {
		is := c.is(code)
		if code == kb.BadDate && date.IsNoDay(v.Str) {
			is = say.NoSuchDay
		}
		c.find(code, v.Pos, s.From, is.With(say.Field(s.Field.Path), written(v)), expected)
	}
}

// is says what a value is and, of a reserved field without a manifest, why it is
// taken in the meaning of the format: by what mayBeOther lets pass.
func (c *checker) is(code kb.Code) say.ID {
	switch {
	case c.HasManifest:
		return say.Is
	case code == kb.BadDate:
		return say.IsLikeDate
	case code == kb.BadURL:
		return say.IsLikeURL
	case code == kb.BadLocation:
		return say.IsLikeDegrees
	}
	return say.Is
}

// maxValueBytes bounds a value in a finding.
const maxValueBytes = 80

// written writes a value for a finding.
func written(v kb.Value) say.Arg {
	switch v.Type {
	case kb.List:
		return writtenList(v)
	case kb.Table:
		return say.Table
	}
	return say.Value(writtenScalar(v))
}

func writtenScalar(v kb.Value) string {
	if v.Type == kb.String {
		return strconv.Quote(shorten(v.Str, maxValueBytes))
	}
	return v.Str
}

func (c *checker) expectDate(s *kb.Statement, v kb.Value) {
	expected := say.ExpectDate.With()
	switch days := date.YearLast(v.Str); len(days) {
	case 0:
	case 1:
		expected = say.ExpectYearFirst.With(say.TOML(days[0].String()))
	default:
		expected = say.ExpectEitherDate.With(say.TOML(days[0].String()), say.TOML(days[1].String()))
	}
	_, ok := v.Date(date.Dates)
	c.expect(ok, kb.BadDate, s, v, expected)
}

func (c *checker) expectURL(s *kb.Statement, v kb.Value) {
	c.expect(v.Type == kb.String && kb.IsURL(v.Str), kb.BadURL, s, v, say.ExpectURL.With())
}

func (c *checker) expectLocation(s *kb.Statement) {
	v := s.Value
	if _, ok := geo.FromValue(v); ok {
		return
	}
	expected := say.ExpectDegrees.With()
	swapped := swapped(v)
	if _, ok := geo.FromValue(swapped); ok {
		expected = say.ExpectLatitude.With(written(swapped))
	}
	c.expect(false, kb.BadLocation, s, v, expected)
}

// swapped returns a list of two with its elements swapped.
func swapped(v kb.Value) kb.Value {
	if v.Type == kb.List && len(v.Items) == 2 {
		v.Items = []kb.Entry{v.Items[1], v.Items[0]}
	}
	return v
}
