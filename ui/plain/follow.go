package plain

import (
	"context"
	"slices"
	"sync"
	"time"

	"rihla/model/change"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// follower reads the files again when they change, beside the dialogue, which takes what
// was read at its next prompt.
type follower struct {
	watcher *watch.Watcher
	open    func(context.Context, reader.Options) (*kb.KB, error)

	mu    sync.Mutex
	shown *kb.KB // what the dialogue says
	news  *reading
	held  change.Held
}

// reading is what became of reading the files again.
type reading struct {
	kb      *kb.KB
	changes *change.Changes
	held    change.Held
	err     error
}

// run follows the files until ctx ends.
func (f *follower) run(ctx context.Context) {
	changed := make(chan struct{}, 1)
	go func() {
		for f.watcher.Next(ctx) != nil {
			select {
			case changed <- struct{}{}:
			default: // the reading to come sees this too
			}
		}
	}()
	f.watcher.Begin()
	var doubted <-chan time.Time // when a version that may not be meant is believed
	for {
		select {
		case <-ctx.Done():
			return
		case <-changed:
		case <-doubted:
		}
		doubted = nil
		if until := f.read(ctx); !until.IsZero() {
			doubted = time.After(time.Until(until))
		}
	}
}

// read reads the files again, and returns when to read them once more, if at all.
func (f *follower) read(ctx context.Context) time.Time {
	f.mu.Lock()
	before, hold := f.shown, f.held
	f.mu.Unlock()
	now := reading{}
	now.kb, now.held, now.err = hold.Read(ctx, before, f.open, reader.Options{})
	if now.err == nil {
		now.changes = change.Between(ctx, before, now.kb)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if ctx.Err() != nil || f.shown != before { // it is compared with what is no longer said
		return time.Now()
	}
	f.news = &now
	if now.err == nil {
		f.held = now.held
	}
	return now.held.Until
}

// take returns what was read since the last call, or nil.
func (f *follower) take() *reading {
	f.mu.Lock()
	defer f.mu.Unlock()
	now := f.news
	f.news = nil
	if now != nil && now.err == nil {
		f.shown = now.kb
	}
	return now
}

// follow begins to follow the files, once all of them have been read.
func (d *dialogue) follow() {
	if d.watcher == nil {
		return
	}
	d.files = &follower{watcher: d.watcher, open: d.o.Open, shown: d.base.voice.KB}
	go d.files.run(d.ctx)
}

// catchUp says what has changed in the files since the last prompt, and says from then on
// what they say now.
func (d *dialogue) catchUp() {
	select {
	case now := <-d.rest:
		d.takeRest(now)
	default:
	}
	if d.files == nil {
		return
	}
	now := d.files.take()
	if now == nil {
		return
	}
	if now.err != nil {
		d.sayNotShown(present.NotShown(d.words(), &now.held, now.err.Error()))
		return
	}
	d.held = now.held
	if !now.changes.IsEmpty() {
		d.news.Take(now.changes)
		d.base = d.of(now.kb)
		d.tell(d.reloaded(now.kb, now.changes, &now.held) + " " + keys.Say(d.words(), words.HowToRepeat, keys.Reload))
	}
	d.sayNotShown(present.NotShown(d.words(), &now.held, ""))
}

// allFound returns what is wrong with what is said, after what is wrong with versions of files
// that are not.
func (d *dialogue) allFound() []kb.Finding {
	return slices.Concat(d.held.Findings(), d.base.found.all)
}

// sayNotShown says once what of the files is not said as it is on disk.
func (d *dialogue) sayNotShown(text string) {
	if text != "" && text != d.notShown {
		d.tell(text)
	}
	d.notShown = text
}

// reload reads the files again, as they are, and says the page anew.
func (d *dialogue) reload(string) {
	var k *kb.KB
	var err error
	d.await(words.Reading, func() { k, err = d.o.Open(d.ctx, reader.Options{}) })
	if err != nil {
		d.say(words.ReloadFailed, err.Error())
		return
	}
	changes := change.Between(d.ctx, d.base.voice.KB, k)
	d.held = change.Held{}
	if d.files != nil {
		d.files.mu.Lock()
		d.files.shown, d.files.news, d.files.held = k, nil, change.Held{}
		d.files.mu.Unlock()
	}
	d.news.Take(changes)
	d.base = d.of(k)
	d.tell(d.reloaded(k, changes, &change.Held{}))
	d.again()
}

// reloaded says what changed since the reading before.
func (d *dialogue) reloaded(k *kb.KB, c *change.Changes, held *change.Held) string {
	var lost []string
	if said := present.LinksLost(d.words(), c, keys.Name(d.words(), keys.Inference)); said != "" {
		lost = append(lost, said)
	}
	return present.Reloaded(d.words(), k, c, held, nil, lost...)
}
