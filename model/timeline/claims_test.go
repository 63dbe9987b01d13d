package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/timeline"
)

func TestClaimsAreTheStatementsBehindAnItem(t *testing.T) {
	const header = "[kb]\nformat = 1\n[relations.seat]\n[x.c]\n"
	for name, test := range map[string]struct {
		text         string
		claims       int
		starts, ends string // as stated
	}{
		"a start and an end":                 {"[a.b]\nstart = 2001-01-01\nend = 2002-01-01", 2, "[2001-01-01]", "[2002-01-01]"},
		"without a deprecated start":         {"[a.b]\nstart = [{ value = 2001-01-01, source = 's' }, { value = 2000-01-01, rank = 'deprecated' }]\nend = 2002-01-01", 2, "[2001-01-01]", "[2002-01-01]"},
		"a date":                             {"[a.b]\ndate = 2001-01-01", 1, "[2001-01-01]", "[]"},
		"dates that disagree":                {"[a.b]\ndate = [{ value = '2001', source = 's' }, { value = 2001-01-01, source = 't' }, { value = 2001-01-01, source = 'u' }]", 3, "[2001-01-01 2001-01-01…2001-12-31]", "[]"},
		"disputed starts and ends":           {"[a.b]\nstart = [{ value = 2002-01-01, confidence = 'disputed' }, { value = '2001', source = 't' }]\nend = { value = 2003-01-01, source = 's' }", 3, "[2001-01-01…2001-12-31 2002-01-01]", "[2003-01-01]"},
		"only an end":                        {"[a.b]\nend = 2002-01-01", 1, "[]", "[2002-01-01]"},
		"only a start":                       {"[a.b]\nstart = 2002-01-01", 1, "[2002-01-01]", "[]"},
		"qualifiers of a link":               {"[a.b]\nseat = { to = 'c', since = 2001-01-01, until = 2002-01-01, confidence = 'disputed' }", 1, "[2001-01-01]", "[2002-01-01]"},
		"a date of a link":                   {"[a.b]\nseat = { to = 'c', date = 2001-01-01, confidence = 'disputed' }", 1, "[2001-01-01]", "[]"},
		"a fact":                             {"[a.b]\nfacts = [{ text = 'So it is.', date = 2001-01-01, confidence = 'disputed' }]", 1, "[2001-01-01]", "[]"},
		"a table in a list with its own end": {"[a.b]\nend = 5\nlog = [{ start = 2001-01-01, end = 2002-01-01 }, 7]", 1, "[2001-01-01]", "[2002-01-01]"},
	} {
		t.Run(name, func(t *testing.T) {
			tl := gather(kbtest.Read(t, header+test.text))
			if len(tl.Items) != 1 {
				t.Fatalf("%d items", len(tl.Items))
			}
			i := &tl.Items[0]
			if got := len(tl.Claims(i)); got != test.claims {
				t.Errorf("%d claims, want %d", got, test.claims)
			}
			starts, ends := tl.Stated(i)
			if got := [2]string{spans(starts), spans(ends)}; got != [2]string{test.starts, test.ends} {
				t.Errorf("stated %q, want %q and %q", got, test.starts, test.ends)
			}
			if (tl.Fact(i) != nil) != i.Has(timeline.Fact) || (tl.Statement(i) != nil) == i.Has(timeline.Fact) {
				t.Errorf("statement %v, fact %v", tl.Statement(i), tl.Fact(i))
			}
		})
	}
}

func spans(all []timeline.Span) string {
	out := []string{}
	for _, s := range all {
		text := iso(s.From)
		if s.To != s.From {
			text += "…" + iso(s.To)
		}
		out = append(out, text)
	}
	return fmt.Sprint(out)
}

func TestDatesThatAgreeAreNotDisputed(t *testing.T) {
	tl := gather(kbtest.Read(t, "[kb]\nformat = 1\n[a.b]\ndate = [{ value = 2024-02-11, source = 's' }, { value = 2024-02-11, source = 't' }]\n[a.c]\ndate = [{ value = 2024-02-11, date = 2024 }, { value = 2024-02-12, date = 2025 }]"))
	for i := range tl.Items {
		if tl.Items[i].Has(timeline.Disputed) {
			t.Errorf("%s is disputed", write(&tl.Items[i]))
		}
	}
	if len(tl.Items) < 4 {
		t.Errorf("%d items", len(tl.Items))
	}
}

