package worldmap_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/assets"
	"rihla/model/date"
	"rihla/model/geo"
	"rihla/model/geo/outline"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
	"rihla/ui/draw/worldmap"
	"rihla/ui/present"
	"rihla/ui/rich/richtest"
	"rihla/ui/safe"
)

// mapOf returns a map of some entities with one selected.
func mapOf(t testing.TB, k *kb.KB, entities []*kb.Entity, selected *kb.Entity) *worldmap.Map {
	t.Helper()
	o, err := outline.Decode(assets.World)
	if err != nil {
		t.Fatal(err)
	}
	l := place.NewLocator(k, kb.Reference{At: date.Date{Year: 2024, Month: 6, Day: 1, Precision: date.Day}.Span()})
	m := &worldmap.Map{Voice: present.NewVoice(k, "en"), Outline: o, Sites: place.Gather(context.Background(), l, entities), Selected: -1, Tied: -1}
	if selected != nil {
		m.Entity, m.Ties = selected, l.Ties(selected)
		m.Legs = m.Ties.Legs
		if of := m.Sites.Of(selected); len(of) > 0 {
			m.Selected = int(of[0])
		}
	}
	return m
}

// names are the names of random entities, some of them hostile.
var names = []string{
	"Rabat", "Austin", "São Paulo", "東京都千代田区", "الرباط", "e\u0301\u0301\u0301clair", "a\x1b[31mred\x07", "", strings.Repeat("very long ", 40), "\u202eright to left", "🏳️‍🌈 flag", "Z",
}

// random returns a knowledge base of places of several kinds, some of them close
// together.
func random(r *rand.Rand) string {
	var b strings.Builder
	center, spread := geo.Point{Lat: r.Float64()*120 - 60, Lon: r.Float64()*360 - 180}, math.Pow(10, 3.2*r.Float64()-1)
	if r.IntN(6) == 0 {
		center.Lon = 180
	}
	n := 1 + r.IntN(120)
	for i := range n {
		kind := []string{"city", "port", "mine"}[r.IntN(3)]
		if i%9 == 0 {
			kind = "city"
		}
		lat := max(-90, min(90, center.Lat+spread*(r.Float64()-0.5)))
		lon := geo.Wrap(center.Lon + 2*spread*(r.Float64()-0.5))
		if lon < -179 || lon > 179 {
			lon = []float64{-180, 180}[r.IntN(2)]
		}
		fmt.Fprintf(&b, "[%s.p%d]\nname = %q\nlocation = [%.3f, %.3f]\n", kind, i, names[r.IntN(len(names))], lat, lon)
		if i > 0 && i%9 == 0 {
			fmt.Fprintf(&b, "twins = ['p%d', 'p0']\n", i-9)
		}
		for j := range r.IntN(4) * r.IntN(2) {
			fmt.Fprintf(&b, "[firm.f%d-%d]\nname = %q\nseat = ['city/p%d', 'city/p0']\n", i, j, names[r.IntN(len(names))], i/9*9)
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), `\x1b`, `\u001b`), `\x07`, `\u0007`)
}

func frameFor(r *rand.Rand, m *worldmap.Map, width, height int) geo.Frame {
	w, h := width*canvas.DotsAcross, height*canvas.DotsDown
	f := geo.Fit(m.Points(), w, h, w/8, h/10, 0.05)
	switch r.IntN(3) {
	case 0:
		f = geo.World(w, h)
	case 1:
		f = f.Zoom(math.Pow(2, 6*r.Float64()-2), f.Center).Pan(r.Float64()*40-20, r.Float64()*40-20)
	}
	return f
}

