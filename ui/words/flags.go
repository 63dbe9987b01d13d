package words

// What --help says of each flag.
var (
	// FlagOnly: %s are codes
	FlagSuggestOnly = Message{"Suggest only these, separated by commas: %s", "Seulement celles-ci, séparées par des virgules : %s"}

	FlagKB      = Message{"The knowledge base: a TOML file or a folder", "La base de connaissances : un fichier TOML ou un dossier"}
	FlagLang    = Message{"Language of texts and messages: %s", "Langue des textes et des messages : %s"}
	FlagNoColor = Message{"Leave colours out", "Sans couleurs"}
	FlagFormat  = Message{"Format of the output: %s", "Format de sortie : %s"}
	FlagStrict  = Message{"Let warnings count as errors", "Compter les avertissements comme des erreurs"}
	FlagSort    = Message{"Sort by fields, separated by commas; -FIELD the other way round",
		"Trier par des champs, séparés par des virgules ; -CHAMP dans l’autre sens"}
	FlagColumns = Message{"Fields to show, separated by commas; kind, key and address are some",
		"Champs à montrer, séparés par des virgules ; kind, key et address en sont"}
	FlagLimit = Message{"Show so many at most", "En montrer au plus tant"}

	FlagHelp           = Message{"Say what there is, and do nothing else", "Dire ce qu’il y a, et ne rien faire d’autre"}
	FlagVersion        = Message{"Say which version this is", "Dire de quelle version il s’agit"}
	FlagNoDescriptions = Message{"Complete without saying what is what", "Compléter sans dire ce qui est quoi"}
	FlagReprints       = Message{"Let all that is derived from it and from nothing else fall with it",
		"Faire tomber avec elle tout ce qui n’est repris que d’elle"}
	FlagExplain = Message{"Say what findings of a code mean, or of every code: all",
		"Dire ce que signifient les constats d’un code, ou de tous\u00a0: all"}
	FlagCheckOnly = Message{"Findings of these codes only, separated by commas",
		"Seulement les constats de ces codes, séparés par des virgules"}
	FlagGapsLimit = Message{"Ask so many questions at most", "Poser au plus tant de questions"}
	FlagGapsAll   = Message{"Draw every row and column, ask every question",
		"Montrer toutes les lignes et colonnes, poser toutes les questions"}
	FlagKeepUnsourced = Message{"Keep what has no source, marked as such", "Garder ce qui n’a pas de source, marqué comme tel"}
	FlagPlain         = Message{"Words only, without drawing characters", "Des mots seulement, sans caractères de dessin"}
	FlagTimelineKind  = Message{"Of these kinds alone", "De ces sortes seulement"}
	FlagFrom          = Message{"From this day, month or year on", "À partir de ce jour, de ce mois ou de cette année"}
	FlagTo            = Message{"Until this day, month or year", "Jusqu’à ce jour, ce mois ou cette année"}
	FlagHops          = Message{"Go so many hops from the entity, 1 to 3; 1 unless said",
		"Aller à tant de pas de l’entité, de 1 à 3\u00a0; 1 sinon"}
	FlagGraphLimit = Message{"Name so many entities of each relation at most; what has room unless said",
		"Nommer au plus tant d’entités de chaque relation\u00a0; ce qui a la place sinon"}
	FlagBy = Message{"Count only the links of this relation, from either end",
		"Ne compter que les liens de cette relation, d’un bout ou de l’autre"}
	FlagMatrixHops = Message{"Count what is within so many links, from 1 to 3; 1 unless said",
		"Compter ce qui est à tant de liens au plus, de 1 à 3\u00a0; 1 sinon"}
	FlagOrder = Message{"Order of rows and columns: structure, count, name",
		"Ordre des lignes et colonnes : structure, count, name"}
	FlagNumbers   = Message{"Numbers in the cells, not shades", "Des nombres dans les cases, non des trames"}
	FlagMatrixAll = Message{"Draw all rows and columns that have a link, not the first 60",
		"Montrer toutes les lignes et colonnes qui ont un lien, et non les 60 premières"}
	FlagMaxHops = Message{"The most hops that a route may have; any number unless said",
		"Le plus de pas que peut avoir un chemin\u00a0; un nombre quelconque sinon"}

	// %s are those there are
	FlagMinConfidence = Message{"Leave out claims that are less sure: %s",
		"Laisser de côté les affirmations moins sûres\u00a0: %s"}
)
