package graph

import (
	"testing"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// TestAKindWithoutAPluralIsCountedWithoutOne: the name of a kind of a stranger's file
// is singular or plural as it happens.
func TestAKindWithoutAPluralIsCountedWithoutOne(t *testing.T) {
	p := &Picture{voice: present.Voice{KB: &kb.KB{}, Words: words.For("en")}}
	label := kb.Plain("Companies")
	for want, c := range map[string]KindCount{
		"package ×1,015": {&kb.Kind{Name: "package"}, 1015},
		"people ×1":      {&kb.Kind{Name: "people"}, 1},
		"15 companies":   {&kb.Kind{Name: "company", Label: label}, 15},
		"1 company":      {&kb.Kind{Name: "company", Label: label}, 1},
	} {
		if got := p.countOf(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
