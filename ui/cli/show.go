package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
)

// show shows entities as their detail view does.
func (a *app) show() *cobra.Command {
	cmd := &cobra.Command{
		Use: "show ADDRESS…", Short: a.words.ShowShort, Args: cobra.MinimumNArgs(1),
		RunE: a.guard(a.runShow), ValidArgsFunction: a.completeAddress,
	}
	a.takesFormat(cmd, asText, asJSON, asJSONL)
	return cmd
}

func (a *app) runShow(cmd *cobra.Command, args []string) error {
	k, err := a.open(cmd.Context(), a.path(nil))
	if err != nil {
		return err
	}
	var found []*kb.Entity
	for _, arg := range args {
		if e := find(k, arg); e != nil {
			found = append(found, e)
			continue
		}
		a.complain(failure{notFound, fmt.Sprintf(a.words.UnknownAddress, arg), a.didYouMean(arg, addresses(k))})
	}
	switch {
	case a.format == asJSONL || a.format == asJSON && len(args) == 1:
		return export.JSONL(a.out, k, a.lang, found)
	case a.format == asJSON:
		return a.printEntities(k, found)
	}
	v := present.NewVoice(k, a.lang)
	for i, e := range found {
		lines := v.Page(e, a.width()).Lines
		if i > 0 {
			lines = append([]present.Line{{}}, lines...)
		}
		if err := a.print(lines); err != nil {
			return err
		}
	}
	return nil
}

// find returns the entity of an address; of a key, name or alias that only one
// has; or of an address whose key is written a little differently.
func find(k *kb.KB, written string) *kb.Entity {
	if e := k.Lookup(kb.Address(written)); e != nil {
		return e
	}
	if named := k.Named(written); len(named) == 1 {
		return named[0]
	}
	address := kb.Address(written)
	kind := k.Kind(address.Kind())
	if kind == nil {
		return nil
	}
	var found *kb.Entity
	for _, e := range kind.Entities {
		if loosely(e.Key) == loosely(address.Key()) || loosely(e.Label("")) == loosely(address.Key()) {
			if found != nil {
				return nil
			}
			found = e
		}
	}
	return found
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

// addresses lists what an unknown address may have meant: addresses, and keys
// by themselves.
func addresses(k *kb.KB) []string {
	out := make([]string, 0, 2*len(k.Entities))
	for _, e := range k.Entities {
		out = append(out, string(e.Address()))
	}
	for _, e := range k.Entities {
		out = append(out, e.Key)
	}
	return out
}
