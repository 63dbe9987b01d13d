package kb_test

import (
	"slices"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader/decode"
)

var (
	str   = kb.Value{Type: kb.String, Str: "x"}
	table = kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: "a", Value: str}, {Key: "b", Value: kb.Value{Type: kb.Int, Str: "7"}}}}
)

func list(values ...kb.Value) kb.Value {
	v := kb.Value{Type: kb.List}
	for _, item := range values {
		v.Items = append(v.Items, kb.Entry{Value: item})
	}
	return v
}

func TestTypesOfValues(t *testing.T) {
	for _, c := range []struct {
		v                           kb.Value
		isScalar, isTable, isTables bool
		strings                     []string
		number                      float64
		isNumber                    bool
	}{
		{v: kb.Value{}},
		{v: str, isScalar: true, strings: []string{"x"}},
		{v: kb.Value{Type: kb.Int, Str: "-7"}, isScalar: true, number: -7, isNumber: true},
		{v: kb.Value{Type: kb.Float, Str: "0.5"}, isScalar: true, number: 0.5, isNumber: true},
		{v: kb.Value{Type: kb.Bool, Str: "true"}, isScalar: true},
		{v: kb.Value{Type: kb.Date, Str: "2024-02-11"}, isScalar: true},
		{v: list(), strings: []string{}},
		{v: list(str, table), strings: []string{"x"}},
		{v: list(table, table), isTables: true, strings: []string{}},
		{v: list(table, kb.Value{Type: kb.Packed}), isTables: true, strings: []string{}},
		{v: table, isTable: true},
		{v: kb.Value{Type: kb.Packed}, isTable: true},
	} {
		number, isNumber := c.v.Number()
		if c.v.IsScalar() != c.isScalar || c.v.IsTable() != c.isTable || c.v.IsTableArray() != c.isTables ||
			!slices.Equal(c.v.Strings(), c.strings) || (c.v.Strings() == nil) != (c.strings == nil) || number != c.number || isNumber != c.isNumber {
			t.Errorf("%+v: %v %v %v %q %v %v", c.v, c.v.IsScalar(), c.v.IsTable(), c.v.IsTableArray(), c.v.Strings(), number, isNumber)
		}
	}
}

func TestOnlyTablesHaveKeys(t *testing.T) {
	if got := table.Get("b"); got.Str != "7" || !table.Has("a") || table.Has("c") || table.Get("c").Type != kb.Null {
		t.Errorf("b is %+v", got)
	}
	if v := (kb.Value{Type: kb.List, Items: table.Items}); v.Has("a") {
		t.Error("a list has a key")
	}
}

func TestTextsOfAKnowledgeBase(t *testing.T) {
	k := &kb.KB{Languages: []string{"fr", "en"}, Files: []*kb.File{kb.NewFile("a.toml", []byte("a\nb")), kb.NewFile("b.toml", []byte("c"))}}
	inFrench := kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: "fr", Value: str}}}
	for _, c := range []struct {
		v    kb.Value
		ok   bool
		lang string
	}{
		{str, true, ""}, {inFrench, true, "fr"}, {table, false, ""}, {kb.Value{Type: kb.Table}, false, ""},
		{kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: "fr", Value: table}}}, false, ""}, {list(str), false, ""}, {kb.Value{}, false, ""},
	} {
		text, ok := k.TextOf(c.v)
		if _, other := k.TextIn(text, "en"); ok != c.ok || other != c.lang {
			t.Errorf("%+v: %v, in %q", c.v, ok, other)
		}
	}
	text, _ := k.TextOf(inFrench)
	if got, other := k.TextIn(text, "fr"); got != "x" || other != "" {
		t.Errorf("%q in %q", got, other)
	}
	if got := k.Position(kb.Pos{File: 1, Offset: 1}); got != (kb.Position{File: "b.toml", Line: 1, Column: 2}) {
		t.Error(got)
	}
	if got := k.Position(kb.Pos{File: 2}); got != (kb.Position{}) || k.Size() != 4 {
		t.Error(got, k.Size())
	}
}

// TestOnlyAPartialBaseLoads calls what only a Partial knowledge base has.
func TestOnlyAPartialBaseLoads(t *testing.T) {
	e := &kb.Entity{Kind: &kb.Kind{Name: "city"}, Key: "x"}
	k := &kb.KB{Entities: []*kb.Entity{e}}
	k.Load(e)
	if got := k.Peek(e); got != "" {
		t.Errorf("peeked at %q", got)
	}
	loaded := 0
	k.SetLoader(func(*kb.Entity) *kb.Record { loaded++; return new(kb.Record) }, func(e *kb.Entity) string { return e.Key }, func([]*kb.Entity) {})
	k.Load(e)
	if got := k.Peek(e); got != "x" || loaded != 1 {
		t.Errorf("peeked at %q, loaded %d times", got, loaded)
	}
}

func TestFieldsOfAKind(t *testing.T) {
	var kind kb.Kind
	a := kind.Field("a")
	if kind.Field("a") != a || kind.FindField("a") != a || kind.FindField("b") != nil || kind.DeclaresFields() {
		t.Error("a field")
	}
	if m := kind.MentionField(); m != kind.MentionField() || len(kind.Fields) != 1 {
		t.Errorf("%d fields with that of mentions", len(kind.Fields))
	}
	if a.Declared = true; !kind.DeclaresFields() {
		t.Error("a declared field")
	}
}

func TestContentIsWithoutPositionsAndOrder(t *testing.T) {
	decode := func(text string) kb.Value {
		v, problems := decode.File([]byte(text), 0, nil)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return v
	}
	same := func(a, b string) bool {
		return string(decode(a).AppendContent(nil)) == string(decode(b).AppendContent(nil))
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"a = 1\nb = [1, 2]\n", "b = [ 1,\n2 ]\na = 1 # one\n", true},
		{"a = { x = 1, y = 2 }\n", "[a]\ny = 2\nx = 1\n", true},
		{"a = [1, 2]\n", "a = [2, 1]\n", false},
		{"a = 1\n", "a = '1'\n", false},
		{"a = ['b', 'c']\n", "a = ['bc']\n", false},
		{"a = ['', 'b']\n", "a = ['b', '']\n", false},
		{"a = {}\n", "a = []\n", false},
		{"ab = 1\n", "a = 'b1'\n", false},
	} {
		if got := same(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
	}
}
