package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/draw/detail"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// show shows entities as their detail view does.
func (a *app) show() *cobra.Command {
	cmd := &cobra.Command{
		Use: "show " + a.words.Say(words.AddressArgument) + "…", Short: a.words.Say(words.ShowShort), Args: a.needs(a.words.Say(words.NeedsAddress)),
		RunE: a.guard(a.runShow), ValidArgsFunction: a.completeAddress,
	}
	a.takesFormat(cmd, asText, asJSON, asJSONL)
	return cmd
}

func (a *app) runShow(cmd *cobra.Command, args []string) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	var found []*kb.Entity
	for _, arg := range args {
		if e := a.entityCalled(k, arg); e != nil {
			found = append(found, e)
		}
	}
	switch {
	case a.format == asJSONL || a.format == asJSON && len(args) == 1:
		return export.JSONL(a.out, k, a.lang, found)
	case a.format == asJSON:
		return a.printEntities(k, found)
	}
	v := a.voice(k)
	for i, e := range found {
		lines := detail.Of(v, e, a.width()).Lines
		if i > 0 {
			lines = append([]rich.Line{{}}, lines...)
		}
		if err := a.print(lines); err != nil {
			return err
		}
	}
	return nil
}

// find returns the entities that an argument may name: the one of an address;
// those of a key, name or alias; or those of which one of these is written a
// little differently.
func find(k *kb.KB, written string) []*kb.Entity {
	if e := k.Lookup(kb.Address(written)); e != nil {
		return []*kb.Entity{e}
	}
	if named := k.Named(written); len(named) > 0 {
		return named
	}
	among, key := k.Entities, written
	if kind := k.Kind(kb.Address(written).Kind()); kind != nil {
		among, key = kind.Entities, kb.Address(written).Key()
	}
	asked := loosely(key)
	var found []*kb.Entity
	for _, e := range among {
		if asked != "" && isCalled(e, asked) {
			found = append(found, e)
		}
	}
	return found
}

// isCalled tells whether a key, name or alias of an entity is written loosely
// so.
func isCalled(e *kb.Entity, asked string) bool {
	same := func(name string) bool { return loosely(name) == asked }
	return same(e.Key) || slices.ContainsFunc(e.Name.All(), same) || slices.ContainsFunc(e.Aliases(), same)
}

func addresses(entities []*kb.Entity) []string {
	out := make([]string, len(entities))
	for i, e := range entities {
		out[i] = string(e.Address())
	}
	return out
}

// orList lists a few names: "a, b or c".
func orList(names []string, or string) string {
	const most = 5
	var b strings.Builder
	for i, name := range names[:min(most, len(names))] {
		switch {
		case i > 0 && i == len(names)-1:
			b.WriteString(" " + or + " ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(name)
	}
	if len(names) > most {
		b.WriteString(", …")
	}
	return b.String()
}

// loosely leaves of a key its letters and digits.
func loosely(key string) string {
	out := make([]rune, 0, len(key))
	for _, r := range query.Fold(key) {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 0x7F || r == '+' || r == '#' {
			out = append(out, r)
		}
	}
	return string(out)
}

// callable lists what an unknown address may have meant: addresses first, then
// keys and names by themselves.
func callable(k *kb.KB) []meaning {
	out := make([]meaning, 0, 3*len(k.Entities))
	for _, e := range k.Entities {
		out = append(out, itself(string(e.Address())))
	}
	for _, e := range k.Entities {
		for _, name := range append(e.Name.All(), e.Key) {
			if len(k.Named(name)) == 1 {
				out = append(out, meaning{name, string(e.Address())})
			} else {
				out = append(out, itself(name))
			}
		}
	}
	return out
}
