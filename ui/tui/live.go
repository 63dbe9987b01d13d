package tui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"rihla/model/change"
	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// live is what keeps the screen true to the files while they change.
type live struct {
	watcher *watch.Watcher // nil where the files are not watched
	base    *Base          // the shared base that is followed instead of files, or nil
	seen    *edition       // the last edition received from base
	again   bool           // they changed while they were read
	parked  *loaded        // what is shown once that loses nothing that is typed; or nil
	held    change.Held
	parts   parts
	urgent  sync.RWMutex // held while a part is read
	failed  string       // why the last reading failed; what is shown is that before
	wanted  *place       // where the user was, of which something is gone for now
	marks   marksKept
	news    present.News
	looked  kb.Address // what is selected, and seen once it is not

	warnings int // of the last reading that was checked
}

// changed is sent when files have changed, with their absolute paths.
type changed struct {
	paths   []string
	edition *edition // of a shared base
}

// begin has the files watched, with those that are read beside them.
func (l *live) begin(ctx context.Context, o *Options) {
	if l.base = o.Base; l.base != nil {
		l.seen = l.base.edition()
		return
	}
	if o.Watch == nil {
		return
	}
	if l.watcher = o.Watch(ctx); l.watcher == nil {
		return
	}
	o.Open = readsBeside(o.Open, l.watcher)
}

// readsBeside wraps open so that watcher also watches the files that are read through
// [kb.KB.ReadFile], such as stored copies.
func readsBeside(open func(context.Context, reader.Options) (*kb.KB, error), watcher *watch.Watcher) func(context.Context, reader.Options) (*kb.KB, error) {
	return func(ctx context.Context, options reader.Options) (*kb.KB, error) {
		k, err := open(ctx, options)
		if err == nil && k.ReadFile != nil && k.Dir != "" {
			read := k.ReadFile
			k.ReadFile = func(name string) ([]byte, error) {
				watcher.Also(filepath.Join(k.Dir, filepath.FromSlash(name)))
				return read(name)
			}
		}
		return k, err
	}
}

// next waits for the next change.
func (l *live) next(ctx context.Context) tea.Cmd {
	switch {
	case l.base != nil:
		return l.base.next(ctx, l.seen)
	case l.watcher == nil:
		return nil
	}
	return func() tea.Msg {
		if paths := l.watcher.Next(ctx); paths != nil {
			return changed{paths: paths}
		}
		return nil
	}
}

// handleChanged reads the files again when they have changed. What is being read is
// read to its end, so that files that change all the time are shown at all.
func (m *Model) handleChanged(msg changed) tea.Cmd {
	m.live.parts.note(msg.paths)
	m.live.seen = msg.edition
	return tea.Batch(m.live.next(m.ctx), m.readChanged())
}

// readChanged reads the files again, at once or after the reading that goes on: what
// changed alone, if that can be.
func (m *Model) readChanged() tea.Cmd {
	l := &m.live
	switch {
	case m.kb == nil && m.loading == nil: // the first reading failed
		m.loading = start(m.ctx, m.options, false, nil, nil, &m.live.urgent)
		return m.loading.wait()
	case m.loading != nil && !m.loading.confirms:
		l.again = true
		return nil
	case l.parts.reading != nil:
		l.parts.again = true
		return nil
	case m.readsPart():
		l.giveUpParked()
		return m.readPart(m.kb, l.parts.changed)
	case m.loading != nil:
		l.again = true
		return nil
	}
	return m.readAgain(&l.held)
}

// giveUpParked forgets what was to be shown, since something later is read.
func (l *live) giveUpParked() {
	if l.parked != nil {
		l.parts.giveUp(l.parked.of)
		l.parked = nil
	}
}

// follow goes on after a reading: the files are watched from now on, and read again
// if they have changed meanwhile.
func (l *live) follow(m *Model) tea.Cmd {
	if l.watcher != nil {
		l.watcher.Begin()
	}
	if !l.again || m.loading != nil {
		return nil
	}
	l.again = false
	return m.readChanged()
}

// showsNothing reports whether a reading that the user has not asked for leaves the
// screen as it is, at least for now.
func (m *Model) showsNothing(msg loaded) (tea.Cmd, bool) {
	l := &m.live
	switch {
	case msg.err != nil:
		l.parts.giveUp(msg.of)
		l.failed = present.Failure(m.words(), msg.err)
		m.gc.Release()
		return nil, true
	case msg.changes != nil && msg.changes.IsEmpty() && m.saved == "" && !msg.of.swaps:
		l.held, l.failed = msg.held, ""
		m.gc.Release()
		return tea.Batch(waitFor(&l.held), m.tellFound(), m.checkAgain()), true
	}
	return nil, false
}

// canShow reports whether a new reading can be shown without the loss of what is typed: an
// open form keeps its input, other dialogs and fields do not.
func (m *Model) canShow() bool { return !m.isBusy() || m.openedForm().form != nil }

// park keeps a reading until it can be shown.
func (m *Model) park(msg loaded) tea.Cmd {
	l := &m.live
	l.parked = &msg
	l.held, l.failed = msg.held, ""
	m.gc.Release()
	told := tea.Batch(m.tellFound(), waitFor(&l.held))
	if msg.isSilent() {
		return told
	}
	what := m.saved
	if what == "" {
		what = m.reloaded(msg.kb, msg.changes, nil)
	}
	said := m.say(words.ShownLater, what)
	m.notice.quiet = true // the next key takes it from the field
	return tea.Batch(told, said)
}

