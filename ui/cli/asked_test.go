package cli_test

import (
	"testing"

	"rihla/ui/cli"
)

// Oracle left California in 2020: today's question does not find it, that of 2019
// does, and one about any time says that it is over.
func TestAQuestionAsksForWhatHolds(t *testing.T) {
	cli.SetToday(t, "2026-11-29")
	run(t, "list", "company", "headquarters.state:california").exits(0).prints("company/cisco", "company/nutanix").misses("company/oracle", "until")
	run(t, "list", "company", "headquarters.state:california", "--at", "2019").exits(0).prints("company/oracle", "company/cisco").misses("until")
	run(t, "list", "company", "headquarters@2019.state:california").exits(0).prints("company/oracle", "based in: Redwood City (until 11 December 2020)")
	run(t, "list", "company", "headquarters@any.state:california").exits(0).prints("company/oracle", "based in: Redwood City (until 11 December 2020)", "company/nutanix")
	run(t, "list", "company", "headquarters@any.state:california", "--lang", "fr").exits(0).prints("Redwood City (jusqu’au 11 décembre 2020)")
	run(t, "list", "company", "headquarters@any.state:california", "--format", "csv").exits(0).prints("company/oracle").misses("until")
	run(t, "search", "headquarters@any:redwood-city").exits(0).prints("based in: Redwood City (until 11 December 2020)")
	run(t, "search", "headquarters@any:redwood-city", "--format", "json").exits(0).prints(`"text":"Redwood City","holds":"no"`)
	run(t, "search", "headquarters:austin", "--format", "json").exits(0).prints(`"text":"Austin"}`).misses("holds")
	run(t, "search", "no:headquarters headquarters@2019:redwood-city").exits(1)
	run(t, "search", "headquarters:redwood-city").exits(1).complains("No results for headquarters:redwood-city.", "Results at another time: headquarters@any:redwood-city")
	run(t, "list", "company", "headquarters@2021:redwood-city").exits(1).complains("headquarters@any:redwood-city")
	run(t, "list", "company", "link:redwood-city").misses("company/oracle")
	run(t, "list", "company", "link@any:redwood-city").exits(0).prints("company/oracle")
}

func TestAQuestionThatMayHoldSaysPerhaps(t *testing.T) {
	cli.SetToday(t, "2026-11-29")
	base := write(t, "moves.toml", moves)
	run(t, "--kb", base, "list", "company", "headquarters:santa-clara", "--at", "2010-01-15").exits(0).prints("Santa Clara (perhaps)")
	run(t, "--kb", base, "search", "headquarters:santa-clara", "--at", "2010-01-15").exits(0).prints("Santa Clara (perhaps)")
	run(t, "--kb", base, "list", "company", "headquarters:santa-clara", "--at", "2010-02-01").exits(1)
	run(t, "--kb", base, "list", "company", "headquarters@any:austin", "--columns", "name").exits(0).prints("Austin (from 2027)")
}

func TestAWrongTimeIsExplained(t *testing.T) {
	run(t, "search", "headquarters@20x9:austin").exits(2).complains("“20x9” is not a date", "headquarters@20x9:austin\n", "@2019-05-01, @any")
	run(t, "search", "headquarters@an:austin").exits(2).complains("did you mean any?")
	run(t, "search", "headquarter5@2019:austin").exits(2).complains("headquarters")
}

// An event lasts from its start to its end.
func TestADayFindsTheEventsThatItIsIn(t *testing.T) {
	base := write(t, "events.toml", `
[event.fair]
start = 2024-02-10
end = 2024-02-20
[event.talk]
date = 2024-02-15
[event.disputed]
start = [{ value = 2024-02-16, source = "a" }, { value = 2024-02-14, source = "b" }]
end = 2024-02-18
`)
	found := func(text string, want ...string) {
		t.Helper()
		run(t, "--kb", base, "search", text, "--format", "csv").exits(0).prints(want...)
	}
	found("date:2024-02-15", "event/fair", "event/talk", "event/disputed")
	found("date:2024-02-20", "event/fair")
	run(t, "--kb", base, "search", "date:2024-02-11").exits(0).prints("event/fair").misses("event/talk", "event/disputed")
	run(t, "--kb", base, "search", "date:2024-02-21").exits(1)
	found("date:2024-02-12..2024-02-13", "event/fair")
	found("date:>2024-02-18", "event/fair")
}

