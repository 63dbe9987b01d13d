package kb

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// recordGenerator makes random records; some of their texts share the memory of the
// file.
type recordGenerator struct {
	*rand.Rand
	kb   *KB
	text string
}

func (v recordGenerator) str() string {
	switch v.IntN(4) {
	case 0:
		return ""
	case 1:
		return fmt.Sprint("own ", v.IntN(1000), "é\x00\xff")
	}
	from := v.IntN(len(v.text))
	return v.text[from : from+v.IntN(len(v.text)-from)]
}

func (v recordGenerator) pos() Pos {
	return Pos{uint32(v.IntN(len(v.kb.Files))), uint32(v.IntN(len(v.text) + 1))}
}

func (v recordGenerator) someText() Text {
	if v.IntN(2) == 0 {
		return Plain(v.str())
	}
	many := make([]Translation, 1+v.IntN(3))
	for i := range many {
		many[i] = Translation{v.str(), v.str()}
	}
	return Translated(many...)
}

func (v recordGenerator) value(depth int) Value {
	typ := Type(v.IntN(int(Table) + 1))
	if depth == 0 && typ >= List {
		typ = Int
	}
	switch typ {
	case Null:
		return Value{}
	case List, Table:
		return Value{Type: typ, Pos: v.pos(), Items: v.entries(depth - 1)}
	}
	return Value{Type: typ, Pos: v.pos(), Str: v.str()}
}

func (v recordGenerator) entries(depth int) []Entry {
	var out []Entry
	for range v.IntN(4) {
		out = append(out, Entry{v.str(), v.pos(), v.value(depth)})
	}
	return out
}

func (v recordGenerator) entity() *Entity { return v.kb.Entities[v.IntN(len(v.kb.Entities))] }

func (v recordGenerator) claim() *Claim {
	c := &Claim{Since: v.str(), Until: v.str(), Date: v.str(), Confidence: Confidence(v.str()), Rank: Rank(v.str()), Qualifiers: v.entries(2)}
	if v.IntN(3) == 0 {
		if c.Note = v.someText(); c.Note.IsEmpty() {
			c.Note = Text{}
		}
	}
	for range v.IntN(3) {
		ev := Evidence{Ref: v.str(), Locator: v.str(), Quote: v.str(), Pos: v.pos()}
		if v.IntN(2) == 0 {
			ev.Source = v.entity()
		}
		if ev.Quote != "" {
			ev.QuotePos = v.pos()
		}
		c.Evidence = append(c.Evidence, ev)
	}
	return c
}

func (v recordGenerator) statements(e *Entity) []Statement {
	var out []Statement
	var last *Claim
	for range v.IntN(6) {
		s := Statement{From: e, Field: e.Kind.Field(fmt.Sprint("field", v.IntN(300))), Value: v.value(3), InList: v.IntN(2) == 0, Pos: v.pos()}
		if v.IntN(2) == 0 {
			s.To = v.entity()
		}
		switch v.IntN(3) {
		case 0:
			last = v.claim()
			s.Claim = last
		case 1:
			s.Claim = last
		}
		out = append(out, s)
	}
	return out
}

func (v recordGenerator) record(e *Entity) *Record {
	r := &Record{Summary: v.someText(), Body: v.someText(), Statements: v.statements(e), of: e}
	for range v.IntN(4) {
		r.Facts = append(r.Facts, Fact{Text: v.someText(), Pos: v.pos(), Claim: v.claim(), About: v.statements(e)})
	}
	r.Links = make([]*Statement, 0)
	return r
}

