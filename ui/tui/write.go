package tui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/reader/files"
	"rihla/model/save"
	"rihla/model/suggest"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// usualFile is what marked entities are written to unless another name is
// given.
const usualFile = "marked.jsonl"

// endings are those of the files that entities can be written to.
var endings = []string{".json", ".jsonl", ".csv", ".md"}

// write writes what is marked to a file, beside the screen. One that is there
// already is written over only where the user has said so.
func (m *Model) write(name string, over bool) tea.Cmd {
	k, v, lang, list := m.kb, m.voice, m.lang, m.marks.List()
	if k.Partial {
		return m.say(words.NotAllRead)
	}
	path, w := m.pathOf(name), m.words()
	return func() tea.Msg {
		err := writeFile(path, over, w.Say(words.NoFileThere, path), func(to io.Writer) error {
			return writeEntities(to, overlay.Ending(path), k, v, lang, list)
		})
		switch {
		case errors.Is(err, fs.ErrExist):
			return work.Then(func() tea.Cmd { return m.askToReplace(name) })
		case err != nil:
			return m.told(w.Say(words.NotWritten, err))
		}
		return m.told(w.Say(words.Written, w.Count(len(list), words.EntityCount), safe.Line(path)))
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
func (m *Model) askToReplace(name string) tea.Cmd {
	if m.isBusy() {
		return m.say(words.FileExists, name)
	}
	m.dialogs.open(overlay.NewReplace(name))
	return nil
}

// writeEntities writes entities in the format of a file's ending.
func writeEntities(to io.Writer, ending string, k *kb.KB, v present.Voice, lang string, list []*kb.Entity) error {
	switch ending {
	case ".json":
		return export.JSON(to, k, lang, list)
	case ".csv":
		return export.CSV(to, v.Sheet(list))
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
	return export.JSONL(to, k, lang, list)
}

// writeFile writes a file in one go: it is there in full or not at all. One
// that is there already gives fs.ErrExist unless it may be written over; what
// is there and no file is never written over, and notFile says
// so.
func writeFile(path string, over bool, notFile string, write func(io.Writer) error) (err error) {
	mode := fs.FileMode(0o666)
	if there, err := os.Stat(path); err == nil {
		switch {
		case !there.Mode().IsRegular():
			return errors.New(notFile)
		case !over:
			return fs.ErrExist
		}
		mode = there.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	temporary, err := create(path, mode)
	if err != nil {
		return fmt.Errorf("%s: %w", path, files.Cause(err))
	}
	defer func() { err = errors.Join(err, discard(temporary.Name())) }()
	buffered := bufio.NewWriter(temporary)
	if err := errors.Join(write(buffered), buffered.Flush(), temporary.Sync(), temporary.Close()); err != nil {
		return err
	}
	if over {
		return os.Rename(temporary.Name(), path)
	}
	// A link, unlike a new name, is never put over what has come there since.
	if err := os.Link(temporary.Name(), path); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return os.Rename(temporary.Name(), path)
}

// create makes a file of a name that nothing has, beside a path.
func create(path string, mode fs.FileMode) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.%d", filepath.Base(path), os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || n == 100 {
			return f, err
		}
	}
}

// discard takes a file away, if it is there.
func discard(name string) error {
	if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// saveView writes a view into the files, beside the screen.
func (m *Model) saveView(v save.NewView) tea.Cmd {
	k := m.kb
	return func() tea.Msg {
		in, err := save.View(k, v)
		return work.Then(func() tea.Cmd { return m.handleViewSaved(in, err) })
	}
}

// notSaved says why something was not saved, and what to do about it.
func (m *Model) notSaved(err error) string {
	w := m.words()
	if failed := new(save.Error); errors.As(err, &failed) {
		text := failed.Position.String() + w.Colon + w.Sentence(failed.Problem)
		if !failed.Remedy.IsEmpty() {
			text += w.Semicolon + w.Sentence(failed.Remedy)
		}
		return text
	}
	if errors.Is(err, save.ErrBuiltIn) {
		return w.Say(words.NoFileForRefusals)
	}
	return err.Error()
}

// adopt writes a suggestion into its file, beside the screen, and reads the files
// again.
func (m *Model) adopt(s suggest.Suggestion) tea.Cmd {
	k, w := m.kb, m.words()
	return func() tea.Msg {
		file, err := save.List(k, save.Addition{Table: s.TablePos, Name: s.TableName, Key: s.Key, Strings: s.Adds})
		said := w.Say(words.Adopted, safe.Line(file))
		if s.Code == suggest.Duplicate {
			said = w.Say(words.AdoptedPart, safe.Line(file), safe.Line(string(s.Other.Address())), safe.Line(k.Position(s.Pos).String()))
		}
		return work.Then(func() tea.Cmd { return m.handleWritten(said, err) })
	}
}

// writeRefusal writes a refusal into the manifest, beside the screen, and reads the files
// again.
func (m *Model) writeRefusal(r save.NewRefusal) tea.Cmd {
	k, w := m.kb, m.words()
	return func() tea.Msg {
		file, err := save.Refusal(k, r)
		said := w.Say(words.RefusedIn, safe.Line(file))
		return work.Then(func() tea.Cmd { return m.handleWritten(said, err) })
	}
}

// handleWritten reads the files again once something was written into them.
func (m *Model) handleWritten(said string, err error) tea.Cmd {
	if err != nil {
		return m.say(words.NotWritten, m.notSaved(err))
	}
	m.saved = said
	return m.reload()
}

// handleViewSaved reads the files again, so that the view has its tab.
func (m *Model) handleViewSaved(in save.Saved, err error) tea.Cmd {
	if err != nil {
		return m.say(words.ViewNotSaved, m.notSaved(err))
	}
	m.saved = m.words().Say(words.ViewSaved, safe.Line(in.File), safe.Line(in.Name))
	return m.reload()
}
