package evidence_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// slow counts origins as the package comment defines them, from the fields of the
// sources as they are written: it lets ever larger sets of origins fall until the
// claim has nothing left.
type slow struct {
	*testing.T
	k     *kb.KB
	roots map[*kb.Entity][]string // the origins of each source
}

func newSlow(t *testing.T, k *kb.KB) *slow {
	o := &slow{t, k, make(map[*kb.Entity][]string)}
	if kind := k.SourceKind(); kind != nil {
		for _, source := range kind.Entities {
			found := make(map[string]bool)
			o.reach(source, nil, found)
			for root := range found {
				o.roots[source] = append(o.roots[source], root)
			}
		}
	}
	return o
}

// reach finds the origins of a source that is reached through some others. The
// bases have no rings of derivations.
func (o *slow) reach(source *kb.Entity, through []*kb.Entity, found map[string]bool) {
	if slices.Contains(through, source) {
		o.Fatalf("%s is derived from itself", source.Key)
	}
	r := o.k.Record(source)
	isDerived := false
	for _, s := range r.Values("derived_from") {
		isDerived = true
		if s.To == nil {
			found[named(s.Value.Str)] = true
			continue
		}
		o.reach(s.To, append(through, source), found)
	}
	if isDerived {
		return
	}
	for _, s := range r.Values("publisher") {
		if s.To != nil {
			found["entity "+string(s.To.Address())] = true
			return
		}
		text := s.Value.Str
		if of, ok := o.k.TextOf(s.Value); ok {
			text, _ = of.In("", o.k.Languages...)
		}
		if strings.TrimSpace(text) != "" {
			found[named(text)] = true
			return
		}
	}
	for _, path := range []string{"url", "website"} {
		for _, s := range r.Values(path) {
			if kb.IsURL(s.Value.Str) {
				found[named(s.Value.Str)] = true
				return
			}
		}
	}
	found["entity "+string(source.Address())] = true
}

// named is the origin of a name or an address.
func named(text string) string {
	if kb.IsURL(text) {
		if u, err := url.Parse(text); err == nil {
			return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		}
	}
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// behind returns the origins of each piece of evidence of a claim that stands.
func (o *slow) behind(c evidence.Claim) [][]string {
	var out [][]string
	for _, ev := range c.Evidence() {
		switch {
		case ev.Source != nil && ev.Source.Fall() != kb.Stands:
		case ev.Source != nil:
			out = append(out, o.roots[ev.Source])
		case kb.IsURL(ev.Ref):
			out = append(out, []string{named(ev.Ref)})
		}
	}
	return out
}

// smallest returns the smallest set of origins with which all evidence falls.
func smallest(behind [][]string) []string {
	var all []string
	for _, roots := range behind {
		all = append(all, roots...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for size := range len(all) + 1 {
		if set := choose(all, size, func(set []string) bool { return len(left(behind, set)) == 0 }); set != nil {
			return set
		}
	}
	return nil
}

// left returns the evidence that does not fall with some origins.
func left(behind [][]string, gone []string) [][]string {
	return slices.DeleteFunc(slices.Clone(behind), func(roots []string) bool {
		return slices.ContainsFunc(roots, func(root string) bool { return slices.Contains(gone, root) })
	})
}

// choose returns the first subset of a size that will do; nil if there is none.
func choose(all []string, size int, do func([]string) bool) []string {
	if size == 0 {
		if do(nil) {
			return []string{}
		}
		return nil
	}
	for i := range all {
		if set := choose(all[i+1:], size-1, func(set []string) bool { return do(append(slices.Clone(set), all[i])) }); set != nil {
			return append(set, all[i])
		}
	}
	return nil
}
