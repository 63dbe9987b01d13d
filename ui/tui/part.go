package tui

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/change"
	"rihla/model/kb"
	"rihla/model/survey"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
)

// Of a large knowledge base, what changed is read and shown at once; then, when the
// files have been quiet, the whole is read beside the loop and takes its place. What
// changes meanwhile is read into that before it is shown.

const (
	// partThreshold is the size of a knowledge base, in bytes, from which on a part
	// of it is read by itself: a smaller one is read as a whole within two frames.
	partThreshold = 1 << 20
	// wholeAfter is how long the files are quiet before the whole is read, and
	// wholeAfterAll how long that is put off by further changes.
	wholeAfter    = time.Second
	indexAfter    = wholeAfter * 3 / 4 // since what changed was shown
	wholeAfterAll = 10 * time.Second
)

// parts is the state of reading parts.
type parts struct {
	changed []string  // files that changed since those that are shown were read
	missed  []string  // files that changed since the reading of the whole began
	reading *loading  // of a part; nil if there is none
	again   bool      // files changed while a part was read
	since   time.Time // when the first part was read that the whole has not confirmed; or zero
	turn    int
}

// note notes that files have changed.
func (p *parts) note(paths []string) {
	p.changed, p.missed = append(p.changed, paths...), append(p.missed, paths...)
}

// giveUp notes again what a reading was to show that is not shown.
func (p *parts) giveUp(l *loading) {
	if l != nil {
		p.changed = slices.Concat(l.paths, p.changed)
	}
}

// beginWhole returns the files whose changes the reading of the whole shows.
func (p *parts) beginWhole() []string {
	changed := p.changed
	*p = parts{turn: p.turn + 1}
	return changed
}

// wholeDue is sent when the files have been quiet.
type wholeDue struct{ turn int }

// readsPart reports whether what changed can be tried to be read by itself.
func (m *Model) readsPart() bool {
	return m.kb.Again != nil && m.kb.Size() >= partThreshold && len(m.live.held.Doubts) == 0 && len(m.live.parts.changed) > 0
}

// reloadFile is reload after one file was written, given by its path below the root: of
// a large knowledge base, only what changed in it is read before it is shown.
func (m *Model) reloadFile(path string) tea.Cmd {
	p := &m.live.parts
	p.note([]string{filepath.Join(m.kb.Dir, filepath.FromSlash(path))})
	switch {
	case m.loading != nil && !m.loading.confirms:
	case p.reading != nil: // the watcher was told first
		p.again = true
		return nil
	case m.readsPart():
		m.live.giveUpParked()
		cmd := m.readPart(m.kb, p.changed)
		p.reading.asked = true
		return cmd
	}
	return m.reload()
}

// readPart reads changed files again, of what is shown or of a later reading.
func (m *Model) readPart(of *kb.KB, changed []string) tea.Cmd {
	ctx, cancel := context.WithCancel(m.ctx)
	l := &loading{again: true, isPart: true, swaps: of != m.kb, cancel: cancel, result: make(chan loaded, 1), paths: changed}
	before, hold := m.kb, m.live.held
	m.live.parts.reading = l
	urgent := &m.live.urgent
	go func() {
		urgent.Lock()
		defer urgent.Unlock()
		out := loaded{of: l}
		if err := guarded(false, func() error {
			r := of.Again(ctx, changed)
			if r == nil {
				return nil
			}
			if out.held = hold.Next(before, r.KB, time.Now()); len(out.held.Doubts) > 0 {
				return nil
			}
			out.linked = survey.MostLinked(r.KB, mostLinked)
			if of == before {
				out.revised = r
				out.changes = change.Since(ctx, before, r)
			} else {
				out.changes = change.Between(ctx, before, r.KB)
			}
			out.kb = r.KB
			return nil
		}); err != nil {
			out.kb = nil // the reading of the whole says what is wrong
		}
		l.result <- out
	}()
	return func() tea.Msg { return <-l.result }
}

// handlePart shows a part that was read, or has the whole read where that is not enough.
func (m *Model) handlePart(msg loaded) tea.Cmd {
	p := &m.live.parts
	p.reading = nil
	msg.of.cancel()
	switch {
	case msg.kb == nil && msg.of.asked:
		return m.reload()
	case msg.kb == nil:
		return m.readAgain(&m.live.held)
	}
	p.changed = p.changed[min(len(msg.of.paths), len(p.changed)):]
	isSame := msg.kb == m.kb
	shown := m.showLoaded(msg)
	switch {
	case p.again:
		p.again = false
		return tea.Batch(shown, m.readChanged())
	case isSame:
		return shown
	}
	return tea.Batch(shown, m.awaitQuiet())
}

// awaitQuiet has the whole read when the files have been quiet.
func (m *Model) awaitQuiet() tea.Cmd {
	p := &m.live.parts
	if m.loading != nil {
		return nil
	}
	now := time.Now()
	if p.since.IsZero() {
		p.since = now
	}
	p.turn++
	turn, wait := p.turn, min(wholeAfter, max(0, p.since.Add(wholeAfterAll).Sub(now)))
	return tea.Tick(wait, func(time.Time) tea.Msg { return wholeDue{turn} })
}

// handleWholeDue reads the whole beside what is shown.
func (m *Model) handleWholeDue(msg wholeDue) tea.Cmd {
	if m.live.parts.turn != msg.turn || m.loading != nil || m.live.parts.reading != nil {
		return nil
	}
	cmd := m.readAgain(&m.live.held)
	m.loading.confirms, m.loading.swaps = true, true
	return cmd
}

// catchUp reads into a whole reading what changed since it began, if anything did.
func (m *Model) catchUp(msg loaded) (tea.Cmd, bool) {
	p := &m.live.parts
	if !msg.of.confirms || msg.err != nil || len(p.missed) == 0 {
		return nil, false
	}
	missed := p.missed
	*p = parts{turn: p.turn, changed: missed}
	if msg.kb.Again == nil {
		return m.readAgain(&m.live.held), true
	}
	return m.readPart(msg.kb, missed), true
}

// indexAgain indexes what is shown until the whole has been read, unless more changes at
// once.
func (m *Model) indexAgain() tea.Cmd {
	x := m.index
	build := func() tea.Msg {
		x.Build(m.ctx)
		return work.Then(func() tea.Cmd { return m.tell(page.Indexed{}) })
	}
	return tea.Tick(indexAfter, func(time.Time) tea.Msg {
		return work.Then(func() tea.Cmd {
			if x != m.index {
				return nil
			}
			return build
		})
	})
}
