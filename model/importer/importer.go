package importer

import (
	"cmp"
	"context"
	"path/filepath"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader"
	"rihla/model/say"
)

// Options configures an import. The zero value infers everything.
type Options struct {
	From Format // format of all files; empty: detected from the extension or the content
	Kind string // kind of all entities; empty: derived from the file names
	Key  string // column or field of the keys; empty: chosen automatically
	Day  string // access date of the files, as 2006-01-02; empty: omitted
	// Single selects a single TOML file instead of one file per kind.
	Single bool
}

// Import is the result of an import.
type Import struct {
	Inputs   []Input
	Kinds    []*Kind
	Findings []Finding // in the order of files and lines; at most mostFindings per message
	// KB is the knowledge base that the reader builds from the TOML; nil before Judge.
	KB *kb.KB

	day            string
	title, summary string
	languages      []string
	labels         map[string]string // by kind
	relations      []relation        // relations declared by the files
	more           map[say.ID]int    // number of findings omitted from Findings, by message
	written        map[string][]byte // TOML by kind
	single         bool
	placed         bool // whether the manifest has to declare the location of the entities
}

// Input is an imported file or folder.
type Input struct {
	Name      string // base name
	Format    Format
	Encoding  string // empty for UTF-8
	Delimiter rune   // of a table; otherwise 0
	Rows      int    // number of rows that became entities
	source    string // key of the source entity; empty if there is none
}

// Kind holds the entities of one kind.
type Kind struct {
	Name     string
	KeyFrom  string // column or field of the keys; empty: derived from names or numbers
	HasKeys  bool   // whether the format itself provides keys
	Renamed  int    // number of duplicate keys that were numbered
	Columns  []Column
	Entities []Entity
}

// Column is a column of a table, or a field of an object.
type Column struct {
	Name   string // as in the file
	Field  string // dotted path; empty for the key column, label columns and omitted columns
	Type   Type
	List   bool // whether cells are split into lists
	Filled int  // number of rows with a value
}

// Entity is an imported entity.
type Entity struct {
	Key    string
	Fields []kb.Entry
	source int    // index of its Input
	place  string // locator in the source
	isOwn  bool   // written by package export: not cited as a source
}

// Finding reports an element that was changed or skipped by the import.
type Finding struct {
	File string
	Line int // 0: the whole file
	Says say.Sentence
}

// relation declares a field whose values are references.
type relation struct {
	name string
	from []string
	to   []string // target kinds; empty: any
}

// mostFindings is the maximum number of findings kept per message.
const mostFindings = 10

func (i *Import) find(file string, line int, says say.Sentence) {
	same := 0
	for _, f := range i.Findings {
		if f.Says.ID == says.ID {
			same++
		}
	}
	if same >= mostFindings {
		i.more[says.ID]++
		return
	}
	i.Findings = append(i.Findings, Finding{file, line, says})
}

// More returns the number of findings omitted from Findings.
func (i *Import) More() int {
	n := 0
	for _, more := range i.more {
		n += more
	}
	return n
}

// Count returns the number of entities, excluding the sources added by the import itself.
func (i *Import) Count() int {
	n := 0
	for _, k := range i.Kinds {
		n += len(k.Entities)
	}
	return n
}

// Read imports files and folders. If a path cannot be imported, the error is an *Error.
func Read(ctx context.Context, paths []string, o Options) (*Import, error) {
	i := &Import{day: o.Day, single: o.Single, more: make(map[say.ID]int), written: make(map[string][]byte), labels: make(map[string]string)}
	r := &reading{Import: i, options: o, isOwn: make(map[int]bool)}
	for _, path := range paths {
		if err := r.path(ctx, path); err != nil {
			return nil, err
		}
	}
	if err := r.settle(ctx); err != nil {
		return nil, err
	}
	order.Stable(i.Findings, func(x, y Finding) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	return i, nil
}

// Judge builds the knowledge base from the TOML of Files. If the reader would infer other
// entities, a manifest declares their locations.
func (i *Import) Judge(ctx context.Context) error {
	for {
		k, err := reader.OpenTexts(ctx, i.texts(), reader.Options{})
		if err != nil {
			return err
		}
		i.KB = k
		if i.placed || i.isAsMeant(k) {
			return nil
		}
		i.placed = true
	}
}

// isAsMeant reports whether a knowledge base contains exactly the entities of the import.
func (i *Import) isAsMeant(k *kb.KB) bool {
	n := 0
	for _, kind := range i.Kinds {
		n += len(kind.Entities)
		for _, e := range kind.Entities {
			if k.Lookup(kb.NewAddress(kind.Name, e.Key)) == nil {
				return false
			}
		}
	}
	for _, in := range i.Inputs {
		if in.source != "" {
			n++
		}
	}
	return n == len(k.Entities)
}

func (i *Import) texts() map[string][]byte {
	texts := make(map[string][]byte)
	for _, f := range i.Files() {
		texts[f.Name] = f.Text
	}
	return texts
}

// nameOf returns the base name of a path.
func nameOf(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return filepath.Base(path)
}
