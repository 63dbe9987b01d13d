package config

import (
	"maps"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// Print returns what is in force as a file that says the same: what is set stands as it
// is, and the defaults commented out. Comments are in a language.
func (c *Config) Print(w *words.Language) string {
	p := printing{Config: c, words: w}
	p.comment(w.Say(words.ConfigHead))
	from := words.ConfigSaveAs
	if c.IsThere {
		from = words.ConfigIsFrom
	}
	p.comment(w.Say(from, safe.Line(c.File)))
	for _, o := range Options() {
		if o.Table == "" {
			p.option(o)
		}
	}
	for _, t := range Tables {
		p.out.WriteString("\n")
		p.comment(w.Say(t.Help))
		p.out.WriteString("[" + t.Name + "]\n")
		switch t.Name {
		case columnsTable:
			p.columns()
		case keysTable:
			p.keys()
		}
		for _, o := range Options() {
			if o.Table == t.Name {
				p.option(o)
			}
		}
	}
	p.bases()
	p.commands()
	return p.out.String()
}

type printing struct {
	*Config
	words *words.Language
	out   strings.Builder
}

func (p *printing) comment(text string) { p.out.WriteString("# " + text + "\n") }

// option prints an option: at the top, with its help above it, in a table behind it.
func (p *printing) option(o *Option) {
	variable, isSet := p.set[o.Path()]
	help := p.words.Say(o.Help)
	if o.Table == "" {
		p.out.WriteString("\n")
		p.comment(help + p.words.Colon + o.Takes(p.words))
		help = ""
	}
	if variable != "" {
		help = p.words.Say(words.ConfigSetBy, variable)
	}
	p.line(o.Name, o.toml(&p.Settings), isSet, help)
}

func (p *printing) line(name, value string, isSet bool, note string) {
	if !isSet {
		p.out.WriteString("# ")
	}
	p.out.WriteString(name + " = " + value)
	if note != "" {
		p.out.WriteString("  # " + note)
	}
	p.out.WriteString("\n")
}

func (p *printing) columns() {
	if len(p.Columns) == 0 {
		p.line("company", `["founded", "headquarters"]`, false, p.words.Say(words.AnExample))
	}
	for _, kind := range slices.Sorted(maps.Keys(p.Columns)) {
		p.line(kb.QuoteKey(kind), listOfTexts(p.Columns[kind]), true, "")
	}
}

func (p *printing) keys() {
	for _, a := range keys.Choosable() {
		names, isSet := keys.UsualKeys(a), false
		if at := slices.IndexFunc(p.Keys, func(c keys.Choice) bool { return c.Action == a }); at >= 0 {
			names, isSet = p.Keys[at].Keys, true
		}
		shown := make([]string, len(names))
		for i, name := range names {
			shown[i] = keys.Typed(name)
		}
		p.line(keys.ConfiguredName(a), listOfTexts(shown), isSet, p.words.Say(keys.Meant(a)))
	}
}
