package kb

// Kind is a sort of entity: company, city, source. Its label is what its tab
// says, One what a single entity of it is called; both may be empty.
type Kind struct {
	Name     string
	Label    Text
	Singular Text
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
