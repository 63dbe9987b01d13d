package check

import (
	"errors"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/quote"
	"rihla/model/say"
	"rihla/model/snapshot"
)

// storedCopy is the stored copy of a source, read on demand.
type storedCopy struct {
	once sync.Once
	text *quote.Text // nil if there is none, or it cannot be read
	raw  string
	err  error
}

// maxCopies bounds the copies cached.
const maxCopies = 256

// copyOf returns the stored copy of a source.
func (c *checker) copyOf(source *kb.Entity) *storedCopy {
	c.mu.Lock()
	s := c.copies[source]
	if s == nil {
		if len(c.copies) >= maxCopies {
			clear(c.copies)
		}
		s = new(storedCopy)
		c.copies[source] = s
	}
	c.mu.Unlock()
	s.once.Do(func() {
		if s.raw, s.err = snapshot.Read(c.KB, source); s.err == nil {
			s.text = quote.NewText(s.raw)
		}
	})
	return s
}

// storedCopies finds sources whose stored copy is missing, and quotes that do
// not occur in it.
func storedCopies(c *checker, e *kb.Entity, r *kb.Record) {
	if c.ReadFile == nil {
		return
	}
	if c.IsSource(e) {
		if snapshot.Path(c.KB, e) != "" {
			c.checkCopy(e)
		}
		return
	}
	var last *kb.Claim
	for claim := range evidence.Claims(c.KB, e) {
		if q := claim.Qualification(); q != nil && q != last {
			last = q
			c.checkQuotes(e, q.Evidence)
		}
	}
}

func (c *checker) checkCopy(source *kb.Entity) {
	err := c.copyOf(source).err
	if err == nil {
		return
	}
	remedy := say.StoreAsText.With()
	if errors.Is(err, fs.ErrNotExist) {
		remedy = say.AddCopy.With()
	}
	c.find(kb.SnapshotMissing, snapshot.PathPos(c.KB, source), source, snapshot.Says(c.KB, source, err), remedy)
}

func (c *checker) checkQuotes(e *kb.Entity, all []kb.Evidence) {
	for i := range all {
		ev := &all[i]
		if ev.Quote == "" || ev.Source == nil || snapshot.Path(c.KB, ev.Source) == "" {
			continue
		}
		copied := c.copyOf(ev.Source)
		if copied.text == nil {
			continue // reported at the source
		}
		if _, _, found := copied.text.Find(ev.Quote); found {
			continue
		}
		remedy := say.QuoteUnlike.With()
		if from, to, score := copied.text.Nearest(ev.Quote); score > 0 {
			remedy = say.QuoteLike.With(say.Text(shorten(sentence(copied.raw, from, to), maxPassageBytes)))
		}
		problem := say.QuoteNotIn.With(say.Text(shorten(ev.Quote, maxPassageBytes)), say.File(snapshot.Path(c.KB, ev.Source)))
		c.find(kb.QuoteNotFound, ev.QuotePos, e, problem, remedy)
	}
}

// sentence returns a passage with the rest of its sentence, if that is short,
// on one line.
func sentence(text string, from, to int) string {
	const near = 80
	before, after := text[max(0, from-near):from], text[to:min(len(text), to+near)]
	if at := strings.LastIndexAny(before, ".!?"); at >= 0 {
		before = before[at+1:]
	} else if from > near {
		_, before, _ = strings.Cut(before, " ")
	}
	if at := strings.IndexAny(after, ".!?"); at >= 0 {
		after = after[:at+1]
	} else if to+near < len(text) {
		after = after[:max(0, strings.LastIndexByte(after, ' '))]
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(before+text[from:to]+after), " "), "")
}

// maxPassageBytes bounds a passage in a finding.
const maxPassageBytes = 240

// shorten cuts a text to at most some bytes, between characters.
func shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit] + "…"
}
