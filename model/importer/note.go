package importer

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/mention"
	"rihla/model/reader"
	"rihla/model/say"
)

// note is an imported Markdown file.
type note struct {
	input   int
	path    string // relative to the imported folder
	kind    string
	key     string
	folder  string // relative to the folder of the kind
	name    string
	aliases []string
	front   kb.Value
	body    string
	isOwn   bool // written by package export
}

// rootKind is the kind of the notes at the top level.
const rootKind = "note"

// note imports a Markdown file.
func (r *reading) note(root, below, text string) {
	n := &note{input: r.input(), path: below}
	n.front, n.body = r.frontMatter(below, text)
	n.body = strings.TrimRight(strings.TrimLeft(n.body, "\n"), " \t\n")
	n.place(r.options.Kind, root == below)
	if r.options.Kind == "" {
		n.takeOwn()
	}
	if n.aliases = textsOf(n.front.Get("aliases")); !n.isOwn {
		n.aliases = append(n.aliases, textsOf(n.front.Get("alias"))...)
	}
	stem := n.stem()
	switch {
	case n.front.Get("title").Type == kb.String:
		n.name = n.front.Get("title").Str
	case n.front.Get("name").Type == kb.String:
		n.name = n.front.Get("name").Str
	default:
		n.name = stem
		if heading := headingOf(n.body); heading != "" && isID(stem) {
			n.name = heading
		}
	}
	r.notes = append(r.notes, n)
	r.Inputs[n.input].Rows++
}

// stem returns the file name of a note without its extension; for an index file, the name
// of its folder.
func (n *note) stem() string {
	name := strings.TrimSuffix(path.Base(n.path), path.Ext(n.path))
	if name == "index" || name == "_index" {
		if of := path.Base(path.Dir(n.path)); of != "." {
			return of
		}
	}
	return name
}

var onlyNumbers = regexp.MustCompile(`^[0-9 _.-]*$`)

// place sets the kind, the key and the folder of a note.
func (n *note) place(kind string, alone bool) {
	folders := strings.Split(path.Dir(n.path), "/")
	if folders[0] == "." || alone {
		folders = nil
	}
	n.kind = rootKind
	if len(folders) > 0 && !onlyNumbers.MatchString(folders[0]) {
		n.kind = kindName(folders[0])
		folders = folders[1:]
	}
	if kind != "" {
		n.kind = kind
	}
	n.folder = strings.Join(folders, "/")
	n.key = reader.Slug(n.stem())
}

// isID reports whether a file name is a slug, such as the identifiers of zk, rather than a
// title.
func isID(stem string) bool { return stem == reader.Slug(stem) }

// headingOf returns the level-one heading on the first line of a body; empty if there is
// none.
func headingOf(body string) string {
	first, _, _ := strings.Cut(body, "\n")
	if text, ok := strings.CutPrefix(first, "# "); ok && !strings.ContainsAny(text, "[]`*_<") {
		return strings.TrimSpace(strings.TrimRight(text, "# "))
	}
	return ""
}

// textsOf returns a text, or the texts of a list.
func textsOf(v kb.Value) []string {
	if v.Type == kb.String {
		return trimmed(strings.Split(v.Str, ","))
	}
	return v.Strings()
}

// settleNotes converts the notes to rows with unique keys, and resolves their links.
func (r *reading) settleNotes() {
	taken := make(map[string]int)
	for _, n := range r.notes {
		taken[n.kind+"/"+n.key]++
	}
	for _, n := range r.notes {
		if taken[n.kind+"/"+n.key] > 1 && n.folder != "" && !n.isOwn {
			n.key = n.folder + "/" + n.key
		}
		if n.key == "" {
			n.key = n.kind
		}
	}
	all := newNoteIndex(r.notes)
	tables := make(map[string]*table)
	unknown, first, firstFile := 0, "", ""
	for _, n := range r.notes {
		isUnknown := func(name string) {
			if unknown++; unknown == 1 {
				first, firstFile = name, n.path
			}
		}
		body := all.rewritten(n, isUnknown)
		t := tables[n.kind]
		if t == nil {
			t = r.table(n.kind)
			tables[n.kind] = t
		}
		fields := n.fields(all, body, isUnknown)
		if n.isOwn {
			r.relateNote(n)
		}
		t.rows = append(t.rows, row{key: n.key, input: n.input, place: n.path, isOwn: n.isOwn, fields: fields})
		t.note(fields)
	}
	if unknown > 0 {
		r.find(firstFile, 0, say.LinksUnknown.With(say.Number(unknown), say.Text(first)))
	}
}

