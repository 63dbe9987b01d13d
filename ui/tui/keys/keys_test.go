package keys

import (
	"strings"
	"testing"

	"rihla/ui/words"
)

func TestAKeyMeansOneThingInAPlace(t *testing.T) {
	for _, scope := range []Scope{InList, InDetail, InOverview, InDialog, InField, InCompare, InMarked, InGraph, InPath, InTimeline, InMap, InMatrix, InViews, InCopy} {
		seen := make(map[string]Action)
		for _, table := range [][]Entry{Table, dialogs} {
			for _, b := range table {
				if b.Scope&scope == 0 {
					continue
				}
				for _, k := range b.Keys {
					for _, name := range k.Keys() {
						if other, twice := seen[name]; twice {
							t.Errorf("%q asks for %d and for %d", name, other, k.Action)
						}
						seen[name] = k.Action
					}
				}
			}
		}
	}
}

func TestBracketsAndBracesAreNoKeys(t *testing.T) {
	for _, b := range Table {
		for _, k := range b.Keys {
			if strings.ContainsAny(strings.Join(k.Keys(), ""), "[]{}") {
				t.Errorf("%q cannot be typed at once on an AZERTY keyboard", k.Keys())
			}
		}
	}
}

func TestEveryKeyIsSaid(t *testing.T) {
	for _, w := range words.Languages {
		for _, b := range Table {
			if b.Show == "" || w.Say(b.Help) == "" || b.Hint != words.None && w.Say(b.Hint) == "" {
				t.Errorf("%s: %q is not said", w.Tag, b.Show)
			}
		}
		lines := strings.Split(strings.TrimSpace(Markdown(w)), "\n")
		if len(lines) != len(Table)+2 {
			t.Errorf("%s: the table has %d lines", w.Tag, len(lines))
		}
	}
}
