package importer

import (
	"slices"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/mention"
)

// takeOwn undoes what package export adds to a note that it writes: the address, the title
// among the aliases, the tag of the kind, and the text above the body, which says in words
// what the properties hold.
func (n *note) takeOwn() {
	address := kb.Address(n.front.Get("address").Str)
	kind, key, _ := strings.Cut(string(address), "/")
	tags := n.front.Get("tags").Strings()
	title := n.front.Get("title").Str
	if kind == "" || key == "" || len(tags) != 1 || title == "" || !strings.HasPrefix(n.body, "# ") || !strings.Contains(n.body, "`"+string(address)+"`") {
		return
	}
	n.isOwn, n.kind, n.key, n.folder = true, kind, key, ""
	_, n.body, _ = strings.Cut(n.body, "\n"+export.BodyMark+"\n")
	n.body = strings.TrimLeft(n.body, "\n")
	var own []kb.Entry
	for _, f := range n.front.Items {
		switch f.Key {
		case "address", "tags":
			continue
		case "title":
			if f.Key = "name"; title == key {
				continue
			}
		case "aliases":
			f.Value = listOf(slices.DeleteFunc(f.Value.Strings(), func(alias string) bool { return alias == title }))
		}
		if base, found := strings.CutSuffix(f.Key, "_2"); found && slices.Contains(export.NoteProperties, base) {
			f.Key = base
		}
		own = put(own, strings.Split(f.Key, "."), f.Value)
	}
	n.front.Items = own
}

// relateNote declares the relations of the properties that hold links to notes.
func (r *reading) relateNote(n *note) {
	var declare func(path string, v kb.Value)
	declare = func(path string, v kb.Value) {
		switch v.Type {
		case kb.Table:
			for _, item := range v.Items {
				declare(path+"."+item.Key, item.Value)
			}
		case kb.List:
			for _, item := range v.Items {
				declare(path, item.Value)
			}
		case kb.String:
			if _, _, length, ok := mention.Wiki(v.Str); ok && length == len(v.Str) {
				r.relate(relation{name: path, from: []string{n.kind}})
			}
		}
	}
	for _, f := range n.front.Items {
		declare(f.Key, f.Value)
	}
}
