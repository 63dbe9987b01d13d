package cli

import (
	"strings"

	"rihla/model/kb"
	"rihla/ui/safe"
)

// What GitHub reads as more than text in a workflow command is escaped there
// (GitHub Docs, Workflow commands for GitHub Actions).
var (
	annotated  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	annotation = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// annotations are workflow commands, of which GitHub makes annotations. Files
// are named from where the program was started.
type annotations struct {
	output
	root string
}

func (n *annotations) write(f kb.Finding) bool {
	level := f.Severity().String()
	if f.Severity() == kb.Info {
		level = "notice"
	}
	n.printf("::%s file=%s", level, annotation.Replace(safe.Line(named(n.root, f.Position.File))))
	if f.Position.Line > 0 {
		n.printf(",line=%d,col=%d", f.Position.Line, f.Position.Column)
	}
	text := safe.Line(f.Message)
	if f.Hint != "" {
		text += "\n" + safe.Line(f.Hint)
	}
	return n.printf(",title=%s::%s\n", annotation.Replace(string(f.Code)), annotated.Replace(text))
}

func (n *annotations) end(int, int, int) error { return n.flush() }
