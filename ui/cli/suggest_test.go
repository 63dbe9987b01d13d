package cli_test

import (
	"strings"
	"testing"
)

func TestWhatTheTextsNameIsSuggestedWithTheLineThatLinksIt(t *testing.T) {
	base := write(t, "notes.toml", `
[kb]
format = 1
[kinds.person]
[kinds.company]
[relations.about]

[person.ada]
name = "Ada"
summary = "She founded Brenova in 1998."

[company.brenova]
name = "Brenova"
`)
	run(t, "suggest", base).exits(0).prints("notes.toml:10:24: person/ada names company/brenova [mention]", "“… She founded Brenova in 1998 …”", `about = ["company/brenova"]`)
	run(t, "suggest", base, "--lang", "fr").exits(0).prints("person/ada nomme company/brenova")
	run(t, "suggest", base, "--only", "duplicate").exits(0).prints("No suggestions.")
	run(t, "suggest", base, "--only", "rumour").exits(2).complains("rumour", "mention")
	var all []struct{ Address, Other, TOML string }
	run(t, "suggest", base, "--format", "json").exits(0).decode(&all)
	if len(all) != 1 || all[0].Other != "company/brenova" {
		t.Errorf("suggested %v", all)
	}
}

func TestSuggestionsAreLimited(t *testing.T) {
	r := run(t, "suggest", "--limit", "3", "--format", "jsonl").exits(0)
	if n := strings.Count(r.out, "\n"); n != 3 {
		t.Errorf("%d suggestions, want 3", n)
	}
}

func TestNothingIsSuggestedForALockFile(t *testing.T) {
	run(t, "suggest", write(t, "some.lock", lock)).exits(0).prints("No suggestions.")
}
