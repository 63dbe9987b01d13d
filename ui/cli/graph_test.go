package cli_test

import (
	"strings"
	"testing"
)

func TestWhatSurroundsAnEntity(t *testing.T) {
	run(t, "graph", "company/oracle").exits(0).prints(
		"based in ─────────▶ ▲ Austin", "│ ■ Oracle │", "signed with", "▲ city", "8 incoming", "10 outgoing", "1 past or future link not shown").misses("Redwood City")
	run(t, "graph", "company/oracle", "--at", "2020").exits(0).prints("based in ", "▲ Austin", "▲ Redwood City")
	run(t, "graph", "oracle", "--lang", "fr", "--plain").exits(0).prints(
		"Oracle, entreprise (company/oracle)\n", "1 lien passé ou à venir non affiché\n", "siège à\u00a0: 1\n  Austin, ville, depuis le 11 décembre 2020, 1 origine\n", "concerne, venant de\u00a0: 3\n", "Autres liens entre elles\u00a0:\n")
	run(t, "graph", "source/seed-article", "--plain", "--limit", "2").exits(0).prints("cites, from: 19\n", "and 6 companies more")
	run(t, "graph", "company/oracle", "--hops", "2").exits(0).prints("no room for more hops")
	path := write(t, "kb.toml", "[port.riga]\nname = 'Riga'\n")
	run(t, "graph", "riga", "--kb", path).exits(0).prints("● Riga", "Nothing is linked to Riga")
	run(t, "graph", "riga", "--kb", path, "--plain").exits(0).prints("Nothing is linked to Riga")
}

func TestWhatSurroundsAnEntityForPrograms(t *testing.T) {
	var s struct {
		Centre string
		Hops   int
		Nodes  []struct {
			Address, Kind, Name string
			Hop, Links          int
		}
		Edges []struct {
			From, Relation, Label, To string
			Symmetric                 bool
			Doubt, Confidence         string
			Since, Until, Date        string
			Sources                   []string
		}
		Crowds []struct {
			Of, Relation, Direction, Kind string
			Count                         int
		}
	}
	run(t, "graph", "company/oracle", "--hops", "2", "--limit", "3", "--format", "json").exits(0).decode(&s)
	if s.Centre != "company/oracle" || s.Hops != 2 || s.Nodes[0].Links != 33 || s.Nodes[1].Address != "city/austin" || len(s.Crowds) == 0 {
		t.Errorf("%+v", s)
	}
	told := make(map[string]int)
	for _, n := range s.Nodes {
		told[n.Address] = n.Hop
	}
	for _, e := range s.Edges {
		if _, from := told[e.From]; !from || e.Label == "" || len(e.Sources) == 0 && e.Doubt == "" {
			t.Errorf("%+v", e)
		}
	}
	if e := s.Edges[0]; e.Relation != "headquarters" || e.To != "city/austin" || e.Since != "2020-12-11" || e.Confidence != "high" {
		t.Errorf("%+v", e)
	}
}

func TestWhatOtherProgramsDraw(t *testing.T) {
	run(t, "graph", "company/oracle", "--format", "dot").exits(0).prints("digraph {", `n0 [label="Oracle\ncompany"`, `n0 -> n1 [label="based in"]`)
	run(t, "graph", "company/oracle", "--format", "mermaid").exits(0).prints("flowchart LR\n", `n0(["Oracle"])`, `n0 -->|"based in"| n1`)
	run(t, "graph", "company/oracle", "--format", "svg").exits(0).prints("<svg ", "prefers-color-scheme: dark", "since 11 December 2020", "</svg>")
}

func TestGraphsThatThereAreNot(t *testing.T) {
	run(t, "graph").exits(2).complains("needs an ADDRESS")
	run(t, "graph", "company/oracle", "--hops", "4").exits(2).complains("1, 2 or 3")
	run(t, "graph", "company/oracel").exits(1).complains("did you mean company/oracle")
}

func TestNoLineOfAGraphIsWiderThanItsScreen(t *testing.T) {
	for _, address := range []string{"event/mission-2024", "theme/capital-humain", "region/morocco", "source/geonames"} {
		out := run(t, "graph", address, "--lang", "fr").exits(0).out
		for line := range strings.Lines(out) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 80 {
				t.Errorf("%s: %d cells: %s", address, n, line)
			}
		}
	}
}
