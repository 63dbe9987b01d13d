package words

// Marks holds the messages of what is marked: the dialog of it, writing it to
// a file, comparing it side by side.
type Marks struct {
	KeyMark, KeyMarked, KeyCompare, KeyAcross, KeyDiffering string

	HintMark, HintUnmark, HintMarked, HintNone string
	HintWrite, HintCompare, HintReplace        string
	HintAcross, HintDiffering, HintWhole       string
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
	DifferCount                                Plural
	NothingDiffers                             string
}

var englishMarks = Marks{
	KeyMark: "mark it, or unmark it", KeyMarked: "what is marked: copy, write to a file, compare",
	KeyCompare: "compare what is marked, side by side",
	KeyAcross:  "side by side: the entity before, the entity after", KeyDiffering: "side by side: only the fields that differ, or all",

	HintMark: "mark", HintUnmark: "unmark", HintMarked: "marked", HintNone: "unmark all",
	HintWrite: "write", HintCompare: "compare", HintReplace: "replace",
	HintAcross: "more", HintDiffering: "differing", HintWhole: "all",
	MarkedTitle: "Marked", ExportTitle: "Write what is marked to", ReplaceTitle: "There already",
	MarkedCount: Plural{"%s marked", "%s marked"}, IsMarked: "marked",
	NothingMarked: "Nothing is marked: space marks what is selected.", CannotCompare: "Comparing takes two: space marks another.",
	NotAllRead: "Not everything has been read yet.",
	CopyNames:  "names", CopyAddresses: "addresses",
	WrongEnding: "The name has to end in %s.", FileExists: "%s is there already.",
	Written: "%s written to %s", NotWritten: "Not written: %s", NoFileThere: "%s is not a file",
	OfKind: "kind", InSummary: "summary", InBody: "text",
	DifferCount: Plural{"%s differs", "%s differ"}, NothingDiffers: "No field differs.",
}

var frenchMarks = Marks{
	KeyMark: "marquer, ou ne plus marquer", KeyMarked: "ce qui est marqué\u00a0: copier, écrire dans un fichier, comparer",
	KeyCompare: "comparer ce qui est marqué, côte à côte",
	KeyAcross:  "côte à côte\u00a0: l’entité d’avant, celle d’après", KeyDiffering: "côte à côte\u00a0: seulement les champs qui diffèrent, ou tous",

	HintMark: "marquer", HintUnmark: "démarquer", HintMarked: "marqués", HintNone: "tout démarquer",
	HintWrite: "écrire", HintCompare: "comparer", HintReplace: "remplacer",
	HintAcross: "suite", HintDiffering: "écarts", HintWhole: "tout",
	MarkedTitle: "Marqués", ExportTitle: "Écrire ce qui est marqué dans", ReplaceTitle: "Existe déjà",
	MarkedCount: Plural{"%s marqué", "%s marqués"}, IsMarked: "marqué",
	NothingMarked: "Rien n’est marqué\u00a0: espace marque ce qui est choisi.", CannotCompare: "Il en faut deux pour comparer\u00a0: espace en marque.",
	NotAllRead: "Tout n’a pas encore été lu.",
	CopyNames:  "noms", CopyAddresses: "adresses",
	WrongEnding: "Le nom doit finir par %s.", FileExists: "%s existe déjà.",
	Written: "Écrit\u00a0: %s, dans %s", NotWritten: "Rien n’est écrit\u00a0: %s", NoFileThere: "%s n’est pas un fichier",
	OfKind: "sorte", InSummary: "résumé", InBody: "texte",
	DifferCount: Plural{"%s diffère", "%s diffèrent"}, NothingDiffers: "Aucun champ ne diffère.",
}
