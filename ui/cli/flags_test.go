package cli_test

import (
	"strings"
	"testing"
)

// notes are three notes, two of which speak of the cloud.
const notes = `[note.a]
name = "Oracle"
text = "a cloud"
founded = 1977
[note.b]
name = "Oracle of Delphi"
[note.c]
name = "Cumulus"
text = "a cloud"
`

// names lists what a run found, in CSV, by its address.
func (r result) finds(addresses ...string) result {
	r.t.Helper()
	var got []string
	for _, line := range strings.Split(strings.TrimSpace(r.out), "\n")[1:] {
		address, _, _ := strings.Cut(line, ",")
		got = append(got, address)
	}
	if g, w := strings.Join(got, " "), strings.Join(addresses, " "); g != w {
		r.t.Errorf("finds %q, not %q\nerr: %s", g, w, r.err)
	}
	return r
}

// A dash is a flag, known or not; a query that begins with one follows "--".
func TestAQueryThatBeginsWithADash(t *testing.T) {
	kb := write(t, "notes.toml", notes)
	search := func(args ...string) result {
		return run(t, append([]string{"--kb", kb, "search", "--format", "csv"}, args...)...)
	}
	search("--", "-oracle").exits(0).finds("note/c")
	search("--", "oracle", "-cloud").exits(0).finds("note/b")
	search("oracle -cloud").exits(0).finds("note/b")
	search("--limit", "1", "--", "oracle", "-delphi").exits(0).finds("note/a")
	search("--", "-has:founded", "-c").exits(1).complains("No results for -has:founded -c")
	search("--lang=fr", "-founded:1977").exits(2).complains(" -founded:1977", "une requête qui commence par un tiret se place après --")
	for _, args := range [][]string{{"search", "-cloud"}, {"list", "note", "-q"}, {"export", "-has:founded"}, {"timeline", "-z"}} {
		run(t, append(args, "--kb", kb)...).exits(2).complains("unknown flag -", "a query that begins with a dash follows --")
	}
	run(t, "search", "-oracle", "--kb", kb).exits(2).complains("racle matches no format", "a query that begins with a dash follows --")
	run(t, "list", "note", "--kb", kb, "--format", "csv", "--sort", "-name", "--", "-cloud").exits(0).finds("note/b")
	if out := run(t, "export", "--kb", kb, "--format", "jsonl", "--", "-has:founded").exits(0).out; strings.Count(out, "\n") != 2 {
		t.Errorf("exports %s", out)
	}
}

func TestFlagsStayFlagsBesideAQuery(t *testing.T) {
	run(t, "search", "oracle", "-h").exits(0).prints("USAGE")
	run(t, "search", "oracle", "--help").exits(0).prints("USAGE")
	run(t, "search", "oracle", "--cloud").exits(2).complains("unknown flag --cloud")
	run(t, "search", "oracle", "--limit").exits(2).complains("--limit needs a value")
	run(t, "--lang", "fr", "search", "oracle", "--limit", "x").exits(2).complains("valeur non valide pour --limit")
	run(t, "kinds", "-oracle").exits(2)
}
