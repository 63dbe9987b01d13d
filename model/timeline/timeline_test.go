package timeline_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/timeline"
)

var today = timeline.NewDay(2026, time.November, 28)

func gather(k *kb.KB) *timeline.Timeline {
	return timeline.Gather(context.Background(), k, k.Entities, today)
}

func iso(d timeline.Day) string {
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, int(m), day)
}

// write describes an item in a line.
func write(i *timeline.Item) string {
	span := func(s timeline.Span) string {
		if s.From == s.To {
			return iso(s.From)
		}
		return iso(s.From) + "…" + iso(s.To)
	}
	var b strings.Builder
	b.WriteString(string(i.Entity.Address()))
	if i.Field != nil {
		b.WriteString(" " + i.Field.Path)
	}
	if i.To != nil {
		b.WriteString(" > " + i.To.Key)
	}
	b.WriteString(": " + span(i.Start))
	if i.End != i.Start || !i.Has(timeline.Point) {
		b.WriteString(" to " + span(i.End))
	}
	for _, trait := range []struct {
		is   timeline.Traits
		name string
	}{
		{timeline.Point, "point"}, {timeline.Qualifier, "qualifies"}, {timeline.Fact, "fact"},
		{timeline.OpenStart, "no start"}, {timeline.OpenEnd, "no end"}, {timeline.Disputed, "disputed"},
	} {
		if i.Has(trait.is) {
			b.WriteString(", " + trait.name)
		}
	}
	return b.String()
}

func TestGatherFindsDatedItems(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"reserved fields, exact and partial": {
			"[kb]\nformat = 1\n[a.day]\ndate = 2024-02-13\n[a.month]\ndate = '2024-02'\n[a.year]\ndate = '2024'\n[a.number]\ndate = 2024\n[a.moment]\ndate = 2024-02-13T23:59:59Z\n[a.clock]\ndate = 10:30:00",
			[]string{
				"a/year date: 2024-01-01…2024-12-31, point", "a/number date: 2024-01-01…2024-12-31, point",
				"a/month date: 2024-02-01…2024-02-29, point", "a/day date: 2024-02-13, point", "a/moment date: 2024-02-13, point",
			},
		},
		"a start and an end are one span": {
			"[a.both]\nend = 2024-02-21\nstart = 2024-02-11\n[a.open]\nstart = 2025-01-01\n[a.until]\nend = '2020'\n[a.ahead]\nstart = 2030-01-01",
			[]string{
				"a/until end: 2020-01-01…2020-12-31 to 2020-01-01…2020-12-31, no start", "a/both start: 2024-02-11 to 2024-02-21",
				"a/open start: 2025-01-01 to 2026-11-28, no end", "a/ahead start: 2030-01-01 to 2030-01-01, no end",
			},
		},
		"a span that ends before it starts is two points": {
			"[a.b]\nstart = 2024-03-01\nend = 2024-02-01",
			[]string{"a/b end: 2024-02-01, point", "a/b start: 2024-03-01, point"},
		},
		"starts that disagree": {
			"[kb]\nformat = 1\n[a.b]\nstart = [{ value = 2024-02-11, rank = 'preferred', confidence = 'disputed' }, { value = 2024-02-10, confidence = 'disputed' }, { value = 2024-01-01, rank = 'deprecated' }]\nend = { value = 2024-02-21, confidence = 'high' }",
			[]string{"a/b start: 2024-02-10…2024-02-11 to 2024-02-21, disputed"},
		},
		"dates that disagree are one thing, dates that do not are several": {
			"[kb]\nformat = 1\n[a.b]\ndate = [{ value = 2024-02-11, source = 's' }, { value = '2024', source = 't' }]\n[a.c]\ndate = [2020-01-01, 2021-01-01]",
			[]string{"a/c date: 2020-01-01, point", "a/c date: 2021-01-01, point", "a/b date: 2024-01-01…2024-12-31, point, disputed"},
		},
		"types of the manifest": {
			"[kb]\nformat = 1\n[kinds.a.fields]\nfounded = { type = 'year' }\nopened = { type = 'date' }\n[a.b]\nfounded = 1977\nopened = '1980-05'\nstaff = 1990\n[a.rome]\nfounded = -753\n[a.late]\nfounded = 12024\n[a.never]\nfounded = 1234567890",
			[]string{
				"a/rome founded: -753-01-01…-753-12-31, point", "a/b founded: 1977-01-01…1977-12-31, point",
				"a/b opened: 1980-05-01…1980-05-31, point", "a/late founded: 12024-01-01…12024-12-31, point",
			},
		},
		"what qualifies a link, a value and a fact": {
			`[kb]
format = 1
[relations.seat]
[city.x]
[a.b]
seat = [{ to = "city/x", since = 2020-12-11 }, { to = "city/x", until = "2020" }, { to = "city/x", since = "1990", until = "1995", rank = "deprecated" }]
boss = { value = "Ann", since = "2001", until = "2003" }
deal = { to = "city/x", date = "2024-04", confidence = "disputed" }
[[a.b.facts]]
text = "They met."
date = 2024-05-29
`,
			[]string{
				"a/b boss: 2001-01-01…2001-12-31 to 2003-01-01…2003-12-31, qualifies",
				"a/b seat > x: 2020-01-01…2020-12-31 to 2020-01-01…2020-12-31, qualifies, no start",
				"a/b seat > x: 2020-12-11 to 2026-11-28, qualifies, no end",
				"a/b deal > x: 2024-04-01…2024-04-30, point, qualifies, disputed", "a/b: 2024-05-29, point, qualifies, fact",
			},
		},
		"a stranger's file": {
			"[server.a]\ninstalled = 2024-02-13\nbuilt = '2023-01-02T03:04:05Z'\nversion = '2024'\ndate = 5\nstart = 1024\nterm.start = 2001-01-01\nterm.end = 2002-01-01\n[[server.a.logs]]\nwhen = 2020-01-01\n[[server.a.logs]]\nstart = '2021'\nend = '2022'",
			[]string{
				"server/a term.start: 2001-01-01 to 2002-01-01", "server/a logs: 2020-01-01, point",
				"server/a logs: 2021-01-01…2021-12-31 to 2022-01-01…2022-12-31",
				"server/a built: 2023-01-02, point", "server/a installed: 2024-02-13, point",
			},
		},
		"sources": {
			"[kb]\nformat = 1\n[source.s]\ndate = 2024-01-01\naccessed = 2024-06-01\n[a.b]\naccessed = 2024-07-01",
			[]string{"source/s date: 2024-01-01, point", "a/b accessed: 2024-07-01, point"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			tl := gather(kbtest.Read(t, test.text))
			var got []string
			for i := range tl.Items {
				got = append(got, write(&tl.Items[i]))
			}
			if fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("got\n %s\nwant\n %s", strings.Join(got, "\n "), strings.Join(test.want, "\n "))
			}
		})
	}
}

