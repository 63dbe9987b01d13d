package cli

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/export/sqlite"
	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/save/disk"
	briefing "rihla/ui/brief"
	drawn "rihla/ui/draw/graph"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// exportOptions are the flags of export.
type exportOptions struct {
	output
	listOptions
	guard bool // escapes cells that spreadsheets would evaluate as formulas
}

// export writes the knowledge base, or the results of a query, in a format of other
// programs.
func (a *app) export() *cobra.Command {
	var o exportOptions
	w := a.words
	cmd := &cobra.Command{
		Use: "export [" + w.Say(words.QueryArgument) + "]", Short: w.Say(words.ExportShort), Long: w.Say(words.ExportLong),
		Example: "rihla export --format jsonl | jq .name\nrihla export 'kind:company' -o companies.csv\nrihla export kind:company -o oldest.tsv --columns name,founded,headquarters --sort founded --limit 5\nrihla export --format csv -o tables",
		Args:    cobra.ArbitraryArgs, ValidArgsFunction: a.completeQuery,
	}
	cmd.RunE = a.guard(func(cmd *cobra.Command, args []string) error { return a.runExport(cmd, args, o) })
	a.takesOutput(cmd, &o.output)
	a.takesList(cmd, &o.listOptions, func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return a.completeFields(cmd, nil, typed)
	})
	cmd.Flags().BoolVar(&o.guard, "guard-formulas", false, w.Say(words.FlagGuardFormulas))
	a.takesDay(cmd)
	var names []string
	for _, f := range a.exportFormats() {
		names = append(names, f.Name)
	}
	a.takesFormat(cmd, names...)
	return cmd
}

// exportFormats returns the formats of model/export, and those that need messages.
func (a *app) exportFormats() []export.Format {
	bibliography := func(write func(io.Writer, iter.Seq[*export.Source]) error) func(io.Writer, export.Selection) error {
		return func(w io.Writer, s export.Selection) error {
			return write(w, s.CountSources(briefing.Bibliography(a.voice(s.KB), s.Entities)))
		}
	}
	whole := func(s export.Selection) *drawn.Whole {
		return drawn.NewWhole(a.voice(s.KB), s.Entities, s.At)
	}
	return slices.Concat(export.Formats, []export.Format{
		{Name: asDOT, Suffix: ".dot", Write: func(w io.Writer, s export.Selection) error { return whole(s).DOT(w) }},
		{Name: asMermaid, Suffix: ".mmd", Write: func(w io.Writer, s export.Selection) error { return a.writeMermaid(w, whole(s)) }},
		{Name: asSVG, Suffix: ".svg", Write: func(w io.Writer, s export.Selection) error { return whole(s).SVG(w) }},
		{Name: asMarkdown, Mark: export.NotesMark, Names: export.NoteNames, WriteFolder: func(file export.CreateFile, s export.Selection) error {
			return export.NotesFolder(file, s, a.voice(s.KB).LinkedNote)
		}},
		{Name: asBibTeX, Suffix: ".bib", Write: bibliography(export.BibTeX)},
		{Name: asHTML, Suffix: ".html", Write: a.writePage},
		{Name: "sqlite", Suffix: ".sqlite", Write: sqlite.Write, IsBinary: true},
		{Name: "csl-json", Suffix: ".csl.json", Write: bibliography(export.CSLJSON)},
	})
}

// The default limits of Mermaid: maxEdges and maxTextSize of
// https://mermaid.js.org/config/schema-docs/config.html.
const (
	mermaidLinks = 500
	mermaidBytes = 50_000
)

// writeMermaid writes a graph, and warns if it exceeds Mermaid's default limits.
func (a *app) writeMermaid(w io.Writer, of *drawn.Whole) error {
	counted := &counter{w: w}
	links, err := of.Mermaid(counted)
	if err == nil && (links > mermaidLinks || counted.n > mermaidBytes) {
		fmt.Fprintln(a.err, a.words.Say(words.LargeForMermaid, a.words.Number(mermaidLinks), a.words.Number(mermaidBytes)))
	}
	return err
}

// counter counts the bytes written to w.
type counter struct {
	w io.Writer
	n int
}

func (c *counter) Write(p []byte) (int, error) {
	c.n += len(p)
	return c.w.Write(p)
}

