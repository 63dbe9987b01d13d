package plain

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// command is what a line may ask for, with what follows its name.
type command struct {
	action keys.Action
	// letter is what the command is called here; the explorer's key where it is empty.
	letter string
	help   words.Message // the explorer's where it is none
	// outline is set where the outline of a large base is enough.
	outline bool
	run     func(d *dialogue, rest string)
}

// commands are all of them, in the order of the help. Their names are those of the
// palette. It is a function, since a page of the help is made from it.
func commands() []command {
	to := func(m maker) func(*dialogue, string) { return func(d *dialogue, _ string) { d.visit(m) } }
	return []command{
		{action: keys.Back, letter: "b", outline: true, run: func(d *dialogue, _ string) { d.walk(-1) }},
		{action: keys.Forward, outline: true, run: func(d *dialogue, _ string) { d.walk(1) }},
		{action: keys.Overview, outline: true, run: to(overviewPage)},
		{action: keys.ChooseTab, outline: true, run: to(tabsPage)},
		{action: keys.Sort, help: words.TypedSort, run: (*dialogue).sort},
		{action: keys.Facets, run: (*dialogue).facets},
		{action: keys.Frequency, run: (*dialogue).frequency},
		{action: keys.Source, run: (*dialogue).sources},
		{action: keys.Brief, letter: "B", run: aboutOne(briefPage)},
		{action: keys.Graph, run: (*dialogue).graph},
		{action: keys.Path, run: (*dialogue).path},
		{action: keys.Timeline, run: func(d *dialogue, _ string) { d.visit(timelinePage(d.page().about)) }},
		{action: keys.Map, run: (*dialogue).worldMap},
		{action: keys.Matrix, run: func(d *dialogue, rest string) { d.visit(matrixPage(d.page().about, rest)) }},
		{action: keys.Questions, run: func(d *dialogue, rest string) { d.visit(gapsPage(d.kindOf(rest))) }},
		{action: keys.Suggestions, run: to(suggestionsPage)},
		{action: keys.Problems, run: to(problemsPage)},
		{action: keys.Inference, run: to(inferencePage)},
		{action: keys.Retract, run: aboutOne(func(a kb.Address) maker { return retractionPage(a, false) })},
		{action: keys.Reprints, run: aboutOne(func(a kb.Address) maker { return retractionPage(a, true) })},
		{action: keys.ShowMarked, help: words.TypedMark, run: (*dialogue).mark},
		{action: keys.Compare, run: (*dialogue).compare},
		{action: keys.Edit, help: words.TypedEdit, run: (*dialogue).edit},
		{action: keys.Reload, run: (*dialogue).reload},
		{action: keys.Language, run: func(d *dialogue, _ string) { d.speak(d.words().Next().Tag, d.day) }},
		{action: keys.Day, run: (*dialogue).asOf},
		{action: keys.Help, outline: true, run: to(helpPage)},
		{action: keys.Quit, outline: true, run: func(d *dialogue, _ string) { d.isDone = true }},
	}
}

// The lines that no key stands for.
const (
	filterSign = "/"
	searchSign = ":"
	moreLetter = "n"
)

// obey does what a line asks for.
func (d *dialogue) obey(line string) {
	if take := d.asked; take != nil {
		d.asked = nil
		if line != "" {
			take(line)
		}
		return
	}
	switch number, isNumber := numberOf(line); {
	case line == "" || line == moreLetter:
		d.more()
	case isNumber:
		d.openNumber(number)
	case strings.HasPrefix(line, "["):
		d.openSource(line)
	case strings.HasPrefix(line, filterSign):
		d.filter(strings.TrimSpace(line[len(filterSign):]))
	case strings.HasPrefix(line, searchSign):
		d.search(strings.TrimSpace(line[len(searchSign):]))
	default:
		d.command(line)
	}
}

// numberOf reads a number, with or without its sign.
func numberOf(text string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(text, strings.TrimSpace(sign(0))[:1]))
	return n, err == nil && n >= 0 && text[0] != '+' && text[0] != '-' && text != "0"
}

// more says what comes next.
func (d *dialogue) more() {
	p := d.page()
	if d.here().next >= p.size {
		d.say(words.NothingMore)
		return
	}
	d.screen()
}

// openNumber opens what has a number on the page.
func (d *dialogue) openNumber(number int) {
	if t, ok := d.page().open(number); ok && t.open != nil {
		d.visit(t.open)
		return
	}
	d.say(words.NoSuchNumber, sign(number)[:len(sign(number))-1])
}

// filter filters the list, or searches everything where there is none.
func (d *dialogue) filter(text string) {
	d.readRest()
	if f := d.page().about.filter; f != nil {
		d.visit(f(text))
		return
	}
	d.search(text)
}

