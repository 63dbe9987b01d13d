// Package generate invents knowledge bases of any size and shape, for tests and
// benchmarks: the same options give the same bytes, everywhere and always. What
// it writes looks like what people keep (names with accents, texts in French
// and English, claims with sources), and means nothing.
package generate

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Shape is how entities stand in files.
type Shape uint8

// The shapes.
const (
	Keyed    Shape = iota // [company.key], in one file or several
	Elements              // [[company]], in one file or several
	Single                // one file an entity
)

// Options say what to invent.
type Options struct {
	Seed     uint64
	Entities int
	Shape    Shape
	// Files is how many files the entities are spread over; 0 means one. A
	// Single knowledge base has as many files as entities.
	Files int
	// Chain links each company to the one before it, so that links lead as
	// deep as there are companies.
	Chain bool
}

// counts is how many entities each kind has.
type counts struct{ cities, themes, sources, companies int }

func (o Options) counts() counts {
	const least = 8 // under it, there are companies only
	n := o.Entities
	if n < least {
		return counts{companies: n}
	}
	c := counts{cities: max(1, min(1000, n/50)), themes: max(1, min(60, n/20)), sources: max(1, min(2000, n/40))}
	c.companies = n - c.cities - c.themes - c.sources
	return c
}

// File writes the whole knowledge base as one file.
func File(w io.Writer, o Options) error {
	b := bufio.NewWriterSize(w, 1<<20)
	i := newInventor(o)
	for n := range o.Entities {
		i.entity(b, n)
	}
	return b.Flush()
}

// Write writes the knowledge base to a path: a file where there is to be one,
// else a folder of files.
func Write(path string, o Options) error {
	if o.Shape != Single && o.Files <= 1 {
		return writeFile(path, func(w io.Writer) error { return File(w, o) })
	}
	files := o.Files
	if o.Shape == Single {
		files = o.Entities
	}
	i := newInventor(o)
	for f := range files {
		from, to := f*o.Entities/files, (f+1)*o.Entities/files
		name := fmt.Sprintf("part-%06d.toml", f)
		if o.Shape == Single {
			name = filepath.Join(i.kindOf(from), i.key(from)+".toml")
		}
		name = filepath.Join(path, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		err := writeFile(name, func(w io.Writer) error {
			b := bufio.NewWriter(w)
			for n := from; n < to; n++ {
				i.entity(b, n)
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

// inventor invents the entities of one knowledge base, each by its number: the
// companies first, so that they are what a list begins with.
type inventor struct {
	Options
	counts counts
}

func newInventor(o Options) *inventor { return &inventor{Options: o, counts: o.counts()} }

// dice returns the source of chance of one entity, so that any can be written
// without those before it.
func (i *inventor) dice(n int) *rand.Rand { return rand.New(rand.NewPCG(i.Seed, uint64(n))) }

func (i *inventor) kindOf(n int) string {
	c := i.counts
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

// The keys of entities, by their number in the knowledge base.
func (i *inventor) key(n int) string {
	return fmt.Sprintf("%s-%d", slug(i.name(n)), n)
}

func (i *inventor) name(n int) string { return properName(i.dice(n)) }

// some returns the key of one entity of a kind.
func (i *inventor) city(r *rand.Rand) string {
	return i.key(i.counts.companies + r.IntN(i.counts.cities))
}

func (i *inventor) theme(r *rand.Rand) string {
	return i.key(i.counts.companies + i.counts.cities + r.IntN(i.counts.themes))
}

func (i *inventor) source(r *rand.Rand) string {
	return i.key(i.counts.companies + i.counts.cities + i.counts.themes + r.IntN(i.counts.sources))
}
