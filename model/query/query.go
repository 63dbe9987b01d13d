package query

import (
	"rihla/model/kb"
)

// Query selects entities. The zero Query selects all.
type Query struct {
	Text string // as it was written
	Root Node
}

// IsEmpty reports whether the query selects everything.
func (q *Query) IsEmpty() bool { return q.Root.Op == All && len(q.Root.Parts) == 0 }

// Op is how the parts of a node are combined.
type Op uint8

// The operations. All without parts selects everything, Any without parts
// nothing.
const (
	All Op = iota
	Any
	Not  // of its only part
	Leaf // a term
)

// Node is a node of the syntax tree.
type Node struct {
	Op    Op
	Parts []Node
	Term  *Term // of a Leaf
}

// And returns a node that selects what two nodes both select.
func And(a, b Node) Node {
	switch {
	case a.Op == All && len(a.Parts) == 0:
		return b
	case b.Op == All && len(b.Parts) == 0:
		return a
	}
	return Node{Op: All, Parts: []Node{a, b}}
}

// OfKind returns a node that selects the entities of a kind.
func OfKind(kind *kb.Kind) Node {
	return Node{Op: Leaf, Term: &Term{Condition: Kinds, Kinds: []*kb.Kind{kind}}}
}

// Condition is what a term tests.
type Condition uint8

// The conditions.
const (
	Words    Condition = iota // words in any text of the entity
	Kinds                     // the entity's kind
	HasField                  // the presence of a field
	Compare                   // the values of a field
)

// Term is a single condition. It holds if it does for any of its values.
type Term struct {
	Condition Condition
	// Name is the text before the colon, as written.
	Name string
	// Paths are the paths that Name may mean, split at the dots: several if
	// fields share the label that was written.
	Paths [][]string
	// Times are the times of the steps of each path, nil if the query writes none.
	Times  [][]Time
	Kinds  []*kb.Kind
	Values []Value

	From, To int // byte offsets in the text
	nameTo   int // of the name's end
}

// Operator is how a value is compared.
type Operator uint8

// The operators.
const (
	Contains Operator = iota // equality of numbers, dates and links; substring of texts
	Equals
	StartsWith
	Less
	AtMost
	Greater
	AtLeast
	Between // both ends included; either may be open
)

// Value is a comparison with an operand.
type Value struct {
	Operator Operator
	Operand  Operand
	Upper    Operand // of Between only
}

// OnlyKind returns the kind to which the node restricts its entities, or nil.
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

// LinkedTo returns the value of the first condition link:value that every entity selected by
// the node satisfies. It returns nil if there is none; a condition with alternative values
// does not count.
func (n *Node) LinkedTo() *Value {
	switch n.Op {
	case Leaf:
		t := n.Term
		if t.Condition == Compare && len(t.Paths) == 1 && len(t.Paths[0]) == 1 && t.Paths[0][0] == Link && len(t.Values) == 1 {
			return &t.Values[0]
		}
	case All:
		for i := range n.Parts {
			if to := n.Parts[i].LinkedTo(); to != nil {
				return to
			}
		}
	}
	return nil
}

// Each calls do for the terms of the node; negated reports whether the term is
// below an odd number of Nots.
func (n *Node) Each(do func(t *Term, negated bool)) { n.each(false, do) }

func (n *Node) each(negated bool, do func(*Term, bool)) {
	if n.Op == Leaf {
		do(n.Term, negated)
	}
	for i := range n.Parts {
		n.Parts[i].each(negated != (n.Op == Not), do)
	}
}

// Fault is a kind of mistake in a query.
type Fault uint8

// The faults.
const (
	UnclosedQuote  Fault = iota + 1 // a quotation mark without its counterpart
	UnclosedGroup                   // a parenthesis without its counterpart
	UnopenedGroup                   // a closing parenthesis without its counterpart
	EmptyGroup                      // nothing between parentheses
	MissingValue                    // nothing after the colon of Name
	MissingOperand                  // nothing beside OR or AND, or after - or NOT: Name is the operator
	UnknownField                    // Name is unknown; Near may have been meant
	AmbiguousField                  // Name is the end of the paths of several fields, the Candidates
	UnknownKind                     // Name is unknown; Near may have been meant
	BackwardRange                   // a range whose upper end is below the lower
	GroupedValues                   // a parenthesis instead of the values of Name
	TooDeep                         // parentheses nested more than maxDepth deep
	WrongTime                       // Name, after an @, is no date; Near may have been meant
	UnknownState                    // Name is no state of IsPath; Near may have been meant
	NotANumber                      // Name is compared with numbers
	NoOrder                         // Name cannot be compared by order
)

// Problem is a mistake in a query, and where it is.
type Problem struct {
	Fault    Fault
	From, To int // byte offsets; equal where something is missing
	Name     string
	Near     string
	// Candidates are dotted paths, in the order of the kinds and their fields.
	Candidates []string
	// Unfinished is set if the query may become valid by typing on.
	Unfinished bool
}
