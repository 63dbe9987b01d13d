package reader

import (
	"path"
	"strings"
	"sync"

	"rihla/model/kb"
)

// filePaths finds the entities that are whole files by the paths of the files, with
// and without their extensions. It is made when it is first needed.
type filePaths struct {
	once     sync.Once
	isFile   func(*kb.Entity) bool
	entities map[string]*kb.Entity
}

// atPath returns the entity whose file a reference gives the path of: relative to
// the file of the reference, else to the root. The path of a folder leads to the file
// in it that is called as the one of the reference.
func (w *worker) atPath(r reference) *kb.Entity {
	if w.files == nil || !mayBePath(r.text) {
		return nil
	}
	w.files.once.Do(w.indexFiles)
	if len(w.files.entities) == 0 {
		return nil
	}
	own := w.kb.Files[r.from.Pos.File].Path
	name := strings.ReplaceAll(r.text, `\`, "/")
	if !strings.HasPrefix(name, "/") {
		if e := w.fileOrFolder(path.Join(path.Dir(own), name), path.Base(own)); e != nil {
			return e
		}
	}
	return w.fileOrFolder(strings.TrimPrefix(path.Clean(name), "/"), path.Base(own))
}

// mayBePath reports whether a text resembles the path of a file.
func mayBePath(text string) bool {
	return (strings.ContainsAny(text, `/\`) || strings.HasSuffix(text, ".toml")) && !strings.Contains(text, "://") && !strings.ContainsAny(text, "\n\t")
}

func (w *worker) fileOrFolder(name, base string) *kb.Entity {
	if e := w.files.entities[kb.Composed(name)]; e != nil {
		return e
	}
	return w.files.entities[kb.Composed(path.Join(name, base))]
}

func (w *worker) indexFiles() {
	w.files.entities = make(map[string]*kb.Entity)
	for _, e := range w.kb.Entities {
		if !w.files.isFile(e) {
			continue
		}
		name := kb.Composed(w.kb.Files[e.Pos.File].Path)
		w.files.entities[name] = e
		if stem := strings.TrimSuffix(name, path.Ext(name)); w.files.entities[stem] == nil {
			w.files.entities[stem] = e
		}
	}
}
