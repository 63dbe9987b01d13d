package reader

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sort"
	"sync"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/reader/decode"
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
	bases map[string][]*kb.Entity
	// held finds what an entity's table holds.
	held map[*kb.Entity]kb.Value
	// rank is the order of the kinds.
	rank              map[*kb.Kind]int
	inferredRelations map[string]*kb.Relation
	guess             guesser
	found             []located
	named             []*kb.Entity // of the reference that was looked up last
}

// located is a finding before its place is told, so that findings can be
// sorted and no place is computed twice.
type located struct {
	pos     kb.Pos
	finding kb.Finding
}

// problem is what decoding finds wrong with a file.
type problem = decode.Problem

func newBuilder(ctx context.Context, o Options) *builder {
	return &builder{
		ctx: ctx, options: o, kb: &kb.KB{},
		kinds: make(map[string]*kb.Kind), bases: make(map[string][]*kb.Entity),
		rank: make(map[*kb.Kind]int), inferredRelations: make(map[string]*kb.Relation),
	}
}

// fewBytes is how much is read without collecting garbage meanwhile: it is soon
// over, and what it leaves behind is little.
const fewBytes = 2 << 20

// build reads the inputs and links what they hold.
func (b *builder) build(inputs []input) (*kb.KB, error) {
	if size(inputs) < fewBytes {
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
	}
	docs, err := b.decode(inputs)
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
	b.makeEntities()
	if err := b.link(); err != nil {
		return nil, err
	}
	b.findHome()
	b.findInTexts(docs)
	b.settleFindings()
	return b.kb, nil
}

// decode reads and decodes the inputs, several at a time. A file that cannot
// be read is a finding, unless it is the only one.
func (b *builder) decode(inputs []input) ([]*document, error) {
	docs := make([]*document, len(inputs))
	errs := make([]error, len(inputs))
	order := largestFirst(inputs)
	var next, done atomic.Int64
	total := size(inputs)
	b.progress(Reading, 0, total)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(inputs)) {
		workers.Go(func() {
			for {
				n := int(next.Add(1)) - 1
				if n >= len(inputs) || b.ctx.Err() != nil {
					return
				}
				i := order[n]
				text, err := inputs[i].read()
				errs[i] = err
				doc := &document{file: kb.NewFile(inputs[i].path, text), number: uint32(i)}
				noted := new(atomic.Int64)
				doc.root, doc.problems = decode.FileNoting(text, doc.number, func(bytes int) {
					noted.Add(int64(bytes))
					b.progress(Reading, done.Add(int64(bytes)), total)
				})
				docs[i] = doc
				b.progress(Reading, done.Add(int64(len(text))-noted.Load()), total)
			}
		})
	}
	workers.Wait()
	if err := b.ctx.Err(); err != nil {
		return nil, err
	}
	for i, doc := range docs {
		b.kb.Files = append(b.kb.Files, doc.file)
		if errs[i] != nil && !b.folder {
			return nil, fmt.Errorf("cannot read %s: %w", inputs[i].path, reason(errs[i]))
		}
		if errs[i] != nil {
			b.find(kb.Syntax, kb.Pos{File: doc.number}, "", "cannot be read: "+reason(errs[i]).Error(), "")
		}
	}
	return docs, nil
}

// largestFirst returns the order in which to decode, so that no worker is left
// with a large file at the end.
func largestFirst(inputs []input) []int {
	order := make([]int, len(inputs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return inputs[order[i]].size > inputs[order[j]].size })
	return order
}

func (b *builder) progress(stage Stage, done, total int64) {
	if b.options.Progress != nil {
		b.options.Progress(Progress{Stage: stage, Done: done, Total: total})
	}
}

// kind returns the kind of a name, made where it is new.
func (b *builder) kind(name string) *kb.Kind {
	kind := b.kinds[name]
	if kind == nil {
		kind = &kb.Kind{Name: name}
		b.kinds[name], b.rank[kind] = kind, len(b.kb.Kinds)
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
		fmt.Sprintf("%s stands already at %s", address, b.kb.Place(first.pos)), "give one of the two another key, or make them one")
}

// find notes a finding.
func (b *builder) find(code kb.Code, pos kb.Pos, address kb.Address, message, hint string) {
	b.found = append(b.found, located{pos, kb.Finding{Code: code, Address: address, Message: message, Hint: hint}})
}

// settleFindings tells the places of the findings, in the order of files and
// places.
func (b *builder) settleFindings() {
	sort.SliceStable(b.found, func(i, j int) bool {
		p, q := b.found[i].pos, b.found[j].pos
		return p.File < q.File || p.File == q.File && p.Offset < q.Offset
	})
	for _, f := range b.found {
		f.finding.Place = b.kb.Place(f.pos)
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
