package tui

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/change"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/search"
	"rihla/model/survey"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// mostLinked is how many entities the overview names at most that are linked most.
const mostLinked = 24

// patience is how long work may go on before the screen says so.
const patience = work.Patience

// loading is a knowledge base being read.
type loading struct {
	again  bool // it was there before, and its place is kept
	asked  bool // for by the user: files are shown as they are
	slow   bool // it has taken longer than is done in silence
	isPart bool // only what changed is read
	// confirms is set if the whole is read after parts were shown, swaps if what was
	// read is shown even if nothing has changed.
	confirms, swaps bool
	paths           []string      // that had changed when it began
	urgent          *sync.RWMutex // held while what is urgent is read
	cancel          context.CancelFunc
	stage           *atomic.Uint32
	done            *atomic.Int64
	total           *atomic.Int64
	outline         chan *kb.KB   // what is known before the rest; closed when all is
	drawn           chan struct{} // closed when that has been drawn
	result          chan loaded
}

// loaded is what became of reading.
type loaded struct {
	of     *loading
	kb     *kb.KB
	linked []*kb.Entity // the entities that are linked most
	err    error

	edition *edition        // the edition of a shared base, or nil
	changes *change.Changes // since the reading before; nil where that is not known
	revised *kb.Revised     // if what is shown was read again in part
	held    change.Held
}

// isSilent reports whether what was read is shown without a word: the whole, in which
// nothing has changed since parts of it were read.
func (msg *loaded) isSilent() bool {
	return msg.of.swaps && msg.changes != nil && msg.changes.IsEmpty()
}

// outlined is what is known of a knowledge base while the rest is being read.
type outlined struct {
	of *loading
	kb *kb.KB
}

// patienceEnded is sent while a knowledge base is read, again and again.
type patienceEnded struct{ of *loading }

// start begins to read at once, beside the program. Where before is not nil, what was
// read is compared with it; versions of files that may not be meant are then left out
// where hold is not nil. The reading waits while urgent is locked.
func start(ctx context.Context, o Options, again bool, before *kb.KB, hold *change.Held, urgent *sync.RWMutex) *loading {
	ctx, cancel := context.WithCancel(ctx)
	l := &loading{
		again: again, asked: hold == nil, cancel: cancel, result: make(chan loaded, 1), urgent: urgent,
		outline: make(chan *kb.KB, 1), drawn: make(chan struct{}),
		stage: new(atomic.Uint32), done: new(atomic.Int64), total: new(atomic.Int64),
	}
	if o.Base != nil {
		go o.Base.start(ctx, l, before)
		return l
	}
	options := reader.Options{OnProgress: l.note, Beside: before != nil}
	if !again {
		options.OnOutline = func(k *kb.KB) {
			l.outline <- k
			select {
			case <-l.drawn:
			case <-ctx.Done():
			}
		}
	}
	go func() {
		out := loaded{of: l}
		if err := guarded(false, func() error {
			if before != nil && hold != nil {
				out.kb, out.held, out.err = hold.Read(ctx, before, o.Open, options)
			} else {
				out.kb, out.err = o.Open(ctx, options)
			}
			if out.err == nil {
				out.linked = survey.MostLinked(out.kb, mostLinked)
				if before != nil {
					out.kb.KeepTabs(before)
					out.changes = change.Between(ctx, before, out.kb)
				}
			}
			return nil
		}); err != nil {
			out.err = err
		}
		close(l.outline)
		l.result <- out
	}()
	return l
}

func (l *loading) note(p reader.Progress) {
	// Wait while a part is read.
	l.urgent.RLock()
	defer l.urgent.RUnlock()
	l.stage.Store(uint32(p.Stage))
	l.done.Store(p.Done)
	l.total.Store(p.Total)
}

// wait waits for what is being read.
func (l *loading) wait() tea.Cmd {
	return tea.Batch(
		func() tea.Msg { return <-l.result },
		func() tea.Msg { return outlined{l, <-l.outline} },
		tea.Tick(patience, func(time.Time) tea.Msg { return patienceEnded{l} }),
	)
}

// progress returns how far reading has come, in words and as a part of one.
func (l *loading) progress() (stage reader.Stage, part float64) {
	done, total := l.done.Load(), l.total.Load()
	if total > 0 {
		part = min(1, float64(done)/float64(total))
	}
	return reader.Stage(l.stage.Load()), part
}

// handlePatience says that reading takes long, and keeps saying how far it is.
func (m *Model) handlePatience(msg patienceEnded) tea.Cmd {
	if m.loading != msg.of || m.loading.confirms {
		return nil
	}
	m.loading.slow = true
	return tea.Tick(patience, func(time.Time) tea.Msg { return patienceEnded{msg.of} })
}

// reload reads the files again as the user asks; the place is kept.
func (m *Model) reload() tea.Cmd { return m.readAgain(nil) }

