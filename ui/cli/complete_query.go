package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
)

// completeList completes the kind of a list, then its query.
func (a *app) completeList(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.completeKinds(cmd, args, typed)
	}
	return a.completeQuery(cmd, args, typed)
}

// completeQuery completes the last word of a query. The query is about the kinds of the
// first argument, or else all kinds.
func (a *app) completeQuery(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	s, err := a.searched(cmd, args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	slot := s.names.Slot(typed)
	s.narrow(asked(args) + " " + slot.Before)
	var all []completion
	for _, c := range s.wanted(slot) {
		all = append(all, completion{text: slot.With(c.text), about: c.about, isLoose: slot.Wants == query.WantsName || slot.Wants == query.WantsField})
	}
	if slot.Wants == query.WantsName && strings.Contains(slot.Begun, "/") {
		for _, c := range a.addresses(s.kb, s.kinds, slot.Begun) {
			all = append(all, completion{text: slot.Before + c.text, about: c.about})
		}
	}
	return completes(typed, all)
}

// completeAsked completes an address or a query.
func (a *app) completeAsked(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if out, directive := a.completeAddress(cmd, args, typed); len(out) > 0 && typed != "" {
		return out, directive
	}
	return a.completeQuery(cmd, nil, typed)
}

// completeFields completes the last field of a list separated by commas, for --columns and
// --sort.
func (a *app) completeFields(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	s, err := a.searched(cmd, args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	at := strings.LastIndexByte(typed, ',') + 1
	if strings.HasPrefix(typed[at:], "-") {
		at++
	}
	f := fields{kinds: s.kinds, names: s.names, sources: s.kb.SourceKind()}
	names := s.names.Completions(typed[at:], s.kinds)
	for _, c := range f.beside() {
		if strings.HasPrefix(c.name, query.Normalize(typed[at:])) && !slices.Contains(names, c.name) {
			names = append(names, c.name)
		}
	}
	var all []completion
	for _, name := range names {
		all = append(all, completion{text: typed[:at] + name, about: s.label(name), isLoose: true})
	}
	out, directive := completes(typed, all)
	return out, directive | cobra.ShellCompDirectiveNoSpace // a comma may follow
}

// completeRelation completes a relation.
func (a *app) completeRelation(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	s, err := a.searched(cmd, args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var all []completion
	for _, r := range s.kb.Relations {
		all = append(all, completion{text: r.Name, about: s.app.voice(s.kb).PathTitle(r.Name)})
	}
	return completes(typed, all)
}

// completeExplained completes the last element of a list of kinds and relations.
func (a *app) completeExplained(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	k, err := a.glance(cmd.Context(), args...)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var names []string
	for _, kind := range k.Tabs() {
		names = append(names, kind.Name)
	}
	for _, r := range k.Relations {
		names = append(names, r.Name)
	}
	return someOf(names)(cmd, args, typed)
}

// searched is a knowledge base and the kinds that a query searches.
type searched struct {
	app   *app
	kb    *kb.KB
	names *query.Names
	kinds []*kb.Kind
}

// searched opens the knowledge base of --kb, and returns it with the kinds of the first
// argument, or else all kinds.
func (a *app) searched(cmd *cobra.Command, args []string) (*searched, error) {
	k, err := a.glance(cmd.Context())
	if err != nil {
		return nil, err
	}
	x := search.NewIndex(k)
	s := &searched{a, k, x.Names(), k.Tabs()}
	if len(args) > 0 {
		if subject, err := a.subjectOf(k, x, args[0]); err == nil {
			s.kinds = subject.mayHold(k)
		}
	}
	return s, nil
}

// narrow restricts the search to the only kind that a query selects, if there is exactly
// one.
func (s *searched) narrow(text string) {
	if q, problem := s.names.Parse(text); q != nil && (problem == nil || problem.Unfinished) {
		if only := q.Root.OnlyKind(); only != nil {
			s.kinds = []*kb.Kind{only}
		}
	}
}

// label returns the label of the first field of a path, or "" if it equals its name.
func (s *searched) label(path string) string {
	for _, kind := range s.kinds {
		if f := kind.FindField(path); f != nil {
			if label := s.app.voice(s.kb).PathTitle(path); !strings.EqualFold(label, path) {
				return label
			}
		}
	}
	return ""
}

// wanted returns the unquoted candidates for a slot of a query.
func (s *searched) wanted(slot query.Slot) []completion {
	var all []completion
	switch slot.Wants {
	case query.WantsName, query.WantsField:
		for _, name := range s.names.NamesAt(slot, s.kinds) {
			all = append(all, completion{text: name, about: s.label(strings.TrimSuffix(name, ":"))})
		}
	case query.WantsKind:
		for _, kind := range s.kb.Tabs() {
			all = append(all, completion{text: kind.Name, about: s.app.voice(s.kb).KindLabel(kind)})
		}
	case query.WantsValue:
		all = s.values(slot)
	}
	return all
}

// levels and ranks are the values of the qualifiers confidence and rank.
var (
	levels = []string{string(kb.High), string(kb.Medium), string(kb.Low), string(kb.Disputed), string(kb.Inferred), string(kb.Alleged)}
	ranks  = []string{string(kb.Preferred), string(kb.Normal), string(kb.Deprecated)}
)

// values returns the candidates for the value of a slot's field.
func (s *searched) values(slot query.Slot) []completion {
	last := slot.Paths[0][len(slot.Paths[0])-1]
	switch {
	case last == query.IsPath:
		return fixed(query.States)
	case last == "confidence":
		return fixed(levels)
	case last == "rank":
		return fixed(ranks)
	case last == query.FallsWithPath, last == "source":
		if source := s.kb.SourceKind(); source != nil {
			return s.keys([]*kb.Kind{source}, slot.Begun)
		}
	case last == query.Link, last == "about":
		return append(s.keys(s.kb.Kinds, slot.Begun), s.app.addresses(s.kb, s.kb.Kinds, slot.Begun)...)
	case last == query.KindPath:
		var names []string
		for _, kind := range s.kb.Tabs() {
			names = append(names, kind.Name)
		}
		return fixed(names)
	case last == query.KeyPath:
		return s.keys(s.kinds, slot.Begun)
	}
	if targets := s.names.Targets(slot.Paths, s.kinds); len(targets) > 0 {
		return s.keys(targets, slot.Begun)
	}
	var all []completion
	for _, f := range s.names.FieldsAt(slot.Paths, s.kinds) {
		switch {
		case len(f.Choices) > 0:
			all = append(all, fixed(f.Choices)...)
		case f.Type == kb.FieldBool:
			all = append(all, fixed([]string{"true", "false"})...)
		default:
			all = append(all, s.used(f)...)
		}
	}
	return all
}

// keys returns the keys of the entities of some kinds with the prefix begun.
func (s *searched) keys(kinds []*kb.Kind, begun string) []completion {
	return s.app.entities(s.kb, kinds, begun, func(e *kb.Entity) string { return e.Key })
}

func fixed(values []string) []completion {
	out := make([]completion, len(values))
	for i, value := range values {
		out[i].text = value
	}
	return out
}

const (
	// valueSample is the number of entities sampled for values. An outline holds as many in
	// memory.
	valueSample = 64
	// longestValue is the maximum length of a candidate value, in bytes.
	longestValue = 60
)

// used returns the distinct values of a field in a sample of entities, sorted.
func (s *searched) used(f query.Field) []completion {
	var out []completion
	known := make(map[string]bool)
	var add func(v kb.Value)
	add = func(v kb.Value) {
		if v.Type == kb.List {
			for _, item := range v.Items {
				add(item.Value)
			}
		}
		if v.IsScalar() && v.Str != "" && len(v.Str) <= longestValue && !known[v.Str] {
			known[v.Str] = true
			out = append(out, completion{text: v.Str})
		}
	}
	size := valueSample
	if !s.kb.Partial {
		size *= 10
	}
	for _, e := range f.Kind.Sample(size) {
		if f.Path == "name" {
			add(kb.Value{Type: kb.String, Str: s.app.voice(s.kb).Name(e)})
		}
		for _, st := range s.kb.Record(e).Statements {
			if st.Field.Path == f.Path {
				add(st.Value)
			}
		}
	}
	return out
}
