package words

// Pictures: their names, and what all of them share.
var (
	PicturesTitle = Message{"View as", "Afficher comme"}

	// In the menu of views.
	GraphPicture    = Message{"graph: its links", "graphe\u00a0: ses liens"}
	PathPicture     = Message{"path: how it is connected to another", "chemin\u00a0: comment elle est reliée à une autre"}
	TimelinePicture = Message{"timeline", "chronologie"}
	MapPicture      = Message{"map", "carte"}
	GapsPage        = Message{"open questions: links that lack", "questions ouvertes\u00a0: liens qui manquent"}
	SuggestionsPage = Message{"suggestions: what may be missing", "suggestions\u00a0: ce qui manque peut-être"}
	MatrixPicture   = Message{"matrix: two kinds compared", "matrice\u00a0: deux types croisés"}

	MapTitle    = Message{"Map", "Carte"}
	MatrixTitle = Message{"Matrix", "Matrice"}
	Drawing     = Message{"Drawing…", "Tracé…"}
	ChooseTitle = Message{"Choose an entity", "Choisir une entité"}
)
