package main

import (
	"fmt"
	"image/color"
	"path/filepath"
	"regexp"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"rihla/tools/terminal"
)

// scene is a screen and the keys that lead to it from the first frame, separated by
// spaces. A text after ":" is typed as it is.
type scene struct{ name, keys string }

// scenes are in the order of the picture. "1" first leads to a list, wherever a base
// opens; what a base does not have is shown as rihla says so.
var scenes = []scene{
	{"first frame", ""},
	{"overview", "0"},
	{"overview, below", "0 G"},
	{"list", "2"},
	{"list, filtered", "2 / :a enter"},
	{"list, nothing found", "2 / :qqzz enter"},
	{"last tab", "shift+tab"},
	{"sheet", "2 z"},
	{"sheet, to the right", "2 z right right right"},
	{"detail", "2 enter"},
	{"detail, below", "2 enter pgdown"},
	{"detail, link", "2 enter tab tab"},
	{"text found", "2 enter f :e enter"},
	{"tabs", "2 t"},
	{"palette", ":"},
	{"palette, typing", ": :or"},
	{"palette, a command", ": :che"},
	{"facets", "2 f"},
	{"frequencies, columns", "2 F"},
	{"frequencies", "2 F enter"},
	{"sort", "2 S"},
	{"columns", "2 c"},
	{"source", "2 enter tab s"},
	{"what falls with a source", "2 enter x"},
	{"marked", "2 space down space m"},
	{"copy", "2 y"},
	{"views", "2 v"},
	{"graph", "2 v g"},
	{"graph, two hops", "2 v g +"},
	{"path, other end", "2 v p"},
	{"path", "2 v p :ust enter"},
	{"timeline", "2 v t"},
	{"map", "3 v m"},
	{"matrix", "2 v x"},
	{"comparison", "2 space down space ="},
	{"inference", "2 i"},
	{"problems", "!"},
	{"brief", "2 : :brief enter"},
	{"gaps", "2 : :gaps enter"},
	{"suggestions", "2 : :suggest enter"},
	{"reference day", "2 @"},
	{"help", "?"},
	{"help, of a list", "2 ?"},
	{"no meaning here", "2 #"},
}

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
	var args []string
	if c.path != "-" {
		args = []string{c.path}
	}
	t, err := terminal.Start(program, args, terminal.Options{Size: c.size, Env: []string{"RIHLA_LANG=" + c.lang}, Background: c.shades.paper})
	if err != nil {
		return uv.ScreenBuffer{}, err
	}
	defer t.Close()
	terminal.Settle(t)
	for key := range strings.FieldsSeq(s.keys) {
		for _, k := range typed(key) {
			if err := t.Press(k); err != nil {
				return uv.ScreenBuffer{}, err
			}
			terminal.Settle(t)
		}
	}
	return t.Grid(), nil
}

// typed returns the keys of a word of a scene.
func typed(word string) []string {
	if len(word) < 2 || word[0] != ':' {
		return []string{word}
	}
	return strings.Split(word[1:], "")
}
