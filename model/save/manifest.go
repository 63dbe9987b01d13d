package save

import (
	"errors"
	"io/fs"
	"os"

	"rihla/model/kb"
	"rihla/model/say"
)

// Manifest writes the manifest of a folder that has none, and returns its path
// below the root. The error is ErrBuiltIn or an *Error, whose reason is
// fs.ErrExist if there is a file of that name, and ErrConflict for a single file,
// which holds its own manifest. Then nothing has been written.
func Manifest(k *kb.KB, text string) (file string, err error) {
	t, err := targetOf(k)
	switch {
	case err != nil:
		return "", err
	case !t.isFolder:
		return "", t.failure(ErrConflict, say.HoldsOwnManifest.With(), say.AddAtEnd.With())
	}
	f, err := os.OpenFile(t.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return "", t.failure(fs.ErrExist, say.Exists.With(), say.NothingWritten.With())
	}
	if err != nil {
		return "", t.systemError(say.CreateRefused, err)
	}
	defer f.Close()
	if err := t.write(f, 0, []byte(text)); err != nil {
		_ = os.Remove(t.path)
		return "", err
	}
	return t.name, nil
}
