package words

// Screen holds the messages of the explorer. Those that begin with Key are
// what the help says of a key; those that begin with Hint are the same in a
// word or two, for the line at the bottom.
type Screen struct {
	KeyMove, KeyPage, KeyHalf, KeyEnds, KeyTabs, KeyTabNumber, KeyOverview string
	KeyOpen, KeyBack, KeyForward, KeyLinks, KeyFilter, KeySort, KeyColumns string
	KeySource, KeyCopy, KeyWeb, KeyEdit, KeyLanguage, KeyMouse, KeyHelp    string
	KeyQuit, KeySuspend, KeyFollow, KeyReload                              string

	KeyColumn, MeaningColumn string // the titles of the table of keys

	HintOpen, HintFollow, HintBack, HintFilter, HintSort, HintColumns string
	HintSource, HintCopy, HintWeb, HintEdit, HintHelp, HintQuit       string
	HintLink, HintKeep, HintClear, HintClose, HintTabs, HintOverview  string
	HintChoose, HintToggle, HintStop                                  string

	Loading, Finding, Reading, Linking string // what is being done while it loads
	Stopped, CannotOpen, WhatToDo      string
	StoppedPartial, NotReadYet         string // said while, or where, not all has been read
	TooSmall                           string
	Arranging                          string // said while a long list is filtered or sorted

	Space string // the name of the space bar among hints

	NothingMatches string // %s is the query
	HowToClear     string
	EmptyKind      string
	FilterPrompt   string // %s is conditions

	Kinds, MostLinked, Problems, Loose, Files string
	MoreProblems                              Plural
	LinkTimes                                 Plural // how often an entity is linked to
	StartsHere                                string

	HelpTitle, HelpPrompt, HelpNothing string
	SourceTitle, CopyTitle, SortTitle  string
	ColumnsTitle, NoRoom               string
	CopyName, CopyAddress, CopyCitation, CopyMarkdown,
	CopyJSON string

	Copied          string // %s is what was copied
	Sent            string // the same where the terminal does not say whether it did
	CannotCopy      string
	NoWeb, BadWeb   string // BadWeb: %s is the address
	Opened, NoOpen  string // %s is the address
	NoFile          string
	NoEditor        string // %s is the reason
	EditorFailed    string // %s is the reason
	Reloaded        string
	ReloadFailed    string // %s is the reason
	NoBack          string
	NoForward       string
	NoSourceHere    string
	NothingSelected string
	MouseOn         string
	MouseOff        string
	SortedBy        string // %s is the title of a column
	FileOrder       string
	NoLanguage      string // said where the knowledge base has one language alone
}

