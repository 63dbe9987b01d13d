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

	QuestionsTitle = Message{"Open questions", "Questions ouvertes"}
	NothingToAsk   = Message{"No open questions.", "Aucune question ouverte."}

	// %s and %s are kinds
	NothingLinks = Message{"No known link between %s and %s.", "Aucun lien connu entre %s et %s."}

	// %s is how many are not shown
	MoreQuestions = Plural{{"and %s more question: --all", "and %s more questions: --all"},
		{"et %s autre question\u00a0: --all", "et %s autres questions\u00a0: --all"}}

	// %s are claims
	WhoSays     = Message{"Which source says %s?", "Quelle source affirme %s\u00a0?"}
	WhoElseSays = Message{"Which other source says %s?", "Quelle autre source affirme %s\u00a0?"}

	// %s is an entity, %s a kind
	WhichLink = Message{"No known link between %s and %s: is there one?", "Aucun lien connu entre %s et %s\u00a0: y en a-t-il un\u00a0?"}

	// %s and %s are entities
	IsThereALink = Message{"Is there a link between %s and %s?", "Y a-t-il un lien entre %s et %s\u00a0?"}

	// %s is a source
	NoSourceNamed = Message{"no source given", "sans source"}
	OnlySource    = Message{"only %s", "seulement %s"}

	// %s is how many, %s of how many
	HaveOne = Plural{{"%s of %s has one", "%s of %s have one"}, {"%s sur %s en a un", "%s sur %s en ont un"}}

	// %s is an entity, %s how many, %s of how many, %s a kind
	LinkedTo = Message{"%s: %s of %s among %s", "%s\u00a0: %s sur %s parmi %s"}
)
