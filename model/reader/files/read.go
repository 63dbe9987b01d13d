package files

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"sync"
	"sync/atomic"

	"rihla/model/parallel"
)

// errTooLarge is returned for a file whose offsets do not fit a kb.Pos.
var errTooLarge = errors.New("larger than 4 GiB, which is more than can be read")

// read reads a whole file from disk.
func read(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return readStream(name, f)
	}
	return readRegular(f, info)
}

// readRegular reads a whole regular file.
func readRegular(f *os.File, info os.FileInfo) ([]byte, error) {
	if info.Size() > math.MaxUint32-1 {
		return nil, fmt.Errorf("%s: %w", f.Name(), errTooLarge)
	}
	text := make([]byte, info.Size())
	n, err := readParts(f, text)
	return text[:n], err
}

// partSize is the number of bytes that one goroutine reads at a time.
const partSize = 8 << 20

// readParts fills text from a file with several goroutines: most of the time is
// spent on page faults of the new memory. It returns the number of bytes read,
// which is less than len(text) if the file has been truncated meanwhile.
func readParts(f io.ReaderAt, text []byte) (int, error) {
	var next, end atomic.Int64 // the next part, and the end of the file as far as it is known
	end.Store(int64(len(text)))
	var failed atomic.Pointer[error]
	readNext := func() {
		for failed.Load() == nil {
			from := next.Add(partSize) - partSize
			if from >= end.Load() {
				return
			}
			part := text[from:min(from+partSize, int64(len(text)))]
			n, err := f.ReadAt(part, from)
			if err != nil && !errors.Is(err, io.EOF) {
				failed.Store(&err)
			}
			for stop := from + int64(n); n < len(part); {
				if have := end.Load(); have <= stop || end.CompareAndSwap(have, stop) {
					break
				}
			}
		}
	}
	var workers sync.WaitGroup
	for range min(parallel.Workers, 1+(len(text)-1)/partSize) {
		workers.Go(readNext)
	}
	workers.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return int(end.Load()), nil
}

// maxStream is the most that is read, in bytes, of a file that has no size: some never
// end.
const maxStream = 256 << 20

var errEndless = errors.New("has no size, and holds more than 256 MB")

// readStream reads a file that has no size, such as a pipe.
func readStream(name string, r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxStream+1))
	if err == nil && len(text) > maxStream {
		return nil, fmt.Errorf("%s: %w", name, errEndless)
	}
	return text, err
}
