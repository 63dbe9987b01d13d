package words

// What all pictures share, and what each is called.
var (
	PicturesTitle = Message{"Look at it as", "Regarder comme"}

	// in the menu
	GraphPicture    = Message{"graph: what surrounds it", "graphe\u00a0: ce qui l’entoure"}
	PathPicture     = Message{"path: how it is connected to another", "chemin\u00a0: comment il est relié à un autre"}
	TimelinePicture = Message{"timeline", "chronologie"}
	MapPicture      = Message{"map", "carte"}
	MatrixPicture   = Message{"matrix: two kinds against each other", "matrice\u00a0: deux sortes croisées"}

	MapTitle    = Message{"Map", "Carte"}
	MatrixTitle = Message{"Matrix", "Matrice"}
	Drawing     = Message{"Drawing…", "Mise en image…"}
	ChooseTitle = Message{"Choose an entity", "Choisir une entité"}
)
