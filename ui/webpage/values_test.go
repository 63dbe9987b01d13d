package webpage_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/ui/safe"
)

// TestValuesSurvive writes random texts of all scripts, with syntax of HTML, JSON and
// JavaScript, and decodes them with encoding/json.
func TestValuesSurvive(t *testing.T) {
	parts := []string{
		"</script>", "<!--", "<script>", "]]>", "&amp;", `\u0041`, `\`, `"`, "'", "`", "${x}", "{{data}}", "{{script}}", "%s", "\u2028", "\u0000", "\u202e", "\n", "\t",
		"é", "e\u0301", "ß", "œ", "القسم", "עברית", "日本語", "한국어", "ไทย", "हिन्दी", "👩🏽\u200d🔬", "𝒳", "\ufeff", " ", "a", "Z", "0", "-1", "1e9", ",", ";", ":", "§4",
	}
	random := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	var want []string
	for i := range 200 {
		var value strings.Builder
		value.WriteString("v")
		for range random.IntN(8) {
			value.WriteString(parts[random.IntN(len(parts))])
		}
		coded, err := json.Marshal(value.String())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&text, "[thing.k%d]\nname = \"K%d\"\nvalue = %s\nother = 1\n", i, i, coded)
		want = append(want, safe.Paragraphs(value.String()))
	}
	p := dataOf(t, written(t, kbtest.Read(t, text.String())))
	got := make(map[string]string)
	for n := range p.Entities {
		for _, section := range p.Entities[n].Sections {
			group := section["g"].([]any)[0].(map[string]any)
			got[p.Entities[n].Key], _ = group["i"].([]any)[0].(map[string]any)["v"].(string)
		}
	}
	for i, value := range want {
		if key := fmt.Sprintf("k%d", i); got[key] != value {
			t.Errorf("%s: %q came back as %q", key, value, got[key])
		}
	}
}
