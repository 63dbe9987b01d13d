package words

// Command holds the messages of the command line.
type Command struct {
	RootShort, RootLong string

	KindsShort, ListShort, ShowShort, CheckShort, ExportShort string

	SuggestShort, SuggestLong, FlagOnly                     string // FlagOnly: %s are codes
	SuggestedMention, SuggestedDuplicate, SuggestedUnlinked string // between two addresses
	BecauseName, BecauseURL, BecauseAcronym, BecauseNear    string
	BecauseShared                                           string // %s are names
	Quoted                                                  string // %s is a passage
	RemoveOrLink                                            string // %s is an address, %s a place
	NothingToSuggest                                        string

	FlagKB, FlagLang, FlagNoColor, FlagFormat, FlagStrict string
	FlagSort, FlagColumns, FlagLimit                      string

	KindColumn, ViewColumn, LabelColumn, CountColumn, AddressColumn, EntityKeyColumn, AliasesColumn, BodyColumn string // titles of tables

	UnknownKind, UnknownAddress string // %s is what was asked for
	AmbiguousAddress            string // %s is what was asked for
	AmbiguousKind               string // %s is what was asked for
	WrongView                   string // before what is wrong; %s is a place, %s a view
	Or                          string // before the last of several
	NeedsKind, NeedsAddress     string
	NeedsShell                  string
	TooMuch                     string // %s is an argument, %s a command
	UnknownCommand              string // %s is what was asked for
	UnknownFlag, FlagNeedsValue string // %s is a flag
	BadFlagValue                string // %s is a flag, %s what it was given
	Takes                       string // %s is what a flag takes
	WholeNumber                 string
	UnknownField                string // %s is a field, %s a kind
	ThereAre                    string // %s are names
	UnknownFormat               string // %s is a format, %s those there are
	NoSuchPath                  string // %s is what was named
	NothingIn                   string // %s is a kind or a view
	DidYouMean                  string // %s is what may have been meant
	SeeHelp                     string // %s is a command
	NothingWrong                string
	NotInFull                   Plural // %s is how many files
	CannotWrite                 string // %s is the reason
	ErrorCount                  Plural
	WarningCount                Plural
	InfoCount                   Plural
	SeverityError               string
	SeverityWarning             string
	SeverityInfo                string
}

var englishCommand = Command{
	RootShort: "Explore linked knowledge written in TOML",
	RootLong: `Explore linked knowledge written in TOML: a folder of notes, a lock file, a table of settings.
Without PATH, the built-in knowledge base opens. In the explorer, ? says what each key does, and v shows what is selected as a graph, a path, a timeline, a map or a matrix.`,

	KindsShort: "List the kinds of entities and the saved views, with how many there are", ListShort: "List the entities of a kind, of several, or of a saved view",
	ShowShort: "Show an entity as its detail view does", CheckShort: "Say what is wrong with a knowledge base, and where",
	ExportShort: "Write the knowledge base, or what a query selects, as JSON",

	SuggestShort: "Suggest links and merges that may be missing, with the TOML that settles each",
	SuggestLong:  `Suggest what may be missing: entities that a text names without a link, entities that may be one, entities that share much without a link. Each comes with why, and with the TOML that settles it; nothing is written.`,
	FlagOnly:     "Suggest only these, separated by commas: %s", SuggestedMention: "names", SuggestedDuplicate: "may be the same as", SuggestedUnlinked: "shares much with",
	BecauseName: "they have the same name", BecauseURL: "they have the same web address", BecauseAcronym: "one is called by the other’s initials", BecauseNear: "their names are a letter apart",
	BecauseShared: "both are linked with %s", Quoted: "“… %s …”", RemoveOrLink: "and remove %s at %s; if they are two, a link between them says so", NothingToSuggest: "Nothing to suggest.",

	FlagKB: "The knowledge base: a TOML file or a folder", FlagLang: "Language of texts and messages: fr or en",
	FlagNoColor: "Leave colours out", FlagFormat: "Format of the output: %s", FlagStrict: "Let warnings count as errors",
	FlagSort: "Sort by fields, separated by commas; -FIELD the other way round", FlagColumns: "Fields to show, separated by commas; kind, key and address are some", FlagLimit: "Show so many at most",

	KindColumn: "Kind", ViewColumn: "View", LabelColumn: "Label", CountColumn: "Entities", AddressColumn: "Address", EntityKeyColumn: "Key", AliasesColumn: "Also known as", BodyColumn: "Text",

	NeedsKind: "list needs a KIND; rihla kinds names them", NeedsAddress: "show needs an ADDRESS, such as company/oracle", NeedsShell: "completion needs a SHELL: bash, fish, powershell or zsh",
	TooMuch: "%s is more than %s takes", UnknownCommand: "there is no command %s",
	UnknownFlag: "there is no flag %s", FlagNeedsValue: "%s needs a value", BadFlagValue: "%s cannot be %s", Takes: "it takes %s", WholeNumber: "a whole number, 0 or more",
	UnknownKind: "there is no kind %s", UnknownAddress: "there is no entity %s", AmbiguousAddress: "%s is the name of several entities", AmbiguousKind: "%s is what several kinds are called", WrongView: "%s: the view %s cannot be read: ", Or: "or", UnknownField: "there is no field %s of %s", ThereAre: "there are: %s",
	UnknownFormat: "the format %s is not one of %s", NoSuchPath: "%s is neither a command nor a file or folder",
	NothingIn: "There is nothing in %s.", DidYouMean: "did you mean %s?", SeeHelp: "%s --help says what there is",
	NotInFull:    Plural{"%s file could not be read in full: `rihla check` says where", "%s files could not be read in full: `rihla check` says where"},
	NothingWrong: "Nothing is wrong.", CannotWrite: "the output cannot be written: %s",
	ErrorCount: Plural{"%s error", "%s errors"}, WarningCount: Plural{"%s warning", "%s warnings"}, InfoCount: Plural{"%s info", "%s infos"},
	SeverityError: "error", SeverityWarning: "warning", SeverityInfo: "info",
}

