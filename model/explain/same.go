package explain

import (
	"crypto/sha256"

	"rihla/model/check"
	"rihla/model/export"
	"rihla/model/kb"
)

// IsSame reports whether two readings of the same files are the same, as far as
// an export tells, and a check of with finds nothing that one of k does not.
func IsSame(k, with *kb.KB) bool {
	return digest(k) == digest(with) && hasNoNew(check.Run(with), check.Run(k))
}

// digest returns the SHA-256 of an export.
func digest(k *kb.KB) string {
	h := sha256.New()
	_ = export.JSON(h, export.Selection{KB: k, Lang: "", Entities: k.Entities}) // a hash takes everything
	return string(h.Sum(nil))
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
