package importer

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"rihla/model/mention"
)

// noteIndex resolves links to notes.
type noteIndex struct {
	byPath map[string]*note   // lower case, without extension
	byStem map[string][]*note // file names in lower case
	byName map[string][]*note // names and aliases in lower case
	byID   map[string][]*note // identifiers that begin file names, in lower case
	exact  map[string]int     // number of notes that the reader resolves a text to
}

func newNoteIndex(notes []*note) *noteIndex {
	x := &noteIndex{make(map[string]*note), make(map[string][]*note), make(map[string][]*note), make(map[string][]*note), make(map[string]int)}
	for _, n := range notes {
		plain := strings.ToLower(strings.TrimSuffix(n.path, path.Ext(n.path)))
		x.byPath[plain] = n
		if base := path.Base(plain); base == "index" || base == "_index" {
			x.byPath[path.Dir(plain)] = n
		}
		stem := strings.ToLower(n.stem())
		x.byStem[stem] = append(x.byStem[stem], n)
		if id := leadingID.FindStringSubmatch(stem); id != nil {
			x.byID[id[1]] = append(x.byID[id[1]], n)
		}
		for text := range n.names() {
			x.exact[text]++
		}
		for _, name := range append([]string{n.name}, n.aliases...) {
			name = strings.ToLower(name)
			x.byName[name] = append(x.byName[name], n)
		}
	}
	return x
}

// leadingID is an identifier with a digit at the beginning of a file name, before words, as in
// ef56-ownership and 202402110930 Ownership: zk takes the part of a name as a target.
var leadingID = regexp.MustCompile(`^([\pL\pN_.-]*?\pN[\pL\pN]*)[ _.-]+\pL`)

// names returns the texts that the reader resolves to a note.
func (n *note) names() map[string]bool {
	out := map[string]bool{n.key: true, n.address(): true, n.name: true}
	for _, alias := range n.aliases {
		out[alias] = true
	}
	return out
}

func (n *note) address() string { return n.kind + "/" + n.key }

// find resolves a link from a note: by path, relative to the note or to the root; for a
// wiki link also by file name, the nearest first, by name, or by the identifier that begins
// a file name.
func (x *noteIndex) find(from *note, name string, wiki bool) *note {
	name, _, _ = strings.Cut(name, "#")
	name, _, _ = strings.Cut(name, "^")
	if plain, err := url.PathUnescape(name); err == nil && !wiki {
		name = plain
	}
	name = strings.ToLower(strings.TrimSpace(name))
	for _, suffix := range []string{".md", ".markdown"} {
		name = strings.TrimSuffix(name, suffix)
	}
	if name == "" {
		return nil
	}
	below := strings.ToLower(path.Dir(from.path))
	for _, candidate := range []string{path.Join(below, name), path.Clean(strings.TrimPrefix(name, "/"))} {
		if n := x.byPath[candidate]; n != nil {
			return n
		}
	}
	if !wiki {
		return nil
	}
	if n := nearest(from, x.byStem[path.Base(name)], name); n != nil {
		return n
	}
	if named := x.byName[name]; len(named) == 1 {
		return named[0]
	}
	if begun := x.byID[name]; len(begun) == 1 {
		return begun[0]
	}
	return nil
}

// nearest returns the note whose path ends in a name. Among several, it prefers the one
// with the most folders in common with from, then the one with the shortest path.
func nearest(from *note, notes []*note, name string) *note {
	var best *note
	bestShared := -1
	for _, n := range notes {
		plain := strings.ToLower(strings.TrimSuffix(n.path, path.Ext(n.path)))
		if strings.Contains(name, "/") && !strings.HasSuffix("/"+plain, "/"+name) {
			continue
		}
		shared := 0
		mine, theirs := strings.Split(path.Dir(from.path), "/"), strings.Split(path.Dir(n.path), "/")
		for shared < len(mine) && shared < len(theirs) && mine[shared] == theirs[shared] {
			shared++
		}
		if shared > bestShared || shared == bestShared && len(n.path) < len(best.path) {
			best, bestShared = n, shared
		}
	}
	return best
}

// rewritten returns the body of a note with the addresses of notes in place of the links
// that the reader would not resolve. It calls unknown for each wiki link or link to a
// Markdown file without a target note.
func (x *noteIndex) rewritten(n *note, unknown func(name string)) string {
	var b strings.Builder
	done := 0
	mention.Each(n.body, func(m mention.Reference) {
		to := x.find(n, m.Name, m.Wiki)
		switch {
		case to == nil:
			if m.Wiki && !mention.IsFile(m.Name) || strings.HasSuffix(m.Name, ".md") {
				unknown(m.Name)
			}
			return
		case m.Wiki && to.names()[m.Name] && x.exact[m.Name] == 1 || m.Offset < done:
			return
		}
		_, part, isPart := strings.Cut(m.Name, "#")
		address := to.address()
		if isPart {
			address += "#" + part
		}
		b.WriteString(n.body[done:m.Offset])
		if !m.Wiki {
			b.WriteString(strings.ReplaceAll(address, " ", "%20"))
			done = m.End
			return
		}
		b.WriteString(address)
		done = m.Offset + len(m.Name)
		if !strings.Contains(n.body[done:m.End], "|") {
			bar := "|"
			if line := n.body[strings.LastIndexByte(n.body[:m.Offset], '\n')+1:]; strings.HasPrefix(strings.TrimLeft(line, " "), "|") {
				bar = `\|`
			}
			b.WriteString(bar + m.Name)
		}
	})
	b.WriteString(n.body[done:])
	return b.String()
}
