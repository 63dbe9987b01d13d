package kb

import (
	"cmp"
	"slices"
)

// Tabs returns the kinds in the order in which a person is shown them: those that a
// manifest declares first, in its order, then in that of an earlier reading, which KeepTabs
// keeps. Of the others, kinds whose entities are linked come first, then kinds without
// links, sources, and kinds without entities, and of each the largest first.
// A Partial knowledge base knows no links, and orders by size. The caller must not
// change the slice.
func (k *KB) Tabs() []*Kind {
	k.order.Do(func() {
		linked := make(map[*Kind]bool)
		for _, e := range k.entitiesWithLinks() {
			if !linked[e.Kind] && k.Degree(e) > 0 {
				linked[e.Kind] = true
			}
		}
		k.tabs = slices.Clone(k.Kinds)
		slices.SortStableFunc(k.tabs, func(a, b *Kind) int {
			return cmp.Or(cmp.Compare(k.declaredRank(a), k.declaredRank(b)), cmp.Compare(k.rankBefore(a), k.rankBefore(b)),
				cmp.Compare(k.tabRank(a, linked), k.tabRank(b, linked)), cmp.Compare(len(b.Entities), len(a.Entities)))
		})
	})
	return k.tabs
}

// KeepTabs makes Tabs keep the order of an earlier reading of the same files: kinds that are
// not declared keep their order, also when they come back, and new kinds follow. It does
// nothing if the earlier reading is Partial. It must be called before the first call of
// Tabs, and not concurrently with it.
func (k *KB) KeepTabs(before *KB) {
	if before.Partial {
		return
	}
	k.tabsBefore = slices.Clone(before.tabsBefore)
	for _, kind := range before.Tabs() {
		if !slices.Contains(k.tabsBefore, kind.Name) {
			k.tabsBefore = append(k.tabsBefore, kind.Name)
		}
	}
}

// rankBefore returns the rank of a kind in the earlier reading of KeepTabs; new kinds share
// the last.
func (k *KB) rankBefore(kind *Kind) int {
	if at := slices.Index(k.tabsBefore, kind.Name); at >= 0 {
		return at
	}
	return len(k.tabsBefore)
}

// declaredRank returns the rank of a kind in the manifest; that of others is the
// last.
func (k *KB) declaredRank(kind *Kind) int {
	if at := slices.Index(k.Declared, kind); at >= 0 {
		return at
	}
	return len(k.Declared)
}

// tabRank returns the rank of a kind among the tabs; lower ones come first.
func (k *KB) tabRank(kind *Kind, linked map[*Kind]bool) int {
	switch {
	case len(kind.Entities) == 0:
		return 3
	case kind == k.SourceKind():
		return 2
	case linked[kind] || k.Partial:
		return 0
	}
	return 1
}

// entitiesWithLinks returns the entities whose links are known.
func (k *KB) entitiesWithLinks() []*Entity {
	if k.Partial {
		return nil
	}
	return k.Entities
}
