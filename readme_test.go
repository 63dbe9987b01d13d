package main

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

func TestTheReadmeHasTheTableOfKeys(t *testing.T) {
	const begin, end = "<!-- keys -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(readme), begin)
	got, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatalf("README.md has no lines %q and %q", begin, end)
	}
	want := keys.Markdown(words.For("en"))
	if got == want {
		return
	}
	if !*update {
		t.Fatalf("README.md has another table of keys; go test . -update writes this one:\n%s", want)
	}
	if err := os.WriteFile("README.md", []byte(before+begin+want+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
