package present

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/safe"
)

// fieldStats counts what a sample of entities has in one field.
type fieldStats struct {
	path    string
	present int // entities that have it
	links   int // of these, those where it leads somewhere
	dates   int
	numbers int
	codes   int // web addresses, checksums and the like
	cells   int // total width of the values
	values  map[string]int
	of      map[*kb.Entity]string // the value of each
}

// informativeFields chooses the two to four most informative fields of a kind for one line.
// If none is short, it falls back to a long field, then to a relation.
func (v Voice) informativeFields(kind *kb.Kind) []string {
	entities := v.Sample(kind)
	traits := v.fieldStats(entities)
	if isValueAlone(traits) {
		return []string{valueField}
	}
	var always []*fieldStats
	for _, t := range traits {
		if t.tells(kind, len(entities)) {
			always = append(always, t)
		}
	}
	for _, share := range []int{2, 4, 12} {
		var fit []*fieldStats
		for _, t := range traits {
			if t.present*share >= len(entities) && t.fits(len(entities)) {
				fit = append(fit, t)
			}
		}
		if len(fit) >= 2 || len(fit) > 0 && share == 12 {
			return bestFields(fit, always)
		}
	}
	for _, t := range traits { // a long text or an address tells more than an empty row
		if t.present*2 >= len(entities) && len(t.values) > 1 {
			return []string{t.path}
		}
	}
	for _, t := range traits {
		if t.links > 0 {
			return []string{t.path}
		}
	}
	return nil
}

// valueField is the field of a plain value that the reader takes for an entity.
const valueField = "value"

// isValueAlone reports whether entities are plain values: they have no other field.
func isValueAlone(traits []*fieldStats) bool { return len(traits) == 1 && traits[0].path == valueField }

// ValueAlone returns the value of an entity that has no other field, as its list shows
// it; empty for any other entity.
func (v Voice) ValueAlone(e *kb.Entity) string {
	r := v.KB.Record(e)
	if len(r.Statements) == 0 || len(r.Facts) > 0 {
		return ""
	}
	for i := range r.Statements {
		if r.Statements[i].Field.Path != valueField {
			return ""
		}
	}
	return v.Cell(e, valueField)
}

// tells reports whether a field is a column whatever else there is: the folder of a
// file where there are several, and the value of plain values among tables.
func (t *fieldStats) tells(kind *kb.Kind, sampled int) bool {
	folder := cmp.Or(kind.FolderField, "folder")
	if t.path != folder && t.path != valueField {
		return false
	}
	const leastShare = 12
	return t.present*leastShare >= sampled && t.fits(sampled)
}

// fieldStats counts, for each field, what the entities have.
func (v Voice) fieldStats(entities []*kb.Entity) []*fieldStats {
	traits := make(map[*kb.Field]*fieldStats)
	var order []*fieldStats
	for _, e := range entities {
		r := v.KB.Record(e)
		for i := range r.Statements {
			s := &r.Statements[i]
			if HasNoColumn(s.Field.Path) || s.To == nil && (s.Value.Type == kb.Table || v.isItsName(e, s.Value)) {
				continue
			}
			t := traits[s.Field]
			if t == nil {
				t = &fieldStats{path: s.Field.Path, values: make(map[string]int), of: make(map[*kb.Entity]string)}
				traits[s.Field] = t
				order = append(order, t)
			}
			if _, known := t.of[e]; !known {
				t.of[e] = t.add(v, s)
				t.values[t.of[e]]++
			}
		}
	}
	return order
}

// Telling orders fields of a kind by how much is learned from how often their values
// occur in a sample: those with values that occur again come first, then numbers and
// dates, then what is the same or another value everywhere, last what few or none of
// the sample have. It returns the place of each path; equals are to stay in their order.
func (v Voice) Telling(kind *kb.Kind) map[string]int {
	const repeated, measured, other, distinct, rare = -3, -2, 0, 1, 2
	const few = 8        // in a smaller sample, values that occur once say little
	const leastShare = 8 // a field is rare if fewer than 1 in leastShare entities have it
	out := make(map[string]int)
	for _, f := range kind.Fields {
		out[f.Path] = rare
	}
	sample := v.Sample(kind)
	for _, t := range v.fieldStats(sample) {
		switch values := len(t.values); {
		case t.present*leastShare < len(sample):
			out[t.path] = rare
		case t.codes*2 > t.present:
			out[t.path] = distinct
		case t.present < few:
			out[t.path] = other
		case values > 1 && values*4 <= t.present*3:
			out[t.path] = repeated
		case values > 1 && (t.dates+t.numbers)*2 > t.present:
			out[t.path] = measured
		case values > 1 && values*10 > t.present*9:
			out[t.path] = distinct
		default:
			out[t.path] = other
		}
	}
	return out
}

