// Command contactsheet shows every screen of rihla in one picture:
//
//	go run ./tools/contactsheet -o sheet.svg [PATH...]
//
// A PATH is a knowledge base, "-" the built-in one, which is shown where none is
// given. Each column is a base in one size, background and language; each row is a
// scene: the keys that lead to a screen. Each key waits until what was asked for is
// read and drawn.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"rihla/tools/terminal"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "contactsheet:", err)
		os.Exit(1)
	}
}

func run() error {
	out := flag.String("o", "sheet.svg", "file of the picture")
	sizes := flag.String("sizes", "40x12,80x24,120x36,200x60", "sizes of the terminal, separated by commas")
	backgrounds := flag.String("backgrounds", "dark,light", "backgrounds of the terminal")
	languages := flag.String("langs", "en,fr", "languages of the interface")
	only := flag.String("scenes", "", "regular expression of the scenes to show")
	program := flag.String("rihla", "", "executable to show, built from this checkout unless it is given")
	flag.Parse()

	pattern, err := regexp.Compile(*only)
	if err != nil {
		return err
	}
	columns, err := columnsOf(*sizes, *backgrounds, *languages, flag.Args())
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "contactsheet")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	if *program == "" {
		*program = filepath.Join(temp, "rihla")
		build := exec.Command("go", "build", "-o", *program, ".")
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return err
		}
	}
	if err := takeLong(*program, columns); err != nil {
		return err
	}
	var sheet sheet
	for _, c := range columns {
		screens, err := c.visit(*program, pattern)
		if err != nil {
			return fmt.Errorf("%s: %w", c, err)
		}
		sheet.add(c, screens)
	}
	return os.WriteFile(*out, sheet.svg(), 0o644)
}

// columnsOf combines the sizes, backgrounds, languages and bases that are asked for.
func columnsOf(sizes, backgrounds, languages string, paths []string) ([]column, error) {
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	var out []column
	for _, path := range paths {
		for text := range strings.SplitSeq(sizes, ",") {
			size, err := terminal.ParseSize(text)
			if err != nil {
				return nil, err
			}
			for background := range strings.SplitSeq(backgrounds, ",") {
				shades, ok := byBackground[background]
				if !ok {
					return nil, fmt.Errorf("background %q: it is dark or light", background)
				}
				for lang := range strings.SplitSeq(languages, ",") {
					out = append(out, column{path: path, size: size, background: background, shades: shades, lang: lang})
				}
			}
		}
	}
	return out, nil
}
