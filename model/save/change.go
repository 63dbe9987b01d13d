package save

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/save/disk"
	"rihla/model/say"
)

// Change writes a change of a file of a knowledge base, makes a file or removes one, if
// the file is still as it was before. The error is ErrBuiltIn or an *Error; then nothing
// has been written.
func Change(k *kb.KB, c edit.Change) error {
	return write(k, c.File, c.Before == nil, c.After == nil, func(t target, text []byte) ([]byte, error) {
		switch {
		case c.Before == nil && text != nil:
			return nil, t.failure(ErrChanging, say.Exists.With(), say.NothingWritten.With())
		case (c.Before == nil) != (text == nil) || !bytes.Equal(c.Before, text):
			return nil, t.failure(ErrChanging, say.ChangedSince.With(), say.ReadAgain.With())
		}
		return c.After, nil
	})
}

// Changes writes several changes: if one fails, it reverts those before it and returns the
// error. Errors of reverting are ignored.
func Changes(k *kb.KB, all []edit.Change) error {
	for i, c := range all {
		if err := Change(k, c); err != nil {
			for _, done := range slices.Backward(all[:i]) {
				_ = Change(k, edit.Change{File: done.File, Before: done.After, After: done.Before})
			}
			return err
		}
	}
	return nil
}

// Patches applies several patches as Changes does. It returns the changed line of each, from 1.
func Patches(k *kb.KB, all []edit.Patch) (lines []int, err error) {
	for i, p := range all {
		n, err := Patch(k, p)
		if err != nil {
			for _, done := range slices.Backward(all[:i]) {
				_, _ = Patch(k, done.Reverse())
			}
			return nil, err
		}
		lines = append(lines, n)
	}
	return lines, nil
}

// Patch makes a change again, or takes it back, as Change does. It returns the line of
// the file that was changed, from 1.
func Patch(k *kb.KB, p edit.Patch) (line int, err error) {
	err = write(k, p.File, p.IsNew(), p.IsRemoval(), func(t target, text []byte) ([]byte, error) {
		after, ok := p.Apply(text)
		if !ok {
			return nil, t.failure(ErrChanging, say.ChangedSinceWritten.With(), say.EditYourself.With())
		}
		if line = p.Line(text); text == nil {
			line = p.Line(after)
		}
		return after, nil
	})
	return line, err
}

// write gives a file the text that compose makes of its present one, which is nil where
// there is no file, or removes the file.
func write(k *kb.KB, file string, isNew, isRemoval bool, compose func(t target, text []byte) ([]byte, error)) error {
	if k.Dir == "" {
		return ErrBuiltIn
	}
	t := target{name: file, path: filepath.Join(k.Dir, filepath.FromSlash(file)), isFolder: isNew}
	switch {
	case isRemoval:
		return t.written(say.WriteRefused, disk.Remove(t.path, func(text []byte) error {
			_, err := compose(t, text)
			return err
		}))
	case isNew:
		if err := os.MkdirAll(filepath.Dir(t.path), 0o777); err != nil {
			return t.systemError(say.CreateRefused, err)
		}
	}
	return t.update(func(text []byte) ([]byte, error) { return compose(t, text) })
}
