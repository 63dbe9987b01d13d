package graph

import (
	"context"
	"strings"
	"testing"

	"rihla/model/graph"
	"rihla/model/kbtest"
	"rihla/ui/present"
)

// TestShownNamesAreThoseOfOneEntity checks that what is shown of a name is shown of no
// other, unless the two have the same name, and that every cut has its mark.
func TestShownNamesAreThoseOfOneEntity(t *testing.T) {
	cuts := 0
	squeeze := func(text string) string { return strings.ReplaceAll(text, " ", "") }
	drawings(t, func(t *testing.T, p drawnOne) {
		names := make(map[string]string)
		for i := range p.Things {
			th := &p.Things[i]
			if th.Node < 0 || i == 0 {
				continue
			}
			name := p.voice.Name(p.Entity(i))
			shown := strings.TrimPrefix(strings.Join(append([]string{th.text}, th.more...), " "), beforeSign+" ")
			if squeeze(shown) != squeeze(name) {
				cuts++
				if !strings.Contains(shown, "…") {
					t.Fatalf("%s: %q is shown as %q\n%s", p.how, name, shown, p.text(-1))
				}
			}
			if other, there := names[shown]; there && other != name {
				t.Fatalf("%s: %q and %q are both shown as %q\n%s", p.how, name, other, shown, p.text(-1))
			}
			names[shown] = name
		}
	})
	if cuts == 0 {
		t.Error("no name is cut")
	}
}

// TestTwoRelationsBetweenTwoAreBothSeen checks that each relation of a drawn entity to
// the one before it is named beside it, where need be in part.
func TestTwoRelationsBetweenTwoAreBothSeen(t *testing.T) {
	seen := 0
	drawings(t, func(t *testing.T, p drawnOne) {
		for i := range p.Things {
			th := &p.Things[i]
			also := p.alsoBy(&item{node: th.Node, edge: th.Edge, also: th.Also})
			if len(also) == 0 {
				continue
			}
			seen++
			if len(th.tail) == 0 {
				t.Fatalf("%s: %q misses %q\n%s", p.how, th.text, also[0].Text, p.text(-1))
			}
		}
	})
	if seen == 0 {
		t.Error("no two entities have two relations")
	}
}

// TestShownRelationsAreThoseOfOne checks that what is shown of a relation is shown of no
// other: "implantation à" and "implantation prévue à" begin alike.
func TestShownRelationsAreThoseOfOne(t *testing.T) {
	k := kbtest.BuiltIn(t)
	v := present.NewVoice(k, "fr")
	s := graph.Around(context.Background(), k, k.Lookup("company/oracle"), graph.Options{Hops: 1})
	for width := 30; width < 140; width++ {
		p := Lay(s, v, Options{Width: width, Height: 17, Hops: 1})
		relations := make(map[string]string)
		for i := range p.Things {
			th := &p.Things[i]
			if th.Edge < 0 || th.label < 0 {
				continue
			}
			shown, relation := p.labels[th.label].text, p.edgeRelation(th.Edge)
			if other, there := relations[shown]; there && other != relation {
				t.Errorf("at %d cells, %q and %q are both shown as %q", width, other, relation, shown)
			}
			relations[shown] = relation
		}
	}
}
