package words

// What the explorer says on its screen.
var (
	// what is being done while it loads
	Finding = Message{"Looking for files", "Recherche des fichiers"}
	Reading = Message{"Reading", "Lecture"}
	Linking = Message{"Linking", "Mise en relation"}

	Stopped    = Message{"Stopped.", "Arrêté."}
	CannotOpen = Message{"This cannot be opened", "Impossible d’ouvrir"}
	WhatToDo   = Message{"Name a TOML file, or a folder that holds some: rihla PATH",
		"Nommez un fichier TOML, ou un dossier qui en contient\u00a0: rihla CHEMIN"}

	// said while, or where, not all has been read
	StoppedPartial = Message{"Stopped. Links and sorting are missing; %s reads everything.",
		"Arrêté. Liens et tri manquent ; %s lit tout."}
	NotReadYet = Message{"That comes when everything has been read.", "Cela viendra quand tout aura été lu."}

	TooSmall = Message{"too small", "trop petit"}

	// said while a long list is filtered or sorted
	Arranging = Message{"sorting out…", "mise en ordre…"}

	// the names of keys, for package keys alone
	EnterKey  = Message{"Enter", "Entrée"}
	EscapeKey = Message{"Esc", "Échap"}
	SpaceKey  = Message{"space", "espace"}

	// %s is the query
	NothingMatches = Message{"Nothing here matches %s.", "Rien ici ne correspond à %s."}

	HowToClear = Message{"%s clears the filter.", "%s efface le filtre."}
	EmptyKind  = Message{"There is nothing of this kind yet.", "Il n’y a encore rien de cette sorte."}

	// %s is conditions
	FilterPrompt = Message{"words, or conditions: %s -word", "des mots, ou des conditions\u00a0: %s -mot"}

	Kinds        = Message{"What there is", "Ce qu’il y a"}
	MostLinked   = Message{"Most linked", "Les plus reliés"}
	Problems     = Message{"What is wrong", "Ce qui ne va pas"}
	Loose        = Message{"Outside any entity", "Hors de toute entité"}
	Files        = Message{"Files", "Fichiers"}
	MoreProblems = Plural{{"%s more: rihla check lists it", "%s more: rihla check lists them"},
		{"et %s autre\u00a0: rihla check le dit", "et %s autres\u00a0: rihla check les dit"}}

	StartsHere = Message{"Begin with", "Commencer par"}

	HelpTitle    = Message{"Help", "Aide"}
	HelpPrompt   = Message{"type to search", "écrire pour chercher"}
	HelpNothing  = Message{"No key does that here.", "Aucune touche ne fait cela ici."}
	SourceTitle  = Message{"Says who?", "Qui le dit\u00a0?"}
	CopyTitle    = Message{"Copy", "Copier"}
	SortTitle    = Message{"Sort", "Trier"}
	ColumnsTitle = Message{"Columns", "Colonnes"}
	NoRoom       = Message{"no room", "pas la place"}
	CopyName     = Message{"name", "nom"}
	CopyAddress  = Message{"address", "adresse"}
	CopyCitation = Message{"cited sentence", "phrase avec sa source"}
	CopyMarkdown = Message{"Markdown", "Markdown"}
	CopyJSON     = Message{"JSON", "JSON"}

	// %s is what was copied
	Copied = Message{"Copied: %s", "Copié\u00a0: %s"}

	// the same where the terminal does not say whether it did
	Sent = Message{"Sent to the terminal’s clipboard: %s", "Confié au presse-papiers du terminal\u00a0: %s"}

	CannotCopy = Message{"The clipboard could not be reached.", "Le presse-papiers n’a pas pu être atteint."}

	// BadWeb: %s is the address
	NoWeb  = Message{"No web address is given here.", "Aucune adresse web n’est donnée ici."}
	BadWeb = Message{"Not a web address that is safe to open: %s", "Adresse web qu’il n’est pas sûr d’ouvrir\u00a0: %s"}

	// %s is the address
	Opened = Message{"Opening %s", "Ouverture de %s"}
	NoOpen = Message{"Nothing here opens web addresses. Copy it: %s", "Rien ici n’ouvre d’adresse web. À copier\u00a0: %s"}

	NoFile = Message{"This knowledge base is built in; there is no file to edit.",
		"Cette base est intégrée au programme\u00a0; il n’y a pas de fichier à éditer."}

	// %s is the reason
	NoEditor = Message{"No editor: %s", "Pas d’éditeur\u00a0: %s"}

	// %s is the reason
	EditorFailed = Message{"The editor ended with an error: %s", "L’éditeur s’est terminé par une erreur\u00a0: %s"}

	Reloaded = Message{"Read again.", "Relu."}

	// %s is the reason
	ReloadFailed = Message{"Could not be read again: %s", "N’a pas pu être relu\u00a0: %s"}

	NoBack          = Message{"Nothing to go back to.", "Rien où revenir."}
	NoForward       = Message{"Nothing to go forward to.", "Rien où repartir."}
	NoSourceHere    = Message{"No source is given for this.", "Aucune source n’est donnée pour cela."}
	NothingSelected = Message{"Nothing is selected.", "Rien n’est choisi."}
	MouseOn         = Message{"The mouse is back.", "La souris est revenue."}
	MouseOff        = Message{"The mouse is the terminal’s, until M.", "La souris est au terminal, jusqu’à M."}

	// %s is the title of a column
	SortedBy = Message{"Sorted by %s", "Trié par %s"}

	FileOrder = Message{"In the order of the files", "Dans l’ordre des fichiers"}

	CopyBrief     = Message{"cited brief", "note avec ses sources"}
	CopyNames     = Message{"names", "noms"}
	CopyAddresses = Message{"addresses", "adresses"}
)
