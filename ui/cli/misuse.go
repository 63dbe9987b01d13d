package cli

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rihla/ui/words"
)

// misuse returns an error of the command line. Without a hint, it refers to the
// help of the command.
func (a *app) misuse(cmd *cobra.Command, text, hint string) failure {
	if hint == "" {
		hint = a.words.Say(words.SeeHelp, cmd.CommandPath())
	}
	return fail(misused, text, hint)
}

// needs requires an argument; text is the error without one.
func (a *app) needs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.misuse(cmd, what, "")
		}
		return nil
	}
}

// paths rejects several paths if one of them cannot be part of a path list.
func (a *app) paths(cmd *cobra.Command, args []string) error {
	if len(args) < 2 {
		return nil
	}
	switch {
	case cmd.HasParent() || exists(args[0]):
	case isPathLike(args[0]):
		return a.noSuchPath(cmd, args[0])
	default:
		return a.unknownCommand(cmd, args[0])
	}
	for _, path := range args {
		if strings.ContainsRune(path, filepath.ListSeparator) {
			return a.misuse(cmd, a.words.Say(words.PathWithSeparator, brief(path), string(filepath.ListSeparator)), "")
		}
	}
	return nil
}

// atMost accepts up to n arguments.
func (a *app) atMost(most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) > most && cmd.HasSubCommands():
			return a.unknownCommand(cmd, args[most])
		case len(args) > most:
			return a.misuse(cmd, a.words.Say(words.UnexpectedArgument, brief(args[most]), cmd.CommandPath()), "")
		}
		return nil
	}
}

// unknownCommand returns the error of an unknown subcommand.
func (a *app) unknownCommand(cmd *cobra.Command, name string) failure {
	return a.misuse(cmd, a.words.Say(words.UnknownCommand, brief(name)), a.didYouMean(name, commandsOf(cmd)))
}

// asking are the commands with a query.
var asking = []string{"search", "list", "brief", "export", "matrix", "timeline", "map"}

// badFlag translates the error of a flag.
func (a *app) badFlag(cmd *cobra.Command, err error) error {
	w := a.words
	switch e := err.(type) {
	case *pflag.NotExistError:
		name := "--" + e.GetSpecifiedName()
		short := e.GetSpecifiedShortnames()
		isShort := short != ""
		if isShort {
			name = "-" + short
		}
		var names []meaning
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, itself("--"+f.Name)) })
		hint := a.didYouMean(name, names)
		if isShort && slices.Contains(asking, cmd.Name()) {
			hint = w.Say(words.DashesFollow)
		}
		return a.misuse(cmd, w.Say(words.UnknownFlag, brief(name)), hint)
	case *pflag.ValueRequiredError:
		return a.misuse(cmd, w.Say(words.FlagNeedsValue, "--"+e.GetFlag().Name), "")
	case *pflag.InvalidValueError:
		if errors.Is(e, errTwice) {
			return a.misuse(cmd, w.Say(words.GivenTwice, "--"+e.GetFlag().Name), "")
		}
		hint := ""
		if takes := takes(""); errors.As(e, &takes) {
			hint = string(takes)
		}
		return a.misuse(cmd, w.Say(words.BadFlagValue, "--"+e.GetFlag().Name, brief(e.GetValue())), hint)
	case *pflag.InvalidSyntaxError:
		return a.misuse(cmd, w.Say(words.UnknownFlag, brief(e.GetSpecifiedFlag())), "")
	}
	return err
}

// takes is the error of an invalid value: what the flag takes.
type takes string

func (t takes) Error() string { return string(t) }

// language is a flag with a language of the interface.
type language struct {
	lang *string
	say  *words.Language
}

func (l language) String() string {
	if l.lang == nil {
		return ""
	}
	return *l.lang
}

func (l language) Type() string { return "string" }

func (l language) Set(value string) error {
	if tags := words.LanguageTags(); !slices.Contains(tags, value) {
		return takes(l.say.Say(words.UseOneOf, l.say.OrList(tags)))
	}
	*l.lang = value
	return nil
}

// number is a flag with an integer from 0.
type number struct {
	n   *int
	say *words.Language
}

func (n number) String() string {
	if n.n == nil {
		return ""
	}
	return strconv.Itoa(*n.n)
}

func (n number) Type() string { return "int" }

func (n number) Set(value string) error {
	given, err := strconv.Atoi(value)
	if err != nil || given < 0 {
		return takes(n.say.Say(words.UseOneOf, n.say.Say(words.WholeNumber)))
	}
	*n.n = given
	return nil
}

// errTwice is the error of a repeated flag.
var errTwice = errors.New("given twice")

// single is the value of a string flag that may be given only once.
type single struct {
	value *string
	app   *app
	isSet bool
}

func (s *single) String() string {
	if s.value == nil {
		return ""
	}
	return *s.value
}

func (s *single) Type() string { return "string" }

func (s *single) Set(value string) error {
	if s.isSet && !s.app.isCompleting { // completion parses the command line twice
		return errTwice
	}
	*s.value, s.isSet = value, true
	return nil
}
