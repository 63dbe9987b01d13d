package present

import (
	"rihla/model/kb"
)

// webAddress returns where an entity is on the web, on one line and safe to
// show; empty where nothing says so.
func (v Voice) WebAddress(e *kb.Entity) string {
	for _, field := range []string{"url", "website"} {
		if url := v.Cell(e, field); url != "" {
			return url
		}
	}
	return ""
}
