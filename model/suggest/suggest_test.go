package suggest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/suggest"
)

func pairs(t *testing.T, k *kb.KB) []string {
	t.Helper()
	all, err := suggest.Find(context.Background(), k)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, s := range all {
		said = append(said, fmt.Sprintf("%s %s %s %s", s.Code, s.Entity.Address(), s.Other.Address(), s.Line))
	}
	return said
}

func TestPlantedGapsAreFoundInAnyOrderOfFiles(t *testing.T) {
	const company = "[company.brenova]\nname = \"Brenova\"\n[company.tarsis]\nname = \"Tarsis Foundry\"\n"
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		var tables, want []string
		for i := range 12 {
			key := fmt.Sprintf("note-%d", i)
			texts := []struct{ text, other string }{
				{"They went to see Brenova in spring.", "company/brenova"},
				{"La visite d’un site de l’Brenova eut lieu.", "company/brenova"},
				{"It was made at Tarsis Foundry, they say.", "company/tarsis"},
				{"The brenovas are birds of the sea.", ""},
				{"A course at Brenova Academy was held.", ""},
				{"This is not to be confused with Brenova at all.", ""},
				{"They wrote of Tarsis only.", ""},
			}
			one := texts[r.IntN(len(texts))]
			linked := one.other != "" && r.IntN(3) == 0
			table := fmt.Sprintf("[note.%s]\nname = \"Paper %c\"\nsummary = %q\n", key, 'A'+i, one.text)
			if linked {
				table += fmt.Sprintf("about = [%q]\n", one.other)
			}
			tables = append(tables, table)
			if one.other != "" && !linked {
				want = append(want, fmt.Sprintf("mention note/%s %s about = [%q]", key, one.other, one.other))
			}
		}
		manifest := "[kb]\nformat = 1\n[kinds.note]\n[kinds.company]\n[relations.about]\n"
		half := len(tables) / 2
		got := pairs(t, kbtest.ReadFiles(t, map[string]string{"kb.toml": manifest, "a.toml": company, "b.toml": strings.Join(tables[:half], ""), "c.toml": strings.Join(tables[half:], "")}))
		slices.Reverse(tables)
		again := pairs(t, kbtest.ReadFiles(t, map[string]string{"kb.toml": manifest, "z.toml": company, "b.toml": strings.Join(tables[:half], ""), "a.toml": strings.Join(tables[half:], "")}))
		if !slices.Equal(got, again) {
			t.Fatalf("the order of the files changes\n%q into\n%q", got, again)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: got\n%s\nwant\n%s", seed, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestDuplicatesAreFoundAndSeriesAreNot(t *testing.T) {
	for _, c := range []struct {
		reason suggest.Reason
		one    string
		two    string
	}{
		{suggest.SameName, `name = "Élan-Nord Inc."`, `name = "elan nord"`},
		{suggest.Acronym, `name = "Agence de développement du digital"`, `name = "ADD"`},
		{suggest.SameURL, "name = \"Alpha\"\nurl = \"https://www.alpha.org/home/\"", "name = \"Beta\"\nurl = \"http://alpha.org/home\""},
		{suggest.NearName, `name = "Observatoire de la mer"`, `name = "Observatoire de la mere"`},
		{"", `name = "Open Tournament 2023"`, `name = "Open Tournament 2024"`},
		{"", "name = \"Brenova\"\nversion = \"1\"", "name = \"Brenova\"\nversion = \"2\""},
		{"", "name = \"Brenova\"\npart_of = \"agency/two\"", "name = \"Brenova\""},
		{"", `name = "Agence du Nord maritime"`, `name = "Association nouvelle des métiers"`},
	} {
		k := kbtest.ReadFiles(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[relations.part_of]\n", "a.toml": "[agency.one]\n" + c.one + "\n[agency.two]\n" + c.two + "\n"})
		all, err := suggest.Find(context.Background(), k, suggest.Duplicate)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case c.reason == "" && len(all) > 0:
			t.Errorf("%s and %s are no doubles: %s", c.one, c.two, all[0].Reason)
		case c.reason != "" && (len(all) != 1 || all[0].Reason != c.reason):
			t.Errorf("%s and %s are doubles by %s: %v", c.one, c.two, c.reason, all)
		}
	}
}

func TestEntitiesWithManyRareCommonNeighboursAreSuggested(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 3))
		base := "[kb]\nformat = 1\n[relations.needs]\n[relations.uses]\n[firm.other]\nuses = [\"plan/other\"]\n[plan.other]\n"
		shared := 4 + r.IntN(4)
		var keys []string
		for i := range shared {
			base += fmt.Sprintf("[tool.t%d]\n", i)
			keys = append(keys, fmt.Sprintf("%q", fmt.Sprintf("tool/t%d", i)))
		}
		needs := "needs = [" + strings.Join(keys, ", ") + "]\n"
		linked := r.IntN(2) == 0
		base += "[firm.one]\n" + needs
		if linked {
			base += "uses = [\"plan/one\"]\n"
		}
		base += "[plan.one]\n" + needs
		got := pairs(t, kbtest.ReadFiles(t, map[string]string{"kb.toml": base}))
		want := []string{`unlinked firm/one plan/one about = ["plan/one"]`}
		if linked {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d, %d shared: got %q, want %q", seed, shared, got, want)
		}
	}
}

func TestAnImpliedLinkIsNoMention(t *testing.T) {
	const base = `[kb]
format = 1
[relations.seat]
to = "place"
[relations.within]
to = "place"
[place.texas]
name = "Texas"
[place.austin]
name = "Austin"
within = "texas"
[firm.one]
name = "Brenova"
summary = "They work in Texas."
`
	if got := pairs(t, kbtest.ReadFiles(t, map[string]string{"kb.toml": base})); len(got) != 1 {
		t.Errorf("the mention of Texas is not found: %q", got)
	}
	if got := pairs(t, kbtest.ReadFiles(t, map[string]string{"kb.toml": base + "seat = \"austin\"\n"})); len(got) != 0 {
		t.Errorf("Austin is in Texas: %q", got)
	}
}

// TestATableGetsTheFirstOfManyMentions uses a text that mentions many entities, some twice,
// and many facts that mention one each.
func TestATableGetsTheFirstOfManyMentions(t *testing.T) {
	const named, most = 150, 100
	var things, summary, facts strings.Builder
	for i := range named {
		fmt.Fprintf(&things, "[thing.t%d]\nname = \"Thing%d Alpha\"\n", i, i)
		fmt.Fprintf(&summary, "Thing0 Alpha and Thing%d Alpha, ", i)
		fmt.Fprintf(&facts, "[[note.facts.facts]]\ntext = \"It is Thing%d Alpha.\"\n", i)
	}
	k := kbtest.ReadFiles(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n", "a.toml": things.String() + "[note.long]\nsummary = \"" + summary.String() + "\"\n[note.facts]\n" + facts.String()})
	all, err := suggest.Find(context.Background(), k, suggest.Mention)
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[kb.Address]int)
	for _, s := range all {
		got[s.Entity.Address()]++
		var number int
		if _, err := fmt.Sscanf(s.Other.Key, "t%d", &number); err != nil || s.Entity.Key == "long" && number >= most {
			t.Errorf("%s is suggested for %s", s.Other.Address(), s.Entity.Address())
		}
	}
	if got["note/long"] != most || got["note/facts"] != named || len(got) != 2 {
		t.Errorf("suggestions: %v", got)
	}
}
