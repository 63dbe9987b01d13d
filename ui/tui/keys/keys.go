// Package keys is the one table of keys: what each does, where, and what help
// and hints say of it. Nothing else names a key.
package keys

import (
	"slices"
	"strings"

	"rihla/ui/words"
)

// Action is what a key asks for.
type Action uint8

// The actions. None is what a key without a meaning asks for.
const (
	None Action = iota
	Up
	Down
	PageUp
	PageDown
	HalfUp
	HalfDown
	Top
	Bottom
	NextTab
	PrevTab
	TabNumber
	Overview
	Open
	Back
	Forward
	NextLink
	PrevLink
	Filter
	Palette
	Facets
	Clear
	MoveUp
	MoveDown
	Sort
	Columns
	SaveView
	Source
	Copy
	Web
	Edit
	Reload
	Language
	Mouse
	Help
	Quit
	Suspend
	Mark
	Marked
	EntityBefore
	EntityAfter
	Differing
	Whole
	UnmarkAll
	Write
	Compare
	Falls
	Accept
	Close
	Toggle
	Left
	Right
	PanUp
	PanDown
	PanLeft
	PanRight
	ZoomIn
	ZoomOut
	Details
	Views
	Graph
	Path
	Timeline
	Map
	Matrix
	OtherKind
	OtherRelation
	Swap
	Order
	Numbers
	Today
	OtherEnd
	LeastSure
)

// Scope is where a key has its meaning: a set of places.
type Scope uint16

// The places.
const (
	InList Scope = 1 << iota
	InDetail
	InOverview
	InDialog // a dialog that is chosen from or read
	InField  // a field that is typed in: most keys are letters there
	InCompare
	InMarked // the dialog of what is marked
	InGraph
	InPath
	InTimeline
	InMap
	InMatrix

	AtEntity   = InList | InDetail | InOverview // where one entity is meant
	InPicture  = InGraph | InPath | InTimeline | InMap | InMatrix
	InZoomed   = InPicture &^ InPath         // the pictures that are moved about
	InReach    = InGraph | InPath | InMatrix // those that go hop by hop
	OnPage     = AtEntity | InCompare
	Everywhere = OnPage | InPicture
)

// Binding is one line of the help: keys that belong together.
type Binding struct {
	Show  string // the keys as they are shown
	Scope Scope
	Help  func(*words.Words) string
	Hint  func(*words.Words) string // nil where the bottom line does not name it
	Keys  []Key
}

// Shown returns the keys as they are shown, in the words of a language.
func (b Binding) Shown(w *words.Words) string { return strings.Replace(b.Show, "space", w.Space, 1) }

// Key is one key, as Bubble Tea names it, and what it asks for.
type Key struct {
	Name   string
	Action Action
}

func on(a Action, names ...string) []Key {
	keys := make([]Key, len(names))
	for i, name := range names {
		keys[i] = Key{name, a}
	}
	return keys
}

