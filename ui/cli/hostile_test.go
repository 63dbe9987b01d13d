package cli_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/model/kbtest"
	"rihla/ui/cli"
)

// mostTime bounds a command on a file of at most 200 KB, also on a busy machine.
const mostTime = time.Minute

// onHostile are the commands that read a base or another file. KIND is a kind of the base, A and B are
// entities, and how they draw without lines. Each is tried in all its formats.
var onHostile = []string{
	"", "check", "explain", "overview", "schema", "kinds", "list KIND", "show A", "search a", "export", "brief A", "suggest", "retract A", "gaps KIND KIND", "graph A", "matrix KIND KIND", "timeline",
	"map", "path A B", "init --dry-run", "graph A --plain", "matrix KIND KIND --plain", "timeline --plain", "map --plain", "path A B --plain", "__complete show", "__complete list", "import --dry-run", "import -o -",
}

// noBase lists the commands that read no base, only another file, or the base for the
// explorer alone.
var noBase = []string{"completion", "config", "help", "man", "refuse", "serve", "version"}

func TestNothingHostileComesThroughACommand(t *testing.T) {
	all := kbtest.Hostile()
	if len(all) < 80 {
		t.Fatalf("only %d files", len(all))
	}
	run(t) // sets the environment
	formats := make(map[string][]string)
	for name := range strings.Lines(run(t, "__complete", "").out) {
		name, _, _ = strings.Cut(strings.TrimSpace(name), "\t")
		if strings.HasPrefix(name, ":") || slices.Contains(noBase, name) {
			continue
		}
		if !slices.ContainsFunc(onHostile, func(c string) bool { return c == name || strings.HasPrefix(c, name+" ") }) {
			t.Errorf("%s is not tried", name)
		}
		for format := range strings.Lines(run(t, "__complete", name, "--format", "").out) {
			if format = strings.TrimSpace(format); !strings.HasPrefix(format, ":") {
				formats[name] = append(formats[name], format)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all))[:kbtest.Rounds(len(all))] {
		base := write(t, "kb.toml", all[name])
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tryHostile(t, base, formats)
		})
	}
}

// tryHostile tries all commands on a base.
func tryHostile(t *testing.T, base string, formats map[string][]string) {
	names := map[string]string{"KIND": "a", "A": "a", "B": "b"}
	var kinds []struct{ Kind string }
	if json.Unmarshal([]byte(try(t, "kinds", "--format", "json", "--kb", base)), &kinds) == nil && len(kinds) > 0 {
		names["KIND"] = kinds[0].Kind
	}
	for line := range strings.Lines(try(t, "export", "--format", "jsonl", "--kb", base)) {
		var e struct{ Address string }
		if _ = json.Unmarshal([]byte(line), &e); e.Address != "" {
			names["A"], names["B"] = names["B"], e.Address
		}
	}
	for _, command := range onHostile {
		args := strings.Fields(command)
		for i, arg := range args {
			if name, ok := names[arg]; ok {
				args[i] = name
			}
		}
		switch {
		case command == "":
			args = []string{base}
		case args[0] == "init" || args[0] == "import":
			args = append(args, base)
		case args[0] == "__complete":
			args = []string{"__complete", "--kb", base, args[1], ""}
		default:
			args = append(args, "--kb", base)
		}
		if command == "" || len(formats[args[0]]) == 0 || slices.Contains(args, "--plain") {
			try(t, args...)
			continue
		}
		for _, format := range formats[args[0]] {
			try(t, append(slices.Clone(args), "--format", format)...)
		}
	}
}

// try runs a command, of which nothing hostile may come out, and returns its output.
func try(t *testing.T, args ...string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	began := time.Now()
	code := cli.Main(args, strings.NewReader(""), &out, &complaints)
	if cannotWrite := args[0] == "init" && code == 4; code > 3 && !cannotWrite {
		t.Errorf("%q exits with %d: %s", args, code, &complaints)
	}
	for _, text := range []string{out.String(), complaints.String()} {
		if around, is := obeyed(text); is {
			t.Errorf("%q lets %q out", args, around)
		}
	}
	if took := time.Since(began); took > mostTime {
		t.Errorf("%q takes %v", args, took)
	}
	return out.String()
}
