// Package retract computes what a knowledge base loses if sources are
// retracted: claims without other evidence, entities without any sourced claim,
// and links that connected parts of the base. It changes nothing.
package retract

import (
	"context"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// Loss is what is lost with some sources, all in the order of the files.
type Loss struct {
	Sources []*kb.Entity
	// Reprints are derived only from Sources; they are not retracted.
	Reprints []*kb.Entity
	// Claims lose all their evidence.
	Claims []evidence.Claim
	// Weakened keep evidence, of fewer independent origins.
	Weakened []Weakened
	// Kept is the number of claims that lose evidence but no independent origin.
	Kept int
	// Unsourced are the entities that lose their last sourced claim.
	Unsourced []*kb.Entity
	// Broken are the links lost whose ends no sourced links connect any longer.
	Broken []*kb.Statement
	// Detached are the parts that sourced links no longer connect to the rest of
	// what they were connected to; the main part of each is not listed.
	Detached [][]*kb.Entity
}

// Weakened is a claim with its numbers of independent origins before and after.
type Weakened struct {
	evidence.Claim
	Before, After int
}

// IsEmpty reports whether no claim relies on the sources.
func (l *Loss) IsEmpty() bool {
	return len(l.Claims) == 0 && len(l.Weakened) == 0 && l.Kept == 0
}

// WithReprints returns sources and everything derived only from them, in the
// order of the files.
func WithReprints(k *kb.KB, sources ...*kb.Entity) []*kb.Entity {
	kind := k.SourceKind()
	if kind == nil {
		return sources
	}
	gone := setOf(sources)
	for grown := true; grown; {
		grown = false
		for _, e := range kind.Entities {
			if !gone[e] && isReprint(k.Record(e), gone) {
				gone[e], grown = true, true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(kind.Entities), func(e *kb.Entity) bool { return !gone[e] })
}

func isReprint(r *kb.Record, of map[*kb.Entity]bool) bool {
	originals := r.Values("derived_from")
	return len(originals) > 0 && !slices.ContainsFunc(originals, func(s *kb.Statement) bool { return s.To == nil || !of[s.To] })
}

func setOf(entities []*kb.Entity) map[*kb.Entity]bool {
	set := make(map[*kb.Entity]bool, len(entities))
	for _, e := range entities {
		set[e] = true
	}
	return set
}

// Without computes the loss if sources are retracted. If the context ends, it
// returns its error.
func Without(ctx context.Context, k *kb.KB, sources ...*kb.Entity) (*Loss, error) {
	k.FindOrigins()
	w := losses{KB: k, gone: setOf(sources)}
	const chunkSize = 512
	parts, err := parallel.Chunks(ctx, k.Entities, chunkSize, func(chunk []*kb.Entity) (p chunkLoss) {
		for _, e := range chunk {
			if !w.gone[e] {
				w.collect(e, &p)
			}
		}
		return p
	})
	if err != nil {
		return nil, err
	}
	loss := &Loss{Sources: sources}
	for _, e := range WithReprints(k, sources...) {
		if !w.gone[e] {
			loss.Reprints = append(loss.Reprints, e)
		}
	}
	var before, after []sourcedLink
	for i := range parts {
		p := &parts[i]
		loss.Claims, loss.Weakened = append(loss.Claims, p.Claims...), append(loss.Weakened, p.Weakened...)
		loss.Kept, loss.Unsourced = loss.Kept+p.Kept, append(loss.Unsourced, p.Unsourced...)
		loss.Broken = append(loss.Broken, p.Broken...)
		before, after = append(before, p.fallen...), append(after, p.standing...)
	}
	loss.findBroken(k, before, after)
	return loss, ctx.Err()
}

// sourcedLink is a link with evidence, by the numbers of its ends.
type sourcedLink struct{ from, to uint32 }

// chunkLoss is the loss of some entities. Broken are all links lost.
type chunkLoss struct {
	Loss
	standing []sourcedLink // links that keep evidence
	fallen   []sourcedLink
}

type losses struct {
	*kb.KB
	gone map[*kb.Entity]bool
}

// weighed returns the evidence of a claim that stands, and that of the sources to be
// retracted which have fallen already: the loss is what has fallen with them.
func (w *losses) weighed(c evidence.Claim) []kb.Evidence {
	without := func(ev kb.Evidence) bool { return !ev.Stands() && !w.gone[ev.Source] }
	if all := c.Evidence(); !slices.ContainsFunc(all, without) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(c.Evidence()), without)
}

// remaining returns the evidence that is not retracted.
func (w *losses) remaining(all []kb.Evidence) []kb.Evidence {
	if !slices.ContainsFunc(all, func(ev kb.Evidence) bool { return w.gone[ev.Source] }) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(ev kb.Evidence) bool { return w.gone[ev.Source] })
}

// collect adds the loss of an entity.
func (w *losses) collect(e *kb.Entity, p *chunkLoss) {
	had, has := false, false
	for c := range evidence.Claims(w.KB, e) {
		behind := w.weighed(c)
		if len(behind) == 0 {
			continue
		}
		left := w.remaining(behind)
		had, has = true, has || len(left) > 0
		for s := range c.Links() {
			switch t := (sourcedLink{uint32(e.Number()), uint32(s.To.Number())}); {
			case w.gone[s.To]:
			case len(left) > 0:
				p.standing = append(p.standing, t)
			default:
				p.fallen, p.Broken = append(p.fallen, t), append(p.Broken, s)
			}
		}
		switch before := len(behind); {
		case len(left) == before:
		case len(left) == 0:
			p.Claims = append(p.Claims, c)
		default:
			w.compare(c, left, p)
		}
	}
	if had && !has {
		p.Unsourced = append(p.Unsourced, e)
	}
}

func (w *losses) compare(c evidence.Claim, left []kb.Evidence, p *chunkLoss) {
	before, after := c.Origins(w.KB), evidence.Origins(w.KB, left)
	if after == before {
		p.Kept++
		return
	}
	p.Weakened = append(p.Weakened, Weakened{c, before, after})
}
