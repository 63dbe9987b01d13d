package cli_test

import (
	"strings"
	"testing"

	"rihla/ui/cli"
)

// moves is a base of companies that moved, closed, and will move.
const moves = `
[kinds.company]
columns = ["headquarters", "staff"]
[company.oracle]
name = "Oracle"
headquarters = [{ to = "redwood-city", until = 2020-12-11 }, { to = "austin", since = 2020-12-11 }]
staff = [{ value = 100, date = "2018" }, { value = 200, date = "2022" }]
[company.sun]
name = "Sun"
headquarters = { to = "santa-clara", until = "2010-01" }
[company.next]
name = "Next"
headquarters = { to = "austin", since = "2027" }
staff = { value = 5, date = "2023" }
[city.austin]
name = "Austin"
location = [30.3, -97.7]
[city.redwood-city]
name = "Redwood City"
location = [37.5, -122.2]
[city.santa-clara]
name = "Santa Clara"
mayor = "Ann"
location = [37.4, -121.9]
[event.launch]
name = "Launch"
date = 2019-05-01
`

func (r result) misses(texts ...string) result {
	r.t.Helper()
	for _, text := range texts {
		if strings.Contains(r.out, text) {
			r.t.Errorf("%q is printed:\n%s", text, r.out)
		}
	}
	return r
}

func TestColumnsAreAsOfTheDay(t *testing.T) {
	base := write(t, "moves.toml", moves)
	run(t, "--kb", base, "list", "company", "--format", "csv").exits(0).prints("company/oracle,Oracle,Austin,")
	for _, at := range []string{"2019", "2019-03", "2019-03-12", "12 March 2019", "mars 2019", "2019/03/12"} {
		run(t, "--kb", base, "list", "company", "--format", "csv", "--at", at).exits(0).prints("company/oracle,Oracle,Redwood City,100").misses("Oracle,Austin")
		run(t, "--kb", base, "--at", at, "list", "company", "--format", "csv").exits(0).prints("company/oracle,Oracle,Redwood City,100")
	}
	run(t, "--kb", base, "list", "company", "oracle", "--format", "csv", "--at", "2020-12-11").exits(0).prints(`"Redwood City, Austin"`)
	run(t, "--kb", base, "list", "company", "--sort", "headquarters", "--columns", "address", "--format", "csv", "--at", "2019").exits(0).prints("company/next\ncompany/oracle\ncompany/sun\n")
}

func TestACellSaysThatItsValueDoesNotHold(t *testing.T) {
	cli.SetToday(t, "2026-11-23")
	base := write(t, "moves.toml", moves)
	rows := func(args ...string) result {
		return run(t, append([]string{"--kb", base, "list", "company", "--columns", "name,headquarters,headquarters.mayor"}, args...)...).exits(0)
	}
	rows().prints("Oracle   Austin\n", "Sun      Santa Clara (until January 2010)  Ann (until January 2010)\n", "Next     Austin (from 2027)\n")
	rows("--at", "2009").prints("Sun      Santa Clara         Ann\n", "Next     Austin (from 2027)\n", "Oracle   Redwood City\n")
	rows("--at", "2010-01-15").prints("Santa Clara (perhaps)")
	rows("--at", "2010-02").prints("Santa Clara (until January 2010)")
	rows("--at", "2027-05-01").prints("Next     Austin (perhaps)\n")
	run(t, "--kb", base, "list", "company", "next", "--columns", "staff", "--at", "2019").exits(0).prints("5 (in 2023)")
	run(t, "--kb", base, "list", "company", "next", "--columns", "staff", "--at", "2019", "--lang", "fr").exits(0).prints("5 (en 2023)")
	rows("--lang", "fr").prints("Santa Clara (jusqu’en janvier 2010)", "Austin (à partir de 2027)")
	rows("--at", "2010-01-15", "--lang", "fr").prints("Santa Clara (peut-être)")
	rows("--format", "csv").prints(",Sun,Santa Clara,Ann\n").misses("until", "from")

	run(t, "--kb", base, "show", "company/next").exits(0).prints("Austin  from 2027").misses("since")
	run(t, "--kb", base, "show", "company/next", "--at", "2028").exits(0).prints("Austin  since 2027")
	run(t, "--kb", base, "show", "company/sun", "--at", "2010-01-15").exits(0).prints("until January 2010 · perhaps")
	run(t, "--kb", base, "show", "company/oracle", "--at", "2019", "--lang", "fr").exits(0).prints("Austin        à partir du 11 décembre 2020")
}

