package overview_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/survey"
	"rihla/ui/draw/overview"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// TestNothingIsWiderThanTheFrame lays random knowledge bases out for any width: each
// line fits, and each target has exactly one link.
func TestNothingIsWiderThanTheFrame(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	names := []string{"Rabat", "東京のとても長い名前", "Agence américaine pour le commerce et le développement", "مراكش", "e\u0301"}
	for range 150 {
		var b strings.Builder
		kinds := random.IntN(20)
		for n := range random.IntN(60) {
			fmt.Fprintf(&b, "[kind-%d.e%d]\nname = %q\nnear = 'e%d'\nvalue = {value = %d, source = 'x'}\n", n%(kinds+1), n, names[random.IntN(len(names))], random.IntN(70), n)
		}
		k := kbtest.Read(t, b.String())
		s, err := survey.Compute(context.Background(), k, date.Date{Year: 2026, Month: 11, Day: 28, Precision: date.Day}.Span())
		if err != nil {
			t.Fatal(err)
		}
		d := overview.Data{
			Linked: survey.MostLinked(k, 24), Findings: check.Run(k), Contests: evidence.Disagreements(context.Background(), k), Survey: &s,
			Begin: "Enter opens", Plain: random.IntN(4) == 0,
		}
		width := 16 + random.IntN(150)
		lines, targets := overview.Lay(present.NewVoice(k, "en"), d, overview.Frame{Width: width, Height: random.IntN(100)})
		seen := make(map[int]int)
		for _, line := range lines {
			if line.Width() > width {
				t.Fatalf("%d cells of %d: %q", line.Width(), width, line.Text())
			}
			for _, span := range line.Spans {
				if span.Link >= 0 {
					seen[span.Link]++
				}
			}
		}
		for i := range targets {
			if seen[i] != 1 {
				t.Fatalf("target %d of %d is seen %d times at %d", i, len(targets), seen[i], width)
			}
		}
	}
}

// TestFilesAreNamedBeforeLinksAreKnown lays out what is known while the rest is read.
func TestFilesAreNamedBeforeLinksAreKnown(t *testing.T) {
	k := kbtest.Read(t, "[company.a]\nname = 'A'\n[city.b]\nname = 'B'\n")
	for width := 76; width < 200; width++ {
		lines, _ := overview.Lay(present.NewVoice(k, "en"), overview.Data{}, overview.Frame{Width: width, Height: 30})
		var text strings.Builder
		for _, line := range lines {
			text.WriteString(line.Text() + "\n")
		}
		if !strings.Contains(text.String(), k.Files[0].Path) {
			t.Fatalf("at %d cells, no file is named:\n%s", width, &text)
		}
	}
}

// TestFilesHaveTheRoomThatThereIs lays out a base of one kind, without links, whose many
// files have long names: all are named whole where half of a screen is empty.
func TestFilesHaveTheRoomThatThereIs(t *testing.T) {
	k := kbtest.Read(t, "[rule.a]\nname = 'A'\n[rule.b]\nname = 'B'\n")
	for i := range 40 {
		k.Files = append(k.Files, &kb.File{Path: fmt.Sprintf("process_creation_by_a_scheduled_task_%d.toml", i)})
	}
	lines, _ := overview.Lay(present.NewVoice(k, "en"), overview.Data{Survey: new(survey.Survey)}, overview.Frame{Width: 196, Height: 56})
	text := ""
	for _, line := range lines {
		text += line.Text() + "\n"
	}
	if !strings.Contains(text, "task_39.toml") || strings.Contains(text, "…") || strings.Contains(text, " more") {
		t.Errorf("not all files are named:\n%s", text)
	}
}

// TestRemarksBeginOrEndTogether lays the built-in base out for any width: the remarks on
// sources that disagree all begin at a cell, or all end at one; and where there
// are three columns, nothing is cut.
func TestRemarksBeginOrEndTogether(t *testing.T) {
	k := kbtest.BuiltIn(t)
	s, err := survey.Compute(context.Background(), k, date.Date{Year: 2026, Month: 11, Day: 28, Precision: date.Day}.Span())
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "fr"} {
		v := present.NewVoice(k, lang)
		d := overview.Data{Linked: survey.MostLinked(k, 24), Checked: true, Contests: evidence.Disagreements(context.Background(), k), Survey: &s}
		three := 0 // number of widths with three columns
		for width := overview.TwoFrom; width < 240; width++ {
			lines, _ := overview.Lay(v, d, overview.Frame{Width: width, Height: 56})
			begins, ends := make(map[int]bool), make(map[int]bool)
			columns := false
			for _, line := range lines {
				text := line.Text()
				columns = columns || strings.Contains(text, v.Words.Say(words.MostLinked)) && strings.Contains(text, v.Words.Say(words.SourcesDisagree))
				if before, _, isRemark := strings.Cut(text, "≠ "); isRemark {
					begins[safe.Width(before)], ends[safe.Width(text)] = true, true
				}
			}
			if len(begins) > 1 && len(ends) > 1 {
				t.Errorf("in %s at %d cells, remarks begin at %v and end at %v", lang, width, begins, ends)
			}
			if columns {
				three++
			}
			for _, line := range lines {
				if columns && strings.Contains(line.Text(), "…") {
					t.Errorf("in %s at %d cells, %q is cut", lang, width, line.Text())
				}
			}
		}
		if three == 0 {
			t.Errorf("in %s, there are never three columns", lang)
		}
	}
}

// TestAValueOutsideEntitiesIsNeverLeftOut lays out a top-level field of a long name.
func TestAValueOutsideEntitiesIsNeverLeftOut(t *testing.T) {
	k := kbtest.Read(t, "[rule.a]\nname = 'A'\n[rule.b]\nname = 'B'\n")
	k.TopLevel = []kb.Statement{{Field: &kb.Field{Path: "the-edition-of-all"}, Value: kb.Value{Type: kb.String, Str: "the seventh"}}}
	for width := 36; width < 120; width++ {
		lines, _ := overview.Lay(present.NewVoice(k, "en"), overview.Data{}, overview.Frame{Width: width, Height: 30})
		found := false
		for _, line := range lines {
			found = found || strings.Contains(line.Text(), "the seventh")
		}
		if !found {
			t.Errorf("at %d cells, the value is not seen", width)
		}
	}
}

// TestLikeNamesAreToldApart cuts names that differ at their ends only.
func TestLikeNamesAreToldApart(t *testing.T) {
	text := ""
	for i := range 6 {
		text += fmt.Sprintf("[[rule]]\nname = \"Detection of credential dumping by a process of the name %d\"\nparent = \"Detection of credential dumping by a process of the name 0\"\n", i)
	}
	k := kbtest.Read(t, text)
	for i := range 12 {
		k.Files = append(k.Files, &kb.File{Path: fmt.Sprintf("rules/process_creation_detection_of_credential_dumping_%d.toml", i)})
	}
	for width := 40; width < 120; width++ {
		lines, _ := overview.Lay(present.NewVoice(k, "en"), overview.Data{Linked: survey.MostLinked(k, 24)}, overview.Frame{Width: width, Height: 60})
		seen := make(map[string]bool)
		for _, line := range lines {
			for _, span := range line.Spans {
				if text := strings.TrimSpace(span.Text); strings.Contains(text, "…") {
					if seen[text] {
						t.Fatalf("at %d two are %q", width, text)
					}
					seen[text] = true
				}
			}
		}
	}
}
