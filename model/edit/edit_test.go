package edit_test

import (
	"errors"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
)

func str(s string) kb.Value     { return kb.Value{Type: kb.String, Str: s} }
func integer(s string) kb.Value { return kb.Value{Type: kb.Int, Str: s} }
func list(of ...kb.Value) kb.Value {
	v := kb.Value{Type: kb.List}
	for _, item := range of {
		v.Items = append(v.Items, kb.Entry{Value: item})
	}
	return v
}
func table(key string, v kb.Value) kb.Value {
	return kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: key, Value: v}}}
}

type change = func(*edit.Document) ([]byte, error)

func set(v kb.Value, keys ...string) change {
	return func(d *edit.Document) ([]byte, error) { return d.Set(edit.Keys(keys...), v) }
}
func add(v kb.Value, keys ...string) change {
	last := len(keys) - 1
	return func(d *edit.Document) ([]byte, error) { return d.Add(edit.Keys(keys[:last]...), keys[last], v) }
}
func remove(p ...edit.Step) change {
	return func(d *edit.Document) ([]byte, error) { return d.Remove(p) }
}
func insert(at int, v kb.Value, keys ...string) change {
	return func(d *edit.Document) ([]byte, error) { return d.Insert(edit.Keys(keys...), at, v) }
}
func attach(v kb.Value, keys ...string) change {
	return func(d *edit.Document) ([]byte, error) { return d.Append(edit.Keys(keys...), v) }
}
func addTable(v kb.Value, keys ...string) change {
	return func(d *edit.Document) ([]byte, error) { return d.AddTable(edit.Keys(keys...), v) }
}
func addElement(v kb.Value, keys ...string) change {
	return func(d *edit.Document) ([]byte, error) { return d.AddElement(edit.Keys(keys...), v) }
}
func rename(to string, keys ...string) change {
	return func(d *edit.Document) ([]byte, error) { return d.Rename(edit.Keys(keys...), to) }
}

