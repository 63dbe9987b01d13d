package search

import (
	"math/bits"
	"slices"

	"rihla/model/query"
)

// Relaxed is what a query finds once some of its words are left out.
type Relaxed struct {
	Words []string // that are left out, as written, in order; nil if none help
	Text  string   // the query without them
	Count int      // how many entities that selects
}

// mostRelaxed bounds the words of a query of which some may be left out.
const mostRelaxed = 8

// relax returns the fewest words that have to be left out of a query for it to find
// something, the shortest of as many. The query finds nothing; root is what it was
// evaluated as.
func (x *Index) relax(q *query.Query, root *query.Node) Relaxed {
	var terms []*query.Term
	for i := range q.Root.Parts {
		if t := q.Root.Parts[i].Term; q.Root.Op == query.All && q.Root.Parts[i].Op == query.Leaf && t.Condition == query.Words {
			terms = append(terms, t)
		}
	}
	if len(terms) < 2 || len(terms) > mostRelaxed {
		return Relaxed{}
	}
	r := evaluator{x: x}
	rest := without(root, terms)
	others := r.node(&rest, nil)
	sets := make([]Set, len(terms))
	for i, t := range terms {
		node := query.And(rest, query.Node{Op: query.Leaf, Term: t})
		sets[i] = r.node(&node, nil)
	}
	best, bestLength := uint(0), 0
	for kept := uint(1); kept < 1<<len(terms)-1; kept++ {
		length := 0
		for i, t := range terms {
			if kept>>i&1 != 0 {
				length += t.To - t.From
			}
		}
		more := bits.OnesCount(kept) - bits.OnesCount(best)
		if (more > 0 || more == 0 && length > bestLength) && intersect(others, sets, kept).Len() > 0 {
			best, bestLength = kept, length
		}
	}
	if best == 0 {
		return Relaxed{}
	}
	out := Relaxed{Text: q.Text, Count: intersect(others, sets, best).Len()}
	for i, t := range slices.Backward(terms) {
		if best>>i&1 == 0 {
			out.Words = append([]string{q.Text[t.From:t.To]}, out.Words...)
			out.Text = cut(out.Text, t.From, t.To)
		}
	}
	return out
}

// cut removes a word from a text, and the space on one side of it.
func cut(text string, from, to int) string {
	if to < len(text) && text[to] == ' ' {
		to++
	} else if to == len(text) && from > 0 && text[from-1] == ' ' {
		from--
	}
	return text[:from] + text[to:]
}

// without returns a node without the leaves of some terms.
func without(n *query.Node, terms []*query.Term) query.Node {
	out := query.Node{Op: n.Op, Term: n.Term}
	for i := range n.Parts {
		part := &n.Parts[i]
		isTerm := false
		for _, t := range terms {
			isTerm = isTerm || part.Op == query.Leaf && part.Term == t
		}
		switch {
		case isTerm && n.Op == query.All:
		case n.Op == query.All && part.Op == query.All:
			out.Parts = append(out.Parts, without(part, terms))
		default:
			out.Parts = append(out.Parts, *part)
		}
	}
	return out
}

// intersect returns what is in all sets of which kept has the bit.
func intersect(all Set, sets []Set, kept uint) Set {
	out := append(Set(nil), all...)
	for i, set := range sets {
		if kept>>i&1 == 0 {
			continue
		}
		for j := range out {
			out[j] &= set[j]
		}
	}
	return out
}
