package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rihla/ui/cli"
	"rihla/ui/config"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

func TestTheKeysAreDocumented(t *testing.T) {
	holdsGenerated(t, "docs/keys.md", "keys", keys.Markdown(words.For("en")))
}

func TestTheConfigurationIsDocumented(t *testing.T) {
	holdsGenerated(t, "docs/configuration.md", "options", config.Markdown(words.For("en")))
}

func TestTheCommandsAreDocumented(t *testing.T) {
	holdsGenerated(t, "docs/commands.md", "commands", cli.Reference("en"))
}

// holdsGenerated compares what stands in a document between two comments of a name with
// what the program says.
func holdsGenerated(t *testing.T, file, name, want string) {
	t.Helper()
	begin, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), begin)
	got, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatalf("%s has no lines %q and %q", file, begin, end)
	}
	if got == want {
		return
	}
	if !*update {
		t.Fatalf("%s has something else; go test . -update writes this:\n%s", file, want)
	}
	if err := os.WriteFile(file, []byte(before+begin+want+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestLinksOfDocumentsLead looks for the files that documents link to.
func TestLinksOfDocumentsLead(t *testing.T) {
	names := []string{"README.md", "README.fr.md", "CONTRIBUTING.md", "CHANGELOG.md"}
	more, err := filepath.Glob("docs/*.md")
	if err != nil || len(more) < 10 {
		t.Fatal(more, err)
	}
	link, code := regexp.MustCompile(`\]\(([^)\s#]+)`), regexp.MustCompile("(?s)```.*?```|`[^`]*`")
	for _, name := range append(names, more...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(string(text), ""), -1) {
			if strings.Contains(m[1], ":") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
