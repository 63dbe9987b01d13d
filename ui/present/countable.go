package present

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/order"
)

// Countable returns the columns of a kind, or of all kinds if it is nil, whose values can
// be counted: the most informative first, and among equals those shown.
func (v Voice) Countable(kind *kb.Kind, shown []Column) []Column {
	all := v.AllMixedColumns()
	if kind != nil {
		all = v.AllColumns(kind)
	}
	var out []Column
	for _, c := range ShownFirst(all, shown) {
		isComputed := strings.HasPrefix(c.Field, InternalPrefix) && c.Field != KindField
		if c.Field != "" && !HasNoColumn(c.Field) && !isComputed && !isLocation(kind, c.Field) {
			out = append(out, c)
		}
	}
	if kind != nil {
		telling := v.Telling(kind)
		order.Stable(out, func(a, b Column) int { return telling[a.Field] - telling[b.Field] })
	}
	return out
}

// isLocation reports whether a field holds coordinates, which are counted by a map.
func isLocation(kind *kb.Kind, path string) bool {
	if kind == nil {
		return path == "location"
	}
	f := kind.FindField(path)
	return f != nil && f.IsLocation()
}

// ShownFirst returns all columns, starting with those shown, in their order.
func ShownFirst(all, shown []Column) []Column {
	out := slices.Clone(shown)
	for _, column := range all {
		if !slices.ContainsFunc(shown, func(s Column) bool { return s.Field == column.Field }) {
			out = append(out, column)
		}
	}
	return out
}
