package frequency_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rihla/model/date"
	"rihla/model/frequency"
	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/query"
	"rihla/model/reader"
	"rihla/model/search"
)

// TestTheFilterOfARowFindsWhatItCounts chooses rows of the tables of all fields, alone,
// two together, and with those that have no value, over random knowledge bases, filters
// and days.
func TestTheFilterOfARowFindsWhatItCounts(t *testing.T) {
	d := dice{rand.New(rand.NewPCG(11, 12))}
	seen := make(map[string]int)
	check := func(k *kb.KB, filter, day string) {
		x := search.NewIndex(k)
		x.Build(context.Background())
		if span, ok := date.SpanOf(day); ok {
			x = x.At(span)
		}
		for _, kind := range k.Kinds {
			among := query.OfKind(kind)
			q, problem := x.Parse(filter)
			if problem != nil {
				t.Fatalf("%s: %+v", filter, *problem)
			}
			entities := found(k, x.Find(q, among))
			var paths []string
			for _, f := range kind.Fields {
				if !query.IsQualifier(f.Path) {
					paths = append(paths, f.Path)
				}
			}
			if kind.FindField("seat") != nil {
				paths = append(paths, "seat.region", "seat.opened", "near.colour", "near.seat")
			}
			for _, path := range paths {
				table := frequency.Count(context.Background(), x, entities, path, "en")
				checkTotals(t, &table, len(entities))
				find := func(values []string, orNone bool) int {
					text := query.Join(x.Names(), filter, x.Names().AnyOf(path, values, orNone, day))
					q, problem := x.Parse(text)
					if problem != nil {
						t.Fatalf("%s: %+v", text, *problem)
					}
					return x.Find(q, among).Len()
				}
				var before *frequency.Row
				for i := range table.Rows {
					r := &table.Rows[i]
					seen[fmt.Sprint(r.What, r.Unit)]++
					switch {
					case r.What == frequency.Other || r.What == frequency.Value && r.Query == "":
						seen["unasked"]++
						continue
					case r.What == frequency.Missing:
						if n := find(nil, true); n != r.Count {
							t.Fatalf("no %s: %d found, %d counted\n%s", path, n, r.Count, k.Files[0].Text)
						}
						if before != nil {
							if n := find([]string{before.Query}, true); n != r.Count+before.Count {
								t.Fatalf("%s: %d found of %s or none, %d counted", path, n, before.Query, r.Count+before.Count)
							}
						}
						continue
					}
					if n := find([]string{r.Query}, false); n != r.Count {
						t.Fatalf("in %q at %q, %s:%s finds %d, counted were %d\n%s", filter, day, path, r.Query, n, r.Count, k.Files[0].Text)
					}
					if before != nil {
						if n := find([]string{before.Query, r.Query}, false); n < max(r.Count, before.Count) || n > r.Count+before.Count {
							t.Fatalf("%s: %d found of %s or %s", path, n, before.Query, r.Query)
						}
					}
					before = r
				}
			}
		}
	}
	for i := range 150 {
		k := d.base()
		filter := ""
		if i%3 > 0 {
			filter = d.of("tags:a", "has:size", "founded:>1990", "seat:c1", "zzz OR tags:b", "-has:tags", "tags:b,c")
		}
		check(k, filter, d.of("", "", "2005", "2015-03-02"))
	}
	path := filepath.Join(t.TempDir(), "invented.toml")
	if err := generate.Write(path, generate.Options{Seed: 5, Entities: 500}); err != nil {
		t.Fatal(err)
	}
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(k, "", "")
	check(kbtest.BuiltIn(t), "", "2024-06-01")
	t.Log(seen)
	for _, what := range []string{"0 0", "1 0", "1 1", "1 2", "1 3", "1 4", "1 5", "2 0", "3 0"} {
		if seen[what] < 20 {
			t.Errorf("%d rows of %s: that tells too little", seen[what], what)
		}
	}
}

