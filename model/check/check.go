// Package check finds what is wrong with a knowledge base beyond what stops
// it from being read: one rule a function, one table of rules. It repairs
// nothing.
package check

import (
	"slices"
	"sort"

	"rihla/model/kb"
)

// rules are those that look at one entity after the other, in no order that
// matters.
var rules = []func(*checker, *kb.Entity, *kb.Record){
	unknownFields,
	unknownRelations,
	requiredFields,
	unsourced,
	reservedFields,
	declaredTypes,
	claims,
	orphans,
	contradictions,
}

// checker is what a rule looks at and writes to.
type checker struct {
	*kb.KB
	found []kb.Finding

	declaresRelations bool
	declaresFields    map[*kb.Kind]bool
	unknown           map[*kb.Field]bool  // relations that are found already
	usual             map[*kb.Field]usage // of fields that were asked for
}

// Run returns every finding: those of the reader and those of the rules, in
// the order of files and places.
func Run(k *kb.KB) []kb.Finding {
	c := newChecker(k)
	unknownKinds(c)
	for _, e := range k.Entities {
		r := k.Record(e)
		for _, rule := range rules {
			rule(c, e, r)
		}
	}
	order := make(map[string]int, len(k.Files))
	for i, f := range k.Files {
		order[f.Path] = i
	}
	sort.SliceStable(c.found, func(i, j int) bool {
		p, q := c.found[i].Place, c.found[j].Place
		switch {
		case p.File != q.File:
			return order[p.File] < order[q.File]
		case p.Line != q.Line:
			return p.Line < q.Line
		}
		return p.Column < q.Column
	})
	return c.found
}

func newChecker(k *kb.KB) *checker {
	c := &checker{
		KB: k, found: slices.Clone(k.Findings), declaresFields: make(map[*kb.Kind]bool),
		unknown: make(map[*kb.Field]bool), usual: make(map[*kb.Field]usage),
	}
	c.declaresRelations = slices.ContainsFunc(k.Relations, func(r *kb.Relation) bool { return r.Declared })
	for _, kind := range k.Kinds {
		c.declaresFields[kind] = kind.DeclaresFields()
	}
	return c
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
	f := kb.Finding{Code: code, Place: c.Place(pos), Message: message, Hint: hint}
	if e != nil {
		f.Address = e.Address()
	}
	c.found = append(c.found, f)
}
