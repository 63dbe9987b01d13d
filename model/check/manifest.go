package check

import (
	"fmt"
	"slices"

	"rihla/model/kb"
)

// reserved are the fields of the format that no manifest needs to declare.
var reserved = []string{
	"name", "title", "aliases", "summary", "body", "tags", "date", "start", "end", "location",
	"url", "website", "facts", "about", "source", "id", "slug", "key", "text", "locator", "quote",
}

// sourceFields are those that the format gives to sources.
var sourceFields = []string{"publisher", "accessed", "language", "derived_from"}

// unknownKinds finds kinds that a manifest which declares kinds does not
// know, at their first entity, and kinds that a relation names but that are
// nowhere. Sources are a kind of the format itself.
func unknownKinds(c *checker) {
	if !slices.ContainsFunc(c.Kinds, func(k *kb.Kind) bool { return k.Declared }) {
		return
	}
	for _, kind := range c.Kinds {
		if !kind.Declared && len(kind.Entities) > 0 && kind != c.SourceKind() {
			e := kind.Entities[0]
			c.find(kb.UnknownKind, e.Pos, e, fmt.Sprintf("the manifest declares no kind %q", kind.Name), fmt.Sprintf("add [kinds.%s] to the manifest", kind.Name))
		}
	}
	for _, r := range c.Relations {
		for _, name := range slices.Concat(r.From, r.To) {
			if kind := c.Kind(name); r.Declared && (kind == nil || !kind.Declared && len(kind.Entities) == 0) {
				c.find(kb.UnknownKind, r.Pos, nil, fmt.Sprintf("the relation %s names the kind %q, which is nowhere", r.Name, name), "")
			}
		}
	}
}

// unknownFields finds fields that a manifest which declares a kind's fields
// does not know.
func unknownFields(c *checker) {
	for _, kind := range c.Kinds {
		if !kind.DeclaresFields() {
			continue
		}
		for _, e := range kind.Entities {
			var last *kb.Field
			for i := range e.Statements {
				s := &e.Statements[i]
				if s.Field != last && !isKnown(kind, s.Field) {
					c.find(kb.UnknownField, s.Pos, e, fmt.Sprintf("the manifest declares no field %q of %s", s.Field.Path, kind.Name), fmt.Sprintf("add [kinds.%s.fields.%s] to the manifest", kind.Name, s.Field.Path))
				}
				last = s.Field
			}
		}
	}
}

func isKnown(kind *kb.Kind, f *kb.Field) bool {
	return f.Declared || f.Relation != nil || slices.Contains(reserved, f.Path) ||
		kind.Name == "source" && slices.Contains(sourceFields, f.Path)
}

// isOfFormat tells whether the format itself makes a field a relation.
func (c *checker) isOfFormat(s *kb.Statement) bool {
	return slices.Contains(reserved, s.Field.Path) ||
		s.From.Kind == c.SourceKind() && slices.Contains(sourceFields, s.Field.Path)
}

// unknownRelations finds relations that were inferred although the manifest
// declares relations, each once, where it is first used.
func unknownRelations(c *checker) {
	if !slices.ContainsFunc(c.Relations, func(r *kb.Relation) bool { return r.Declared }) {
		return
	}
	seen := make(map[*kb.Field]bool)
	for _, e := range c.Entities {
		for _, s := range e.Links {
			if !seen[s.Field] && s.Field.Relation != nil && !s.Field.Relation.Declared && !c.isOfFormat(s) {
				seen[s.Field] = true
				c.find(kb.UnknownRelation, s.Pos, e, fmt.Sprintf("%s names entities, and the manifest declares no such relation", s.Field.Path), fmt.Sprintf("add [relations.%s] to the manifest", s.Field.Path))
			}
		}
	}
}

// requiredFields finds entities that lack what their kind requires.
func requiredFields(c *checker) {
	for _, kind := range c.Kinds {
		for _, field := range kind.Require {
			for _, e := range kind.Entities {
				if !has(e, field) {
					c.find(kb.MissingRequired, e.Pos, e, fmt.Sprintf("%s has no %s", e.Address(), field), fmt.Sprintf("%s requires it", kind.Name))
				}
			}
		}
	}
}

// has tells whether an entity has a field. A source counts wherever it stands
// in the entity.
func has(e *kb.Entity, field string) bool {
	switch field {
	case "name", "title":
		return !e.Name.IsEmpty()
	case "summary":
		return !e.Summary.IsEmpty()
	case "body":
		return !e.Body.IsEmpty()
	case "aliases":
		return len(e.Aliases) > 0
	case "facts":
		return len(e.Facts) > 0
	}
	if len(e.Values(field)) > 0 {
		return true
	}
	return field == "source" && isSourced(e)
}

func isSourced(e *kb.Entity) bool {
	for i := range e.Statements {
		if c := e.Statements[i].Claim; c != nil && len(c.Evidence) > 0 {
			return true
		}
	}
	for i := range e.Facts {
		if len(e.Facts[i].Claim.Evidence) > 0 {
			return true
		}
	}
	return false
}

// unsourced finds statements without evidence where the kind requires
// sources. An entity's own source speaks for all that it says.
func unsourced(c *checker) {
	for _, kind := range c.Kinds {
		if !slices.Contains(kind.Require, "source") {
			continue
		}
		for _, e := range kind.Entities {
			if len(e.Values("source")) > 0 {
				continue
			}
			for i := range e.Statements {
				if s := &e.Statements[i]; s.Claim == nil || len(s.Claim.Evidence) == 0 {
					c.find(kb.Unsourced, s.Pos, e, fmt.Sprintf("%s says no source", s.Field.Path), `write it as { value = …, source = "…" }`)
				}
			}
			for i := range e.Facts {
				if len(e.Facts[i].Claim.Evidence) == 0 {
					c.find(kb.Unsourced, e.Facts[i].Pos, e, "a fact says no source", `add source = "…"`)
				}
			}
		}
	}
}
