package query_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"rihla/model/kbtest"
	"rihla/model/query"
)

// atlas is a small knowledge base with a field and a relation of each sort that
// queries speak of.
func atlas(t testing.TB) *query.Names {
	t.Helper()
	k := kbtest.Read(t, `
[kb]
format = 1
languages = ["fr", "en"]
[kinds.company]
label = { fr = "Entreprises", en = "Companies" }
[kinds.company.fields.founded]
label = { fr = "fondation", en = "founded" }
aliases = ["fonction"]
[kinds.city]
label = { fr = "Villes", en = "Cities" }
[relations.headquarters]
label = { fr = "siège", en = "headquarters" }
aliases = ["seat"]
to = "city"
[company.oracle]
founded = 1977
headquarters = { to = "austin", since = 2020-12-11, fonction = "main" }
access.teams.mods = "write"
[city.austin]
state = "Texas"
`)
	return query.NewNames(k)
}

// written writes a query with all parentheses, resolved paths, @ for words, and
// the signs of operators.
func written(n *query.Node) string { return writtenWith(" ", n) }

func writtenWith(and string, n *query.Node) string {
	var parts []string
	for i := range n.Parts {
		parts = append(parts, writtenWith(and, &n.Parts[i]))
	}
	switch n.Op {
	case query.All:
		return "(" + strings.Join(parts, and) + ")"
	case query.Any:
		return "(" + strings.Join(parts, " OR ") + ")"
	case query.Not:
		return "-" + parts[0]
	}
	var values, paths []string
	for i := range n.Term.Values {
		values = append(values, n.Term.Values[i].String())
	}
	for _, path := range n.Term.Paths {
		paths = append(paths, strings.ReplaceAll(strings.Join(path, "."), "\xff", "@"))
	}
	for _, kind := range n.Term.Kinds {
		values = append(values, kind.Name)
	}
	switch n.Term.Condition {
	case query.Words:
		return strings.Join(values, ",")
	case query.Kinds:
		return "kind:" + strings.Join(values, ",")
	case query.HasField:
		return "has:" + strings.Join(paths, "|")
	}
	return strings.Join(paths, "|") + ":" + strings.Join(values, ",")
}

