package tui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/tuitest"
	"rihla/ui/tui/tuitest/monkey"
	"rihla/ui/tui/widget"
)

// witness is the explorer, of which each frame is looked at.
type witness struct {
	*Model
	program *tea.Program
	late    lateness
	frames  int
	read    int // bytes of what was sent

	mu      sync.Mutex
	content string // of the last frame
	problem string // of the first frame that had one
}

func newWitness(script *monkey.Script) *witness {
	w := &witness{}
	w.late = newLateness(script.Seed, time.Duration(script.Late)*time.Millisecond)
	return w
}

// Update gives a message to the explorer, unless it would have a file written beside the
// folder of the test. Answers come late, and of a base that is shown none ends the
// explorer or suspends it.
func (w *witness) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := w.dialogs.top().(*overlay.Form); ok {
		switch m := msg.(type) {
		case tea.KeyPressMsg:
			if strings.Contains(m.Text, "/") {
				return w, nil
			}
		case tea.PasteMsg:
			m.Content = strings.ReplaceAll(m.Content, "/", "")
			msg = m
		}
	}
	_, cmd := w.Model.Update(msg)
	w.late.stays = w.kb != nil
	return w, w.late.delay(cmd)
}

// View returns the frame of the explorer, once it has been looked at.
func (w *witness) View() tea.View {
	v := w.Model.View()
	problem := w.problemOf(v)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.content = v.Content
	if w.problem == "" {
		w.problem = problem
	}
	return v
}

// problemOf tells what is wrong with a frame.
func (w *witness) problemOf(v tea.View) string {
	w.frames++
	if w.width <= 0 || w.height <= 0 {
		if v.Content != "" {
			return fmt.Sprintf("size: a screen without cells shows %q", v.Content)
		}
		return ""
	}
	lines := strings.Split(v.Content, "\n")
	isWhole := w.kb != nil && !w.layout.TooSmall
	if len(lines) > w.height || isWhole && len(lines) < w.height {
		return fmt.Sprintf("lines: %d on a screen of %d:\n%s", len(lines), w.height, ansi.Strip(v.Content))
	}
	for _, line := range lines {
		if width := ansi.StringWidthWc(line); width > w.width {
			return fmt.Sprintf("width: %d cells on %d: %q", width, w.width, ansi.Strip(line))
		}
	}
	if strings.ContainsFunc(v.WindowTitle, isControl) {
		return fmt.Sprintf("title: %q", v.WindowTitle)
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w.width || c.Y >= w.height) {
		return fmt.Sprintf("cursor: beside the screen, at %d,%d of %d×%d", c.X, c.Y, w.width, w.height)
	}
	const focusEvery = 8
	if isWhole && w.frames%focusEvery == 0 {
		return w.problemOfFocus(v)
	}
	return ""
}

// problemOfFocus describes a frame in which the number of focused parts is not one.
func (w *witness) problemOfFocus(v tea.View) string {
	const row, caret byte = '1', '3'
	if v.Cursor == nil {
		return "focus: no cursor"
	}
	where, lines := "the page", w.front.View(w.theme)
	input := w.front.Input(w.theme)
	switch {
	case w.dialogs.top() != nil:
		where, lines = fmt.Sprintf("%T", w.dialogs.top()), w.dialogBox()
	case input != nil:
		where, lines = "the field", append(lines, input.Line)
		if n := marked(lines, caret); n != 1 {
			return fmt.Sprintf("focus: %d carets while something is typed", n)
		}
	}
	for _, of := range []byte{caret, row} {
		if n := marked(lines, of); n > 1 {
			return fmt.Sprintf("focus: %d things of sort %c in %s:\n%s", n, of, where, ansi.Strip(strings.Join(lines, "\n")))
		}
	}
	if typed := widget.TakeCursor(append([]string(nil), lines...)); typed == nil && input != nil {
		return "focus: a field without a cursor"
	}
	return ""
}

// marked returns how many things are marked for the cursor on drawn lines. One may be on
// several lines.
func marked(lines []string, of byte) int {
	n, before := 0, 0
	for _, line := range lines {
		now := strings.Count(line, "\x1b_cursor="+string(rune(of)))
		n += now - min(now, before, 1)
		before = now
	}
	return n
}

