package words

// Gaps between two kinds, and the open questions.
var (
	// The legend.
	NoLinkGrade    = Message{"no link", "aucun lien"}
	UnsourcedGrade = Message{"no source", "sans source"}
	WeakGrade      = Message{"weak", "faible"}
	SingleGrade    = Message{"one good origin", "une bonne origine"}
	FirmGrade      = Message{"two or more", "deux ou plus"}

	// The title of the margin with the sums.
	Linked = Message{"linked", "liens"}

	// %s is the number of rows or columns that are not drawn.
	MoreRows    = Plural{{"and %s more row", "and %s more rows"}, {"et %s autre ligne", "et %s autres lignes"}}
	MoreColumns = Plural{{"and %s more column", "and %s more columns"}, {"et %s autre colonne", "et %s autres colonnes"}}

	// %s and %s are kinds.
	Against = Message{"%s × %s", "%s × %s"}

	QuestionsTitle      = Message{"Open questions", "Questions ouvertes"}
	LookingForQuestions = Message{"Looking for open questions…", "Recherche de questions ouvertes…"}
	NothingToAsk        = Message{"No open questions.", "Aucune question ouverte."}

	// %s and %s are kinds.
	NothingLinks = Message{"No known link between %s and %s.", "Aucun lien connu entre %s et %s."}

	// %s is the number of questions that are not shown.
	MoreQuestions = Plural{{"and %s more question: --all", "and %s more questions: --all"},
		{"et %s autre question\u00a0: --all", "et %s autres questions\u00a0: --all"}}

	// %s is a claim.
	WhichSource      = Message{"Which source says %s?", "Quelle source affirme %s\u00a0?"}
	WhichOtherSource = Message{"Which other source says %s?", "Quelle autre source affirme %s\u00a0?"}

	// %s is the number of links.
	NoSourcesYet = Plural{{"No statement in this base has a source: %s link without one.", "No statement in this base has a source: %s links without one."},
		{"Aucune affirmation de cette base n’a de source\u00a0: %s lien sans source.", "Aucune affirmation de cette base n’a de source\u00a0: %s liens sans source."}}

	// Where a base has no sources, after NoSourcesYet.
	HowToSource = Message{"To begin, write a link with its source: { to = \"…\", source = \"…\" }",
		"Pour commencer, écrire un lien avec sa source\u00a0: { to = \"…\", source = \"…\" }"}

	// The first %s is an entity, the second a kind.
	WhichLink = Message{"No known link between %s and %s: is there one?", "Aucun lien connu entre %s et %s\u00a0: y en a-t-il un\u00a0?"}

	// %s and %s are entities.
	IsThereALink = Message{"Is there a link between %s and %s?", "Y a-t-il un lien entre %s et %s\u00a0?"}

	// %s is a source.
	OnlySource = Message{"only %s", "seulement %s"}

	// The first %s is how many have a link, the second how many there are.
	HaveOne = Plural{{"%s of %s has one", "%s of %s have one"}, {"%s sur %s en a un", "%s sur %s en ont un"}}

	// The %s are an entity, the number of its links, the number of entities of a kind, the kind.
	LinkedTo = Message{"%s: %s of %s among %s", "%s\u00a0: %s sur %s parmi %s"}
)
