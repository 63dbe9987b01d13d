package words

// Path holds the messages of how two entities are connected.
type Path struct {
	PathShort, PathLong string
	NeedsTwoEnds        string
	FlagMaxHops         string
	FlagMinConfidence   string // %s are those there are

	HowConnected           string // %s and %s are entities
	ShortestRoute          string
	NextRoute, NoNextRoute string
	RouteHops              Plural
	AtMostHops             Plural // %s is a limit
	AnyHops                string
	LeastConfidence        string // %s is one
	AnyConfidence          string
	WeakestHop             string // the mark of it
	TheWeakestHop          string // %s is a claim, %s on what it stands
	EvenHops               string // %s is on what each stands
	NoHopSourced           string
	SharedHops             Plural // said of the next best
	MoreLinks              Plural
	FoldedStations         Plural
	StatedBy               string // %s is who says it
	CitesIt                string // the relation to a source
	HopFromTo              string // %s and %s are entities

	SameEnds, OneEnd         string
	NotConnected             string // %s and %s are entities
	NotWithHops, NotWithSure string // said of a limit; %s is it
	NotWithBoth              string // %s are the limits
	HopsWouldDo              Plural
	LevelWouldDo             string // %s is a confidence
	AnyWouldDo               string
	BothWouldDo              Plural
	NoWayAtAll               string
	ReachCount               Plural // entities
	ReachHops                Plural // %s is a number of hops
	ReachNothing             string
	BestKnown                string
	MakeALink                string
	NotReadForPath           string

	KeyOtherEnd, KeyLeast                      string
	HintOtherEnd, HintLeast                    string
	ChooseEnd                                  string // %s is the end that stays
	ChooseFirst, HowToChooseEnd, NothingToSwap string
	NoSourceOfStation                          string
}

var englishPath = Path{
	PathShort: "Say how two entities are connected, and on what each hop stands",
	PathLong: `Say how two entities are connected: the shortest way by evidence, and the next best beside it.
A hop counts as 1 where two good origins tell it, as up to 1.75 where its sources are fewer or doubtful, as 3 where it has none, so that three hops with fair sources beat two of which one has none. Being cited in the same article connects nobody, unless the article is one of the two ends.`,
	NeedsTwoEnds: "path needs two entities, such as company/oracle city/rabat", FlagMaxHops: "The most hops that a route may have; any number unless said",
	FlagMinConfidence: "Leave out claims that are less sure: %s",

	HowConnected: "How %s and %s are connected", ShortestRoute: "Shortest by evidence", NextRoute: "Next best", NoNextRoute: "There is no other way.",
	RouteHops: Plural{"%s hop", "%s hops"}, AtMostHops: Plural{"at most %s hop", "at most %s hops"}, AnyHops: "any number of hops",
	LeastConfidence: "%s or better", AnyConfidence: "any confidence",
	WeakestHop: "weakest hop", TheWeakestHop: "The weakest hop: %s (%s).", EvenHops: "Each hop stands as firmly as any other: %s.", NoHopSourced: "No hop has a source.",
	SharedHops: Plural{"%s hop in common", "%s hops in common"}, MoreLinks: Plural{"and %s more link", "and %s more links"},
	FoldedStations: Plural{"and %s more station", "and %s more stations"}, StatedBy: "said of %s", CitesIt: "cites", HopFromTo: "From %s to %s",

	SameEnds: "Both ends are %s. Name two.", OneEnd: "One end is %s. Choose the other.",
	NotConnected: "%s and %s are not connected.", NotWithHops: "%s and %s are not connected by %s.", NotWithSure: "%s and %s are not connected by claims of %s.",
	NotWithBoth: "%s and %s are not connected by %s, of claims of %s.",
	HopsWouldDo: Plural{"The limit stands in the way: %s hop would do.", "The limit stands in the way: %s hops would do."}, LevelWouldDo: "The limit stands in the way: %s would do.",
	AnyWouldDo: "The limit stands in the way: claims of any confidence, or of no source, would do.", BothWouldDo: Plural{"Both limits stand in the way: %s hop of any claims would do.", "Both limits stand in the way: %s hops of any claims would do."},
	NoWayAtAll: "No chain of links leads from the one to the other.",
	ReachCount: Plural{"reaches %s entity", "reaches %s entities"}, ReachHops: Plural{"within %s hop", "within %s hops"}, ReachNothing: "is linked with nothing", BestKnown: "best known:",
	MakeALink: "A field that names another entity makes a link: partner = \"%s\"", NotReadForPath: "Links are known when everything has been read.",

	KeyOtherEnd: "path: choose another end", KeyLeast: "path: how sure claims must be",
	HintOtherEnd: "other end", HintLeast: "confidence",
	ChooseEnd: "How is %s connected with …", ChooseFirst: "From which entity?",
	HowToChooseEnd: "Enter takes one of the best known, a finds any. Two that are marked (space) are taken at once.", NothingToSwap: "There is one end alone: a chooses the other.",
	NoSourceOfStation: "A hop has sources: choose one.",
}

