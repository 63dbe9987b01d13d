package edit_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	gotoml "github.com/pelletier/go-toml/v2"

	"rihla/model/edit"
	"rihla/model/kb"
)

// writer writes random TOML in all styles; some of it defines a key twice and is none.
type writer struct {
	*rand.Rand
	bytes.Buffer
	newline, indent, equals string
	quote                   string
}

func (w *writer) one(of ...string) string { return of[w.IntN(len(of))] }

func (w *writer) put(of ...string) {
	for _, s := range of {
		w.WriteString(s)
	}
}

func (w *writer) key() string {
	return w.one("a", "b", "c", "d", "e", "long-key", "f_1", "7", `"q k"`, `'l.k'`, `"é\t"`, "a", "b")
}

func (w *writer) keys(most int) string {
	keys := []string{w.key()}
	for len(keys) < most && w.IntN(4) == 0 {
		keys = append(keys, w.key())
	}
	return strings.Join(keys, w.one(".", ".", ".", " . "))
}

func (w *writer) comment() string {
	return w.one("", "", "", "", " # c", "  # ] } \"", "\t#é")
}

func (w *writer) value(depth int) string {
	gap := func() string {
		return w.one("", "", "", " ", w.newline+"  ", " # x ], "+w.newline, w.newline+w.newline)
	}
	switch n := w.IntN(12); {
	case n < 3 && depth > 0:
		var b strings.Builder
		isLines := w.IntN(2) == 0
		b.WriteString("[")
		for i, of := 0, w.IntN(4); i < of; i++ {
			if isLines {
				b.WriteString(w.newline + w.indent + "  ")
			} else if w.IntN(8) == 0 {
				b.WriteString(gap())
			}
			b.WriteString(w.value(depth - 1))
			if w.IntN(8) == 0 {
				b.WriteString(gap())
			}
			if i < of-1 || w.IntN(3) == 0 {
				b.WriteString(w.one(",", ",", ", ", " ,"))
				if isLines {
					b.WriteString(w.comment() + w.newline)
				}
			}
		}
		if isLines {
			b.WriteString(w.newline)
		}
		return b.String() + w.one("", " ") + "]"
	case n < 4 && depth > 0:
		var items []string
		for range w.IntN(4) {
			items = append(items, w.keys(2)+w.equals+w.value(depth-1))
		}
		space := w.one("", " ")
		return "{" + space + strings.Join(items, w.one(",", ", ", " , ")) + space + "}"
	case n < 5:
		return `"""` + w.one("", w.newline) + w.one("x", "one"+w.newline+"[two]", `\"""`, `a"`+w.newline, `\`+w.newline+"  b", `""`) + `"""`
	case n < 6:
		return `'''` + w.one("", w.newline) + w.one("x", "one"+w.newline+"# two", `\`, `it's`, "") + `'''`
	case n < 9:
		return w.quote + w.one("x", "y z", "# no", "[x]", "a = 1", "é", "{,}") + w.quote
	}
	return w.one("1", "-17", "+5", "1_000", "0xFF", "0o17", "0b101", "1.5", "3e10", "inf", "true", "false", "1979-05-27",
		"1979-05-27T07:32:00Z", "1979-05-27 07:32:00.5", "07:32:00", `""`, "''", `"\"]\u00e9\\"`)
}

func (w *writer) lines() {
	for range w.IntN(5) {
		w.put(w.one("", "", "", "", "# d"+w.newline, w.newline, " "+w.newline), w.indent, w.keys(3), w.equals, w.value(3), w.comment(), w.newline)
	}
}

// document writes a file. The same seed writes the same.
func document(r *rand.Rand) []byte {
	w := &writer{Rand: r}
	w.newline, w.indent = w.one("\n", "\n", "\r\n"), w.one("", "", "  ", "\t")
	w.equals, w.quote = w.one(" = ", " = ", "=", "  = "), w.one(`"`, `"`, "'")
	w.put(w.one("", "", "", "\xef\xbb\xbf"), w.one("", "# file"+w.newline, w.newline))
	w.lines()
	for range w.IntN(6) {
		name := w.keys(3)
		w.put(w.one("", w.newline, "# of"+w.newline), w.one("", "", w.indent))
		w.put(w.one("["+name+"]", "["+name+"]", "[["+name+"]]", "[ "+name+" ]"), w.comment(), w.newline)
		w.lines()
	}
	if w.IntN(4) == 0 {
		return bytes.TrimRight(w.Bytes(), "\r\n")
	}
	return w.Bytes()
}

func randomValue(r *rand.Rand, depth int) kb.Value {
	switch r.IntN(9) {
	case 0, 1, 2:
		texts := []string{"new", "it's", `a "b"`, "tab\there", "one\ntwo", `\`, "'''", `"""`, "\x01", "", "\r\n", "日本", "\u202e", "x\n"}
		return str(texts[r.IntN(len(texts))])
	case 3:
		return integer(fmt.Sprint(r.IntN(3_000_000) - 9))
	case 4:
		return kb.Value{Type: kb.Float, Str: "2.5"}
	case 5:
		return kb.Value{Type: kb.Date, Str: []string{"2024-02-03", "2024-02-03T04:05:06Z", "04:05:06"}[r.IntN(3)]}
	case 6, 7:
		v := list()
		for range r.IntN(3) * min(depth, 1) {
			v.Items = append(v.Items, kb.Entry{Value: randomValue(r, depth-1)})
		}
		return v
	}
	if depth == 0 {
		return kb.Value{Type: kb.Bool, Str: "true"}
	}
	return table("k 1", randomValue(r, depth-1))
}

// place is a value of a file.
type place struct {
	path  edit.Path
	steps []any // of the path as the oracle takes them: strings and ints
	key   int   // offset of its key, or of the value of an element
	value kb.Value
}

func places(v kb.Value, at place) []place {
	at.value = v
	out := []place{at}
	for i, entry := range v.Items {
		next := place{path: at.path.Then(edit.Key(entry.Key)), steps: append(slices.Clip(at.steps), any(entry.Key)), key: int(entry.KeyPos.Offset)}
		if v.Type == kb.List {
			next = place{path: at.path.Then(edit.Index(i)), steps: append(slices.Clip(at.steps), any(i)), key: int(entry.Value.Pos.Offset)}
		}
		out = append(out, places(entry.Value, next)...)
	}
	return out
}

// parsed reads a text with another library than the one behind the editor.
func parsed(t *testing.T, text []byte) (map[string]any, bool) {
	t.Helper()
	out := make(map[string]any)
	err := gotoml.Unmarshal(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), &out)
	return out, err == nil
}

// changed returns a tree after a function has replaced the value at a place; without a
// value there it is removed.
func changed(of any, steps []any, by func(old any) (value any, keep bool)) (any, bool) {
	if len(steps) == 0 {
		return by(of)
	}
	switch of := of.(type) {
	case map[string]any:
		key := steps[0].(string)
		if v, keep := changed(of[key], steps[1:], by); keep {
			of[key] = v
		} else {
			delete(of, key)
		}
		return of, true
	case []any:
		at := steps[0].(int)
		if v, keep := changed(of[at], steps[1:], by); keep {
			of[at] = v
		} else {
			of = slices.Delete(of, at, at+1)
		}
		return of, true
	}
	panic("no such place")
}

// native returns a value as the other library reads it.
func native(t *testing.T, v kb.Value) any {
	t.Helper()
	switch v.Type {
	case kb.String:
		return v.Str
	case kb.List:
		out := []any{}
		for i := range v.Items {
			out = append(out, native(t, v.Items[i].Value))
		}
		return out
	case kb.Table:
		out := make(map[string]any)
		for i := range v.Items {
			out[v.Items[i].Key] = native(t, v.Items[i].Value)
		}
		return out
	}
	tree, ok := parsed(t, []byte("x = "+v.Str))
	if !ok {
		t.Fatalf("%q is no value", v.Str)
	}
	return tree["x"]
}

// trial is a random change, and what is to come of it.
type trial struct {
	name   string
	change change
	// intend applies the change to what the other library has read.
	intend  func(tree any) any
	isExact bool // nothing that was implied can go with it
	back    func(text []byte) ([]byte, error)
}

func randomTrial(t *testing.T, r *rand.Rand, all []place) trial {
	t.Helper()
	at := all[r.IntN(len(all))]
	at.path = slices.Clip(at.path)
	v := randomValue(r, 2)
	apply := func(steps []any, by func(any) (any, bool)) func(any) any {
		return func(tree any) any {
			out, _ := changed(tree, steps, by)
			return out
		}
	}
	to := func(any) (any, bool) { return native(t, v), true }
	asElement := func(old any) (any, bool) {
		of, _ := old.([]any)
		return append(of, native(t, v)), true
	}
	switch n := r.IntN(8); {
	case n == 0:
		return trial{"set", func(d *edit.Document) ([]byte, error) { return d.Set(at.path, v) }, apply(at.steps, to), true, nil}
	case n == 1 && len(at.path) > 0:
		gone := func(any) (any, bool) { return nil, false }
		return trial{"remove", func(d *edit.Document) ([]byte, error) { return d.Remove(at.path) }, apply(at.steps, gone), false, nil}
	case n == 2 && at.value.Type == kb.List:
		index := r.IntN(len(at.value.Items) + 1)
		by := func(old any) (any, bool) { return slices.Insert(old.([]any), index, native(t, v)), true }
		return trial{"insert", func(d *edit.Document) ([]byte, error) { return d.Insert(at.path, index, v) }, apply(at.steps, by), true, undone(remove(at.path.Then(edit.Index(index))...))}
	case n == 3 && at.value.Type != kb.List:
		by := func(old any) (any, bool) { return []any{old, native(t, v)}, true }
		return trial{"append", func(d *edit.Document) ([]byte, error) { return d.Append(at.path, v) }, apply(at.steps, by), true, nil}
	case n == 4 && len(at.path) > 0:
		key, isKey := at.steps[len(at.steps)-1].(string)
		if !isKey {
			return randomTrial(t, r, all)
		}
		by := func(old any) (any, bool) {
			of := old.(map[string]any)
			of["re named"] = of[key]
			delete(of, key)
			return of, true
		}
		return trial{"rename", func(d *edit.Document) ([]byte, error) { return d.Rename(at.path, "re named") }, apply(at.steps[:len(at.steps)-1], by), true, nil}
	case at.value.Type != kb.Table:
		return randomTrial(t, r, all)
	case n == 5 || n == 6:
		key := []string{"new", "n k", ""}[r.IntN(3)]
		v = table("in", v)
		p, steps := at.path.Then(edit.Key(key)), append(slices.Clip(at.steps), any(key))
		back := undone(remove(p...))
		if slices.ContainsFunc(at.value.Items, func(e kb.Entry) bool { return e.Key == key }) {
			back = nil // it holds more than what is added
		}
		if n == 5 {
			return trial{"table", func(d *edit.Document) ([]byte, error) { return d.AddTable(p, v) }, apply(steps, to), true, back}
		}
		return trial{"element", func(d *edit.Document) ([]byte, error) { return d.AddElement(p, v) }, apply(steps, asElement), true, back}
	}
	key := []string{"new", "a very long key", "é"}[r.IntN(3)]
	steps := append(slices.Clip(at.steps), any(key))
	return trial{"add", func(d *edit.Document) ([]byte, error) { return d.Add(at.path, key, v) }, apply(steps, to), true, nil}
}

// pruned removes empty tables and lists, of which a removal may leave some or not.
func pruned(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, of := range v {
			if v[key] = pruned(of); v[key] == nil {
				delete(v, key)
			}
		}
		if len(v) == 0 {
			return nil
		}
	case []any:
		for i := range v {
			v[i] = pruned(v[i])
		}
		v = slices.DeleteFunc(v, func(of any) bool { return of == nil })
		if len(v) == 0 {
			return nil
		}
		return v
	}
	return v
}

// TestRandomChanges makes random changes to random files. Another library reads the same
// change from the result; the lines outside stay; a change back gives the former text.
func TestRandomChanges(t *testing.T) {
	seeds := uint64(3_000)
	if testing.Short() {
		seeds = 300
	}
	made, refused := make(map[string]int), make(map[string]int)
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 19))
		text := document(r)
		d, err := edit.Parse("a.toml", text)
		before, ok := parsed(t, text)
		if err != nil || !ok {
			continue
		}
		all := places(d.Value(nil), place{})
		c := randomTrial(t, r, all)
		after, err := c.change(d)
		if err != nil {
			if !errors.As(err, new(*edit.Error)) || after != nil {
				t.Fatalf("seed %d: %s: %v", seed, c.name, err)
			}
			refused[c.name]++
			continue
		}
		made[c.name]++
		got, ok := parsed(t, after)
		want := c.intend(before)
		if !c.isExact {
			got, _ = pruned(got).(map[string]any)
			want, _ = pruned(want).(map[string]any)
		}
		if !ok || fmt.Sprint(got) != fmt.Sprint(want) && !reflect.DeepEqual(any(got), want) {
			t.Fatalf("seed %d: %s of\n%s\nbecame\n%s", seed, c.name, text, after)
		}
		linesStay(t, seed, c.name, text, after)
		if c.back != nil {
			back, err := c.back(after)
			if err != nil || !bytes.Equal(dense(back), dense(text)) {
				t.Fatalf("seed %d: %s of\n%q\nbecame\n%q\nand back\n%q (%v)", seed, c.name, text, after, back, err)
			}
		}
	}
	t.Logf("made %v, refused %v", made, refused)
}

// dense returns a text without white space, which two changes may leave.
func dense(text []byte) []byte { return bytes.Join(bytes.Fields(text), nil) }

// undone returns the change back by another one.
func undone(by change) func(text []byte) ([]byte, error) {
	return func(text []byte) ([]byte, error) {
		d, err := edit.Parse("a.toml", text)
		if err != nil {
			return nil, err
		}
		return by(d)
	}
}

// linesStay checks that a change replaces one run of lines at most, or lines that hold
// the value, and leaves the byte order mark and the kind of line breaks.
func linesStay(t *testing.T, seed uint64, name string, before, after []byte) {
	t.Helper()
	bad := func(why string) { t.Fatalf("seed %d: %s: %s\n%q\n%q", seed, name, why, before, after) }
	if bytes.HasPrefix(before, []byte("\xef\xbb\xbf")) != bytes.HasPrefix(after, []byte("\xef\xbb\xbf")) {
		bad("the byte order mark")
	}
	isCRLF, alone := bytes.Contains(before, []byte("\r\n")), bytes.Contains(bytes.ReplaceAll(after, []byte("\r\n"), nil), []byte("\n"))
	if bytes.Contains(before, []byte("\n")) && (isCRLF && alone || !isCRLF && bytes.Contains(after, []byte("\r\n"))) {
		bad("the line breaks")
	}
	if len(bytes.TrimPrefix(after, []byte("\xef\xbb\xbf"))) > 0 && len(bytes.Trim(before, "\ufeff \t\r\n")) > 0 && bytes.HasSuffix(before, []byte("\n")) != bytes.HasSuffix(after, []byte("\n")) {
		bad("the last line break")
	}
	if name == "add" || name == "table" || name == "element" || name == "insert" {
		// Nothing is taken away but white space: what was is a subsequence of what is.
		rest := after
		for _, c := range before {
			at := bytes.IndexByte(rest, c)
			switch {
			case at >= 0:
				rest = rest[at+1:]
			case len(bytes.TrimSpace([]byte{c})) > 0:
				bad("something is taken away")
			}
		}
	}
}
