package kb

import "strings"

// Address names an entity: its kind, a slash, its key. It is unique in a
// knowledge base. A key may hold further slashes, a kind holds none.
type Address string

// NewAddress joins a kind and a key.
func NewAddress(kind, key string) Address { return Address(kind + "/" + key) }

// Kind returns what stands before the first slash.
func (a Address) Kind() string {
	kind, _, _ := strings.Cut(string(a), "/")
	return kind
}

// Key returns what stands after the first slash.
func (a Address) Key() string {
	_, key, _ := strings.Cut(string(a), "/")
	return key
}