// checkAgain looks anew for what is wrong, since files beside those that were read may
// have changed.
func (m *Model) checkAgain() tea.Cmd {
	if m.kb.Partial || m.loading != nil || !m.live.parts.since.IsZero() { // the whole is read later
		return nil
	}
	return m.finish()
}

// showParked shows what had to wait.
func (m *Model) showParked() tea.Cmd {
	msg := *m.live.parked
	m.live.parked = nil
	return m.showLoaded(msg)
}

// see notes what of the news the user has seen: what was selected in a list, or read,
// and no longer is.
func (m *Model) see() {
	if m.kb == nil || !m.isHome() || m.live.news.Len(nil) == 0 {
		return
	}
	now := page.RefTo(m.front.Selection().Entity).Address()
	if now != m.live.looked {
		m.live.news.See(m.live.looked)
		m.live.looked = now
	}
}

// standing says in a line what of the files is not shown as it is on disk, and why;
// nothing where all is.
func (m *Model) standing() string { return present.NotShown(m.words(), &m.live.held, m.live.failed) }

// reloaded says what changed since the reading before.
func (m *Model) reloaded(k *kb.KB, c *change.Changes, findings []kb.Finding) string {
	var gone []string
	if m.vanished != "" {
		gone = append(gone, m.words().Say(words.TabGone, m.vanished))
	}
	if lost := m.linksLost(c); lost != "" {
		gone = append(gone, lost)
	}
	said := present.Reloaded(m.words(), k, c, &m.live.held, findings, gone...)
	if m.instead != "" {
		said = m.instead + " " + said
	}
	return said
}

// linksLost says which fields are no longer read as links.
func (m *Model) linksLost(c *change.Changes) string {
	return present.LinksLost(m.words(), c, keys.Name(m.words(), keys.Problems))
}

// appendLost adds fields that are no longer relations.
func appendLost(to []check.Field, lost []change.Unlinked) []check.Field {
	out := slices.Clip(to)
	for _, f := range lost {
		if field := (check.Field{Kind: f.Kind, Path: f.Field}); !slices.Contains(out, field) {
			out = append(out, field)
		}
	}
	return out
}

// here returns where the user is, with what is selected there.
func (l *live) here(m *Model) place {
	at := m.here()
	at.selected = page.RefTo(m.front.Selection().Entity)
	return at
}

// placeToKeep returns where the user was while what was there was gone, once it is back, else
// where the user is.
func (l *live) placeToKeep(m *Model, here place) place {
	if l.wanted != nil && l.wanted.selected.IsIn(m.kb) && m.home.CanShow(l.wanted.home) {
		here, l.wanted = *l.wanted, nil
	}
	return here
}

// keep remembers the first place that could not be shown, until the user goes elsewhere.
func (l *live) keep(at place, isShown bool) {
	if !isShown && l.wanted == nil {
		at.kb, at.subject = nil, page.Subject{}
		l.wanted = &at
	}
}

// shownBefore is the entity that was shown before another reading.
type shownBefore struct {
	ref        page.Ref
	key, name  string // the key without what sets namesakes apart
	isSelected bool
}

// nowShown returns the entity that is selected.
func (m *Model) nowShown() shownBefore {
	e := m.front.Selection().Entity
	if e == nil {
		return shownBefore{}
	}
	return shownBefore{page.RefTo(e), ownKey(e), m.voice.Name(e), true}
}

// ownKey returns the key of an entity as its file gives it.
func ownKey(e *kb.Entity) string { return strings.TrimSuffix(e.Key, " "+e.Disambiguator()) }

// sayGone says that what was shown is gone, and what is shown instead. The focus goes to the
// list, so that no key acts on another entity by mistake.
func (m *Model) sayGone(was shownBefore) {
	now := m.front.Selection().Entity
	if !was.isSelected || was.ref.IsIn(m.kb) || now != nil && was.ref.In(m.kb) == now && ownKey(now) == was.key {
		return
	}
	m.instead = m.words().Say(words.ReadIsGone, was.name)
	if m.isHome() {
		m.home.ToList()
		if now = m.front.Selection().Entity; now != nil {
			m.instead = m.words().Say(words.ReadIsGoneFor, was.name, m.voice.Name(now))
		}
	}
}

// marksKept are the marks of entities over all readings, also of those that are gone
// for now.
type marksKept struct {
	all, gone []page.Ref
}

// move marks in another knowledge base what was marked before.
func (kept *marksKept) move(marks *page.Marks, k *kb.KB) {
	now := page.RefsTo(marks.List())
	all := slices.DeleteFunc(slices.Clone(kept.all), func(r page.Ref) bool {
		return !slices.Contains(now, r) && !slices.Contains(kept.gone, r)
	})
	for _, r := range now {
		if !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	list := page.Resolve(k, all)
	marks.Set(list)
	kept.all, kept.gone = nil, nil
	if k.Partial {
		return
	}
	for _, r := range all {
		if e := k.Follow(r.Address()); e != nil {
			r = page.RefTo(e)
		} else if len(list) < len(all) {
			kept.gone = append(kept.gone, r)
		}
		kept.all = append(kept.all, r)
	}
}

// forget forgets what is gone.
func (kept *marksKept) forget() { kept.gone = nil }
