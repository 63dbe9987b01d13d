// Package save adds to the files of a knowledge base what the user saves in the
// explorer, and changes no other byte of them. It does not read entities.
package save

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/reader/files"
	"rihla/model/say"
)

// The reasons for an Error, besides errors of the operating system.
var (
	// ErrBuiltIn: the built-in knowledge base has no files.
	ErrBuiltIn = errors.New("the built-in knowledge base has no files: open a file or a folder of your own to save in it")
	// ErrBroken: the file is not valid TOML.
	ErrBroken = errors.New("the file is not TOML")
	// ErrConflict: the file has something else in the place of the addition.
	ErrConflict = errors.New("the file has something else there")
	// ErrNotRead: the file exists, but is not part of the knowledge base.
	ErrNotRead = errors.New("the file is not read")
	// ErrChanging: another program is writing to the file.
	ErrChanging = errors.New("the file is being written to")
	// ErrNotText: the addition is not UTF-8, which TOML requires.
	ErrNotText = errors.New("not UTF-8")
)

// Error is a failure to save.
type Error struct {
	Position kb.Position
	Problem  say.Sentence
	Remedy   say.Sentence
	Reason   error // of this package, or of the operating system
}

// Error returns the position and the reason.
func (e *Error) Error() string { return e.Position.String() + ": " + e.Reason.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Reason }

// target is the file with the manifest of a knowledge base, which may not exist yet.
type target struct {
	name     string // below the root of the knowledge base
	path     string // on disk
	isFolder bool   // the manifest is that of a folder
}

func (t target) failure(reason error, problem, remedy say.Sentence) error {
	return &Error{kb.Position{File: t.name}, problem, remedy, reason}
}

// targetOf returns the target of a knowledge base.
func targetOf(k *kb.KB) (target, error) {
	if k.Dir == "" {
		return target{}, ErrBuiltIn
	}
	if !k.IsFolder {
		name := k.Files[0].Path
		return target{name: name, path: filepath.Join(k.Dir, name)}, nil
	}
	t := target{reader.ManifestPath, filepath.Join(k.Dir, reader.ManifestPath), true}
	info, err := os.Lstat(t.path)
	isRead := slices.ContainsFunc(k.Files, func(f *kb.File) bool { return f.Path == t.name })
	if err == nil && info.Mode()&fs.ModeSymlink != 0 && !isRead {
		return t, t.failure(ErrNotRead, say.OutsideLink.With(), say.PutFile.With())
	}
	return t, nil
}

// append appends to the file what compose returns for its present text. If anything
// fails, the file stays as it was. A lock keeps other explorers from writing to it
// meanwhile.
func (t target) append(compose func(text []byte) ([]byte, error)) (err error) {
	f, err := t.read()
	if err != nil {
		return err
	}
	defer f.Close()
	defer func() {
		if err != nil && f.isNew {
			_ = os.Remove(t.path)
		}
	}()
	added, err := compose(f.text)
	if err != nil {
		return err
	}
	if !f.isAsRead(t.path) {
		return t.changing()
	}
	return t.write(f.File, int64(len(f.text)), added)
}

// content is a file that is open and locked, and its text.
type content struct {
	*os.File
	isNew bool
	info  fs.FileInfo
	text  []byte
}

// read opens and locks the file and reads its text. The caller closes it.
func (t target) read() (c content, err error) {
	if c.File, c.isNew, err = t.open(); err != nil {
		return c, err
	}
	if c.info, err = c.Stat(); err == nil {
		c.text, err = io.ReadAll(c)
	}
	if err != nil {
		_ = c.Close()
		return c, t.systemError(say.ReadRefused, err)
	}
	return c, nil
}

// isAsRead reports whether the file at a path is still the one that was read.
func (c content) isAsRead(path string) bool {
	now, err := os.Stat(path)
	return err == nil && os.SameFile(c.info, now) && now.Size() == int64(len(c.text)) && now.ModTime().Equal(c.info.ModTime())
}

// open opens and locks the file. That of a folder is created if it does not exist;
// isNew reports whether it was, and is still empty.
func (t target) open() (f *os.File, isNew bool, err error) {
	for range maxOpens {
		present, err := os.Stat(t.path)
		isNew := t.isFolder && errors.Is(err, fs.ErrNotExist)
		flags, refused := os.O_RDWR|os.O_APPEND, say.WriteRefused
		switch {
		case isNew:
			flags, refused = flags|os.O_CREATE, say.CreateRefused
		case err != nil:
			return nil, false, t.systemError(say.OpenRefused, err)
		case !present.Mode().IsRegular():
			return nil, false, t.failure(fs.ErrInvalid, say.NotRegular.With(), say.SaveElsewhere.With())
		}
		if f, err = os.OpenFile(t.path, flags, 0o666); err != nil {
			return nil, false, t.systemError(refused, err)
		}
		if err := lock(f); err != nil {
			_ = f.Close()
			return nil, false, t.changing()
		}
		// The previous holder of the lock may have removed or replaced the file.
		locked, err := f.Stat()
		if present, statErr := os.Stat(t.path); err == nil && statErr == nil && os.SameFile(locked, present) {
			return f, isNew && locked.Size() == 0, nil
		}
		_ = f.Close()
	}
	return nil, false, t.changing()
}

// maxOpens is the number of attempts to open a file that is replaced again and
// again.
const maxOpens = 10

func (t target) changing() error {
	return t.failure(ErrChanging, say.BeingWritten.With(), say.SaveAgainLater.With())
}

// write appends bytes to a file of a size in bytes; if that fails, it truncates the
// file to that size.
func (t target) write(f *os.File, size int64, added []byte) error {
	_, err := f.Write(added)
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		return nil
	}
	if back := f.Truncate(size); back != nil {
		return t.failure(err, say.HalfWritten.With(cause(err), cause(back)), say.CutOff.With(say.Number(size)))
	}
	return t.systemError(say.WriteRefused, err)
}

// systemError returns the error for an operation that the operating system refused.
func (t target) systemError(refused say.ID, err error) error {
	remedy := say.SaveAgainFixed.With()
	if errors.Is(err, fs.ErrPermission) {
		remedy = say.AllowOrCopy.With()
	}
	return t.failure(err, refused.With(cause(err)), remedy)
}

func cause(err error) say.Cause { return say.Cause(files.Cause(err).Error()) }
