package config

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/tui/command"
	"rihla/ui/tui/editor"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// CommandOption is an option of a user command.
type CommandOption struct {
	Name string
	Help words.Message

	takes    func(*words.Language) string
	example  string // in TOML
	isNeeded bool
	// set assigns a value. It returns whether the value is valid, and the problem if a
	// value of the right type is not.
	set func(c *command.Command, v kb.Value) (problem *phrase, ok bool)
	// toml returns the value in TOML, or "" for the default.
	toml func(c *command.Command) string
}

// Takes describes the valid values of the option.
func (o *CommandOption) Takes(w *words.Language) string { return o.takes(w) }

// usualPlaces are the default scopes of a command's key.
const usualPlaces = keys.InList | keys.InDetail

// exampleKey is a key without a default binding.
const exampleKey = "ctrl-g"

// CommandOptions lists the options of a command, in the order of the file.
var CommandOptions = []CommandOption{
	{
		Name: "key", Help: words.CommandKey, takes: said(words.TakesKey, kb.Quote(exampleKey)), example: kb.Quote(exampleKey), isNeeded: true,
		set: func(c *command.Command, v kb.Value) (*phrase, bool) {
			name, ok := keys.Parse(v.Str)
			if v.Type != kb.String {
				return nil, false
			}
			c.Key = name
			return &phrase{message: words.NotAKey, args: []any{quotedText(v.Str)}}, ok
		},
		toml: func(c *command.Command) string { return kb.Quote(keys.Typed(c.Key)) },
	},
	{
		Name: "title", Help: words.CommandTitle, takes: said(words.TakesText), example: kb.Quote("history of the file"), isNeeded: true,
		set:  line(func(c *command.Command) *string { return &c.Title }),
		toml: func(c *command.Command) string { return kb.Quote(c.Title) },
	},
	{
		Name: "name", Help: words.CommandName, takes: said(words.TakesText),
		set: line(func(c *command.Command) *string { return &c.Name }),
		toml: func(c *command.Command) string {
			if c.Name == c.Title {
				return ""
			}
			return kb.Quote(c.Name)
		},
	},
	{
		Name: "run", Help: words.CommandRun, takes: said(words.TakesRun), example: kb.Quote("git log --follow -- {file}"), isNeeded: true,
		set:  setRun,
		toml: func(c *command.Command) string { return listOfTexts(c.Words) },
	},
	{
		Name: "scope", Help: words.CommandScope, takes: said(words.TakesPlaces, strings.Join(quotedAll(keys.PlaceNames()), " ")),
		set: func(c *command.Command, v kb.Value) (*phrase, bool) {
			c.Scope = 0
			for _, name := range textOrTexts(v) {
				at := keys.PlaceNamed(name)
				if at == 0 {
					return nil, false
				}
				c.Scope |= at
			}
			return nil, c.Scope != 0
		},
		toml: func(c *command.Command) string {
			if c.Scope == usualPlaces {
				return ""
			}
			return listOfTexts(slices.DeleteFunc(keys.PlaceNames(), func(name string) bool { return c.Scope&keys.PlaceNamed(name) == 0 }))
		},
	},
	{
		Name: "kinds", Help: words.CommandKinds, takes: said(words.TakesText),
		set: func(c *command.Command, v kb.Value) (*phrase, bool) {
			c.Kinds = textOrTexts(v)
			return nil, len(c.Kinds) > 0
		},
		toml: func(c *command.Command) string {
			if len(c.Kinds) == 0 {
				return ""
			}
			return listOfTexts(c.Kinds)
		},
	},
	{
		Name: "output", Help: words.CommandOutput, takes: func(w *words.Language) string { return w.OrList(quotedAll(outputs)) },
		set: func(c *command.Command, v kb.Value) (*phrase, bool) {
			c.Output = command.Output(v.Str)
			return nil, v.Type == kb.String && slices.Contains(outputs, v.Str)
		},
		toml: func(c *command.Command) string {
			if c.Output == command.Page {
				return ""
			}
			return kb.Quote(string(c.Output))
		},
	},
	{
		Name: "timeout", Help: words.CommandTimeout, takes: said(words.TakesSeconds, strconv.Itoa(int(command.MostTimeout.Seconds()))),
		set: func(c *command.Command, v kb.Value) (*phrase, bool) {
			n, err := strconv.Atoi(v.Str)
			c.Timeout = time.Duration(n) * time.Second
			return nil, v.Type == kb.Int && err == nil && n > 0 && n <= int(command.MostTimeout.Seconds())
		},
		toml: func(c *command.Command) string {
			if c.Timeout == command.UsualTimeout {
				return ""
			}
			return strconv.Itoa(int(c.Timeout.Seconds()))
		},
	},
	{
		Name: "override", Help: words.CommandOverride, takes: said(words.TakesSwitch),
		set: func(c *command.Command, v kb.Value) (*phrase, bool) {
			c.Overrides = v.Str == "true"
			return nil, v.Type == kb.Bool
		},
		toml: func(c *command.Command) string {
			if !c.Overrides {
				return ""
			}
			return "true"
		},
	},
}

