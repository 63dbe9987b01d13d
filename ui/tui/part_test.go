package tui

import (
	"context"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// TestAWrittenFileOfALargeBaseIsNeverReadWhole writes while nothing is read, while the watcher
// has a part read already, and while the whole is read to confirm parts.
func TestAWrittenFileOfALargeBaseIsNeverReadWhole(t *testing.T) {
	k := kbtest.Read(t, "[town.a]\nnote = \""+strings.Repeat("x", partThreshold)+"\"\n")
	k.Again = func(context.Context, []string) *kb.Revised { return &kb.Revised{KB: k} }
	confirming := &loading{confirms: true}
	for name, c := range map[string]struct{ loading, reading *loading }{
		"at rest": {}, "told": {reading: new(loading)}, "confirmed": {loading: confirming}, "told and confirmed": {confirming, new(loading)},
	} {
		m := &Model{ctx: t.Context(), loading: c.loading}
		m.kb = k
		m.live.parts.reading = c.reading
		if cmd := m.reloadFile("a.toml"); (cmd == nil) != (c.reading != nil) {
			t.Errorf("%s: it is waited for a reading: %v", name, cmd != nil)
		}
		p := &m.live.parts
		if m.loading != c.loading || p.reading == nil || p.again != (c.reading != nil) || len(p.changed) != 1 || len(p.missed) != 1 {
			t.Errorf("%s: whole %v, again %v, changed %v, missed %v", name, m.loading != c.loading, p.again, p.changed, p.missed)
		}
	}
}
