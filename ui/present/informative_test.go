package present_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich/richtest"
)

// columnsOf returns the fields of the default columns of a kind, after the name.
func columnsOf(v present.Voice, kind string) string {
	var out []string
	for _, c := range v.Columns(v.KB.Kind(kind))[1:] {
		out = append(out, c.Field)
	}
	return strings.Join(out, " ")
}

// TestTheFolderOfAFileIsAColumnWhereItDistinguishes has more telling fields than a
// line has room for.
func TestTheFolderOfAFileIsAColumnWhereItDistinguishes(t *testing.T) {
	files, flat := make(map[string]string), make(map[string]string)
	for i := range 12 {
		text := fmt.Sprintf("size = %d\nowner = \"owner %d\"\nlicence = \"licence %d\"\nformat = \"format %d\"\nauthor = \"author %d\"\nadded = 2024-01-%02d\n", i*7, i%4, i%3, i%5, i%6, i+1)
		files[fmt.Sprintf("assets/%s/a%d.toml", []string{"ui", "audio", "maps"}[i%3], i)] = text
		flat[fmt.Sprintf("assets/only/a%d.toml", i)] = text
	}
	for _, lang := range []string{"en", "fr"} {
		v := present.NewVoice(kbtest.ReadFiles(t, files), lang)
		if got := columnsOf(v, "assets"); !strings.HasPrefix(got, "folder ") || len(strings.Fields(got)) < 4 {
			t.Errorf("the columns are %s", got)
		}
	}
	v := present.NewVoice(kbtest.ReadFiles(t, flat), "en")
	for _, kind := range v.KB.Kinds {
		if got := columnsOf(v, kind.Name); strings.Contains(got, "folder") {
			t.Errorf("the columns of %s are %s: all files are in one folder", kind.Name, got)
		}
	}
}

// TestAPlainValueIsShownBesideItsName lists values of every length.
func TestAPlainValueIsShownBesideItsName(t *testing.T) {
	for _, values := range [][2]string{{"1.9.0", "4.12"}, {"same", "same"}, {"https://one.example/a", "https://two.example/b"}, {strings.Repeat("long text ", 20), "short"}} {
		k := kbtest.Read(t, fmt.Sprintf("[versions.kot]\nvalue = %q\n[versions.net]\nvalue = %q\n", values[0], values[1]))
		v := present.NewVoice(k, "en")
		if got := columnsOf(v, "versions"); got != "value" {
			t.Errorf("the columns of %q are %q", values, got)
		}
		subtitle := strings.TrimSpace(richtest.Text(detail.Of(v, k.Lookup("versions/net"), 80).Lines[1:2]))
		if want := "Versions · " + values[1]; len(values[1]) <= 32 && subtitle != want {
			t.Errorf("the subtitle is %q, not %q", subtitle, want)
		}
	}
}

func TestThePlainValuesAmongTablesAreAColumn(t *testing.T) {
	text := "[libraries.plain]\nvalue = \"org.example:plain\"\n"
	for i := range 5 {
		text += fmt.Sprintf("[libraries.l%d]\nmodule = \"org.example:l%d\"\nversion = \"1.%d\"\nscope = \"scope %d\"\ngroup = \"g%d\"\nstage = \"s%d\"\n", i, i, i, i%2, i, i)
	}
	text += "[libraries.other]\nvalue = \"org.example:other\"\n"
	v := present.NewVoice(kbtest.Read(t, text), "en")
	if got := columnsOf(v, "libraries"); !strings.HasPrefix(got, "value ") {
		t.Errorf("the columns are %s", got)
	}
}

// TestAColumnThatRepeatsTheNamesIsLeftOut has the names in a table of each file.
func TestAColumnThatRepeatsTheNamesIsLeftOut(t *testing.T) {
	files := make(map[string]string)
	for i := range 6 {
		files[fmt.Sprintf("rules/r%d.toml", i)] = fmt.Sprintf("[rule]\nname = \"Rule %d\"\nseverity = \"s%d\"\nscore = %d\n", i, i%2, i)
	}
	v := present.NewVoice(kbtest.ReadFiles(t, files), "en")
	if got := columnsOf(v, "rules"); got != "rule.severity rule.score" {
		t.Errorf("the columns are %s", got)
	}
}

