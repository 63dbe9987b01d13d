package overlay

import (
	"fmt"
	"slices"
	"strconv"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/ui/tui/page"
)

// inputs returns the rows by what they are of.
func (r *revisionForm) inputs() []inputRow {
	var out []inputRow
	for _, t := range r.texts {
		out = append(out, inputRow{"value " + t.had.Lang, t.row})
	}
	for i, s := range r.sources {
		id := "source " + strconv.Itoa(i)
		if i == len(r.sources)-1 {
			id = "another source"
		}
		out = append(out, inputRow{id, s.source}, inputRow{id + ", locator", s.locator}, inputRow{id + ", quote", s.quote})
	}
	for _, q := range r.qualifiers {
		out = append(out, inputRow{q.had.Key + " " + q.had.Lang, q.row})
	}
	return out
}

// findIn binds the form to the same statement or fact of an entity of another reading, or else
// to the one that stands in its place.
func (r *revisionForm) findIn(before *kb.KB, was, e *kb.Entity) ([]rowChange, bool) {
	now := r.likeIn(r.voice.KB, e)
	if slices.ContainsFunc(now, r.rebound) {
		return nil, true
	}
	of, ok := r.inPlaceOf(r.likeIn(before, was), now)
	if !ok {
		return nil, false
	}
	hadRows, wasUnfolded, focused := len(r.texts) > 0, len(r.folded) == 0, r.rows[r.row]
	old, kept := *r, keepInput(r.voice.Words, r.inputs())
	rows, folded, qualifiers := r.rows, r.folded, r.qualifiers
	r.lay(of)
	changed, left := restoreInput(r.voice.Words, kept, r.inputs())
	if r.isFixed && hadRows || len(left) > 0 { // what was typed has no row
		*r, r.rows, r.folded, r.qualifiers = old, rows, folded, qualifiers
		for _, k := range kept {
			if k.row == r.value { // the one row that was not made anew
				r.value.begin(k.had)
				r.value.set(k.text)
			}
		}
		return nil, false
	}
	r.relay(kept, r.inputs(), wasUnfolded, focused)
	return changed, true
}

// likeIn returns the statements of the field, or the facts, of an entity.
func (r *revisionForm) likeIn(k *kb.KB, e *kb.Entity) []page.Revise {
	var out []page.Revise
	record := k.Record(e)
	for i := range record.Statements {
		if s := &record.Statements[i]; r.statement != nil && s.Field.Path == r.statement.Field.Path {
			out = append(out, page.Revise{Entity: e, Statement: s})
		}
	}
	for i := range record.Facts {
		if r.fact != nil {
			out = append(out, page.Revise{Entity: e, Fact: &record.Facts[i]})
		}
	}
	return out
}

// inPlaceOf returns what stands now in the place of what the form changes: of those that have
// changed, the one of the same rank. It reports false where it was removed, or
// where it may have been.
func (r *revisionForm) inPlaceOf(was, now []page.Revise) (page.Revise, bool) {
	left := make(map[string]int)
	for _, of := range now {
		left[told(of)]++
	}
	old, rank := make(map[string]int), -1
	changed := 0
	for _, of := range was {
		text := told(of)
		old[text]++
		isOurs := of.Statement != nil && of.Statement.Pos == r.statement.Pos && of.Statement.Value.Pos == r.statement.Value.Pos || of.Fact != nil && of.Fact.Pos == r.fact.Pos
		if isOurs {
			rank = changed
		}
		if isOurs || old[text] > left[text] {
			changed++
		}
	}
	var others []page.Revise
	for _, of := range now {
		if text := told(of); old[text] > 0 {
			old[text]--
		} else {
			others = append(others, of)
		}
	}
	if rank < 0 || len(others) < changed {
		return page.Revise{}, false
	}
	return others[rank], true
}

// told returns all that a statement or a fact says, to compare it with another.
func told(of page.Revise) string {
	if of.Fact != nil {
		return fmt.Sprintf("%q %q %q", edit.Translations(of.Fact.Text), edit.Citations(of.Fact.Claim), edit.Qualifiers(of.Fact.Claim))
	}
	s, to := of.Statement, kb.Address("")
	if s.To != nil {
		to = s.To.Address()
	}
	return fmt.Sprintf("%q %s %q %q", to, contentOf(s.Value), edit.Citations(s.Claim), edit.Qualifiers(s.Claim))
}

// rebound takes the same thing of another reading of the files.
func (r *revisionForm) rebound(of page.Revise) bool {
	if (of.Statement == nil) != (r.statement == nil) || (of.Fact == nil) != (r.fact == nil) {
		return false
	}
	before := *r
	r.begin(of)
	if r.isFixed == before.isFixed && slices.Equal(edit.Translations(r.had), edit.Translations(before.had)) &&
		slices.Equal(edit.Citations(r.claim()), edit.Citations(before.claim())) && slices.Equal(edit.Qualifiers(r.claim()), edit.Qualifiers(before.claim())) {
		return true
	}
	*r = before
	return false
}

// contentOf returns a value without its positions.
func contentOf(v kb.Value) string {
	text := fmt.Sprintf("%d %q", v.Type, v.Str)
	for _, item := range v.Items {
		text += fmt.Sprintf(" %q: {%s}", item.Key, contentOf(item.Value))
	}
	return text
}