// Table is every binding, in the order of the help.
var Table = []Binding{
	{"↑ ↓ k j", OnPage, func(w *words.Words) string { return w.KeyMove }, nil, slices.Concat(on(Up, "up", "k"), on(Down, "down", "j"))},
	{"↑ ↓ ← → h j k l", InPicture, func(w *words.Words) string { return w.KeyWalk }, func(w *words.Words) string { return w.HintWalk }, slices.Concat(on(Up, "up", "k"), on(Down, "down", "j"), on(Left, "left", "h"), on(Right, "right", "l"))},
	{"PgUp PgDn", Everywhere, func(w *words.Words) string { return w.KeyPage }, nil, slices.Concat(on(PageUp, "pgup"), on(PageDown, "pgdown"))},
	{"ctrl-u ctrl-d", Everywhere, func(w *words.Words) string { return w.KeyHalf }, nil, slices.Concat(on(HalfUp, "ctrl+u"), on(HalfDown, "ctrl+d"))},
	{"g G Home End", Everywhere, func(w *words.Words) string { return w.KeyEnds }, nil, slices.Concat(on(Top, "g", "home"), on(Bottom, "G", "end"))},
	{"Enter", InList | InOverview, func(w *words.Words) string { return w.KeyOpen }, func(w *words.Words) string { return w.HintOpen }, on(Open, "enter")},
	{"Enter", InDetail, func(w *words.Words) string { return w.KeyFollow }, func(w *words.Words) string { return w.HintFollow }, on(Open, "enter")},
	{"Tab n p", InDetail, func(w *words.Words) string { return w.KeyLinks }, func(w *words.Words) string { return w.HintLink }, slices.Concat(on(NextLink, "tab", "n"), on(PrevLink, "shift+tab", "p"))},
	{"Enter", InCompare, func(w *words.Words) string { return w.KeyOpenCell }, func(w *words.Words) string { return w.HintOpen }, on(Open, "enter")},
	{"Enter", InGraph, func(w *words.Words) string { return w.KeyCentre }, func(w *words.Words) string { return w.HintCentre }, on(Open, "enter")},
	{"Enter", InPicture &^ (InMatrix | InGraph), func(w *words.Words) string { return w.KeyOpenShown }, func(w *words.Words) string { return w.HintOpen }, on(Open, "enter")},
	{"Enter", InMatrix, func(w *words.Words) string { return w.KeyCell }, func(w *words.Words) string { return w.HintOpen }, on(Open, "enter")},
	{"Tab", InPicture, func(w *words.Words) string { return w.KeyNext }, nil, slices.Concat(on(NextLink, "tab"), on(PrevLink, "shift+tab"))},
	{"d", InPicture, func(w *words.Words) string { return w.KeyDetails }, func(w *words.Words) string { return w.HintDetails }, on(Details, "d")},
	{"+ -", InReach, func(w *words.Words) string { return w.KeyHops }, func(w *words.Words) string { return w.HintHops }, slices.Concat(on(ZoomIn, "+", "="), on(ZoomOut, "-", "_"))},
	{"+ -", InPicture &^ InReach, func(w *words.Words) string { return w.KeyZoom }, func(w *words.Words) string { return w.HintZoom }, slices.Concat(on(ZoomIn, "+", "="), on(ZoomOut, "-", "_"))},
	{"c", InMatrix, func(w *words.Words) string { return w.KeyOtherKind }, func(w *words.Words) string { return w.HintOtherKind }, on(OtherKind, "c")},
	{"b", InMatrix, func(w *words.Words) string { return w.KeyRelation }, func(w *words.Words) string { return w.HintRelation }, on(OtherRelation, "b")},
	{"r", InMatrix | InPath, func(w *words.Words) string { return w.KeySwap }, func(w *words.Words) string { return w.HintSwap }, on(Swap, "r")},
	{"S", InMatrix, func(w *words.Words) string { return w.KeyOrder }, func(w *words.Words) string { return w.HintOrder }, on(Order, "S")},
	{"n", InMatrix, func(w *words.Words) string { return w.KeyNumbers }, func(w *words.Words) string { return w.HintNumbers }, on(Numbers, "n")},
	{"shift-←", InZoomed, func(w *words.Words) string { return w.KeyPan }, nil, slices.Concat(on(PanLeft, "shift+left"), on(PanRight, "shift+right"), on(PanUp, "shift+up"), on(PanDown, "shift+down"))},
	{"z", InZoomed, func(w *words.Words) string { return w.KeyFit }, func(w *words.Words) string { return w.HintFit }, on(Whole, "z")},
	{"t", InTimeline, func(w *words.Words) string { return w.KeyToday }, func(w *words.Words) string { return w.HintToday }, on(Today, "t")},
	{"a", InPath, func(w *words.Words) string { return w.KeyOtherEnd }, func(w *words.Words) string { return w.HintOtherEnd }, on(OtherEnd, "a")},
	{"c", InPath, func(w *words.Words) string { return w.KeyLeast }, func(w *words.Words) string { return w.HintLeast }, on(LeastSure, "c")},
	{"=", AtEntity, func(w *words.Words) string { return w.KeyCompare }, func(w *words.Words) string { return w.HintCompare }, on(Compare, "=")},
	{"Esc ⌫ -", OnPage, func(w *words.Words) string { return w.KeyBack }, func(w *words.Words) string { return w.HintBack }, on(Back, "esc", "backspace", "-", "alt+left")},
	{"Esc ⌫ alt-←", InPicture, func(w *words.Words) string { return w.KeyBack }, func(w *words.Words) string { return w.HintBack }, on(Back, "esc", "backspace", "alt+left")},
	{"d", InCompare, func(w *words.Words) string { return w.KeyDiffering }, func(w *words.Words) string { return w.HintDiffering }, on(Differing, "d")},
	{"z", InCompare, func(w *words.Words) string { return w.KeyWhole }, func(w *words.Words) string { return w.HintWhole }, on(Whole, "z")},
	{"← → h l", InCompare, func(w *words.Words) string { return w.KeyAcross }, func(w *words.Words) string { return w.HintAcross }, slices.Concat(on(EntityBefore, "left", "h"), on(EntityAfter, "right", "l"))},
	{"Tab n p", InCompare, func(w *words.Words) string { return w.KeyThings }, nil, slices.Concat(on(NextLink, "tab", "n"), on(PrevLink, "shift+tab", "p"))},
	{"s", InList | InDetail | InCompare | InPicture, func(w *words.Words) string { return w.KeySource }, func(w *words.Words) string { return w.HintSource }, on(Source, "s")},
	{"x", InList | InDetail, func(w *words.Words) string { return w.KeyFalls }, func(w *words.Words) string { return w.HintFalls }, on(Falls, "x")},
	{"z", InDetail, func(w *words.Words) string { return w.KeyUnfold }, func(w *words.Words) string { return w.HintUnfold }, on(Whole, "z")},
	{"+", OnPage, func(w *words.Words) string { return w.KeyForward }, nil, on(Forward, "+", "alt+right")},
	{"alt-→", InPicture, func(w *words.Words) string { return w.KeyForward }, nil, on(Forward, "alt+right")},
	{"/", Everywhere, func(w *words.Words) string { return w.KeyFilter }, func(w *words.Words) string { return w.HintFilter }, on(Filter, "/")},
	{": ctrl-k", Everywhere, func(w *words.Words) string { return w.KeyPalette }, func(w *words.Words) string { return w.HintPalette }, on(Palette, ":", "ctrl+k")},
	{"f", InList, func(w *words.Words) string { return w.KeyFacets }, func(w *words.Words) string { return w.HintFacets }, on(Facets, "f")},
	{"S", InList, func(w *words.Words) string { return w.KeySort }, func(w *words.Words) string { return w.HintSort }, on(Sort, "S")},
	{"c", InList, func(w *words.Words) string { return w.KeyColumns }, func(w *words.Words) string { return w.HintColumns }, on(Columns, "c")},
	{"V", InList, func(w *words.Words) string { return w.SaveView }, nil, on(SaveView, "V")},
	{"← → h l", AtEntity, func(w *words.Words) string { return w.KeyTabs }, nil, slices.Concat(on(PrevTab, "left", "h"), on(NextTab, "right", "l"))},
	{"Tab", InList | InOverview, func(w *words.Words) string { return w.KeyTabs }, nil, slices.Concat(on(NextTab, "tab"), on(PrevTab, "shift+tab"))},
	{"1 … 9", Everywhere, func(w *words.Words) string { return w.KeyTabNumber }, nil, on(TabNumber, "1", "2", "3", "4", "5", "6", "7", "8", "9")},
	{"v", Everywhere, func(w *words.Words) string { return w.KeyViews }, func(w *words.Words) string { return w.HintViews }, on(Views, "v")},
	{"v g", Everywhere, func(w *words.Words) string { return w.KeyGraph }, nil, on(Graph, "v g")},
	{"v p", Everywhere, func(w *words.Words) string { return w.KeyPath }, nil, on(Path, "v p")},
	{"v t", Everywhere, func(w *words.Words) string { return w.KeyTimeline }, nil, on(Timeline, "v t")},
	{"v m", Everywhere, func(w *words.Words) string { return w.KeyMap }, nil, on(Map, "v m")},
	{"v x", Everywhere, func(w *words.Words) string { return w.KeyMatrix }, nil, on(Matrix, "v x")},
	{"0", InList | InDetail | InCompare | InPicture, func(w *words.Words) string { return w.KeyOverview }, func(w *words.Words) string { return w.HintOverview }, on(Overview, "0")},
	{"y", Everywhere, func(w *words.Words) string { return w.KeyCopy }, func(w *words.Words) string { return w.HintCopy }, on(Copy, "y")},
	{"space", InList | InDetail | InPicture, func(w *words.Words) string { return w.KeyMark }, func(w *words.Words) string { return w.HintMark }, on(Mark, "space")},
	{"m", Everywhere, func(w *words.Words) string { return w.KeyMarked }, func(w *words.Words) string { return w.HintMarked }, on(Marked, "m")},
	{"o", AtEntity | InPicture, func(w *words.Words) string { return w.KeyWeb }, nil, on(Web, "o")},
	{"e", AtEntity | InPicture, func(w *words.Words) string { return w.KeyEdit }, nil, on(Edit, "e")},
	{"R F5", Everywhere, func(w *words.Words) string { return w.KeyReload }, nil, on(Reload, "R", "f5")},
	{"L", Everywhere, func(w *words.Words) string { return w.KeyLanguage }, nil, on(Language, "L")},
	{"M", Everywhere, func(w *words.Words) string { return w.KeyMouse }, nil, on(Mouse, "M")},
	{"?", Everywhere, func(w *words.Words) string { return w.KeyHelp }, func(w *words.Words) string { return w.HintHelp }, on(Help, "?")},
	{"ctrl-z", Everywhere, func(w *words.Words) string { return w.KeySuspend }, nil, on(Suspend, "ctrl+z")},
	{"q ctrl-c", Everywhere, func(w *words.Words) string { return w.KeyQuit }, nil, on(Quit, "q", "ctrl+c")},
}