func TestClaimsStateTheDates(t *testing.T) {
	k := kbtest.Read(t, "[kb]\nformat = 1\n[a.b]\nstart = [{ value = 2024-02-11, source = 's', confidence = 'disputed' }, { value = 2024-02-10, source = 't' }]\nend = { value = 2024-02-21, source = 'u' }")
	tl := gather(k)
	if len(tl.Items) != 1 {
		t.Fatalf("%d items, want one", len(tl.Items))
	}
	if n := len(tl.Claims(&tl.Items[0])); n != 3 {
		t.Errorf("%d claims state the dates, want 3", n)
	}
	starts, ends := tl.Stated(&tl.Items[0])
	if len(starts) != 2 || len(ends) != 1 || iso(starts[0].From) != "2024-02-10" || iso(ends[0].To) != "2024-02-21" {
		t.Errorf("stated are %v and %v", starts, ends)
	}
}

func TestDensestLeavesOutOutliers(t *testing.T) {
	var b strings.Builder
	b.WriteString("[a.first]\ndate = 1636-01-01\n")
	for i := range 12 {
		fmt.Fprintf(&b, "[a.n%d]\ndate = 2024-%02d-01\n", i, i+1)
	}
	tl := gather(kbtest.Read(t, b.String()))
	if s := tl.Densest(); iso(s.From) != "2024-01-01" || iso(s.To) != "2024-12-01" {
		t.Errorf("the densest is %s to %s", iso(s.From), iso(s.To))
	}
	if s := tl.Span(); iso(s.From) != "1636-01-01" {
		t.Errorf("the whole begins on %s", iso(s.From))
	}
	for _, text := range []string{"", "[a.b]\ndate = 1636-01-01", "[a.b]\ndate = 1636-01-01\n[a.c]\ndate = 2024-01-01"} {
		if tl := gather(kbtest.Read(t, text)); tl.Densest().Join(tl.Span()) != tl.Densest() {
			t.Errorf("of %q the densest is %v, the whole %v", text, tl.Densest(), tl.Span())
		}
	}
}

