package scan

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"rihla/model/parallel"
)

// Headings are consecutive sections of a text, and the lines of their headers. The
// offset Name of a section is one in Text; all others are in the text itself. Parts
// is 1 for every header: parts are not counted.
type Headings struct {
	Sections []Section
	Text     []byte
}

// PieceSize is the number of bytes that one goroutine reads and scans at a time in
// ReadHeadings. Tests change it.
var PieceSize int64 = 256 << 10

// ReadHeadings returns the sections of a text of a size in bytes, less than 4 GiB, in
// order, without keeping the text and without looking for problems. Those of a valid
// text are those that Sections returns. A text that has become shorter is an error.
//
// Several pieces are read at the same time. A piece begins at a line that reads like
// a header, on the assumption that no value is open there. It is right if a
// statement of the piece before ends there; otherwise it is dropped, and the piece
// before goes on in its place.
func ReadHeadings(r io.ReaderAt, size int64) ([]Headings, error) {
	pieces := make([]piece, max(1, (size+PieceSize-1)/PieceSize))
	parallel.Each(len(pieces), func(i int) {
		pieces[i] = readPiece(r, size, int64(i)*PieceSize)
	})
	whole := pieces[:1:1]
	for _, next := range append(pieces[1:], piece{start: size}) {
		last := whole[len(whole)-1]
		if last.err == nil && next.start > last.end {
			last = resumePiece(r, size, last.end, next.start)
			whole = append(whole, last)
		}
		if err := errors.Join(last.err, next.err); err != nil {
			return nil, err
		}
		if next.start == last.end && next.start < size {
			whole = append(whole, next)
		}
	}
	return joinPieces(whole, size), nil
}

// joinPieces sets the ends of the sections.
func joinPieces(pieces []piece, size int64) []Headings {
	var out []Headings
	next := uint32(size)
	for _, p := range slices.Backward(pieces) {
		sections := p.headings.Sections
		for j := len(sections) - 1; j >= 0; j-- {
			sections[j].End = next
			next = sections[j].Start
		}
	}
	for _, p := range pieces {
		if len(p.headings.Sections) > 0 {
			out = append(out, p.headings)
		}
	}
	return out
}

// piece is what a part of a text from one line to another contains.
type piece struct {
	start, end int64 // start is negative if no line reads like a header
	headings   Headings
	err        error
}

// readPiece reads the piece that begins at the first line at or after from that
// reads like a header, or at the start of the text.
func readPiece(r io.ReaderAt, size, from int64) piece {
	w := newWindow(r, size, max(0, from-1))
	defer w.release()
	p := piece{start: -1}
	p.headings = Headings{make([]Section, 0, PieceSize/512), make([]byte, 0, PieceSize/16)}
	if p.err = w.fill(); p.err != nil {
		return p
	}
	if from == 0 {
		p.start = 0
		p.headings.Sections = append(p.headings.Sections, Section{})
		if bytes.HasPrefix(w.text, byteOrderMark) {
			w.at = len(byteOrderMark)
		}
	} else {
		found, err := w.seekHeader(from + PieceSize)
		if p.err = err; err != nil || !found {
			return p
		}
		p.start = w.base + int64(w.at)
	}
	p.read(w, from+PieceSize)
	return p
}

// resumePiece reads the piece that begins at the start of a statement.
func resumePiece(r io.ReaderAt, size, from, limit int64) piece {
	w := newWindow(r, size, from)
	defer w.release()
	p := piece{start: from}
	if p.err = w.fill(); p.err == nil {
		p.read(w, limit)
	}
	return p
}

// read reads statements until one that reads like a header, at or after a limit.
func (p *piece) read(w *window, limit int64) {
	for !w.scan(&p.headings, limit) {
		if p.err = w.fill(); p.err != nil {
			return
		}
	}
	p.end = w.base + int64(w.at)
}

// window is the part of a text that is in memory.
type window struct {
	r    io.ReaderAt
	size int64  // of the text
	base int64  // offset of the first byte that is in memory, a multiple of alignment
	text []byte // from there on
	at   int    // index into text, of the next line
}

// alignment is that of offsets in the text and in memory, in bytes. Copying from the
// one to the other takes several times as long if they differ.
const alignment = 64

var windows = sync.Pool{New: func() any { return new(window) }}

// newWindow returns a window with nothing in it, whose next line is at an offset.
func newWindow(r io.ReaderAt, size, at int64) *window {
	w := windows.Get().(*window)
	buffer := w.text[:0]
	if buffer == nil {
		buffer = make([]byte, 0, PieceSize+PieceSize/16+2*alignment)
	}
	base := at &^ (alignment - 1)
	*w = window{r: r, size: size, base: base, text: buffer, at: int(at - base)}
	return w
}

func (w *window) release() {
	w.r = nil
	windows.Put(w)
}

