// Package styles holds the styles that were registered.
package styles

import "github.com/alecthomas/chroma/v2"

// Registry finds a style by its name.
var Registry = map[string]*chroma.Style{}

// Register adds a style.
func Register(style *chroma.Style) *chroma.Style {
	Registry[style.Name] = style
	return style
}
