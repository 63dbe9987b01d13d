package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/safe"
)

// completion is a completion candidate and its description.
type completion struct {
	text, about string
	goesOn      bool // a prefix: further completion follows
	isLoose     bool // need not begin with the typed word, such as a path
}

// mostCompletions is the maximum number of candidates offered in full. If there are more,
// only their next letters are offered.
const mostCompletions = 200

// unfinished holds the final characters of a candidate after which the shell adds no space.
const unfinished = ":./@"

// glance opens the knowledge base of args, or else of --kb, reading only what completion
// needs.
func (a *app) glance(ctx context.Context, args ...string) (*kb.KB, error) {
	if path := a.path(args); path != "" {
		return reader.Glance(ctx, path)
	}
	return a.open(ctx, "")
}

// completes returns the candidates that begin with typed, or are loose, in the format of
// cobra. It drops candidates with control characters, since shells print them unescaped.
func completes(typed string, all []completion) ([]string, cobra.ShellCompDirective) {
	isOff := func(c completion) bool {
		return !c.isLoose && !strings.HasPrefix(c.text, typed) || safe.Line(c.text) != c.text || c.text == ""
	}
	if all = slices.DeleteFunc(all, isOff); len(all) > mostCompletions {
		all = nextLetters(all)
	}
	directive := cobra.ShellCompDirectiveNoFileComp
	out := make([]string, len(all))
	for i, c := range all {
		if c.goesOn || strings.IndexByte(unfinished, c.text[len(c.text)-1]) >= 0 {
			directive |= cobra.ShellCompDirectiveNoSpace
		}
		out[i] = c.text
		if about := safe.Line(c.about); about != "" {
			out[i] += "\t" + about
		}
	}
	return out, directive
}

// nextLetters replaces candidates by their distinct prefixes, one character longer than the
// longest common prefix.
func nextLetters(all []completion) []completion {
	least := slices.MinFunc(all, func(p, q completion) int { return cmp.Compare(p.text, q.text) }).text
	most := slices.MaxFunc(all, func(p, q completion) int { return cmp.Compare(p.text, q.text) }).text
	common := 0
	for common < len(least) && common < len(most) && least[common] == most[common] {
		common++
	}
	for common > 0 && !utf8.RuneStart(least[min(common, len(least)-1)]) {
		common--
	}
	at := make(map[string]int)
	var out []completion
	for _, c := range all {
		_, size := utf8.DecodeRuneInString(c.text[common:])
		begin := c.text[:common+size]
		i, known := at[begin]
		switch {
		case !known:
			at[begin] = len(out)
			out = append(out, c)
		default:
			out[i] = completion{text: begin, goesOn: true}
		}
	}
	return out[:min(len(out), mostCompletions)]
}

// completeKind completes the names of kinds and views in a list separated by commas.
func (a *app) completeKind(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeKinds(cmd, args, typed)
}

// completeKinds completes the last name of a list of kinds and views.
func (a *app) completeKinds(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	k, err := a.glance(cmd.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	v := a.voice(k)
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	var all []completion
	for _, kind := range k.Tabs() {
		all = append(all, completion{text: before + kind.Name, about: v.KindLabel(kind)})
	}
	for _, view := range k.Views {
		all = append(all, completion{text: before + view.Name, about: v.ViewLabel(view)})
	}
	return completes(typed, all)
}

// completeAddress completes the address of an entity, or its key.
func (a *app) completeAddress(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	return a.completeEntity(cmd, typed, func(*kb.KB) []*kb.Kind { return nil })
}

// completeSource completes the address of a source.
func (a *app) completeSource(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeEntity(cmd, typed, func(k *kb.KB) []*kb.Kind {
		if source := k.SourceKind(); source != nil {
			return []*kb.Kind{source}
		}
		return nil
	})
}

// completeEntity completes the address or the key of an entity of some kinds; of any kind
// if of is nil.
func (a *app) completeEntity(cmd *cobra.Command, typed string, of func(*kb.KB) []*kb.Kind) ([]string, cobra.ShellCompDirective) {
	k, err := a.glance(cmd.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	kinds := of(k)
	if kinds == nil {
		kinds = k.Kinds
	}
	all := a.addresses(k, kinds, typed)
	if len(all) == 0 {
		all = a.entities(k, kinds, typed, func(e *kb.Entity) string { return e.Key })
	}
	return completes(typed, all)
}

// addresses returns the addresses with the prefix begun of the entities of some kinds. If
// there are more than mostCompletions of several kinds, it returns only the kinds.
func (a *app) addresses(k *kb.KB, kinds []*kb.Kind, begun string) []completion {
	var begin []*kb.Kind
	count := 0
	for _, kind := range kinds {
		if len(kind.Entities) > 0 && (strings.HasPrefix(kind.Name+"/", begun) || strings.HasPrefix(begun, kind.Name+"/")) {
			begin = append(begin, kind)
			count += len(kind.Entities)
		}
	}
	if len(begin) > 1 && count > mostCompletions {
		var all []completion
		for _, kind := range begin {
			all = append(all, completion{text: kind.Name + "/", about: a.voice(k).KindLabel(kind)})
		}
		return all
	}
	return a.entities(k, begin, begun, func(e *kb.Entity) string { return string(e.Address()) })
}

// mostLoaded is the maximum number of entities decoded to obtain their keys.
const mostLoaded = 1000

// entities returns candidates for the entities of some kinds: the results of called that
// have the prefix begun, described by name if there are at most mostCompletions.
func (a *app) entities(k *kb.KB, kinds []*kb.Kind, begun string, called func(*kb.Entity) string) []completion {
	var found []*kb.Entity
	var all []completion
	loaded := 0
	for _, kind := range kinds {
		for _, e := range kind.Entities {
			if e.Key == "" && loaded < mostLoaded { // an array element, whose key is not decoded yet
				loaded++
				k.Load(e)
			}
			if e.Key == "" {
				continue
			}
			if text := called(e); strings.HasPrefix(text, begun) {
				found = append(found, e)
				all = append(all, completion{text: text})
			}
		}
	}
	if len(all) > mostCompletions {
		return all
	}
	k.Prepare(found)
	v := a.voice(k)
	for i, e := range found {
		if all[i].about = v.Name(e); all[i].about == all[i].text {
			all[i].about = ""
		}
	}
	return all
}
