package importer

import (
	"math"
	"slices"
	"strconv"

	"rihla/model/kb"
)

// isFeature reports whether an object is a GeoJSON feature.
func isFeature(v kb.Value) bool {
	return v.Get("type").Str == "Feature" && (v.Has("properties") || v.Has("geometry"))
}

// featureFields returns the properties of a feature and its location: the coordinates of a
// point, or the center of the bounding box of any other geometry, which is kept in the
// field geometry.
func featureFields(v kb.Value) []kb.Entry {
	var out []kb.Entry
	add := func(key string, value kb.Value) {
		unique := key
		for n := 2; slices.ContainsFunc(out, func(e kb.Entry) bool { return e.Key == unique }); n++ {
			unique = key + "_" + strconv.Itoa(n)
		}
		out = append(out, kb.Entry{Key: unique, Value: value})
	}
	if id := v.Get("id"); id.Type != kb.Null {
		add("id", id)
	}
	geometry := v.Get("geometry")
	location, found := locationOf(geometry)
	if found {
		add("location", location)
	}
	for _, p := range v.Get("properties").Items {
		add(p.Key, p.Value)
	}
	if geometry.Type != kb.Null && !(found && geometry.Get("type").Str == "Point") {
		add("geometry", geometry)
	}
	for _, m := range v.Items {
		switch m.Key {
		case "type", "id", "geometry", "properties", "bbox":
		default:
			add(m.Key, m.Value)
		}
	}
	return out
}

// locationOf returns the latitude and longitude of a geometry: the coordinates of a point
// verbatim, otherwise the center of the bounding box.
func locationOf(geometry kb.Value) (kb.Value, bool) {
	var longitudes, latitudes []kb.Value
	collect(geometry.Get("coordinates"), &longitudes, &latitudes)
	for _, g := range geometry.Get("geometries").Items {
		collect(g.Value.Get("coordinates"), &longitudes, &latitudes)
	}
	latitude, ok := middle(latitudes, 90)
	longitude, alsoOK := middle(longitudes, 180)
	return kb.Value{Type: kb.List, Items: []kb.Entry{{Value: latitude}, {Value: longitude}}}, ok && alsoOK
}

// collect appends all positions of nested GeoJSON coordinates.
func collect(coordinates kb.Value, longitudes, latitudes *[]kb.Value) {
	items := coordinates.Items
	if coordinates.Type != kb.List {
		return
	}
	if len(items) >= 2 && isNumber(items[0].Value) && isNumber(items[1].Value) {
		*longitudes, *latitudes = append(*longitudes, items[0].Value), append(*latitudes, items[1].Value)
		return
	}
	for _, item := range items {
		collect(item.Value, longitudes, latitudes)
	}
}

func isNumber(v kb.Value) bool { return v.Type == kb.Int || v.Type == kb.Float }

// middle returns the midpoint between the minimum and the maximum of some angles in
// degrees, rounded to six decimals. It reports false if there are none or one exceeds the
// limit.
func middle(degrees []kb.Value, limit float64) (kb.Value, bool) {
	least, greatest := math.Inf(1), math.Inf(-1)
	for _, d := range degrees {
		n, err := strconv.ParseFloat(d.Str, 64)
		if err != nil || math.Abs(n) > limit {
			return kb.Value{}, false
		}
		least, greatest = min(least, n), max(greatest, n)
	}
	switch {
	case len(degrees) == 0:
		return kb.Value{}, false
	case len(degrees) == 1:
		return degrees[0], true
	}
	text := strconv.FormatFloat(math.Round((least+greatest)/2*1e6)/1e6+0, 'f', -1, 64)
	return numberOf(text), true
}
