package edit_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"rihla/model/edit"
)

// FuzzEdit makes a random change to any text that is TOML: another library still reads
// the result if it read the text.
func FuzzEdit(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(document(rand.New(rand.NewPCG(seed, 19))), seed)
	}
	for _, text := range []string{"a = { # c\n b = 1,\n}\n", "\"\\x41\" = 1\n", "a = '''''x'''''\n[b.\"c\"]\n", "a=[1,#\n2]"} {
		f.Add([]byte(text), uint64(1))
	}
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		d, err := edit.Parse("a.toml", text)
		if err != nil {
			return
		}
		c := randomTrial(t, rand.New(rand.NewPCG(seed, 19)), places(d.Value(nil), place{}))
		after, err := c.change(d)
		if err != nil {
			return
		}
		if _, ok := parsed(t, text); ok {
			if _, ok := parsed(t, after); !ok {
				t.Errorf("%s of\n%q\nbecame\n%q", c.name, text, after)
			}
		}
		if c.back != nil {
			if back, err := c.back(after); err != nil || !bytes.Equal(dense(back), dense(text)) {
				t.Errorf("%s of\n%q\nbecame\n%q\nand back\n%q (%v)", c.name, text, after, back, err)
			}
		}
	})
}
