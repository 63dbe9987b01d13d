package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// listing is what the list command was asked for.
type listing struct {
	sort    []string
	columns []string
	limit   int
}

// list lists the entities of a kind.
func (a *app) list() *cobra.Command {
	var l listing
	cmd := &cobra.Command{
		Use: "list " + a.words.KindArgument + " [" + a.words.QueryArgument + "]", Short: a.words.ListShort, Args: a.needs(a.words.NeedsKind),
		RunE:              a.guard(func(cmd *cobra.Command, args []string) error { return a.runList(cmd, args, l) }),
		ValidArgsFunction: a.completeKind,
	}
	cmd.Flags().StringSliceVar(&l.sort, "sort", nil, a.words.FlagSort)
	cmd.Flags().StringSliceVar(&l.columns, "columns", nil, a.words.FlagColumns)
	cmd.Flags().Var(number{&l.limit, a.words}, "limit", a.words.FlagLimit)
	a.takesFormat(cmd, asTable, asJSON, asJSONL, asCSV, asTSV)
	return cmd
}

func (a *app) runList(cmd *cobra.Command, args []string, l listing) error {
	k, err := a.open(cmd.Context(), a.path(nil))
	if err != nil {
		return err
	}
	kind := k.Kind(args[0])
	if kind == nil {
		return fail(notFound, fmt.Sprintf(a.words.UnknownKind, args[0]), a.didYouMean(args[0], kindNames(k)))
	}
	v := a.voice(k)
	columns, err := a.columnsOf(v, kind, l.columns)
	if err != nil {
		return err
	}
	entities, err := a.selected(cmd.Context(), v.KB, v.SortedEntities(kind), asked(args[1:]), query.OfKind(kind))
	if err != nil {
		return err
	}
	if len(l.sort) > 0 {
		by, err := a.orderOf(v, kind, l.sort)
		if err != nil {
			return err
		}
		entities = v.Sort(entities, by...)
	}
	if l.limit > 0 {
		entities = entities[:min(l.limit, len(entities))]
	}
	if len(entities) == 0 {
		a.code = notFound
		if a.format == asTable {
			return fail(notFound, a.words.NothingFound)
		}
	}
	if a.format == asJSON || a.format == asJSONL {
		return a.printEntities(k, entities)
	}
	return a.printList(v, entities, columns)
}

// kindNames is what a kind may be called: its name, and what its tab says.
func kindNames(k *kb.KB) []meaning {
	var out []meaning
	for _, kind := range k.Kinds {
		out = append(out, itself(kind.Name))
		for _, label := range append(kind.Label.All(), kind.One.All()...) {
			out = append(out, meaning{label, kind.Name})
		}
	}
	return out
}

// orderOf returns the keys that were asked for, a - before those that go the
// other way round.
func (a *app) orderOf(v present.Voice, kind *kb.Kind, fields []string) ([]present.SortBy, error) {
	out := make([]present.SortBy, len(fields))
	for i, field := range fields {
		out[i].Field, out[i].Reverse = strings.CutPrefix(field, "-")
		if err := a.knows(v.KB, kind, out[i].Field); err != nil {
			return nil, err
		}
		if out[i].Field == "name" {
			out[i].Field = ""
		}
	}
	return out, nil
}

// columnsOf returns the columns that were asked for, or those of the kind.
func (a *app) columnsOf(v present.Voice, kind *kb.Kind, fields []string) ([]present.Column, error) {
	all := v.Columns(kind)
	if len(fields) == 0 {
		return all, nil
	}
	known := make(map[string]present.Column)
	for _, c := range v.AllColumns(kind) {
		known[c.Field] = c
	}
	var out []present.Column
	for _, field := range fields {
		if field == "name" {
			out = append(out, all[0])
			continue
		}
		if err := a.knows(v.KB, kind, field); err != nil {
			return nil, err
		}
		c, ok := known[field]
		if !ok {
			c = present.Column{Field: field, Title: v.PathTitle(field)}
		}
		out = append(out, c)
	}
	return out, nil
}

// knows returns an error for a field that no entity of a kind has, nor leads to
// by a path through links.
func (a *app) knows(k *kb.KB, kind *kb.Kind, field string) error {
	names := []meaning{itself("name"), itself("aliases"), itself("summary"), itself("body")}
	for _, f := range kind.Fields {
		names = append(names, itself(f.Path))
	}
	if slices.Contains(names, itself(field)) {
		return nil
	}
	if head, _, ok := strings.Cut(field, "."); ok && slices.Contains(names, itself(head)) && query.NewNames(k).Knows(field) {
		return nil
	}
	return fail(misused, fmt.Sprintf(a.words.UnknownField, field, kind.Name), a.didYouMean(field, names))
}

// selected returns those of some entities that a query selects among what a node
// does.
func (a *app) selected(ctx context.Context, k *kb.KB, entities []*kb.Entity, text string, among ...query.Node) ([]*kb.Entity, error) {
	if strings.TrimSpace(text) == "" {
		return entities, nil
	}
	x, q, err := a.ask(ctx, k, text)
	if err != nil {
		return nil, err
	}
	found := x.Find(q, among...)
	if found.Len() > 0 && found.Edits > 0 {
		fmt.Fprintln(a.err, a.words.Forgiven)
	}
	var out []*kb.Entity
	for _, e := range entities {
		if found.Has(e.Number()) {
			out = append(out, e)
		}
	}
	return out, nil
}

// printEntities prints entities in the shape of the export.
func (a *app) printEntities(k *kb.KB, entities []*kb.Entity) error {
	if a.format == asJSONL {
		return export.JSONL(a.out, k, a.lang, entities)
	}
	out := make([]json.RawMessage, len(entities))
	for i, e := range entities {
		var b bytes.Buffer
		if err := export.JSONL(&b, k, a.lang, []*kb.Entity{e}); err != nil {
			return err
		}
		out[i] = bytes.TrimSpace(b.Bytes())
	}
	return a.marshal(out)
}

func (a *app) printList(v present.Voice, entities []*kb.Entity, columns []present.Column) error {
	titles := []string{a.words.AddressColumn}
	numeric := make(map[int]bool)
	separated := a.format == asCSV || a.format == asTSV
	for i, c := range columns {
		title := safe.Line(c.Title)
		if separated {
			title = safe.Line(c.Field)
			if c.Field == "" {
				title = "name"
			}
		}
		titles = append(titles, title)
		numeric[i+1] = c.Numeric
	}
	if separated {
		titles[0] = "address"
	}
	rows := make([][]string, len(entities))
	for i, e := range entities {
		rows[i] = []string{safe.Line(string(e.Address()))}
		for _, c := range columns {
			text := v.Cell(e, c.Field)
			if separated {
				text = v.Value(e, c.Field)
			}
			rows[i] = append(rows[i], text)
		}
	}
	return a.printRows(titles, rows, numeric)
}
