package words

// The help of flags.
var (
	// %s are codes.
	FlagSuggestOnly = Message{"Only these suggestions, separated by commas: %s",
		"Seulement ces suggestions, séparées par des virgules\u00a0: %s"}

	FlagKB            = Message{"Knowledge base: a TOML file or a folder; several as in $PATH: a.toml:b", "Base de connaissances\u00a0: un fichier TOML ou un dossier\u00a0; plusieurs comme dans $PATH\u00a0: a.toml:b"}
	FlagLang          = Message{"Language of texts and messages: %s", "Langue des textes et des messages\u00a0: %s"}
	FlagSkin          = Message{"Colours of the explorer: the name of a skin", "Couleurs de l’explorateur\u00a0: le nom d’une apparence"}
	FlagNoColor       = Message{"Print without colours", "Afficher sans couleurs"}
	FlagFormat        = Message{"Output format: %s", "Format de sortie\u00a0: %s"}
	FlagOutput        = Message{"File or folder to write; default: the standard output", "Fichier ou dossier à écrire\u00a0; par défaut, la sortie standard"}
	FlagForce         = Message{"Write over files that exist", "Écraser les fichiers existants"}
	FlagGuardFormulas = Message{"Put an apostrophe before what spreadsheets take for a formula", "Mettre une apostrophe devant ce qu’un tableur prend pour une formule"}
	FlagStrict        = Message{"Treat warnings as errors", "Traiter les avertissements comme des erreurs"}
	FlagSort          = Message{"Sort by these fields, separated by commas; -FIELD for descending",
		"Trier selon ces champs, séparés par des virgules\u00a0; -CHAMP pour décroissant"}
	FlagColumns = Message{"Fields to show, separated by commas, including kind, key and address",
		"Champs à afficher, séparés par des virgules, dont kind, key et address"}
	FlagAt = Message{"Reference day, month or year: show what holds then; default: today",
		"Date de référence\u00a0: afficher ce qui vaut ce jour, ce mois ou cette année\u00a0; aujourd’hui par défaut"}
	FlagLimit = Message{"Maximum number to show", "Nombre maximal à afficher"}

	FlagHelp           = Message{"Show this help", "Afficher cette aide"}
	FlagVersion        = Message{"Show the version", "Afficher la version"}
	FlagNoDescriptions = Message{"Complete without descriptions", "Compléter sans descriptions"}
	FlagReprints       = Message{"Retract also the sources that derive from it alone",
		"Retirer aussi les sources qui n’en sont que des reprises"}
	FlagExplain = Message{"Explain the findings of a code, or of every code: all",
		"Expliquer les constats d’un code, ou de tous\u00a0: all"}
	FlagCheckOnly = Message{"Only findings of these codes, separated by commas",
		"Seulement les constats de ces codes, séparés par des virgules"}
	FlagGapsLimit = Message{"Maximum number of questions", "Nombre maximal de questions"}
	FlagGapsAll   = Message{"Show all rows, columns and questions", "Afficher toutes les lignes, colonnes et questions"}
	FlagLength    = Message{"How much: page (to print), or full (with the words relied on)",
		"Étendue\u00a0: page (à imprimer), ou full (avec les mots des sources)"}
	FlagKeepUnsourced = Message{"Keep claims without a source, and mark them",
		"Garder les affirmations sans source, et les marquer"}
	FlagPlain        = Message{"Text only, without drawing characters", "Texte seul, sans caractères de dessin"}
	FlagTimelineKind = Message{"Only entities of these kinds", "Seulement les entités de ces types"}
	FlagFrom         = Message{"From this day, month or year", "À partir de ce jour, de ce mois ou de cette année"}
	FlagTo           = Message{"Until this day, month or year", "Jusqu’à ce jour, ce mois ou cette année"}
	FlagEven         = Message{"Draw stretches without dates to scale", "Dessiner à l’échelle les périodes sans date"}
	FlagHops         = Message{"Number of hops from the entity, 1 to 3; default 1",
		"Nombre de sauts depuis l’entité, de 1 à 3\u00a0; 1 par défaut"}
	FlagGraphLimit = Message{"Maximum number of entities to name for each relation; default: as many as fit",
		"Nombre maximal d’entités à nommer par relation\u00a0; par défaut, autant que la place le permet"}
	FlagBy = Message{"Count only the links of this relation, in either direction",
		"Ne compter que les liens de cette relation, dans les deux sens"}
	FlagMatrixHops = Message{"Count connections of up to this many hops, 1 to 3; default 1",
		"Compter les liens jusqu’à ce nombre de sauts, de 1 à 3\u00a0; 1 par défaut"}
	FlagOrder = Message{"Order of rows and columns: structure, count or name",
		"Ordre des lignes et colonnes\u00a0: structure, count ou name"}
	FlagNumbers   = Message{"Numbers in the cells instead of shades", "Des nombres dans les cases au lieu de nuances"}
	FlagMatrixAll = Message{"Show all rows and columns with a link, not only the first 60",
		"Afficher toutes les lignes et colonnes qui ont un lien, pas seulement les 60 premières"}
	FlagMaxHops = Message{"Maximum number of hops of a path; default: any",
		"Nombre maximal de sauts d’un chemin\u00a0; illimité par défaut"}

	// %s are the levels.
	FlagMinConfidence = Message{"Minimum confidence of claims: %s", "Confiance minimale des affirmations\u00a0: %s"}
)
