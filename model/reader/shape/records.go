package shape

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// record is what the files of a group repeat.
type record struct {
	keys map[string]int // top-level keys, and in how many sampled files
	n    int            // sampled files
	// repeated are the tables whose keys are the same from file to file.
	repeated map[string]bool
	rowsIn   bool // their rows have names, and nothing else in them has one
}

// The number of files that are sampled: of a group, and of all.
const (
	groupSample = 24
	totalSample = 384
)

// findRecords finds what the files of each group repeat.
func (a *analysis) findRecords() {
	if !a.options.IsFolder {
		return
	}
	left := totalSample
	sampled := make(map[*group][]int)
	for i := range a.files {
		g := a.places[i].group
		f := &a.files[i]
		if f.Kind != "" || f.IsExcluded || f.isCollection() || len(f.Keys) == 0 || len(g.files) < 2 || left == 0 {
			continue
		}
		if g.sampled()[i] {
			sampled[g] = append(sampled[g], i)
			left--
		}
	}
	var all []int
	for g, files := range sampled {
		if !a.needsSample(files) {
			delete(sampled, g)
		}
		all = append(all, sampled[g]...)
	}
	a.sample(all)
	for g, files := range sampled {
		a.findRecord(g, files)
	}
}

// needsSample reports whether some of the files have no value at their top.
func (a *analysis) needsSample(files []int) bool {
	for _, i := range files {
		if plainKeys(a.files[i].Keys) <= maxFewValues {
			return true
		}
	}
	return false
}

// sampled returns some files of the group, spread over its folders.
func (g *group) sampled() map[int]bool {
	if g.sample == nil {
		g.sample = make(map[int]bool, groupSample)
		for _, i := range spread(g.files, groupSample) {
			g.sample[i] = true
		}
	}
	return g.sample
}

func (a *analysis) findRecord(g *group, files []int) {
	r := record{keys: make(map[string]int), n: len(files), repeated: make(map[string]bool)}
	var order []string
	tables := make(map[string][]*node)
	named := 0
	for _, i := range files {
		root := a.root(i)
		if hasNamedRows(root) {
			named++
		}
		for _, key := range root.keys {
			if r.keys[key]++; root.sub[key].class == Table {
				if tables[key] == nil {
					order = append(order, key)
				}
				tables[key] = append(tables[key], root.sub[key])
			}
		}
	}
	hasName := false
	for _, key := range order {
		isKind := a.isDeclared(key) && !slices.ContainsFunc(tables[key], (*node).hasPlain)
		if isKind || len(tables[key]) < 2 || !keysRepeat(tables[key], g.stem != "", comparedDepth) {
			continue
		}
		r.repeated[key] = true
		for _, t := range tables[key] {
			hasName = hasName || t.name() != ""
		}
	}
	r.rowsIn = !hasName && 2*named >= len(files)
	g.record = r
}

func (a *analysis) isDeclared(kind string) bool {
	return slices.Contains(a.options.Declared, kind)
}

// minSame is the number of tables of which a table with a name below one key is a
// field of each, rather than one row that several files define.
const minSame = 3

// keysRepeat reports whether the keys of the instances of a table are mostly the
// same, as fields are, rather than different, as identities are. Tables with names
// are rows, unless files of one name (sameStem) or enough files repeat them.
func keysRepeat(tables []*node, sameStem bool, depth int) bool {
	below := make(map[string][]*node)
	var order []string
	total, named := 0, 0
	for _, t := range tables {
		for _, key := range t.keys {
			if below[key] == nil {
				order = append(order, key)
			}
			child := t.sub[key]
			below[key] = append(below[key], child)
			total++
			if child.class == Table && child.name() != "" {
				named++
			}
		}
	}
	if total == 0 {
		return false
	}
	repeated := 0
	for _, key := range order {
		n := len(below[key])
		if n >= 2 && 2*n >= len(tables) && (depth == 0 || !isMapIn(below[key], sameStem, depth)) {
			repeated += n
		}
	}
	isRow := 2*named > total && !sameStem && (len(tables) < minSame || repeated < total)
	return !isRow && 2*repeated >= total
}

