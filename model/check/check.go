// Package check finds mistakes in a knowledge base beyond those that keep it
// from being read: one function for each rule. It fixes nothing.
package check

import (
	"context"
	"slices"
	"sort"
	"sync"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/say"
)

// rules report the findings of an entity, given its record. Codes without a rule
// here are found by the reader, or for all entities at once by earlyFindings.
var rules = []func(*checker, *kb.Entity, *kb.Record){
	reservedFields, declaredTypes, claims,
	ownSources, derivations, spans,
	requiredFields, storedCopies,
	unknownRelations, unknownFields, unsourced, fallenSources, successors,
	orphans, contradictions,
}

// checker runs the rules on a chunk of entities and collects their findings.
type checker struct {
	*kb.KB
	*shared
	found    []result
	reported map[*kb.Field]bool // fields already reported as unknown relations
	names    names
}

// result is a finding; if once is set, only the first of that field is
// reported.
type result struct {
	kb.Finding
	once *kb.Field
}

// shared is what the checkers know of the whole knowledge base.
type shared struct {
	declaresRelations bool
	declaresFields    map[*kb.Kind]bool
	linked            map[*kb.Kind]bool // whether entities of the kind are expected to be linked
	broken            map[string]bool   // by path, whether the file could not be read as it is written

	mu     sync.Mutex
	names  names               // of the entities that have been checked
	usages map[*kb.Field]usage // computed on demand
	ofDays map[*kb.Field]bool  // whether they hold days, computed on demand
	copies map[*kb.Entity]*storedCopy
}

// Field is a field of a kind, by name and path.
type Field struct{ Kind, Path string }

// Run returns all findings, those of the reader and of the rules, in the order
// of files and positions. The values of the fields that were links are said to be none
// however few of them name entities.
func Run(k *kb.KB, wereLinks ...Field) []kb.Finding {
	var all []kb.Finding
	_ = each(context.Background(), k, wereLinks, func(f kb.Finding) bool {
		all = append(all, f)
		return true
	})
	order := fileOrderOf(k)
	sort.SliceStable(all, func(i, j int) bool { return order.before(all[i].Position, all[j].Position) })
	return all
}

// chunkSize is the number of entities that a worker checks at a time, and
// maxPending the number of chunks whose findings may wait to be reported.
const (
	chunkSize  = 512
	maxPending = 64
)

// Each calls tell for every finding until it returns false: those of the reader
// and of the rules, in the order of the files and, within a file, of the
// entities; an entity written in several parts is reported at its first. Near
// misses of names and unused declarations, which rest on all entities, come last. Memory
// is bounded: apart from the reader's, only the findings of maxPending chunks
// are held. The error is the context's.
func Each(ctx context.Context, k *kb.KB, tell func(kb.Finding) bool) error {
	return each(ctx, k, nil, tell)
}

