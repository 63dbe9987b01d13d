package explain

import (
	"bytes"

	"rihla/model/check"
	"rihla/model/export"
	"rihla/model/kb"
)

// IsSame reports whether two readings of the same files are the same, as far as
// an export tells, and a check of with finds nothing that one of k does not.
func IsSame(k, with *kb.KB) bool {
	var a, b bytes.Buffer
	if export.JSON(&a, k, "", k.Entities) != nil || export.JSON(&b, with, "", with.Entities) != nil {
		return false
	}
	return bytes.Equal(a.Bytes(), b.Bytes()) && hasNoNew(check.Run(with), check.Run(k))
}

// hasNoNew reports whether all findings are among known ones.
func hasNoNew(findings, known []kb.Finding) bool {
	type place struct {
		code kb.Code
		at   kb.Position
	}
	before := make(map[place]bool, len(known))
	for _, f := range known {
		before[place{f.Code, f.Position}] = true
	}
	for _, f := range findings {
		if !before[place{f.Code, f.Position}] {
			return false
		}
	}
	return true
}
