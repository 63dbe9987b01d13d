package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"rihla/model/export"
	"rihla/model/kb"
)

// document is the shape that the command line promises.
type document struct {
	Format    int      `json:"format"`
	Title     string   `json:"title"`
	Languages []string `json:"languages"`
	Kinds     []struct {
		Kind, Label string
		Count       int
	} `json:"kinds"`
	Entities []entity `json:"entities"`
}

type entity struct {
	Address, Kind, Key, Name string
	Aliases                  []string
	Summary, File            string
	Line, Column             int
	Fields                   map[string]any
	Texts                    map[string]map[string]string
	Statements               []statement
	Links                    []link
	Facts                    []fact
	Backlinks                []struct{ Relation, From string }
}

type statement struct {
	Field      string
	Value      any
	Qualifiers map[string]any
	Evidence   []evidence
}

type link struct {
	Relation, To string
	Qualifiers   map[string]any
	Evidence     []evidence
	Line         int
}

type fact struct {
	Text     string
	About    []string
	Evidence []evidence
}

type evidence struct{ Source, Locator, Quote string }

func str(s string) kb.Value                 { return kb.Value{Type: kb.String, Str: s} }
func num(t kb.Type, s string) kb.Value      { return kb.Value{Type: t, Str: s} }
func entry(key string, v kb.Value) kb.Entry { return kb.Entry{Key: key, Value: v} }

func both(fr, en string) kb.Text {
	return kb.Translated(kb.Translation{Lang: "fr", Text: fr}, kb.Translation{Lang: "en", Text: en})
}

// small builds a knowledge base of a company, its seat and a source.
func small() *kb.KB {
	k := &kb.KB{Title: both("Petite base", "Small base"), Languages: []string{"fr", "en"}}
	k.Files = []*kb.File{kb.NewFile("all.toml", []byte("[company.oracle]\nfounded = 1977\n"))}
	company := &kb.Kind{Name: "company", Label: both("Entreprises", "Companies")}
	city, source := &kb.Kind{Name: "city"}, &kb.Kind{Name: "source"}
	k.Kinds = []*kb.Kind{company, city, source}
	oracle := &kb.Entity{Kind: company, Key: "oracle", Name: kb.Plain("Oracle")}
	oracle.SetAliases([]string{"ORCL"})
	austin := &kb.Entity{Kind: city, Key: "austin"}
	sec := &kb.Entity{Kind: source, Key: "sec-8k"}
	k.Entities = []*kb.Entity{oracle, austin, sec}
	proof := kb.Evidence{Source: sec, Ref: "sec-8k", Locator: "§1", Quote: "changed its <Headquarters>"}
	say := func(path string, v kb.Value) kb.Statement {
		return kb.Statement{From: oracle, Field: company.Field(path), Value: v}
	}
	seat := say("headquarters", str("austin"))
	seat.To, seat.Pos = austin, kb.Pos{Offset: 17}
	seat.Claim = &kb.Claim{Since: "2020-12-11", Evidence: []kb.Evidence{proof}, Qualifiers: []kb.Entry{entry("floors", num(kb.Int, "12"))}}
	member := say("people.members", str("nobody"))
	member.InList = true
	founded := say("founded", num(kb.Int, "1977"))
	founded.Claim = &kb.Claim{Confidence: kb.High, Evidence: []kb.Evidence{{Ref: "https://example.org"}}}
	said := kb.Record{Summary: both("Éditeur.", "Software.")}
	said.Statements = []kb.Statement{
		seat, member, founded,
		say("mask", num(kb.Int, "0xFF_FF")), say("ratio", num(kb.Float, "+1_0.50")), say("odd", num(kb.Float, "-inf")), say("none", num(kb.Float, "nan")),
		say("public", num(kb.Bool, "true")), say("listed", num(kb.Date, "1986-03-12")),
		say("motto", kb.Value{Type: kb.Table, Items: []kb.Entry{entry("fr", str("Plus")), entry("en", str("More"))}}),
		say("offices", kb.Value{Type: kb.List, Items: []kb.Entry{entry("", kb.Value{Type: kb.Table, Items: []kb.Entry{entry("city", str("Rabat")), entry("n", num(kb.Int, "3"))}})}}),
		say("empty", kb.Value{Type: kb.List}),
		say("hidden", str("\x1b[31m\u009b1m\u202e\u200b\U000e0041\ufeffend")),
	}
	about := kb.Statement{From: oracle, Field: company.Field("about"), Value: str("austin"), To: austin}
	said.Facts = []kb.Fact{{Text: both("Parti.", "Moved."), About: []kb.Statement{about}, Claim: &kb.Claim{Evidence: []kb.Evidence{proof}}}}
	k.Index()
	recorder := k.NewRecorder()
	recorder.Add(oracle, &said)
	k.Connect(recorder)
	return k
}

func exported(t *testing.T, k *kb.KB, lang string) document {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSON(&b, export.Selection{KB: k, Lang: lang, Entities: k.Entities}); err != nil {
		t.Fatal(err)
	}
	var d document
	dec := json.NewDecoder(&b)
	if err := dec.Decode(&d); err != nil {
		t.Fatal(err)
	}
	if dec.More() {
		t.Error("more than one value")
	}
	return d
}

