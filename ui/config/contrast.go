package config

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"rihla/ui/theme"
	"rihla/ui/words"
)

// LowContrasts returns a problem for each colour option with too low a contrast, on the
// background of its palette or on that of the selection. Unlike the options of Problems,
// these remain in effect.
func (c *Config) LowContrasts() []Problem {
	out := c.lowContrasts(nil, "colors.dark", &c.Colors.Dark)
	out = c.lowContrasts(out, "colors.light", &c.Colors.Light)
	return append(out, c.skinContrasts()...)
}

// lowContrasts appends the problems of a palette, whose options are in a table of the file.
func (c *Config) lowContrasts(out []Problem, table string, p *theme.Palette) []Problem {
	usual := []color.Color{p.Ink} // text colours that the file does not set
	for _, part := range textColors {
		var texts []color.Color
		for _, text := range p.Part(part) {
			texts = append(texts, *text)
		}
		if _, isChosen := c.places[table+"."+part]; !isChosen {
			usual = append(usual, texts...)
			continue
		}
		out = c.addLowContrast(out, table+"."+part, texts, p.Paper, p.Selection)
	}
	return c.addLowContrast(out, table+".selection", usual, p.Selection)
}

// textColors lists the parts of a palette that are text colours.
var textColors = slices.DeleteFunc(slices.Clone(theme.Parts), func(part string) bool { return part == "selection" || part == "rule" })

// addLowContrast appends a problem for the lowest contrast between texts and backgrounds,
// if it is too low and the file sets the option.
func (c *Config) addLowContrast(out []Problem, option string, texts []color.Color, backgrounds ...color.Color) []Problem {
	at, isChosen := c.places[option]
	if !isChosen {
		return out
	}
	lowest, found := float64(theme.TextContrast), Problem{}
	for _, text := range texts {
		for _, background := range backgrounds {
			if ratio := theme.Contrast(text, background); ratio < lowest {
				lowest = ratio
				found = Problem{at, phrase{message: words.LowContrast, args: []any{option, theme.Hex(text), theme.Hex(background), decimal(ratio)}}, phrase{message: words.TextIsReadFrom, args: []any{decimal(theme.TextContrast)}}}
			}
		}
	}
	if lowest < theme.TextContrast {
		out = append(out, found)
	}
	return out
}

// decimal returns a function that formats n with one decimal, rounded down, in a language.
func decimal(n float64) func(*words.Language) string {
	return func(w *words.Language) string { return w.Decimal(strconv.FormatFloat(math.Floor(n*10)/10, 'f', 1, 64)) }
}
