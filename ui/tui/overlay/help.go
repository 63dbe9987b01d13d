package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/sift"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Help lists the keys of a place, and searches them as one types.
type Help struct {
	noClick
	scroller
	scope  keys.Scope
	legend func(width int) []rich.Line
	input  widget.Field
}

// NewHelp returns the help of a place. Where legend is not nil, what it returns stands
// above the keys until something is typed.
func NewHelp(scope keys.Scope, legend func(width int) []rich.Line) *Help {
	return &Help{scope: scope, legend: legend, input: widget.NewField()}
}

// Key answers a key.
func (h *Help) Key(msg tea.KeyPressMsg) page.Answer {
	switch a := keys.Find(keys.InField, msg); {
	case a == keys.Close && h.input.Value() != "":
		h.input.Reset()
	case a == keys.Close, a == keys.Accept, keys.Find(h.scope, msg) == keys.Help:
		return page.Answer{Close: true}
	case a != keys.None:
		return page.Answer{Ignored: !h.act(a)}
	case h.input.Value() == "" && keys.Find(keys.AtEntity, msg) == keys.Filter:
		return page.Ignored // the input searches already
	default:
		var cmd tea.Cmd
		h.input, cmd = h.input.Update(msg)
		h.offset = 0
		return page.Answer{Cmd: cmd, Ignored: !keys.IsTyping(msg)}
	}
	return page.Answer{}
}

// Paste takes pasted text into the search.
func (h *Help) Paste(msg tea.PasteMsg) tea.Cmd {
	var cmd tea.Cmd
	h.input, cmd = h.input.Update(msg)
	return cmd
}

// The widths of the help, in cells: of a column of keys at least, where there is room, and
// at most, and of what stands between two.
const (
	helpColumn  = 72
	widestHelp  = 110
	betweenHelp = 4
)

// View draws the keys that match what was typed, and what may be asked for.
func (h *Help) View(t *theme.Theme, w *words.Language, width, height int) []string {
	head := 2
	if height < 9 {
		head = 1
	}
	rows := max(1, height-2-head)
	inner, columns := h.layOut(t, w, width, rows)
	column := (inner+betweenHelp)/columns - betweenHelp
	lines := abreast(h.blocks(t, w, column, strings.Fields(query.Fold(h.input.Value()))), columns, column, rows)
	if len(lines) == 0 {
		lines = append(lines, t.Muted.Render(w.Say(words.HelpNothing)))
	}
	h.set(len(lines), rows)
	from, to := h.window()
	h.input.SetWidth(max(1, inner-promptWidth-1))
	typed := t.Key.Render(palettePrompt) + h.input.ViewOver(t, w.Say(words.HelpPrompt))
	body := append(append([]string{typed}, make([]string, head-1)...), lines[from:to]...)
	return widget.Box(t, w.Say(words.HelpTitle), body, inner, h.unseen(), h.edge(t, w, clearHint(&h.input))...)
}

// layOut returns the cells of the lines of the help on a screen of a width, and in how
// many columns it stands: one, if some rows show all of it, or else as many as do, if any
// do. It does not depend on the input.
func (h *Help) layOut(t *theme.Theme, w *words.Language, width, rows int) (inner, columns int) {
	fits := func(inner, columns int) bool {
		column := (inner+betweenHelp)/columns - betweenHelp
		return len(abreast(h.blocks(t, w, column, nil), columns, column, rows)) <= rows
	}
	if inner = fit(helpColumn, width); fits(inner, 1) {
		return inner, 1
	}
	for columns = 2; columns*(helpColumn+betweenHelp) <= width; columns++ {
		if inner = fit(columns*(widestHelp+betweenHelp)-betweenHelp, width); fits(inner, columns) {
			return inner, columns
		}
	}
	return fit(widestHelp, width), 1
}

// abreast lays blocks of lines in columns of equal width, each filled before the next.
// What has no room in any makes the last one longer than rows. No block is divided.
func abreast(blocks [][]string, columns, width, rows int) []string {
	var out []string
	at, y, x := 0, 0, 0
	for _, block := range blocks {
		if y > 0 && y+len(block) > rows && at+1 < columns {
			at, y = at+1, 0
			x += width + betweenHelp
		}
		for _, line := range block {
			if y == 0 && line == "" && at > 0 {
				continue
			}
			if y == len(out) {
				out = append(out, "")
			}
			if x > 0 {
				out[y] = widget.Fill(out[y], x)
			}
			out[y] += line
			y++
		}
	}
	return out
}

// blocks returns the lines that belong together: the legend where nothing is asked for,
// and each key or query that holds all words that are.
func (h *Help) blocks(t *theme.Theme, w *words.Language, inner int, asked []string) [][]string {
	var blocks [][]string
	if h.legend != nil && len(asked) == 0 {
		var lines []string
		for _, line := range h.legend(inner) {
			lines = append(lines, t.Line(line))
		}
		if len(lines) > 0 {
			blocks = append(blocks, append(lines, ""))
		}
	}
	say := func(column int, show, help string) (lines []string) {
		left, right := wrapKeys(show, column), safe.Wrap(help, inner-column-2)
		for i := range max(len(left), len(right)) {
			line := t.Key.Render(safe.Pad(at(left, i), column))
			if text := at(right, i); text != "" {
				line += safe.Spaces(2) + text
			}
			lines = append(lines, line)
		}
		return lines
	}
	column := keyColumn(inner)
	for _, b := range keys.In(h.scope) {
		if sift.HoldsAll(query.Fold(b.Shown(w)+" "+w.Say(b.Help)+" "+w.Say(b.Called)), asked) {
			blocks = append(blocks, say(column, b.Shown(w), w.Say(b.Help)))
		}
	}
	heading := keys.Say(w, words.QueriesTitle, keys.Filter, keys.Palette)
	title := query.Fold(heading)
	var queries []string
	written := 0
	for _, asking := range w.Asking() {
		written = max(written, safe.Width(asking.Written))
	}
	for i, asking := range w.Asking() {
		if !sift.HoldsAll(query.Fold(asking.Written+" "+asking.Meaning)+" "+title, asked) {
			continue
		}
		if i == 0 {
			queries = append(queries, "", t.Strong.Render(safe.Cut(heading, inner)))
		}
		queries = append(queries, say(min(written, inner/2), asking.Written, asking.Meaning)...)
	}
	if len(queries) > 0 {
		blocks = append(blocks, queries)
	}
	return blocks
}

// keyColumn returns how many cells of inner the names of keys are given.
func keyColumn(inner int) int { return min(16, inner*2/5) }

// wrapKeys breaks names of keys into lines between names, never within one.
func wrapKeys(show string, width int) []string {
	lines := []string{""}
	for name := range strings.SplitSeq(show, " ") { // a name may hold a space that does not break
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = safe.Cut(name, width)
		case safe.Width(*last+" "+name) <= width:
			*last += " " + name
		default:
			lines = append(lines, safe.Cut(name, width))
		}
	}
	return lines
}

// at returns a line, or nothing after the last.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
