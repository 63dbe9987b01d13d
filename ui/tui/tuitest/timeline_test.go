package tuitest_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/tui"
	"rihla/ui/tui/tuitest"
)

// dated is a knowledge base of which most is of one year, and one thing of long
// ago; a mission of which the sources give two beginnings.
const dated = `
[kb]
format = 1
languages = ["fr", "en"]
[kinds.event]
label = { fr = "Événements", en = "Events" }
one = { fr = "événement", en = "event" }
[kinds.company]
label = { fr = "Entreprises", en = "Companies" }
[relations.headquarters]
label = { fr = "siège", en = "headquarters" }
[event.harvard]
name = "Harvard"
date = "1636"
[event.mission]
name = "Mission"
start = [
  { value = 2024-02-11, source = "release", confidence = "disputed", rank = "preferred", quote = "du 11 au 21" },
  { value = 2024-02-10, source = "agency", confidence = "disputed" },
]
end = { value = 2024-02-21, source = "release" }
[event.briefing]
name = "Briefing"
date = 2024-02-13
[event.summit]
name = "Summit"
date = "2024-04"
[event.launch]
name = "Launch"
date = 2024-09-25
[company.oracle]
name = "Oracle"
headquarters = { to = "city/austin", since = 2020-12-11, source = "release" }
[city.austin]
name = "Austin"
[source.release]
name = "Communiqué"
[source.agency]
name = "Agence"
`

// exploreDated opens a knowledge base on a certain day.
func exploreDated(t *testing.T, text string, o tuitest.Options, story func(*tuitest.Screen)) {
	t.Helper()
	path := file(t, text)
	open := func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, path, o) }
	tuitest.Run(t, o, func(terminal tuitest.Terminal) error {
		return tui.Run(terminal.Context, tui.Options{
			Open: open, Path: path, Lang: "fr", Today: present.DayOf(date.Date{Year: 2026, Month: 11, Day: 28, Precision: date.Day}),
			Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ, Started: terminal.Started,
		})
	}, story)
}

func TestATimelineOfEvents(t *testing.T) {
	exploreDated(t, dated, wide, func(s *tuitest.Screen) {
		s.Type("1", "g").See("Harvard").Type("j").Type("v", "t")
		s.See("‹ 1 avant", "●━", "aujourd’hui ›").SeeBeside("Briefing", "").Miss("Harvard")
		selected := func(want string) {
			if got := s.Reversed(); len(got) == 0 || !strings.HasPrefix(got[0], want) {
				s.Fail("selected is %q, not %q", got, want)
			}
		}
		selected("Mission ≠")
		s.See("du 10 ou du 11 février 2024 au 21 février 2024", "≠ contesté", "2 sources", "2/5")
		s.Type("s").See("du 11 au 21", "Communiqué", "Agence", "21 février 2024").Type("esc")
		s.Type("down")
		selected("Briefing")
		s.See("13 février 2024", "sans source")
		s.Type("down").See("avril 2024", "connue au mois près")
		selected("Summit")

		// Up beyond the first row brings what is long ago into the window.
		s.Type("g")
		selected("Harvard")
		s.See("connue à l’année près", "1/5", "4 après ›")
		s.Type("z").See("5 dates, 1636 à 2024").Type("z").See("‹ 1 avant").Type("G")
		selected("Launch")

		at := s.Text()
		s.Type("enter").See("event/launch").Type("esc").Same(at)
		s.Type("L").See("25 September 2024", "today ›").Type("L").Same(at)
		s.Type("+", "+", "+").See("septembre 2024").Type("-", "-", "-", "left", "right")
		selected("Launch")
		s.Type("t").See("5 avant", "aujourd’hui").Miss("aujourd’hui ›").Type("up").See("● Launch").Type("esc").See("Événements 5")
	})
}

func TestATimelineOfEverything(t *testing.T) {
	exploreDated(t, dated, narrow, func(s *tuitest.Screen) {
		s.Type("0", "v", "t").See("Oracle · siège › Austin").Miss("aujourd’hui ›")
		if x, y, ok := s.Find("▸"); !ok || x < 60 {
			s.Fail("what goes on does not reach today: %d, %d", x, y)
		}
		s.ClickOn("Oracle").See("depuis le 11 décembre 2020 · en cours · 1 source").DoubleClickOn("Oracle").See("company/oracle").Type("esc")
		before := s.Text()
		s.Wheel(20, 5, 3)
		if s.Text() == before {
			s.Fail("the wheel on the axis does not zoom")
		}
		for _, size := range [][2]int{{20, 6}, {200, 60}, {20, 60}, {200, 6}, {80, 24}} {
			s.Resize(size[0], size[1]).Type("down", "up", "+", "-")
		}
	})
}

func TestAFilterChoosesWhatIsOnTheTimeline(t *testing.T) {
	exploreDated(t, dated, wide, func(s *tuitest.Screen) {
		s.Type("1", "/").Write("briefing").Type("enter", "v", "t").See("Briefing", "1 date, 2024").Miss("Summit")
	})
}

func TestNothingIsDated(t *testing.T) {
	exploreDated(t, "[a.b]\nname = 'B'\n", wide, func(s *tuitest.Screen) {
		s.Type("v", "t").See("Aucune date ici.", "[event.opening]", "date = 2024-02-11")
		s.Type("down", "enter", "z", "t", "+", "s").Click(5, 5).Wheel(5, 5, 1).Type("esc").See("a/b")
	})
}

// TestATimelineOfACrowd walks a base that is too large to be gathered in a frame.
func TestATimelineOfACrowd(t *testing.T) {
	var b strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&b, "[event.e%05d]\ndate = %04d-%02d-%02d\n", i, 1900+i/50, 1+i%12, 1+i%28)
	}
	exploreDated(t, b.String(), wide, func(s *tuitest.Screen) {
		s.Type("v", "t").See("5\u202f000 dates, 1900 à 1999")
		s.Type("G").See("5\u202f000/5\u202f000").Type("g").See("1/5\u202f000").Type("+", "+", "+", "+", "pgdown", "pgdown", "up", "down")
		s.Type("esc")
	})
}

func TestATimelineShortensWhatIsEmpty(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.Type("6", "L", "v", "t").See("14 dates, 2017 to 2025 · 2 empty stretches shortened", "╱ 3 years ╱", "b gaps")
		s.Type("b").See("14 dates, 2017 to 2025 · even scale").Miss("╱")
		s.Type("enter").See("event/").Type("esc").See("even scale")
		s.Type("b").See("╱ 3 years ╱")
	})
}
