package importer_test

import (
	"strings"
	"testing"

	"rihla/model/importer"
)

var vault = []string{
	"vault/People/Ann Lee.md", `---
aliases: [Annie, "Lee, Ann"]
tags:
  - person
  - staff/lead
born: 1977-06-16
employer: "[[Oracle]]"
friends: [[Bob Été]]
knows: ["[[Bob Été|Bob]]", Carl]
rating: 007
score: 1.50
draft: false
source: a book
nothing: null
---

# Ann

Works at [[Oracle|the company]] on [[Projects/2024/Alpha]]. See [Bob](../People/Bob%20Été.md#life) and [[Nobody]].

| a | b |
|---|---|
| [[projects/2024/alpha]] | ![[photo.png]] |
| [[Companies/Oracle]] | [x](https://example.org/a.md) |

` + "`[[Code]]` and #idea/new but not \\#this and `#that`.\n\n```\n[[Alpha]] #nottag\n```\n\n",
	"vault/People/Bob Été.md", "Knows [[Annie]] and [[bob été]].\r\n",
	"vault/Companies/Oracle.md", "---\ntitle: Oracle Corporation\nfounded: 1977\nhq: {city: Austin, since: 2020-12-11}\n---\nMaker of databases, see [[Ann Lee]].\n",
	"vault/Projects/2024/Alpha.md", "+++\ntitle = \"Alpha\"\ndate = 2024-02-11\nowner = \"[[Ann Lee]]\"\n+++\nAlpha “text” [top](/Index.md)\n",
	"vault/Projects/Alpha.md", "another alpha: [[Alpha]]\n",
	"vault/Projects/Beta.md", "{\n \"title\": \"Beta\", \"weight\": 3\n}\nBeta\n",
	"vault/Projects/Broken.md", "---\ntitle: [unclosed\nx: : y\n---\nBody stays\n",
	"vault/Index.md", "Start: [[Ann Lee]], [[Alpha#Plan|plan]], [Oracle](Companies/Oracle.md)\n",
	"vault/2024/2024-02-11.md", "# A day\nMet [[Ann Lee]]\n",
	"vault/.obsidian/app.json", "{}",
	"vault/photo.png", "x",
}

func TestAVaultBecomesEntitiesThatLink(t *testing.T) {
	i := read(t, importer.Options{Day: "2026-11-29"}, vault...)
	got := text(i)
	for _, want := range []string{
		`[people.ann-lee]
name        = "Ann Lee"
born        = 1977-06-16
employer    = "companies/oracle"
friends     = "people/bob-ete"
knows       = ["people/bob-ete", "Carl"]
rating      = "007"
score       = 1.50
draft       = false
source_text = "a book"
aliases     = ["Annie", "Lee, Ann"]
tags        = ["person", "staff/lead", "idea/new"]
body        = """
# Ann

Works at [[companies/oracle|the company]] on [[projects/2024/alpha|Projects/2024/Alpha]]. See [Bob](people/bob-ete#life) and [[Nobody]].

| a | b |
|---|---|
| [[projects/2024/alpha]] | ![[photo.png]] |
| [[companies/oracle\\|Companies/Oracle]] | [x](https://example.org/a.md) |

` + "`[[Code]]` and #idea/new but not \\\\#this and `#that`.\n\n```\n[[Alpha]] #nottag\n```\"\"\"\n" + `source      = { to = "vault", locator = "People/Ann Lee.md" }`,
		"Knows [[Annie]] and [[people/bob-ete|bob été]].\"", `hq      = { city = "Austin", since = 2020-12-11 }`, `title   = "Oracle Corporation"`, "see [[Ann Lee]].\"",
		"[projects.\"2024/alpha\"]\ntitle  = \"Alpha\"\ndate   = 2024-02-11\nowner  = \"people/ann-lee\"\nfolder = \"2024\"", "[top](note/index)", "weight = 3", "front_matter = \"\"\"\ntitle: [unclosed\nx: : y\n\"\"\"", `body         = "Body stays"`,
		"Start: [[Ann Lee]], [[projects/alpha#Plan|plan]], [Oracle](companies/oracle)", "[note.2024-02-11]\nname   = \"A day\"\nfolder = \"2024\"", "[source.vault]\nname     = \"vault\"",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no\n%s\nin\n%s", want, got)
		}
	}
	if strings.Contains(got, "nothing") || strings.Contains(got, "app.json") {
		t.Error(got)
	}
	if got, want := findings(i), "People/Ann Lee.md links-unknown(1, \"Nobody\")\nProjects/Broken.md:1:1 front-matter-unread(YAML)\nvault files-skipped(1, photo.png)\n"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	ann := i.KB.Find("people", "ann-lee")
	from := map[string]bool{}
	for b := range i.KB.Backlinks(ann) {
		from[string(b.From.Address())+" "+b.Field.Path] = true
	}
	for _, want := range []string{"people/bob-ete body", "companies/oracle body", "note/index body", "note/2024-02-11 body", "projects/2024/alpha owner"} {
		if !from[want] {
			t.Errorf("no link from %s: %v", want, from)
		}
	}
	to := map[string]bool{}
	for _, m := range i.KB.Record(ann).Mentions {
		to[string(m.To.Address())] = true
	}
	if len(to) != 3 || !to["companies/oracle"] || !to["projects/2024/alpha"] || !to["people/bob-ete"] {
		t.Errorf("%v", to)
	}
}

