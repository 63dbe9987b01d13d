package tui

import (
	"fmt"
	"strings"
	"testing"

	bubbles "charm.land/bubbles/v2/list"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page/browse/list"
	"rihla/ui/tui/widget"
)

type benchItem string

func (i benchItem) FilterValue() string { return string(i) }
func (i benchItem) Title() string       { return string(i) }
func (i benchItem) Description() string { return "" }

// BenchmarkRows moves down by one row in 100,000 and draws 56 of them, with our
// list and document and with the list and viewport of Bubbles.
func BenchmarkRows(b *testing.B) {
	const n, width, height = 100_000, 100, 56
	m := showing(many(n))
	down := tea.KeyPressMsg{Code: tea.KeyDown}
	text := func(i int) string { return fmt.Sprintf("Thing number %d, of which a line says a few words", i) }
	b.Run("list", func(b *testing.B) {
		p, _ := list.New(m.voice, m.index, &m.marks, list.Subject{Kind: m.kb.Kinds[0]})
		p.SetSize(width, height)
		for b.Loop() {
			p.Act(keys.Down)
			_ = strings.Join(p.Rows(m.theme, width, true), "\n")
		}
	})
	for _, pager := range []bool{true, false} {
		items := make([]bubbles.Item, n)
		for i := range items {
			items[i] = benchItem(text(i))
		}
		delegate := bubbles.NewDefaultDelegate()
		delegate.ShowDescription = false
		delegate.SetSpacing(0)
		l := bubbles.New(items, delegate, width, height)
		l.SetShowHelp(false)
		l.SetShowPagination(pager)
		b.Run(fmt.Sprintf("bubbles list, pager %t", pager), func(b *testing.B) {
			for b.Loop() {
				l, _ = l.Update(down)
				_ = l.View()
			}
		})
	}
	b.Run("document", func(b *testing.B) {
		lines := make([]rich.Line, n)
		for i := range lines {
			lines[i] = rich.NewLine(rich.NewSpan(rich.Text, text(i)))
		}
		d := widget.NewDocument(lines, 0)
		d.SetHeight(height)
		for b.Loop() {
			d.Move(keys.Down)
			_ = strings.Join(d.View(m.theme, true), "\n")
		}
	})
	for _, wrap := range []bool{false, true} {
		lines := make([]string, n)
		for i := range lines {
			lines[i] = text(i)
		}
		v := viewport.New(viewport.WithWidth(width), viewport.WithHeight(height))
		v.SoftWrap = wrap
		v.SetContentLines(lines)
		b.Run(fmt.Sprintf("bubbles viewport, wrap %t", wrap), func(b *testing.B) {
			for b.Loop() {
				v, _ = v.Update(down)
				_ = v.View()
			}
		})
	}
}