func found(k *kb.KB, r *search.Result) []*kb.Entity {
	var out []*kb.Entity
	for n := range r.Each() {
		out = append(out, k.Entities[n])
	}
	return out
}

// checkTotals holds a table against what must be so of every one.
func checkTotals(t *testing.T, table *frequency.Table, of int) {
	t.Helper()
	sum, missing, other := 0, 0, 0
	for i := range table.Rows {
		switch r := &table.Rows[i]; r.What {
		case frequency.Missing:
			missing = r.Count
		case frequency.Other:
			other = r.Count
		default:
			if r.Count <= 0 || r.Count > table.Having {
				t.Fatalf("%s: %d of %d in one row", table.Path, r.Count, table.Having)
			}
			sum += r.Count
		}
	}
	switch {
	case table.Of != of || table.Having+other+missing != of:
		t.Fatalf("%s: %d have a value, %d another one, %d none, of %d", table.Path, table.Having, other, missing, of)
	case sum < table.Having:
		t.Fatalf("%s: %d in rows, %d have a value", table.Path, sum, table.Having)
	case table.Several != (sum > table.Having):
		t.Fatalf("%s: %d in rows of %d, said to be several: %v", table.Path, sum, table.Having, table.Several)
	}
}

// TestPlainValuesAreCountedAsALoopCountsThem compares with a map over values that are
// written into the files.
func TestPlainValuesAreCountedAsALoopCountsThem(t *testing.T) {
	d := dice{rand.New(rand.NewPCG(3, 9))}
	for range 40 {
		var b strings.Builder
		counts, none := make(map[string]int), 0
		n := 1 + d.IntN(60)
		for i := range n {
			fmt.Fprintf(&b, "[thing.t%d]\nname = 'Thing %d'\n", i, i)
			if value := d.of("red", "blue", "green", ""); value != "" {
				fmt.Fprintf(&b, "colour = '%s'\n", value)
				counts[value]++
			} else {
				none++
			}
		}
		k := read("[kb]\nformat = 1\n" + b.String())
		table := frequency.Count(context.Background(), search.NewIndex(k), k.Kind("thing").Entities, "colour", "en")
		if table.Distinct != len(counts) || table.Having != n-none {
			t.Fatalf("%d distinct values of %d, %d written of %d", table.Distinct, table.Having, len(counts), n-none)
		}
		for i := range table.Rows {
			r := &table.Rows[i]
			if want := counts[r.Value.Value.Str]; r.What == frequency.Value && r.Count != want || r.What == frequency.Missing && r.Count != none {
				t.Fatalf("%+v, not %d", r, want)
			}
			if i > 0 && r.What == frequency.Value && r.Count > table.Rows[i-1].Count {
				t.Fatal("not in descending order of counts")
			}
		}
	}
}

func TestACountEndsWithItsContext(t *testing.T) {
	k := read("[kb]\nformat = 1\n[thing.a]\ncolour = 'red'\n[thing.b]\ncolour = 'blue'\n")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if table := frequency.Count(ctx, search.NewIndex(k), k.Entities, "colour", "en"); len(table.Rows) > 0 {
		t.Errorf("%d rows after the end", len(table.Rows))
	}
}

// dice invents knowledge bases.
type dice struct{ *rand.Rand }

func (d dice) of(from ...string) string { return from[d.IntN(len(from))] }

func read(text string) *kb.KB {
	k, err := reader.OpenFS(context.Background(), fstest.MapFS{"kb.toml": {Data: []byte(text)}}, reader.Options{})
	if err != nil {
		panic(err)
	}
	return k
}