// TestALongFieldIsAColumnWhereNoneIsShort has grammars of which each has an address.
func TestALongFieldIsAColumnWhereNoneIsShort(t *testing.T) {
	var text strings.Builder
	for i := range 6 {
		fmt.Fprintf(&text, "[grammar.g%d]\nsource.git = 'https://code.example.org/grammars/grammar-%d'\n", i, i)
	}
	v := present.NewVoice(kbtest.Read(t, text.String()), "en")
	if got := columnsOf(v, "grammar"); got != "source.git" {
		t.Errorf("the columns are %q", got)
	}
}

// TestTheColumnsOfManyFieldsAreKnownAtOnce has kinds of up to 40,000 fields.
func TestTheColumnsOfManyFieldsAreKnownAtOnce(t *testing.T) {
	const fields = 20_000
	all := map[int]*kb.KB{}
	for _, n := range []int{fields, fields / 8} {
		var text strings.Builder
		for entity := range 3 {
			fmt.Fprintf(&text, "[settings.s%d]\n", entity)
			for i := range n {
				fmt.Fprintf(&text, "f%d = %d\ng%d = \"text %d\"\n", i, i+entity, i, (entity+i)%3%2)
			}
		}
		all[n] = kbtest.Read(t, text.String())
	}
	var columns []present.Column
	kbtest.NotSquare(t, fields, func(n int) {
		v := present.NewVoice(all[n], "en")
		columns = v.AllColumns(v.KB.Kind("settings"))
		v.Columns(v.KB.Kind("settings"))
	})
	for _, c := range columns[1:] {
		if want := strings.HasPrefix(c.Field, "f"); c.Numeric != want {
			t.Fatalf("%s is numeric: %v", c.Field, c.Numeric)
		}
	}
	if len(columns) != 2*fields+1 {
		t.Errorf("there are %d columns", len(columns))
	}
}

// TestColumnsTellTheMost: of a collection of rules, the severity and the type rather
// than what is almost the same everywhere or follows from another column.
func TestColumnsTellTheMost(t *testing.T) {
	files := make(map[string]string)
	for i := range 24 {
		severity := i * 7 % 4
		kind := i * 5 % 3
		files[fmt.Sprintf("rules/%s/r%d.toml", []string{"windows", "linux"}[i%2], i)] = fmt.Sprintf(`
[rule]
name = "Rule %d"
integration = "endpoint, %s"
from = "now-%dm"
language = "%s"
license = "Free"
risk = "%d"
severity = "%s"
rule_id = "b1c9f0d4-0000-4000-8000-0000000000%02d"
type = "%s"
`, i, []string{"windows", "linux"}[i%2], 9-3*(i/20), []string{"eql", "kuery", "kuery"}[kind], []int{21, 47, 73, 99}[severity],
			[]string{"low", "medium", "high", "critical"}[severity], i, []string{"sequence", "query", "threshold"}[kind])
	}
	v := present.NewVoice(kbtest.ReadFiles(t, files), "en")
	if got := columnsOf(v, "rules"); !strings.Contains(got, "rule.type") || strings.Contains(got, "integration") || strings.Contains(got, "language") ||
		strings.Contains(got, "rule.risk") == strings.Contains(got, "rule.severity") {
		t.Errorf("the columns are %s", got)
	}
}

// TestALinkIsAColumnWhereNothingElseTells checks that a list of entities without short
// values shows a relation as a column.
func TestALinkIsAColumnWhereNothingElseTells(t *testing.T) {
	v := present.NewVoice(kbtest.Read(t, "[crate.cli]\nname = \"cli\"\nneeds = [\"core\"]\nworkspace = true\n[crate.core]\nname = \"core\"\nworkspace = true\n"), "en")
	if got := columnsOf(v, "crate"); got != "needs" {
		t.Errorf("the columns are %q", got)
	}
}
