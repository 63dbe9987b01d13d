// Package export writes a knowledge base in other formats, one writer a file.
// Entities are written one at a time, so that memory is bounded by the largest
// of them.
//
// The commands name the formats that they print in ui/cli (export.go for whole
// knowledge bases), the explorer the files that it writes in ui/tui/write.go.
package export
