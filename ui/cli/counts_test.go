package cli_test

import (
	"slices"
	"testing"
)

// counted is a link as a command counts it.
type counted struct {
	Relation string
	Origins  int
	Mention  bool
}

// pathCounts returns the links between two entities as path counts them, and the
// grade of the hop.
func pathCounts(t *testing.T, from, to string) (links []counted, grade string) {
	t.Helper()
	var got struct {
		Steps []struct {
			Grade   string
			Origins int
			Links   []counted
		}
	}
	run(t, "path", from, to, "--max-hops", "1", "--format", "json").exits(0).decode(&got)
	step := got.Steps[0]
	if step.Origins != step.Links[0].Origins {
		t.Errorf("%s to %s: %d origins, the first link has %d", from, to, step.Origins, step.Links[0].Origins)
	}
	return step.Links, step.Grade
}

// TestCommandsCountTheSameOrigins holds path, gaps, matrix, graph and retract to one
// number for each pair of two kinds.
func TestCommandsCountTheSameOrigins(t *testing.T) {
	type cell struct {
		Row, Column, Grade string
		Origins, Mentions  int
		Relations, Sources []string
	}
	var gaps, matrix struct{ Cells []cell }
	run(t, "gaps", "company", "theme", "--format", "json").exits(0).decode(&gaps)
	run(t, "matrix", "company", "theme", "--format", "json").exits(0).decode(&matrix)
	of := make(map[string]cell)
	for _, c := range matrix.Cells {
		of[c.Row+c.Column] = c
	}
	mentions := 0
	for _, c := range gaps.Cells {
		if m := of[c.Row+c.Column]; m.Grade != c.Grade || m.Origins != c.Origins || m.Mentions != c.Mentions {
			t.Errorf("gaps %+v, matrix %+v", c, m)
		}
		links, grade := pathCounts(t, c.Row, c.Column)
		if links[0].Origins != c.Origins || links[0].Mention != (c.Grade == "mention") || (grade == "firm") != (c.Grade == "firm") || (grade == "mention") != (c.Grade == "mention") {
			t.Errorf("gaps %+v, path %+v, %s", c, links, grade)
		}
		if c.Grade == "mention" {
			mentions++
		}
		var graph struct {
			Edges []struct {
				From, To, Relation string
				Origins            int
				Mention            bool
			}
		}
		run(t, "graph", c.Row, "--format", "json").exits(0).decode(&graph)
		for _, e := range graph.Edges {
			if (e.From != c.Row || e.To != c.Column) && (e.From != c.Column || e.To != c.Row) {
				continue
			}
			if !slices.Contains(links, counted{e.Relation, e.Origins, e.Mention}) {
				t.Errorf("graph %+v, path %+v", e, links)
			}
		}
	}
	if len(of) != len(gaps.Cells) || mentions == 0 {
		t.Errorf("%d cells of gaps, %d of matrix, %d of mentions", len(gaps.Cells), len(of), mentions)
	}
}

// TestRetractCountsAsPathDoes retracts the article, and compares each link that is
// weakened or lost with what path said of it.
func TestRetractCountsAsPathDoes(t *testing.T) {
	type claim struct {
		Address, Field string
		To             []string
		Before         int `json:"origins_before"` // 0 if it loses its only source
	}
	var loss struct{ Unsourced, Weakened []claim }
	run(t, "retract", "seed-article", "--format", "json").exits(0).decode(&loss)
	compared := 0
	for _, c := range append(loss.Unsourced, loss.Weakened...) {
		want := counted{c.Field, max(1, c.Before), false}
		if c.Field == "facts" {
			want.Relation, want.Mention = "about", true
		}
		for _, to := range c.To {
			links, _ := pathCounts(t, c.Address, to)
			if compared++; !slices.Contains(links, want) {
				t.Errorf("retract %+v, path to %s %+v", c, to, links)
			}
		}
	}
	if compared < 10 {
		t.Errorf("%d links are too few to tell", compared)
	}
	links, grade := pathCounts(t, "microsoft", "mission-2024")
	if links[0] != (counted{"met_with", 3, false}) || grade != "firm" {
		t.Errorf("the mission and Microsoft: %+v, %s", links[0], grade)
	}
}

// TestARetractedSourceIsNamedAsTheReason retracts the only source of a relation.
func TestARetractedSourceIsNamedAsTheReason(t *testing.T) {
	path := write(t, "kb.toml", `[kb]
format = 1
[relations.met]
[ship.aino]
met = [{ to = "ship/bore", source = "log" }, "ship/cato"]
[[ship.aino.facts]]
text = "Both lay at the quay."
about = ["ship/dora"]
source = "log"
[ship.bore]
[ship.cato]
[ship.dora]
[source.log]
retracted = 2024-06-01
`)
	const reason = "its only source was retracted"
	run(t, "path", "aino", "bore", "--kb", path).exits(0).prints("met [1], "+reason, "No hop has a source that still counts.")
	run(t, "path", "aino", "cato", "--kb", path).exits(0).prints("No hop has a source.").keepsQuietOf(reason)
	run(t, "path", "aino", "dora", "--kb", path, "--plain").exits(0).prints(reason).keepsQuietOf("origin")
	run(t, "gaps", "ship", "ship", "--kb", path).exits(0).prints("aino — met: bore”?\n   "+reason, "aino — met: cato”?\n   no source given")
	run(t, "matrix", "ship", "ship", "--kb", path, "--plain").exits(0).prints("bore: met ("+reason+")", "dora: mentioned together in 1 place")
	run(t, "graph", "aino", "--kb", path, "--plain").exits(0).prints("bore, ship, "+reason, "cato, ship, no source given", "mentioned together: 1\n  dora, ship")
}
