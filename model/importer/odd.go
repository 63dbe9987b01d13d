package importer

import (
	"regexp"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// Number formats that TOML does not accept.
var (
	looseForm = regexp.MustCompile(`^[+-]?([0-9]{1,3}([ \x{a0}\x{202f}'’.,][0-9]{3})+|[0-9]+)([.,][0-9]+)?[ \x{a0}\x{202f}]?[%€$£]?$`)
	zerosForm = regexp.MustCompile(`^0[0-9]+$`)
)

// looseBooleans are the words commonly used as booleans.
var looseBooleans = []string{"true", "false", "vrai", "faux", "yes", "no", "oui", "non"}

// sayOddTexts reports each column that stays text although at least nine in ten of its
// cells look like numbers or booleans, with the first cell that does not parse as one.
func (r *reading) sayOddTexts(t *table, columns map[string]*column, key string) {
	if !t.isCells || t.isOwn {
		return
	}
	for _, name := range t.columns {
		c := columns[name]
		if c.Type != Text || c.isText || c.List || c.Field == "" || c.Field == "name" || name == key {
			continue
		}
		total, numbers, booleans, zeros := 0, 0, 0, 0
		odd, oddBoolean := -1, -1
		for i := range t.rows {
			v := valueOf(&t.rows[i], name)
			if v.Type != kb.String || v.Str == "" {
				continue
			}
			total++
			isStrict := integerForm.MatchString(v.Str) || decimalForm.MatchString(v.Str)
			if isStrict || looseForm.MatchString(v.Str) {
				numbers++
			}
			if zerosForm.MatchString(v.Str) {
				zeros++
			}
			word := strings.ToLower(v.Str)
			if slices.Contains(looseBooleans, word) {
				booleans++
			}
			if odd < 0 && !isStrict {
				odd = i
			}
			if oddBoolean < 0 && word != "true" && word != "false" {
				oddBoolean = i
			}
		}
		switch {
		case 10*booleans >= 9*total:
			odd = oddBoolean
		case 10*numbers < 9*total || zeros > 0:
			continue
		}
		if total > 0 && odd >= 0 {
			row := &t.rows[odd]
			r.find(r.Inputs[row.input].Name, row.line, say.StaysText.With(say.Text(name), say.Text(valueOf(row, name).Str)))
		}
	}
}
