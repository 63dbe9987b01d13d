package cli_test

import (
	"strings"
	"testing"

	"rihla/ui/safe"
)

func TestWhatHappenedInOrder(t *testing.T) {
	run(t, "timeline", "--kind", "event", "--from", "2017", "--to", "2025").exits(0).prints(
		"14 dates, 2017 to 2025", "  2017            2018          2021 ", "today ›\n", "□ Founding of the Digital Development Agency", "Morocco – US business mission (February 202… ≠ □", "2 empty stretches shortened")
	run(t, "timeline", "--kind", "événement", "--lang", "fr", "--from", "2024-02", "--to", "2024-02").exits(0).prints(
		"2 dates, 2024", "février 2024", "Mission d’affaires Ma… ≠ □╌╌━━━", "aujourd’hui ›")
	run(t, "timeline", "--kind", "agency,company", "--from", "2025").exits(0).prints("Oracle · has a site in › Casablanca", "▸", "today")
}

func TestATimelineInWords(t *testing.T) {
	r := run(t, "timeline", "oracle", "--kind", "company", "--plain")
	r.exits(0).prints(
		"1977 - founded - Oracle\n", "until 11 December 2020 - based in: Redwood City - Oracle\n",
		"since 11 December 2020, ongoing - based in: Austin - Oracle\n", "April 2024 - plans a site in: Nashville - Oracle\n")
	for _, r := range r.out {
		if r >= 0x2190 && r < 0x2E80 {
			t.Errorf("%q is drawn", r)
		}
	}
	run(t, "timeline", "--plain", "--kind", "event", "--from", "2024-02-10", "--to", "2024-02-10", "--lang", "fr").exits(0).prints(
		"du 10 ou du 11 février 2024 au 21 février 2024, contesté - événement - Mission d’affaires Maroc – États-Unis (février 2024)\n")
}

func TestATimelineForPrograms(t *testing.T) {
	var all struct {
		Today string
		Items []struct {
			Address, Kind, Name, Type, Field, To, Text string
			Starts, Ends, Sources                      []string
			Earliest, Latest, Precision                string
			Ongoing, Disputed                          bool
		}
	}
	run(t, "timeline", "--format", "json").exits(0).decode(&all)
	if len(all.Items) < 100 || all.Today == "" {
		t.Fatalf("%d items, today %q", len(all.Items), all.Today)
	}
	seen := 0
	for n, i := range all.Items {
		if n > 0 && i.Earliest < all.Items[n-1].Earliest || i.Latest < i.Earliest || len(i.Starts)+len(i.Ends) == 0 {
			t.Errorf("%+v", i)
		}
		switch {
		case i.Address == "event/mission-2024" && i.Field == "start":
			seen++
			if !i.Disputed || i.Type != "span" || strings.Join(i.Starts, " ") != "2024-02-10 2024-02-11" || strings.Join(i.Ends, " ") != "2024-02-21" || len(i.Sources) != 12 {
				t.Errorf("%+v", i)
			}
		case i.Address == "company/oracle" && i.To == "city/austin":
			seen++
			if !i.Ongoing || i.Starts[0] != "2020-12-11" || len(i.Ends) > 0 || i.Latest != all.Today || i.Precision != "day" {
				t.Errorf("%+v", i)
			}
		case i.Address == "company/microsoft" && i.Field == "founded":
			seen++
			if i.Precision != "year" || i.Type != "point" || i.Earliest != "1975-01-01" || i.Latest != "1975-12-31" || i.Starts[0] != "1975" {
				t.Errorf("%+v", i)
			}
		}
	}
	if seen != 3 {
		t.Errorf("%d of 3 were there", seen)
	}
	all.Items = nil
	run(t, "timeline", "--format", "json", "--limit", "3").exits(0).decode(&all)
	if len(all.Items) != 3 {
		t.Errorf("%d items of 3", len(all.Items))
	}
}

func TestATimelineOfNothing(t *testing.T) {
	path := write(t, "kb.toml", "[a.b]\nname = 'B'\n[a.c]\ndate = 2024-01-01\n")
	run(t, "timeline", "c", "--kb", path).exits(0).prints("1 date, 2024")
	run(t, "timeline", "name:B", "--kb", path).exits(1).complains("no dates in the results")
	run(t, "timeline", "--from", "2025", "--kb", path).exits(1).complains("no dates in this period")
	run(t, "timeline", "--kb", write(t, "kb.toml", "[a.b]\nname = 'B'\n")).exits(1).complains("no dates here", "date = 2024-02-11")
	run(t, "timeline", "--from", "soon").exits(2).complains("soon is not a date")
	run(t, "timeline", "--from", "2025", "--to", "2024").exits(2).complains("--to is before --from")
	run(t, "timeline", "--kind", "evnt").exits(1).complains("unknown kind evnt", "did you mean event?")
	var none struct{ Items []string }
	run(t, "timeline", "--from", "2090", "--format", "json").exits(1).decode(&none)
}

func TestNoLineOfATimelineIsWiderThanItsScreen(t *testing.T) {
	for _, lang := range []string{"fr", "en"} {
		for line := range strings.SplitSeq(run(t, "timeline", "--lang", lang).out, "\n") {
			if safe.Width(line) > 80 {
				t.Errorf("%d cells: %q", safe.Width(line), line)
			}
		}
	}
}

func TestManyRowsAreCounted(t *testing.T) {
	run(t, "timeline", "--kind", "event", "--limit", "3").exits(0).prints("and 11 more")
	run(t, "timeline", "--kind", "event", "--", "-oracle").exits(0).prints("‹ 1 earlier")
}
