package kb

// Reconnect completes a revised knowledge base: the links and citations of the
// recorders, which hold the entities that were read again or are new, are added to
// those of the others.
func (k *KB) Reconnect(recorders ...*Recorder) {
	v := k.revising
	k.revising = nil
	k.ClearCache() // of what was asked for before it was recorded
	k.connect([][]pending{v.remaining(&v.before.backlinks, true)}, [][]pending{v.remaining(&v.before.citations, false)}, recorders)
	k.fallAgain()
}

// remaining returns the edges before, between entities that were not read again.
func (v *revising) remaining(before *connections, areLinks bool) []pending {
	out := make([]pending, 0, len(before.all))
	for n := range v.before.Entities {
		to := v.numbers[n]
		for _, c := range before.to(n) {
			from := v.before.Entities[c.from]
			if v.isAgain[c.from] || v.numbers[c.from] == none || to == none {
				continue
			}
			if areLinks {
				c.by -= v.before.firstField[from.Kind]
			}
			c.from = v.numbers[c.from]
			out = append(out, pending{c, to})
		}
	}
	return out
}

// fallAgain sets the Fall of each source, of entities that have that of the knowledge
// base before.
func (k *KB) fallAgain() {
	kind := k.SourceKind()
	if kind == nil {
		return
	}
	for _, e := range kind.Entities {
		e.setFall(Stands)
	}
	k.findFallen()
}
