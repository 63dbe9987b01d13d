package search

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// naiveText is a text, value or link of an entity.
type naiveText struct {
	path  string
	texts []string
	value kb.Value // of what is neither name nor link
	to    *kb.Entity
	claim *kb.Claim
	when  *kb.Claim // that dates it, or nil
	field string    // of a qualifier, the field of its claim
}

// naiveEvaluator evaluates queries by scanning all texts of every entity.
type naiveEvaluator struct {
	kb    *kb.KB
	names *query.Names
	edits int    // typing errors that are forgiven in a word
	day   string // that is asked about, or a month or a year; empty for whenever
	known map[*kb.Entity][]naiveText
}

func (o naiveEvaluator) things(e *kb.Entity) []naiveText {
	switch {
	case o.known == nil:
		return slices.Clip(o.read(e))
	case o.known[e] == nil:
		o.known[e] = slices.Clip(o.read(e))
	}
	return o.known[e]
}

func (o naiveEvaluator) read(e *kb.Entity) []naiveText {
	r := o.kb.Record(e)
	out := []naiveText{{path: "summary", texts: r.Summary.All()}, {path: "body", texts: r.Body.All()}}
	var statement func(s *kb.Statement, when *kb.Claim)
	var value func(path string, v kb.Value)
	dated := func(from int, when *kb.Claim, field string) {
		for i := from; i < len(out); i++ {
			out[i].when, out[i].field = when, field
		}
	}
	value = func(path string, v kb.Value) {
		if text, ok := o.kb.TextOf(v); ok && v.Type == kb.Table {
			out = append(out, naiveText{path: path, texts: text.All()})
			return
		}
		if !v.IsScalar() {
			for _, item := range v.Items {
				below := path
				if v.Type == kb.Table {
					below += "." + item.Key
				}
				value(below, item.Value)
			}
			return
		}
		if v.Type == kb.String && v.Str == "" {
			return
		}
		out = append(out, naiveText{path: path, texts: []string{v.Str}, value: v})
	}
	claim := func(path string, c *kb.Claim) {
		if c == nil {
			return
		}
		from := len(out)
		defer func() { dated(from, c, path) }()
		out = append(out, naiveText{path: path, claim: c})
		for _, q := range c.Qualifiers {
			value(path+"."+q.Key, q.Value)
		}
		out = append(out, naiveText{path: path + ".note", texts: c.Note.All()})
		for _, ev := range c.Evidence {
			if ev.Quote != "" {
				out = append(out, naiveText{path: path + ".quote", texts: []string{ev.Quote}})
			}
		}
	}
	statement = func(s *kb.Statement, when *kb.Claim) {
		from := len(out)
		defer func() { claim(s.Field.Path, s.Claim) }()
		defer func() { dated(from, when, "") }()
		switch {
		case s.To != nil:
			texts := s.To.Name.All()
			if len(texts) == 0 {
				texts = []string{s.To.Key}
			}
			switch s.Value.Str {
			case "", s.To.Key, string(s.To.Address()):
			default:
				texts = append(texts, s.Value.Str)
			}
			out = append(out, naiveText{path: s.Field.Path, texts: texts, to: s.To})
		default:
			value(s.Field.Path, s.Value)
		}
	}
	for i := range r.Statements {
		switch s := &r.Statements[i]; s.Field.Path {
		case "name", "aliases", "summary", "body":
			claim(s.Field.Path, s.Claim)
		default:
			statement(s, s.Claim)
		}
	}
	for i := range r.Facts {
		out = append(out, naiveText{path: "facts", texts: r.Facts[i].Text.All(), when: r.Facts[i].Claim})
		claim("facts", r.Facts[i].Claim)
		for j := range r.Facts[i].About {
			statement(&r.Facts[i].About[j], r.Facts[i].Claim)
		}
	}
	return out
}

func (o naiveEvaluator) called(e *kb.Entity) []string {
	names := append(e.Name.All(), e.Key)
	return append(names, e.Aliases()...)
}

