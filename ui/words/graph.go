package words

// The graph of an entity and its links.
var (
	PreviousCentre = Message{"previous centre", "centre précédent"}

	// Before a relation.
	AlsoBy = Message{"also ", "aussi "}

	DashedLegend = Message{"no source, or doubtful", "sans source, ou douteux"}
	TwinLegend   = Message{"also drawn elsewhere", "aussi tracé ailleurs"}

	// %s is the number of links between drawn entities that are not drawn.
	NotDrawnCount = Plural{{"%s more link among these: select one to see its links", "%s more links among these: select one to see its links"},
		{"%s autre lien entre elles\u00a0: en sélectionner une pour voir ses liens", "%s autres liens entre elles\u00a0: en sélectionner une pour voir ses liens"}}

	// %s is the number of links between printed entities that are not printed.
	NotPrintedCount = Plural{{"%s more link among these: --plain lists it", "%s more links among these: --plain lists them"},
		{"%s autre lien entre elles\u00a0: --plain l’affiche", "%s autres liens entre elles\u00a0: --plain les affiche"}}

	// %s is the number of links that do not hold on the day.
	NotHolding = Plural{{"%s past or future link not shown", "%s past or future links not shown"},
		{"%s lien passé ou à venir non affiché", "%s liens passés ou à venir non affichés"}}

	// %s is an entity.
	NoLinksYet = Message{"Nothing is linked to %s.", "Rien n’est lié à %s."}

	HowToLink = Message{"A link is a field that names an entity, such as headquarters = \"austin\", or a fact about one: about = [\"austin\"].",
		"Un lien est un champ qui nomme une entité, comme headquarters = \"austin\", ou un fait à son sujet\u00a0: about = [\"austin\"]."}

	IncomingCount  = Plural{{"%s incoming", "%s incoming"}, {"%s entrant", "%s entrants"}}
	OutgoingCount  = Plural{{"%s outgoing", "%s outgoing"}, {"%s sortant", "%s sortants"}}
	MentionCount   = Plural{{"%s mention", "%s mentions"}, {"%s mention", "%s mentions"}}
	LinkedToItself = Plural{{"%s link to itself", "%s links to itself"}, {"%s lien vers elle-même", "%s liens vers elle-même"}}
	FoldHint       = Message{"Open it to list them.", "Ouvrir pour les lister."}
	ChooseCentre   = Message{"Around which entity?", "Autour de quelle entité\u00a0?"}
	NoCentre       = Message{"No entity is selected: %s chooses one.", "Aucune entité n’est sélectionnée\u00a0: %s en choisit une."}
	AtCentre       = Message{"This is the centre: select a linked entity.", "C’est le centre\u00a0: sélectionner une entité liée."}
	// %s is a key.
	TwoHopsWouldCut = Message{"Two hops would cut names here: %s draws them", "Deux sauts couperaient des noms\u00a0: %s les trace"}
	NoRoomForHops   = Message{"There is no room for more hops.", "Il n’y a pas la place pour un saut de plus."}

	// %s is a relation; a number of entities of a kind.
	PlainFrom = Message{"%s, from", "%s, venant de"}
	PlainMore = Message{"and %s more", "et encore %s"}

	OtherLinks = Message{"Other links between these:", "Autres liens entre elles\u00a0:"}
)
