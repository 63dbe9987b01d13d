package cli_test

import (
	"slices"
	"strings"
	"testing"
)

// A collection that somebody kept over the years, in the notations of the programs
// that it went through.
const diary = `
[[talk]]
name = "First"
creation_date = "2020/02/18"
added_date = 1674232499
speaker_born = "44 BC"
held = "18 Feb 2020"
size = 1674232499

[[talk]]
name = "Second"
creation_date = "2021/03/19"
added_date = 1680384741
speaker_born = "March 1951"
held = "19 mars 2021"
size = 1977

[[talk]]
name = "Third"
creation_date = "2019/01/02"
added_date = 1262304000
speaker_born = -753
held = "03/04/2020"
size = 12
`

func TestDatesAsPeopleWriteThemAreOnTheTimeline(t *testing.T) {
	kb := write(t, "talks.toml", diary)
	r := run(t, "--kb", kb, "timeline", "--plain")
	r.exits(0).prints("-753 - speaker_born - Third\n-43 - speaker_born - First\nMarch 1951 - speaker_born - Second\n1 January 2010 - added_date - Third\n")
	r.prints("18 February 2020 - creation_date - First\n18 February 2020 - held - First\n", "20 January 2023 - added_date - First\n")
	for _, not := range []string{"size", "April 2020", "March 2020 - held"} {
		if strings.Contains(r.out, not) {
			t.Errorf("%q is among %s", not, r.out)
		}
	}
	run(t, "--kb", kb, "timeline", "--plain", "--from", "1 April 2023", "--lang", "fr").exits(0).prints("1er avril 2023 - added_date - Second\n")
}

func TestAFreeTextHidesNoDateOfItsField(t *testing.T) {
	kb := write(t, "albums.toml", "[[album]]\nname = 'Blue'\nreleased = 1959-08-17\n[[album]]\nname = 'Live'\nreleased = '1961-10'\n[[album]]\nname = 'Lost'\nreleased = 'early 1958'\n[[album]]\nname = 'Late'\nreleased = 1964\n")
	r := run(t, "--kb", kb, "timeline", "--plain").exits(0)
	r.prints("17 August 1959 - released - Blue\nOctober 1961 - released - Live\n1964 - released - Late\n")
	if strings.Contains(r.out, "Lost") {
		t.Errorf("a date of its own: %s", r.out)
	}
}

func TestNumbersThatAreDatesAreShownAsDates(t *testing.T) {
	kb := write(t, "talks.toml", diary)
	run(t, "--kb", kb, "list", "talk", "--columns", "added_date,size", "--sort", "added_date").exits(0).prints("talk/third   2010-01-01          12\ntalk/first   2023-01-20  1674232499\ntalk/second  2023-04-01        1977")
	run(t, "--kb", kb, "show", "talk/first").exits(0).prints("2023-01-20 16:34:59Z  1674232499", "2020/02/18")
	run(t, "--kb", kb, "list", "talk", "--columns", "added_date", "--format", "csv").exits(0).prints("talk/first,1674232499")
	run(t, "--kb", kb, "show", "talk/first", "--format", "json").exits(0).prints(`"added_date":1674232499`)
	run(t, "--kb", kb, "check").exits(0)
}

func TestQueriesReadDatesAsTheFilesWriteThem(t *testing.T) {
	kb := write(t, "talks.toml", diary)
	for query, want := range map[string]string{
		"added_date:2023":               "first,second",
		"added_date:2023-01":            "first",
		"added_date:>2023-02":           "second",
		"added_date:..2022":             "third",
		"added_date:1674232499":         "first",
		"creation_date:2020-02-18":      "first",
		"creation_date:2020/02/18":      "first",
		`creation_date:"18 Feb 2020"`:   "first",
		`creation_date:<"18 févr 2020"`: "third",
		"creation_date:2019..2020":      "first,third",
		"held:2021-03":                  "second",
		"held:2020-04":                  "",
		"held:2020-03":                  "",
		"speaker_born:<0":               "first,third",
		"speaker_born:<-0001":           "first,third",
		"speaker_born:1951-03":          "second",
		"size:>2000":                    "first",
		"size:2023":                     "",
	} {
		r := run(t, "--kb", kb, "search", query, "--format", "csv")
		var got []string
		for _, key := range []string{"first", "second", "third"} {
			if strings.Contains(r.out, "talk/"+key) {
				got = append(got, key)
			}
		}
		if strings.Join(got, ",") != want {
			t.Errorf("%s finds %v, want %s\n%s", query, got, want, r.err)
		}
	}
}

