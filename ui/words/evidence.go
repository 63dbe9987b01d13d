package words

// Evidence holds the messages of what claims rest on: origins, disagreement,
// age, and what falls with a source.
type Evidence struct {
	OriginCount  Plural // said where several sources have fewer origins
	OneOrigin    string
	SetAside     Plural // %s is how many deprecated statements are folded away
	SaidBy       string // %s are those who say it
	AndOthers    Plural // %s is how many more
	AsOf         string // %s is a year
	Alone        string // said of a claim that has no other source
	SameOrigin   string // said of a claim of which all sources have one origin
	OriginLabel  string // before the origin of a source
	SharedOrigin string // before sources that have their origin in common with one
	RestsOn      Plural // %s is how many claims rest on a source
	OfEntities   Plural // %s is how many entities
	AloneCount   Plural // %s is how many claims have no other source
	SoleCount    Plural // %s is how many claims have other sources of one origin with it
	CitedColumn  string // titles of columns of sources
	AloneColumn  string

	RetractShort, RetractLong, SourceArgument   string
	FlagReprints                                string
	NeedsSource                                 string
	NotASource                                  string // %s is an address
	FallsTitle                                  string // of the dialog
	WithoutSource                               string // %s is a source
	AndReprints                                 Plural // %s is how many
	NothingFalls                                string
	Fallen, Weakened, Kept                      Plural // %s is how many claims
	FallenTitle, BareTitle, CutTitle, WeakTitle string // headings
	LastWay                                     string // before links
	NothingRests                                string // said of a source that nothing cites
	KeyFalls, HintFalls                         string
	KeyUnfold, HintUnfold, HintRefold           string
	Weighing                                    string // said while it is worked out
	StoredText                                  string // the title of the copy
	CopyFailed                                  string // %s is the reason
	StillStand                                  Plural // %s is how many sources
	HowToReprints, HintReprints                 string
	ForAll                                      string // before the sources that an entity names for all that it says
	ReprintedIn                                 string // the other end of what a source is derived from
	FileCount                                   Plural
	NoFiles                                     string // %s is a folder
	OpenFirst                                   string // said where a source is asked for in a list
	SourcesDisagree                             string // a heading
	CopyBrief                                   string // what is copied
	NothingToCopy                               string
	OnlySources                                 string // said where what falls is asked of something else
	QuoteMissing                                string
	QuoteNearest                                string
	HintCopyText                                string
}

var englishEvidence = Evidence{
	OriginCount: Plural{"%s origin", "%s origins"}, OneOrigin: "one origin",
	SetAside: Plural{"+ %s set aside", "+ %s set aside"}, SaidBy: "said by %s", AndOthers: Plural{"%s more", "%s more"},
	AsOf: "as of %s", Alone: "no other source", SameOrigin: "no other origin",
	OriginLabel: "origin", SharedOrigin: "same origin",
	RestsOn: Plural{"%s claim", "%s claims"}, OfEntities: Plural{"of %s entity", "of %s entities"},
	AloneCount: Plural{"%s with no other source", "%s with no other source"}, SoleCount: Plural{"%s with no other origin", "%s with no other origin"},
	CitedColumn: "Cited", AloneColumn: "Alone",

	RetractShort: "Say what falls if a source falls",
	RetractLong: `Say what falls if a source falls: the claims that nothing else stands behind, the entities of which nothing sourced is left, what no sourced link ties together any more, and the claims that lose an independent origin.
Nothing is changed.`,
	SourceArgument: "SOURCE", FlagReprints: "Let all that is derived from it and from nothing else fall with it",
	NeedsSource: "retract needs a SOURCE, such as source/seed-article", NotASource: "%s is not a source",
	FallsTitle: "What falls", WithoutSource: "Without %s", AndReprints: Plural{"and %s source derived from it", "and %s sources derived from it"},
	NothingFalls: "Every claim keeps another source.",
	Fallen:       Plural{"%s claim would have no source left.", "%s claims would have no source left."},
	Weakened:     Plural{"%s claim would have fewer independent origins.", "%s claims would have fewer independent origins."},
	Kept:         Plural{"%s claim would stand as firmly as before.", "%s claims would stand as firmly as before."},
	FallenTitle:  "Left without a source", BareTitle: "Entities left with nothing sourced", CutTitle: "No longer tied together by anything sourced", WeakTitle: "Fewer independent origins",
	LastWay: "The last ways:", NothingRests: "Nothing rests on this source.",
	KeyFalls: "a source: what falls if it falls", HintFalls: "what falls",
	KeyUnfold: "show what is set aside, or fold it away", HintUnfold: "set aside", HintRefold: "fold", Weighing: "Working out what falls…",
	StoredText: "The stored copy", CopyFailed: "the copy cannot be read: %s",
	StillStand: Plural{"%s source that is derived from it still stands:", "%s sources that are derived from it still stand:"}, HowToReprints: "--reprints lets what is derived from it fall too.", HintReprints: "reprints",
	ForAll: "Named by the entity for all that it says:", ReprintedIn: "reprinted in", FileCount: Plural{"%s file", "%s files"}, NoFiles: "there is no TOML file in %s",
	OpenFirst: "Enter opens it; s then tells who says what is selected.", SourcesDisagree: "Sources disagree", CopyBrief: "cited brief", NothingToCopy: "Nothing of it has a source.",
	OnlySources:  "Choose a source: x says what falls with it.",
	QuoteMissing: "These words do not occur in the stored copy.", QuoteNearest: "The nearest passage is lit.", HintCopyText: "scroll",
}

