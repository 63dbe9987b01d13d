package edit

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// Typed returns a text as a value of a field: of the type that the manifest declares,
// else of that of most other values of the field, where the text can be read as one; a
// string everywhere else. Without other values, a number, a Boolean and a date are what
// they look like.
func (b Base) Typed(kind *kb.Kind, field, text string) kb.Value {
	plain := kb.Value{Type: kb.String, Str: text}
	v, ok := reread("x = " + text)
	if !ok || strings.ContainsAny(text, "#\n") || !slices.Contains(b.types(kind, field), v.Type) {
		return plain
	}
	return v
}

// TypedLike returns a text as a value in place of that of a statement: of the same type
// where the text can be read so, else as Typed has it.
func (b Base) TypedLike(s *kb.Statement, text string) kb.Value {
	v, ok := reread("x = " + text)
	switch {
	case s.Value.Type == kb.String:
		return kb.Value{Type: kb.String, Str: text}
	case ok && v.Type == s.Value.Type && !strings.ContainsAny(text, "#\n"):
		return v
	}
	return b.Typed(s.From.Kind, s.Field.Path, text)
}

// types returns the types that a text is read as for a field.
func (b Base) types(kind *kb.Kind, field string) []kb.Type {
	numbers := []kb.Type{kb.Int, kb.Float}
	if f := kind.FindField(field); f != nil {
		switch f.Type {
		case kb.FieldYear, kb.FieldNumber:
			return numbers
		case kb.FieldDate:
			return []kb.Type{kb.Date, kb.Int}
		case kb.FieldBool:
			return []kb.Type{kb.Bool}
		case kb.FieldLocation:
			return []kb.Type{kb.List}
		case kb.FieldText, kb.FieldURL, kb.FieldEmail:
			return nil
		}
	}
	var count [kb.Packed + 1]int
	for i, e := range slices.Backward(kind.Entities) {
		if i < len(kind.Entities)-sampled {
			break
		}
		for _, s := range b.kb.Record(e).Values(field) {
			count[s.Value.Type]++
		}
	}
	most := kb.Null
	for t, n := range count {
		if n > count[most] {
			most = kb.Type(t)
		}
	}
	switch most {
	case kb.Null:
		return append(numbers, kb.Bool, kb.Date)
	case kb.Int, kb.Float:
		return numbers
	case kb.String:
		return nil
	}
	return []kb.Type{most}
}
