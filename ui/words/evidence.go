package words

// What claims rest on: origins, disagreement, age, and what falls with a source.
var (
	OneOrigin = Message{"one origin", "une seule origine"}

	// %s is how many deprecated statements are folded away
	SetAside = Plural{{"+ %s set aside", "+ %s set aside"}, {"+ %s écarté", "+ %s écartés"}}

	// %s are those who say it
	SaidBy = Message{"said by %s", "selon %s"}

	// %s is how many more
	AndOthers = Plural{{"%s more", "%s more"}, {"%s autre", "%s autres"}}

	// %s is a year
	AsOf = Message{"as of %s", "état de %s"}

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
	OfEntities = Plural{{"of %s entity", "of %s entities"}, {"de %s entité", "de %s entités"}}

	// %s is how many claims have no other source
	AloneCount = Plural{{"%s with no other source", "%s with no other source"},
		{"%s sans autre source", "%s sans autre source"}}

	// %s is how many claims have other sources of one origin with it
	SoleCount = Plural{{"%s with no other origin", "%s with no other origin"},
		{"%s sans autre origine", "%s sans autre origine"}}

	// of the dialog
	FallsTitle = Message{"What falls", "Ce qui tombe"}

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
	Kept = Plural{{"%s claim would stand as firmly as before.", "%s claims would stand as firmly as before."},
		{"%s affirmation tiendrait comme avant.", "%s affirmations tiendraient comme avant."}}

	// headings
	FallenTitle = Message{"Left without a source", "Sans plus aucune source"}
	BareTitle   = Message{"Entities left with nothing sourced", "Entités dont plus rien n’est sourcé"}
	CutTitle    = Message{"No longer tied together by anything sourced", "Que plus rien de sourcé ne rattache"}
	WeakTitle   = Message{"Fewer independent origins", "Moins d’origines indépendantes"}

	// before links
	LastWay = Message{"The last ways:", "Les derniers chemins\u00a0:"}

	// said of a source that nothing cites
	NothingRests = Message{"Nothing rests on this source.", "Rien ne dépend de cette source."}

	// said while it is worked out
	Weighing = Message{"Working out what falls…", "Recherche de ce qui tombe…"}

	// the title of the copy
	StoredText = Message{"The stored copy", "La copie conservée"}

	// %s is the reason
	CopyFailed = Message{"the copy cannot be read: %s", "la copie ne peut être lue\u00a0: %s"}

	// %s is how many sources
	StillStand = Plural{{"%s source that is derived from it still stands:", "%s sources that are derived from it still stand:"},
		{"%s source qui en est reprise tient encore\u00a0:", "%s sources qui en sont reprises tiennent encore\u00a0:"}}

	HowToReprints = Message{"--reprints lets what is derived from it fall too.",
		"--reprints fait tomber aussi ce qui en est repris."}

	// before the sources that an entity names for all that it says
	ForAll = Message{"Named by the entity for all that it says:", "Données par l’entité pour tout ce qu’elle dit\u00a0:"}

	// the other end of what a source is derived from
	ReprintedIn = Message{"reprinted in", "repris dans"}

	// said where a source is asked for in a list
	OpenFirst = Message{"%s opens it; %s then tells who says what is selected.",
		"%s l’ouvre\u00a0; %s dit alors qui affirme ce qui est choisi."}

	// a heading
	SourcesDisagree = Message{"Sources disagree", "Les sources divergent"}

	NothingToCopy = Message{"Nothing of it has a source.", "Rien n’en est sourcé."}

	// said where what falls is asked of something else
	OnlySources = Message{"Choose a source: %s says what falls with it.",
		"Choisissez une source\u00a0: %s dit ce qui tombe avec elle."}

	QuoteMissing = Message{"These words do not occur in the stored copy.",
		"Ces mots ne se trouvent pas dans la copie conservée."}
	QuoteNearest = Message{"The nearest passage is lit.", "Le passage le plus proche est éclairé."}
)
