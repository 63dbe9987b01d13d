package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/model/kbtest"
	drawn "rihla/ui/draw/graph"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
)

func showing(k *kb.KB, e *kb.Entity, width, height int) *Page {
	p := New(present.NewVoice(k, "en"))
	pagetest.Settle(p.SetSize(width, height))
	pagetest.Settle(p.Show(page.Subject{Entity: e}, nil).Cmd)
	return p
}

// known are the actions that the page knows.
var known = []keys.Action{
	keys.Left, keys.Right, keys.Up, keys.Down, keys.NextLink, keys.PrevLink, keys.Top, keys.Bottom, keys.PageUp, keys.PageDown,
	keys.ZoomIn, keys.ZoomOut, keys.Fit, keys.Open, keys.Details, keys.Source,
}

// TestWhatIsSelectedIsSeenWhateverIsDone does what comes, on screens of any
// size.
func TestWhatIsSelectedIsSeenWhateverIsDone(t *testing.T) {
	k := kbtest.Generate(t, 300)
	r := rand.New(rand.NewPCG(1, 9))
	look := theme.New(true, colorprofile.ASCII)
	p := showing(k, k.Entities[0], 80, 20)
	var trail []string
	for range 1500 {
		switch n := r.IntN(30); n {
		case 0:
			width, height := 20+r.IntN(180), 3+r.IntN(60)
			trail = append(trail, fmt.Sprintf("%d×%d", width, height))
			pagetest.Settle(p.SetSize(width, height))
		case 1:
			trail = append(trail, "click")
			p.Click(r.IntN(p.width), r.IntN(p.height))
		case 2:
			trail = append(trail, "come back")
			before, place := p.selection(), p.State()
			pagetest.Settle(p.Show(page.Subject{Entity: k.Entities[1]}, place).Cmd)
			if p.selection() != before {
				t.Fatalf("after %q: %v is selected, it was %v", trail[max(0, len(trail)-6):], p.selection(), before)
			}
		case 3:
			trail = append(trail, "language")
			pagetest.Settle(p.SetVoice(present.NewVoice(k, []string{"en", "fr"}[r.IntN(2)])))
		default:
			a := known[r.IntN(len(known))]
			trail = append(trail, fmt.Sprint("act ", a))
			pagetest.Settle(p.Act(a).Cmd)
		}
		seen := p.View(look)
		if len(seen) > p.height || p.frame() > 0 && !isSeen(p, seen) {
			t.Fatalf("after %q, of %d×%d: %d is selected, not seen\n%s", trail[max(0, len(trail)-6):], p.width, p.height, p.selected, ansi.Strip(strings.Join(seen, "\n")))
		}
		for _, line := range seen {
			if ansi.StringWidthWc(line) > p.width {
				t.Fatalf("after %q: %q is wider than %d", trail[max(0, len(trail)-6):], ansi.Strip(line), p.width)
			}
		}
	}
}

func isSeen(p *Page, seen []string) bool {
	y := p.picture.Things[p.selected].Y - p.offset
	return y >= 0 && y < p.frame() && y < len(seen) && strings.Contains(seen[y], "\x1b[")
}

// BenchmarkFrame times a key and the frame after it.
func BenchmarkFrame(b *testing.B) {
	k := kbtest.Generate(b, 10_000)
	look := theme.New(true, colorprofile.TrueColor)
	for name, e := range map[string]*kb.Entity{"hub": k.Kind("theme").Entities[0], "company": k.Entities[0]} {
		p := showing(k, e, 200, 60)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				p.Act(keys.NextLink)
				_ = p.View(look)
			}
		})
	}
}