// isItsName reports whether a value is the key or the name of its entity.
func (v Voice) isItsName(e *kb.Entity, val kb.Value) bool {
	if val.Str == e.Key {
		return true
	}
	text, ok := v.KB.TextOf(val)
	return ok && sameText(text, e.Name)
}

// add counts a value, and returns what is shown of it.
func (t *fieldStats) add(v Voice, s *kb.Statement) string {
	t.present++
	if s.To != nil {
		t.links++
		t.cells += safe.Width(v.Name(s.To))
		return s.To.Key
	}
	text := v.FieldValue(s.Field, s.Value, 256)
	t.cells += safe.Width(text)
	_, isDate := NumberDate(s.Value, s.Field.ReadsDates())
	switch {
	case isDate || s.Value.Type == kb.Date || s.Field.Type == kb.FieldDate || s.Field.Type == kb.FieldYear:
		t.dates++
	case s.Value.Type == kb.Int || s.Value.Type == kb.Float:
		t.numbers++
	case LooksLikeURL(text) || LooksLikeChecksum(text):
		t.codes++
	}
	return text
}

// fits reports whether a field suits a column: its values are short, readable and
// not all the same.
func (t *fieldStats) fits(sampled int) bool {
	return t.cells <= 32*t.present && t.codes*4 < t.present && (len(t.values) > 1 || t.present*2 < sampled)
}

// score ranks a field: links before dates before the rest, weighted by how many
// entities have it.
func (t *fieldStats) score() int {
	score := 100 * t.present
	switch {
	case t.links*2 > t.present:
		score += 150 * t.present
	case t.dates*2 > t.present:
		score += 100 * t.present
	case len(t.values)*10 > t.present*9 && t.numbers == 0:
		score += 20 * t.present
	case t.numbers*2 < t.present:
		score += 50*t.present + 10*t.present*min(int(math.Round(t.entropy())), 3)
	}
	if strings.Contains(t.path, ".") {
		score -= 60 * t.present
	}
	return score
}

// entropy returns how much a value tells, in bits: the more values there are, and the
// more evenly they occur, the more.
func (t *fieldStats) entropy() float64 {
	bits := 0.0
	for _, n := range t.values {
		p := float64(n) / float64(t.present)
		bits -= p * math.Log2(p)
	}
	return bits
}

// follows reports whether the value of a field follows from that of another one, whose
// values occur several times: it tells nothing more.
func (t *fieldStats) follows(other *fieldStats) bool {
	if len(other.values)*2 > other.present {
		return false
	}
	implied := make(map[string]string)
	for e, value := range t.of {
		given, ok := other.of[e]
		if before, known := implied[given]; !ok || known && before != value {
			return false
		}
		implied[given] = value
	}
	return true
}

// mostFields is the highest number of fields that are chosen by their scores.
const mostFields = 4

// leadingFirst returns the first mostFields fields that follow from none before them, nor
// from those that are there in any case; then the fields passed over.
func leadingFirst(fit, always []*fieldStats) []*fieldStats {
	var leading, following []*fieldStats
	for _, t := range fit {
		implies := func(other *fieldStats) bool { return other != t && t.follows(other) }
		if slices.ContainsFunc(always, implies) || slices.ContainsFunc(leading, implies) {
			following = append(following, t)
		} else if leading = append(leading, t); len(leading) == mostFields {
			break
		}
	}
	return append(leading, following...)
}

// bestFields returns the fields of the highest scores that fit on a line, the highest
// first since a narrow list leaves out the last, after those that are there in any case.
func bestFields(fit, always []*fieldStats) []string {
	scores := make(map[*fieldStats]int, len(fit))
	for _, t := range fit {
		scores[t] = t.score()
	}
	slices.SortStableFunc(fit, func(a, b *fieldStats) int { return cmp.Compare(scores[b], scores[a]) })
	fit = leadingFirst(fit, always)
	const cells = 72
	used := 0
	for i, t := range fit {
		used += t.cells/t.present + 2
		if i == mostFields || i >= 2 && used > cells {
			fit = fit[:i]
			break
		}
	}
	fit = slices.DeleteFunc(fit, func(t *fieldStats) bool { return slices.Contains(always, t) })
	fit = append(always, fit...)
	paths := make([]string, len(fit))
	for i, t := range fit {
		paths[i] = t.path
	}
	return paths
}
