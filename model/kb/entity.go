package kb

import "slices"

// Entity is one thing that the knowledge base tells of: where it stands and
// what it is called. KB.Record returns the rest.
type Entity struct {
	Kind *Kind
	Key  string
	// Pos is the entity's header, or the beginning of its file.
	Pos  Pos
	Name Text // empty where the key serves

	*Also

	number uint32 // its place in KB.Entities
	links  uint32
	packed string
}

// Also is what many entities have nothing of. Those that have nothing at all
// share one, which nobody writes to.
type Also struct {
	// Told is what was added to the key to tell the entity from its
	// namesakes, or empty.
	Told    string
	Aliases []string
}

var nothing = new(Also)

// NewEntity returns an entity of which nothing is known but where it is.
func NewEntity(kind *Kind, key string, pos Pos) *Entity {
	e := BareEntity(kind, key, pos)
	return &e
}

// BareEntity is NewEntity, for whoever keeps many entities side by side.
func BareEntity(kind *Kind, key string, pos Pos) Entity {
	return Entity{Kind: kind, Key: key, Pos: pos, Also: nothing}
}

// Own returns what else the entity is called, to be written to.
func (e *Entity) Own() *Also {
	if e.Also == nothing {
		e.Also = new(Also)
	}
	return e.Also
}

// Number is the entity's place in KB.Entities, once the knowledge base has been
// indexed.
func (e *Entity) Number() int { return int(e.number) }

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

// EachName tells what the entity is called: key, names, aliases, each once.
func (e *Entity) EachName(do func(name string)) {
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
	numbered []*Field // as they were made
}

// Field returns the kind's field of a dotted path, made where it is new.
func (k *Kind) Field(path string) *Field {
	if f := k.fields[path]; f != nil {
		return f
	}
	if k.fields == nil {
		k.fields = make(map[string]*Field)
	}
	f := &Field{Path: path, number: uint32(len(k.numbered))}
	k.fields[path] = f
	k.numbered = append(k.numbered, f)
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
	Aliases  []string // other names that queries may use
	Type     string   // as the manifest says: text, year, date, …; empty where it says nothing
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

	number uint32 // its place among its kind's, as they were made
}

// Relation is a field that links entities. Its name is the field's dotted
// path.
type Relation struct {
	Name      string
	Label     Text
	Aliases   []string // other names that queries may use
	Inverse   Text
	From, To  []string // names of kinds; empty means any
	Symmetric bool
	Declared  bool // in the manifest; otherwise it was inferred
	Pos       Pos
}
