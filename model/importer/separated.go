package importer

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// delimiters are the candidate delimiters, the most likely first.
var delimiters = []rune{',', ';', '\t', '|'}

// ErrNoHeader is the reason of an Error for a table without a header.
var ErrNoHeader = errors.New("no header row")

// separated imports a table of delimited values with a header.
func (r *reading) separated(name, text string, comma rune) error {
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // line endings of the classic Mac OS
	}
	skipped := 0
	if first, rest, found := strings.Cut(text, "\n"); found && len(strings.TrimSpace(first)) == len("sep=;") && strings.HasPrefix(first, "sep=") {
		comma, text, skipped = rune(first[len("sep=")]), rest, 1 // delimiter declaration of Excel
	}
	if comma == 0 {
		comma = delimiterOf(text)
	}
	r.Inputs[r.input()].Delimiter = comma
	t := r.table(r.kindOf(name))
	t.isText, t.isCells = true, true
	err := r.rows(t, name, text, comma, skipped, false)
	if failed := new(csv.ParseError); errors.As(err, &failed) {
		r.find(name, failed.StartLine+skipped, say.QuotesOdd.With())
		t.rows, t.columns = nil, nil
		err = r.rows(t, name, text, comma, skipped, true)
	}
	r.Inputs[r.input()].Rows = len(t.rows)
	return err
}

// rows parses the rows of a table. If lazy is set, quotation marks may occur within cells.
func (r *reading) rows(t *table, name, text string, comma rune, skipped int, lazy bool) error {
	cells := csv.NewReader(strings.NewReader(text))
	cells.Comma, cells.FieldsPerRecord, cells.LazyQuotes = comma, -1, lazy
	header, err := cells.Read()
	switch {
	case errors.Is(err, io.EOF):
		return ErrNoHeader
	case err != nil:
		return err
	}
	t.setHeader(header)
	var ragged []Finding
	for {
		record, err := cells.Read()
		switch {
		case errors.Is(err, io.EOF):
			for _, f := range ragged {
				r.find(f.File, f.Line, f.Says)
			}
			return nil
		case err != nil:
			return err
		case strings.Join(record, "") == "":
			continue
		}
		line, _ := cells.FieldPos(0)
		line += skipped
		switch extra := len(record) - len(header); {
		case extra < 0:
			ragged = append(ragged, Finding{name, line, say.RowShort.With(say.Number(len(record)), say.Number(len(header)))})
		case extra > 0 && strings.Join(record[len(header):], "") != "":
			ragged = append(ragged, Finding{name, line, say.RowLong.With(say.Number(len(record)), say.Number(len(header)))})
			for len(t.columns) < len(record) {
				t.addColumn("")
			}
		}
		t.rows = append(t.rows, row{input: r.input(), line: line, place: "line " + strconv.Itoa(line), fields: t.entries(record)})
	}
}

// entries returns the non-empty cells of a record.
func (t *table) entries(record []string) []kb.Entry {
	fields := make([]kb.Entry, 0, len(t.columns)+1) // room for the source
	for i, cell := range record[:min(len(record), len(t.columns))] {
		if cell != "" {
			fields = append(fields, kb.Entry{Key: t.columns[i], Value: kb.Value{Type: kb.String, Str: cell}})
		}
	}
	return fields
}

// ownColumns are the leading columns of each table of export.CSVFolder.
var ownColumns = []string{"key", "name", "aliases", "summary", "body"}

// setHeader sets the column names, which become unique and non-empty.
func (t *table) setHeader(header []string) {
	t.isOwn = len(header) >= len(ownColumns) && slices.Equal(header[:len(ownColumns)], ownColumns)
	for _, name := range header {
		t.addColumn(name)
	}
	if !t.isOwn {
		return
	}
	t.labels = make(map[string]bool)
	for i := 1; i < len(t.columns); i++ {
		if t.columns[i] == t.columns[i-1]+".name" {
			t.labels[t.columns[i]] = true
		}
	}
}

func (t *table) addColumn(name string) {
	name = strings.TrimSpace(name)
	if name == "" {
		name = "column_" + strconv.Itoa(len(t.columns)+1)
	}
	unique := name
	for n := 2; slices.Contains(t.columns, unique); n++ {
		unique = name + "_" + strconv.Itoa(n)
	}
	t.columns = append(t.columns, unique)
}

// delimiterOf detects the delimiter of a table: the candidate with the highest product of
// the number of columns and the share of rows as long as the header.
func delimiterOf(text string) rune {
	const sample, most = 64 << 10, 100
	if len(text) > sample {
		text = text[:strings.LastIndexByte(text[:sample], '\n')+1]
	}
	best, bestScore := ',', 0
	for _, comma := range delimiters {
		cells := csv.NewReader(strings.NewReader(text))
		cells.Comma, cells.FieldsPerRecord, cells.LazyQuotes, cells.ReuseRecord = comma, -1, true, true
		header, err := cells.Read()
		if err != nil || len(header) < 2 {
			continue
		}
		columns, rows, same := len(header), 0, 0
		for rows < most {
			record, err := cells.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			rows++
			if err == nil && len(record) == columns {
				same++
			}
		}
		if score := (same + 1) * 1000 / (rows + 1) * min(columns, 50); score > bestScore {
			best, bestScore = comma, score
		}
	}
	return best
}
