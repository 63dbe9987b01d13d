package decode

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// TestTheFirstOfTooManyKeysAreRead: the rest of the section is left out, and nothing
// after it.
func TestTheFirstOfTooManyKeysAreRead(t *testing.T) {
	var b strings.Builder
	b.WriteString("[before]\nx = 1\n[many]\n")
	at := 0
	for i := range scan.MaxKeys + 3 {
		if i == scan.MaxKeys {
			at = b.Len()
		}
		fmt.Fprintf(&b, "k%d = %d\n", i, i)
	}
	b.WriteString("[after]\nx = 2\n")
	v, problems := File([]byte(b.String()), 0, nil)
	if n := len(v.Get("many").Items); n != scan.MaxKeys || v.Get("before").Get("x").Str != "1" || v.Get("after").Get("x").Str != "2" {
		t.Errorf("%d keys are read; before %v, after %v", n, v.Get("before"), v.Get("after"))
	}
	if len(problems) != 1 || problems[0].Offset != at || problems[0].Code != kb.Syntax {
		t.Errorf("%+v, not one at %d", problems, at)
	}
}

// TestInvalidStatementsHideNoOthers reads files with one or two typical mistakes.
func TestInvalidStatementsHideNoOthers(t *testing.T) {
	tests := []struct {
		name, text string
		left       string   // the value that is read nevertheless
		says       []string // line:sentence, for each problem
	}{
		{
			"a table given twice",
			"[a.b]\nx = 1\n[a.c]\n[a.b]\nx = 2\ny = 2\n[a.d]\n",
			"{a={b={x=1} c={} d={}}}",
			[]string{"4:key-defined-on(a.b, 1)"},
		},
		{
			"a table given twice, with tables below it",
			"[a.b]\nx = 1\n[a.b]\nx = 2\n[a.b.c]\ny = 1\n[a.d]\n",
			"{a={b={x=1} d={}}}",
			[]string{"3:key-defined-on(a.b, 1)"},
		},
		{
			"a key given twice",
			"[a.b]\nx = 1\ny = 2\nx = 3\nz = 4\n[a.c]\nx = 1\n",
			"{a={b={x=1 y=2 z=4} c={x=1}}}",
			[]string{"4:key-defined-on(a.b.x, 2)"},
		},
		{
			"a key given twice in an inline table",
			"[a.b]\nt = { x = 1, x = 2 }\nz = 4\n",
			"{a={b={z=4}}}",
			[]string{"2:key-defined(a.b.t.x)"},
		},
		{
			"a value that is missing",
			"[a]\nx =\ny = 2\n[b]\nz = 3\n",
			"{a={y=2} b={z=3}}",
			[]string{`2:value-expected('\n')`},
		},
		{
			"a string without quotation marks",
			"[a]\nx = Austin, Texas\ny = 2\n",
			"{a={y=2}}",
			[]string{`2:value-expected("Austin")`},
		},
		{
			"a string that is not closed",
			"[a]\nx = \"one\ny = 2\n[b]\nz = 3\n",
			"{a={y=2} b={z=3}}",
			[]string{"2:text-ends-at-line"},
		},
		{
			"a long string that is not closed",
			"[a]\nv = 1\nx = \"\"\"one\ntwo\n[b]\nz = 3\n[[c]]\nz = 4\n",
			"{a={v=1} b={z=3} c=[{z=4}]}",
			[]string{`8:text-unclosed('"""')`},
		},
		{
			"a long string that only the next one closes",
			"[a]\nv = 1\nx = \"\"\"one\ntwo\n[b]\nx = \"\"\"\nthree\n\"\"\"\n[c]\nz = 4\n",
			"{a={v=1} b={x=three\n} c={z=4}}",
			[]string{`7:equals-expected('\n')`},
		},
		{
			"a long string that the next one closes on its line",
			"[a]\nv = 1\nx = \"\"\"one\ntwo\n[b]\nx = \"\"\"three\"\"\"\n[c]\nz = 4\n",
			"{a={v=1} b={x=three} c={z=4}}",
			[]string{"6:line-end-expected('t')"},
		},
		{
			"a list that is not closed",
			"[a]\nx = [\"p\", \"q\"\ny = 2\n[b]\nz = 3\n",
			"{a={y=2} b={z=3}}",
			[]string{"3:list-unclosed('y')"},
		},
		{
			"a list that is not closed before a header",
			"[a]\nx = [\n  \"p\",\n  \"q\"\n[b]\nz = 3\n",
			"{a={} b={z=3}}",
			[]string{"5:list-unclosed('[')"},
		},
		{
			"an inline table that is not closed",
			"[a]\nx = { to = \"p\"\ny = 2\n[b]\nz = 3\n",
			"{a={y=2} b={z=3}}",
			[]string{"3:table-unclosed('y')"},
		},
		{
			"a header that is not closed",
			"[a]\nx = 1\n[b\ny = 2\n[c]\nz = 3\n",
			"{a={x=1} c={z=3}}",
			[]string{`3:header-unclosed('\n')`},
		},
		{
			"an element whose header is not closed",
			"[[a]]\nx = 1\n[[a]\ny = 2\n[a.b]\nz = 2\n[[a]]\nz = 3\n",
			"{a=[{x=1} {z=3}]}",
			[]string{`3:array-header-unclosed('\n')`},
		},
		{
			"a bad escape in a string that holds a header",
			"[a]\nx = \"\"\"\n[h]\n\\q\n\"\"\"\ny = 2\n",
			"{a={y=2}}",
			[]string{`4:invalid-escape('\q')`},
		},
		{
			"a mistake after a string that holds a header",
			"[a]\nx = \"\"\"\n[h]\ny = 1\n\"\"\"\ny = = 2\n[b]\nz = 3\n",
			"{a={x=[h]\ny = 1\n} b={z=3}}",
			[]string{"6:value-expected('=')"},
		},
		{
			"a byte that is not UTF-8",
			"[a]\nx = \"caf\xe9\"\ny = 2\n[b]\nz = 3\n",
			"{a={y=2} b={z=3}}",
			[]string{"2:invalid-utf-8(0xe9)"},
		},
		{
			"a table that is a value elsewhere",
			"[a]\nb = 1\nc = 2\n[a.b]\nx = 1\n[d]\n",
			"{a={b=1 c=2} d={}}",
			[]string{"4:key-defined(a.b)"},
		},
		{
			"two mistakes far apart",
			"[a.b]\nx = = 1\ny = 2\n[a.c]\nz = 3\n[a.d]\nx = ?\ny = 2\n",
			"{a={b={y=2} c={z=3} d={y=2}}}",
			[]string{"2:value-expected('=')", "7:value-expected('?')"},
		},
		{
			"a key of too many parts",
			"[a]\nx = 1\n" + strings.Repeat("k.", 20) + "k = 1\ny = 2\n[b]\n",
			"{a={x=1 y=2} b={}}",
			[]string{"3:too-many-parts(16)"},
		},
		{
			"brackets without end",
			"[a]\nx = 1\ny = " + strings.Repeat("[", 100) + "\n[b]\nz = 3\n",
			"{a={x=1} b={z=3}}",
			[]string{"3:too-deep(32)"},
		},
		{
			"a conflict that was not resolved",
			"[a]\nx = 1\n<<<<<<< HEAD\ny = 2\n=======\ny = 3\n>>>>>>> theirs\n[b]\nz = 3\n",
			"{a={x=1 y=2} b={z=3}}",
			[]string{"3:equals-expected('<')", "5:key-blank", "6:key-defined-on(a.y, 4)", "7:equals-expected('>')"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, problems := File([]byte(test.text), 0, nil)
			if left := values(got); left != test.left {
				t.Errorf("left:\n%s\nnot\n%s", left, test.left)
			}
			file := kb.NewFile("f.toml", []byte(test.text))
			ok := len(problems) == len(test.says)
			for i := 0; ok && i < len(problems); i++ {
				place := file.Position(problems[i].Offset)
				ok = fmt.Sprintf("%d:%s", place.Line, problems[i].Says) == test.says[i]
			}
			if !ok {
				t.Errorf("not %q", test.says)
				for _, p := range problems {
					t.Errorf("%v: %s (%s) %s", file.Position(p.Offset), p.Says, p.Remedy, p.Code)
				}
			}
		})
	}
}

