package reader

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/shape"
	"rihla/model/say"
)

// identity is what must be unique among drafts.
type identity struct{ kind, key string }

// rowsOf are the tables of one kind at one place.
type rowsOf struct{ kind, place string }

// makeKeysUnique gives every draft an address of its own and drops those that
// define an entity again.
func (c *collector) makeKeysUnique() {
	shared := make(map[identity][]*draft)
	for _, d := range c.drafts {
		if d.base == "" {
			d.base = d.key
		}
		id := identity{d.kind, d.key}
		shared[id] = append(shared[id], d)
	}
	c.separateRoots(shared)
	parallel, identified := c.parallelRows(shared), c.identifiedRows(shared)
	dropped := make(map[*draft]bool)
	for _, d := range c.drafts {
		id := identity{d.kind, d.key}
		group := shared[id]
		if len(group) < 2 {
			continue
		}
		delete(shared, id)
		c.separate(group, parallel, dropped)
		if identified[rowsOf{group[0].kind, group[0].place()}] {
			c.keepFirstID(group)
		}
	}
	kept := c.drafts[:0]
	taken := make(map[identity]*draft, len(c.drafts))
	numbers := make(map[identity]int)
	for _, d := range c.drafts {
		id := identity{d.kind, d.key}
		if first := taken[id]; first != nil && !dropped[d] {
			c.addDuplicate(d, first)
			if dropped[d] = c.sameEntity(d, first); !dropped[d] {
				for n := numbers[id] + 2; taken[identity{d.kind, d.key}] != nil; n++ {
					d.key, numbers[id] = id.key+" #"+strconv.Itoa(n), n-1
				}
				id.key = d.key
			}
		}
		if !dropped[d] {
			taken[id] = d
			kept = append(kept, d)
		}
	}
	c.drafts = kept
}

const (
	// minParallel is the number of repetitions of tables from which on files are
	// taken for parallel descriptions of the same things, if there are at most
	// maxOwnKeys times as many different tables. Where each table is repeated, two
	// do.
	minParallel = 3
	maxOwnKeys  = 4
)

// parallelRows returns the tables of rows whose keys several files repeat, as the
// settings of several machines do: at least minParallel repetitions, and at most
// maxOwnKeys different keys for each. A key that two of the files define is no
// duplicate there. With a manifest there are none: it makes the files one knowledge
// base.
func (c *collector) parallelRows(shared map[identity][]*draft) map[rowsOf]bool {
	repeated := make(map[rowsOf]int)
	for _, group := range shared {
		for i, d := range group[1:] {
			isRepetition := func(earlier *draft) bool { return earlier.layout == keyedTable && earlier.place() == d.place() }
			if d.layout == keyedTable && slices.ContainsFunc(group[:i+1], isRepetition) {
				repeated[rowsOf{d.kind, d.place()}]++
			}
		}
	}
	parallel := make(map[rowsOf]bool)
	for rows, n := range repeated {
		if n < 2 || c.kb.HasManifest {
			continue
		}
		own := -n
		for _, d := range c.drafts {
			if d.layout == keyedTable && d.kind == rows.kind && d.place() == rows.place {
				own++
			}
		}
		parallel[rows] = own <= n || n >= minParallel && own <= maxOwnKeys*n
	}
	return parallel
}

// minOwnIDs is the number of elements from which on one that repeats the id of another is
// a mistake; for two such, twice as many.
const minOwnIDs = 4

// identifiedRows returns the arrays whose elements have ids of their own, but for a few.
func (c *collector) identifiedRows(shared map[identity][]*draft) map[rowsOf]bool {
	all, repeated := make(map[rowsOf]int), make(map[rowsOf]int)
	for _, group := range shared {
		for i, d := range group {
			if d.isIdentified() {
				rows := rowsOf{d.kind, d.place()}
				all[rows]++
				repeated[rows] += min(i, 1)
			}
		}
	}
	identified := make(map[rowsOf]bool)
	for rows, n := range repeated {
		identified[rows] = n > 0 && n*minOwnIDs <= all[rows]
	}
	return identified
}

