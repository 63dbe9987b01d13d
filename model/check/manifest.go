package check

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/say"
)

// reserved are the fields of the format, which no manifest needs to declare.
var reserved = []string{
	"name", "title", "aliases", "summary", "body", "tags", "date", "start", "end", "location",
	"url", "website", "facts", "about", "source", "id", "slug", "key", "text", "locator", "quote",
}

// sourceFields are the fields that the format gives to sources.
var sourceFields = []string{"publisher", "accessed", "language", "derived_from", kb.RetractedField, kb.SupersededField}

// declaresMost reports whether a manifest declares at least half of what counts:
// such a manifest is meant to be complete, not a correction of some.
func declaresMost[T any](all []T, of func(T) (counts, declared bool)) bool {
	n, known := 0, 0
	for _, one := range all {
		counts, declared := of(one)
		if counts {
			n++
		}
		if counts && declared {
			known++
		}
	}
	return known > 0 && 2*known >= n
}

// unknownKinds finds kinds that the manifest does not declare although it
// declares most, at their first entity, and kinds named by a relation that do
// not exist. The kind of sources needs no declaration, and those that are near
// another have been reported.
func unknownKinds(c *checker, near []*kb.Kind) {
	if !slices.ContainsFunc(c.Kinds, func(k *kb.Kind) bool { return k.Declared }) {
		return
	}
	declares := declaresMost(c.Kinds, func(k *kb.Kind) (counts, declared bool) {
		return k.Declared || len(k.Entities) > 0 && k != c.SourceKind(), k.Declared
	})
	for _, kind := range c.Kinds {
		if declares && !kind.Declared && len(kind.Entities) > 0 && kind != c.SourceKind() && !slices.Contains(near, kind) {
			e := kind.Entities[0]
			c.find(kb.UnknownKind, e.Pos, e, say.KindUndeclared.With(say.Text(kind.Name)), say.DeclareKind.With(say.Kind(kind.Name)))
		}
	}
	for _, r := range c.Relations {
		for _, name := range slices.Concat(r.From, r.To) {
			if kind := c.Kind(name); r.Declared && (kind == nil || !kind.Declared && len(kind.Entities) == 0) {
				c.find(kb.UnknownKind, r.Pos, nil, say.RelationNamesKind.With(say.Key(r.Name), say.Text(name)), c.suggestKind(name))
			}
		}
	}
}

// views finds saved views whose query cannot be read.
func views(c *checker) {
	if len(c.Views) == 0 {
		return
	}
	names := query.NewNames(c.KB)
	for _, view := range c.Views {
		if _, problem := names.Parse(view.Query); problem != nil {
			c.find(kb.BadQuery, view.QueryPos, nil, say.QueryNotRead.With(say.Key(view.Name)), say.ListView.With(say.Key(view.Name)))
		}
	}
}

// suggestKind suggests a kind for an unknown name.
func (c *checker) suggestKind(name string) say.Sentence {
	best, nearest := "", query.EditLimit(name)+1
	for _, kind := range c.Kinds {
		if d := query.Distance(name, kind.Name, nearest-1); d < nearest && (kind.Declared || len(kind.Entities) > 0) {
			best, nearest = kind.Name, d
		}
	}
	if best == "" {
		return say.DeclareOrNameKind.With(say.Kind(name))
	}
	return say.DidYouMean.With(say.Text(best))
}

// unknownFields finds fields that the manifest does not declare although it
// declares most of the kind.
func unknownFields(c *checker, e *kb.Entity, r *kb.Record) {
	if !c.declaresFields[e.Kind] {
		return
	}
	var last *kb.Field
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field != last && !isKnown(e.Kind, s.Field) && !isPartOfSource(s.Field.Path) {
			if c.findDeclaredNear(s) {
				last = s.Field
				continue
			}
			c.find(kb.UnknownField, s.Pos, e, say.FieldUndeclared.With(say.Text(s.Field.Path), say.Kind(e.Kind.Name)), say.DeclareField.With(say.Kind(e.Kind.Name), say.Field(s.Field.Path)))
		}
		last = s.Field
	}
}

// findDeclaredNear adds that a field may be a slip of one that the manifest declares.
// It reports whether there is one.
func (c *checker) findDeclaredNear(s *kb.Statement) bool {
	kind, path := s.From.Kind, s.Field.Path
	meant := c.declaredNear(kind, path)
	if meant != "" {
		c.find(kb.NearMiss, s.Pos, s.From, say.FieldLikeDeclared.With(say.Field(path), say.Kind(kind.Name), say.Field(meant)), say.DidYouMean.With(say.Text(meant)))
	}
	return meant != ""
}

// declaredNear returns the field that the manifest declares of a kind, or a relation,
// that a path may be a slip of; empty if there is none.
func (c *checker) declaredNear(kind *kb.Kind, path string) string {
	for _, f := range kind.Fields {
		if f.Declared && query.SlipOf(path, f.Path) != query.NoSlip {
			return f.Path
		}
	}
	for _, r := range c.Relations {
		if r.Declared && query.SlipOf(path, r.Name) != query.NoSlip && (len(r.From) == 0 || slices.Contains(r.From, kind.Name)) {
			return r.Name
		}
	}
	return ""
}