func TestPositionsStayCorrectNextToErrors(t *testing.T) {
	text := "[a]\nx = = 1\n[b]\nz = 3\n"
	got, problems := File([]byte(text), 7, nil)
	if len(problems) != 1 || problems[0].Offset != strings.Index(text, "= 1") {
		t.Errorf("%+v", problems)
	}
	b := got.Get("b")
	want := kb.Pos{File: 7, Offset: uint32(strings.Index(text, "3"))}
	if b.Get("z").Pos != want || b.Pos.Offset != uint32(strings.Index(text, "[b]")) {
		t.Errorf("%+v", b)
	}
}

func TestOnlyTheBrokenEntityIsMissing(t *testing.T) {
	text := string(entities(400 << 10))
	whole, _ := File([]byte(text), 0, nil)
	broken := strings.Replace(text, "founded = 1977", "founded = 19x77", 1)
	got, problems := File([]byte(broken), 0, nil)
	if len(problems) != 1 {
		t.Fatalf("%+v", problems)
	}
	a, b := whole.Get("company"), got.Get("company")
	if len(a.Items) == 0 || len(a.Items) != len(b.Items) || len(whole.Get("package").Items) != len(got.Get("package").Items) {
		t.Errorf("%d of %d companies left", len(b.Items), len(a.Items))
	}
}