// isIdentified reports whether a draft is an element of a list of the file itself whose
// key is an id that the author gave it.
func (d *draft) isIdentified() bool {
	return d.layout == arrayElement && (d.hasDeclaredKey || shape.IDRank(d.keyField) >= 0) && !strings.Contains(d.place(), ".")
}

// keepFirstID gives the first of some elements with one id the key that the references
// mean, and adds a finding for each of the others. Those of several files may have their
// ids for themselves unless a manifest says that the files are one knowledge base.
func (c *collector) keepFirstID(group []*draft) {
	first := group[0]
	for _, d := range group {
		if !d.isIdentified() || d.place() != first.place() || d.path != first.path && !c.kb.HasManifest {
			return
		}
	}
	first.key, first.disambiguator = first.base, ""
	address := kb.NewAddress(first.kind, first.key)
	seen := map[string]bool{string(first.table.AppendContent(nil)): true}
	for _, d := range group[1:] {
		content := string(d.table.AppendContent(nil))
		if seen[content] {
			continue // separate has said so
		}
		seen[content] = true
		c.add(kb.DuplicateEntity, d.table.Get(d.keyField).Pos, address,
			say.SharesKey.With(say.Field(d.keyField), say.Text(d.base), say.Address(address), say.Position(c.kb.Position(first.pos).String())), say.AnotherKeyOrMerge.With())
		c.found[len(c.found)-1].finding.Uncertain = !d.hasDeclaredKey
	}
}

// separate treats drafts that share an identity by their layout: elements get
// disambiguators, files their longer paths, plain values and tables of other
// places or of parallel files what tells those apart. Of tables of one place the
// first one stays.
func (c *collector) separate(group []*draft, parallel map[rowsOf]bool, dropped map[*draft]bool) {
	var by [layouts][]*draft
	for _, d := range group {
		by[d.layout] = append(by[d.layout], d)
	}
	if elements := by[arrayElement]; len(elements) > 1 {
		for _, d := range elements {
			d.table = unpacked(c.kb, d)
		}
		for _, pair := range disambiguate(elements) {
			if c.kb.HasManifest || pair[0].pos.File == pair[1].pos.File {
				c.addRepetition(pair[1], pair[0])
			}
		}
	}
	if files := by[wholeFile]; len(files) > 1 {
		for _, d := range files {
			d.key = d.base
		}
	}
	first := make(map[string]*draft) // by place
	for _, d := range by[keyedTable] {
		switch earlier := first[d.place()]; {
		case earlier != nil && (parallel[rowsOf{d.kind, d.place()}] || c.areInstances(d, earlier)):
			d.appendToKey(strings.TrimSuffix(d.path, path.Ext(d.path)), true)
		case earlier != nil:
			c.addDuplicate(d, earlier)
			if dropped[d] = c.sameEntity(d, earlier); !dropped[d] {
				d.appendToKey(strings.TrimSuffix(d.path, path.Ext(d.path)), true)
			}
		case len(first) > 0:
			d.appendToKey(strings.TrimSuffix(d.place(), "."+d.kind), true)
			first[d.place()] = d
		default:
			first[d.place()] = d
		}
	}
	for i, d := range by[plainValue] {
		if i > 0 {
			d.appendToKey(strings.TrimSuffix(d.path, path.Ext(d.path)), true)
		}
	}
}

// areInstances reports whether two drafts stand in files of one name in two
// folders, which are instances of one sort of file unless a manifest says that
// they are one knowledge base.
func (c *collector) areInstances(d, other *draft) bool {
	return !c.kb.HasManifest && d.path != other.path && path.Base(d.path) == path.Base(other.path)
}

// sameEntity reports whether two drafts of one address certainly define one
// entity: a manifest describes the files, or both have the same header in files
// of one folder.
func (c *collector) sameEntity(d, other *draft) bool {
	if c.kb.HasManifest {
		return true
	}
	return d.layout == keyedTable && other.layout == keyedTable && d.place() == other.place() &&
		path.Dir(d.path) == path.Dir(other.path) && c.hasHeader(d) && c.hasHeader(other)
}