// check tells of a problem of the frames so far, and where the screen is still, of what
// the terminal shows and was sent.
func (w *witness) check(s *tuitest.Screen, isStill bool) string {
	content, problem := w.last()
	if problem != "" || !isStill || s.Ended() {
		return problem
	}
	sent := s.SentSince(w.read)
	w.read += len(sent)
	if foreign := foreignSequences(sent); len(foreign) > 0 {
		return fmt.Sprintf("control: the terminal was sent %q", foreign)
	}
	different := difference(s, content)
	for range 4 { // what has just been drawn may not be shown yet
		if different == "" {
			return ""
		}
		s.Wait(time.Second / framesPerSecond)
		content, _ = w.last()
		different = difference(s, content)
	}
	return "screen: " + different
}

func (w *witness) last() (content, problem string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.content, w.problem
}

// goHome goes back until there is nothing to go back to.
func (w *witness) goHome(s *tuitest.Screen) string {
	s.Wait(10 * time.Second) // what is late has come
	if problem := w.check(s, true); problem != "" || s.Ended() {
		return problem
	}
	for i := range longestPast + mostDialogs {
		past, open := w.wayHome(s)
		if past == 0 && open == "" || s.Ended() {
			return w.check(s, true)
		}
		key := "esc"
		if open == "" && i%2 == 1 {
			key = "backspace"
		}
		s.Type(key)
		if s.Ended() {
			return "way back: " + key + " ends the explorer"
		}
	}
	past, open := w.wayHome(s)
	return fmt.Sprintf("way back: it does not end, %d places and %s are left", past, open)
}

// mostDialogs bounds how often Esc is pressed more than there are places to go back to.
const mostDialogs = 100

// wayHome returns how many places there are to go back to, and what is open over the
// page.
func (w *witness) wayHome(s *tuitest.Screen) (past int, open string) {
	done := make(chan struct{})
	w.program.Send(forModel{func(m *Model) tea.Cmd {
		defer close(done)
		past = len(m.history.past)
		switch {
		case m.dialogs.top() != nil:
			open = fmt.Sprintf("%T", m.dialogs.top())
		case m.kb != nil && m.front.Input(m.theme) != nil:
			open = "a field"
		}
		return nil
	}})
	select {
	case <-done:
	case <-time.After(time.Minute): // it has ended meanwhile
	}
	return past, open
}

// lateness has answers come late, and in another order.
type lateness struct {
	*rand.Rand
	most  time.Duration
	stays bool // no command ends the explorer, or suspends it
}

func newLateness(seed uint64, most time.Duration) lateness {
	return lateness{Rand: rand.New(rand.NewPCG(seed, 1)), most: most}
}

func (l *lateness) draw() time.Duration {
	if l.most == 0 || l.IntN(3) == 0 {
		return 0
	}
	return time.Duration(l.Int64N(int64(l.most)))
}

// delay returns a command that begins late and answers late. It draws on the event loop,
// in the order of messages.
func (l *lateness) delay(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	before, after := l.draw(), l.draw()
	of := newLateness(l.Uint64(), l.most)
	of.stays = l.stays
	return func() tea.Msg {
		time.Sleep(before)
		msg := cmd()
		time.Sleep(after)
		if name := fmt.Sprintf("%T", msg); of.stays && (name == "tea.QuitMsg" || name == "tea.execMsg") {
			return nil
		}
		return of.delayAll(msg)
	}
}

// delayAll delays the commands of a batch and of a sequence, whose type is Bubble Tea's
// own.
func (l *lateness) delayAll(msg tea.Msg) tea.Msg {
	list := reflect.ValueOf(msg)
	if list.Kind() != reflect.Slice || list.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	out := reflect.MakeSlice(list.Type(), 0, list.Len())
	for i := range list.Len() {
		out = reflect.Append(out, reflect.ValueOf(l.delay(list.Index(i).Interface().(tea.Cmd))))
	}
	return out.Interface()
}

// open delays the reading of files.
func (l *lateness) open(open opener) opener {
	if l.most == 0 {
		return open
	}
	var mu sync.Mutex
	of := newLateness(l.Uint64(), l.most)
	wait := func(ctx context.Context) {
		mu.Lock()
		d := of.draw()
		mu.Unlock()
		select {
		case <-time.After(d):
		case <-ctx.Done():
		}
	}
	return func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		wait(ctx)
		k, err := open(ctx, o)
		wait(ctx)
		return k, err
	}
}

// isControl reports whether a character does something to a terminal.
func isControl(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r >= 0xE0000 && r < 0xE0100
}
