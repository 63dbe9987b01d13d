package words

// What all pictures share, and what each is called.
var (
	ViewsTitle = Message{"Look at it as", "Regarder comme"}

	// in the menu
	GraphView    = Message{"graph: what surrounds it", "graphe\u00a0: ce qui l’entoure"}
	PathView     = Message{"path: how it is connected to another", "chemin\u00a0: comment il est relié à un autre"}
	TimelineView = Message{"timeline", "chronologie"}
	MapView      = Message{"map", "carte"}
	MatrixView   = Message{"matrix: two kinds against each other", "matrice\u00a0: deux sortes croisées"}

	MapTitle    = Message{"Map", "Carte"}
	MatrixTitle = Message{"Matrix", "Matrice"}
	Drawing     = Message{"Drawing…", "Mise en image…"}
	ChooseTitle = Message{"Choose an entity", "Choisir une entité"}
)
