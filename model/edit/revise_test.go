package edit_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
)

// sourced is a base of one company, whose seats are the given text.
func sourced(t *testing.T, text string) (*kb.KB, *kb.Statement) {
	t.Helper()
	k := opened(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[relations.seat]\nto = 'city'\n", "a.toml": "# first\n[company.x]\n" + text + " # last\n[city.a]\n[city.b]\n[source.s]\n[source.r]\n"})
	e := k.Lookup("company/x")
	if e == nil {
		t.Fatalf("no company in %q", text)
	}
	s := k.Record(e).Values("seat")
	if len(s) == 0 {
		t.Fatalf("no seat in %q", text)
	}
	return k, s[0]
}

// TestSourcesOfAStatementAreRevised compares the text with what is expected.
func TestSourcesOfAStatementAreRevised(t *testing.T) {
	s, quoted := edit.Cited{Ref: "s"}, edit.Cited{Ref: "r", Quote: "q"}
	none := edit.Cited{}
	for _, c := range []struct {
		had  string
		want []edit.Cited
		now  string
	}{
		{`seat = "a"`, []edit.Cited{s}, `seat = { to = "a", source = "s" }`},
		{`seat = 'a'`, []edit.Cited{quoted, s}, `seat = { to = 'a', source = [{ source = 'r', quote = 'q' }, 's'] }`},
		{`seat = { to = "a", source = "s", locator = "p. 1", note = "n" }`, []edit.Cited{none}, `seat = { to = "a", note = "n" }`},
		{`seat = { to = "a", source = "s", locator = "p. 1" }`, []edit.Cited{s}, `seat = { to = "a", source = "s" }`},
		{`seat = { to = "a", source = "s", locator = "p. 1" }`, []edit.Cited{{Ref: "s", Locator: "p. 1"}, quoted}, `seat = { to = "a", source = ["s", { source = "r", quote = "q" }], locator = "p. 1" }`},
		{`seat = { to = "a", source = ["s", "r"] }`, []edit.Cited{none, {Ref: "r"}}, `seat = { to = "a", source = ["r"] }`},
		{`seat = { to = "a", source = ["s", "r"] }`, []edit.Cited{none, none}, `seat = { to = "a" }`},
		{`seat = { to = "a", source = ["s", "r"] }`, []edit.Cited{none, none, quoted}, `seat = { to = "a", source = "r", quote = "q" }`},
		{`seat = { to = "a", source = ["s", "r"] }`, []edit.Cited{s, quoted}, `seat = { to = "a", source = ["s", { source = "r", quote = "q" }] }`},
		{`seat = { to = "a", source = [{ source = "s", locator = "p. 1" }, "r"] }`, []edit.Cited{{Ref: "s", Locator: "p. 2"}, {Ref: "r"}}, `seat = { to = "a", source = [{ source = "s", locator = "p. 2" }, "r"] }`},
		{`seat = ["a", "b"]`, []edit.Cited{s}, `seat = [{ to = "a", source = "s" }, "b"]`},
		{`seat = { to = ["a", "b"], source = "r" }`, []edit.Cited{s}, `seat = { to = ["a", "b"], source = "s" }`},
		{`seat = { a = {}, b = {} }`, []edit.Cited{s}, `seat = { a = { source = "s" }, b = {} }`},
	} {
		k, statement := sourced(t, c.had)
		change, err := edit.In(k).Revise(statement, edit.Revision{Cited: c.want})
		if want := strings.Replace(string(change.Before), c.had, c.now, 1); err != nil || string(change.After) != want {
			t.Errorf("%s, %+v: %v\n%s", c.had, c.want, err, change.After)
		}
	}
}

// TestARevisionIsWhatIsReadThen revises statements that are written in random ways, in
// random ways, and reads them again.
func TestARevisionIsWhatIsReadThen(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	part := func(name string) string {
		return []string{"", "", fmt.Sprintf("%s %d", name, r.IntN(3)), "a \"quoted\" \\ one"}[r.IntN(4)]
	}
	cited := func() edit.Cited {
		return edit.Cited{Ref: []string{"s", "r", "https://x.example/"}[r.IntN(3)], Locator: part("p."), Quote: part("q")}
	}
	table := func(c edit.Cited) string {
		out := "source = " + kb.Quote(c.Ref)
		if c.Locator != "" {
			out += ", locator = " + kb.Quote(c.Locator)
		}
		if c.Quote != "" {
			out += ", quote = " + kb.Quote(c.Quote)
		}
		return out
	}
	for range 250 {
		text := `seat = "a"`
		switch r.IntN(5) {
		case 0:
		case 1:
			text = `seat = { to = "a", ` + table(cited()) + `, note = "n" }`
		case 2:
			text = `seat = { since = 2001, to = "a", source = { ` + table(cited()) + ` } }`
		default:
			var all []string
			for range 1 + r.IntN(3) {
				if r.IntN(2) == 0 {
					all = append(all, "'s'")
				} else {
					all = append(all, "{ "+table(cited())+" }")
				}
			}
			text = `seat = { to = "a", source = [` + strings.Join(all, ", ") + `] }`
			if r.IntN(2) == 0 {
				text = `seat = [{ to = "a", source = [` + "\n  " + strings.Join(all, ",\n  ") + `,` + "\n], locator = 'first' }, 'b']"
			}
		}
		k, statement := sourced(t, text)
		var revision edit.Revision
		for _, had := range edit.Citations(statement.Claim) {
			switch r.IntN(3) {
			case 0:
				had = edit.Cited{}
			case 1:
				had = cited()
			}
			revision.Cited = append(revision.Cited, had)
		}
		for range r.IntN(3) {
			revision.Cited = append(revision.Cited, cited())
		}
		to := "a"
		if r.IntN(2) == 0 {
			to, revision.To = "b", k.Lookup("city/b")
		}
		change, err := edit.In(k).Revise(statement, revision)
		if err != nil {
			t.Fatalf("%s\n%+v: %v", text, revision.Cited, err)
		}
		again := opened(t, map[string]string{"kb.toml": string(k.Files[1].Text), "a.toml": string(change.After)})
		got := again.Record(again.Lookup("company/x")).Values("seat")[0]
		want := slices.DeleteFunc(slices.Clone(revision.Cited), func(c edit.Cited) bool { return c == edit.Cited{} })
		if !slices.Equal(edit.Citations(got.Claim), want) || got.To == nil || got.To.Key != to {
			t.Fatalf("%s\nbecame\n%s\n%+v is %+v", text, change.After, want, edit.Citations(got.Claim))
		}
	}
}
