package change

import (
	"context"
	"time"

	"rihla/model/kb"
	"rihla/model/reader"
)

// doubtTime is how long a file that has only become shorter is waited for.
const doubtTime = 1500 * time.Millisecond

// Held is which versions of files are not shown, since they may not be meant. The zero
// value holds none.
type Held struct {
	Doubts   []Doubt
	Believed string    // the path of a file whose wait timed out; or empty
	Until    time.Time // when the first of them is believed; zero if none will be

	since map[version]time.Time // when they were seen first
}

// version is one version of a file.
type version struct {
	path    string
	version uint64
}

// Read reads a knowledge base anew, where h was held in the reading before: versions of
// files that may not be meant are left out for those before. It changes nothing of h.
func (h *Held) Read(ctx context.Context, before *kb.KB, open func(context.Context, reader.Options) (*kb.KB, error), o reader.Options) (*kb.KB, Held, error) {
	k, err := open(ctx, o)
	if err != nil {
		return nil, Held{}, err
	}
	held := h.Next(before, k, time.Now())
	if len(held.Doubts) > 0 {
		o.Instead = held.texts()
		k, err = open(ctx, o)
	}
	return k, held, err
}

// Next returns what is held in the reading now, where h was in the one before.
func (h *Held) Next(before, now *kb.KB, at time.Time) Held {
	out := Held{since: make(map[version]time.Time)}
	for _, d := range Doubts(before, now) {
		if d.Finding == nil {
			v := version{d.File.Path, d.Version}
			since, known := h.since[v]
			if !known {
				since = at
			}
			until := since.Add(doubtTime)
			if !at.Before(until) {
				out.Believed = d.File.Path
				continue
			}
			out.since[v] = since
			if out.Until.IsZero() || until.Before(out.Until) {
				out.Until = until
			}
		}
		out.Doubts = append(out.Doubts, d)
	}
	return out
}

// Findings returns why versions cannot be read in whose place those before are shown, in
// the order of the files.
func (h *Held) Findings() []kb.Finding {
	var out []kb.Finding
	for _, d := range h.Doubts {
		out = append(out, d.Findings...)
	}
	return out
}

// Broken returns the version of a file that cannot be read and is not shown, or nil.
func (h *Held) Broken(path string) *kb.File {
	for _, d := range h.Doubts {
		if d.File.Path == path {
			return d.Broken
		}
	}
	return nil
}

// texts returns the texts that are shown instead, by path.
func (h *Held) texts() map[string][]byte {
	out := make(map[string][]byte, len(h.Doubts))
	for _, d := range h.Doubts {
		out[d.File.Path] = d.File.Text
	}
	return out
}
