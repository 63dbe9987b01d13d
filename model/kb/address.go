package kb

import "strings"

// Address identifies an entity of a knowledge base: kind/key. A key may contain
// slashes, a kind does not.
type Address string

// NewAddress joins a kind and a key.
func NewAddress(kind, key string) Address { return Address(kind + "/" + key) }

// Kind returns the part before the first slash.
func (a Address) Kind() string {
	kind, _, _ := strings.Cut(string(a), "/")
	return kind
}

// Key returns the part after the first slash.
func (a Address) Key() string {
	_, key, _ := strings.Cut(string(a), "/")
	return key
}
