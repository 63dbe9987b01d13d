package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse parses a query. If it is invalid, the query is nil and the problem
// tells why; if it is merely unfinished, both are returned, the query as far as
// it goes.
//
//	query = group { "OR" group }       group = part { ["AND"] part }
//	part  = ["-" | "NOT"] ( "(" query ")" | term )
//	term  = [ ("^" | "=") ] text | name ":" value { "," value }
//	value = [ "<" | "<=" | ">" | ">=" | "^" | "=" ] text | [text] ".." [text]
//	text  = a word, or words between quotation marks
func (n *Names) Parse(text string) (*Query, *Problem) {
	p := parser{names: n, text: text}
	root := p.any()
	if p.problem != nil && !p.problem.Unfinished {
		return nil, p.problem
	}
	return &Query{Text: text, Root: root}, p.problem
}

type parser struct {
	names   *Names
	text    string
	at      int
	open    int // parentheses not yet closed
	problem *Problem
}

// maxDepth bounds the nesting of parentheses.
const maxDepth = 50

func (p *parser) fail(fault Fault, from, to int, name, near string) {
	unfinished := from == len(p.text) || fault == UnclosedQuote || fault == UnclosedGroup
	if p.problem == nil || p.problem.Unfinished && !unfinished {
		p.problem = &Problem{Fault: fault, From: from, To: to, Name: name, Near: near, Unfinished: unfinished}
	}
}

func (p *parser) skipSpace() {
	for !p.isEnd() {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += size
	}
}

func (p *parser) isEnd() bool { return p.at >= len(p.text) }

func isEmptyNode(n Node) bool { return n.Op == All && len(n.Parts) == 0 }

// any reads groups separated by OR.
func (p *parser) any() Node {
	parts := []Node{p.all()}
	for p.isOperator("OR") {
		at := p.at
		p.at += len("OR")
		if isEmptyNode(parts[len(parts)-1]) {
			p.fail(MissingOperand, at, p.at, "OR", "")
		}
		next := p.all()
		if isEmptyNode(next) {
			p.fail(MissingOperand, p.at, p.at, "OR", "")
			continue
		}
		parts = append(parts, next)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return Node{Op: Any, Parts: parts}
}

// isOperator reports whether an operator comes next.
func (p *parser) isOperator(operator string) bool {
	p.skipSpace()
	rest, ok := strings.CutPrefix(p.text[p.at:], operator)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(r) || r == '(' || r == ')'
}

// isGroupEnd reports whether the open group, or the query, ends here.
func (p *parser) isGroupEnd() bool { return p.isEnd() || p.text[p.at] == ')' && p.open > 0 }

// all reads the parts of a group, all of which must hold.
func (p *parser) all() Node {
	var parts []Node
	for !p.isOperator("OR") && !p.isGroupEnd() {
		if p.isOperator("AND") {
			p.and(len(parts) > 0)
			continue
		}
		if part, ok := p.part(len(parts) > 0); ok {
			parts = append(parts, part)
		}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return Node{Op: All, Parts: parts}
}

func (p *parser) and(after bool) {
	at := p.at
	p.at += len("AND")
	if !after {
		p.fail(MissingOperand, at, p.at, "AND", "")
	}
	if p.isOperator("OR") || p.isGroupEnd() {
		p.fail(MissingOperand, p.at, p.at, "AND", "")
	}
}

// part reads a part, negated or not; false if it is empty.
func (p *parser) part(after bool) (Node, bool) {
	negated := false
	for {
		operator := ""
		switch {
		case p.isEnd():
		case p.text[p.at] == '-':
			operator = "-"
		case p.isOperator("NOT"):
			operator = "NOT"
		}
		if operator == "" {
			break
		}
		p.at += len(operator)
		before := p.at
		p.skipSpace()
		switch {
		case p.isGroupEnd():
			p.fail(MissingOperand, p.at, p.at, operator, "")
			return Node{}, false
		case operator == "-" && p.at > before:
			if !after || p.text[p.at] == '(' {
				p.fail(MissingOperand, before, before, operator, "")
			}
			return Node{}, false // a dash between words
		}
		negated = !negated
	}
	part, ok := p.positive()
	switch {
	case !negated || !ok:
		return part, ok
	case part.Op == Not:
		return part.Parts[0], true
	}
	return Node{Op: Not, Parts: []Node{part}}, true
}

func (p *parser) positive() (Node, bool) {
	switch {
	case p.text[p.at] == '(':
		return p.group()
	case p.text[p.at] == ')':
		p.fail(UnopenedGroup, p.at, p.at+1, "", "")
		p.at++
		return Node{}, false
	}
	return p.term()
}

func (p *parser) group() (Node, bool) {
	begin := p.at
	if p.open >= maxDepth {
		p.fail(TooDeep, begin, begin+1, "", "")
		p.at = len(p.text)
		return Node{}, false
	}
	p.open++
	p.at++
	inner := p.any()
	p.open--
	if p.isEnd() {
		p.fail(UnclosedGroup, begin, begin+1, "", "")
		return inner, !isEmptyNode(inner)
	}
	p.at++
	if isEmptyNode(inner) {
		p.fail(EmptyGroup, begin, p.at, "", "")
	}
	return inner, !isEmptyNode(inner)
}
