package sqlite

import (
	"database/sql"
	"strconv"
	"strings"
	"sync/atomic"

	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
)

// writer fills the tables of a database. After an error, its methods do nothing.
type writer struct {
	export.Selection
	tx  *sql.Tx
	err error

	ids                                                     map[*kb.Entity]int
	tables                                                  map[*kb.Kind]*table
	entities, texts, facts, links, statements, evidenceRows *insert
	fact                                                    map[*kb.Fact]int // row numbers of the current entity's facts

	batch     []row // the next for batches
	batches   chan<- []row
	hasFailed atomic.Bool // no more rows are inserted
}

func newWriter(tx *sql.Tx, s export.Selection) *writer {
	b := &writer{Selection: s, tx: tx, ids: make(map[*kb.Entity]int, len(s.Entities)), tables: make(map[*kb.Kind]*table), fact: make(map[*kb.Fact]int)}
	for i, e := range s.Entities {
		b.ids[e] = i + 1
	}
	return b
}

func (b *writer) everything() {
	b.exec(schema)
	title, _ := b.KB.TextIn(b.KB.Title, b.Lang)
	summary, _ := b.KB.TextIn(b.KB.Summary, b.Lang)
	b.exec("INSERT INTO about VALUES (?, ?, ?)", text(title), text(summary), text(b.Lang))
	b.kinds()
	b.entities = b.into("entities", 9)
	b.texts = b.into("texts", 4)
	b.facts = b.into("facts", 11)
	b.links = b.into("links", 14)
	b.statements = b.into("statements", 12)
	b.evidenceRows = b.into("evidence", 9)
	b.insertAll(func() {
		for _, e := range b.Entities {
			if b.hasFailed.Load() {
				return
			}
			b.entity(e)
		}
	})
	b.exec(indexes)
}

// row is a row to be inserted.
type row struct {
	statement *sql.Stmt
	values    []any
}

// perBatch is how many rows are handed over at a time.
const perBatch = 256

// insertAll inserts the rows that produce adds, on a goroutine of its own.
func (b *writer) insertAll(produce func()) {
	if b.err != nil {
		return
	}
	batches, done := make(chan []row, 4), make(chan error)
	go func() {
		var err error
		for batch := range batches {
			for _, r := range batch {
				if err == nil {
					_, err = r.statement.Exec(r.values...)
				}
			}
			b.hasFailed.Store(err != nil)
		}
		done <- err
	}()
	b.batches = batches
	produce()
	batches <- b.batch
	close(batches)
	b.err = <-done
}

func (b *writer) exec(query string, args ...any) {
	if b.err == nil {
		_, b.err = b.tx.Exec(query, args...)
	}
}

// insert adds rows to a table.
type insert struct {
	b         *writer
	statement *sql.Stmt
	rows      int
}

func (b *writer) into(name string, columns int) *insert {
	in := &insert{b: b}
	if b.err == nil {
		in.statement, b.err = b.tx.Prepare("INSERT INTO " + quoted(name) + " VALUES (?" + strings.Repeat(",?", columns-1) + ")")
	}
	return in
}

// row adds a row. It keeps values.
func (in *insert) row(values ...any) {
	in.rows++
	b := in.b
	if b.batch = append(b.batch, row{in.statement, values}); len(b.batch) == perBatch {
		b.batches <- b.batch
		b.batch = make([]row, 0, perBatch)
	}
}

// next returns the number of the next row.
func (in *insert) next() int { return in.rows + 1 }

// kinds creates a table for each kind that has entities.
func (b *writer) kinds() {
	counts := make(map[*kb.Kind]int)
	for _, e := range b.Entities {
		counts[e.Kind]++
	}
	names := newNames(reserved...)
	for _, kind := range b.KB.Kinds {
		if counts[kind] == 0 {
			continue
		}
		label, _ := b.KB.TextIn(kind.Label, b.Lang)
		if label == "" {
			label = kind.Name
		}
		name := names.of(kind.Name)
		b.exec("INSERT INTO kinds VALUES (?, ?, ?, ?)", text(kind.Name), name, text(label), counts[kind])
		b.tables[kind] = b.newTable(name, kind)
	}
}

