package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"rihla/tools/terminal"
)

// patience is what screens that differ are given before they are compared
// again.
const patience = 250 * time.Millisecond

// compare plays the keys on both builds and returns the number of screens
// that differ.
func compare(old, new, path string, s terminal.Size, set settings) (int, error) {
	var args []string
	if path != "-" {
		args = []string{path}
	}
	a, err := terminal.Start(old, args, terminal.Options{Size: s, Env: set.env})
	if err != nil {
		return 0, err
	}
	defer a.Close()
	b, err := terminal.Start(new, args, terminal.Options{Size: s, Env: set.env})
	if err != nil {
		return 0, err
	}
	defer b.Close()
	differing := 0
	for i := range len(set.keys) + 1 {
		if i > 0 {
			if err := errors.Join(a.Press(set.keys[i-1]), b.Press(set.keys[i-1])); err != nil {
				return differing, fmt.Errorf("%s %dx%d, after %s: %w", path, s.Width, s.Height, strings.Join(set.keys[:i], " "), err)
			}
		}
		terminal.Settle(a, b)
		lines := difference(a.Grid(), b.Grid(), set)
		for wait := patience; len(lines) > 0 && wait <= 4*patience; wait *= 2 { // one of them may be late
			time.Sleep(wait)
			lines = difference(a.Grid(), b.Grid(), set)
		}
		if len(lines) == 0 {
			continue
		}
		differing++
		if differing <= set.shown {
			fmt.Printf("\n%s %dx%d, key %d of:\n  %s\n", path, s.Width, s.Height, i, strings.Join(set.keys[:i], " "))
			for _, line := range lines {
				fmt.Println(line)
			}
		}
	}
	return differing, nil
}

// difference describes the lines that differ, in text or in style.
func difference(a, b uv.ScreenBuffer, set settings) []string {
	var out []string
	for y := range a.Height() {
		was, is := text(a, y), text(b, y)
		if set.ignore != nil && (set.ignore.MatchString(was) || set.ignore.MatchString(is)) {
			continue
		}
		if was != is {
			out = append(out, fmt.Sprintf("  %3d - %s", y, was), fmt.Sprintf("      + %s", is))
			continue
		}
		for x := range a.Width() {
			p, q := a.CellAt(x, y), b.CellAt(x, y)
			if !sameStyle(p, q) {
				out = append(out, fmt.Sprintf("  %3d ~ %s", y, was), fmt.Sprintf("        column %d: %+v, %+v", x, p.Style, q.Style))
				break
			}
		}
	}
	return out
}

func text(buffer uv.ScreenBuffer, y int) string {
	var b strings.Builder
	for x := 0; x < buffer.Width(); {
		cell := buffer.CellAt(x, y)
		if cell == nil || cell.Content == "" {
			b.WriteByte(' ')
			x++
			continue
		}
		b.WriteString(cell.Content)
		x += max(1, cell.Width)
	}
	return strings.TrimRight(b.String(), " ")
}

func sameStyle(a, b *uv.Cell) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Style.Equal(&b.Style)
}
