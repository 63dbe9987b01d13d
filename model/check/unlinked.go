package check

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// What the values of a field have to be for it to be said that they are not read as
// links: this number of different ones are keys of another kind, or of the own one, and
// they are one in this number of all values, and of all different ones.
const (
	unlinkedOthers = 2
	unlinkedOwn    = 5
	unlinkedShare  = 4
)

// unlinkedFields reports the fields whose values partly name entities, but too few of
// them for the field to be inferred to be a relation, and those that were one.
func unlinkedFields(c *checker, wereLinks []Field) {
	if c.Inference == nil {
		return
	}
	for i := range c.Inference.Relations {
		r := &c.Inference.Relations[i]
		if r.To == nil || len(r.Examples) == 0 || !r.IsTooFew() || !arePartlyNames(r) && !slices.Contains(wereLinks, Field{r.Kind.Name, r.Field}) {
			continue
		}
		e := r.Examples[0].From
		c.find(kb.UnlinkedField, c.placeOf(e, r.Field), e,
			say.PartlyNames.With(say.Number(r.Hits), say.Number(r.Total), say.Field(r.Field), say.OneOf{r.To.Name}),
			say.DeclareLinks.With(say.Field(r.Field), say.Kind(r.To.Name)))
	}
}

func arePartlyNames(r *kb.RelationInference) bool {
	least := unlinkedOthers
	if r.To == r.Kind {
		least = unlinkedOwn
	}
	return !r.Keyed && r.Named >= least && 10*r.Keys >= 9*r.Hits && unlinkedShare*r.Hits >= r.Total && unlinkedShare*r.Named >= r.Distinct
}

// placeOf returns where an entity has a field, or the list or table that holds it.
func (c *checker) placeOf(e *kb.Entity, field string) kb.Pos {
	record := c.Record(e)
	for i := range record.Statements {
		s := &record.Statements[i]
		if s.Field.Path == field || strings.HasPrefix(field, s.Field.Path+".") {
			return s.Pos
		}
	}
	return e.Pos
}
