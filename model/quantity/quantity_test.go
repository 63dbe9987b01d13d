package quantity_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/quantity"
	"rihla/model/reader"
)

func read(t *testing.T, text string) *kb.KB {
	t.Helper()
	k, err := reader.OpenFS(context.Background(), fstest.MapFS{"kb.toml": {Data: []byte("[kb]\nformat = 1\n" + text)}}, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func never() bool { return false }

func TestYearsAndIdentifiersAreNoQuantities(t *testing.T) {
	for path, want := range map[string]quantity.Use{
		"staff": quantity.Adding, "revenue.amount": quantity.Adding, "population": quantity.Adding, "jobsPlanned": quantity.Adding,
		"id": quantity.None, "customer_id": quantity.None, "zip-code": quantity.None, "port": quantity.None, "year": quantity.None, "founded": quantity.None,
		"created_at": quantity.None, "année": quantity.None, "location.lat": quantity.None, "rank": quantity.None, "PhoneNumber": quantity.None, "numéro": quantity.None,
		"share": quantity.Mean, "growth_rate": quantity.Mean, "taux": quantity.Mean, "pct.women": quantity.Adding,
	} {
		if got := quantity.UseOf(&kb.Field{Path: path}); got != want {
			t.Errorf("%s: %d, not %d", path, got, want)
		}
	}
	if quantity.UseOf(&kb.Field{Path: "staff", Type: kb.FieldYear}) != quantity.None || quantity.UseOf(&kb.Field{Path: "staff", Type: kb.FieldNumber}) != quantity.Adding {
		t.Error("the type of the manifest does not count")
	}
}

func TestNumbersOfDifferentUnitsAreNotAdded(t *testing.T) {
	k := read(t, `
[thing.a]
price = { value = 10, currency = "EUR" }
size = { value = 2, unit = "m" }
cost.amount = 5
cost.currency = "MAD"
[thing.b]
price = { value = 2.5, currency = "EUR" }
size = 3
cost.amount = 7
cost.currency = "USD"
[thing.c]
price = { value = 7, currency = "USD" }
`)
	for path, want := range map[string]string{"price": "[{EUR 2 12.5 1} {USD 1 7 0}]", "size": "[{m 1 2 0} { 1 3 0}]", "cost.amount": "[{MAD 1 5 0} {USD 1 7 0}]"} {
		if got := fmt.Sprint(quantity.Add(k, kb.EndOfTime, k.Entities, path, never).Units); got != want {
			t.Errorf("%s: %s, not %s", path, got, want)
		}
	}
}

func TestOnlyWhatHoldsIsAdded(t *testing.T) {
	k := read(t, `
[thing.a]
staff = [{ value = 10, until = 2010 }, { value = 20, since = 2011 }]
[thing.b]
staff = [{ value = 1, rank = "deprecated" }, { value = 4 }]
[thing.c]
staff = [5, 6]
[thing.d]
staff = "many"
[thing.e]
staff = [{ value = 7, rank = "preferred" }, 8]
[thing.f]
staff = nan
`)
	at, _ := date.SpanOf("2020")
	got := quantity.Add(k, at, k.Entities, "staff", never)
	if s := got.Units[0]; got.Of != 6 || got.Unclear != 1 || s.Count != 3 || s.Total != 31 || s.Mean() != 31.0/3 {
		t.Errorf("%+v", got)
	}
	if stopped := quantity.Add(k, at, k.Entities, "staff", func() bool { return true }); stopped.Of != 0 {
		t.Errorf("%+v after the end", stopped)
	}
}

func TestSumsAreThoseOfALoop(t *testing.T) {
	d := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		var b strings.Builder
		total, count := 0.0, 0
		for i := range 1 + d.IntN(50) {
			fmt.Fprintf(&b, "[thing.t%d]\nname = 'T'\n", i)
			if d.IntN(4) > 0 {
				n := math.Round(d.Float64()*1000) / 4
				fmt.Fprintf(&b, "mass = %v\n", n)
				total += n
				count++
			}
		}
		k := read(t, b.String())
		for _, s := range quantity.Add(k, kb.EndOfTime, k.Entities, "mass", never).Units {
			if s.Count != count || s.Total != total {
				t.Fatalf("%d numbers come to %v, not %d to %v", s.Count, s.Total, count, total)
			}
		}
	}
}