// dialogs are the bindings of dialogs and fields; what they do is said at the
// edge of each, and not in the help.
var dialogs = []Binding{
	{Scope: InDialog | InField, Keys: slices.Concat(on(Up, "up"), on(Down, "down"), on(PageUp, "pgup"), on(PageDown, "pgdown"))},
	{Scope: InField, Keys: slices.Concat(on(NextTab, "tab"), on(PrevTab, "shift+tab"), on(Palette, "ctrl+k"))},
	{Scope: InDialog, Keys: slices.Concat(on(Up, "k", "shift+tab"), on(Down, "j", "tab"), on(HalfUp, "ctrl+u"), on(HalfDown, "ctrl+d"))},
	{Scope: InDialog, Keys: slices.Concat(on(Top, "g", "home"), on(Bottom, "G", "end"), on(Toggle, "space"))},
	{Scope: InMarked, Keys: slices.Concat(on(Mark, "space", "d"), on(UnmarkAll, "x"), on(Copy, "y"), on(Write, "w"), on(Compare, "=", "c"))},
	{Scope: InDialog | InField, Keys: slices.Concat(on(Accept, "enter"), on(Close, "esc"))},
	{Scope: InDialog, Keys: slices.Concat(on(Close, "q", "backspace", "-"), on(Clear, "x"), on(MoveUp, "K", "shift+up"), on(MoveDown, "J", "shift+down"))},
	{Scope: InDialog | InField, Keys: on(Quit, "ctrl+c")},
}

// Find returns what a key asks for in a place.
func Find(scope Scope, name string) Action {
	if a := find(Table, scope, name); a != None {
		return a
	}
	return find(dialogs, scope, name)
}

func find(table []Binding, scope Scope, name string) Action {
	for i := range table {
		if table[i].Scope&scope == 0 {
			continue
		}
		for _, k := range table[i].Keys {
			if k.Name == name {
				return k.Action
			}
		}
	}
	return None
}

// In returns the bindings of a place, in the order of the help.
func In(scope Scope) []Binding {
	var out []Binding
	for _, b := range Table {
		if b.Scope&scope != 0 {
			out = append(out, b)
		}
	}
	return out
}
