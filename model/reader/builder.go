package reader

import (
	"context"
	"fmt"
	"sort"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/tune"
)

// builder holds what reading one knowledge base takes.
type builder struct {
	ctx      context.Context
	options  Options
	folder   bool
	rootName string // the folder's own name

	kb       *kb.KB
	manifest manifest
	kinds    map[string]*kb.Kind
	drafts   []*draft
	// bases finds the entities that were told apart by the key they shared.
	bases             map[string][]*kb.Entity
	inferredRelations map[string]*kb.Relation
	fields            *fields
	guess             guesser
	found             []located
	named             []*kb.Entity // of the reference that was looked up last
}

// located is a finding before its place is told, so that findings can be
// sorted and no place is computed twice; or a reference that may be one.
type located struct {
	pos        kb.Pos
	finding    kb.Finding
	unresolved *unresolved
}

// problem is what decoding finds wrong with a file.
type problem = decode.Problem

func newBuilder(ctx context.Context, o Options) *builder {
	return &builder{
		ctx: ctx, options: o, kb: &kb.KB{},
		kinds: make(map[string]*kb.Kind), bases: make(map[string][]*kb.Entity),
		inferredRelations: make(map[string]*kb.Relation), fields: newFields(),
	}
}

// fewBytes is the size of the input, in bytes, below which no garbage is
// collected during the read.
const fewBytes = 2 << 20

// gcPercentFor returns the garbage collection percentage for reading an input of
// a size. Almost everything that decoding allocates is garbage at once; at 100
// percent, collecting it takes a third of the time.
func gcPercentFor(bytes int64) int {
	if bytes < fewBytes {
		return -1
	}
	if bytes >= mostBytes {
		return 100
	}
	return 300
}

// mostBytes is the size of the input, in bytes, from which memory matters more
// than time.
const mostBytes = 200 << 20

// manyBytes is how much is outlined before it is decoded.
const manyBytes = 512 << 10

// build reads the inputs and links what they hold.
func (b *builder) build(inputs []input) (*kb.KB, error) {
	var gc tune.GC
	gc.Set(gcPercentFor(size(inputs)))
	defer gc.Release()
	files, err := b.read(inputs)
	if err != nil {
		return nil, err
	}
	b.kb.Files = files
	if b.options.OnOutline != nil && size(inputs) >= manyBytes {
		b.progress(StageDecoding, 0, size(inputs))
		if outline := b.outline(files); outline != nil {
			b.options.OnOutline(outline)
		}
	}
	docs, err := b.decode(files)
	if err != nil {
		return nil, err
	}
	if doc := manifestOf(docs, b.folder); doc != nil {
		b.readManifest(doc)
	}
	for _, doc := range docs {
		for _, p := range doc.problems {
			b.find(p.Code, kb.Pos{File: doc.number, Offset: uint32(p.Offset)}, "", p.Message, p.Hint)
		}
		b.layoutOf(doc)
	}
	b.settleKeys()
	hidden := b.findInFiles(docs)
	err = b.makeEntities()
	if err == nil {
		err = b.link()
	}
	found := <-hidden
	if err != nil {
		return nil, err
	}
	b.findHome()
	b.found = append(b.found, found...)
	b.settleFindings()
	return b.kb, nil
}

// read reads the inputs, several at a time. A file that cannot be read is a
// finding, unless it is the only one.
func (b *builder) read(inputs []input) ([]*kb.File, error) {
	files := make([]*kb.File, len(inputs))
	errs := make([]error, len(inputs))
	if err := b.each(len(inputs), func(i int) {
		text, err := inputs[i].read()
		files[i], errs[i] = kb.NewFile(inputs[i].path, text), err
	}); err != nil {
		return nil, err
	}
	for i, err := range errs {
		if err != nil && !b.folder {
			return nil, fmt.Errorf("cannot read %s: %w", inputs[i].path, Cause(err))
		}
		if err != nil {
			b.find(kb.Syntax, kb.Pos{File: uint32(i)}, "", "cannot be read: "+Cause(err).Error(), "")
		}
	}
	return files, nil
}

// decode decodes the files, several at a time, the largest first, so that no
// worker is left with a large one at the end.
func (b *builder) decode(files []*kb.File) ([]*document, error) {
	docs := make([]*document, len(files))
	order := make([]int, len(files))
	var done atomic.Int64
	total := int64(0)
	for i, file := range files {
		order[i] = i
		total += int64(len(file.Text))
	}
	sort.SliceStable(order, func(i, j int) bool { return len(files[order[i]].Text) > len(files[order[j]].Text) })
	b.progress(StageDecoding, 0, total)
	err := b.each(len(files), func(n int) {
		i := order[n]
		text := files[i].Text
		noted := new(atomic.Int64)
		doc := &document{file: files[i], number: uint32(i)}
		doc.root, doc.problems = decode.FileWithProgress(text, doc.number, func(bytes int, entries []kb.Entry) {
			if len(text) >= packedFrom {
				packEntities(doc, entries)
			}
			noted.Add(int64(bytes))
			b.progress(StageDecoding, done.Add(int64(bytes)), total)
		})
		docs[i] = doc
		b.progress(StageDecoding, done.Add(int64(len(text))-noted.Load()), total)
	})
	return docs, err
}

