package words

// What surrounds an entity.
var (
	CentreBefore = Message{"the centre before", "le centre d’avant"}

	// before a relation
	AlsoBy = Message{"also ", "aussi "}

	DashedLegend = Message{"no source, or doubtful", "sans source, ou douteux"}
	TwinLegend   = Message{"drawn elsewhere too", "montré ailleurs aussi"}

	// between what is drawn
	MissingLinks = Plural{{"%s link between them not drawn", "%s links between them not drawn"},
		{"%s lien entre eux non tracé", "%s liens entre eux non tracés"}}

	// %s is an entity
	NoLinksYet = Message{"Nothing is linked with %s.", "Rien n’est relié à %s."}

	HowToLink = Message{"A link is a field that names an entity, such as headquarters = \"austin\", or a fact that is about one: about = [\"austin\"].",
		"Un lien est un champ qui nomme une entité, comme headquarters = \"austin\", ou un fait à son sujet : about = [\"austin\"]."}

	LeadHere       = Plural{{"%s leads here", "%s lead here"}, {"%s mène ici", "%s mènent ici"}}
	LedTo          = Plural{{"leads to %s", "leads to %s"}, {"mène à %s", "mène à %s"}}
	LinkedToItself = Plural{{"%s link to itself", "%s links to itself"}, {"%s lien avec soi-même", "%s liens avec soi-même"}}
	FoldHint       = Message{"Open it to list them.", "L’ouvrir les énumère."}
	ChooseCentre   = Message{"Whose surroundings?", "Ce qui entoure quoi\u00a0?"}
	NoCentre       = Message{"Nothing is selected. %s lets you choose an entity.",
		"Rien n’est choisi. %s permet de choisir une entité."}
	AtCentre = Message{"That is the centre: select what is linked with it.",
		"C’est le centre\u00a0: choisir ce qui lui est relié."}
	NoRoomForHops = Message{"There is no room for more hops.", "Il n’y a pas la place pour plus de pas."}

	// %s is a relation, a number of a kind
	PlainFrom = Message{"%s, from", "%s, venant de"}
	PlainMore = Message{"and %s more", "et encore %s"}

	OtherLinks = Message{"Other links between these:", "Autres liens entre eux\u00a0:"}
)
