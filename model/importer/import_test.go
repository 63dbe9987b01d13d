package importer_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/importer"
	"rihla/model/kb"
)

// read imports files, given as pairs of name and text.
func read(t testing.TB, o importer.Options, pairs ...string) *importer.Import {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for n := 0; n < len(pairs); n += 2 {
		path := filepath.Join(dir, pairs[n])
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(pairs[n+1]), 0o600); err != nil {
			t.Fatal(err)
		}
		if at := strings.IndexByte(pairs[n], '/'); at >= 0 {
			path = filepath.Join(dir, pairs[n][:at])
		}
		if len(paths) == 0 || paths[len(paths)-1] != path {
			paths = append(paths, path)
		}
	}
	i, err := importer.Read(t.Context(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := i.Judge(t.Context()); err != nil {
		t.Fatal(err)
	}
	isSound(t, i)
	return i
}

// isSound checks that the reader infers the imported entities without problems.
func isSound(t testing.TB, i *importer.Import) {
	t.Helper()
	want := i.Count()
	for _, k := range i.Kinds {
		for _, e := range k.Entities {
			if i.KB.Lookup(kb.NewAddress(k.Name, e.Key)) == nil {
				t.Errorf("%s/%s is not read", k.Name, e.Key)
			}
		}
	}
	if got := len(i.KB.Entities); got < want {
		t.Errorf("%d entities are read of %d", got, want)
	}
	err := check.Each(context.Background(), i.KB, func(f kb.Finding) bool {
		if f.Severity() == kb.Error {
			t.Errorf("%s: %s", f.Position, f.Problem)
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	if t.Failed() {
		for _, f := range i.Files() {
			t.Logf("%s:\n%.3000s", f.Name, f.Text)
		}
	}
}

func text(i *importer.Import) string {
	var b strings.Builder
	for _, f := range i.Files() {
		b.WriteString("# " + f.Name + "\n" + string(f.Text))
	}
	return b.String()
}

func findings(i *importer.Import) string {
	var b strings.Builder
	for _, f := range i.Findings {
		b.WriteString(kb.Position{File: f.File, Line: f.Line, Column: 1}.String() + " " + f.Says.String() + "\n")
	}
	return b.String()
}

const french = "Code;Nom;Ville;Création;Effectif;CA (M€);Téléphone;Mots-clés;Note\r\n" +
	"E01;Société Générale;paris;31/12/2001;1200;3,5;0612345678;banque; \r\n" +
	"E02;Café d’Été;lyon;01/02/2010;12;0,25;0612345679;\"hôtel;café\";\"deux\nlignes \"\"ici\"\"\"\r\n" +
	";;;;;;;;\r\n" +
	"E03;Acme, SA;Marseille;15/03/1999;7;12,75;0033612345;\"café;banque\";007\r\n"

const towns = "id,name,lat,lon\nparis,Paris,48.8566,2.3522\nlyon,Lyon,45.76,4.83\nmarseille,Marseille,43.3,5.37\n"

func TestASpreadsheetBecomesTOML(t *testing.T) {
	i := read(t, importer.Options{Day: "2026-11-29"}, "entreprises.csv", "\ufeff"+french, "ville.csv", towns)
	want := `# entreprises.toml
[entreprises.E01]
nom       = "Société Générale"
ville     = "paris"
creation  = 2001-12-31
effectif  = 1200
ca_m      = 3.5
telephone = "0612345678"
mots_cles = ["banque"]
note      = " "
source    = { to = "entreprises-csv", locator = "line 2" }

[entreprises.E02]
nom       = "Café d’Été"
ville     = "lyon"
creation  = 2010-02-01
effectif  = 12
ca_m      = 0.25
telephone = "0612345679"
mots_cles = ["hôtel", "café"]
note      = """
deux
lignes "ici\""""
source    = { to = "entreprises-csv", locator = "line 3" }

[entreprises.E03]
nom       = "Acme, SA"
ville     = "Marseille"
creation  = 1999-03-15
effectif  = 7
ca_m      = 12.75
telephone = "0033612345"
mots_cles = ["café", "banque"]
note      = "007"
source    = { to = "entreprises-csv", locator = "line 6" }
# ville.toml
[ville.paris]
name   = "Paris"
lat    = 48.8566
lon    = 2.3522
source = { to = "ville-csv", locator = "line 2" }

[ville.lyon]
name   = "Lyon"
lat    = 45.76
lon    = 4.83
source = { to = "ville-csv", locator = "line 3" }

[ville.marseille]
name   = "Marseille"
lat    = 43.3
lon    = 5.37
source = { to = "ville-csv", locator = "line 4" }
# source.toml
[source.entreprises-csv]
name     = "entreprises.csv"
accessed = 2026-11-29

[source.ville-csv]
name     = "ville.csv"
accessed = 2026-11-29
`
	if got := text(i); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	f := i.KB.Kind("entreprises").FindField("ville")
	if f == nil || f.Relation == nil || i.KB.LinkCount() != 3+6 {
		t.Errorf("%+v, %d links", f, i.KB.LinkCount())
	}
	if len(i.Findings) > 0 {
		t.Error(findings(i))
	}
}

func TestEncodingsAndDelimitersAreTold(t *testing.T) {
	want := text(read(t, importer.Options{}, "t.csv", french))
	wide := func(big bool, mark bool) string {
		var b strings.Builder
		text := french
		if mark {
			text = "\ufeff" + text
		}
		for _, r := range text {
			if big {
				b.Write([]byte{byte(r >> 8), byte(r)})
			} else {
				b.Write([]byte{byte(r), byte(r >> 8)})
			}
		}
		return b.String()
	}
	latin := strings.NewReplacer("é", "\xe9", "’", "\x92", "É", "\xc9", "€", "\x80", "ô", "\xf4").Replace(french)
	for name, as := range map[string]string{
		"mark": "\ufeff" + french, "utf-16": wide(false, true), "big": wide(true, true), "without mark": wide(false, false), "windows": latin,
		"unix": strings.ReplaceAll(french, "\r\n", "\n"),
	} {
		if got := text(read(t, importer.Options{}, "t.csv", as)); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	bars := read(t, importer.Options{}, "t.csv", "id|name\na|x, y; z\n")
	if got := text(bars); !strings.Contains(got, `name   = "x, y; z"`) {
		t.Error(got)
	}
	excel := read(t, importer.Options{}, "t.csv", "sep=;\n"+french)
	if got := strings.ReplaceAll(text(excel), "line 3", "line 2"); !strings.HasPrefix(got, want[:200]) {
		t.Errorf("%s", got)
	}
	broken := read(t, importer.Options{}, "t.csv", "id,name\na,Zoë\nb,Caf\xe9\n")
	if got := findings(broken); got != "t.csv:3:1 bytes-repaired(1)\n" || !strings.Contains(text(broken), `"Caf�"`) {
		t.Errorf("%s%s", got, text(broken))
	}
	if got := read(t, importer.Options{}, "t.csv", "id,name\ra,Anna\rb,Bob\r"); got.Count() != 2 {
		t.Error(text(got))
	}
}

func TestRowsThatDoNotFitAreSaidAndKept(t *testing.T) {
	i := read(t, importer.Options{}, "t.csv", "id,name,name\na,A,\"1\n2\"\nb\nc,C,3,4\n\nd,D,5,,\n")
	if got, want := findings(i), "t.csv:4:1 row-short(1, 3)\nt.csv:5:1 row-long(4, 3)\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := text(i); i.Count() != 4 || !strings.Contains(got, "column_4 = 4") || !strings.Contains(got, "name_2 ") || !strings.Contains(got, `locator = "line 7"`) {
		t.Error(got)
	}
	odd := read(t, importer.Options{}, "t.csv", "id,name\na,5\" disk\nb,B\n")
	if got := findings(odd); got != "t.csv:2:1 quotes-odd\n" || odd.Count() != 2 || !strings.Contains(text(odd), `5\" disk`) {
		t.Error(got, text(odd))
	}
	many := read(t, importer.Options{}, "t.csv", "id,name\n"+strings.Repeat("x\n", 100))
	if len(many.Findings) > 20 || many.More() != 90 || many.Count() != 100 {
		t.Error(len(many.Findings), many.More(), many.Count())
	}
}

func TestTypesOfColumns(t *testing.T) {
	for _, c := range []struct {
		cells string
		want  importer.Type
	}{
		{"1|2|-3", importer.Integer}, {"1|2|x", importer.Text}, {"007|1", importer.Text}, {"1|2.50", importer.Number}, {"-0|1", importer.Text},
		{"12345678|87654321", importer.Text}, {"1234567890123456", importer.Text}, {"+33 1|2", importer.Text}, {"1e5|2", importer.Text}, {".5|1", importer.Text},
		{"true|FALSE", importer.Boolean}, {"true|yes", importer.Text}, {"2024-02-11|2024-02-29", importer.Day}, {"2024-02-30", importer.Text},
		{"2024-02-11T10:00:00Z|2024-02-11 10:00:00.5+02:00", importer.Moment}, {"2024-02-11T10:00", importer.Text}, {"2024-02-11|2024", importer.Text},
		{"31/12/2024|01/02/2024", importer.DayFirst}, {"31.12.2024|01.02.2024", importer.DayFirst}, {"12/31/2024|02/01/2024", importer.MonthFirst},
		{"01/02/2024|03/04/2024", importer.Text}, {"31/12/2024|12/31/2024", importer.Text}, {"31/12/2024|31/02/2024", importer.Text},
		{"3,5|12", importer.DecimalComma}, {"1,234|5,678", importer.Text}, {"1,5|1.5", importer.Text},
	} {
		i := read(t, importer.Options{}, "t.csv", "name;x\n"+strings.ReplaceAll("n;"+c.cells, "|", "\nn;")+"\n")
		if got := i.Kinds[0].Columns[1].Type; got != c.want {
			t.Errorf("%s: %d, want %d\n%s", c.cells, got, c.want, text(i))
		}
	}
	phones := read(t, importer.Options{}, "t.csv", "name,phone,name_of\nA,12,1\n")
	if got := text(phones); !strings.Contains(got, `"12"`) {
		t.Error(got)
	}
}

func TestKeysAreChosen(t *testing.T) {
	for _, c := range []struct{ key, table, want string }{
		{"", "name,id\nA,x\nB,y\n", "x y"}, {"", "id,name\n1,A\n1,B\n", "a b"}, {"", "name\nA B\nÉa\n", "a-b ea"}, {"", "name\nA\na\nA\n", "a a-2 a-3"},
		{"", "things_id,other_id\n7,7\n8,7\n", "7 8"}, {"", "n\n1\n2\n", "1 2"}, {"code", "id,Code\n1,K\n2,L\n", "K L"}, {"name", "id,name\n1,K\n2,K\n", "K K-2"}, {"", "name\nA\na-2\nA\n", "a a-2 a-3"},
		{"", "x,y\n,\n\n,1\n", "1"},
	} {
		i := read(t, importer.Options{Key: c.key}, "things.csv", c.table)
		var keys []string
		for _, e := range i.Kinds[0].Entities {
			keys = append(keys, e.Key)
		}
		if got := strings.Join(keys, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.table, got, c.want)
		}
	}
	named := text(read(t, importer.Options{Key: "name"}, "things.csv", "id,name\n1,K\n2,K\n3,L\n"))
	if strings.Count(named, `name   = "K"`) != 2 || !strings.Contains(named, `name   = "L"`) || !strings.Contains(named, "[things.K-2]") {
		t.Error(named)
	}
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := importer.Read(t.Context(), []string{path}, importer.Options{Key: "c"}); err == nil || !strings.Contains(err.Error(), "no such column") {
		t.Error(err)
	}
}

func TestListsInCells(t *testing.T) {
	for _, c := range []struct{ cells, want string }{
		{"a;b|c|b;a", `["a", "b"]`}, {`"x;1";y|z`, `["x;1", "y"]`}, {"voir ceci; et cela|rien", `"voir ceci; et cela"`}, {"bug; idea|idea; bug", `["bug", "idea"]`}, {"1;2|3", "[1, 2]"},
	} {
		table := "name,x\n"
		for cell := range strings.SplitSeq(c.cells, "|") {
			table += `n,"` + strings.ReplaceAll(cell, `"`, `""`) + "\"\n"
		}
		if got := text(read(t, importer.Options{}, "t.csv", table)); !strings.Contains(got, " = "+c.want+"\n") {
			t.Errorf("%s: %s", c.cells, got)
		}
	}
	issues := read(t, importer.Options{}, "issues.csv", "number,title,labels,assignees\n12,Crash,\"bug,help wanted\",ann\n7,Docs,docs,\n")
	if got := text(issues); !strings.Contains(got, `labels    = ["bug", "help wanted"]`) || !strings.Contains(got, "[issues.12]") || !strings.Contains(got, `assignees = ["ann"]`) {
		t.Error(got)
	}
}
