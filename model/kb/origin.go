package kb

import (
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Origin identifies where a source has its content from. All sources of one
// publisher share it, and so does whatever is derived from them: five reprints of
// one press release have one origin.
type Origin string

// String returns the publisher in lower case, the host, or the address that
// identifies the origin.
func (o Origin) String() string { return strings.TrimPrefix(string(o), "\x00") }

// origins caches the origins of sources.
type origins struct {
	mu     sync.RWMutex // guards finder
	finder *originFinder

	once     sync.Once
	complete atomic.Bool          // sources is filled
	sources  map[Origin][]*Entity // in the order of the files
}

// maxOrigins bounds the origins of one source.
const maxOrigins = 64

// Origins returns the origins of a source, in no particular order: those of the
// sources that it is derived from; else its publisher, else the host of its web
// address, else the source itself. Sources that are derived from each other count
// as one. It is nil for an entity that is no source. The slice must not be
// modified.
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

// SourcesOf returns the sources with an origin, in the order of the files. The
// first call decodes all sources.
func (k *KB) SourcesOf(o Origin) []*Entity {
	k.FindOrigins()
	return k.origins.sources[o]
}

// EvidenceOrigins returns the origins of a piece of evidence: those of its source,
// else the reference as written if it is a web address, or if the knowledge base
// has no sources at all; else nil, since the reference is a mistake. A source that
// has fallen has none.
func (k *KB) EvidenceOrigins(ev *Evidence) []Origin {
	switch {
	case !ev.Stands():
		return nil
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

// FindOrigins finds the origins of all sources at once.
func (k *KB) FindOrigins() { k.origins.once.Do(k.findOrigins) }

// OriginsReady reports whether the origins of all sources have been found, or are
// so few that they are found within a frame.
func (k *KB) OriginsReady() bool {
	const instant = 1000 // sources whose origins are found within a frame
	kind := k.SourceKind()
	return k.origins.complete.Load() || !k.Partial && (kind == nil || len(kind.Entities) <= instant)
}

func (k *KB) hasSources() bool {
	kind := k.SourceKind()
	return kind != nil && len(kind.Entities) > 0
}

func (k *KB) findOrigins() {
	defer k.origins.complete.Store(true)
	k.origins.sources = make(map[Origin][]*Entity)
	kind := k.SourceKind()
	if kind == nil {
		return
	}
	for _, source := range kind.Entities {
		for _, o := range k.Origins(source) {
			k.origins.sources[o] = append(k.origins.sources[o], source)
		}
	}
}

// originFinder follows derived_from between sources. Sources that are derived from
// each other are the strongly connected components of that graph: R. Tarjan,
// "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
type originFinder struct {
	kb    *KB
	seen  map[*Entity]*derivation
	stack []*Entity
	of    map[*Entity][]Origin
}

// derivation is a node of the search: its number, and the lowest number on the
// stack that it leads back to (Tarjan's lowlink).
type derivation struct {
	number, low int
	onStack     bool
}

func (f *originFinder) visit(source *Entity) *derivation {
	if d := f.seen[source]; d != nil {
		return d
	}
	d := &derivation{number: len(f.seen), low: len(f.seen), onStack: true}
	f.seen[source] = d
	first := len(f.stack)
	f.stack = append(f.stack, source)
	for _, s := range f.kb.Record(source).Values(derivedFrom) {
		if s.To == nil || s.To.Kind != source.Kind {
			continue
		}
		if original := f.visit(s.To); original.onStack {
			d.low = min(d.low, original.low)
		}
	}
	if d.low == d.number {
		f.component(slices.Clone(f.stack[first:]))
		f.stack = f.stack[:first]
	}
	return d
}

// component sets the origins of the sources of one component; those of the sources
// that it is derived from are known.
func (f *originFinder) component(together []*Entity) {
	var all []Origin
	add := func(o Origin) {
		if len(all) < maxOrigins && !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	for _, source := range together {
		f.seen[source].onStack = false
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

// The fields of a source that give its origin.
const (
	derivedFrom = "derived_from"
	publisher   = "publisher"
)

// own returns the origin of a source that is derived from no other.
func (f *originFinder) own(source *Entity) Origin {
	r := f.kb.Record(source)
	for _, s := range r.Values(publisher) {
		if s.To != nil {
			return entityOrigin(s.To.Address())
		}
		if text, ok := f.kb.TextOf(s.Value); ok {
			if name, _ := text.In("", f.kb.Languages...); strings.TrimSpace(name) != "" {
				return writtenOrigin(name)
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

// entityOrigin returns the origin that an entity stands for, which is different
// from a text equal to its address.
func entityOrigin(address Address) Origin { return Origin("\x00" + address) }

// writtenOrigin returns the origin that a name or a web address stands for.
func writtenOrigin(ref string) Origin {
	if host := hostOf(ref); host != "" {
		return Origin(host)
	}
	return Origin(strings.ToLower(strings.Join(strings.Fields(ref), " ")))
}

// hostOf returns the host of a web address without "www.", in lower case; empty
// for anything else.
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
