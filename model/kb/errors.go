package kb

import "errors"

// The errors of KB.ReadFile, besides those of the file system.
var (
	ErrOutside  = errors.New("leads out of the folder of the knowledge base")
	ErrTooLarge = errors.New("larger than can be read")
)
