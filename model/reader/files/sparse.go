package files

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"rihla/model/parallel"
)

// Sparse is the text of a regular file, of which parts are read when they are
// needed. Its methods may be called from any goroutine.
type Sparse struct {
	Text []byte // as long as the file was when it was opened; zero where nothing has been read

	file   io.ReaderAt
	parts  []sync.Once
	end    atomic.Int64 // of the file, as far as it is known
	failed atomic.Pointer[error]

	written time.Time // when the file had been written to last
}

// sparsePart is the number of bytes of a part.
const sparsePart = 16 << 10

// openSparse opens a file. It returns nil if it is not a regular one.
func openSparse(name string) (*Sparse, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, err
	}
	if info.Size() > math.MaxUint32-1 {
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, errTooLarge)
	}
	s := NewSparse(f, info.Size())
	s.written = info.ModTime()
	return s, nil
}

// NewSparse returns the text of a file of a size in bytes, less than 4 GiB. Complete
// closes an os.File.
func NewSparse(file io.ReaderAt, size int64) *Sparse {
	s := &Sparse{Text: make([]byte, size), file: file, parts: make([]sync.Once, (size+sparsePart-1)/sparsePart)}
	s.end.Store(size)
	return s
}

// ReadAt reads from the file, without adding to Text.
func (s *Sparse) ReadAt(p []byte, offset int64) (int, error) { return s.file.ReadAt(p, offset) }

// Copy reads a part of the file into memory of its own.
func (s *Sparse) Copy(from, to int) ([]byte, error) {
	lead := from % copyAlignment
	part := make([]byte, lead+to-from)[lead:]
	n, err := s.file.ReadAt(part, int64(from))
	if n == len(part) {
		return part, nil
	}
	return nil, err
}

// copyAlignment is that of offsets in the file and in memory, in bytes, with which
// reading takes the least time.
const copyAlignment = 64

// Need reads what is missing of a part of Text.
func (s *Sparse) Need(from, to int) {
	for i := from / sparsePart; i < len(s.parts) && i*sparsePart < to; i++ {
		s.parts[i].Do(func() { s.read(i * sparsePart) })
	}
}

// read reads one part.
func (s *Sparse) read(from int) {
	part := s.Text[from:min(from+sparsePart, len(s.Text))]
	n, err := s.file.ReadAt(part, int64(from))
	if err != nil && !errors.Is(err, io.EOF) {
		s.failed.Store(&err)
	}
	for stop := int64(from + n); n < len(part); {
		if have := s.end.Load(); have <= stop || s.end.CompareAndSwap(have, stop) {
			return
		}
	}
}

// Complete reads what is missing of Text, several parts at the same time. The text
// that it returns is another one if the file has been written to since it was opened.
func (s *Sparse) Complete() ([]byte, error) {
	parallel.Each((len(s.Text)+partSize-1)/partSize, func(i int) { s.Need(i*partSize, (i+1)*partSize) })
	f, isFile := s.file.(*os.File)
	if isFile {
		defer f.Close()
	}
	if err := s.failed.Load(); err != nil {
		return nil, *err
	}
	if isFile {
		now, err := f.Stat()
		if err != nil {
			return nil, err
		}
		if now.Size() != int64(len(s.Text)) || !now.ModTime().Equal(s.written) {
			return readRegular(f, now)
		}
	}
	return s.Text[:s.end.Load()], nil
}
