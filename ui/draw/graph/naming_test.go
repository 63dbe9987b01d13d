package graph

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rihla/model/graph"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/safe"
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

// TestNamesShareTheSpareRows checks that no name is broken into three lines or more
// while another of its side, which takes two, is cut.
func TestNamesShareTheSpareRows(t *testing.T) {
	text := "[kb]\nformat = 1\n[relations.oversees]\n[relations.signs]\n"
	for i := range 6 {
		text += fmt.Sprintf("[body.b%d]\nname = \"Department number %d of public works\"\noversees = \"firm/a\"\n", i, i)
	}
	text += `
[firm.a]
name = "A"
signs = ["deed/long", "deed/b", "deed/c", "deed/d", "deed/e", "deed/f"]
[deed.long]
name = "Memorandum of understanding about every single cloud region of the future"
[deed.b]
name = "Bilateral agreement on research"
[deed.c]
name = "Convention about networks abroad"
[deed.d]
name = "Declaration of common purposes"
[deed.e]
name = "Exchange of letters of intent"
[deed.f]
name = "Framework for later contracts"
`
	k := kbtest.Read(t, text)
	v := present.NewVoice(k, "en")
	two := 0
	for width := narrow; width < 80; width++ {
		for height := low; height < 20; height++ {
			s := graph.Around(context.Background(), k, k.Lookup("firm/a"), graph.Options{Hops: 1})
			p := Lay(s, v, Options{Width: width, Height: height, Hops: 1})
			for i := 1; i < len(p.Things); i++ {
				th := &p.Things[i]
				if th.Height() == 2 {
					two++
				}
				widest := safe.Width(th.text)
				for _, line := range th.more {
					widest = max(widest, safe.Width(line))
				}
				for j := 1; j < len(p.Things) && th.Height() > 2; j++ {
					other := &p.Things[j]
					if other.Node < 0 || other.Column != th.Column || !strings.Contains(other.text, "…") {
						continue
					}
					name := v.Name(p.Entity(j))
					if lines := safe.Wrap(name, widest); len(lines) == 2 && isBrokenBetweenWords(name, lines) {
						t.Fatalf("%d×%d: %q takes %d lines, and %q is cut", width, height, th.text, th.Height(), name)
					}
				}
			}
		}
	}
	if two == 0 {
		t.Error("no name takes two lines")
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

// TestAHopOfFewLeavesItsCellsToOneOfMany gives names that are all whole where the cells of
// the first hop, whose one name is broken, go to the second.
func TestAHopOfFewLeavesItsCellsToOneOfMany(t *testing.T) {
	text := "[kb]\nformat = 1\n[relations.runs]\n[relations.employs]\n[firm.a]\nname = \"A\"\nruns = \"office/b\"\n" +
		"[office.b]\nname = \"Bureau of international relations and standards\"\nemploys = ["
	people := ""
	for i := range 20 {
		text += fmt.Sprintf("\"person/p%d\", ", i)
		people += fmt.Sprintf("[person.p%d]\nname = \"%02d Alexandra Constantinides-Montgomery\"\n", i, i)
	}
	k := kbtest.Read(t, text+"]\n"+people)
	s := graph.Around(context.Background(), k, k.Lookup("firm/a"), graph.Options{Hops: 2})
	p := Lay(s, present.NewVoice(k, "en"), Options{Width: 94, Height: 26, Hops: 2})
	if p.Hops != 2 {
		t.Fatalf("%d hops are drawn", p.Hops)
	}
	if all := p.text(-1); strings.Contains(all, "…") {
		t.Errorf("names are cut:\n%s", all)
	}
}
