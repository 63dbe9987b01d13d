package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"

	"rihla/model/date"
	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/query"
	"rihla/model/reader"
)

// TestAFacetCountsWhatItsQueryFinds chooses every value of every facet, over
// random knowledge bases and queries, an invented base and the built-in one.
func TestAFacetCountsWhatItsQueryFinds(t *testing.T) {
	d := randomSource{rand.New(rand.NewPCG(7, 8))}
	values, restricted := 0, 0
	day := ""
	var check func(k *kb.KB, text string, among query.Node)
	check = func(k *kb.KB, text string, among query.Node) {
		x := NewIndex(k)
		x.Build(context.Background())
		if span, ok := date.SpanOf(day); ok {
			x = x.At(span)
		}
		q, problem := x.Parse(text)
		if problem != nil || x.Find(q, among).Edits > 0 {
			return
		}
		for _, facet := range x.Facets(q, among, "en") {
			free := x.Names().Without(text, facet.Path)
			for _, v := range facet.Values {
				chosen := chooseOnly(x.Names(), text, facet.Path, v.Query)
				asked, problem := x.Parse(chosen)
				if problem != nil {
					t.Fatalf("%s: %+v", chosen, *problem)
				}
				f := x.find(asked, new(query.And(among, asked.Root)), 0)
				if f.Len() != v.Count {
					t.Fatalf("in %q, %s finds %d, counted were %d:\n%s", text, chosen, f.Len(), v.Count, k.Files[0].Text)
				}
				values++
				if free != text {
					restricted++
				} else if v.Count > 0 && len(text) < 60 && d.IntN(100) == 0 {
					check(k, chosen, among)
				}
			}
		}
	}
	for range 60 {
		k := d.base()
		day = d.of("", d.day(), d.day())
		all := query.Node{}
		check(k, "", all)
		check(k, "", query.OfKind(k.Kinds[d.IntN(len(k.Kinds))]))
		for range 5 {
			check(k, d.query(1), all)
		}
	}
	for range 40 {
		k := d.sourced()
		check(k, "", query.Node{})
		check(k, "", query.OfKind(k.Kind("company")))
		check(k, d.of("is:unsourced", "origins:1", "falls-with:s1", "confidence:=low", "seat.is:disputed", "is:disputed,unsourced"), query.Node{})
	}
	for range 30 {
		k := d.oddlyNamed()
		check(k, "", query.Node{})
		check(k, "", query.OfKind(k.Kinds[0]))
		check(k, d.of("kind:one", "key:t1", "link:t1", `"kind":a`, "title:a", "by.kind:one"), query.Node{})
	}
	path := filepath.Join(t.TempDir(), "invented.toml")
	if err := generate.Write(path, generate.Options{Seed: 3, Entities: 400}); err != nil {
		t.Fatal(err)
	}
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range k.Kinds {
		check(k, "", query.OfKind(kind))
	}
	check(kbtest.BuiltIn(t), "", query.Node{})
	t.Logf("%d values, %d of fields that were restricted", values, restricted)
	if values < 2000 || restricted < 50 {
		t.Errorf("%d values, %d of fields that were restricted: that tells too little", values, restricted)
	}
}

// chooseOnly returns a query with a value alone chosen of a field.
func chooseOnly(names *query.Names, text, path, value string) string {
	before := names.Values(text, path)
	if !slices.Contains(before, value) {
		text = names.ToggleValue(text, path, value, "")
	}
	for _, other := range before {
		if other != value {
			text = names.ToggleValue(text, path, other, "")
		}
	}
	return text
}

// oddNames are names of fields that mean something else in a query, or look
// like a part of one.
var oddNames = []string{
	"kind", "Kind", "key", "address", "title", "link", "links", "has", "no", "file", "line", "score", "cited", "alone", "origin", "field",
	"first name", "first  name", "a:b", "a,b", "OR", "-not", "etc.", "..", ".x", "a.b", `say "x"`, `\`, "(x)", "^x", "=x", "<1", "«x»", "é", "É", "\x00kind", "kind\x00", "\ufffdkind",
}

// oddlyNamed returns a knowledge base whose fields are called so.
func (d randomSource) oddlyNamed() *kb.KB {
	var b strings.Builder
	b.WriteString("[kb]\nformat=1\n[two.t1]\nname='T'\n[one.t2]\n")
	links := make(map[string]bool)
	for _, name := range oddNames {
		if links[name] = d.IntN(4) == 0; links[name] {
			fmt.Fprintf(&b, "[%s]\n", toml.Key{"relations", name})
		}
	}
	for i := range 8 {
		fmt.Fprintf(&b, "[%s.k%d]\nname='%s'\n", d.of("one", "two"), i, d.of("a", "b", "c d"))
		for _, name := range oddNames {
			value := d.of("'a'", "'b'", "['a', 'b']", "1977", "'c d'", "{ value = 'a', note = 'b' }")
			if links[name] {
				value = d.of("'t1'", "'t2'", "['t1', 't2']")
			}
			if d.IntN(2) == 0 {
				fmt.Fprintf(&b, "%s = %s\n", toml.Key{name}, value)
			}
		}
	}
	k, err := reader.OpenFS(context.Background(), fstest.MapFS{"kb.toml": {Data: []byte(b.String())}}, reader.Options{})
	if err != nil {
		panic(err)
	}
	return k
}

func TestYearsAreCountedInFewRangesHoweverFarApart(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		most := []int{5, 50, 500, 5000, 99_999}[r.IntN(5)]
		years := make([]sample[int], 1+r.IntN(100))
		for i := range years {
			years[i] = sample[int]{of: i, low: r.IntN(2*most+1) - most}
			years[i].high = years[i].low
		}
		ranges := yearRanges(years)
		if len(ranges) > maxDecades+1 {
			t.Fatalf("%d ranges of years up to %d", len(ranges), most)
		}
		for _, y := range years {
			within := 0
			for _, v := range ranges {
				from, upto, isRange := strings.Cut(v.Query, "..")
				low := query.NewOperand(from)
				high := low
				if isRange {
					high = query.NewOperand(upto)
				}
				if !low.IsSpan || !high.IsSpan {
					t.Fatalf("%q is no range of years", v.Query)
				}
				if y.low >= low.Span.Year() && y.low <= high.Span.Year() {
					within++
				}
			}
			if within != 1 {
				t.Fatalf("%d is in %d ranges of %v", y.low, within, ranges)
			}
		}
	}
}
