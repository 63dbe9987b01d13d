// Package retract tells what falls if a source falls: claims that nothing else
// stands behind, entities of which nothing sourced is left, and what is no
// longer tied together by anything sourced.
package retract

import (
	"context"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// Loss is what falls with sources, everything in the order of the files.
type Loss struct {
	Sources []*kb.Entity
	// Reprints are derived from these alone, and do not fall with them.
	Reprints []*kb.Entity
	// Claims are left without evidence.
	Claims []evidence.Claim
	// Weakened keep other evidence, of fewer independent origins than before.
	Weakened []Weakened
	// Kept counts the claims that lose evidence and stand as firmly as before.
	Kept int
	// Entities had a sourced claim and have none any more.
	Unsourced []*kb.Entity
	// Broken are links that fall and were the last sourced way between their two
	// ends.
	Broken []*kb.Statement
	// Cut are entities that sourced links tied to others, and do no longer: each
	// part that comes off, but for what it comes off.
	Detached [][]*kb.Entity
}

// Weakened is a claim, and how many independent origins stand behind it before
// and after.
type Weakened struct {
	evidence.Claim
	Before, After int
}

// IsNothing tells whether nothing rests on the sources.
func (l *Loss) IsEmpty() bool {
	return len(l.Claims) == 0 && len(l.Weakened) == 0 && l.Kept == 0
}

// WithReprints adds to sources all that is derived from them and from nothing
// else, in the order of the files.
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

// Without tells what falls with the sources. It stops when the context ends.
func Without(ctx context.Context, k *kb.KB, sources ...*kb.Entity) (*Loss, error) {
	k.FindOrigins()
	w := work{KB: k, gone: setOf(sources)}
	const few = 512
	parts := make([]part, (len(k.Entities)+few-1)/few)
	parallel.Each(len(parts), func(i int) {
		for _, e := range k.Entities[i*few : min((i+1)*few, len(k.Entities))] {
			if ctx.Err() == nil && !w.gone[e] {
				w.look(e, &parts[i])
			}
		}
	})
	loss := &Loss{Sources: sources}
	for _, e := range WithReprints(k, sources...) {
		if !w.gone[e] {
			loss.Reprints = append(loss.Reprints, e)
		}
	}
	var before, after []tie
	for i := range parts {
		p := &parts[i]
		loss.Claims, loss.Weakened = append(loss.Claims, p.Claims...), append(loss.Weakened, p.Weakened...)
		loss.Kept, loss.Unsourced = loss.Kept+p.Kept, append(loss.Unsourced, p.Unsourced...)
		loss.Broken = append(loss.Broken, p.Broken...)
		before, after = append(before, p.fallen...), append(after, p.ties...)
	}
	loss.settleTies(k, before, after)
	return loss, ctx.Err()
}

// tie is a sourced link, by the numbers of its ends.
type tie struct{ from, to uint32 }

// part is what a few entities tell. Of the links, Broken are those that fall.
type part struct {
	Loss
	ties   []tie // that stand
	fallen []tie
}

type work struct {
	*kb.KB
	gone map[*kb.Entity]bool
}

// left is the evidence that does not fall.
func (w *work) left(all []kb.Evidence) []kb.Evidence {
	if !slices.ContainsFunc(all, func(ev kb.Evidence) bool { return w.gone[ev.Source] }) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(ev kb.Evidence) bool { return w.gone[ev.Source] })
}

// look tells what an entity loses.
func (w *work) look(e *kb.Entity, p *part) {
	had, has := false, false
	for c := range evidence.Claims(w.KB, e) {
		behind := c.Evidence()
		if len(behind) == 0 {
			continue
		}
		left := w.left(behind)
		had, has = true, has || len(left) > 0
		for s := range c.Links() {
			switch t := (tie{uint32(e.Number()), uint32(s.To.Number())}); {
			case w.gone[s.To]:
			case len(left) > 0:
				p.ties = append(p.ties, t)
			default:
				p.fallen, p.Broken = append(p.fallen, t), append(p.Broken, s)
			}
		}
		switch before := len(behind); {
		case len(left) == before:
		case len(left) == 0:
			p.Claims = append(p.Claims, c)
		default:
			w.weigh(c, left, p)
		}
	}
	if had && !has {
		p.Unsourced = append(p.Unsourced, e)
	}
}

func (w *work) weigh(c evidence.Claim, left []kb.Evidence, p *part) {
	if len(c.OwnEvidence()) == 0 {
		p.Kept++ // what is named for a whole entity bears no witness to one claim more than once
		return
	}
	before, after := w.IndependentCount(c.Evidence()), w.IndependentCount(left)
	if after == before {
		p.Kept++
		return
	}
	p.Weakened = append(p.Weakened, Weakened{c, before, after})
}
