package export

import (
	"io"
	"strings"

	"rihla/model/kb"
)

// Characters that have a meaning in a workflow command, and their escapes.
var (
	githubText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

type github struct {
	document
	root string
}

// GitHub writes findings as workflow commands, which GitHub shows as annotations
// of files (GitHub Docs, Workflow commands for GitHub Actions). Files are named
// from root. The texts of findings must hold no control characters.
func GitHub(w io.Writer, root string) FindingWriter {
	return &github{document: newDocument(w), root: root}
}

func (g *github) Write(f kb.Finding, problem, remedy string) error {
	level := f.Severity().String()
	if f.Severity() == kb.Info {
		level = "notice"
	}
	g.printf("::%s file=%s", level, githubProperty.Replace(pathFrom(g.root, f.Position.File)))
	if f.Position.Line > 0 {
		g.printf(",line=%d,col=%d", f.Position.Line, f.Position.Column)
	}
	text := problem
	if remedy != "" {
		text += "\n" + remedy
	}
	g.printf(",title=%s::%s\n", githubProperty.Replace(string(f.Code)), githubText.Replace(text))
	return g.err
}

func (g *github) Close() error { return g.flush() }
