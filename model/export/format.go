package export

import (
	"io"
	"iter"
	"strconv"
	"strings"

	"rihla/model/kb"
)

// Selection is what a writer writes: entities of a knowledge base.
type Selection struct {
	KB       *kb.KB
	Lang     string // of texts that are given in several
	Entities []*kb.Entity
	// Columns are those of tables and of JSON; nil for all that the format has.
	Columns []Column
	// At is the time at which links have to hold in formats that follow links: geojson.
	At kb.Reference
	// OnlyAt omits statements, facts and links that do not hold at At from all formats.
	OnlyAt bool
	// GuardFormulas prefixes cells that a spreadsheet would evaluate as formulas with an
	// apostrophe: https://owasp.org/www-community/attacks/CSV_Injection.
	GuardFormulas bool
	Clean         func(cell string) string // applied to each cell of a table; may be nil
	Report        *Report                  // filled by the writers; may be nil
}

// Report holds the statistics of an export.
type Report struct {
	Formulas int // number of cells that spreadsheets evaluate as formulas
	// Parts is the number of elements in formats that do not represent every entity:
	// points, events or sources.
	Parts int
}

// cell returns the text of a cell as it is written.
func (s *Selection) cell(text string) string {
	if s.Clean != nil {
		text = s.Clean(text)
	}
	if !isFormula(text) {
		return text
	}
	if s.Report != nil {
		s.Report.Formulas++
	}
	if s.GuardFormulas {
		return "'" + text
	}
	return text
}

// countPart increments the number of parts in the report.
func (s *Selection) countPart() {
	if s.Report != nil {
		s.Report.Parts++
	}
}

func isFormula(text string) bool {
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return false
	}
	_, err := strconv.ParseFloat(text, 64)
	return err != nil
}

// CountSources returns an iterator that counts the yielded sources in the report.
func (s Selection) CountSources(sources iter.Seq[*Source]) iter.Seq[*Source] {
	return func(yield func(*Source) bool) {
		for source := range sources {
			if s.countPart(); !yield(source) {
				return
			}
		}
	}
}

// Format is a form of a selection that other programs read.
type Format struct {
	Name     string
	Suffix   string // file extension with its dot; empty if the format is always a folder
	IsBinary bool   // not text, and thus unsuitable for a terminal
	HasRows  bool   // a row or a record for each entity, in their order: Columns applies
	// Write writes a file; nil if the format is always a folder.
	Write func(w io.Writer, s Selection) error
	// WriteFolder writes the files of a folder with the given function; nil if the format
	// is always a file.
	WriteFolder func(file CreateFile, s Selection) error
	// Mark is the file of a folder that lists the others, and Names returns the names of
	// the files of all entities; empty if files of earlier exports stay.
	Mark  string
	Names func(k *kb.KB) map[string]bool
}

// CreateFile writes one file of a folder by its path below it, with forward slashes.
type CreateFile func(name string, write func(io.Writer) error) error

// Formats are the formats of `rihla export`, the default one first.
var Formats = []Format{
	{Name: "json", Suffix: ".json", Write: JSON, HasRows: true},
	{Name: "jsonl", Suffix: ".jsonl", Write: JSONL, HasRows: true},
	{Name: "graphml", Suffix: ".graphml", Write: GraphML},
	{Name: "turtle", Suffix: ".ttl", Write: Turtle},
	{Name: "turtle-star", Write: TurtleStar},
	{Name: "geojson", Suffix: ".geojson", Write: GeoJSON},
	{Name: "ical", Suffix: ".ics", Write: ICalendar},
	{Name: "ftm", Suffix: ".ftm.jsonl", Write: FTMStatements},
	{Name: "ftm-entities", Suffix: ".ftm.json", Write: FTMEntities},
	{Name: "csv", Suffix: ".csv", Write: CSVTable, WriteFolder: CSVFolder, HasRows: true},
	{Name: "tsv", Suffix: ".tsv", Write: TSVTable, WriteFolder: TSVFolder, HasRows: true},
}
