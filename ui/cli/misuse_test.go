package cli_test

import (
	"strings"
	"testing"
)

func (r result) keepsQuietOf(texts ...string) result {
	r.t.Helper()
	for _, text := range texts {
		if strings.Contains(r.out+r.err, text) {
			r.t.Errorf("says %q:\n%s%s", text, r.out, r.err)
		}
	}
	return r
}

func TestALimitIsAWholeNumber(t *testing.T) {
	for _, limit := range []string{"abc", "-1", "1e3", "99999999999999999999", ""} {
		run(t, "search", "oracle", "--limit", limit).exits(2).complains("--limit cannot be "+limit, "a whole number").keepsQuietOf("strconv")
		run(t, "list", "city", "--limit="+limit).exits(2).complains("--limit")
	}
	run(t, "list", "city", "--limit", "0").exits(0).prints("Austin")
}

func TestFlagErrorsComeInTheLanguageOfTheSession(t *testing.T) {
	fr := func(args ...string) result { return run(t, append(args, "--lang", "fr")...).exits(2) }
	fr("search", "--limit", "abc", "oracle").complains("valeur non valide pour --limit\u00a0: abc", "un nombre entier")
	fr("kinds", "--colour").complains("option inconnue\u00a0: --colour")
	fr("kinds", "-x").complains("option inconnue\u00a0: -x", "voir rihla kinds --help")
	fr("kinds", "more").complains("argument inattendu\u00a0: more\u00a0; rihla kinds ne le prend pas")
	run(t, "list", "--colums", "name").exits(2).complains("unknown flag --colums", "did you mean --columns?")
	run(t, "kinds", "--kb").exits(2).complains("--kb needs a value")
	run(t, "kinds", "--no-color=maybe").exits(2).complains("--no-color cannot be maybe").keepsQuietOf("strconv")
	run(t, "kinds", "--lang", "de").exits(2).complains("--lang cannot be de", "en or fr")
}

func TestHelpAndCompletionKnowWhatThereIs(t *testing.T) {
	run(t, "help", "nope").exits(2).complains("unknown command nope")
	run(t, "help", "serch").exits(2).complains("did you mean search?")
	run(t, "help", "search").exits(0).prints("USAGE")
	run(t, "completion", "foo").exits(2).complains("unknown command foo")
	run(t, "completion", "bash", "foo").exits(2).complains("foo")
	run(t, "completion").exits(2).complains("bash, fish, powershell or zsh")
	run(t, "completion", "--help").exits(0).prints("powershell")
}

func TestALongQueryIsShortenedAroundWhatIsWrong(t *testing.T) {
	long := strings.Repeat("mot ", 1250)
	for _, args := range [][]string{
		{"search", long + "foundd:1977 " + long}, {"list", "company", "foundd:" + long}, {"export", long + "foundd:1977"},
		{"search", "foundd" + strings.Repeat("x", 5000) + ":1"}, {"search", long + "\"" + long},
		{"list", long}, {"show", long}, {"search", "oracle", "--limit", long}, {"kinds", long}, {"kinds", "--format", long},
	} {
		r := run(t, args...)
		if r.code == 0 || len(r.err) > 500 {
			t.Errorf("%.40q: exit code %d, %d bytes", args, r.code, len(r.err))
		}
	}
	run(t, "search", long+"foundd:1977 "+long).exits(2).complains(" foundd:1977 mot ", "  ^^^^^^\n", "did you mean founded?")
}