func TestWhatIsLaterThanTheReferenceDayIsMarked(t *testing.T) {
	cli.SetToday(t, "2026-11-23")
	run(t, "show", "company/oracle", "--at", "2019").exits(0).prints("databases, business software, cloud  attested in 2020", "Memorandum on Oracle’s cloud regions  in 2024", "Morocco – US business mission (February 2024)  in 2024")
	run(t, "show", "company/oracle").exits(0).misses("attested", "cloud regions  in 2024")
	run(t, "show", "company/oracle", "--at", "2021", "--lang", "fr").exits(0).prints("attesté en 2022").misses("attesté en 2020")
	run(t, "show", "company/oracle", "--at", "2020-10", "--lang", "fr").exits(0).prints("1977  attesté le 14 décembre 2020")

	// Nothing is linked to what has not taken place.
	run(t, "path", "microsoft", "mission-2024", "--at", "2019").exits(1).prints("are not connected", "past or future links not shown", "in 2024")
	run(t, "path", "microsoft", "mission-2024", "--at", "2024").exits(0).prints("met during")
	run(t, "graph", "microsoft", "--at", "2019", "--plain").exits(0).misses("mission")
	run(t, "graph", "mission-2024", "--at", "2019", "--plain").exits(0).prints("past or future links not shown").misses("Oracle")
	run(t, "matrix", "company", "event", "--at", "2019").exits(1).complains("No known link", "past or future links not shown")
	run(t, "gaps", "company", "event", "--at", "2019", "--format", "csv").exits(0).misses("mission")
	base := write(t, "plans.toml", "[event.expo]\nname = 'Expo'\nstart = 2027-05-01\nheld_in = 'rabat'\n[city.rabat]\nname = 'Rabat'\n")
	run(t, "--kb", base, "show", "city/rabat").exits(0).prints("Expo  in 2027")
	run(t, "--kb", base, "graph", "city/rabat").exits(0).prints("Expo", "in 2027")
	run(t, "--kb", base, "graph", "city/rabat", "--at", "2026-11-24").exits(0).prints("1 past or future link not shown").misses("Expo")
	run(t, "--kb", base, "show", "city/rabat", "--at", "2027").exits(0).prints("Expo\n").misses("2027-05", "in 2027")
}

func TestDocumentsForProgramsNameTheReferenceDay(t *testing.T) {
	base := write(t, "moves.toml", moves)
	for _, command := range []string{"gaps company city", "matrix company city", "graph oracle", "path oracle redwood-city", "map oracle"} {
		var got struct {
			At         string
			NotHolding int `json:"not_holding"`
		}
		args := append(strings.Fields(command), "--kb", base, "--format", "json")
		run(t, append(args, "--at", "March 2019")...).exits(0).decode(&got)
		if got.At != "2019-03" || got.NotHolding == 0 {
			t.Errorf("%s: %+v", command, got)
		}
		if out := run(t, args...).out; strings.Contains(out, `"at":"2`) {
			t.Errorf("%s names a day without --at: %s", command, out)
		}
	}
	run(t, "--kb", base, "list", "company", "oracle", "--columns", "headquarters,staff", "--format", "jsonl", "--at", "2019").exits(0).
		prints(`{"address":"company/oracle","headquarters":"Redwood City","staff":"100"}` + "\n")
	run(t, "--kb", base, "list", "company", "--columns", "address,headquarters", "--format", "json", "--limit", "1").exits(0).
		prints("[\n {\"address\":\"company/oracle\",\"headquarters\":\"Austin\"}]\n")
	for _, command := range []string{"map oracle", "graph oracle", "matrix company city", "gaps company city", "path oracle redwood-city", "timeline", "overview", "show company/sun", "list company"} {
		args := append(strings.Fields(command), "--kb", base)
		run(t, append(args, "--at", "2019")...).exits(0).prints("as of 2019\n")
		run(t, append(args, "--at", "2019-03-12", "--lang", "fr")...).exits(0).prints("état au 12 mars 2019\n")
	}
}

