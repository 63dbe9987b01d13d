package kb

// Entity is one thing that the knowledge base tells of.
type Entity struct {
	Kind *Kind
	Key  string
	// Told is what was added to the key to tell the entity from its
	// namesakes, or empty.
	Told string
	// Pos is the entity's header, or the beginning of its file.
	Pos Pos

	Name    Text // empty where the key serves
	Aliases []string
	Summary Text
	Body    Text

	// Statements are the values and links of the entity, in the order of the
	// file. Name, aliases, summary and body are among them only where they
	// bring evidence.
	Statements []Statement
	Facts      []Fact

	// Links are the statements, and the links that facts make, that lead to
	// an entity. Backlinks are those of other entities that lead here.
	Links     []*Statement
	Backlinks []*Statement
	// Cited are the evidence that this entity is the source of.
	Cited []Citation
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

// names returns what the entity is called: key, names, aliases, each once.
func (e *Entity) names() []string {
	out := make([]string, 1, 2+len(e.Aliases))
	out[0] = e.Key
	for _, list := range [][]string{e.Name.All(), e.Aliases} {
	next:
		for _, name := range list {
			if name == "" {
				continue
			}
			for _, have := range out {
				if have == name {
					continue next
				}
			}
			out = append(out, name)
		}
	}
	return out
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
