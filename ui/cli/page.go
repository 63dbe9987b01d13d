package cli

import (
	"context"
	"io"

	"rihla/assets"
	"rihla/model/export"
	"rihla/model/query"
	"rihla/ui/webpage"
)

// writePage writes a selection as an HTML page. It omits views whose query does not parse.
func (a *app) writePage(w io.Writer, s export.Selection) error {
	v := a.voice(s.KB)
	v.Configured = a.config.Columns
	o := webpage.Options{Voice: v, Entities: s.Entities, World: assets.World}
	x := a.index(s.KB)
	if len(s.KB.Views) > 0 {
		x.Build(context.Background())
	}
	for _, view := range s.KB.Views {
		node, err := a.asksFor(s.KB, x, view)
		if err != nil {
			continue
		}
		found := foundAmong(s.KB.Entities, x.Find(new(query.Query), node))
		o.Views = append(o.Views, webpage.View{View: view, Entities: found, LinkedTo: x.LinkedTo(new(query.Query), node, 0)})
	}
	return webpage.Write(w, o)
}
