package check

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// ownSources finds an entity's own source that is written as the evidence of a
// claim, which is read as a table of fields.
func ownSources(c *checker, e *kb.Entity, r *kb.Record) {
	if !c.HasManifest {
		return
	}
	for i := range r.Statements {
		if s := &r.Statements[i]; isPartOfSource(s.Field.Path) {
			c.find(kb.BadType, s.Pos, e, say.Is.With(say.Field("source"), say.Table), say.ExpectSource.With())
			return
		}
	}
}

func isPartOfSource(path string) bool {
	return path == "source.source" || path == "source.quote" || path == "source.locator"
}

// derivations finds sources that are derived from themselves, from what is no
// source, or, with a manifest, from what is nothing at all.
func derivations(c *checker, e *kb.Entity, r *kb.Record) {
	if !c.HasManifest || !c.IsSource(e) {
		return
	}
	for _, s := range r.Values("derived_from") {
		field, written := say.Field(s.Field.Path), say.Text(shorten(s.Value.Str, maxValueBytes))
		kinds := []string{e.Kind.Name}
		switch {
		case s.To != nil && !c.IsSource(s.To):
			c.find(kb.WrongKind, s.Value.Pos, e, say.NamesAddress.With(field, written, say.Address(s.To.Address()), say.OneOf(kinds)), say.NameOriginal.With())
		case s.To != nil || s.Value.Type != kb.String || s.Value.Str == "" || s.Field.Relation != nil && s.Field.Relation.Declared:
		case s.Value.Str == e.Key || s.Value.Str == string(e.Address()):
			c.find(kb.WrongKind, s.Value.Pos, e, say.NamesItself.With(field), say.NameOriginal.With())
		case !strings.Contains(s.Value.Str, " ") && !kb.IsURL(s.Value.Str) && !isReported(c.KB, s.Value.Pos):
			// A text of several words may be the title of what is not in the base.
			c.find(kb.DanglingReference, s.Value.Pos, e, say.NamesNothing.With(field, written, say.Kinds(kinds)), say.CorrectOrAdd.With(say.OneOf(kinds)))
			c.found[len(c.found)-1].Uncertain = true
		}
	}
}

// isReported reports whether the reader has found fault at a position.
func isReported(k *kb.KB, pos kb.Pos) bool {
	at := k.Position(pos)
	for _, f := range k.Findings {
		if f.Position == at {
			return true
		}
	}
	return false
}
