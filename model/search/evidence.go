package search

import (
	"math"
	"slices"
	"strings"
	"sync"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// state is a set of query.States, a bit each.
type state uint8

const (
	disputed state = 1 << iota
	unsourced
	retracted
	superseded
	fallen
)

// stateNames are the names of the states in queries, by bit.
var stateNames = []string{query.Disputed, query.Unsourced, query.Retracted, query.Superseded, query.Fallen}

func stateNamed(name string) state {
	if at := slices.Index(stateNames, name); at >= 0 {
		return 1 << at
	}
	return 0
}

// standing is what the evidence for a claim, or for all claims of an entity, is
// worth.
type standing struct {
	entity  uint32 // number
	origins uint16 // noOrigins for a source
	state   state
}

const noOrigins = math.MaxUint16

// falling is an entity with a claim that falls if a source is retracted, by their
// numbers.
type falling struct{ entity, source uint32 }

// weighing is the standing of entities as a whole, or of the claims at one path.
type weighing struct {
	rows  []standing
	falls []falling
}

// weighings caches weighings.
type weighings struct {
	sync.Mutex
	of map[weighed]*weighing
}

// weighed is what a weighing is of: the claims at a path that hold at a moment, or
// whole entities where the path is empty.
type weighed struct {
	path string
	at   moment
}

// maxWeighings bounds the weighings that are cached.
const maxWeighings = 64

// weigh returns the weighing at a path. The first call reads the records of all
// entities that may make claims there.
func (x *Index) weigh(path string, at moment) *weighing {
	x.weighings.Lock()
	defer x.weighings.Unlock()
	key := weighed{path, at}
	if w := x.weighings.of[key]; w != nil {
		return w
	}
	x.kb.FindOrigins()
	kinds := make(map[*kb.Kind]bool)
	for _, kind := range x.kb.Kinds {
		kinds[kind] = path == "" || path == factsPath || slices.ContainsFunc(kind.Fields, func(f *kb.Field) bool { return x.isBelow(f.Path, path) })
	}
	workers := parallel.Workers
	parts := make([]weighing, workers)
	step := (len(x.kb.Entities) + workers - 1) / workers
	parallel.Each(workers, func(i int) {
		from := min(i*step, len(x.kb.Entities))
		for _, e := range x.kb.Entities[from:min(from+step, len(x.kb.Entities))] {
			if kinds[e.Kind] {
				x.weighEntity(e, path, at, &parts[i])
			}
		}
	})
	w := &weighing{}
	for i := range parts {
		w.rows, w.falls = append(w.rows, parts[i].rows...), append(w.falls, parts[i].falls...)
	}
	if x.weighings.of == nil || len(x.weighings.of) >= maxWeighings {
		x.weighings.of = make(map[weighed]*weighing)
	}
	x.weighings.of[key] = w
	return w
}

// factsPath is the path of claims in words.
const factsPath = "facts"

// isBelow reports whether the path of a field is a path, or belongs to the table
// there.
func (x *Index) isBelow(field, path string) bool {
	return field == path || strings.HasPrefix(field, path) && strings.HasPrefix(field[len(path):], ".") && x.Names().IsGroup(path)
}

// pathOf returns the path of a claim.
func pathOf(c evidence.Claim) string {
	if c.Fact != nil {
		return factsPath
	}
	return c.Statement.Field.Path
}

// weighEntity adds the standing of an entity, or of each of its claims at a path that
// hold at a moment. Deprecated claims have none, but fall like others.
func (x *Index) weighEntity(e *kb.Entity, path string, at moment, to *weighing) {
	if path == "" {
		if s, ok := x.whole(e, to); ok {
			to.rows = append(to.rows, s)
		}
		return
	}
	inDispute := evidence.DisputedFields(x.kb.Record(e))
	for c := range evidence.Claims(x.kb, e) {
		if !x.isBelow(pathOf(c), path) || !at.holds(c.Qualification()) {
			continue
		}
		stands := c.Standing()
		to.fall(e, c, stands)
		if c.IsDeprecated() {
			continue
		}
		s := standing{entity: uint32(e.Number()), origins: x.originsOf(stands)}
		if len(stands) == 0 {
			s.state |= unsourced
		}
		if isDisputed(c, inDispute) {
			s.state |= disputed
		}
		to.rows = append(to.rows, s)
	}
}

// whole returns the standing of an entity, and adds the sources with which a claim
// of it falls; ok is false if it makes no claims and is no fallen source.
func (x *Index) whole(e *kb.Entity, to *weighing) (s standing, ok bool) {
	s = standing{entity: uint32(e.Number()), origins: noOrigins, state: stateOfSource(x.kb, e)}
	isClaiming := false
	inDispute := evidence.DisputedFields(x.kb.Record(e))
	var behind []kb.Evidence
	for c := range evidence.Claims(x.kb, e) {
		stands := c.Standing()
		to.fall(e, c, stands)
		if c.IsDeprecated() {
			continue
		}
		isClaiming = true
		if isDisputed(c, inDispute) {
			s.state |= disputed
		}
		if len(stands) == 0 {
			s.state |= unsourced
		}
		behind = append(behind, stands...)
	}
	if isClaiming {
		s.origins = x.originsOf(behind)
	}
	return s, isClaiming || s.state != 0
}

func (x *Index) originsOf(stands []kb.Evidence) uint16 {
	return uint16(min(evidence.Origins(x.kb, stands), noOrigins-1))
}

func isDisputed(c evidence.Claim, inDispute []*kb.Field) bool {
	return c.Confidence() == kb.Disputed || c.Statement != nil && slices.Contains(inDispute, c.Statement.Field)
}

func stateOfSource(k *kb.KB, e *kb.Entity) state {
	if !k.IsSource(e) {
		return 0
	}
	return [...]state{kb.Stands: 0, kb.Retracted: retracted | fallen, kb.Superseded: superseded | fallen, kb.Derived: fallen}[e.Fall()]
}

// fall adds the one source that a claim of an entity cannot do without, if there is
// one; of a claim that has fallen, the sources with which it fell.
func (w *weighing) fall(e *kb.Entity, c evidence.Claim, stands []kb.Evidence) {
	if len(stands) == 0 {
		for _, ev := range c.Evidence() {
			if !ev.Stands() {
				w.falls = append(w.falls, falling{uint32(e.Number()), uint32(ev.Source.Number())})
			}
		}
		return
	}
	if stands[0].Source == nil || slices.ContainsFunc(stands, func(ev kb.Evidence) bool { return ev.Source != stands[0].Source }) {
		return
	}
	f := falling{uint32(e.Number()), uint32(stands[0].Source.Number())}
	for i := len(w.falls) - 1; i >= 0 && w.falls[i].entity == f.entity; i-- {
		if w.falls[i] == f {
			return
		}
	}
	w.falls = append(w.falls, f)
}

// onEvidence returns the entities that satisfy a condition on evidence. After the
// path of a field it is about the claims there, that hold at a time if the query says
// one; after "source", about the sources that are cited; after that of a relation and
// a further field, about its targets.
func (r *evaluator) onEvidence(path []string, times []query.Time, v *query.Value) Set {
	set := newSet(r.size())
	if r.x.kb.Partial {
		return set
	}
	before, condition := path[:len(path)-1], path[len(path)-1:]
	n := len(before)
	if n == 0 {
		return r.weighed("", condition[0], v, always)
	}
	at := r.moment(times, n).forQualifiers()
	if before[n-1] == "source" {
		sources := r.onEvidence(condition, nil, v)
		if n == 1 {
			return r.citing(sources, at)
		}
		set.or(r.citingAt(strings.Join(before[:n-1], "."), sources, at))
	} else {
		set.or(r.weighed(strings.Join(before, "."), condition[0], v, at))
	}
	for i := 1; i <= n; i++ {
		head := strings.Join(path[:i], ".")
		if r.x.Names().IsRelation(head) && (i < n || head == query.Link) && !isOfClaims(head, path[i:]) {
			set.or(r.leadingTo(r.onEvidence(path[i:], from(times, i), v), head, r.moment(times, i-1)))
		}
	}
	return set
}

// weighed returns the entities whose claims at a path, that hold at a moment, satisfy a
// condition.
func (r *evaluator) weighed(path, condition string, v *query.Value, at moment) Set {
	set := newSet(r.size())
	if path == query.Link {
		return set
	}
	switch condition {
	case query.FallsWithPath:
		return r.linkedToNamed(v, at, func(sources Set, at moment) Set {
			set := newSet(r.size())
			if sources.isEmpty() {
				return set
			}
			for _, f := range r.x.weigh(path, at).falls {
				if sources.Has(int(f.source)) {
					set.add(int(f.entity))
				}
			}
			return set
		})
	case query.IsPath:
		asked := stateNamed(v.Operand.Text)
		for _, s := range r.x.weigh(path, at).rows {
			if s.state&asked != 0 {
				set.add(int(s.entity))
			}
		}
	case query.OriginsPath:
		for _, s := range r.x.weigh(path, at).rows {
			if s.origins != noOrigins && v.MatchesNumber(float64(s.origins)) {
				set.add(int(s.entity))
			}
		}
	}
	return set
}
