package main

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"rihla/tools/terminal"
)

// shades are the colours of a terminal.
type shades struct{ paper, ink color.RGBA }

var byBackground = map[string]shades{
	"dark":  {color.RGBA{0x16, 0x16, 0x1d, 0xff}, color.RGBA{0xdc, 0xd7, 0xba, 0xff}},
	"light": {color.RGBA{0xfa, 0xf8, 0xf0, 0xff}, color.RGBA{0x2a, 0x2a, 0x37, 0xff}},
}

// column is what all screens of a column share.
type column struct {
	path       string
	size       terminal.Size
	background string
	shades     shades
	lang       string
	takesLong  bool // to read, so that the program shows how far it is
}

func (c column) String() string {
	name := filepath.Base(c.path)
	if c.path == "-" {
		name = "built in"
	}
	return fmt.Sprintf("%s, %dx%d, %s, %s", name, c.size.Width, c.size.Height, c.background, c.lang)
}

// screen is what a scene looks like.
type screen struct {
	scene string
	grid  uv.ScreenBuffer
}

// visit plays the scenes whose names match the pattern.
func (c column) visit(program string, pattern *regexp.Regexp) ([]screen, error) {
	var out []screen
	for _, s := range scenes {
		if !pattern.MatchString(s.name) {
			continue
		}
		grid, err := c.play(program, s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		out = append(out, screen{s.name, grid})
	}
	return out, nil
}

// play starts the program anew, so that no scene depends on another.
func (c column) play(program string, s scene) (uv.ScreenBuffer, error) {
	state, err := os.MkdirTemp("", "contactsheet")
	if err != nil {
		return uv.ScreenBuffer{}, err
	}
	defer func() { _ = os.RemoveAll(state) }()
	t, err := c.start(program, state)
	if err != nil {
		return uv.ScreenBuffer{}, err
	}
	defer func() {
		if t != nil {
			t.Close()
		}
	}()
	c.settle(t)
	for key := range strings.FieldsSeq(s.keys) {
		if key == restart {
			t.Close()
			if t, err = c.start(program, state); err != nil {
				return uv.ScreenBuffer{}, err
			}
			c.settle(t)
			continue
		}
		for _, k := range typed(key) {
			if t.Press(k) != nil {
				return t.Grid(), nil // what the program wrote last is shown
			}
			c.settle(t)
		}
	}
	return t.Grid(), nil
}

// start starts the program, which keeps where the user was in the folder state.
func (c column) start(program, state string) (*terminal.Terminal, error) {
	var args []string
	if c.path != "-" {
		args = []string{c.path}
	}
	return terminal.Start(program, args, terminal.Options{Size: c.size, Env: []string{"RIHLA_LANG=" + c.lang, "XDG_STATE_HOME=" + state}, Background: c.shades.paper})
}

// typed returns the keys of a word of a scene.
func typed(word string) []string {
	if len(word) < 2 || word[0] != ':' {
		return []string{word}
	}
	return strings.Split(word[1:], "")
}
