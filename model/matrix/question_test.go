package matrix_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/matrix"
)

// statement is a link of the generated base: from whom to whom, how sure,
// from which publishers.
type statement struct {
	from, to   string
	confidence string
	rank       string
	publishers []int
}

var weights = map[string]float64{"high": 1, "": 0.75, "medium": 0.5, "low": 0.25, "disputed": 0.25}

// randomBase writes a random base of ships and ports that link to each other and among
// themselves, by relations and by facts, and what it says.
func randomBase(r *rand.Rand) (string, []statement) {
	var b strings.Builder
	var all []statement
	b.WriteString("[kb]\nformat = 1\n[relations.ties]\n")
	for s := range 5 {
		fmt.Fprintf(&b, "[source.s%d]\npublisher = 'p%d'\n", s, s%3)
	}
	confidences := []string{"high", "", "medium", "low", "disputed"}
	ships, ports := 1+r.IntN(7), 1+r.IntN(7)
	var names []string
	for i := range ships {
		names = append(names, fmt.Sprintf("ship/a%d", i))
	}
	for i := range ports {
		names = append(names, fmt.Sprintf("port/b%d", i))
	}
	density := 1 + r.IntN(4)
	for _, from := range names {
		var links, facts []string
		for _, to := range names {
			for range r.IntN(density + 1) {
				if from == to || r.IntN(3) == 0 {
					continue
				}
				s := statement{from: from, to: to, confidence: confidences[r.IntN(len(confidences))]}
				extra := ""
				if s.confidence != "" {
					extra += fmt.Sprintf(", confidence = '%s'", s.confidence)
				}
				if r.IntN(5) == 0 {
					s.rank = "deprecated"
					extra += ", rank = 'deprecated'"
				}
				var sources []string
				for range r.IntN(3) {
					n := r.IntN(5)
					sources = append(sources, fmt.Sprintf("'s%d'", n))
					s.publishers = append(s.publishers, n%3)
				}
				if len(sources) > 0 {
					extra += ", source = [" + strings.Join(sources, ",") + "]"
				}
				all = append(all, s)
				if r.IntN(4) == 0 {
					facts = append(facts, fmt.Sprintf("{ text = 'It is so.', about = ['%s']%s }", to, extra))
				} else {
					links = append(links, fmt.Sprintf("{ to = '%s'%s }", to, extra))
				}
			}
		}
		kind, key, _ := strings.Cut(from, "/")
		fmt.Fprintf(&b, "[%s.%s]\nties = [%s]\nfacts = [%s]\n", kind, key, strings.Join(links, ", "), strings.Join(facts, ", "))
	}
	return b.String(), all
}

// naiveCell grades a pair by scanning every statement; ok reports whether there
// is one, discarded or not.
func naiveCell(all []statement, a, b string) (c matrix.Cell, ok bool) {
	surest := make(map[int]float64)
	links := 0
	for _, s := range all {
		if (s.from != a || s.to != b) && (s.from != b || s.to != a) {
			continue
		}
		ok = true
		if s.rank == "deprecated" {
			continue
		}
		links++
		for _, p := range s.publishers {
			surest[p] = max(surest[p], weights[s.confidence])
		}
	}
	if links > 0 {
		c.Links, c.Routes, c.Hops = int32(links), 1, 1
	}
	c.Origins = int32(len(surest))
	for _, weight := range surest {
		c.Strength += weight
	}
	switch {
	case links == 0:
	case len(surest) == 0:
		c.Grade = matrix.Unsourced
	case c.Strength < 0.75:
		c.Grade = matrix.Weak
	case c.Strength < 1.5:
		c.Grade = matrix.Single
	default:
		c.Grade = matrix.Firm
	}
	return c, ok
}

func eachTable(t *testing.T, check func(t *testing.T, table *matrix.Table, all []statement)) {
	for round := range uint64(300) {
		text, all := randomBase(rand.New(rand.NewPCG(round, 7)))
		k := kbtest.Read(t, text)
		for _, kinds := range [][2]string{{"ship", "port"}, {"port", "ship"}, {"ship", "ship"}} {
			check(t, matrix.Between(context.Background(), k, k.Kind(kinds[0]).Entities, k.Kind(kinds[1]).Entities, matrix.Options{}), all)
			if t.Failed() {
				t.Fatalf("round %d, %v:\n%s", round, kinds, text)
			}
		}
	}
}

func address(a matrix.Axis) string { return string(a.Entity.Address()) }

func TestACellSumsUpTheStatementsOfAPair(t *testing.T) {
	eachTable(t, func(t *testing.T, table *matrix.Table, all []statement) {
		for i, r := range table.Rows {
			linked := 0
			for j, c := range table.Columns {
				want, _ := naiveCell(all, address(r), address(c))
				want.Column = j
				if got := table.Cell(i, j); got != want {
					t.Errorf("%s × %s: %+v, want %+v", address(r), address(c), got, want)
				}
				if want.Grade != matrix.None {
					linked++
				}
				if has := len(table.Links(i, j)) > 0; has != (want.Grade != matrix.None) {
					t.Errorf("%s × %s has links: %v", address(r), address(c), has)
				}
			}
			if r.Linked != linked {
				t.Errorf("%s is linked to %d, want %d", address(r), r.Linked, linked)
			}
			if i > 0 && table.Rows[i-1].Strength < r.Strength {
				t.Errorf("%s stands below what has less evidence", address(r))
			}
		}
	})
}

func TestQuestionsAskOfDoubtfulAndMissingLinks(t *testing.T) {
	eachTable(t, func(t *testing.T, table *matrix.Table, all []statement) {
		asked := make(map[[2]int]bool)
		last := matrix.UnsourcedLink
		for _, q := range matrix.Questions(table) {
			at := [2]int{q.Row, q.Column}
			if asked[at] || table.IsSquare() && asked[[2]int{q.Column, q.Row}] {
				t.Errorf("%v is asked twice", at)
			}
			if asked[at] = true; q.Reason < last {
				t.Errorf("%s is asked after %s", q.Reason, last)
			}
			last = q.Reason
			switch q.Reason {
			case matrix.UnlinkedRow:
				if table.Rows[q.Row].Linked != 0 {
					t.Errorf("row %d is not alone", q.Row)
				}
				continue
			case matrix.UnlinkedColumn:
				if table.Columns[q.Column].Linked != 0 {
					t.Errorf("column %d is not alone", q.Column)
				}
				continue
			}
			want, known := naiveCell(all, address(table.Rows[q.Row]), address(table.Columns[q.Column]))
			grade := map[matrix.Reason]matrix.Grade{matrix.UnsourcedLink: matrix.Unsourced, matrix.WeakLink: matrix.Weak, matrix.MissingLink: matrix.None}[q.Reason]
			if want.Grade != grade || q.Reason == matrix.MissingLink && (known || table.Rows[q.Row].Linked == 0 || table.Columns[q.Column].Linked == 0) {
				t.Errorf("%s is asked of %+v", q.Reason, want)
			}
			if table.IsSquare() && q.Row == q.Column {
				t.Errorf("%d is asked of itself", q.Row)
			}
		}
		for i := range table.Rows {
			for _, c := range table.Row(i) {
				doubtful := c.Grade == matrix.Weak || c.Grade == matrix.Unsourced
				if doubtful && !asked[[2]int{i, c.Column}] && !(table.IsSquare() && asked[[2]int{c.Column, i}]) {
					t.Errorf("%d × %d stands on little and is not asked of", i, c.Column)
				}
			}
		}
	})
}
