package words

// Marked entities: their dialog, writing them to a file, comparing them.
var (
	MarkedTitle  = Message{"Marked", "Marquées"}
	ExportTitle  = Message{"Write marked entities to", "Écrire les entités marquées dans"}
	BriefTitle   = Message{"Write the brief to", "Écrire la note dans"}
	ReplaceTitle = Message{"File exists", "Le fichier existe"}
	MarkedCount  = Plural{{"%s marked", "%s marked"}, {"%s marquée", "%s marquées"}}

	// Of the entity that is shown.
	IsMarked = Message{"marked", "marquée"}

	NothingMarked = Message{"Nothing is marked: %s marks the selection.", "Rien n’est marqué\u00a0: %s marque la sélection."}
	CannotCompare = Message{"Comparing needs two entities: %s marks another.",
		"Il faut deux entités pour comparer\u00a0: %s en marque une autre."}
	NotAllRead = Message{"Not all files have been read yet.", "Tous les fichiers n’ont pas encore été lus."}

	// %s are the extensions.
	WrongEnding = Message{"The file name must end in %s.", "Le nom du fichier doit finir par %s."}

	// %s is a file.
	FileExists = Message{"%s already exists.", "%s existe déjà."}

	// %s is what a brief is about.
	BriefAbout = Message{"Brief on %s", "note sur %s"}

	// The first %s is a number of entities or a brief, the second a file.
	Written = Message{"%s written to %s", "Écrit\u00a0: %s, dans %s"}

	// %s is the reason.
	NotWritten = Message{"Not written: %s", "Rien n’a été écrit\u00a0: %s"}

	// Rows of a comparison beside those of fields.
	OfKind    = Message{"kind", "type"}
	InSummary = Message{"summary", "résumé"}
	InBody    = Message{"text", "texte"}

	InSources = Message{"sources", "sources"}
	InCited   = Message{"cited by", "cité par"}

	// %s is the number of entities.
	SideBySide = Message{"%s side by side", "%s côte à côte"}

	// The first %s are the visible ones, the second is how many there are.
	OutOf = Message{"%s of %s", "%s sur %s"}

	// The first %s is the number of rows that differ, the second that of all rows.
	DifferCount = Plural{{"%s row of %s differs", "%s rows of %s differ"},
		{"%s ligne sur %s diffère", "%s lignes sur %s diffèrent"}}

	OthersHidden   = Message{"others hidden", "autres masquées"}
	NothingDiffers = Message{"No differences.", "Aucune différence."}

	// %s are fields.
	OnlySome = Message{"Only for some: %s", "Pour certaines seulement\u00a0: %s"}

	// %s is a position, such as 3/12.
	RowPlace = Message{"row %s", "ligne %s"}
)
