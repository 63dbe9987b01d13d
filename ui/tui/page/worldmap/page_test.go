package worldmap

import (
	"fmt"
	"math/rand/v2"
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
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

var dark = theme.New(true, colorprofile.TrueColor)

func voice(k *kb.KB) present.Voice {
	v := present.NewVoice(k, "en")
	v.Day, _ = present.ParseDay("2024-06-01")
	v.Today = v.Day
	return v
}

// shown returns the page as it shows a subject.
func shown(k *kb.KB, s page.Subject, at any, width, height int) *Page {
	p := New(voice(k))
	p.SetSize(width, height)
	pagetest.Settle(p.Show(s, at).Cmd)
	return p
}

func seen(p *Page) string {
	var out []string
	lines := p.View(theme.New(true, colorprofile.ASCII))
	widget.TakeCursor(lines)
	for _, line := range lines {
		for {
			from := strings.IndexByte(line, '\x1b')
			if from < 0 {
				break
			}
			line = line[:from] + line[from+strings.IndexByte(line[from:], 'm')+1:]
		}
		out = append(out, strings.ReplaceAll(line, "\u00a0", " "))
	}
	return strings.Join(out, "\n")
}

var actions = []keys.Action{
	keys.Left, keys.Right, keys.Up, keys.Down, keys.NextLink, keys.PrevLink, keys.Top, keys.Bottom, keys.PanLeft, keys.PanRight, keys.PanUp,
	keys.PanDown, keys.PageUp, keys.PageDown, keys.ZoomIn, keys.ZoomIn, keys.ZoomOut, keys.Fit, keys.Open, keys.Details, keys.Source, keys.Sort,
}

// TestWhateverIsPressedThePageFits presses keys at random, clicks, turns the wheel
// and resizes, and holds every frame to its size.
func TestWhateverIsPressedThePageFits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	k := kbtest.BuiltIn(t)
	for round := range 15 {
		kind := k.Kinds[r.IntN(len(k.Kinds))]
		s := page.Subject{Entities: kind.Entities, Kind: kind, Query: "a query"}
		if r.IntN(2) == 0 {
			s.Entity = kind.Entities[r.IntN(len(kind.Entities))]
		}
		if round%5 == 0 {
			s.Entities, s.Kind = k.Entities, nil
		}
		p := shown(k, s, nil, 80, 18)
		for range 60 {
			switch r.IntN(12) {
			case 0:
				p.SetSize(1+r.IntN(220), 1+r.IntN(70))
			case 1:
				p.Click(r.IntN(p.width), r.IntN(p.height))
			case 2:
				p.Wheel(r.IntN(p.width), r.IntN(p.height), 6*r.IntN(2)-3)
			case 3:
				p.Take(page.MarksChanged{Marked: []*kb.Entity{k.Entities[r.IntN(len(k.Entities))], k.Entities[r.IntN(len(k.Entities))]}})
			case 4:
				at := p.State()
				before := seen(p)
				q := shown(k, p.Shown, at, p.width, p.height)
				if after := seen(q); after != before {
					t.Fatalf("left at\n%s\nand come back to\n%s", before, after)
				}
			default:
				p.Act(actions[r.IntN(len(actions))])
			}
			lines := p.View(dark)
			widget.TakeCursor(lines)
			if len(lines) > p.height {
				t.Fatalf("%d lines of %d", len(lines), p.height)
			}
			for _, line := range lines {
				if w := safe.Width(line); w > p.width {
					t.Fatalf("a line of %d cells of %d: %q", w, p.width, line)
				}
			}
		}
	}
}

