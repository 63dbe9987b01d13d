package plain

import (
	"time"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/words"
)

// opened is what became of the first reading.
type opened struct {
	kb  *kb.KB
	err error
}

// How long is waited in silence, and how long the overview waits for what is being
// computed before it does without.
const (
	slow     = 700 * time.Millisecond
	patience = 400 * time.Millisecond
)

// open reads the knowledge base. Of a large one the outline is enough to begin with,
// unless the output must be the same every time.
func (d *dialogue) open() error {
	var o reader.Options
	outline, whole := make(chan *kb.KB, 1), make(chan opened, 1)
	if !d.o.Echo {
		o.OnOutline = func(k *kb.KB) { outline <- k }
	}
	go func() {
		k, err := d.o.Open(d.ctx, o)
		whole <- opened{k, err}
	}()
	silence := time.After(slow)
	for {
		select {
		case k := <-outline:
			d.base, d.rest = d.of(k), whole
			return nil
		case now := <-whole:
			if now.err == nil {
				d.base = d.of(now.kb)
				d.follow()
			}
			return now.err
		case <-silence:
			d.print(words.For(d.lang).Say(words.Reading) + "…")
			_ = d.out.Flush()
		}
	}
}

// readRest waits until all files have been read, where only the outline is known.
func (d *dialogue) readRest() {
	if d.rest == nil {
		return
	}
	var now opened
	d.await(words.Reading, func() { now = <-d.rest })
	d.takeRest(now)
}

// takeRest goes on with all files. What was said of the outline stays so.
func (d *dialogue) takeRest(now opened) {
	d.rest = nil
	if now.err != nil {
		d.say(words.ReloadFailed, now.err.Error())
		return
	}
	d.base = d.of(now.kb)
	d.follow()
}

// await runs what may take long, and says so where it does.
func (d *dialogue) await(what words.Message, run func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		run()
	}()
	select {
	case <-done:
		return
	case <-time.After(slow):
	}
	d.say(what)
	_ = d.out.Flush()
	<-done
}

// of returns the base of a knowledge base in the language and on the day of the dialogue.
func (d *dialogue) of(k *kb.KB) *base {
	v := present.NewVoice(k, d.lang)
	v.Day, v.Today, v.Linear, v.News, v.Configured = d.day, d.o.Today, true, &d.news, d.o.Columns
	return newBase(d.ctx, v, d.base)
}
