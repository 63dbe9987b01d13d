package detail

import (
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// TestLabelsKeepTheirWords lays out every entity of the built-in base at many widths, in
// both languages: the words of labels are whole, or broken at a hyphen.
func TestLabelsKeepTheirWords(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for _, lang := range []string{"en", "fr"} {
		v := present.NewVoice(k, lang)
		for _, e := range k.Entities {
			if e.Kind == k.SourceKind() { // which has labels besides those of its fields
				continue
			}
			known := make(map[string]bool)
			note := func(g *present.Group) {
				for word := range strings.FieldsSeq(g.Label) {
					known[word] = true
					for _, part := range strings.SplitAfter(word, "-") {
						known[part] = true
					}
				}
			}
			for _, s := range v.Sections(e, nil) {
				for _, g := range s.Groups {
					note(g)
				}
			}
			for _, g := range v.BacklinkGroups(e) {
				note(g)
			}
			for width := narrow; width < 130; width += 5 {
				for _, line := range Of(v, e, width).Lines {
					label := ""
					for _, s := range line.Spans {
						if strings.TrimSpace(s.Text) == "" {
							continue
						}
						if s.Role != rich.Label {
							break
						}
						label += s.Text
					}
					for word := range strings.FieldsSeq(label) {
						if !known[word] {
							t.Fatalf("%s in %d cells breaks a word of a label: %q in %q", e.Address(), width, word, line.Text())
						}
					}
				}
			}
		}
	}
}
