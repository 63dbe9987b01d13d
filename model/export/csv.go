package export

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
)

// CSV writes rows as comma-separated values (RFC 4180, with lines that end in
// \n).
func CSV(w io.Writer, rows [][]string) error { return csv.NewWriter(w).WriteAll(rows) }

// TSV is CSV with tabs for commas.
func TSV(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	out.Comma = '\t'
	return out.WriteAll(rows)
}

// CSVFolder writes a file of comma-separated values for each kind. Its columns are the
// key and the texts of entities, then the fields of the kind: values as they are in the
// files, and for links the keys of their targets (the addresses, if they may be of
// several kinds), with the names of the targets in a column beside. Several values of one
// cell are themselves a line of CSV, with semicolons.
func CSVFolder(file CreateFile, s Selection) error { return separated(file, s, ',', ".csv") }

// TSVFolder is CSVFolder with tabs for commas.
func TSVFolder(file CreateFile, s Selection) error { return separated(file, s, '\t', ".tsv") }

func separated(file CreateFile, s Selection, comma rune, suffix string) error {
	byKind := make(map[*kb.Kind][]*kb.Entity)
	for _, e := range s.Entities {
		byKind[e.Kind] = append(byKind[e.Kind], e)
	}
	names := newFileNames(suffix)
	for _, kind := range s.KB.Kinds {
		if len(byKind[kind]) == 0 {
			continue
		}
		err := file(names.of(kind.Name), func(w io.Writer) error {
			of := s
			of.Entities = byKind[kind]
			return writeTable(w, of, comma)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// ErrSeveralKinds is returned if the entities of a table are of several kinds.
var ErrSeveralKinds = errors.New("the entities are of several kinds")

// CSVTable writes the entities as a table of CSVFolder. Unless the selection has columns, they
// must be of one kind: else it writes nothing and returns ErrSeveralKinds.
func CSVTable(w io.Writer, s Selection) error { return writeTable(w, s, ',') }

// TSVTable is CSVTable with tabs as delimiters.
func TSVTable(w io.Writer, s Selection) error { return writeTable(w, s, '\t') }

func writeTable(w io.Writer, s Selection, comma rune) error {
	if len(s.Entities) == 0 {
		return nil
	}
	kind := s.Entities[0].Kind
	if s.Columns == nil && slices.ContainsFunc(s.Entities, func(e *kb.Entity) bool { return e.Kind != kind }) {
		return ErrSeveralKinds
	}
	out := csv.NewWriter(w)
	out.Comma = comma
	t := newTable(s, kind)
	if err := out.Write(t.header); err != nil {
		return err
	}
	for _, e := range s.Entities {
		if err := out.Write(t.row(e)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// table makes the rows of one kind.
type table struct {
	Selection
	header []string
	place  map[*kb.Field]int // the column of a field
	cells  [][]string        // of the row being made, the values of each column
	record []string
	enc    encoder
}

// The columns that every kind has.
const (
	keyColumn = iota
	nameColumn
	aliasesColumn
	summaryColumn
	bodyColumn
)

func newTable(s Selection, kind *kb.Kind) *table {
	t := &table{Selection: s, place: make(map[*kb.Field]int)}
	if s.Columns != nil {
		for _, c := range s.Columns {
			t.header = append(t.header, c.Name)
		}
		t.record = make([]string, len(t.header))
		return t
	}
	taken := make(map[string]bool)
	add := func(name string) {
		unique := name
		for n := 2; taken[unique]; n++ {
			unique = name + "_" + strconv.Itoa(n)
		}
		taken[unique] = true
		t.header = append(t.header, unique)
	}
	for _, name := range []string{"key", "name", "aliases", "summary", "body"} {
		add(name)
	}
	for _, f := range kind.Fields {
		if isMember(f.Path) {
			continue
		}
		t.place[f] = len(t.header)
		add(f.Path)
		if f.Relation != nil {
			add(f.Path + ".name")
		}
	}
	t.cells, t.record = make([][]string, len(t.header)), make([]string, len(t.header))
	return t
}

// row returns the row of an entity, which is valid until the next.
func (t *table) row(e *kb.Entity) []string {
	if t.Columns != nil {
		return t.chosen(e)
	}
	for i := range t.cells {
		t.cells[i] = t.cells[i][:0]
	}
	r := t.Record(e)
	name, _ := t.KB.TextIn(e.Name, t.Lang)
	summary, _ := t.KB.TextIn(r.Summary, t.Lang)
	body, _ := t.KB.TextIn(r.Body, t.Lang)
	for i := range r.Statements {
		st := &r.Statements[i]
		at, ok := t.place[st.Field]
		switch {
		case !ok:
		case st.To != nil:
			t.cells[at] = append(t.cells[at], t.reference(st))
			t.cells[at+1] = append(t.cells[at+1], st.To.Label(t.Lang, t.KB.Languages...))
		default:
			t.cells[at] = t.appendTexts(t.cells[at], st.Value)
		}
	}
	for i, values := range t.cells {
		t.record[i] = joined(values)
	}
	t.record[keyColumn], t.record[nameColumn], t.record[aliasesColumn] = e.Key, name, joined(e.Aliases())
	t.record[summaryColumn], t.record[bodyColumn] = summary, body
	for i, cell := range t.record {
		t.record[i] = t.cell(cell)
	}
	return t.record
}

// chosen is row for the columns of the selection.
func (t *table) chosen(e *kb.Entity) []string {
	for i := range t.Columns {
		values, _ := t.Columns[i].values(&t.Selection, e, t.reference)
		var texts []string
		for _, v := range values {
			texts = t.appendTexts(texts, v)
		}
		t.record[i] = t.cell(joined(texts))
	}
	return t.record
}

// appendTexts appends the texts of a value: of a list of plain values, one for each.
func (t *table) appendTexts(texts []string, v kb.Value) []string {
	if v.Type != kb.List || slices.ContainsFunc(v.Items, isNested) {
		return append(texts, t.value(v))
	}
	for i := range v.Items {
		texts = append(texts, t.value(v.Items[i].Value))
	}
	return texts
}

func isNested(item kb.Entry) bool { return !item.Value.IsScalar() }

// reference returns the key of a link's target, or its address if the field leads to
// several kinds.
func (t *table) reference(link *kb.Statement) string {
	if targets := link.Field.Targets; len(targets) == 1 && targets[0] == link.To.Kind {
		return link.To.Key
	}
	return string(link.To.Address())
}

// value returns a value as it is: a text unchanged, a list or a table as JSON.
func (t *table) value(v kb.Value) string {
	if text, ok := t.KB.TextOf(v); ok {
		in, _ := t.KB.TextIn(text, t.Lang)
		return in
	}
	if v.Type != kb.List && v.Type != kb.Table {
		return v.Str
	}
	t.enc.buf = t.enc.buf[:0]
	t.enc.value(v, t.KB, t.Lang)
	return string(t.enc.buf)
}

// joined returns the values of one cell: one as it is, several as a line of CSV with
// semicolons.
func joined(values []string) string {
	if len(values) < 2 {
		return strings.Join(values, "")
	}
	var b strings.Builder
	for i, v := range values {
		if i > 0 {
			b.WriteByte(';')
		}
		if v == "" || strings.ContainsAny(v, ";\"\r\n") || strings.HasPrefix(v, " ") {
			v = `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
		}
		b.WriteString(v)
	}
	return b.String()
}
