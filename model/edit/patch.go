package edit

import (
	"bytes"
	"crypto/sha256"

	"rihla/model/affix"
)

// Patch is a Change that holds of the two texts only the bytes in which they differ. It
// applies to the very text that the Change was made of.
type Patch struct {
	File          string // below the root, with forward slashes
	at            int    // offset of the bytes that differ
	before, after version
}

// version is one of the two texts of a Patch.
type version struct {
	isThere bool // there is such a file
	sum     [sha256.Size]byte
	bytes   []byte // that the other text has not
}

// Patch returns the change without what it leaves as it is.
func (c Change) Patch() Patch {
	p := c.differing()
	p.before.sum, p.after.sum = sha256.Sum256(c.Before), sha256.Sum256(c.After)
	return p
}

// differing returns the patch of a change without the sums of the texts.
func (c Change) differing() Patch {
	from := affix.Prefix(c.Before, c.After)
	before, after := c.Before[from:], c.After[from:]
	same := affix.Suffix(before, after)
	of := func(text, own []byte) version {
		return version{isThere: text != nil, bytes: bytes.Clone(own[:len(own)-same])}
	}
	return Patch{c.File, from, of(c.Before, before), of(c.After, after)}
}

// Reverse returns the patch that takes this one back.
func (p Patch) Reverse() Patch {
	p.before, p.after = p.after, p.before
	return p
}

// Apply returns the other text of a file, which is nil where there is none; false if
// the text is not the one that the patch was made of.
func (p Patch) Apply(text []byte) (after []byte, ok bool) {
	if p.before.isThere != (text != nil) || sha256.Sum256(text) != p.before.sum {
		return nil, false
	}
	if !p.after.isThere {
		return nil, true
	}
	after = make([]byte, 0, len(text)-len(p.before.bytes)+len(p.after.bytes))
	after = append(append(after, text[:p.at]...), p.after.bytes...)
	return append(after, text[p.at+len(p.before.bytes):]...), true
}

// IsNew reports whether the patch makes a file.
func (p Patch) IsNew() bool { return !p.before.isThere }

// IsRemoval reports whether the patch removes the file.
func (p Patch) IsRemoval() bool { return !p.after.isThere }

// Line returns the first line that differs, from 1, in either text of the file; where
// empty lines come with others, the first of those.
func (p Patch) Line(text []byte) int {
	at := min(p.at, len(text))
	line := 1 + bytes.Count(text[:at], []byte("\n"))
	differs := p.after.bytes
	if len(differs) == 0 {
		differs = p.before.bytes
	}
	if at > 0 && text[at-1] != '\n' {
		return line
	}
	return line + bytes.Count(differs[:len(differs)-len(bytes.TrimLeft(differs, "\r\n"))], []byte("\n"))
}
