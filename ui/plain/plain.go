// Package plain is the explorer as a dialogue of lines, for screen readers and pipes: it
// says what a page holds, one thing after the other, and reads a command from a line.
// It knows no screen: no colours, no boxes, no columns and no escape sequences, and the
// cursor stays where the reading is.
//
// A page is lines of ui/draw and ui/present, laid out as if without a width, in which
// every thing that can be opened has a number; linear.go takes the columns out of them,
// and wraps them. Pages are made by a maker, which is run again when the files have
// changed, and on the way back.
package plain

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"strings"

	"rihla/model/change"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// Options say what to explore, and how.
type Options struct {
	// Open reads the knowledge base.
	Open func(context.Context, reader.Options) (*kb.KB, error)
	// Watch, where it is set, returns what tells when the files change, or nil. It is
	// called before they are read.
	Watch func(context.Context) *watch.Watcher
	Lang  string // the tag of one of words.Languages
	// Today is the day of today, and Day the one to begin with, if it is another.
	Today, Day present.Day
	// Columns maps a kind to the columns of its list, overriding those of the base.
	Columns map[string][]string

	// Edit opens a file of the knowledge base in the person's editor, and returns when that
	// has ended. It is nil where there is no terminal. Of an editor that cannot be run, it
	// returns what was tried.
	Edit func(k *kb.KB, at kb.Position) (tried string, err error)

	Input  io.Reader
	Output io.Writer
	// Echo is set where the input is not typed into the terminal that shows the output:
	// what is read is printed then, so that the output reads as a dialogue.
	Echo bool
	// Size returns the cells of the output; it is asked before every page. The width
	// wraps lines, and a screen of the height is printed at a time.
	Size func() (width, height int)
}

// Run reads the knowledge base, and then commands until one ends the dialogue or the
// input ends. An error is one of reading the knowledge base, or of writing.
func Run(ctx context.Context, o Options) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	d := &dialogue{ctx: ctx, o: o, lang: o.Lang, day: cmp.Or(o.Day, o.Today), out: bufio.NewWriter(o.Output)}
	if o.Watch != nil {
		d.watcher = o.Watch(ctx)
	}
	if err := d.open(); err != nil {
		return err
	}
	d.visit(overviewPage)
	in := bufio.NewReader(o.Input)
	for !d.isDone {
		d.catchUp()
		if err := d.prompt(); err != nil {
			return err
		}
		line, err := readLine(in)
		if err != nil && line == "" {
			d.print("")
			break
		}
		if o.Echo {
			d.print(safe.Line(line))
		}
		typed, isRedrawn := cutRedraw(line)
		if typed = strings.TrimSpace(safe.Line(typed)); typed == "" && isRedrawn {
			d.again()
			continue
		}
		d.obey(typed)
	}
	return d.out.Flush()
}

// cutRedraw returns a line without ctrl-l, which asks a program on a terminal to draw its
// screen again, and reports whether it was there.
func cutRedraw(line string) (rest string, isRedrawn bool) {
	const formFeed = "\f"
	return strings.ReplaceAll(line, formFeed, ""), strings.Contains(line, formFeed)
}

// longestLine bounds what is kept of a line, in bytes.
const longestLine = 1 << 16

// readLine reads a line without its end. The error is that of reading, and may come with
// the last line.
func readLine(in *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part[:min(len(part), longestLine-len(line))]...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return strings.TrimRight(string(line), "\r\n"), err
		}
	}
}

// dialogue is one run.
type dialogue struct {
	ctx  context.Context
	o    Options
	lang string
	day  present.Day
	out  *bufio.Writer

	base     *base
	rest     chan opened    // what is being read, where only the outline is known; or nil
	watcher  *watch.Watcher // or nil
	files    *follower      // nil where the files are not followed
	held     change.Held    // of the reading that is said
	notShown string         // what was said last of what is not said as it is on disk
	news     present.News
	read     kb.Address // the entity that is said, of which the news is seen then

	visits []*visit
	at     int // of the visit that is said
	isDone bool
	marks  []kb.Address
	asked  func(line string) // what takes the next line, or nil
}

// visit is a page in the history.
type visit struct {
	make maker
	page *page
	base *base // that the page is made from
	next int   // the part that comes next
}

func (d *dialogue) words() *words.Language { return d.base.voice.Words }

// promptSign stands before the input.
const promptSign = "> "

// prompt asks for a line. The error is that of writing what has been said.
func (d *dialogue) prompt() error {
	_, _ = d.out.WriteString(promptSign)
	return d.out.Flush()
}

// print prints a line as it is.
func (d *dialogue) print(line string) { _, _ = d.out.WriteString(strings.TrimRight(line, " ") + "\n") }

// say prints a message, wrapped.
func (d *dialogue) say(m words.Message, args ...any) { d.tell(d.words().Say(m, args...)) }

// tell prints a text, wrapped.
func (d *dialogue) tell(text string) { d.write(rich.NewLine(rich.NewSpan(rich.Text, text))) }

// write prints a line of a page, and returns how many it takes.
func (d *dialogue) write(line rich.Line) int {
	width, _ := d.o.Size()
	lines := linear(d.words(), line, max(leastWidth, width))
	for _, l := range lines {
		d.print(l)
	}
	return len(lines)
}

// leastWidth is the least width that lines are wrapped at, in cells.
const leastWidth = 16

// here is the visit that is said.
func (d *dialogue) here() *visit { return d.visits[d.at] }

// page returns the page that is said. Its numbers mean what was said, also where the files
// have changed since.
func (d *dialogue) page() *page { return d.here().page }

// visit makes a page, and says it. What made no page has said why.
func (d *dialogue) visit(m maker) {
	p := m(d)
	if p == nil {
		return
	}
	d.news.See(d.read)
	if len(d.visits) > 0 {
		d.at++
	}
	d.visits = append(d.visits[:d.at], &visit{make: m, page: p, base: d.base})
	d.screen()
}

// screen says the next lines of the page, as many as a screen has, and whether there are
// more.
func (d *dialogue) screen() {
	p, v := d.page(), d.here()
	if d.read = ""; p.scope == keys.InDetail && p.about.entity != nil {
		d.read = p.about.entity.Address()
	}
	_, height := d.o.Size()
	room := max(leastHeight, height-linesOfPrompt)
	for used := 0; v.next < p.size && used < room; v.next++ {
		for _, line := range p.part(v.next) {
			if len(line.Spans) == 0 && used >= room-1 {
				continue // nothing would follow
			}
			used += d.write(line)
		}
	}
	if left := p.size - v.next; left > 0 {
		d.tell(d.words().Count(left, words.MoreToSay) + d.words().Colon + moreLetter)
	}
}

// The lines of a screen that the prompt and the line above it take, and the least number
// of others.
const (
	linesOfPrompt = 2
	leastHeight   = 4
)

// again says the page from its beginning, as it is in the files now.
func (d *dialogue) again() {
	v := d.here()
	if v.base != d.base {
		v.base = d.base
		if again := v.make(d); again != nil {
			v.page = again
		}
	}
	v.next = 0
	d.screen()
}

// walk goes back or forward in the history, and says where that is.
func (d *dialogue) walk(by int) {
	to := d.at + by
	switch {
	case to < 0:
		d.say(words.NoBack)
	case to >= len(d.visits):
		d.say(words.NoForward)
	default:
		d.at = to
		d.again()
	}
}
