package tui

import (
	"cmp"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
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
	return m.browse(cmp.Or(addressOf(m.kb, s.Link), webAddress(m.kb, s.Entity), addressBehind(m.kb, s.Link)))
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
			return m.told(failed)
		}
		return m.told(opened)
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

// edit opens the user's editor on the file of what is selected, at the line.
func (m *Model) edit(of page.Selection) tea.Cmd {
	if of.Entity == nil && of.Finding == nil {
		of = m.front.Selection()
	}
	at := m.positionMeant(of)
	if at.File == "" {
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
	cmd, err := editorCommand(editor, filepath.Join(m.kb.Dir, filepath.FromSlash(at.File)), at)
	if err != nil {
		return m.say(words.NoEditor, err.Error())
	}
	return tea.ExecProcess(cmd, func(err error) tea.Msg {
		return work.Then(func() tea.Cmd { return m.handleEdited(err) })
	})
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
func (m *Model) handleEdited(err error) tea.Cmd {
	if err != nil {
		return m.say(words.EditorFailed, err.Error())
	}
	return m.reload()
}
