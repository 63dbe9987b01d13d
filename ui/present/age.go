package present

import (
	"strconv"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/ui/words"
)

// staleYears is the age in years from which a value that may change is shown with
// its year.
const staleYears = 5

// Age returns the year of the newest source of a claim that may have changed since,
// in words. It is empty for claims with an end or a date, for values that do not
// change, for links without a start, and for sources newer than staleYears.
func (v Voice) Age(s *kb.Statement, c *kb.Claim) string {
	if c == nil || c.Date+c.Until != "" || !v.Day.IsKnown() || s.Value.Type == kb.Date {
		return ""
	}
	switch s.Field.Type {
	case kb.FieldLocation, kb.FieldURL:
		return ""
	}
	if _, isDate := s.Field.DateOf(s.Value); isDate && s.Field.ReadsDates() > date.Days || HasNoColumn(s.Field.Path) || s.Field.Path == "location" || s.To != nil && c.Since == "" {
		return ""
	}
	if newest := v.newest(c); newest > 0 && newest <= v.Day.Year()-staleYears {
		return v.Words.Say(words.AsOf, strconv.Itoa(newest))
	}
	return ""
}

// newest returns the year of the newest source of a claim, 0 if a source has no
// date.
func (v Voice) newest(c *kb.Claim) int {
	newest := 0
	for i := range c.Evidence {
		year := 0
		if source := c.Evidence[i].Source; source != nil {
			for _, s := range v.KB.Record(source).Values("date") {
				if d, ok := s.Field.DateOf(s.Value); ok {
					year = d.Year
				}
			}
		}
		if year == 0 {
			return 0
		}
		newest = max(newest, year)
	}
	return newest
}
