package query

import (
	"slices"
	"strings"
	"unicode"
)

// Quote writes a text so that a query reads it as one value, without its
// invisible characters.
func Quote(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case isHidden(r):
			return -1
		case r < ' ':
			return ' '
		}
		return r
	}, text)
	plain := text != "" && !strings.ContainsAny(text, " \t\n\r\",()\\<>=^“”«»„:") && !strings.HasPrefix(text, "-") && !strings.Contains(text, "..")
	plain = plain && !strings.ContainsFunc(text, unicode.IsSpace)
	if plain && text != "OR" && text != "AND" && text != "NOT" {
		return text
	}
	return inQuotes(text)
}

func inQuotes(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// String writes the value as a query does.
func (v *Value) String() string {
	signs := map[Operator]string{Equals: "=", StartsWith: "^", Less: "<", AtMost: "<=", Greater: ">", AtLeast: ">="}
	if v.Operator == Between {
		return v.Operand.Written + ".." + v.Upper.Written
	}
	return signs[v.Operator] + Quote(v.Operand.Written)
}

// Values returns the values to which a query restricts a field, as a query
// writes them; nil if it does not.
func (n *Names) Values(text, path string) []string {
	t := n.restriction(text, path)
	if t == nil {
		return nil
	}
	var out []string
	for _, kind := range t.Kinds {
		out = append(out, Quote(kind.Name))
	}
	for i := range t.Values {
		out = append(out, t.Values[i].String())
	}
	return out
}

// ToggleValue returns a query with a value, written as in a query, added to
// those to which it restricts a field, or removed from them. A new restriction says the
// day that it asks about, if that is not empty and matters.
func (n *Names) ToggleValue(text, path, value, day string) string {
	t := n.restriction(text, path)
	if t == nil {
		chosen := n.written(path) + ":" + value
		if day != "" {
			chosen = n.At(chosen, day)
		}
		return Join(n, text, chosen)
	}
	chosen := n.Values(text, path)
	if at := slices.Index(chosen, value); at >= 0 {
		chosen = slices.Delete(chosen, at, at+1)
	} else {
		chosen = append(chosen, value)
	}
	if len(chosen) == 0 {
		return n.Without(text, path)
	}
	return text[:t.From] + t.nameIn(text) + ":" + strings.Join(chosen, ",") + text[t.To:]
}

// AnyOf returns a condition on a field: that it has any of some values, written as in a
// query, or, if orNone is set, no value. It says the day that it asks about, if that is
// not empty and matters.
func (n *Names) AnyOf(path string, values []string, orNone bool, day string) string {
	var parts []string
	if len(values) > 0 {
		parts = append(parts, n.written(path)+":"+strings.Join(values, ","))
	}
	if orNone {
		parts = append(parts, "no:"+n.written(path))
	}
	if day != "" {
		for i := range parts {
			parts[i] = n.At(parts[i], day)
		}
	}
	if len(parts) > 1 {
		return "(" + strings.Join(parts, " OR ") + ")"
	}
	return strings.Join(parts, "")
}

// Join returns a query for the entities that all of several queries select.
func Join(n *Names, texts ...string) string {
	var out []string
	for _, text := range texts {
		text = strings.TrimSpace(text)
		if q, _ := n.Parse(text); q != nil && q.Root.Op == Any {
			text = "(" + text + ")"
		}
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// nameIn returns the name of a term as it stands in the text, with its
// quotation marks and times.
func (t *Term) nameIn(text string) string { return text[t.From:t.nameTo] }

// Without returns a query without its restriction of a field.
func (n *Names) Without(text, path string) string {
	t := n.restriction(text, path)
	if t == nil {
		return text
	}
	before, after := strings.TrimRight(text[:t.From], " "), strings.TrimLeft(text[t.To:], " ")
	for strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")") {
		before, after = strings.TrimRight(before[:len(before)-1], " "), strings.TrimLeft(after[1:], " ")
	}
	return strings.TrimSpace(before + " " + after)
}

// restriction returns the term by which a query as a whole is restricted to
// values of a field; nil if there is none or the query is invalid.
func (n *Names) restriction(text, path string) *Term {
	q, problem := n.Parse(text)
	if problem != nil {
		return nil
	}
	parts := q.Root.Parts
	switch q.Root.Op {
	case Leaf:
		parts = []Node{q.Root}
	case All:
	default:
		return nil
	}
	for i := range parts {
		t := parts[i].Term
		if parts[i].Op == Leaf && t.Condition == Kinds && path == KindPath {
			return t
		}
		if parts[i].Op == Leaf && t.Condition == Compare && t.isAbout(path) {
			return t
		}
	}
	return nil
}

// isAbout reports whether a term compares the field of a path, and nothing that
// every entity has by the same name.
func (t *Term) isAbout(path string) bool {
	for i, p := range t.Paths {
		switch p := strings.Join(p, "."); {
		case p == path:
			return true
		case i == 0 && slices.Contains(reserved, p):
			return false
		}
	}
	return false
}
