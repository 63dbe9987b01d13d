// Package widget holds what several pages draw with: a document whose links can
// be selected, tabs, a field, a progress bar, boxes laid over a screen. A widget
// knows no knowledge base.
//
// The field is ours: that of Bubbles counts its caret in code points, and deletes
// halves of characters. The progress bar is that of Bubbles. The document is ours: a
// key in 100,000 lines took it 4 µs, a viewport of Bubbles 0.8 ms, or 766 ms
// with wrapping (go test -run '^$' -bench Rows -benchtime 30x ./ui/tui), and its
// links need a selection. Boxes are ours: one over a screen of 200 by 60 cells
// took 0.2 ms, with the styles and layers of Lip Gloss 5.1 ms
// (go test -run '^$' -bench Dialog -benchtime 200x ./ui/tui/widget).
package widget
