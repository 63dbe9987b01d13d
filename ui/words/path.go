package words

// How two entities are connected.
var (
	// %s and %s are entities
	HowConnected  = Message{"How %s and %s are connected", "Comment %s et %s sont reliés"}
	ShortestRoute = Message{"Shortest by evidence", "Le plus court"}
	NextRoute     = Message{"Next best", "Le suivant"}
	NoNextRoute   = Message{"There is no other way.", "Il n’y a pas d’autre chemin."}

	// %s is a limit
	AtMostHops = Plural{{"at most %s hop", "at most %s hops"}, {"%s pas au plus", "%s pas au plus"}}

	AnyHops = Message{"any number of hops", "nombre de pas quelconque"}

	// %s is one
	LeastConfidence = Message{"%s or better", "%s au moins"}

	AnyConfidence = Message{"any confidence", "toute confiance"}

	// the mark of it
	WeakestHop = Message{"weakest hop", "maillon faible"}

	// %s is a claim, %s on what it stands
	TheWeakestHop = Message{"The weakest hop: %s (%s).", "Le maillon faible\u00a0: %s (%s)."}

	// %s is on what each stands
	EvenHops = Message{"Each hop stands as firmly as any other: %s.", "Tous les pas reposent sur autant\u00a0: %s."}

	NoHopSourced = Message{"No hop has a source.", "Aucun pas n’a de source."}

	// said of the next best
	SharedHops = Plural{{"%s hop in common", "%s hops in common"}, {"%s pas en commun", "%s pas en commun"}}

	MoreLinks      = Plural{{"and %s more link", "and %s more links"}, {"et %s autre lien", "et %s autres liens"}}
	FoldedStations = Plural{{"and %s more station", "and %s more stations"}, {"et %s autre entité", "et %s autres entités"}}

	// %s is who says it
	StatedBy = Message{"said of %s", "écrit sous %s"}

	// %s and %s are entities
	HopFromTo = Message{"From %s to %s", "%s, puis %s"}

	SameEnds = Message{"Both ends are %s. Name two.", "Les deux extrémités sont %s. Nommez-en deux."}
	OneEnd   = Message{"One end is %s. Choose the other.", "Une extrémité est %s. Choisissez l’autre."}

	// %s and %s are entities
	NotConnected = Message{"%s and %s are not connected.", "%s et %s ne sont pas reliés."}

	// said of a limit; %s is it
	NotWithHops = Message{"%s and %s are not connected by %s.", "%s et %s ne sont pas reliés par %s."}
	NotWithSure = Message{"%s and %s are not connected by claims of %s.",
		"%s et %s ne sont pas reliés par des affirmations de %s."}

	// %s are the limits
	NotWithBoth = Message{"%s and %s are not connected by %s, of claims of %s.",
		"%s et %s ne sont pas reliés par %s, d’affirmations de %s."}

	HopsWouldDo = Plural{{"The limit stands in the way: %s hop would do.", "The limit stands in the way: %s hops would do."},
		{"C’est la limite qui l’empêche\u00a0: %s pas suffirait.", "C’est la limite qui l’empêche\u00a0: %s pas suffiraient."}}

	// %s is a confidence
	LevelWouldDo = Message{"The limit stands in the way: %s would do.",
		"C’est la limite qui l’empêche\u00a0: une %s suffirait."}

	AnyWouldDo = Message{"The limit stands in the way: claims of any confidence, or of no source, would do.",
		"C’est la limite qui l’empêche\u00a0: des affirmations de toute confiance, ou sans source, suffiraient."}
	BothWouldDo = Plural{{"Both limits stand in the way: %s hop of any claims would do.", "Both limits stand in the way: %s hops of any claims would do."},
		{"Les deux limites l’empêchent\u00a0: %s pas d’affirmations quelconques suffirait.", "Les deux limites l’empêchent\u00a0: %s pas d’affirmations quelconques suffiraient."}}
	NoWayAtAll = Message{"No chain of links leads from the one to the other.",
		"Aucune suite de liens ne mène de l’un à l’autre."}

	// entities
	ReachCount = Plural{{"reaches %s entity", "reaches %s entities"}, {"atteint %s entité", "atteint %s entités"}}

	// %s is a number of hops
	ReachHops = Plural{{"within %s hop", "within %s hops"}, {"en %s pas", "en %s pas"}}

	ReachNothing = Message{"is linked with nothing", "n’est lié à rien"}
	BestKnown    = Message{"best known:", "les plus connues\u00a0:"}
	MakeALink    = Message{"A field that names another entity makes a link: partner = \"%s\"",
		"Un champ qui nomme une autre entité fait un lien\u00a0: partner = \"%s\""}
	NotReadForPath = Message{"Links are known when everything has been read.",
		"Les liens seront connus quand tout aura été lu."}

	// %s is the end that stays
	ChooseEnd = Message{"How is %s connected with …", "Comment %s est-il relié à …"}

	ChooseFirst    = Message{"From which entity?", "À partir de quelle entité\u00a0?"}
	HowToChooseEnd = Message{"%s takes one of the best known, %s finds any. Two that are marked (%s) are taken at once.",
		"%s prend l’une des plus connues, %s en trouve d’autres. Deux entités marquées (%s) sont prises aussitôt."}
	NothingToSwap = Message{"There is one end alone: a chooses the other.",
		"Il n’y a qu’une extrémité\u00a0: a choisit l’autre."}
	NoSourceOfStation = Message{"A hop has sources: choose one.", "C’est un pas qui a des sources\u00a0: choisissez-en un."}
)
