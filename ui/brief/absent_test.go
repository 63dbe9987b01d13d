package brief_test

import (
	"strings"
	"testing"

	"rihla/model/export"
	"rihla/model/kbtest"
	"rihla/ui/brief"
	"rihla/ui/present"
)

// TestAQuoteThatItsCopyLacksIsMarked in a full brief, in Markdown and HTML; one that is there,
// or of a source without a copy, is not.
func TestAQuoteThatItsCopyLacksIsMarked(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{
		"r.txt": "Sofia holds 40 % of Atlas.",
		"a.toml": "[person.sofia]\nname = \"Sofia\"\nowns = [{ to = \"atlas\", source = \"r\", quote = \"Sofia holds 90 %\" }, { to = \"rif\", source = \"r\", quote = \"holds 40 %\" }]\n" +
			"runs = { to = \"rif\", source = \"p\", quote = \"she runs it\" }\n[company.atlas]\nname = \"Atlas\"\n[company.rif]\nname = \"Rif\"\n" +
			"[source.r]\ntitle = \"Register\"\ntext = \"r.txt\"\n[source.p]\ntitle = \"Paper\"\n",
	})
	doc := brief.Of(present.NewVoice(k, "en"), k.Lookup("person/sofia"), brief.Options{Length: brief.Full})
	const mark = " (not in the stored copy)"
	for name, text := range map[string]string{"Markdown": export.Markdown(doc), "HTML": strings.NewReplacer("</bdi>", "").Replace(brief.HTML(doc))} {
		if !strings.Contains(text, "“Sofia holds 90 %”"+mark) || strings.Count(text, mark) != 1 {
			t.Errorf("%s:\n%s", name, text)
		}
	}
}
