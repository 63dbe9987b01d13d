package kb

import (
	"slices"

	"rihla/model/date"
)

// Kind is a class of entities, such as company, city or source.
type Kind struct {
	Name     string   // without slashes, never empty
	Label    Text     // of the kind, in the plural: the text of its tab; may be empty
	Singular Text     // for one entity; may be empty
	Columns  []string // of lists, as dotted field paths; empty: the default ones
	Sort     string   // a dotted field path, or empty for the order of the files
	Required []string // fields without which an entity is a finding
	Files    []string // doublestar patterns of files that are one entity each
	Fields   []*Field // declared ones first, then in the order of first use
	Declared bool     // in the manifest
	Pos      Pos      // of the declaration

	// What the manifest says of where entities stand and how they are called:
	// dotted paths of fields, empty where the reader infers them.
	At          []string // the tables of entities: "http.routers.*"
	Values      bool     // plain values below At are entities too
	NameField   string
	KeyField    string
	Identities  []string // fields whose values refer to an entity, besides its key and names
	FolderField string   // that holds the folder below the kind's; "-" for none
	Excluded    bool     // left out of the knowledge base

	Entities []*Entity // in the order of files and offsets

	fields   map[string]*Field // by path
	numbered []*Field          // by Field.number
	mention  *Field            // nil until MentionField
}

// Field returns the kind's field of a dotted path, created if it is new.
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

// MentionField returns the field of the links in bodies, created if it is new.
// Fields does not hold it: no query or column names it.
func (k *Kind) MentionField() *Field {
	if k.mention == nil {
		k.mention = &Field{Path: "body", mention: true, number: uint32(len(k.numbered))}
		k.numbered = append(k.numbered, k.mention)
	}
	return k.mention
}

// FindField returns the kind's field of a dotted path, or nil.
func (k *Kind) FindField(path string) *Field { return k.fields[path] }

// DeclaresFields reports whether the manifest declares any field of the kind.
func (k *Kind) DeclaresFields() bool {
	return slices.ContainsFunc(k.Fields, func(f *Field) bool { return f.Declared })
}

// Sample returns at most n of the kind's entities, at even intervals.
func (k *Kind) Sample(n int) []*Entity {
	sample := make([]*Entity, min(n, len(k.Entities)))
	for i := range sample {
		sample[i] = k.Entities[i*len(k.Entities)/len(sample)]
	}
	return sample
}

// Field is one field of one kind.
type Field struct {
	Path     string // dotted: access.teams
	Label    Text
	Aliases  []string // other names for queries
	Type     FieldType
	Choices  []string // declared values; empty: any
	Declared bool     // in the manifest
	Pos      Pos      // of the declaration

	// Dates says which values are dates where the manifest declares no type: that
	// follows from the name and all the values of the field.
	Dates date.Reading

	// Relation is not nil if the field's values name entities.
	Relation *Relation
	// Targets are the kinds that the relation leads to from this kind; empty: any.
	Targets []*Kind
	// Keyed is set if the field is a table whose keys are the references, and
	// whose values are qualifiers.
	Keyed bool

	mention bool
	number  uint32 // index into Kind.numbered
}

// IsMention reports whether the field is that of the links in bodies.
func (f *Field) IsMention() bool { return f.mention }

// Relation is a field that links entities, of one kind or several.
type Relation struct {
	Name      string   // the dotted path of the field
	Label     Text     // seen from the entity that has the field
	Inverse   Text     // seen from the target; may be empty
	Aliases   []string // other names for queries
	From, To  []string // names of kinds; empty: any
	Symmetric bool     // Label also describes it from the target
	Declared  bool     // in the manifest, rather than inferred
	Never     bool     // the manifest says that the field is no relation
	IsNeed    bool     // inferred, and called after what an entity needs
	Lenient   bool     // read as if it were inferred: what names nothing is no error
	Pos       Pos      // of the declaration
}
