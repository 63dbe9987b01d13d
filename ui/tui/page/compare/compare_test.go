package compare

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
)

// comparing returns a page that compares entities of which each says much, or
// nothing.
func comparing(t testing.TB, entities, fields int) *Page {
	t.Helper()
	r := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	for i := range entities {
		fmt.Fprintf(&b, "[thing.k%d]\nname = \"The thing of the number %d\"\n", i, i)
		for f := range fields {
			switch r.IntN(5) {
			case 0:
				fmt.Fprintf(&b, "f%d = %d\n", f, r.IntN(3))
			case 1:
				fmt.Fprintf(&b, "f%d = \"%s\"\n", f, strings.Repeat("some words ", r.IntN(60)))
			case 2:
				fmt.Fprintf(&b, "to%d = [\"thing/k%d\", { to = \"thing/k%d\", since = %d }]\n", f, r.IntN(entities), r.IntN(entities), 1990+f%30)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "trial.toml")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := New(present.NewVoice(k, "en"))
	p.Show(page.Subject{Entities: k.Entities}, nil)
	p.SetSize(120, 30)
	return p
}

// known are the actions that the page knows.
var known = []keys.Action{
	keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown, keys.Top, keys.Bottom, keys.PrevEntity, keys.NextEntity,
	keys.NextLink, keys.PrevLink, keys.Differing, keys.Expand,
}

// TestWhatIsSelectedIsSeenWhateverIsDone does what comes, on screens of any
// size, and asks that what is selected is seen and that the screen is used.
func TestWhatIsSelectedIsSeenWhateverIsDone(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	dark := theme.New(true, colorprofile.ASCII)
	for _, p := range []*Page{comparing(t, 7, 30), comparing(t, 2, 3), comparing(t, 1, 0), New(present.NewVoice(new(kb.KB), "fr"))} {
		var trail []string
		p.SetSize(80, 20)
		for range 4000 {
			step := ""
			switch n := r.IntN(40); n {
			case 0:
				width, height := 20+r.IntN(150), 1+r.IntN(40)
				step = fmt.Sprintf("%d×%d", width, height)
				p.SetSize(width, height)
			case 1:
				by := r.IntN(21) - 10
				step = fmt.Sprintf("wheel %d", by)
				p.scroll(by)
				p.keepSeen()
			case 2:
				x, y := r.IntN(p.width), r.IntN(p.height)
				step = fmt.Sprintf("click %d,%d", x, y)
				p.Click(x, y)
			case 3:
				step = "come back"
				p.restore(p.state())
			default:
				a := known[r.IntN(len(known))]
				step = fmt.Sprintf("act %d", a)
				isWhole := a == keys.Expand && p.fits                                     // there is nothing to show whole
				mayBeIdle := a == keys.NextLink || a == keys.PrevLink || a == keys.Expand // at an end, and where no text is long
				if ignored := p.Act(a).Ignored; ignored && !mayBeIdle || !ignored && isWhole {
					t.Fatalf("%s is not known", step)
				}
			}
			trail = append(trail, step)
			if wrong := wrongWith(p, dark); wrong != "" {
				t.Fatalf("after %q, of %d×%d: %s\n%s", trail[max(0, len(trail)-6):], p.width, p.height, wrong, ansi.Strip(strings.Join(p.View(dark), "\n")))
			}
		}
	}
}

// wrongWith says what is wrong with the visible part of a page, if anything is.
func wrongWith(p *Page, look *theme.Theme) string {
	seen := p.View(look)
	fits := len(p.title) + len(p.head.Lines) + len(p.rest)
	for i := range p.rows {
		fits += p.lineCount(i)
	}
	bars := 0
	for _, line := range seen {
		if ansi.StringWidthWc(line) > p.width {
			return fmt.Sprintf("%q is too wide", ansi.Strip(line))
		}
		bars += strings.Count(ansi.Strip(line), theme.Bar.Left)
	}
	from, to, at, all := p.columns()
	switch {
	case len(seen) != min(p.height, fits):
		return fmt.Sprintf("%d lines are drawn of %d", len(seen), fits)
	case all > 0 && (at < from || at > to):
		return fmt.Sprintf("column %d is selected, %d to %d are seen", at, from, to)
	case all > 0 && p.height > 4 && bars == 0:
		return fmt.Sprintf("nothing is seen to be selected, row %d from %+v", p.row, p.top)
	case p.link > 0 && p.link >= len(p.links()):
		return "what is selected is not there"
	}
	return ""
}

// BenchmarkKey times a key and the frame after it, by how many rows there are:
// the cost should be that of the visible part.
func BenchmarkKey(b *testing.B) {
	look := theme.New(true, colorprofile.TrueColor)
	for _, fields := range []int{20, 200, 2000} {
		p := comparing(b, 8, fields)
		for name, acts := range map[string][]keys.Action{
			"move": {keys.Down}, "across": {keys.NextEntity, keys.PrevEntity}, "page": {keys.PageDown}, "ends": {keys.Bottom, keys.Top},
			"differing": {keys.Differing}, "whole": {keys.Expand},
		} {
			b.Run(fmt.Sprintf("%s/%d", name, fields), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p.Act(acts[i%len(acts)])
					_ = p.View(look)
				}
			})
		}
	}
}

// BenchmarkComparing times setting many side by side.
func BenchmarkComparing(b *testing.B) {
	for _, entities := range []int{3, 2000} {
		p := comparing(b, entities, 20)
		b.Run(fmt.Sprint(entities), func(b *testing.B) {
			for b.Loop() {
				p.SetVoice(p.voice)
			}
		})
	}
}

// TestNothingIsCutWhereTheScreenHoldsItWhole compares a few long texts: a tall screen
// shows them whole, a low one cuts them until "z".
func TestNothingIsCutWhereTheScreenHoldsItWhole(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("word ", 60)) + " end"
	path := filepath.Join(t.TempDir(), "trial.toml")
	if err := os.WriteFile(path, []byte("[a.one]\nname = \"One\"\nnote = \""+text+"\"\n[a.two]\nname = \"Two\"\nnote = \"short\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := New(present.NewVoice(k, "en"))
	p.Show(page.Subject{Entities: k.Entities}, nil)
	seen := func() string { return ansi.Strip(strings.Join(p.View(theme.New(true, colorprofile.ASCII)), "\n")) }
	p.SetSize(80, 30)
	if text := seen(); strings.Contains(text, "…") || !strings.Contains(text, "end") {
		t.Error(text)
	}
	if _, offered := p.Hint(keys.Expand, "in full"); offered || !p.Act(keys.Expand).Ignored {
		t.Error("what is whole can be shown whole")
	}
	p.SetSize(80, 11)
	if n := strings.Count(seen(), "word word"); n < 6 {
		t.Errorf("%d lines of the text are seen:\n%s", n, seen())
	}
	p.SetSize(80, 8)
	if text := seen(); !strings.Contains(text, "…") || strings.Contains(text, "end") {
		t.Error(text)
	}
}
