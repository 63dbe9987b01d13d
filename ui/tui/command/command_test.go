package command_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/command"
)

func TestATemplateIsFilledWithoutBeingSplit(t *testing.T) {
	s := command.Subject{
		Address: "city/austin", Kind: "city", Key: "austin", Name: "Austin; rm -rf $HOME `id`", File: "/a b/kb.toml", Line: 7, Base: "/a b",
		Field: func(name string) []string {
			return map[string][]string{"url": {"http://a/?x=1&y"}, "tag": {"a", "b c"}}[name]
		},
		Marked: []string{"city/austin", "city/-x"},
	}
	for _, c := range []struct {
		template, want []string
		err            error
	}{
		{[]string{"x"}, []string{"x"}, nil},
		{[]string{"x", "{name}"}, []string{"x", s.Name}, nil},
		{[]string{"x", "{address} {kind}/{key}", "+{line}", "{file}"}, []string{"x", "city/austin city/austin", "+7", "/a b/kb.toml"}, nil},
		{[]string{"x", "--only={marked}", "{field.tag}"}, []string{"x", "--only=city/austin", "--only=city/-x", "a", "b c"}, nil},
		{[]string{"x", "{field.url}", "{kb}"}, []string{"x", "http://a/?x=1&y", "/a b"}, nil},
		{[]string{"x", "{field.none}"}, nil, command.Lack{Placeholder: "{field.none}"}},
		{[]string{"jq", "{ .a | {b: 1} }", "{}", "{{.Name}}"}, []string{"jq", "{ .a | {b: 1} }", "{}", "{{.Name}}"}, nil},
		{[]string{"sh", "-c", `echo "$1"`, "sh", "{name}"}, []string{"sh", "-c", `echo "$1"`, "sh", s.Name}, nil},
	} {
		parsed, err := command.Parse(c.template)
		if err != nil {
			t.Errorf("%q: %v", c.template, err)
			continue
		}
		if got, err := parsed.Fill(s); !slices.Equal(got, c.want) || !errors.Is(err, c.err) {
			t.Errorf("%q is filled as %q, %v, not %q", c.template, got, err, c.want)
		}
	}
}

func TestWhatAFileSaysIsNeverRun(t *testing.T) {
	for _, words := range [][]string{
		{"{file}"}, {"x{name}", "a"}, {"./x"}, {"bin/x"}, {""}, {}, {"x", "{nmae}"}, {"x", "{field}"}, {"x", "{name.x}"},
		{"sh", "-c", "echo {name}"}, {"/bin/bash", "-ec", "{name}"}, {"env", "A=1", "dash", "-c", "{name}"}, {"busybox", "sh", "-c", "{name}"}, {"cmd.exe", "/C", "echo {name}"}, {"pwsh", "-Command", "{name}"},
	} {
		if _, err := command.Parse(words); err == nil {
			t.Errorf("%q is taken", words)
		}
	}
}

// TestAValueIsNoOption checks with random values that no value with a leading dash begins an
// argument, unless -- precedes it.
func TestAValueIsNoOption(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		value := func() string {
			var b strings.Builder
			for range r.IntN(4) {
				b.WriteString([]string{"-", "--", "a", " ", "{name}", "é", "\n"}[r.IntN(7)])
			}
			return b.String()
		}
		s := command.Subject{Name: value(), Marked: []string{value(), value()}}
		words := []string{"x"}
		for range 1 + r.IntN(3) {
			words = append(words, []string{"{name}", "{marked}", "{name}{marked}", "a={name}", "--"}[r.IntN(5)])
		}
		parsed, err := command.Parse(words)
		if err != nil {
			t.Fatal(err)
		}
		got, err := parsed.Fill(s)
		if err != nil {
			continue
		}
		for _, a := range got[1:] {
			if a == "--" && slices.Contains(words, "--") {
				break
			}
			if strings.HasPrefix(a, "-") {
				t.Errorf("%q with %+v is filled as %q", words, s, got)
			}
		}
	}
	parsed, _ := command.Parse([]string{"x", "{name}"})
	if _, err := parsed.Fill(command.Subject{Name: "-f"}); !errors.Is(err, command.Dash{Value: "-f"}) {
		t.Errorf("the error is %v", err)
	}
	parsed, _ = command.Parse([]string{"x", "--", "{name}"})
	if got, err := parsed.Fill(command.Subject{Name: "-f"}); err != nil || !slices.Equal(got, []string{"x", "--", "-f"}) {
		t.Errorf("it is filled as %q, %v", got, err)
	}
}

// run runs a shell script to its end, and returns its output and how it ended.
func run(t *testing.T, timeout time.Duration, script string, during func(*command.Run)) (string, command.End) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	r := command.Start(command.Command{Timeout: timeout}, []string{"sh", "-c", script})
	if during != nil {
		during(r)
	}
	end := r.Wait(t.Context())
	text, _ := r.Read(0)
	return text, end
}

func TestARunIsBounded(t *testing.T) {
	if text, end := run(t, time.Minute, "echo a; echo b >&2; exit 3", nil); text != "a\nb\n" || end != (command.End{HasEnded: true, Status: 3}) {
		t.Errorf("%q, %+v", text, end)
	}
	if text, end := run(t, time.Minute, "yes", nil); len(text) != command.MostOutput || !end.IsTooLarge || end.IsTooLate {
		t.Errorf("%d bytes, %+v", len(text), end)
	}
	if _, end := run(t, 50*time.Millisecond, "sleep 60", nil); !end.IsTooLate || end.Status != -1 {
		t.Errorf("%+v", end)
	}
	late := filepath.Join(t.TempDir(), "late")
	if text, end := run(t, time.Minute, "(sleep 1; echo > '"+late+"') & echo here; wait", func(r *command.Run) {
		for text := ""; text == ""; text, _ = r.Read(0) {
			<-r.Changed()
		}
		r.Stop()
	}); !end.IsStopped || text != "here\n" {
		t.Errorf("%q, %+v", text, end)
	}
	time.Sleep(1200 * time.Millisecond)
	if _, err := os.Stat(late); err == nil {
		t.Error("what the program has started goes on")
	}
	r := command.Start(command.Command{Timeout: time.Minute}, []string{"no-such-program-at-all"})
	if end := r.Wait(t.Context()); end.Err == nil {
		t.Errorf("%+v", end)
	}
}
