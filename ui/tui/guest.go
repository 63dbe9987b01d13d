package tui

import "rihla/ui/tui/page"

// isGuest reports whether the explorer shows a shared base. It then writes no files, runs no
// programs and uses nothing but its terminal.
func (m *Model) isGuest() bool { return m.options.Base != nil }

// writes reports whether an intent writes files or runs a program. Such intents are ignored in
// the explorer of a [Base], whose keys do not lead to them in the first place.
func writes(i page.Intent) bool {
	switch i.(type) {
	case page.Edit, page.WriteMarked, page.NameFile, page.Write, page.SaveView, page.Revise, page.AddEntity, page.Unlink, page.Alter, page.Adopt, page.Refuse:
		return true
	}
	return false
}