func TestAResultSaysWhichDateIsMeant(t *testing.T) {
	kb := write(t, "talks.toml", diary)
	run(t, "--kb", kb, "search", "speaker_born:<-0001").exits(0).prints("speaker_born: 44 BC", "speaker_born: -753")
	run(t, "--kb", kb, "search", "added_date:2023-04").exits(0).prints("added_date: 2023-04-01")
}

func TestADeclaredDateOrYearIsCheckedByTheSameReader(t *testing.T) {
	kb := write(t, "kb.toml", `[kb]
format = 1
[kinds.talk.fields]
held = { type = "date" }
founded = { type = "year" }
[talk.right]
held = ["2020/02/18", "18 février 2020", 2020-02-18, 2020, 1674232499, "12024-01-01", "-0043-03-15", "2020-02-18T10:30:00+02:00"]
founded = [1977, -753, 12024, "1977", "44 BC"]
[talk.wrong]
held = ["03/04/2020", "soon", 10:30:00, 12, true]
founded = ["1977-05", 123456, 1977-05-01]
`)
	r := run(t, "--kb", kb, "check").exits(1)
	if n := strings.Count(r.out, "[bad-date]"); n != 5 {
		t.Errorf("%d bad dates in %s", n, r.out)
	}
	r.prints("expected the year first: 2020-04-03 or 2020-03-04")
	if n := strings.Count(r.out, "[bad-type]"); n != 3 {
		t.Errorf("%d bad types in %s", n, r.out)
	}
	if strings.Contains(r.out, "kb.toml:7") || strings.Contains(r.out, "kb.toml:8") {
		t.Errorf("a right value is wrong: %s", r.out)
	}
}

func TestYearsBeforeOurEraAreDatesLikeOthers(t *testing.T) {
	kb := write(t, "kb.toml", `[kb]
title = "t"
[kinds.event]
[kinds.event.fields.founded]
type = "year"
[event.caesar]
name = "Caesar, to the day"
date = "-0043-03-15"
[event.year]
name = "Caesar, to the year"
date = "-0043"
[event.far]
name = "Far"
date = "12024"
[event.now]
name = "Now"
date = "2024"
`)
	run(t, "--kb", kb, "check").exits(0).misses("bad-date")
	run(t, "--kb", kb, "timeline", "--plain").exits(0).prints("to the year", "to the day", "Now", "Far")
	for query, found := range map[string][]string{
		"date:<0": {"caesar", "year"}, "date:<=0": {"caesar", "year"}, "date:..0": {"caesar", "year"},
		"date:-43": {"caesar", "year"}, "date:-100..0": {"caesar", "year"}, "date:<-43": {},
		"date:>0": {"far", "now"}, "date:0..3000": {"now"},
	} {
		r := run(t, "--kb", kb, "search", query, "--format", "csv")
		for _, key := range []string{"caesar", "year", "far", "now"} {
			if is := strings.Contains(r.out, "event/"+key+","); is != slices.Contains(found, key) {
				t.Errorf("%s: finds %s: %v", query, key, is)
			}
		}
	}
	rows := run(t, "--kb", kb, "list", "event", "--sort", "date", "--format", "csv", "--columns", "address").exits(0).out
	if want := "address\nevent/year\nevent/caesar\nevent/now\nevent/far\n"; rows != want {
		t.Errorf("sorted: %q", rows)
	}
}
