// Package lastplace keeps where each knowledge base was left, so that the next start
// can offer to go on there. It keeps names only: addresses, tabs and queries.
package lastplace

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"

	"rihla/model/save/disk"
)

// Place is an entity, or the list of a tab with its filter. The zero Place is none.
type Place struct {
	Address string `json:"address,omitempty"` // of the entity
	Tab     string `json:"tab,omitempty"`
	Query   string `json:"query,omitempty"`
}

// left is a place of a knowledge base.
type left struct {
	Base string `json:"base"` // absolute path, empty for the built-in one
	Place
}

// Bounds of the file.
const (
	mostBases = 200
	mostBytes = 4 << 20
	mostQuery = 512 // bytes
)

// Read returns the place where a knowledge base was left, the zero Place where a
// file does not say.
func Read(file, base string) Place {
	for _, l := range readAll(file) {
		if l.Base == base {
			return l.Place
		}
	}
	return Place{}
}

// Write keeps the place where a knowledge base was left.
func Write(file, base string, at Place) error {
	if len(at.Query) > mostQuery {
		at.Query = ""
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	return disk.UpdatePrivate(file, func(before []byte) ([]byte, error) {
		all := slices.DeleteFunc(decode(before), func(l left) bool { return l.Base == base })
		all = append([]left{{base, at}}, all...)
		text, err := json.MarshalIndent(all[:min(len(all), mostBases)], "", " ")
		return append(text, '\n'), err
	})
}

// readAll returns what a file holds, nothing where it cannot be read.
func readAll(file string) []left {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostBytes))
	if err != nil {
		return nil
	}
	return decode(text)
}

// decode returns what a text says, nothing where it is none of this package.
func decode(text []byte) []left {
	var all []left
	if json.Unmarshal(text, &all) != nil {
		return nil
	}
	return all
}
