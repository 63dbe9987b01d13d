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

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/reader/files"
	"rihla/model/save/disk"
	"rihla/model/say"
)

// The reasons for an Error, besides errors of the operating system.
var (
	// ErrBuiltIn: the built-in knowledge base has no files.
	ErrBuiltIn = edit.ErrBuiltIn
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

// File writes a file outside of a knowledge base, whole or not at all. If there is one
// already, the error is fs.ErrExist unless it may be written over. An error is an
// *Error; then nothing has been written.
func File(path string, overwrite bool, write func(io.Writer) error) error {
	return outside(path, disk.Create(path, overwrite, write))
}

// Folder is File of a folder, as disk.CreateFolder writes it.
func Folder(path string, overwrite bool, write func(disk.Folder) error) error {
	return outside(path, disk.CreateFolder(path, overwrite, write))
}

// outside returns the error for one of writing outside of a knowledge base.
func outside(path string, err error) error {
	err = target{name: path}.written(say.WriteRefused, err)
	if failed := new(Error); errors.As(err, &failed) {
		// The remedies are for files of a knowledge base; here, another path is one.
		failed.Remedy = say.Sentence{}
	}
	return err
}

// targetOf returns the target of a knowledge base.
func targetOf(k *kb.KB) (target, error) {
	if k.Dir == "" {
		return target{}, ErrBuiltIn
	}
	name := k.ManifestFile()
	t := target{name, filepath.Join(k.Dir, filepath.FromSlash(name)), k.HasFolder()}
	if !t.isFolder {
		return t, nil
	}
	info, err := os.Lstat(t.path)
	isRead := slices.ContainsFunc(k.Files, func(f *kb.File) bool { return f.Path == t.name })
	if err == nil && info.Mode()&fs.ModeSymlink != 0 && !isRead {
		return t, t.failure(ErrNotRead, say.OutsideLink.With(), say.PutFile.With())
	}
	return t, nil
}

// append appends to the file what compose returns for its present text. That of a
// folder is created if it does not exist. If anything fails, the file stays as it was.
func (t target) append(compose func(text []byte) ([]byte, error)) (edit.Change, error) {
	c := edit.Change{File: t.name}
	err := t.update(func(text []byte) ([]byte, error) {
		added, err := compose(text)
		c.Before, c.After = text, slices.Concat(text, added)
		return c.After, err
	})
	return c, err
}

// update replaces the text of the file by what compose returns for it. If anything
// fails, the file stays as it was.
func (t target) update(compose func(text []byte) ([]byte, error)) error {
	isNew := false
	err := disk.Update(t.path, func(text []byte) ([]byte, error) {
		if isNew = text == nil; isNew && !t.isFolder {
			return nil, t.systemError(say.OpenRefused, fs.ErrNotExist)
		}
		return compose(text)
	})
	if isNew {
		return t.written(say.CreateRefused, err)
	}
	return t.written(say.WriteRefused, err)
}

// written returns the error for one of writing.
func (t target) written(refused say.ID, err error) error {
	failed := new(Error)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &failed):
		return failed
	case errors.Is(err, disk.ErrChanged) || errors.Is(err, disk.ErrBusy):
		return t.failure(ErrChanging, say.BeingWritten.With(), say.SaveAgainLater.With())
	case errors.Is(err, fs.ErrExist):
		return t.failure(fs.ErrExist, say.Exists.With(), say.NothingWritten.With())
	case errors.Is(err, disk.ErrNotFile):
		return t.failure(fs.ErrInvalid, say.NotRegular.With(), say.SaveElsewhere.With())
	case errors.Is(err, disk.ErrNotFolder):
		return t.failure(fs.ErrInvalid, say.NotFolder.With(), say.SaveElsewhere.With())
	case errors.Is(err, disk.ErrLinked):
		return t.failure(err, say.HasOtherNames.With(), say.EditInPlace.With())
	}
	return t.systemError(refused, err)
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
