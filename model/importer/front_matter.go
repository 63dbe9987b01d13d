package importer

import (
	"errors"
	"strings"

	"go.yaml.in/yaml/v3"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/say"
)

// frontMatter splits a note into the fields of its front matter and its body. Front matter
// is YAML between --- lines, TOML between +++ lines, or a JSON object. Malformed front
// matter is reported as a finding and kept verbatim in the field front_matter.
func (r *reading) frontMatter(file, text string) (kb.Value, string) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	first, rest, _ := strings.Cut(text, "\n")
	switch strings.TrimRight(first, " \t") {
	case "---":
		if head, body, ok := cutFront(rest, "---", "..."); ok {
			v, err := parseYAML(head)
			if err != nil {
				r.find(file, 1, say.FrontMatterUnread.With(say.Raw("YAML")))
				return unread(head), body
			}
			return v, body
		}
	case "+++":
		if head, body, ok := cutFront(rest, "+++", "+++"); ok {
			v, problems := decode.File([]byte(head), 0, nil)
			if len(problems) > 0 {
				r.find(file, 2+strings.Count(head[:problems[0].Offset], "\n"), say.FrontMatterUnread.With(say.Raw("TOML")))
				return unread(head), body
			}
			return v, body
		}
	}
	if strings.HasPrefix(text, "{") {
		d := newJSONDecoder(text)
		if v, err := d.value(0); err == nil && v.Type == kb.Table {
			return v, text[d.InputOffset():]
		}
	}
	return kb.Value{Type: kb.Table}, text
}

// unread returns malformed front matter as a field.
func unread(text string) kb.Value {
	return kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: "front_matter", Value: kb.Value{Type: kb.String, Str: text}}}}
}

// cutFront splits a text around the first line that is one of the closing delimiters.
func cutFront(text string, ends ...string) (head, body string, ok bool) {
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		for _, end := range ends {
			if strings.TrimRight(line, " \t") == end {
				return text[:at], text[min(len(text), at+len(line)+1):], true
			}
		}
		at += len(line) + 1
	}
	return "", "", false
}

// Errors of the front matter.
var (
	errTooMany   = errors.New("too many values")
	errNoMapping = errors.New("no mapping")
)

// mostNodes is the maximum number of values in a front matter, with aliases expanded.
const mostNodes = 100_000

// parseYAML converts a YAML mapping to a TOML value. Scalars without an exact TOML
// equivalent become texts.
func parseYAML(text string) (kb.Value, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return kb.Value{}, err
	}
	none := kb.Value{Type: kb.Table}
	if len(doc.Content) == 0 {
		return none, nil
	}
	c := yamlReading{left: mostNodes}
	v := c.value(doc.Content[0], 0)
	switch {
	case c.left < 0:
		return none, errTooMany
	case v.Type == kb.Null:
		return none, nil
	case v.Type != kb.Table:
		return none, errNoMapping
	}
	return v, nil
}

type yamlReading struct{ left int }

func (c *yamlReading) value(n *yaml.Node, depth int) kb.Value {
	if c.left--; c.left < 0 || depth > deepest {
		c.left = -1
		return kb.Value{}
	}
	switch n.Kind {
	case yaml.AliasNode:
		return c.value(n.Alias, depth+1)
	case yaml.SequenceNode:
		if wiki, ok := bareWikiLink(n); ok {
			return kb.Value{Type: kb.String, Str: wiki}
		}
		v := kb.Value{Type: kb.List}
		for _, item := range n.Content {
			if one := c.value(item, depth+1); one.Type != kb.Null {
				v.Items = append(v.Items, kb.Entry{Value: one})
			}
		}
		return v
	case yaml.MappingNode:
		v := kb.Value{Type: kb.Table}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, one := n.Content[i], c.value(n.Content[i+1], depth+1)
			if key.Tag == "!!merge" {
				for _, item := range one.Items {
					v.Items = with(v.Items, item.Key, item.Value, false)
				}
				continue
			}
			if one.Type != kb.Null {
				v.Items = with(v.Items, key.Value, one, true)
			}
		}
		return v
	case yaml.ScalarNode:
		return yamlScalar(n)
	}
	return kb.Value{}
}

// with appends an entry. If the key already exists, the new value replaces the old one only
// if wins is set.
func with(items []kb.Entry, key string, v kb.Value, wins bool) []kb.Entry {
	for i := range items {
		if items[i].Key == key {
			if wins {
				items[i].Value = v
			}
			return items
		}
	}
	return append(items, kb.Entry{Key: key, Value: v})
}

// bareWikiLink returns an unquoted wiki link, which YAML parses as a nested list: [[Note]].
func bareWikiLink(n *yaml.Node) (string, bool) {
	if n.Style&yaml.FlowStyle == 0 || len(n.Content) != 1 {
		return "", false
	}
	inner := n.Content[0]
	if inner.Kind != yaml.SequenceNode || inner.Style&yaml.FlowStyle == 0 || len(inner.Content) != 1 || inner.Content[0].Kind != yaml.ScalarNode {
		return "", false
	}
	return "[[" + inner.Content[0].Value + "]]", true
}

func yamlScalar(n *yaml.Node) kb.Value {
	text := kb.Value{Type: kb.String, Str: n.Value}
	switch n.Tag {
	case "!!null":
		return kb.Value{}
	case "!!bool":
		if lower := strings.ToLower(n.Value); lower == "true" || lower == "false" {
			return kb.Value{Type: kb.Bool, Str: lower}
		}
	case "!!int", "!!float":
		return numberOf(n.Value)
	case "!!timestamp":
		var c census
		c.add(n.Value)
		if c.days+c.moments == 1 {
			return kb.Value{Type: kb.Date, Str: n.Value}
		}
	}
	return text
}
