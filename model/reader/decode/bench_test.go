package decode

import (
	"bytes"
	"fmt"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// entities returns a file of about n bytes: keyed tables with subtables, then an array
// of tables.
func entities(size int) []byte {
	var b bytes.Buffer
	b.WriteString("[kb]\nformat = 1\ntitle = { fr = \"Une base\", en = \"A base\" }\n\n")
	for i := 0; b.Len() < size; i++ {
		if b.Len() < size/2 {
			fmt.Fprintf(&b, "[company.c%d]\n", i)
		} else {
			fmt.Fprintf(&b, "[[package]]\nid = \"p%d\"\n", i)
		}
		fmt.Fprintf(&b, "name = \"Company number %d\"\naliases = [\"C%d\", \"Société %d\"]\nfounded = %d\n", i, i, i, 1900+i%120)
		fmt.Fprintf(&b, "summary = \"A company that makes things, and sells them where it can.\"\n")
		fmt.Fprintf(&b, "headquarters = { to = \"city-%d\", since = 2020-12-%02d, source = \"s%d\" }\n", i%977, 1+i%28, i%31)
		fmt.Fprintf(&b, "location = [%d.5, -%d.25]\nbody = \"\"\"\nSeveral lines,\n[not a header]\nof *text*.\n\"\"\"\n", i%90, i%180)
		if b.Len() < size/2 {
			fmt.Fprintf(&b, "[company.c%d.access.teams]\nmods = \"write\"\n\n[[company.c%d.facts]]\ntext = \"It is so.\"\nsource = [\"s1\", \"s2\"]\n", i, i)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func sizes(b *testing.B, run func(b *testing.B, text []byte)) {
	for _, megabytes := range []int{6, 60} {
		text := entities(megabytes << 20)
		b.Run(fmt.Sprintf("%dMB", megabytes), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				run(b, text)
			}
		})
	}
}

func BenchmarkScan(b *testing.B) {
	sizes(b, func(b *testing.B, text []byte) {
		if sections, problems := scan.Sections(text); len(sections) < 2 || len(problems) > 0 {
			b.Fatal(len(sections), problems)
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	sizes(b, func(b *testing.B, text []byte) {
		sections, _ := scan.Sections(text)
		if len(split(text, sections, minChunk)) < 2 {
			b.Fatal("not split")
		}
	})
}

var kept kb.Value

func BenchmarkFile(b *testing.B) {
	sizes(b, func(b *testing.B, text []byte) {
		v, problems := File(text, 0, nil)
		if len(problems) > 0 {
			b.Fatal(problems)
		}
		kept = v
	})
}

// BenchmarkWhole is the decoder alone on the whole file, without positions.
func BenchmarkWhole(b *testing.B) {
	sizes(b, func(b *testing.B, text []byte) {
		if _, problem := parse(text); problem != nil {
			b.Fatal(problem)
		}
	})
}