func TestNotesOfHugoAndZk(t *testing.T) {
	i := read(t, importer.Options{Kind: "page"}, "site/posts/first/index.md", "---\ntitle: First\n---\nSee [second](/posts/second).", "site/posts/second.md", "+++\ntitle = 'Second'\n+++\n[first](first) [gone](gone.md)", "site/ab12.md", "# The title\n\ntext #zk", "site/_index.md", "Home")
	got := text(i)
	for _, want := range []string{"[page.first]", "[second](page/second)", "[first](page/first)", "[page.ab12]\nname   = \"The title\"\ntags   = [\"zk\"]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if i.Count() != 4 || !strings.Contains(findings(i), "links-unknown(1, \"gone.md\")") {
		t.Error(findings(i))
	}
}

// TestTheIdentifierThatBeginsAFileNameIsATarget has the file names of zk's {{id}}-{{slug title}}.
func TestTheIdentifierThatBeginsAFileNameIsATarget(t *testing.T) {
	i := read(t, importer.Options{},
		"nb/.zk/config.toml", "[note]\nfilename = '{{id}}-{{slug title}}'\n",
		"nb/ab12-rust.md", "# Rust\n\n[[EF56]], [[cd34|Cargo]], [[2024]], [[owner]], [[x9]]",
		"nb/cd34 Cargo.md", "#[[ab12-rust]] [[ab12#Use]]",
		"nb/ef56-ownership.md", "[[2024-02-11]]",
		"nb/2024-02-11 Diary.md", "",
		"nb/x9-one.md", "", "nb/x9-two.md", "")
	got := text(i)
	for _, want := range []string{"[[note/ef56-ownership|EF56]], [[note/cd34-cargo|Cargo]], [[2024]], [[owner]], [[x9]]", "#[[ab12-rust]] [[note/ab12-rust#Use|ab12#Use]]", "[[note/2024-02-11-diary|2024-02-11]]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if said := findings(i); !strings.Contains(said, `links-unknown(3, "2024")`) || i.Count() != 6 {
		t.Error(said)
	}
}

func TestAliasesOfYAMLDoNotGrowWithoutBound(t *testing.T) {
	bomb := "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
	for n := '1'; n <= '9'; n++ {
		last := "*a" + string(n-1)
		bomb += "a" + string(n) + ": &a" + string(n) + " [" + last + strings.Repeat(","+last, 9) + "]\n"
	}
	i := read(t, importer.Options{}, "v/a.md", "---\n"+bomb+"---\ntext\n", "v/b.md", "---\nx: &x {k: 1, l: 2}\ny: {<<: *x, k: 3}\n---\n")
	if got := findings(i); !strings.Contains(got, "front-matter-unread") || !strings.Contains(text(i), "y      = { k = 3, l = 2 }") && !strings.Contains(text(i), "{ l = 2, k = 3 }") {
		t.Error(got, text(i))
	}
}

func FuzzNotes(f *testing.F) {
	f.Add([]byte(vault[1]))
	for n := 3; n < len(vault); n += 2 {
		f.Add([]byte(vault[n]))
	}
	f.Add([]byte("---\na: &a [*a]\nb: 2024-13-40\n? [x]\n: y\n---\n[[t]] [a](t.md) #t"))
	f.Fuzz(func(t *testing.T, text []byte) { imports(t, "t.md", text) })
}

// TestLinksOfFrontMatterThatLeadNowhereAreCounted counts them with those of the text.
func TestLinksOfFrontMatterThatLeadNowhereAreCounted(t *testing.T) {
	i := read(t, importer.Options{}, "v/a.md", "---\nup: \"[[Nowhere]]\"\nsee: [\"[[b]]\", \"[[None]]\", \"[[x.png]]\"]\n---\nAnd [[Nobody]].\n", "v/b.md", "B\n")
	if got := findings(i); !strings.Contains(got, "links-unknown(3, ") {
		t.Error(got)
	}
}
