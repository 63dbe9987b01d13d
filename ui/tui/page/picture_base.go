package page

import (
	"rihla/ui/tui/keys"
	"rihla/ui/tui/work"
)

// Picture is embedded by the pages that draw a subject: graph, path, timeline, map,
// matrix. They gather what they draw beside the loop.
type Picture struct {
	Defaults
	Worker *work.Worker
	Shown  Subject
}

// NewPicture returns a picture of nothing.
func NewPicture() Picture { return Picture{Worker: new(work.Worker)} }

// Subject returns what is drawn.
func (p *Picture) Subject() Subject { return p.Shown }

// IsSlow reports whether the page waits for work that takes long.
func (p *Picture) IsSlow() bool { return p.Worker.IsSlow() }

// Clear ends the work that runs, and forgets the subject. It reports whether there
// was ever any work.
func (p *Picture) Clear() bool {
	p.Worker.Stop()
	p.Shown = Subject{}
	return p.Worker.HasWorked()
}

// EmptyHint is Hint of a picture with nothing in it: none of the keys is offered that
// walk, open or change what is drawn.
func (p *Picture) EmptyHint(a keys.Action, usual string) (string, bool) {
	switch a {
	case keys.Up, keys.Open, keys.Details, keys.Source, keys.ZoomIn, keys.Fit, keys.Today, keys.Gaps, keys.NextKind, keys.NextRelation, keys.Swap, keys.Order, keys.Numbers:
		return "", false
	}
	return p.Hint(a, usual)
}
