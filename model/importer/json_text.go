package importer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"rihla/model/kb"
)

// deepest is the maximum nesting depth of JSON that is converted to tables and lists. A
// deeper value is kept as JSON text.
const deepest = 16

// ErrNotJSON is the reason of an Error for invalid JSON.
var ErrNotJSON = errors.New("not JSON")

// parseJSON converts a JSON text to a TOML value. Members keep their order, null members
// are dropped, and the last of several members with the same name wins. A number without an
// exact TOML equivalent becomes a text.
func parseJSON(text string) (kb.Value, error) {
	d := newJSONDecoder(text)
	v, err := d.value(0)
	if err != nil {
		return kb.Value{}, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return kb.Value{}, ErrNotJSON
	}
	return v, nil
}

type jsonDecoder struct {
	*json.Decoder
	text string
}

func newJSONDecoder(text string) jsonDecoder {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	return jsonDecoder{d, text}
}

func (d jsonDecoder) value(depth int) (kb.Value, error) {
	if depth == deepest {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return kb.Value{}, err
		}
		if len(raw) > 0 && (raw[0] == '[' || raw[0] == '{') {
			return kb.Value{Type: kb.String, Str: string(raw)}, nil
		}
		return parseJSON(string(raw))
	}
	token, err := d.Token()
	if err != nil {
		return kb.Value{}, err
	}
	switch token := token.(type) {
	case string:
		return kb.Value{Type: kb.String, Str: token}, nil
	case bool:
		return kb.Value{Type: kb.Bool, Str: fmt.Sprint(token)}, nil
	case json.Number:
		return numberOf(token.String()), nil
	case json.Delim:
		if token == '[' {
			return d.list(depth)
		}
		return d.object(depth)
	}
	return kb.Value{}, nil // null
}

func (d jsonDecoder) list(depth int) (kb.Value, error) {
	v := kb.Value{Type: kb.List}
	for d.More() {
		item, err := d.value(depth + 1)
		if err != nil {
			return v, err
		}
		if item.Type != kb.Null {
			v.Items = append(v.Items, kb.Entry{Value: item})
		}
	}
	_, err := d.Token()
	return v, err
}

func (d jsonDecoder) object(depth int) (kb.Value, error) {
	v := kb.Value{Type: kb.Table}
	at := make(map[string]int)
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return v, err
		}
		key, _ := token.(string)
		item, err := d.value(depth + 1)
		if err != nil {
			return v, err
		}
		before, isTwice := at[key]
		switch {
		case isTwice && item.Type != kb.Null:
			v.Items[before].Value = item
		case !isTwice && item.Type != kb.Null:
			at[key] = len(v.Items)
			v.Items = append(v.Items, kb.Entry{Key: key, Value: item})
		}
	}
	_, err := d.Token()
	return v, err
}

// JSON numbers with an exact TOML equivalent.
var (
	wholeForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})$`)
	floatForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][+-]?[0-9]{1,2})?$`)
)

func numberOf(text string) kb.Value {
	switch {
	case wholeForm.MatchString(text) && text != "-0":
		return kb.Value{Type: kb.Int, Str: text}
	case floatForm.MatchString(text) && text != "-0":
		return kb.Value{Type: kb.Float, Str: text}
	}
	return kb.Value{Type: kb.String, Str: text}
}
