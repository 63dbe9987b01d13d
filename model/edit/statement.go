package edit

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// Claim is what a statement says, and on what evidence, to be written in the full form
// of the format, or plainly where nothing but the value is given.
type Claim struct {
	Value                  kb.Value   // for a link, nothing
	To                     *kb.Entity // nil for a value
	Source, Locator, Quote string     // Source is the reference of a source
	Since, Until, Date     string     // TOML dates, or texts such as "2024-02"
	Confidence             kb.Confidence
	Rank                   kb.Rank
	Note                   string
}

// qualifiers returns the qualifiers of a claim in the order of the format.
func (c Claim) qualifiers() []kb.Entry {
	var out []kb.Entry
	for _, q := range []Qualifier{
		{Key: "source", Text: c.Source}, {Key: "locator", Text: c.Locator}, {Key: "quote", Text: c.Quote}, {Key: "since", Text: c.Since}, {Key: "until", Text: c.Until},
		{Key: "date", Text: c.Date}, {Key: "confidence", Text: string(c.Confidence)}, {Key: "rank", Text: string(c.Rank)}, {Key: "note", Text: c.Note},
	} {
		if q.Text != "" {
			out = append(out, kb.Entry{Key: q.Key, Value: q.value()})
		}
	}
	return out
}

// written returns a claim as a value: plain, or a table of the key that holds the value.
func (c Claim) written(key string, v kb.Value) kb.Value {
	qualifiers := c.qualifiers()
	if len(qualifiers) == 0 {
		return v
	}
	return kb.Value{Type: kb.Table, Items: append([]kb.Entry{{Key: key, Value: v}}, qualifiers...)}
}

// Add adds a value or a link to a field of an entity, which may have others already: a
// single one becomes the first of a list. A link is written as other entities of the
// kind write theirs.
func (b Base) Add(e *kb.Entity, field string, c Claim) (Change, error) {
	d, err := b.around(e, e.Pos.File, "")
	if err != nil {
		return Change{}, err
	}
	entity, err := b.entity(d, e)
	if err != nil {
		return Change{}, err
	}
	key, v := "value", c.Value
	habit := b.habit(e.Kind, field)
	if c.To != nil {
		key, v = "to", kb.Value{Type: kb.String, Str: b.reference(habit, e.Kind.FindField(field), c.To)}
	}
	at, rest := d.field(entity, field)
	added := c.written(key, v)
	if len(rest) > 0 {
		if c.To != nil && habit.inLists {
			added = kb.Value{Type: kb.List, Items: []kb.Entry{{Value: added}}}
		}
		for ; len(rest) > 1; rest = rest[:len(rest)-1] {
			added = kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: rest[len(rest)-1], Value: added}}}
		}
		return d.changed(d.Add(at, rest[0], added))
	}
	n, had := d.tree.find(at), d.Value(at)
	if own := d.keyOfElements(had, b.kb.Record(e).Values(field)); own != "" {
		key, added = own, c.written(own, v)
	}
	switch f := e.Kind.FindField(field); {
	case had.Type == kb.Table && f != nil && f.Keyed && c.To != nil:
		return d.changed(d.Add(at, v.Str, kb.Value{Type: kb.Table, Items: c.qualifiers()}))
	case had.Type == kb.List && n.value == nil && added.Type != kb.Table:
		added = kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: key, Value: added}}}
	}
	return d.changed(d.Append(at, added))
}

// keyOfElements returns the key under which the tables of a list have the values of
// statements; empty if none of them has.
func (d *Document) keyOfElements(list kb.Value, statements []*kb.Statement) string {
	for _, element := range list.Items {
		if element.Value.Type != kb.Table {
			continue
		}
		for _, entry := range element.Value.Items {
			if slices.ContainsFunc(statements, func(s *kb.Statement) bool {
				return d.within(s.Value.Pos) == entry.Value.Pos.Offset && entry.Value.Type != kb.Table
			}) {
				return entry.Key
			}
		}
	}
	return ""
}

// AddFact adds a claim in words to an entity: what it says, which entities it is about,
// and the qualifiers of a claim, whose value does not count.
func (b Base) AddFact(e *kb.Entity, text string, about []*kb.Entity, c Claim) (Change, error) {
	d, err := b.around(e, e.Pos.File, "")
	if err != nil {
		return Change{}, err
	}
	entity, err := b.entity(d, e)
	if err != nil {
		return Change{}, err
	}
	fact := kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: "text", Value: kb.Value{Type: kb.String, Str: text}}}}
	if len(about) > 0 {
		refs, habit := kb.Value{Type: kb.List}, b.habit(e.Kind, "about")
		for _, to := range about {
			refs.Items = append(refs.Items, kb.Entry{Value: kb.Value{Type: kb.String, Str: b.reference(habit, nil, to)}})
		}
		fact.Items = append(fact.Items, kb.Entry{Key: "about", Value: refs})
	}
	fact.Items = append(fact.Items, c.qualifiers()...)
	return d.changed(d.AddElement(entity.Then(Key("facts")), fact))
}