// BenchmarkDrawing times what is done beside the screen: finding what surrounds
// an entity, and laying it out.
func BenchmarkDrawing(b *testing.B) {
	k := kbtest.Generate(b, 100_000)
	v := present.NewVoice(k, "en")
	for name, e := range map[string]*kb.Entity{"hub": k.Kind("theme").Entities[0], "company": k.Entities[0]} {
		for hops := 1; hops <= graph.MaxHops; hops++ {
			b.Run(fmt.Sprintf("around/%s/%d", name, hops), func(b *testing.B) {
				for b.Loop() {
					graph.Around(context.Background(), k, e, graph.Options{Hops: hops})
				}
			})
			s := graph.Around(context.Background(), k, e, graph.Options{Hops: hops})
			b.Run(fmt.Sprintf("lay/%s/%d", name, hops), func(b *testing.B) {
				for b.Loop() {
					drawn.Lay(s, v, drawn.Options{Width: 240, Height: 60, Hops: hops})
				}
			})
		}
	}
}

// TestOneHopSaysThatTwoWouldCutNames draws the mission on a screen on which the names
// two hops away have little room.
func TestOneHopSaysThatTwoWouldCutNames(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := showing(k, k.Lookup("event/mission-2024"), 120, 30)
	seen := func() string { return ansi.Strip(strings.Join(p.View(theme.New(true, colorprofile.ASCII)), "\n")) }
	const note = "Two hops would cut names here: + draws them"
	for _, want := range []string{note, "more links among these", "■ Oracle", "■ Cisco"} {
		if !strings.Contains(seen(), want) {
			t.Errorf("there is no %q in\n%s", want, seen())
		}
	}
	pagetest.Settle(p.Act(keys.ZoomIn).Cmd)
	if p.picture.Hops != 2 || strings.Contains(seen(), note) {
		t.Errorf("%d hops are drawn:\n%s", p.picture.Hops, seen())
	}
}

// TestNothingIsCutBesideEmptyLines draws entities with long names in frames that they do
// not fill: the centre, the legend and the caption of the centre are whole.
func TestNothingIsCutBesideEmptyLines(t *testing.T) {
	k := kbtest.BuiltIn(t)
	look := theme.New(true, colorprofile.ASCII)
	for _, address := range []kb.Address{"agency/mtnra", "association/ausim", "source/ledesk-add", "city/austin", "programme/maroc-digital-2030"} {
		for _, lang := range []string{"en", "fr"} {
			p := New(present.NewVoice(k, lang))
			pagetest.Settle(p.SetSize(120, 34))
			e := k.Lookup(address)
			pagetest.Settle(p.Show(page.Subject{Entity: e}, nil).Cmd)
			seen := p.View(look)
			text := ansi.Strip(strings.Join(seen, "\n"))
			at := strings.Index(text, p.picture.Legend(p.width-2, 3)[0].Text())
			if at < 0 || strings.Contains(text[at:], "…") {
				t.Fatalf("%s in %s:\n%s", address, lang, text)
			}
			for word := range strings.FieldsSeq(p.voice.Name(e)) {
				if !strings.Contains(text[:at], word) {
					t.Errorf("%s in %s: there is no %q in\n%s", address, lang, word, text)
				}
			}
			if n := len(seen); n != 34 {
				t.Errorf("%d lines", n)
			}
		}
	}
}

// TestALowGraphWithoutLinksSaysSo draws an entity that nothing is linked to on a small
// screen: the sentence about it is whole, as there is room.
func TestALowGraphWithoutLinksSaysSo(t *testing.T) {
	k := kbtest.Read(t, "[a.one]\nname = \"Bitsadmin Credential Dumping via LSASS Memory Access\"\n[a.two]\nname = \"Two\"\n")
	p := showing(k, k.Lookup("a/one"), 40, 8)
	text := ansi.Strip(strings.Join(p.View(theme.New(true, colorprofile.ASCII)), " "))
	if text = strings.Join(strings.Fields(text), " "); !strings.Contains(text, "Nothing is linked to Bitsadmin Credential Dumping via LSASS Memory Access.") {
		t.Error(text)
	}
}
