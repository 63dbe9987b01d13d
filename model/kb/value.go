package kb

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// Type is the TOML type of a Value.
type Type uint8

// The types of a Value. Date covers TOML's four date and time types (TOML 1.0,
// "Offset Date-Time" to "Local Time").
const (
	Null Type = iota
	String
	Int
	Float
	Bool
	Date
	List
	Table
	// Packed is a table that File.Unpack decodes: see File.PackTables.
	Packed
)

// Value is one TOML value and its position. The zero Value is Null: no value.
type Value struct {
	Type Type
	Pos  Pos
	// Str is the text of a String, or an Int, Float, Bool or Date in the notation
	// of TOML.
	Str string
	// Items are the elements of a List, whose keys are empty, or the entries of a
	// Table, in the order of the file.
	Items []Entry
}

// Entry is one key of a table and its value.
type Entry struct {
	Key    string
	KeyPos Pos
	Value  Value
}

// Get returns the value of a key; Null if v has no such key or is no Table.
func (v Value) Get(key string) Value {
	if v.Type == Table {
		for i := range v.Items {
			if v.Items[i].Key == key {
				return v.Items[i].Value
			}
		}
	}
	return Value{}
}

// Has reports whether a table has a key.
func (v Value) Has(key string) bool { return v.Get(key).Type != Null }

// IsScalar reports whether the value is a String, Int, Float, Bool or Date.
func (v Value) IsScalar() bool { return v.Type > Null && v.Type < List }

// IsTable reports whether the value is a table, packed or not.
func (v Value) IsTable() bool { return v.Type == Table || v.Type == Packed }

// IsTableArray reports whether the value is a list of at least one element, all of
// them tables: TOML's array of tables, or an array of inline tables.
func (v Value) IsTableArray() bool {
	return v.Type == List && len(v.Items) > 0 && !slices.ContainsFunc(v.Items, func(item Entry) bool { return !item.Value.IsTable() })
}

// Number returns the number of an Int or a Float, which may be infinite or NaN;
// false for other types.
func (v Value) Number() (float64, bool) {
	if v.Type != Int && v.Type != Float {
		return 0, false
	}
	f, err := strconv.ParseFloat(v.Str, 64)
	return f, err == nil
}

// Strings returns a String as one string, or the strings among the elements of a
// List; nil for other types.
func (v Value) Strings() []string {
	switch v.Type {
	case String:
		return []string{v.Str}
	case List:
		out := make([]string, 0, len(v.Items))
		for i := range v.Items {
			if v.Items[i].Value.Type == String {
				out = append(out, v.Items[i].Value.Str)
			}
		}
		return out
	}
	return nil
}

// AppendContent appends bytes that are the same for two values if they are equal
// apart from their positions and the order of keys. The value must hold nothing
// Packed.
func (v Value) AppendContent(b []byte) []byte {
	b = append(b, byte(v.Type))
	b = binary.AppendUvarint(b, uint64(len(v.Str)))
	b = append(b, v.Str...)
	items := v.Items
	if v.Type == Table {
		items = slices.SortedStableFunc(slices.Values(items), func(x, y Entry) int { return strings.Compare(x.Key, y.Key) })
	}
	b = binary.AppendUvarint(b, uint64(len(items)))
	for i := range items {
		b = binary.AppendUvarint(b, uint64(len(items[i].Key)))
		b = append(b, items[i].Key...)
		b = items[i].Value.AppendContent(b)
	}
	return b
}
