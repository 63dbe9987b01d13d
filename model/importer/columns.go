package importer

import (
	"encoding/csv"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader"
)

// textFields are the fields whose values are always texts.
var textFields = []string{"name", "title", "aliases", "summary", "body", "tags", "label"}

// numbering are the words in column names that mark digits as identifiers rather than
// quantities.
var numbering = []string{"phone", "tel", "telephone", "mobile", "fax", "zip", "zipcode", "postcode", "postal", "isbn", "issn", "siren", "siret", "iban", "ean", "gtin", "sku"}

// listing are the words in the names of columns whose cells may be lists separated by
// commas.
var listing = []string{"tags", "labels", "keywords", "aliases", "etiquettes", "categories", "topics", "assignees", "authors"}

// setTypes infers the types of the columns.
func (r *reading) setTypes(t *table, columns map[string]*column) {
	for _, c := range columns {
		words := strings.Split(reader.Slug(c.Name), "-")
		c.isText = slices.Contains(textFields, c.Field) || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(numbering, w) })
	}
	if t.isCells {
		t.splitCells(columns)
		t.readNested(columns)
	}
	counts := make(map[string]*census, len(columns))
	for name := range columns {
		counts[name] = new(census)
	}
	for i := range t.rows {
		for _, f := range t.rows[i].fields {
			counts[f.Key].count(f.Value)
		}
	}
	for name, c := range columns {
		of := counts[name]
		c.List = c.List || of.lists > 0
		comma := ';'
		if len(t.rows) > 0 {
			comma = r.Inputs[t.rows[0].input].Delimiter
		}
		switch {
		case of.texts < of.all:
			c.Type = of.typed()
		case c.isText:
		case t.isText:
			c.Type = of.is(comma)
		default:
			if is := of.is(comma); is == Day || is == Moment {
				c.Type = is
			}
		}
		if !t.convertible(name, c) {
			c.Type = Text
		}
	}
}

// count counts a value, or each element of a list.
func (c *census) count(v kb.Value) {
	switch v.Type {
	case kb.List:
		c.lists++
		for i := range v.Items {
			c.count(v.Items[i].Value)
		}
	case kb.String:
		c.all++
		c.texts++
		if v.Str != "" {
			c.add(v.Str)
		}
	default:
		c.all++
		c.types[v.Type]++
	}
}

// typed returns the type of a column whose values are not all texts.
func (c *census) typed() Type {
	switch c.all {
	case c.types[kb.Int]:
		return Integer
	case c.types[kb.Int] + c.types[kb.Float]:
		return Number
	case c.types[kb.Bool]:
		return Boolean
	case c.types[kb.Date]:
		return Day
	}
	return Structure
}

// convertible reports whether all texts of a column parse as its type.
func (t *table) convertible(name string, c *column) bool {
	if c.Type != DayFirst && c.Type != MonthFirst {
		return true
	}
	for i := range t.rows {
		if v := valueOf(&t.rows[i], name); v.Type == kb.String {
			if _, ok := c.Type.read(v.Str); !ok {
				return false
			}
		}
	}
	return true
}

// value converts a value to the type of the column.
func (c *column) value(v kb.Value) kb.Value {
	switch {
	case v.Type == kb.List:
		items := make([]kb.Entry, len(v.Items))
		for i := range v.Items {
			items[i].Value = c.value(v.Items[i].Value)
		}
		return kb.Value{Type: kb.List, Items: items}
	case v.Type == kb.String && c.Type != Text && c.Type != Structure:
		if typed, ok := c.Type.read(v.Str); ok {
			return typed
		}
	}
	return v
}

// splitCells splits the cells of list columns. Three forms are recognized: the lists of
// package export, which are a line of CSV with semicolons; recurring texts separated by
// semicolons, with or without a space; and commas in a column whose name denotes a list.
func (t *table) splitCells(columns map[string]*column) {
	for name, c := range columns {
		split := t.splitter(name, c)
		if split == nil {
			continue
		}
		c.List = true
		for i := range t.rows {
			for j := range t.rows[i].fields {
				f := &t.rows[i].fields[j]
				if f.Key != name {
					continue
				}
				if parts := split(f.Value.Str); len(parts) > 1 || !t.isOwn || c.isText {
					f.Value = listOf(parts)
				}
			}
		}
	}
}

