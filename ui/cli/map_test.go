package cli_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rihla/ui/safe"
)

func TestTheMissionIsDrawnWithItsDistances(t *testing.T) {
	run(t, "map", "event/mission-2024").exits(0).prints("1 on the map", "□ event", "Austin", "● U.S. Trade and…, Arlington 2,112\u00a0km", "visited: Austin",
		"Austin to Silicon Valley: 2,358\u00a0km", "Austin to Rabat: 8,262\u00a0km", "⠑", "2,000\u00a0km")
	run(t, "map", "event/mission-2024", "--lang", "fr").exits(0).prints("1 sur la carte", "Austin à Rabat\u00a0: 8\u202f262\u00a0km")
}

func TestAQueryIsDrawn(t *testing.T) {
	run(t, "map", "kind:company", "headquarters.state:texas").exits(0).prints("2 on the map", "■ 2 at Austin")
	run(t, "map", "kind:city").exits(0).prints("16 on the map", "5 near Santa Clara", "Redmond")
	run(t, "map", "kind:city", "-located_in:texas", "texas:xyz").exits(2)
	run(t, "map", "took-part").exits(0).prints("on the map", "■ Microsoft", "5 near Casablanca ◉")
	run(t, "map", "oracle").exits(0).prints("1 on the map", "based in: Austin")
	run(t, "map", "zzzzzz").exits(1).complains("No results")
	path := write(t, "kb.toml", "[thing.a]\n")
	run(t, "map", "--kb", path).exits(1).prints("").complains("No locations here.", "location = [30.2672, -97.7431]")
	run(t, "map", "--kb", path, "--plain").exits(1).complains("No locations here.")
	run(t, "map", "--kb", write(t, "empty.toml", "")).exits(1).complains("No locations here.")
}

func TestPlainMapsAreWords(t *testing.T) {
	for _, args := range [][]string{{"map", "--plain"}, {"map", "kind:city", "--plain"}, {"map", "event/mission-2024", "--plain"}, {"map", "theme/ia", "--plain"}} {
		out := run(t, args...).exits(0).out
		for _, r := range out {
			if r >= 0x2190 && r < 0x2c00 {
				t.Errorf("%v prints %c", args, r)
			}
		}
	}
	out := run(t, "map", "kind:city", "--plain").exits(0).out
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 16 || lines[0] != "San Francisco, 37.7749° N, 122.4194° W" || !strings.HasPrefix(lines[15], "Tangier, 35.7673° N, 5.7998° W, 217\u00a0km from the previous one") {
		t.Errorf("%s", out)
	}
	run(t, "map", "kind:company", "--plain").exits(0).prints("Austin, 30.2672° N, 97.7431° W, 2,358\u00a0km from the previous one: Oracle, SparkCognition")
}

func TestMapForPrograms(t *testing.T) {
	type tie struct {
		From, To  string
		Km        float64
		Chain     bool
		Travelled bool
	}
	var m struct {
		Entities []struct {
			Address, Kind, Name string
			At                  []struct {
				Latitude, Longitude float64
				Of                  string
				Via                 []string
			}
		}
		Nowhere int
		Ties    []tie
	}
	run(t, "map", "event/mission-2024", "--format", "json").exits(0).decode(&m)
	if len(m.Entities) != 1 || len(m.Entities[0].At) != 2 || m.Entities[0].At[0].Of != "city/austin" || m.Entities[0].At[0].Via[0] != "visited" || len(m.Ties) != 8 {
		t.Errorf("%+v", m)
	}
	rabat := slices.IndexFunc(m.Ties, func(tie tie) bool { return tie.From == "city/austin" && tie.To == "city/rabat" })
	if rabat < 0 || math.Abs(m.Ties[rabat].Km-8262) > 1 || m.Ties[rabat].Chain || m.Ties[rabat].Travelled || !m.Ties[0].Chain || !m.Ties[0].Travelled {
		t.Errorf("%+v", m.Ties)
	}
	run(t, "map", "--format", "json").exits(0).decode(&m)
	if len(m.Entities) != 57 || m.Nowhere != 162 || len(m.Ties) != 0 {
		t.Errorf("%d entities, %d nowhere, %d ties", len(m.Entities), m.Nowhere, len(m.Ties))
	}
	run(t, "map", "kind:city", "--format", "json").exits(0).decode(&m)
	if at := m.Entities[0].At[0]; at.Latitude != 30.2672 || at.Longitude != -97.7431 || len(at.Via) != 0 {
		t.Errorf("%+v", m.Entities[0])
	}
	run(t, "map", "zzzzzz", "--format", "json").exits(1).decode(&m)
}

func TestNoMapIsWiderThanItsScreen(t *testing.T) {
	for _, query := range []string{"", "kind:city", "kind:event", "event/mission-2024", "theme/cloud"} {
		for line := range strings.SplitSeq(run(t, "map", query).exits(0).out, "\n") {
			if safe.Width(line) > 80 && strings.ContainsFunc(line, func(r rune) bool { return r >= 0x2800 && r < 0x2900 }) {
				t.Errorf("%q: %q", query, line)
			}
		}
	}
}