// TestBytes compares what each change makes of each style to the byte; an empty text
// stands for a refusal.
func TestBytes(t *testing.T) {
	k, i := edit.Key, edit.Index
	for _, c := range []struct {
		had    string
		change change
		want   string
	}{
		// The notation of the old value stays.
		{"a = 'x' # c\nb = 1\n", set(str("y"), "a"), "a = 'y' # c\nb = 1\n"},
		{"a = 'x'", set(str("it's"), "a"), `a = "it's"`},
		{"\xef\xbb\xbfa=\"x\"\r\nb = 1\r\n", set(str("caf\u00e9\t\"q\""), "a"), "\xef\xbb\xbfa=\"café\\t\\\"q\\\"\"\r\nb = 1\r\n"},
		{"a = \"\"\"\none\n\"\"\"\n", set(str("two\nthree \"\"\"\""), "a"), "a = \"\"\"\ntwo\nthree \"\"\\\"\\\"\"\"\"\n"},
		{"a = '''\none'''\n", set(str("two\\\n'''"), "a"), "a = \"\"\"\ntwo\\\\\n'''\"\"\"\n"},
		{"a = '''one'''\n", set(str("two\\\nx"), "a"), "a = '''two\\\nx'''\n"},
		{"n = 1_000\nh = 0xFF\n", set(integer("1234567"), "n"), "n = 1_234_567\nh = 0xFF\n"},
		{"n = 1_000\nh = 0xFF\n", set(integer("171"), "h"), "n = 1_000\nh = 0xAB\n"},
		{"d = 2024-01-02 03:04:05Z # c\n", set(kb.Value{Type: kb.Date, Str: "2025-01-02T03:04:05Z"}, "d"), "d = 2025-01-02 03:04:05Z # c\n"},
		{"a = 1    # one\nbb = 2   # two\n", set(integer("12345"), "a"), "a = 12345    # one\nbb = 2   # two\n"},
		{"a  = 1    # one\nbb = 2    # two\n", set(integer("123"), "a"), "a  = 123  # one\nbb = 2    # two\n"},
		{"a = [\n  'x', # c\n  'y',\n]\n", set(list(str("p"), str("q")), "a"), "a = [\n  'p',\n  'q',\n]\n"},
		{"[a.b]\nc = 1\n", set(integer("1"), "a", "b"), ""},
		{"a = [1, [2, 3]]\n", func(d *edit.Document) ([]byte, error) {
			return d.Set(edit.Path{k("a"), i(1), i(0)}, integer("7"))
		}, "a = [1, [7, 3]]\n"},

		// Keys are added as their neighbours are written.
		{"[a]\nname    = 'x' # c\nfounded = 'y'\n\n# about b\n[b]\nc = 1\n", add(str("z"), "a", "in"), "[a]\nname    = 'x' # c\nfounded = 'y'\nin      = 'z'\n\n# about b\n[b]\nc = 1\n"},
		{"[a]\nx=1", add(integer("2"), "a", "y"), "[a]\nx=1\ny=2"},
		{"[a]\r\n  x = \"1\" # c\r\n[b]\r\n", add(str("2"), "a", "y z"), "[a]\r\n  x = \"1\" # c\r\n  \"y z\" = \"2\"\r\n[b]\r\n"},
		{"# file\n\n# about a\n[a]\nx = 1\n", add(integer("2"), "y"), "# file\n\ny = 2\n\n# about a\n[a]\nx = 1\n"},
		{"[a]\nx = 1\n", add(integer("2"), "y"), "y = 2\n\n[a]\nx = 1\n"},
		{"", add(integer("2"), "y"), "y = 2\n"},
		{"a = { x = 1 }\n", add(integer("2"), "a", "y"), "a = { x = 1, y = 2 }\n"},
		{"a = {x=1}\n", add(integer("2"), "a", "y"), "a = {x=1, y=2}\n"},
		{"a = {}\n", add(integer("2"), "a", "y"), "a = { y = 2 }\n"},
		{"[s]\na.b = 1\nc = 2\n", add(integer("2"), "s", "a", "y"), "[s]\na.b = 1\na.y = 2\nc = 2\n"},
		{"# of b\n[a.b]\nx = 1\n", add(integer("2"), "a", "y"), "# of b\n[a]\ny = 2\n\n[a.b]\nx = 1\n"},
		{"[a]\nx = 1\n", add(integer("2"), "a", "x"), ""},
		{"[a]\nx = 1\n", add(str("one\ntwo"), "a", "body"), "[a]\nx = 1\nbody = \"\"\"\none\ntwo\"\"\"\n"},

		// Lists.
		{"a = ['x', 'y'] # c\n", attach(str("z"), "a"), "a = ['x', 'y', 'z'] # c\n"},
		{"a = 'x' # c\n", attach(str("z"), "a"), "a = ['x', 'z'] # c\n"},
		{"a = '''x'''\n", attach(str("z"), "a"), "a = ['''x''', 'z']\n"},
		{"a = []\n", attach(str("z"), "a"), "a = [\"z\"]\n"},
		{"a = [1,2,]\n", attach(integer("3"), "a"), "a = [1,2,3,]\n"},
		{"a = [\n  \"x\", # 1\n  \"y\"   # 2\n  # end\n]\n", attach(str("z"), "a"), "a = [\n  \"x\", # 1\n  \"y\",  # 2\n  \"z\"\n  # end\n]\n"},
		{"a = [\r\n\t1,\r\n]\r\n", attach(integer("2"), "a"), "a = [\r\n\t1,\r\n\t2,\r\n]\r\n"},
		{"a = [\n  1, 2,\n  3, 4,\n]\n", attach(integer("5"), "a"), "a = [\n  1, 2,\n  3, 4, 5,\n]\n"},
		{"a = [2]\n", insert(0, integer("1"), "a"), "a = [1, 2]\n"},
		{"a = [\n  2,\n]\n", insert(0, integer("1"), "a"), "a = [\n  1,\n  2,\n]\n"},
		{"a = 1\n[b]\n", attach(integer("1"), "b"), ""},
		{"[[a]]\nx = 1\n", attach(table("x", integer("2")), "a"), "[[a]]\nx = 1\n\n[[a]]\nx = 2\n"},
		{"[[a]]\nx = 1\n", insert(0, table("x", integer("2")), "a"), ""},

		// Removals.
		{"a = 1 # c\n# d\nb = 2\n", remove(k("a")), "# d\nb = 2\n"},
		{"a = 1\nb = 2", remove(k("b")), "a = 1"},
		{"a = [1, 2, 3]\n", remove(k("a"), i(1)), "a = [1, 3]\n"},
		{"a = [1, 2, 3]\n", remove(k("a"), i(2)), "a = [1, 2]\n"},
		{"a = [ 1 ]\n", remove(k("a"), i(0)), "a = []\n"},
		{"a = [\n  1, # x\n  2, # y\n]\n", remove(k("a"), i(1)), "a = [\n  1, # x\n]\n"},
		{"a = [\n  1, # x\n  2 # y\n]\n", remove(k("a"), i(1)), "a = [\n  1 # x\n]\n"},
		{"a = { x = 1, y = 2 }\n", remove(k("a"), k("x")), "a = { y = 2 }\n"},
		{"a = { x = 1, y = 2 }\n", remove(k("a"), k("y")), "a = { x = 1 }\n"},
		{"[s]\na.b = 1\nc = 2\na.d = 3\n", remove(k("s"), k("a")), "[s]\nc = 2\n"},
		{"# file\n\n[a]\nx = 1\n\n# of b\n[b]\ny = 1\n\n[b.c]\nz = 1\n\n# of d\n[d]\n", remove(k("b")), "# file\n\n[a]\nx = 1\n\n# of d\n[d]\n"},
		{"[a]\nx = 1\n\n# of b\n[b]\ny = 1\n", remove(k("b")), "[a]\nx = 1\n"},
		{"# file\n[a]\nx = 1\n\n[b]\n", remove(k("a")), "# file\n[b]\n"},
		{"[[a]]\nx = 1\n[a.s]\n\n[[a]]\nx = 2\n[a.s]\n\n[[a]]\nx = 3\n", remove(k("a"), i(1)), "[[a]]\nx = 1\n[a.s]\n\n[[a]]\nx = 3\n"},

		// Tables.
		{"[c.a]\nname = 'A'\n\n[c.b]\nname = 'B'\n\n# of d\n[d.x]\n", addTable(table("name", str("C")), "c", "c d"), "[c.a]\nname = 'A'\n\n[c.b]\nname = 'B'\n\n[c.\"c d\"]\nname = 'C'\n\n# of d\n[d.x]\n"},
		{"[c.a]\nname = \"A\"\n[c.b]\nname = \"B\"", addTable(table("name", str("C")), "c", "c"), "[c.a]\nname = \"A\"\n[c.b]\nname = \"B\"\n[c.c]\nname = \"C\""},
		{"[[a]]\nx = 1\n\n[a.s]\ny = 2\n\n[b]\n", addElement(table("x", integer("2")), "a"), "[[a]]\nx = 1\n\n[a.s]\ny = 2\n\n[[a]]\nx = 2\n\n[b]\n"},
		{"[a]\n[b]\n# of b\n", addElement(table("x", integer("2")), "c"), "[a]\n[b]\n# of b\n\n[[c]]\nx = 2\n"},
		{"[a]\n[b]\n# of b", addElement(table("x", integer("2")), "c"), "[a]\n[b]\n# of b\n\n[[c]]\nx = 2"},
		{"[a]\nx = 1\n\n[b]\n", addElement(table("text", str("t")), "a", "facts"), "[a]\nx = 1\n\n[[a.facts]]\ntext = \"t\"\n\n[b]\n"},
		{"a = [{ x = 1 }]\n", addElement(table("x", integer("2")), "a"), "a = [{ x = 1 }, { x = 2 }]\n"},
		{"a = { b = 1 }\n", addTable(table("x", integer("2")), "a", "c"), "a = { b = 1, c = { x = 2 } }\n"},
		{"", addTable(table("x", integer("2")), "a", "c"), "[a.c]\nx = 2\n"},
		{"[a]\nx = 1\n", addTable(table("x", integer("2")), "a"), ""},

		// Keys.
		{"[a.b]\nx = 1\n[a.c]\n", rename("'z", "a"), "[\"'z\".b]\nx = 1\n[\"'z\".c]\n"},
		{"long = 1\nb    = 2\n", rename("ab", "long"), "ab   = 1\nb    = 2\n"},
		{"a = 1\nb = 2\n", rename("b", "a"), ""},
	} {
		d, err := edit.Parse("a.toml", []byte(c.had))
		if err != nil {
			t.Fatalf("%q: %v", c.had, err)
		}
		got, err := c.change(d)
		refused := new(edit.Error)
		if c.want == "" && errors.As(err, &refused) && got == nil {
			continue
		}
		if err != nil || string(got) != c.want {
			t.Errorf("%q became\n%q, not\n%q (%v)", c.had, got, c.want, err)
		}
	}
}

func TestARefusalSaysWhy(t *testing.T) {
	d, err := edit.Parse("a.toml", []byte("a = 1\n[b]\nc = [2]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		change change
		want   string
	}{
		{set(str("caf\xe9"), "a"), "not-utf-8"},
		{attach(list(str("caf\xe9")), "b", "c"), "not-utf-8"},
		{add(integer("1"), "b", "caf\xe9"), "not-utf-8"},
		{addTable(table("x", integer("1")), "b", "caf\xe9"), "not-utf-8"},
		{rename("caf\xe9", "a"), "not-utf-8"},
		{set(integer("one"), "a"), "edit-closed"},
		{set(integer("1"), "b"), "edit-whole-table"},
		{set(integer("1"), "b", "d"), `edit-missing("b.d")`},
		{add(integer("1"), "b", "c"), `edit-has-key("c")`},
	} {
		refused := new(edit.Error)
		if text, err := c.change(d); !errors.As(err, &refused) || text != nil || refused.Problem.String() != c.want {
			t.Errorf("%v, not %s", err, c.want)
		}
	}
}
