package decode

import (
	"reflect"
	"strconv"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// same reports whether a value equals the decoder's.
func same(v kb.Value, decoded any) bool {
	switch d := decoded.(type) {
	case map[string]any:
		if v.Type != kb.Table || len(v.Items) != len(d) {
			return false
		}
		for _, item := range v.Items {
			want, ok := d[item.Key]
			if !ok || !same(item.Value, want) {
				return false
			}
		}
		return true
	case []any, []map[string]any:
		if v.Type != kb.List || len(v.Items) != lengthOf(d) {
			return false
		}
		for i, item := range v.Items {
			if item.Key != "" || !same(item.Value, elementOf(d, i)) {
				return false
			}
		}
		return true
	case string:
		return v.Type == kb.String && v.Str == d
	case int64:
		n, err := strconv.ParseInt(v.Str, 10, 64)
		return v.Type == kb.Int && err == nil && n == d
	case float64:
		f, err := strconv.ParseFloat(v.Str, 64)
		return v.Type == kb.Float && err == nil && (f == d || f != f && d != d)
	case bool:
		return v.Type == kb.Bool && v.Str == strconv.FormatBool(d)
	case time.Time:
		// The written form must decode to the same time.
		again, problem := parse([]byte("v = " + v.Str))
		t, ok := again["v"].(time.Time)
		return problem == nil && ok && v.Type == kb.Date && t.Equal(d) && t.Location().String() == d.Location().String()
	}
	return false
}

// compared counts the cases of a comparison, to show that there were some.
type compared struct{ all, valid, pieces, lost int }

// compareChunks fails if a text decoded in chunks of a size differs from the text
// decoded as a whole, or if File differs from the decoder.
func compareChunks(t *testing.T, text []byte, size int, count *compared) {
	t.Helper()
	count.all++
	sections, refused := scan.Sections(text)
	got, problems := File(text, 3, nil)
	checkProblems(t, text, problems)
	if len(refused) > 0 || scan.DetectForeign(text) != nil {
		if len(problems) == 0 {
			t.Fatalf("refused, and nothing said\n%q", clip(text))
		}
		return
	}
	values, problem := parse(text)
	var whole fragment
	if problem == nil {
		count.valid++
		whole = build(text, 0, len(text), 3, values)
		if !same(tableOf(whole.items, 3), values) {
			count.lost++
			compareWithOracle(t, text, whole)
		}
	}
	valid := problem == nil && len(whole.problems) == 0
	if valid != (len(problems) == 0) {
		t.Fatalf("the decoder says %v, File says %v\n%q", problem, problems, clip(text))
	}
	byChunks, told := decodeFile(text, 3, 0, size, func(int, []kb.Entry) {})
	checkProblems(t, text, told)
	if valid != (len(told) == 0) {
		t.Fatalf("the decoder says %v, in chunks of %d: %v\n%q", problem, size, told, clip(text))
	}
	if valid && !reflect.DeepEqual(clear(byChunks.Items), clear(whole.items)) {
		t.Fatalf("in chunks of %d:\n%+v\nwhole:\n%+v\n%q", size, byChunks.Items, whole.items, clip(text))
	}
	if _, _, verdict := decodeInChunks(text, 3, sections, size, func(int, []kb.Entry) {}); verdict == verdictValid {
		count.pieces++
	}
	if valid && !reflect.DeepEqual(clear(got.Items), clear(whole.items)) {
		t.Fatalf("File gives\n%+v\nwhole:\n%+v\n%q", got.Items, whole.items, clip(text))
	}
}

// clear replaces empty lists by nil.
func clear(items []kb.Entry) []kb.Entry {
	var out []kb.Entry
	for _, item := range items {
		item.Value.Items = clear(item.Value.Items)
		out = append(out, item)
	}
	return out
}

func checkProblems(t *testing.T, text []byte, problems []Problem) {
	t.Helper()
	if len(problems) > maxProblems+1 {
		t.Fatalf("%d problems\n%q", len(problems), clip(text))
	}
	for i, p := range problems {
		if p.Says.IsEmpty() || p.Offset < 0 || p.Offset > len(text) || p.Code != kb.Syntax && p.Code != kb.DuplicateKey {
			t.Fatalf("problem %+v\n%q", p, clip(text))
		}
		if i > 0 && problems[i-1].Offset > p.Offset {
			t.Fatalf("problems out of order: %+v\n%q", problems, clip(text))
		}
	}
}

// clip shortens a text for a failure message.
func clip(text []byte) []byte { return text[:min(len(text), 2000)] }
