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
	Help  words.Message
	Hint  words.Message // words.None where the bottom line does not name it
	Keys  []Key
}

// Shown returns the keys as they are shown, in the words of a language.
func (b Binding) Shown(w *words.Language) string {
	return strings.Replace(b.Show, "space", w.Say(words.Space), 1)
}

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
	{"↑ ↓ k j", OnPage, words.KeyMove, words.None, slices.Concat(on(Up, "up", "k"), on(Down, "down", "j"))},
	{"↑ ↓ ← → h j k l", InPicture, words.KeyWalk, words.HintWalk, slices.Concat(on(Up, "up", "k"), on(Down, "down", "j"), on(Left, "left", "h"), on(Right, "right", "l"))},
	{"PgUp PgDn", Everywhere, words.KeyPage, words.None, slices.Concat(on(PageUp, "pgup"), on(PageDown, "pgdown"))},
	{"ctrl-u ctrl-d", Everywhere, words.KeyHalf, words.None, slices.Concat(on(HalfUp, "ctrl+u"), on(HalfDown, "ctrl+d"))},
	{"g G Home End", Everywhere, words.KeyEnds, words.None, slices.Concat(on(Top, "g", "home"), on(Bottom, "G", "end"))},
	{"Enter", InList | InOverview, words.KeyOpen, words.HintOpen, on(Open, "enter")},
	{"Enter", InDetail, words.KeyFollow, words.HintFollow, on(Open, "enter")},
	{"Tab n p", InDetail, words.KeyLinks, words.HintLink, slices.Concat(on(NextLink, "tab", "n"), on(PrevLink, "shift+tab", "p"))},
	{"Enter", InCompare, words.KeyOpenCell, words.HintOpen, on(Open, "enter")},
	{"Enter", InGraph, words.KeyCentre, words.HintCentre, on(Open, "enter")},
	{"Enter", InPicture &^ (InMatrix | InGraph), words.KeyOpenShown, words.HintOpen, on(Open, "enter")},
	{"Enter", InMatrix, words.KeyCell, words.HintOpen, on(Open, "enter")},
	{"Tab", InPicture, words.KeyNext, words.None, slices.Concat(on(NextLink, "tab"), on(PrevLink, "shift+tab"))},
	{"d", InPicture, words.KeyDetails, words.HintDetails, on(Details, "d")},
	{"+ -", InReach, words.KeyHops, words.HintHops, slices.Concat(on(ZoomIn, "+", "="), on(ZoomOut, "-", "_"))},
	{"+ -", InPicture &^ InReach, words.KeyZoom, words.HintZoom, slices.Concat(on(ZoomIn, "+", "="), on(ZoomOut, "-", "_"))},
	{"c", InMatrix, words.KeyOtherKind, words.HintOtherKind, on(OtherKind, "c")},
	{"b", InMatrix, words.KeyRelation, words.HintRelation, on(OtherRelation, "b")},
	{"r", InMatrix | InPath, words.KeySwap, words.HintSwap, on(Swap, "r")},
	{"S", InMatrix, words.KeyOrder, words.HintOrder, on(Order, "S")},
	{"n", InMatrix, words.KeyNumbers, words.HintNumbers, on(Numbers, "n")},
	{"shift-←", InZoomed, words.KeyPan, words.None, slices.Concat(on(PanLeft, "shift+left"), on(PanRight, "shift+right"), on(PanUp, "shift+up"), on(PanDown, "shift+down"))},
	{"z", InZoomed, words.KeyFit, words.HintFit, on(Whole, "z")},
	{"t", InTimeline, words.KeyToday, words.HintToday, on(Today, "t")},
	{"a", InPath, words.KeyOtherEnd, words.HintOtherEnd, on(OtherEnd, "a")},
	{"c", InPath, words.KeyLeast, words.HintLeast, on(LeastSure, "c")},
	{"=", AtEntity, words.KeyCompare, words.HintCompare, on(Compare, "=")},
	{"Esc ⌫ -", OnPage, words.KeyBack, words.HintBack, on(Back, "esc", "backspace", "-", "alt+left")},
	{"Esc ⌫ alt-←", InPicture, words.KeyBack, words.HintBack, on(Back, "esc", "backspace", "alt+left")},
	{"d", InCompare, words.KeyDiffering, words.HintDiffering, on(Differing, "d")},
	{"z", InCompare, words.KeyWhole, words.HintWhole, on(Whole, "z")},
	{"← → h l", InCompare, words.KeyAcross, words.HintAcross, slices.Concat(on(EntityBefore, "left", "h"), on(EntityAfter, "right", "l"))},
	{"Tab n p", InCompare, words.KeyThings, words.None, slices.Concat(on(NextLink, "tab", "n"), on(PrevLink, "shift+tab", "p"))},
	{"s", InList | InDetail | InCompare | InPicture, words.KeySource, words.HintSource, on(Source, "s")},
	{"x", InList | InDetail, words.KeyFalls, words.HintFalls, on(Falls, "x")},
	{"z", InDetail, words.KeyUnfold, words.HintUnfold, on(Whole, "z")},
	{"+", OnPage, words.KeyForward, words.None, on(Forward, "+", "alt+right")},
	{"alt-→", InPicture, words.KeyForward, words.None, on(Forward, "alt+right")},
	{"/", Everywhere, words.KeyFilter, words.HintFilter, on(Filter, "/")},
	{": ctrl-k", Everywhere, words.KeyPalette, words.HintPalette, on(Palette, ":", "ctrl+k")},
	{"f", InList, words.KeyFacets, words.HintFacets, on(Facets, "f")},
	{"S", InList, words.KeySort, words.HintSort, on(Sort, "S")},
	{"c", InList, words.KeyColumns, words.HintColumns, on(Columns, "c")},
	{"V", InList, words.SaveView, words.None, on(SaveView, "V")},
	{"← → h l", AtEntity, words.KeyTabs, words.None, slices.Concat(on(PrevTab, "left", "h"), on(NextTab, "right", "l"))},
	{"Tab", InList | InOverview, words.KeyTabs, words.None, slices.Concat(on(NextTab, "tab"), on(PrevTab, "shift+tab"))},
	{"1 … 9", Everywhere, words.KeyTabNumber, words.None, on(TabNumber, "1", "2", "3", "4", "5", "6", "7", "8", "9")},
	{"v", Everywhere, words.KeyViews, words.HintViews, on(Views, "v")},
	{"v g", Everywhere, words.KeyGraph, words.None, on(Graph, "v g")},
	{"v p", Everywhere, words.KeyPath, words.None, on(Path, "v p")},
	{"v t", Everywhere, words.KeyTimeline, words.None, on(Timeline, "v t")},
	{"v m", Everywhere, words.KeyMap, words.None, on(Map, "v m")},
	{"v x", Everywhere, words.KeyMatrix, words.None, on(Matrix, "v x")},
	{"0", InList | InDetail | InCompare | InPicture, words.KeyOverview, words.HintOverview, on(Overview, "0")},
	{"y", Everywhere, words.KeyCopy, words.HintCopy, on(Copy, "y")},
	{"space", InList | InDetail | InPicture, words.KeyMark, words.HintMark, on(Mark, "space")},
	{"m", Everywhere, words.KeyMarked, words.HintMarked, on(Marked, "m")},
	{"o", AtEntity | InPicture, words.KeyWeb, words.None, on(Web, "o")},
	{"e", AtEntity | InPicture, words.KeyEdit, words.None, on(Edit, "e")},
	{"R F5", Everywhere, words.KeyReload, words.None, on(Reload, "R", "f5")},
	{"L", Everywhere, words.KeyLanguage, words.None, on(Language, "L")},
	{"M", Everywhere, words.KeyMouse, words.None, on(Mouse, "M")},
	{"?", Everywhere, words.KeyHelp, words.HintHelp, on(Help, "?")},
	{"ctrl-z", Everywhere, words.KeySuspend, words.None, on(Suspend, "ctrl+z")},
	{"q ctrl-c", Everywhere, words.KeyQuit, words.None, on(Quit, "q", "ctrl+c")},
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
