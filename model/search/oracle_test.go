package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/reader"
)

// The slow evaluator asks every entity for all that it says, and compares.

// thing is something that an entity says.
type thing struct {
	path  string
	texts []string
	value kb.Value // of what is neither name nor link
	to    *kb.Entity
	claim *kb.Claim
}

type slow struct {
	kb    *kb.KB
	names *query.Names
	edits int // typing errors that are forgiven in a word
}

func (o slow) things(e *kb.Entity) []thing {
	r := o.kb.Record(e)
	out := []thing{{path: "summary", texts: r.Summary.All()}, {path: "body", texts: r.Body.All()}}
	var statement func(s *kb.Statement)
	var value func(path string, v kb.Value)
	value = func(path string, v kb.Value) {
		if text, ok := o.kb.TextOf(v); ok && v.Type == kb.Table {
			out = append(out, thing{path: path, texts: text.All()})
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
		out = append(out, thing{path: path, texts: []string{v.Str}, value: v})
	}
	claim := func(path string, c *kb.Claim) {
		if c == nil {
			return
		}
		out = append(out, thing{path: path, claim: c})
		for _, q := range c.Qualifiers {
			value(path+"."+q.Key, q.Value)
		}
		out = append(out, thing{path: path + ".note", texts: c.Note.All()})
		for _, ev := range c.Evidence {
			if ev.Quote != "" {
				out = append(out, thing{path: path + ".quote", texts: []string{ev.Quote}})
			}
		}
	}
	statement = func(s *kb.Statement) {
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
			out = append(out, thing{path: s.Field.Path, texts: texts, to: s.To})
		default:
			value(s.Field.Path, s.Value)
		}
		claim(s.Field.Path, s.Claim)
	}
	for i := range r.Statements {
		switch s := &r.Statements[i]; s.Field.Path {
		case "name", "aliases", "summary", "body":
			claim(s.Field.Path, s.Claim)
		default:
			statement(s)
		}
	}
	for i := range r.Facts {
		out = append(out, thing{path: "facts", texts: r.Facts[i].Text.All()})
		claim("facts", r.Facts[i].Claim)
		for j := range r.Facts[i].About {
			statement(&r.Facts[i].About[j])
		}
	}
	return out
}

func (o slow) called(e *kb.Entity) []string {
	names := append(e.Name.All(), e.Key)
	return append(names, e.Aliases()...)
}

// holds tells whether a text holds what is asked for, or something near it.
func (o slow) holds(text, asked string, isName bool) bool {
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
func (o slow) takesText(v *query.Value, isName bool) func(text string) bool {
	return func(text string) bool {
		return v.MatchesText(text) || v.Operator == query.Holds && o.edits > 0 && o.holds(text, v.Operand.Text, isName)
	}
}

func any1(texts []string, is func(text string) bool) bool {
	for _, text := range texts {
		if is(query.Normalize(text)) {
			return true
		}
	}
	return false
}

func (o slow) node(n *query.Node, e *kb.Entity) bool {
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
		for _, kind := range t.Kinds {
			if e.Kind == kind {
				return true
			}
		}
		return false
	case query.Has:
		for _, path := range t.Paths {
			if o.has(e, path) {
				return true
			}
		}
		return false
	default:
		for _, path := range t.Paths {
			for i := range t.Values {
				if o.compare(e, path, &t.Values[i]) {
					return true
				}
			}
		}
		return false
	}
}

func (o slow) says(e *kb.Entity, v *query.Value) bool {
	asked := v.Operand.Text
	names := o.called(e)
	if v.Operator != query.Begins && v.Operand.Written == string(e.Address()) {
		return true
	}
	switch v.Operator {
	case query.Is:
		return any1(names, func(s string) bool { return s == asked })
	case query.Begins:
		return any1(names, func(s string) bool { return strings.HasPrefix(s, asked) })
	}
	if any1(names, func(s string) bool { return o.holds(s, asked, true) }) {
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
		if any1(th.texts, func(s string) bool { return o.holds(s, asked, false) }) {
			return true
		}
	}
	return false
}

