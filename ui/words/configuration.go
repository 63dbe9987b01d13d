package words

// The configuration: its options, and what is wrong in a file of it.
var (
	OptionLanguage = Message{"Language of texts and messages; auto is that of the locale",
		"Langue des textes et des messages\u00a0; auto suit la locale"}
	OptionTheme = Message{"Colours for a dark or a light background; auto asks the terminal",
		"Couleurs pour fond sombre ou clair\u00a0; auto interroge le terminal"}
	OptionSkin = Message{"Skin of the explorer; auto: dark or light, depending on theme",
		"Apparence de l’explorateur\u00a0; auto\u00a0: dark ou light, selon le thème"}
	OptionBases = Message{"Skin for the knowledge base or folder at a path", "Apparence de la base ou du dossier situé à ce chemin"}
	OrSkinFile  = Message{", or the name of a file in skins", ", ou le nom d’un fichier de skins"}
	OptionMouse = Message{"The explorer gets the mouse; without it, the terminal selects text",
		"L’explorateur reçoit la souris\u00a0; sinon, le terminal sélectionne du texte"}
	OptionPlain = Message{"Plain lines of text, for screen readers, in the explorer and in pictures",
		"Lignes de texte simples, pour lecteurs d’écran, dans l’explorateur et les vues"}
	OptionReload = Message{"Files are read again as soon as they change",
		"Les fichiers sont relus dès qu’ils changent"}
	OptionEditor = Message{"Editor to open files with, and its arguments, quoted as for a shell",
		"Éditeur de fichiers et ses arguments, avec les guillemets d’un shell"}
	OptionColumns = Message{"Columns of the list of a kind, after the name, by their fields",
		"Colonnes de la liste d’un type, après le nom, par leurs champs"}
	OptionKeys = Message{"Keys of an action instead of its own; [] leaves it without any",
		"Touches d’une action, à la place des siennes\u00a0; [] ne lui en laisse aucune"}

	// User commands.
	OptionCommands = Message{"User commands: a key runs a program, without a shell, with the selection as arguments",
		"Commandes personnelles\u00a0: une touche lance un programme, sans shell, avec la sélection pour arguments"}
	CommandKey      = Message{"Key that runs it", "Touche qui la lance"}
	CommandTitle    = Message{"Title in the help and in the search of everything", "Titre dans l’aide et la recherche générale"}
	CommandName     = Message{"Label in the bottom line; default: the title", "Nom dans la ligne du bas\u00a0; par défaut, le titre"}
	CommandRun      = Message{"Program and arguments, with placeholders", "Programme et arguments, avec des variables entre accolades"}
	CommandScope    = Message{"Scope of the key, or a list of scopes; default: lists and details", "Portée de la touche, ou une liste de portées\u00a0; par défaut, les listes et les fiches"}
	CommandKinds    = Message{"Kind of the entities it applies to, or a list of kinds; default: all", "Type des entités concernées, ou une liste de types\u00a0; par défaut, tous"}
	CommandOutput   = Message{"Destination of its output: a page, nothing, or the terminal, which it takes over; default: a page", "Destination de la sortie\u00a0: une page, rien, ou le terminal, dont la commande prend le contrôle\u00a0; par défaut, une page"}
	CommandTimeout  = Message{"Time limit in seconds, unless it has the terminal; default: 60", "Durée maximale en secondes, sauf dans le terminal\u00a0; par défaut, 60"}
	CommandOverride = Message{"Replaces the usual action of the key", "Remplace l’action habituelle de la touche"}

	TakesKey      = Message{"a key, such as %s", "une touche, comme %s"}
	TakesRun      = Message{"a command, such as \"git log {file}\", or a list of its words", "une commande, comme \"git log {file}\", ou la liste de ses mots"}
	TakesPlaces   = Message{"one of %s, or a list of them", "un de %s, ou une liste"}
	TakesSeconds  = Message{"a number from 1 to %s", "un nombre de 1 à %s"}
	TakesCommands = Message{"tables, each [[commands]]", "des tables, chacune [[commands]]"}

	// The first %s is the unknown placeholder, the second lists the known ones.
	UnknownPlaceholder  = Message{"unknown placeholder %s (known: %s)", "la variable %s est inconnue (variables possibles\u00a0: %s)"}
	PlaceholderProgram  = Message{"the name of the program cannot contain a placeholder", "le nom du programme ne peut pas contenir de variable"}
	RelativeProgram     = Message{"the path of the program %s is relative to the working directory", "le chemin du programme %s est relatif au dossier courant"}
	PlaceholderInScript = Message{"the shell would execute text of the knowledge base: in a script, use \"$1\", \"$2\"…, and put the placeholders after it",
		"le shell exécuterait du texte de la base\u00a0: dans un script, écrire \"$1\", \"$2\"…, et placer les variables à la suite"}

	// %s is a path.
	BaseIsRelative = Message{"the path %s is relative to the working directory", "le chemin %s est relatif au dossier courant"}
	WriteAbsolute  = Message{"write an absolute path", "écrire un chemin absolu"}

	// %s is the name of an option.
	CommandLacks = Message{"the command lacks %s", "il manque à la commande l’option %s"}

	// The first %s is an option, the second describes its values.
	WriteOption = Message{"write %s = %s", "écrire %s = %s"}

	// %s is a number.
	TooManyCommands  = Message{"there cannot be more than %s commands", "il ne peut pas y avoir plus de %s commandes"}
	ChooseOrOverride = Message{"choose another key, or write override = true", "choisir une autre touche, ou écrire override = true"}

	OptionDark  = Message{"Colours on a dark background", "Couleurs sur fond sombre"}
	OptionLight = Message{"Colours on a light background", "Couleurs sur fond clair"}

	ColorAccent    = Message{"Links, keys and what is active", "Liens, touches et ce qui est actif"}
	ColorMuted     = Message{"What matters less", "Ce qui compte moins"}
	ColorNote      = Message{"Numbers of sources", "Numéros des sources"}
	ColorWarning   = Message{"Problems", "Problèmes"}
	ColorSelection = Message{"Background of what is selected", "Fond de ce qui est sélectionné"}
	ColorRule      = Message{"Lines that divide", "Lignes de séparation"}
	ColorTints     = Message{"Kinds in pictures, from the first", "Types dans les vues, à partir du premier"}

	// What an option takes.
	TakesSwitch  = Message{"true or false", "true ou false"}
	TakesCommand = Message{"a command, such as \"code --wait\", or \"\"", "une commande, comme \"code --wait\", ou \"\""}
	TakesFields  = Message{"a list of fields, such as [\"founded\", \"seat\"]", "une liste de champs, comme [\"founded\", \"seat\"]"}
	TakesText    = Message{"a text", "un texte"}
	TakesTable   = Message{"a table", "une table"}

	// %s are keys.
	TakesKeys = Message{"a list of keys, such as %s", "une liste de touches, comme %s"}

	// %s is a colour.
	TakesColor = Message{"a colour, such as %s", "une couleur, comme %s"}

	// The first %s is a number, the second a colour.
	TakesColors = Message{"a list of %s colours, such as %s", "une liste de %s couleurs, comme %s"}

	// The first %s is an option or a variable, the second its value.
	OptionCannotBe = Message{"%s cannot be %s", "%s ne peut pas être %s"}

	// The first %s is an option, the second an element of a list.
	OptionCannotHold = Message{"%s cannot hold %s", "%s ne peut pas contenir %s"}

	// The %s are an option, the text colour, the background and their contrast.
	LowContrast = Message{"%s: %s on %s has a contrast of %s", "%s\u00a0: %s sur %s n’a qu’un contraste de %s"}

	// %s is a contrast.
	TextIsReadFrom = Message{"readable text needs a contrast of at least %s", "un texte lisible demande un contraste d’au moins %s"}

	// %s is what was written.
	UnknownOption = Message{"there is no option %s", "l’option %s n’existe pas"}
	UnknownAction = Message{"there is no action %s", "l’action %s n’existe pas"}
	NotAKey       = Message{"%s is no key", "%s n’est pas une touche"}
	NotACommand   = Message{"the quotation marks of %s do not match", "les guillemets de %s ne vont pas par paires"}
	FieldTwice    = Message{"%s is already a column", "%s est déjà une colonne"}

	// The first %s is a key, the second the name of an action.
	KeyIsTaken = Message{"%s is already the key of %s", "%s est déjà la touche de l’action %s"}
	KeyTypes   = Message{"%s types text, also where %s works", "%s saisit du texte, aussi là où agit %s"}
	KeyIsFixed = Message{"%s cannot be the key of %s: it has a meaning that does not change",
		"%s ne peut pas être la touche de l’action %s\u00a0: elle a un rôle qui ne change pas"}

	// Where a key is named, of an action without one.
	NoKey = Message{"(no key)", "(sans touche)"}

	// %s is the name of an action.
	ChooseOtherKey = Message{"choose another key, or other keys for %s",
		"choisir une autre touche, ou d’autres touches pour %s"}

	// %s are keys.
	WriteKeyAsShown = Message{"write it as the help shows it, such as %s", "l’écrire comme dans l’aide, par exemple %s"}
	ChooseModified  = Message{"choose a key that types nothing, such as %s", "choisir une touche qui ne saisit rien, comme %s"}

	LeaveOutOption = Message{"leave it out: rihla config lists the options", "la retirer\u00a0: rihla config donne la liste des options"}
	LeaveOutAction = Message{"leave it out: rihla config lists the actions", "la retirer\u00a0: rihla config donne la liste des actions"}
	LeaveOutTwice  = Message{"leave it out", "la retirer"}
	ChooseAnother  = Message{"choose another key", "choisir une autre touche"}

	// %s is a problem, with its place.
	ConfigProblem = Message{"%s (rihla config check)", "%s (rihla config check)"}

	// The first %s is a problem, with its place; the second is FurtherProblems.
	ConfigProblems  = Message{"%s (and %s: rihla config check)", "%s (et %s\u00a0: rihla config check)"}
	FurtherProblems = Plural{{"%s more", "%s more"}, {"%s autre", "%s autres"}}

	ConfigShort = Message{"Print the configuration in force, with every default, as a file",
		"Afficher la configuration en vigueur, avec les valeurs par défaut, sous forme de fichier"}
	ConfigLong = Message{"Print the configuration in force as a TOML file that can be saved: the options that are set, and the others with their defaults, commented out. An option is set by a flag, else by an environment variable, else by the file.",
		"Afficher la configuration en vigueur sous forme d’un fichier TOML que l’on peut enregistrer\u00a0: les options fixées, et les autres avec leur valeur par défaut, en commentaire. Une option est fixée par la ligne de commande, sinon par une variable d’environnement, sinon par le fichier."}
	ConfigPathShort  = Message{"Print the path of the file", "Afficher le chemin du fichier"}
	ConfigCheckShort = Message{"Report what in the file has no effect, with line and column",
		"Signaler ce qui, dans le fichier, reste sans effet, avec la ligne et la colonne"}
	FlagConfig = Message{"File of the configuration", "Fichier de configuration"}

	// %s is the path of a file.
	ConfigSound   = Message{"%s: no problems", "%s\u00a0: aucun problème"}
	ConfigMissing = Message{"%s is not there: every option has its default", "%s n’existe pas\u00a0: chaque option a sa valeur par défaut"}

	// In the documentation.
	SenseColumn    = Message{"meaning", "sens"}
	OptionColumn   = Message{"option", "option"}
	ValuesColumn   = Message{"values", "valeurs"}
	DefaultColumn  = Message{"default", "par défaut"}
	VariableColumn = Message{"variable", "variable"}
	ActionColumn   = Message{"action", "action"}

	// In the printed configuration.
	AnExample  = Message{"an example", "un exemple"}
	ConfigHead = Message{"The configuration of rihla. Options that are commented out have their defaults.",
		"La configuration de rihla. Les options en commentaire ont leur valeur par défaut."}

	// %s is the path of a file.
	ConfigSaveAs = Message{"Save it as %s", "À enregistrer dans %s"}
	ConfigIsFrom = Message{"Read from %s", "Lue dans %s"}

	// %s is a variable of the environment.
	ConfigSetBy = Message{"set by $%s", "fixé par $%s"}
)
