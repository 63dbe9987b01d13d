package cli

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/words"
)

// everywhere are the columns that entities of every kind have, by the names that
// the command line gives them.
var everywhere = []struct{ name, field string }{
	{"name", ""}, {"kind", present.KindField}, {"key", present.KeyField}, {"address", present.AddressField},
	{"aliases", "aliases"}, {"summary", "summary"}, {"body", "body"},
}

// ofSources are the columns that sources have beside.
var ofSources = []struct{ name, field string }{{"cited", present.CitedField}, {"alone", present.AloneField}, {"origin", present.OriginField}}

// fields finds what a subject's entities have by what it may be called.
type fields struct {
	subject string
	kinds   []*kb.Kind
	names   *query.Names
	sources *kb.Kind
}

func fieldsOf(k *kb.KB, x *search.Index, s subject) fields {
	return fields{brief(s.written), s.mayHold(k), x.Names(), k.SourceKind()}
}

// find returns the field that is called so: of that very path, which may be
// quoted, or as every entity has it; else of a path or a label that is written alike; else what a path leads
// to through links.
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
	for _, path := range f.names.Paths(written) {
		if path := strings.Join(path, "."); f.begin(path) {
			return path, true
		}
	}
	return "", false
}

// asColumn returns what stands for a field as a column: the name has none of its
// own.
func asColumn(path string) string {
	if path == "name" {
		return ""
	}
	return path
}

// beside are the columns that no file has a field for.
func (f *fields) beside() []struct{ name, field string } {
	if slices.ContainsFunc(f.kinds, func(kind *kb.Kind) bool { return kind == f.sources }) {
		return slices.Concat(everywhere, ofSources)
	}
	return everywhere
}

// begin tells whether a path begins with a field and goes on from there.
func (f *fields) begin(path string) bool {
	for i := range path {
		if path[i] == '.' && slices.ContainsFunc(f.kinds, func(kind *kb.Kind) bool { return kind.FindField(path[:i]) != nil }) {
			return true
		}
	}
	return false
}

// own lists the paths of the fields that the kinds have, beside those that all
// have.
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

// mostNamed bounds how many fields are named of those that there are.
const mostNamed = 16

// fieldCalled is find, and says what there is where nothing is found.
func (a *app) fieldCalled(f *fields, written string) (string, error) {
	written = strings.TrimSpace(written)
	if field, ok := f.find(written); ok {
		return field, nil
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

// columnsOf returns the columns that were asked for, or those that the explorer
// shows at first.
func (a *app) columnsOf(v present.Voice, s subject, f fields, asked []string) ([]present.Column, error) {
	first, all := v.MixedColumns(), v.AllMixedColumns()
	if kind := s.onlyKind(); kind != nil {
		first, all = v.Columns(kind), v.AllColumns(kind)
	}
	if len(asked) == 0 {
		return first, nil
	}
	w := a.words
	titles := map[string]string{
		present.KindField: w.Say(words.KindColumn), present.KeyField: w.Say(words.EntityKeyColumn), present.AddressField: w.Say(words.AddressColumn), present.CitedField: w.Say(words.CitedColumn), present.AloneField: w.Say(words.AloneColumn), present.OriginField: w.Say(words.OriginLabel),
		"aliases": w.Say(words.AliasesColumn), "summary": w.Say(words.SummaryColumn), "body": w.Say(words.BodyColumn),
	}
	known := slices.Concat(first, all)
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

// orderOf returns the keys that were asked for, a - before those that go the
// other way round.
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
