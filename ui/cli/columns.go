package cli

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/words"
)

// everywhere are the columns of every kind, by their names on the command line.
var everywhere = []struct{ name, field string }{
	{"name", ""}, {"kind", present.KindField}, {"key", present.KeyField}, {"address", present.AddressField},
	{"aliases", "aliases"}, {"summary", "summary"}, {"body", "body"},
}

// ofSources are the additional columns of sources.
var ofSources = []struct{ name, field string }{{"cited", present.CitedField}, {"alone", present.AloneField}, {"origin", present.OriginField}}

// fields finds the fields of the kinds in a list by their names.
type fields struct {
	subject string
	kinds   []*kb.Kind
	names   *query.Names
	sources *kb.Kind
}

func fieldsOf(k *kb.KB, x *search.Index, s subject) fields {
	return fields{brief(s.written), s.mayHold(k), x.Names(), k.SourceKind()}
}

// find returns the field of a name: the one of exactly that path, which may be
// quoted; a column of every kind; a path or a label that is equal when normalized;
// the only path that ends in the name; or a path through links. The first that
// exists.
func (f *fields) find(written string) (field string, ok bool) {
	bare := written
	if len(written) > 1 && strings.HasPrefix(written, `"`) && strings.HasSuffix(written, `"`) {
		bare = written[1 : len(written)-1]
	}
	for _, kind := range f.kinds {
		for _, path := range []string{written, bare} {
			if kind.FindField(path) != nil {
				return asColumn(path), true
			}
		}
	}
	like := func(name string) bool { return query.Normalize(name) == query.Normalize(written) }
	for _, c := range f.beside() {
		if like(c.name) {
			return c.field, true
		}
	}
	for _, kind := range f.kinds {
		for _, own := range kind.Fields {
			if like(own.Path) || slices.ContainsFunc(query.AlternativeNames(own), like) {
				return asColumn(own.Path), true
			}
		}
	}
	if paths := f.names.FieldsEndingIn(written, f.kinds); len(paths) == 1 && !f.begin(written) {
		return asColumn(paths[0]), true
	}
	for _, path := range f.names.Paths(written) {
		if path := strings.Join(path, "."); f.begin(path) {
			return path, true
		}
	}
	return "", false
}

// asColumn returns the field of the column of a path; that of the name is "".
func asColumn(path string) string {
	if path == "name" {
		return ""
	}
	return path
}

// beside returns the columns that are no fields.
func (f *fields) beside() []struct{ name, field string } {
	if slices.ContainsFunc(f.kinds, func(kind *kb.Kind) bool { return kind == f.sources }) {
		return slices.Concat(everywhere, ofSources)
	}
	return everywhere
}

// begin reports whether a path begins with a field and continues.
func (f *fields) begin(path string) bool {
	for i := range path {
		if path[i] == '.' && slices.ContainsFunc(f.kinds, func(kind *kb.Kind) bool { return kind.FindField(path[:i]) != nil }) {
			return true
		}
	}
	return false
}

// own returns the paths of the fields of the kinds, without the columns of every
// kind.
func (f *fields) own() []string {
	known := make(map[string]bool)
	for _, c := range everywhere {
		known[c.name] = true
	}
	var out []string
	for _, kind := range f.kinds {
		for _, own := range kind.Fields {
			if !known[own.Path] {
				known[own.Path] = true
				out = append(out, own.Path)
			}
		}
	}
	return out
}

// mostNamed bounds how many existing fields an error message names.
const mostNamed = 16

// fieldCalled is find with an error that names the existing fields.
func (a *app) fieldCalled(f *fields, written string) (string, error) {
	written = strings.TrimSpace(written)
	if field, ok := f.find(written); ok {
		return field, nil
	}
	if paths := f.names.FieldsEndingIn(written, f.kinds); len(paths) > 1 {
		return "", fail(misused, querytext.CouldBe(a.words, written, paths))
	}
	own := f.own()
	var may []meaning
	for _, name := range own {
		may = append(may, itself(name))
	}
	if len(own) > mostNamed {
		own = append(own[:mostNamed], "…")
	}
	names := append([]string{everywhere[0].name}, own...)
	for i, c := range f.beside() {
		may = append(may, itself(c.name))
		if i > 0 {
			names = append(names, c.name)
		}
	}
	return "", fail(misused, a.words.Say(words.UnknownField, brief(written), f.subject),
		a.didYouMean(written, may), a.words.Say(words.ThereAre, strings.Join(names, ", ")))
}

// columnsOf returns the columns of --columns, by default those that the explorer
// shows.
func (a *app) columnsOf(v present.Voice, s subject, f fields, asked []string) ([]present.Column, error) {
	kind := s.onlyKind()
	first := v.MixedColumns
	all := v.AllMixedColumns
	if kind != nil {
		first = func() []present.Column { return v.Columns(kind) }
		all = func() []present.Column { return v.AllColumns(kind) }
	}
	if len(asked) == 0 {
		return first(), nil
	}
	w := a.words
	titles := map[string]string{
		present.KindField: w.Say(words.KindColumn), present.KeyField: w.Say(words.EntityKeyColumn), present.AddressField: w.Say(words.AddressColumn), present.CitedField: w.Say(words.CitedColumn), present.AloneField: w.Say(words.AloneColumn), present.OriginField: w.Say(words.OriginLabel),
		"aliases": w.Say(words.AliasesColumn), "summary": w.Say(words.SummaryColumn), "body": w.Say(words.BodyColumn),
	}
	known := slices.Concat(first(), all())
	var out []present.Column
	for _, written := range asked {
		field, err := a.fieldCalled(&f, written)
		if err != nil {
			return nil, err
		}
		c := present.Column{Field: field, Title: titles[field]}
		if at := slices.IndexFunc(known, func(c present.Column) bool { return c.Field == field }); at >= 0 {
			c = known[at]
		} else if c.Title == "" {
			c.Title = v.PathTitle(field)
		}
		out = append(out, c)
	}
	return out, nil
}

// orderOf returns the sort keys of --sort; - before one reverses it.
func (a *app) orderOf(f fields, asked []string) ([]present.SortBy, error) {
	out := make([]present.SortBy, len(asked))
	for i, written := range asked {
		var err error
		written, out[i].Reverse = strings.CutPrefix(strings.TrimSpace(written), "-")
		if out[i].Field, err = a.fieldCalled(&f, written); err != nil {
			return nil, err
		}
	}
	return out, nil
}
