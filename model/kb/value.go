package kb

import "strconv"

// Type says which of TOML's types a Value has.
type Type uint8

// The types of a Value. Date covers TOML's four date and time types.
const (
	Null Type = iota
	String
	Int
	Float
	Bool
	Date
	List
	Table
	// Packed is a table that has to be unpacked first: see File.PackTables.
	Packed
)

// Value is one TOML value and the place where it stands. The zero Value is
// Null: a value that is not there.
type Value struct {
	Type Type
	Pos  Pos
	// Str holds the text of a String, and the written form of an Int, Float,
	// Bool or Date, as TOML would write it.
	Str string
	// Items holds a List's elements, whose keys are empty, or a Table's
	// entries in the order of the file.
	Items []Entry
}

// Entry is one key of a table and its value.
type Entry struct {
	Key    string
	KeyPos Pos
	Value  Value
}

// Get returns the value of a table's key, or a Null value.
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

// Has tells whether a table has the key.
func (v Value) Has(key string) bool { return v.Get(key).Type != Null }

// IsScalar tells whether the value is neither a list nor a table nor Null.
func (v Value) IsScalar() bool { return v.Type > Null && v.Type < List }

// IsTable tells whether the value is a table, packed or not.
func (v Value) IsTable() bool { return v.Type == Table || v.Type == Packed }

// IsTables tells whether the value is a list of at least one element, all of
// them tables.
func (v Value) IsTableArray() bool {
	if v.Type != List || len(v.Items) == 0 {
		return false
	}
	for i := range v.Items {
		if !v.Items[i].Value.IsTable() {
			return false
		}
	}
	return true
}

// Number returns the number that an Int or a Float holds.
func (v Value) Number() (float64, bool) {
	if v.Type != Int && v.Type != Float {
		return 0, false
	}
	f, err := strconv.ParseFloat(v.Str, 64)
	return f, err == nil
}

// Strings returns a String as one string, and the strings of a List; anything
// else gives none.
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