func TestTabGoesThroughEveryPlaceFromWestToEast(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := shown(k, page.Subject{Entities: k.Kind("city").Entities}, nil, 80, 18)
	for range 5 {
		p.Act(keys.ZoomIn) // so that most are not seen
	}
	p.Act(keys.Top)
	met := map[int]bool{p.m.Selected: true}
	west := -180.0
	for range p.m.Sites.All {
		at := p.m.Sites.All[p.m.Selected].At
		if at.Lon < west {
			t.Fatalf("it went back to %v", at)
		}
		west = at.Lon
		if d := p.drawn(); d.Selected < 0 {
			t.Fatalf("%v is selected and not seen", at)
		} else {
			for _, s := range d.Marks[d.Selected].Sites {
				met[s] = true
			}
		}
		p.Act(keys.NextLink)
		if p.m.Tied >= 0 {
			p.Act(keys.NextLink)
		}
		if p.m.Selected == 0 {
			break
		}
	}
	if len(met) != len(p.m.Sites.All) {
		t.Errorf("%d of %d places were met", len(met), len(p.m.Sites.All))
	}
	p.Act(keys.Top)
	p.Act(keys.PrevLink)
	if p.m.Selected != len(p.m.Sites.All)-1 {
		t.Errorf("before the first comes %d", p.m.Selected)
	}
}

func TestArrowsGoTheirWay(t *testing.T) {
	k := kbtest.Read(t, "[city.west]\nlocation=[40,-100]\n[city.east]\nlocation=[40,100]\n[city.north]\nlocation=[70,0]\n[city.south]\nlocation=[-30,0]\n[city.middle]\nlocation=[40,0]\n")
	p := shown(k, page.Subject{Entity: k.Lookup("city/middle"), Entities: k.Entities}, nil, 100, 30)
	for a, want := range map[keys.Action]string{keys.Left: "west", keys.Right: "east", keys.Up: "north", keys.Down: "south"} {
		p.selectSite(int(p.m.Sites.Of(k.Lookup("city/middle"))[0]), nil)
		p.Act(a)
		if got := p.selection().Key; got != want {
			t.Errorf("%v leads to %s, not %s", a, got, want)
		}
	}
	p.Act(keys.Fit)
	for range 9 {
		p.Act(keys.ZoomIn)
	}
	p.selectSite(int(p.m.Sites.Of(k.Lookup("city/west"))[0]), nil)
	p.follow()
	p.Act(keys.Right)
	if d := p.drawn(); p.selection().Key != "middle" || d.Selected < 0 {
		t.Errorf("beyond the edge of the map is %s, seen: %v", p.selection().Key, d.Selected >= 0)
	}
}

func TestAClusterPartsAndWhatIsAtOnePlaceIsListed(t *testing.T) {
	k := kbtest.Read(t, `
[city.a]
location = [10, 10]
[city.b]
location = [10.1, 10.1]
[city.far]
location = [-40, -120]
[firm.one]
seat = "a"
[firm.two]
seat = "a"
`)
	p := shown(k, page.Subject{Entity: k.Lookup("city/a"), Entities: k.Entities}, nil, 80, 20)
	if d := p.drawn(); d.Marks[d.Selected].Count != 4 || !strings.Contains(seen(p), "◉ 4 near a") {
		t.Fatalf("%s", seen(p))
	}
	answer := p.Act(keys.Open)
	if _, moved := answer.Intent.(page.Moved); !moved || !strings.Contains(seen(p), "◉ 3 at a") || !strings.Contains(seen(p), "b") {
		t.Fatalf("%+v\n%s", answer, seen(p))
	}
	answer = p.Act(keys.Open)
	if list, _ := answer.Intent.(page.List); len(list.Entities) != 3 || list.Entities[0].Key != "a" || list.Title != "At a" {
		t.Fatalf("%+v", answer)
	}
	p.selectSite(int(p.m.Sites.Of(k.Lookup("city/far"))[0]), nil)
	if answer = p.Act(keys.Open); answer.Intent != (page.Open{Entity: k.Lookup("city/far")}) {
		t.Errorf("%+v", answer)
	}
}