// readAgain reads the files again, instead of what is being read.
func (m *Model) readAgain(hold *change.Held) tea.Cmd {
	if m.loading != nil {
		m.loading.cancel()
	}
	m.live.giveUpParked()
	m.live.parts.giveUp(m.loading)
	paths := m.live.parts.beginWhole()
	before := m.kb
	if before != nil && before.Partial {
		before = nil
	}
	m.loading = start(m.ctx, m.options, true, before, hold, &m.live.urgent)
	m.loading.paths = paths
	return m.loading.wait()
}

// reclaimThreshold is the size of a knowledge base, in bytes, above which memory
// is returned to the system after work that allocates much.
const reclaimThreshold = 1 << 20

// Garbage collection percentages. Up to the first frame almost nothing is
// collected: of a small knowledge base the frame is drawn before a collection
// would pay. While a large one is checked, garbage is collected early. Otherwise
// the process's own percentage is in force.
const (
	gcStartup = 1600
	gcLarge   = 40
)

// timeToDraw is how long the first frame has for itself before all that was
// opened is decoded.
const timeToDraw = 25 * time.Millisecond

// handleOutlined shows what is known before the rest is.
func (m *Model) handleOutlined(msg outlined) tea.Cmd {
	if m.loading != msg.of || msg.kb == nil {
		return nil
	}
	return tea.Batch(m.swap(msg.kb, nil, search.NewIndex(msg.kb)),
		tea.Tick(timeToDraw, func(time.Time) tea.Msg {
			close(msg.of.drawn)
			return nil
		}))
}

// handleLoaded shows what was read, unless reading was stopped or begun anew.
func (m *Model) handleLoaded(msg loaded) tea.Cmd {
	l := msg.of
	switch l {
	case m.live.parts.reading:
		return m.handlePart(msg)
	case m.loading:
	default:
		return nil
	}
	m.loading = nil
	l.cancel()
	if cmd, late := m.catchUp(msg); late {
		return cmd
	}
	return tea.Batch(m.showLoaded(msg), m.live.follow(m))
}

func (m *Model) showLoaded(msg loaded) tea.Cmd {
	l := msg.of
	if l.again && !l.asked {
		if cmd, done := m.showsNothing(msg); done {
			return cmd
		}
	}
	if l.again && msg.err == nil && !m.canShow() {
		return m.park(msg)
	}
	m.live.held, m.live.failed = msg.held, ""
	if msg.err != nil {
		m.gc.Release()
		if m.kb != nil {
			return m.say(words.ReloadFailed, present.Failure(m.words(), msg.err))
		}
		m.failed = msg.err
		return nil
	}
	m.failed = nil
	if msg.changes != nil && m.saved == "" { // the user knows what the explorer wrote
		m.live.news.Take(msg.changes)
		m.live.looked = page.RefTo(m.front.Selection().Entity).Address()
	}
	if msg.changes != nil {
		m.wereLinks = appendLost(m.wereLinks, msg.changes.Unlinked)
	}
	m.edition = msg.edition
	var index *search.Index
	switch {
	case msg.edition != nil:
		index = msg.edition.index
	case msg.revised != nil:
		index = m.index.Revised(msg.revised)
	default:
		index = search.NewIndex(msg.kb)
	}
	if msg.changes != nil && msg.edition == nil { // a shared base has its own
		m.altering.renamed = change.Rename(m.altering.renamed, msg.changes.Renamed)
	}
	left := m.openedForm()
	placed := m.swap(msg.kb, msg.linked, index)
	if left.form != nil {
		resumed, isSame := m.resumeForm(left)
		placed = tea.Batch(placed, resumed)
		if isSame && !msg.isSilent() {
			left.form.Say(m.words().Say(words.FilesReadAgain))
		}
	}
	found := m.finish()
	if l.isPart {
		found = m.indexAgain()
	}
	if msg.isSilent() {
		return tea.Batch(placed, found, waitFor(&m.live.held))
	}
	if l.again {
		said := m.reloaded(msg.kb, msg.changes, nil)
		if m.saved != "" {
			said = m.saved
			if lost := m.linksLost(msg.changes); lost != "" {
				said += " " + lost
			}
		}
		m.changes = nil
		if m.saved == "" {
			m.changes = msg.changes
		}
		if m.saved != "" {
			m.showWritten()
		}
		m.saved = ""
		return tea.Batch(placed, found, m.notify(said), waitFor(&m.live.held))
	}
	if m.vanished != "" {
		return tea.Batch(placed, found, m.say(words.TabGone, m.vanished))
	}
	return tea.Batch(placed, found)
}

// stopLoading ends reading as the user asks.
func (m *Model) stopLoading() tea.Cmd {
	m.loading.cancel()
	m.live.parts.giveUp(m.loading)
	m.loading = nil
	m.gc.Release()
	switch {
	case m.kb == nil:
		return tea.Quit
	case m.kb.Partial:
		return m.notify(keys.Say(m.words(), words.StoppedPartial, keys.Reload))
	}
	return m.say(words.Stopped)
}
