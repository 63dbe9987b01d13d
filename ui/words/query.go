package words

// Query holds the messages about queries: what is wrong with one, and what one
// asks for in plain words.
type Query struct {
	UnclosedQuote, UnclosedGroup, UnopenedGroup, EmptyGroup string
	MissingWord                                             string
	MissingValue                                            string // %s is a field
	MissingOperand                                          string // %s is an operator
	UnknownFieldInQuery, UnknownKindInQuery                 string // %s is what was written
	TooDeep                                                 string
	QuoteIt                                                 string // how to search for what looks like a field

	Everything                             string
	With, Without                          string // %s is words between quotation marks
	Has, Lacks                             string // %s is a field
	Not                                    string // %s is a condition
	NameIs                                 string // %s is a name
	NameBegins                             string // %s is how it begins
	Is                                     string // %s is a field, %s a value
	IsExactly                              string
	HoldsText                              string // %s is a field, %s a text between quotation marks
	BeginsWith                             string
	Before, AtMostDate                     string // %s is a field, %s a date
	After, AtLeastDate                     string
	Under, AtMostNumber                    string // %s is a field, %s a number
	Over, AtLeastNumber                    string
	FromUpto                               string // %s is a field, %s and %s are ends
	OrWord, AndWord, NotWord               string
	Forgiven                               string // said where typing errors had to be forgiven; %s is the query
	StillIndexing                          string // %s is how far, in percent
	SearchShort                            string
	NeedsQuery                             string
	MatchColumn, NameColumn, SummaryColumn string
	NothingFoundFor                        string // %s is the query
	ThroughLink                            string // between a relation and what stands behind it
	AnyRelation                            string
	FlagSearchLimit                        string

	KeyPalette, HintPalette, HintGroup              string
	PaletteTitle, HelpNothingFound                  string
	PalettePrompt                                   string // what may be typed; %s is conditions
	Recent, Tabs, Commands                          string // groups of the palette
	SaveView, SaveViewTitle, ViewName, HintSaveView string
	EverythingTab, HowToMendView                    string
	AllAsList                                       Plural
	NothingToSave, NoFileForViews, NotReadable      string
	ViewSaved                                       string // %s is the file, %s the view’s name there
	ViewNotSaved                                    string // %s is the reason

	KeyFacets, HintFacets, FacetsTitle, FacetsNone string
	HintChooseValue, HintNoChoice, HintFind        string
	FacetMore                                      Plural
	Counting                                       string
	HintShift, HintAlone, HintAddKey, HintReverse  string
	SortLine                                       string // the line of the order of the files
}

var englishQuery = Query{
	UnclosedQuote: "the quotation mark is not closed", UnclosedGroup: "the parenthesis is not closed",
	UnopenedGroup: "no parenthesis is open here", EmptyGroup: "nothing stands between the parentheses",
	MissingWord: "a word is missing here", MissingValue: "a value is missing here, after %s:", MissingOperand: "something to search for is missing here, beside %s",
	UnknownFieldInQuery: "there is no field or relation %s", UnknownKindInQuery: "there is no kind %s", TooDeep: "too many parentheses in each other",
	QuoteIt: "between quotation marks it is searched for as it is",

	Everything: "everything", With: "with %s", Without: "without %s", Has: "%s given", Lacks: "no %s given", Not: "not %s",
	NameIs: "called %s", NameBegins: "with a name that begins with %s",
	Is: "%s %s", IsExactly: "%s exactly %s", HoldsText: "%s with %s", BeginsWith: "%s beginning with %s",
	Before: "%s before %s", AtMostDate: "%s until %s", After: "%s after %s", AtLeastDate: "%s since %s",
	Under: "%s under %s", AtMostNumber: "%s at most %s", Over: "%s over %s", AtLeastNumber: "%s at least %s",
	FromUpto: "%s from %s to %s", OrWord: "or", AndWord: "and", NotWord: "not", ThroughLink: " › ", AnyRelation: "linked with",
	Forgiven:      "Nothing has exactly that. This is near.",
	StillIndexing: "By name only, until everything is indexed: %s %%",
	SearchShort:   "Search everything, best first", NeedsQuery: "search needs a QUERY, such as oracle, or 'kind:company founded:<2000'",
	NameColumn: "Name", SummaryColumn: "Summary", MatchColumn: "Found in", NothingFoundFor: "Nothing is found by %s.", FlagSearchLimit: "Show so many at most",

	KeyPalette: "search everything: entities, tabs, commands", HintPalette: "everything", HintGroup: "next group",
	PaletteTitle: "Search everything", PalettePrompt: "a name, words, a command, or conditions: %s", HelpNothingFound: "Nothing is found.", Recent: "Where you were", Tabs: "Tabs", Commands: "Commands",
	KeyFacets: "facets: the values of each field, with counts, to choose from", HintFacets: "facets", FacetsTitle: "Facets", FacetsNone: "Nothing here has a field to choose from.",
	HintChooseValue: "choose", HintNoChoice: "none", HintFind: "find", FacetMore: Plural{"%s more value", "%s more values"}, Counting: "counting…",
	HintShift: "move", HintAlone: "sort by this", HintAddKey: "add or turn", HintReverse: "turn round", SortLine: "the order of the files",
	SaveView: "save the filter in force as a view: a tab of its own", SaveViewTitle: "Save a view", ViewName: "What its tab will say:", HintSaveView: "save",
	EverythingTab: "Everything", HowToMendView: "That is what the manifest says of this view.", AllAsList: Plural{"the %s in a list", "all %s in a list"},
	NothingToSave: "There is no filter to save: / types one.", NoFileForViews: "The built-in knowledge base is in no file. Open one of your own to save in it.", NotReadable: "The filter makes no sense yet.",
	ViewSaved: "Saved in %s, as [views.%s].", ViewNotSaved: "Not saved. %s",
}