func TestDensestIsTheSpanOfMostItems(t *testing.T) {
	// years writes a thing of the first day of each year.
	years := func(from, to int) string {
		var b strings.Builder
		for y := from; y <= to; y++ {
			fmt.Fprintf(&b, "[a.y%d]\ndate = %d-01-01\n", y, y)
		}
		return b.String()
	}
	for _, test := range []struct{ text, from, to string }{
		{years(1900, 1999), "1900-01-01", "2026-11-28"},
		{years(1600, 1602) + years(1901, 1999), "1901-01-01", "2026-11-28"},
		{years(1850, 1853) + years(1980, 2016), "1980-01-01", "2026-11-28"}, // one in ten, a third as long, and today is near
		{years(1950, 1953) + years(1980, 2009), "1950-01-01", "2026-11-28"}, // more than one in ten, not short enough
		{years(1000, 1005) + years(1980, 2009), "1980-01-01", "2009-01-01"}, // one in five, a sixth as long
		{years(1700, 1700) + years(2000, 2010), "2000-01-01", "2010-01-01"}, // today is not near
		{years(1700, 1700) + years(2000, 2010) + "[a.on]\nstart = 2005-01-01", "2000-01-01", "2010-01-01"},
		{years(1700, 1700) + years(2000, 2014) + "[a.on]\nstart = 2005-01-01", "2000-01-01", "2026-11-28"},
	} {
		if s := gather(kbtest.Read(t, test.text)).Densest(); iso(s.From) != test.from || iso(s.To) != test.to {
			t.Errorf("%s to %s, want %s to %s", iso(s.From), iso(s.To), test.from, test.to)
		}
	}
}

// TestDaysAgreeWithTheCalendar counts days by hand from year to year.
func TestDaysAgreeWithTheCalendar(t *testing.T) {
	isLeap := func(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }
	at := timeline.NewDay(-5000, time.January, 1)
	for y := -5000; y < 13000; y++ {
		s, ok := timeline.Parse(fmt.Sprintf("%d", y))
		if y >= 0 && y < 1000 {
			s, ok = timeline.Parse(fmt.Sprintf("%04d", y))
		}
		days := 365
		if isLeap(y) {
			days++
		}
		if short := y > -1000 && y < 0; short {
			at += timeline.Day(days)
			continue // written with fewer digits than a year has
		}
		if !ok || s.From != at || s.Days() != days || timeline.PrecisionOf(s) != timeline.YearPrecision {
			t.Fatalf("%d is %v (%v), want %d days from %d", y, s, ok, days, at)
		}
		at += timeline.Day(days)
	}
}

func TestGatherStopsWithTheContext(t *testing.T) {
	k := kbtest.Read(t, "[a.b]\ndate = 2024-01-01")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if timeline.Gather(ctx, k, k.Entities, today) != nil {
		t.Error("it went on")
	}
}

func TestAPartialBaseHasNoItems(t *testing.T) {
	k := kbtest.Read(t, "[a.b]\ndate = 2024-01-01")
	k.Partial = true
	if tl := gather(k); len(tl.Items) != 0 {
		t.Errorf("%d items of an outline", len(tl.Items))
	}
}

// TestGatherAcceptsAnyValue reads values that are none, or hardly any.
func TestGatherAcceptsAnyValue(t *testing.T) {
	values := []string{
		"''", "'-'", "'0000'", "'-0000'", "'99999'", "'-99999'", "'100000'", "'2024-13'", "'2024-02-30'", "'2024-02-13 oops'", "'+2024'", "-1", "0",
		"99999999999", "1.5", "nan", "inf", "true", "[]", "[[2024-01-01]]", "{}", "{ a = { b = 2024-01-01 } }", "0001-01-01", "9999-12-31", "00:00:00", "'24:00'",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		var b strings.Builder
		b.WriteString("[kb]\nformat = 1\n[kinds.a.fields]\nfounded = { type = 'year' }\nopened = { type = 'date' }\n[a.b]\n")
		for _, field := range []string{"date", "start", "end", "founded", "opened", "other"} {
			v := values[r.IntN(len(values))]
			switch r.IntN(3) {
			case 0:
				fmt.Fprintf(&b, "%s = %s\n", field, v)
			case 1:
				fmt.Fprintf(&b, "%s = [%s, %s]\n", field, v, values[r.IntN(len(values))])
			default:
				fmt.Fprintf(&b, "%s = [{ value = %s, confidence = 'disputed', since = %s }, { value = %s, until = '2024' }]\n", field, v, values[r.IntN(len(values))], values[r.IntN(len(values))])
			}
		}
		tl := gather(kbtest.Read(t, b.String()))
		for i := range tl.Items {
			item := &tl.Items[i]
			s := item.Span()
			if item.Start.From > item.Start.To || item.End.From > item.End.To || s.From > s.To || item.Start.From != s.From && !item.Has(timeline.OpenEnd) {
				t.Fatalf("%s\nof\n%s", write(item), b.String())
			}
			if i > 0 && tl.Items[i-1].Start.From > item.Start.From {
				t.Fatalf("%s comes after %s", write(item), write(&tl.Items[i-1]))
			}
			if starts, ends := tl.Stated(item); len(starts)+len(ends) == 0 || len(tl.Claims(item)) == 0 {
				t.Fatalf("nobody states %s\nof\n%s", write(item), b.String())
			}
		}
	}
}