func each(ctx context.Context, k *kb.KB, wereLinks []Field, tell func(kb.Finding) bool) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	m := merger{order: fileOrderOf(k), early: earlyFindings(k, wereLinks), once: make(map[*kb.Field]bool), tell: tell}
	shared := newShared(k)
	rows := (len(k.Entities) + chunkSize - 1) / chunkSize
	results := make([]chan []result, rows)
	for i := range results {
		results[i] = make(chan []result, 1)
	}
	room := make(chan struct{}, maxPending)
	var working sync.WaitGroup
	defer working.Wait()
	defer stop()
	working.Go(func() {
		parallel.Each(rows, func(i int) {
			select {
			case room <- struct{}{}:
			case <-ctx.Done():
				return
			}
			c := checker{KB: k, shared: shared, reported: make(map[*kb.Field]bool), names: newNames()}
			for _, e := range k.Entities[i*chunkSize : min((i+1)*chunkSize, len(k.Entities))] {
				c.check(e)
			}
			shared.merge(&c.names)
			results[i] <- c.found
		})
	})
	for i := range rows {
		select {
		case found := <-results[i]:
			<-room
			if !m.add(found) {
				return nil
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	m.flush()
	m.report(lateFindings(k, shared))
	return ctx.Err()
}

// check runs all rules on an entity, and sorts their findings by position.
func (c *checker) check(e *kb.Entity) {
	before := len(c.found)
	r := c.Record(e)
	for _, rule := range rules {
		rule(c, e, r)
	}
	c.names.count(e, r)
	of := c.found[before:]
	sort.SliceStable(of, func(i, j int) bool { return of[i].Position.Before(of[j].Position) })
}

// earlyFindings returns the findings known before any entity is checked, sorted
// by position.
func earlyFindings(k *kb.KB, wereLinks []Field) []kb.Finding {
	c := checker{KB: k}
	unknownKinds(&c, nearKinds(&c))
	unlinkedFields(&c, wereLinks)
	views(&c)
	all := slices.Clone(k.Findings)
	for _, f := range c.found {
		all = append(all, f.Finding)
	}
	order := fileOrderOf(k)
	sort.SliceStable(all, func(i, j int) bool { return order.before(all[i].Position, all[j].Position) })
	return all
}

// lateFindings returns the findings that rest on the names of all entities, sorted by
// position.
func lateFindings(k *kb.KB, s *shared) []kb.Finding {
	c := checker{KB: k, shared: s}
	nearMisses(&c, &s.names)
	unusedDeclarations(&c, &s.names)
	out := make([]kb.Finding, len(c.found))
	for i, f := range c.found {
		out[i] = f.Finding
	}
	order := fileOrderOf(k)
	sort.Slice(out, func(i, j int) bool { return order.before(out[i].Position, out[j].Position) })
	return out
}

// merge adds the names of some entities.
func (s *shared) merge(n *names) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names.merge(n)
}

func newShared(k *kb.KB) *shared {
	s := &shared{declaresFields: make(map[*kb.Kind]bool), linked: make(map[*kb.Kind]bool), names: newNames(), usages: make(map[*kb.Field]usage), ofDays: make(map[*kb.Field]bool), copies: make(map[*kb.Entity]*storedCopy)}
	s.broken = k.BrokenFiles()
	s.declaresRelations = declaresMost(k.Relations, func(r *kb.Relation) (known, declared bool) { return !slices.Contains(reserved, r.Name), r.Declared })
	for _, kind := range k.Kinds {
		s.declaresFields[kind] = declaresMost(kind.Fields, func(f *kb.Field) (known, declared bool) {
			return f.Declared || !isKnown(kind, f), f.Declared
		})
		s.linked[kind] = isLinked(k, kind)
	}
	return s
}

// fileOrder is the index of each file by its path.
type fileOrder map[string]int

func fileOrderOf(k *kb.KB) fileOrder {
	order := make(fileOrder, len(k.Files))
	for i, f := range k.Files {
		order[f.Path] = i
	}
	return order
}

// index returns the index of a file; of a folder, a number before all.
func (o fileOrder) index(path string) int {
	if i, ok := o[path]; ok {
		return i
	}
	return -1
}

func (o fileOrder) before(p, q kb.Position) bool {
	i, j := o.index(p.File), o.index(q.File)
	switch {
	case i != j:
		return i < j
	case p.File != q.File:
		return p.File < q.File
	}
	return p.Before(q)
}

// merger reports early findings and those of entities in one order.
type merger struct {
	order fileOrder
	early []kb.Finding
	once  map[*kb.Field]bool
	tell  func(kb.Finding) bool
	ended bool // no more are wanted
}

// add reports the findings of some entities, and the early ones before them;
// false if no more are wanted.
func (m *merger) add(all []result) bool {
	for _, f := range all {
		if f.once != nil && m.once[f.once] {
			continue
		}
		m.once[f.once] = f.once != nil
		for len(m.early) > 0 && !m.order.before(f.Position, m.early[0].Position) {
			if !m.tell(m.early[0]) {
				return false
			}
			m.early = m.early[1:]
		}
		if !m.tell(f.Finding) {
			return false
		}
	}
	return true
}

func (m *merger) flush() { m.report(m.early) }

func (m *merger) report(findings []kb.Finding) {
	for _, f := range findings {
		if m.ended = m.ended || !m.tell(f); m.ended {
			return
		}
	}
}

// Count returns the number of findings of each severity.
func Count(findings []kb.Finding) (errors, warnings, infos int) {
	for _, f := range findings {
		switch f.Severity() {
		case kb.Error:
			errors++
		case kb.Warning:
			warnings++
		default:
			infos++
		}
	}
	return errors, warnings, infos
}

// find adds a finding. Without a manifest, it is uncertain: the fields of the
// format may mean something else to the author.
func (c *checker) find(code kb.Code, pos kb.Pos, e *kb.Entity, problem, remedy say.Sentence) {
	f := kb.Finding{Code: code, Position: c.Position(pos), Problem: problem, Remedy: remedy, Uncertain: !c.HasManifest}
	if e != nil {
		f.Address = e.Address()
	}
	c.found = append(c.found, result{Finding: f})
}
