package export

import (
	"io"
	"strconv"

	"rihla/model/kb"
	"rihla/model/place"
)

// GeoJSON writes a point for each location of an entity (RFC 7946): its own, or that of
// what its relations lead to, which the members "of" and "via" then name. Entities
// without a location are left out.
func GeoJSON(w io.Writer, s Selection) error {
	enc := &encoder{buf: []byte(`{"type":"FeatureCollection","features":[`)}
	locator := place.NewLocator(s.KB, s.At)
	between := "\n"
	for _, e := range s.Entities {
		for _, at := range locator.Locate(e) {
			enc.buf = append(enc.buf, between...)
			between = ",\n"
			enc.feature(s, e, at)
			s.countPart()
			if _, err := w.Write(enc.buf); err != nil {
				return err
			}
			enc.buf = enc.buf[:0]
		}
	}
	enc.buf = append(enc.buf, "\n]}\n"...)
	_, err := w.Write(enc.buf)
	return err
}

func (e *encoder) feature(s Selection, of *kb.Entity, at place.Location) {
	e.buf = append(e.buf, `{"type":"Feature","geometry":{"type":"Point","coordinates":[`...)
	e.buf = strconv.AppendFloat(e.buf, at.At.Lon, 'f', -1, 64)
	e.buf = append(e.buf, ',')
	e.buf = strconv.AppendFloat(e.buf, at.At.Lat, 'f', -1, 64)
	e.buf = append(e.buf, `]},"properties":{`...)
	e.key("address")
	e.string(string(of.Address()))
	e.key("kind")
	e.string(of.Kind.Name)
	e.key("name")
	e.string(of.Label(s.Lang, s.KB.Languages...))
	summary, _ := s.KB.TextIn(s.KB.Record(of).Summary, s.Lang)
	e.member("summary", summary)
	if !at.IsOwn() {
		e.key("of")
		e.string(string(at.Entity.Address()))
		e.key("via")
		var via []string
		for _, f := range at.Via {
			if f != nil {
				via = append(via, f.Path)
			}
		}
		e.strings(via)
	}
	e.buf = append(e.buf, "}}"...)
}
