package cli_test

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestAnEmptyPathIsNotTheBuiltInBase(t *testing.T) {
	for _, args := range [][]string{
		{""}, {"check", ""}, {"explain", ""}, {"overview", ""}, {"suggest", ""}, {"init", ""}, {"serve", ""},
		{"check", "--kb", ""}, {"export", "--kb="}, {"--kb", ""}, {"list", "city", "--kb", ""}, {"search", "a", "--kb", ""},
	} {
		r := run(t, args...).exits(2).complains("the path is empty")
		if r.out != "" {
			t.Errorf("%q prints %s", args, r.out)
		}
	}
	run(t, "search", "").exits(0).misses("the path is empty")
}

func TestTheStandardInputIsReadAsIsAsked(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no /dev/stdin")
	}
	base := write(t, "kb.toml", "[city.a]\nname = \"Aaa\"\nlocation = [1.0, 2.0]\ndate = 2024-01-02\nnear = \"b\"\nwhere = \"beside Aaaa\"\n[city.b]\nname = \"Aaaa\"\n")
	piped := func(args ...string) (string, string) {
		in, err := os.Open(base)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = in.Close() }()
		var said strings.Builder
		cmd := program(args...)
		cmd.Stdin, cmd.Stderr = in, &said
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("%q: %v\n%s", args, err, said.String())
		}
		return string(out), said.String()
	}
	for _, args := range [][]string{
		{"-"}, {"check", "-"}, {"--kb", "-", "list", "city"}, {"overview", "-"}, {"kinds", "--kb", "-"}, {"show", "city/a", "--kb", "-"}, {"search", "aaa", "--kb", "-"}, {"brief", "city/a", "--kb", "-"},
		{"graph", "city/a", "--kb", "-"}, {"path", "city/a", "city/b", "--kb", "-"}, {"map", "--kb", "-"}, {"timeline", "--kb", "-"}, {"matrix", "city", "city", "--kb", "-"}, {"gaps", "city", "city", "--kb", "-"},
		{"suggest", "-"}, {"explain", "-"}, {"export", "--kb", "-"}, {"init", "--dry-run", "-"}, {"check", "-", base},
	} {
		if out, said := piped(args...); !slices.ContainsFunc([]string{"2 entities", "4 entities", "Aaa", "City", "No suggestions"}, func(of string) bool { return strings.Contains(out, of) }) || said != "" {
			t.Errorf("%q prints %s and says %s", args, out, said)
		}
	}
	if out, said := piped(); strings.Contains(out, "Aaa") || !strings.Contains(said, "the standard input is not read; rihla - reads it") {
		t.Errorf("without a path: %s, %s", out, said)
	}
	if _, said := piped("kinds"); said != "" {
		t.Errorf("a command says %s", said)
	}
}
