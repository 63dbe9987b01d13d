// Package assets holds what is built into the program: the knowledge base that
// opens when nothing is named, the outline of the world. It reads nothing and
// knows nothing of the rest.
package assets

import "embed"

// Morocco is the folder of the built-in knowledge base: the Moroccan digital
// mission to the United States in February 2024.
const Morocco = "morocco-us-2024"

// FS holds the built-in knowledge bases, each in a folder of its own.
//
//go:embed morocco-us-2024
var FS embed.FS

// World is the outline of the world, as model/geo/outline codes it.
//
//go:embed world.bin
var World string
