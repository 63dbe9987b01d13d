package words

// Two kinds set against each other, to see what is missing.
var (
	// of a legend
	NoLinkGrade    = Message{"no link", "aucun lien"}
	UnsourcedGrade = Message{"no source", "sans source"}
	WeakGrade      = Message{"weak", "faible"}
	SingleGrade    = Message{"one good origin", "une bonne origine"}
	FirmGrade      = Message{"two or more", "deux ou plus"}

	// the title of a margin
	Linked = Message{"linked", "liens"}

	// %s is how many are not drawn
	MoreRows    = Plural{{"and %s more row", "and %s more rows"}, {"et %s autre ligne", "et %s autres lignes"}}
	MoreColumns = Plural{{"and %s more column", "and %s more columns"}, {"et %s autre colonne", "et %s autres colonnes"}}

	// %s and %s are kinds
	Against = Message{"%s × %s", "%s × %s"}

	QuestionsTitle = Message{"To ask next", "À demander ensuite"}
	NothingToAsk   = Message{"Nothing is left to ask here.", "Il ne reste rien à demander ici."}

	// %s and %s are kinds
	NothingLinks = Message{"No link between %s and %s is known.", "Aucun lien entre %s et %s n’est connu."}

	// %s is how many are not shown
	MoreQuestions = Plural{{"and %s more question: --all", "and %s more questions: --all"},
		{"et %s autre question : --all", "et %s autres questions : --all"}}

	// %s are claims
	WhoSays     = Message{"Who says %s?", "Qui dit %s ?"}
	WhoElseSays = Message{"Who else says %s?", "Qui d’autre dit %s ?"}

	// %s is an entity, %s a kind
	WhichLink = Message{"No link between %s and %s is known: is there one?",
		"Aucun lien entre %s et %s n’est connu\u00a0: y en a-t-il un\u00a0?"}

	// %s and %s are entities
	IsThereALink = Message{"Is there a link between %s and %s?", "Y a-t-il un lien entre %s et %s ?"}

	// %s is a source
	NoSourceNamed = Message{"no source is named", "aucune source n’est nommée"}
	OnlySource    = Message{"only %s", "seulement %s"}

	// %s is how many, %s of how many
	HaveOne = Plural{{"%s of %s has one", "%s of %s have one"}, {"%s sur %s en a un", "%s sur %s en ont un"}}

	// %s is an entity, %s how many, %s of how many, %s a kind
	LinkedTo = Message{"%s: %s of %s among %s", "%s : %s sur %s parmi %s"}
)
