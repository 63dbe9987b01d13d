package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// listOptions are the flags of the list command.
type listOptions struct {
	sort    []string
	columns []string
	limit   int
}

// list lists the entities of a kind, of several, or of a view.
func (a *app) list() *cobra.Command {
	var l listOptions
	cmd := &cobra.Command{
		Use: "list " + a.words.Say(words.KindArgument) + " [" + a.words.Say(words.QueryArgument) + "]", Short: a.words.Say(words.ListShort), Long: a.words.Say(words.ListLong), Args: a.needs(a.words.Say(words.NeedsKind)),
		Example:           "rihla list company\nrihla list company,city austin --columns kind,name,founded\nrihla list took-part --sort -founded --limit 5 -- -cloud",
		RunE:              a.guard(func(cmd *cobra.Command, args []string) error { return a.runList(cmd, args, l) }),
		ValidArgsFunction: a.completeList,
	}
	a.takesList(cmd, &l, a.completeFields)
	a.takesDay(cmd)
	a.takesFormat(cmd, asTable, asJSON, asJSONL, asCSV, asTSV)
	a.takesHeader(cmd)
	return cmd
}

// takesList adds the flags of lists to a command.
func (a *app) takesList(cmd *cobra.Command, l *listOptions, complete cobra.CompletionFunc) {
	cmd.Flags().StringSliceVar(&l.sort, "sort", nil, a.words.Say(words.FlagSort))
	cmd.Flags().StringSliceVar(&l.columns, "columns", nil, a.words.Say(words.FlagColumns))
	cmd.Flags().Var(number{&l.limit, a.words}, "limit", a.words.Say(words.FlagLimit))
	_ = cmd.RegisterFlagCompletionFunc("sort", complete)
	_ = cmd.RegisterFlagCompletionFunc("columns", complete)
}

func (a *app) runList(cmd *cobra.Command, args []string, l listOptions) error {
	k, err := a.baseOfList(cmd.Context(), args, l)
	if err != nil {
		return err
	}
	x := a.index(k)
	s, err := a.subjectOf(k, x, args[0])
	if err != nil {
		return err
	}
	v := a.voice(k)
	if a.format == asTable {
		v.Configured = a.config.Columns
	}
	f := fieldsOf(k, x, s)
	columns, err := a.columnsOf(v, s, f, l.columns)
	if err != nil {
		return err
	}
	by, err := a.orderOf(f, l.sort)
	if err != nil {
		return err
	}
	entities, edits, err := a.entitiesOf(cmd.Context(), v, x, s, asked(args[1:]))
	if err != nil {
		return err
	}
	if q, _ := x.Parse(asked(args[1:])); a.format == asTable && len(l.columns) == 0 { // formats for programs have fixed columns
		columns = v.WithRole(columns, x.LinkedTo(q, s.node(), edits))
	}
	if len(by) > 0 {
		entities = v.Sort(entities, by...)
	}
	if l.limit > 0 {
		entities = entities[:min(l.limit, len(entities))]
	}
	if len(entities) == 0 && a.nothingFound(asked(args[1:]), s.written) {
		return nil
	}
	return a.printEntityList(v, entities, columns, l, func(e *kb.Entity) []search.Match {
		q, _ := x.Parse(asked(args[1:]))
		root := s.node()
		if q != nil {
			root = query.And(root, q.Root)
		}
		return x.Unsure(&root, e, edits, v.Lang)
	})
}

// printEntityList prints entities in the chosen format. In formats for people, unsure
// returns the matches of an entity that do not surely hold on the reference day.
func (a *app) printEntityList(v present.Voice, entities []*kb.Entity, columns []present.Column, l listOptions, unsure func(*kb.Entity) []search.Match) error {
	isJSON := a.format == asJSON || a.format == asJSONL
	switch {
	case isJSON && len(l.columns) > 0:
		return a.printColumns(v, entities, columns)
	case isJSON:
		return a.printEntities(v.KB, entities)
	}
	return a.printList(v, entities, columns, unsure)
}

// baseOfList is base, or an outline if that says all that is asked for: the first
// entities of kinds, with what they are called or with their default columns.
func (a *app) baseOfList(ctx context.Context, args []string, l listOptions) (*kb.KB, error) {
	isText := a.format == asTable || a.format == asCSV || a.format == asTSV
	links := len(l.columns) == 0
	if isText && l.limit > 0 && len(l.sort) == 0 && strings.TrimSpace(asked(args[1:])) == "" && (links || areOutlined(l.columns)) {
		if k := a.certainOutline(ctx, links); k != nil && areOutlinedKinds(k, args[0], links) {
			return k, nil
		}
	}
	return a.base(ctx)
}

