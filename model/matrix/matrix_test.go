package matrix_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/matrix"
)

func between(k *kb.KB, rows, columns string, o matrix.Options) *matrix.Table {
	return matrix.Between(context.Background(), k, k.Kind(rows).Entities, k.Kind(columns).Entities, o)
}

// randomCoast writes a random base of ships, ports and crews linked by two
// relations, some links deprecated.
func randomCoast(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.ties]\n[relations.sees]\n")
	var names []string
	for _, kind := range []string{"ship", "port", "crew"} {
		for i := range 1 + r.IntN(6) {
			names = append(names, fmt.Sprintf("%s/%c%d", kind, kind[0], i))
		}
	}
	for _, from := range names {
		kind, key, _ := strings.Cut(from, "/")
		fmt.Fprintf(&b, "[%s.%s]\n", kind, key)
		for _, field := range []string{"ties", "sees"} {
			var links []string
			for _, to := range names {
				if r.IntN(6) != 0 {
					continue
				}
				rank := ""
				if r.IntN(6) == 0 {
					rank = ", rank = 'deprecated'"
				}
				links = append(links, fmt.Sprintf("{ to = '%s'%s }", to, rank))
			}
			fmt.Fprintf(&b, "%s = [%s]\n", field, strings.Join(links, ", "))
		}
	}
	return b.String()
}

// naiveLinks counts the links of each pair by scanning all records.
func naiveLinks(k *kb.KB, by string) map[[2]*kb.Entity]int {
	out := make(map[[2]*kb.Entity]int)
	for _, e := range k.Entities {
		for _, s := range k.Record(e).Links {
			if s.To == e || by != "" && s.Field.Path != by || s.Claim != nil && s.Claim.Rank == kb.Deprecated {
				continue
			}
			out[[2]*kb.Entity{e, s.To}]++
			out[[2]*kb.Entity{s.To, e}]++
		}
	}
	return out
}

// naiveRoutes enumerates every route of at most some links.
func naiveRoutes(k *kb.KB, linked map[[2]*kb.Entity]int, way []*kb.Entity, most int, note func(way []*kb.Entity)) {
	if len(way) > most {
		return
	}
	for _, e := range k.Entities {
		if linked[[2]*kb.Entity{way[len(way)-1], e}] > 0 && !slices.Contains(way, e) {
			on := append(slices.Clone(way), e)
			note(on)
			naiveRoutes(k, linked, on, most, note)
		}
	}
}

func TestACellCountsEveryRoute(t *testing.T) {
	for round := range uint64(150) {
		r := rand.New(rand.NewPCG(round, 11))
		k := kbtest.Read(t, randomCoast(r))
		o := matrix.Options{Hops: 1 + r.IntN(3), Relation: []string{"", "", "ties"}[r.IntN(3)]}
		columns := []string{"port", "ship"}[r.IntN(2)]
		table := between(k, "ship", columns, o)
		linked := naiveLinks(k, o.Relation)
		for i, row := range table.Rows {
			count, shortest := make(map[*kb.Entity]int), make(map[*kb.Entity]int)
			through := make(map[*kb.Entity]map[*kb.Entity]bool)
			naiveRoutes(k, linked, []*kb.Entity{row.Entity}, o.Hops, func(way []*kb.Entity) {
				end := way[len(way)-1]
				count[end]++
				if n := len(way) - 1; shortest[end] == 0 || n < shortest[end] {
					shortest[end] = n
				}
				if through[end] == nil {
					through[end] = make(map[*kb.Entity]bool)
				}
				for _, e := range way[1 : len(way)-1] {
					through[end][e] = true
				}
			})
			for j, column := range table.Columns {
				c := table.Cell(i, j)
				e := column.Entity
				if int(c.Routes) != count[e] || int(c.Hops) != shortest[e] || int(c.Links) != linked[[2]*kb.Entity{row.Entity, e}] {
					t.Fatalf("round %d: %s × %s, %+v: %+v, want %d routes, shortest %d", round, row.Entity.Address(), e.Address(), o, c, count[e], shortest[e])
				}
				found, more := table.Intermediates(i, j, 100)
				if len(found) != len(through[e]) || more {
					t.Fatalf("round %d: %s × %s, %+v: through %d, want %d", round, row.Entity.Address(), e.Address(), o, len(found), len(through[e]))
				}
				for _, m := range found {
					if !through[e][m] {
						t.Fatalf("round %d: %s lies on no route", round, m.Address())
					}
				}
				if n := len(table.Links(i, j)); n != int(c.Links) {
					t.Fatalf("round %d: %d links, want %d", round, n, c.Links)
				}
			}
		}
	}
}

