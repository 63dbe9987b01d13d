// Package check finds what is wrong with a knowledge base beyond what stops
// it from being read: one rule a function, one table of rules. It repairs
// nothing.
package check

import (
	"sort"

	"rihla/model/kb"
)

// rules are all the rules, in no order that matters.
var rules = []func(*checker){
	unknownKinds,
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
}

// Run returns every finding: those of the reader and those of the rules, in
// the order of files and places.
func Run(k *kb.KB) []kb.Finding {
	c := &checker{KB: k, found: append([]kb.Finding(nil), k.Findings...)}
	for _, rule := range rules {
		rule(c)
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
