package report

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// few is how many rows are filtered at once, between two frames.
const few = 2000

// sift works out which rows the filter leaves: at once among few, else beside the
// screen.
func (l *listing) sift() tea.Cmd {
	type sifted struct {
		folded  []string
		visible []int
	}
	all, folded, asked := l.rows, l.folded, strings.Fields(query.Fold(l.filter))
	filter := func(ctx context.Context) sifted {
		out := sifted{folded, make([]int, 0, all.Len())}
		if len(asked) > 0 && folded == nil {
			out.folded = make([]string, all.Len())
			for i := range out.folded {
				if ctx.Err() != nil {
					return sifted{}
				}
				out.folded[i] = query.Fold(all.Text(i))
			}
		}
		for i := range all.Len() {
			if !slices.ContainsFunc(asked, func(word string) bool { return !strings.Contains(out.folded[i], word) }) {
				out.visible = append(out.visible, i)
			}
		}
		return out
	}
	settle := func(s sifted) tea.Cmd {
		l.folded = s.folded
		l.show(s.visible)
		return nil
	}
	if all.Len() > few && len(asked) > 0 {
		return work.Do(l.worker, filter, settle)
	}
	l.worker.Stop()
	return settle(filter(context.Background()))
}

// setFilter filters the rows; what is selected stays so if it is left.
func (l *listing) setFilter(text string) tea.Cmd {
	if l.rows == nil || text == l.filter {
		l.filter = text
		return nil
	}
	l.wanted = l.State().(listingState)
	l.wanted.top = 0
	l.filter = text
	return l.sift()
}

// Type takes a key or pasted text into the filter.
func (l *listing) Type(msg tea.Msg) (page.Answer, bool) {
	if l.field == nil {
		return page.Ignored, false
	}
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		switch a := keys.Find(keys.InField, msg); a {
		case keys.None:
		case keys.Accept:
			l.field = nil
			return page.Answer{}, true
		case keys.Close:
			l.field = nil
			return page.Answer{Cmd: l.setFilter("")}, true
		case keys.Palette:
			text := l.field.Value()
			l.field = nil
			return page.Answer{Intent: page.Search{Text: text}}, true
		default:
			l.entries.Move(a)
			return page.Answer{}, true
		}
	}
	var cmd tea.Cmd
	*l.field, cmd = l.field.Update(msg)
	return page.Answer{Cmd: tea.Batch(cmd, l.setFilter(l.field.Value()))}, true
}

// Blur ends typing.
func (l *listing) Blur() { l.field = nil }

// filterPrompt stands before what is typed.
const filterPrompt = " / "

// Input returns the filter while it is typed.
func (l *listing) Input(t *theme.Theme) *page.Input {
	if l.field == nil {
		return nil
	}
	l.field.SetWidth(max(1, l.width-len(filterPrompt)-2))
	return &page.Input{
		Line: widget.Fill(t.Key.Render(filterPrompt)+l.field.View(), l.width),
		Under: func(room int) string {
			return widget.Fill(t.Muted.Render(safe.Cut(safe.Spaces(len(filterPrompt))+l.voice.Words.Say(words.HelpPrompt), room)), room)
		},
	}
}

// Status draws the filter in force.
func (l *listing) Status(t *theme.Theme, width int) string {
	if l.filter == "" {
		return ""
	}
	return t.Key.Render("/") + " " + t.Match.Render(safe.Cut(safe.Line(l.filter), max(4, width/2)))
}
