package cli_test

import (
	"bytes"
	"strings"
	"testing"

	"rihla/ui/cli"
	"rihla/ui/safe"
)

func TestWhatAKnowledgeBaseIs(t *testing.T) {
	run(t, "overview").exits(0).prints(
		"Morocco – US digital mission", "Start with  Morocco – US business mission", "● Public bodies", "Most linked", "every claim has a source", "no problems found", "Sources disagree 4", "rihla show ADDRESS")
	plain := run(t, "overview", "--plain", "--lang", "fr").exits(0).prints("Organismes publics", "Les plus liées", "chaque affirmation a une source").out
	if at := strings.IndexAny(plain, "●■━─│"); at >= 0 {
		t.Errorf("drawn: %q", plain[at:])
	}
}

func TestAnOverviewCountsWhatHasNoSource(t *testing.T) {
	path := write(t, "kb.toml", "[source.log]\n[town.a]\nfounded = {value = 1200, source = 'log'}\nsize = 3\nnear = 'b'\n[town.b]\nfounded = 1300\n")
	run(t, "overview", path).exits(0).prints("3 claims of 4 have no source")
	run(t, "overview", write(t, "Cargo.lock", "[[package]]\nname = 'a'\nversion = '1'\n")).exits(0).prints("no claim has a source")
}

func TestAnOverviewForPrograms(t *testing.T) {
	var got struct {
		Title           string
		Entities, Links int
		Home            struct{ Address, Name string }
		Kinds           []struct {
			Kind  string
			Count int
		}
		Linked []struct {
			Address string
			Links   int
		}
		Claims    struct{ Count, Sourced int }
		Contested []struct {
			Address string
			Fields  []string
		}
		Findings struct{ Errors, Warnings int }
	}
	run(t, "overview", "--format", "json").exits(0).decode(&got)
	total := 0
	for _, kind := range got.Kinds {
		total += kind.Count
	}
	if got.Home.Address != "event/mission-2024" || total != got.Entities || len(got.Linked) != 8 || got.Linked[0].Links < got.Linked[1].Links {
		t.Errorf("%+v", got)
	}
	if got.Claims.Sourced > got.Claims.Count || got.Claims.Count < 400 || len(got.Contested) != 4 || got.Findings.Errors != 0 {
		t.Errorf("%+v", got)
	}
	var empty struct{ Kinds, Linked, Contested, Files []any }
	run(t, "overview", "--format", "json", write(t, "kb.toml", "")).decode(&empty)
	if empty.Kinds == nil || empty.Linked == nil || empty.Contested == nil || len(empty.Files) != 1 {
		t.Errorf("%+v", empty)
	}
}

// TestPicturesAreAsWideAsAsked prints where there is no terminal, for one that
// is elsewhere.
func TestPicturesAreAsWideAsAsked(t *testing.T) {
	for columns, want := range map[string]int{"": 80, "140": 140, "30": 30, "x": 80, "-1": 80, "99999999": 80} {
		t.Setenv("RIHLA_KB", "")
		t.Setenv("COLUMNS", columns)
		var out, err bytes.Buffer
		if code := cli.Main([]string{"graph", "company/oracle"}, strings.NewReader(""), &out, &err); code != 0 {
			t.Fatal(code, err.String())
		}
		widest := 0
		for line := range strings.Lines(out.String()) {
			widest = max(widest, safe.Width(strings.TrimSuffix(line, "\n")))
		}
		if widest > want || widest < want-2 {
			t.Errorf("COLUMNS=%s: %d cells wide, not %d", columns, widest, want)
		}
	}
}
