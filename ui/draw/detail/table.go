package detail

import (
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// maxRows is the maximum number of laid out rows of a table.
const maxRows = 200

// maxInCell is the maximum number of elements of a list in a cell of a table.
const maxInCell = 40

// grid is a table with a title for each column.
type grid struct {
	titles []string
	rows   [][][]rich.Span
	widths []int
	right  []bool // the column has numbers and nothing else, which are set right
}

// table lays out an array of tables in aligned columns if they fit, else as records.
func (l *layout) table(label []rich.Span, g *present.Group, rows []kb.Value) {
	left := g.Left + max(0, len(rows)-maxRows)
	rows = rows[:min(len(rows), maxRows)]
	for _, r := range rows {
		if _, ok := l.voice.KB.TextOf(r); ok {
			l.beside(label, l.values(g, l.room()))
			return
		}
	}
	t := l.grid(g.Items[0].Statement, rows)
	var more [][]rich.Span
	if left > 0 {
		more = [][]rich.Span{{rich.NewSpan(rich.Muted, l.voice.Words.Count(left, words.More))}}
	}
	switch total := t.width(); {
	case l.voice.Linear:
		l.beside(label, append(t.records(l.voice, l.room()), more...))
	case total <= l.room():
		l.beside(label, append(t.lines(), more...))
	case l.labels > 0 && total <= l.width-apart:
		l.add(rich.Flow(label, l.width, apart)...)
		l.add(rich.Indent(append(t.lines(), more...), apart)...)
	default:
		l.beside(label, append(t.records(l.voice, l.room()), more...))
	}
}

// grid gathers the columns and the cells of an array of tables.
func (l *layout) grid(s *kb.Statement, rows []kb.Value) grid {
	var t grid
	var keys []string
	place := make(map[string]int)
	for _, r := range rows {
		for _, entry := range r.Items {
			if _, ok := place[entry.Key]; ok {
				continue
			}
			place[entry.Key] = len(keys)
			keys = append(keys, entry.Key)
			title := safe.Line(entry.Key)
			if f := s.From.Kind.FindField(s.Field.Path + "." + entry.Key); f != nil {
				if own := l.voice.OwnLabel(f); own != "" {
					title = own
				}
			}
			t.titles = append(t.titles, title)
			t.widths = append(t.widths, safe.Width(title))
		}
	}
	t.right = make([]bool, len(keys))
	for i, key := range keys {
		t.right[i] = present.AreNumbers(rows, key)
	}
	for _, r := range rows {
		cells := make([][]rich.Span, len(keys))
		for i, key := range keys {
			cells[i] = l.cell(present.DatedEntry(key, r.Get(key)))
			t.widths[i] = max(t.widths[i], rich.Width(cells[i]))
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// cell returns a value of a table; a reference to an entity is a link.
func (l *layout) cell(val kb.Value) []rich.Span {
	const limit = 512
	if s := l.within[val.Pos]; s != nil && val.Type != kb.List {
		at := l.link(present.Link{To: s.To, Statement: s})
		return []rich.Span{{Text: l.voice.Name(s.To), Role: rich.LinkText, Link: at}}
	}
	if val.Type != kb.List || val.IsTableArray() {
		if text := l.voice.Inline(val, limit); text != "" {
			return []rich.Span{rich.NewSpan(rich.Plain, text)}
		}
		return nil
	}
	var out []rich.Span
	for i := range val.Items[:min(len(val.Items), maxInCell)] {
		if i > 0 {
			out = append(out, rich.NewSpan(rich.Muted, l.voice.Words.ListComma))
		}
		out = append(out, l.cell(val.Items[i].Value)...)
	}
	if left := len(val.Items) - maxInCell; left > 0 {
		out = append(out, rich.NewSpan(rich.Muted, l.voice.Words.ListComma+l.voice.Words.Count(left, words.More)))
	}
	return out
}

func (t grid) width() int {
	n := 0
	for i, w := range t.widths {
		if i > 0 {
			n += apart
		}
		n += w
	}
	return n
}

// lines lays out a grid in aligned columns.
func (t grid) lines() [][]rich.Span {
	titles := make([][]rich.Span, len(t.titles))
	for i, title := range t.titles {
		titles[i] = []rich.Span{rich.NewSpan(rich.Muted, title)}
	}
	out := [][]rich.Span{t.line(titles)}
	for _, r := range t.rows {
		out = append(out, t.line(r))
	}
	return out
}

func (t grid) line(cells [][]rich.Span) []rich.Span {
	var out []rich.Span
	at, used := 0, 0
	for i, cell := range cells {
		if len(cell) > 0 {
			from, width := at, rich.Width(cell)
			if t.right[i] {
				from += t.widths[i] - width
			}
			if from > used {
				out = append(out, rich.Blank(from-used))
			}
			out = append(out, cell...)
			used = from + width
		}
		at += t.widths[i] + apart
	}
	return out
}

// records lays out each row as a wrapped list of titles and cells.
func (t grid) records(v present.Voice, width int) [][]rich.Span {
	var out [][]rich.Span
	for _, r := range t.rows {
		spans := []rich.Span{rich.NewSpan(rich.Muted, "– ")}
		some := false
		for i, cell := range r {
			if len(cell) == 0 {
				continue
			}
			if some {
				spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator))
			}
			some = true
			spans = append(spans, rich.NewSpan(rich.Label, t.titles[i]+v.Words.Colon))
			spans = append(spans, cell...)
		}
		out = append(out, rich.Flow(spans, width, apart)...)
	}
	return out
}
