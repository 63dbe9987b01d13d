package decode

import (
	"fmt"
	"testing"

	gotoml "github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"rihla/model/kb"
)

// compareWithOracle compares with another decoder in cases in which ours loses keys.
func compareWithOracle(t *testing.T, text []byte, whole fragment) {
	t.Helper()
	var values map[string]any
	if err := gotoml.Unmarshal(text, &values); err != nil {
		return // not TOML, but ours accepts it
	}
	if !sameButDates(tableOf(whole.items, 3), values) {
		t.Fatalf("another decoder says\n%+v\nwe say\n%+v\n%q", values, whole.items, clip(text))
	}
}

// sameButDates compares with a decoder that has other types for dates.
func sameButDates(v kb.Value, decoded any) bool {
	switch d := decoded.(type) {
	case map[string]any:
		if v.Type != kb.Table || len(v.Items) != len(d) {
			return false
		}
		for _, item := range v.Items {
			if !sameButDates(item.Value, d[item.Key]) {
				return false
			}
		}
		return true
	case []any:
		if v.Type != kb.List || len(v.Items) != len(d) {
			return false
		}
		for i, item := range v.Items {
			if !sameButDates(item.Value, d[i]) {
				return false
			}
		}
		return true
	}
	return v.Type == kb.Date || same(v, decoded)
}

// where holds the expected positions of a value.
type where struct {
	key, value int // -1 if the oracle does not know
	explicit   bool
	first      int // offset of the first mention
}

// oracle finds the positions of all values of a valid text with another parser.
// A value's path has a slash before each key and a # before each index.
type oracle struct {
	places map[string]where
	counts map[string]int // elements of the arrays of tables
}

func ask(t *testing.T, text []byte) map[string]where {
	t.Helper()
	var values map[string]any
	if gotoml.Unmarshal(text, &values) != nil {
		return nil
	}
	p := unstable.Parser{}
	p.Reset(text)
	o := oracle{map[string]where{}, map[string]int{}}
	table := ""
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = o.header(text, e)
		case unstable.KeyValue:
			o.entry(table, e)
		}
	}
	if p.Error() != nil {
		return nil
	}
	return o.places
}

func (o *oracle) mention(path string, key, value int) {
	if _, ok := o.places[path]; !ok {
		o.places[path] = where{key: key, value: value, first: key}
	}
}

func (o *oracle) header(text []byte, e *unstable.Node) string {
	path, key, bracket := "", 0, 0
	for it := e.Key(); it.Next(); {
		node := it.Node()
		key = int(node.Raw.Offset)
		if path == "" {
			for bracket = key; bracket >= 0 && text[bracket] != '['; bracket-- {
			}
			if e.Kind == unstable.ArrayTable {
				bracket--
			}
		} else if n := o.counts[path]; n > 0 {
			path += fmt.Sprintf("#%d", n-1)
		}
		path += "/" + string(node.Data)
		o.mention(path, key, bracket)
	}
	if e.Kind == unstable.ArrayTable {
		list := path
		path = fmt.Sprintf("%s#%d", list, o.counts[list])
		o.counts[list]++
		o.mention(path, bracket, bracket)
		return path
	}
	if w := o.places[path]; !w.explicit {
		o.places[path] = where{key: key, value: bracket, explicit: true, first: w.first}
	}
	return path
}

func (o *oracle) entry(path string, e *unstable.Node) {
	it := e.Key()
	for it.Next() {
		path += "/" + string(it.Node().Data)
		key := int(it.Node().Raw.Offset)
		if it.IsLast() {
			o.value(path, key, e.Value())
		} else {
			o.mention(path, key, key)
		}
	}
}

func (o *oracle) value(path string, key int, v *unstable.Node) {
	at := int(v.Raw.Offset)
	if v.Kind == unstable.Array {
		at = -1 // the parser has no position for these
	}
	if key < 0 {
		key = at
	}
	o.places[path] = where{key: key, value: at, first: key}
	switch v.Kind {
	case unstable.Array:
		i := 0
		for it := v.Children(); it.Next(); i++ {
			o.value(fmt.Sprintf("%s#%d", path, i), -1, it.Node())
		}
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			o.entry(path, it.Node())
		}
	}
}

// comparePositions fails if a value of a valid text has another position than the
// oracle found. It returns the number of values.
func comparePositions(t *testing.T, text []byte, root kb.Value) int {
	t.Helper()
	places := ask(t, text)
	if places == nil {
		return 0
	}
	n := 0
	var walk func(path string, v kb.Value)
	walk = func(path string, v kb.Value) {
		last := -1
		for i, item := range v.Items {
			at := path + "/" + item.Key
			if v.Type == kb.List {
				at = fmt.Sprintf("%s#%d", path, i)
			}
			want, ok := places[at]
			key, value := int(item.KeyPos.Offset), int(item.Value.Pos.Offset)
			if want.value < 0 && text[value] == '[' {
				want.value = value
			}
			if want.key < 0 {
				want.key = value
			}
			if !ok || key != want.key || value != want.value {
				t.Fatalf("%s is at %d and %d, the oracle says %+v %v\n%q", at, key, value, want, ok, clip(text))
			}
			if want.first >= 0 && want.first < last {
				t.Fatalf("%s is out of order\n%q", at, clip(text))
			}
			last = want.first
			n++
			walk(at, item.Value)
		}
	}
	walk("", root)
	return n
}
