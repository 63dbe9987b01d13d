// Package output implements the page that shows the output of a user command. It follows the
// output while the command runs.
package output

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/command"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page is the output page. It shows one run at a time.
type Page struct {
	page.Defaults
	subject page.Subject
	words   *words.Language
	run     *command.Run // nil before the first Show

	hasMoved bool // whether the user has scrolled this run

	shown  int    // bytes of the output that have been laid out
	rest   string // the last line, while it is incomplete
	end    command.End
	lines  []rich.Line
	doc    widget.Document
	width  int
	height int
}

// state is the saved position of the page.
type state struct {
	run    *command.Run
	offset int
	isAt   bool // restore the offset; otherwise follow the end
}

// At returns the argument of Show for a run.
func At(run *command.Run) any { return state{run: run} }

// New returns the page.
func New(voice present.Voice) *Page { return &Page{words: voice.Words, height: 1} }

// margin is the width of the left and the right margin, in cells.
const margin = 2

// Scope is where the keys of the page are looked up.
func (p *Page) Scope() keys.Scope { return keys.InOutput }

// Show shows the run of a state; see At.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	to, ok := at.(state)
	if !ok || to.run == nil {
		return page.Ignored
	}
	p.subject, p.run = s, to.run
	p.hasMoved = to.isAt
	p.again()
	if to.isAt {
		p.doc.Restore(to.offset, -1)
	}
	return page.Answer{Cmd: p.follow()}
}

// quick is the maximum duration of a run whose output is shown from its beginning, since nobody
// can have followed it.
const quick = time.Second

// again lays out the whole output anew.
func (p *Page) again() {
	p.shown, p.rest, p.lines, p.end = 0, "", nil, command.End{}
	p.doc = widget.NewDocument(nil, 0)
	p.doc.SetHeight(p.height)
	p.read()
}

// read lays out new output. If the end was visible, the page scrolls to the new end.
func (p *Page) read() {
	if p.run == nil || p.width == 0 {
		return
	}
	text, end := p.run.Read(p.shown)
	p.shown, p.end = p.shown+len(text), end
	if p.rest != "" {
		p.lines = p.lines[:len(p.lines)-len(p.wrapped(p.rest))]
	}
	text = p.rest + text
	last := strings.LastIndexByte(text, '\n') + 1
	p.rest = text[last:]
	for line := range strings.Lines(text) {
		p.lines = append(p.lines, p.wrapped(strings.TrimSuffix(line, "\n"))...)
	}
	_, below := p.doc.More()
	offset := p.doc.Offset
	p.doc = widget.NewDocument(p.lines, 0)
	p.doc.SetHeight(p.height)
	switch {
	case end.HasEnded && !p.hasMoved && p.run.Lasted() < quick:
		offset = 0
	case !below:
		offset = len(p.lines)
	}
	p.doc.Restore(offset, -1)
}

// wrapped wraps a line of output to the width. Of text overwritten by carriage returns, only
// the last version is kept.
func (p *Page) wrapped(line string) []rich.Line {
	line = strings.TrimSuffix(line, "\r")
	line = ansi.Strip(line[strings.LastIndexByte(line, '\r')+1:])
	line = safe.Line(expand(strings.ToValidUTF8(line, "\uFFFD")))
	var out []rich.Line
	for safe.Width(line) > p.width {
		head := safe.Prefix(line, p.width)
		if head == "" {
			break
		}
		out = append(out, rich.NewLine(rich.NewSpan(rich.Plain, head)))
		line = line[len(head):]
	}
	return append(out, rich.NewLine(rich.NewSpan(rich.Plain, safe.Cut(line, p.width))))
}

// expand replaces tabs by spaces up to the next tab stop.
func expand(line string) string {
	const stop = 8
	before, rest, hasTab := strings.Cut(line, "\t")
	for hasTab {
		before += safe.Spaces(stop - safe.Width(before)%stop)
		var next string
		next, rest, hasTab = strings.Cut(rest, "\t")
		before += next
	}
	return before
}

// quiet is the minimum time between two updates of the page.
const quiet = 50 * time.Millisecond

// follow returns a command that waits for more output.
func (p *Page) follow() tea.Cmd {
	run := p.run
	if p.end.HasEnded {
		return nil
	}
	changed := run.Changed()
	if _, end := run.Read(p.shown); end.HasEnded {
		changed = nil
	}
	return func() tea.Msg {
		if changed != nil {
			<-changed
		}
		time.Sleep(quiet)
		return work.Then(func() tea.Cmd {
			if p.run != run {
				return nil
			}
			p.read()
			return p.follow()
		})
	}
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	p.height = max(1, height-head)
	if width = max(1, width-2*margin); width != p.width {
		offset := p.doc.Offset
		_, below := p.doc.More()
		p.width = width
		p.again()
		if below {
			p.doc.Restore(offset, -1)
		}
	}
	p.doc.SetHeight(p.height)
	return nil
}

// SetVoice speaks another language.
func (p *Page) SetVoice(v present.Voice) tea.Cmd {
	p.words = v.Words
	return nil
}

// Act scrolls, or stops the run.
func (p *Page) Act(a keys.Action) page.Answer {
	if a == keys.Close && p.isRunning() {
		p.run.Stop()
		return page.Answer{}
	}
	p.hasMoved = true
	return page.Answer{Ignored: !p.doc.Move(a)}
}

