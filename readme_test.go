package main

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

func TestTheReadmeHasTheTableOfKeys(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	table := keys.Markdown(words.For("en"))
	if !strings.Contains(string(readme), "<!-- keys -->\n"+table+"<!-- /keys -->") {
		t.Errorf("between <!-- keys --> and <!-- /keys --> there should stand:\n%s", table)
	}
}
