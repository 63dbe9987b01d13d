package tui

import (
	"errors"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/ui/tui/command"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/output"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// mostRuns bounds the runs of user commands whose output is kept.
const mostRuns = 16

// ownMeant returns the user command that the key of command n runs: among the commands with
// the same key, the first that applies to the selection. ok is false if none applies; the
// command is then n itself.
func (m *Model) ownMeant(n int) (c command.Command, ok bool) {
	all := m.options.Commands
	if n >= len(all) {
		return c, false
	}
	s, scope := m.front.Selection(), m.front.Scope()
	for _, c := range all[n:] {
		if c.Key != all[n].Key || c.Scope&scope == 0 {
			continue
		}
		isOfKind := len(c.Kinds) == 0 || s.Entity != nil && slices.Contains(c.Kinds, s.Entity.Kind.Name)
		isThere := !c.NeedsEntity() || s.Entity != nil || s.Finding != nil && s.Finding.Address != ""
		if isOfKind && isThere && (!c.NeedsMarked() || m.marks.Len() > 0) {
			return c, true
		}
	}
	return all[n], false
}

// ownSubject returns the selection as the subject of a user command.
func (m *Model) ownSubject() command.Subject {
	s := m.front.Selection()
	out := command.Subject{Base: m.basePath()}
	if at := m.positionMeant(s); at.File != "" && m.kb.Dir != "" {
		out.File, out.Line = filepath.Join(m.kb.Dir, filepath.FromSlash(at.File)), at.Line
	}
	for _, e := range m.marks.List() {
		out.Marked = append(out.Marked, string(e.Address()))
	}
	e := s.Entity
	if e == nil && s.Finding != nil {
		e = m.kb.Lookup(s.Finding.Address)
	}
	if e == nil {
		return out
	}
	out.Address, out.Kind, out.Key = string(e.Address()), e.Kind.Name, e.Key
	m.kb.Load(e)
	out.Name = e.Label(m.lang, m.kb.Languages...)
	out.Field = func(name string) []string { return valuesOf(m.kb.Record(e).Values(name)) }
	return out
}

// basePath returns the absolute path of the knowledge base; empty for the built-in one.
func (m *Model) basePath() string {
	if m.kb.Dir == "" || m.kb.IsFolder {
		return m.kb.Dir
	}
	return filepath.Join(m.kb.Dir, filepath.FromSlash(m.manifest().File))
}

// valuesOf returns the values of statements as written; for links, the addresses of the targets.
func valuesOf(all []*kb.Statement) []string {
	out := make([]string, len(all))
	for i, s := range all {
		if out[i] = s.Value.Str; s.To != nil {
			out[i] = string(s.To.Address())
		}
	}
	return out
}

// runOwn runs a user command on the selection.
func (m *Model) runOwn(n int, pressed string) tea.Cmd {
	c, ok := m.ownMeant(n)
	if !ok {
		return m.idleKey(keys.OwnAction(n), pressed)
	}
	arguments, err := c.Fill(m.ownSubject())
	var lack command.Lack
	var dash command.Dash
	switch {
	case errors.As(err, &lack):
		return m.say(words.CommandHasNo, c.Name, lack.Placeholder)
	case errors.As(err, &dash):
		return m.say(words.CommandTakesDash, c.Name, dash.Value)
	}
	if c.Output == command.Terminal {
		return m.runOnTerminal(exec.Command(arguments[0], arguments[1:]...), func(err error) tea.Cmd {
			if err != nil {
				return m.say(words.OwnEnded, c.Name, err.Error())
			}
			return nil
		})
	}
	run := command.Start(c, arguments)
	m.keepRun(run)
	if c.Output == command.None {
		return tea.Batch(m.say(words.OwnBegun, c.Name), func() tea.Msg {
			end := run.Wait(m.ctx)
			return work.Then(func() tea.Cmd { return m.say(words.OwnEnded, c.Name, howEnded(m.words(), run, end)) })
		})
	}
	e, _ := entryOf(keys.OutputPage)
	s := m.front.Subject()
	s.Entity, s.Marked = m.front.Selection().Entity, m.marks.List()
	m.dialogs.clear()
	m.history.push(m.here())
	return m.show(e, s, output.At(run))
}

// howEnded describes the result of a run; for one that failed, with the first line of its
// output.
func howEnded(w *words.Language, run *command.Run, end command.End) string {
	how := output.How(w, end)
	text, _ := run.Read(0)
	if first, _, _ := strings.Cut(strings.TrimSpace(text), "\n"); end.Status != 0 && first != "" {
		how += w.Colon + ansi.Strip(first)
	}
	return how
}

// keepRun remembers a run, and discards the oldest above mostRuns.
func (m *Model) keepRun(run *command.Run) {
	m.runs = append(m.runs, run)
	if len(m.runs) > mostRuns {
		m.runs[0].Forget()
		m.runs = slices.Delete(m.runs, 0, 1)
	}
}

// endRuns kills the running user commands.
func (m *Model) endRuns() {
	for _, run := range m.runs {
		run.Kill()
	}
}

// noSubjectYet explains that the output page is opened by running a command.
func noSubjectYet(m *Model) (page.Subject, string) {
	return page.Subject{}, m.words().Say(words.NothingSelected)
}
