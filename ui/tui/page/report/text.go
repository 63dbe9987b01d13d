package report

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
)

// text is a page of lines that are laid out once and scrolled, with links to walk.
type text struct {
	page.Defaults
	voice  present.Voice
	worker *work.Worker
	shown  page.Subject

	// lay lays the page out for a width; links is how many links it has. Until what
	// it is made from is there, it returns nothing.
	lay func(width int) (lines []rich.Line, links int)

	screen        int // cells of the page
	width, height int // of the text
	doc           widget.Document
	at            textState // where to go once there is something
}

// textState is what brings a text back to where it was left.
type textState struct{ offset, link int }

// The margin on either side of a text, and the widest lines that are easy to read, in
// cells.
const (
	textMargin = 2
	widestText = 100
)

func newText(voice present.Voice) text {
	return text{voice: voice, worker: new(work.Worker), height: 1}
}

// Subject returns what the page was shown.
func (t *text) Subject() page.Subject { return t.shown }

// IsSlow reports whether the text is still being made.
func (t *text) IsSlow() bool { return t.worker.IsSlow() }

// Leave ends the work.
func (t *text) Leave() bool {
	t.worker.Stop()
	return false
}

// SetSize gives the page its cells.
func (t *text) SetSize(width, height int) tea.Cmd {
	t.screen, t.height = width, height
	if width = max(1, min(width-2*textMargin, widestText)); width != t.width {
		seen := t.doc.IsLinkVisible()
		at := t.State().(textState)
		t.width = width
		t.relay(at)
		t.doc.Keep(at.offset, at.link, seen)
	}
	t.doc.SetHeight(height)
	return nil
}

// relay lays the page out again, and goes to a place.
func (t *text) relay(at textState) {
	if t.width == 0 {
		return
	}
	t.doc = widget.NewDocument(t.lay(t.width))
	t.doc.SetHeight(t.height)
	t.doc.Restore(at.offset, at.link)
}

// goTo goes to where the page was left, now or once there is something.
func (t *text) goTo(at any) {
	t.at, _ = at.(textState)
	t.doc.Restore(t.at.offset, t.at.link)
}

// State returns what brings the page back to where it is.
func (t *text) State() any {
	if t.doc.Len() == 0 {
		return t.at
	}
	return textState{t.doc.Offset, t.doc.Link}
}

// Act moves.
func (t *text) Act(a keys.Action) page.Answer { return page.Answer{Ignored: !t.doc.Move(a)} }

// Wheel scrolls.
func (t *text) Wheel(_, _, lines int) page.Answer {
	t.doc.Scroll(lines)
	return page.Answer{}
}

// Click selects the link at a cell.
func (t *text) Click(x, y int) page.Answer {
	link := t.doc.LinkAt(x-textMargin, y)
	if link < 0 {
		return page.Ignored
	}
	t.doc.Link = link
	return page.Answer{}
}

// Position says which lines are visible, if not all are.
func (t *text) Position() string {
	if t.doc.Len() <= t.doc.Height() {
		return ""
	}
	w := t.voice.Words
	return w.Number(t.doc.Offset+1) + "–" + w.Number(min(t.doc.Len(), t.doc.Offset+t.doc.Height())) + "/" + w.Number(t.doc.Len())
}

// View draws what is visible, and marks where it goes on.
func (t *text) View(th *theme.Theme) []string {
	lines := t.doc.View(th, true)
	for i := range lines {
		lines[i] = safe.Spaces(textMargin) + lines[i]
	}
	above, below := t.doc.More()
	widget.MarkMore(th, lines, t.screen, above, below)
	return lines
}
