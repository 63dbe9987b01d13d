package overlay

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/ui/present"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// entityForm is the form that changes the names, the texts and the key of an entity, or
// removes it.
type entityForm struct {
	*WriteForm
	key, carry               *formRow
	hadKey                   string
	names, summaries, bodies []textRow
	aliases                  []*formRow // the last one adds another
	hadAliases               []string   // those that have a row
}

// mostAliases bounds the aliases that have a row. Others stay as they are.
const mostAliases = 50

// carriesThem is the choice to update the references to a changed name or key.
const carriesThem = 0

// NewEntityForm returns the form that changes the names, the texts and the key of an entity,
// with the references to it, or removes the entity.
func NewEntityForm(v present.Voice, of page.Revise, refused func(error) string) (*WriteForm, tea.Cmd) {
	e := of.Entity
	r := &entityForm{WriteForm: &WriteForm{voice: v, of: e, refused: refused}}
	f := r.WriteForm
	r.carry = newFormRow(words.RowReferences, nil)
	r.carry.choices = []words.Message{words.CarryThem, words.LeaveThem}
	r.lay(e)
	for row, texts := range map[string][]textRow{"name": r.names, "summary": r.summaries, "key": {{row: r.key}}} {
		for _, t := range texts {
			if of.Row == row && t.had.Lang == of.Lang {
				f.begin(t.row, of)
			}
		}
	}
	f.grow = r.addAlias
	f.title = func(w *words.Language) string { return w.Say(words.ChangeEntityTitle, r.voice.Name(f.of)) }
	f.make, f.canRemove, f.renewed = r.change, true, func() {}
	f.rebind, f.find, f.gone = func(of page.Revise) bool { return r.isSame(of.Entity) }, r.findIn, words.ValueIsGone
	return f, f.Renew(v, e)
}

// lay makes the rows of an entity.
func (r *entityForm) lay(e *kb.Entity) {
	f, v := r.WriteForm, r.voice
	r.aliases = nil
	r.key, r.hadKey = newFormRow(words.RowKey, nil), e.Key
	names, moreNames := newTextRows(words.RowName, e.Name, v.KB.Languages)
	summaries, moreSummaries := newTextRows(words.RowSummary, v.KB.Record(e).Summary, v.KB.Languages)
	r.names, r.summaries = slices.Concat(names, moreNames), slices.Concat(summaries, moreSummaries)
	bodies, moreBodies := newTextRows(words.RowBody, v.KB.Record(e).Body, v.KB.Languages)
	if v.KB.Record(e).Body.IsEmpty() {
		bodies, moreBodies = nil, slices.Concat(bodies, moreBodies)
	}
	r.bodies = slices.Concat(bodies, moreBodies)
	r.hadAliases = e.Aliases()[:min(mostAliases, len(e.Aliases()))]
	for _, alias := range append(slices.Clip(r.hadAliases), "") {
		row := newFormRow(words.RowAlias, nil)
		row.begin(alias)
		r.aliases = append(r.aliases, row)
	}
	r.aliases[len(r.hadAliases)].label = words.RowNewAlias
	r.key.begin(e.Key)
	aliases, moreAliases := r.aliases, []*formRow(nil)
	if len(r.hadAliases) == 0 {
		aliases, moreAliases = nil, r.aliases
	}
	f.rows = slices.Concat(rowsOf(names), aliases, rowsOf(summaries), rowsOf(bodies))
	if edit.In(v.KB).HasOwnKey(e) || len(names) == 0 {
		f.rows = append(f.rows, r.key)
	}
	f.folded = slices.Concat(rowsOf(moreNames), moreAliases, rowsOf(moreSummaries), rowsOf(moreBodies))
	if linksTo(v.KB, e) > 0 {
		f.rows = append(f.rows, r.carry)
	}
}

// inputs returns the rows by what they are of.
func (r *entityForm) inputs() []inputRow {
	var out []inputRow
	for id, texts := range map[string][]textRow{"name ": r.names, "summary ": r.summaries, "text ": r.bodies} {
		for _, t := range texts {
			out = append(out, inputRow{id + t.had.Lang, t.row})
		}
	}
	order.Stable(out, func(a, b inputRow) int { return strings.Compare(a.id, b.id) })
	for i, row := range r.aliases {
		id := "alias " + row.had
		if i >= len(r.hadAliases) {
			id = "another alias " + strconv.Itoa(i-len(r.hadAliases))
		}
		out = append(out, inputRow{id, row})
	}
	return append(out, inputRow{"key", r.key})
}

// findIn binds the form to an entity of another reading, whose rows start from what it says
// there.
func (r *entityForm) findIn(_ *kb.KB, _, e *kb.Entity) ([]rowChange, bool) {
	if r.isSame(e) && r.hadKey == e.Key {
		return nil, true
	}
	old, rows, folded := *r, r.rows, r.folded
	wasUnfolded, focused, kept := len(r.folded) == 0, r.rows[r.row], keepInput(r.voice.Words, r.inputs())
	r.lay(e)
	if wasUnfolded {
		r.rows, r.folded = slices.Concat(r.rows, r.folded), nil
	}
	for _, row := range old.aliases[len(old.hadAliases):] {
		if row.text() != "" {
			r.growAlias()
		}
	}
	changed, left := restoreInput(r.voice.Words, kept, r.inputs())
	for _, k := range left {
		if k.sort() != "alias" { // what was typed has no row
			*r, r.rows, r.folded = old, rows, folded
			return nil, false
		}
		r.aliases[len(r.aliases)-1].set(k.text)
		r.growAlias()
	}
	r.relay(kept, r.inputs(), wasUnfolded, focused)
	return changed, true
}

