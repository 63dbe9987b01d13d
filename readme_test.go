package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
	holdsGenerated(t, "docs/configuration.fr.md", "options", config.Markdown(words.For("fr")))
}

// TestTheConfigurationInFrenchSaysTheSame compares the examples and the code of the two
// documents, which may differ in comments, titles and names of commands, and placeholders.
func TestTheConfigurationInFrenchSaysTheSame(t *testing.T) {
	own := regexp.MustCompile(`\s+# .*|(title|name) = "[^"]*"`)
	placeholder := strings.NewReplacer("FICHIER", "FILE", "NOM", "NAME")
	code := regexp.MustCompile("`[^`]+`|    rihla .*")
	var said [2][]string
	for i, name := range []string{"docs/configuration.md", "docs/configuration.fr.md"} {
		for _, example := range configurationExamples(t, name) {
			said[i] = append(said[i], own.ReplaceAllString(example, ""))
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		prose, _, _ := strings.Cut(string(text), "<!-- options -->")
		prose = regexp.MustCompile("(?s)```.*?```").ReplaceAllString(prose, "")
		for _, c := range code.FindAllString(prose, -1) {
			c = strings.Join(strings.Fields(own.ReplaceAllString(c, "")), " ")
			said[i] = append(said[i], placeholder.Replace(c))
		}
		slices.Sort(said[i])
		said[i] = slices.Compact(said[i])
	}
	for i, other := range []int{1, 0} {
		for _, one := range said[i] {
			if !slices.Contains(said[other], one) {
				t.Errorf("only one of them, number %d, has %s", i+1, one)
			}
		}
	}
}

// configurationExamples returns the examples of a document, after it has read each as a
// configuration without a problem, beside the skin among them.
func configurationExamples(t *testing.T, name string) (examples []string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "skins"), 0o700); err != nil {
		t.Fatal(err)
	}
	blocks := blocksOf(lines)
	for _, b := range slices.Backward(blocks) { // the skin is used before it is shown
		example, file := strings.Join(lines[b.from:b.to], "\n"), "config.toml"
		if strings.HasPrefix(example, "base = ") {
			file = "skins/sea.toml"
		}
		examples = append(examples, example)
		if err := os.WriteFile(filepath.Join(folder, file), []byte(example), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, p := range config.Load(filepath.Join(folder, "config.toml"), false, func(string) string { return "" }).Problems {
			t.Errorf("%s:%d: %s %s", name, b.from, p.Says(words.For("en")), p.Remedy(words.For("en")))
		}
	}
	return examples
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