var frenchQuery = Query{
	UnclosedQuote: "le guillemet n’est pas fermé", UnclosedGroup: "la parenthèse n’est pas fermée",
	UnopenedGroup: "aucune parenthèse n’est ouverte ici", EmptyGroup: "il n’y a rien entre les parenthèses",
	MissingWord: "il manque un mot ici", MissingValue: "il manque une valeur ici, après %s:", MissingOperand: "il manque de quoi chercher ici, à côté de %s",
	UnknownFieldInQuery: "il n’y a ni champ ni relation %s", UnknownKindInQuery: "il n’y a pas de sorte %s", TooDeep: "trop de parenthèses imbriquées",
	QuoteIt: "entre guillemets, on le cherche tel quel",

	Everything: "tout", With: "avec %s", Without: "sans %s", Has: "avec %s", Lacks: "sans %s", Not: "pas %s",
	NameIs: "de nom %s", NameBegins: "dont le nom commence par %s",
	Is: "%s %s", IsExactly: "%s exactement %s", HoldsText: "%s avec %s", BeginsWith: "%s commençant par %s",
	Before: "%s avant %s", AtMostDate: "%s jusqu’à %s", After: "%s après %s", AtLeastDate: "%s depuis %s",
	Under: "%s sous %s", AtMostNumber: "%s au plus %s", Over: "%s au-dessus de %s", AtLeastNumber: "%s au moins %s",
	FromUpto: "%s de %s à %s", OrWord: "ou", AndWord: "et", NotWord: "pas", ThroughLink: " › ", AnyRelation: "lié à",
	Forgiven:      "Rien n’a exactement cela. Ceci en est proche.",
	StillIndexing: "Par le nom seulement, le temps de tout indexer\u00a0: %s %%",
	SearchShort:   "Chercher partout, le meilleur d’abord", NeedsQuery: "search demande une requête, comme oracle, ou 'kind:company founded:<2000'",
	NameColumn: "Nom", SummaryColumn: "En bref", MatchColumn: "Trouvé dans", NothingFoundFor: "Rien ne répond à %s.", FlagSearchLimit: "En montrer au plus tant",

	KeyPalette: "chercher partout\u00a0: entités, onglets, commandes", HintPalette: "partout", HintGroup: "groupe suivant",
	PaletteTitle: "Chercher partout", PalettePrompt: "un nom, des mots, une commande, ou des conditions\u00a0: %s", HelpNothingFound: "Rien n’a été trouvé.", Recent: "Là où vous étiez", Tabs: "Onglets", Commands: "Commandes",
	KeyFacets: "facettes\u00a0: les valeurs de chaque champ, comptées, à choisir", HintFacets: "facettes", FacetsTitle: "Facettes", FacetsNone: "Rien ici n’a de champ où choisir.",
	HintChooseValue: "choisir", HintNoChoice: "aucune", HintFind: "trouver", FacetMore: Plural{"%s autre valeur", "%s autres valeurs"}, Counting: "on compte…",
	HintShift: "déplacer", HintAlone: "trier par là", HintAddKey: "ajouter ou inverser", HintReverse: "inverser", SortLine: "l’ordre des fichiers",
	SaveView: "garder le filtre en vigueur comme une vue\u00a0: un onglet à lui", SaveViewTitle: "Garder une vue", ViewName: "Ce que dira son onglet\u00a0:", HintSaveView: "garder",
	EverythingTab: "Tout", HowToMendView: "C’est ce que le manifeste dit de cette vue.", AllAsList: Plural{"le %s en liste", "les %s en liste"},
	NothingToSave: "Il n’y a pas de filtre à garder\u00a0: / en écrit un.", NoFileForViews: "La base intégrée n’est dans aucun fichier. Ouvrez-en une à vous pour y écrire.", NotReadable: "Le filtre n’a pas encore de sens.",
	ViewSaved: "Gardé dans %s, comme [views.%s].", ViewNotSaved: "Pas gardé. %s",
}