// TestNothingOverlapsOnAnyMap checks properties of maps of random knowledge bases
// at random sizes: nothing is outside the frame, each sign and each name is whole,
// each visible site is in exactly one mark, and every number is correct.
func TestNothingOverlapsOnAnyMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var painter worldmap.Painter
	labels := 0
	for range 90 {
		k := kbtest.Read(t, random(r))
		var selected *kb.Entity
		if r.IntN(3) > 0 {
			selected = k.Entities[r.IntN(len(k.Entities))]
		}
		m := mapOf(t, k, k.Entities, selected)
		if r.IntN(3) == 0 && len(m.Ties.Others) > 0 {
			m.Tied = r.IntN(len(m.Ties.Others))
		}
		width, height := 1+r.IntN(220), 1+r.IntN(70)
		if r.IntN(2) == 0 {
			width, height = 20+r.IntN(60), 4+r.IntN(20)
		}
		d := painter.Draw(m, frameFor(r, m, width, height), width, height)
		if len(d.Lines) != height {
			t.Fatalf("%d lines of %d", len(d.Lines), height)
		}
		for _, line := range d.Lines {
			if line.Width() > width || strings.ContainsFunc(line.Text(), func(r rune) bool { return r < ' ' || r == '\u202e' }) {
				t.Fatalf("%q takes %d cells of %d", line.Text(), line.Width(), width)
			}
		}
		labels += checkTexts(t, m, d)
		checkMarks(t, m, d)
		if t.Failed() {
			return
		}
	}
	if labels < 300 {
		t.Errorf("no more than %d names were written", labels)
	}
}

// checkTexts checks that each text of a mark is its sign and number or one of its
// possible labels. It returns the number of labels.
func checkTexts(t *testing.T, m *worldmap.Map, d *worldmap.Drawing) int {
	t.Helper()
	named := 0
	signs := make([]int, len(d.Marks))
	alone, labelled := make(map[int]bool), make(map[int]bool)
	for y, line := range d.Lines {
		x := 0
		for i := 0; i < len(line.Spans); i++ {
			s := line.Spans[i]
			from, text := x, s.Text
			x += safe.Width(s.Text)
			if s.Link < 0 {
				continue
			}
			for i+1 < len(line.Spans) && line.Spans[i+1].Link == s.Link {
				i++
				text += line.Spans[i].Text
				x += safe.Width(line.Spans[i].Text)
			}
			mark := &d.Marks[s.Link]
			number := ""
			if mark.Count > 1 && mark.Sites != nil {
				number = m.Voice.Words.Number(mark.Count)
			}
			if y == mark.Y && from <= mark.X && mark.X < x {
				signs[s.Link]++
				if len([]rune(text)) == 1 {
					alone[s.Link] = true // its label says the number
				} else if rest := []rune(text); string(rest[1:]) != number && string(rest[:len(rest)-1]) != number && safe.Width(number) < safe.Width(line.Text()) && x < lineWidth(d) {
					t.Errorf("the sign of %d is drawn as %q", mark.Count, text)
				}
				continue
			}
			named++
			labelled[s.Link] = true
			if label := d.Label(m, mark); text != label && !isCut(text, label) && !isCut(distanceless(text), label) {
				t.Errorf("%q is written as %q", label, text)
			}
			if before, isCounted := strings.CutSuffix(d.Label(m, mark), m.Place(mark)); isCounted && len(strings.TrimRight(text, "…")) <= len(before) && m.Place(mark) != "" {
				t.Errorf("%q is written as %q, which does not say where", d.Label(m, mark), text)
			}
		}
	}
	for n, times := range signs {
		if times != 1 {
			t.Errorf("sign %d, %+v, is drawn %d times", n, d.Marks[n], times)
		}
	}
	for n := range alone {
		mark := &d.Marks[n]
		if mark.Count > 1 && mark.Sites != nil && !labelled[n] && mark.X+1 < lineWidth(d) {
			t.Errorf("a sign for %d has no number", mark.Count)
		}
	}
	return named
}

func lineWidth(d *worldmap.Drawing) int { return d.Frame.Width / canvas.DotsAcross }

func isCut(text, label string) bool {
	return safe.Cut(label, safe.Width(text)) == text && (text == label || strings.HasSuffix(text, "…"))
}

// distanceless returns a name without the distance after it.
func distanceless(text string) string {
	if i := strings.LastIndexByte(text, ' '); i >= 0 && strings.HasSuffix(text, "km") {
		return text[:i]
	}
	return text
}

