package reader

import (
	"bytes"
	"context"
	"strings"
	"sync/atomic"
	"unicode"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/files"
	"rihla/model/reader/scan"
	"rihla/model/tune"
)

// Outline reads the headers of the files at path, and no more of them than is needed
// to be certain that Open would return the same kinds with the same entities, keys
// and names, and no finding that a file cannot be read in full. It returns a Partial
// knowledge base, or nil if that is not certain, or Open takes no longer.
//
// With links, the records of the entities have theirs, and it is nil where a sample
// of the entities does not settle which fields are relations.
func Outline(ctx context.Context, path string, links bool) (*kb.KB, error) {
	r, inputs, err := newReadingOf(ctx, path, Options{OnOutline: func(*kb.KB) {}})
	size := files.TotalSize(inputs)
	if err != nil || size < outlineThreshold || len(r.listing.Skipped.Unreadable) > 0 {
		return nil, err
	}
	var gc tune.GC
	gc.Set(gcPercentFor(size))
	defer gc.Release()
	return r.certainOutline(inputs, links), ctx.Err()
}

// certainOutline returns the outline of the inputs, or nil.
func (r *reading) certainOutline(inputs []files.Input, links bool) *kb.KB {
	loaded, err := r.load(inputs)
	if err != nil || len(r.found) > 0 {
		return nil
	}
	o := r.newOutliner(loaded)
	if o == nil {
		return nil
	}
	var s *settlement
	if links {
		if s = o.inferLinks(); s == nil {
			return nil
		}
	}
	if !o.isCertain(s) || s != nil && !s.holds() {
		return nil
	}
	return o.kb
}

// isCertain reports whether a full read certainly finds the same entities. It notes
// what they are called, unless the settlement is nil.
func (o *outliner) isCertain(links *settlement) bool {
	if len(o.lateKeys) > 0 {
		return false
	}
	chunks := []func() bool{o.hasUniqueAddresses}
	for i := range o.sketches {
		s := &o.sketches[i]
		if !s.complete {
			return false
		}
		chunks = append(chunks, s.hasPlainHeaders)
		for _, h := range s.headings {
			first, last := h.Sections[0], h.Sections[len(h.Sections)-1]
			chunks = append(chunks, func() bool { return s.isPlain(int(first.Start), int(last.End), links) })
		}
	}
	var isUncertain atomic.Bool
	parallel.Each(len(chunks), func(i int) {
		if !isUncertain.Load() && !chunks[i]() {
			isUncertain.Store(true)
		}
	})
	return !isUncertain.Load()
}

// hasUniqueAddresses reports whether no two entities have the same kind and key, in
// whatever form of Unicode, and all of them can be loaded.
func (o *outliner) hasUniqueAddresses() bool {
	type address struct {
		kind *kb.Kind
		key  string
	}
	seen := make(map[address]struct{}, len(o.kb.Entities))
	for _, e := range o.kb.Entities {
		isASCII := !strings.ContainsFunc(e.Key, func(r rune) bool { return r > unicode.MaxASCII })
		if !isASCII || o.end(e)-int(e.Pos.Offset) > maxLoad {
			return false
		}
		seen[address{e.Kind, e.Key}] = struct{}{}
	}
	return len(seen) == len(o.kb.Entities)
}

// hasPlainHeaders reports whether the headers of a file certainly do not contradict
// each other or the keys before the first one: they are tables and arrays of the top
// level, each with a name of its own, and tables below others that have no header.
func (s *sketch) hasPlainHeaders() bool {
	parents, others := make(map[string]bool), make(map[string]string)
	children := make(map[string]bool)
	for _, part := range s.prefix {
		for _, entry := range part.Items {
			others[entry.Key] = "value"
		}
	}
	var parts []scan.Span
	var before []byte // the name of the last parent
	for section, text := range s.headers() {
		if parts = keyParts(text, section.Name, parts); len(parts) == 0 {
			return false
		}
		name := parts[0].Of(text)
		switch {
		case len(parts) == 1:
			class := "table"
			if section.Array {
				class = "array"
			}
			key := decode.KeyPart(name)
			if known := others[key]; known != "" && (class == "table" || known != class) {
				return false
			}
			others[key] = class
		case len(parts) > 2 || section.Array:
			return false
		default:
			if before == nil || !bytes.Equal(name, before) {
				before = name
				parents[decode.KeyPart(name)] = true
			}
			path := decode.KeyPart(name) + "\x00" + decode.KeyPart(parts[1].Of(text))
			if children[path] {
				return false
			}
			children[path] = true
		}
	}
	for key := range others {
		if parents[key] {
			return false
		}
	}
	return true
}

// isPlain reports whether sections of the file are certainly valid. It notes what they
// call entities, unless the settlement is nil.
func (s *sketch) isPlain(start, end int, links *settlement) bool {
	text := s.doc.file.Text[start:end]
	if s.sparse != nil {
		var err error
		if text, err = s.sparse.Copy(start, end); err != nil {
			return false
		}
	}
	return scan.IsPlain(text) && (links == nil || links.noteLabels(text))
}