// holds reports whether a text contains the words asked for, or similar ones.
func (o naiveEvaluator) holds(text, asked string, isName bool) bool {
	if strings.Contains(text, asked) {
		return true
	}
	words, written := strings.Fields(asked), strings.Fields(text)
	for at := 0; at+len(words) <= len(written); at++ {
		ok := true
		for i, word := range words {
			is := written[at+i]
			near := query.NewFuzzyWord(word, o.edits)
			isNear := o.edits > 0 && near != nil && (isName || !near.IsShort()) && near.Matches(is)
			begins, ends := strings.HasPrefix(is, word) || i == 0, strings.HasSuffix(is, word) || i == len(words)-1
			ok = ok && (isNear || strings.Contains(is, word) && begins && ends)
		}
		if ok {
			return true
		}
	}
	return false
}

// takesText is TakesText, with typing errors forgiven.
func (o naiveEvaluator) takesText(v *query.Value, isName bool) func(text string) bool {
	return func(text string) bool {
		return v.MatchesText(text) || v.Operator == query.Contains && o.edits > 0 && o.holds(text, v.Operand.Text, isName)
	}
}

func anyText(texts []string, is func(text string) bool) bool {
	for _, text := range texts {
		if is(query.Normalize(text)) {
			return true
		}
	}
	return false
}

func (o naiveEvaluator) node(n *query.Node, e *kb.Entity) bool {
	switch n.Op {
	case query.All:
		for i := range n.Parts {
			if !o.node(&n.Parts[i], e) {
				return false
			}
		}
		return true
	case query.Any:
		for i := range n.Parts {
			if o.node(&n.Parts[i], e) {
				return true
			}
		}
		return false
	case query.Not:
		o.edits = 0
		return !o.node(&n.Parts[0], e)
	}
	switch t := n.Term; t.Condition {
	case query.Words:
		return o.says(e, &t.Values[0])
	case query.Kinds:
		return slices.Contains(t.Kinds, e.Kind)
	case query.HasField:
		for p, path := range t.Paths {
			if o.has(e, path, o.asked(t.TimesOf(p), len(path))) {
				return true
			}
		}
		return false
	default:
		for p, path := range t.Paths {
			for i := range t.Values {
				if o.compare(e, path, o.asked(t.TimesOf(p), len(path)), &t.Values[i]) {
					return true
				}
			}
		}
		return false
	}
}

func (o naiveEvaluator) says(e *kb.Entity, v *query.Value) bool {
	asked := v.Operand.Text
	names := o.called(e)
	if v.Operator != query.StartsWith && v.Operand.Written == string(e.Address()) {
		return true
	}
	switch v.Operator {
	case query.Equals:
		return anyText(names, func(s string) bool { return s == asked })
	case query.StartsWith:
		return anyText(names, func(s string) bool { return strings.HasPrefix(s, asked) })
	}
	if anyText(names, func(s string) bool { return o.holds(s, asked, true) }) {
		return true
	}
	for _, name := range e.Name.All() {
		for _, initials := range initialsOf(name) {
			if query.Normalize(initials) == asked {
				return true
			}
		}
	}
	for _, th := range o.things(e) {
		if anyText(th.texts, func(s string) bool { return o.holds(s, asked, false) }) {
			return true
		}
	}
	return false
}

