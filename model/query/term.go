package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes maps opening quotation marks to the marks that close them.
var quotes = map[rune]string{'"': "\"", '“': "”", '«': "»", '„': "“”"}

// quoted reads a quotation; ok is false if none comes next.
func (p *parser) quoted() (text string, ok bool) {
	r, size := utf8.DecodeRuneInString(p.text[p.at:])
	closing, ok := quotes[r]
	if !ok {
		return "", false
	}
	begin := p.at
	p.at += size
	var b strings.Builder
	for !p.isEnd() {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if r == '\\' && p.at+1 < len(p.text) && strings.ContainsRune(`\"`, rune(p.text[p.at+1])) {
			b.WriteByte(p.text[p.at+1])
			p.at += 2
			continue
		}
		if strings.ContainsRune(closing, r) {
			p.at += size
			return b.String(), true
		}
		b.WriteString(p.text[p.at : p.at+size])
		p.at += size
	}
	p.fail(UnclosedQuote, begin, begin+size, "", "")
	return b.String(), true
}

// isQuotation reports whether a quotation begins at an offset.
func (p *parser) isQuotation(at int) bool {
	r, _ := utf8.DecodeRuneInString(p.text[at:])
	return quotes[r] != ""
}

// bare reads unquoted text up to a space, the end of the group, or one of some
// characters.
func (p *parser) bare(until string) string {
	begin := p.at
	for !p.isEnd() {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if unicode.IsSpace(r) || r == ')' && p.open > 0 || strings.ContainsRune(until, r) {
			break
		}
		p.at += size
	}
	return p.text[begin:p.at]
}

// term reads a term; false if it is empty.
func (p *parser) term() (Node, bool) {
	t := &Term{From: p.at}
	if name, quoted, ok := p.name(); ok {
		t.Name, t.nameTo = name, p.at-1
		p.field(t, quoted)
		t.To = p.at
		leaf := Node{Op: Leaf, Term: t}
		if t.Condition == HasField && Fold(t.Name) == "no" {
			leaf = Node{Op: Not, Parts: []Node{leaf}}
		}
		return leaf, len(t.Values) > 0 || len(t.Kinds) > 0 || t.Condition == HasField && len(t.Paths) > 0
	}
	how := p.operator("^=")
	text, quoted := p.quoted()
	if !quoted {
		text = p.restOfNumber(p.bare(""))
	}
	if text == "" {
		p.fail(MissingValue, p.at, p.at, "", "")
	}
	t.To, t.Values = p.at, []Value{{Operator: how, Operand: NewOperand(text)}}
	return Node{Op: Leaf, Term: t}, Normalize(text) != ""
}

// restOfNumber reads the groups of three digits after a word that is the first of a
// number: 75 000 is one word.
func (p *parser) restOfNumber(word string) string {
	for {
		at, folded := p.at, Fold(word) // which is without invisible characters
		if folded == "" || !isDigit(folded[len(folded)-1]) {
			return word
		}
		p.skipSpace()
		next := p.bare("")
		if next != "" && Fold(next) == "" {
			continue
		}
		longer := word + " " + next
		if folded := Fold(longer); p.at == at || len(folded) >= len(longer) || digitsOf(folded) != len(folded) {
			p.at = at
			return word
		}
		word = longer
	}
}

// name reads a name and its colon; ok is false if none comes next.
func (p *parser) name() (name string, isQuoted, ok bool) {
	begin, before := p.at, p.problem
	name, isQuoted = p.quoted()
	if !isQuoted || strings.HasPrefix(p.text[p.at:], "@") {
		name += p.bare(`:"“«`)
	}
	if strings.HasPrefix(p.text[p.at:], ":") && p.names.mayBeName(name, isQuoted, p.text[p.at+1:]) {
		p.at++
		return name, isQuoted, true
	}
	p.at, p.problem = begin, before
	return "", false, false
}

// mayBeName reports whether the text before a colon is meant as a name: that of
// a time or a web address is not.
func (n *Names) mayBeName(name string, isQuoted bool, after string) bool {
	if name == "" {
		return false
	}
	if isQuoted {
		return true
	}
	if t := n.cutTimes(name); t.at != nil {
		return len(n.Paths(t.plain)) > 0 || !t.isOff && n.mayBeName(t.plain, false, after)
	}
	if len(n.Paths(name)) > 0 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(name)
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("_-./+#'’", r) {
			return false
		}
	}
	return unicode.IsLetter(first) && !strings.HasPrefix(after, "//")
}

// operator reads an operator that begins with one of some characters; Contains
// if none comes next.
func (p *parser) operator(among string) Operator {
	for _, o := range []struct {
		written string
		how     Operator
	}{{"<=", AtMost}, {"<", Less}, {">=", AtLeast}, {">", Greater}, {"^", StartsWith}, {"=", Equals}} {
		if strings.Contains(among, o.written[:1]) && strings.HasPrefix(p.text[p.at:], o.written) {
			p.at += len(o.written)
			return o.how
		}
	}
	return Contains
}

