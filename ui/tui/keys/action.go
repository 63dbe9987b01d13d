package keys

// Action is what a key asks for.
type Action uint8

// The actions. None is that of a key without a binding.
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
	Inference
	Problems
	Open
	Back
	Forward
	NextLink
	PrevLink
	Filter
	FindText
	Palette
	Facets
	Clear
	Frequency
	FrequencyPage // has no key: Frequency may ask of which field it is to be
	MoveUp
	MoveDown
	Sort
	Columns
	Sheet
	Narrower
	Wider
	SaveView
	Source
	Copy
	Web
	Edit
	Reload
	Day
	Language
	Mouse
	Help
	Quit
	Suspend
	Mark
	ShowMarked
	PrevEntity
	NextEntity
	Differing
	Expand
	Fit
	UnmarkAll
	Write
	Compare
	Retract
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
	Pictures
	Graph
	Path
	Timeline
	Map
	Matrix
	NextKind
	NextRelation
	Swap
	Order
	Numbers
	Today
	ChooseEnd
	MinConfidence
	CopyName
	CopyAddress
	CopyCitation
	CopyMarkdown
	CopyBrief
	CopyJSON
)
