// Package save writes what the user decides in the explorer into the files of a
// knowledge base, without touching another byte. It reads no more of them than
// it takes to write what will be read as it is meant.
package save

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/reader/files"
)

// What keeps something from being saved, for whoever tells it in other words.
// Whatever else it is, the system says.
var (
	// ErrBuiltIn is for the built-in knowledge base, which is in no file.
	ErrBuiltIn = errors.New("the built-in knowledge base is in no file: open a file or a folder of your own to save in it")
	// ErrBroken is for a file that does not decode.
	ErrBroken = errors.New("the file is not TOML")
	// ErrTaken is for a file that has something else where it should go.
	ErrConflict = errors.New("the file has something else there")
	// ErrElsewhere is for a file that the knowledge base does not read.
	ErrNotRead = errors.New("the file is not read")
	// ErrChanging is for a file that another program writes to meanwhile.
	ErrChanging = errors.New("the file is being written to")
	// ErrNotText is for what no TOML file can hold.
	ErrNotText = errors.New("not UTF-8")
)

// Error says what keeps something from being saved. Its texts are English and
// may hold text of the file: they are made safe where they are shown.
type Error struct {
	Position kb.Position
	Message  string
	Hint     string // what to do about it
	Reason   error  // one of this package, or the system's
}

// Error returns place, message and hint.
func (e *Error) Error() string {
	text := e.Position.String() + ": " + e.Message
	if e.Hint != "" {
		text += "; " + e.Hint
	}
	return text
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Reason }

// target is the file that the manifest of a knowledge base stands in.
type target struct {
	name   string // below the root of the knowledge base
	path   string // on disk
	folder bool   // whether it is a folder's
}

func (t target) fault(reason error, message, hint string) error {
	return &Error{kb.Position{File: t.name}, message, hint, reason}
}

// targetOf finds the file, which need not be there where a folder was opened.
func targetOf(k *kb.KB) (target, error) {
	if k.Dir == "" {
		return target{}, ErrBuiltIn
	}
	if !k.Folder {
		name := k.Files[0].Path
		return target{name: name, path: filepath.Join(k.Dir, name)}, nil
	}
	t := target{reader.ManifestPath, filepath.Join(k.Dir, reader.ManifestPath), true}
	info, err := os.Lstat(t.path)
	isRead := slices.ContainsFunc(k.Files, func(f *kb.File) bool { return f.Path == t.name })
	if err == nil && info.Mode()&fs.ModeSymlink != 0 && !isRead {
		return t, t.fault(ErrNotRead, "it is a link that leads out of the folder, or nowhere, and is not read", "put a file in its place")
	}
	return t, nil
}

// append has compose make, from the text that the file has now, what is to be
// added to its end, and adds it. Where anything fails, the file is left as it
// was. Other explorers that save in the same file wait meanwhile.
func (t target) append(compose func(text []byte) ([]byte, error)) (err error) {
	f, isNew, err := t.open()
	if err != nil {
		return err
	}
	defer f.Close()
	defer func() {
		if err != nil && isNew {
			_ = os.Remove(t.path)
		}
	}()
	before, err := f.Stat()
	if err != nil {
		return t.unable("read", err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		return t.unable("read", err)
	}
	added, err := compose(text)
	if err != nil {
		return err
	}
	now, err := os.Stat(t.path)
	if err != nil || !os.SameFile(before, now) || now.Size() != int64(len(text)) || !now.ModTime().Equal(before.ModTime()) {
		return t.busy()
	}
	return t.write(f, int64(len(text)), added)
}

// open opens the file and locks it. Where there is none in a folder, it is made:
// isNew reports whether it is, and still is empty.
func (t target) open() (f *os.File, isNew bool, err error) {
	for range mostOpened {
		there, err := os.Stat(t.path)
		isNew := t.folder && errors.Is(err, fs.ErrNotExist)
		flags, done := os.O_RDWR|os.O_APPEND, "written"
		switch {
		case isNew:
			flags, done = flags|os.O_CREATE, "made"
		case err != nil:
			return nil, false, t.unable("opened", err)
		case !there.Mode().IsRegular():
			return nil, false, t.fault(fs.ErrInvalid, "it is no ordinary file", "save in a file or a folder of files")
		}
		if f, err = os.OpenFile(t.path, flags, 0o666); err != nil {
			return nil, false, t.unable(done, err)
		}
		if err := lock(f); err != nil {
			_ = f.Close()
			return nil, false, t.busy()
		}
		// Whoever had the lock before may have removed the file, or made it.
		locked, err := f.Stat()
		if there, errThere := os.Stat(t.path); err == nil && errThere == nil && os.SameFile(locked, there) {
			return f, isNew && locked.Size() == 0, nil
		}
		_ = f.Close()
	}
	return nil, false, t.busy()
}

// mostOpened bounds how often a file is opened that is replaced meanwhile.
const mostOpened = 10

func (t target) busy() error {
	return t.fault(ErrChanging, "another program is writing to it", "save again when it is done")
}

// write adds bytes to a file of so many bytes, all or none.
func (t target) write(f *os.File, size int64, added []byte) error {
	_, err := f.Write(added)
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		return nil
	}
	if back := f.Truncate(size); back != nil {
		return t.fault(err, fmt.Sprintf("it cannot be written: %s; nor can what was written be taken back: %s", files.Cause(err), files.Cause(back)),
			fmt.Sprintf("cut it off after byte %d", size))
	}
	return t.unable("written", err)
}

// unable tells what the system says.
func (t target) unable(done string, err error) error {
	hint := "nothing was written; save again when that is mended"
	if errors.Is(err, fs.ErrPermission) {
		hint = "see whether you may write there, or open a copy"
	}
	return t.fault(err, fmt.Sprintf("it cannot be %s: %s", done, files.Cause(err)), hint)
}