var englishScreen = Screen{
	KeyMove: "one line up or down", KeyPage: "one screen up or down", KeyHalf: "half a screen up or down", KeyEnds: "first, last",
	KeyTabs: "the tab before, the tab after", KeyTabNumber: "the first tab … the ninth", KeyOverview: "the overview",
	KeyOpen: "open what is selected", KeyFollow: "follow the link, or see the source of a value", KeyBack: "back to where you were", KeyForward: "forward again",
	KeyLinks: "the next link, the one before", KeyFilter: "filter this list as you type", KeySort: "sort, by one column or several",
	KeyColumns: "choose the columns, and their order", KeySource: "the source behind what is selected", KeyCopy: "copy: name, address, citation, Markdown, JSON",
	KeyWeb: "open the web address", KeyEdit: "open the file in your editor, at the line", KeyReload: "read the files again", KeyLanguage: "French or English",
	KeyMouse: "leave the mouse to the terminal, for copying, or take it back", KeyHelp: "this help", KeyQuit: "quit", KeySuspend: "suspend",

	KeyColumn: "Key", MeaningColumn: "Meaning",

	HintOpen: "open", HintFollow: "follow", HintBack: "back", HintFilter: "filter", HintSort: "sort", HintColumns: "columns",
	HintSource: "source", HintCopy: "copy", HintWeb: "web", HintEdit: "edit", HintHelp: "help", HintQuit: "quit",
	HintLink: "link", HintKeep: "keep", HintClear: "clear", HintClose: "close", HintTabs: "tabs", HintOverview: "overview",
	HintChoose: "choose", HintToggle: "show or hide", HintStop: "stop",

	Loading: "Opening", Finding: "Looking for files", Reading: "Reading", Linking: "Linking",
	StoppedPartial: "Stopped. Links and sorting are missing; R reads everything.", NotReadYet: "That comes when everything has been read.",
	Stopped: "Stopped.", CannotOpen: "This cannot be opened", WhatToDo: "Name a TOML file, or a folder that holds some: rihla PATH",
	TooSmall: "too small", Arranging: "sorting out…",

	Space: "space", NothingMatches: "Nothing here matches %s.", HowToClear: "Esc clears the filter.", EmptyKind: "There is nothing of this kind yet.", FilterPrompt: "words, or conditions: %s -word",

	Kinds: "What there is", MostLinked: "Most linked", Problems: "What is wrong", Loose: "Outside any entity", Files: "Files",
	MoreProblems: Plural{"%s more: rihla check lists it", "%s more: rihla check lists them"}, LinkTimes: Plural{"%s link", "%s links"}, StartsHere: "Begin with",

	HelpTitle: "Help", HelpPrompt: "type to search", HelpNothing: "No key does that here.",
	SourceTitle: "Says who?", CopyTitle: "Copy", SortTitle: "Sort", ColumnsTitle: "Columns", NoRoom: "no room",
	CopyName: "name", CopyAddress: "address", CopyCitation: "cited sentence", CopyMarkdown: "Markdown", CopyJSON: "JSON",

	Copied: "Copied: %s", Sent: "Sent to the terminal’s clipboard: %s", CannotCopy: "The clipboard could not be reached.",
	NoWeb: "No web address is given here.", BadWeb: "Not a web address that is safe to open: %s", Opened: "Opening %s", NoOpen: "Nothing here opens web addresses. Copy it: %s",
	NoFile: "This knowledge base is built in; there is no file to edit.", NoEditor: "No editor: %s", EditorFailed: "The editor ended with an error: %s",
	Reloaded: "Read again.", ReloadFailed: "Could not be read again: %s",
	NoBack: "Nothing to go back to.", NoForward: "Nothing to go forward to.", NoSourceHere: "No source is given for this.", NothingSelected: "Nothing is selected.",
	MouseOn: "The mouse is back.", MouseOff: "The mouse is the terminal’s, until M.", SortedBy: "Sorted by %s", FileOrder: "In the order of the files",
	NoLanguage: "Shown in the one language there is.",
}

