package decode

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/kb"
)

// everything contains each construct of TOML.
const everything = `# before all
title = "A base"
dotted . "key" = 1   # in a table of its own
dotted.list = [ 1, [2.5, 'x'], # a comment ] [here]
	{ a = true, b.c = 1979-05-27 },
]
"quoted \u0041" = 'a\b'
'single' = """
[not.a.header]
"quoted" \
   on, and ""two"""""

[a.b.c]          # a and a.b are only implied
x = 1
[a.b]            # said after all
y = { }
	[ a . "d e" ]
z = '''
''two'''''
[[list]]
n = 0x10
[list.sub]
m = 07:32:00
[[list.subs]]
k = inf
[[list.subs]]
[[list]]
o.p.q = +1_000
[a]
multi = {
  one = 1,
  two = 1979-05-27 07:32:00.5Z, # newlines are TOML 1.1
}
`

// places are all its values: path, position of the key, position of the value, text.
const places = `
/title           2:1   2:9   "A base"
/dotted          3:1   3:1   ""
/dotted/key      3:10  3:18  "1"
/dotted/list     4:8   4:15  ""
/dotted/list#0   4:17  4:17  "1"
/dotted/list#1   4:20  4:20  ""
/dotted/list#1#0 4:21  4:21  "2.5"
/dotted/list#1#1 4:26  4:26  "x"
/dotted/list#2   5:2   5:2   ""
/dotted/list#2/a 5:4   5:8   "true"
/dotted/list#2/b 5:14  5:14  ""
/dotted/list#2/b/c 5:16  5:20  "1979-05-27"
/quoted A        7:1   7:19  "a\\b"
/single          8:1   8:12  "[not.a.header]\n\"quoted\" on, and \"\"two\"\""
/a               29:2  29:1  ""
/a/b             15:4  15:1  ""
/a/b/c           13:6  13:1  ""
/a/b/c/x         14:1  14:5  "1"
/a/b/y           16:1  16:5  ""
/a/d e           17:8  17:2  ""
/a/d e/z         18:1  18:5  "''two''"
/a/multi         30:1  30:9  ""
/a/multi/one     31:3  31:9  "1"
/a/multi/two     32:3  32:9  "1979-05-27T07:32:00.5Z"
/list            20:3  20:1  ""
/list#0          20:1  20:1  ""
/list#0/n        21:1  21:5  "16"
/list#0/sub      22:7  22:1  ""
/list#0/sub/m    23:1  23:5  "07:32:00"
/list#0/subs     24:8  24:1  ""
/list#0/subs#0   24:1  24:1  ""
/list#0/subs#0/k 25:1  25:5  "inf"
/list#0/subs#1   26:1  26:1  ""
/list#1          27:1  27:1  ""
/list#1/o        28:1  28:1  ""
/list#1/o/p      28:3  28:3  ""
/list#1/o/p/q    28:5  28:9  "1000"
`

func TestEachConstructHasItsPosition(t *testing.T) {
	for _, mark := range []string{"", "\ufeff"} {
		text := []byte(mark + everything)
		root, problems := File(text, 1, nil)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		file := kb.NewFile("f", text)
		at := func(p kb.Pos) string {
			if p.File != 1 {
				t.Errorf("%+v is in another file", p)
			}
			return strings.TrimPrefix(file.Position(int(p.Offset)).String(), "f:")
		}
		var got strings.Builder
		var walk func(path string, v kb.Value)
		walk = func(path string, v kb.Value) {
			for i, item := range v.Items {
				here := path + "/" + item.Key
				if v.Type == kb.List {
					here = fmt.Sprintf("%s#%d", path, i)
				}
				fmt.Fprintf(&got, "%-16s %-5s %-5s %q\n", here, at(item.KeyPos), at(item.Value.Pos), item.Value.Str)
				walk(here, item.Value)
			}
		}
		walk("", root)
		if got.String() != places[1:] {
			t.Errorf("places:\n%s", got.String())
		}
		if comparePositions(t, text, root) == 0 && mark == "" {
			t.Error("the oracle does not take it")
		}
	}
}

func TestExamplesMatchTheDecoder(t *testing.T) {
	dir := os.Getenv("RIHLA_EXAMPLES")
	if dir == "" {
		t.Skip("RIHLA_EXAMPLES names no folder of TOML files")
	}
	paths, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, path := range paths {
		if strings.HasSuffix(path, ".md") {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var count compared
		compareChunks(t, text, 1, &count)
		root, problems := File(text, 0, nil)
		n := comparePositions(t, text, root)
		t.Logf("%s: %+v, %d places, %v", filepath.Base(path), count, n, problems)
		if n == 0 || count.valid != 1 {
			t.Errorf("%s: not compared", path)
		}
	}
}
