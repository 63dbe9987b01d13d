package cli_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestATableIsImportedIntoAFolderOrAFile(t *testing.T) {
	table := write(t, "ships.csv", "id,name\na,Anna\nb,Bob\n")
	dir := t.TempDir()
	base, file := filepath.Join(dir, "base"), filepath.Join(dir, "one.toml")
	run(t, "import", table, "--dry-run", "-o", base).exits(0).prints("[ships.a]", "(key)")
	if _, err := os.Stat(base); err == nil {
		t.Error("--dry-run writes")
	}
	run(t, "import", table, "-o", base).exits(0).prints("2 entities", "Written: ")
	run(t, "check", base).exits(0).prints("No problems")
	run(t, "show", "ships/a", "--kb", base).exits(0).prints("Anna", "ships.csv", "line 2")
	run(t, "import", table, "-o", base).exits(4).complains("base: it already exists", "--force")
	run(t, "import", table, "-o", base, "--force", "--kind", "boat").exits(0)
	run(t, "import", table, "-o", file).exits(0)
	run(t, "list", "ships", "--kb", file).exits(0).prints("Anna", "Bob")
	run(t, "import", table, "-o", filepath.Join(dir, "none", "x")).exits(4)
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != 2 {
		t.Errorf("%v %v", names, err)
	}
}

func TestSourcesOfEarlierImportsStay(t *testing.T) {
	base := filepath.Join(t.TempDir(), "base")
	run(t, "import", write(t, "ships.csv", "id,name\na,Anna\n"), "-o", base).exits(0)
	run(t, "import", write(t, "ports.csv", "id,name\np,Paimpol\n"), "-o", base, "--force").exits(0)
	run(t, "import", write(t, "ships.csv", "id,name\na,Anne\n"), "-o", base, "--force").exits(0)
	run(t, "check", base).exits(0).prints("No problems")
	run(t, "show", "ships/a", "--kb", base).exits(0).prints("Anne", "ships.csv")
	run(t, "show", "ports/p", "--kb", base).exits(0).prints("Paimpol", "ports.csv")
	text, err := os.ReadFile(filepath.Join(base, "source.toml"))
	if err != nil || strings.Count(string(text), "[source.") != 2 {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestImportSaysWhatIsWrong(t *testing.T) {
	run(t, "import").exits(2).complains("import needs the path")
	run(t, "import", "", "--dry-run").exits(2).complains("the path is empty")
	run(t, "import", "x.csv", "", "--dry-run").exits(2).complains("the path is empty")
	run(t, "import", write(t, "x.csv", "a\n1\n")).exits(2).complains("--output, or --dry-run")
	run(t, "import", write(t, "x.csv", "a\n1\n"), "-o", "x.json").exits(2).complains(".toml")
	run(t, "import", write(t, "x.csv", "a\n1\n"), "-o", "").exits(2).complains("the path is empty")
	run(t, "import", write(t, "x.csv", ""), "--dry-run").exits(3).complains("x.csv: there is no header row")
	run(t, "import", write(t, "x.json", "{"), "--dry-run").exits(3).complains("x.json:1: invalid JSON")
	run(t, "import", t.TempDir(), "--dry-run").exits(3).complains("nothing to import")
	folder := filepath.Dir(write(t, "x.csv", "a\n1\n"))
	for name, text := range map[string]string{"y.json": "nothing", "photo.jpg": "", ".hidden.csv": "a\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, "import", folder, "--dry-run").exits(0).prints("y.json:1: could not be read: not JSON", "files not imported: 1 (first: photo.jpg)")
}

func TestTheStandardInputIsImported(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no /dev/stdin")
	}
	for text, want := range map[string]string{"a;b\n1;2\n": "[stdin.", `[{"name":"Anna"}]`: "[stdin.anna]", "{\"id\":\"x\"}\n{\"id\":\"y\"}\n": "[stdin.x]"} {
		cmd := program("import", "-", "-o", "-")
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.Output()
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("%s: %v\n%s", text, err, out)
		}
	}
}

func TestImportKeepsTheManifestAndTablesOfAPerson(t *testing.T) {
	dir := t.TempDir()
	ships, ports := write(t, "ships.csv", "id,name,port\na,Anna,p\nb,Bob,q\nc,Cyd,p\n"), write(t, "ports.csv", "id,name\np,Paimpol\nq,Quimper\n")
	base, file := filepath.Join(dir, "base"), filepath.Join(dir, "one.toml")
	is := func(path, want string) {
		t.Helper()
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s is %v\n%s\nnot\n%s", path, err, got, want)
		}
	}

	run(t, "import", ships, "-o", file).exits(0)
	fewer := write(t, "ships.csv", "id,name,port\na,Anna,p\nd,Dora,q\n")
	run(t, "import", fewer, "-o", file, "--force").exits(0).prints("3 entities replaced")
	run(t, "list", "ships", "--kb", file).exits(0).prints("Anna", "Dora").misses("Bob")
	text, _ := os.ReadFile(file)
	mine := string(text) + "\n[ships.mine]\nname = \"Mine\"\n\n[kinds.ships]\nlabel = \"Fleet\"\n"
	if err := os.WriteFile(file, []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "import", ships, "-o", file, "--force").exits(4).complains("2 tables that this import did not write, such as ships/mine", "--replace")
	run(t, "import", ports, "-o", file, "--force").exits(4).complains("tables that this import did not write")
	is(file, mine)
	run(t, "import", ships, "-o", file, "--force", "--replace").exits(0).prints("2 entities replaced")
	run(t, "list", "ships", "--kb", file).exits(0).prints("Cyd").misses("Mine")

	manifest := "# mine\n[kb]\nformat = 1\ntitle = \"Fleet\"\n\n[relations.port]\nfrom = \"boats\" # so far\n"
	if err := os.Mkdir(base, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(base, "kb.toml"), []byte(manifest), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "import", ships, ports, "-o", base, "--force").exits(0)
	is(filepath.Join(base, "kb.toml"), manifest)
}