// values are the values of an entity at a path, names and qualifiers among
// them; each says whether it satisfies a comparison.
func (o slow) compareOwn(e *kb.Entity, path string, v *query.Value) bool {
	switch path {
	case "name":
		names := e.Name.All()
		if len(names) == 0 {
			names = []string{e.Key}
		}
		return any1(names, o.takesText(v, true))
	case query.KeyPath:
		return any1([]string{e.Key}, o.takesText(v, true))
	case "aliases":
		return any1(e.Aliases(), o.takesText(v, true))
	}
	is := func(at string) bool {
		return at == path || query.IsQualifier(path) && strings.HasSuffix(at, "."+path) || o.names.IsGroup(path) && strings.HasPrefix(at, path+".")
	}
	things := o.things(e)
	if path == "date" && !o.hasOwn(things, "date") {
		for _, th := range things {
			if th.path == "start" && th.to == nil && th.claim == nil {
				th.path = "date"
				things = append(things, th)
			}
		}
	}
	for _, th := range things {
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
		if text && any1(th.texts, o.takesText(v, false)) || th.value.Type != kb.Null && takes(v, th.value) {
			return true
		}
	}
	return false
}

func (o slow) hasOwn(things []thing, path string) bool {
	for _, th := range things {
		if th.path == path && th.claim == nil {
			return true
		}
	}
	return false
}

func takes(v *query.Value, is kb.Value) bool {
	text := query.Normalize(is.Str)
	if is.Type == kb.String {
		return v.MatchesText(text)
	}
	if n, ok := is.Number(); ok && v.MatchesNumber(n) {
		return true
	}
	if span, ok := query.NewSpan(is.Str); ok && is.Type == kb.Date && v.MatchesSpan(span) {
		return true
	}
	return v.MatchesWritten(text)
}

// targets are the entities that links at a path lead to.
func (o slow) targets(e *kb.Entity, path string) []*kb.Entity {
	var out []*kb.Entity
	for _, link := range o.kb.Record(e).Links {
		if link.Field.Path == path || path == query.Link {
			out = append(out, link.To)
		}
	}
	if o.names.IsSymmetric(path) {
		for _, other := range o.kb.Entities {
			for _, link := range o.kb.Record(other).Links {
				if link.To == e && (path == query.Link || link.Field.Path == path) {
					out = append(out, other)
				}
			}
		}
	}
	if path == "source" {
		out = append(out, o.sources(e, "")...)
	}
	return out
}

// sources are those that what an entity says at a path relies on; "" is
// anywhere.
func (o slow) sources(e *kb.Entity, path string) []*kb.Entity {
	var out []*kb.Entity
	r := o.kb.Record(e)
	add := func(at string, c *kb.Claim) {
		if c == nil || path != "" && at != path {
			return
		}
		for _, ev := range c.Evidence {
			if ev.Source != nil {
				out = append(out, ev.Source)
			}
		}
	}
	for i := range r.Statements {
		add(r.Statements[i].Field.Path, r.Statements[i].Claim)
	}
	for i := range r.Facts {
		add("facts", r.Facts[i].Claim)
	}
	return out
}

func (o slow) compare(e *kb.Entity, path []string, v *query.Value) bool {
	full := strings.Join(path, ".")
	if o.compareOwn(e, full, v) || o.linked(e, v, func(e *kb.Entity) []*kb.Entity { return o.targets(e, full) }) {
		return true
	}
	for i := 1; i < len(path); i++ {
		head, rest := strings.Join(path[:i], "."), path[i:]
		if len(rest) == 1 && rest[0] == "source" && o.linked(e, v, func(e *kb.Entity) []*kb.Entity { return o.sources(e, head) }) {
			return true
		}
		for _, to := range o.targets(e, head) {
			if head != "source" && o.compare(to, rest, v) {
				return true
			}
		}
	}
	return false
}