// fact returns the document and the path of a fact.
func (b Base) fact(e *kb.Entity, f *kb.Fact) (*Document, Path, error) {
	d, err := b.around(e, f.Pos.File, "")
	if err != nil {
		return nil, nil, err
	}
	entity, err := b.entity(d, e)
	if err != nil {
		return nil, nil, err
	}
	list := entity.Then(Key("facts"))
	for i, item := range d.Value(list).Items {
		if item.Value.Pos.Offset == d.within(f.Pos) {
			return d, list.Then(Index(i)), nil
		}
	}
	return nil, nil, d.missing(list)
}

// Remove removes a statement with its qualifiers, and its field with the last of a list.
func (b Base) Remove(s *kb.Statement) (Change, error) {
	d, p, err := b.statement(s)
	if err != nil {
		return Change{}, err
	}
	return d.changed(d.Remove(d.emptied(p)))
}

// RemoveFact removes a fact of an entity.
func (b Base) RemoveFact(e *kb.Entity, f *kb.Fact) (Change, error) {
	d, p, err := b.fact(e, f)
	if err != nil {
		return Change{}, err
	}
	return d.changed(d.Remove(d.emptied(p)))
}

// emptied returns the path to remove so that no empty list is left: that of the value,
// else of the list of which it is the only element, else of the statement whose value
// that list is.
func (d *Document) emptied(p Path) Path {
	if len(p) > 1 && p[len(p)-1].isIndex && len(d.Value(p[:len(p)-1]).Items) == 1 {
		p = p[:len(p)-1]
		if last := p[len(p)-1]; last == Key("to") && len(p) > 1 {
			return d.emptied(p[:len(p)-1])
		}
	}
	return p
}

// AddStrings adds strings to the list of a key of a table, which need not exist. A single
// value in the place of the list becomes its first element. The table is given by its
// position, and its key where several begin there; an empty name is the innermost.
func (b Base) AddStrings(table kb.Pos, name, key string, added []string) (Change, error) {
	d, at, err := b.tableAt(table, name)
	if err != nil {
		return Change{}, err
	}
	list := kb.Value{Type: kb.List}
	for _, s := range added {
		list.Items = append(list.Items, kb.Entry{Value: kb.Value{Type: kb.String, Str: s}})
	}
	had := d.Value(at).Get(key)
	if had.Type == kb.Null {
		return d.changed(d.Add(at, key, list))
	}
	if had.Type != kb.String && had.Type != kb.List {
		return Change{}, d.closed(d.tree.find(at.Then(Key(key))))
	}
	var steps []func(*Document) ([]byte, error)
	for _, item := range list.Items {
		steps = append(steps, func(d *Document) ([]byte, error) { return d.Append(at.Then(Key(key)), item.Value) })
	}
	return d.series(steps...)
}

// tableAt returns the table of a name at a position, and its document: a part of a long
// file where it is that of an entity.
func (b Base) tableAt(table kb.Pos, name string) (d *Document, at Path, err error) {
	if n := slices.IndexFunc(b.kb.Entities, func(e *kb.Entity) bool { return e.Pos == table && e.Key == name }); n >= 0 {
		if d, err = b.around(b.kb.Entities[n], table.File, ""); err == nil {
			at, err = b.entity(d, b.kb.Entities[n])
		}
		return d, at, err
	}
	if d, err = b.document(table.File); err != nil {
		return nil, nil, err
	}
	at, ok := d.PathAt(d.within(table), name, kb.Table)
	if !ok {
		return nil, nil, d.refuse(nil, say.EditMissing.With(say.Text(name)), say.ReadAgain)
	}
	return d, at, nil
}

// habit is how entities of a kind write the links of a field.
type habit struct {
	keys, addresses, names int
	inLists                bool
}

// sampled is the number of entities of a kind whose links show its habit.
const sampled = 256

// habit looks at the links of a field of some entities of a kind, the last ones first.
func (b Base) habit(kind *kb.Kind, field string) habit {
	var h habit
	lists := 0
	for i, e := range slices.Backward(kind.Entities) {
		if i < len(kind.Entities)-sampled {
			break
		}
		record := b.kb.Record(e)
		for _, s := range record.Links {
			if s.Field.Path != field {
				continue
			}
			switch s.Value.Str {
			case s.To.Key:
				h.keys++
			case string(s.To.Address()):
				h.addresses++
			default:
				h.names++
			}
			if s.InList {
				lists++
			}
		}
	}
	h.inLists = 2*lists > h.keys+h.addresses+h.names
	return h
}

// reference returns how a field refers to an entity: by its key, name or address, as most
// links of it do. Where that would not name this entity alone, it is the address.
func (b Base) reference(h habit, f *kb.Field, to *kb.Entity) string {
	address := string(to.Address())
	var targets []*kb.Kind
	if f != nil {
		targets = f.Targets
	}
	isSole := func(name string) bool {
		return !strings.Contains(name, "/") && !slices.ContainsFunc(b.kb.Named(name), func(other *kb.Entity) bool {
			return other != to && (len(targets) == 0 || slices.Contains(targets, other.Kind))
		})
	}
	switch name, _ := b.kb.TextIn(to.Name, ""); {
	case h.addresses > h.keys && h.addresses >= h.names:
	case h.names > h.keys && name != "" && isSole(name):
		return name
	case (h.keys > 0 || len(targets) == 1) && isSole(to.Key):
		return to.Key
	}
	return address
}