// TestArrangingKeepsEveryCell compares tables in all orders by address.
func TestArrangedKeepsEveryCell(t *testing.T) {
	for round := range uint64(100) {
		r := rand.New(rand.NewPCG(round, 12))
		k := kbtest.Read(t, randomCoast(r))
		columns := []string{"port", "ship"}[r.IntN(2)]
		whole := between(k, "ship", columns, matrix.Options{Hops: 1 + r.IntN(2)})
		filled := whole.WithoutEmpty()
		rows, cols := filled.StructureOrder(context.Background())
		again, _ := filled.StructureOrder(context.Background())
		if !slices.Equal(rows, again) {
			t.Fatal("the same table is arranged in two ways")
		}
		for _, other := range []*matrix.Table{filled, filled.Arranged(rows, cols), filled.Arranged(matrix.CountOrder(filled.Rows), matrix.CountOrder(filled.Columns))} {
			if len(other.Rows)+other.EmptyRows != len(whole.Rows) || len(other.Columns)+other.EmptyColumns != len(whole.Columns) {
				t.Fatalf("round %d: %d × %d of %d × %d", round, len(other.Rows), len(other.Columns), len(whole.Rows), len(whole.Columns))
			}
			if got, want := written(other), written(whole); !slices.Equal(got, want) {
				t.Fatalf("round %d:\n%v, want\n%v", round, got, want)
			}
			for _, a := range slices.Concat(other.Rows, other.Columns) {
				if a.Linked == 0 {
					t.Fatalf("round %d: %s is empty", round, a.Entity.Address())
				}
			}
		}
	}
}

func written(t *matrix.Table) []string {
	var out []string
	for i, row := range t.Rows {
		for _, c := range t.Row(i) {
			if c.IsLinked() {
				column := t.Columns[c.Column].Entity
				c.Column = 0
				out = append(out, fmt.Sprint(row.Entity.Address(), column.Address(), c))
			}
		}
	}
	slices.Sort(out)
	return out
}

// TestStructureOrderPutsBlocksTogether shuffles a table of blocks, and another
// of a chain, and checks which rows become adjacent.
func TestStructureOrderPutsBlocksTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const blocks, size = 5, 8
	write := func(reaches func(ship, port int) bool) *kb.KB {
		var b strings.Builder
		b.WriteString("[kb]\nformat = 1\n[relations.calls_at]\nto = 'port'\n")
		ports := r.Perm(blocks * size)
		for _, i := range r.Perm(blocks * size) {
			var at []string
			for _, j := range ports {
				if reaches(i, j) {
					at = append(at, fmt.Sprintf("'b%02d'", j))
				}
			}
			fmt.Fprintf(&b, "[ship.a%02d]\ncalls_at = [%s]\n", i, strings.Join(at, ", "))
		}
		for _, j := range ports {
			fmt.Fprintf(&b, "[port.b%02d]\n", j)
		}
		return kbtest.Read(t, b.String())
	}
	number := func(a matrix.Axis) (n int) {
		fmt.Sscanf(a.Entity.Key[1:], "%d", &n)
		return n
	}
	arrange := func(k *kb.KB) *matrix.Table {
		table := between(k, "ship", "port", matrix.Options{}).WithoutEmpty()
		return table.Arranged(table.StructureOrder(context.Background()))
	}
	for name, bridge := range map[string]int{"apart": 0, "bridged": 1} {
		table := arrange(write(func(i, j int) bool {
			return i/size == j/size && r.IntN(4) > 0 || bridge > 0 && i%size == 0 && j == (i+size)%(blocks*size)
		}))
		changes := 0
		for i := 1; i < len(table.Rows); i++ {
			if number(table.Rows[i])/size != number(table.Rows[i-1])/size {
				changes++
			}
		}
		if changes > blocks-1 {
			t.Errorf("%s: rows change blocks %d times, want %d", name, changes, blocks-1)
		}
	}
	table := arrange(write(func(i, j int) bool { return i <= j && j <= i+3 }))
	for i := 1; i < len(table.Rows); i++ {
		if d := number(table.Rows[i]) - number(table.Rows[i-1]); d < -2 || d > 2 {
			t.Errorf("a chain: %d stands beside %d", number(table.Rows[i]), number(table.Rows[i-1]))
		}
	}
}