// linked tells whether an entity leads to one that is called so: exactly, if any
// entity leads to one that is.
func (o slow) linked(e *kb.Entity, v *query.Value, targets func(*kb.Entity) []*kb.Entity) bool {
	to := func(e *kb.Entity, is func(name string) bool, address bool) bool {
		for _, t := range targets(e) {
			if any1(o.called(t), is) || address && string(t.Address()) == v.Operand.Written {
				return true
			}
		}
		return false
	}
	exactly := func(s string) bool { return s == v.Operand.Text }
	switch v.Operator {
	case query.Is:
		return to(e, exactly, true)
	case query.Begins:
		return to(e, func(s string) bool { return strings.HasPrefix(s, v.Operand.Text) }, false)
	case query.Holds:
		keyed := func(e *kb.Entity) bool {
			for _, t := range targets(e) {
				if t.Key == v.Operand.Written || string(t.Address()) == v.Operand.Written {
					return true
				}
			}
			return false
		}
		for _, other := range o.kb.Entities {
			if keyed(other) {
				return keyed(e)
			}
		}
		for _, other := range o.kb.Entities {
			if to(other, exactly, true) {
				return to(e, exactly, true)
			}
		}
		return to(e, func(s string) bool { return o.holds(s, v.Operand.Text, true) }, false)
	}
	return false
}

func (o slow) has(e *kb.Entity, path []string) bool {
	full := strings.Join(path, ".")
	things := o.things(e)
	there := func(at string) bool {
		return at == full || strings.HasPrefix(at, full+".") || (query.IsQualifier(full) || full == "source") && strings.HasSuffix(at, "."+full)
	}
	switch full {
	case "name", query.KeyPath:
		return true
	case "aliases":
		return len(e.Aliases()) > 0
	case "date":
		if o.hasOwn(things, "start") && !o.hasOwn(things, "date") {
			for _, th := range things {
				if th.path == "start" && th.to == nil && th.claim == nil {
					return true
				}
			}
		}
	case query.Link:
		return o.kb.Degree(e) > 0
	}
	if o.names.IsSymmetric(full) && len(o.targets(e, full)) > 0 {
		return true
	}
	for _, th := range things {
		if th.claim == nil {
			if len(th.texts) > 0 && there(th.path) {
				return true
			}
			continue
		}
		c := th.claim
		for name, has := range map[string]bool{
			"since": c.Since != "", "until": c.Until != "", "date": c.Date != "", "confidence": c.Confidence != "", "rank": c.Rank != "", "source": len(c.Evidence) > 0,
		} {
			if has && there(th.path+"."+name) {
				return true
			}
		}
		for _, ev := range c.Evidence {
			if ev.Locator != "" && there(th.path+".locator") {
				return true
			}
		}
	}
	for i := 1; i < len(path); i++ {
		for _, to := range o.targets(e, strings.Join(path[:i], ".")) {
			if strings.Join(path[:i], ".") != "source" && o.has(to, path[i:]) {
				return true
			}
		}
	}
	return false
}

// dice invents knowledge bases and queries out of few words, so that much is
// found.
type dice struct{ *rand.Rand }

func (d dice) of(from ...string) string { return from[d.IntN(len(from))] }

func (d dice) word() string {
	return d.of("Oracle", "oracle", "austin", "Été", "ete", "l’eau", "eau", "AI", "(AI)", "x-y", "الذكاء", "أمل", "امل", "2024", "1977", "rabat–salé", "salé", "œuf", "a", "an", "cybersécurité", "aujourd’hui", "cloud")
}

func (d dice) text() string {
	words := make([]string, 1+d.IntN(4))
	for i := range words {
		words[i] = d.word()
	}
	return strings.Join(words, d.of(" ", "  ", "\u00a0", " "))
}

