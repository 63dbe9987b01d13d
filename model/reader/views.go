package reader

import (
	"fmt"

	"rihla/model/kb"
	"rihla/model/reader/decode"
)

// The keys of a view in a manifest.
const (
	labelKey = "label"
	queryKey = "query"
)

// Views decodes a file that holds, or might hold, the manifest of a folder or
// its own, and returns its table of views: Null where it has none. What it calls
// views may be no manifest's; then ours is false. The problems are those of the
// file.
func Views(text []byte, folder bool) (views kb.Value, ours bool, problems []decode.Problem) {
	doc := &document{file: kb.NewFile("", text)}
	doc.root, problems = decode.FileWithProgress(text, 0, func(_ int, entries []kb.Entry) { packEntities(doc, entries) })
	views = doc.root.Get(viewsTable)
	return views, views.Type == kb.Null || views.Type == kb.Table && contains(tablesOf(doc.root, folder), viewsTable), problems
}

// looksLikeViews tells whether a table of a single file holds views as a
// manifest keeps them, each with a query and with nothing that a view has not.
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

// readView takes a view into the knowledge base, unless it has no query: there
// would be nothing to show.
func (b *builder) readView(entry kb.Entry) {
	view := &kb.View{Name: entry.Key, Pos: earlier(entry.KeyPos, entry.Value.Pos)}
	view.Label = b.text(entry.Value, labelKey)
	query := entry.Value.Get(queryKey)
	if query.Type == kb.Null {
		b.find(kb.MissingRequired, view.Pos, "", fmt.Sprintf("the view %s has no query", shorten(entry.Key)), `add what it shows: query = "kind:company"`)
		return
	}
	view.Query, view.QueryPos = b.string(entry.Value, queryKey), query.Pos
	if query.Type == kb.String {
		b.kb.Views = append(b.kb.Views, view)
	}
}
