package keys

// Scope is a set of places in which a key has one meaning.
type Scope uint32

// The places.
const (
	InList Scope = 1 << iota
	InDetail
	InOverview
	InDialog // a dialog to choose from or to read
	InField  // a field to type in: most keys are letters there
	InCompare
	InChooser  // a dialog to choose from a list that the input narrows
	InBoxes    // a chooser whose rows have boxes
	InMarked   // the dialog of marked entities
	InQuestion // a question to answer by a key
	InGraph
	InPath
	InTimeline
	InMap
	InMatrix
	InPictureMenu // the menu of pictures
	InCopy        // the menu of what can be copied
	InInference   // what was inferred from the files
	InProblems    // what is wrong in the files
	InFrequency   // the frequency table of a field
	InBrief       // a brief
	InSuggestions // what may be missing
	InGaps        // open questions
	InRetraction  // what depends on a source
	InWriteForm   // a form whose result is written into a file
	InOutput      // the output of a user command
	InSkins       // the dialog of skins

	AtEntity  = InList | InDetail | InOverview // where one entity is selected
	InPicture = InGraph | InPath | InTimeline | InMap | InMatrix
	InZoomed  = InPicture &^ InPath                  // the pictures that can be panned
	InReach   = InGraph | InPath | InMatrix          // those with a number of hops
	InReport  = InProblems | InSuggestions | InGaps  // lists of what concerns the whole base
	InText    = InInference | InBrief | InRetraction // texts whose links are walked
	// Listed is where what is shown is a list, or is drawn from one that can be filtered.
	Listed     = InList | InDetail | InFrequency | InTimeline | InMap | InMatrix
	OnPage     = AtEntity | InCompare | InReport | InText | InFrequency | InOutput
	Everywhere = OnPage | InPicture
)
