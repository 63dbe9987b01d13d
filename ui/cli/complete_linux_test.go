package cli_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"rihla/model/generate"
)

// TestQueriesAreCompletedWordByWord completes the last word of queries by its syntactic
// position.
func TestQueriesAreCompletedWordByWord(t *testing.T) {
	for _, c := range []struct {
		args string // the last argument is completed
		has  string
		not  string
	}{
		{"search|kind:", "kind:company|kind:city", "kind:oracle"},
		{"search|kind:city,comp", "kind:city,company", "kind:city,city"},
		{"search|headquarters:", "headquarters:austin|headquarters:redmond", "headquarters:oracle"},
		{"search|headquarters:au", "headquarters:austin", "headquarters:redmond"},
		{"search|headquarters.located_in:", "headquarters.located_in:texas", "headquarters.located_in:austin"},
		{"search|headquarters.loc", "headquarters.located_in:|headquarters.location:", ""},
		{"search|kind:company fou", "kind:company founded:", ""},
		{"search|kind:company|fou", "founded:", "state:"},
		{"search|has:sum", "has:summary", "has:summary:"},
		{"search|is:", "is:disputed|is:unsourced", ""},
		{"search|source:panw", "source:panw-10k-2019", "source:austin"},
		{"search|confidence:", "confidence:high|confidence:disputed", ""},
		{"search|company/ora", "company/oracle", ""},
		{"search|-headq", "", "headquarters:"},
		{"search|--|-headq", "-headquarters:", ""},
		{"list|company,ci", "company,city", ""},
		{"list|company|fou", "founded:", ""},
		{"list|company|--columns|name,summ", "name,summary", ""},
		{"list|company|--sort=-fou", "-founded", ""},
		{"matrix|event|theme|--by|head", "headquarters", ""},
		{"matrix|event|theme|kind:ev", "kind:event", ""},
		{"retract|source/panw", "source/panw-10k-2019", ""},
		{"retract|comp", "", "company/oracle"},
		{"brief|company/ora", "company/oracle", ""},
		{"map|kind:ci", "kind:city", ""},
		{"check|--only|unsourced,quote-n", "unsourced,quote-not-found", ""},
		{"check|--explain|al", "all", ""},
		{"explain|--only|comp", "company", ""},
		{"timeline|--kind|event,per", "event,person", ""},
		{"kinds|--lang|", "en|fr", ""},
		{"list|company|--limit|", "", "company"},
		{"completion|", "bash|fish|zsh", ""},
	} {
		got := offers(t, strings.Split(c.args, "|")...)
		for want := range strings.SplitSeq(c.has, "|") {
			if want != "" && !slices.Contains(got, want) {
				t.Errorf("%q offers %q, not %q", c.args, got, want)
			}
		}
		for not := range strings.FieldsSeq(c.not) {
			if slices.Contains(got, not) {
				t.Errorf("%q offers %q", c.args, not)
			}
		}
	}
}

// TestManyCompletionsAreOfferedByTheirNextLetters checks that a shell can insert the
// longest common prefix of many candidates, and nothing more.
func TestManyCompletionsAreOfferedByTheirNextLetters(t *testing.T) {
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintf(&text, "[thing.\"%s-%d\"]\n", []string{"abc", "abd", "abé"}[i%3], i)
	}
	text.WriteString("[other.x]\n")
	base := write(t, "kb.toml", text.String())
	for typed, want := range map[string]string{
		"":             "thing/ other/",
		"t":            "thing/abc thing/abd thing/abé",
		"thing/abé-11": "thing/abé-11 thing/abé-110 thing/abé-113 thing/abé-116 thing/abé-119",
		"x":            "x",
	} {
		if got := strings.Join(offers(t, "show", "--kb", base, typed), " "); got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
	run(t, "__complete", "show", "--kb", base, "thing/").prints("\n:6\n")
	run(t, "__complete", "show", "--kb", base, "thing/abc-1").prints("\n:4\n")
}

// TestALargeBaseIsCompletedByASample checks that a large base is not read in full, and
// gives the candidates of a small one.
func TestALargeBaseIsCompletedByASample(t *testing.T) {
	base := write(t, "kb.toml", large(t, generate.Options{Seed: 11, Entities: 1500}))
	for typed, want := range map[string]string{
		"kind:": "kind:company kind:theme kind:city kind:source", "headq": "headquarters:", "headquarters.loc": "headquarters.location:", "has:par": "has:parent",
	} {
		if got := strings.Join(offers(t, "search", "--kb", base, typed), " "); got != want {
			t.Errorf("%q offers %q, not %q", typed, got, want)
		}
	}
	for _, typed := range []string{"headquarters:", "source:", "themes:", "parent:", "founded:"} {
		if got := offers(t, "search", "--kb", base, typed); len(got) < 3 {
			t.Errorf("%q offers %q", typed, got)
		}
	}
}

// TestCompletionReadsNoPipe completes with a pipe as the base: reading it could block for
// ever.
func TestCompletionReadsNoPipe(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "p.toml")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skip(err)
	}
	done := make(chan bool)
	go func() {
		run(t, "__complete", "--kb", fifo, "list", "").exits(0).prints(":1\n")
		run(t, "__complete", "--kb", "-", "show", "a").exits(0)
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("it waits")
	}
}
