package decode

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rihla/model/kb"
)

// TestHostileInput decodes inputs that broke decoders. Each must give its content or a
// problem at once.
// runaway is a time limit for any machine: without the limits of package scan, these
// inputs take minutes or do not end.
const runaway = time.Minute

func TestHostileInput(t *testing.T) {
	var deepLines, wide strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&deepLines, "k%d = %s1%s\n", i, strings.Repeat("{a=", 64), strings.Repeat("}", 64))
	}
	for i := range 100000 {
		fmt.Fprintf(&wide, "[k.e%d]\nx = 1\n", i)
	}
	tests := []struct {
		name, text string
		// says begins what the only problem says; empty if there is none.
		says string
		at   int // the problem's offset; -1 if it does not matter
	}{
		{"three million brackets", "a = " + strings.Repeat("[", 3e6) + strings.Repeat("]", 3e6), "too-deep(32)", 36},
		{"unclosed inline tables", strings.Repeat("{a=", 10000), "", -1},
		{"unclosed inline tables of a key", "b = " + strings.Repeat("{a=", 10000), "too-deep(32)", 4 + 3*32},
		{"a key of ten thousand parts", strings.Repeat("a.", 9999) + "a = 1", "too-many-parts(16)", 0},
		{"a header of a hundred thousand parts", "[" + strings.Repeat("a.", 99999) + "a]\nx = 1", "too-many-parts(16)", 1},
		{"four thousand lines of deep inline tables", deepLines.String(), "", -1},
		{"a hundred thousand tables under one", wide.String(), "", 0},
		{"an integer of a million digits", "a = " + strings.Repeat("9", 1e6), "integer-too-large(999", 4},
		{"a float of a million digits", "a = 1." + strings.Repeat("3", 1e6), "", 0},
		{"an inline table extended", "a={ca.d=1}\n[a.d]", "", 0},
		{"a mark, then an error", "\xef\xbb\xbfa = = 1", "value-expected('=')", 7},
		{"UTF-16", "\xff\xfea\x00 \x00=\x00 \x001\x00", "file-is-utf-16", 0},
		{"UTF-16 without a mark", "a\x00 \x00=\x00 \x001\x00", "file-is-utf-16", 1},
		{"gzip", "\x1f\x8b\x08\x00\x00", "file-is-gzip", 0},
		{"a lone carriage return", "a = 1\rb = 2\n", "lone-return", 5},
		{"a final carriage return", "a = 1\r", "lone-return", 5},
		{"a zero byte in a comment", "a = 1 # \x00\n", "file-holds-zero", 8},
		{"half of a surrogate pair", `a = "\ud800"`, `escape-not-utf-8('\ud800')`, -1},
		{"a byte that is not UTF-8", "a = \"\xff\"\n", "invalid-utf-8(0xff)", 5},
		{"no such month", "a = 2021-13-01\n", `invalid-date("2021-13-01")`, 4},
		{"a string that holds headers", "a = \"\"\"\n[x]\n[[y]]\n\"\"\"\n", "", 0},
		{"a bracket that closes a list on its own line", "a = [\n1\n]\n[h]\nx = 1\n", "", 0},
		{"a bracket that closes a list before a header", "a = [\n1\n][h]\n", "line-end-expected('[')", -1},
		{"a table below, then above, with its key", "[K.x]\n[K]\nx=1\n", "key-defined(K.x)", -1},
		{"a table, then an array of it", "[a.b]\n[[a]]\n", "key-is-no-array(a)", -1},
		{"a long line with an error", "a = [" + strings.Repeat("1, ", 130000) + "x]", `value-expected("x")`, -1},
		{"graphics in a string", `a = "\u001b_Ga=T,t=f;x\u001b\\"`, "", 0},
		{"control in key, value and header", "\"\\u009d52;c;x\\u009c\" = \"\u009d52;c;x\u009c\"\n[\"\u009d52\"]\n", "", 0},
		{"an operating system command unterminated", `a = "\u001b]52"`, "", 0},
		{"text direction in keys", "\"\u202e\u2066\U000e0061\" = 1\n", "", 0},
		{"a thousand marks", "a = \"e" + strings.Repeat("\u0301", 1000) + "\"\n", "", 0},
		{"emoji", "a = \"❤️ 👍🏽 กำ क्षि \u00ad\"\n", "", 0},
		{"two bytes that made the decoder panic", "\"\\", "", -1},
		{"nothing", "", "", 0},
		{"only a mark", "\xef\xbb\xbf", "", 0},
		{"an unclosed header", "[", "", -1},
		{"an unclosed array header", "[[", "", -1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			_, problems := File([]byte(test.text), 0, nil)
			if took := time.Since(start); took > runaway {
				t.Errorf("took %v", took)
			}
			checkProblems(t, []byte(test.text), problems)
			switch {
			case test.says != "" && (len(problems) == 0 || !strings.HasPrefix(problems[0].Says.String(), test.says)):
				t.Errorf("says %+v, not %q", problems, test.says)
			case test.says != "" && test.at >= 0 && problems[0].Offset != test.at:
				t.Errorf("at %d, not %d", problems[0].Offset, test.at)
			case test.says == "" && test.at == 0 && len(problems) > 0:
				t.Errorf("says %+v", problems)
			case test.at < 0 && len(problems) == 0:
				t.Error("says nothing")
			}
			for _, p := range problems {
				if n := len(p.Says.String()); n > 2*maxMessage {
					t.Errorf("a message of %d bytes", n)
				}
			}
		})
	}
}

