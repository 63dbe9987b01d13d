package kb

import "slices"

// Entity is one thing that the knowledge base tells of.
type Entity struct {
	Kind *Kind
	Key  string
	// Pos is the entity's header, or the beginning of its file.
	Pos  Pos
	Name Text // empty where the key serves

	// Statements are the values and links of the entity, in the order of the
	// file. Name, aliases, summary and body are among them only where they
	// bring evidence.
	Statements []Statement
	// Links are the statements, and the links that facts make, that lead to
	// an entity. Backlinks are those of other entities that lead here.
	Links     []*Statement
	Backlinks []*Statement

	*More
}

// More is what many entities have nothing of. Those that have nothing at all
// share one, which nobody writes to.
type More struct {
	// Told is what was added to the key to tell the entity from its
	// namesakes, or empty.
	Told    string
	Aliases []string
	Summary Text
	Body    Text
	Facts   []Fact
	// Cited are the evidence that this entity is the source of.
	Cited []Citation
}

var nothing = new(More)

// NewEntity returns an entity of which nothing is known but where it is.
func NewEntity(kind *Kind, key string, pos Pos) *Entity {
	e := BareEntity(kind, key, pos)
	return &e
}

// BareEntity is NewEntity, for whoever keeps many entities side by side.
func BareEntity(kind *Kind, key string, pos Pos) Entity {
	return Entity{Kind: kind, Key: key, Pos: pos, More: nothing}
}

// Own returns what more is known of the entity, to be written to.
func (e *Entity) Own() *More {
	if e.More == nothing {
		e.More = new(More)
	}
	return e.More
}

// Address returns kind/key.
func (e *Entity) Address() Address { return NewAddress(e.Kind.Name, e.Key) }

// Label returns what a list shows: the name in a language, else in one of the
// fallback languages, else the key. An entity told apart from its namesakes
// says by what.
func (e *Entity) Label(lang string, fallback ...string) string {
	name, _ := e.Name.In(lang, fallback...)
	if name == "" {
		return e.Key
	}
	if e.Told != "" {
		return name + " " + e.Told
	}
	return name
}

// Values returns the statements of a field, by its dotted path.
func (e *Entity) Values(path string) []*Statement {
	var out []*Statement
	for i := range e.Statements {
		if e.Statements[i].Field.Path == path {
			out = append(out, &e.Statements[i])
		}
	}
	return out
}

// eachName tells what the entity is called: key, names, aliases, each once.
func (e *Entity) eachName(do func(name string)) {
	do(e.Key)
	said := func(name string, among []string) bool {
		return name == "" || name == e.Key || slices.Contains(among, name)
	}
	names := e.Name.All()
	for i, name := range names {
		if !said(name, names[:i]) {
			do(name)
		}
	}
	for i, alias := range e.Aliases {
		if !said(alias, names) && !slices.Contains(e.Aliases[:i], alias) {
			do(alias)
		}
	}
}

// isNamed tells whether the entity is called so.
func (e *Entity) isNamed(name string) bool {
	return e.Key == name || e.Name.Holds(name) || slices.Contains(e.Aliases, name)
}

// Kind is a sort of entity: company, city, source. Its label is what its tab
// says, One what a single entity of it is called; both may be empty.
type Kind struct {
	Name     string
	Label    Text
	One      Text
	Columns  []string // dotted field paths; empty where the manifest names none
	Sort     string   // a field path, or empty for the order of the files
	Require  []string // fields that each entity must have
	Files    []string // glob patterns of the files that are one entity each
	Fields   []*Field // declared ones first, then as they were met
	Declared bool     // whether the manifest declares the kind
	Pos      Pos

	Entities []*Entity
	fields   map[string]*Field
}

// Field returns the kind's field of a dotted path, made where it is new.
func (k *Kind) Field(path string) *Field {
	if f := k.fields[path]; f != nil {
		return f
	}
	if k.fields == nil {
		k.fields = make(map[string]*Field)
	}
	f := &Field{Path: path}
	k.fields[path] = f
	k.Fields = append(k.Fields, f)
	return f
}

// FindField returns the kind's field of a dotted path, or nil.
func (k *Kind) FindField(path string) *Field { return k.fields[path] }

// DeclaresFields tells whether the manifest declares any field of the kind.
func (k *Kind) DeclaresFields() bool {
	for _, f := range k.Fields {
		if f.Declared {
			return true
		}
	}
	return false
}

// Field is what the knowledge base knows of one field of one kind.
type Field struct {
	Path     string // dotted: access.teams
	Label    Text
	Type     string // as the manifest says: text, year, date, …; empty where it says nothing
	Choices  []string
	Declared bool
	Pos      Pos

	// Relation is set where the field's values name entities.
	Relation *Relation
	// Targets are the kinds that the relation leads to from here; empty means
	// any.
	Targets []*Kind
	// Keyed is set where the field is a table whose keys are the references
	// and whose values are what qualifies them.
	Keyed bool
}

// Relation is a field that links entities. Its name is the field's dotted
// path.
type Relation struct {
	Name      string
	Label     Text
	Inverse   Text
	From, To  []string // names of kinds; empty means any
	Symmetric bool
	Declared  bool // in the manifest; otherwise it was inferred
	Pos       Pos
}
