package config

import (
	"errors"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/say"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// phrase is what a problem says: a message with arguments, or a sentence of the decoder.
type phrase struct {
	message  words.Message
	args     []any // texts, or what says them in a language
	sentence say.Sentence
}

func (p phrase) in(w *words.Language) string {
	if !p.sentence.IsEmpty() {
		return present.Sentence(w, p.sentence)
	}
	args := make([]any, len(p.args))
	for i, arg := range p.args {
		if say, ok := arg.(func(*words.Language) string); ok {
			arg = say(w)
		}
		args[i] = arg
	}
	return safe.Line(w.Say(p.message, args...))
}

// said returns what says a message.
func said(m words.Message, args ...any) func(*words.Language) string {
	return func(w *words.Language) string { return w.Say(m, args...) }
}

// quotedText returns what says a text of the file in quotation marks.
func quotedText(text string) func(*words.Language) string {
	return func(w *words.Language) string { return w.Quote(text) }
}

// written returns what says a value as it is written, or of what type it is.
func written(v kb.Value) func(*words.Language) string {
	switch v.Type {
	case kb.List:
		return said(words.AList)
	case kb.Table:
		return said(words.ATable)
	case kb.String:
		return func(*words.Language) string { return kb.Quote(v.Str) }
	}
	return func(*words.Language) string { return v.Str }
}

// cause returns what the system says of an error.
func cause(err error) string {
	for ; errors.Unwrap(err) != nil; err = errors.Unwrap(err) {
	}
	return err.Error()
}

// reading is a configuration that is being read.
type reading struct {
	*Config
	file   *kb.File
	chosen []chosenKeys // one for each of Settings.Keys
	added  []kb.Pos     // positions of the keys of Settings.Commands
}

// chosenKeys is where keys of an action stand in the file.
type chosenKeys struct{ at []kb.Pos }

func (r *reading) problem(offset int, says, remedy phrase) {
	at := kb.Position{File: r.file.Path}
	if len(r.file.Text) > 0 {
		at = r.file.Position(offset)
	}
	r.Problems = append(r.Problems, Problem{at, says, remedy})
}

func (r *reading) problemAt(pos kb.Pos, says, remedy phrase) {
	r.problem(int(pos.Offset), says, remedy)
}

// entry reads a key of a table, and the tables below it.
func (r *reading) entry(table string, e kb.Entry) {
	path := e.Key
	if table != "" {
		path = table + "." + e.Key
	}
	isTable := func(t struct {
		Name string
		Help words.Message
	}) bool {
		return t.Name == path || strings.HasPrefix(t.Name, path+".")
	}
	at := slices.IndexFunc(Options(), func(o *Option) bool { return o.Table == table && o.Name == e.Key })
	switch {
	case table == columnsTable:
		r.columns(e)
	case table == keysTable:
		r.keys(e)
	case path == basesTable:
		r.bases(e)
	case path == commandsTable:
		r.commands(e)
	case at >= 0:
		if o := Options()[at]; r.take(o, e.Value) {
			r.set[o.Path()], r.places[o.Path()] = "", r.file.Position(int(e.Value.Pos.Offset))
		}
	case !slices.ContainsFunc(Tables, isTable):
		r.unknown(table, path, e)
	case e.Value.Type != kb.Table:
		r.cannotBe(path, e.Value, said(words.TakesTable))
	default:
		for _, below := range e.Value.Items {
			r.entry(path, below)
		}
	}
}

// take sets an option, and reports whether it has.
func (r *reading) take(o *Option, v kb.Value) bool {
	problem, ok := o.set(&r.Settings, v)
	switch {
	case ok:
		return true
	case problem != nil:
		r.problemAt(v.Pos, *problem, phrase{message: words.UseOneOf, args: []any{o.takes}})
	default:
		r.cannotBe(o.Path(), v, o.takes)
	}
	return false
}

// cannotBe says that an option does not take a value. A variable is named as it is.
func (r *reading) cannotBe(name string, v kb.Value, takes func(*words.Language) string) {
	if strings.HasPrefix(r.file.Path, "$") {
		name = r.file.Path
	}
	r.problemAt(v.Pos, phrase{message: words.OptionCannotBe, args: []any{name, written(v)}}, phrase{message: words.UseOneOf, args: []any{takes}})
}

// unknown says that there is no option of a name, and which may be meant.
func (r *reading) unknown(table, path string, e kb.Entry) {
	var names []string
	for _, o := range Options() {
		if o.Table == table {
			names = append(names, o.Name)
		}
	}
	for _, t := range Tables {
		if rest, ok := strings.CutPrefix(t.Name, table+"."); ok || table == "" {
			if table == "" {
				rest = t.Name
			}
			name, _, _ := strings.Cut(rest, ".")
			names = append(names, name)
		}
	}
	if table == "" {
		names = append(names, basesTable, commandsTable)
	}
	r.problemAt(e.KeyPos, phrase{message: words.UnknownOption, args: []any{quotedText(path)}}, meant(e.Key, names, words.LeaveOutOption))
}

// meant says which of some names may be meant by another, or else what to do.
func meant(name string, among []string, otherwise words.Message) phrase {
	best, nearest := "", query.EditLimit(name)+1
	for _, n := range among {
		if d := query.Distance(query.Fold(name), query.Fold(n), nearest-1); d < nearest {
			best, nearest = n, d
		}
	}
	if best == "" {
		return phrase{message: otherwise}
	}
	return phrase{message: words.DidYouMean, args: []any{best}}
}

// texts returns the texts of a list; the rest of it is a problem.
func (r *reading) texts(path string, list kb.Value) []kb.Value {
	var out []kb.Value
	for _, item := range list.Items {
		if item.Value.Type == kb.String {
			out = append(out, item.Value)
			continue
		}
		r.cannotHold(path, item.Value)
	}
	return out
}

// cannotHold says that a list does not take an element.
func (r *reading) cannotHold(path string, v kb.Value) {
	r.problemAt(v.Pos, phrase{message: words.OptionCannotHold, args: []any{path, written(v)}}, phrase{message: words.UseOneOf, args: []any{said(words.TakesText)}})
}

// columns reads the columns of a kind.
func (r *reading) columns(e kb.Entry) {
	path := columnsTable + "." + e.Key
	if e.Value.Type != kb.List {
		r.cannotBe(path, e.Value, said(words.TakesFields))
		return
	}
	kept := []string{}
	for _, v := range r.texts(path, e.Value) {
		if slices.Contains(kept, v.Str) {
			r.problemAt(v.Pos, phrase{message: words.FieldTwice, args: []any{quotedText(v.Str)}}, phrase{message: words.LeaveOutTwice})
			continue
		}
		kept = append(kept, v.Str)
	}
	if len(kept) == 0 && len(e.Value.Items) > 0 {
		return
	}
	if r.Columns == nil {
		r.Columns = make(map[string][]string)
	}
	r.Columns[e.Key] = kept
}

// keys reads the keys of an action.
func (r *reading) keys(e kb.Entry) {
	a := keys.ActionCalled(e.Key)
	if a == keys.None {
		var names []string
		for _, a := range keys.Choosable() {
			names = append(names, keys.ConfiguredName(a))
		}
		r.problemAt(e.KeyPos, phrase{message: words.UnknownAction, args: []any{quotedText(e.Key)}}, meant(e.Key, names, words.LeaveOutAction))
		return
	}
	path, list := keysTable+"."+e.Key, e.Value
	switch list.Type {
	case kb.String:
		list = kb.Value{Type: kb.List, Items: []kb.Entry{{Value: e.Value}}}
	case kb.List:
	default:
		r.cannotBe(path, e.Value, said(words.TakesKeys, listOfTexts(keys.Examples)))
		return
	}
	c, places := keys.Choice{Action: a}, []kb.Pos(nil)
	for _, v := range r.texts(path, list) {
		name, ok := keys.Parse(v.Str)
		switch {
		case !ok:
			r.problemAt(v.Pos, phrase{message: words.NotAKey, args: []any{quotedText(v.Str)}}, phrase{message: words.WriteKeyAsShown, args: []any{strings.Join(keys.Examples, ", ")}})
		case !slices.Contains(c.Keys, name):
			c.Keys, places = append(c.Keys, name), append(places, v.Pos)
		}
	}
	if len(c.Keys) > 0 || len(list.Items) == 0 {
		r.Keys, r.chosen = append(r.Keys, c), append(r.chosen, chosenKeys{places})
	}
}

// bind gives the chosen keys to their actions. An action of which none can be given keeps
// its own.
func (r *reading) bind() {
	for {
		b, conflicts := keys.Bind(r.Keys)
		r.Bindings = b
		if len(conflicts) == 0 {
			return
		}
		for _, c := range conflicts {
			r.conflict(c)
		}
		for _, c := range slices.Backward(conflicts) {
			of, at := &r.Keys[c.Choice], &r.chosen[c.Choice].at
			of.Keys, *at = slices.Delete(of.Keys, c.Key, c.Key+1), slices.Delete(*at, c.Key, c.Key+1)
			if len(of.Keys) == 0 {
				r.Keys, r.chosen = slices.Delete(r.Keys, c.Choice, c.Choice+1), slices.Delete(r.chosen, c.Choice, c.Choice+1)
			}
		}
		if len(r.Keys) == 0 {
			r.Keys = nil
		}
	}
}

// conflict says why a key is not given to its action.
func (r *reading) conflict(c keys.Conflict) {
	of := r.Keys[c.Choice]
	shown := keys.Typed(of.Keys[c.Key])
	says, remedy := phrase{message: words.KeyTypes, args: []any{shown, keys.ConfiguredName(of.Action)}}, phrase{message: words.ChooseModified, args: []any{strings.Join(keys.Silent, ", ")}}
	switch with := keys.ConfiguredName(c.With); {
	case c.IsFixed:
		says.message, remedy = words.KeyIsFixed, phrase{message: words.ChooseAnother}
	case with != "":
		says = phrase{message: words.KeyIsTaken, args: []any{shown, with}}
		remedy = phrase{message: words.ChooseOtherKey, args: []any{with}}
	}
	r.problemAt(r.chosen[c.Choice].at[c.Key], says, remedy)
}
