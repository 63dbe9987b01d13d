package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/geo"
	"rihla/model/geo/outline"
)

// two is two countries side by side, and an island of the second.
const two = `{"type": "Topology", "transform": {"scale": [0.5, 0.25], "translate": [-10, 20]},
"objects": {"countries": {"type": "GeometryCollection", "geometries": [
 {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Morocco"}},
 {"type": "MultiPolygon", "arcs": [[[-2, 2]], [[3]]], "properties": {"name": "OTHER"}}]}},
"arcs": [[[0, 0], [0, 8], [4, 0]], [[4, 8], [0, -8], [-4, 0]], [[4, 8], [8, 0], [0, -8], [-8, 0]], [[40, 40], [4, 4], [-4, 0], [0, -4]]]}`

func TestArcsAreCoastsOrBorders(t *testing.T) {
	for other, disputed := range map[string]int{"Algeria": 0, "W. Sahara": 1} {
		from, to := filepath.Join(t.TempDir(), "in.json"), filepath.Join(t.TempDir(), "out.bin")
		if err := os.WriteFile(from, []byte(strings.Replace(two, "OTHER", other, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := write(from, to); err != nil {
			t.Fatal(err)
		}
		coded, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		o, err := outline.Decode(string(coded))
		if err != nil {
			t.Fatal(err)
		}
		if len(o.Coasts) != 3 || len(o.Disputed) != disputed || len(o.Borders) != 1-disputed {
			t.Fatalf("%s: %+v", other, o)
		}
		island := o.Coasts[2]
		if !island.IsClosed() || island.Points[0] != (geo.Point{Lat: 30, Lon: 10}) || island.Points[1] != (geo.Point{Lat: 31, Lon: 12}) || island.East != 12 {
			t.Errorf("%+v", island)
		}
	}
}

func TestWhatIsNoTopologyIsRefused(t *testing.T) {
	for text, why := range map[string]string{
		"":                                    "JSON",
		`{"type": "Feature"}`:                 "named countries",
		`{"type": "Topology"}`:                "named countries",
		strings.Replace(two, "[3]", "[9]", 1): "no arc 9",
	} {
		if _, err := read([]byte(text)); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%.30q: %v", text, err)
		}
	}
}