// search searches everything.
func (d *dialogue) search(text string) {
	d.readRest()
	d.visit(listPage(list{query: text}))
}

// command runs the command that a line begins with.
func (d *dialogue) command(line string) {
	name, rest := splitSign(line)
	rest = strings.TrimSpace(rest)
	all := commands()
	at := slices.IndexFunc(all, func(c command) bool { return c.letter != "" && c.letter == name })
	if at < 0 {
		var action keys.Action
		action, rest = d.action(all, name, rest)
		at = slices.IndexFunc(all, func(c command) bool { return action != keys.None && c.action == action })
	}
	if at >= 0 {
		if !all[at].outline {
			d.readRest()
		}
		all[at].run(d, rest)
		return
	}
	if e := d.base.voice.KB.Lookup(kb.Address(line)); e != nil {
		d.visit(entityPage(e.Address()))
		return
	}
	if kind := d.kindCalled(line); kind != nil {
		d.visit(listPage(list{tab: kind.Name}))
		return
	}
	d.say(words.UnknownLine, d.words().Quote(line), keys.Name(d.words(), keys.Help))
}

// action returns the action of a key or command name, and the remaining arguments. The key
// of a menu is followed by a key of that menu.
func (d *dialogue) action(all []command, name, rest string) (action keys.Action, after string) {
	menu := keys.Name(d.words(), keys.Pictures)
	action = find(d.page().scope, name)
	if action == keys.None {
		action = find(keys.OnPage, name)
	}
	switch {
	case action == keys.Pictures:
		name, rest, _ = strings.Cut(rest, " ")
		action = find(keys.InPictureMenu, name)
	case action == keys.None && strings.HasPrefix(name, menu):
		action = find(keys.InPictureMenu, name[len(menu):])
	}
	if action == keys.None {
		action = called(all, name)
	}
	return action, strings.TrimSpace(rest)
}

// find returns the action of a key in a scope. The key is named as in the help.
func find(scope keys.Scope, typed string) keys.Action {
	name, ok := keys.Parse(typed)
	if !ok {
		return keys.None
	}
	return keys.Find(scope, key(name))
}

// key is a key by its name, as keys.Find takes it.
type key string

func (k key) String() string { return string(k) }

// splitSign sets a sign at the beginning of a line apart from what follows it.
func splitSign(line string) (name, rest string) {
	name, rest, _ = strings.Cut(line, " ")
	for _, sign := range []string{"=", "@"} {
		if after, ok := strings.CutPrefix(name, sign); ok && after != "" {
			return sign, after + " " + rest
		}
	}
	return name, rest
}

// called returns the action of a command by a name that the palette has for it, in any
// language.
func called(all []command, name string) keys.Action {
	name = query.Fold(name)
	for _, e := range keys.In(keys.Everywhere) {
		a := e.Keys[0].Action
		if !slices.ContainsFunc(all, func(c command) bool { return c.action == a }) {
			continue
		}
		for _, of := range e.Called {
			if slices.Contains(strings.Fields(query.Fold(of)), name) {
				return a
			}
		}
	}
	return keys.None
}

// helpPage lists what may be typed.
func helpPage(d *dialogue) *page {
	w := d.words()
	var lines []rich.Line
	add := func(typed, does string) {
		lines = append(lines, rich.NewLine(rich.NewSpan(rich.Label, typed+w.Colon), rich.NewSpan(rich.Text, does)))
	}
	lines = append(lines, rich.NewLine(rich.NewSpan(rich.Heading, w.Say(words.WhatToType))))
	add("3 · #3", w.Say(words.TypedNumber))
	add("[3]", w.Say(words.TypedSource))
	add(moreLetter, w.Say(words.TypedMore))
	add(filterSign+w.Say(words.QueryArgument), w.Say(words.TypedFilter))
	add(searchSign+w.Say(words.QueryArgument), w.Say(words.KeyPalette))
	for _, c := range commands() {
		typed, help := c.letter, c.help
		for _, e := range keys.In(keys.Everywhere) {
			if e.Keys[0].Action != c.action {
				continue
			}
			if typed == "" {
				typed, _, _ = strings.Cut(e.Shown(w), " ")
				if e.After != keys.None {
					typed = e.Shown(w)
				}
			}
			break
		}
		if help == words.None {
			help = keys.Meant(c.action)
		}
		add(typed, w.Say(help))
	}
	p := text(keys.InOverview, lines, nil)
	if len(d.visits) > 0 {
		p.about = d.page().about // what is typed next is of the page before
	}
	return p
}
