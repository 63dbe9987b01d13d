package reader

import (
	"slices"

	"rihla/model/kb"
)

// report makes the findings: those before, where they are now, without those of what
// was read again or is gone, and what was found there.
func (u *update) report(now *kb.KB, f *facts) {
	edits := make(map[string]lines)
	order := make(map[string]int, len(now.Files))
	for i, file := range now.Files {
		order[file.Path] = i
	}
	elsewhere := make(map[kb.Address]bool) // of what was read outside of the edits
	for _, r := range u.read[u.inParts:] {
		elsewhere[r.is.Address()] = true
	}
	for n, edit := range u.revision.Edits {
		is := now.Files[n]
		if int(n) >= len(u.kb.Files) {
			u.issues.checkBytes(&document{file: is, number: n}, 0, int(edit.Now))
			continue
		}
		was := u.kb.Files[n]
		if is.Path == "" {
			edits[was.Path] = lines{toEnd: true}
			continue
		}
		edits[is.Path] = lines{was.Position(int(edit.From)).Line, was.Position(int(edit.To)).Line, is.Position(int(edit.Now)).Line, edit.To == uint32(len(was.Text))}
		u.issues.checkBytes(&document{file: is, number: n}, int(edit.From), int(edit.Now))
	}
	now.Findings = nil
	for _, finding := range u.kb.Findings {
		at := &finding.Position
		if edit, isEdited := edits[at.File]; isEdited {
			if edit.holds(at.Line) {
				continue
			}
			at.Line = edit.moved(at.Line)
		}
		if elsewhere[finding.Address] {
			continue
		}
		now.Findings = append(now.Findings, finding)
	}
	kept := len(now.Findings)
	c := newCollector(now)
	c.found = u.issues.found
	c.report(f)
	if len(now.Findings) > kept {
		slices.SortStableFunc(now.Findings, func(a, b kb.Finding) int {
			p, q := a.Position, b.Position
			switch {
			case p.File != q.File:
				return order[p.File] - order[q.File]
			case p.Before(q):
				return -1
			case q.Before(p):
				return 1
			}
			return 0
		})
	}
}

// lines are the lines of an edit: from the first up to that of its end, before and now.
type lines struct {
	from, to, now int
	toEnd         bool // the edit reaches to the end of the file
}

func (l lines) holds(line int) bool {
	return line >= l.from && (line < l.to || l.toEnd)
}

func (l lines) moved(line int) int {
	if line >= l.to {
		return line + l.now - l.to
	}
	return line
}