var outputs = []string{string(command.Page), string(command.None), string(command.Terminal)}

func quotedAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = kb.Quote(text)
	}
	return out
}

// textOrTexts returns a string or the elements of a list of strings; nil for any other
// value.
func textOrTexts(v kb.Value) []string {
	if v.Type == kb.String {
		return []string{v.Str}
	}
	texts, _ := textsOf(v)
	return texts
}

// line returns a setter for a string of one line.
func line(of func(*command.Command) *string) func(*command.Command, kb.Value) (*phrase, bool) {
	return func(c *command.Command, v kb.Value) (*phrase, bool) {
		text := strings.TrimSpace(safe.Line(v.Str))
		*of(c) = text
		return nil, v.Type == kb.String && text != ""
	}
}

func setRun(c *command.Command, v kb.Value) (*phrase, bool) {
	list, ok := textsOf(v)
	if v.Type == kb.String {
		var err error
		if list, err = editor.Split(v.Str); err != nil && v.Str != "" {
			return &phrase{message: words.NotACommand, args: []any{quotedText(v.Str)}}, false
		}
		ok = true
	}
	if !ok {
		return nil, false
	}
	t, err := command.Parse(list)
	c.Template = t
	var unknown command.UnknownPlaceholder
	switch {
	case err == nil:
		return nil, true
	case errors.As(err, &unknown):
		return &phrase{message: words.UnknownPlaceholder, args: []any{quotedText(unknown.Text), strings.Join(command.Placeholders, " ")}}, false
	case errors.Is(err, command.ErrPlaceholderProgram):
		return &phrase{message: words.PlaceholderProgram}, false
	case errors.Is(err, command.ErrRelativeProgram):
		return &phrase{message: words.RelativeProgram, args: []any{quotedText(list[0])}}, false
	case errors.Is(err, command.ErrInScript):
		return &phrase{message: words.PlaceholderInScript}, false
	}
	return nil, false
}

// commands reads the user commands. It skips commands with a problem.
func (r *reading) commands(e kb.Entry) {
	if e.Value.Type != kb.List || slices.ContainsFunc(e.Value.Items, func(item kb.Entry) bool { return item.Value.Type != kb.Table }) {
		r.cannotBe(commandsTable, e.Value, said(words.TakesCommands))
		return
	}
	for _, item := range e.Value.Items {
		switch c, at, ok := r.command(item.Value); {
		case ok && len(r.Commands) == keys.MostOwn:
			r.problemAt(at, phrase{message: words.TooManyCommands, args: []any{strconv.Itoa(keys.MostOwn)}}, phrase{})
		case ok:
			r.Commands, r.added = append(r.Commands, c), append(r.added, at)
		}
	}
}

