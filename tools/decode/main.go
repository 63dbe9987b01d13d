// Command decode decodes TOML files whole, one after the other, with
// BurntSushi/toml alone, and prints the milliseconds that it took: the peer of
// the benchmarks.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

func main() {
	began := time.Now()
	err := filepath.WalkDir(os.Args[1], func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".toml") {
			return err
		}
		var into map[string]any
		_, err = toml.DecodeFile(path, &into)
		return err
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(float64(time.Since(began)) / float64(time.Millisecond))
}
