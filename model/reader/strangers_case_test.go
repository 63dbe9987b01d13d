package reader

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/tools/txtar"
)

// stranger is a small input of a kind that people keep, and what its author
// would say that it means. It is an archive of testdata/strangers: the comment
// at its top, in TOML, is the expectation, the files are the input.
type stranger struct {
	Name string `toml:"-"`

	About string // what such files are; what is in doubt
	Root  string // the name of the folder; default: that of the archive
	Open  string // the one file to open; default: the folder

	// Entities lists the keys of the entities of each kind, where lists show
	// them by their keys, or maps the keys to the names that lists show, each one
	// or any of several.
	Entities map[string]any
	// Links lists the links as "kind/key field -> kind/key". A link also counts
	// if its field is below the one given.
	Links []string
	Maybe []string // links that are neither demanded nor wrong
	// Findings lists the errors, warnings and notes as "error bad-date". Orphans
	// are expected where anything links, whether listed or not.
	Findings []string
	// MaybeFindings lists findings that are neither demanded nor false.
	MaybeFindings []string
	Timeline      []string                  // "2020-02-18 kind/key", or "2020-02-18/2020-02-20 kind/key" of a span
	Fields        map[string]map[string]any // by address: some fields and their texts; "" for a field that must be absent
	Tabs          []string                  // kinds, in the order of tabs

	files []txtar.File
}

// strangers reads all archives.
func strangers(t *testing.T) []*stranger {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "strangers", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatal(err, paths)
	}
	var all []*stranger
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := &stranger{Name: strings.TrimSuffix(filepath.Base(path), ".txtar"), files: archive.Files}
		meta, err := toml.Decode(string(archive.Comment), s)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for _, key := range meta.Undecoded() {
			if key[0] != "entities" && key[0] != "fields" {
				t.Errorf("%s: unknown key %v", path, key)
			}
		}
		if s.Root == "" {
			s.Root = s.Name
		}
		s.checkSelf(t)
		all = append(all, s)
	}
	return all
}

// checkSelf fails if the expectation contradicts itself.
func (s *stranger) checkSelf(t *testing.T) {
	t.Helper()
	if s.About == "" || len(s.files) == 0 || s.Open != "" && !slices.ContainsFunc(s.files, func(f txtar.File) bool { return f.Name == s.Open }) {
		t.Errorf("%s: about, files or open missing", s.Name)
	}
	entities := s.labels(t)
	for _, link := range slices.Concat(s.Links, s.Maybe) {
		left, to, ok := strings.Cut(link, " -> ")
		at := strings.LastIndex(left, " ")
		if !ok || at < 0 || entities[to] == nil || entities[left[:at]] == nil {
			t.Errorf("%s: no such link: %q", s.Name, link)
		}
	}
	for address := range s.Fields {
		if entities[address] == nil {
			t.Errorf("%s: fields of no entity: %q", s.Name, address)
		}
	}
}

// labels returns the names that lists may show, by address.
func (s *stranger) labels(t *testing.T) map[string][]string {
	t.Helper()
	labels := make(map[string][]string)
	for kind, of := range s.Entities {
		switch of := of.(type) {
		case []any:
			for _, key := range of {
				labels[kind+"/"+key.(string)] = []string{key.(string)}
			}
		case map[string]any:
			for key, label := range of {
				labels[kind+"/"+key] = texts(label)
			}
		default:
			t.Errorf("%s: entities of %s are %v", s.Name, kind, of)
		}
	}
	return labels
}

// texts returns the texts of a list, or of one value; none for "".
func texts(of any) []string {
	var out []string
	list, ok := of.([]any)
	if !ok {
		list = []any{of}
	}
	for _, one := range list {
		if one != "" {
			out = append(out, fmt.Sprint(one))
		}
	}
	return out
}

// write writes the files below dir and returns the path to open.
func (s *stranger) write(t *testing.T, dir string) string {
	t.Helper()
	root := filepath.Join(dir, s.Root)
	for _, f := range s.files {
		path := filepath.Join(root, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(root, filepath.FromSlash(s.Open))
}
