package present

import (
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/words"
)

// Column is one column of a kind's list.
type Column struct {
	Field   string // a dotted path; empty for the name, which is always first
	Title   string
	Numeric bool // its values are numbers, to be set right
}

// Columns returns the default columns of a kind's list: the name, then those that are
// configured, or those of the manifest, or else the most informative fields of a sample
// of at most sampleSize entities.
func (v Voice) Columns(kind *kb.Kind) []Column {
	out := []Column{v.nameColumn(kind)}
	if paths, ok := v.chosenPaths(kind); ok {
		for _, path := range paths {
			if path != "name" {
				out = append(out, v.column(kind, path))
			}
		}
	} else {
		for _, path := range v.informativeFields(kind) {
			out = append(out, v.column(kind, path))
		}
	}
	if kind == v.KB.SourceKind() {
		out = slices.Insert(out, 1, v.relianceColumns()[0])
	}
	return out
}

// chosenPaths returns the fields of the columns that someone has chosen: those of the
// configuration that the kind has, unless that is none of them, or those of the manifest.
func (v Voice) chosenPaths(kind *kb.Kind) (paths []string, ok bool) {
	configured, ok := v.Configured[kind.Name]
	for _, path := range configured {
		first, _, _ := strings.Cut(path, ".")
		if v.KB.Partial || path == "name" || kind.FindField(path) != nil || kind.FindField(first) != nil {
			paths = append(paths, path)
		}
	}
	if ok && len(paths) == len(configured) || len(paths) > 0 {
		return paths, true
	}
	return kind.Columns, len(kind.Columns) > 0
}

// AllColumns returns every column that a kind's list can show, the name first.
func (v Voice) AllColumns(kind *kb.Kind) []Column {
	out := []Column{v.nameColumn(kind)}
	numbers := v.fieldsOfNumbers(kind, nil)
	for _, f := range kind.Fields {
		if !HasNoColumn(f.Path) {
			out = append(out, Column{Field: f.Path, Title: Capital(v.FieldLabel(f)), Numeric: isNumeric(f, func() bool { return numbers[f] })})
		}
	}
	if kind == v.KB.SourceKind() {
		out = append(out, v.relianceColumns()...)
	}
	return out
}

// relianceColumns are the columns of sources: claims that cite it, claims that
// cite it alone, and its origin.
func (v Voice) relianceColumns() []Column {
	return []Column{
		{Field: CitedField, Title: v.Words.Say(words.CitedColumn), Numeric: true},
		{Field: AloneField, Title: v.Words.Say(words.AloneColumn), Numeric: true},
		{Field: OriginField, Title: Capital(v.Words.Say(words.OriginLabel))},
	}
}

// The fields of the columns that say of what kind an entity is, its key, its
// address, and of a source, how many claims cite it and how many nothing else,
// and where it has what it says from. No file has fields of these names.
const (
	KindField    = query.KindPath
	KeyField     = query.KeyPath
	AddressField = InternalPrefix + "address"
	CitedField   = InternalPrefix + "cited"
	OriginField  = InternalPrefix + "origin"
	AloneField   = InternalPrefix + "alone"
)

// InternalPrefix begins the names of computed fields. It is not valid UTF-8, so
// no key of a TOML file begins with it.
const InternalPrefix = "\xff"

// ColumnNames returns the names of columns in exported tables: the paths of
// fields, quoted as in a query where they collide with another column.
func ColumnNames(fields []string) []string {
	names := make([]string, len(fields))
	for i, field := range fields {
		switch {
		case field == "":
			names[i] = "name"
		case strings.HasPrefix(field, InternalPrefix):
			names[i] = query.External(field)
		case slices.Contains(fields, InternalPrefix+field):
			names[i] = `"` + field + `"`
		default:
			names[i] = query.External(field)
		}
	}
	return names
}

// MixedColumns returns the columns of entities of several kinds.
func (v Voice) MixedColumns() []Column {
	return []Column{{Title: v.Words.Say(words.NameColumn)}, {Field: KindField, Title: v.Words.Say(words.KindColumn)}, {Field: "summary", Title: v.Words.Say(words.SummaryColumn)}}
}

// mostMixed bounds the columns offered for entities of several kinds.
const mostMixed = 500

