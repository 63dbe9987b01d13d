package export

import (
	"io"
	"net/url"
	"strings"

	"rihla/model/kb"
	"rihla/model/mention"
	"rihla/model/order"
	"rihla/model/parallel"
)

// NotesFolder writes a Markdown note for each entity, in a folder for each kind, for
// programs such as Obsidian and zk. Fields become properties in YAML front matter, and
// links between notes are wiki links. The function note returns the content of a note,
// including its backlinks; it is called on several goroutines.
//
// References to entities outside the selection, and wiki links in a body that resolve to no
// entity, are written as text: each wiki link has a target note.
func NotesFolder(file CreateFile, s Selection, note func(*kb.Entity) *Note) error {
	n := newNotes(s)
	prepare := func(i int) string {
		e := s.Entities[i]
		return n.frontMatter(e) + n.markdown(e, note(e))
	}
	next := 0
	return parallel.InOrder(len(s.Entities), prepare, func(text string) error {
		e := s.Entities[next]
		next++
		return file(n.paths[e]+noteSuffix, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
	})
}

const noteSuffix = ".md"

// BodyMark is the line between what a note says of its entity and the body of that: a comment,
// which programs for notes do not show.
const BodyMark = "<!-- body -->"

// NoteProperties are the properties that every note may have, besides the fields of its
// entity. A field of the same name ends in _2.
var NoteProperties = []string{"title", "aliases", "tags", "address", "summary"}

// NotesMark is the file that lists the notes of NotesFolder.
const NotesMark = ".rihla-notes"

// NoteNames returns the names of the notes of all entities.
func NoteNames(k *kb.KB) map[string]bool {
	out := make(map[string]bool, len(k.Entities))
	for _, path := range newNotes(Selection{KB: k, Entities: k.Entities}).paths {
		out[path+noteSuffix] = true
	}
	return out
}

// notes holds the paths of the notes of a selection.
type notes struct {
	Selection
	paths map[*kb.Entity]string // relative to the folder, without extension
}

func newNotes(s Selection) *notes {
	n := &notes{s, make(map[*kb.Entity]string, len(s.Entities))}
	folders := newFileNames("")
	folder, names := make(map[*kb.Kind]string), make(map[*kb.Kind]*fileNames)
	for _, kind := range s.KB.Kinds {
		folder[kind], names[kind] = folders.of(kind.Name), newFileNames("")
	}
	isIn := s.has()
	for _, e := range s.KB.Entities { // all entities, so that paths do not depend on the selection
		if name := names[e.Kind].of(e.Key); isIn(e) {
			n.paths[e] = folder[e.Kind] + "/" + name
		}
	}
	return n
}

// link returns a link to the note of an entity, "" if it has none. A name that is invalid
// in a wiki link is written as a Markdown link.
func (n *notes) link(from, to *kb.Entity, name string) string {
	path, ok := n.paths[to]
	switch {
	case !ok:
		return ""
	case name == "":
		name = strings.Join(strings.Fields(to.Label(n.Lang, n.KB.Languages...)), " ")
	}
	if strings.ContainsAny(name, "[]|`<>\\") || strings.ContainsFunc(name, isUnsafe) {
		return "[" + escapeMarkdown(name, false) + "](" + n.destination(from, to) + ")"
	}
	return "[[" + path + "|" + name + "]]"
}

// named returns a link to the note of an entity; if it has none, a name of the entity.
func (n *notes) named(from, to *kb.Entity, name string) string {
	if name == "" {
		name = strings.Join(strings.Fields(to.Label(n.Lang, n.KB.Languages...)), " ")
	}
	if link := n.link(from, to, name); link != "" {
		return link
	}
	return escapeMarkdown(name, false)
}

// destination returns the relative path between two notes as a Markdown link destination.
func (n *notes) destination(from, to *kb.Entity) string {
	folder, name, _ := strings.Cut(n.paths[to]+noteSuffix, "/")
	if from.Kind == to.Kind {
		return url.PathEscape(name)
	}
	return "../" + url.PathEscape(folder) + "/" + url.PathEscape(name)
}

// markdown returns the content of a note below its properties. The body comes last, so that
// unclosed markup in it affects nothing else.
func (n *notes) markdown(e *kb.Entity, note *Note) string {
	w := noteWriter{Note: note, link: func(to *kb.Entity, name string) string { return n.link(e, to, name) }}
	w.head()
	w.known()
	w.footnotes()
	if note.Body != "" {
		w.b.WriteString("\n" + BodyMark + "\n\n" + strings.TrimRight(n.body(e, note.Body), "\n") + "\n")
	}
	return w.b.String()
}

// body replaces the references to entities in a body by links to notes.
func (n *notes) body(e *kb.Entity, text string) string {
	targets := map[string]*kb.Entity{e.Key: e, string(e.Address()): e}
	for _, m := range n.KB.Record(e).Mentions {
		targets[m.Value.Str] = m.To
	}
	var references []mention.Reference
	mention.Each(text, func(r mention.Reference) { references = append(references, r) })
	order.Stable(references, func(a, b mention.Reference) int { return b.Offset - a.Offset })
	for _, r := range references {
		to := targets[r.Name]
		_, isThere := n.paths[to]
		switch {
		case !r.Wiki && isThere:
			text = text[:r.Offset] + n.destination(e, to) + text[r.End:]
		case r.Wiki:
			from := strings.LastIndex(text[:r.Offset], "[[")
			_, label, bytes, _ := mention.Wiki(text[from:])
			if strings.HasSuffix(text[:from], "!") {
				label = mention.EmbedLabel(r.Name, label)
			}
			written := ""
			switch {
			case to != nil && label == r.Name:
				written = n.named(e, to, "")
			case to != nil:
				written = n.named(e, to, label)
			default:
				written = escapeMarkdown(text[from:from+bytes], false)
			}
			text = text[:from] + written + text[from+bytes:]
		}
	}
	return text
}
