package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/say"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/words"
)

// remedies returns the remedies of a finding that need no input from the user but a key.
func (m *Model) remedies(f kb.Finding) []overlay.Remedy {
	base := m.baseOf(f)
	remove := func(do func() (edit.Change, error)) overlay.Remedy {
		return overlay.Remedy{Label: words.RemedyRemove, Make: func(string) (edit.Change, error) { return do() }}
	}
	rename := func(was, now string) overlay.Remedy {
		return overlay.Remedy{Label: words.RemedyRename, Text: now, Make: func(now string) (edit.Change, error) { return base.RenameKey(f.Position, was, now) }}
	}
	declare := func(entries []kb.Entry, keys ...string) []overlay.Remedy {
		return []overlay.Remedy{{Label: words.RemedyDeclare, Make: func(string) (edit.Change, error) { return base.Declare(entries, keys...) }}}
	}
	field, _ := argument[say.Field](f.Remedy)
	switch f.Code {
	case kb.Syntax:
		if edit.CanMendSyntax(f.Remedy.ID) {
			return []overlay.Remedy{{Label: words.RemedyWrite, Make: func(string) (edit.Change, error) { return base.MendSyntax(f.Position, f.Remedy.ID) }}}
		}
	case kb.NearMiss:
		if was, now := slip(f); was != "" {
			return []overlay.Remedy{rename(was, now)}
		}
	case kb.UnknownKey:
		was, _ := argument[say.Key](f.Problem)
		all := []overlay.Remedy{remove(func() (edit.Change, error) { return base.RemoveKey(f.Position, was) })}
		if now, ok := argument[say.Text](f.Remedy); ok {
			all = append([]overlay.Remedy{rename(was, now)}, all...)
		}
		return all
	case kb.DuplicateKey:
		return []overlay.Remedy{remove(func() (edit.Change, error) { return base.RemoveDuplicate(f.Position) })}
	case kb.DuplicateEntity:
		key := f.Address.Key()
		all := []overlay.Remedy{rename(key, m.freeKey(f.Address)), remove(func() (edit.Change, error) { return base.RemoveKey(f.Position, key) })}
		switch f.Problem.ID {
		case say.Repeats:
			return []overlay.Remedy{remove(func() (edit.Change, error) { return base.RemoveElement(f.Position) })}
		case say.SharesKey:
			if _, err := strconv.Atoi(key); err == nil {
				return nil
			}
			return []overlay.Remedy{{Label: words.RemedyRename, Text: m.freeKey(f.Address), Make: func(now string) (edit.Change, error) { return base.SetText(f.Position, now) }}}
		}
		return all
	case kb.BrokenLink:
		if was, ok := argument[say.Text](f.Problem); ok {
			now, isNear := argument[say.Text](f.Remedy)
			if !isNear {
				now = was
			}
			return []overlay.Remedy{{Label: words.RemedyName, Text: now, Row: words.RowName, Make: func(now string) (edit.Change, error) { return base.RenameMention(f.Position, was, now) }}}
		}
	case kb.BadQuery:
		view, _ := argument[say.Key](f.Problem)
		return []overlay.Remedy{
			{Label: words.RemedyQuery, Text: m.queryOf(view), Row: words.RowQuery, Make: func(now string) (edit.Change, error) { return base.SetText(f.Position, now) }},
			remove(func() (edit.Change, error) { return base.RemoveKey(f.Position, view) }),
		}
	case kb.StaleRefusal:
		if f.Remedy.ID == say.RemoveRefusal {
			return []overlay.Remedy{remove(func() (edit.Change, error) { return base.RemoveElement(f.Position) })}
		}
	case kb.UnusedDeclaration:
		name, isRelation := argument[say.Key](f.Problem)
		if !isRelation {
			name, _ = argument[say.Field](f.Problem)
		}
		return []overlay.Remedy{remove(func() (edit.Change, error) { return base.RemoveKey(f.Position, name) }), rename(name, name)}
	case kb.ControlCharacter, kb.BidiControl:
		for _, arg := range f.Problem.Args {
			if r, ok := arg.(say.Rune); ok {
				return []overlay.Remedy{remove(func() (edit.Change, error) { return base.RemoveRune(f.Position, rune(r)) })}
			}
		}
	case kb.BadLocation:
		if f.Remedy.ID == say.ExpectLatitude {
			swapped, _ := argument[say.Value](f.Remedy)
			return []overlay.Remedy{{Label: words.RemedySwap, Make: func(string) (edit.Change, error) { return base.Replace(f.Position, swapped) }}}
		}
	case kb.UnknownKind:
		if kind, _ := argument[say.Kind](f.Remedy); kind != "" {
			return declare(nil, "kinds", kind)
		}
	case kb.UnknownField:
		if kind, _ := argument[say.Kind](f.Remedy); kind != "" {
			return declare(nil, "kinds", kind, "fields", field)
		}
	case kb.UnlinkedField:
		to, _ := argument[say.Kind](f.Remedy)
		return []overlay.Remedy{m.declaresRelation(f.Address.Kind(), field, words.RemedyLinks, textEntry("to", to)), m.declaresNever(f.Address.Kind(), field)}
	case kb.UnknownRelation:
		if field != "" {
			return declare(m.targetsOf(f.Address, field), "relations", field)
		}
	}
	return nil
}