func (p *Page) isRunning() bool { return p.run != nil && !p.end.HasEnded }

// Hint names the key that closes the page as the one that stops a running command.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	if a == keys.Close {
		return p.words.Say(words.HintStop), p.isRunning()
	}
	return usual, true
}

// Click means nothing.
func (p *Page) Click(int, int) page.Answer { return page.Ignored }

// Wheel scrolls.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	p.hasMoved = true
	p.doc.Scroll(lines)
	return page.Answer{}
}

// Selection is the selection that the command was run on. Copying copies the output.
func (p *Page) Selection() page.Selection {
	if p.run == nil {
		return page.Selection{Entity: p.subject.Entity}
	}
	run := p.run
	return page.Selection{Entity: p.subject.Entity, Copied: &page.Copy{Label: words.CopyOutput, Text: func() string {
		text, _ := run.Read(0)
		return ansi.Strip(strings.ToValidUTF8(text, "\uFFFD"))
	}}}
}

// Subject returns the subject given to Show.
func (p *Page) Subject() page.Subject { return p.subject }

// State returns the run and the position, for a later Show.
func (p *Page) State() any {
	_, below := p.doc.More()
	return state{p.run, p.doc.Offset, below}
}

// Leave reports false: the run goes on and its output is kept.
func (p *Page) Leave() bool { return false }

// Position returns the range of visible lines, if some are hidden.
func (p *Page) Position() string {
	if p.doc.Len() <= p.doc.Height() {
		return ""
	}
	w := p.words
	return w.Number(p.doc.Offset+1) + "–" + w.Number(min(p.doc.Len(), p.doc.Offset+p.doc.Height())) + "/" + w.Number(p.doc.Len())
}

// Status describes the progress or the result of the run.
func (p *Page) Status(t *theme.Theme, width int) string {
	if p.run == nil {
		return ""
	}
	text, style := p.words.Say(words.CommandRuns), t.Accent
	if p.end.HasEnded {
		text, style = How(p.words, p.end), t.Muted
		if p.end.Err != nil || p.end.Status != 0 {
			style = t.Warning
		}
	}
	return style.Render(safe.Cut(text, width))
}

// How describes the result of a run.
func How(w *words.Language, end command.End) string {
	switch {
	case end.Err != nil:
		return w.Say(words.CommandNotStarted, safe.Line(end.Err.Error()))
	case end.IsForgotten:
		return w.Say(words.OutputForgotten)
	case end.IsStopped:
		return w.Say(words.CommandStopped)
	case end.IsTooLate:
		return w.Say(words.CommandTooLate)
	case end.IsTooLarge:
		return w.Say(words.CommandTooLarge)
	case end.Status < 0:
		return w.Say(words.CommandKilled)
	}
	return w.Say(words.CommandEnded, w.Number(end.Status))
}

// head is the number of lines above the output, the last of them blank.
const head = 3

// View draws the command line and the visible part of its output.
func (p *Page) View(t *theme.Theme) []string {
	if p.run == nil {
		return nil
	}
	called := make([]string, len(p.run.Arguments))
	for i, a := range p.run.Arguments {
		if called[i] = safe.Line(a); a == "" || strings.ContainsAny(a, " \t\n'\"") {
			called[i] = p.words.Quote(called[i])
		}
	}
	lines := []string{safe.Spaces(margin) + t.Strong.Render(safe.Cut(safe.Line(p.run.Command.Title), p.width)), safe.Spaces(margin) + t.Muted.Render(safe.Cut(strings.Join(called, " "), p.width)), ""}
	body := p.doc.View(t, true)
	for i := range body {
		body[i] = safe.Spaces(margin) + body[i]
	}
	switch {
	case p.end.Err != nil:
		body = p.indented(t.Warning, notStarted(p.words, p.run.Arguments[0], p.end.Err))
	case p.end.HasEnded && p.shown == 0:
		body = p.indented(t.Muted, p.words.Say(words.NoOutput))
	}
	above, below := p.doc.More()
	widget.MarkMore(t, body, p.width+2*margin, above, below)
	return append(lines, body...)
}

// indented wraps a text, and draws its lines behind the margin.
func (p *Page) indented(style theme.Style, text string) []string {
	lines := safe.Wrap(text, p.width)
	for i := range lines {
		lines[i] = safe.Spaces(margin) + style.Render(lines[i])
	}
	return lines[:min(len(lines), p.height)]
}

// notStarted describes why a program was not started; of one that was not found, what was tried.
func notStarted(w *words.Language, program string, err error) string {
	isPath := strings.ContainsRune(program, filepath.Separator) || strings.Contains(program, "/")
	switch {
	case errors.Is(err, exec.ErrNotFound) && !isPath:
		folders := filepath.SplitList(os.Getenv("PATH"))
		return w.Say(words.ProgramNotFound, safe.Line(program), safe.Line(strings.Join(folders, w.ListComma)))
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, exec.ErrNotFound):
		return w.Say(words.ProgramNotThere, safe.Line(program))
	}
	return w.Say(words.CommandNotStarted, safe.Line(err.Error()))
}
