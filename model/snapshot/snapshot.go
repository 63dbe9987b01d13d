// Package snapshot reads the stored copies of sources as plain text, whatever
// their format and encoding. It fetches nothing: a copy is a file of the
// knowledge base.
package snapshot

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rihla/model/kb"
	"rihla/model/quote"
	"rihla/model/say"
)

// ErrNotText is the error for a copy that is not text.
var ErrNotText = errors.New("is not text: store a text version of it, as .txt, .md or .html")

// Path returns the path of a source's stored copy as written; empty if it names
// none or the entity is no source.
func Path(k *kb.KB, source *kb.Entity) string {
	if s := pathStatement(k, source); s != nil {
		return s.Value.Str
	}
	return ""
}

// PathPos returns the position of the path of a source's stored copy, else that
// of the source.
func PathPos(k *kb.KB, source *kb.Entity) kb.Pos {
	s := pathStatement(k, source)
	switch {
	case s == nil:
		return source.Pos
	case s.Value.Pos != kb.Pos{}:
		return s.Value.Pos
	}
	return s.Pos
}

// pathStatement returns the statement with the path of a source's stored copy,
// or nil.
func pathStatement(k *kb.KB, source *kb.Entity) *kb.Statement {
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
// \n; of a web page, the visible text. The error names the path and is or wraps
// ErrNotText, fs.ErrNotExist, kb.ErrOutside, kb.ErrTooLarge or another of the
// file system.
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
	text, ok := decodeFile(data, path.Ext(name))
	if !ok {
		return "", fmt.Errorf("%s %w", name, ErrNotText)
	}
	return text, nil
}

// Says returns what is said of an error of Read to a person.
func Says(k *kb.KB, source *kb.Entity, err error) say.Sentence {
	file := Path(k, source)
	if errors.Is(err, ErrNotText) {
		return say.CopyIsNotText.With(say.File(file))
	}
	return say.CopyNotRead.With(say.File(file), say.Cause(strings.TrimPrefix(err.Error(), file+": ")))
}

// decodeFile returns the text of a file with an extension; false if it is no
// text.
func decodeFile(data []byte, ext string) (string, bool) {
	if isBinary(data) {
		return "", false
	}
	switch ext = strings.ToLower(ext); ext {
	case ".html", ".htm", ".xhtml":
		page, ok := decodeHTML(data)
		return htmlText(page, ext == ".xhtml"), ok
	}
	text, ok := decode(data)
	return newlines.Replace(text), ok
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Passage is a part of the text of a stored copy, as byte offsets: the words
// relied on, or the part most similar to them.
type Passage struct {
	Text     string
	From, To int
	Exact    bool // whether the words occur there
}

// Find reads the stored copy of a source, and finds words in it. From and To
// are equal if nothing is similar to them, or words is empty. Its errors are
// those of Read.
func Find(k *kb.KB, source *kb.Entity, words string) (Passage, error) {
	text, err := Read(k, source)
	if err != nil {
		return Passage{}, err
	}
	p := Passage{Text: text}
	if words == "" {
		return p, nil
	}
	folded := quote.NewText(text)
	if p.From, p.To, p.Exact = folded.Find(words); p.Exact {
		return p, nil
	}
	p.From, p.To, _ = folded.Nearest(words)
	return p, nil
}
