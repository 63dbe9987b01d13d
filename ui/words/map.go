package words

// The map.
var (
	// of the coasts, where the map shows more closely than they tell
	OutlineScale = Message{"coasts at 1:110,000,000", "côtes au 1:110\u00a0000\u00a0000"}

	// %s is how many entities stand on the map
	OnMap = Plural{{"%s on the map", "%s on the map"}, {"%s sur la carte", "%s sur la carte"}}

	// %s is how many do not
	NowhereOnMap = Plural{{"%s nowhere", "%s nowhere"}, {"%s nulle part", "%s nulle part"}}

	// of a legend
	SeveralKinds = Message{"several kinds", "plusieurs sortes"}

	// %s is how many else stand at a place
	MoreHere = Plural{{"%s more here", "%s more here"}, {"%s autre ici", "%s autres ici"}}

	// %s is a relation, %s an entity
	ViaRelation = Message{"via %s: %s", "par %s\u00a0: %s"}

	// %s is a distance
	InAll = Message{"%s in all", "%s en tout"}

	NoTies       = Message{"tied to no other place", "ne touche aucun autre lieu"}
	NoPlaceOfOwn = Message{"no place of its own", "pas de lieu propre"}

	// %s is how many links were not followed
	LinksLeft = Plural{{"%s link not followed", "%s links not followed"}, {"%s lien non suivi", "%s liens non suivis"}}

	NothingPlaced = Message{"Nothing here has a location.", "Rien ici n’a d’emplacement."}
	HowToPlace    = Message{
		`Give an entity one, latitude before longitude, in degrees:

  location = [30.2672, -97.7431]

or have it link to one that does:

  headquarters = "austin"`,
		"Donnez-en un à une entité, la latitude avant la longitude, en degrés\u00a0:\n\n  location = [30.2672, -97.7431]\n\nou un lien vers une entité qui en a un\u00a0:\n\n  headquarters = \"austin\"",
	}

	// the title of a list; %s is a place
	StandHere = Message{"At %s", "À %s"}

	// %s is a distance, from the place before
	FromLast = Message{"%s from the one before", "à %s du précédent"}

	// %s and %s are places, %s a distance
	DistanceFromTo = Message{"%s to %s: %s", "%s à %s\u00a0: %s"}

	ClosestZoom = Message{"The outline tells no more than this", "Le tracé n’en dit pas plus"}
	WidestZoom  = Message{"This is the whole world", "C’est le monde entier"}
)
