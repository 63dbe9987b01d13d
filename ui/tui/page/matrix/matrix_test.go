package matrix

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
)

// coast is a random base of ships, ports and sources.
func coast(t *testing.T, r *rand.Rand) *kb.KB {
	t.Helper()
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.calls_at]\n[relations.sees]\n[source.log]\n[source.news]\n")
	ships, ports := 1+r.IntN(40), 1+r.IntN(40)
	for i := range ships {
		fmt.Fprintf(&b, "[ship.a%d]\nname = '船 number %d %s'\n", i, i, strings.Repeat("long ", r.IntN(8)))
		if r.IntN(4) > 0 {
			fmt.Fprintf(&b, "calls_at = [{ to = 'b%d', source = 'log' }, 'b%d']\nsees = 'a%d'\n", r.IntN(ports), r.IntN(ports), r.IntN(ships))
		}
	}
	for i := range ports {
		fmt.Fprintf(&b, "[port.b%d]\n", i)
	}
	k := kbtest.Read(t, b.String())
	return k
}

var pressed = []keys.Action{
	keys.Up, keys.Down, keys.Left, keys.Right, keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown, keys.PanLeft, keys.PanRight, keys.PanUp, keys.PanDown,
	keys.Top, keys.Bottom, keys.NextLink, keys.PrevLink, keys.ZoomIn, keys.ZoomOut, keys.Fit, keys.NextKind, keys.NextRelation, keys.Swap, keys.Order, keys.Numbers,
	keys.Open, keys.Source, keys.Details, keys.MoveUp,
}

// TestAnyKeysAtAnySize presses keys at random, and asks after each that what is
// drawn stays in the frame, that a cell is lit, and that the page comes back to
// where it is.
func TestAnyKeysAtAnySize(t *testing.T) {
	looks := theme.New(true, colorprofile.ASCII)
	for round := range uint64(20) {
		r := rand.New(rand.NewPCG(round, 31))
		k := coast(t, r)
		kind := k.Kinds[r.IntN(len(k.Kinds))]
		s := page.Subject{Kind: kind, Entities: kind.Entities[:r.IntN(len(kind.Entities)+1)]}
		if r.IntN(4) == 0 {
			s = page.Subject{Entities: k.Entities}
		}
		p := New(present.NewVoice(k, "en"))
		p.View(looks)
		width, height := r.IntN(130), r.IntN(45)
		pagetest.Settle(p.SetSize(width, height))
		pagetest.Settle(p.Show(s, nil).Cmd)
		for step := range 30 {
			a := pressed[r.IntN(len(pressed))]
			switch r.IntN(12) {
			case 0:
				width, height = r.IntN(130), r.IntN(45)
				pagetest.Settle(p.SetSize(width, height))
			case 1:
				pagetest.Settle(p.Click(r.IntN(130), r.IntN(45)).Cmd)
			case 2:
				pagetest.Settle(p.Wheel(0, 0, 6*r.IntN(2)-3).Cmd)
			case 3:
				pagetest.Settle(p.SetVoice(present.NewVoice(k, []string{"fr", "en"}[r.IntN(2)])))
			default:
				pagetest.Settle(p.Act(a).Cmd)
			}
			lines := p.View(looks)
			if len(lines) > height {
				t.Fatalf("round %d, step %d: %d lines of %d", round, step, len(lines), height)
			}
			for _, line := range lines {
				if safe.Width(line) > width {
					t.Fatalf("round %d, step %d: %d cells of %d: %q", round, step, safe.Width(line), width, line)
				}
			}
			if p.isFilled() && (p.selection() == nil || p.Position() == "") {
				t.Fatalf("round %d, step %d: nothing is lit", round, step)
			}
			again := New(p.voice)
			again.SetSize(width, height)
			pagetest.Settle(again.Show(s, p.State()).Cmd)
			if got := again.View(looks); !reflect.DeepEqual(got, lines) {
				t.Fatalf("round %d, step %d, %v at %d×%d: it comes back as\n%s\nwant\n%s", round, step, a, width, height, strings.Join(got, "\n"), strings.Join(lines, "\n"))
			}
		}
	}
}

// TestALateAnswerChangesNothing leaves the page before the table is made.
func TestALateAnswerChangesNothing(t *testing.T) {
	k := coast(t, rand.New(rand.NewPCG(1, 1)))
	p := New(present.NewVoice(k, "en"))
	cmd := p.Show(page.Subject{Kind: k.Kind("ship"), Entities: k.Kind("ship").Entities}, nil).Cmd
	p.Leave()
	pagetest.Settle(cmd)
	if p.isFilled() {
		t.Error("the page took an answer after it was left")
	}
}
