package words

// Queries: what is wrong with one, what one asks for in plain words, the palette, facets and views.
var (
	UnclosedQuote = Message{"the quotation mark is not closed", "le guillemet n’est pas fermé"}
	UnclosedGroup = Message{"the parenthesis is not closed", "la parenthèse n’est pas fermée"}
	UnopenedGroup = Message{"no parenthesis is open here", "aucune parenthèse n’est ouverte ici"}
	EmptyGroup    = Message{"nothing stands between the parentheses", "il n’y a rien entre les parenthèses"}
	MissingWord   = Message{"a word is missing here", "il manque un mot ici"}

	// %s is a field
	MissingValue = Message{"a value is missing here, after %s:", "il manque une valeur ici, après %s:"}

	// %s is an operator
	MissingOperand = Message{"something to search for is missing here, beside %s",
		"il manque de quoi chercher ici, à côté de %s"}

	// %s is what was written
	UnknownFieldInQuery = Message{"there is no field or relation %s", "il n’y a ni champ ni relation %s"}

	TooDeep = Message{"too many parentheses in each other", "trop de parenthèses imbriquées"}

	// how to search for what looks like a field
	QuoteIt = Message{"between quotation marks it is searched for as it is", "entre guillemets, on le cherche tel quel"}

	Everything = Message{"everything", "tout"}

	// %s is words between quotation marks
	With    = Message{"with %s", "avec %s"}
	Without = Message{"without %s", "sans %s"}

	// %s is a field
	Has   = Message{"%s given", "avec %s"}
	Lacks = Message{"no %s given", "sans %s"}

	// %s is a condition
	Not = Message{"not %s", "pas %s"}

	// %s is a name
	NameIs = Message{"called %s", "de nom %s"}

	// %s is how it begins
	NameBegins = Message{"with a name that begins with %s", "dont le nom commence par %s"}

	// %s is a field, %s a value
	Is = Message{"%s %s", "%s %s"}

	IsExactly = Message{"%s exactly %s", "%s exactement %s"}

	// %s is a field, %s a text between quotation marks
	HoldsText = Message{"%s with %s", "%s avec %s"}

	BeginsWith = Message{"%s beginning with %s", "%s commençant par %s"}

	// %s is a field, %s a date
	Before     = Message{"%s before %s", "%s avant %s"}
	AtMostDate = Message{"%s until %s", "%s jusqu’à %s"}

	After       = Message{"%s after %s", "%s après %s"}
	AtLeastDate = Message{"%s since %s", "%s depuis %s"}

	// %s is a field, %s a number
	Under        = Message{"%s under %s", "%s sous %s"}
	AtMostNumber = Message{"%s at most %s", "%s au plus %s"}

	Over          = Message{"%s over %s", "%s au-dessus de %s"}
	AtLeastNumber = Message{"%s at least %s", "%s au moins %s"}

	// %s is a field, %s and %s are ends
	FromUpto = Message{"%s from %s to %s", "%s de %s à %s"}

	AndWord = Message{"and", "et"}
	NotWord = Message{"not", "pas"}

	// said where typing errors had to be forgiven; %s is the query
	Forgiven = Message{"Nothing has exactly that. This is near.", "Rien n’a exactement cela. Ceci en est proche."}

	// %s is how far, in percent
	StillIndexing = Message{"By name only, until everything is indexed: %s %%",
		"Par le nom seulement, le temps de tout indexer\u00a0: %s %%"}

	// %s is the query
	NothingFoundFor = Message{"Nothing is found by %s.", "Rien ne répond à %s."}

	// between a relation and what stands behind it
	ThroughLink = Message{" › ", " › "}

	AnyRelation      = Message{"linked with", "lié à"}
	PaletteTitle     = Message{"Search everything", "Chercher partout"}
	HelpNothingFound = Message{"Nothing is found.", "Rien n’a été trouvé."}

	// what may be typed; %s is conditions
	PalettePrompt = Message{"a name, words, a command, or conditions: %s",
		"un nom, des mots, une commande, ou des conditions\u00a0: %s"}

	// groups of the palette
	Recent   = Message{"Where you were", "Là où vous étiez"}
	Tabs     = Message{"Tabs", "Onglets"}
	Commands = Message{"Commands", "Commandes"}

	SaveViewTitle  = Message{"Save a view", "Garder une vue"}
	ViewName       = Message{"What its tab will say:", "Ce que dira son onglet\u00a0:"}
	EverythingTab  = Message{"Everything", "Tout"}
	HowToMendView  = Message{"That is what the manifest says of this view.", "C’est ce que le manifeste dit de cette vue."}
	AllAsList      = Plural{{"the %s in a list", "all %s in a list"}, {"le %s en liste", "les %s en liste"}}
	NothingToSave  = Message{"There is no filter to save: %s types one.", "Il n’y a pas de filtre à garder\u00a0: %s en écrit un."}
	NoFileForViews = Message{"The built-in knowledge base is in no file. Open one of your own to save in it.",
		"La base intégrée n’est dans aucun fichier. Ouvrez-en une à vous pour y écrire."}
	NotReadable = Message{"The filter makes no sense yet.", "Le filtre n’a pas encore de sens."}

	// %s is the file, %s the view’s name there
	ViewSaved = Message{"Saved in %s, as [views.%s].", "Gardé dans %s, comme [views.%s]."}

	// %s is the reason
	ViewNotSaved = Message{"Not saved. %s", "Pas gardé. %s"}

	FacetsTitle = Message{"Facets", "Facettes"}
	FacetsNone  = Message{"Nothing here has a field to choose from.", "Rien ici n’a de champ où choisir."}
	FacetMore   = Plural{{"%s more value", "%s more values"}, {"%s autre valeur", "%s autres valeurs"}}
	Counting    = Message{"counting…", "on compte…"}

	// the line of the order of the files
	SortLine = Message{"the order of the files", "l’ordre des fichiers"}
)
