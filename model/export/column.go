package export

import "rihla/model/kb"

// Column is a column of tables, and a member of the records that replace entities in JSON.
type Column struct {
	Name string
	// Path is that of a field, possibly through links, or name, aliases, summary or body.
	Path string
	// Of returns the value where there is no Path.
	Of func(*kb.Entity) string
}

// values returns the values of an entity in a column, and whether they are a list however
// many they are. The values of links are what reference returns.
func (c *Column) values(s *Selection, e *kb.Entity, reference func(*kb.Statement) string) (values []kb.Value, isList bool) {
	if c.Of != nil {
		return textValue(c.Of(e)), false
	}
	r := s.Record(e)
	texts := map[string]kb.Text{"summary": r.Summary, "body": r.Body}
	switch c.Path {
	case "name":
		return textValue(e.Label(s.Lang, s.KB.Languages...)), false
	case "aliases":
		for _, alias := range e.Aliases() {
			values = append(values, textValue(alias)...)
		}
		return values, true
	case "summary", "body":
		text, _ := s.KB.TextIn(texts[c.Path], s.Lang)
		return textValue(text), false
	}
	for _, st := range r.Values(c.Path) {
		isList = isList || st.InList
		if st.To != nil {
			values = append(values, textValue(reference(st))...)
		} else {
			values = append(values, st.Value)
		}
	}
	for at := 0; at < len(c.Path) && len(values) == 0; at++ {
		if c.Path[at] != '.' {
			continue
		}
		rest := Column{Path: c.Path[at+1:]}
		for _, st := range r.Values(c.Path[:at]) {
			if st.To != nil {
				through, _ := rest.values(s, st.To, reference)
				values = append(values, through...)
			}
		}
	}
	return values, isList
}

// textValue returns a text as a value, none if it is empty.
func textValue(text string) []kb.Value {
	if text == "" {
		return nil
	}
	return []kb.Value{{Type: kb.String, Str: text}}
}

// columns writes an entity as a record of the columns of the selection.
func (e *encoder) columns(s Selection, entity *kb.Entity) {
	e.open('{')
	for i := range s.Columns {
		c := &s.Columns[i]
		values, isList := c.values(&s, entity, func(link *kb.Statement) string { return string(link.To.Address()) })
		e.key(c.Name)
		switch {
		case isList || len(values) > 1:
			e.open('[')
			for _, v := range values {
				e.comma()
				e.value(v, s.KB, s.Lang)
			}
			e.close(']')
		case len(values) == 1:
			e.value(values[0], s.KB, s.Lang)
		default:
			e.buf = append(e.buf, "null"...)
		}
	}
	e.close('}')
}
