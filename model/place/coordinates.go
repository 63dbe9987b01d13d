package place

import (
	"slices"
	"strings"

	"rihla/model/geo"
	"rihla/model/kb"
)

// The fields that hold the two coordinates of a location in degrees, in lower case.
var (
	latitudes  = []string{"lat", "latitude"}
	longitudes = []string{"lon", "lng", "long", "longitude"}
)

// coordinate returns the path of the table that a field stands in, and which of the
// two coordinates it holds, if any.
func coordinate(f *kb.Field) (table string, isLatitude, isLongitude bool) {
	if f.Type != "" && f.Type != kb.FieldNumber {
		return "", false, false
	}
	cut := strings.LastIndexByte(f.Path, '.') + 1
	last := strings.ToLower(f.Path[cut:])
	return f.Path[:cut], slices.Contains(latitudes, last), slices.Contains(longitudes, last)
}

// fromCoordinates returns the first location that an entity has as a latitude and a
// longitude in one table.
func fromCoordinates(r *kb.Record) (geo.Point, bool) {
	for i := range r.Statements {
		table, isLatitude, _ := coordinate(r.Statements[i].Field)
		lat, ok := r.Statements[i].Value.Number()
		if !isLatitude || !ok {
			continue
		}
		for j := range r.Statements {
			beside, _, isLongitude := coordinate(r.Statements[j].Field)
			lon, ok := r.Statements[j].Value.Number()
			if p := (geo.Point{Lat: lat, Lon: lon}); isLongitude && ok && beside == table && p.IsValid() {
				return p, true
			}
		}
	}
	return geo.Point{}, false
}
