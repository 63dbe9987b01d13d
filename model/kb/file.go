package kb

import (
	"bytes"
	"sort"
	"strconv"
	"sync"
	"unicode/utf8"
	"unsafe"
)

// Pos is a place in a file: the index of the file into KB.Files, and a byte offset
// into its text. It is small because every value has one; KB.Position converts it.
type Pos struct {
	File   uint32
	Offset uint32
}

// Position is a place in a file in the form that people and editors use. Line
// and Column count from 1, columns in characters (Unicode code points). Line 0
// stands for the file as a whole.
type Position struct {
	File   string
	Line   int
	Column int
}

// Before reports whether p comes before q in the same file.
func (p Position) Before(q Position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

// String formats the position as file:line:column.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// ManifestPath is the path of a folder's manifest below its root.
const ManifestPath = "kb.toml"

// File is one TOML file of a knowledge base.
type File struct {
	Path string // below the root, with forward slashes
	Text []byte // as it was read; never modified

	complete func() // of a lazy file

	// lines[i] is the number of newlines before byte i*lineStride, once counted.
	lines   []uint32
	counted sync.Once
}

const lineStride = 1 << 14

// NewFile returns a file of a path and a text, which must not change afterwards.
func NewFile(path string, text []byte) *File { return &File{Path: path, Text: text} }

// NewLazyFile returns a file whose text is read by and by, into memory of its size.
// complete reads the rest of it, and may be called from any goroutine; it is called
// before lines are counted.
func NewLazyFile(path string, text []byte, complete func()) *File {
	return &File{Path: path, Text: text, complete: complete}
}

// slice returns a part of the text as a string that shares its memory.
func (f *File) slice(from, bytes int) string { return unsafe.String(&f.Text[from], bytes) }

// find returns the offset of a string that shares the memory of the text.
func (f *File) find(s string) (from int, ok bool) {
	begin, at := uintptr(unsafe.Pointer(unsafe.SliceData(f.Text))), uintptr(unsafe.Pointer(unsafe.StringData(s)))
	if len(s) > len(f.Text) || at < begin || at-begin > uintptr(len(f.Text)-len(s)) {
		return 0, false
	}
	return int(at - begin), true
}

func (f *File) count() {
	if f.complete != nil {
		f.complete()
	}
	f.lines = make([]uint32, 0, len(f.Text)/lineStride+1)
	n := uint32(0)
	for at := 0; at <= len(f.Text); at += lineStride {
		f.lines = append(f.lines, n)
		n += uint32(bytes.Count(f.Text[at:min(at+lineStride, len(f.Text))], newline))
	}
}

var newline = []byte{'\n'}

// Line returns the line of a number, counted from 1, without its line break and
// without a byte order mark. It is empty if there is no such line.
func (f *File) Line(n int) string {
	if n < 1 {
		return ""
	}
	f.counted.Do(f.count)
	stride := sort.Search(len(f.lines), func(i int) bool { return int(f.lines[i]) >= n }) - 1
	at := stride * lineStride
	for line := int(f.lines[stride]) + 1; line < n; line++ {
		next := bytes.IndexByte(f.Text[at:], '\n')
		if next < 0 {
			return ""
		}
		at += next + 1
	}
	start := bytes.LastIndexByte(f.Text[:at], '\n') + 1
	text := f.Text[start:]
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		text = text[:end]
	}
	if start == 0 {
		text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	}
	return string(bytes.TrimSuffix(text, []byte("\r")))
}

// Position returns the line and column of a byte offset. An offset beyond the end
// of the file is taken as its end. A byte order mark has no column of its own.
func (f *File) Position(offset int) Position {
	f.counted.Do(f.count)
	offset = max(0, min(offset, len(f.Text)))
	at := offset / lineStride
	line := int(f.lines[at]) + bytes.Count(f.Text[at*lineStride:offset], newline)
	start := bytes.LastIndexByte(f.Text[:offset], '\n') + 1
	text := f.Text[start:offset]
	if start == 0 {
		text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	}
	return Position{File: f.Path, Line: line + 1, Column: utf8.RuneCount(text) + 1}
}