func TestATextIsADateIfItIsADayOrItsFieldHoldsDates(t *testing.T) {
	const fields = "[kb]\nformat = 1\n[kinds.a.fields]\nfounded = { type = 'year' }\nopened = { type = 'date' }\n[a.b]\n"
	for text, want := range map[string]string{
		"other = '2023-01-02'": "[2023-01-02]", "other = '2023-01'": "[]", "other = '2023'": "[]", "other = 2023": "[]",
		"founded = '1977'": "[1977-01-01…1977-12-31]", "founded = 1977": "[1977-01-01…1977-12-31]", "founded = '1977-05'": "[1977-05-01…1977-05-31]", "founded = 'x'": "[]",
		"opened = '1977'": "[1977-01-01…1977-12-31]", "opened = 1977": "[1977-01-01…1977-12-31]", "opened = 77": "[]",
		"date = '99999'": "[99999-01-01…99999-12-31]", "date = '-0044'": "[-044-01-01…-044-12-31]", "date = '100000'": "[]", "date = '044'": "[]",
	} {
		tl := gather(kbtest.Read(t, fields+text+"\n"))
		var got []timeline.Span
		for i := range tl.Items {
			got = append(got, tl.Items[i].Span())
		}
		if spans(got) != want {
			t.Errorf("%s is %s, want %s", text, spans(got), want)
		}
	}
}

func TestEachOfSeveralItemsHasItsOwnClaim(t *testing.T) {
	for name, text := range map[string]string{
		"an end before the start": "[a.b]\nstart = 2024-03-01\nend = 2024-02-01",
		"dates that agree":        "[a.b]\ndate = [{ value = 2020-01-01, source = 's' }, { value = 2020-01-01, source = 't' }]",
	} {
		tl := gather(kbtest.Read(t, "[kb]\nformat = 1\n"+text))
		if len(tl.Items) != 2 {
			t.Fatalf("%s: %d items", name, len(tl.Items))
		}
		for i := range tl.Items {
			if claims := tl.Claims(&tl.Items[i]); len(claims) != 1 || claims[0].Statement != tl.Statement(&tl.Items[i]) {
				t.Errorf("%s: item %d has claims %v", name, i, claims)
			}
		}
	}
}

func TestPeriodsAtTheirLimits(t *testing.T) {
	for text, want := range map[string]string{
		"start = 2024-02-11\nend = 2024-02-11": "a/b start: 2024-02-11 to 2024-02-11",
		"start = 'soon'\nend = 2020-01-01":     "a/b end: 2020-01-01 to 2020-01-01, no start",
		"start = 2020-01-01\nend = 'later'":    "a/b start: 2020-01-01 to 2026-11-28, no end",
		"start = '2024-02'\nend = 2024-02-01":  "a/b start: 2024-02-01…2024-02-29 to 2024-02-01",
	} {
		tl := gather(kbtest.Read(t, "[a.b]\n"+text))
		if len(tl.Items) != 1 || write(&tl.Items[0]) != want {
			t.Errorf("%q has %d items, %q; want %q", text, len(tl.Items), write(&tl.Items[0]), want)
		}
	}
}

func TestCoreIsTheDaysThatAPeriodCertainlyCovers(t *testing.T) {
	for text, want := range map[string]string{
		"start = 2024-02-11\nend = 2024-02-21": "[2024-02-11…2024-02-21]",
		"start = '2024-02'\nend = 2024-02-29":  "[2024-02-29]",
		"start = '2024-02'\nend = 2024-02-28":  "[]",
		"start = '2023'\nend = '2025'":         "[2023-12-31…2025-01-01]",
		"end = '2025'":                         "[2025-01-01]",
		"date = '2025'":                        "[]",
	} {
		tl := gather(kbtest.Read(t, "[a.b]\n"+text))
		var got []timeline.Span
		if core, ok := tl.Items[0].Core(); ok {
			got = append(got, core)
		}
		if spans(got) != want {
			t.Errorf("the core of %q is %s, want %s", text, spans(got), want)
		}
	}
}

func TestNestedDatesAreFoundUpToADepth(t *testing.T) {
	const table = "{ when = 2024-02-11 }"
	for depth, want := range map[int]int{1: 1, 5: 1, 9: 1, 10: 0, 30: 0} {
		lists := strings.Repeat("[", depth) + table + strings.Repeat("]", depth)
		if got := len(gather(kbtest.Read(t, "[a.b]\nlog = "+lists)).Items); got != want {
			t.Errorf("%d items in %d lists, want %d", got, depth, want)
		}
	}
	for depth, want := range map[int]int{1: 1, 8: 1, 9: 0, 30: 0} {
		both := strings.Repeat("[{ log = ", depth) + "[" + table + "]" + strings.Repeat(" }]", depth)
		if got := len(gather(kbtest.Read(t, "[a.b]\nlog = "+both)).Items); got != want {
			t.Errorf("%d items in %d lists and tables, want %d", got, depth, want)
		}
	}
}