func TestWhatIsNoDateIsNoDay(t *testing.T) {
	for _, bad := range []string{"03/04/2019", "soon", "2019-13", ""} {
		r := run(t, "list", "company", "--at", bad)
		r.exits(2)
		for _, want := range []string{"--at cannot be", "use a day, a month or a year: 2019-03-12"} {
			if !strings.Contains(r.err, want) {
				t.Errorf("%q: %q is not said in %q", bad, want, r.err)
			}
		}
	}
	run(t, "check", "--at", "2019").exits(2)
}

func TestPicturesAreAsOfTheDay(t *testing.T) {
	base := write(t, "moves.toml", moves)
	run(t, "--kb", base, "map", "company/oracle", "--plain").exits(0).prints("headquarters: Austin", "1 past or future link not shown").misses("Redwood City")
	run(t, "--kb", base, "map", "company/oracle", "--plain", "--at", "2019").exits(0).prints("headquarters: Redwood City", "1 past or future link not shown").misses("Austin")
	for _, style := range []string{"--plain", "--format=text", "--format=dot", "--format=mermaid", "--format=svg", "--format=json"} {
		run(t, "--kb", base, "graph", "company/oracle", style, "--at", "2019").exits(0).prints("Redwood").misses("Austin", "austin")
		run(t, "--kb", base, "graph", "company/oracle", style, "--at", "2021").exits(0).prints("Austin").misses("Redwood")
		run(t, "--kb", base, "graph", "company/oracle", style, "--at", "2020").exits(0).prints("Redwood", "Austin")
	}
	run(t, "--kb", base, "graph", "city/austin", "--plain", "--at", "2019").exits(0).prints("2 past or future links not shown").misses("Nothing is linked")
	run(t, "--kb", base, "graph", "city/austin", "--at", "2019").exits(0).prints("2 past or future links not shown").misses("Nothing is linked")
	run(t, "--kb", base, "graph", "company/sun", "--at", "2010-01-15").exits(0).prints("perhaps · until January 2010")

	run(t, "--kb", base, "path", "oracle", "redwood-city", "--at", "2019").exits(0).prints("Oracle", "Redwood City", "until 11 December 2020", "3 past or future links not shown")
	run(t, "--kb", base, "path", "oracle", "redwood-city", "--at", "2019", "--plain").exits(0).prints("until 11 December 2020", "3 past or future links not shown")
	run(t, "--kb", base, "path", "oracle", "redwood-city", "--at", "2021").exits(1).prints("not connected", "3 past or future links not shown")
	run(t, "--kb", base, "path", "sun", "santa-clara", "--at", "2010-01-15").exits(0).prints("perhaps")

	matrix := func(args ...string) result {
		return run(t, append([]string{"--kb", base, "matrix", "company", "city"}, args...)...).exits(0)
	}
	matrix("--plain", "--at", "2019").prints("1 row, 1 column, 1 cell", "Redwood City: ", "3 past or future links not shown").misses("Santa Clara", "Austin")
	matrix("--at", "2005").prints("Oracle", "Sun", "2 past or future links not shown").misses("Next")
	matrix("--format", "csv", "--at", "2005").prints("company/oracle,city/redwood-city", "company/sun,city/santa-clara").misses("austin")
	run(t, "--kb", base, "gaps", "company", "city", "--format", "csv", "--at", "2005").exits(0).prints("company/oracle,city/redwood-city", "company/sun,city/santa-clara").misses("austin")

	run(t, "--kb", base, "timeline", "--format", "json", "--at", "2019").exits(0).prints(`"today":"2019"`)
	run(t, "--kb", base, "timeline", "--at", "2019-06-30").exits(0).prints("30 June 2019").misses("today")
}
