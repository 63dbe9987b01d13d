package cli

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"rihla/model/importer"
	"rihla/model/kb"
	"rihla/model/say"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// typesOfColumns maps a column type to its label.
var typesOfColumns = map[importer.Type]words.Message{
	importer.Text: words.TypeText, importer.Integer: words.TypeInteger, importer.Number: words.TypeNumber, importer.DecimalComma: words.TypeComma,
	importer.Boolean: words.TypeBoolean, importer.Day: words.TypeDay, importer.DayFirst: words.TypeDayFirst, importer.MonthFirst: words.TypeMonthFirst,
	importer.Moment: words.TypeMoment, importer.Structure: words.TypeStructure,
}

// importReasons maps an import error to its message.
var importReasons = map[error]words.Message{importer.ErrNothing: words.NothingToImport, importer.ErrNoHeader: words.NoHeader, importer.ErrNotJSON: words.NotJSON}

// notImported returns the failure for an import error.
func (a *app) notImported(err *importer.Error) failure {
	path := briefPath(err.Path)
	if errors.Is(err, importer.ErrNoColumn) {
		return fail(misused, a.words.Say(words.NoSuchColumn, brief(err.Path)))
	}
	if err.Line > 0 {
		path += ":" + strconv.Itoa(err.Line)
	}
	for of, m := range importReasons {
		if errors.Is(err, of) {
			return fail(unreadable, path+a.words.Colon+a.words.Say(m))
		}
	}
	return fail(unreadable, a.words.Sentence(say.NotOpened.With(say.File(path), say.Cause(cause(err.Reason).Error()))))
}

// importLines formats the report of an import.
type importLines struct {
	*app
	lines []rich.Line
}

func (l *importLines) line(spans ...rich.Span) { l.lines = append(l.lines, rich.NewLine(spans...)) }

func (l *importLines) heading(m words.Message) {
	l.line()
	l.line(rich.NewSpan(rich.Heading, l.words.Say(m)))
}

// plan returns the report of a dry run.
func (a *app) plan(i *importer.Import) []rich.Line {
	l := &importLines{app: a}
	l.inputs(i)
	for _, k := range i.Kinds {
		l.kind(i, k)
	}
	l.links(i)
	l.heading(words.FirstEntities)
	for line := range strings.Lines(string(i.FirstEntities(firstEntities))) {
		l.line(rich.NewSpan(rich.Code, strings.TrimRight("  "+safe.Line(strings.TrimRight(line, "\n")), " ")))
	}
	l.findings(i)
	return l.lines
}

// firstEntities is the number of entities shown by a dry run.
const firstEntities = 2

// written returns the report of an import written to path.
func (a *app) written(i *importer.Import, path string, done overwritten) []rich.Line {
	l := &importLines{app: a}
	l.inputs(i)
	for _, k := range i.Kinds {
		l.line(l.kindLine(k)...)
	}
	l.links(i)
	l.findings(i)
	l.line()
	l.line(rich.NewSpan(rich.Plain, a.words.Say(words.ImportWritten, briefPath(path))))
	if done.entities > 0 {
		l.line(rich.NewSpan(rich.Plain, a.words.Count(done.entities, words.EntitiesReplaced)))
	}
	switch {
	case len(done.added) > 0:
		l.line(rich.NewSpan(rich.Plain, a.words.Say(words.ManifestMerged, kb.ManifestPath, brief(strings.Join(done.added, a.words.ListComma)))))
	case done.manifest:
		l.line(rich.NewSpan(rich.Plain, a.words.Say(words.ManifestKept, kb.ManifestPath)))
	}
	return l.lines
}

// formatNames maps a format to its display name.
var formatNames = map[importer.Format]string{
	importer.CSV: "CSV", importer.TSV: "TSV", importer.JSON: "JSON", importer.JSONL: "JSON Lines", importer.Markdown: "Markdown", importer.BibTeX: "BibTeX", importer.FTM: "followthemoney",
}

func (l *importLines) inputs(i *importer.Import) {
	for _, in := range i.Inputs {
		parts := []string{formatNames[in.Format]}
		if in.Delimiter != 0 {
			parts = append(parts, strconv.QuoteRune(in.Delimiter))
		}
		if in.Encoding != "" {
			parts = append(parts, in.Encoding)
		}
		parts = append(parts, l.words.Count(in.Rows, words.EntityCount))
		l.line(rich.NewSpan(rich.Title, brief(in.Name)), rich.NewSpan(rich.Muted, "  "+strings.Join(parts, l.words.ListComma)))
	}
	l.line()
}

func (l *importLines) kindLine(k *importer.Kind) []rich.Span {
	keys := l.words.Say(words.KeysFromNames)
	switch {
	case k.KeyFrom != "":
		keys = l.words.Say(words.KeysFrom, brief(k.KeyFrom))
	case k.HasKeys:
		keys = l.words.Say(words.KeysGiven)
	}
	parts := []string{l.words.Count(len(k.Entities), words.EntityCount), keys}
	if k.Renamed > 0 {
		parts = append(parts, l.words.Count(k.Renamed, words.KeysNumbered))
	}
	return []rich.Span{rich.NewSpan(rich.Strong, brief(k.Name)), rich.NewSpan(rich.Muted, "  "+strings.Join(parts, l.words.ListComma))}
}

