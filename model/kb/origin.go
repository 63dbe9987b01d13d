package kb

import (
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Origin is who first said what sources say. All sources of one publisher have
// the same, and so has whatever is derived from them: five reprints of one
// release are one origin.
type Origin string

// String returns what an origin is called in short: a publisher in lower case, a
// host, or an address.
func (o Origin) String() string { return strings.TrimPrefix(string(o), "\x00") }

// origins are those of the sources that were asked for, and what they depend on.
type origins struct {
	mu     sync.RWMutex // guards finder
	finder *originFinder

	once  sync.Once
	found atomic.Bool          // whether those of all sources are there
	told  map[Origin][]*Entity // in the order of the files
}

// mostOrigins bounds the origins of one source; what is compiled from more is
// as good as independent.
const mostOrigins = 64

// Origins tells where a source has what it says from, in no order that means
// anything: the origins of what it is derived from; else its publisher, else
// the host of its web address, else itself. Sources that are derived from each
// other are one.
func (k *KB) Origins(source *Entity) []Origin {
	if !k.IsSource(source) {
		return nil
	}
	x := &k.origins
	x.mu.RLock()
	if x.finder != nil && x.finder.of[source] != nil {
		defer x.mu.RUnlock()
		return x.finder.of[source]
	}
	x.mu.RUnlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.finder == nil {
		x.finder = &originFinder{kb: k, seen: make(map[*Entity]*derivation), of: make(map[*Entity][]Origin)}
	}
	x.finder.visit(source)
	return x.finder.of[source]
}

// Told returns the sources of which at least a part is of an origin, in the
// order of the files. It looks at all sources, once.
func (k *KB) SourcesOf(o Origin) []*Entity {
	k.FindOrigins()
	return k.origins.told[o]
}

// OriginsOf tells where evidence comes from: the origins of its source, or of a
// reference that names none the reference itself; none where it has neither, or
// where there are sources and the reference is a slip.
func (k *KB) EvidenceOrigins(ev *Evidence) []Origin {
	switch {
	case ev.Source != nil:
		if of := k.Origins(ev.Source); of != nil {
			return of
		}
		return []Origin{entityOrigin(ev.Source.Address())}
	case ev.Ref != "" && (hostOf(ev.Ref) != "" || !k.hasSources()):
		return []Origin{writtenOrigin(ev.Ref)}
	}
	return nil
}

// FindOrigins finds the origins of all sources, for whoever is to ask for many.
func (k *KB) FindOrigins() { k.origins.once.Do(k.findOrigins) }

// OriginsReady reports whether the origins of all sources have been found, or take
// no time to find because there are few.
func (k *KB) OriginsReady() bool {
	const few = 1000
	kind := k.SourceKind()
	return k.origins.found.Load() || !k.Partial && (kind == nil || len(kind.Entities) <= few)
}

func (k *KB) hasSources() bool {
	kind := k.SourceKind()
	return kind != nil && len(kind.Entities) > 0
}

func (k *KB) findOrigins() {
	defer k.origins.found.Store(true)
	k.origins.told = make(map[Origin][]*Entity)
	kind := k.SourceKind()
	if kind == nil {
		return
	}
	for _, source := range kind.Entities {
		for _, o := range k.Origins(source) {
			k.origins.told[o] = append(k.origins.told[o], source)
		}
	}
}

// originFinder goes along what sources are derived from. Those that are derived
// from each other are found as Tarjan does (Depth-first search and linear graph
// algorithms, 1972).
type originFinder struct {
	kb    *KB
	seen  map[*Entity]*derivation
	stack []*Entity
	of    map[*Entity][]Origin
}

// derivation is a source on the way: when it was met, and the first met that it
// leads back to.
type derivation struct {
	met, back int
	open      bool
}

func (f *originFinder) visit(source *Entity) *derivation {
	if d := f.seen[source]; d != nil {
		return d
	}
	d := &derivation{met: len(f.seen), back: len(f.seen), open: true}
	f.seen[source] = d
	first := len(f.stack)
	f.stack = append(f.stack, source)
	for _, s := range f.kb.Record(source).Values(derivedFrom) {
		if s.To == nil || s.To.Kind != source.Kind {
			continue
		}
		if original := f.visit(s.To); original.open {
			d.back = min(d.back, original.back)
		}
	}
	if d.back == d.met {
		f.close(slices.Clone(f.stack[first:]))
		f.stack = f.stack[:first]
	}
	return d
}

// close settles the origins of sources that are derived from each other, all
// that they are derived from being settled.
func (f *originFinder) close(together []*Entity) {
	var all []Origin
	add := func(o Origin) {
		if len(all) < mostOrigins && !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	for _, source := range together {
		f.seen[source].open = false
		for _, s := range f.kb.Record(source).Values(derivedFrom) {
			switch {
			case s.To == nil:
				if s.Value.Type == String && s.Value.Str != "" {
					add(writtenOrigin(s.Value.Str))
				}
			case slices.Contains(together, s.To):
			case f.of[s.To] == nil:
				add(entityOrigin(s.To.Address()))
			default:
				for _, o := range f.of[s.To] {
					add(o)
				}
			}
		}
	}
	if all == nil {
		first := slices.MinFunc(together, func(a, b *Entity) int { return strings.Compare(string(a.Address()), string(b.Address())) })
		all = []Origin{f.own(first)}
	}
	for _, source := range together {
		f.of[source] = all
	}
}

// The fields of a source that tell where it has what it says from.
const (
	derivedFrom = "derived_from"
	publisher   = "publisher"
)

// own is the origin of a source that is derived from no other.
func (f *originFinder) own(source *Entity) Origin {
	r := f.kb.Record(source)
	for _, s := range r.Values(publisher) {
		if s.To != nil {
			return entityOrigin(s.To.Address())
		}
		if text, ok := f.kb.TextOf(s.Value); ok {
			if said, _ := text.In("", f.kb.Languages...); strings.TrimSpace(said) != "" {
				return writtenOrigin(said)
			}
		}
	}
	for _, field := range []string{"url", "website"} {
		for _, s := range r.Values(field) {
			if host := hostOf(s.Value.Str); host != "" {
				return Origin(host)
			}
		}
	}
	return entityOrigin(source.Address())
}

// entityOrigin keeps entities apart from what is called as they are.
func entityOrigin(address Address) Origin { return Origin("\x00" + address) }

// writtenOrigin is the origin that a name or a web address stands for.
func writtenOrigin(ref string) Origin {
	if host := hostOf(ref); host != "" {
		return Origin(host)
	}
	return Origin(strings.ToLower(strings.Join(strings.Fields(ref), " ")))
}

// hostOf returns the host of a web address without its "www.", empty for
// anything else.
func hostOf(address string) string {
	if !IsURL(address) {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
