package brief_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"rihla/model/export"
	"rihla/model/kbtest"
	"rihla/ui/brief"
	"rihla/ui/present"
)

// tex decodes the TeX commands that BibTeX export writes.
var tex = strings.NewReplacer(`\textbackslash{}`, `\`, `\textbraceleft{}`, "{", `\textbraceright{}`, "}", `\textasciicircum{}`, "^", `\textasciitilde{}`, "~",
	`\$`, "$", `\&`, "&", `\#`, "#", `\%`, "%", `\_`, "_", "-{}-", "--", "`{}`", "``", "'{}'", "''")

var bibTitle = regexp.MustCompile(`(?m)^  title        = \{\{(.*)\}\},?$`)

// TestTitlesSurviveBibliographies writes hostile and multilingual titles and names in both
// bibliography formats, parses them back, and checks that keys are unique.
func TestTitlesSurviveBibliographies(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 5))
	pieces := []string{"{", "}", `\`, "$", "&", "#", "%", "_", "^", "~", `"`, "'", "and", ",", "é", "أ", "東京", "x", "@", "\u00a0", "\\\\n", "👩‍👧"}
	for range kbtest.Rounds(40) {
		draw := func() string {
			text := "n"
			for range r.IntN(10) {
				text += pieces[r.IntN(len(pieces))]
			}
			return text
		}
		var toml strings.Builder
		titles := make([]string, 4)
		authors := []string{draw(), draw() + " and " + draw()}
		for i := range titles {
			titles[i] = draw()
			fmt.Fprintf(&toml, "[source.%q]\nname = %q\nauthor = [%q, %q]\ndate = \"2024-0%d\"\n", []string{"東京", "東", "a", "A"}[i], titles[i], authors[0], authors[1], i+1)
		}
		k := kbtest.Read(t, toml.String())
		sources := brief.Bibliography(present.NewVoice(k, "en"), k.Entities)
		var bib, csl strings.Builder
		if err := export.BibTeX(&bib, sources); err != nil {
			t.Fatal(err)
		}
		if err := export.CSLJSON(&csl, sources); err != nil {
			t.Fatal(err)
		}
		var items []struct {
			ID, Title string
			Author    []struct{ Literal string }
			Issued    struct {
				Parts [][]int `json:"date-parts"`
			}
		}
		if err := json.Unmarshal([]byte(csl.String()), &items); err != nil || len(items) != len(titles) {
			t.Fatalf("%v in\n%s", err, csl.String())
		}
		read := bibTitle.FindAllStringSubmatch(bib.String(), -1)
		keys := map[string]bool{}
		for i, item := range items {
			keys[strings.ToLower(item.ID)] = true
			if item.Title != titles[i] || item.Author[1].Literal != authors[1] || fmt.Sprint(item.Issued.Parts) != fmt.Sprintf("[[2024 %d]]", i+1) {
				t.Fatalf("%q by %q became %+v", titles[i], authors, item)
			}
			if got := tex.Replace(read[i][1]); got != titles[i] || !strings.Contains(bib.String(), "@misc{"+item.ID+",\n") {
				t.Fatalf("%q became %q in\n%s", titles[i], got, bib.String())
			}
		}
		if len(keys) != len(titles) {
			t.Fatalf("%v", keys)
		}
	}
}