func TestZoomEnds(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := shown(k, page.Subject{Entities: k.Kind("city").Entities}, nil, 80, 20)
	said := func(a keys.Action) string {
		for range 60 {
			if notice, ok := p.Act(a).Intent.(page.Notice); ok {
				return notice.Text
			}
		}
		return ""
	}
	w := p.voice.Words
	if got := said(keys.ZoomIn); got != w.Say(words.ClosestZoom) || !strings.Contains(seen(p), w.Say(words.OutlineScale)) {
		t.Errorf("%q\n%s", got, seen(p))
	}
	if got := said(keys.ZoomOut); got != w.Say(words.WidestZoom) || p.extent != world {
		t.Errorf("%q", got)
	}
	p.Act(keys.Fit)
	if p.extent != fitted {
		t.Error("z does not fit what is on the map")
	}
	p.Act(keys.Fit)
	if p.extent != world {
		t.Error("z twice does not show the world")
	}
}

func TestWhatStandsNowhereShowsWhatItTiesTogether(t *testing.T) {
	k := kbtest.BuiltIn(t)
	theme := k.Kind("theme")
	p := shown(k, page.Subject{Entity: k.Lookup("theme/ia"), Entities: theme.Entities, Kind: theme}, nil, 120, 30)
	if p.selection() != k.Lookup("theme/ia") || len(p.m.Legs) == 0 || !strings.Contains(seen(p), "no location of its own") {
		t.Fatalf("%s", seen(p))
	}
	p.Act(keys.NextLink)
	if p.m.Tied < 0 || p.selection().Kind.Name != "city" && p.selection().Kind.Name != "region" {
		t.Errorf("%+v", p.selection())
	}
	if answer := p.Act(keys.Open); len(answer.Intent.(page.List).Entities) == 0 {
		t.Errorf("%+v", answer)
	}
}

func TestMarkedPlacesMakeAChain(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := shown(k, page.Subject{Entity: k.Lookup("city/austin"), Entities: k.Kind("city").Entities}, nil, 120, 30)
	p.Take(page.MarksChanged{Marked: []*kb.Entity{k.Lookup("city/rabat"), k.Lookup("city/casablanca")}})
	if text := seen(p); !strings.Contains(text, "Rabat – Casablanca 86 km · Casablanca – Austin 8,218 km · 8,304 km in total") {
		t.Errorf("%s", text)
	}
}

func TestTheSourceOfALocation(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for address, field := range map[kb.Address]string{"city/austin": "location", "company/oracle": "headquarters", "event/mission-2024": "visited"} {
		e := k.Lookup(address)
		p := shown(k, page.Subject{Entity: e, Entities: e.Kind.Entities}, nil, 120, 30)
		if shown, ok := p.Act(keys.Source).Intent.(page.ShowSource); !ok || shown.Claims[0].Statement.Field.Path != field {
			t.Errorf("%s: %+v", address, shown)
		}
	}
}

func TestAClickSelectsAndTheWheelZoomsAtThePointer(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := shown(k, page.Subject{Entities: k.Kind("city").Entities}, nil, 120, 30)
	found := false
	for y, line := range strings.Split(seen(p), "\n") {
		if before, _, ok := strings.Cut(line, "Redmond"); ok {
			found = true
			p.Click(safe.Width(before)+1, y)
		}
	}
	if !found || p.selection().Key != "redmond" {
		t.Fatalf("%v\n%s", p.selection(), seen(p))
	}
	if answer := p.Click(0, 29); !answer.Ignored {
		t.Error("the caption can be clicked")
	}
	before, _ := p.frame.Point(100*2+1, (10-2)*4+2)
	p.Wheel(100, 10, -3)
	after, _ := p.frame.Point(100*2+1, (10-2)*4+2)
	if fmt.Sprintf("%.6f", before) != fmt.Sprintf("%.6f", after) || p.extent != free {
		t.Errorf("under the pointer was %v, and is %v", before, after)
	}
}