var frenchScreen = Screen{
	KeyMove: "une ligne plus haut ou plus bas", KeyPage: "un écran plus haut ou plus bas", KeyHalf: "un demi-écran plus haut ou plus bas", KeyEnds: "le premier, le dernier",
	KeyTabs: "l’onglet précédent, l’onglet suivant", KeyTabNumber: "du premier onglet… au neuvième", KeyOverview: "la vue d’ensemble",
	KeyOpen: "ouvrir ce qui est choisi", KeyFollow: "suivre le lien, ou voir la source d’une valeur", KeyBack: "revenir où l’on était", KeyForward: "repartir en avant",
	KeyLinks: "le lien suivant, le précédent", KeyFilter: "filtrer cette liste à mesure qu’on écrit", KeySort: "trier, par une colonne ou plusieurs",
	KeyColumns: "choisir les colonnes, et leur ordre", KeySource: "la source de ce qui est choisi", KeyCopy: "copier\u00a0: nom, adresse, citation, Markdown, JSON",
	KeyWeb: "ouvrir l’adresse web", KeyEdit: "ouvrir le fichier dans l’éditeur, à la bonne ligne", KeyReload: "relire les fichiers", KeyLanguage: "français ou anglais",
	KeyMouse: "laisser la souris au terminal, pour copier, ou la reprendre", KeyHelp: "cette aide", KeyQuit: "quitter", KeySuspend: "suspendre",

	KeyColumn: "Touche", MeaningColumn: "Effet",

	HintOpen: "ouvrir", HintFollow: "suivre", HintBack: "retour", HintFilter: "filtrer", HintSort: "trier", HintColumns: "colonnes",
	HintSource: "source", HintCopy: "copier", HintWeb: "web", HintEdit: "éditer", HintHelp: "aide", HintQuit: "quitter",
	HintLink: "lien", HintKeep: "garder", HintClear: "effacer", HintClose: "fermer", HintTabs: "onglets", HintOverview: "aperçu",
	HintChoose: "choisir", HintToggle: "montrer ou cacher", HintStop: "arrêter",

	Loading: "Ouverture", Finding: "Recherche des fichiers", Reading: "Lecture", Linking: "Mise en relation",
	StoppedPartial: "Arrêté. Liens et tri manquent ; R lit tout.", NotReadYet: "Cela viendra quand tout aura été lu.",
	Stopped: "Arrêté.", CannotOpen: "Impossible d’ouvrir", WhatToDo: "Nommez un fichier TOML, ou un dossier qui en contient\u00a0: rihla CHEMIN",
	TooSmall: "trop petit", Arranging: "mise en ordre…",

	Space: "espace", NothingMatches: "Rien ici ne correspond à %s.", HowToClear: "Échap efface le filtre.", EmptyKind: "Il n’y a encore rien de cette sorte.", FilterPrompt: "des mots, ou des conditions\u00a0: %s -mot",

	Kinds: "Ce qu’il y a", MostLinked: "Les plus reliés", Problems: "Ce qui ne va pas", Loose: "Hors de toute entité", Files: "Fichiers",
	MoreProblems: Plural{"et %s autre\u00a0: rihla check le dit", "et %s autres\u00a0: rihla check les dit"}, LinkTimes: Plural{"%s lien", "%s liens"}, StartsHere: "Commencer par",

	HelpTitle: "Aide", HelpPrompt: "écrire pour chercher", HelpNothing: "Aucune touche ne fait cela ici.",
	SourceTitle: "Qui le dit\u00a0?", CopyTitle: "Copier", SortTitle: "Trier", ColumnsTitle: "Colonnes", NoRoom: "pas la place",
	CopyName: "nom", CopyAddress: "adresse", CopyCitation: "phrase avec sa source", CopyMarkdown: "Markdown", CopyJSON: "JSON",

	Copied: "Copié\u00a0: %s", Sent: "Confié au presse-papiers du terminal\u00a0: %s", CannotCopy: "Le presse-papiers n’a pas pu être atteint.",
	NoWeb: "Aucune adresse web n’est donnée ici.", BadWeb: "Adresse web qu’il n’est pas sûr d’ouvrir\u00a0: %s", Opened: "Ouverture de %s", NoOpen: "Rien ici n’ouvre d’adresse web. À copier\u00a0: %s",
	NoFile: "Cette base est intégrée au programme\u00a0; il n’y a pas de fichier à éditer.", NoEditor: "Pas d’éditeur\u00a0: %s", EditorFailed: "L’éditeur s’est terminé par une erreur\u00a0: %s",
	Reloaded: "Relu.", ReloadFailed: "N’a pas pu être relu\u00a0: %s",
	NoBack: "Rien où revenir.", NoForward: "Rien où repartir.", NoSourceHere: "Aucune source n’est donnée pour cela.", NothingSelected: "Rien n’est choisi.",
	MouseOn: "La souris est revenue.", MouseOff: "La souris est au terminal, jusqu’à M.", SortedBy: "Trié par %s", FileOrder: "Dans l’ordre des fichiers",
	NoLanguage: "Montré dans la seule langue qu’il y a.",
}