// empty maps a format to the remark printed if none of the entities has data for it.
var empty = map[string]words.Message{"geojson": words.NoPoint, "ical": words.NoEvent, asBibTeX: words.NoSourceToList, "csl-json": words.NoSourceToList}

// exportFormat returns the format of --format, or else the format of the output file's
// extension.
func (a *app) exportFormat(cmd *cobra.Command, o output) (export.Format, error) {
	all := a.exportFormats()
	isOf := func(f export.Format) bool { return f.Name == a.format }
	var endings []string
	for _, f := range all {
		endings = append(endings, f.Suffix)
	}
	ending, err := a.ending(cmd, o, endings)
	switch isNamed := cmd.Flags().Changed("format"); {
	case err != nil && (!isNamed || o.path == ""):
		return export.Format{}, err
	case ending != "" && !isNamed:
		isOf = func(f export.Format) bool { return f.Suffix == ending }
	}
	return all[slices.IndexFunc(all, isOf)], nil
}

func (a *app) runExport(cmd *cobra.Command, args []string, o exportOptions) error {
	format, err := a.exportFormat(cmd, o.output)
	if err != nil {
		return err
	}
	if err := a.refuseRows(cmd, format); err != nil {
		return err
	}
	switch {
	case o.isStandard() && format.Write == nil:
		return a.misuse(cmd, a.words.Say(words.NeedsOutput, format.Name), "")
	case o.path == "" && format.IsBinary:
		return a.misuse(cmd, a.words.Say(words.NoText, format.Name), "")
	}
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	entities, err := a.selected(cmd.Context(), a.index(k), k.Entities, asked(args))
	if err != nil {
		return err
	}
	if text := asked(args); len(entities) == 0 && text != "" {
		a.nothingFound(text, "")
		if !o.isStandard() {
			return nil // keep an existing file rather than empty it
		}
	}
	entities, columns, err := a.rows(k, entities, asked(args), o.listOptions)
	if err != nil {
		return err
	}
	report := &export.Report{}
	s := export.Selection{KB: k, Lang: a.lang, Entities: entities, Columns: columns, At: a.voice(k).Reference(), OnlyAt: a.day.IsKnown(), GuardFormulas: o.guard, Report: report}
	if o.isStandard() {
		s.Clean = safe.Value // the standard output may be a terminal
	}
	if isFile := o.isStandard() || format.WriteFolder == nil || o.has(format.Suffix); isFile {
		err = a.writeTo(o.output, func(w io.Writer) error { return format.Write(w, s) })
	} else {
		err = a.notSaved(save.Folder(o.path, o.force, func(f disk.Folder) error { return writeFolder(f, format, s) }))
	}
	switch {
	case errors.Is(err, export.ErrSeveralKinds):
		return a.severalKinds(cmd, o.output, format, entities)
	case err != nil:
		return err
	case report.Formulas > 0 && !o.guard:
		fmt.Fprintln(a.err, a.words.Count(report.Formulas, words.FormulasWritten))
	}
	if message, ok := empty[format.Name]; ok && report.Parts == 0 && len(entities) > 0 {
		fmt.Fprintln(a.err, a.words.Say(message))
	}
	return nil
}

// writeFolder writes the files of a folder. Where the format marks them, those that an earlier
// export wrote for entities that are no longer in the knowledge base are removed.
func writeFolder(f disk.Folder, format export.Format, s export.Selection) error {
	if format.Mark == "" {
		return format.WriteFolder(f.File, s)
	}
	names := sync.OnceValue(func() map[string]bool { return format.Names(s.KB) })
	isKept := func(name string) bool { return names()[name] }
	return f.Marked(format.Mark, isKept, func(file func(string, func(io.Writer) error) error) error { return format.WriteFolder(file, s) })
}

// severalKinds returns the error for a table of entities of more than one kind.
func (a *app) severalKinds(cmd *cobra.Command, o output, format export.Format, entities []*kb.Entity) error {
	seen := make(map[*kb.Kind]bool)
	for _, e := range entities {
		seen[e.Kind] = true
	}
	folder := "tables"
	if !o.isStandard() {
		folder = strings.TrimSuffix(safe.Line(o.path), format.Suffix)
	}
	hint := a.words.Say(words.SelectOneKind, format.Name, folder, entities[0].Kind.Name)
	return a.misuse(cmd, a.words.Say(words.TableHasOneKind, a.words.Number(len(seen))), hint)
}
