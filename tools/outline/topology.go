package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"rihla/model/geo"
	"rihla/model/geo/outline"
)

// topology is what is read of a TopoJSON file: Bostock and Metcalf, The TopoJSON
// Format Specification 1.0.
type topology struct {
	Type      string
	Transform struct{ Scale, Translate [2]float64 }
	Objects   map[string]struct {
		Geometries []struct {
			Arcs       json.RawMessage
			Properties struct{ Name string }
		}
	}
	Arcs [][][2]float64
}

// disputed are the countries, as the file names them, between which states
// disagree about a line of the file. Where a parallel is given, only what lies
// all to its south is meant.
var disputed = []struct {
	one, other string
	south      float64
}{
	{"Morocco", "W. Sahara", 90},
	{"Somalia", "Somaliland", 90},
	{"Serbia", "Kosovo", 90},
	{"N. Cyprus", "Cyprus", 90},
	{"Israel", "Palestine", 90},
	{"Israel", "Syria", 90},
	{"India", "Pakistan", 90},
	{"India", "China", 90},
	{"North Korea", "South Korea", 90},
	{"Russia", "Ukraine", 46.5}, // the isthmus of Crimea
}

// read sorts the arcs of a file by whom they bound: one country, and they are
// coast; two, and they are border.
func read(file []byte) (*outline.Outline, error) {
	var t topology
	if err := json.Unmarshal(file, &t); err != nil {
		return nil, err
	}
	countries, there := t.Objects["countries"]
	if t.Type != "Topology" || !there {
		return nil, errors.New("not a topology with an object named countries")
	}
	bounds := make([][]string, len(t.Arcs))
	for _, g := range countries.Geometries {
		var arcs any
		if err := json.Unmarshal(g.Arcs, &arcs); err != nil {
			return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
		}
		for _, at := range flatten(arcs, nil) {
			if at < 0 {
				at = ^at // an arc that is gone along backwards
			}
			if at >= len(bounds) {
				return nil, fmt.Errorf("%s: there is no arc %d", g.Properties.Name, at)
			}
			bounds[at] = append(bounds[at], g.Properties.Name)
		}
	}
	o := &outline.Outline{}
	for i, names := range bounds {
		slices.Sort(names)
		line := t.line(i)
		switch of := slices.Compact(slices.Clone(names)); {
		case len(names) == 1:
			o.Coasts = append(o.Coasts, line)
		case len(of) < 2:
		case isDisputed(of, line):
			o.Disputed = append(o.Disputed, line)
		default:
			o.Borders = append(o.Borders, line)
		}
	}
	return o, nil
}

func flatten(v any, to []int) []int {
	switch v := v.(type) {
	case float64:
		to = append(to, int(v))
	case []any:
		for _, each := range v {
			to = flatten(each, to)
		}
	}
	return to
}

// line returns an arc as a line: it is coded as steps from each point to the next.
func (t *topology) line(arc int) outline.Line {
	var l outline.Line
	x, y := 0.0, 0.0
	for _, step := range t.Arcs[arc] {
		x, y = x+step[0], y+step[1]
		l.Points = append(l.Points, geo.Point{
			Lat: y*t.Transform.Scale[1] + t.Transform.Translate[1],
			Lon: x*t.Transform.Scale[0] + t.Transform.Translate[0],
		})
	}
	return l
}

func isDisputed(names []string, l outline.Line) bool {
	for _, d := range disputed {
		if !slices.Contains(names, d.one) || !slices.Contains(names, d.other) {
			continue
		}
		if !slices.ContainsFunc(l.Points, func(p geo.Point) bool { return p.Lat > d.south }) {
			return true
		}
	}
	return false
}
