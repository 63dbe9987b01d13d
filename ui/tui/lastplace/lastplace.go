// Package lastplace keeps where each knowledge base was left, so that the next start
// can offer to go on there. It keeps names only: addresses, tabs and queries.
package lastplace

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
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

// Write keeps the place where a knowledge base was left. The file is replaced at once.
func Write(file, base string, at Place) error {
	if len(at.Query) > mostQuery {
		at.Query = ""
	}
	all := slices.DeleteFunc(readAll(file), func(l left) bool { return l.Base == base })
	all = append([]left{{base, at}}, all...)
	text, err := json.MarshalIndent(all[:min(len(all), mostBases)], "", " ")
	if err != nil {
		return err
	}
	folder := filepath.Dir(file)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(folder, ".places-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(append(text, '\n'))
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
	}
	return err
}

// readAll returns what a file holds, nothing where it cannot be read.
func readAll(file string) []left {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	var all []left
	text, err := io.ReadAll(io.LimitReader(f, mostBytes))
	if err != nil || json.Unmarshal(text, &all) != nil {
		return nil
	}
	return all
}
