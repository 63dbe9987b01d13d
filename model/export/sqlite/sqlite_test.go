package sqlite_test

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/export"
	"rihla/model/export/sqlite"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// written returns the database of a selection.
func written(t *testing.T, k *kb.KB, entities []*kb.Entity) *sql.DB {
	t.Helper()
	var b bytes.Buffer
	if err := sqlite.Write(&b, export.Selection{KB: k, Lang: "en", Entities: entities}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "kb.sqlite")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// lines returns the rows of a query, with cells separated by bars.
func lines(t *testing.T, db *sql.DB, query string, args ...any) []string {
	t.Helper()
	rows, err := db.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for rows.Next() {
		cells, to := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			to[i] = &cells[i]
		}
		if err := rows.Scan(to...); err != nil {
			t.Fatal(err)
		}
		texts := make([]string, len(cells))
		for i, cell := range cells {
			if cell != nil {
				texts[i] = fmt.Sprint(cell)
			}
		}
		out = append(out, strings.Join(texts, "|"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func one(t *testing.T, db *sql.DB, query string, args ...any) string {
	t.Helper()
	return strings.Join(lines(t, db, query, args...), "\n")
}

// exported is an entity in the json format.
type exported struct {
	Address, Kind, Key, Name string
	Fields                   map[string]any
	Links                    []struct {
		Relation, To string
		Evidence     []json.RawMessage
	}
	Statements, Facts []struct{ Evidence []json.RawMessage }
}

// TestTheTablesHoldWhatJSONHolds compares the database with the json export, including a
// base whose kinds, fields and values contain SQL syntax.
func TestTheTablesHoldWhatJSONHolds(t *testing.T) {
	bases := map[string]*kb.KB{"built-in": kbtest.BuiltIn(t), "odd": kbtest.Read(t, odd)}
	for seed := range uint64(kbtest.Rounds(16)) {
		text, _ := kbtest.RandomLinks(rand.New(rand.NewPCG(seed, 1)), []string{"a/a", "a/b", "b/c", "source/s", "source/t"}, func() int { return 12 })
		bases[fmt.Sprint("random ", seed)] = kbtest.Read(t, text)
	}
	for name, k := range bases {
		t.Run(name, func(t *testing.T) { compare(t, k) })
	}
}

const odd = `
[links."select"]
name = 'A "quoted" name; DROP TABLE links'
Name = "other case"
id = "007"
hex = 0xff
ratio = 1e3
nothing = nan
yes = true
list = [1, "two", 3.5, true]
nested = [[1, 2], { a = 1 }]
text = "é 東京 \u0000 \u202e"
"sqlite_x y" = "'"
[sqlite_master.a]
name = "Reserved"
to = "links/select"
[Links.b]
to = "sqlite_master/a"
[entities.c]
name = "Entities"
to = ["links/select", "Links/b"]
`

func compare(t *testing.T, k *kb.KB) {
	var b bytes.Buffer
	if err := export.JSONL(&b, export.Selection{KB: k, Lang: "en", Entities: k.Entities}); err != nil {
		t.Fatal(err)
	}
	db := written(t, k, k.Entities)
	if problems := one(t, db, "PRAGMA integrity_check") + one(t, db, "PRAGMA foreign_key_check"); problems != "ok" {
		t.Fatal(problems)
	}
	tables := make(map[string]string)
	for _, line := range lines(t, db, "SELECT kind, table_name FROM kinds") {
		kind, name, _ := strings.Cut(line, "|")
		tables[kind] = `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
	}
	links, evidence, entities := 0, 0, 0
	for line := range strings.Lines(b.String()) {
		var e exported
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		entities++
		if got := one(t, db, "SELECT e.name, k.key FROM entities e JOIN "+tables[e.Kind]+" k ON k.id = e.id WHERE e.address = ?", e.Address); got != e.Name+"|"+e.Key {
			t.Errorf("%s: %q", e.Address, got)
		}
		for _, l := range e.Links {
			links++
			if got := one(t, db, `SELECT count(*) FROM connections WHERE "from" = ? AND relation = ? AND "to" = ?`, e.Address, l.Relation, l.To); got == "0" {
				t.Errorf("%s does not lead to %s by %s", e.Address, l.To, l.Relation)
			}
		}
		for _, of := range append(e.Statements, e.Facts...) {
			evidence += len(of.Evidence)
		}
	}
	if got, want := one(t, db, "SELECT count(*) FROM entities")+"|"+one(t, db, "SELECT count(*) FROM links"), fmt.Sprint(entities, "|", links); got != want {
		t.Errorf("%s entities and links, not %s", got, want)
	}
	if got := one(t, db, "SELECT count(*) FROM evidence WHERE link_id IS NULL"); got != fmt.Sprint(evidence) {
		t.Errorf("%s sources of statements and facts, not %d", got, evidence)
	}
}

func TestValuesAreStoredAsTheyAre(t *testing.T) {
	k := kbtest.Read(t, odd)
	db := written(t, k, k.Entities)
	name := one(t, db, "SELECT table_name FROM kinds WHERE kind = 'links'")
	for column, want := range map[string]string{
		"name": `A "quoted" name; DROP TABLE links`, "Name_2": "other case", "id_2": "007", "hex": "255",
		"ratio": "1000", "nothing": "nan", "yes": "1", "list": `[1,"two",3.5,true]`, "text": "é 東京 \x00 \u202e", "_sqlite_x y": "'",
	} {
		if got := one(t, db, `SELECT "`+column+`" FROM "`+name+`" WHERE key = 'select'`); got != want {
			t.Errorf("%s is %q, not %q", column, got, want)
		}
	}
	if got := one(t, db, `SELECT typeof(id_2) || typeof(hex) || typeof(ratio) FROM "`+name+`"  WHERE key = 'select'`); got != "textintegerreal" {
		t.Error(got)
	}
}

func TestWordsAreFoundWithoutAccents(t *testing.T) {
	k := kbtest.Read(t, "[city.a]\nname = \"Fès\"\naliases = [\"Fez\"]\nbody = \"A cybersécurité hub\"\n[city.b]\nname = \"Rabat\"\n")
	db := written(t, k, k.Entities)
	for _, word := range []string{"fes", "FEZ", "cybersecurite"} {
		if got := one(t, db, "SELECT e.address FROM words w JOIN entities e ON e.id = w.rowid WHERE words MATCH ?", word); got != "city/a" {
			t.Errorf("%s finds %q", word, got)
		}
	}
}

// Entities outside the selection have no rows, and links to them are omitted.
func TestASelectionIsADatabaseOfItsOwn(t *testing.T) {
	k := kbtest.BuiltIn(t)
	db := written(t, k, k.Kind("company").Entities)
	if got := one(t, db, "PRAGMA foreign_key_check"); got != "" {
		t.Error(got)
	}
	if got := one(t, db, "SELECT group_concat(kind) FROM kinds"); got != "company" {
		t.Errorf("tables of %s", got)
	}
	if got := one(t, db, "SELECT headquarters FROM company WHERE key = 'oracle'"); got != `["austin","redwood-city"]` {
		t.Errorf("Oracle's seat is %q", got)
	}
}

func TestAKindOfMoreFieldsThanSQLiteHasColumns(t *testing.T) {
	var text strings.Builder
	text.WriteString("[wide.a]\n")
	for i := range 2500 {
		fmt.Fprintf(&text, "f%d = %d\n", i, i)
	}
	k := kbtest.Read(t, text.String())
	db := written(t, k, k.Entities)
	if got := one(t, db, "SELECT f0 FROM wide") + one(t, db, "SELECT value FROM statements WHERE field = 'f2499'"); got != "02499" {
		t.Error(got)
	}
}
