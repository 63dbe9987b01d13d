package worldmap_test

import (
	"strings"
	"testing"

	"rihla/model/geo"
	"rihla/model/kbtest"
	"rihla/ui/draw/worldmap"
	"rihla/ui/rich/richtest"
	"rihla/ui/words"
)

const placed = `
[kb]
format = 1
[city.austin]
name = "Austin"
location = [30.27, -97.74]
[city.rabat]
name = "Rabat"
location = [34.02, -6.84]
[event.fair]
name = "Fair"
place = "austin"
[event.race]
name = "Race"
place = "rabat"
[event.show]
name = "Show"
place = "rabat"
`

// TestTheListNamesWhatStandsAtAPlace checks that the entities of a site are named,
// unless its place is the only one.
func TestTheListNamesWhatStandsAtAPlace(t *testing.T) {
	k := kbtest.Read(t, placed)
	events := richtest.Text(mapOf(t, k, k.Kind("event").Entities, nil).List())
	for _, want := range []string{": Fair", ": Race, Show"} {
		if !strings.Contains(events, want) {
			t.Errorf("a list of events does not say %q:\n%s", want, events)
		}
	}
	cities := richtest.Text(mapOf(t, k, k.Kind("city").Entities, nil).List())
	if strings.Contains(cities, ":") || strings.Contains(cities, "Fair") {
		t.Errorf("a list of cities says what stands there:\n%s", cities)
	}
	all := richtest.Text(mapOf(t, k, k.Entities, nil).List())
	if !strings.Contains(all, ": Austin, Fair") {
		t.Errorf("a list of all does not name the event in a city:\n%s", all)
	}
}

// TestOnlyWhatIsSelectedHasNoOtherPlace checks that the caption of a map without a
// selection does not report a lack of other places.
func TestOnlyWhatIsSelectedHasNoOtherPlace(t *testing.T) {
	k := kbtest.Read(t, "[kb]\nformat = 1\n[city.austin]\nlocation = [30.27, -97.74]\n")
	says := func(m *worldmap.Map) bool {
		d := new(worldmap.Painter).Draw(m, geo.World(160, 72), 80, 18)
		return strings.Contains(richtest.Text(m.Caption(d, 100, 2)), m.Voice.Words.Say(words.NoOtherPlace))
	}
	if says(mapOf(t, k, k.Entities, nil)) {
		t.Error("nothing is selected, and has no other place")
	}
	if !says(mapOf(t, k, k.Entities, k.Lookup("city/austin"))) {
		t.Error("a city without links does not say that it has none")
	}
}