func TestNothingToShowTeaches(t *testing.T) {
	for _, text := range []string{"", "[thing.a]\nname = 'A'\n"} {
		k := kbtest.Read(t, text)
		p := shown(k, page.Subject{Entities: k.Entities}, nil, 80, 20)
		if text := seen(p); !strings.Contains(text, "No locations here.") || !strings.Contains(text, "location = [30.2672, -97.7431]") {
			t.Errorf("%s", text)
		}
		for _, a := range actions {
			if answer := p.Act(a); !answer.Ignored {
				t.Errorf("%v: %+v", a, answer)
			}
		}
		p.SetSize(20, 1)
		p.View(dark)
	}
}

func TestBeforeAnythingIsGatheredThePageIsBlank(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := New(voice(k))
	p.SetSize(80, 20)
	cmd := p.Show(page.Subject{Entities: k.Entities}, nil).Cmd
	p.SetSize(90, 30)
	if p.View(dark) != nil || p.selection() != nil || !p.Act(keys.Left).Ignored || !p.Click(1, 1).Ignored || p.State() != nil || p.Position() != "" {
		t.Error("something is there")
	}
	p.Leave()
	pagetest.Settle(cmd)
	if p.isReady() {
		t.Error("an answer that was given up is taken")
	}
}

func TestWhatHasNotBeenReadYetIsSaidSo(t *testing.T) {
	k := kbtest.BuiltIn(t)
	k.Partial = true
	p := New(voice(k))
	p.SetSize(80, 20)
	at := state{Entity: "city/rabat", Extent: world}
	if p.Show(page.Subject{Entities: k.Entities}, at).Cmd != nil || !strings.Contains(seen(p), p.voice.Words.Say(words.NotReadYet)) || p.State() != at {
		t.Errorf("%s", seen(p))
	}
}

func TestAnotherLanguageKeepsThePlace(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := shown(k, page.Subject{Entity: k.Lookup("city/rabat"), Entities: k.Kind("city").Entities}, nil, 120, 30)
	p.Act(keys.ZoomIn)
	at := p.State()
	v := present.NewVoice(k, "fr")
	v.Day, _ = present.ParseDay("2024-06-01")
	v.Today = v.Day
	if p.SetVoice(v) != nil || p.State() != at || !strings.Contains(seen(p), "ville") {
		t.Errorf("%+v\n%s", p.State(), seen(p))
	}
}

// BenchmarkFrame times what a key costs and the frame after it, at 200×60 with
// 100,000 places.
func BenchmarkFrame(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	var text strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&text, "[city.p%d]\nname = 'Place %d'\nlocation = [%.4f, %.4f]\nnear = ['p%d', 'p%d']\n", i, i, r.Float64()*160-80, r.Float64()*360-180, i/2, i/7)
	}
	k := kbtest.Read(b, text.String())
	p := shown(k, page.Subject{Entities: k.Entities}, nil, 200, 57)
	for name, all := range map[string][]keys.Action{
		"still": nil, "arrows": {keys.Left, keys.Right}, "tab": {keys.NextLink}, "zoom": {keys.ZoomIn, keys.ZoomIn, keys.ZoomOut, keys.ZoomOut}, "pan": {keys.PanLeft, keys.PanRight},
	} {
		b.Run(name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if len(all) > 0 {
					p.Act(all[i%len(all)])
				}
				p.View(dark)
			}
		})
	}
}

// TestTheEmptyStateIsNotCut draws a map of nothing at all widths: every word of it is
// there.
func TestTheEmptyStateIsNotCut(t *testing.T) {
	k := kbtest.Read(t, "[a.one]\nname = \"One\"\n")
	for _, lang := range []string{"en", "fr"} {
		for width := 40; width <= 120; width += 8 {
			p := shown(k, page.Subject{Entities: k.Entities}, nil, width, 24)
			pagetest.Settle(p.SetVoice(present.NewVoice(k, lang)))
			text := strings.Join(strings.Fields(seen(p)), " ")
			for line := range strings.SplitSeq(p.voice.Words.Say(words.HowToPlace), "\n") {
				if line = strings.Join(strings.Fields(line), " "); !strings.Contains(text, line) {
					t.Fatalf("%s, %d cells: there is no %q in\n%s", lang, width, line, seen(p))
				}
			}
		}
	}
}