func TestKindsAndRelationsOfAKind(t *testing.T) {
	k := kbtest.Read(t, "[kb]\nformat = 1\n[relations.calls_at]\n[relations.sees]\n[ship.a]\ncalls_at = ['p', 'q']\nsees = ['p', 'b']\n[ship.b]\n[port.p]\nsees = 'a'\n[port.q]\n[crew.c]\n")
	ships := k.Kind("ship").Entities
	kinds := matrix.Kinds(k, ships)
	if len(kinds) != 2 || kinds[0].Kind.Name != "port" || kinds[0].Links != 4 || kinds[1].Links != 1 {
		t.Errorf("%+v", kinds)
	}
	of := matrix.Relations(k, ships, k.Kind("port").Entities)
	if len(of) != 2 || of[0].Field.Path != "calls_at" || of[0].Links != 2 || of[1].Links != 2 {
		t.Errorf("%+v", of)
	}
	if all := matrix.Relations(k, ships, nil); len(all) != 2 || all[0].Field.Path != "sees" || all[0].Links != 3 {
		t.Errorf("%+v", all)
	}
	if matrix.Kinds(k, nil) != nil || matrix.Relations(k, nil, nil) != nil {
		t.Error("nothing is linked to something")
	}
}

func TestATableOfSourcesCountsCitations(t *testing.T) {
	k := kbtest.Read(t, "[kb]\nformat = 1\n[relations.calls_at]\n[source.log]\n[source.news]\n[source.unread]\n"+
		"[ship.a]\ncalls_at = [{ to = 'p', source = ['log', 'news'] }, { to = 'q', source = 'log' }]\nfacts = [{ text = 'It sails.', source = 'log' }]\n"+
		"[ship.b]\nlength = { value = 9, source = 'news' }\n[port.p]\n[port.q]\n")
	for _, way := range [][2]string{{"ship", "source"}, {"source", "ship"}} {
		table := between(k, way[0], way[1], matrix.Options{})
		if !table.CountsCitations() || table.Linked() != 3 {
			t.Fatalf("%v: %d cells", way, table.Linked())
		}
		for i, row := range table.Rows {
			for j, column := range table.Columns {
				ship, source := row.Entity.Key, column.Entity.Key
				if way[0] == "source" {
					ship, source = source, ship
				}
				want := map[string]int{"a log": 3, "a news": 1, "b news": 1}[ship+" "+source]
				if c := table.Cell(i, j); int(c.Links) != want || c.IsLinked() != (want > 0) || len(table.CitingClaims(i, j)) != want {
					t.Errorf("%v: %s cites %s in %+v, %d claims, want %d", way, ship, source, c, len(table.CitingClaims(i, j)), want)
				}
			}
		}
	}
	if kinds := matrix.Kinds(k, k.Kind("ship").Entities); len(kinds) != 2 || kinds[1].Kind != k.SourceKind() || kinds[1].Links != 5 {
		t.Errorf("%+v", kinds)
	}
	if kinds := matrix.Kinds(k, k.Kind("source").Entities); len(kinds) != 1 || kinds[0].Kind.Name != "ship" {
		t.Errorf("%+v", kinds)
	}
	if between(k, "ship", "source", matrix.Options{Hops: 2}).CountsCitations() || between(k, "source", "source", matrix.Options{}).CountsCitations() {
		t.Error("what is not cited is")
	}
}

func TestATableOfNoEntitiesHasNoCells(t *testing.T) {
	k := kbtest.Read(t, "[kb]\nformat = 1\n[source.log]\n[ship.a]\nname = { value = 'A', source = 'log' }\n")
	ctx := context.Background()
	for _, side := range [][]*kb.Entity{nil, k.Kind("source").Entities, k.Kind("ship").Entities} {
		for hops := 1; hops <= matrix.MaxHops; hops++ {
			for _, table := range []*matrix.Table{matrix.Between(ctx, k, nil, side, matrix.Options{Hops: hops}), matrix.Between(ctx, k, side, nil, matrix.Options{Hops: hops})} {
				table = table.WithoutEmpty()
				if table = table.Arranged(table.StructureOrder(ctx)); table.Linked() != 0 || len(table.Rows)+len(table.Columns) != 0 || table.EmptyRows+table.EmptyColumns != len(side) {
					t.Errorf("%+v", table)
				}
			}
		}
	}
}

// TestOnceItIsNotWantedNothingComes ends the context before the work.
func TestACancelledContextYieldsNoTable(t *testing.T) {
	k := kbtest.Read(t, randomCoast(rand.New(rand.NewPCG(1, 1))))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for hops := range 4 {
		if matrix.Between(ctx, k, k.Kind("ship").Entities, k.Kind("port").Entities, matrix.Options{Hops: hops}) != nil {
			t.Error("there is a table")
		}
	}
}