// fields returns the fields of a note: names, front matter and body. It calls unknown for each
// wiki link of the front matter without a target note.
func (n *note) fields(all *noteIndex, body string, unknown func(name string)) []kb.Entry {
	var out []kb.Entry
	if !n.front.Has("title") && !n.front.Has("name") && n.name != n.key {
		out = append(out, kb.Entry{Key: "name", Value: kb.Value{Type: kb.String, Str: n.name}})
	}
	for _, item := range n.front.Items {
		switch item.Key {
		case "aliases":
			continue
		case "alias", "tags", "tag", "body", "folder":
			if !n.isOwn {
				continue
			}
		}
		out = append(out, kb.Entry{Key: item.Key, Value: all.references(n, item.Value, unknown)})
	}
	if len(n.aliases) > 0 {
		out = append(out, kb.Entry{Key: "aliases", Value: listOf(n.aliases)})
	}
	if tags := n.tags(); len(tags) > 0 && !n.isOwn {
		out = append(out, kb.Entry{Key: "tags", Value: listOf(tags)})
	}
	for _, key := range []string{"folder", "body"} {
		if v := n.front.Get(key); v.Type != kb.Null && !n.isOwn {
			out = append(out, kb.Entry{Key: key + "_property", Value: v})
		}
	}
	if n.folder != "" {
		out = append(out, kb.Entry{Key: "folder", Value: kb.Value{Type: kb.String, Str: n.folder}})
	}
	if body != "" {
		out = append(out, kb.Entry{Key: "body", Value: kb.Value{Type: kb.String, Str: body}})
	}
	return out
}

// inlineTag matches an inline tag of Obsidian and zk.
var inlineTag = regexp.MustCompile(`(?:^|[\s(])#([\p{L}_][\p{L}\p{N}_/-]*)`)

// tags returns the tags of the front matter and of the body, except in code.
func (n *note) tags() []string {
	var tags []string
	add := func(tag string) {
		if tag = strings.TrimPrefix(strings.TrimSpace(tag), "#"); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	for _, key := range []string{"tags", "tag"} {
		v := n.front.Get(key)
		of := v.Strings()
		if v.Type == kb.String {
			of = strings.FieldsFunc(v.Str, func(r rune) bool { return r == ',' || r == ' ' })
		}
		for _, tag := range of {
			add(tag)
		}
	}
	fence := ""
	for line := range strings.Lines(n.body) {
		mark := strings.TrimLeft(line, " ")
		switch {
		case fence != "":
			if strings.HasPrefix(mark, fence) {
				fence = ""
			}
			continue
		case strings.HasPrefix(mark, "```"), strings.HasPrefix(mark, "~~~"):
			fence = mark[:3]
			continue
		}
		for n, part := range strings.Split(line, "`") {
			if n%2 == 0 {
				for _, m := range inlineTag.FindAllStringSubmatch(part, -1) {
					add(m[1])
				}
			}
		}
	}
	return tags
}

// references replaces each wiki link in a front matter value by the address of its target
// note, and calls unknown for one without.
func (x *noteIndex) references(n *note, v kb.Value, unknown func(name string)) kb.Value {
	switch v.Type {
	case kb.String:
		name, _, length, ok := mention.Wiki(v.Str)
		if !ok || length != len(v.Str) {
			return v
		}
		if to := x.find(n, name, true); to != nil {
			name = to.address()
		} else if !mention.IsFile(name) {
			unknown(name)
		}
		return kb.Value{Type: kb.String, Str: name}
	case kb.List, kb.Table:
		items := slices.Clone(v.Items)
		for i := range items {
			items[i].Value = x.references(n, items[i].Value, unknown)
		}
		v.Items = items
	}
	return v
}