func TestParseQueries(t *testing.T) {
	names := atlas(t)
	for _, tt := range []struct{ text, want string }{
		{"", "()"},
		{"  ", "()"},
		{"cyber maroc", "(cyber maroc)"},
		{"cyber AND maroc", "(cyber maroc)"},
		{`"systèmes d'information"`, `"systèmes d'information"`},
		{"« systèmes d’information »", `" systèmes d’information "`},
		{`“a b” „c d”`, `("a b" "c d")`},
		{`"a \" b"`, `"a \" b"`},
		{"-cloud", "-cloud"},
		{"NOT cloud", "-cloud"},
		{"--cloud", "cloud"},
		{"cloud - computing", "(cloud computing)"},
		{"cloud-computing", "cloud-computing"},
		{"75 000", `"75 000"`},
		{"en 1 234\u00a0567 emplois", `(en "1 234 567" emplois)`},
		{"75\u200e 000", `"75 000"`},
		{"2024 500", "(2024 500)"},
		{"75 0000", "(75 0000)"},
		{"75 000x", "(75 000x)"},
		{"a OR b c OR d", "(a OR (b c) OR d)"},
		{"a (b OR c)", "(a (b OR c))"},
		{"-(a OR b)", "-(a OR b)"},
		{"or and not", "(or and not)"},
		{"ORACLE", "ORACLE"},
		{"kind:company", "kind:company"},
		{"kind:company,city", "kind:company,city"},
		{"kind:villes", "kind:city"},
		{"founded:1977", "founded:1977"},
		{"fondation:1977", "founded:1977"},
		{"founded:<2000", "founded:<2000"},
		{"founded:>=2000", "founded:>=2000"},
		{"founded:1990..2010", "founded:1990..2010"},
		{"founded:..2010", "founded:..2010"},
		{"75 \x04 000", `"75 000"`},
		{"founded:)1990..2010", `founded:")1990..2010"`},
		{"founded:1977,>2000", "founded:1977,>2000"},
		{"headquarters:austin", "headquarters:austin"},
		{"siège:austin", "headquarters:austin"},
		{"siege:austin", "headquarters:austin"},
		{"seat:austin", "headquarters:austin"},
		{"seat.state:texas", "headquarters.state:texas"},
		{"headquarters.since:>2015", "headquarters.since:>2015"},
		{"headquarters.fonction:main", "headquarters.fonction:main"}, // of the links, though a field of others is called so
		{"fonction:1977", "founded:1977"},
		{"since:>2015", "since:>2015"},
		{"link:austin", "@link:austin"},
		{"key:austin", "@key:austin"},
		{"has:link", "has:@link"},
		{"headquarters.kind:city", "headquarters.@kind:city"},
		{"access.teams.mods:write", "access.teams.mods:write"},
		{"has:access.teams", "has:access.teams"},
		{"KIND:company", "kind:company"},
		{"headquarter:austin", "headquarters:austin"},
		{"has:headquarters", "has:headquarters"},
		{"no:headquarters", "-has:headquarters"},
		{"-no:headquarters", "has:headquarters"},
		{"name:^pal", "name:^pal"},
		{"name:=Oracle", "name:=Oracle"},
		{`name:="Palo Alto"`, `name:="Palo Alto"`},
		{"=Oracle ^pal", "(=Oracle ^pal)"},
		{"http://example.org", `"http://example.org"`},
		{"10:30", `"10:30"`},
		{"a) b)", `("a)" "b)")`},
		{"city/austin", "city/austin"},
		{`"founded:1977"`, `"founded:1977"`},
		{"(AI)", "AI"},
	} {
		q, problem := names.Parse(tt.text)
		if problem != nil {
			t.Errorf("%s: %+v", tt.text, *problem)
			continue
		}
		if got := written(&q.Root); got != tt.want {
			t.Errorf("%s is read as %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestProblemsAreReportedWhereTheyAre(t *testing.T) {
	names := atlas(t)
	for _, tt := range []struct {
		text, at   string
		fault      query.Fault
		name, near string
		unfinished bool
	}{
		{`cloud "palo alto`, `      ^         `, query.UnclosedQuote, "", "", true},
		{"a (b c", "  ^", query.UnclosedGroup, "", "", true},
		{") b", "^", query.UnopenedGroup, "", "", false},
		{"a ()", "  ^^", query.EmptyGroup, "", "", false},
		{"founded:", "        ^", query.MissingValue, "founded", "", true},
		{"founded: a", "        ^", query.MissingValue, "founded", "", false},
		{"founded:<", "         ^", query.MissingValue, "founded", "", true},
		{"a OR", "    ^", query.MissingOperand, "OR", "", true},
		{"OR a", "^^", query.MissingOperand, "OR", "", false},
		{"a -", "   ^", query.MissingOperand, "-", "", true},
		{"(-) a", "  ^", query.MissingOperand, "-", "", false},
		{"fuonded:1977", "^^^^^^^", query.UnknownField, "fuonded", "founded", false},
		{"zzz:1", "^^^", query.UnknownField, "zzz", "", false},
		{"headquarters.sate:texas", "             ^^^^", query.UnknownField, "sate", "state", false},
		{"has:headquarters.stat", "                 ^^^^", query.UnknownField, "stat", "state", false},
		{"hedquarters.state:texas", "^^^^^^^^^^^", query.UnknownField, "hedquarters", "headquarters", false},
		{"founded:1999..1977", "        ^^^^^^^^^^", query.BackwardRange, "", "", false},
		{"headquarters:(austin OR paris)", "             ^", query.GroupedValues, "headquarters", "", false},
		{"founded:<<1977", "         ^", query.MissingValue, "founded", "", false},
		{"- cloud", " ^", query.MissingOperand, "-", "", false},
		{"cloud - (a OR b)", "       ^", query.MissingOperand, "-", "", false},
		{"has:fuonded", "    ^^^^^^^", query.UnknownField, "fuonded", "founded", false},
		{"kind:compny", "     ^^^^^^", query.UnknownKind, "compny", "company", false},
		{strings.Repeat("(", 60) + "a", strings.Repeat(" ", 50) + "^", query.TooDeep, "", "", false},
	} {
		q, p := names.Parse(tt.text)
		if p == nil {
			t.Errorf("%s: nothing is wrong", tt.text)
			continue
		}
		at := strings.Repeat(" ", p.From) + strings.Repeat("^", max(1, p.To-p.From))
		if at != strings.TrimRight(tt.at, " ") || p.Fault != tt.fault || p.Name != tt.name || p.Unfinished != tt.unfinished {
			t.Errorf("%s\n%s\n%+v", tt.text, at, *p)
		}
		if tt.near != "" && p.Near != tt.near {
			t.Errorf("%s: %q may have been meant, want %q", tt.text, p.Near, tt.near)
		}
		if (q == nil) == tt.unfinished {
			t.Errorf("%s: an unfinished query is taken as far as it goes, a wrong one is not: %v", tt.text, q)
		}
	}
}

// TestAQuotedTextParsesBack takes a text into a query and out again.
func TestAQuotedTextParsesBack(t *testing.T) {
	names := atlas(t)
	for _, text := range []string{"Austin", "Palo Alto", "d’État", `say "so"`, `a\b`, "-x", "1990..2000", "a,b", "(AI)", "OR", "AND", "NOT", "x:y", "<b>", "=", "^", "«", "", "a\nb", "a\u00a0b"} {
		q, problem := names.Parse("name:=" + query.Quote(text))
		if text == "" {
			continue
		}
		if problem != nil {
			t.Errorf("%q: %+v", text, *problem)
			continue
		}
		if v := q.Root.Term.Values; len(v) != 1 || v[0].Operator != query.Equals || v[0].Operand.Text != query.Normalize(text) {
			t.Errorf("%q is read back as %+v", text, v)
		}
	}
}

func TestToggleValueAddsAndRemovesValues(t *testing.T) {
	names := atlas(t)
	for _, tt := range []struct{ text, path, value, want string }{
		{"", "headquarters", "austin", "headquarters:austin"},
		{"cloud ", "headquarters", "austin", "cloud headquarters:austin"},
		{"cloud headquarters:austin", "headquarters", "paris", "cloud headquarters:austin,paris"},
		{"cloud headquarters:austin,paris x", "headquarters", "austin", "cloud headquarters:paris x"},
		{"cloud headquarters:austin x", "headquarters", "austin", "cloud x"},
		{"siège:austin", "headquarters", "paris", "siège:austin,paris"},
		{`name:"Palo Alto"`, "name", `"Palo Alto"`, ""},
		{"a OR b", "founded", "1977", "(a OR b) founded:1977"},
		{"-headquarters:austin", "headquarters", "austin", "-headquarters:austin headquarters:austin"},
	} {
		if got := names.ToggleValue(tt.text, tt.path, tt.value, ""); got != tt.want {
			t.Errorf("choosing %s:%s in %q gives %q, want %q", tt.path, tt.value, tt.text, got, tt.want)
		}
	}
}

func TestNamesOfFieldsDoNotCollideWithBuiltInOnes(t *testing.T) {
	k := kbtest.ReadFS(t, fstest.MapFS{"a.toml": {Data: []byte(`
[article.one]
kind = "press"
key = "k"
link = "l"
has = "h"
title = "t"
"first name" = "f"
about = "two"
[book.two]
`)}})
	names := query.NewNames(k)
	for text, want := range map[string]string{
		"kind:book": "kind:book", `"kind":press`: "kind:press", "key:k": "@key|key:k", `"key":k`: "key:k", "link:l": "@link|link:l", `"link":l`: "link:l", `"has":h`: "has:h",
		"title:t": "name|title:t", `"title":t`: "title:t", `has:"key"`: "has:key", "has:key": "has:@key|key", "about.kind:book": "about.@kind|about.kind:book",
	} {
		q, problem := names.Parse(text)
		if problem != nil {
			t.Errorf("%q: %+v", text, *problem)
		} else if got := written(&q.Root); got != want {
			t.Errorf("%q is read as %s, want %s", text, got, want)
		}
	}
	for path, want := range map[string]string{
		query.KindPath: "kind:x", "kind": `"kind":x`, "key": `"key":x`, "link": `"link":x`, "has": `"has":x`, "title": `"title":x`, "first name": `"first name":x`, "about": "about:x",
	} {
		if got := names.ToggleValue("", path, "x", ""); got != want {
			t.Errorf("of %q a value is chosen by %s, want %s", path, got, want)
		}
	}
	for text, path := range map[string]string{`"kind":a`: query.KindPath, "kind:book": "kind", "key:a": "key", "link:a": "link", "title:a": "title"} {
		if got := names.Without(text, path); got != text {
			t.Errorf("%q without %q is %q", text, path, got)
		}
	}
}

func TestOnlyKindIsTheKindThatAQueryRestrictsTo(t *testing.T) {
	names := atlas(t)
	for text, want := range map[string]string{
		"kind:company": "company", "founded:1977 kind:city": "city", "(kind:city texas) oracle": "city",
		"kind:company,city": "", "-kind:company": "", "kind:city OR oracle": "", "oracle -kind:city": "", "": "",
	} {
		q, _ := names.Parse(text)
		got := ""
		if kind := q.Root.OnlyKind(); kind != nil {
			got = kind.Name
		}
		if got != want {
			t.Errorf("%q is all of the kind %q, not %q", text, want, got)
		}
	}
}

// FuzzParse checks that parsing any text ends, reports problems within the
// text, and that a valid query is parsed the same again.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"", "a b", `"a b`, "a OR (b -c)", "kind:company,city founded:<=1990..2000", "-(a OR -b)", "headquarters.state:=texas", "has:x no:y", "«é» “x”",
		`\"`, "::", "a:..", "..", "()", "-", "- -", "NOT NOT a", "\x00\xff", "a,,b:c,,d", "(((((", "))", "name:^\"x\\\"y\"", "ﷺ ﷺ",
	} {
		f.Add(text)
	}
	names := atlas(f)
	f.Fuzz(func(t *testing.T, text string) {
		q, p := names.Parse(text)
		if p != nil && (p.From < 0 || p.To < p.From || p.To > len(text)) {
			t.Fatalf("%q: %+v is not in it", text, *p)
		}
		if p == nil && q == nil || p != nil && !p.Unfinished && q != nil {
			t.Fatalf("%q: %v, %v", text, q, p)
		}
		if q == nil || p != nil || q.IsEmpty() || !utf8.ValidString(text) {
			return
		}
		const and = " AND " // without which the words 1 and 000 would be a number
		first := writtenWith(and, &q.Root)
		again, p := names.Parse(first)
		if p != nil {
			// Paths of several fields have no way to be written as one.
			if strings.Contains(first, "|") {
				return
			}
			t.Fatalf("%q, written as %q: %+v", text, first, *p)
		}
		if second := writtenWith(and, &again.Root); simple(second) != simple(first) {
			t.Fatalf("%q is %s, and read again %s", text, first, second)
		}
	})
}

// simple leaves parentheses out, which may be more than are needed.
func simple(s string) string { return strings.NewReplacer("(", "", ")", "").Replace(s) }