func TestANumberIsFoundHoweverItsDigitsAreGrouped(t *testing.T) {
	base := write(t, "jobs.toml", `
[company.comma]
summary = "It has 75,000 employees."
[company.space]
summary = "Elle compte 75 000 salariés."
[company.arabic]
summary = "٧٥٬٠٠٠ موظف"
[company.number]
jobs = 75000
[company.year]
summary = "In 2024 it had 20,24 points."
`)
	all := []string{"company/comma", "company/space", "company/arabic", "company/number"}
	for _, text := range []string{"75000", "75,000", "75'000", "75 000", "75 000", "٧٥٠٠٠"} {
		run(t, "--kb", base, "search", text).exits(0).prints(all...).misses("company/year")
	}
	run(t, "--kb", base, "search", "2024").exits(0).prints("company/year")
	run(t, "--kb", base, "search", "20,24").exits(0).prints("company/year")
	run(t, "--kb", base, "search", "=2024").exits(1)
	run(t, "--kb", base, "search", "jobs:75000").exits(0).prints("company/number")
	run(t, "--kb", base, "search", `jobs:>"74,000"`).exits(0).prints("company/number")
}

// The sources of a field are those of its claims, not those of what it leads to.
func TestTheSourcesOfAFieldAreThoseOfItsClaims(t *testing.T) {
	base := write(t, "seats.toml", `
[company.one]
seat = { to = "here", source = "register" }
[company.two]
seat = { to = "here", source = "letter" }
[city.here]
mayor = { value = "Ann", source = "register" }
[source.register]
publisher = "State"
[source.letter]
retracted = 2024-01-01
`)
	run(t, "--kb", base, "search", "seat.source:register").exits(0).prints("company/one", "seat › source: register").misses("company/two")
	run(t, "--kb", base, "search", "seat.source:letter").exits(0).prints("company/two").misses("company/one")
	run(t, "--kb", base, "search", "seat.source.publisher:state").exits(0).prints("company/one").misses("company/two")
	run(t, "--kb", base, "search", "seat.source.is:fallen").exits(0).prints("company/two").misses("company/one")
	run(t, "--kb", base, "search", "seat.mayor.source:register").exits(0).prints("company/one", "company/two")
}

func TestTimesWithOffsetsAreComparedAsMoments(t *testing.T) {
	base := write(t, "calls.toml", `
[call.early]
at = 2024-02-13T12:30:00+02:00
[call.late]
at = 2024-02-13T23:30:00-05:00
`)
	run(t, "--kb", base, "search", "at:=2024-02-13T10:30:00Z").exits(0).prints("call/early").misses("call/late")
	run(t, "--kb", base, "search", "at:>2024-02-13T11:00:00Z").exits(0).prints("call/late").misses("call/early")
	run(t, "--kb", base, "search", "at:2024-02-13").exits(0).prints("call/early", "call/late")
	run(t, "--kb", base, "search", "at:2024-02-14").exits(1)
}

func TestADeprecatedValueIsFoundAndMarked(t *testing.T) {
	base := write(t, "years.toml", `
[company.one]
founded = [{ value = 1981, rank = "deprecated" }, { value = 1992 }]
seat = { to = "here", rank = "deprecated", until = 2020 }
[company.two]
founded = [{ value = 1981, rank = "deprecated" }, { value = 1981 }]
[city.here]
`)
	run(t, "--kb", base, "search", "founded:1981").exits(0).prints("founded: 1981 (deprecated)", "founded: 1981\n")
	run(t, "--kb", base, "search", "seat:here").exits(1)
	run(t, "--kb", base, "search", "seat@any:here").exits(0).prints("seat: here (deprecated)")
}