var frenchEvidence = Evidence{
	OriginCount: Plural{"%s origine", "%s origines"}, OneOrigin: "une seule origine",
	SetAside: Plural{"+ %s écarté", "+ %s écartés"}, SaidBy: "selon %s", AndOthers: Plural{"%s autre", "%s autres"},
	AsOf: "état de %s", Alone: "aucune autre source", SameOrigin: "aucune autre origine",
	OriginLabel: "origine", SharedOrigin: "même origine",
	RestsOn: Plural{"%s affirmation", "%s affirmations"}, OfEntities: Plural{"de %s entité", "de %s entités"},
	AloneCount: Plural{"%s sans autre source", "%s sans autre source"}, SoleCount: Plural{"%s sans autre origine", "%s sans autre origine"},
	CitedColumn: "Citée", AloneColumn: "Seule",

	RetractShort: "Dire ce qui tombe si une source tombe",
	RetractLong: `Dire ce qui tombe si une source tombe : les affirmations que rien d’autre ne soutient, les entités dont plus rien n’est sourcé, ce que plus aucun lien sourcé ne rattache, et les affirmations qui perdent une origine indépendante.
Rien n’est modifié.`,
	SourceArgument: "SOURCE", FlagReprints: "Faire tomber avec elle tout ce qui n’est repris que d’elle",
	NeedsSource: "retract demande une SOURCE, comme source/seed-article", NotASource: "%s n’est pas une source",
	FallsTitle: "Ce qui tombe", WithoutSource: "Sans %s", AndReprints: Plural{"et %s source qui en est reprise", "et %s sources qui en sont reprises"},
	NothingFalls: "Chaque affirmation garde une autre source.",
	Fallen:       Plural{"%s affirmation n’aurait plus de source.", "%s affirmations n’auraient plus de source."},
	Weakened:     Plural{"%s affirmation aurait moins d’origines indépendantes.", "%s affirmations auraient moins d’origines indépendantes."},
	Kept:         Plural{"%s affirmation tiendrait comme avant.", "%s affirmations tiendraient comme avant."},
	FallenTitle:  "Sans plus aucune source", BareTitle: "Entités dont plus rien n’est sourcé", CutTitle: "Que plus rien de sourcé ne rattache", WeakTitle: "Moins d’origines indépendantes",
	LastWay: "Les derniers chemins\u00a0:", NothingRests: "Rien ne dépend de cette source.",
	KeyFalls: "une source\u00a0: ce qui tombe si elle tombe", HintFalls: "ce qui tombe",
	KeyUnfold: "montrer ce qui est écarté, ou le replier", HintUnfold: "écartés", HintRefold: "replier", Weighing: "Recherche de ce qui tombe…",
	StoredText: "La copie conservée", CopyFailed: "la copie ne peut être lue\u00a0: %s",
	StillStand: Plural{"%s source qui en est reprise tient encore\u00a0:", "%s sources qui en sont reprises tiennent encore\u00a0:"}, HowToReprints: "--reprints fait tomber aussi ce qui en est repris.", HintReprints: "reprises",
	ForAll: "Données par l’entité pour tout ce qu’elle dit\u00a0:", ReprintedIn: "repris dans", FileCount: Plural{"%s fichier", "%s fichiers"}, NoFiles: "il n’y a pas de fichier TOML dans %s",
	OpenFirst: "Entrée l’ouvre\u00a0; s dit alors qui affirme ce qui est choisi.", SourcesDisagree: "Les sources divergent", CopyBrief: "note avec ses sources", NothingToCopy: "Rien n’en est sourcé.",
	OnlySources:  "Choisissez une source\u00a0: x dit ce qui tombe avec elle.",
	QuoteMissing: "Ces mots ne se trouvent pas dans la copie conservée.", QuoteNearest: "Le passage le plus proche est éclairé.", HintCopyText: "défiler",
}
