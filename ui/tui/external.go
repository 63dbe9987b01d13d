package tui

import (
	"bytes"
	"cmp"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/brief"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/words"
)

// current returns the entity that is meant: the one in the detail, or the one
// selected in the overview or in a picture.
func (m *Model) current() *kb.Entity {
	if m.picture != nil {
		return m.picture.page.Selected()
	}
	if m.focus == keys.InOverview {
		target, _ := m.overview.Selected()
		return target.Entity
	}
	return m.detail.Entity
}

func claimOf(link *present.Link) *kb.Claim {
	switch {
	case link.Statement != nil:
		return link.Statement.Claim
	case link.Fact != nil:
		return link.Fact.Claim
	}
	return nil
}

// offerCopy opens the menu of what can be copied.
func (m *Model) offerCopy() tea.Cmd {
	if m.focus == keys.InCompare {
		m.dialog = m.copyMenu(m.compare.Entities())
		return nil
	}
	e := m.current()
	if e == nil {
		return m.say(words.NothingSelected)
	}
	v, at := m.voice, whereaboutsOf(e)
	citation := func() string { return v.EntityCitation(e) }
	if link := m.detail.Selected(); m.focus == keys.InDetail && link != nil && (link.Statement != nil || link.Fact != nil) {
		citation = func() string { return v.Citation(link.Statement, link.Fact) }
	}
	m.dialog = overlay.NewCopyMenu([]overlay.CopyItem{
		{Action: keys.CopyName, Label: words.CopyName, Text: func() string { return v.Name(e) }},
		{Action: keys.CopyAddress, Label: words.CopyAddress, Text: func() string { return safe.Line(string(e.Address())) }},
		{Action: keys.CopyCitation, Label: words.CopyCitation, Text: citation},
		{Action: keys.CopyMarkdown, Label: words.CopyMarkdown, Text: func() string { return export.NoteMarkdown(v.Note(e)) }},
		{Action: keys.CopyBrief, Label: words.CopyBrief, Text: func() string { return briefOf(v, m.find(at)) }},
		{Action: keys.CopyJSON, Label: words.CopyJSON, Text: func() string { return asJSON(m.kb, m.lang, m.find(at)) }},
	})
	return nil
}

// briefOf is the cited brief of an entity, as Markdown; empty where nothing of it
// has a source.
func briefOf(v present.Voice, e *kb.Entity) string {
	if e == nil {
		return ""
	}
	d := brief.Of(v, e, brief.Options{})
	if d.IsEmpty() {
		return ""
	}
	return export.Markdown(d)
}

func asJSON(k *kb.KB, lang string, e *kb.Entity) string {
	var b bytes.Buffer
	if e == nil {
		return ""
	}
	if err := export.JSONL(&b, k, lang, []*kb.Entity{e}); err != nil {
		return ""
	}
	return strings.TrimSpace(b.String())
}

// copy hands a text to the clipboard: to tmux where it runs, which passes it
// on and says whether it could, else to the terminal, which does not say.
func (m *Model) copy(item overlay.CopyItem) tea.Cmd {
	text := item.Text()
	if text == "" {
		return m.say(words.NothingToCopy)
	}
	label := m.words().Say(item.Label)
	if m.environ("TMUX") == "" {
		return tea.Batch(tea.SetClipboard(text), m.say(words.Sent, label))
	}
	copied, failed := m.words().Say(words.Copied, label), m.words().Say(words.CannotCopy)
	return func() tea.Msg {
		cmd := exec.Command("tmux", "load-buffer", "-w", "-")
		cmd.Stdin = strings.NewReader(text)
		if err := cmd.Run(); err != nil {
			return told(failed)
		}
		return told(copied)
	}
}

// environ returns a variable of the environment that the explorer was given.
func (m *Model) environ(name string) string { return variable(m.options.Environ, name) }

// openWeb opens the web address of what is selected, or else of what is shown,
// or else of the source behind what is selected.
func (m *Model) openWeb() tea.Cmd {
	e := m.current()
	if e == nil {
		return m.say(words.NothingSelected)
	}
	var link *present.Link
	if m.focus == keys.InDetail {
		link = m.detail.Selected()
	}
	return m.browse(cmp.Or(addressOf(m.kb, link), webAddress(m.kb, e), addressBehind(m.kb, link)))
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

// browse opens a web address.
func (m *Model) browse(address string) tea.Cmd {
	if address == "" {
		return m.say(words.NoWeb)
	}
	if !kb.IsURL(address) {
		return m.say(words.BadWeb, address)
	}
	opened, failed := m.words().Say(words.Opened, address), m.words().Say(words.NoOpen, address)
	return func() tea.Msg {
		opener := "xdg-open"
		if runtime.GOOS == "darwin" {
			opener = "open"
		}
		path, err := exec.LookPath(opener)
		if err == nil {
			err = exec.Command(path, address).Start()
		}
		if err != nil {
			return told(failed)
		}
		return told(opened)
	}
}

// edited is sent when the editor has ended.
type edited struct{ err error }

// placeMeant returns the place in the files of what is selected; without a file
// where nothing is.
func (m *Model) placeMeant() kb.Position {
	if m.focus == keys.InOverview {
		if target, _ := m.overview.Selected(); target.Finding != nil {
			return target.Finding.Position
		}
	}
	e := m.current()
	if e == nil {
		return kb.Position{}
	}
	if link := m.detail.Selected(); m.focus == keys.InDetail && link != nil && link.Statement != nil && link.Statement.From == e {
		return m.kb.Position(link.Statement.Pos)
	}
	return m.kb.Position(e.Pos)
}

// edit opens the user's editor on the file of what is selected, at the line.
func (m *Model) edit() tea.Cmd {
	place := m.placeMeant()
	if place.File == "" {
		return m.say(words.NothingSelected)
	}
	if m.kb.Dir == "" {
		return m.say(words.NoFile)
	}
	editor := m.environ("VISUAL")
	if editor == "" {
		editor = m.environ("EDITOR")
	}
	if editor == "" {
		editor = "vi"
	}
	cmd, err := editorCommand(editor, filepath.Join(m.kb.Dir, filepath.FromSlash(place.File)), place)
	if err != nil {
		return m.say(words.NoEditor, err.Error())
	}
	return tea.ExecProcess(cmd, func(err error) tea.Msg { return edited{err} })
}

// editorCommand returns the command that opens a file at a line, in the way
// that the editor asks for. The path is absolute, so that it is never taken
// for an option.
func editorCommand(editor, path string, place kb.Position) (*exec.Cmd, error) {
	words := strings.Fields(editor)
	if len(words) == 0 {
		words = []string{"vi"}
	}
	program, err := exec.LookPath(words[0])
	if err != nil {
		return nil, err
	}
	line, column := strconv.Itoa(place.Line), strconv.Itoa(place.Column)
	args := words[1:]
	switch strings.TrimSuffix(filepath.Base(words[0]), ".exe") {
	case "code", "codium", "code-insiders", "cursor":
		args = append(args, "--wait", "--goto", path+":"+line+":"+column)
	case "hx", "helix", "subl", "zed":
		args = append(args, path+":"+line+":"+column)
	case "vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "view":
		args = append(args, "+"+line, path)
	default:
		args = append(args, path)
	}
	return exec.Command(program, args...), nil
}

// handleEdited reads the files again, keeping the place.
func (m *Model) handleEdited(msg edited) tea.Cmd {
	if msg.err != nil {
		return m.say(words.EditorFailed, msg.err.Error())
	}
	return m.reload()
}