func checkMarks(t *testing.T, m *worldmap.Map, d *worldmap.Drawing) {
	t.Helper()
	behind := make(map[int]int)
	beyond := 0
	for _, mark := range d.Marks {
		here := make(map[*kb.Entity]bool)
		for _, s := range mark.Sites {
			behind[s]++
			for _, e := range m.Sites.All[s].Entities {
				here[e] = true
			}
		}
		if mark.Sites != nil && mark.Count != len(here) {
			t.Errorf("%d stand where %d is said", len(here), mark.Count)
		}
		at := geo.Point{}
		if mark.Sites != nil {
			at = m.Sites.All[mark.Sites[0]].At
		} else {
			at = m.Ties.Others[mark.Tied[0]].At
		}
		if x, y, inside := d.Frame.Dot(at); !inside || x/canvas.DotsAcross != mark.X || y/canvas.DotsDown != mark.Y {
			t.Errorf("%v is at dot %d, %d; its sign at cell %d, %d", at, x, y, mark.X, mark.Y)
		}
	}
	for i, s := range m.Sites.All {
		_, _, inside := d.Frame.Dot(s.At)
		if !inside {
			beyond++
		}
		if want := map[bool]int{true: 1}[inside]; behind[i] != want {
			t.Errorf("%v stands behind %d signs, inside: %v", s.At, behind[i], inside)
		}
	}
	if d.Beyond != beyond {
		t.Errorf("%d places are beyond the edges, and %d are said to be", beyond, d.Beyond)
	}
}

// TestEveryCityIsAtItsDot draws the built-in cities at several zooms: the sign is in
// the cell of the published coordinates, and its dot is within a dot of them.
func TestEveryCityIsAtItsDot(t *testing.T) {
	k := kbtest.BuiltIn(t)
	m := mapOf(t, k, k.Kind("city").Entities, nil)
	if m.Sites.Located != 16 {
		t.Fatalf("%d cities stand somewhere", m.Sites.Located)
	}
	for _, size := range [][2]int{{80, 18}, {120, 29}, {200, 54}} {
		for zoom := 1.0; zoom < 400; zoom *= 3 {
			for _, site := range m.Sites.All {
				f := geo.World(size[0]*canvas.DotsAcross, size[1]*canvas.DotsDown).Zoom(zoom, site.At)
				d := new(worldmap.Painter).Draw(m, f, size[0], size[1])
				x, y, inside := d.Frame.Dot(site.At)
				at, ok := d.Frame.Point(float64(x)+0.5, float64(y)+0.5)
				if !inside || !ok || geo.Distance(at, site.At) > d.Frame.KilometresPerDot() {
					t.Fatalf("%s is at %v on the map", site.Entity.Key, at)
				}
			}
		}
	}
}

// TestTheWorldLooksLikeTheWorld compares the coast of the whole world, cell by
// cell, with places that are known to be far from any coast or close to one.
func TestTheWorldLooksLikeTheWorld(t *testing.T) {
	k := kbtest.Read(t, "[city.a]\nlocation = [0, 0]\n")
	m := mapOf(t, k, nil, nil)
	d := new(worldmap.Painter).Draw(m, geo.World(240, 116), 120, 29)
	cell := func(lat, lon float64) rune {
		x, y, _ := d.Frame.Dot(geo.Point{Lat: lat, Lon: lon})
		text := []rune(d.Lines[y/4].Text())
		if x/2 >= len(text) {
			return ' '
		}
		return text[x/2]
	}
	for name, p := range map[string]geo.Point{"mid Pacific": {Lat: 0, Lon: -140}, "Sahara": {Lat: 23, Lon: 10}, "Siberia": {Lat: 62, Lon: 100}, "South Atlantic": {Lat: -30, Lon: -20}, "Amazonia": {Lat: -8, Lon: -58}} {
		if c := cell(p.Lat, p.Lon); c != ' ' {
			t.Errorf("%c is drawn in %s", c, name)
		}
	}
	for name, p := range map[string]geo.Point{"Cape of Good Hope": {Lat: -34.0, Lon: 18.5}, "Cape Horn": {Lat: -54.9, Lon: -67.3}, "Cap-Vert": {Lat: 14.7, Lon: -17.1}, "Kanyakumari": {Lat: 8.1, Lon: 77.5}} {
		found := false
		for _, dl := range []float64{-2, 0, 2} {
			for _, dn := range []float64{-2, 0, 2} {
				found = found || cell(p.Lat+dl, p.Lon+dn) != ' '
			}
		}
		if !found {
			t.Errorf("no coast at %s", name)
		}
	}
}

