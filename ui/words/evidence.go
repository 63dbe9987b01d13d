package words

// The evidence of claims: origins, disagreement, age, and what a retraction changes.
var (
	// The first %s is the number of sources of a page, the second that of the claims of its own entity.
	OwnSources = Message{"%s in all, %s for its own claims", "%s en tout, dont %s pour ses propres affirmations"}

	OneOrigin = Message{"one origin", "une seule origine"}

	// %s is the number of hidden claims.
	DeprecatedCount = Plural{{"+ %s deprecated", "+ %s deprecated"}, {"+ %s écartée", "+ %s écartées"}}

	// %s is a number.
	AndOthers = Plural{{"%s more", "%s more"}, {"%s autre", "%s autres"}}

	// Of a claim whose dates leave open whether it holds.
	Perhaps = Message{"perhaps", "peut-être"}

	// %s is a month or a year.
	AsOf = Message{"as of %s", "état en %s"}

	// Of a claim without dates; %s is the date of its first source, "in 2024".
	Attested = Message{"attested %s", "attesté %s"}

	// %s is a day.
	AsOfDay = Message{"as of %s", "état au %s"}

	// Of a claim with one source.
	NoOtherSource = Message{"no other source", "aucune autre source"}

	// Of a claim whose sources have one origin.
	NoOtherOrigin = Message{"no other origin", "aucune autre origine"}

	// Before the origin of a source.
	OriginLabel = Message{"origin", "origine"}

	// Before the sources of the same origin.
	SharedOrigin = Message{"same origin", "même origine"}

	// %s is the number of claims that cite a source.
	ClaimCount = Plural{{"%s claim", "%s claims"}, {"%s affirmation", "%s affirmations"}}

	// %s is a number of entities.
	AboutEntities = Plural{{"about %s entity", "about %s entities"}, {"sur %s entité", "sur %s entités"}}

	// %s is a number of claims.
	AloneCount = Plural{{"%s with no other source", "%s with no other source"},
		{"%s sans autre source", "%s sans autre source"}}

	// %s is a number of claims.
	SoleCount = Plural{{"%s with no other origin", "%s with no other origin"},
		{"%s sans autre origine", "%s sans autre origine"}}

	// The title of the page.
	RetractionTitle = Message{"Retraction", "Retrait"}

	// %s is a source.
	WithoutSource = Message{"Without %s", "Sans %s"}

	// %s is a number of sources.
	AndReprints = Plural{{"and %s source derived from it", "and %s sources derived from it"},
		{"et %s source qui en est reprise", "et %s sources qui en sont reprises"}}

	NothingLost = Message{"Every claim keeps another source.", "Chaque affirmation garde une autre source."}

	// %s is a number of claims.
	LeftUnsourced = Plural{{"%s claim would have no source left.", "%s claims would have no source left."},
		{"%s affirmation n’aurait plus de source.", "%s affirmations n’auraient plus de source."}}
	Weakened = Plural{{"%s claim would have fewer independent origins.", "%s claims would have fewer independent origins."},
		{"%s affirmation aurait moins d’origines indépendantes.", "%s affirmations auraient moins d’origines indépendantes."}}
	Unaffected = Plural{{"%s claim would be unaffected.", "%s claims would be unaffected."},
		{"%s affirmation resterait inchangée.", "%s affirmations resteraient inchangées."}}

	// Headings.
	LeftUnsourcedTitle     = Message{"Left without a source", "Restées sans source"}
	UnsourcedEntitiesTitle = Message{"Entities left without a sourced claim", "Entités sans plus aucune affirmation sourcée"}
	DisconnectedTitle      = Message{"No longer connected by sourced links", "Que plus aucun lien sourcé ne relie"}
	FewerOriginsTitle      = Message{"Fewer independent origins", "Moins d’origines indépendantes"}

	// Before a list of links.
	LastPaths = Message{"The last paths:", "Les derniers chemins\u00a0:"}

	// Of a source that nothing cites.
	NothingRelies = Message{"No claim relies on this source.", "Aucune affirmation ne s’appuie sur cette source."}

	// While the retraction is computed.
	FindingDependents = Message{"Finding what depends on it…", "Recherche de ce qui en dépend…"}

	// The title of the copy.
	StoredText = Message{"Stored copy", "Copie conservée"}

	// %s is a number of sources.
	DerivedKept = Plural{{"%s source derived from it is kept:", "%s sources derived from it are kept:"},
		{"%s source qui en est reprise est conservée\u00a0:", "%s sources qui en sont reprises sont conservées\u00a0:"}}

	HowToReprints = Message{"--reprints retracts derived sources too.",
		"--reprints retire aussi les sources qui en sont reprises."}

	// Before the sources of an entity as a whole.
	EntitySources = Message{"Sources of the whole entity:", "Sources de toute l’entité\u00a0:"}

	// Of an entity that others depend on.
	NeededBy = Message{"needed by", "nécessaire à"}

	// The inverse label of derived_from.
	ReprintedIn = Message{"reused in", "repris dans"}

	// In a list, where a row has no sources. The first %s opens a row, the second shows sources.
	OpenFirst = Message{"%s opens it; %s then shows the sources of the selection.",
		"%s l’ouvre\u00a0; %s affiche alors les sources de la sélection."}

	// A heading.
	SourcesDisagree = Message{"Sources disagree", "Les sources divergent"}

	NothingToCopy = Message{"No claim is made about it.", "Aucune affirmation ne porte sur elle."}

	// Where a retraction is asked of another entity. %s is a key.
	OnlySources = Message{"Select a source: %s shows what depends on it.",
		"Sélectionner une source\u00a0: %s montre ce qui en dépend."}

	QuoteAbsent  = Message{"not in the stored copy", "absent de la copie conservée"}
	QuoteMissing = Message{"The quote does not occur in the stored copy.", "La citation ne figure pas dans la copie conservée."}
	QuoteNearest = Message{"The most similar passage is highlighted.", "Le passage le plus semblable est surligné."}

	// Of a source that no longer counts. %s are what has taken its place.
	Retracted         = Message{"retracted", "rétractée"}
	Superseded        = Message{"superseded by %s", "remplacée par %s"}
	DerivedFromFallen = Message{"derived only from what no longer counts", "reprise seulement de ce qui ne compte plus"}

	// After these, a day, or a month or a year.
	OnDay   = Message{"on %s", "le %s"}
	InMonth = Message{"in %s", "en %s"}

	// Of a claim.
	OnlyRetracted  = Message{"its only source was retracted", "sa seule source a été rétractée"}
	OnlySuperseded = Message{"its only source was superseded", "sa seule source a été remplacée"}

	// Beside the sources of a claim: none counts, or some do not.
	DerivedSource    = Message{"derived from such a source", "reprise d’une telle source"}
	SupersededSource = Message{"superseded", "remplacée"}
	AllFallen        = Message{"none counts any longer", "aucune ne compte plus"}
	FallenCount      = Plural{{"%s no longer counts", "%s no longer count"}, {"%s ne compte plus", "%s ne comptent plus"}}

	// Of a source that is retracted already: why and when.
	FallenAlready = Message{"It no longer counts: %s. This is what has fallen with it.",
		"Elle ne compte plus\u00a0: %s. Voici ce qui est tombé avec elle."}
	HasFallen = Plural{{"%s claim has no source left.", "%s claims have no source left."},
		{"%s affirmation n’a plus de source.", "%s affirmations n’ont plus de source."}}

	// Labels of the fields.
	SupersededBy = Message{"superseded by", "remplacée par"}
	Supersedes   = Message{"supersedes", "remplace"}
)
