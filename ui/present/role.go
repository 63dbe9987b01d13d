package present

import (
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/words"
)

// rolePrefix begins the names of the columns that say what links an entity to another,
// whose address follows.
const rolePrefix = InternalPrefix + "role:"

// IsRole reports whether a column is one of roles.
func IsRole(field string) bool { return strings.HasPrefix(field, rolePrefix) }

// WithRole replaces any role column by one for the entity to, after the name: the relation
// that links each entity to it. If to is nil, it only removes role columns.
func (v Voice) WithRole(columns []Column, to *kb.Entity) []Column {
	columns = slices.DeleteFunc(slices.Clone(columns), func(c Column) bool { return IsRole(c.Field) })
	if to == nil || len(columns) == 0 {
		return columns
	}
	return slices.Insert(columns, 1, Column{Field: rolePrefix + string(to.Address()), Title: v.Words.Say(words.RoleColumn)})
}

// role returns the relations that link an entity to the one of an address, as seen from
// the entity: "organised".
func (v Voice) role(e *kb.Entity, address string) string {
	to := v.KB.Lookup(kb.Address(address))
	if to == nil {
		return ""
	}
	var said []string
	add := func(from, to *kb.Entity, label func(*kb.Field) string) {
		for _, s := range v.KB.Record(from).Links {
			if s.To != to || evidence.IsMention(s) || s.Claim.IsDeprecated() {
				continue
			}
			if text := label(s.Field); !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
	}
	add(e, to, v.FieldLabel)
	add(to, e, func(f *kb.Field) string {
		if name := v.InverseName(f); name != "" {
			return name
		}
		return v.InverseLabel(f)
	})
	return strings.Join(said, v.Words.ListComma)
}
