package tui

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/edit"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/say"
	"rihla/model/suggest"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// writingOfMarked returns what is marked, to be written.
func (m *Model) writingOfMarked() page.Writing {
	k, v, lang, list := m.kb, m.voice, m.lang, m.marks.List()
	return page.Writing{
		Title: words.ExportTitle, Usual: "marked.jsonl", Endings: []string{".json", ".jsonl", ".csv", ".md"},
		Label: v.Words.Count(len(list), words.EntityCount),
		To:    func(to io.Writer, ending string) error { return writeEntities(to, ending, k, v, lang, list) },
	}
}

// write writes something to a file, beside the screen. One that is there already is
// written over only where the user has said so.
func (m *Model) write(i page.Write) tea.Cmd {
	path, w, width := m.pathOf(i.Name), m.words(), m.width
	return func() tea.Msg {
		err := save.File(path, i.Replace, func(to io.Writer) error { return i.Writing.To(to, overlay.Ending(path)) })
		switch {
		case errors.Is(err, fs.ErrExist):
			return work.Then(func() tea.Cmd { return m.askToReplace(i) })
		case err != nil:
			return m.told(w.Say(words.NotWritten, m.notSaved(err)))
		}
		return m.told(w.Say(words.Written, i.Writing.Label, briefPath(path, width)))
	}
}

// pathOf returns the path of a file that is named as shells have it.
func (m *Model) pathOf(name string) string {
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		if home := m.environ("HOME"); home != "" {
			return filepath.Join(home, rest)
		}
	}
	return name
}

// askToReplace asks whether to write over a file, unless something else has come
// between.
func (m *Model) askToReplace(i page.Write) tea.Cmd {
	if m.isBusy() {
		return m.say(words.FileExists, i.Name)
	}
	m.dialogs.open(overlay.NewReplace(i))
	return nil
}

// writeEntities writes entities in the format of a file's ending.
func writeEntities(to io.Writer, ending string, k *kb.KB, v present.Voice, lang string, list []*kb.Entity) error {
	switch ending {
	case ".json":
		return export.JSON(to, export.Selection{KB: k, Lang: lang, Entities: list})
	case ".csv":
		return export.CSV(to, safe.Values(v.Sheet(list)))
	case ".md":
		for i, e := range list {
			between := ""
			if i > 0 {
				between = "\n"
			}
			if _, err := io.WriteString(to, between+export.NoteMarkdown(v.Note(e))); err != nil {
				return err
			}
		}
		return nil
	}
	return export.JSONL(to, export.Selection{KB: k, Lang: lang, Entities: list})
}

// saveView writes a view into the files, beside the screen.
func (m *Model) saveView(v save.NewView) tea.Cmd {
	k, w, width := m.kb, m.words(), m.width
	return func() tea.Msg {
		in, err := save.View(k, v)
		if err != nil {
			return work.Then(func() tea.Cmd { return m.say(words.ViewNotSaved, m.notSaved(err)) })
		}
		said := w.Say(words.ViewSaved, briefPath(in.File, width), safe.Line(in.Name))
		return m.written(in.Change, words.SavedView, in.Name, said, nil)
	}
}

// notSaved says why something was not saved, and what to do about it.
func (m *Model) notSaved(err error) string {
	w := m.words()
	says := func(at kb.Position, problem, remedy say.Sentence) string {
		text := w.Sentence(problem)
		if at.File != "" {
			text = briefPath(at.String(), m.width) + w.Colon + text
		}
		if !remedy.IsEmpty() {
			text += w.Semicolon + w.Sentence(remedy)
		}
		return text
	}
	refused, failed := new(edit.Error), new(save.Error)
	switch {
	case errors.As(err, &refused):
		return says(refused.Position, refused.Problem, refused.Remedy)
	case errors.As(err, &failed):
		return says(failed.Position, failed.Problem, failed.Remedy)
	case errors.Is(err, save.ErrBuiltIn):
		return w.Say(words.NoFileForRefusals)
	}
	return err.Error()
}

// adopt writes a suggestion into its file, beside the screen, and reads the files
// again.
func (m *Model) adopt(s suggest.Suggestion) tea.Cmd {
	k, w, width, what := m.kb, m.words(), m.width, m.voice.Name(s.Entity)
	return func() tea.Msg {
		change, err := edit.In(k).AddStrings(s.TablePos, s.TableName, s.Key, s.Adds)
		if err == nil {
			err = save.Change(k, change)
		}
		file := briefPath(change.File, width)
		said := w.Say(words.Adopted, file)
		if s.Code == suggest.Duplicate {
			said = w.Say(words.AdoptedPart, file, safe.Line(string(s.Other.Address())), briefPath(k.Position(s.Pos).String(), width))
		}
		return m.written(change, words.Accepted, what, said, err)
	}
}

// writeRefusal writes a refusal into the manifest, beside the screen, and reads the files
// again.
func (m *Model) writeRefusal(r save.NewRefusal) tea.Cmd {
	k, w, width := m.kb, m.words(), m.width
	return func() tea.Msg {
		change, err := save.Refusal(k, r)
		said := w.Say(words.RefusedIn, briefPath(change.File, width))
		return m.written(change, words.Refused, r.A.Key()+" ≠ "+r.B.Key(), said, err)
	}
}

// briefPath shortens a path for a notice on a screen of a width.
func briefPath(path string, width int) string {
	const leastPath = 16
	return safe.CutPath(safe.Line(path), max(leastPath, width/2))
}
