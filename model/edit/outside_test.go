package edit_test

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
)

// TestBytesOutsideAChangeStay sets, extends, renames and removes random values of random
// files. The range of each value is found by decoding what may be it.
func TestBytesOutsideAChangeStay(t *testing.T) {
	seeds := uint64(2_000)
	if testing.Short() {
		seeds = 300
	}
	checked := make(map[string]int)
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 20))
		text := document(r)
		d, err := edit.Parse("a.toml", text)
		if err != nil {
			continue
		}
		all := places(d.Value(nil), place{})
		at, v := all[r.IntN(len(all))], randomValue(r, 2)
		from := int(at.value.Pos.Offset)
		to, ok := valueEnd(text, from, at.value)
		if !ok || len(at.path) == 0 {
			continue
		}
		before := bytes.Clone(text)
		for name, c := range map[string]struct {
			change func(p edit.Path) ([]byte, error)
			isKept func(before, after string) bool
		}{
			"set": {func(p edit.Path) ([]byte, error) { return d.Set(p, v) }, func(before, after string) bool {
				rest := before[to:]
				if comment := strings.TrimLeft(rest, " "); !strings.HasSuffix(after, rest) && strings.HasPrefix(comment, "#") {
					rest = comment // it may have been moved to its column
				}
				return strings.HasPrefix(after, before[:from]) && strings.HasSuffix(after[from:], rest) && reads(strings.TrimSpace(after[from:len(after)-len(rest)]), v)
			}},
			"append": {func(p edit.Path) ([]byte, error) { return d.Append(p, v) }, func(before, after string) bool {
				open, shut := before[:from]+"["+before[from:to]+", ", "]"+before[to:]
				return at.value.Type == kb.List || strings.HasPrefix(after, open) && strings.HasSuffix(after[len(open):], shut) && reads(after[len(open):len(after)-len(shut)], v)
			}},
			"rename": {func(p edit.Path) ([]byte, error) { return d.Rename(p, "re named") }, func(before, after string) bool {
				return isRenamed(tight(before), tight(after), at.steps[len(at.steps)-1].(string))
			}},
			"remove": {d.Remove, func(before, after string) bool {
				head, tail := before[:strings.LastIndexByte(before[:at.key], '\n')+1], ""
				if end := strings.IndexByte(before[to:], '\n'); end >= 0 {
					tail = before[to+end:]
				}
				return isWithin(after, before) && strings.HasPrefix(bare(after), bare(head)) && strings.HasSuffix(bare(after)[len(bare(head)):], bare(tail))
			}},
		} {
			after, err := c.change(at.path)
			if !bytes.Equal(text, before) {
				t.Fatalf("seed %d: %s changed the former text", seed, name)
			}
			if err != nil {
				continue
			}
			checked[name]++
			if !c.isKept(string(before), string(after)) {
				t.Fatalf("seed %d: %s of %s of\n%q\nbecame\n%q", seed, name, at.path, before, after)
			}
		}
	}
	for _, name := range []string{"set", "append", "rename", "remove"} {
		if checked[name] < int(seeds)/20 {
			t.Errorf("%s is checked %d times only", name, checked[name])
		}
	}
}

// valueEnd returns where the value ends that begins at an offset, if it is written in
// one place.
func valueEnd(text []byte, from int, v kb.Value) (to int, ok bool) {
	to = from + 1
	if marks := text[from:min(from+3, len(text))]; v.Type == kb.String && len(marks) == 3 && bytes.Equal(marks, bytes.Repeat(marks[:1], 3)) {
		to = from + 6
	}
	for ; to <= len(text); to++ {
		if reads(string(text[from:to]), v) {
			rest := text[to:]
			more := bytes.TrimLeft(rest, "0123456789_.+-:abcdefinoxZ")
			switch v.Type {
			case kb.String:
				more = bytes.TrimLeft(rest, string(text[from]))
			case kb.List, kb.Table:
				more = rest
			}
			return len(text) - len(more), true
		}
	}
	return 0, false
}

// reads reports whether a text is a value.
func reads(text string, v kb.Value) bool {
	got, err := edit.Parse("", []byte("x = "+text))
	want, _ := edit.Parse("", nil)
	added, refused := want.Add(nil, "x", v)
	if err != nil || refused != nil {
		return false
	}
	want, err = edit.Parse("", added)
	return err == nil && bytes.Equal(got.Value(nil).AppendContent(nil), want.Value(nil).AppendContent(nil))
}

var spaceBeforeEquals = regexp.MustCompile(`[ \t]+=`)

// tight returns a text without the spaces that align equals signs.
func tight(text string) string { return spaceBeforeEquals.ReplaceAllString(text, "=") }

var renamed = regexp.MustCompile(`"re named"|'re named'`)

// isRenamed reports whether a text is another but for a key in some places.
func isRenamed(before, after, key string) bool {
	pieces := renamed.Split(after, -1)
	rest, ok := strings.CutPrefix(before, pieces[0])
	for _, piece := range pieces[1:] {
		if !ok {
			return false
		}
		for to := range rest {
			d, err := edit.Parse("", []byte(rest[:to]+"=1"))
			if err == nil && d.Value(edit.Keys(key)).Type == kb.Int {
				if after, found := strings.CutPrefix(rest[to:], piece); found {
					rest, ok = after, true
					break
				}
			}
			ok = false
		}
	}
	return ok && rest == ""
}

// isWithin reports whether a text is another with something taken away.
func isWithin(text, of string) bool {
	for i := range len(of) {
		if text != "" && text[0] == of[i] {
			text = text[1:]
		}
	}
	return text == ""
}

// bare returns a text without white space and commas.
func bare(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n,", r) }), "")
}
