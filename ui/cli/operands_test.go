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

func TestAMinusBelongsToTheQuery(t *testing.T) {
	kb := write(t, "notes.toml", notes)
	search := func(args ...string) result {
		return run(t, append([]string{"--kb", kb, "search", "--format", "csv"}, args...)...)
	}
	search("-oracle").exits(0).finds("note/c")
	search("oracle", "-cloud").exits(0).finds("note/b")
	search("-cloud", "oracle", "--limit", "3").exits(0).finds("note/b")
	search("oracle", "--limit", "1", "-delphi").exits(0).finds("note/a")
	search("-has:founded", "-c").exits(1).complains("No results for -has:founded -c")
	search("-(cloud", "OR", "delphi)").exits(1)
	search("-founded:1977", "--lang=fr", "--", "-delphi").exits(0).finds("note/c")
	search("-hello", "-oracle").exits(0).finds("note/c")
	run(t, "list", "note", "--kb", kb, "-cloud", "--format", "csv", "--sort", "-name").exits(0).finds("note/b")
	if out := run(t, "export", "-has:founded", "--kb", kb, "--format", "jsonl").exits(0).out; strings.Count(out, "\n") != 2 {
		t.Errorf("exports %s", out)
	}
}

func TestFlagsStayFlagsBesideAQuery(t *testing.T) {
	run(t, "search", "oracle", "-h").exits(0).prints("USAGE")
	run(t, "search", "-oracle", "--help").exits(0).prints("USAGE")
	run(t, "search", "oracle", "--cloud").exits(2).complains("unknown flag --cloud")
	run(t, "search", "-oracle", "--limit").exits(2).complains("--limit needs a value")
	run(t, "--lang", "fr", "search", "-oracle", "--limit", "x").exits(2).complains("--limit ne peut pas")
	run(t, "list", "-oracle").exits(1).complains("unknown kind -oracle")
	run(t, "kinds", "-oracle").exits(2)
}
