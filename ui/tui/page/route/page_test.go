package route

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
)

// shown returns a page of a size that shows how entities are connected.
func shown(k *kb.KB, width, height int, marked ...*kb.Entity) *Page {
	p := New(present.NewVoice(k, "en"))
	pagetest.Settle(p.SetSize(width, height))
	pagetest.Settle(p.Show(page.Subject{Marked: marked, Entities: k.Entities}, nil).Cmd)
	return p
}

// known are the actions that the page knows.
var known = []keys.Action{
	keys.Up, keys.Down, keys.Left, keys.Right, keys.NextLink, keys.PrevLink, keys.Top, keys.Bottom, keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown,
	keys.Swap, keys.ZoomIn, keys.ZoomOut, keys.MinConfidence, keys.Open, keys.Source, keys.Details, keys.ChooseEnd,
}

// TestWhatIsSelectedIsSeenWhateverIsDone does what comes, on screens of any size,
// and asks that the page stays in its frame, that what is selected is seen, and
// that it comes back to where it was.
func TestWhatIsSelectedIsSeenWhateverIsDone(t *testing.T) {
	k := kbtest.Generate(t, 300)
	look := theme.New(true, colorprofile.ASCII)
	for round := range uint64(8) {
		r := rand.New(rand.NewPCG(round, 9))
		some := func() *kb.Entity { return k.Entities[r.IntN(len(k.Entities))] }
		p := shown(k, 80, 20, some(), some())
		var trail []string
		for range 200 {
			scrolled := false
			switch n := r.IntN(30); n {
			case 0:
				width, height := 20+r.IntN(200), 1+r.IntN(60)
				trail = append(trail, fmt.Sprintf("%d×%d", width, height))
				pagetest.Settle(p.SetSize(width, height))
			case 1:
				trail = append(trail, "wheel")
				p.Wheel(0, 0, 6*r.IntN(2)-3)
				scrolled = true
			case 2:
				x, y := r.IntN(p.width), r.IntN(p.height)
				trail = append(trail, fmt.Sprintf("click %d,%d", x, y))
				p.Click(x, y)
				scrolled = true
			case 3:
				trail = append(trail, "choose")
				pagetest.Settle(p.Take(page.Chosen{Entity: some()}).Cmd)
			case 4:
				trail = append(trail, "come back")
				before := strings.Join(p.View(look), "\n")
				again := New(p.voice)
				pagetest.Settle(again.SetSize(p.width, p.height))
				pagetest.Settle(again.Show(page.Subject{}, p.State()).Cmd)
				if now := strings.Join(again.View(look), "\n"); now != before {
					t.Fatalf("round %d, %q: it was\n%s\nand came back as\n%s", round, trail, ansi.Strip(before), ansi.Strip(now))
				}
				p = again
			case 5:
				trail = append(trail, "speak")
				pagetest.Settle(p.SetVoice(present.NewVoice(k, []string{"en", "fr"}[r.IntN(2)])))
			default:
				a := known[r.IntN(len(known))]
				trail = append(trail, fmt.Sprint("act ", a))
				answer := p.Act(a)
				if answer.Ignored && len(p.drawing.Things) > 0 {
					t.Fatalf("%q means nothing", trail)
				}
				pagetest.Settle(answer.Cmd)
			}
			if wrong := wrongWith(p, look, !scrolled); wrong != "" {
				t.Fatalf("round %d, after %q of %d×%d: %s\n%s", round, trail[max(0, len(trail)-6):], p.width, p.height, wrong, ansi.Strip(strings.Join(p.View(look), "\n")))
			}
			if scrolled {
				p.reveal()
			}
		}
	}
}

func wrongWith(p *Page, look *theme.Theme, sees bool) string {
	lines := p.View(look)
	if len(lines) > p.height {
		return fmt.Sprintf("%d lines", len(lines))
	}
	for _, line := range lines {
		if ansi.StringWidthWc(line) > p.width {
			return fmt.Sprintf("%q is too wide", ansi.Strip(line))
		}
	}
	if t := p.thing(); t == nil && len(p.drawing.Things) > 0 {
		return "nothing is selected"
	} else if t != nil && sees && (t.Y < p.offset && t.Y+t.Height <= p.offset || t.Y >= p.offset+p.room()) {
		return "what is selected is not seen"
	}
	return ""
}

func TestEndsAreWhatIsMarkedElseSelected(t *testing.T) {
	k := kbtest.Generate(t, 100)
	a, b, c := k.Entities[0], k.Entities[1], k.Entities[2]
	for _, trial := range []struct {
		subject page.Subject
		want    [2]*kb.Entity
	}{
		{page.Subject{Marked: []*kb.Entity{b, c, a}, Entity: a}, [2]*kb.Entity{b, c}},
		{page.Subject{Marked: []*kb.Entity{b}, Entity: a}, [2]*kb.Entity{b, a}},
		{page.Subject{Marked: []*kb.Entity{a}, Entity: a}, [2]*kb.Entity{a, nil}},
		{page.Subject{Entity: a}, [2]*kb.Entity{a, nil}},
		{page.Subject{}, [2]*kb.Entity{}},
	} {
		p := New(present.NewVoice(k, "en"))
		p.SetSize(100, 30)
		pagetest.Settle(p.Show(trial.subject, nil).Cmd)
		if p.ends != trial.want {
			t.Errorf("%v: %v", trial.want, p.ends)
		}
		if trial.want[1] == nil && (len(p.offered) == 0 || !is[page.Notice](p.Act(keys.Swap)) || !is[page.Choose](p.Act(keys.ChooseEnd))) {
			t.Error("nothing is offered for the other end")
		}
	}
}

func TestAnEmptyBaseHasNoPath(t *testing.T) {
	p := shown(new(kb.KB), 80, 20)
	if lines := p.View(theme.New(true, colorprofile.ASCII)); len(lines) == 0 || p.selection() != nil || !is[page.Choose](p.Act(keys.Open)) {
		t.Errorf("%q", lines)
	}
}

// BenchmarkView times a frame of a picture that has been laid out, at 200×60.
func BenchmarkView(b *testing.B) {
	k := kbtest.Generate(b, 10_000)
	p := shown(k, 200, 60, k.Entities[0], k.Entities[9])
	look := theme.New(true, colorprofile.TrueColor)
	for b.Loop() {
		_ = p.View(look)
	}
}

// BenchmarkLay times laying it out.
func BenchmarkLay(b *testing.B) {
	k := kbtest.Generate(b, 10_000)
	p := shown(k, 200, 60, k.Entities[0], k.Entities[9])
	for b.Loop() {
		p.lay()
	}
}

// is reports whether a page answers with an intent of a type.
func is[I page.Intent](a page.Answer) bool {
	_, ok := a.Intent.(I)
	return ok
}

// TestWhatIsKnownOfAllLinksIsKept leaves the page and comes back to it: all links
// are looked at once.
func TestWhatIsKnownOfAllLinksIsKept(t *testing.T) {
	k := kbtest.Generate(t, 50)
	p := shown(k, 80, 20)
	subject := page.Subject{Marked: []*kb.Entity{k.Entities[3], k.Entities[9]}}
	pagetest.Settle(p.Show(subject, nil).Cmd)
	first := p.network
	p.Leave()
	if first == nil || p.network != first || p.answer != nil {
		t.Errorf("the links are %p, and then %p; the answer is %v", first, p.network, p.answer)
	}
	pagetest.Settle(p.Show(subject, nil).Cmd)
	if p.network != first || p.answer == nil {
		t.Error("all links were looked at again")
	}
}