func listOf(parts []string) kb.Value {
	list := kb.Value{Type: kb.List, Items: make([]kb.Entry, len(parts))}
	for i, part := range parts {
		list.Items[i].Value = kb.Value{Type: kb.String, Str: part}
	}
	return list
}

// splitter returns the function that splits the cells of a column; nil if the cells are
// single values.
func (t *table) splitter(name string, c *column) func(string) []string {
	if c.Field == "" || c.Field == "name" || c.Field == "title" || c.Field == "summary" || c.Field == "body" {
		return nil
	}
	cells, asExported := 0, 0
	parts, distinct, short := 0, make(map[string]bool), true
	for i := range t.rows {
		text := valueOf(&t.rows[i], name).Str
		if !strings.Contains(text, ";") {
			if text != "" {
				distinct[text] = true
				parts++
			}
			continue
		}
		cells++
		if isExportedList(text) {
			asExported++
		}
		for _, part := range bySemicolon(text) {
			parts++
			distinct[part] = true
			short = short && part != "" && len(part) <= 60 && !strings.ContainsAny(part, "\n")
		}
	}
	words := strings.Split(reader.Slug(c.Name), "-")
	isListing := slices.ContainsFunc(words, func(w string) bool { return slices.Contains(listing, w) })
	isAuthors := slices.ContainsFunc(words, func(w string) bool { return slices.Contains([]string{"author", "editor", "auteur", "editeur"}, w) })
	switch {
	case cells > 0 && cells == asExported && (t.isOwn || short):
		return byCSV
	case cells > 0 && short && (isListing || isAuthors || len(distinct)*5 <= parts*4):
		return bySemicolon
	case cells == 0 && isListing:
		return byComma
	}
	return nil
}

// isExportedList reports whether a cell is a list written by package export: each element
// is quoted exactly where necessary.
func isExportedList(text string) bool {
	parts := byCSV(text)
	for i, part := range parts {
		if part == "" || strings.ContainsAny(part, ";\"\r\n") || strings.HasPrefix(part, " ") {
			parts[i] = `"` + strings.ReplaceAll(part, `"`, `""`) + `"`
		}
	}
	return len(parts) > 1 && strings.Join(parts, ";") == text
}

func byCSV(text string) []string {
	cells := csv.NewReader(strings.NewReader(text))
	cells.Comma = ';'
	parts, err := cells.Read()
	if err != nil {
		return []string{text}
	}
	if _, more := cells.Read(); more == nil {
		return []string{text}
	}
	return parts
}

func bySemicolon(text string) []string {
	return trimmed(strings.Split(strings.TrimRight(text, "; "), ";"))
}

func byComma(text string) []string { return trimmed(strings.Split(text, ",")) }

func trimmed(parts []string) []string {
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return slices.DeleteFunc(parts, func(part string) bool { return part == "" })
}

// readNested parses the cells in which package export encodes lists and tables as JSON.
func (t *table) readNested(columns map[string]*column) {
	if !t.isOwn {
		return
	}
	for name, c := range columns {
		values, isNested := make(map[int]kb.Value), c.Field != "" && !c.isText
		for i := range t.rows {
			v := valueOf(&t.rows[i], name)
			if v.Type != kb.String || !isNested {
				continue
			}
			read, err := parseJSON(v.Str)
			if isNested = err == nil && (read.Type == kb.List || read.Type == kb.Table); isNested {
				values[i] = read
			}
		}
		for i := range values {
			for j := range t.rows[i].fields {
				if f := &t.rows[i].fields[j]; f.Key == name && isNested {
					f.Value = values[i]
				}
			}
		}
	}
}
