// Package webpage writes a knowledge base as a self-contained HTML file for offline
// browsing: lists, details with evidence, a map, a timeline, a graph. The data is one JSON
// block, with each text formatted by ui/present in every language of the interface. The
// scripts in page/ only lay it out, as text and never as markup.
package webpage

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"
	"sync"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/words"
)

//go:embed page
var files embed.FS

// scripts lists the source files of the script, in order.
var scripts = []string{"base.js", "index.js", "list.js", "evidence.js", "detail.js", "map.js", "timeline.js", "graph.js", "route.js", "keys.js", "app.js"}

// View is the tab of a saved view.
type View struct {
	View     *kb.View
	Entities []*kb.Entity
	LinkedTo *kb.Entity // the entity that all others are linked to; nil if the view does not select by one
}

// Options configures a page.
type Options struct {
	Voice    present.Voice // its language is the initial one
	Entities []*kb.Entity  // in any order; the cited sources are added
	Views    []View
	World    string // outline of the world, in the encoding of model/geo/outline
}

// Write writes a page. It holds one entity in memory at a time.
func Write(w io.Writer, o Options) error {
	before, after, _ := strings.Cut(parts().page, "{{data}}")
	title := html.EscapeString(o.Voice.Title())
	fill := strings.NewReplacer("{{lang}}", o.Voice.Words.Tag, "{{title}}", title, "{{policy}}", policy(), "{{noscript}}", noScript(), "{{style}}", parts().style)
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString(fill.Replace(before))
	if err := newWriter(o, out).base(); err != nil {
		return err
	}
	out.WriteString(strings.Replace(after, "{{script}}", parts().script, 1))
	return out.Flush()
}

// noScript returns the notice that the page requires JavaScript, in all languages.
func noScript() string {
	var said []string
	for _, l := range words.Languages {
		said = append(said, l.Say(words.PageNoScript))
	}
	return html.EscapeString(strings.Join(said, rich.Separator))
}

// texts holds the embedded files of the page.
type texts struct{ page, style, script string }

var parts = sync.OnceValue(func() texts {
	style := "\n" + palettes() + read("style.css")
	var script strings.Builder
	script.WriteString("\n'use strict';\n{\n")
	for _, name := range scripts {
		script.WriteString(read(name))
	}
	script.WriteString("}\n")
	return texts{read("page.html"), style, script.String()}
})

// read returns an embedded file of the page.
func read(name string) string {
	text, err := files.ReadFile("page/" + name)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// policy returns the content security policy of the page (https://www.w3.org/TR/CSP3/):
// only its own script and style run, and it loads nothing.
func policy() string {
	return "default-src 'none'; script-src " + hash(parts().script) + "; style-src " + hash(parts().style) + "; base-uri 'none'; form-action 'none'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// palettes returns the style sheet of the colours: light, dark by system or user
// preference, and print.
func palettes() string {
	light, dark := variables(theme.Light), variables(theme.Dark)
	return ":root { " + light + " color-scheme: light; }\n" +
		"@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { " + dark + " color-scheme: dark; } }\n" +
		":root[data-theme=dark] { " + dark + " color-scheme: dark; }\n" +
		"@media print { :root, :root:not([data-theme=light]), :root[data-theme=dark] { " + variables(theme.Print()) + " color-scheme: light; } }\n"
}

// variables returns a palette as CSS variables.
func variables(p theme.Palette) string {
	var b strings.Builder
	fmt.Fprintf(&b, "--ink: %s; --paper: %s; --soft: %s; --accent: %s; --warn: %s; --chosen: %s; --rule: %s; --wire: %s;",
		theme.Hex(p.Ink), theme.Hex(p.Paper), theme.Hex(p.Muted), theme.Hex(p.Accent), theme.Hex(p.Warning), theme.Hex(p.Selection), theme.Hex(p.Rule), theme.Hex(p.Wire))
	for i, tint := range p.Tints {
		fmt.Fprintf(&b, " --tint%d: %s;", i, theme.Hex(tint))
	}
	return b.String()
}
