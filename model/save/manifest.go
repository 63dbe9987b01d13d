package save

import (
	"io"

	"rihla/model/kb"
	"rihla/model/save/disk"
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
	err = disk.Create(t.path, false, func(to io.Writer) error {
		_, err := io.WriteString(to, text)
		return err
	})
	if err != nil {
		return "", t.written(say.CreateRefused, err)
	}
	return t.name, nil
}