// command reads a command and the position of its key.
func (r *reading) command(table kb.Value) (c command.Command, at kb.Pos, ok bool) {
	c = command.Command{Output: command.Page, Timeout: command.UsualTimeout}
	c.Scope = usualPlaces
	var given []string
	ok = true
	for _, e := range table.Items {
		given = append(given, e.Key)
		i := slices.IndexFunc(CommandOptions, func(o CommandOption) bool { return o.Name == e.Key })
		if i < 0 {
			var names []string
			for _, o := range CommandOptions {
				names = append(names, o.Name)
			}
			r.problemAt(e.KeyPos, phrase{message: words.UnknownOption, args: []any{quotedText(commandsTable + "." + e.Key)}}, meant(e.Key, names, words.LeaveOutOption))
			continue
		}
		o := &CommandOptions[i]
		if o.Name == "key" {
			at = e.Value.Pos
		}
		problem, isTaken := o.set(&c, e.Value)
		switch {
		case isTaken:
			continue
		case problem != nil:
			r.problemAt(e.Value.Pos, *problem, phrase{message: words.UseOneOf, args: []any{o.takes}})
		default:
			r.cannotBe(commandsTable+"."+e.Key, e.Value, o.takes)
		}
		ok = false
	}
	for _, o := range CommandOptions {
		if o.isNeeded && !slices.Contains(given, o.Name) {
			r.problemAt(table.Pos, phrase{message: words.CommandLacks, args: []any{o.Name}}, phrase{message: words.WriteOption, args: []any{o.Name, o.takes}})
			ok = false
		}
	}
	if c.Name == "" {
		c.Name = c.Title
	}
	return c, at, ok
}

// bindCommands binds the keys of the commands. It removes commands whose keys conflict.
func (r *reading) bindCommands() {
	own := make([]keys.Own, len(r.Commands))
	for i, c := range r.Commands {
		own[i] = c.Own
	}
	bindings, conflicts := r.Bindings.With(own)
	for _, c := range slices.Backward(conflicts) {
		r.commandConflict(c, own)
		r.Commands, own = slices.Delete(r.Commands, c.Own, c.Own+1), slices.Delete(own, c.Own, c.Own+1)
	}
	if len(conflicts) > 0 {
		bindings, _ = r.Bindings.With(own)
	}
	if len(r.Commands) == 0 {
		r.Commands = nil
	}
	r.Bindings = bindings
}

// commandConflict reports why the key of a command cannot be bound.
func (r *reading) commandConflict(c keys.OwnConflict, own []keys.Own) {
	shown, title := keys.Typed(own[c.Own].Key), quotedText(own[c.Own].Title)
	says, remedy := phrase{message: words.KeyIsFixed, args: []any{shown, title}}, phrase{message: words.ChooseAnother}
	if n, isOwn := c.With.Own(); isOwn {
		says = phrase{message: words.KeyIsTaken, args: []any{shown, quotedText(own[n].Title)}}
	} else if !c.IsFixed {
		says = phrase{message: words.KeyIsTaken, args: []any{shown, keys.ConfiguredName(c.With)}}
		remedy = phrase{message: words.ChooseOrOverride}
	}
	r.problemAt(r.added[c.Own], says, remedy)
}

// commands prints the commands, or an example if there are none.
func (p *printing) commands() {
	p.out.WriteString("\n")
	p.comment(p.words.Say(words.OptionCommands))
	for i, c := range p.Commands {
		if i > 0 {
			p.out.WriteString("\n")
		}
		p.out.WriteString("[[" + commandsTable + "]]\n")
		for _, o := range CommandOptions {
			if value := o.toml(&c); value != "" {
				p.line(o.Name, value, true, "")
			}
		}
	}
	if len(p.Commands) > 0 {
		return
	}
	p.comment("[[" + commandsTable + "]]")
	for _, o := range CommandOptions {
		if o.example != "" {
			p.line(o.Name, o.example, false, p.words.Say(words.AnExample))
		}
	}
}
