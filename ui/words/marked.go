package words

// What is marked: the dialog of it, writing it to a file, comparing it side by side.
var (
	MarkedTitle  = Message{"Marked", "Marqués"}
	ExportTitle  = Message{"Write what is marked to", "Écrire ce qui est marqué dans"}
	ReplaceTitle = Message{"There already", "Existe déjà"}
	MarkedCount  = Plural{{"%s marked", "%s marked"}, {"%s marqué", "%s marqués"}}

	// said of the entity that is shown
	IsMarked = Message{"marked", "marqué"}

	NothingMarked = Message{"Nothing is marked: %s marks what is selected.",
		"Rien n’est marqué\u00a0: %s marque ce qui est choisi."}
	CannotCompare = Message{"Comparing takes two: %s marks another.",
		"Il en faut deux pour comparer\u00a0: %s en marque."}
	NotAllRead = Message{"Not everything has been read yet.", "Tout n’a pas encore été lu."}

	// %s are the endings of file names
	WrongEnding = Message{"The name has to end in %s.", "Le nom doit finir par %s."}

	// %s is a file
	FileExists = Message{"%s is there already.", "%s existe déjà."}

	// %s is how many, %s a file
	Written = Message{"%s written to %s", "Écrit\u00a0: %s, dans %s"}

	// %s is the reason
	NotWritten = Message{"Not written: %s", "Rien n’est écrit\u00a0: %s"}

	// %s is what is there instead of a file
	NoFileThere = Message{"%s is not a file", "%s n’est pas un fichier"}

	// what is compared, beside fields
	OfKind    = Message{"kind", "sorte"}
	InSummary = Message{"summary", "résumé"}
	InBody    = Message{"text", "texte"}

	InSources = Message{"sources", "sources"}
	InCited   = Message{"cited by", "cité par"}

	// %s is how many are compared
	SideBySide = Message{"%s side by side", "%s côte à côte"}

	// %s is which are seen, %s of how many
	OutOf = Message{"%s of %s", "%s sur %s"}

	// %s is how many, %s of how many
	DifferCount = Plural{{"%s row of %s differs", "%s rows of %s differ"},
		{"%s ligne sur %s diffère", "%s lignes sur %s diffèrent"}}

	OthersHidden   = Message{"others hidden", "autres cachées"}
	NothingDiffers = Message{"Nothing differs.", "Rien ne diffère."}

	// %s are the fields of which the others say nothing
	SaidBySome = Message{"Said by some only: %s", "Dit de certains seulement\u00a0: %s"}

	// %s is which, of how many
	RowPlace = Message{"row %s", "ligne %s"}
)
