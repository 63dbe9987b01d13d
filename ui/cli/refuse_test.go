package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const namesakes = `[kb]
format = 1
[kinds.person]
[kinds.company]
[relations.about]
[person.ada]
name = "Ada Moss"
summary = "She founded Brenova in 1998."
[person.ada-2]
name = "Ada Moss"
[company.brenova]
name = "Brenova"
`

// TestARefusedSuggestionIsNotMadeAgain refuses all that is suggested, as the program
// says, and keeps every byte that was there.
func TestARefusedSuggestionIsNotMadeAgain(t *testing.T) {
	for _, newline := range []string{"\n", "\r\n"} {
		text := strings.TrimSuffix(strings.ReplaceAll(namesakes, "\n", newline), newline) // the last line is open
		base := write(t, "notes.toml", text)
		run(t, "suggest", base).exits(0).prints(
			"to refuse: rihla refuse same person/ada person/ada-2 --kb "+base, "to refuse: rihla refuse link person/ada company/brenova --kb "+base,
			"    [[refused]]\n    same = [\"person/ada\", \"person/ada-2\"]\n")
		run(t, "refuse", "same", "ada-2", "person/ada", "--kb", base, "--by", "Ann", "--date", "2026-05", "--note", "mother and \"daughter\"").exits(0).prints("Refused in notes.toml:")
		run(t, "suggest", base).exits(0).prints("names company/brenova").keepsQuietOf("may be the same")
		run(t, "refuse", "link", "person/ada", "Brenova", "--kb", base, "--date", "2026-11-29", "--lang", "fr").exits(0).prints("Refus écrit dans notes.toml\u00a0:")
		run(t, "suggest", base).exits(0).prints("No suggestions.")
		run(t, "check", "--strict", "--kb", base).exits(0).keepsQuietOf("refused")
		run(t, "kinds", "--kb", base).exits(0).keepsQuietOf("refused")
		now, err := os.ReadFile(base)
		if err != nil {
			t.Fatal(err)
		}
		want := text + strings.ReplaceAll(`

[[refused]]
same = ["person/ada-2", "person/ada"]
by = "Ann"
date = "2026-05"
note = "mother and \"daughter\""

[[refused]]
link = ["person/ada", "company/brenova"]
date = 2026-11-29
`, "\n", newline)
		if string(now) != want {
			t.Errorf("%q\nwant %q", now, want)
		}
		run(t, "refuse", "same", "person/ada", "person/ada-2", "--kb", base).exits(0).prints("Already refused at notes.toml:14:1.")
	}
}

// TestARefusalInAFolderStandsInItsManifest creates the manifest of a folder that has
// none, which is read as it was.
func TestARefusalInAFolderStandsInItsManifest(t *testing.T) {
	people := write(t, "people.toml", "[person.ada]\nname = \"Ada Moss\"\n[person.ada-2]\nname = \"Ada Moss\"\n")
	folder := filepath.Dir(people)
	before := run(t, "kinds", "--kb", folder).out
	run(t, "refuse", "same", "person/ada", "person/ada-2", "--kb", folder, "--dry-run").exits(0).prints("[[refused]]\nsame = ")
	run(t, "suggest", folder).exits(0).prints("may be the same")
	run(t, "refuse", "same", "person/ada", "person/ada-2", "--kb", folder).exits(0).prints("Refused in kb.toml:")
	run(t, "suggest", folder).exits(0).prints("No suggestions.")
	if after := run(t, "kinds", "--kb", folder).out; after != before {
		t.Errorf("kinds were\n%s\nand are\n%s", before, after)
	}
	run(t, "suggest", folder, "--format", "json").exits(0).prints("[]")
}

func TestARefusalOfNothingIsStale(t *testing.T) {
	base := write(t, "notes.toml", namesakes+"[[refused]]\nsame = [\"person/ada\", \"person/ada-3\"]\n[[refused]]\nlink = [\"person/ada\"]\n[[refused]]\nnote = \"?\"\n[[refused]]\nsame = [\"person/ada\", \"person/ada-2\"]\nnotte = \"?\"\n")
	run(t, "check", "--kb", base).exits(1).prints(
		"notes.toml:14:23: warning: a refusal names \"person/ada-3\", but there is no such entity [stale-refusal]", "did you mean \"person/ada-2\"?",
		"link takes two entities", "a refusal says either same or link", "[unknown-key]", "did you mean \"note\"?")
	run(t, "check", "--kb", base, "--lang", "fr").exits(1).prints("un refus nomme «\u00a0person/ada-3\u00a0», mais cette entité n’existe pas")
	run(t, "suggest", base).exits(0).keepsQuietOf("may be the same").prints("names company/brenova")
}

// TestRefusedTwinsOfOneFileAreNoDuplicates refuses what check says of two tables that
// differ in nothing.
func TestRefusedTwinsOfOneFileAreNoDuplicates(t *testing.T) {
	const twins = "[kb]\nformat = 1\n[[boat]]\nname = \"Merle\"\n[[boat]]\nname = \"Merle\"\n"
	base := write(t, "boats.toml", twins)
	run(t, "check", "--only", "duplicate-entity", "--kb", base).exits(0).prints("1 warning")
	listed := run(t, "list", "boat", "--kb", base, "--format", "csv", "--columns", "key").out
	rows := strings.Split(strings.TrimSpace(listed), "\n")
	first, _, _ := strings.Cut(rows[1], ",")
	second, _, _ := strings.Cut(rows[2], ",")
	run(t, "refuse", "same", first, second, "--kb", base).exits(0)
	run(t, "check", "--only", "duplicate-entity", "--kb", base).exits(0).prints("No problems.")
}

// TestAStrangersListCalledRefusedIsData reads what is no list of refusals as it would
// be without the name.
func TestAStrangersListCalledRefusedIsData(t *testing.T) {
	base := write(t, "visas.toml", "[[refused]]\nname = \"Ada\"\nlink = \"https://example.org\"\n[[refused]]\nname = \"Bea\"\nlink = \"https://example.org/b\"\n")
	run(t, "list", "refused", "--kb", base).exits(0).prints("Ada", "Bea")
	run(t, "refuse", "same", "Ada", "Bea", "--kb", base).exits(4).complains("its key refused is not a list of refusals", "nothing was written")
	run(t, "refuse", "same", "company/oracle", "company/cisco").exits(4).complains("the built-in knowledge base cannot be changed")
	run(t, "refuse", "same", "company/oracle", "oracle").exits(2).complains("refuse needs two different entities")
	run(t, "refuse", "other", "company/oracle", "oracle").exits(2).complains("refuse needs same or link")
}
