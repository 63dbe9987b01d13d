package tui

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/change"
	"rihla/model/check"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/search"
	"rihla/model/survey"
	"rihla/model/tune"
	"rihla/model/watch"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
)

// Base is a knowledge base shared by several explorers: it is read, indexed and checked once,
// and again whenever its files change. Its explorers are read-only.
type Base struct {
	ctx     context.Context
	open    func(context.Context, reader.Options) (*kb.KB, error)
	watcher *watch.Watcher // nil where the files are not watched

	mu    sync.Mutex
	now   *edition
	later chan struct{} // closed when now is replaced
}

// edition is one reading of a base. It is immutable once its channels are closed.
type edition struct {
	kb      *kb.KB
	index   *search.Index
	linked  []*kb.Entity
	before  *kb.KB          // the previous edition's; nil in the first
	changes *change.Changes // since before
	held    change.Held
	failed  error // the error of a later reading, if the edition is shown in its place

	indexed chan struct{} // closed when the index is built
	checked chan struct{} // closed when found is set
	found   page.Checked
}

// NewBase reads a knowledge base and follows its files until the context ends. Index and
// findings are computed in the background. Like the Watch of [Options], watching may be nil.
func NewBase(ctx context.Context, open func(context.Context, reader.Options) (*kb.KB, error), watching func(context.Context) *watch.Watcher) (*Base, error) {
	b := &Base{ctx: ctx, open: open, later: make(chan struct{})}
	if watching != nil {
		if b.watcher = watching(ctx); b.watcher != nil {
			b.open = readsBeside(open, b.watcher)
		}
	}
	e := &edition{}
	if err := guarded(true, func() (err error) {
		e.kb, err = b.open(ctx, reader.Options{})
		return err
	}); err != nil {
		return nil, err
	}
	b.publish(e)
	if b.watcher != nil {
		b.watcher.Begin()
		go b.follow()
	}
	return b, nil
}

// KB returns the latest reading.
func (b *Base) KB() *kb.KB { return b.edition().kb }

func (b *Base) edition() *edition {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now
}

// publish makes an edition the current one; it indexes and checks it in the background.
func (b *Base) publish(e *edition) {
	if e.index == nil {
		e.index, e.linked = search.NewIndex(e.kb), survey.MostLinked(e.kb, mostLinked)
		e.indexed, e.checked = make(chan struct{}), make(chan struct{})
		go b.examine(e)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now = e
	close(b.later)
	b.later = make(chan struct{})
}

func (b *Base) examine(e *edition) {
	defer close(e.checked)
	_ = guarded(true, func() error {
		defer close(e.indexed)
		e.index.Build(b.ctx)
		return nil
	})
	_ = guarded(true, func() error {
		findings := check.Run(e.kb)
		e.found = page.Checked{Findings: findings, ByEntity: worthSaying(findings), Disagreements: evidence.Disagreements(b.ctx, e.kb)}
		e.kb.ClearCache()
		return nil
	})
	if e.kb.Size() > reclaimThreshold {
		tune.Reclaim()
	}
}

// follow reads the files again when they change, and when the time until which a suspicious
// version was held back has passed.
func (b *Base) follow() {
	changed := make(chan struct{})
	go func() {
		defer close(changed)
		for b.watcher.Next(b.ctx) != nil {
			select {
			case changed <- struct{}{}:
			case <-b.ctx.Done():
				return
			}
		}
	}()
	for {
		var believed <-chan time.Time
		if until := b.edition().held.Until; !until.IsZero() {
			believed = time.After(time.Until(until))
		}
		select {
		case _, ok := <-changed:
			if !ok {
				return
			}
		case <-believed:
		case <-b.ctx.Done():
			return
		}
		b.readAgain()
	}
}

// readAgain reads the files again. If that fails, it keeps the previous reading and publishes
// the error with it.
func (b *Base) readAgain() {
	was := b.edition()
	e := &edition{before: was.kb}
	e.failed = guarded(true, func() (err error) {
		if e.kb, e.held, err = was.held.Read(b.ctx, was.kb, b.open, reader.Options{Beside: true}); err != nil {
			return err
		}
		e.kb.KeepTabs(was.kb)
		e.changes = change.Between(b.ctx, was.kb, e.kb)
		e.kb.Renamed = change.Rename(was.kb.Renamed, e.changes.Renamed)
		return nil
	})
	switch {
	case b.ctx.Err() != nil:
	case e.failed != nil, e.changes.IsEmpty():
		same := *was
		same.before, same.changes, same.failed = was.kb, new(change.Changes), e.failed
		if e.failed == nil {
			same.held = e.held
		}
		b.publish(&same)
	default:
		b.publish(e)
	}
}

// start sends the current edition to an explorer that shows before.
func (b *Base) start(ctx context.Context, l *loading, before *kb.KB) {
	e := b.edition()
	out := loaded{of: l, edition: e, kb: e.kb, linked: e.linked, held: e.held, err: e.failed}
	out.held.Until = time.Time{} // the base waits for that time itself
	if before != e.kb {
		out.err = nil // a reading can be shown
	}
	switch before {
	case nil:
	case e.before:
		out.changes = e.changes
	default:
		_ = guarded(true, func() error {
			out.changes = change.Between(ctx, before, e.kb)
			return nil
		})
	}
	close(l.outline)
	l.result <- out
}

// next returns a command that waits for the edition after the given one.
func (b *Base) next(ctx context.Context, after *edition) tea.Cmd {
	return func() tea.Msg {
		for {
			b.mu.Lock()
			now, later := b.now, b.later
			b.mu.Unlock()
			if now != after {
				return changed{edition: now}
			}
			select {
			case <-later:
			case <-ctx.Done():
				return nil
			}
		}
	}
}

// finish returns a command that tells the explorer when the edition is indexed and checked.
func (e *edition) finish(m *Model) tea.Cmd {
	await := func(done <-chan struct{}, then func() tea.Cmd) tea.Cmd {
		return func() tea.Msg {
			select {
			case <-done:
				return work.Then(then)
			case <-m.ctx.Done():
				return nil
			}
		}
	}
	return tea.Batch(
		await(e.indexed, func() tea.Cmd { return m.handleIndexed(e.index) }),
		await(e.checked, func() tea.Cmd { return m.handleChecked(e.kb, e.found) }))
}
