package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/say"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
)

// mostMissing bounds the kinds among which an entity to add is offered.
const mostMissing = 4

// missing returns the entities, one of each kind, that would resolve a dangling reference, if
// its remedy is to add one.
func (m *Model) missing(f kb.Finding) []page.AddEntity {
	if f.Code != kb.DanglingReference || f.Remedy.ID != say.CorrectOrAdd && f.Remedy.ID != say.CorrectAddOrDeclare {
		return nil
	}
	written, _ := argument[say.Text](f.Problem)
	var kinds []string
	for _, arg := range f.Remedy.Args {
		if all, ok := arg.(say.OneOf); ok {
			kinds = all
		}
	}
	if name, key, isAddress := strings.Cut(written, "/"); isAddress {
		kinds, written = []string{name}, key
	}
	if written == "" || strings.HasSuffix(written, "…") { // it is truncated
		return nil
	}
	var out []page.AddEntity
	for _, name := range kinds {
		kind := m.kb.Kind(name)
		switch {
		case kind == nil || len(out) == mostMissing:
		case reader.Slug(written) == written:
			out = append(out, page.AddEntity{Kind: kind, Key: written})
		default:
			out = append(out, page.AddEntity{Kind: kind, Name: written})
		}
	}
	return out
}

// addMissing opens the form that adds an entity that something refers to.
func (m *Model) addMissing(i page.AddEntity) tea.Cmd {
	if cmd, refused := m.refusesWriting(); refused {
		return cmd
	}
	of := formOf{field: i.Kind.Name, adds: i.Key + i.Name}
	return m.openForm(of, nil, func() (*overlay.WriteForm, tea.Cmd) {
		return overlay.NewMissingForm(m.voice, i, m.notSaved)
	})
}

// unlinking returns the remedy that declares the field of a dangling reference to be no
// relation, if its relation is inferred.
func (m *Model) unlinking(f kb.Finding) []overlay.Remedy {
	field, ok := argument[say.Field](f.Problem)
	if !ok || f.Remedy.ID != say.CorrectAddOrDeclare {
		return nil
	}
	return []overlay.Remedy{m.declaresNever(f.Address.Kind(), field)}
}
