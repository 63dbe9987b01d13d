package words

// Pictures: their names, and what all of them share.
var (
	SkinsItem        = Message{"colours: dark, light, contrast", "couleurs\u00a0: sombre, clair, contraste"}
	SkinsTitle       = Message{"Colours", "Couleurs"}
	SkinUsual        = Message{"matches the background", "selon le fond"}
	SkinDark         = Message{"for a dark background", "pour fond sombre"}
	SkinLight        = Message{"for a light background", "pour fond clair"}
	SkinHighContrast = Message{"text contrast of 7:1 or more", "contraste du texte de 7:1 ou plus"}
	SkinTerminal     = Message{"the terminal’s own 16 colours", "les 16 couleurs du terminal"}
	// %[1]s is the name of the skin, %[2]s a file and a line.
	SkinKept = Message{"Wrote skin = \"%[1]s\" at %[2]s.", "Écrit skin = \"%[1]s\" en %[2]s."}
	// %[1]s is the name of a skin.
	SkinWorn = Message{"To keep it: skin = \"%[1]s\" in the configuration, or --skin %[1]s.", "Pour la garder\u00a0: skin = \"%[1]s\" dans la configuration, ou --skin %[1]s."}

	PicturesTitle = Message{"View as", "Afficher comme"}

	// In the menu of views.
	GraphPicture    = Message{"graph: its links", "graphe\u00a0: ses liens"}
	PathPicture     = Message{"path: to another entity", "chemin\u00a0: vers une autre entité"}
	TimelinePicture = Message{"timeline", "chronologie"}
	MapPicture      = Message{"map", "carte"}
	GapsPage        = Message{"open questions: missing links", "questions ouvertes\u00a0: lacunes"}
	SuggestionsPage = Message{"suggestions: links and merges", "suggestions\u00a0: liens et fusions"}
	BriefPage       = Message{"brief: what is known, with sources", "note\u00a0: ce que l’on sait, avec les sources"}
	MatrixPicture   = Message{"matrix: two kinds compared", "matrice\u00a0: deux types croisés"}

	MapTitle    = Message{"Map", "Carte"}
	MatrixTitle = Message{"Matrix", "Matrice"}
	Drawing     = Message{"Drawing…", "Tracé…"}
	ChooseTitle = Message{"Choose an entity", "Choisir une entité"}
)
