package importer

import (
	"slices"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/reader/decode"
)

// Replaced returns how many entities of an old text a new one of the import replaces, and
// the tables, as kind/key, that would go though the import did not write them: they are not in
// the new text, and name none of its sources. A text that is not TOML is one table.
func (i *Import) Replaced(old, text []byte) (replaced int, others []string) {
	was, problems := decode.File(old, 0, nil)
	if len(problems) > 0 {
		return 0, []string{kb.NewFile("", old).Position(problems[0].Offset).String()}
	}
	now, _ := decode.File(text, 0, nil)
	for _, kind := range was.Items {
		if kind.Value.Type != kb.Table {
			others = append(others, kind.Key)
			continue
		}
		for _, e := range kind.Value.Items {
			switch isThere := now.Get(kind.Key).Has(e.Key); {
			case isThere && i.isOwn(kind.Key):
				replaced++
			case isThere:
			case i.isOwn(kind.Key) && i.isCited(e.Value.Get("source")):
				replaced++
			default:
				others = append(others, kind.Key+"/"+e.Key)
			}
		}
	}
	return replaced, others
}

// isOwn reports whether the import has entities of a kind.
func (i *Import) isOwn(kind string) bool {
	return slices.ContainsFunc(i.Kinds, func(k *Kind) bool { return k.Name == kind })
}

// isCited reports whether a source of a table is one of the imported files.
func (i *Import) isCited(source kb.Value) bool {
	named := append(source.Strings(), source.Get("to").Str, source.Get("source").Str)
	for _, item := range source.Items {
		named = append(named, item.Value.Get("to").Str, item.Value.Get("source").Str)
	}
	return slices.ContainsFunc(i.Inputs, func(in Input) bool { return in.source != "" && slices.Contains(named, in.source) })
}

// Merge returns a manifest with what the manifest of an import declares and it lacks: kinds,
// relations, and the kinds at the ends of relations. All else of it stays. Added names what
// was added.
func Merge(old, manifest []byte) (merged []byte, added []string, err error) {
	d, err := edit.Parse(kb.ManifestPath, old)
	if err != nil {
		return nil, nil, err
	}
	m, err := edit.Parse(kb.ManifestPath, manifest)
	if err != nil {
		return nil, nil, err
	}
	merged = old
	step := func(text []byte, err error) error {
		if err == nil {
			merged = text
			d, err = edit.Parse(kb.ManifestPath, text)
		}
		return err
	}
	for _, of := range []string{"kinds", "relations"} {
		for _, e := range m.Value(edit.Keys(of)).Items {
			p, name := edit.Keys(of, e.Key), of+"."+kb.QuoteKey(e.Key)
			if !d.Value(edit.Keys(of)).Has(e.Key) {
				if err := step(d.AddTable(p, e.Value)); err != nil {
					return nil, nil, err
				}
				added = append(added, name)
				continue
			}
			for _, end := range []string{"from", "to"} {
				had := d.Value(p).Get(end)
				for _, kind := range e.Value.Get(end).Strings() {
					if had.Type == kb.Null || slices.Contains(had.Strings(), kind) {
						continue
					}
					if err := step(d.Append(p.Then(edit.Key(end)), kb.Value{Type: kb.String, Str: kind})); err != nil {
						return nil, nil, err
					}
					added = append(added, name+"."+end+" "+kb.Quote(kind))
				}
			}
		}
	}
	return merged, added, nil
}
