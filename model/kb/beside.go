package kb

import "errors"

// What reading a file beside the knowledge base may fail with, besides what the
// file system says.
var (
	ErrOutside  = errors.New("leads out of the folder of the knowledge base")
	ErrTooLarge = errors.New("larger than can be read")
)
