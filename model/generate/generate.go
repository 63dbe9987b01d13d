// Package generate writes random knowledge bases of any size and layout for tests
// and benchmarks; the same options give the same bytes. They resemble real ones
// (names with accents, texts in French and English, claims with sources), but their
// content means nothing.
package generate

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Shape is the layout of entities in files.
type Shape uint8

// The shapes.
const (
	KeyedTables   Shape = iota // [company.key], in one file or several
	ArrayElements              // [[company]], in one file or several
	WholeFile                  // one file for each entity
)

// Options describe a random knowledge base.
type Options struct {
	Seed     uint64
	Entities int // of all kinds
	Shape    Shape
	// Files is the number of files; 0 means one. With WholeFile it is the number
	// of entities.
	Files int
	// Chain makes each company the parent of the next one, so that paths are as
	// long as there are companies; otherwise parents are random.
	Chain bool
}

// counts are the numbers of entities of each kind.
type counts struct{ cities, themes, sources, companies int }

func (o Options) counts() counts {
	const minAll = 8 // fewer are all companies
	n := o.Entities
	if n < minAll {
		return counts{companies: n}
	}
	c := counts{cities: max(1, min(1000, n/50)), themes: max(1, min(60, n/20)), sources: max(1, min(2000, n/40))}
	c.companies = n - c.cities - c.themes - c.sources
	return c
}

// File writes the whole knowledge base as one file.
func File(w io.Writer, o Options) error {
	b := bufio.NewWriterSize(w, 1<<20)
	g := newGenerator(o)
	for n := range o.Entities {
		g.entity(b, n)
	}
	return b.Flush()
}

// Write writes the knowledge base to a path: as one file, or as a folder.
func Write(path string, o Options) error {
	if o.Shape != WholeFile && o.Files <= 1 {
		return writeFile(path, func(w io.Writer) error { return File(w, o) })
	}
	files := o.Files
	if o.Shape == WholeFile {
		files = o.Entities
	}
	g := newGenerator(o)
	for f := range files {
		from, to := f*o.Entities/files, (f+1)*o.Entities/files
		name := fmt.Sprintf("part-%06d.toml", f)
		if o.Shape == WholeFile {
			name = filepath.Join(g.kindOf(from), g.key(from)+".toml")
		}
		name = filepath.Join(path, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		err := writeFile(name, func(w io.Writer) error {
			b := bufio.NewWriter(w)
			for n := from; n < to; n++ {
				g.entity(b, n)
			}
			return b.Flush()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// generator makes the entities of one knowledge base by their numbers: companies,
// cities, themes, sources.
type generator struct {
	Options
	counts counts
}

func newGenerator(o Options) *generator { return &generator{Options: o, counts: o.counts()} }

// rand returns the random generator of one entity, so that it can be written
// without the entities before it.
func (g *generator) rand(n int) *rand.Rand { return rand.New(rand.NewPCG(g.Seed, uint64(n))) }

func (g *generator) kindOf(n int) string {
	c := g.counts
	switch {
	case n < c.companies:
		return "company"
	case n < c.companies+c.cities:
		return "city"
	case n < c.companies+c.cities+c.themes:
		return "theme"
	}
	return "source"
}

// key returns the key of an entity.
func (g *generator) key(n int) string {
	return fmt.Sprintf("%s-%d", slug(g.name(n)), n)
}

func (g *generator) name(n int) string { return properName(g.rand(n)) }

// city returns the key of a random city.
func (g *generator) city(r *rand.Rand) string {
	return g.key(g.counts.companies + r.IntN(g.counts.cities))
}

func (g *generator) theme(r *rand.Rand) string {
	return g.key(g.counts.companies + g.counts.cities + r.IntN(g.counts.themes))
}

func (g *generator) source(r *rand.Rand) string {
	return g.key(g.counts.companies + g.counts.cities + g.counts.themes + r.IntN(g.counts.sources))
}
