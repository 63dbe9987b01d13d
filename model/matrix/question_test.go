package matrix_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/matrix"
)

// randomFleet writes a base of ships and ports that link to each other.
func randomFleet(r *rand.Rand) (string, []kbtest.Link) {
	var addresses []string
	for i := range 1 + r.IntN(7) {
		addresses = append(addresses, fmt.Sprintf("ship/a%d", i))
	}
	for i := range 1 + r.IntN(7) {
		addresses = append(addresses, fmt.Sprintf("port/b%d", i))
	}
	most := 1 + r.IntN(4)
	return kbtest.RandomLinks(r, addresses, func() int { return max(0, r.IntN(most+2)-1) })
}

// naiveCell grades a pair by the strongest of all statements, those of facts only
// if there is no other; known reports whether there is one that is not a fact's,
// discarded or not.
func naiveCell(all []kbtest.Link, a, b string) (c matrix.Cell, known bool) {
	for _, isFact := range []bool{false, true} {
		for _, s := range all {
			if s.Fact != isFact || (s.From != a || s.To != b) && (s.From != b || s.To != a) {
				continue
			}
			if known = known || !s.Fact; s.Deprecated {
				continue
			}
			if isFact {
				c.Mentions++
			} else {
				c.Links, c.Routes, c.Hops = c.Links+1, 1, 1
			}
			origins, strength := s.Support()
			if isFact && c.Links > 0 || strength < c.Strength || strength == c.Strength && origins < int(c.Origins) {
				continue
			}
			c.Origins, c.Strength = int32(origins), strength
			switch {
			case isFact:
				c.Grade = matrix.Mention
			case strength == 0:
				c.Grade = matrix.Unsourced
			case strength < 0.75:
				c.Grade = matrix.Weak
			case strength < 1.5:
				c.Grade = matrix.Single
			default:
				c.Grade = matrix.Firm
			}
		}
	}
	return c, known
}

func eachTable(t *testing.T, check func(t *testing.T, table *matrix.Table, all []kbtest.Link)) {
	for round := range uint64(300) {
		text, all := randomFleet(rand.New(rand.NewPCG(round, 7)))
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
	eachTable(t, func(t *testing.T, table *matrix.Table, all []kbtest.Link) {
		for i, r := range table.Rows {
			linked, mentioned := 0, 0
			for j, c := range table.Columns {
				want, _ := naiveCell(all, address(r), address(c))
				want.Column = j
				if got := table.Cell(i, j); got != want {
					t.Errorf("%s × %s: %+v, want %+v", address(r), address(c), got, want)
				}
				switch {
				case want.Grade > matrix.Mention:
					linked++
				case want.Grade == matrix.Mention:
					mentioned++
				}
				if has := len(table.Links(i, j)) > 0; has != (want.Grade != matrix.None) {
					t.Errorf("%s × %s has links: %v", address(r), address(c), has)
				}
			}
			if r.Linked != linked || r.Mentioned != mentioned {
				t.Errorf("%s is linked to %d and mentioned with %d, want %d, %d", address(r), r.Linked, r.Mentioned, linked, mentioned)
			}
			if i > 0 && table.Rows[i-1].Strength < r.Strength {
				t.Errorf("%s stands below what has less evidence", address(r))
			}
		}
	})
}

func TestQuestionsAskOfDoubtfulAndMissingLinks(t *testing.T) {
	eachTable(t, func(t *testing.T, table *matrix.Table, all []kbtest.Link) {
		asked := make(map[[2]int]bool)
		last := matrix.NoSources
		questions := matrix.Questions(table)
		if !slices.ContainsFunc(all, func(l kbtest.Link) bool { return len(l.Publishers) > 0 }) {
			questions = withoutSources(t, table, questions, asked)
		}
		for _, q := range questions {
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
			if want.Grade != grade && !(q.Reason == matrix.MissingLink && want.Grade == matrix.Mention) || q.Reason == matrix.MissingLink && (known || table.Rows[q.Row].Linked == 0 || table.Columns[q.Column].Linked == 0) {
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

// withoutSources checks that one question stands for those about each link, notes those
// as asked, and returns the other questions.
func withoutSources(t *testing.T, table *matrix.Table, questions []matrix.Question, asked map[[2]int]bool) []matrix.Question {
	links := 0
	for i := range table.Rows {
		for j := range table.Columns {
			if c := table.Cell(i, j); c.Grade == matrix.Unsourced && !(table.IsSquare() && i > j) {
				links += int(c.Links)
				asked[[2]int{i, j}] = true
			}
		}
	}
	if links == 0 {
		return questions
	}
	if len(questions) == 0 || questions[0].Reason != matrix.NoSources || questions[0].Links != links ||
		table.Cell(questions[0].Row, questions[0].Column).Grade != matrix.Unsourced {
		t.Fatalf("without sources, %d links are asked of by %+v", links, questions)
	}
	return questions[1:]
}
