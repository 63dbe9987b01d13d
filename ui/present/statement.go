package present

import (
	"rihla/model/kb"
	"rihla/ui/rich"
)

// StatementText returns the value of a statement on one line: the name of what it
// links to, or else its value; and the language of the value where that is not
// the reader's.
func (v Voice) StatementText(s *kb.Statement) (text, other string) {
	if s.To != nil {
		return v.Name(s.To), ""
	}
	if t, ok := v.KB.TextOf(s.Value); ok {
		text, other = v.KB.TextIn(t, v.Lang)
		return v.Line(Bound(text)), other
	}
	return v.FieldValue(s.Field, s.Value, MaxText), ""
}

// StatementValue is StatementText without the language.
func (v Voice) StatementValue(s *kb.Statement) string {
	text, _ := v.StatementText(s)
	return text
}

// StatementSpans returns the label and the value of a statement.
func (v Voice) StatementSpans(s *kb.Statement) []rich.Span {
	out := []rich.Span{rich.NewSpan(rich.Label, v.FieldLabel(s.Field)+v.Words.Colon)}
	if s.To != nil {
		return append(out, rich.NewSpan(rich.Text, v.Name(s.To)))
	}
	return append(out, rich.NewSpan(rich.Text, v.FieldValue(s.Field, s.Value, QuoteLimit)))
}