// AllMixedColumns returns every column that a list of several kinds can show.
func (v Voice) AllMixedColumns() []Column {
	out := v.MixedColumns()
	known := make(map[string]bool)
	for _, c := range out {
		known[c.Field] = true
	}
	for _, kind := range v.KB.Kinds {
		for _, c := range v.AllColumns(kind) {
			if !known[c.Field] && len(out) < mostMixed {
				known[c.Field] = true
				out = append(out, c)
			}
		}
	}
	return out
}

func (v Voice) nameColumn(kind *kb.Kind) Column {
	one := v.Say(kind.Singular)
	if one == "" {
		one = v.KindLabel(kind)
	}
	return Column{Title: Capital(one)}
}

func (v Voice) column(kind *kb.Kind, path string) Column {
	field := kind.FindField(path)
	if field == nil {
		return Column{Field: path, Title: v.PathTitle(path)}
	}
	return Column{Field: path, Title: Capital(v.FieldLabel(field)), Numeric: v.IsNumeric(kind, field)}
}

// ColumnTitle returns the title of a column of a kind's list, or of a list of several
// kinds where kind is nil.
func (v Voice) ColumnTitle(kind *kb.Kind, field string) string {
	if field == "" && kind != nil {
		return v.nameColumn(kind).Title
	}
	for _, c := range append(v.MixedColumns(), v.relianceColumns()...) {
		if c.Field == field {
			return c.Title
		}
	}
	if IsRole(field) {
		return v.Words.Say(words.RoleColumn)
	}
	if kind != nil {
		if f := kind.FindField(field); f != nil {
			return Capital(v.FieldLabel(f))
		}
	}
	return v.PathTitle(field)
}

// HasNoColumn reports whether a field is never a column: it is the name, or a
// text of the page.
func HasNoColumn(path string) bool {
	switch path {
	case "name", "title", "aliases", "summary", "body", "facts":
		return true
	}
	return false
}

// sampleSize is the number of entities from which the fields of a kind are
// judged.
const sampleSize = 64

// Sample returns at most sampleSize entities, evenly spread over a kind.
func (v Voice) Sample(kind *kb.Kind) []*kb.Entity { return v.SampleOf(kind.Entities) }

// SampleOf returns at most sampleSize entities, evenly spread over several, whose
// records are about to be read.
func (v Voice) SampleOf(entities []*kb.Entity) []*kb.Entity {
	n := len(entities)
	out := make([]*kb.Entity, 0, sampleSize)
	for i := range min(n, sampleSize) {
		out = append(out, entities[i*n/min(n, sampleSize)])
	}
	v.KB.Prepare(out)
	return out
}

// IsNumeric reports whether the values of a field are numbers, by its type or
// else by a sample of the kind.
func (v Voice) IsNumeric(kind *kb.Kind, field *kb.Field) bool {
	return isNumeric(field, func() bool { return v.fieldsOfNumbers(kind, field)[field] })
}

// isNumeric reports whether the values of a field are numbers, by its type or else as
// a sample has them.
func isNumeric(field *kb.Field, inSample func() bool) bool {
	switch {
	case field.Type != "" || field.Relation != nil:
		return field.Type == kb.FieldNumber || field.Type == kb.FieldYear
	case field.Dates == date.Dates:
		return false
	}
	return inSample()
}

// fieldsOfNumbers returns the fields of which a sample of a kind has numbers and
// nothing else: of all fields, or of one that is not nil.
func (v Voice) fieldsOfNumbers(kind *kb.Kind, only *kb.Field) map[*kb.Field]bool {
	out := make(map[*kb.Field]bool)
	for _, e := range v.Sample(kind) {
		r := v.KB.Record(e)
		for i := range r.Statements {
			s := &r.Statements[i]
			if only != nil && s.Field != only {
				continue
			}
			isNumber := s.Value.Type == kb.Int || s.Value.Type == kb.Float
			if was, known := out[s.Field]; !known || was {
				out[s.Field] = isNumber
			}
		}
	}
	return out
}

// LooksLikeChecksum reports whether a text is a long run of hexadecimal or base
// 64 digits.
func LooksLikeChecksum(s string) bool {
	if len(s) < 32 || strings.ContainsAny(s, " .,") {
		return false
	}
	digits := 0
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			digits++
		}
	}
	return digits >= 4
}