// base invents a knowledge base whose fields are of a sort each: numbers small and
// large, whole or not, dates of a year, of a decade or of centuries, texts, truth
// values, links, lists, tables, texts in two languages, with or without odd ones among
// them.
func (d dice) base() *kb.KB {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\nlanguages = ['en', 'fr']\n[relations.seat]\nto = 'city'\n[relations.near]\nsymmetric = true\n")
	for i := range 4 {
		fmt.Fprintf(&b, "[city.c%d]\nname = '%s'\nregion = '%s'\nopened = %d\n", i, d.of("Rabat", "Fès", "c1", "Salé"), d.of("north", "south"), 1900+d.IntN(100))
	}
	within := []int{1, 40, 600, 3000, 40000, 400000}[d.IntN(6)]
	day := func() string {
		days := d.IntN(within)
		return fmt.Sprintf("%04d-%02d-%02d", 1500+days/336, 1+days/28%12, 1+days%28)
	}
	scale := []float64{1, 10, 1000, 1e6}[d.IntN(4)]
	isSkewed, odd := d.IntN(3) == 0, d.IntN(3) == 0
	number := func() float64 {
		x := d.Float64()
		if isSkewed {
			x = x * x * x * x * x * x
		}
		return x*scale - float64(d.IntN(2))*scale*float64(1-d.IntN(2))/4
	}
	until := func() string {
		return d.of("", "", fmt.Sprintf(", until = '%d'", 2000+d.IntN(20)), fmt.Sprintf(", since = '%d-03'", 2000+d.IntN(20)), ", rank = 'deprecated'")
	}
	n := 5 + d.IntN(120)
	for i := range n {
		fmt.Fprintf(&b, "[thing.k%d]\nname = 'Thing %d'\n", i, i)
		lines := []string{
			fmt.Sprintf("size = %d", int(number())), fmt.Sprintf("weight = %.2f", number()), fmt.Sprintf("precise = %v", number()),
			"date = " + day(), "signed = '" + day()[:4+3*d.IntN(3)] + "'", "begun = " + day() + "T23:30:00" + d.of("", "Z", "+05:00", "-11:00"),
			fmt.Sprintf("founded = %s", day()[:4]), "active = " + d.of("true", "false"), "tags = ['" + d.of("a", "b", "c") + "', '" + d.of("a", "c d", "say \"x\"", "é", "E") + "']",
			fmt.Sprintf("seat = { to = 'c%d'%s }", d.IntN(4), until()), "seat = '" + d.of("Rabat", "c1", "nowhere", "fes") + "'", fmt.Sprintf("near = ['k%d', 'k%d']", d.IntN(n), d.IntN(n)),
			"motto = { en = '" + d.of("x", "y", "z") + "', fr = '" + d.of("x", "y", "w") + "' }", "rows = [{ a = 1 }, { a = 2 }]", "start = " + day() + "\nend = " + day(),
			fmt.Sprintf("version = '%d.%d.%d'", d.IntN(3), d.IntN(4), d.IntN(30)), "note_of = '" + strings.Repeat(d.of("long ", "text "), 70) + "'", "role = { value = '" + d.of("chair", "member") + "'" + until() + " }",
			"box.deep = " + d.of("1", "'1'", "1.0", "2024-01-01", "'2024'", "nan"), "colour = { value = '" + d.of("red", "blue") + "'" + until() + " }", "clock = " + d.of("10:20:30", "11:00:00"),
		}
		if odd {
			lines = append(lines, "size = "+d.of("'7 or 8'", "'n/a'", "2020-02-02", "inf", "true"), "date = "+d.of("'circa 1800'", "'1800 or 1801'", "'unknown'", "1800", "'18 Feb 1820'"), "founded = "+d.of("'1700s'", "'?'", "-44", "1700-05-05"), "weight = 'about 5'")
		}
		d.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		written := make(map[string]bool)
		for _, line := range lines {
			key, _, _ := strings.Cut(line, " ")
			if d.IntN(3) > 0 && !written[key] && (key != "start" || !written["date"]) {
				written[key] = true
				b.WriteString(line + "\n")
			}
		}
	}
	return read(b.String())
}
