package importer

import (
	"slices"
	"strings"
	"unicode"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/reader/shape"
)

// naming are the slugs of name columns, in addition to the field names of the format.
var naming = []string{
	"raison-sociale", "denomination", "denomination-sociale", "intitule", "libelle", "designation", "appellation", "nom-complet", "nom-usuel",
	"full-name", "fullname", "display-name", "company-name", "legal-name", "razon-social", "titulo", "ragione-sociale", "denominazione", "firmenname",
}

// perhapsNaming are the slugs of columns that are name columns only if their values are
// unique.
var perhapsNaming = []string{"societe", "entreprise", "company", "organisation", "organization", "organisme", "etablissement", "institution", "firma", "empresa", "azienda"}

// chooseName selects the name column of a table that has none: a column with the slug of a
// name column, otherwise the first column if keys are derived from names and its cells are
// unique words.
func (r *reading) chooseName(t *table, columns map[string]*column, key string) {
	if !t.isCells || t.isOwn || slices.ContainsFunc(t.columns, func(name string) bool { return shape.NameRank(columns[name].Field) >= 0 }) {
		return
	}
	chosen := ""
	for _, slugs := range [][]string{naming, perhapsNaming} {
		for _, name := range t.columns {
			if chosen == "" && slices.Contains(slugs, reader.Slug(name)) && t.isWords(name, len(slugs) != len(naming)) {
				chosen = name
			}
		}
	}
	if chosen == "" && key == "" && t.isWords(t.columns[0], true) && !r.isReference(t, t.columns[0]) {
		chosen = t.columns[0]
	}
	if c := columns[chosen]; c != nil {
		c.Field, c.path = "name", []string{"name"}
	}
}

// isWords reports whether the cells of a column are words and, if differ is set, unique.
func (t *table) isWords(name string, differ bool) bool {
	seen := make(map[string]bool, len(t.rows))
	for i := range t.rows {
		v := valueOf(&t.rows[i], name)
		isFilled := v.Type == kb.String && v.Str != ""
		if isFilled && (!strings.ContainsFunc(v.Str, unicode.IsLetter) || momentForm.MatchString(v.Str) || len(v.Str) > longestKey) || differ && (!isFilled || seen[v.Str]) {
			return false
		}
		seen[v.Str] = true
	}
	return true
}

// isReference reports whether the name of a column denotes a reference to another entity.
func (r *reading) isReference(t *table, name string) bool {
	slug := strings.TrimSuffix(reader.Slug(name), "s")
	return slices.Contains([]string{"from", "to", "source", "target", "de", "vers", "parent", "date"}, slug) ||
		slices.ContainsFunc(r.tables, func(of *table) bool { return of.kind != t.kind && strings.TrimSuffix(of.kind, "s") == slug })
}
