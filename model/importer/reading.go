package importer

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/reader/files"
	"rihla/model/say"
)

// reading is the state of one import.
type reading struct {
	*Import
	options Options
	tables  []*table
	notes   []*note
	sources map[string]bool // keys and addresses of the source entities; nil until computed
	isOwn   map[int]bool    // inputs exported by rihla, whose claims already name their sources
}

// table holds the rows of one kind.
type table struct {
	kind    string
	isText  bool // values are untyped texts, whose types are inferred by column
	isCells bool // rows are delimited cells, which may contain lists
	isOwn   bool // columns already have the field names of a knowledge base
	rows    []row
	columns []string        // in file order
	labels  map[string]bool // columns with the names of the targets of a reference column
	known   map[string]bool // set of columns
}

// row is a record that becomes an entity.
type row struct {
	key    string // given by the file; empty: chosen later
	input  int
	line   int
	place  string
	isOwn  bool       // written by package export: the entity names its own sources
	fields []kb.Entry // by column name
}

// Error reports a path that cannot be imported.
type Error struct {
	Path   string
	Line   int // 0: the whole file
	Reason error
}

// Error returns the path and the reason.
func (e *Error) Error() string { return e.Path + ": " + e.Reason.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Reason }

// Reasons of an Error, in addition to errors of the operating system.
var (
	ErrNothing  = errors.New("nothing to import")
	ErrNoColumn = errors.New("no such column")
)

// StandardInput is the path of standard input.
const StandardInput = "/dev/stdin"

// path imports the file or folder at a path.
func (r *reading) path(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return &Error{Path: path, Reason: files.Cause(err)}
	}
	if info.IsDir() {
		return r.folder(ctx, path)
	}
	text, err := files.OnDisk(path, info.Size()).Read()
	if err != nil {
		return &Error{Path: path, Reason: files.Cause(err)}
	}
	name := nameOf(path)
	if path == StandardInput {
		name = "stdin"
	}
	return r.text(path, name, text)
}

// text imports the text of a file as a separate input.
func (r *reading) text(path, name string, text []byte) error {
	plain, enc := r.decoded(name, text)
	format := r.options.From
	if format == "" {
		format = FormatOf(name)
	}
	if told := formatOfText(plain); format == "" || format == JSON && told == JSONL && r.options.From == "" {
		format = told
	}
	r.Inputs = append(r.Inputs, Input{Name: name, Format: format, Encoding: enc})
	if format == Markdown {
		r.note(name, name, plain)
		return nil
	}
	err := r.data(format, name, plain)
	if failed := new(Error); errors.As(err, &failed) {
		failed.Path = path
	} else if err != nil {
		return &Error{Path: path, Reason: err}
	}
	return err
}

// data imports the text of a file other than a note.
func (r *reading) data(format Format, name, text string) error {
	switch format {
	case JSON:
		return r.json(name, text)
	case JSONL, FTM:
		return r.jsonLines(name, text)
	case BibTeX:
		return r.bibtex(name, text)
	case TSV:
		return r.separated(name, text, '\t')
	}
	return r.separated(name, text, 0)
}

// folder imports the notes of a folder or, if it has none, all files with a known
// extension. Names that begin with a dot are skipped.
func (r *reading) folder(ctx context.Context, dir string) error {
	root := nameOf(dir)
	var notes, data, others []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		below, _ := filepath.Rel(dir, path)
		below = filepath.ToSlash(below)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && path == dir:
			return err
		case err != nil:
			r.find(below, 0, say.NotRead.With(say.Cause(files.Cause(err).Error())))
		case path != dir && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
		case !entry.Type().IsRegular():
			r.find(below, 0, say.NotRegular.With())
		case FormatOf(below) == Markdown:
			notes = append(notes, below)
		case FormatOf(below).isData() && !strings.HasSuffix(below, ".txt"):
			data = append(data, below)
		default:
			others = append(others, below)
		}
		return nil
	})
	if err != nil {
		return &Error{Path: dir, Reason: files.Cause(err)}
	}
	wanted := notes
	if len(notes) == 0 || r.options.From.isData() {
		wanted, others = data, append(others, notes...)
	} else {
		others = append(others, data...)
	}
	if len(wanted) == 0 {
		return &Error{Path: dir, Reason: ErrNothing}
	}
	if len(others) > 0 {
		r.find(root, 0, say.FilesSkipped.With(say.Number(len(others)), say.File(others[0])))
	}
	if len(notes) > 0 && !r.options.From.isData() {
		r.Inputs = append(r.Inputs, Input{Name: root, Format: Markdown})
	}
	for _, below := range wanted {
		if err := r.below(dir, root, below); err != nil {
			return err
		}
	}
	return nil
}

// below imports a file of a folder. A file that cannot be imported is reported as a
// finding.
func (r *reading) below(dir, root, below string) error {
	path := filepath.Join(dir, filepath.FromSlash(below))
	text, err := files.OnDisk(path, 0).Read()
	if err != nil {
		r.find(below, 0, say.NotRead.With(say.Cause(files.Cause(err).Error())))
		return nil
	}
	if FormatOf(below) == Markdown {
		plain, _ := r.decoded(below, text)
		r.note(root, below, plain)
		return nil
	}
	err = r.text(path, below, text)
	if failed := new(Error); errors.As(err, &failed) {
		r.Inputs = r.Inputs[:r.input()]
		r.find(below, failed.Line, say.NotRead.With(say.Cause(failed.Reason.Error())))
		return nil
	}
	return err
}

// kindOf returns the kind of a file: the requested kind, otherwise the one derived from the
// file name.
func (r *reading) kindOf(name string) string {
	if r.options.Kind != "" {
		return r.options.Kind
	}
	base := name[strings.LastIndexByte(name, '/')+1:]
	if at := strings.IndexByte(base, '.'); at > 0 {
		base = base[:at]
	}
	return kindName(base)
}

// kindName converts a name to a kind of letters, digits and hyphens.
func kindName(name string) string {
	switch slug := reader.Slug(name); slug {
	case "":
		return "item"
	case "kb", "kinds", "relations", "views", "refused": // reserved for manifests
		return slug + "_"
	default:
		return slug
	}
}

// table returns a new table for the last input.
func (r *reading) table(kind string) *table {
	t := &table{kind: kind}
	r.tables = append(r.tables, t)
	return t
}

func (r *reading) input() int { return len(r.Inputs) - 1 }