// isJudged reports whether a field of a kind is held against the manifest.
func (c *checker) isJudged(kind *kb.Kind, path string) bool {
	f := kind.FindField(path)
	switch {
	case f == nil || f.Declared:
		return f != nil
	case f.Relation != nil:
		return f.Relation.Declared || c.declaresRelations && c.declaredNear(kind, path) != ""
	}
	return c.declaresFields[kind] && !isKnown(kind, f) && c.declaredNear(kind, path) != ""
}

func isKnown(kind *kb.Kind, f *kb.Field) bool {
	return f.Declared || f.Relation != nil || slices.Contains(reserved, f.Path) ||
		kind.Name == "source" && slices.Contains(sourceFields, f.Path)
}

// isFormatField reports whether the format itself makes a field a relation.
func (c *checker) isFormatField(s *kb.Statement) bool {
	return slices.Contains(reserved, s.Field.Path) ||
		c.IsSource(s.From) && slices.Contains(sourceFields, s.Field.Path)
}

// unknownRelations finds relations that the manifest does not declare although
// it declares most, each at its first use.
func unknownRelations(c *checker, e *kb.Entity, r *kb.Record) {
	if !c.declaresRelations {
		return
	}
	for _, s := range r.Links {
		if !c.reported[s.Field] && s.Field.Relation != nil && !s.Field.Relation.Declared && !c.isFormatField(s) {
			if !c.findDeclaredNear(s) {
				c.find(kb.UnknownRelation, s.Pos, e, say.RelationUndeclared.With(say.Field(s.Field.Path)), say.DeclareRelation.With(say.Field(s.Field.Path)))
			}
			c.found[len(c.found)-1].once, c.reported[s.Field] = s.Field, true
		}
	}
}

// requiredFields finds entities without a field that their kind requires.
func requiredFields(c *checker, e *kb.Entity, r *kb.Record) {
	for _, field := range e.Kind.Required {
		if !has(e, r, field) {
			remedy := say.AddRequired.With(say.Kind(e.Kind.Name))
			if slip := slipOf(field, r); slip != "" {
				remedy = say.RenameField.With(say.Field(slip), say.Field(field))
			}
			c.find(kb.MissingRequired, e.Pos, e, say.HasNo.With(say.Address(e.Address()), say.Field(field)), remedy)
		}
	}
}

// slipOf returns the field of an entity that a slip has made of another, empty if
// there is none.
func slipOf(field string, r *kb.Record) string {
	for i := range r.Statements {
		if path := r.Statements[i].Field.Path; query.SlipOf(path, field) != query.NoSlip {
			return path
		}
	}
	return ""
}

// isSlipOfFormat reports whether a field is called as a slip has made of a name of
// the format, or as facts that are not read as such.
func isSlipOfFormat(path string) bool {
	return path == "facts" || slices.ContainsFunc(entityNames, func(of formatName) bool {
		slip := query.SlipOf(path, of.name)
		return slip == query.Swapped || slip == query.Typed && len(of.name) >= 6
	})
}

// has reports whether an entity has a field; a source counts anywhere in the
// entity.
func has(e *kb.Entity, r *kb.Record, field string) bool {
	switch field {
	case "name", "title":
		return !e.Name.IsEmpty() && !e.IsNamedByText
	case "summary":
		return !r.Summary.IsEmpty()
	case "body":
		return !r.Body.IsEmpty()
	case "aliases":
		return len(e.Aliases()) > 0
	case "facts":
		return len(r.Facts) > 0
	}
	if len(r.Values(field)) > 0 {
		return true
	}
	return field == "source" && isSourced(r)
}

func isSourced(r *kb.Record) bool {
	for c := range r.Claims() {
		if len(c.Evidence) > 0 {
			return true
		}
	}
	return false
}

func isClaimSourced(c *kb.Claim) bool { return c != nil && len(c.Evidence) > 0 }

// unsourced finds statements without evidence if the kind requires a source. An
// entity's own source covers all its statements.
func unsourced(c *checker, e *kb.Entity, r *kb.Record) {
	if !slices.Contains(e.Kind.Required, "source") || len(r.Values("source")) > 0 {
		return
	}
	slip := slipOf("source", r)
	for i := range r.Statements {
		s := &r.Statements[i]
		if isClaimSourced(s.Claim) || isSlipOfFormat(s.Field.Path) {
			continue
		}
		remedy := howToSource(s)
		if slip != "" {
			remedy = say.RenameField.With(say.Field(slip), say.Field("source"))
		}
		c.find(kb.Unsourced, s.Pos, e, say.HasNoSource.With(say.Field(s.Field.Path)), remedy)
	}
	for i := range r.Facts {
		if !isClaimSourced(r.Facts[i].Claim) {
			c.find(kb.Unsourced, r.Facts[i].Pos, e, say.FactHasNoSource.With(), say.AddSource.With())
		}
	}
}

// howToSource suggests how a statement can name its source.
func howToSource(s *kb.Statement) say.Sentence {
	if s.To != nil || s.Field.Relation != nil {
		return say.WriteLinkSource.With()
	}
	return say.WriteValueSource.With()
}
