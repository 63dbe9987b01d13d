package reader

import (
	"context"
	"io/fs"
	"os"

	"rihla/model/kb"
	"rihla/model/reader/files"
	"rihla/model/tune"
)

// Glance reads enough of the files at path to complete names: all headers, and a sample of
// the entities of each kind, from which it infers the fields and the relations. Unlike
// those of Outline, its results are approximate: fields that few entities have may be
// missing. A small knowledge base is read in full; a large one is Partial, unless its
// headers do not suffice. The error is fs.ErrInvalid for anything but a regular file or a
// folder, such as a pipe, which may never end.
func Glance(ctx context.Context, path string) (*kb.KB, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &Error{path, files.Cause(err)}
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, &Error{path, fs.ErrInvalid}
	}
	r, inputs, err := newReadingOf(ctx, path, Options{OnOutline: func(*kb.KB) {}})
	if err != nil {
		return nil, err
	}
	size := files.TotalSize(inputs)
	if size < outlineThreshold {
		r.options.OnOutline = nil
		return r.run(inputs)
	}
	var gc tune.GC
	gc.Set(gcPercentFor(size))
	defer gc.Release()
	loaded, err := r.load(inputs)
	if err != nil {
		return nil, err
	}
	o := r.newOutliner(loaded)
	if o == nil {
		return Open(ctx, path, Options{})
	}
	o.inferGlancing()
	return o.kb, ctx.Err()
}

// inferGlancing infers the relations from samples, and loads the sampled entities.
func (o *outliner) inferGlancing() {
	_, rules := o.inferFromSamples()
	o.linker = newLinker(o.linker.facts, rules, newFieldTable())
	for _, kind := range o.kb.Kinds {
		sample := kind.Sample(linkSample)
		o.prepare(sample)
		for _, e := range sample {
			o.load(e)
		}
	}
}
