package page

import (
	"io"

	"rihla/ui/words"
)

// Writing is what can be written to a file.
type Writing struct {
	Title   words.Message // asks for the file
	Usual   string        // the name that is offered
	Endings []string      // of the names that are accepted, each of a format
	Label   string        // says what was written
	// To writes it in the format of an ending, beside the screen.
	To func(w io.Writer, ending string) error
}
