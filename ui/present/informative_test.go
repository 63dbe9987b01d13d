package present_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

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

// TestTheColumnsOfManyFieldsAreKnownAtOnce has a kind of 20,000 fields: the time must
// not grow with the square of their number.
func TestTheColumnsOfManyFieldsAreKnownAtOnce(t *testing.T) {
	var text strings.Builder
	text.WriteString("[settings.all]\n")
	const fields = 20_000
	for i := range fields {
		fmt.Fprintf(&text, "f%d = %d\ng%d = \"text\"\n", i, i, i)
	}
	v := present.NewVoice(kbtest.Read(t, text.String()), "en")
	began := time.Now()
	columns := v.AllColumns(v.KB.Kind("settings"))
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("%d columns take %v", len(columns), took)
	}
	for _, c := range columns[1:] {
		if want := strings.HasPrefix(c.Field, "f"); c.Numeric != want {
			t.Fatalf("%s is numeric: %v", c.Field, c.Numeric)
		}
	}
	if len(columns) != 2*fields+1 {
		t.Errorf("there are %d columns", len(columns))
	}
}