func TestTheExportComesBackAsItWasPromised(t *testing.T) {
	d := exported(t, small(), "en")
	if d.Format != 1 || d.Title != "Small base" || !reflect.DeepEqual(d.Languages, []string{"fr", "en"}) {
		t.Errorf("%+v", d)
	}
	if len(d.Kinds) != 3 || d.Kinds[0].Label != "Companies" || d.Kinds[1].Label != "city" || d.Kinds[0].Count != 1 {
		t.Errorf("%+v", d.Kinds)
	}
	o := d.Entities[0]
	if o.Address != "company/oracle" || o.Kind != "company" || o.Key != "oracle" || o.Name != "Oracle" || o.Summary != "Software." || o.File != "all.toml" || o.Line != 1 || o.Column != 1 {
		t.Errorf("%+v", o)
	}
	want := map[string]any{
		"people.members": []any{"nobody"}, "founded": 1977.0, "mask": 65535.0, "ratio": 10.5, "odd": "-inf", "none": "nan",
		"public": true, "listed": "1986-03-12", "motto": "More", "empty": []any{},
		"offices": []any{map[string]any{"city": "Rabat", "n": 3.0}},
		"hidden":  "\x1b[31m\u009b1m\u202e\u200b\U000e0041\ufeffend",
	}
	if !reflect.DeepEqual(o.Fields, want) {
		t.Errorf("got  %#v\nwant %#v", o.Fields, want)
	}
	if o.Texts["motto"]["fr"] != "Plus" || o.Texts["summary"]["fr"] != "Éditeur." || len(o.Texts) != 2 {
		t.Errorf("%v", o.Texts)
	}
	proof := []evidence{{"source/sec-8k", "§1", "changed its <Headquarters>"}}
	links := []link{
		{"headquarters", "city/austin", map[string]any{"since": "2020-12-11", "floors": 12.0}, proof, 2},
		{"about", "city/austin", map[string]any{}, proof, 1},
	}
	if !reflect.DeepEqual(o.Links, links) {
		t.Errorf("got  %+v\nwant %+v", o.Links, links)
	}
	if s := o.Statements; len(s) != 1 || s[0].Field != "founded" || s[0].Value != 1977.0 || s[0].Qualifiers["confidence"] != "high" || s[0].Evidence[0].Source != "https://example.org" {
		t.Errorf("%+v", s)
	}
	if f := o.Facts; len(f) != 1 || f[0].Text != "Moved." || !reflect.DeepEqual(f[0].About, []string{"city/austin"}) || !reflect.DeepEqual(f[0].Evidence, proof) {
		t.Errorf("%+v", f)
	}
	if b := d.Entities[1].Backlinks; len(b) != 2 || b[0].Relation != "headquarters" || b[0].From != "company/oracle" {
		t.Errorf("%+v", b)
	}
}

func TestTextsComeInTheLanguageAskedFor(t *testing.T) {
	d := exported(t, small(), "fr")
	if o := d.Entities[0]; d.Title != "Petite base" || o.Summary != "Éditeur." || o.Fields["motto"] != "Plus" || o.Facts[0].Text != "Parti." {
		t.Errorf("%+v", d)
	}
}

func TestNothingIsNull(t *testing.T) {
	var b bytes.Buffer
	k := &kb.KB{}
	k.Index()
	if err := export.JSON(&b, export.Selection{KB: k, Lang: "en", Entities: nil}); err != nil {
		t.Fatal(err)
	}
	city := &kb.Kind{Name: "city"}
	bare := &kb.Entity{Kind: city, Key: "x"}
	k.Files = []*kb.File{kb.NewFile("x.toml", nil)}
	if err := export.JSONL(&b, export.Selection{KB: k, Lang: "en", Entities: []*kb.Entity{bare}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") {
		t.Error(b.String())
	}
}

func TestNoCharacterOfTheJSONControlsATerminal(t *testing.T) {
	var b bytes.Buffer
	k := small()
	if err := export.JSONL(&b, export.Selection{KB: k, Lang: "en", Entities: k.Entities}); err != nil {
		t.Fatal(err)
	}
	for r := rune(0); r <= 0x10ffff; r++ {
		if r < 0xd800 || r > 0xdfff {
			b.WriteString("\n")
			text, err := export.Marshal(string(r))
			var back string
			if err != nil || json.Unmarshal(text, &back) != nil || back != string(r) {
				t.Fatalf("%U: %s, %v", r, text, err)
			}
			b.Write(text)
		}
	}
	for _, r := range b.String() {
		if unicode.Is(unicode.Cc, r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || r == 0xfeff {
			t.Fatalf("%U gets through", r)
		}
	}
	if bytes.Contains(b.Bytes(), []byte(`\u003c`)) {
		t.Error("escaped for HTML")
	}
}

type closed struct{}

var errClosed = errors.New("closed")

func (closed) Write([]byte) (int, error) { return 0, errClosed }

func TestAClosedOutputIsReported(t *testing.T) {
	k := small()
	if err := export.JSON(closed{}, export.Selection{KB: k, Lang: "en", Entities: k.Entities}); !errors.Is(err, errClosed) {
		t.Error(err)
	}
	if err := export.JSONL(closed{}, export.Selection{KB: k, Lang: "en", Entities: k.Entities}); !errors.Is(err, errClosed) {
		t.Error(err)
	}
}
