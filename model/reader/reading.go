package reader

import (
	"context"
	"fmt"
	"sort"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/files"
	"rihla/model/tune"
)

// reading is the state of one read.
type reading struct {
	ctx     context.Context
	options Options
	listing files.Listing // of a folder
	collector
}

func newReading(ctx context.Context, o Options) *reading {
	return &reading{ctx: ctx, options: o, collector: newCollector(&kb.KB{})}
}

const (
	// outlineThreshold is the size of the input, in bytes, from which it is
	// outlined before it is decoded.
	outlineThreshold = 512 << 10
	// gcThreshold is the size of the input, in bytes, below which no garbage is
	// collected during a read.
	gcThreshold = 2 << 20
	// memoryThreshold is the size of the input, in bytes, from which memory
	// matters more than time.
	memoryThreshold = 200 << 20
)

// packThreshold is the size, in bytes, of the smallest file whose entities stay
// packed until they are linked: decoded, they take several times the size of the
// file.
var packThreshold = 32 << 20

// gcPercentFor returns the garbage collection percentage for reading an input of
// a size in bytes. Almost everything that decoding allocates is garbage at once;
// at 100 percent, collecting it takes a third of the time.
func gcPercentFor(size int64) int {
	switch {
	case size < gcThreshold:
		return -1
	case size >= memoryThreshold:
		return 100
	}
	return 300
}

// run reads the inputs and links their entities.
func (r *reading) run(inputs []files.Input) (*kb.KB, error) {
	size := files.TotalSize(inputs)
	var gc tune.GC
	gc.Set(gcPercentFor(size))
	defer gc.Release()
	loaded, err := r.load(inputs)
	if err != nil {
		return nil, err
	}
	r.kb.Files = loaded
	if r.options.OnOutline != nil && size >= outlineThreshold {
		r.progress(StageDecoding, 0, size)
		if outline := r.outline(loaded); outline != nil {
			r.options.OnOutline(outline)
		}
	}
	docs, err := r.decode(loaded)
	if err != nil {
		return nil, err
	}
	r.collect(docs)
	hidden := checkFilesInBackground(docs)
	f, err := r.nameEntities()
	if err == nil {
		err = r.link(f)
	}
	inFiles := <-hidden
	if err != nil {
		return nil, err
	}
	r.findHome()
	r.merge(inFiles)
	r.report(f)
	r.noteSkipped()
	return r.kb, nil
}

// inference returns what was inferred so far.
func (r *reading) inference() *kb.Inference {
	if r.kb.Inference == nil {
		r.kb.Inference = new(kb.Inference)
	}
	return r.kb.Inference
}

// noteSkipped adds what was skipped of a folder. A folder that cannot be read is
// a finding, before all others.
func (r *reading) noteSkipped() {
	r.inference().Skipped = r.listing.Skipped
	var unreadable []kb.Finding
	for i, folder := range r.listing.Skipped.Unreadable {
		unreadable = append(unreadable, kb.Finding{
			Code: kb.Syntax, Position: kb.Position{File: folder}, Message: fmt.Sprintf("the folder cannot be read: %v", r.listing.Causes[i]),
			Hint: "allow it to be read, or begin its name with _ to leave it out",
		})
	}
	r.kb.Findings = append(unreadable, r.kb.Findings...)
}

// load reads the bytes of the inputs. An input that cannot be read is a finding,
// unless it is the only one.
func (r *reading) load(inputs []files.Input) ([]*kb.File, error) {
	loaded := make([]*kb.File, len(inputs))
	errs := make([]error, len(inputs))
	if err := parallel.EachContext(r.ctx, len(inputs), func(i int) {
		text, err := inputs[i].Read()
		loaded[i], errs[i] = kb.NewFile(inputs[i].Path, text), err
	}); err != nil {
		return nil, err
	}
	for i, err := range errs {
		if err != nil && !r.isFolder {
			return nil, fmt.Errorf("cannot read %s: %w", inputs[i].Path, files.Cause(err))
		}
		if err != nil {
			r.add(kb.Syntax, kb.Pos{File: uint32(i)}, "", "cannot be read: "+files.Cause(err).Error(), "")
		}
	}
	return loaded, nil
}

// decode decodes the files, the largest first, so that no worker starts on a
// large one when the others are done.
func (r *reading) decode(loaded []*kb.File) ([]*document, error) {
	docs := make([]*document, len(loaded))
	order := make([]int, len(loaded))
	var done atomic.Int64
	total := int64(0)
	for i, file := range loaded {
		order[i] = i
		total += int64(len(file.Text))
	}
	sort.SliceStable(order, func(i, j int) bool { return len(loaded[order[i]].Text) > len(loaded[order[j]].Text) })
	r.progress(StageDecoding, 0, total)
	err := parallel.EachContext(r.ctx, len(loaded), func(n int) {
		i := order[n]
		text := loaded[i].Text
		reported := new(atomic.Int64)
		doc := &document{file: loaded[i], number: uint32(i)}
		doc.root, doc.problems = decode.File(text, doc.number, func(bytes int, entries []kb.Entry) {
			if len(text) >= packThreshold {
				doc.pack(entries)
			}
			reported.Add(int64(bytes))
			r.progress(StageDecoding, done.Add(int64(bytes)), total)
		})
		docs[i] = doc
		r.progress(StageDecoding, done.Add(int64(len(text))-reported.Load()), total)
	})
	return docs, err
}

func (r *reading) progress(stage Stage, done, total int64) {
	if r.options.OnProgress != nil {
		r.options.OnProgress(Progress{Stage: stage, Done: done, Total: total})
	}
}

// findHome looks up the entity that the manifest names as the first selection.
func (r *reading) findHome() {
	home := r.manifest.home.Value
	if home.Type == kb.Null {
		return
	}
	if home.Type != kb.String {
		r.addBadType(home, "home", `an address like "company/oracle"`)
		return
	}
	if r.kb.Home = r.kb.Lookup(kb.Address(home.Str)); r.kb.Home == nil {
		r.add(kb.DanglingReference, home.Pos, "", fmt.Sprintf("no entity has the address %q", shorten(home.Str)), r.guess.address(r.kb, home.Str))
	}
}