// areOutlined reports whether columns show what no link and no other entity changes.
func areOutlined(columns []string) bool {
	isOther := func(column string) bool { return !slices.Contains([]string{"name", "aliases", "summary"}, column) }
	return !slices.ContainsFunc(columns, isOther)
}

// areOutlinedKinds reports whether names, separated by commas, are those of kinds whose
// entities are listed in the order of the files. Columns of sources count what cites
// them, which no outline knows.
func areOutlinedKinds(k *kb.KB, names string, links bool) bool {
	return !slices.ContainsFunc(strings.Split(names, ","), func(name string) bool {
		kind := k.Kind(name)
		return kind == nil || kind.Sort != "" || links && kind == k.SourceKind()
	})
}

// printEntities prints entities in the shape of the export.
func (a *app) printEntities(k *kb.KB, entities []*kb.Entity) error {
	if a.format == asJSONL {
		return export.JSONL(a.out, export.Selection{KB: k, Lang: a.lang, Entities: entities})
	}
	out := make([]json.RawMessage, len(entities))
	for i, e := range entities {
		var b bytes.Buffer
		if err := export.JSONL(&b, export.Selection{KB: k, Lang: a.lang, Entities: []*kb.Entity{e}}); err != nil {
			return err
		}
		out[i] = bytes.TrimSpace(b.Bytes())
	}
	return printRecords(a, out)
}

// printList prints a table of entities. In one for people, a last column says of
// those that are there for what does not surely hold what that is.
// printColumns prints objects with the address and the columns of entities, as text.
func (a *app) printColumns(v present.Voice, entities []*kb.Entity, columns []present.Column) error {
	fields := []string{present.AddressField}
	for _, c := range columns {
		if c.Field != present.AddressField {
			fields = append(fields, c.Field)
		}
	}
	names := present.ColumnNames(fields)
	out := make([]json.RawMessage, len(entities))
	for i, e := range entities {
		var b bytes.Buffer
		for n, field := range fields {
			member, err := export.Marshal(map[string]string{names[n]: v.Value(e, field)})
			if err != nil {
				return err
			}
			b.WriteByte(',')
			b.Write(bytes.Trim(member, "{}"))
		}
		out[i] = append(append([]byte{'{'}, b.Bytes()[1:]...), '}')
	}
	return printRecords(a, out)
}

func (a *app) printList(v present.Voice, entities []*kb.Entity, columns []present.Column, unsure func(*kb.Entity) []search.Match) error {
	// The address comes first, unless --columns names it.
	if !slices.ContainsFunc(columns, func(c present.Column) bool { return c.Field == present.AddressField }) {
		columns = append([]present.Column{{Field: present.AddressField, Title: a.words.Say(words.AddressColumn)}}, columns...)
	}
	titles, fields := make([]string, len(columns)), make([]string, len(columns))
	numeric := make(map[int]bool)
	for i, c := range columns {
		titles[i], fields[i], numeric[i] = safe.Line(c.Title), c.Field, c.Numeric
	}
	separated := a.format == asCSV || a.format == asTSV
	if separated {
		titles = present.ColumnNames(fields)
	}
	rows := make([][]string, len(entities))
	for i, e := range entities {
		for _, c := range columns {
			text := v.Cell(e, c.Field)
			switch {
			case separated && c.Field == present.KindField:
				text = e.Kind.Name
			case separated:
				text = v.Value(e, c.Field)
			}
			rows[i] = append(rows[i], text)
		}
	}
	if remarks, found := a.remarks(v, entities, rows, unsure); found && !separated {
		titles = slices.Concat(titles, []string{a.words.Say(words.MatchColumn)})
		for i := range rows {
			rows[i] = append(rows[i], remarks[i])
		}
	}
	return a.printRows(titles, rows, numeric)
}

// remarks returns what the rows of entities are there for that does not surely hold,
// and whether there is any.
func (a *app) remarks(v present.Voice, entities []*kb.Entity, rows [][]string, unsure func(*kb.Entity) []search.Match) (remarks []string, found bool) {
	remarks = make([]string, len(entities))
	for i, e := range entities {
		remarks[i] = querytext.Unsure(v, e, unsure(e), rows[i])
		found = found || remarks[i] != ""
	}
	return remarks, found
}
