package words

// Marks holds the messages of what is marked: the dialog of it, writing it to
// a file, comparing it side by side.
type Marks struct {
	KeyMark, KeyMarked, KeyCompare, KeyOpenCell  string
	KeyAcross, KeyDiffering, KeyWhole, KeyThings string

	HintMark, HintUnmark, HintMarked, HintNone string
	HintWrite, HintCompare, HintReplace        string
	HintAcross, HintDiffering, HintAll         string
	HintWhole, HintFold                        string
	MarkedTitle, ExportTitle, ReplaceTitle     string
	MarkedCount                                Plural
	IsMarked                                   string // said of the entity that is shown
	NothingMarked, CannotCompare, NotAllRead   string
	CopyNames, CopyAddresses                   string
	WrongEnding                                string // %s are the endings of file names
	FileExists                                 string // %s is a file
	Written                                    string // %s is how many, %s a file
	NotWritten                                 string // %s is the reason
	NoFileThere                                string // %s is what is there instead of a file
	OfKind, InSummary, InBody                  string // what is compared, beside fields
	InSources, InCited                         string
	SideBySide                                 string // %s is how many are compared
	OutOf                                      string // %s is which are seen, %s of how many
	DifferCount                                Plural // %s is how many, %s of how many
	OthersHidden, NothingDiffers               string
	SaidBySome                                 string // %s are the fields of which the others say nothing
	RowPlace                                   string // %s is which, of how many
}

var englishMarks = Marks{
	KeyMark: "mark it, or unmark it", KeyMarked: "what is marked: copy, write to a file, compare",
	KeyCompare: "compare what is marked, side by side", KeyOpenCell: "side by side: open what the cell leads to, or else the entity",
	KeyAcross: "side by side: the entity before, the entity after", KeyDiffering: "side by side: only what differs (≠), or all",
	KeyWhole: "side by side: cells in full, earlier values too, or cut", KeyThings: "side by side: the next thing in a cell, the one before",

	HintMark: "mark", HintUnmark: "unmark", HintMarked: "marked", HintNone: "unmark all",
	HintWrite: "write", HintCompare: "compare", HintReplace: "replace",
	HintAcross: "entity", HintDiffering: "differing", HintAll: "all",
	HintWhole: "in full", HintFold: "in short",
	MarkedTitle: "Marked", ExportTitle: "Write what is marked to", ReplaceTitle: "There already",
	MarkedCount: Plural{"%s marked", "%s marked"}, IsMarked: "marked",
	NothingMarked: "Nothing is marked: space marks what is selected.", CannotCompare: "Comparing takes two: space marks another.",
	NotAllRead: "Not everything has been read yet.",
	CopyNames:  "names", CopyAddresses: "addresses",
	WrongEnding: "The name has to end in %s.", FileExists: "%s is there already.",
	Written: "%s written to %s", NotWritten: "Not written: %s", NoFileThere: "%s is not a file",
	OfKind: "kind", InSummary: "summary", InBody: "text",
	InSources: "sources", InCited: "cited by",
	SideBySide: "%s side by side", OutOf: "%s of %s",
	DifferCount: Plural{"%s row of %s differs", "%s rows of %s differ"}, OthersHidden: "others hidden", NothingDiffers: "Nothing differs.",
	SaidBySome: "Said by some only: %s", RowPlace: "row %s",
}

var frenchMarks = Marks{
	KeyMark: "marquer, ou ne plus marquer", KeyMarked: "ce qui est marqué\u00a0: copier, écrire dans un fichier, comparer",
	KeyCompare: "comparer ce qui est marqué, côte à côte", KeyOpenCell: "côte à côte\u00a0: aller où mène la case, ou sinon à l’entité",
	KeyAcross: "côte à côte\u00a0: l’entité d’avant, celle d’après", KeyDiffering: "côte à côte\u00a0: seulement ce qui diffère (≠), ou tout",
	KeyWhole: "côte à côte\u00a0: cases en entier, valeurs passées aussi, ou coupées", KeyThings: "côte à côte\u00a0: ce qui suit dans une case, ce qui précède",

	HintMark: "marquer", HintUnmark: "démarquer", HintMarked: "marqués", HintNone: "tout démarquer",
	HintWrite: "écrire", HintCompare: "comparer", HintReplace: "remplacer",
	HintAcross: "entité", HintDiffering: "écarts", HintAll: "tout",
	HintWhole: "en entier", HintFold: "en bref",
	MarkedTitle: "Marqués", ExportTitle: "Écrire ce qui est marqué dans", ReplaceTitle: "Existe déjà",
	MarkedCount: Plural{"%s marqué", "%s marqués"}, IsMarked: "marqué",
	NothingMarked: "Rien n’est marqué\u00a0: espace marque ce qui est choisi.", CannotCompare: "Il en faut deux pour comparer\u00a0: espace en marque.",
	NotAllRead: "Tout n’a pas encore été lu.",
	CopyNames:  "noms", CopyAddresses: "adresses",
	WrongEnding: "Le nom doit finir par %s.", FileExists: "%s existe déjà.",
	Written: "Écrit\u00a0: %s, dans %s", NotWritten: "Rien n’est écrit\u00a0: %s", NoFileThere: "%s n’est pas un fichier",
	OfKind: "sorte", InSummary: "résumé", InBody: "texte",
	InSources: "sources", InCited: "cité par",
	SideBySide: "%s côte à côte", OutOf: "%s sur %s",
	DifferCount: Plural{"%s ligne sur %s diffère", "%s lignes sur %s diffèrent"}, OthersHidden: "autres cachées", NothingDiffers: "Rien ne diffère.",
	SaidBySome: "Dit de certains seulement\u00a0: %s", RowPlace: "ligne %s",
}