// declaresNever returns the remedy that declares a field of a kind to be no relation.
func (m *Model) declaresNever(kind, field string) overlay.Remedy {
	return m.declaresRelation(kind, field, words.RemedyNoLinks, kb.Entry{Key: "never", Value: kb.Value{Type: kb.Bool, Str: "true"}})
}

func (m *Model) declaresRelation(kind, field string, label words.Message, is kb.Entry) overlay.Remedy {
	entries := []kb.Entry{textEntry("from", kind), is}
	return overlay.Remedy{Label: label, Make: func(string) (edit.Change, error) { return edit.In(m.kb).DeclareRelation(field, entries) }}
}

// correctRelation opens the form that declares that a field is a relation, or that it is none.
func (m *Model) correctRelation(of *kb.RelationInference) tea.Cmd {
	kind, name := of.Kind.Name, of.Kind.Name+"."+of.Field
	var all []overlay.Remedy
	switch {
	case of.IsDeclared() || !of.Accepted && of.To == nil:
		return m.notify(keys.Say(m.words(), words.NoFormForKind, keys.Copy))
	case of.Accepted:
		all = append(all, m.declaresNever(kind, of.Field))
	default:
		all = append(all, m.declaresRelation(kind, of.Field, words.RemedyLinks, textEntry("to", of.To.Name)))
	}
	return m.openForm(formOf{field: name, adds: string(kb.UnknownRelation)}, nil, func() (*overlay.WriteForm, tea.Cmd) {
		return overlay.NewMendForm(m.voice, overlay.Mended{Name: func(w *words.Language) string { return w.Say(words.RowField) + " " + safe.Line(name) }}, all, m.notSaved)
	})
}

// baseOf returns the editor of the files that a finding is about: of a version that is not
// shown, that version, whose places the finding gives.
func (m *Model) baseOf(f kb.Finding) edit.Base {
	if file := m.live.held.Broken(f.Position.File); f.IsNotShown && file != nil {
		return edit.In(&kb.KB{Dir: m.kb.Dir, Path: m.kb.Path, Files: []*kb.File{file}})
	}
	return edit.In(m.kb)
}

// queryOf returns the query of a saved view.
func (m *Model) queryOf(view string) string {
	for _, v := range m.kb.Views {
		if v.Name == view {
			return v.Query
		}
	}
	return ""
}

// slip returns the misspelt key of a finding and the suggested key. If dotted paths differ only
// in their last keys, it returns those.
func slip(f kb.Finding) (was, now string) {
	now, _ = argument[say.Text](f.Remedy)
	if key, ok := argument[say.Key](f.Problem); ok {
		was = key
	} else if path, ok := argument[say.Field](f.Problem); ok {
		was = path
	} else {
		was, _ = argument[say.Kind](f.Problem)
	}
	if above := strings.LastIndexByte(was, '.') + 1; above > 0 && len(now) > above && now[:above] == was[:above] {
		was, now = was[above:], now[above:]
	}
	return was, now
}

// freeKey returns an unused key for an entity with a duplicate key: the key with a number.
func (m *Model) freeKey(a kb.Address) string {
	for n := 2; ; n++ {
		key := a.Key() + "-" + strconv.Itoa(n)
		if m.kb.Lookup(kb.NewAddress(a.Kind(), key)) == nil {
			return key
		}
	}
}

// targetsOf returns the manifest entry that declares the target kind of a relation, or nil if
// the relation does not have exactly one.
func (m *Model) targetsOf(of kb.Address, field string) []kb.Entry {
	e := m.kb.Lookup(of)
	if e == nil {
		return nil
	}
	f := e.Kind.FindField(field)
	if f == nil || len(f.Targets) != 1 {
		return nil
	}
	return []kb.Entry{textEntry("to", f.Targets[0].Name)}
}

func textEntry(key, text string) kb.Entry {
	return kb.Entry{Key: key, Value: kb.Value{Type: kb.String, Str: text}}
}
