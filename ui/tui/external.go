package tui

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/browser"
	"rihla/ui/tui/editor"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

func claimOf(link *present.Link) *kb.Claim {
	switch {
	case link.Statement != nil:
		return link.Statement.Claim
	case link.Fact != nil:
		return link.Fact.Claim
	}
	return nil
}

// environ returns a variable of the environment that the explorer was given.
func (m *Model) environ(name string) string { return variable(m.options.Environ, name) }

// openWeb opens the web address of what is selected, or else of what is shown,
// or else of the source behind what is selected.
func (m *Model) openWeb() tea.Cmd {
	s := m.front.Selection()
	if s.Entity == nil {
		return m.say(words.NothingSelected)
	}
	if s.Link != nil && s.Link.Address != "" {
		return m.browseBehind(s.Link.Address, s.Link.Text)
	}
	if address := addressOf(m.kb, s.Link); address != "" {
		return m.browse(address, m.nameOf(s.Link.To))
	}
	if address := webAddress(m.kb, s.Entity); address != "" {
		return m.browse(address, m.nameOf(s.Entity))
	}
	return m.browse(addressBehind(m.kb, s.Link), "")
}

// nameOf returns what an entity is called on the screen, nothing without one.
func (m *Model) nameOf(e *kb.Entity) string {
	if e == nil {
		return ""
	}
	return m.voice.Name(e)
}

// addressOf returns the web address that a link of a page is, or that of the
// source that it is the line of.
func addressOf(k *kb.KB, link *present.Link) string {
	switch {
	case link == nil:
	case link.Source != 0:
		return webAddress(k, link.To)
	case link.Statement != nil && link.To == nil && kb.IsURL(link.Statement.Value.Str):
		return link.Statement.Value.Str
	}
	return ""
}

// addressBehind returns the web address of the first source of a link of a
// page that has one.
func addressBehind(k *kb.KB, link *present.Link) string {
	if link == nil {
		return ""
	}
	claim := claimOf(link)
	if claim == nil {
		return ""
	}
	for _, ev := range claim.Evidence {
		if address := webAddress(k, ev.Source); address != "" {
			return address
		}
	}
	return ""
}

// webAddress returns the web address of an entity as it is written, or
// nothing.
func webAddress(k *kb.KB, e *kb.Entity) string {
	if e == nil {
		return ""
	}
	for _, field := range []string{"url", "website"} {
		for _, s := range k.Record(e).Values(field) {
			if s.Value.Type == kb.String && s.Value.Str != "" {
				return s.Value.Str
			}
		}
	}
	return ""
}

// browse opens a web address that a text stands for; one that may be taken for another
// is shown before.
func (m *Model) browse(address, text string) tea.Cmd {
	switch {
	case address == "":
		return m.say(words.NoWeb)
	case !kb.IsURL(address):
		return m.say(words.BadWeb, address)
	case browser.Misleads(address, text):
		m.dialogs.open(overlay.NewAddress(kb.ASCIIURL(address), ""))
		return nil
	}
	return m.openAddress(kb.ASCIIURL(address))
}

// browseBehind opens a web address that stands in a text, where the text itself is read;
// an address that differs from the visible text is shown first.
func (m *Model) browseBehind(address, text string) tea.Cmd {
	if read := strings.TrimPrefix(address, "mailto:"); strings.TrimSpace(text) != safe.Line(read) {
		m.dialogs.open(overlay.NewAddress(kb.ASCIIURL(address), strings.TrimSpace(text)))
		return nil
	}
	return m.browse(address, text)
}

// openAddress opens a web address, beside the screen.
func (m *Model) openAddress(address string) tea.Cmd {
	w := m.words()
	if m.isGuest() {
		return m.say(words.AddressIs, address)
	}
	return func() tea.Msg {
		switch err := browser.Open(address); {
		case errors.Is(err, exec.ErrNotFound):
			return m.told(w.Say(words.NoOpen, address))
		case err != nil:
			return m.told(w.Say(words.OpenFailed, err.Error(), address))
		}
		return m.told(w.Say(words.Opened, address))
	}
}

// positionMeant returns where in the files what is selected stands; without a file
// where nothing is.
func (m *Model) positionMeant(s page.Selection) kb.Position {
	switch {
	case s.Finding != nil:
		return s.Finding.Position
	case s.Entity == nil:
		return kb.Position{}
	case s.Link != nil && s.Link.Statement != nil && s.Link.Statement.From == s.Entity:
		return m.kb.Position(s.Link.Statement.Pos)
	default:
		return m.kb.Position(s.Entity.Pos)
	}
}

// edit opens the person's editor on the file of what is selected, at its place; where
// nothing is, on the file that describes the knowledge base.
func (m *Model) edit(of page.Selection) tea.Cmd {
	if of.Entity == nil && of.Finding == nil {
		of = m.front.Selection()
	}
	at := m.positionMeant(of)
	if at.File == "" {
		at = m.manifest()
	}
	switch {
	case m.kb.Dir == "":
		return m.say(words.NoFile)
	case at.File == "":
		return m.say(words.NothingSelected)
	}
	cmd, failed := editor.Open(editor.Chosen(m.options.Editor, m.environ),
		editor.Place{Path: filepath.Join(m.kb.Dir, filepath.FromSlash(at.File)), Line: at.Line, Column: at.Column})
	if cmd == nil {
		return m.say(words.NoEditor, editor.Tried(failed, m.words().ListComma))
	}
	return m.runOnTerminal(cmd, m.handleEdited)
}

// manifest returns the start of the manifest, or of the single file; without a file
// where there is none.
func (m *Model) manifest() kb.Position {
	for _, f := range m.kb.Files {
		if f.Path == m.kb.ManifestFile() {
			return kb.Position{File: f.Path, Line: 1, Column: 1}
		}
	}
	return kb.Position{}
}

// handleEdited reads the files again, keeping the place, however the editor ended.
func (m *Model) handleEdited(err error) tea.Cmd {
	if err != nil {
		m.saved = m.words().Say(words.EditorFailed, err.Error())
	}
	return m.reload()
}
