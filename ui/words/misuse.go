package words

// What commands say of arguments and flags that they cannot take.
var (
	NeedsKind    = Message{"list needs a KIND; rihla kinds names them", "list demande une sorte ; rihla kinds les nomme"}
	NeedsAddress = Message{"show needs an ADDRESS, such as company/oracle", "show demande une adresse, comme company/oracle"}
	NeedsShell   = Message{"completion needs a SHELL: bash, fish, powershell or zsh",
		"completion demande un shell : bash, fish, powershell ou zsh"}
	NeedsQuery = Message{"search needs a QUERY, such as oracle, or 'kind:company founded:<2000'",
		"search demande une requête, comme oracle, ou 'kind:company founded:<2000'"}
	NeedsSource = Message{"retract needs a SOURCE, such as source/seed-article",
		"retract demande une SOURCE, comme source/seed-article"}
	BriefNeeds = Message{"brief needs an ADDRESS, such as company/oracle, or a QUERY",
		"brief demande une adresse, comme company/oracle, ou une requête"}
	GraphNeeds   = Message{"graph needs an address, such as company/oracle", "graph demande une adresse, comme company/oracle"}
	NeedsTwoEnds = Message{"path needs two entities, such as company/oracle city/rabat",
		"path demande deux entités, comme company/oracle city/rabat"}

	// %s is a command
	NeedsTwoKinds = Message{"%s needs two kinds, such as company theme; rihla kinds names them",
		"%s demande deux sortes, comme company theme ; rihla kinds les nomme"}

	// %s is what was asked for.
	UnknownCommand = Message{"there is no command %s", "il n’y a pas de commande %s"}
	UnknownKind    = Message{"there is no kind %s", "il n’y a pas de sorte %s"}
	UnknownAddress = Message{"there is no entity %s", "il n’y a pas d’entité %s"}
	NoSuchPath     = Message{"%s is neither a command nor a file or folder",
		"%s n’est ni une commande, ni un fichier, ni un dossier"}
	AmbiguousAddress = Message{"%s is the name of several entities", "%s est le nom de plusieurs entités"}
	AmbiguousKind    = Message{"%s is what several kinds are called", "plusieurs sortes s’appellent %s"}
	UnknownRelation  = Message{"no relation %s links them", "aucune relation %s ne les lie"}
	UnknownOrder     = Message{"no order is called %s: structure, count, name",
		"aucun ordre ne s’appelle %s : structure, count, name"}

	// %s is a code
	UnknownCode = Message{"there is no finding %s", "il n’y a pas de constat %s"}

	// %s is an argument, %s a command
	TooMuch = Message{"%s is more than %s takes", "%s est de trop pour %s"}

	// %s is a flag
	UnknownFlag    = Message{"there is no flag %s", "il n’y a pas d’option %s"}
	FlagNeedsValue = Message{"%s needs a value", "%s demande une valeur"}

	// %s is a flag, %s what it was given
	BadFlagValue = Message{"%s cannot be %s", "%s ne peut pas être %s"}

	// %s is what a flag takes
	Takes = Message{"it takes %s", "il faut %s"}

	WholeNumber = Message{"a whole number, 0 or more", "un nombre entier, 0 ou plus"}

	// %s is a field, %s a kind
	UnknownField = Message{"there is no field %s of %s", "il n’y a pas de champ %s de %s"}

	// %s are names
	ThereAre = Message{"there are: %s", "il y a : %s"}

	// %s is a format, %s those there are
	UnknownFormat = Message{"the format %s is not one of %s", "le format %s n’est aucun de %s"}

	// %s is a kind or a view
	NothingIn = Message{"There is nothing in %s.", "Il n’y a rien dans %s."}

	// %s is an address
	NotASource = Message{"%s is not a source", "%s n’est pas une source"}

	// %s is a folder
	NoFiles = Message{"there is no TOML file in %s", "il n’y a pas de fichier TOML dans %s"}

	// %s is what may have been meant
	DidYouMean = Message{"did you mean %s?", "vouliez-vous dire %s ?"}

	// %s is a command
	SeeHelp = Message{"%s --help says what there is", "%s --help dit ce qu’il y a"}

	WrongHops = Message{"--hops is 1, 2 or 3", "--hops vaut 1, 2 ou 3"}

	// %s is the most
	HopsFrom = Message{"hops go from 1 to %s", "les pas vont de 1 à %s"}

	// %s is what was typed
	WrongDate = Message{"%s is no date; it takes one like 2024, 2024-02 or 2024-02-13",
		"%s n’est pas une date ; il en faut une comme 2024, 2024-02 ou 2024-02-13"}

	BackwardDates = Message{"--to is before --from", "--to précède --from"}

	// %s is what was asked for
	NothingToCite = Message{"nothing in %s names a source, so there is nothing to cite",
		"rien de ce que dit %s ne nomme de source\u00a0: il n’y a rien à citer"}

	HowToKeepUnsourced = Message{"--keep-unsourced writes it all the same, marked as having no source",
		"--keep-unsourced l’écrit quand même, marqué comme étant sans source"}

	// %s is the reason
	CannotWrite = Message{"the output cannot be written: %s", "la sortie ne peut pas être écrite : %s"}

	// before what is wrong; %s is a place, %s a view
	WrongView = Message{"%s: the view %s cannot be read: ", "%s: la vue %s ne peut pas être lue : "}
)
