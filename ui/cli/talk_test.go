package cli_test

import (
	"bytes"
	"strings"
	"testing"

	"rihla/ui/cli"
	"rihla/ui/tui/keys"
)

// talk types lines into the dialogue about a base, the built-in one for "".
func talk(t *testing.T, base string, lines ...string) result {
	t.Helper()
	run(t, "--version") // sets the environment
	args := []string{"--plain"}
	if base != "" {
		args = append(args, base)
	}
	var out, err bytes.Buffer
	code := cli.Main(args, strings.NewReader(strings.Join(lines, "\n")), &out, &err)
	r := result{t, code, out.String(), err.String()}
	for _, c := range r.out {
		if c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c >= 0x2500 && c < 0x2600 {
			t.Errorf("the dialogue prints %U:\n%s", c, r.out)
			break
		}
	}
	return r.exits(0).misses("panic")
}

// TestTheDialogueHasTheKeysAndColumnsOfTheConfiguration checks that the dialogue uses the
// configured keys and columns, and that its help names these keys.
func TestTheDialogueHasTheKeysAndColumnsOfTheConfiguration(t *testing.T) {
	usual, _ := keys.Bind(nil)
	t.Cleanup(usual.Use)
	t.Setenv("RIHLA_CONFIG", configured(t, `[columns]`, `company = ["founded"]`, `[keys]`, `overview = "O"`, `problems = "f6"`, `timeline = "ctrl-t"`))
	r := talk(t, "", "/kind:company", "t", "2", "F6", "f6", "O", "0", "ctrl-t", "v", "v Ctrl-T", "?", "n", "q")
	said := r.answers()
	for i, want := range map[int]string{3: "; Founded: ", 4: "No problems", 5: "No problems", 6: "Morocco – US digital mission", 7: "Unknown command", 8: "Unknown command", 10: "#1"} {
		if !strings.Contains(said[i], want) {
			t.Errorf("answer %d lacks %q:\n%s", i, want, said[i])
		}
	}
	if strings.Contains(said[3], "; Based in: ") {
		t.Errorf("columns are said that were not chosen:\n%s", said[3])
	}
	for _, want := range []string{"O: overview", "F6: problems", "v ctrl-t: timeline", "S: sort"} {
		if !strings.Contains(said[11]+said[12], want) {
			t.Errorf("the help lacks %q:\n%s", want, said[11]+said[12])
		}
	}
}

// answers returns what each line was answered with; that of the beginning comes first.
func (r result) answers() []string { return strings.Split(r.out, "\n> ") }

// TestWhereOracleIsBasedAndWhoSaysSoIsFoundByTypingLines is a person who sees no screen.
func TestWhereOracleIsBasedAndWhoSaysSoIsFoundByTypingLines(t *testing.T) {
	r := talk(t, "", "/oracle", "1", "s 1", "1", "b", "b", "b", "q")
	said := r.answers()
	if len(said) != 9 {
		t.Fatalf("%d answers, want 9:\n%s", len(said), r.out)
	}
	for i, want := range [][]string{
		{"Morocco – US digital mission", "#3 Companies, 13"},
		{"/oracle", "37 results", "#1 Oracle; Kind: company"},
		{"company/oracle", "based in: #1 Austin, since 11 December 2020", "[1]"},
		{"Oracle — based in: Austin", "#1 Oracle moves HQ to Austin", "changed its Corporate Headquarters"},
		{"source/", "Oracle moves HQ to Austin"},
		{"Oracle — based in: Austin"},
		{"company/oracle"},
		{"37 results"},
	} {
		for _, text := range want {
			if !strings.Contains(said[i], text) {
				t.Errorf("answer %d lacks %q:\n%s", i, text, said[i])
			}
		}
	}
	if strings.Contains(said[1], "\x1b") || strings.Contains(said[2], "   ") {
		t.Errorf("columns or escapes are left:\n%s", said[2])
	}
}

