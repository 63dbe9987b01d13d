package brief

import (
	"iter"

	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
)

// Bibliography yields the distinct sources of some entities: the entities that are sources,
// and the sources that entities cite. They are not numbered.
func Bibliography(v present.Voice, entities []*kb.Entity) iter.Seq[*export.Source] {
	return func(yield func(*export.Source) bool) {
		b := newBuilder(v, Options{Length: Full})
		seen := make(map[string]bool)
		add := func(all []kb.Evidence) bool {
			for i := range all {
				if key := sourceKey(&all[i]); !seen[key] {
					seen[key] = true
					s, _ := b.described(&all[i])
					if !yield(&s) {
						return false
					}
				}
			}
			return true
		}
		for _, e := range entities {
			if b.kb.IsSource(e) && !add([]kb.Evidence{{Source: e}}) {
				return
			}
			r := b.kb.Record(e)
			if !add(named(evidence.EntityEvidence(b.kb, r))) {
				return
			}
			for claim := range r.Claims() {
				if !add(named(claim.Evidence)) {
					return
				}
			}
		}
	}
}
