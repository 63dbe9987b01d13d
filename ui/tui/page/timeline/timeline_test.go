package timeline_test

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
	"rihla/ui/tui/page/timeline"
)

// show returns a page that shows all of a knowledge base, from a place on.
func show(t testing.TB, k *kb.KB, at any) *timeline.Page {
	t.Helper()
	v := present.NewVoice(k, "en")
	v.Day, _ = present.ParseDay("2026-11-28")
	v.Today = v.Day
	p := timeline.New(v)
	p.SetSize(200, 60)
	pagetest.Settle(p.Show(page.Subject{Entities: k.Entities}, at).Cmd)
	return p
}

func TestThePlaceOutlivesAReadingOfTheFiles(t *testing.T) {
	text := "[a.one]\ndate = 2020-01-01\n[a.two]\ndate = 2021-01-01\n[a.three]\ndate = 2022-01-01\n[a.four]\nstart = 2023-01-01\n"
	th := theme.New(true, colorprofile.TrueColor)
	p := show(t, kbtest.Read(t, text), nil)
	for _, a := range []keys.Action{keys.Top, keys.Down, keys.ZoomIn, keys.ZoomIn, keys.Right} {
		if p.Act(a).Ignored {
			t.Fatalf("%v is ignored", a)
		}
	}
	want := p.View(th)
	again := show(t, kbtest.Read(t, text), p.State())
	for y, line := range again.View(th) {
		if line != want[y] {
			t.Fatalf("line %d was %q, and is %q", y, want[y], line)
		}
	}
	if p.Selection().Entity.Key != again.Selection().Entity.Key || p.Position() != again.Position() {
		t.Errorf("%s is selected, not %s", again.Selection().Entity.Key, p.Selection().Entity.Key)
	}
	gone := show(t, kbtest.Read(t, "[a.other]\ndate = 2020-01-01\n"), p.State())
	if e := gone.Selection().Entity; e == nil || e.Key != "other" {
		t.Errorf("%v is selected where the other is gone", e)
	}
}

func TestAPageWaitsForWhatIsDated(t *testing.T) {
	k := kbtest.Read(t, "[a.one]\ndate = 2020-01-01\n")
	p := timeline.New(present.NewVoice(k, "en"))
	p.SetSize(80, 24)
	cmd := p.Show(page.Subject{Entities: k.Entities}, nil).Cmd
	if p.Selection().Entity != nil || !p.Act(keys.Down).Ignored || !p.Click(1, 1).Ignored || !p.Wheel(1, 1, -3).Ignored || p.Position() != "" {
		t.Error("a page on which nothing is gathered answers")
	}
	p.View(theme.New(true, colorprofile.TrueColor))
	pagetest.Settle(cmd)
	if p.Selection().Entity == nil {
		t.Error("nothing is selected")
	}
}

// BenchmarkCrowd times a frame of what is dated of 100,000 entities, on 200×60
// cells.
func BenchmarkCrowd(b *testing.B) {
	p, th := show(b, kbtest.Generate(b, 100_000), nil), theme.New(true, colorprofile.TrueColor)
	for _, bench := range []struct {
		name string
		act  []keys.Action
	}{
		{"still", nil},
		{"step", []keys.Action{keys.Up, keys.Down}},
		{"pan", []keys.Action{keys.ZoomIn, keys.Left, keys.Right, keys.ZoomOut}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				if len(bench.act) > 0 {
					p.Act(bench.act[n%len(bench.act)])
					n++
				}
				p.View(th)
			}
		})
	}
}
