package reader

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
	"rihla/model/say"
)

func (c *collector) readKind(m *description, entry kb.Entry) {
	c.checkKeys(entry.Value, kindKeys)
	named := c.kind(kindName(entry.Key))
	kind := named
	switch {
	case !named.Declared:
		c.kb.Declared = append(c.kb.Declared, kind)
		m.kinds = append(m.kinds, kind)
	case !slices.Contains(m.kinds, named): // another root's manifest has declared it
		kind = &kb.Kind{Name: named.Name}
		m.kinds = append(m.kinds, kind)
		defer complete(named, kind)
	}
	kind.Declared, kind.Pos = true, earlier(entry.KeyPos, entry.Value.Pos)
	kind.Label, kind.Singular = c.text(entry.Value, labelKey), c.text(entry.Value, "one")
	kind.Columns, kind.Required = c.strings(entry.Value, "columns"), c.strings(entry.Value, "require")
	kind.Sort = c.string(entry.Value, "sort")
	c.readPlaces(m, kind, entry.Value)
	kind.NameField, kind.KeyField = c.path(entry.Value, "name"), c.path(entry.Value, "key")
	kind.Identities = c.paths(entry.Value, "identities")
	for _, key := range []string{"name", "key", "identities"} {
		for _, path := range entry.Value.Get(key).Strings() {
			c.manifest.named = append(c.manifest.named, namedField{named, path, stringIn(entry.Value.Get(key), path).Pos})
		}
	}
	kind.FolderField = c.folderField(entry.Value)
	kind.Excluded = c.bool(entry.Value, "exclude", false)
	for _, f := range c.tablesIn(entry.Value.Get("fields")) {
		of := named
		if field := named.FindField(f.Key); kind != named && field != nil && field.Declared {
			of = kind
		}
		c.readField(of, f)
	}
}

// readPlaces reads where the entities of a kind stand. Files without tables in
// them are one entity each.
func (c *collector) readPlaces(m *description, kind *kb.Kind, table kb.Value) {
	kind.Files, kind.At = c.globs(table, "files"), c.paths(table, "at")
	kind.Values = c.bool(table, "values", false)
	if len(kind.At) > 0 {
		return
	}
	for _, glob := range kind.Files {
		m.patterns = append(m.patterns, pattern{kind.Name, glob})
	}
}

// folderField reads the name of the field that holds folders: "-" for false.
func (c *collector) folderField(table kb.Value) string {
	v := table.Get("folder")
	switch {
	case v.Type == kb.Bool && v.Str == "false":
		return noFolder
	case v.Type == kb.String && v.Str != "" && !strings.ContainsAny(v.Str, ".*"):
		return v.Str
	case v.Type != kb.Null:
		c.addBadType(v, "folder", say.ExpectFolder.With())
	}
	return ""
}

// noFolder is a kb.Kind.FolderField of entities that have none.
const noFolder = "-"

// globs reads patterns of files. One that is not valid is an issue, and left out.
func (c *collector) globs(table kb.Value, key string) []string {
	return slices.DeleteFunc(c.strings(table, key), func(glob string) bool {
		if glob != "" && doublestar.ValidatePattern(glob) {
			return false
		}
		c.add(kb.BadType, stringIn(table.Get(key), glob).Pos, "", say.NotAPattern.With(say.Text(glob)), say.WritePattern.With())
		return true
	})
}

// path reads the dotted path of a field.
func (c *collector) path(table kb.Value, key string) string {
	path := c.string(table, key)
	if table.Get(key).Type != kb.String || isPath(path) && !strings.Contains(path, "*") {
		return path
	}
	c.addBadType(table.Get(key), key, say.ExpectNameField.With())
	return ""
}

// paths reads dotted paths of tables or fields. One that is not valid is an
// issue, and left out.
func (c *collector) paths(table kb.Value, key string) []string {
	expected, mayHaveStars := say.ExpectIDField.With(), key == "at"
	if mayHaveStars {
		expected = say.ExpectPlace.With()
	}
	return slices.DeleteFunc(c.strings(table, key), func(path string) bool {
		if isPath(path) && (mayHaveStars || !strings.Contains(path, "*")) {
			return false
		}
		c.addBadType(stringIn(table.Get(key), path), key, expected)
		return true
	})
}

// isPath reports whether a text is a dotted path, whose parts may be "*" but do
// not otherwise contain it.
func isPath(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		if part == "" || part != "*" && strings.Contains(part, "*") {
			return false
		}
	}
	return true
}

// stringIn returns the element of a list that is a text, or the text itself.
func stringIn(v kb.Value, text string) kb.Value {
	for _, item := range v.Items {
		if item.Value.Type == kb.String && item.Value.Str == text {
			return item.Value
		}
	}
	return v
}

func (c *collector) readField(kind *kb.Kind, entry kb.Entry) {
	c.checkKeys(entry.Value, fieldKeys)
	field := kind.Field(entry.Key)
	field.Declared, field.Pos = true, earlier(entry.KeyPos, entry.Value.Pos)
	field.Label, field.Aliases = c.text(entry.Value, labelKey), c.strings(entry.Value, "aliases")
	field.Choices = c.strings(entry.Value, "choices")
	v := entry.Value.Get("type")
	if v.Type == kb.List {
		field.Choices = v.Strings()
		return
	}
	field.Type = kb.FieldType(c.string(entry.Value, "type"))
	if v.Type == kb.String && !slices.Contains(kb.FieldTypes, v.Str) {
		c.addBadType(v, "type", say.ExpectType.With(say.Keys(kb.FieldTypes)))
	}
}

func (c *collector) readRelation(m *description, entry kb.Entry) {
	c.checkKeys(entry.Value, relationKeys)
	r := &kb.Relation{Name: entry.Key, Declared: true, Pos: earlier(entry.KeyPos, entry.Value.Pos)}
	r.Label, r.Inverse = c.text(entry.Value, labelKey), c.text(entry.Value, "inverse")
	r.Aliases = c.strings(entry.Value, "aliases")
	r.From, r.To = c.strings(entry.Value, "from"), c.strings(entry.Value, "to")
	r.Symmetric = c.bool(entry.Value, "symmetric", false)
	r.Never = c.bool(entry.Value, "never", false)
	r.Lenient = !c.bool(entry.Value, "strict", m.isStrict)
	if first := c.manifest.relations[r.Name]; first != nil {
		unite(first, r)
		return
	}
	c.manifest.relations[r.Name] = r
	if strings.Contains(r.Name, "*") {
		c.manifest.starred = append(c.manifest.starred, r)
	}
	if !r.Never {
		c.kb.Relations = append(c.kb.Relations, r)
	}
}