// isLast reports whether the window reaches the end of the text.
func (w *window) isLast() bool { return w.base+int64(len(w.text)) == w.size }

// fill forgets what precedes the next line, and reads on.
func (w *window) fill() error {
	drop := min(w.at, len(w.text)) &^ (alignment - 1)
	kept := len(w.text) - drop
	if kept == cap(w.text) {
		w.text = append(make([]byte, 0, 2*kept), w.text...)
	} else {
		copy(w.text, w.text[drop:])
	}
	w.base += int64(drop)
	w.at -= drop
	w.text = w.text[:min(int64(cap(w.text)), w.size-w.base)]
	n, err := w.r.ReadAt(w.text[kept:], w.base+int64(kept))
	if n == len(w.text)-kept {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// seekHeader moves to the first line after the current one that reads like a header;
// false if none does that begins before a limit.
func (w *window) seekHeader(limit int64) (bool, error) {
	for first := true; ; first = false {
		end := lineEnd(w.text, w.at)
		for end == len(w.text) && !w.isLast() {
			if err := w.fill(); err != nil {
				return false, err
			}
			end = lineEnd(w.text, w.at)
		}
		if !first && isHeader(w.text[w.at:end]) {
			w.skipQuotedHeader(end)
			return true, nil
		}
		if w.at = end; w.base+int64(end) >= min(limit, w.size) {
			return false, nil
		}
	}
}

// skipQuotedHeader moves from a line that reads like a header, and that ends at an
// index, to the next such line if a multi-line string is closed between the two that
// was not opened there.
func (w *window) skipQuotedHeader(end int) {
	for at := end; at < len(w.text); {
		next := lineEnd(w.text, at)
		if isHeader(w.text[at:next]) {
			if closesString(w.text[end:at]) {
				w.at = at
			}
			return
		}
		at = next
	}
}

// closesString reports whether the first three quotation marks of a text seem to close
// a multi-line string: nothing that a value follows precedes them.
func closesString(text []byte) bool {
	for _, quote := range []string{`"""`, "'''"} {
		if before, _, found := bytes.Cut(text, []byte(quote)); found {
			before = bytes.TrimRight(before, " \t")
			return len(before) == 0 || strings.IndexByte("=[,", before[len(before)-1]) < 0
		}
	}
	return false
}

// scan reads statements, and adds the headers to what has been found. It returns
// true at a statement that reads like a header, at or after a limit, and at the end
// of the text, and false at a statement that does not end in the window.
func (w *window) scan(found *Headings, limit int64) bool {
	for w.at < len(w.text) {
		to, certain := nextStatement(w.text, w.at)
		if certain {
			w.at = to
		}
		if ok, isDone := w.statements(found, to, limit); !ok {
			return isDone
		}
	}
	return w.isLast()
}

// statements reads statements up to one that begins after an offset into the window.
// It is not ok where scan has to return.
func (w *window) statements(found *Headings, to int, limit int64) (ok, isDone bool) {
	text, at := w.text, w.at
	stop := int(limit - w.base)
	for at < len(text) && at <= to {
		start, end := skipBlank(text, at), len(text)
		isHeading := false
		switch {
		case start == len(text):
		case text[start] == '\n':
			end = start + 1
		case text[start] == '#':
			end = lineEnd(text, start)
		case text[start] == '[':
			end = lineEnd(text, start)
			isHeading = true
		default:
			end = skipStatement(text, start)
		}
		if w.at = at; end == len(text) && !w.isLast() {
			return false, false
		}
		if isHeading {
			if at >= stop && isHeader(text[at:end]) {
				return false, true
			}
			found.add(text[start:end], uint32(w.base)+uint32(at), uint32(w.base)+uint32(start))
		}
		at = end
	}
	w.at = at
	return true, false
}

// add adds the section of a header, given from its first bracket to the end of its
// line, and the offsets of its line and of the bracket.
func (h *Headings) add(header []byte, line, at uint32) {
	section := Section{Start: line, Header: at, Parts: 1}
	name := 1
	if len(header) > 1 && header[1] == '[' {
		section.Array = true
		name = 2
	}
	name = skipBlank(header, name)
	section.Name = uint32(len(h.Text) + name)
	h.Text = append(h.Text, header...)
	h.Sections = append(h.Sections, section)
}

// skipStatement skips a key and its value. It returns the offset of the next line.
func skipStatement(text []byte, at int) int {
	at, _ = skipKey(text, at)
	if at == len(text) || text[at] != '=' {
		return lineEnd(text, at)
	}
	at = skipBlank(text, at+1)
	if at == len(text) {
		return at
	}
	switch text[at] {
	case '"', '\'':
		if isMultiLine(text, at) {
			at, _ = skipLines(text, at)
		}
	case '[', '{':
		at, _ = skipNested(text, at)
	}
	return lineEnd(text, at)
}
