package reader

import (
	"sync"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// facts is what all files together say. Workers share it, and nobody writes to it
// while they run; only fieldTable, which they share as well, is locked.
type facts struct {
	kb       *kb.KB // its entities are indexed once they have names
	manifest *manifest
	// byBaseKey finds entities with a disambiguator by the key that they would
	// have without it, in NFC.
	byBaseKey   map[string][]*kb.Entity
	kindsByName kindsByName
	numbered    []*kb.Kind  // whose keys are whole numbers
	identities  *identities // nil in an outline
	spellings   *spellings  // nil in an outline, as files
	files       *filePaths
	// isKeyedByText reports whether the key of an entity is made of a text that is
	// neither its key nor its name; nil in an outline.
	isKeyedByText func(*kb.Entity) bool
	// notations are those of the values of each field; nil: any.
	notations map[fieldKey]notations
	// table returns what the file says of an entity, unpacked.
	table func(*kb.Entity) kb.Value
}

// worker is one goroutine that reads entities: the facts, which it shares, and
// what it accumulates.
type worker struct {
	*facts
	issues
	named []*kb.Entity // buffer of the last lookup
}

// The passes over all drafts.
const (
	passNames int64 = iota
	passObserve
	passLink
	passes
)

// batch is the number of drafts that a worker takes at a time.
const batch = 256

// eachDraft goes through all drafts with several goroutines, each with a function
// of its own from newWorker, which is not called concurrently.
func (r *reading) eachDraft(pass int64, newWorker func() func(*draft)) error {
	var next atomic.Int64
	var running sync.WaitGroup
	total := int64(len(r.drafts))
	for range max(1, min(parallel.Workers, len(r.drafts)/batch)) {
		do := newWorker()
		running.Go(func() {
			for from := next.Add(batch) - batch; from < total && r.ctx.Err() == nil; from = next.Add(batch) - batch {
				r.progress(StageLinking, pass*total+from, passes*total)
				for _, d := range r.drafts[from:min(from+batch, total)] {
					do(d)
				}
			}
		})
	}
	running.Wait()
	return r.ctx.Err()
}

// nameEntities turns the drafts into entities with names, checks their texts, and
// indexes them.
func (r *reading) nameEntities() (*facts, error) {
	f := &facts{kb: r.kb, manifest: &r.manifest, byBaseKey: make(map[string][]*kb.Entity)}
	f.spellings = new(spellings)
	f.files = &filePaths{isFile: func(e *kb.Entity) bool { return r.drafts[e.Number()].layout == wholeFile }}
	f.isKeyedByText = func(e *kb.Entity) bool { return r.drafts[e.Number()].isKeyedByText() }
	f.table = func(e *kb.Entity) kb.Value { return unpacked(r.kb, r.drafts[e.Number()]) }
	entities := make([]kb.Entity, len(r.drafts))
	r.kb.Entities = make([]*kb.Entity, len(r.drafts))
	for i, d := range r.drafts {
		kind := r.kind(d.kind)
		e := &entities[i]
		*e = kb.Entity{Kind: kind, Key: d.key, Pos: d.pos}
		e.SetDisambiguator(d.disambiguator)
		d.entity, r.kb.Entities[i] = e, e
		kind.Entities = append(kind.Entities, e)
		if d.base != d.key {
			base := kb.Composed(d.base)
			f.byBaseKey[base] = append(f.byBaseKey[base], e)
		}
	}
	var workers []*worker
	r.seeAll()
	err := r.eachDraft(passNames, func() func(*draft) {
		w := &worker{facts: f}
		workers = append(workers, w)
		return func(d *draft) {
			table := unpacked(r.kb, d)
			w.readNames(d.entity, table, d.textField(), r.declaredName(d), d.nameField)
			w.checkTexts(d, table)
		}
	})
	for _, w := range workers {
		r.merge(w.issues)
	}
	r.kb.Index()
	f.kindsByName, f.numbered = newKindsByName(r.kb.Kinds), numberedKinds(r.kb.Kinds)
	return f, err
}

// link infers relations, makes the records of all entities, and connects them in
// both directions.
func (r *reading) link(f *facts) error {
	f.identities = f.declaredIdentities()
	observed, err := r.observe(f)
	if err == nil && f.identities.infer(f, observed) {
		observed, err = r.observe(f)
	}
	if err != nil {
		return err
	}
	inferred := newInference(f, &r.kinds)
	rules := inferred.decide(observed)
	fields := newFieldTable()
	var linkers []*linker
	var recorders []*kb.Recorder
	err = r.eachDraft(passLink, func() func(*draft) {
		l, record, recorder := newLinker(f, rules, fields), new(kb.Record), r.kb.NewRecorder()
		linkers, recorders = append(linkers, l), append(recorders, recorder)
		return func(d *draft) {
			l.record(d.entity, unpacked(r.kb, d), record)
			recorder.Add(d.entity, record)
		}
	})
	if err != nil {
		return err
	}
	firstFact := make(map[*kb.Kind]int)
	for _, l := range linkers {
		r.merge(l.issues)
		for kind, entity := range l.firstFact {
			if first, ok := firstFact[kind]; !ok || entity < first {
				firstFact[kind] = entity
			}
		}
	}
	fields.sort(r.kb.Kinds)
	inferred.addAbout(rules.about, firstFact)
	r.inference().Relations = inferred.explained
	r.kb.Connect(recorders...)
	r.remember(f, rules)
	return nil
}

// observe counts what the values of all fields name.
func (r *reading) observe(f *facts) (*observer, error) {
	r.sampleNotations(f)
	var observers []*observer
	err := r.eachDraft(passObserve, func() func(*draft) {
		o := newObserver(f)
		observers = append(observers, o)
		return func(d *draft) { o.observe(d.entity, unpacked(r.kb, d)) }
	})
	for _, o := range observers[1:] {
		observers[0].merge(o)
	}
	return observers[0], err
}

// maxAnyWay is the number of entities up to which all notations are tried on all
// values. Beyond it, a field's values are tried in the notations found in a sample
// of maxAnyWay entities.
const maxAnyWay = 4096

// sampleNotations finds out which notations the values of each field have, if there
// are many entities.
func (r *reading) sampleNotations(f *facts) {
	if len(r.drafts) <= maxAnyWay {
		return
	}
	f.notations = nil
	o := newObserver(f)
	for i := range maxAnyWay {
		d := r.drafts[i*len(r.drafts)/maxAnyWay]
		o.observe(d.entity, unpacked(r.kb, d))
	}
	found := make(map[fieldKey]notations)
	for kind, root := range o.roots {
		root.addNotations(kind, found)
	}
	f.notations = found
}

func (u *usage) addNotations(kind *kb.Kind, to map[fieldKey]notations) {
	if with := u.values.with | u.keys.with; with != 0 {
		to[fieldKey{kind, u.path}] = with
	}
	for _, below := range u.sub {
		below.addNotations(kind, to)
	}
}