// TestAnyErrorInOneEntityLeavesTheOthers removes one byte of one entity, or
// inserts one, at every offset.
func TestAnyErrorInOneEntityLeavesTheOthers(t *testing.T) {
	const head = "[k.a]\nx = 1\ny = \"\"\"\n[not]\na \"header\"\n\"\"\"\n\n"
	const tail = "\n[k.c]\nx = [ 1,\n 2 ]\ny = { z = \"\"\"s\"\"\" }\n[k.c.d]\nz = '''\n'''\n[[l]]\nx = 1\n[[l]]\nx = 2\n"
	const body = "[k.b]\ns = \"one\" # two\nt = \"\"\"\nthree\n\"\"\"\nl = [\n \"four\", 5,\n]\ni = { a = [6], b = '7' }\nd = 2020-01-02\n[[k.b.facts]]\ntext = \"\"\"eight\"\"\"\n"
	want, _ := File([]byte(head+tail), 0, nil)
	lost, all := 0, 0
	for at := range len(body) {
		broken := []string{body[:at] + body[at+1:]}
		for _, b := range []string{"\"", "'", "[", "]", "{", "=", "#", "\n", "x", "\\"} {
			broken = append(broken, body[:at]+b+body[at:])
		}
		for _, b := range broken {
			all++
			text := []byte(head + b + tail)
			got, problems := File(text, 0, nil)
			checkProblems(t, text, problems)
			a, c := got.Get("k").Get("a"), got.Get("k").Get("c")
			if values(a) != values(want.Get("k").Get("a")) && b[0] != '#' {
				t.Errorf("what stands before is lost: %s %+v\n%q", values(a), problems, b)
			}
			if values(c) != values(want.Get("k").Get("c")) || values(got.Get("l")) != values(want.Get("l")) {
				lost++
				t.Logf("what comes after is lost: %s %+v\n%q", values(got), problems, b)
			}
		}
	}
	t.Logf("%d of %d lose what comes after", lost, all)
	if lost > all/50 {
		t.Errorf("%d of %d lose what comes after", lost, all)
	}
}
