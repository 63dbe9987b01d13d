package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// refuseRows returns an error for a flag about rows if the format has none.
func (a *app) refuseRows(cmd *cobra.Command, format export.Format) error {
	var take []string
	for _, f := range a.exportFormats() {
		if f.HasRows {
			take = append(take, f.Name)
		}
	}
	for _, flag := range []string{"columns", "sort", "limit"} {
		if cmd.Flags().Changed(flag) && !format.HasRows {
			return a.misuse(cmd, a.words.Say(words.FlagOfRows, "--"+flag, format.Name, strings.Join(take, a.words.ListComma)), "")
		}
	}
	return nil
}

// rows returns the entities that --sort and --limit leave of those that a text asks for, and
// the columns of --columns.
func (a *app) rows(k *kb.KB, entities []*kb.Entity, text string, l listOptions) ([]*kb.Entity, []export.Column, error) {
	if len(l.columns)+len(l.sort)+l.limit == 0 {
		return entities, nil, nil
	}
	v := a.voice(k)
	s := subject{written: text}
	var names []string
	for _, kind := range k.Kinds {
		if slices.ContainsFunc(entities, func(e *kb.Entity) bool { return e.Kind == kind }) {
			s.kinds = append(s.kinds, kind)
			names = append(names, kind.Name)
		}
	}
	if len(s.kinds) == 0 {
		s.kinds = k.Kinds
	}
	if text == "" {
		s.written = strings.Join(names, ",")
	}
	f := fieldsOf(k, a.index(k), s)
	var fields []string
	for _, written := range l.columns {
		field, err := a.fieldCalled(&f, written)
		if err != nil {
			return nil, nil, err
		}
		fields = append(fields, field)
	}
	var columns []export.Column
	for i, name := range present.ColumnNames(fields) {
		columns = append(columns, exportColumn(v, name, fields[i]))
	}
	entities, err := a.arranged(v, f, entities, l)
	return entities, columns, err
}

// exportColumn returns the column of a field.
func exportColumn(v present.Voice, name, field string) export.Column {
	c := export.Column{Name: name, Path: field}
	switch {
	case field == "":
		c.Path = "name"
	case field == present.KindField:
		c.Of = func(e *kb.Entity) string { return e.Kind.Name }
	case field == present.KeyField:
		c.Of = func(e *kb.Entity) string { return e.Key }
	case field == present.AddressField:
		c.Of = func(e *kb.Entity) string { return string(e.Address()) }
	case strings.HasPrefix(field, present.InternalPrefix):
		c.Of = func(e *kb.Entity) string { return v.Value(e, field) }
	}
	return c
}

// arranged returns the entities in the order of --sort, up to --limit.
func (a *app) arranged(v present.Voice, f fields, entities []*kb.Entity, l listOptions) ([]*kb.Entity, error) {
	by, err := a.orderOf(f, l.sort)
	if err != nil {
		return nil, err
	}
	if len(by) > 0 {
		entities = v.Sort(entities, by...)
	}
	if l.limit > 0 {
		entities = entities[:min(l.limit, len(entities))]
	}
	return entities, nil
}