// TestCostlyInput decodes inputs just within the limits of package scan, in the shapes
// that cost the decoder most.
func TestCostlyInput(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	const size = 1 << 20
	long := strings.Repeat("k", 2000)
	lines := func(head string, line func(i int) string) string {
		var b strings.Builder
		b.WriteString(head)
		for i := 0; b.Len() < size; i++ {
			b.WriteString(line(i))
		}
		return b.String()
	}
	tests := []struct{ name, text string }{
		{"tables nested to the bound", lines("", func(i int) string {
			return fmt.Sprintf("k%d = %s1%s\n", i, strings.Repeat("{a=", 32), strings.Repeat("}", 32))
		})},
		{"a list of tables nested to the bound", lines("a = [\n", func(i int) string {
			return fmt.Sprintf("%s1%s,\n", strings.Repeat("{a=", 31), strings.Repeat("}", 31))
		}) + "]\n"},
		{"lists nested to the bound", lines("", func(i int) string {
			return fmt.Sprintf("k%d = %s1%s\n", i, strings.Repeat("[", 32), strings.Repeat("]", 32))
		})},
		{"keys of as many parts as may be", lines("", func(i int) string {
			return strings.Repeat("a.", 15) + fmt.Sprintf("k%d = 1\n", i)
		})},
		{"such keys in an inline table", lines("a = {\n", func(i int) string {
			return strings.Repeat("a.", 15) + fmt.Sprintf("k%d = 1,\n", i)
		}) + "}\n"},
		{"headers of as many parts as may be", lines("", func(i int) string {
			return "[" + strings.Repeat("a.", 15) + fmt.Sprintf("k%d]\n", i)
		})},
		{"a long header over short keys", lines("["+strings.Repeat("k", size/8)+"]\n", func(i int) string {
			return fmt.Sprintf("k%d=1\n", i)
		})},
		{"a long key over short ones", lines(long+" = [\n", func(i int) string { return "{a=1},\n" }) + "]\n"},
		{"a long key over short lists", lines(long+" = [\n", func(i int) string { return "[],\n" }) + "]\n"},
		{"long keys in each other", lines("", func(i int) string {
			return fmt.Sprintf("%s%d = {%s={%s={a=1,b=1,c=1,d=1,e=1}}}\n", long, i, long, long)
		})},
		{"the same header again and again", lines("", func(int) string { return "[a]\n" })},
		{"errors without end", lines("", func(i int) string { return fmt.Sprintf("[e%d]\nx = = 1\ny = ?\n", i) })},
		{"the same key again and again", lines("", func(int) string { return "a = 1\n" })},
		{"strings that are not closed", lines("", func(i int) string { return fmt.Sprintf("[e%d]\nx = \"\"\"\n", i) })},
		{"lists that are not closed", lines("", func(i int) string { return fmt.Sprintf("[e%d]\nx = [\n", i) })},
		{"quotation marks", lines("a = ", func(int) string { return `"` })},
		{"backslashes", lines(`a = """`, func(int) string { return `\` })},
		{"escaped keys", lines("", func(i int) string { return fmt.Sprintf(`["\u0041"."\u0041%d"]`+"\n", i) })},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			_, problems := File([]byte(test.text), 0, nil)
			took := time.Since(start)
			t.Logf("%v for %d bytes, %d problems", took.Round(time.Millisecond), len(test.text), len(problems))
			if took > runaway {
				t.Errorf("took %v", took)
			}
			checkProblems(t, []byte(test.text), problems)
		})
	}
}

// values formats a value in short, to compare it.
func values(v kb.Value) string {
	switch v.Type {
	case kb.Table, kb.List:
		var parts []string
		for _, item := range v.Items {
			if v.Type == kb.Table {
				parts = append(parts, item.Key+"="+values(item.Value))
			} else {
				parts = append(parts, values(item.Value))
			}
		}
		if v.Type == kb.Table {
			return "{" + strings.Join(parts, " ") + "}"
		}
		return "[" + strings.Join(parts, " ") + "]"
	}
	return v.Str
}
