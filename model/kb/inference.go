package kb

import (
	"path"
	"slices"
	"strings"
)

// Inference is what the reader concluded from the files themselves, and on what
// grounds. A KB that is Partial has none.
type Inference struct {
	Kinds     []KindInference     // in the order of KB.Kinds
	Relations []RelationInference // taken and rejected ones, in the order of kinds and paths
	Twins     []Twins             // nil until package explain finds them
	Skipped   Skipped
}

// Twins are two kinds that may be one under two names.
type Twins struct {
	Kind, Other *Kind    // Other has no more entities than Kind
	Names       []string // of entities of Other that entities of Kind have as well
}

// Layout is how entities of a kind are written.
type Layout uint8

// The layouts.
const (
	WholeFiles    Layout = iota // a file each
	KeyedTables                 // [kind.key]
	ArrayElements               // [[kind]]
	PlainValues                 // key = value, among or instead of tables
)

// KeyParts is a set of what keys are taken from.
type KeyParts uint8

// What the key of an array's element is taken from.
const (
	KeyOfField  KeyParts = 1 << iota // id, slug, key, or what the manifest says
	KeyOfName                        // the name, or the text in its place
	KeyOfNumber                      // the place in the array
)

// KindInference is where the entities of a kind were found.
type KindInference struct {
	Kind   *Kind
	Places []Place
	// NameField is the dotted path of the field that names most entities, empty
	// if their keys do or no one field does.
	NameField string
	// NamedByText is set if texts of which keys are made name entities.
	NamedByText bool
	// KeyField is the field that all keys are taken from, or empty.
	KeyField string
	// KeysOf is what the keys of elements of arrays are taken from.
	KeysOf KeyParts
	// Identities are the other fields whose values refer to entities of the kind.
	Identities []string
	// FolderField is the field that holds the folder below the kind's, or empty.
	FolderField string
}

// Place is where some entities of a kind stand.
type Place struct {
	In       []uint32 // indices into KB.Files, in order
	Files    []string // doublestar patterns of the files, of no others; nil until package explain finds them
	At       string   // the dotted path of the tables, such as "http.routers.*"; empty: the whole file
	Layout   Layout
	Entities int // number of entities
	Reason   Reason
}

// RelationInference is why the values, or the keys, of a field were taken for
// references or not.
type RelationInference struct {
	Kind     *Kind
	Field    string // dotted path
	Keyed    bool   // whether the keys of the table are the references
	To       *Kind  // that most values name; nil: several kinds
	Hits     int    // values that name an entity of To
	Total    int    // values
	Own      int    // of Total, values that name the entity they belong to; 0 if To is another kind
	Distinct int    // different values among Total
	Keys     int    // of Hits, values that are keys
	Named    int    // of Distinct, values that name an entity of To
	Examples []Example
	Misses   []string // a few values that name nothing
	Accepted bool
	Reason   Reason
}

// Example is one reference of a field.
type Example struct {
	From *Entity
	Ref  string // as written
	To   *Entity
}

// Reason is the rule that decided about a kind or a relation. Its value is a
// word of the command line's and JSON's vocabulary.
type Reason string

// Reasons for and against a relation: that the manifest says so, and that values name
// something, but too few of them.
const (
	ReasonDeclared    Reason = "declared"    // the manifest says that it is one
	ReasonNever       Reason = "never"       // the manifest says that it is none
	ReasonFew         Reason = "few"         // too few values do
	ReasonEnumeration Reason = "enumeration" // of a few different values, one happens to
)

// IsDeclared reports whether the manifest says whether a field is a relation.
func (r *RelationInference) IsDeclared() bool {
	return r.Reason == ReasonDeclared || r.Reason == ReasonNever
}

// IsTooFew reports whether a field is no relation since too few of its values name
// something.
func (r *RelationInference) IsTooFew() bool {
	return !r.Accepted && (r.Reason == ReasonFew || r.Reason == ReasonEnumeration)
}

// Skipped counts what was not read of a folder.
type Skipped struct {
	Excluded []string // files that the manifest leaves out
	// Hidden are TOML files and folders whose names begin with a dot or an
	// underscore.
	Hidden     []string
	Unreadable []string // folders that cannot be read
	Outside    []string // symbolic links that leave the folder, dangle or lead to a folder that is read without them
	Special    []string // pipes, sockets and devices that are named as TOML files
	TooLong    []string // files and folders whose paths are too long for the system
	// Others are files of the folder itself that may hold TOML and are read only
	// where they are named: Cargo.lock, telegraf.conf.
	Others []string
}

// Append adds the names skipped in a folder, each prefixed with the path of the folder.
func (s *Skipped) Append(of Skipped, folder string) {
	for _, list := range []struct {
		to   *[]string
		from []string
	}{
		{&s.Excluded, of.Excluded}, {&s.Hidden, of.Hidden}, {&s.Unreadable, of.Unreadable}, {&s.Outside, of.Outside}, {&s.Special, of.Special}, {&s.TooLong, of.TooLong}, {&s.Others, of.Others},
	} {
		for _, name := range list.from {
			*list.to = append(*list.to, path.Join(folder, name))
		}
	}
}

// Drafts returns the Hidden ones whose names begin with an underscore: a person
// left them out, while names with a dot belong to programs.
func (s *Skipped) Drafts() []string {
	return slices.DeleteFunc(slices.Clone(s.Hidden), func(p string) bool { return !strings.HasPrefix(path.Base(p), "_") })
}
