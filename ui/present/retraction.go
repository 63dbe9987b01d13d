package present

import (
	"rihla/model/kb"
)

// StatementValue says the value of a statement, or the name of what it links
// to, on one line and safe to show.
func (v Voice) StatementValue(s *kb.Statement) string {
	if s.To != nil {
		return v.Name(s.To)
	}
	return v.FieldValue(s.Field, s.Value, MaxText)
}