func (b *writer) entity(e *kb.Entity) {
	r := b.Record(e)
	id := b.ids[e]
	at := b.KB.Position(e.Pos)
	name, _ := b.KB.TextIn(e.Name, b.Lang)
	if name == "" {
		name = e.Key
	}
	summary, _ := b.KB.TextIn(r.Summary, b.Lang)
	body, _ := b.KB.TextIn(r.Body, b.Lang)
	b.entities.row(id, text(string(e.Address())), text(e.Kind.Name), text(name), some(strings.Join(e.Aliases(), "\n")), some(summary), some(body), text(at.File), at.Line)
	b.tables[e.Kind].row(b, id, e, r, name)
	b.translations(id, "name", e.Name)
	b.translations(id, "summary", r.Summary)
	b.translations(id, "body", r.Body)
	clear(b.fact)
	for i := range r.Facts {
		f := &r.Facts[i]
		row := b.facts.next()
		b.fact[f] = row
		said, _ := b.KB.TextIn(f.Text, b.Lang)
		b.facts.row(b.qualified([]any{row, id, some(said)}, f.Claim, f.Pos)...)
		b.translations(id, "facts", f.Text)
		if f.Claim != nil {
			b.evidence(f.Claim, nil, nil, row)
		}
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		if st.To != nil {
			continue
		}
		if of, ok := b.KB.TextOf(st.Value); ok && len(of.Translations()) > 0 && !isMember(st.Field.Path) {
			b.translations(id, st.Field.Path, of)
		}
		if st.Claim == nil && b.tables[e.Kind].has(st.Field) {
			continue
		}
		row := b.statements.next()
		b.statements.row(b.qualified([]any{row, id, text(st.Field.Path), b.value(st.Value)}, st.Claim, st.Pos)...)
		if st.Claim != nil {
			b.evidence(st.Claim, row, nil, nil)
		}
	}
	for _, link := range r.Links {
		b.link(id, r, link)
	}
}

// link writes a link whose ends are both selected.
func (b *writer) link(id int, r *kb.Record, link *kb.Statement) {
	to, ok := b.ids[link.To]
	if !ok {
		return
	}
	var fact, origins any
	if row, ok := b.fact[link.Fact]; ok {
		fact = row
	}
	of := evidence.OfLink(b.KB, r, link)
	if n := of.Origins(b.KB); n > 0 {
		origins = n
	}
	row := b.links.next()
	b.links.row(b.qualified([]any{row, id, text(link.Field.Path), to, fact, origins}, of.Qualification(), link.Pos)...)
	if link.Claim != nil && link.Fact == nil {
		b.evidence(link.Claim, nil, row, nil)
	}
}

// translations writes the translations of a text that has several.
func (b *writer) translations(id int, field string, of kb.Text) {
	for _, tr := range of.Translations() {
		b.texts.row(id, text(field), text(tr.Lang), text(tr.Text))
	}
}

// qualified appends the qualifiers and the position of a claim to a row; the claim may be
// nil.
func (b *writer) qualified(row []any, c *kb.Claim, pos kb.Pos) []any {
	if c == nil {
		c = &kb.Claim{}
	}
	note, _ := b.KB.TextIn(c.Note, b.Lang)
	at := b.KB.Position(pos)
	return append(row, some(c.Since), some(c.Until), some(c.Date), some(string(c.Confidence)), some(string(c.Rank)), some(note), text(at.File), at.Line)
}

// evidence writes the evidence of a statement, a link or a fact, which is given by row
// number.
func (b *writer) evidence(c *kb.Claim, statement, link, fact any) {
	for i := range c.Evidence {
		ev := &c.Evidence[i]
		var source any
		name := ev.Ref
		if ev.Source != nil {
			name = string(ev.Source.Address())
			if id, ok := b.ids[ev.Source]; ok {
				source = id
			}
		}
		b.evidenceRows.row(b.evidenceRows.next(), statement, link, fact, source, text(name), some(ev.Locator), some(ev.Quote), ev.Stands())
	}
}

// value converts a value for SQLite: numbers to numbers, booleans to 0 or 1, texts to the
// export language, lists and tables to JSON, and other values to text as written.
func (b *writer) value(v kb.Value) any {
	switch v.Type {
	case kb.Null:
		return nil
	case kb.Bool:
		return v.Str == "true"
	case kb.Int:
		if n, err := strconv.ParseInt(strings.ReplaceAll(v.Str, "_", ""), 0, 64); err == nil {
			return n
		}
	case kb.Float:
		if n, ok := v.Number(); ok && n == n {
			return n
		}
	case kb.List, kb.Table:
		if of, ok := b.KB.TextOf(v); ok {
			in, _ := b.KB.TextIn(of, b.Lang)
			return text(in)
		}
		return export.ValueJSON(b.KB, b.Lang, v)
	}
	return text(v.Str)
}

// text returns a text as valid UTF-8.
func text(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// some returns a text as valid UTF-8, or NULL if it is empty.
func some(s string) any {
	if s == "" {
		return nil
	}
	return text(s)
}