func TestTheDialogueEndsWithItsInput(t *testing.T) {
	for _, lines := range [][]string{{""}, {"1"}, {"1", "b", "q", "1"}, {"/"}, {"?"}} {
		talk(t, "", lines...)
	}
}

func TestALineThatMeansNothingIsSaidAndNothingElseHappens(t *testing.T) {
	base := write(t, "kb.toml", lock)
	for typed, want := range map[string]string{
		"fly":           "Unknown command “fly”",
		"\x1b[31m\x07d": "Unknown command",
		"999":           "There is no #999",
		"[7]":           "There is no [7]",
		"s 999":         "There is no 999",
		"s":             "No sources on this page",
		"b":             "No previous page",
		"+":             "No next page",
		"n":             "Nothing more here",
		"/a(":           "",
	} {
		r := talk(t, base, typed, "q")
		if said := r.answers(); len(said) != 3 || !strings.Contains(said[1], want) {
			t.Errorf("%q is answered with\n%s", typed, r.out)
		}
	}
}

func TestALongListIsSaidAScreenAtATime(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		b.WriteString("[city.c" + strings.Repeat("i", i+1) + "]\nname = \"City\"\n")
	}
	r := talk(t, write(t, "kb.toml", b.String()), "/", "n", "", "90", "q")
	said := r.answers()
	if len(said) != 6 {
		t.Fatalf("%d answers:\n%s", len(said), r.out)
	}
	for i, want := range []string{"", "#1 City", "#22 City", "#44 City", "city/c" + strings.Repeat("i", 90)} {
		if !strings.Contains(strings.ReplaceAll(said[i], "\n  ", ""), want) {
			t.Errorf("answer %d lacks %q:\n%s", i, want, said[i])
		}
	}
	if lines := strings.Count(said[2], "\n"); lines > 24 {
		t.Errorf("%d lines at once", lines)
	}
}

func TestTheDialogueSpeaksFrench(t *testing.T) {
	run(t, "--version")
	var out, err bytes.Buffer
	cli.Main([]string{"--plain", "--lang", "fr"}, strings.NewReader("/oracle\n1\n?\n"), &out, &err)
	for _, want := range []string{"#1 Oracle\u00a0; Type\u00a0: entreprise", "siège à\u00a0: #1 Austin", "Que taper", "Encore"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not said:\n%s", want, out.String())
		}
	}
}

// Ctrl-l says the page again, and a web address is on one line, whole, to be taken from it.
func TestCtrlLSaysThePageAgainAndAddressesStayWhole(t *testing.T) {
	const address = "https://example.org/a-long-path/that-is-broken-nowhere/however-narrow-the-terminal-may-be/page-of-the-report.html"
	base := write(t, "kb.toml", "[report.one]\nname = \"One\"\nsee = \""+address+"\"\n[report.two]\nname = \"Two\"\n")
	said := talk(t, base, "report/one", "\f", "\freport/two\f", "q").answers()
	if len(said) != 5 || strings.TrimPrefix(said[2], "␌\n") != strings.TrimPrefix(said[1], "report/one\n") || !strings.Contains(said[3], "Two") {
		t.Errorf("%q", said)
	}
	if !strings.Contains(said[1], address) {
		t.Errorf("%q", said[1])
	}
}

// A value that sources disagree on is said to be disputed, rather than not to equal it.
func TestDisputedValuesAreSaidInWords(t *testing.T) {
	base := write(t, "kb.toml", "[city.a]\npopulation = [{ value = 5, source = \"x\" }, { value = 6, source = \"y\" }]\n[source.x]\nname = \"X\"\n[source.y]\nname = \"Y\"\n")
	r := talk(t, base, "city/a", "q")
	for _, want := range []string{"disputed: 5, according to X", "disputed: 6, according to Y"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is not said:\n%s", want, r.out)
		}
	}
	if strings.Contains(r.out, "≠") {
		t.Error(r.out)
	}
}
