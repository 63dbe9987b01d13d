package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// folder keeps the files of a folder that is written.
type folder map[string]string

func (f folder) create(name string, write func(io.Writer) error) error {
	var b bytes.Buffer
	err := write(&b)
	f[name] = b.String()
	return err
}

func rows(t *testing.T, text string, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	all, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return all
}

const shipping = `[kb]
format = 1
[relations.calls]
to = "port"
[relations.near]
[ship.ada]
name = { en = "Ada", fr = "L’Ada" }
aliases = ["A1", "A;2"]
calls = ["north", "south"]
near = ["port/north", "ship/bob"]
length = 0x10
crew = [1, 2]
hull = { beam = 3.5, dry = true }
note = "=1+1"
key = "other"
[ship.bob]
name = "Bob"
note = -5
[port.north]
name = "North"
[port.south]
`

func TestTablesOfKinds(t *testing.T) {
	f := folder{}
	k := kbtest.Read(t, shipping)
	report := export.Report{}
	if err := export.CSVFolder(f.create, export.Selection{KB: k, Lang: "fr", Entities: k.Entities, Report: &report}); err != nil {
		t.Fatal(err)
	}
	ships, ports := rows(t, f["ship.csv"], ','), rows(t, f["port.csv"], ',')
	if len(f) != 2 || len(ships) != 3 || len(ports) != 3 {
		t.Fatal(f)
	}
	got := fmt.Sprintf("%q", ships[:2])
	for i, title := range ships[0] {
		if want, ok := map[string]string{
			"key": "ada", "name": "L’Ada", "aliases": `A1;"A;2"`, "calls": "north;south", "calls.name": "North;south",
			"near": "port/north;ship/bob", "near.name": "North;Bob", "length": "16", "crew": "1;2", "note": "=1+1", "key_2": "other",
		}[title]; ok && ships[1][i] != want {
			t.Errorf("%s: %q, not %q\n%s", title, ships[1][i], want, got)
		}
	}
	if report.Formulas != 1 {
		t.Errorf("%d formulas", report.Formulas)
	}
	var one, several bytes.Buffer
	if err := export.CSVTable(&one, export.Selection{KB: k, Lang: "fr", Entities: k.Kind("ship").Entities}); err != nil || one.String() != f["ship.csv"] {
		t.Errorf("%v\n%s", err, one.String())
	}
	if err := export.CSVTable(&several, export.Selection{KB: k, Entities: k.Entities}); !errors.Is(err, export.ErrSeveralKinds) || several.Len() > 0 {
		t.Errorf("%v\n%s", err, several.String())
	}
	guarded := folder{}
	if err := export.TSVFolder(guarded.create, export.Selection{KB: k, Entities: k.Entities[:2], GuardFormulas: true}); err != nil {
		t.Fatal(err)
	}
	if text := guarded["ship.tsv"]; len(guarded) != 1 || !strings.Contains(text, "\t'=1+1") || !strings.Contains(text, "\t-5") {
		t.Error(guarded)
	}
}

// TestValuesSurviveTables sends hostile and multilingual texts through tables of one and
// of several values.
func TestValuesSurviveTables(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 1))
	pieces := []string{";", `"`, `""`, ",", "\n", "\r\n", "\t", " ", "'", "é", "أ", "東京", "\u202e", "\x1b[31m", "=", "\\", "x"}
	for range 300 {
		values := make([]string, 1+r.IntN(4))
		var written []string
		for i := range values {
			for range r.IntN(5) {
				values[i] += pieces[r.IntN(len(pieces))]
			}
			written = append(written, quoted(values[i]))
		}
		k := kbtest.Read(t, "[thing.x]\nname = 'X'\nvalue = ["+strings.Join(written, ", ")+"]\n")
		f := folder{}
		if err := export.CSVFolder(f.create, export.Selection{KB: k, Entities: k.Entities}); err != nil {
			t.Fatal(err)
		}
		table := rows(t, f["thing.csv"], ',')
		got := []string{table[1][len(table[1])-1]}
		if len(values) > 1 {
			got = rows(t, got[0], ';')[0]
		}
		if fmt.Sprintf("%q", got) != strings.ReplaceAll(fmt.Sprintf("%q", values), `\r\n`, `\n`) {
			t.Fatalf("%q became %q in\n%s", values, got, f["thing.csv"])
		}
	}
}

// quoted writes a text as a TOML string.
func quoted(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, `\U%08x`, r)
	}
	return `"` + b.String() + `"`
}

func TestNamesOfFilesSuitEverySystem(t *testing.T) {
	k := kbtest.Read(t, "['a/b'.x]\nn = 1\n['a:b'.x]\nn = 1\n['A_B'.x]\nn = 1\n[CON.x]\nn = 1\n['..'.x]\nn = 1\n['"+strings.Repeat("é", 200)+"'.x]\nn = 1\n")
	f := folder{}
	var all []*kb.Entity
	all = append(all, k.Entities...)
	if err := export.CSVFolder(f.create, export.Selection{KB: k, Entities: all}); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for name := range f {
		if strings.ContainsAny(name, `/\:`) || len(name) > 255 || seen[strings.ToLower(name)] || strings.HasPrefix(name, "..") {
			t.Errorf("%q", name)
		}
		seen[strings.ToLower(name)] = true
	}
	if len(f) != len(k.Kinds) || !seen["con_.csv"] {
		t.Errorf("%d files of %d kinds: %v", len(f), len(k.Kinds), seen)
	}
}
