package keys

import (
	"slices"

	"rihla/ui/words"
)

// configured are the names that the configuration has for actions.
var configured = [...]string{
	Up: "up", Down: "down", PageUp: "page-up", PageDown: "page-down", HalfUp: "half-page-up", HalfDown: "half-page-down", Top: "top", Bottom: "bottom",
	Left: "left", Right: "right", NextTab: "next-tab", PrevTab: "previous-tab", ChooseTab: "tabs", Overview: "overview",
	Open: "open", Back: "back", Forward: "forward", NextLink: "next-link", PrevLink: "previous-link", Source: "source", Retract: "retract", Reprints: "derived-sources",
	Filter: "filter", FindText: "find-text", Palette: "search", Facets: "facets", Frequency: "frequency", Toggle: "choose-row",
	Sort: "sort", Columns: "columns", Sheet: "sheet", Narrower: "narrower", Wider: "wider", SaveView: "save-view",
	Inference: "inference", Problems: "problems", Brief: "brief", WriteBrief: "write-brief", Suggestions: "suggestions", Adopt: "adopt", Refuse: "refuse", Questions: "open-questions",
	Pictures: "views", Graph: "graph", Path: "path", Timeline: "timeline", Map: "map", Matrix: "matrix",
	PanUp: "pan-up", PanDown: "pan-down", PanLeft: "pan-left", PanRight: "pan-right", ZoomIn: "zoom-in", ZoomOut: "zoom-out", Fit: "fit", Details: "details",
	NextKind: "next-kind", NextRelation: "next-relation", Swap: "swap", Order: "matrix-order", Numbers: "numbers", Today: "today", Gaps: "gaps", ChooseEnd: "other-end", MinConfidence: "confidence",
	Compare: "compare", PrevEntity: "previous-entity", NextEntity: "next-entity", Differing: "differing", Expand: "expand",
	Mark: "mark", ShowMarked: "marked", UnmarkAll: "unmark-all", CopyMarked: "copy-marked", Write: "write-marked",
	Copy: "copy", CopyName: "copy-name", CopyAddress: "copy-address", CopyCitation: "copy-citation", CopyMarkdown: "copy-markdown", CopyBrief: "copy-brief", CopyJSON: "copy-json",
	Add: "add", Change: "change", Remove: "remove", MoreRows: "more-rows", NewLine: "new-line", Undo: "undo", Redo: "redo", NextOffer: "next-offer", PrevOffer: "previous-offer",
	Web: "web", Edit: "edit", EditListed: "edit-listed", Replace: "replace-file", Clear: "clear", MoveUp: "move-up", MoveDown: "move-down",
	Day: "day", Reload: "reload", Language: "language", Mouse: "mouse", Skins: "skins", Help: "help", Suspend: "suspend", Quit: "quit",
}

// ConfiguredName returns the name that the configuration has for an action; empty where
// its keys cannot be chosen.
func ConfiguredName(a Action) string {
	if int(a) < len(configured) {
		return configured[a]
	}
	return ""
}

// ActionCalled returns the action that the configuration has a name for, or None.
func ActionCalled(name string) Action {
	if at := slices.Index(configured[:], name); at > 0 && name != "" {
		return Action(at)
	}
	return None
}

// Choosable returns the actions whose keys can be chosen, in the order of the help.
func Choosable() []Action {
	var out []Action
	for _, table := range [][]Entry{Table, dialogs} {
		for _, e := range table {
			for _, b := range e.Keys {
				if ConfiguredName(b.Action) != "" && !slices.Contains(out, b.Action) {
					out = append(out, b.Action)
				}
			}
		}
	}
	return out
}

// Meant returns what the help says of an action: in lists, if it is one of theirs, else
// on the first screen that has it.
func Meant(a Action) words.Message {
	said := words.None
	for _, table := range [][]Entry{Table, dialogs} {
		for _, e := range table {
			if e.has(a) && e.Help != words.None && (said == words.None || e.Scope&InList != 0) {
				said = e.Help
			}
		}
	}
	return said
}
