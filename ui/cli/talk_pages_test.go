package cli_test

import (
	"strings"
	"testing"
)

// TestEveryPageIsSaidInLines asks for each page by the explorer's key and by its name.
func TestEveryPageIsSaidInLines(t *testing.T) {
	begin := []string{"company/oracle"}
	for _, page := range []struct {
		typed  []string
		before []string
		want   []string
	}{
		{[]string{"v g", "vg", "graph", "graphe"}, begin, []string{"Oracle, company", "based in: 1", "#1 Austin, city"}},
		{[]string{"vt", "timeline", "chronologie"}, begin, []string{"164 dates", "#1 1947 - founded"}},
		{[]string{"vm", "map"}, begin, []string{"based in: Austin", "Austin to #1 Nashville: 1,211\u00a0km"}},
		{[]string{"vm"}, nil, []string{"on the map", "#1 ", "from the previous"}},
		{[]string{"vx", "matrix"}, begin, []string{"Companies and Events", "#1 Cisco, 2 cells"}},
		{[]string{"vx theme"}, begin, []string{"Companies and Themes"}},
		{[]string{"vp rabat", "path city/rabat"}, begin, []string{"How Oracle and Rabat are connected", "#1 Training memorandum with Oracle"}},
		{[]string{"v l", "gaps"}, begin, []string{"Open questions, Companies", "Companies × Cities"}},
		{[]string{"v s", "suggest"}, begin, []string{"Suggestions: 21", "#1 Oracle names San Francisco"}},
		{[]string{"!", "problems", "erreurs"}, begin, []string{"No problems found.", "11 files"}},
		{[]string{"B", "brief"}, begin, []string{"Bottom line", "one origin", "[1]"}},
		{[]string{"i", "explain"}, begin, []string{"Kinds", "#1 agency, 11 entities"}},
		{[]string{"x"}, []string{"source/abj-2020-12"}, []string{"7 claims would have no source left"}},
		{[]string{"= 1 2", "compare 1 2"}, []string{"t", "2"}, []string{"2 side by side", "Oracle: #3 Austin", "Microsoft: #5 Redmond"}},
		{[]string{"="}, []string{"company/cisco", "m cisco", "company/oracle"}, []string{"2 side by side", "Cisco: #3 San Jose"}},
		{[]string{"m"}, []string{"t", "2", "m 1", "m 2", "m 1"}, []string{"Marked: 1", "#1 Microsoft"}},
		{[]string{"4"}, []string{"t", "2", "S"}, []string{"#1 Microsoft; Based in: Redmond", "#2 Oracle; Based in: Austin"}},
		{[]string{"0", "overview"}, begin, []string{"219 entities"}},
		{[]string{"@ 2019"}, begin, []string{"as of 2019", "Company; Redwood City"}},
		{[]string{"L"}, begin, []string{"siège à\u00a0: #1 Austin"}},
	} {
		lines := append([]string{}, page.before...)
		for _, typed := range page.typed {
			lines = append(lines, typed, "b")
		}
		said := talk(t, "", lines...).answers()
		for i, typed := range page.typed {
			got := said[len(page.before)+2*i+1]
			for _, want := range page.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q after %q lacks %q:\n%s", typed, page.before, want, got)
				}
			}
		}
	}
}

// TestAPathAsksForItsOtherEnd also where nothing is chosen.
func TestAPathAsksForItsOtherEnd(t *testing.T) {
	said := talk(t, "", "company/oracle", "vp", "rabat", "[1]").answers()
	for i, want := range map[int]string{2: "From Oracle to which entity?", 3: "How Oracle and Rabat are connected", 4: "Oracle Academy"} {
		if !strings.Contains(said[i], want) {
			t.Errorf("answer %d lacks %q:\n%s", i, want, said[i])
		}
	}
	if said := talk(t, "", "vp").answers(); !strings.Contains(said[1], "Which one?") {
		t.Errorf("a path from nowhere says\n%s", said[1])
	}
}

// TestNumbersOpenWhatStandsBesideThem opens the last number of many pages.
func TestNumbersOpenWhatStandsBesideThem(t *testing.T) {
	for _, page := range []string{"vg", "vt", "vm", "vx", "vl", "vs", "i", "B", "= 1 2", "t", "0"} {
		said := talk(t, "", "company/oracle", page, "n", "1", "b").answers()
		if strings.Contains(said[4], "There is no") != (page == "B") || strings.Contains(said[5], "No previous page") {
			t.Errorf("1 on %q is answered with\n%s\nand b with\n%s", page, said[4], said[5])
		}
	}
}