// TestExportsComeBackWithTheirCounts exports the built-in base and one with a body to folders
// of tables and notes, imports them, and compares the numbers of entities and sources.
func TestExportsComeBackWithTheirCounts(t *testing.T) {
	small := write(t, "small.toml", "[kb]\nformat = 1\n[relations.near]\n[town.a]\nname = \"A\"\ntags = [\"x\"]\nsummary = \"s\"\nbody = \"# Heading\\n\\nSee [[b]].\"\nsource = \"s\"\n[town.b]\nnear = [\"a\", \"ship/x\"]\nin.depth = 3\n[ship.x]\naddress = \"quay\"\n[source.s]\nname = \"S\"\n")
	type counts struct{ Entities, Links, Sources int }
	count := func(base string) (c counts) {
		args := []string{"overview", "--json"}
		if base != "" {
			args = append(args, "--kb", base)
		}
		run(t, args...).exits(0).decode(&c)
		return c
	}
	for _, base := range []string{small, ""} {
		for _, format := range []string{"markdown", "csv", "json", "jsonl"} {
			out, back := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "back")
			if format == "json" || format == "jsonl" {
				out += "." + format
			}
			args := []string{"export", "--format", format, "-o", out}
			if base != "" {
				args = append(args, "--kb", base)
			}
			run(t, args...).exits(0)
			run(t, "import", out, "-o", back).exits(0)
			run(t, "check", back, "--quiet").keepsQuietOf("error:")
			was, is := count(base), count(back)
			if base == "" && !strings.HasPrefix(format, "json") { // they do not carry facts, nor the links that these make
				was.Links, is.Links = 0, 0
			}
			if was != is {
				t.Errorf("%s: %+v becomes %+v", format, was, is)
			}
		}
	}
}
