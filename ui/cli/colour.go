package cli

import (
	"slices"

	"rihla/ui/words"
)

// The values of --color. With coloursAuto, the environment and the terminal decide.
const (
	coloursAuto   = "auto"
	coloursAlways = "always"
	coloursNever  = "never"
)

// isColourless reports whether colours are disabled. Flags take precedence over NO_COLOR,
// and NO_COLOR over FORCE_COLOR and CLICOLOR.
func (a *app) isColourless() bool {
	switch {
	case a.noColor || a.color == coloursNever:
		return true
	case a.color == coloursAlways:
		return false
	case a.getenv("NO_COLOR") != "" || a.getenv("FORCE_COLOR") == "0" || a.getenv("FORCE_COLOR") == "false":
		return true
	}
	return a.getenv("CLICOLOR") == "0" && !a.forcesColour()
}

// forcesColour reports whether colours are enabled even if the output is not a terminal.
// isColourless takes precedence.
func (a *app) forcesColour() bool {
	isOn := func(name string) bool { value := a.getenv(name); return value != "" && value != "0" }
	return a.color == coloursAlways || isOn("CLICOLOR_FORCE") || isOn("FORCE_COLOR")
}

// colouring is the value of the flag --color.
type colouring struct{ of *app }

func (c colouring) String() string {
	if c.of == nil {
		return ""
	}
	return c.of.color
}

func (c colouring) Type() string { return "string" }

func (c colouring) Set(value string) error {
	all := []string{coloursAuto, coloursAlways, coloursNever}
	if !slices.Contains(all, value) {
		return takes(c.of.words.Say(words.UseOneOf, c.of.words.OrList(all)))
	}
	c.of.color = value
	return nil
}