// compareOwn reports whether a value of an entity at a path, a name or a
// qualifier satisfies a comparison.
func (o naiveEvaluator) compareOwn(e *kb.Entity, path string, at asked, v *query.Value) bool {
	switch path {
	case "name":
		names := e.Name.All()
		if len(names) == 0 {
			names = []string{e.Key}
		}
		return anyText(names, o.takesText(v, true))
	case query.KeyPath:
		return anyText([]string{e.Key}, o.takesText(v, true))
	case "aliases":
		return anyText(e.Aliases(), o.takesText(v, true))
	}
	is := func(at string) bool {
		return at == path || (query.IsQualifier(path) || isCitedAddress(path, v)) && strings.HasSuffix(at, "."+path) || o.names.IsGroup(path) && strings.HasPrefix(at, path+".")
	}
	things := o.things(e)
	if path == "date" && !o.hasOwn(things, "date") {
		if o.lasts(things, v) {
			return true
		}
		for _, th := range things {
			if (th.path == "start" || th.path == "end" && o.hasOwn(things, "start")) && th.to == nil && th.claim == nil {
				th.path = "date"
				things = append(things, th)
			}
		}
	}
	for _, th := range things {
		if !at.meets(th, path) {
			continue
		}
		if th.claim != nil {
			for name, text := range map[string]string{"since": th.claim.Since, "until": th.claim.Until, "date": th.claim.Date} {
				if text != "" && is(th.path+"."+name) && takes(v, kb.Value{Type: kb.Date, Str: text}) {
					return true
				}
			}
			for name, text := range map[string]string{"confidence": string(th.claim.Confidence), "rank": string(th.claim.Rank)} {
				if text != "" && is(th.path+"."+name) && o.takesText(v, false)(query.Normalize(text)) {
					return true
				}
			}
			for _, ev := range th.claim.Evidence {
				if ev.Locator != "" && is(th.path+".locator") && o.takesText(v, false)(query.Normalize(ev.Locator)) {
					return true
				}
				if ev.Source == nil && is(th.path+".source") && o.takesText(v, false)(query.Normalize(ev.Ref)) {
					return true
				}
			}
			continue
		}
		if !is(th.path) || th.to != nil {
			continue
		}
		text := th.value.Type == kb.Null || th.value.Type == kb.String
		if text && anyText(th.texts, o.takesText(v, false)) || th.value.Type != kb.Null && takes(v, th.value) {
			return true
		}
	}
	return false
}

func (o naiveEvaluator) hasOwn(things []naiveText, path string) bool {
	for _, th := range things {
		if th.path == path && th.claim == nil {
			return true
		}
	}
	return false
}

func TestResultsAreThoseOfANaiveEvaluation(t *testing.T) {
	d := randomSource{rand.New(rand.NewPCG(5, 6))}
	met, runs, empty, forgiven, dated := 0, 0, 0, 0, 0
	for range 320 {
		k := d.base()
		x := NewIndex(k)
		x.shift = 6 // several shards
		x = reshard(x)
		x.Build(context.Background())
		known := make(map[*kb.Entity][]naiveText)
		day := d.of("", "2020", "2019-06", "2020-05-01", "2026-11-29", d.day())
		if span, ok := date.SpanOf(day); ok {
			x = x.At(span)
		}
		for range 60 {
			text := d.query(2)
			q, problem := x.Parse(text)
			if problem != nil && (problem.Fault == query.UnknownField || problem.Fault == query.BackwardRange) {
				continue // this base has none of it
			}
			if q == nil || problem != nil {
				t.Fatalf("%s: %+v", text, problem)
			}
			most := 0
			if d.IntN(2) == 0 {
				most = query.MaxEdits
			}
			for edits := range most + 1 {
				runs++
				f, o := x.find(q, &q.Root, edits), naiveEvaluator{k, x.Names(), edits, day, known}
				for i, e := range k.Entities {
					want := o.node(&q.Root, e)
					if f.Has(i) != want {
						t.Fatalf("%s on %q, %d errors forgiven: %s found %v, want %v:\n%s", text, day, edits, e.Address(), f.Has(i), want, k.Files[0].Text)
					}
					if want {
						met++
					}
				}
				r := evaluator{x: x, edits: edits, whenever: true}
				if !slices.Equal(r.node(&q.Root, nil), f.Set) {
					dated++
				}
				if f.Len() == 0 {
					empty++
				} else if edits > 0 && x.find(q, &q.Root, 0).Len() == 0 {
					forgiven++
				}
			}
		}
	}
	t.Logf("%d found, %d of %d queries found nothing, %d only with errors forgiven, %d something else at other times", met, empty, runs, forgiven, dated)
	if runs < 36000 || met < 10000 || empty > runs*2/3 || forgiven < 100 || dated < runs/50 {
		t.Errorf("the queries tell too little: %d found, %d found nothing, %d forgave errors, of %d the day matters", met, empty, forgiven, dated)
	}
}
