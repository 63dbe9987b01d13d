package words

// Paths between two entities.
var (
	// %s and %s are entities.
	HowConnected = Message{"How %s and %s are connected", "Comment %s et %s sont reliés"}
	BestPath     = Message{"Best path", "Meilleur chemin"}
	NextBestPath = Message{"Next best", "Chemin suivant"}
	NoOtherPath  = Message{"There is no other path.", "Il n’y a pas d’autre chemin."}

	// %s is a limit.
	AtMostHops = Plural{{"at most %s hop", "at most %s hops"}, {"%s saut au plus", "%s sauts au plus"}}

	AnyHops = Message{"any number of hops", "nombre de sauts illimité"}

	// %s is a confidence.
	LeastConfidence = Message{"%s or better", "%s au moins"}

	AnyConfidence = Message{"any confidence", "confiance quelconque"}

	// The mark of the weakest hop.
	WeakestHop = Message{"weakest hop", "maillon faible"}

	// The first %s is a claim, the second its evidence.
	TheWeakestHop = Message{"Weakest hop: %s (%s).", "Maillon faible\u00a0: %s (%s)."}

	// %s is the evidence of each hop.
	EvenHops = Message{"The evidence for each hop is equally strong: %s.", "Tous les sauts sont aussi bien attestés\u00a0: %s."}

	OnlyMentions = Message{"Every hop is a mention; none states a relation.",
		"Chaque saut n’est qu’une mention\u00a0; aucun n’énonce de relation."}

	// Two entities that one fact or text names, without a relation between them.
	MentionedTogether = Message{"mentioned together", "cités ensemble"}
	MentionedTimes    = Plural{{"mentioned together in %s place", "mentioned together in %s places"},
		{"cités ensemble à %s endroit", "cités ensemble à %s endroits"}}

	// One entity that the body of the other names.
	Mentioned = Message{"mentioned in a text", "cité dans un texte"}

	// The evidence for a fact that mentions both ends.
	FactOrigins   = Plural{{"a fact from %s origin", "a fact from %s origins"}, {"fait attesté par %s origine", "fait attesté par %s origines"}}
	UnsourcedFact = Message{"a fact without a source", "fait sans source"}

	// %s is an entity.
	MentionedInFact = Message{"mentioned together in a fact stated for %s", "cités ensemble dans un fait indiqué pour %s"}

	NoHopSourced = Message{"No hop has a source.", "Aucun saut n’a de source."}

	NoHopStands = Message{"No hop has a source that still counts.", "Aucun saut n’a de source qui compte encore."}

	// Of the next best path.
	SharedHops = Plural{{"%s hop in common", "%s hops in common"}, {"%s saut en commun", "%s sauts en commun"}}

	MoreLinks    = Plural{{"and %s more link", "and %s more links"}, {"et %s autre lien", "et %s autres liens"}}
	MoreEntities = Plural{{"and %s more entity", "and %s more entities"}, {"et %s autre entité", "et %s autres entités"}}

	// %s is an entity.
	StatedFor = Message{"stated for %s", "indiqué pour %s"}

	// %s and %s are entities.
	HopFromTo = Message{"From %s to %s", "%s, puis %s"}

	SameEnds = Message{"Both ends are %s. Choose two different entities.",
		"Les deux extrémités sont %s. Choisir deux entités différentes."}
	OneEnd = Message{"One end is %s. Choose the other.", "Une extrémité est %s. Choisir l’autre."}

	// %s and %s are entities.
	NotConnected = Message{"%s and %s are not connected.", "%s et %s ne sont pas reliés."}

	// The third %s is the limit.
	NotWithHops = Message{"%s and %s are not connected by %s.", "%s et %s ne sont pas reliés par %s."}
	NotWithSure = Message{"%s and %s are not connected by claims of %s.",
		"%s et %s ne sont pas reliés par des affirmations de %s."}

	// The third and the fourth %s are the limits.
	NotWithBoth = Message{"%s and %s are not connected by %s with claims of %s.",
		"%s et %s ne sont pas reliés par %s avec des affirmations de %s."}

	HopsEnough = Plural{{"The limit is too low: %s hop would be enough.", "The limit is too low: %s hops would be enough."},
		{"La limite est trop basse\u00a0: %s saut suffirait.", "La limite est trop basse\u00a0: %s sauts suffiraient."}}

	// %s is a confidence.
	ConfidenceEnough = Message{"The limit is too strict: %s would be enough.", "La limite est trop stricte\u00a0: une %s suffirait."}

	AnyConfidenceEnough = Message{"The limit is too strict: claims of any confidence, or without a source, would be enough.",
		"La limite est trop stricte\u00a0: des affirmations de confiance quelconque, ou sans source, suffiraient."}
	BothEnough = Plural{{"Both limits are too strict: %s hop of any claims would be enough.", "Both limits are too strict: %s hops of any claims would be enough."},
		{"Les deux limites sont trop strictes\u00a0: %s saut d’affirmations quelconques suffirait.", "Les deux limites sont trop strictes\u00a0: %s sauts d’affirmations quelconques suffiraient."}}
	NoPathAtAll = Message{"No path leads from one to the other.", "Aucun chemin ne mène de l’un à l’autre."}

	// %s is a number of entities.
	ReachCount = Plural{{"reaches %s entity", "reaches %s entities"}, {"atteint %s entité", "atteint %s entités"}}

	// %s is a number of hops.
	ReachHops = Plural{{"within %s hop", "within %s hops"}, {"en %s saut", "en %s sauts"}}

	ReachNothing   = Message{"is not linked to anything", "n’est lié à rien"}
	MostLinkedOnes = Message{"most linked:", "les plus liées\u00a0:"}
	MakeALink      = Message{"A field that names another entity is a link: partner = \"%s\"",
		"Un champ qui nomme une autre entité est un lien\u00a0: partner = \"%s\""}
	NotReadForPath = Message{"Paths are shown once all files have been read.",
		"Les chemins s’affichent une fois tous les fichiers lus."}

	// %s is the other end.
	ChooseEnd = Message{"Connect %s to …", "Relier %s à …"}

	ChooseFirst    = Message{"From which entity?", "À partir de quelle entité\u00a0?"}
	HowToChooseEnd = Message{"Type a name, or take one of the most linked with %s. Two marked entities (%s) are taken at once.",
		"Taper un nom, ou prendre l’une des plus liées avec %s. Deux entités marquées (%s) sont prises aussitôt."}
	NothingToSwap = Message{"There is only one end: a chooses the other.", "Il n’y a qu’une extrémité\u00a0: a choisit l’autre."}
	SourcesOfHops = Message{"Sources belong to hops: select one.",
		"Les sources sont celles des sauts\u00a0: en sélectionner un."}
)