// isMapIn reports whether the instances of a table have no values of their own,
// and keys that vary.
func isMapIn(tables []*node, sameStem bool, depth int) bool {
	return !slices.ContainsFunc(tables, func(t *node) bool { return t.class != Table || t.hasPlain() || len(t.keys) == 0 }) &&
		!keysRepeat(tables, sameStem, depth-1)
}

// hasNamedRows reports whether the top level has several rows with names or ids.
func hasNamedRows(root *node) bool {
	for _, key := range root.keys {
		child := root.sub[key]
		switch {
		case child.class == Array && len(child.items) > 1 && hasIdentities(child):
			return true
		case child.class == Table && len(child.of(Table)) > 1:
			named := 0
			for _, row := range child.of(Table) {
				if row.name() != "" {
					named++
				}
			}
			if 2*named > len(child.keys) {
				return true
			}
		}
	}
	return false
}

// hasIdentities reports whether the elements of an array have ids or names of
// their own.
func hasIdentities(array *node) bool {
	seen := make(map[string]bool)
	for _, text := range identitiesIn(array) {
		if text == "" || seen[text] {
			return false
		}
		seen[text] = true
	}
	return len(seen) > 0
}

// identitiesIn returns the id, else the name, of each element of an array.
func identitiesIn(array *node) []string {
	out := make([]string, len(array.items))
	for i, item := range array.items {
		for _, key := range item.keys {
			if child := item.sub[key]; IDRank(key) >= 0 && child.class == PlainValue {
				out[i] = child.text
			}
		}
		if key := item.name(); out[i] == "" && key != "" {
			out[i] = item.sub[key].text + strings.Join(item.sub[key].keys, " ")
		}
	}
	return out
}

// The bounds of a file with rows that has values of its own at the top.
const (
	maxFewValues = 3
	minManyRows  = 3
)

// wholeReason returns why a file is an entity of its own; empty if it may be a
// collection.
func (a *analysis) wholeReason(i int) kb.Reason {
	f := &a.files[i]
	if !a.options.IsFolder || f.Kind != "" || f.isCollection() || len(f.Keys) == 0 {
		return ""
	}
	r := &a.places[i].group.record
	if plainKeys(f.Keys) > 0 {
		if a.isHeadedCollection(i, r) {
			return ""
		}
		return ReasonValue
	}
	if r.n < 2 || r.rowsIn {
		return ""
	}
	if a.places[i].group.stem != "" && len(r.repeated) > 0 {
		return ReasonRepeats
	}
	shared, repeated := 0, false
	for _, key := range f.Keys {
		own := 0
		if a.roots[i] != nil {
			own = 1
		}
		if r.keys[key.Name] > own {
			shared++
		}
		repeated = repeated || r.repeated[key.Name] && key.Class == Table
	}
	if repeated && 2*shared >= len(f.Keys) {
		return ReasonRepeats
	}
	return ""
}

// isHeadedCollection reports whether a file is a collection with a few values at
// its head, such as a version, unlike any other file of its group.
func (a *analysis) isHeadedCollection(i int, r *record) bool {
	f := &a.files[i]
	if plainKeys(f.Keys) > maxFewValues || plainKeys(f.Keys) == len(f.Keys) {
		return false
	}
	shared := 0
	for _, key := range f.Keys {
		if (key.Class == PlainValue || key.Class == PlainList) && (NameRank(key.Name) >= 0 || IDRank(key.Name) >= 0) {
			return false
		}
		if r.keys[key.Name] > 1 {
			shared++
		}
	}
	if 2*shared >= len(f.Keys) {
		return false
	}
	root := a.root(i)
	for _, key := range root.keys {
		switch child := root.sub[key]; {
		case child.class == Array && len(child.items) >= minManyRows && hasIdentities(child):
			return true
		case child.class == Table && len(child.of(Array)) >= minManyRows && len(child.of(Array)) == len(child.keys):
			return true // [[kind.key]]
		case child.class == Table && len(child.of(Table)) >= minManyRows:
			if jaccard, _ := siblingsAlike(child.of(Table)); jaccard >= strictJaccard && len(child.of(Table)) == len(child.keys) {
				return true
			}
		}
	}
	return false
}
