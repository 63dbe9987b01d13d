package present

import (
	"strings"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Said returns what a statement says, on one line and safe to show: the name of
// what it links to, else its value; and the language of the value where that is
// not the reader's.
func (v Voice) Said(s *kb.Statement) (text, other string) {
	if s.To != nil {
		return v.Name(s.To), ""
	}
	if t, ok := v.KB.TextOf(s.Value); ok {
		text, other = v.KB.TextIn(t, v.Lang)
		return safe.Line(Bound(text)), other
	}
	return v.FieldValue(s.Field, s.Value, MaxText), ""
}

// Confidence says how sure a claim is, empty where nothing is said; the second
// result tells whether that is a warning.
func (v Voice) Confidence(c kb.Confidence) (word string, warns bool) {
	word, role := v.confidence(c)
	return word, role == rich.Warning
}

// Inverse returns what the label of a relation is from its other end, empty
// where it has none.
func (v Voice) Inverse(f *kb.Field) string {
	label := v.InverseLabel(f)
	if f.Relation != nil && f.Relation.Symmetric {
		return label
	}
	label = strings.TrimPrefix(label, "← ")
	if label == v.FieldLabel(f) && (f.Relation == nil || v.Say(f.Relation.Inverse) == "") {
		return ""
	}
	return label
}

// Own returns what tells an entity's own statements from those that its page
// says in another place: the name as its title, a link with the table of a list
// that it stands in.
func (v Voice) Own(e *kb.Entity) func(*kb.Statement) bool {
	within := LinksWithinTables(v.KB.Record(e))
	return func(s *kb.Statement) bool { return !v.isSaidElsewhere(e, s) && within[s.Value.Pos] != s }
}

// Held says when a claim held, empty where nothing is said.
func (v Voice) Held(c *kb.Claim) string {
	if c == nil {
		return ""
	}
	return v.when(c)
}
