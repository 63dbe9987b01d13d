package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/shape"
	"rihla/model/say"
)

// The reserved fields of an entity that are read by themselves.
const (
	nameField    = "name"
	titleField   = "title"
	aliasesField = "aliases"
	summaryField = "summary"
	bodyField    = "body"
	factsField   = "facts"
	aboutField   = "about"
	folderField  = "folder" // of an entity that is a file, if its path says more
	valueField   = "value"  // of an entity that is written as one plain value
)

// readNames sets the name and the aliases of an entity. fields are the dotted
// paths of fields that name it before the usual ones do; empty ones are left out.
// textField is the field of the text that its key is made of, which names it where
// nothing else does; empty if there is none.
func (w *worker) readNames(e *kb.Entity, table kb.Value, textField string, fields ...string) {
	for _, field := range fields {
		if field != "" && e.Name.IsEmpty() {
			at, key := parentOf(table, field)
			e.Name = w.reservedText(e, at, key)
		}
	}
	if e.Name.IsEmpty() {
		e.Name = w.reservedText(e, table, nameField)
	}
	if e.Name.IsEmpty() {
		e.Name = w.reservedText(e, table, titleField)
	}
	if v := namingValue(table); e.Name.IsEmpty() {
		e.Name, _ = textOf(v, w.kb.Languages)
	}
	if textField != "" && e.Name.IsEmpty() {
		e.Name, e.IsNamedByText = kb.Plain(table.Get(textField).Str), true
	}
	switch v := table.Get(aliasesField); v.Type {
	case kb.Table:
		if !isStatement(v) {
			e.SetAliases(stringsIn(v))
		}
	case kb.String, kb.List:
		aliases := v.Strings()
		e.SetAliases(aliases)
		if v.Type == kb.List && len(aliases) != len(v.Items) && w.kb.HasManifest {
			w.add(kb.BadType, v.Pos, e.Address(), say.AliasesOther.With(), say.WriteAliases.With())
		}
	case kb.Null:
	default:
		if w.kb.HasManifest {
			w.add(kb.BadType, v.Pos, e.Address(), say.AliasesOther.With(), say.WriteAliases.With())
		}
	}
}

// parentOf returns the table that has the last part of a dotted path as a key, and
// that part.
func parentOf(table kb.Value, path string) (at kb.Value, key string) {
	for {
		if table.Has(path) {
			return table, path
		}
		part, rest, ok := strings.Cut(path, ".")
		if !ok {
			return table, path
		}
		table, path = table.Get(part), rest
	}
}

// namingValue returns the value of the field that names a table, Null if it has
// none.
func namingValue(table kb.Value) kb.Value {
	best, bestRank := kb.Value{}, -1
	for _, entry := range table.Items {
		rank := shape.NameRank(entry.Key)
		if rank < 0 || bestRank >= 0 && rank >= bestRank {
			continue
		}
		if entry.Value.Type == kb.String || entry.Value.Type == kb.Table {
			best, bestRank = entry.Value, rank
		}
	}
	return best
}

// stringsIn returns the strings of a table and of its lists: aliases in several
// languages.
func stringsIn(table kb.Value) []string {
	var out []string
	for _, entry := range table.Items {
		out = append(out, entry.Value.Strings()...)
	}
	return out
}

// reservedText returns the text of a reserved field, which may be a statement
// with evidence.
func (w *worker) reservedText(e *kb.Entity, table kb.Value, key string) kb.Text {
	v := table.Get(key)
	if isStatement(v) {
		v = statementValue(v)
	}
	t, ok := textOf(v, w.kb.Languages)
	if !ok && v.Type != kb.Null && w.kb.HasManifest {
		w.add(kb.BadType, v.Pos, e.Address(), say.Is.With(say.Field(key), describe(v)), say.ExpectTranslated.With())
	}
	if !ok && v.IsScalar() {
		return kb.Plain(v.Str)
	}
	return t
}

// isStatement reports whether a table is a statement: a value, a reference or a
// text with qualifiers (docs/format.md). A table with both from and to is a
// range, and a text without any qualifier is an ordinary field called text.
func isStatement(v kb.Value) bool {
	if v.Type != kb.Table {
		return false
	}
	if to := v.Get("to"); to.Type == kb.String || to.Type == kb.List {
		return !v.Has("from")
	}
	if v.Has("value") {
		return true
	}
	return v.Has("text") && (v.Has(sourceKey) || v.Has(confidenceKey) || v.Has(quoteKey) || v.Has(sinceKey) || v.Has(untilKey))
}

// isRows reports whether a list holds the rows of a table that has a column
// called value, rather than statements: each element has several other keys, or
// one that identifies it, and none that the format gives to a statement.
func isRows(list kb.Value) bool {
	return list.Type == kb.List && len(list.Items) > 0 &&
		!slices.ContainsFunc(list.Items, func(item kb.Entry) bool { return !isRow(item.Value) })
}

func isRow(v kb.Value) bool {
	if !isStatement(v) || statementKey(v) != "value" {
		return false
	}
	identified := false
	for _, entry := range v.Items {
		if slices.Contains(qualifierKeys, entry.Key) {
			return false
		}
		identified = identified || shape.IDRank(entry.Key) >= 0 || shape.NameRank(entry.Key) >= 0
	}
	return identified || len(v.Items) > 2
}

// statementValue returns the value, the reference or the text of a statement.
func statementValue(v kb.Value) kb.Value { return v.Get(statementKey(v)) }

// statementKey returns the key of statementValue; the other keys qualify it.
func statementKey(v kb.Value) string {
	for _, key := range []string{"to", "value", "text"} {
		if v.Has(key) {
			return key
		}
	}
	return ""
}

// isReserved reports whether a field of an entity's table is read by itself and
// makes no statement. Name, aliases, summary and body with evidence are both.
func isReserved(entry kb.Entry) bool {
	switch entry.Key {
	case nameField, aliasesField, summaryField, bodyField:
		return !isStatement(entry.Value)
	case factsField:
		return isFacts(entry.Value)
	}
	return false
}

// isFacts reports whether a value is an array of claims in free text.
func isFacts(v kb.Value) bool {
	return v.IsTableArray() && !slices.ContainsFunc(v.Items, func(item kb.Entry) bool { return !item.Value.Has("text") })
}
