package reader

import (
	"path"
	"strings"

	"rihla/model/kb"
)

// amongNamesakes returns the one of several candidates of a kind that the table
// of a reference describes; of several of those, the nearest one, or nil.
func (w *worker) amongNamesakes(candidates []*kb.Entity, r reference, kind *kb.Kind) *kb.Entity {
	var left []*kb.Entity
	for _, c := range candidates {
		if c.Kind == kind && describes(r.table, r.text, w.table(c)) {
			left = append(left, c)
		}
	}
	return w.nearest(left, r.from)
}

// describes reports whether an entity has every scalar that its own table and the
// table of a reference have in common. The reference itself is left out.
func describes(table kb.Value, ref string, own kb.Value) bool {
	for _, entry := range table.Items {
		v := own.Get(entry.Key)
		if entry.Value.IsScalar() && v.IsScalar() && v.Str != entry.Value.Str && entry.Value.Str != ref {
			return false
		}
	}
	return true
}

// nearest returns the candidate at the least distance from an entity, or nil if
// there are several.
func (w *worker) nearest(candidates []*kb.Entity, to *kb.Entity) *kb.Entity {
	if len(candidates) == 1 {
		return candidates[0]
	}
	if len(candidates) == 0 || to == nil {
		return nil
	}
	var best *kb.Entity
	var least distance
	for i, c := range candidates {
		switch d := w.distance(c, to); {
		case i == 0 || d.less(least):
			best, least = c, d
		case d == least:
			best = nil
		}
	}
	return best
}

// distance is how far the file of one entity is from that of another: up to the
// first folder that contains both, then down. It is zero within a file, and one up
// within a folder.
type distance struct{ up, down int }

func (d distance) less(than distance) bool {
	return d.up < than.up || d.up == than.up && d.down < than.down
}

func (w *worker) distance(e, to *kb.Entity) distance {
	if e.Pos.File == to.Pos.File {
		return distance{}
	}
	file, up := w.kb.Files[e.Pos.File].Path, 1
	for folder := path.Dir(w.kb.Files[to.Pos.File].Path); folder != "."; folder = path.Dir(folder) {
		if below, ok := strings.CutPrefix(file, folder+"/"); ok {
			return distance{up, strings.Count(below, "/")}
		}
		up++
	}
	return distance{up, strings.Count(file, "/")}
}
