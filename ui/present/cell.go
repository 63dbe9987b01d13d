package present

import (
	"iter"
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/markdown"
	"rihla/ui/safe"
)

// CellLimit bounds the bytes of a cell in a list.
const CellLimit = 1 << 10

// Cell returns the value of a field of an entity for a list, on one line, safe to
// show and cut to CellLimit bytes: links by name, and of several statements those
// that are current; where none is, each with its end or its beginning: "Santa Clara
// (until 2010)". Field "" is the name.
//
// The name has its acronym beside it, and a date that is a start its end: "≠
// 2024-02-11 – 02-21", where it is disputed.
func (v Voice) Cell(e *kb.Entity, field string) string {
	switch field {
	case "", "name":
		return v.ListName(e)
	case "date":
		if forms := v.period(e); forms != nil {
			return forms[0]
		}
	}
	text := v.cell(e, field, CellLimit)
	if text != "" && strings.TrimSpace(text) == "" {
		return v.Words.Quote(text) // what is blank would seem to be nothing
	}
	return text
}

// CellWithin is Cell for a width, in cells. A date loses its end first, "2024-02-11…", then
// its start, but never the mark of a dispute. The qualifier of a value that does not hold
// is reduced to years, "Santa Clara (until 2010…)". A web address keeps its distinctive
// end.
func (v Voice) CellWithin(e *kb.Entity, field string, width int) string {
	if field != "date" {
		text := v.Cell(e, field)
		switch {
		case safe.Width(text) <= width:
			return text
		case isAddress(text):
			return safe.CutPath(text, width)
		}
		v.Brief = true
		return v.Cell(e, field)
	}
	forms := v.period(e)
	for _, form := range forms {
		if safe.Width(form) <= width {
			return form
		}
	}
	if forms != nil {
		return forms[len(forms)-1]
	}
	return v.Cell(e, field)
}

// isAddress reports whether a text is a single web address.
func isAddress(text string) bool {
	return strings.Contains(text, "://") && !strings.ContainsAny(text, " ,")
}

// period returns how the start and the end of an entity without a date are written,
// the longest form first; nil if it does not have both.
func (v Voice) period(e *kb.Entity) []string {
	r := v.KB.Record(e)
	starts, ends := r.Values("start"), r.Values("end")
	if len(starts) == 0 || len(ends) == 0 || len(r.Values("date")) > 0 {
		return nil
	}
	start, end := v.cell(e, "start", CellLimit), v.cell(e, "end", CellLimit)
	if year := len("2024-"); len(start) == len("2024-02-11") && len(end) == len(start) && start[:year] == end[:year] {
		end = end[year:]
	}
	if evidence.Disagree(starts) || evidence.Disagree(ends) {
		start = "≠ " + start
	}
	return []string{start + " – " + end, start + "…"}
}

// Value returns the value of a field of an entity for export: without a limit, and
// with nothing beside it.
func (v Voice) Value(e *kb.Entity, field string) string { return v.cell(e, field, 1<<30) }

func (v Voice) cell(e *kb.Entity, field string, limit int) string {
	if field == "" || field == "name" {
		return v.Name(e)
	}
	switch field {
	case KindField:
		return v.KindOne(e.Kind)
	case KeyField:
		return v.Line(e.Key)
	case AddressField:
		return v.Line(string(e.Address()))
	case CitedField:
		if n := v.KB.ClaimCount(e); n > 0 {
			return v.Words.Number(n)
		}
		return ""
	case AloneField:
		return v.aloneCount(e)
	case OriginField:
		return v.OriginsOf(e)
	}
	if address, ok := strings.CutPrefix(field, rolePrefix); ok {
		return v.role(e, address)
	}
	r := v.KB.Record(e)
	switch field {
	case "aliases":
		var j boundedJoin
		for _, alias := range e.Aliases() {
			if !j.add(v.Words.ListComma, v.Line(alias), limit) {
				break
			}
		}
		return j.String()
	case "summary":
		text, _ := v.KB.TextIn(r.Summary, v.Lang)
		return v.Line(CutBytes(text, limit))
	case "body":
		text, _ := v.KB.TextIn(r.Body, v.Lang)
		if limit > MaxText { // for a file
			return v.Line(text)
		}
		return markdown.Line(CutBytes(text, limit))
	}
	statements := r.Values(field)
	if field == "date" && len(statements) == 0 {
		statements = r.Values("start")
	}
	var j boundedJoin
	if len(statements) == 0 {
		var said []string
		for s, rest := range v.Through(e, field) {
			if text := v.dated(v.cell(s.To, rest, limit), s, limit); text != "" && !slices.Contains(said, text) {
				said = append(said, text)
				if !j.add(v.Words.ListComma, text, limit) {
					break
				}
			}
		}
		for _, val := range inTables(r, field) {
			if !j.add(v.Words.ListComma, v.Inline(val, limit), limit) {
				break
			}
		}
	}
	current := v.Current(statements)
	for i, s := range current {
		text := ""
		switch {
		case s.To == nil:
			text = v.FieldValue(s.Field, s.Value, limit)
		case limit <= CellLimit && v.isSaid(s, current[:i]):
			continue
		default:
			text = v.Name(s.To)
		}
		if text != "" && !j.add(v.Words.ListComma, v.dated(text, s, limit), limit) {
			break
		}
	}
	return j.String()
}

// isSaid reports whether an earlier link to the same entity reads the same in a
// cell.
func (v Voice) isSaid(link *kb.Statement, earlier []*kb.Statement) bool {
	return slices.ContainsFunc(earlier, func(s *kb.Statement) bool {
		return s.To == link.To && v.When(s.Claim) == v.When(link.Claim)
	})
}

// dated adds to the text of a statement that it does not hold on the day, or not
// surely. A file has it without.
func (v Voice) dated(text string, s *kb.Statement, limit int) string {
	when := v.When(s.Claim)
	if text == "" || when == "" || limit > CellLimit {
		return text
	}
	return text + " (" + when + ")"
}

// inTables returns the values at a dotted path that goes on in lists of tables.
func inTables(r *kb.Record, path string) []kb.Value {
	var out []kb.Value
	for i := range len(path) {
		if path[i] != '.' {
			continue
		}
		for _, s := range r.Values(path[:i]) {
			if s.To == nil && s.Value.IsTableArray() {
				out = appendAt(out, s.Value, path[i+1:])
			}
		}
	}
	return out
}

// appendAt appends the values at a dotted path below a value of tables.
func appendAt(out []kb.Value, val kb.Value, path string) []kb.Value {
	key, rest, isNested := strings.Cut(path, ".")
	for i := range val.Items {
		entry := &val.Items[i]
		switch {
		case val.Type == kb.List:
			out = appendAt(out, entry.Value, path)
		case val.Type != kb.Table || entry.Key != key:
		case isNested:
			out = appendAt(out, entry.Value, rest)
		default:
			out = append(out, entry.Value)
		}
	}
	return out
}

// Through yields the links by the relation at the beginning of a dotted path, each
// with the rest of the path.
func (v Voice) Through(e *kb.Entity, path string) iter.Seq2[*kb.Statement, string] {
	return func(yield func(*kb.Statement, string) bool) {
		for i := range len(path) {
			if path[i] != '.' {
				continue
			}
			for _, s := range v.Current(v.KB.Record(e).Values(path[:i])) {
				if s.To != nil && !yield(s, path[i+1:]) {
					return
				}
			}
		}
	}
}
