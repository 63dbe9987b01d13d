package importer_test

import (
	"testing"

	"rihla/model/importer"
)

func TestTablesThatAreNotWrittenAnewAreKept(t *testing.T) {
	old := "# mine\n[source.a-csv]\nname = \"a.csv\"\nbody = \"\"\"\n[source.b-csv]\n\"\"\"\n\n# of Bob\n[source.\"b-csv\"]\nname = \"b.csv\"\n[source.b-csv.more]\nx = 1\n\n[source.c-csv]\nname = \"c.csv\""
	anew := "[source.b-csv]\nname = \"new b\"\n\n[source.d-csv]\nname = \"d.csv\"\n"
	want := "# mine\n[source.a-csv]\nname = \"a.csv\"\nbody = \"\"\"\n[source.b-csv]\n\"\"\"\n\n# of Bob\n[source.b-csv]\nname = \"new b\"\n\n[source.c-csv]\nname = \"c.csv\"\n\n[source.d-csv]\nname = \"d.csv\"\n"
	if got := string(importer.Keep([]byte(old), []byte(anew))); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := string(importer.Keep([]byte(want), []byte(anew))); got != want {
		t.Errorf("kept twice:\n%s", got)
	}
	for _, empty := range []string{"", "\n"} {
		if got := string(importer.Keep([]byte(empty), []byte(anew))); got != anew {
			t.Errorf("%q: %q", empty, got)
		}
	}
}
