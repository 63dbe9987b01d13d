package query_test

import (
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/query"
)

// timesIn writes the steps of the paths of a query's terms with their times.
func timesIn(q *query.Query) string {
	var out []string
	q.Root.Each(func(t *query.Term, _ bool) {
		for i, path := range t.Paths {
			text := ""
			for k, step := range path {
				if k > 0 {
					text += "."
				}
				text += step
				if times := t.TimesOf(i); times != nil && times[k].IsWritten() {
					text += "@" + times[k].Written
				} else if strings.Contains(step, "@") {
					text += " as a name"
				}
			}
			out = append(out, text)
		}
	})
	return strings.ReplaceAll(strings.Join(out, " "), "\xff", "")
}

func TestANameMaySayWhen(t *testing.T) {
	names := atlas(t)
	for _, tt := range []struct{ text, want string }{
		{"headquarters:austin", "headquarters"},
		{"headquarters@2019:austin", "headquarters@2019"},
		{"siège@2019-05:austin", "headquarters@2019-05"},
		{"seat@2019-05-01:austin", "headquarters@2019-05-01"},
		{"headquarters@ANY:austin", "headquarters@ANY"},
		{"headquarters@any.state:texas", "headquarters@any.state@any"},
		{"headquarters.state@2019:texas", "headquarters.state@2019"},
		{"headquarters@any.state@2019:texas", "headquarters@any.state@2019"},
		{"access.teams.mods@2019:write", "access.teams.mods@2019"},
		{"teams.mods@2019:write", "access.teams.mods@2019"},
		{"headquarters@2019.since:>2015", "headquarters@2019.since@2019"},
		{"link@any:austin", "link@any"},
		{`"headquarters"@2019:austin`, "headquarters@2019"},
		{"has:headquarters@2019", "headquarters@2019"},
		{"no:founded,headquarters@any", "founded headquarters@any"},
		{`has:"headquarters"@any,founded`, "headquarters@any founded"},
		{"headquarters@-0043:austin", "headquarters@-0043"},
	} {
		q, problem := names.Parse(tt.text)
		if problem != nil {
			t.Errorf("%s: %+v", tt.text, *problem)
			continue
		}
		if got := timesIn(q); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestAnAtSignInTheNameOfAFieldIsPartOfIt(t *testing.T) {
	k := kbtest.Read(t, "[relations.\"by@x\"]\n[thing.a]\n\"by@x\" = \"b\"\n\"at@2019\" = 1\n[other.b]\nname = \"B\"\n")
	names := query.NewNames(k)
	for text, want := range map[string]string{`by@x:b`: "by@x as a name", `"by@x":b`: "by@x as a name", `by@x.name:b`: "by@x as a name.name", `at@2019:1`: "at@2019 as a name"} {
		q, problem := names.Parse(text)
		if problem != nil {
			t.Errorf("%s: %+v", text, *problem)
		} else if got := timesIn(q); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestWordsWithAnAtSignAreNoTimes(t *testing.T) {
	names := atlas(t)
	for _, text := range []string{"moss@example.org", "moss@example.org:25", "@any:x", "user@host:path"} {
		q, problem := names.Parse(text)
		if problem != nil || q.Root.Term == nil || q.Root.Term.Condition != query.Words {
			t.Errorf("%s: %+v %+v", text, q, problem)
		}
	}
}

func TestAWrongTimeIsPointedAt(t *testing.T) {
	names := atlas(t)
	for _, tt := range []struct {
		text, at, near string
		fault          query.Fault
	}{
		{"headquarters@20x9:austin", "20x9", "", query.WrongTime},
		{"headquarters@an:austin", "an", "any", query.WrongTime},
		{"headquarters@2019-13.state:texas", "2019-13", "", query.WrongTime},
		{"has:headquarters@ever", "ever", "", query.WrongTime},
		{"headquarter5@2019:austin", "headquarter5", "headquarters", query.UnknownField},
		{"headquarters@any.stat:texas", "stat", "state", query.UnknownField},
	} {
		_, problem := names.Parse(tt.text)
		if problem == nil || problem.Fault != tt.fault || tt.text[problem.From:problem.To] != tt.at || problem.Near != tt.near {
			t.Errorf("%s: %+v", tt.text, problem)
		}
	}
}

func TestAQueryIsWidenedToAnyTime(t *testing.T) {
	names := atlas(t)
	for _, tt := range [][2]string{
		{"headquarters.state:texas", "headquarters@any.state:texas"},
		{`x -siège:austin OR ("headquarters":austin founded@2019:1977)`, `x -siège@any:austin OR ("headquarters"@any:austin founded@any:1977)`},
		{`"headquarters"@2019:austin headquarters@2019-05.state@2018:texas`, `"headquarters"@any:austin headquarters@any.state:texas`},
		{"oracle kind:company", "oracle kind:company"},
	} {
		q, problem := names.Parse(tt[0])
		if problem != nil {
			t.Fatal(tt[0], *problem)
		}
		if got := q.Whenever(); got != tt[1] {
			t.Errorf("%s: %s, want %s", tt[0], got, tt[1])
		}
	}
}

func TestAQuerySaysTheDayThatItAsksAbout(t *testing.T) {
	names := atlas(t)
	for _, tt := range [][2]string{
		{"headquarters.state:texas founded:1977", "headquarters@2019.state:texas founded:1977"},
		{`-siège:austin OR ("headquarters":austin has:headquarters no:founded)`, `-siège@2019:austin OR ("headquarters"@2019:austin has:headquarters@2019 no:founded)`},
		{"headquarters@any:austin headquarters.since:>2000 link:austin", "headquarters@any:austin headquarters.since:>2000 link@2019:austin"},
		{"oracle kind:company", "oracle kind:company"},
	} {
		if got := names.At(tt[0], "2019"); got != tt[1] {
			t.Errorf("%s: %s, want %s", tt[0], got, tt[1])
		}
	}
	if got := names.ToggleValue("oracle", "headquarters", "austin", "2019"); got != "oracle headquarters@2019:austin" {
		t.Error(got)
	}
	if got := names.ToggleValue("oracle", "founded", "1977", "2019"); got != "oracle founded:1977" {
		t.Error(got)
	}
}

func TestATimeIsCompletedAndKeptWhenValuesAreChosen(t *testing.T) {
	names := atlas(t)
	for _, tt := range [][2]string{
		{"headquarters@", "headquarters@any:"}, {"headquarters@a", "headquarters@any:"}, {"has:headquarters@an", "has:headquarters@any"},
		{"headquarters@2", "headquarters@2"}, {"nothing@a", "nothing@a"},
	} {
		if got, _ := names.Complete(tt[0], nil); got != tt[1] {
			t.Errorf("%s: %s, want %s", tt[0], got, tt[1])
		}
	}
	for _, tt := range [][2]string{
		{"headquarters@any:austin", "headquarters@any:austin,boston"},
		{`cloud "headquarters"@2019:austin x`, `cloud "headquarters"@2019:austin,boston x`},
	} {
		got := names.ToggleValue(tt[0], "headquarters", "boston", "")
		if got != tt[1] || names.ToggleValue(got, "headquarters", "boston", "") != tt[0] {
			t.Errorf("%s: %s", tt[0], got)
		}
		if at := names.TimeOf(got, "headquarters"); !at.IsWritten() {
			t.Errorf("%s: no time", got)
		}
	}
}
