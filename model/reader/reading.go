package reader

import (
	"context"
	"slices"
	"sort"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/files"
	"rihla/model/say"
	"rihla/model/tune"
)

// reading is the state of one read.
type reading struct {
	ctx     context.Context
	options Options
	listing files.Listing   // of a folder
	sparse  []*files.Sparse // of the files that are completed after the outline; nil for others
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
	// gcBeside is the garbage collection percentage beside another knowledge base.
	gcBeside = 100
	// sparseThreshold is the size of a file, in bytes, from which its text is read
	// after the outline, but for parts.
	sparseThreshold = 4 << 20
	// maxSparse is the number of such files that are open at the same time.
	maxSparse = 64
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
	percent := gcPercentFor(size)
	if r.options.Beside {
		percent = min(percent, gcBeside)
	}
	gc.Set(percent)
	defer gc.Release()
	loaded, err := r.load(inputs)
	if err != nil {
		return nil, err
	}
	if r.options.OnOutline != nil && size >= outlineThreshold {
		r.progress(StageDecoding, 0, size)
		if outline := r.outline(loaded); outline != nil {
			r.options.OnOutline(outline)
		}
	}
	if loaded, err = r.complete(loaded); err != nil {
		return nil, err
	}
	r.kb.Files = loaded
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
	r.explainKinds(f)
	r.findHome()
	r.findRefused(&worker{facts: f})
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
	r.inference().Skipped.Excluded = r.excluded
	var unreadable []kb.Finding
	for i, folder := range r.listing.Skipped.Unreadable {
		unreadable = append(unreadable, kb.Finding{
			Code: kb.Unreadable, Position: kb.Position{File: folder},
			Problem: say.FolderNotRead.With(say.Cause(r.listing.Causes[i].Error())), Remedy: say.AllowOrLeaveOut.With(),
		})
	}
	r.kb.Findings = append(unreadable, r.kb.Findings...)
}

// load reads the bytes of the inputs. An input that cannot be read is a finding,
// unless it is the only one.
func (r *reading) load(inputs []files.Input) ([]*kb.File, error) {
	loaded := make([]*kb.File, len(inputs))
	r.sparse = r.openSparse(inputs)
	return loaded, r.eachFile(loaded, func(i int) error {
		if s := r.sparse[i]; s != nil {
			loaded[i] = kb.NewLazyFile(inputs[i].Path, s.Text, func() { s.Need(0, len(s.Text)) })
			return nil
		}
		text, err := inputs[i].Read()
		loaded[i] = kb.NewFile(inputs[i].Path, text)
		return err
	})
}

// openSparse opens the inputs of which an outline reads parts. Whatever is wrong
// with one is left to Read.
func (r *reading) openSparse(inputs []files.Input) []*files.Sparse {
	sparse := make([]*files.Sparse, len(inputs))
	left := maxSparse
	for i, in := range inputs {
		if r.options.OnOutline != nil && in.Size >= sparseThreshold && in.Open != nil && left > 0 {
			sparse[i], _ = in.Open()
			left--
		}
	}
	return sparse
}

// complete reads the rest of the files that have been read in parts.
func (r *reading) complete(loaded []*kb.File) ([]*kb.File, error) {
	whole := slices.Clone(loaded)
	return whole, r.eachFile(loaded, func(i int) error {
		if r.sparse[i] == nil {
			return nil
		}
		text, err := r.sparse[i].Complete()
		if len(text) != len(loaded[i].Text) || &text[0] != &loaded[i].Text[0] {
			whole[i] = kb.NewFile(loaded[i].Path, text)
		}
		return err
	})
}

// eachFile calls do for the number of each file, several at the same time. The
// error of a file in a folder is a finding.
func (r *reading) eachFile(loaded []*kb.File, do func(i int) error) error {
	errs := make([]error, len(loaded))
	if err := parallel.EachContext(r.ctx, len(loaded), func(i int) { errs[i] = do(i) }); err != nil {
		return err
	}
	for i, err := range errs {
		if err != nil && !r.isFolder {
			return &Error{loaded[i].Path, files.Cause(err)}
		}
		if err != nil {
			r.add(kb.Unreadable, kb.Pos{File: uint32(i)}, "", say.FileNotRead.With(say.Cause(files.Cause(err).Error())), say.AllowOrLeaveOut.With())
		}
	}
	return nil
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
		r.addBadType(home, "home", say.ExpectAddress.With())
		return
	}
	if r.kb.Home = r.kb.Lookup(kb.Address(home.Str)); r.kb.Home == nil {
		r.add(kb.DanglingReference, home.Pos, "", say.NamesNoAddress.With(say.Text(shorten(home.Str))), r.guess.address(r.kb, home.Str))
	}
}
