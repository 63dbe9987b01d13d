package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheNameOfThePageSaysItsFormat selects the HTML format by the file extension, with a
// query and with a language.
func TestTheNameOfThePageSaysItsFormat(t *testing.T) {
	to := filepath.Join(t.TempDir(), "base.html")
	if r := run(t, "export", "kind:company", "--lang", "fr", "-o", to); r.code != 0 || r.err != "" {
		t.Fatalf("ended with %d: %s", r.code, r.err)
	}
	text, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	for _, holds := range []string{`<html lang="fr"`, "Content-Security-Policy", `"y":"oracle"`, "Siège à"} {
		if !strings.Contains(string(text), holds) {
			t.Errorf("the page does not hold %s", holds)
		}
	}
	if strings.Contains(string(text), `"y":"mission-2024"`) {
		t.Error("an event is on a page of companies")
	}
}