var frenchCommand = Command{
	RootShort: "Explorer des connaissances reliées, écrites en TOML",
	RootLong: `Explorer des connaissances reliées, écrites en TOML : un dossier de notes, un fichier de verrouillage, une table de réglages.
Sans CHEMIN, la base intégrée s’ouvre. Dans l’explorateur, ? dit ce que fait chaque touche, et v montre ce qui est choisi en graphe, en chemin, en chronologie, en carte ou en matrice.`,

	KindsShort: "Lister les sortes d’entités et les vues gardées, et combien il y en a", ListShort: "Lister les entités d’une sorte, de plusieurs, ou d’une vue gardée",
	ShowShort: "Montrer une entité comme le fait sa vue de détail", CheckShort: "Dire ce qui ne va pas dans une base, et où",
	ExportShort: "Écrire la base, ou ce qu’une requête en retient, en JSON",

	SuggestShort: "Suggérer les liens et les fusions qui manquent peut-être, avec le TOML qui règle chacun",
	SuggestLong:  `Suggérer ce qui manque peut-être : des entités qu’un texte nomme sans lien, des entités qui n’en font qu’une, des entités qui ont beaucoup en commun sans être liées. Chaque suggestion dit pourquoi, et quel TOML la règle ; rien n’est écrit.`,
	FlagOnly:     "Seulement celles-ci, séparées par des virgules : %s", SuggestedMention: "nomme", SuggestedDuplicate: "ne fait peut-être qu’un avec", SuggestedUnlinked: "a beaucoup en commun avec",
	BecauseName: "elles portent le même nom", BecauseURL: "elles ont la même adresse web", BecauseAcronym: "l’une porte les initiales de l’autre", BecauseNear: "leurs noms diffèrent d’une lettre",
	BecauseShared: "toutes deux sont liées à %s", Quoted: "« … %s … »", RemoveOrLink: "et retirer %s, en %s ; si elles sont deux, un lien entre elles le dit", NothingToSuggest: "Rien à suggérer.",

	FlagKB: "La base de connaissances : un fichier TOML ou un dossier", FlagLang: "Langue des textes et des messages : fr ou en",
	FlagNoColor: "Sans couleurs", FlagFormat: "Format de sortie : %s", FlagStrict: "Compter les avertissements comme des erreurs",
	FlagSort: "Trier par des champs, séparés par des virgules ; -CHAMP dans l’autre sens", FlagColumns: "Champs à montrer, séparés par des virgules ; kind, key et address en sont", FlagLimit: "En montrer au plus tant",

	KindColumn: "Sorte", ViewColumn: "Vue", LabelColumn: "Libellé", CountColumn: "Entités", AddressColumn: "Adresse", EntityKeyColumn: "Clé", AliasesColumn: "Dit aussi", BodyColumn: "Texte",

	NeedsKind: "list demande une sorte ; rihla kinds les nomme", NeedsAddress: "show demande une adresse, comme company/oracle", NeedsShell: "completion demande un shell : bash, fish, powershell ou zsh",
	TooMuch: "%s est de trop pour %s", UnknownCommand: "il n’y a pas de commande %s",
	UnknownFlag: "il n’y a pas d’option %s", FlagNeedsValue: "%s demande une valeur", BadFlagValue: "%s ne peut pas être %s", Takes: "il faut %s", WholeNumber: "un nombre entier, 0 ou plus",
	UnknownKind: "il n’y a pas de sorte %s", UnknownAddress: "il n’y a pas d’entité %s", AmbiguousAddress: "%s est le nom de plusieurs entités", AmbiguousKind: "plusieurs sortes s’appellent %s", WrongView: "%s: la vue %s ne peut pas être lue : ", Or: "ou", UnknownField: "il n’y a pas de champ %s de %s", ThereAre: "il y a : %s",
	UnknownFormat: "le format %s n’est aucun de %s", NoSuchPath: "%s n’est ni une commande, ni un fichier, ni un dossier",
	NothingIn: "Il n’y a rien dans %s.", DidYouMean: "vouliez-vous dire %s ?", SeeHelp: "%s --help dit ce qu’il y a",
	NotInFull:    Plural{"%s fichier n’a pas pu être lu en entier : `rihla check` dit où", "%s fichiers n’ont pas pu être lus en entier : `rihla check` dit où"},
	NothingWrong: "Rien ne cloche.", CannotWrite: "la sortie ne peut pas être écrite : %s",
	ErrorCount: Plural{"%s erreur", "%s erreurs"}, WarningCount: Plural{"%s avertissement", "%s avertissements"}, InfoCount: Plural{"%s remarque", "%s remarques"},
	SeverityError: "erreur", SeverityWarning: "avertissement", SeverityInfo: "remarque",
}
