package words

// Gaps holds the messages of two kinds set against each other.
type Gaps struct {
	GapsShort, GapsLong string
	NeedsTwoKinds       string
	FlagGapsLimit       string
	FlagGapsAll         string

	NoLinkGrade, UnsourcedGrade, WeakGrade, SingleGrade, FirmGrade string // of a legend

	Linked                    string // the title of a margin
	MoreRows, MoreColumns     Plural // %s is how many are not drawn
	Against                   string // %s and %s are kinds
	QuestionsTitle            string
	NothingToAsk              string
	NothingLinks              string // %s and %s are kinds
	MoreQuestions             Plural // %s is how many are not shown
	WhoSays, WhoElseSays      string // %s are claims
	WhichLink                 string // %s is an entity, %s a kind
	IsThereALink              string // %s and %s are entities
	NoSourceNamed, OnlySource string // %s is a source
	HaveOne                   Plural // %s is how many, %s of how many
	LinkedTo                  string // %s is an entity, %s how many, %s of how many, %s a kind
}

var englishGaps = Gaps{
	GapsShort: "Set two kinds against each other: what is known, and what to ask next",
	GapsLong: `Set two kinds against each other: each cell is as dark as the evidence for its links is strong.
What stands on little, or is missing where a link is to be expected, becomes a question.`,
	NeedsTwoKinds: "gaps needs two kinds, such as company theme; rihla kinds names them",
	FlagGapsLimit: "Ask so many questions at most", FlagGapsAll: "Draw every row and column, ask every question",

	NoLinkGrade: "no link", UnsourcedGrade: "no source", WeakGrade: "weak", SingleGrade: "one good origin", FirmGrade: "two or more",

	Linked:   "linked",
	MoreRows: Plural{"and %s more row", "and %s more rows"}, MoreColumns: Plural{"and %s more column", "and %s more columns"},
	Against: "%s × %s", QuestionsTitle: "To ask next", NothingToAsk: "Nothing is left to ask here.", NothingLinks: "No link between %s and %s is known.",
	MoreQuestions: Plural{"and %s more question: --all", "and %s more questions: --all"},
	WhoSays:       "Who says %s?", WhoElseSays: "Who else says %s?",
	WhichLink: "No link between %s and %s is known: is there one?", IsThereALink: "Is there a link between %s and %s?",
	NoSourceNamed: "no source is named", OnlySource: "only %s",
	HaveOne:  Plural{"%s of %s has one", "%s of %s have one"},
	LinkedTo: "%s: %s of %s among %s",
}

var frenchGaps = Gaps{
	GapsShort: "Croiser deux sortes : ce que l’on sait, et que demander ensuite",
	GapsLong: `Croiser deux sortes : une case est d’autant plus foncée que ses liens sont mieux attestés.
Ce qui repose sur peu, ou manque là où un lien est à attendre, devient une question.`,
	NeedsTwoKinds: "gaps demande deux sortes, comme company theme ; rihla kinds les nomme",
	FlagGapsLimit: "Poser au plus tant de questions", FlagGapsAll: "Montrer toutes les lignes et colonnes, poser toutes les questions",

	NoLinkGrade: "aucun lien", UnsourcedGrade: "sans source", WeakGrade: "faible", SingleGrade: "une bonne origine", FirmGrade: "deux ou plus",

	Linked:   "liens",
	MoreRows: Plural{"et %s autre ligne", "et %s autres lignes"}, MoreColumns: Plural{"et %s autre colonne", "et %s autres colonnes"},
	Against: "%s × %s", QuestionsTitle: "À demander ensuite", NothingToAsk: "Il ne reste rien à demander ici.", NothingLinks: "Aucun lien entre %s et %s n’est connu.",
	MoreQuestions: Plural{"et %s autre question : --all", "et %s autres questions : --all"},
	WhoSays:       "Qui dit %s ?", WhoElseSays: "Qui d’autre dit %s ?",
	WhichLink: "Aucun lien entre %s et %s n’est connu\u00a0: y en a-t-il un\u00a0?", IsThereALink: "Y a-t-il un lien entre %s et %s ?",
	NoSourceNamed: "aucune source n’est nommée", OnlySource: "seulement %s",
	HaveOne:  Plural{"%s sur %s en a un", "%s sur %s en ont un"},
	LinkedTo: "%s : %s sur %s parmi %s",
}