func TestTheSameBaseIsDrawnAlike(t *testing.T) {
	k := kbtest.BuiltIn(t)
	e := k.Lookup("event/mission-2024")
	draw := func() string {
		m := mapOf(t, k, k.Entities, e)
		d := new(worldmap.Painter).Draw(m, geo.World(240, 116), 120, 29)
		return fmt.Sprint(d.Lines, d.Marks)
	}
	once := draw()
	if twice := draw(); twice != once {
		t.Errorf("%s\nis not\n%s", once, twice)
	}
}

func TestNoCaptionIsWiderThanItsRoom(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		k := kbtest.Read(t, random(r))
		m := mapOf(t, k, k.Entities, k.Entities[r.IntN(len(k.Entities))])
		d := new(worldmap.Painter).Draw(m, geo.World(160, 72), 80, 18)
		for width := 1; width < 150; width += 1 + r.IntN(9) {
			lines := append(m.Caption(d, width, 2), m.Title(m.Voice.Name(k.Entities[0]), d, width))
			lines = append(lines, m.Legend(d, width, 2)...)
			for _, line := range lines {
				if line.Width() > width {
					t.Fatalf("%q takes %d cells of %d", line.Text(), line.Width(), width)
				}
			}
		}
	}
}

// TestTheLegendExplainsWhatIsDrawnOnly draws random bases in windows of the world.
func TestTheLegendExplainsWhatIsDrawnOnly(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		k := kbtest.Read(t, random(r))
		m := mapOf(t, k, k.Entities, k.Entities[r.IntN(len(k.Entities))])
		m.Outline = nil
		frame := geo.World(160, 72)
		for range r.IntN(5) {
			frame = frame.Zoom(2, geo.Point{Lat: r.Float64()*100 - 50, Lon: r.Float64()*300 - 150})
		}
		d := new(worldmap.Painter).Draw(m, frame, 80, 18)
		drawn := richtest.Text(d.Lines)
		for _, kind := range m.Voice.KindLegends(k.Kinds) {
			explained := strings.Contains(richtest.Text(m.Legend(d, 2000, 1)), kind.Sign+" ")
			if explained != strings.Contains(drawn, kind.Sign) {
				t.Fatalf("%s is explained: %v\n%s", kind.Sign, explained, drawn)
			}
		}
	}
}

func TestTheCaptionSaysWhereAndHowFar(t *testing.T) {
	k := kbtest.BuiltIn(t)
	m := mapOf(t, k, k.Kind("event").Entities, k.Lookup("event/mission-2024"))
	d := new(worldmap.Painter).Draw(m, geo.World(240, 116), 120, 29)
	lines := m.Caption(d, 200, 2)
	for i, want := range [][]string{
		{"□ Morocco – US business mission (February 2024) · event · 30.2672° N, 97.7431° W · visited: Austin"},
		{"Austin → Silicon Valley 2,358 km · from Austin: Arlington 2,112 km · Agadir 8,204 km"},
	} {
		for _, text := range want {
			if !strings.Contains(strings.ReplaceAll(lines[i].Text(), "\u00a0", " "), text) {
				t.Errorf("%q does not say %q", lines[i].Text(), text)
			}
		}
	}
}

// TestASignOfOneEntityIsNamed draws the events and what each entity of the built-in base
// is tied to: no label counts one entity instead of naming it.
func TestASignOfOneEntityIsNamed(t *testing.T) {
	k := kbtest.BuiltIn(t)
	var events []*kb.Entity
	for _, e := range k.Entities {
		if e.Kind == k.Kind("event") {
			events = append(events, e)
		}
	}
	for _, e := range k.Entities {
		m := mapOf(t, k, events, e)
		d := new(worldmap.Painter).Draw(m, geo.Fit(m.Points(), 240, 116, 30, 14, 0.15), 120, 29)
		for i := range d.Marks {
			if label := d.Label(m, &d.Marks[i]); strings.HasPrefix(label, "1 ") {
				t.Errorf("%s: %q", e.Address(), label)
			}
		}
		if text := richtest.Text(d.Lines); e.Address() == "event/mission-2024" && !strings.Contains(text, "Microsoft, Redmond 1,149") {
			t.Error(text)
		}
	}
}