// field reads what follows the colon of a name.
func (p *parser) field(t *Term, isQuoted bool) {
	switch {
	case !isQuoted && Fold(t.Name) == "kind":
		t.Condition = Kinds
		p.values(t, func(from int, v Value) {
			kinds := p.names.Kind(v.Operand.Written)
			if len(kinds) == 0 && !p.names.kb.Partial {
				p.fail(UnknownKind, from, p.at, v.Operand.Written, p.names.suggestKind(v.Operand.Written))
			}
			t.Kinds = append(t.Kinds, kinds...)
		})
	case !isQuoted && (Fold(t.Name) == "has" || Fold(t.Name) == "no"):
		t.Condition = HasField
		p.values(t, func(from int, v Value) {
			name, isQuoted := v.Operand.Written, p.isQuotation(from)
			if isQuoted && strings.HasPrefix(p.text[p.at:], "@") {
				name += p.bare(",")
			}
			p.path(t, name, isQuoted, from, p.at)
		})
	default:
		t.Condition = Compare
		p.path(t, t.Name, isQuoted, t.From, p.at-1)
		p.values(t, func(from int, v Value) {
			p.checkCondition(t, from, &v)
			t.Values = append(t.Values, v)
		})
		if len(t.Values) == 0 && len(t.Paths) > 0 {
			t.Condition = HasField // while the value is still to be typed
		}
	}
}

// path adds the paths of a name and their times to a term, and fails if there are
// none.
func (p *parser) path(t *Term, name string, isQuoted bool, from, to int) {
	times := p.names.cutTimes(name)
	name = times.plain
	paths := p.names.pathsOf(name, isQuoted)
	switch {
	case len(paths) == 0 && p.names.kb.Partial:
		paths = [][]string{strings.Split(name, ".")}
	case len(paths) == 0:
		p.failName(name, from, to)
	case times.isOff:
		at := from + strings.Index(p.text[from:to], "@"+times.wrong) + 1
		near := ""
		if Distance(Fold(times.wrong), whenever, 1) <= 1 {
			near = whenever
		}
		p.fail(WrongTime, at, at+len(times.wrong), times.wrong, near)
	}
	for _, path := range paths {
		for times.at != nil && len(t.Times) < len(t.Paths) {
			t.Times = append(t.Times, nil) // of the names before
		}
		t.Paths = append(t.Paths, path)
		if times.at != nil {
			t.Times = append(t.Times, p.names.times(times, path))
		}
	}
}

// failName fails for a name that means nothing, or several fields.
func (p *parser) failName(name string, from, to int) {
	if may := p.names.Candidates(name); len(may) > 0 {
		p.fail(AmbiguousField, from, to, name, "")
		if p.problem.Fault == AmbiguousField && p.problem.From == from {
			p.problem.Candidates = may
		}
		return
	}
	// Report the first unknown step only.
	wrong := p.names.firstUnknown(name)
	if strings.Contains(p.text[from:to], "@") {
		wrong, _, _ = strings.Cut(wrong, ".")
		from += strings.Index(p.text[from:to], wrong)
		to = from + len(wrong)
	} else if strings.HasSuffix(p.text[from:to], wrong) || strings.HasPrefix(p.text[from:to], name) {
		from += strings.LastIndex(p.text[from:to], name) + len(name) - len(wrong)
		wrong, _, _ = strings.Cut(wrong, ".")
		to = from + len(wrong)
	}
	p.fail(UnknownField, from, to, wrong, p.names.suggestField(wrong))
}

// values reads values separated by commas.
func (p *parser) values(t *Term, take func(from int, v Value)) {
	for {
		from := p.at
		v, ok := p.value(t.Name)
		if !ok {
			p.fail(MissingValue, p.at, p.at, t.Name, "")
			return
		}
		take(from, v)
		if !strings.HasPrefix(p.text[p.at:], ",") {
			return
		}
		p.at++
	}
}

// value reads one value of a field; false if it is empty.
func (p *parser) value(name string) (Value, bool) {
	from := p.at
	v := Value{Operator: p.operator("<>^=")}
	text, quoted := p.quoted()
	if !quoted {
		switch next := p.text[p.at:]; {
		case strings.HasPrefix(next, "("):
			p.fail(GroupedValues, p.at, p.at+1, name, "")
		case v.Operator != Contains && next != "" && strings.Contains("<>^=", next[:1]):
			p.fail(MissingValue, p.at, p.at, name, "")
		}
		text = p.bare(",")
		// Within a group, a parenthesis would end the range.
		if low, high, ok := strings.Cut(text, ".."); ok && v.Operator == Contains && !strings.Contains(text, ")") {
			v = Value{Operator: Between, Operand: NewOperand(low), Upper: NewOperand(high)}
			if v.isBackward() {
				p.fail(BackwardRange, from, p.at, "", "")
			}
			return v, !v.Operand.IsOpen() || !v.Upper.IsOpen()
		}
	}
	v.Operand = NewOperand(text)
	return v, !v.Operand.IsOpen()
}
