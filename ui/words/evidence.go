package words

// What claims rest on: origins, disagreement, age, and what falls with a source.
var (
	OneOrigin = Message{"one origin", "une seule origine"}

	// %s is how many deprecated statements are folded away
	SetAside = Plural{{"+ %s deprecated", "+ %s deprecated"}, {"+ %s écartée", "+ %s écartées"}}

	// %s are those who say it
	SaidBy = Message{"according to %s", "selon %s"}

	// %s is how many more
	AndOthers = Plural{{"%s more", "%s more"}, {"%s autre", "%s autres"}}

	// %s is a year
	AsOf = Message{"as of %s", "état en %s"}

	// said of a claim that has no other source
	Alone = Message{"no other source", "aucune autre source"}

	// said of a claim of which all sources have one origin
	SameOrigin = Message{"no other origin", "aucune autre origine"}

	// before the origin of a source
	OriginLabel = Message{"origin", "origine"}

	// before sources that have their origin in common with one
	SharedOrigin = Message{"same origin", "même origine"}

	// %s is how many claims rest on a source
	RestsOn = Plural{{"%s claim", "%s claims"}, {"%s affirmation", "%s affirmations"}}

	// %s is how many entities
	OfEntities = Plural{{"about %s entity", "about %s entities"}, {"sur %s entité", "sur %s entités"}}

	// %s is how many claims have no other source
	AloneCount = Plural{{"%s with no other source", "%s with no other source"},
		{"%s sans autre source", "%s sans autre source"}}

	// %s is how many claims have other sources of one origin with it
	SoleCount = Plural{{"%s with no other origin", "%s with no other origin"},
		{"%s sans autre origine", "%s sans autre origine"}}

	// of the dialog
	FallsTitle = Message{"Retraction", "Retrait"}

	// %s is a source
	WithoutSource = Message{"Without %s", "Sans %s"}

	// %s is how many
	AndReprints = Plural{{"and %s source derived from it", "and %s sources derived from it"},
		{"et %s source qui en est reprise", "et %s sources qui en sont reprises"}}

	NothingFalls = Message{"Every claim keeps another source.", "Chaque affirmation garde une autre source."}

	// %s is how many claims
	Fallen = Plural{{"%s claim would have no source left.", "%s claims would have no source left."},
		{"%s affirmation n’aurait plus de source.", "%s affirmations n’auraient plus de source."}}
	Weakened = Plural{{"%s claim would have fewer independent origins.", "%s claims would have fewer independent origins."},
		{"%s affirmation aurait moins d’origines indépendantes.", "%s affirmations auraient moins d’origines indépendantes."}}
	Kept = Plural{{"%s claim would be unaffected.", "%s claims would be unaffected."},
		{"%s affirmation resterait inchangée.", "%s affirmations resteraient inchangées."}}

	// headings
	FallenTitle = Message{"Left without a source", "Restées sans source"}
	BareTitle   = Message{"Entities left without a sourced claim", "Entités sans plus aucune affirmation sourcée"}
	CutTitle    = Message{"No longer connected by sourced links", "Que plus aucun lien sourcé ne relie"}
	WeakTitle   = Message{"Fewer independent origins", "Moins d’origines indépendantes"}

	// before links
	LastWay = Message{"The last paths:", "Les derniers chemins\u00a0:"}

	// said of a source that nothing cites
	NothingRests = Message{"No claim relies on this source.", "Aucune affirmation ne s’appuie sur cette source."}

	// said while it is worked out
	Weighing = Message{"Finding what depends on it…", "Recherche de ce qui en dépend…"}

	// the title of the copy
	StoredText = Message{"Stored copy", "Copie conservée"}

	// %s is the reason
	CopyFailed = Message{"the copy cannot be read: %s", "la copie ne peut pas être lue\u00a0: %s"}

	// %s is how many sources
	StillStand = Plural{{"%s source derived from it is kept:", "%s sources derived from it are kept:"},
		{"%s source qui en est reprise est conservée\u00a0:", "%s sources qui en sont reprises sont conservées\u00a0:"}}

	HowToReprints = Message{"--reprints retracts derived sources too.",
		"--reprints retire aussi les sources qui en sont reprises."}

	// before the sources that an entity names for all that it says
	ForAll = Message{"Sources of the whole entity:", "Sources de toute l’entité\u00a0:"}

	// the other end of what a source is derived from
	ReprintedIn = Message{"reprinted in", "repris dans"}

	// said where a source is asked for in a list
	OpenFirst = Message{"%s opens it; %s then shows the sources of the selection.",
		"%s l’ouvre\u00a0; %s affiche alors les sources de la sélection."}

	// a heading
	SourcesDisagree = Message{"Sources disagree", "Les sources divergent"}

	NothingToCopy = Message{"No claim of it has a source.", "Aucune de ses affirmations n’a de source."}

	// said where what falls is asked of something else
	OnlySources = Message{"Select a source: %s shows what depends on it.",
		"Sélectionner une source\u00a0: %s montre ce qui en dépend."}

	QuoteMissing = Message{"The quote does not occur in the stored copy.", "La citation ne figure pas dans la copie conservée."}
	QuoteNearest = Message{"The most similar passage is highlighted.", "Le passage le plus semblable est surligné."}
)
