// Package snapshot reads the stored copies of sources as text, whatever they are
// written in. It fetches nothing: a copy is a file of the knowledge base.
package snapshot

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rihla/model/kb"
)

// ErrNotText is what reading a copy fails with that is no text. It fails with
// fs.ErrNotExist, kb.ErrOutside and kb.ErrTooLarge too.
var ErrNotText = errors.New("is not text: store a text version of it, as .txt, .md or .html")

// Path returns the path of a source's stored copy, as it is written; empty where
// it names none, or is no source.
func Path(k *kb.KB, source *kb.Entity) string {
	if s := named(k, source); s != nil {
		return s.Value.Str
	}
	return ""
}

// PathPos returns where the path of a source's stored copy is written; where
// none is, the place of the source.
func PathPos(k *kb.KB, source *kb.Entity) kb.Pos {
	s := named(k, source)
	switch {
	case s == nil:
		return source.Pos
	case s.Value.Pos != kb.Pos{}:
		return s.Value.Pos
	}
	return s.Pos
}

// named returns what a source says of its stored copy, nil where it says nothing.
func named(k *kb.KB, source *kb.Entity) *kb.Statement {
	if !k.IsSource(source) {
		return nil
	}
	for _, s := range k.Record(source).Values("text") {
		if s.Value.Type == kb.String && s.Value.Str != "" {
			return s
		}
	}
	return nil
}

// Read returns the text of a source's stored copy in UTF-8, its lines ended by
// \n; of a web page, what a reader sees of it. The error names the path.
func Read(k *kb.KB, source *kb.Entity) (string, error) {
	name := Path(k, source)
	if name == "" {
		return "", fmt.Errorf("%s names no stored copy: %w", source.Address(), fs.ErrNotExist)
	}
	if k.ReadFile == nil {
		return "", fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	data, err := k.ReadFile(name)
	if err != nil {
		return "", err
	}
	text, ok := textOf(data, path.Ext(name))
	if !ok {
		return "", fmt.Errorf("%s %w", name, ErrNotText)
	}
	return text, nil
}

// textOf returns the text that a file of some extension holds; false where it
// holds something else.
func textOf(data []byte, ext string) (string, bool) {
	if looksBinary(data) {
		return "", false
	}
	switch ext = strings.ToLower(ext); ext {
	case ".html", ".htm", ".xhtml":
		page, ok := decodePage(data)
		return readable(page, ext == ".xhtml"), ok
	}
	text, ok := decode(data)
	return newlines.Replace(text), ok
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")
