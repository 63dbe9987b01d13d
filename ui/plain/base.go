package plain

import (
	"context"
	"time"

	"rihla/model/check"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/route"
	"rihla/model/search"
	"rihla/model/survey"
	"rihla/ui/present"
)

// base is one reading of the files, in a language and on a day.
type base struct {
	voice present.Voice
	index *search.Index
	found *findings
	net   *route.Network // nil until a path is asked for
}

// findings is what looking at the whole knowledge base gives, beside the dialogue.
type findings struct {
	done     chan struct{} // closed when the rest is there
	all      []kb.Finding
	contests []evidence.Disagreement
	survey   *survey.Survey
}

// newBase returns the base of a voice. What was computed of the same files before is
// taken from there; before may be nil.
func newBase(ctx context.Context, v present.Voice, before *base) *base {
	b := &base{voice: v}
	isSame := before != nil && before.voice.KB == v.KB
	switch {
	case isSame:
		b.index = before.index.At(v.Day.Span())
	default:
		b.index = search.NewIndex(v.KB).At(v.Day.Span())
	}
	if isSame && before.voice.Day == v.Day {
		b.found = before.found
		return b
	}
	b.found = &findings{done: make(chan struct{})}
	if !v.KB.Partial {
		go b.look(ctx)
	}
	return b
}

// look indexes the knowledge base, and looks for what is wrong.
func (b *base) look(ctx context.Context) {
	k, f := b.voice.KB, b.found
	b.index.Build(ctx)
	f.all, f.contests = check.Run(k), evidence.Disagreements(ctx, k)
	if s, err := survey.Compute(ctx, k, b.voice.Day.Span()); err == nil {
		f.survey = &s
	}
	k.ClearCache()
	close(f.done)
}

// isKnownWithin waits until the rest is there, and reports whether it is.
func (f *findings) isKnownWithin(d time.Duration) bool {
	select {
	case <-f.done:
		return true
	case <-time.After(d):
		return false
	}
}

// network returns what paths are found in, made once.
func (b *base) network(ctx context.Context) (*route.Network, error) {
	if b.net == nil {
		net, err := route.NewNetwork(ctx, b.voice.KB, b.voice.Reference())
		if err != nil {
			return nil, err
		}
		b.net = net
	}
	return b.net, nil
}