// packedFrom is how many bytes a file has at least of which the entities are
// packed until they are linked: as they are decoded, they take several times the
// file.
var packedFrom = 32 << 20

// packEntities packs what may be entities among the entries of a file.
func packEntities(doc *document, entries []kb.Entry) {
	for _, entry := range entries {
		if !contains(manifestTables, entry.Key) {
			doc.file.PackTables(doc.number, entry.Value.Items)
		}
	}
}

// unpackEntities undoes it, where they are parts of one.
func unpackEntities(doc *document, entries []kb.Entry) {
	for _, entry := range entries {
		for i := range entry.Value.Items {
			v := &entry.Value.Items[i].Value
			*v = doc.file.Unpack(*v)
		}
	}
}

// held returns what a draft's table holds.
func (b *builder) held(d *draft) kb.Value { return b.kb.Files[d.pos.File].Unpack(d.table) }

// each calls do for each number below n, several at a time, until the context
// ends.
func (b *builder) each(n int, do func(int)) error {
	parallel.Each(n, func(i int) {
		if b.ctx.Err() == nil {
			do(i)
		}
	})
	return b.ctx.Err()
}

func (b *builder) progress(stage Stage, done, total int64) {
	if b.options.OnProgress != nil {
		b.options.OnProgress(Progress{Stage: stage, Done: done, Total: total})
	}
}

// kind returns the kind of a name, made where it is new.
func (b *builder) kind(name string) *kb.Kind {
	kind := b.kinds[name]
	if kind == nil {
		kind = &kb.Kind{Name: name}
		b.kinds[name] = kind
		b.kb.Kinds = append(b.kb.Kinds, kind)
	}
	return kind
}

// settleKeys gives every draft a key of its own and leaves out those that
// stand twice.
func (b *builder) settleKeys() {
	type place struct{ kind, key string }
	shared := make(map[place][]*draft)
	for _, d := range b.drafts {
		if d.base == "" {
			d.base = d.key
		}
		at := place{d.kind, d.key}
		shared[at] = append(shared[at], d)
	}
	drop := make(map[*draft]bool)
	for _, d := range b.drafts {
		at := place{d.kind, d.key}
		group := shared[at]
		if len(group) < 2 {
			continue
		}
		delete(shared, at)
		b.settle(group, drop)
	}
	kept := b.drafts[:0]
	taken := make(map[place]*draft, len(b.drafts))
	for _, d := range b.drafts {
		at := place{d.kind, d.key}
		if first := taken[at]; first != nil && !drop[d] {
			b.findDuplicate(d, first)
			drop[d] = true
		}
		if !drop[d] {
			taken[at] = d
			kept = append(kept, d)
		}
	}
	b.drafts = kept
}

// settle decides between drafts that share a kind and a key: elements are told
// apart, files are known by their longer path, and of keyed tables the first
// is kept.
func (b *builder) settle(group []*draft, drop map[*draft]bool) {
	var by [3][]*draft
	for _, d := range group {
		by[d.layout] = append(by[d.layout], d)
	}
	if len(by[element]) > 1 {
		for _, d := range by[element] {
			d.table = b.held(d)
		}
		for _, d := range tellApart(by[element]) {
			b.findDuplicate(d, by[element][0])
		}
	}
	if len(by[single]) > 1 {
		for _, d := range by[single] {
			d.key = d.base
		}
	}
	for i, d := range by[keyed] {
		if i > 0 {
			b.findDuplicate(d, by[keyed][0])
			drop[d] = true
		}
	}
}

func (b *builder) findDuplicate(d, first *draft) {
	address := kb.NewAddress(first.kind, first.key)
	b.find(kb.DuplicateEntity, d.pos, address,
		fmt.Sprintf("%s stands already at %s", address, b.kb.Position(first.pos)), "give one of the two another key, or make them one")
}

// find notes a finding.
func (b *builder) find(code kb.Code, pos kb.Pos, address kb.Address, message, hint string) {
	b.found = append(b.found, located{pos: pos, finding: kb.Finding{Code: code, Address: address, Message: message, Hint: hint}})
}

// settleFindings tells the places of the findings, in the order of files and
// places.
func (b *builder) settleFindings() {
	sort.SliceStable(b.found, func(i, j int) bool {
		p, q := b.found[i].pos, b.found[j].pos
		return p.File < q.File || p.File == q.File && p.Offset < q.Offset
	})
	for _, f := range b.found {
		if f.unresolved != nil && !b.judge(f.unresolved, &f.finding) {
			continue
		}
		f.finding.Position = b.kb.Position(f.pos)
		b.kb.Findings = append(b.kb.Findings, f.finding)
	}
}

// findHome finds the entity that the manifest selects at the start.
func (b *builder) findHome() {
	home := b.manifest.home.Value
	if home.Type == kb.Null {
		return
	}
	b.expect(home, home.Type == kb.String, "home", `an address like "company/oracle"`)
	if home.Type != kb.String {
		return
	}
	if b.kb.Home = b.kb.Lookup(kb.Address(home.Str)); b.kb.Home == nil {
		b.find(kb.DanglingReference, home.Pos, "", fmt.Sprintf("no entity has the address %q", shorten(home.Str)), b.guess.address(b.kb, home.Str))
	}
}
