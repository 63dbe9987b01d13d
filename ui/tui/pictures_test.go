package tui

import (
	"context"
	"testing"

	"rihla/model/kb"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/picture"
	"rihla/ui/tui/picture/picturetest"
)

// TestWhatAPathKnowsOfAllLinksIsKept leaves a path and comes back to it: all
// links are looked at once, and again only when the files have been read again.
func TestWhatAPathKnowsOfAllLinksIsKept(t *testing.T) {
	m := showing(many(50))
	m.ctx = context.Background()
	path, _ := viewOf(keys.InPath)
	known := func() any {
		m.draw(path, picture.Subject{Marked: []*kb.Entity{m.kb.Entities[3], m.kb.Entities[9]}}, nil)
		page := m.picture.page
		picturetest.Settle(page, page.Show(m.picture.subject, nil))
		m.goToOverview()
		return m.kept[keys.InPath]
	}
	first := known()
	if first == nil || known() != first {
		t.Error("all links were looked at again")
	}
	m.swap(many(50), nil)
	if m.kept[keys.InPath] != nil || known() == first {
		t.Error("links of other files were kept")
	}
}