func (d dice) claim() string {
	return fmt.Sprintf("%s%s%s%s", d.of("", ", source = 's1'", ", source = ['s2', { source = 's1', quote = 'l’eau an oracle' }]", ", source = 'nowhere'"),
		d.of("", ", since = 2020-05-01", ", until = '2019'"), d.of("", ", confidence = 'high'", ", confidence = 'low'"), d.of("", ", note = 'été salé'", ", own = 'amel x'"))
}

func (d dice) base() *kb.KB {
	var b strings.Builder
	b.WriteString("[kb]\nformat=1\nlanguages=['fr','en']\n[kinds.city]\nlabel={fr='Villes',en='Cities'}\n[relations.seat]\nlabel={fr='siège',en='seat'}\nto='city'\n[relations.near]\n" + d.of("", "symmetric=true\n"))
	b.WriteString("[kinds.source]\n[source.s1]\nname='Oracle blog'\n[source.s2]\nname='Été'\ndate='2024-02'\n")
	cities := 2 + d.IntN(4)
	for i := range cities {
		fmt.Fprintf(&b, "[city.c%d]\n%sstate = '%s'\n%s", i, d.of("", "name='"+d.text()+"'\n", "name={fr='"+d.text()+"', en='"+d.text()+"'}\n"), d.text(), d.of("", "near='c0'\n", "box.w=1977\nbox.deep.h='eau'\n", "size=1977\n", "size=20.5\n"))
	}
	companies := 3 + d.IntN(12)
	if d.IntN(20) == 0 {
		companies += 80 // more than a shard
	}
	for i := range companies {
		fmt.Fprintf(&b, "[company.k%d]\n", i)
		for _, line := range []string{
			"name='" + d.text() + "'", "aliases=['" + d.text() + "','" + d.text() + "']", "summary='" + d.text() + "'",
			"body='" + d.text() + "'", fmt.Sprintf("founded=%d", 1970+d.IntN(60)), "founded={ value = 1977" + d.claim() + " }",
			"box.w=" + d.of("1977", "'l’eau'", "[1, 2024-02-13]"), "clock=" + d.of("10:20:30", "10:20:31"), "date=" + d.of("2024-02-13T10:00:30", "nan", "'n/a'", "'2024 ou 2025'", "2024-02-13", "'2024-02'", "'2024'", "'circa 2024'", "2024-02-13T10:00:00Z", "10:30:00"),
			"start=2024-02-01", "active=" + d.of("true", "false"), "tags=['" + d.text() + "','" + d.word() + "']",
			fmt.Sprintf("seat='c%d'", d.IntN(cities)), fmt.Sprintf("seat={ to='c%d'%s }", d.IntN(cities), d.claim()),
			fmt.Sprintf("near=['c%d', 'c%d']", d.IntN(cities), d.IntN(cities)), fmt.Sprintf("[[company.k%d.facts]]\ntext='%s'\nabout=['c%d']", i, d.text(), d.IntN(cities)),
		} {
			key, _, _ := strings.Cut(line, "=")
			if d.IntN(2) == 0 && !strings.Contains(b.String()[strings.LastIndex(b.String(), "\n[company"):], "\n"+key+"=") {
				b.WriteString(line + "\n")
			}
		}
	}
	k, err := reader.OpenFS(context.Background(), fstest.MapFS{"kb.toml": {Data: []byte(b.String())}}, reader.Options{})
	if err != nil {
		panic(err)
	}
	for _, f := range k.Findings {
		if f.Code == "syntax" {
			panic(fmt.Sprint(f, "\n", b.String()))
		}
	}
	return k
}

