package files

import (
	"errors"
	"path/filepath"
)

// errLinked is returned for a file that symbolic links lead to.
var errLinked = errors.New("is reached by symbolic links")

// Reread reads a file below a folder that List has found there. It refuses one that
// symbolic links below the folder lead to: they may lead elsewhere by now.
func Reread(dir, below string) ([]byte, error) {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, err
	}
	name := filepath.Join(root, below)
	if real, err := filepath.EvalSymlinks(name); err != nil || real != name {
		return nil, errors.Join(err, errLinked)
	}
	return read(name)
}
