package list

import (
	"rihla/model/kb"
	"rihla/model/query"
)

// Subject is what a list is of: a kind, or what a query selects.
type Subject struct {
	Kind *kb.Kind // nil for a view

	Query   string         // of a view
	Root    query.Node     // what it asks for
	Problem *query.Problem // that keeps it from making sense
}

// entities returns those that the subject may hold, in the order of the files.
func (s *Subject) entities(k *kb.KB) []*kb.Entity {
	if s.Kind != nil {
		return s.Kind.Entities
	}
	return k.Entities
}

// Node selects what the subject holds.
func (s *Subject) Node() query.Node {
	if s.Kind != nil {
		return query.OfKind(s.Kind)
	}
	return s.Root
}

// columnsKind returns the kind that the columns are those of: that of all that a
// view selects, if it says so.
func (s *Subject) columnsKind() *kb.Kind {
	if s.Kind != nil {
		return s.Kind
	}
	return s.Root.OnlyKind()
}
