package words

// The screen of the explorer: loading, empty lists, dialogs and notices.
var (
	// While a knowledge base is loaded.
	Finding = Message{"Looking for files", "Recherche des fichiers"}
	Reading = Message{"Reading", "Lecture"}
	Linking = Message{"Resolving links", "Résolution des liens"}

	Stopped    = Message{"Stopped.", "Arrêté."}
	CannotOpen = Message{"Cannot be opened", "Ouverture impossible"}
	WhatToDo   = Message{"Give a TOML file, or a folder of TOML files: rihla PATH",
		"Donner un fichier TOML, ou un dossier de fichiers TOML\u00a0: rihla CHEMIN"}

	// Of a partial knowledge base. %s is a key.
	StoppedPartial = Message{"Stopped: links and sorting are missing; %s reads everything.",
		"Arrêté\u00a0: il manque les liens et le tri\u00a0; %s lit tout."}
	NotReadYet = Message{"Available once all files have been read.", "Disponible une fois tous les fichiers lus."}

	TooSmall = Message{"too small", "trop petit"}

	// While a long list is filtered or sorted.
	Sorting = Message{"sorting…", "tri…"}

	// Names of keys, for package keys only.
	EnterKey    = Message{"Enter", "Entrée"}
	EscapeKey   = Message{"Esc", "Échap"}
	SpaceKey    = Message{"space", "espace"}
	PageUpKey   = Message{"PgUp", "Pg\u00a0préc"}
	PageDownKey = Message{"PgDn", "Pg\u00a0suiv"}
	HomeKey     = Message{"Home", "Origine"}
	EndKey      = Message{"End", "Fin"}
	ShiftKey    = Message{"shift", "maj"}

	// A key without a meaning. The first %s is the key.
	KeyUnknown     = Message{"%s does nothing here; %s shows the keys.", "%s ne fait rien ici\u00a0; %s affiche les touches."}
	KeyNotInDialog = Message{"%s does nothing in this dialog; %s closes it.", "%s ne fait rien dans ce dialogue\u00a0; %s le ferme."}
	KeyNotInField  = Message{"%s does nothing while you type; %s ends that.", "%s ne fait rien pendant la saisie\u00a0; %s y met fin."}

	// The second %s is a screen, the third the keys that lead there, the fourth what the key does.
	KeyElsewhere = Message{"%s works on another screen, %s (%s): %s", "%s sert sur un autre écran, %s (%s)\u00a0: %s"}

	// The second %s is what the key does.
	KeyIdle = Message{"%s (%s): nothing to do here.", "%s (%s)\u00a0: rien à faire ici."}

	// Of a key that leads to the page in front. The second %s is what the key does.
	KeyIsHere = Message{"%s (%s): this is that page.", "%s (%s)\u00a0: c’est cette page."}

	// Of moves past an end of the row of tabs.
	TabsGoRound = Message{"After the last tab comes the first.", "Après le dernier onglet vient le premier."}

	// The first %s is a number, of tabs.
	NoSuchTab = Plural{{"There is only %s tab.", "There are only %s tabs."}, {"Il n’y a que %s onglet.", "Il n’y a que %s onglets."}}

	FoundElsewhere = Plural{{"%s result in other tabs", "%s results in other tabs"}, {"%s résultat dans d’autres onglets", "%s résultats dans d’autres onglets"}}

	// The first %s is FoundElsewhere, the second a key.
	HowToSearchAll = Message{"%s (%s searches everything).", "%s (%s cherche partout)."}

	HowToTake  = Message{"%s applies that filter.", "%s applique ce filtre."}
	HowToClear = Message{"%s clears the filter.", "%s efface le filtre."}
	EmptyKind  = Message{"No entities of this kind yet.", "Aucune entité de ce type pour l’instant."}

	// %s is an example of conditions.
	FilterPrompt = Message{"words, or conditions: %s -word", "des mots, ou des conditions\u00a0: %s -mot"}

	Contents        = Message{"Contents", "Contenu"}
	MostLinked      = Message{"Most linked", "Les plus liées"}
	Problems        = Message{"Problems", "Problèmes"}
	OutsideEntities = Message{"Outside entities", "Hors des entités"}
	Files           = Message{"Files", "Fichiers"}
	// %s is a key.
	ListsProblems = Message{"%s lists all", "%s les liste tous"}

	MoreProblems = Plural{{"%s more: rihla check lists it", "%s more: rihla check lists them"},
		{"%s autre\u00a0: rihla check le liste", "%s autres\u00a0: rihla check les liste"}}

	// Where the knowledge base was left; two keys follow.
	LeftAt = Message{"Left at %s last time; %s and %s go there.", "La dernière fois\u00a0: %s\u00a0; %s puis %s y retourne."}

	ContinueAt = Message{"Continue with", "Reprendre à"}
	StartWith  = Message{"Start with", "Commencer par"}

	HelpTitle    = Message{"Help", "Aide"}
	HelpPrompt   = Message{"type to search", "taper pour chercher"}
	NarrowPrompt = Message{"type to filter", "taper pour filtrer"}
	HelpNothing  = Message{"No matching key.", "Aucune touche correspondante."}
	CopyTitle    = Message{"Copy", "Copier"}
	SortTitle    = Message{"Sort", "Trier"}
	ColumnsTitle = Message{"Columns", "Colonnes"}
	// %s and %s are keys.
	SheetKeys     = Message{"← → column · %s width · %s detail", "← → colonne · %s largeur · %s détail"}
	NothingBeside = Message{"The detail has the whole width.", "Le détail occupe toute la largeur."}
	// %s is a key.
	NothingBesideList = Message{"The list has the whole width; %s lets you change its columns",
		"La liste occupe toute la largeur\u00a0; %s permet de régler ses colonnes"}
	NoRoom       = Message{"no room", "pas de place"}
	CopyName     = Message{"name", "nom"}
	CopyAddress  = Message{"address", "adresse"}
	CopyCitation = Message{"citation", "citation"}
	CopyMarkdown = Message{"Markdown", "Markdown"}
	CopyJSON     = Message{"JSON", "JSON"}

	// %s is what was copied.
	Copied = Message{"Copied: %s", "Copié\u00a0: %s"}

	// The same, if the terminal does not confirm it.
	Sent = Message{"Sent to the terminal’s clipboard: %s", "Envoyé au presse-papiers du terminal\u00a0: %s"}

	// The same in tmux, which passes it on to the terminal.
	CopiedToTmux = Message{"Copied to tmux, and sent to the terminal’s clipboard: %s", "Copié dans tmux, et envoyé au presse-papiers du terminal\u00a0: %s"}

	// %s is the address.
	NoWeb  = Message{"No web address here.", "Aucune adresse web ici."}
	BadWeb = Message{"Not opened, since it may be unsafe: %s", "Non ouverte, car peut-être dangereuse\u00a0: %s"}

	// Over SSH, which opens and changes nothing. %s is an address.
	AddressIs = Message{"Web address: %s", "Adresse web\u00a0: %s"}
	OnlyRead  = Message{"Over SSH, the knowledge base is read only.", "Par SSH, la base est en lecture seule."}

	// %s is the address.
	Opened = Message{"Opening %s", "Ouverture de %s"}
	NoOpen = Message{"No program here opens web addresses. To copy: %s",
		"Aucun programme n’ouvre ici les adresses web. À copier\u00a0: %s"}

	// The first %s is the reason, the second the address.
	OpenFailed = Message{"Not opened (%s). To copy: %s", "Non ouverte (%s). À copier\u00a0: %s"}

	// %s is the address in ASCII.
	AddressTitle    = Message{"Open this address?", "Ouvrir cette adresse\u00a0?"}
	AddressMisleads = Message{"It may be taken for another. It leads to:\n%s", "On peut la prendre pour une autre. Elle mène à\u00a0:\n%s"}

	// %s are the visible text and its address.
	AddressBehind = Message{"“%s” leads to:\n%s", "«\u00a0%s\u00a0» mène à\u00a0:\n%s"}

	NoFile = Message{"The built-in knowledge base has no file to edit.", "La base intégrée n’a pas de fichier à modifier."}

	// %s lists those that were tried.
	NoEditor = Message{"No editor can be run here. Tried: %s", "Aucun éditeur ne peut être lancé ici. Essayés\u00a0: %s"}

	// User commands. The first %s is the name of the command.
	CommandHasNo     = Message{"%s: no value here for %s", "%s\u00a0: aucune valeur ici pour %s"}
	CommandTakesDash = Message{"%s: %s begins with a dash, which a program may take for an option: write -- before it in the command",
		"%s\u00a0: %s commence par un tiret, qu’un programme peut prendre pour une option\u00a0: écrire -- avant dans la commande"}
	OwnBegun        = Message{"%s…", "%s…"}
	OwnEnded        = Message{"%s: %s", "%s\u00a0: %s"}
	CommandRuns     = Message{"running…", "en cours…"}
	CommandStopped  = Message{"stopped", "arrêtée"}
	CommandTooLate  = Message{"stopped: time limit exceeded", "arrêtée\u00a0: délai dépassé"}
	CommandTooLarge = Message{"stopped: more than 1 MB of output", "arrêtée\u00a0: plus de 1 Mo de sortie"}
	CommandKilled   = Message{"ended by a signal", "terminée par un signal"}
	CommandEnded    = Message{"exit status %s", "code de sortie %s"}
	OutputForgotten = Message{"its output is no longer kept", "sa sortie n’est plus conservée"}
	NoOutput        = Message{"It printed nothing.", "Elle n’a rien affiché."}
	CopyOutput      = Message{"output", "sortie"}

	// %s is an error.
	// The first %s is a program, the second folders.
	ProgramNotFound = Message{"The program %s was not found. Looked for in the folders of $PATH: %s", "Le programme %s est introuvable. Cherché dans les dossiers de $PATH\u00a0: %s"}
	ProgramNotThere = Message{"The program %s is not there.", "Le programme %s n’existe pas."}

	CommandNotStarted = Message{"not started: %s", "non lancée\u00a0: %s"}

	// %s is the reason.
	EditorFailed = Message{"Read again; the editor failed: %s", "Fichiers relus\u00a0; l’éditeur a échoué\u00a0: %s"}

	// %s is what changed since the files were read before.
	// %s is the label of a tab.
	TabGone = Message{"the tab “%s” is gone", "l’onglet «\u00a0%s\u00a0» n’est plus là"}

	// What was shown is no longer in the files. %s is the name of an entity, the second that of
	// the one that stands there now.
	ReadIsGone    = Message{"%s is gone.", "%s n’est plus là."}
	ReadIsGoneFor = Message{"%s is gone; %s is shown now.", "%s n’est plus là ; voici %s."}

	// The first %s is the key that an entity had, the second the one that it has.
	IsRenamed    = Message{"%s is now %s", "%s s’appelle maintenant %s"}
	RenamedCount = Plural{{"%s renamed", "%s renamed"}, {"%s renommée", "%s renommées"}}

	Reloaded = Message{"Files reloaded: %s", "Fichiers rechargés\u00a0: %s"}

	// %s are the links, as LinksOf says of each field, and the key of the problems.
	LinksLost = Message{"%s no longer read as links (%s says what to do)", "%s en moins à la lecture (%s dit quoi faire)"}
	LinksOf   = Message{"%s of %s", "%s de %s"}

	NothingChanged   = Message{"nothing changed", "rien n’a changé"}
	AddedCount       = Plural{{"%s added", "%s added"}, {"%s ajoutée", "%s ajoutées"}}
	ChangedCount     = Plural{{"%s changed", "%s changed"}, {"%s modifiée", "%s modifiées"}}
	GoneCount        = Plural{{"%s gone", "%s gone"}, {"%s disparue", "%s disparues"}}
	LostCount        = Plural{{"%s link lost", "%s links lost"}, {"%s lien perdu", "%s liens perdus"}}
	OnlyFilesChanged = Plural{{"%s file changed, but no entity", "%s files changed, but no entity"},
		{"%s fichier modifié, mais aucune entité", "%s fichiers modifiés, mais aucune entité"}}

	// The first %s is a number of warnings, the second a key.
	MoreWarnings = Message{"%s more (%s)", "%s de plus (%s)"}

	// The first %s is a number of errors, the second the place of the first.
	ErrorsAt = Message{"%s: %s", "%s\u00a0: %s"}

	// %s is the reason.
	ReloadFailed = Message{"The files could not be reloaded: %s", "Les fichiers n’ont pas pu être rechargés\u00a0: %s"}

	// The first %s is a file, with a line; the second what is wrong there.
	LastVersionShown = Message{"%s: %s (the version before is shown)", "%s\u00a0: %s (la version d’avant reste affichée)"}

	// The same, of a finding whose place and reason are said before.
	VersionBeforeShown = Message{"The version before is shown.", "La version d’avant reste affichée."}

	// %s is the reason.
	LastReadingShown = Message{"%s (what was read before is shown)", "%s (la lecture d’avant reste affichée)"}

	// %s is a file.
	RestAwaited = Message{"%s is shorter: shown in a moment, unless it is still being written", "%s est plus court\u00a0: affiché dans un instant, s’il n’est pas en cours d’écriture"}
	EndIsGone   = Message{"%s is shorter", "%s est plus court"}

	// * stands before what they are.
	IsNew      = Message{"new", "nouvelle"}
	HasChanged = Message{"changed", "modifiée"}
	NewsLegend = Message{"new or changed in the files, not seen yet", "nouvelle ou modifiée dans les fichiers, pas encore vue"}
	NewsCount  = Plural{{"%s new or changed", "%s new or changed"}, {"%s nouvelle ou modifiée", "%s nouvelles ou modifiées"}}

	// %s is what changed.
	ShownLater = Message{"%s (shown once this is closed)", "%s (visible après fermeture)"}

	NoBack           = Message{"No previous page.", "Aucune page précédente."}
	NoForward        = Message{"No next page.", "Aucune page suivante."}
	NoSourceHere     = Message{"No source is given for this.", "Aucune source n’est donnée pour cela."}
	NothingHasSource = Message{"No statement in this base has a source.", "Aucune affirmation de cette base n’a de source."}
	NothingSelected  = Message{"Nothing is selected.", "Rien n’est sélectionné."}
	MouseOn          = Message{"The mouse is captured.", "La souris est capturée."}
	MouseOff         = Message{"The mouse is released; the same key captures it.", "La souris est libérée\u00a0; la même touche la reprend."}

	// %s is the title of a column.
	SortedBy = Message{"Sorted by %s", "Trié par %s"}

	FileOrder = Message{"Sorted in file order", "Trié dans l’ordre des fichiers"}

	CopyBrief     = Message{"brief with sources", "note avec ses sources"}
	CopyNames     = Message{"names", "noms"}
	CopyAddresses = Message{"addresses", "adresses"}

	// The dialog that asks for the reference day. %s is a date.
	DayTitle     = Message{"Reference day", "Date de référence"}
	EmptyIsToday = Message{"empty for today, %s", "vide pour aujourd’hui, %s"}
)
