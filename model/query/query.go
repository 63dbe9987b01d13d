package query

import "rihla/model/kb"

// Query is a question that selects entities. The zero Query selects all.
type Query struct {
	Text string // as it was written
	Root Node
}

// IsEmpty tells whether the query selects everything.
func (q *Query) IsEmpty() bool { return q.Root.Op == All && len(q.Root.Parts) == 0 }

// Op is how the parts of a node go together.
type Op uint8

// The ops. All without parts selects everything, Any without parts nothing.
const (
	All Op = iota
	Any
	Not  // the one part that it has
	Leaf // the term
)

// Node is a part of a query.
type Node struct {
	Op    Op
	Parts []Node
	Term  *Term // of a Leaf
}

// Both selects what two nodes select.
func And(a, b Node) Node {
	switch {
	case a.Op == All && len(a.Parts) == 0:
		return b
	case b.Op == All && len(b.Parts) == 0:
		return a
	}
	return Node{Op: All, Parts: []Node{a, b}}
}

// OfKind selects the entities of a kind.
func OfKind(kind *kb.Kind) Node {
	return Node{Op: Leaf, Term: &Term{Condition: Kinds, Kinds: []*kb.Kind{kind}}}
}

// What is what a term looks at.
type Condition uint8

// The sorts of terms.
const (
	Words   Condition = iota // anything that an entity says
	Kinds                    // its kind
	Has                      // whether it has a field
	Compare                  // the values of a field
)

// Term is one condition. It holds if it does for one of its values.
type Term struct {
	Condition Condition
	// Name is what stands before the colon, as it was written; of Has, what is
	// to be there.
	Name string
	// Paths are the dotted paths that are meant, split at the dots: several
	// where several fields have the label that was written.
	Paths  [][]string
	Kinds  []*kb.Kind
	Values []Value

	From, To int // where it stands in the text, in bytes
}

// How is how a value is compared.
type Operator uint8

// The ways to compare.
const (
	Holds Operator = iota // is, of numbers, dates and links; has a part, of texts
	Is
	Begins
	Less
	AtMost
	More
	AtLeast
	Between // ends included; either may be open
)

// Value is what a field is compared with.
type Value struct {
	Operator Operator
	Operand  Operand
	Upper    Operand // the upper end of Between
}

// OnlyKind returns the kind that all that the node selects is of, nil if it does
// not say so.
func (n *Node) OnlyKind() *kb.Kind {
	switch n.Op {
	case Leaf:
		if n.Term.Condition == Kinds && len(n.Term.Kinds) == 1 {
			return n.Term.Kinds[0]
		}
	case All:
		for i := range n.Parts {
			if kind := n.Parts[i].OnlyKind(); kind != nil {
				return kind
			}
		}
	}
	return nil
}

// Each calls do for the terms of a node; negated says whether what is asked is
// that it does not hold.
func (n *Node) Each(do func(t *Term, negated bool)) { n.each(false, do) }

func (n *Node) each(negated bool, do func(*Term, bool)) {
	if n.Op == Leaf {
		do(n.Term, negated)
	}
	for i := range n.Parts {
		n.Parts[i].each(negated != (n.Op == Not), do)
	}
}