func TestRecordsSurvivePacking(t *testing.T) {
	for seed := range uint64(60) {
		v := recordGenerator{Rand: rand.New(rand.NewPCG(seed, 1)), kb: &KB{}}
		text := []byte(strings.Repeat("[a.b]\nname = \"Café\"\n", 1+v.IntN(200)))
		for range 1 + v.IntN(3) {
			v.kb.Files = append(v.kb.Files, NewFile("x.toml", text))
		}
		v.text = v.kb.Files[v.IntN(len(v.kb.Files))].slice(0, len(text))
		for i := range 1 + v.IntN(40) {
			kind := &Kind{Name: fmt.Sprint("kind", i%3)}
			if i >= 3 {
				kind = v.kb.Entities[i%3].Kind
			}
			v.kb.Entities = append(v.kb.Entities, &Entity{Kind: kind, Key: fmt.Sprint(i), Pos: v.pos()})
		}
		v.kb.Index()
		want := make([]*Record, len(v.kb.Entities))
		recorders := []*Recorder{v.kb.NewRecorder(), v.kb.NewRecorder()}
		for i, e := range v.kb.Entities {
			want[i] = v.record(e)
			recorders[v.IntN(2)].Add(e, want[i])
		}
		v.kb.Connect(recorders...)
		for i, e := range v.kb.Entities {
			if got := v.kb.Record(e); !reflect.DeepEqual(got, want[i]) {
				t.Fatalf("seed %d, entity %d:\ngot  %+v\nwant %+v", seed, i, got, want[i])
			}
		}
		sameFromBothEnds(t, v.kb, want)
	}
}

// sameFromBothEnds compares the backlinks and citations of each entity with the
// links and evidence of all records.
func sameFromBothEnds(t *testing.T, k *KB, records []*Record) {
	t.Helper()
	links, cited := make([][]*Statement, len(records)), make([][]*Evidence, len(records))
	total := 0
	cite := func(c *Claim) {
		for i := range evidenceOf(c) {
			if source := c.Evidence[i].Source; source != nil {
				cited[source.number] = append(cited[source.number], &c.Evidence[i])
			}
		}
	}
	for _, r := range records {
		total += len(r.Links)
		for _, s := range r.Links {
			links[s.To.number] = append(links[s.To.number], s)
		}
		for i := range r.Statements {
			cite(r.Statements[i].Claim)
		}
		for i := range r.Facts {
			cite(r.Facts[i].Claim)
		}
	}
	if k.LinkCount() != total {
		t.Errorf("%d links, not %d", k.LinkCount(), total)
	}
	for i, e := range k.Entities {
		var back []*Statement
		for b := range k.Backlinks(e) {
			s := k.Link(b)
			if s.From != b.From || s.Field != b.Field {
				t.Fatalf("%+v leads to %+v", b, s)
			}
			back = append(back, s)
		}
		if !reflect.DeepEqual(back, links[i]) || k.Degree(e) != len(records[i].Links)+len(links[i]) {
			t.Fatalf("entity %d: %d backlinks, not %d", i, len(back), len(links[i]))
		}
		var uses []*Evidence
		for c := range k.Citations(e) {
			s, f, ev := k.ResolveCitation(c)
			if (s == nil) == (f == nil) {
				t.Fatalf("%v and %v", s, f)
			}
			uses = append(uses, ev)
		}
		if !reflect.DeepEqual(uses, cited[i]) || k.CitationCount(e) != len(uses) {
			t.Fatalf("entity %d: cited %d times, not %d", i, len(uses), len(cited[i]))
		}
	}
}

func evidenceOf(c *Claim) []Evidence {
	if c == nil {
		return nil
	}
	return c.Evidence
}

func TestRecentRecordsAreCached(t *testing.T) {
	kind := &Kind{Name: "thing"}
	k := &KB{Files: []*File{NewFile("x", nil)}}
	for i := range 3 * recentRecords {
		k.Entities = append(k.Entities, &Entity{Kind: kind, Key: fmt.Sprint(i)})
	}
	k.Index()
	recorder := k.NewRecorder()
	for _, e := range k.Entities {
		recorder.Add(e, &Record{Summary: Plain(e.Key)})
	}
	k.Connect(recorder)
	if r := k.Record(&Entity{Kind: kind, Key: "0"}); !r.Summary.IsEmpty() || k.Degree(&Entity{Kind: kind, Key: "0"}) != 0 {
		t.Error("the record of an entity of another knowledge base has", r.Summary)
	}
	first := k.Record(k.Entities[0])
	if k.Record(k.Entities[0]) != first {
		t.Error("a recent record is not cached")
	}
	for _, e := range slices.Concat(k.Entities, k.Entities[:5]) {
		if text, _ := k.Record(e).Summary.In(""); text != e.Key {
			t.Fatalf("the record of %s has the summary %s", e.Key, text)
		}
	}
}
