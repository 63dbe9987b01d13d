package cli_test

import (
	"strings"
	"testing"

	"rihla/ui/safe"
)

// harbour is ships that call at ports and belong to owners, in two blocks.
const harbour = `[kb]
format = 1
[relations.calls_at]
label = "calls at"
[relations.owner]
[source.log]
name = "The log"
[ship.aino]
name = "Aino"
calls_at = [{ to = "oslo", source = "log" }, { to = "bergen", source = "log" }]
owner = "hansa"
[ship.bris]
name = "Bris"
calls_at = ["rabat"]
[ship.clio]
name = "Clio"
calls_at = ["oslo", "bergen"]
owner = "hansa"
[ship.dora]
name = "Dora"
[port.bergen]
name = "Bergen"
[port.rabat]
name = "Rabat"
[port.oslo]
name = "Oslo"
[port.tromso]
name = "Tromsø"
[owner.hansa]
name = "Hansa"
`

func TestTwoKindsAgainstEachOther(t *testing.T) {
	run(t, "matrix", "company", "theme").exits(0).prints("Companies × Themes · direct links · sorted by structure", "│ │ ", "Oracle", "linked", "∘\u00a0mentioned\u00a0together", "█ two", "without links: Companies 4, Themes 4")
	run(t, "matrix", "entreprises", "thème", "--lang", "fr", "--order", "name").exits(0).prints("Entreprises × Thèmes · liens directs · trié par nom", "sans lien\u00a0: Entreprises 4, Thèmes 4")
}

func TestBlocksStandTogether(t *testing.T) {
	path := write(t, "kb.toml", harbour)
	run(t, "matrix", "ship", "port", "--kb", path).exits(0).prints("Aino   2 ▒ ▒ ·\nClio   2 ? ? ·\nBris   1 · · ?\nlinked   2 2 1\n", "without links: Ship 1, Port 1")
	run(t, "matrix", "ship", "port", "--kb", path, "--order", "name").exits(0).prints("Aino   2 ▒ ▒ ·\nBris   1 · · ?\nClio   2 ? ? ·\n")
	run(t, "matrix", "ship", "owner", "--kb", path).exits(0).prints("Aino   1 █\n", "█ linked")
	run(t, "matrix", "ship", "owner", "--kb", path, "--numbers").exits(0).prints("Aino   1 1\n", "n linked")
}

func TestWithinSeveralHops(t *testing.T) {
	path := write(t, "kb.toml", harbour)
	run(t, "matrix", "owner", "port", "--kb", path).exits(1).complains("No known link between “Owner” and “Port”.")
	run(t, "matrix", "owner", "port", "--kb", path, "--hops", "2").exits(0).prints("Owner × Port · within 2 hops", "Hansa  2 2 2\n", "n 2 hops apart")
	run(t, "matrix", "owner", "port", "--kb", path, "--hops", "2", "--by", "owner").exits(1).complains("No known link between")
	run(t, "matrix", "ship", "ship", "--kb", path, "--hops", "2", "--by", "calls at").exits(0).prints("by calls at", "Aino   1   2\nClio   1 2\n", "without links: Ship 2\n")
	run(t, "matrix", "owner", "port", "--kb", path, "--hops", "2", "--plain").exits(0).prints("Hansa, 2 cells\n", "  Bergen: 2 paths; through 2 entities: Aino, Clio\n")
}

func TestWhatAQuerySelectsIsSetAgainstAKind(t *testing.T) {
	path := write(t, "kb.toml", harbour)
	run(t, "matrix", "ship", "port", "--kb", path, "--", "-oslo").exits(0).prints("/ -oslo", "Bris   1 █\n")
	run(t, "matrix", "ship", "port", "nosuch", "--kb", path).exits(1).complains("No results for nosuch").prints("")
	run(t, "matrix", "ship", "port", "nosuch", "--kb", path, "--format", "json").exits(1).complains("nosuch").prints(`"rows":[]`)
	run(t, "matrix", "ship,owner", "port", "--kb", path).exits(0).prints("ship,owner × Port")
}

func TestATableForPrograms(t *testing.T) {
	type side struct {
		Address, Name string
		Linked        int
	}
	var table struct {
		By, Order     string
		Hops          int
		Rows, Columns []side
		Cells         []struct {
			Row, Column, Grade    string
			Strength              float64
			Origins, Links        int
			Routes, Hops          int
			Relations, Sources    []string
			EmptyRows, EmptyCells int
		}
		EmptyRows    int `json:"empty_rows"`
		EmptyColumns int `json:"empty_columns"`
		CutRows      int `json:"cut_rows"`
	}
	path := write(t, "kb.toml", harbour)
	run(t, "matrix", "ship", "port", "--kb", path, "--hops", "3", "--format", "json").exits(0).decode(&table)
	if table.Hops != 3 || table.Order != "structure" || len(table.Rows) != 3 || len(table.Columns) != 3 || table.EmptyRows != 1 || table.EmptyColumns != 1 {
		t.Errorf("%+v", table)
	}
	for _, c := range table.Cells {
		switch direct := c.Hops == 1; {
		case direct != (c.Links > 0), direct != (len(c.Relations) > 0), c.Routes < 1:
			t.Errorf("%+v", c)
		case c.Row == "ship/aino" && c.Column == "port/oslo" && (c.Grade != "single" || c.Sources[0] != "source/log" || c.Routes != 3):
			t.Errorf("%+v", c)
		}
	}
	run(t, "matrix", "ship", "port", "--kb", path, "--format", "csv").exits(0).prints("row,column,links,routes,hops,grade,strength,origins,relations,sources,mentions\nship/aino,port/bergen,1,1,1,single,0.75,1,calls_at,source/log,0\n")
	run(t, "matrix", "owner", "port", "--kb", path, "--format", "json").exits(1).prints(`"cells":[]`)
}

func TestWhatCannotBeSetAgainstAnything(t *testing.T) {
	run(t, "matrix", "company").exits(2).complains("two kinds")
	run(t, "matrix", "compny", "theme").exits(1).complains("did you mean company?")
	run(t, "matrix", "company", "theme", "--hops", "4").exits(2).complains("from 1 to 3")
	run(t, "matrix", "company", "theme", "--order", "size").exits(2).complains("structure, count or name")
	run(t, "matrix", "company", "theme", "--by", "theme").exits(1).complains("no relation theme", "did you mean themes?", "there are: ")
}

func TestNoLineOfAMatrixIsWiderThanItsScreen(t *testing.T) {
	for _, kinds := range [][2]string{{"company", "theme"}, {"city", "company"}, {"event", "person"}, {"agency", "city"}, {"event", "event"}} {
		for _, hops := range []string{"1", "2", "3"} {
			for line := range strings.SplitSeq(run(t, "matrix", kinds[0], kinds[1], "--hops", hops, "--all").exits(0).out, "\n") {
				if safe.Width(line) > 80 {
					t.Errorf("%v: %q", kinds, line)
				}
			}
		}
	}
}
