package words

// Errors of the command line.
var (
	NeedsKind    = Message{"list needs a KIND; rihla kinds lists them", "list demande un TYPE\u00a0; rihla kinds en donne la liste"}
	NeedsAddress = Message{"show needs an ADDRESS, such as company/oracle", "show demande une ADRESSE, comme company/oracle"}
	NeedsShell   = Message{"completion needs a SHELL: bash, fish, powershell or zsh",
		"completion demande un SHELL\u00a0: bash, fish, powershell ou zsh"}
	NeedsQuery = Message{"search needs a QUERY, such as oracle, or 'kind:company founded:<2000'",
		"search demande une REQUÊTE, comme oracle, ou 'kind:company founded:<2000'"}
	NeedsSource = Message{"retract needs a SOURCE, such as source/seed-article",
		"retract demande une SOURCE, comme source/seed-article"}
	BriefNeeds = Message{"brief needs an ADDRESS, such as company/oracle, or a QUERY",
		"brief demande une ADRESSE, comme company/oracle, ou une REQUÊTE"}
	GraphNeeds   = Message{"graph needs an ADDRESS, such as company/oracle", "graph demande une ADRESSE, comme company/oracle"}
	NeedsTwoEnds = Message{"path needs two entities, such as company/oracle city/rabat",
		"path demande deux entités, comme company/oracle city/rabat"}

	// %s is a command.
	NeedsTwoKinds = Message{"%s needs two kinds, such as company theme; rihla kinds lists them",
		"%s demande deux types, comme company theme\u00a0; rihla kinds en donne la liste"}

	// %s is what was asked for.
	UnknownCommand = Message{"unknown command %s", "commande inconnue\u00a0: %s"}
	UnknownKind    = Message{"unknown kind %s", "type inconnu\u00a0: %s"}
	UnknownAddress = Message{"unknown entity %s", "entité inconnue\u00a0: %s"}
	NoSuchPath     = Message{"%s is neither a command nor a file or folder",
		"%s n’est ni une commande, ni un fichier, ni un dossier"}
	// The first %s is a path, the second the separator of path lists.
	PathWithSeparator = Message{"%s cannot be combined with other paths: its name contains %s", "%s ne peut pas être combiné avec d’autres chemins\u00a0: son nom contient %s"}

	EmptyPath = Message{"the path is empty", "le chemin est vide"}
	// The first %s is an argument, the second a command.
	ArgumentIsPath = Message{"the argument %s is a path, which %s takes with --kb", "l’argument %s est un chemin, que %s prend avec --kb"}
	InputIsNotRead = Message{"the standard input is not read; rihla - reads it",
		"l’entrée standard n’est pas lue\u00a0; rihla - la lit"}
	AmbiguousAddress = Message{"%s is the name of several entities", "%s est le nom de plusieurs entités"}
	AmbiguousKind    = Message{"%s is the name of several kinds", "%s est le nom de plusieurs types"}
	UnknownRelation  = Message{"no relation %s links them", "aucune relation %s ne les lie"}
	UnknownOrder     = Message{"unknown order %s: use structure, count or name",
		"ordre inconnu\u00a0: %s\u00a0; choisir structure, count ou name"}

	// %s is a code.
	UnknownCode = Message{"unknown code %s", "code inconnu\u00a0: %s"}

	// The first %s is an argument, the second a command.
	UnexpectedArgument = Message{"unexpected argument %s: %s does not take it", "argument inattendu\u00a0: %s\u00a0; %s ne le prend pas"}

	// %s is a flag.
	UnknownFlag    = Message{"unknown flag %s", "option inconnue\u00a0: %s"}
	FlagNeedsValue = Message{"%s needs a value", "%s demande une valeur"}

	// The first %s is a flag, the second its value.
	BadFlagValue = Message{"%s cannot be %s", "valeur non valide pour %s\u00a0: %s"}

	// %s are the values of a flag.
	UseOneOf = Message{"use %s", "choisir %s"}

	DayMonthOrYear = Message{"a day, a month or a year: 2019-03-12, \"March 2019\" or 2019",
		"un jour, un mois ou une année\u00a0: 2019-03-12, «\u00a0mars 2019\u00a0» ou 2019"}
	WholeNumber = Message{"a whole number, 0 or more", "un nombre entier, 0 ou plus"}

	// The first %s is a field, the second a kind.
	UnknownField = Message{"there is no field “%s” of %s", "il n’y a pas de champ «\u00a0%s\u00a0» dans %s"}

	// %s are names.
	ThereAre = Message{"there are: %s", "il y a\u00a0: %s"}

	// %s is a length.
	UnknownLength = Message{"unknown length %s: use page or full", "étendue inconnue\u00a0: %s\u00a0; choisir page ou full"}

	// The first %s is a format, the second lists the formats.
	UnknownFormat = Message{"unknown format %s: use %s", "format inconnu\u00a0: %s\u00a0; choisir %s"}

	// %s is a format.
	NeedsOutput = Message{"%s is a folder of files: name it with --output", "%s est un dossier de fichiers\u00a0: le nommer avec --output"}
	NoText      = Message{"%s is a binary format: name a file with --output, or - for the standard output", "%s est un format binaire\u00a0: nommer un fichier avec --output, ou - pour la sortie standard"}
	// %s are a flag, a format and a list of formats.
	FlagOfRows      = Message{"%s does not apply to %s: use one of %s", "%s ne s’applique pas au format %s\u00a0: choisir parmi %s"}
	DashesFollow    = Message{"a query that begins with a dash follows --", "une requête qui commence par un tiret se place après --"}
	FormulasWritten = Plural{{"%s cell begins as a formula does: --guard-formulas keeps a spreadsheet from running it", "%s cells begin as formulas do: --guard-formulas keeps a spreadsheet from running them"},
		{"%s cellule commence comme une formule\u00a0: --guard-formulas empêche un tableur de l’exécuter", "%s cellules commencent comme des formules\u00a0: --guard-formulas empêche un tableur de les exécuter"}}
	UseForce = Message{"--force writes over it", "--force l’écrase"}

	// The first %s is a file, the second a list of extensions.
	UnknownEnding = Message{"the extension of %s matches no format: use %s, or set the format with --format",
		"l’extension du fichier %s ne correspond à aucun format\u00a0: choisir %s, ou préciser le format avec --format"}

	// The first %s is the number of kinds.
	TableHasOneKind = Message{"a table holds one kind, and these entities have %s", "une table ne contient qu’un type, et ces entités en ont %s"}
	// The first %s is a format, the second the name of a folder, the third a kind.
	SelectOneKind = Message{"--format %s -o %s writes a folder of tables; a query such as kind:%s selects one kind",
		"--format %s -o %s écrit un dossier de tables\u00a0; une requête comme kind:%s choisit un type"}

	NoPoint        = Message{"no entity has a location: the file contains no points", "aucune entité n’a d’emplacement\u00a0: le fichier ne contient aucun point"}
	NoSourceToList = Message{"no entity is or cites a source: the file lists none", "aucune entité n’est une source ni n’en cite\u00a0: le fichier n’en liste aucune"}

	// The %s are the maximum numbers of links and of characters.
	LargeForMermaid = Message{"Mermaid draws at most %s links and %s characters by default: narrow the selection with a query, or raise maxEdges and maxTextSize",
		"par défaut, Mermaid dessine au plus %s liens et %s caractères\u00a0: réduire la sélection par une requête, ou augmenter maxEdges et maxTextSize"}
	NoEvent = Message{"no entity has a date: the file contains no events", "aucune entité n’a de date\u00a0: le fichier ne contient aucun événement"}

	// %s is a kind or a view.
	NothingIn = Message{"No entities in %s.", "Aucune entité dans %s."}

	// %s is an address.
	NotASource = Message{"%s is not a source", "%s n’est pas une source"}

	// %s is a folder.
	NoFiles = Message{"no TOML files in %s", "aucun fichier TOML dans %s"}

	// %s is the closest name.
	DidYouMean = Message{"did you mean %s?", "vouliez-vous dire %s\u00a0?"}

	// %s is a command.
	SeeHelp = Message{"see %s --help", "voir %s --help"}

	WrongHops = Message{"--hops must be 1, 2 or 3", "--hops doit être 1, 2 ou 3"}

	// %s is the maximum.
	HopsFrom = Message{"the number of hops must be from 1 to %s", "le nombre de sauts doit aller de 1 à %s"}

	// %s is what was typed.
	WrongDate = Message{"%s is not a date: use one such as 2024, 2024-02 or 2024-02-13",
		"%s n’est pas une date\u00a0; en donner une comme 2024, 2024-02 ou 2024-02-13"}

	BackwardDates = Message{"--to is before --from", "--to précède --from"}

	// %s is what was asked for.
	NothingToCite = Message{"no claim is made about %s", "aucune affirmation ne porte sur %s"}

	// %s is the reason.
	CannotWrite = Message{"cannot write the output: %s", "impossible d’écrire la sortie\u00a0: %s"}

	// %s is the reason.
	NoTerminal = Message{"the terminal cannot be used: %s", "le terminal est inutilisable : %s"}

	Crashed     = Message{"the explorer has failed", "l’explorateur a planté"}
	OutOfMemory = Message{"the explorer has run out of memory", "l’explorateur a épuisé la mémoire"}
	// %s is a file.
	CrashReport = Message{"report: %s", "rapport : %s"}
	CrashHolds  = Message{"It says where it failed and on what system, and holds nothing of your files.", "Il dit où et sur quel système ; rien de vos fichiers n’y figure."}
	// %s is the reason.
	NoCrashReport = Message{"No report could be written: %s", "Aucun rapport n’a pu être écrit : %s"}

	// Before the problem. The first %s is a position in a file, the second a view.
	WrongView = Message{"%s: the view %s cannot be read: ", "%s: la vue %s ne peut pas être lue\u00a0: "}
)
