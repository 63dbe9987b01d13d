package change

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/kbtest"
)

func TestVersionsThatMayNotBeMeant(t *testing.T) {
	const text = "[company.oracle]\nname = \"Oracle\"\n\n[city.austin]\nname = \"Austin\"\n"
	for _, c := range []struct{ name, before, now, want string }{
		{"the same", text, text, ""},
		{"a change", text, strings.Replace(text, "Oracle", "Oracle Corp.", 1), ""},
		{"a table less at the beginning", text, text[strings.Index(text, "[city"):], ""},
		{"empty", text, "", "b.toml: shorter"},
		{"blank", text, " \n", "b.toml: shorter"},
		{"its end is lost between two lines", text, text[:strings.Index(text, "[city")], "b.toml: shorter"},
		{"its end is lost in a comment", text + "# so it is\n", text + "# so", "b.toml: shorter"},
		{"changed, and its end lost", text, "[company.zeta]\nname = \"Zeta\"", "b.toml: shorter"},
		{"changed, and its last table lost", text, "[company.oracle]\nname = \"Oracle Corp.\"\n", "b.toml: shorter"},
		{"its last line changed", text, strings.Replace(text, "Austin", "A", 1), ""},
		{"a table less in the midst", text + "[city.fes]\n", strings.Replace(text, "[city.austin]\nname = \"Austin\"\n", "", 1) + "[city.fes]\n", ""},
		{"it never ended in a newline", strings.TrimSpace(text), strings.TrimSpace(strings.Replace(text, "Austin", "A", 1)), ""},
		{"a value is missing", text, strings.Replace(text, `"Oracle"`, "", 1), "b.toml: syntax 2"},
		{"in the midst of a value", text, text[:len(text)-4], "b.toml: syntax 5"},
		{"broken before", "[company.oracle\n", "[company.oracle", ""},
		{"mended", "[company.oracle\n", text, ""},
		{"empty before", "", text, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			other := "[city.dallas]\nname = \"Dallas\"\n"
			before := kbtest.ReadFiles(t, map[string]string{"a.toml": other, "b.toml": c.before})
			now := kbtest.ReadFiles(t, map[string]string{"a.toml": strings.ToUpper(other[:1]) + other[1:], "b.toml": c.now})
			var got []string
			for _, d := range Doubts(before, now) {
				why := "shorter"
				if d.Finding != nil {
					why = fmt.Sprintf("%s %d", d.Finding.Code, d.Finding.Position.Line)
				}
				got = append(got, d.File.Path+": "+why)
			}
			if all := strings.Join(got, ", "); all != c.want {
				t.Errorf("%q", all)
			}
		})
	}
	gone := kbtest.ReadFiles(t, map[string]string{"a.toml": text})
	if all := Doubts(kbtest.ReadFiles(t, map[string]string{"a.toml": text, "b.toml": ""}), gone); len(all) > 0 {
		t.Errorf("a file that is gone is doubted: %v", all)
	}
}
