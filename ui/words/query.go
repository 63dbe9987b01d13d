package words

// Queries: their errors, their readings in words, the palette, facets and saved views.
var (
	UnclosedQuote = Message{"unclosed quotation mark", "guillemet non fermé"}
	UnclosedGroup = Message{"unclosed parenthesis", "parenthèse non fermée"}
	UnopenedGroup = Message{"no parenthesis to close here", "aucune parenthèse à fermer ici"}
	EmptyGroup    = Message{"empty parentheses", "parenthèses vides"}
	MissingWord   = Message{"a word is missing here", "il manque un mot ici"}

	// %s is a field.
	MissingValue = Message{"a value is missing after %s:", "il manque une valeur après %s:"}

	// %s is an operator.
	MissingOperand = Message{"a condition is missing next to %s", "il manque une condition à côté de %s"}

	// %s is what was written.
	UnknownFieldInQuery = Message{"unknown field or relation %s", "champ ou relation inconnus\u00a0: %s"}

	// The first %s is the end of the names of several fields, the second lists them.
	CouldBe = Message{"%s could be %s", "%s peut désigner %s"}

	TooDeep = Message{"too many nested parentheses", "trop de parenthèses imbriquées"}

	// How to search for what looks like a field.
	QuoteIt = Message{"in quotation marks it is searched for as text", "entre guillemets, on le cherche comme texte"}

	Everything = Message{"everything", "tout"}

	// %s are words in quotation marks, or a field.
	With    = Message{"with %s", "avec %s"}
	Without = Message{"without %s", "sans %s"}

	// %s is a condition.
	Not = Message{"not %s", "pas %s"}

	// %s is a name.
	NameIs = Message{"named %s", "de nom %s"}

	// %s is the start of a name.
	NameBegins = Message{"with a name starting with %s", "dont le nom commence par %s"}

	// The first %s is a field, the second a value.
	Is = Message{"%s %s", "%s %s"}

	IsExactly = Message{"%s exactly %s", "%s exactement %s"}

	// The first %s is a field, the second a text in quotation marks.
	HoldsText = Message{"%s containing %s", "%s contenant %s"}

	BeginsWith = Message{"%s starting with %s", "%s commençant par %s"}

	// The first %s is a field, the second a year or a month.
	Before = Message{"%s before %s", "%s avant %s"}
	After  = Message{"%s after %s", "%s après %s"}

	// The first %s is a field, the second a day.
	BeforeDay = Message{"%s before %s", "%s avant le %s"}
	AfterDay  = Message{"%s after %s", "%s après le %s"}

	// The first %s is a field, the second a number.
	Under        = Message{"%s below %s", "%s inférieur à %s"}
	AtMostNumber = Message{"%s at most %s", "%s au plus %s"}

	Over          = Message{"%s above %s", "%s supérieur à %s"}
	AtLeastNumber = Message{"%s at least %s", "%s au moins %s"}

	// The first %s is a field, the others are the ends of a range.
	FromUpto = Message{"%s from %s to %s", "%s de %s à %s"}

	// The first %s is a condition, the second when it holds: Now, AnyTime, On, OnYear.
	ConditionAt = Message{"%s %s", "%s %s"}
	Now         = Message{"now", "aujourd’hui"}
	AnyTime     = Message{"at any time", "à un moment quelconque"}

	// %s stands where a date should.
	WrongTime     = Message{"%s is not a date", "%s n’est pas une date"}
	WrongTimeHint = Message{"a year, a month, a day or any: @2019, @2019-05, @2019-05-01, @any",
		"une année, un mois, un jour ou any\u00a0: @2019, @2019-05, @2019-05-01, @any"}

	AndWord = Message{"and", "et"}
	NotWord = Message{"not", "pas"}

	// Where typing errors were forgiven.
	NoExactMatch = Message{"No exact match; closest results:", "Aucun résultat exact\u00a0; les plus proches\u00a0:"}

	// %s is a percentage.
	StillIndexing = Message{"Names only, until everything is indexed: %s %%",
		"Noms seulement, jusqu’à ce que tout soit indexé\u00a0: %s %%"}

	// %s is the query.
	NothingFoundFor = Message{"No results for %s.", "Aucun résultat pour %s."}

	// The first %s is words of the query, the second a number of results.
	WithoutWords = Message{"Without %s: %s", "Sans %s\u00a0: %s"}
	ResultCount  = Plural{{"%s result", "%s results"}, {"%s résultat", "%s résultats"}}

	// %s is a query that finds something, whenever it held.
	FoundWhenever = Message{"Results at another time: %s", "Résultats à un autre moment\u00a0: %s"}

	// Between a relation and a field of its target.
	ThroughLink = Message{" › ", " › "}

	AnyRelation  = Message{"linked to", "lié à"}
	MeantCommand = Message{"No such command; did you mean:", "Commande inconnue\u00a0; peut-être\u00a0:"}
	IdleCommand  = Message{"Does nothing here:", "Sans effet ici\u00a0:"}
	NothingToDo  = Message{"nothing to do here", "rien à faire ici"}
	PaletteTitle = Message{"Search everything", "Chercher partout"}
	// While a text is typed that is looked for in an entity.
	FindPrompt = Message{"part of the name of a field, or of a text", "une partie du nom d’un champ, ou d’un texte"}

	NotInEntity = Message{"not found in this entity", "introuvable dans cette entité"}

	HelpNothingFound = Message{"No results.", "Aucun résultat."}

	// What may be typed. %s is an example of conditions.
	PalettePrompt = Message{"a name, words, a command, or conditions: %s",
		"un nom, des mots, une commande, ou des conditions\u00a0: %s"}

	// Groups of the palette.
	Recent   = Message{"Recent", "Récents"}
	Tabs     = Message{"Tabs", "Onglets"}
	Commands = Message{"Commands", "Commandes"}

	SaveViewTitle = Message{"Save a view", "Enregistrer une vue"}
	ViewName      = Message{"Title of its tab:", "Titre de son onglet\u00a0:"}
	NameNeeded    = Message{"A title is needed.", "Il faut un titre."}
	EverythingTab = Message{"Everything", "Tout"}
	WrongViewHint = Message{"This is the query of the view in the manifest.", "C’est la requête de la vue dans le manifeste."}
	AllAsList     = Plural{{"list %s result", "list all %s results"}, {"lister %s résultat", "lister les %s résultats"}}
	NothingToSave = Message{"There is no filter to save: %s starts one.",
		"Il n’y a pas de filtre à enregistrer\u00a0: %s en commence un."}
	EmptyView      = Message{"The filter finds nothing: there is no view to save.", "Le filtre ne trouve rien\u00a0: il n’y a pas de vue à enregistrer."}
	NoFileForViews = Message{"The built-in knowledge base cannot be changed: open one of your own.",
		"La base intégrée ne peut pas être modifiée\u00a0: ouvrir une autre base."}
	NotReadable = Message{"The filter has an error.", "Le filtre contient une erreur."}

	// The first %s is the file, the second the name of the view.
	ViewSaved = Message{"Saved in %s, as [views.%s].", "Enregistré dans %s, comme [views.%s]."}

	// %s is the reason.
	ViewNotSaved = Message{"Not saved. %s", "Pas enregistré. %s"}

	FacetsTitle = Message{"Facets", "Facettes"}
	FacetChosen = Message{"chosen", "choisi"}
	FacetsNone  = Message{"No field to choose from here.", "Aucun champ à choisir ici."}
	FacetMore   = Plural{{"%s more value", "%s more values"}, {"%s autre valeur", "%s autres valeurs"}}
	Counting    = Message{"counting…", "comptage…"}

	// The line that stands for file order.
	SortLine = Message{"file order", "ordre des fichiers"}
)