// isSame reports whether an entity of another reading has the names and texts that the form
// started from.
func (r *entityForm) isSame(e *kb.Entity) bool {
	if e == nil {
		return false
	}
	record, aliases := r.voice.KB.Record(e), e.Aliases()
	return slices.Equal(had(r.names), within(edit.Translations(e.Name), r.names)) &&
		slices.Equal(had(r.summaries), within(edit.Translations(record.Summary), r.summaries)) &&
		slices.Equal(had(r.bodies), within(edit.Translations(record.Body), r.bodies)) &&
		slices.Equal(r.hadAliases, aliases[:min(mostAliases, len(aliases))])
}

// addAlias adds a row for another alias below the last one, if that holds one.
func (r *entityForm) addAlias() {
	if r.aliases[len(r.aliases)-1].meant() != "" {
		r.growAlias()
	}
}

func (r *entityForm) growAlias() {
	last := r.aliases[len(r.aliases)-1]
	row := newFormRow(words.RowNewAlias, nil)
	row.changed = r.preview
	at := slices.Index(r.rows, last) + 1
	r.rows, r.aliases = slices.Insert(r.rows, at, row), append(r.aliases, row)
}

// changedAliases returns the aliases that were added, changed or removed in the form.
func (r *entityForm) changedAliases() []edit.AliasChange {
	var out []edit.AliasChange
	for i, row := range r.aliases {
		change := edit.AliasChange{Now: row.meant()}
		if i < len(r.hadAliases) {
			change.Was = r.hadAliases[i]
		}
		if change.Was != change.Now {
			out = append(out, change)
		}
	}
	return out
}

// had returns the non-empty initial texts of rows.
func had(all []textRow) []kb.Translation {
	var out []kb.Translation
	for _, r := range all {
		if r.had.Text != "" {
			out = append(out, r.had)
		}
	}
	return out
}

// within returns the non-empty texts whose language has a row.
func within(all []kb.Translation, rows []textRow) []kb.Translation {
	return slices.DeleteFunc(slices.Clone(all), func(t kb.Translation) bool {
		return t.Text == "" || !slices.ContainsFunc(rows, func(r textRow) bool { return r.had.Lang == t.Lang })
	})
}

// linksTo returns the number of links to an entity plus the number of its citations.
func linksTo(k *kb.KB, e *kb.Entity) int {
	n := k.CitationCount(e)
	k.EachLinkTo(e.Number(), func(int, *kb.Field) { n++ })
	return n
}

// mostNamers bounds the referring entities that are listed by name.
const mostNamers = 3

// refer describes the references to an entity: their number and the first referrers.
func refer(v present.Voice, to *kb.Entity, all []edit.Reference) string {
	w := v.Words
	var from []string
	for _, ref := range all {
		name := v.Name(ref.By)
		if ref.By == to { // the reference is in the manifest
			name = v.Line(v.KB.Position(ref.Pos).File)
		}
		if !slices.Contains(from, name) && len(from) < mostNamers {
			from = append(from, name)
		}
	}
	text := w.Count(len(all), words.LinksLeadHere) + w.Colon + v.Line(strings.Join(from, w.ListComma))
	if len(all) > len(from) {
		text += "…"
	}
	return text
}

// change returns the edits to make, or a message about missing input.
func (r *entityForm) change() (page.Alter, string) {
	v, w, base, e := r.voice, r.voice.Words, edit.In(r.voice.KB), r.of
	out := page.Alter{Deed: words.Changed, What: r.voice.Name(e), Shows: page.Written{Entity: e.Address()}}
	if r.isRemoval {
		out.Deed = words.Removed
		out.Make = func() ([]edit.Change, error) { return one(base.RemoveEntity(e)) }
		out.Says = func() string {
			all := base.References(e)
			if len(all) == 0 {
				return w.Say(words.NothingLeadsHere)
			}
			return refer(v, e, all) + w.Semicolon + w.Agree(len(all), words.ItNamesNothing, words.TheyNameNothing)
		}
		return out, ""
	}
	renaming := edit.Renaming{Key: r.key.meant(), Names: changedTexts(r.names), Summaries: changedTexts(r.summaries), Bodies: changedTexts(r.bodies), Aliases: r.changedAliases(), Carries: r.carry.choice == carriesThem}
	switch {
	case renaming.Key == "", strings.Contains(renaming.Key, "/"):
		return out, w.Say(words.KeyNeeded)
	case renaming.Key == r.hadKey && len(renaming.Names)+len(renaming.Summaries)+len(renaming.Bodies)+len(renaming.Aliases) == 0:
		return out, w.Say(words.NothingIsChanged)
	}
	out.Shows.Entity = kb.NewAddress(e.Kind.Name, base.Keyed(e, renaming).Key)
	out.Was = e.Address()
	out.Make = func() ([]edit.Change, error) { return base.Rename(e, renaming) }
	out.Says = func() string {
		broken := base.Broken(e, renaming)
		switch {
		case len(broken) == 0:
			return ""
		case renaming.Carries:
			return refer(v, e, broken) + w.Semicolon + w.Agree(len(broken), words.ItIsCarried, words.TheyAreCarried)
		}
		return refer(v, e, broken) + w.Semicolon + w.Agree(len(broken), words.ItNamesNothing, words.TheyNameNothing)
	}
	return out, ""
}