// kind lists the columns of a kind.
func (l *importLines) kind(i *importer.Import, k *importer.Kind) {
	if len(l.lines) > 0 && len(l.lines[len(l.lines)-1].Spans) > 0 {
		l.line()
	}
	l.line(l.kindLine(k)...)
	w := l.words
	rows := [][4]string{{w.Say(words.ColumnTitle), w.Say(words.FieldTitle), w.Say(words.TypeTitle), w.Say(words.ValuesTitle)}}
	for _, c := range k.Columns {
		rows = append(rows, [4]string{brief(c.Name), l.field(k, c), l.typeOf(i, k, c), w.Number(c.Filled)})
	}
	var widths [4]int
	for _, row := range rows {
		for n, cell := range row {
			widths[n] = max(widths[n], safe.Width(cell))
		}
	}
	for n, row := range rows {
		role := rich.Text
		if n == 0 {
			role = rich.Muted
		}
		text := "  " + safe.Pad(row[0], widths[0]) + "  " + safe.Pad(row[1], widths[1]) + "  " + safe.Pad(row[2], widths[2]) + "  " + safe.PadLeft(row[3], widths[3])
		l.line(rich.NewSpan(role, strings.TrimRight(text, " ")))
	}
}

func (l *importLines) field(k *importer.Kind, c importer.Column) string {
	switch {
	case c.Field != "":
		return brief(c.Field)
	case c.Name == k.KeyFrom:
		return l.words.Say(words.IsKey)
	}
	return l.words.Say(words.IsNotKept)
}

// typeOf returns the label of a column's type, with the target kinds of a relation.
func (l *importLines) typeOf(i *importer.Import, k *importer.Kind, c importer.Column) string {
	text := l.words.Say(typesOfColumns[c.Type])
	if c.List {
		text = l.words.Say(words.TypeList, text)
	}
	kind := i.KB.Kind(k.Name)
	if kind == nil {
		return text
	}
	if f := kind.FindField(c.Field); f != nil && f.Relation != nil && c.Field != "" {
		var to []string
		for _, target := range f.Targets {
			to = append(to, brief(target.Name))
		}
		text += " → " + strings.Join(to, l.words.ListComma)
	}
	return text
}

// links lists the inferred relations, with the number of values that reference an entity.
func (l *importLines) links(i *importer.Import) {
	var rows [][2]string
	for _, r := range i.KB.Inference.Relations {
		if !r.Accepted || r.Field == "source" {
			continue
		}
		to := "…"
		if r.To != nil {
			to = brief(r.To.Name)
		}
		rows = append(rows, [2]string{brief(r.Kind.Name) + "." + brief(r.Field) + " → " + to, l.words.CountOf(r.Hits, r.Total, words.ValuesThatName)})
	}
	if n := mentions(i); n > 0 {
		rows = append(rows, [2]string{l.words.Say(words.InBodies), l.words.Number(n)})
	}
	if len(rows) == 0 {
		l.line()
		l.line(rich.NewSpan(rich.Muted, l.words.Say(words.NoLinksFound)))
		return
	}
	l.heading(words.LinksFound)
	width := 0
	for _, row := range rows {
		width = max(width, safe.Width(row[0]))
	}
	for _, row := range rows {
		l.line(rich.NewSpan(rich.Text, "  "+safe.Pad(row[0], width)), rich.NewSpan(rich.Muted, "  "+row[1]))
	}
}

// mentions counts the links in bodies.
func mentions(i *importer.Import) int {
	n := 0
	for _, k := range i.Kinds {
		kind := i.KB.Kind(k.Name)
		if kind == nil || !slices.ContainsFunc(k.Columns, func(c importer.Column) bool { return c.Field == "body" }) {
			continue
		}
		for _, e := range kind.Entities {
			n += len(i.KB.Record(e).Mentions)
		}
	}
	return n
}

// findings lists the problems of the input files, and the reader's findings about the
// converted entities.
func (l *importLines) findings(i *importer.Import) {
	var lines []string
	for _, f := range i.Findings {
		place := brief(f.File)
		if f.Line > 0 {
			place += ":" + strconv.Itoa(f.Line)
		}
		lines = append(lines, place+l.words.Colon+l.words.Sentence(f.Says))
	}
	if more := i.More(); more > 0 {
		lines = append(lines, l.words.Count(more, words.MoreFindings))
	}
	isError := func(f kb.Finding) bool { return f.Severity() == kb.Error }
	for _, f := range i.KB.Findings[:min(len(i.KB.Findings), mostJudged)] {
		if isError(f) {
			lines = append(lines, f.Position.String()+l.words.Colon+l.words.Sentence(f.Problem))
		}
	}
	if len(lines) == 0 {
		return
	}
	l.heading(words.NotAsItIs)
	for _, line := range lines {
		l.lines = append(l.lines, rich.Wrap(rich.Text, safe.Line(line), l.width())...)
	}
}

// mostJudged is the maximum number of the reader's findings examined.
const mostJudged = 1000
