package kb

import (
	"path"
	"slices"
	"strings"
)

// Root is one of several paths opened as one knowledge base.
type Root struct {
	Path     string // below KB.Dir, with forward slashes
	IsFolder bool
	// Describes is set if the root contains a manifest.
	Describes bool
}

// Holds reports whether the root is or contains a file, given by its path below KB.Dir.
func (r Root) Holds(file string) bool {
	return file == r.Path || r.IsFolder && (r.Path == "." || strings.HasPrefix(file, r.Path+"/"))
}

// Below returns the path of a file relative to the root; if the root is itself a file, the
// name of the file.
func (r Root) Below(file string) string {
	switch {
	case !r.IsFolder:
		return path.Base(file)
	case r.Path == ".":
		return file
	}
	return strings.TrimPrefix(file, r.Path+"/")
}

// ManifestFile returns the path below KB.Dir of the file that contains the manifest of the root, or
// would contain it.
func (r Root) ManifestFile() string {
	if r.IsFolder {
		return path.Join(r.Path, ManifestPath)
	}
	return r.Path
}

// describing returns the first root that contains a manifest, or the first root if none does.
func (k *KB) describing() Root {
	return k.Roots[max(0, slices.IndexFunc(k.Roots, func(r Root) bool { return r.Describes }))]
}

// ManifestFile returns the path below Dir of the file that contains the manifest, or to which
// one is added: of several roots, that in the first.
func (k *KB) ManifestFile() string {
	switch {
	case len(k.Roots) > 0:
		return k.describing().ManifestFile()
	case k.IsFolder:
		return ManifestPath
	}
	return k.Files[0].Path
}

// HasFolder reports whether files can be added beside ManifestFile: whether its root is a
// folder.
func (k *KB) HasFolder() bool {
	if len(k.Roots) > 0 {
		return k.describing().IsFolder
	}
	return k.IsFolder
}
