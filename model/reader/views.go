package reader

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/say"
)

// The keys of a view in a manifest.
const (
	labelKey = "label"
	queryKey = "query"
)

// Views decodes the text of a file that contains, or could contain, a manifest
// (isFolder: that of a folder) and returns its table of views, Null if it has
// none. isManifest is false if the file uses the name views for something else.
// The problems are those of the file as a whole.
func Views(text []byte, isFolder bool) (views kb.Value, isManifest bool, problems []decode.Problem) {
	doc := &document{file: kb.NewFile("", text)}
	doc.root, problems = decode.File(text, 0, func(_ int, entries []kb.Entry) { doc.pack(entries) })
	views = doc.root.Get(viewsTable)
	isManifest = views.Type == kb.Null || views.Type == kb.Table && slices.Contains(tablesOf(doc.root, isFolder), viewsTable)
	return views, isManifest, problems
}

// looksLikeViews reports whether a table of a single file contains views and
// nothing else, each with a query.
func looksLikeViews(table kb.Value) bool {
	if table.Type != kb.Table || !onlyHolds(table, labelKey, queryKey) {
		return false
	}
	for _, view := range table.Items {
		if view.Value.Get(queryKey).Type != kb.String {
			return false
		}
	}
	return true
}

// readView adds a view to the knowledge base. One without a query is an issue.
func (c *collector) readView(m *description, entry kb.Entry) {
	c.checkKeys(entry.Value, viewKeys)
	view := &kb.View{Name: entry.Key, Pos: earlier(entry.KeyPos, entry.Value.Pos)}
	view.Label = c.text(entry.Value, labelKey)
	query := entry.Value.Get(queryKey)
	if query.Type == kb.Null {
		c.add(kb.MissingRequired, view.Pos, "", say.ViewHasNoQuery.With(say.Key(shorten(entry.Key))), say.AddQuery.With())
		return
	}
	if c.kb.View(view.Name) != nil {
		view.Name += " " + c.rootLabel(c.rootOf(m.file.Path))
	}
	view.Query, view.QueryPos = c.string(entry.Value, queryKey), query.Pos
	if query.Type == kb.String {
		c.kb.Views = append(c.kb.Views, view)
	}
}
