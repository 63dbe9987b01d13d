package present

import "rihla/ui/safe"

// Medium is what the texts of a voice are written to. It decides which characters they
// may hold.
type Medium uint8

// The media.
const (
	Terminal Medium = iota // texts are as safe.Line and safe.Text make them
	Document               // texts are as safe.Document makes them
	Data                   // texts are the values themselves, which the writer of the format escapes
)

// Line returns a text on one line, as the medium may hold it. Data keep their line
// breaks.
func (v Voice) Line(s string) string {
	switch v.Medium {
	case Document:
		return safe.Document(s)
	case Data:
		return s
	}
	return safe.Line(s)
}

// text is Line for a text of one or more lines.
func (v Voice) text(s string) string {
	switch v.Medium {
	case Document:
		return safe.Paragraphs(s)
	case Data:
		return s
	}
	return safe.Text(s)
}
