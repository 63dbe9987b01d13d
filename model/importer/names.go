package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader"
	"rihla/model/reader/shape"
)

// tidyName matches the column names that become field names unchanged.
var tidyName = regexp.MustCompile(`^[a-z_][A-Za-z0-9_-]*(\.[a-z_][A-Za-z0-9_-]*)*$`)

// fieldName derives a field name from a column name: in lower case, without accents, with
// an underscore for each run of characters other than letters and digits. Names that the
// format reserves for evidence are changed.
func fieldName(name string) string {
	if !tidyName.MatchString(name) {
		if slug := strings.ReplaceAll(reader.Slug(name), "-", "_"); slug != "" {
			name = slug
		}
	}
	switch name {
	case "source", "facts":
		return name + "_text"
	}
	return name
}

// identifying are the names of key columns, in addition to those of the reader.
var identifying = []string{"id", "slug", "key", "uuid", "guid", "identifier", "identifiant", "cle", "ref", "reference", "code", "number", "numero", "num", "no", "nr", "handle", "login", "isbn", "doi"}

// longestKey is the maximum length of a key, in bytes.
const longestKey = 80

// keyColumn returns the column of the keys: the requested one, otherwise one with the name
// of an identifier and unique values; empty if there is none.
func (r *reading) keyColumn(t *table, columns map[string]*column) (string, error) {
	if asked := r.options.Key; asked != "" {
		for _, name := range t.columns {
			if name == asked || columns[name].Field == asked || reader.Slug(name) == reader.Slug(asked) {
				return name, nil
			}
		}
		return "", &Error{Path: asked, Reason: ErrNoColumn}
	}
	if t.isOwn && t.isText {
		return "key", nil
	}
	kind := strings.TrimSuffix(t.kind, "s")
	best, bestRank := "", len(identifying)
	for _, name := range t.columns {
		slug := strings.ReplaceAll(reader.Slug(name), "-", "_")
		word := strings.TrimPrefix(strings.TrimPrefix(slug, t.kind+"_"), kind+"_")
		if rank := slices.Index(identifying, word); rank >= 0 && rank < bestRank && t.identifies(name) {
			best, bestRank = name, rank
		}
	}
	return best, nil
}

// identifies reports whether the cells of a column are short, unique texts.
func (t *table) identifies(name string) bool {
	seen := make(map[string]bool, len(t.rows))
	for i := range t.rows {
		if t.rows[i].key != "" {
			return false
		}
		v := valueOf(&t.rows[i], name)
		if v.Type != kb.String && v.Type != kb.Int || v.Str == "" || len(v.Str) > longestKey || strings.ContainsAny(v.Str, "\n\r\t ") || seen[v.Str] {
			return false
		}
		seen[v.Str] = true
	}
	return true
}

func valueOf(r *row, name string) kb.Value {
	for i := range r.fields {
		if r.fields[i].Key == name {
			return r.fields[i].Value
		}
	}
	return kb.Value{}
}

// nameColumns returns the candidate columns for deriving keys, the best first: the columns
// that name entities, otherwise all columns.
func nameColumns(t *table, columns map[string]*column) []string {
	rank := func(name string) int {
		if columns[name].Field == "name" {
			return 0
		}
		return shape.NameRank(reader.Slug(name))
	}
	var names []string
	for _, name := range t.columns {
		if rank(name) >= 0 {
			names = append(names, name)
		}
	}
	order.Stable(names, func(x, y string) int { return rank(x) - rank(y) })
	for _, name := range t.columns {
		if !slices.Contains(names, name) && !t.labels[name] {
			names = append(names, name)
		}
	}
	return names
}

// chosenKey returns the key of a row: from the key column, otherwise from the name, the
// first text or the number of the row.
func chosenKey(r *row, key string, names []string, number int) string {
	if v := valueOf(r, key); key != "" && v.IsScalar() && v.Str != "" {
		return v.Str
	}
	for _, name := range names {
		v := valueOf(r, name)
		if v.Type != kb.String || len(v.Str) > longestKey {
			continue
		}
		if slug := reader.Slug(v.Str); slug != "" && utf8.ValidString(slug) {
			return slug
		}
	}
	return strconv.Itoa(number)
}