func (d dice) operand() string {
	word := d.word()
	runes := []rune(word)
	switch from := d.IntN(len(runes)); d.IntN(6) {
	case 0, 1:
		word = string(runes[from : from+1+d.IntN(len(runes)-from)])
	case 2: // a slip of the hand
		word = string(runes[:from]) + d.of("", "x", "e") + string(runes[from:])
	case 3:
		word = string(runes[:from]) + string(runes[from+1:])
	}
	if word == "" {
		word = "a"
	}
	if strings.ContainsAny(word, "(),-") || d.IntN(6) == 0 {
		return `"` + d.of(d.text(), word) + `"`
	}
	return word
}

func (d dice) value() string {
	switch d.IntN(5) {
	case 0:
		return d.of("<", "<=", ">", ">=", "^", "=", "") + d.of("1977", "2024", "2024-02", "2024-02-13", "20.5", "eau", "true", "oui", "10:30", "10:20", "2024-02-13T10:00", "19")
	case 1:
		return d.of("", "1977", "2024-02", "a") + ".." + d.of("1990", "2024-02", "o")
	case 2:
		return d.of("c0", "city/c1", "austin", "s1")
	}
	return d.of("", "", "^", "=") + d.operand()
}

func (d dice) query(deep int) string {
	switch d.IntN(9) {
	case 0:
		return "-" + d.term()
	case 1:
		if deep > 0 {
			return d.of("", "-") + "(" + d.query(deep-1) + " OR " + d.query(deep-1) + ")"
		}
	case 2:
		if deep > 0 {
			return d.query(deep-1) + " " + d.query(deep-1)
		}
	}
	return d.term()
}

func (d dice) term() string {
	field := d.of("founded", "date", "name", "key", "aliases", "summary", "tags", "active", "seat", "near", "link", "source", "seat.state", "near.near.state", "seat.since",
		"confidence", "own", "facts", "about", "seat.name", "siège", "seat.source", "since", "quote", "link.state", "seat.size", "box", "box.deep", "box.w", "near.box", "clock", "source.date", "start", "body", "note")
	if field == "own" {
		field = "founded.own"
	}
	switch d.IntN(6) {
	case 0, 1:
		if d.IntN(10) == 0 {
			return d.of("", "=", "^") + d.of("company/k0", "city/c1", "company/k")
		}
		return d.of("", "", "", "^", "=") + strings.Replace(d.operand(), "-", "x", 1)
	case 2:
		return "kind:" + d.of("company", "city", "villes", "company,city")
	case 3:
		return d.of("has:", "no:") + field
	}
	return field + ":" + d.value()
}

func TestEveryAnswerIsThatOfASlowLookAtEverything(t *testing.T) {
	d := dice{rand.New(rand.NewPCG(5, 6))}
	met, runs, empty, forgiven := 0, 0, 0, 0
	for range 300 {
		k := d.base()
		x := NewIndex(k)
		x.shift = 6 // several shards
		x = reshard(x)
		x.Build(context.Background())
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
				f, o := x.find(q, &q.Root, edits), slow{k, x.Names(), edits}
				for i, e := range k.Entities {
					want := o.node(&q.Root, e)
					if f.Has(i) != want {
						t.Fatalf("%s, %d errors forgiven: %s found %v, want %v:\n%s", text, edits, e.Address(), f.Has(i), want, k.Files[0].Text)
					}
					if want {
						met++
					}
				}
				if f.Len() == 0 {
					empty++
				} else if edits > 0 && x.find(q, &q.Root, 0).Len() == 0 {
					forgiven++
				}
			}
		}
	}
	t.Logf("%d found, %d of %d queries found nothing, %d only with errors forgiven", met, empty, runs, forgiven)
	if met < 10000 || empty > runs*2/3 || forgiven < 100 {
		t.Errorf("the queries tell too little: %d found, %d found nothing, %d forgave errors", met, empty, forgiven)
	}
}

// reshard makes the shards of an index anew, of its size.
func reshard(x *Index) *Index {
	y := &Index{kb: x.kb, shift: x.shift}
	y.shards = append(y.shards, make([]shardPointer, (len(x.kb.Entities)+1<<x.shift-1)>>x.shift)...)
	return y
}