var frenchPath = Path{
	PathShort: "Dire comment deux entités sont reliées, et sur quoi repose chaque pas",
	PathLong: `Dire comment deux entités sont reliées : le chemin le plus court d’après ses sources, et le meilleur autre à côté.
Un pas compte pour 1 si deux bonnes origines le disent, pour 1,75 au plus si ses sources sont rares ou douteuses, pour 3 s’il n’en a pas : trois pas assez bien sourcés l’emportent sur deux dont l’un ne l’est pas. Être cité dans le même article ne relie personne, sauf si l’article est l’une des deux extrémités.`,
	NeedsTwoEnds: "path demande deux entités, comme company/oracle city/rabat", FlagMaxHops: "Le plus de pas que peut avoir un chemin\u00a0; un nombre quelconque sinon",
	FlagMinConfidence: "Laisser de côté les affirmations moins sûres\u00a0: %s",

	HowConnected: "Comment %s et %s sont reliés", ShortestRoute: "Le plus court", NextRoute: "Le suivant", NoNextRoute: "Il n’y a pas d’autre chemin.",
	RouteHops: Plural{"%s pas", "%s pas"}, AtMostHops: Plural{"%s pas au plus", "%s pas au plus"}, AnyHops: "nombre de pas quelconque",
	LeastConfidence: "%s au moins", AnyConfidence: "toute confiance",
	WeakestHop: "maillon faible", TheWeakestHop: "Le maillon faible\u00a0: %s (%s).", EvenHops: "Tous les pas reposent sur autant\u00a0: %s.", NoHopSourced: "Aucun pas n’a de source.",
	SharedHops: Plural{"%s pas en commun", "%s pas en commun"}, MoreLinks: Plural{"et %s autre lien", "et %s autres liens"},
	FoldedStations: Plural{"et %s autre entité", "et %s autres entités"}, StatedBy: "écrit sous %s", CitesIt: "cite", HopFromTo: "%s, puis %s",

	SameEnds: "Les deux extrémités sont %s. Nommez-en deux.", OneEnd: "Une extrémité est %s. Choisissez l’autre.",
	NotConnected: "%s et %s ne sont pas reliés.", NotWithHops: "%s et %s ne sont pas reliés par %s.", NotWithSure: "%s et %s ne sont pas reliés par des affirmations de %s.",
	NotWithBoth: "%s et %s ne sont pas reliés par %s, d’affirmations de %s.",
	HopsWouldDo: Plural{"C’est la limite qui l’empêche\u00a0: %s pas suffirait.", "C’est la limite qui l’empêche\u00a0: %s pas suffiraient."}, LevelWouldDo: "C’est la limite qui l’empêche\u00a0: une %s suffirait.",
	AnyWouldDo: "C’est la limite qui l’empêche\u00a0: des affirmations de toute confiance, ou sans source, suffiraient.", BothWouldDo: Plural{"Les deux limites l’empêchent\u00a0: %s pas d’affirmations quelconques suffirait.", "Les deux limites l’empêchent\u00a0: %s pas d’affirmations quelconques suffiraient."},
	NoWayAtAll: "Aucune suite de liens ne mène de l’un à l’autre.",
	ReachCount: Plural{"atteint %s entité", "atteint %s entités"}, ReachHops: Plural{"en %s pas", "en %s pas"}, ReachNothing: "n’est lié à rien", BestKnown: "les plus connues\u00a0:",
	MakeALink: "Un champ qui nomme une autre entité fait un lien\u00a0: partner = \"%s\"", NotReadForPath: "Les liens seront connus quand tout aura été lu.",

	KeyOtherEnd: "chemin\u00a0: choisir une autre extrémité", KeyLeast: "chemin\u00a0: combien les affirmations doivent être sûres",
	HintOtherEnd: "autre extrémité", HintLeast: "confiance",
	ChooseEnd: "Comment %s est-il relié à …", ChooseFirst: "À partir de quelle entité\u00a0?",
	HowToChooseEnd: "Entrée prend l’une des plus connues, a en trouve d’autres. Deux entités marquées (espace) sont prises aussitôt.", NothingToSwap: "Il n’y a qu’une extrémité\u00a0: a choisit l’autre.",
	NoSourceOfStation: "C’est un pas qui a des sources\u00a0: choisissez-en un.",
}