// hasHeader reports whether a draft is written as [kind.key], rather than inline or
// by dotted keys.
func (c *collector) hasHeader(d *draft) bool {
	return c.kb.Files[d.pos.File].Text[d.pos.Offset] == '['
}

// addDuplicate adds that d has the address of another entity.
func (c *collector) addDuplicate(d, first *draft) {
	address := kb.NewAddress(first.kind, first.key)
	c.add(kb.DuplicateEntity, d.pos, address,
		say.Redefines.With(say.Address(address), say.Position(c.kb.Position(first.pos).String())), say.AnotherKeyOrMerge.With())
	c.found[len(c.found)-1].finding.Uncertain = !c.sameEntity(d, first)
}

// addRepetition adds that an element equals another one, which is valid and may be
// meant. Equal ones in several files, as the packages of two lock files, are no
// mistake unless a manifest says that the files are one knowledge base.
func (c *collector) addRepetition(d, first *draft) {
	address := kb.NewAddress(first.kind, first.key)
	c.add(kb.DuplicateEntity, d.pos, address,
		say.Repeats.With(say.Address(address), say.Position(c.kb.Position(first.pos).String())), say.RemoveOneOfTwo.With())
	c.found[len(c.found)-1].finding.Uncertain = true
}

// maxDisambiguator is the length, in bytes, of the longest text that is added to
// a key.
const maxDisambiguator = 80

// disambiguate makes the keys of drafts of one identity unique by appending the
// first scalar field in which they differ; where some still agree, the next
// one. Drafts that agree in all scalar fields with an earlier one are numbered.
// Those that agree in all fields are returned, each with the first such draft
// before it.
func disambiguate(drafts []*draft) (identical [][2]*draft) {
	groups := [][]*draft{drafts}
	for _, name := range scalarFields(drafts) {
		var next [][]*draft
		for _, group := range groups {
			next = append(next, splitBy(group, name)...)
		}
		groups = next
	}
	for _, group := range groups {
		if len(group) == 1 {
			continue
		}
		seen := make(map[string]*draft, len(group))
		for i, d := range group {
			if i > 0 {
				d.appendToKey("#"+strconv.Itoa(i+1), true)
			}
			content := string(d.table.AppendContent(nil))
			if first := seen[content]; first != nil {
				identical = append(identical, [2]*draft{first, d})
			} else {
				seen[content] = d
			}
		}
	}
	return identical
}

// scalarFields lists the scalar fields of drafts other than those that gave
// their keys, in the order of first use.
func scalarFields(drafts []*draft) []string {
	var names []string
	seen := make(map[string]bool)
	for _, d := range drafts {
		for _, entry := range d.table.Items {
			if entry.Key != d.keyField && !seen[entry.Key] && entry.Value.IsScalar() {
				seen[entry.Key] = true
				names = append(names, entry.Key)
			}
		}
	}
	return names
}

// splitBy groups drafts by their values of a field and appends those to their
// keys, unless all drafts have the same.
func splitBy(drafts []*draft, field string) [][]*draft {
	if len(drafts) == 1 {
		return [][]*draft{drafts}
	}
	var order []string
	groups := make(map[string][]*draft)
	for _, d := range drafts {
		value := ""
		if v := d.table.Get(field); v.IsScalar() && len(v.Str) <= maxDisambiguator {
			value = v.Str
		}
		if _, ok := groups[value]; !ok {
			order = append(order, value)
		}
		groups[value] = append(groups[value], d)
	}
	if len(order) == 1 {
		return [][]*draft{drafts}
	}
	out := make([][]*draft, 0, len(order))
	for _, value := range order {
		for _, d := range groups[value] {
			if value != "" {
				d.appendToKey(value, !d.hasName(value))
			}
		}
		out = append(out, groups[value])
	}
	return out
}
