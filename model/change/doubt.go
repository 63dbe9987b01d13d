package change

import (
	"bytes"

	"rihla/model/kb"
)

// Doubt is a version of a file that may not be meant, such as one that is half written.
type Doubt struct {
	File *kb.File // as it was before
	// Finding is what is wrong with the new version: it is no TOML, or cannot be
	// read. It is nil if that is only shorter.
	Finding *kb.Finding
	// Findings are all of that kind in the file, the first of which is Finding, and
	// Broken is the new version; nil if that is only shorter.
	Findings []kb.Finding
	Broken   *kb.File
	Version  uint64 // differs between versions that are only shorter, most likely
}

// Doubts returns the versions in a reading that may not be meant, in the order of the
// files before: those that are no TOML or cannot be read, where the file before
// was sound, and those that turned empty or lost their end. The latter are written in
// steps, most likely, or meant.
func Doubts(before, now *kb.KB) []Doubt {
	wasBroken, isBroken := broken(before), broken(now)
	versions := make(map[string]*kb.File, len(now.Files))
	for _, f := range now.Files {
		versions[f.Path] = f
	}
	var out []Doubt
	for _, f := range before.Files {
		version := versions[f.Path]
		if version == nil || wasBroken[f.Path] != nil {
			continue
		}
		switch {
		case isBroken[f.Path] != nil:
			all := isBroken[f.Path]
			out = append(out, Doubt{File: f, Finding: all[0], Findings: notShown(all), Broken: version})
		case isCut(f.Text, version.Text):
			out = append(out, Doubt{File: f, Version: uint64(len(version.Text)) + 1})
		}
	}
	return out
}

// isCut reports whether a text is another that turned empty or lost its end; it may have
// changed otherwise too. A change in the midst leaves the last line as it is, and one of
// the last line leaves as many lines.
func isCut(before, now []byte) bool {
	if len(now) >= len(before) {
		return false
	}
	newline := []byte("\n")
	return len(bytes.TrimSpace(now)) == 0 || bytes.HasPrefix(before, now) ||
		bytes.HasSuffix(before, newline) && !bytes.HasSuffix(now, newline) ||
		bytes.Count(now, newline) < bytes.Count(before, newline) && !bytes.Equal(lastLine(before), lastLine(now))
}

// lastLine returns the last line of a text that is not blank.
func lastLine(text []byte) []byte {
	text = bytes.TrimSpace(text)
	return text[bytes.LastIndexByte(text, '\n')+1:]
}

// broken returns the findings of each file that is no TOML or cannot be read.
func broken(k *kb.KB) map[string][]*kb.Finding {
	out := make(map[string][]*kb.Finding)
	for i := range k.Findings {
		if f := &k.Findings[i]; f.Code == kb.Syntax || f.Code == kb.Unreadable {
			out[f.Position.File] = append(out[f.Position.File], f)
		}
	}
	return out
}

// notShown returns findings of a version that is not shown.
func notShown(all []*kb.Finding) []kb.Finding {
	out := make([]kb.Finding, len(all))
	for i, f := range all {
		out[i] = *f
		out[i].IsNotShown = true
	}
	return out
}
