package decode

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"rihla/model/generate"
	"rihla/model/reader/scan"
)

// plainIsValid fails if a section of a text is taken for certainly valid and is not.
func plainIsValid(t *testing.T, text []byte) {
	t.Helper()
	sections, _ := scan.Sections(text)
	for _, s := range sections {
		section := text[s.Start:s.End]
		if !scan.IsPlain(section) {
			continue
		}
		if _, problems := File(section, 0, nil); len(problems) > 0 {
			t.Fatalf("%+v\n%q", problems, section)
		}
		if again, refused := scan.Sections(section); len(refused) > 0 || len(again) > 2 {
			t.Fatalf("%+v %+v\n%q", again, refused, section)
		}
	}
}

var plainSeeds = []string{
	"[a.b]\nname = \"x\\\"\\\\\\n\" # c\nn = -1\nf = 1.5\nd = 2020-02-28\nt = 2020-01-01T10:00:00Z\nb = true\n",
	"[[a]]\nl = [1, [2,\n 3], { x = 'y', \"z\" = [] },]\nm = '''\nx\n'''\nq = \"\"\"\nx\\n\"\"\"\n[\"a b\".'c']\n", "a = {}\nb = [\n]\n\n  # c\n",
	"a = 01\n", "a = 1__0\n", "a = \"\x01\"\n", "a = 2021-02-30\n", "a = 1\na = 2\n", "a = {b = 1, b = 2}\n", "a = {b = 1,}\n", "a = [1,,2]\n", "a = \"\"\"x\"\"\"\"\"\"\n",
	"a = 1.\n", "a = .5\n", "a = +1.5\n", "a = 9999999999999999999\n", "[a]]\n", "[[a]\n", "[]\n", "[a.]\n", "\"\" = 1\n", "a = \"\xff\"\n", "a = 'x\n", "a=1 b=2\n",
	"a = 2020-01-01T25:00:00Z\n", "a = [1 2]\n", "a = { b = [\n1] }\n", "'a.b' = 1\n\"a.b\" = 2\n", "a = '''''''\n", "a = \"\"\"\"\"\"\n", "a = true1\n",
}

func FuzzPlainIsValid(f *testing.F) {
	for _, text := range plainSeeds {
		f.Add([]byte(text))
	}
	f.Fuzz(plainIsValid)
}

func TestPlainIsValid(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, seed := range plainSeeds {
		plainIsValid(t, []byte(seed))
		for range 3000 {
			text := []byte(seed)
			for range 1 + r.IntN(3) {
				at := r.IntN(len(text) + 1)
				switch with := plainSeeds[r.IntN(len(plainSeeds))]; r.IntN(3) {
				case 0:
					text = append(text[:at:at], text[min(at+1+r.IntN(3), len(text)):]...)
				case 1:
					from := r.IntN(len(with))
					text = append(append(text[:at:at], with[from:min(from+1+r.IntN(8), len(with))]...), text[at:]...)
				case 2:
					text = append(append(text[:at:at], byte(r.IntN(256))), text[at:]...)
				}
			}
			plainIsValid(t, text)
		}
	}
}

func TestGeneratedBasesArePlain(t *testing.T) {
	for _, shape := range []generate.Shape{generate.KeyedTables, generate.ArrayElements} {
		var b bytes.Buffer
		if err := generate.File(&b, generate.Options{Entities: 300, Shape: shape}); err != nil {
			t.Fatal(err)
		}
		if !scan.IsPlain(b.Bytes()) {
			t.Errorf("shape %d is not plain", shape)
		}
	}
	for _, text := range plainSeeds[:3] {
		if !scan.IsPlain([]byte(text)) {
			t.Errorf("%q is not plain", text)
		}
	}
}
