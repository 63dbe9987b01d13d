// Package check finds what is wrong with a knowledge base beyond what stops
// it from being read: one rule a function, one table of rules. It repairs
// nothing.
package check

import (
	"context"
	"slices"
	"sort"
	"sync"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// checker is what a rule looks at and writes to.
type checker struct {
	*kb.KB
	*shared
	found    []result
	reported map[*kb.Field]bool // what was found of it that is to be found once
}

// found is a finding, and what it is found of once only, if that is so.
type result struct {
	kb.Finding
	once *kb.Field
}

// known is what is known of the knowledge base as a whole. It is shared by all
// who look at entities.
type shared struct {
	declaresRelations bool
	declaresFields    map[*kb.Kind]bool

	mu     sync.Mutex
	usages map[*kb.Field]usage // of fields that were asked for
	copies map[*kb.Entity]*storedCopy
}

// Run returns every finding: those of the reader and those of the rules, in
// the order of files and places.
func Run(k *kb.KB) []kb.Finding {
	var all []kb.Finding
	_ = Each(context.Background(), k, func(f kb.Finding) bool {
		all = append(all, f)
		return true
	})
	order := fileOrderOf(k)
	sort.SliceStable(all, func(i, j int) bool { return order.before(all[i].Position, all[j].Position) })
	return all
}

// few is how many entities are looked at in a row, and ahead how many such rows
// may wait to be told.
const (
	chunkSize  = 512
	maxPending = 64
)

// Each tells every finding until it is told to stop: those of the reader and
// those of the rules, in the order of the files and, within a file, of the
// entities; an entity of which parts stand apart is told of at once. No more
// findings are held than a bounded number of entities have, but for those of
// the reader. It returns the error of the context.
func Each(ctx context.Context, k *kb.KB, tell func(kb.Finding) bool) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	m := merger{order: fileOrderOf(k), early: earlyFindings(k), once: make(map[*kb.Field]bool), tell: tell}
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
			c := checker{KB: k, shared: shared, reported: make(map[*kb.Field]bool)}
			for _, e := range k.Entities[i*chunkSize : min((i+1)*chunkSize, len(k.Entities))] {
				c.check(e)
			}
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
	return ctx.Err()
}

// look has all rules look at an entity; what they find is in the order of places.
func (c *checker) check(e *kb.Entity) {
	before := len(c.found)
	r := c.Record(e)
	for _, rule := range Rules {
		if rule.check != nil {
			rule.check(c, e, r)
		}
	}
	of := c.found[before:]
	sort.SliceStable(of, func(i, j int) bool { return of[i].Position.Before(of[j].Position) })
}

// early are the findings that are known before any entity is looked at, in the
// order of places.
func earlyFindings(k *kb.KB) []kb.Finding {
	c := checker{KB: k}
	unknownKinds(&c)
	all := slices.Clone(k.Findings)
	for _, f := range c.found {
		all = append(all, f.Finding)
	}
	order := fileOrderOf(k)
	sort.SliceStable(all, func(i, j int) bool { return order.before(all[i].Position, all[j].Position) })
	return all
}

func newShared(k *kb.KB) *shared {
	s := &shared{declaresFields: make(map[*kb.Kind]bool), usages: make(map[*kb.Field]usage), copies: make(map[*kb.Entity]*storedCopy)}
	s.declaresRelations = slices.ContainsFunc(k.Relations, func(r *kb.Relation) bool { return r.Declared })
	for _, kind := range k.Kinds {
		s.declaresFields[kind] = kind.DeclaresFields()
	}
	return s
}

// files tells the order of files by their paths.
type fileOrder map[string]int

func fileOrderOf(k *kb.KB) fileOrder {
	order := make(fileOrder, len(k.Files))
	for i, f := range k.Files {
		order[f.Path] = i
	}
	return order
}

func (o fileOrder) before(p, q kb.Position) bool {
	if p.File != q.File {
		return o[p.File] < o[q.File]
	}
	return p.Before(q)
}

// merger tells what was found early and what entities have in one order.
type merger struct {
	order fileOrder
	early []kb.Finding
	once  map[*kb.Field]bool
	tell  func(kb.Finding) bool
}

// take tells the findings of some entities, and those of before; it tells
// whether more are wanted.
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

func (m *merger) flush() {
	for _, f := range m.early {
		if !m.tell(f) {
			return
		}
	}
}

// Count counts findings by severity.
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

func (c *checker) find(code kb.Code, pos kb.Pos, e *kb.Entity, message, hint string) {
	f := kb.Finding{Code: code, Position: c.Position(pos), Message: message, Hint: hint}
	if e != nil {
		f.Address = e.Address()
	}
	c.found = append(c.found, result{Finding: f})
}
