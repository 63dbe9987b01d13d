package words

// The map.
var (
	// of the coasts, where the map shows more closely than they tell
	OutlineScale = Message{"coasts at 1:110,000,000", "côtes au 1:110\u00a0000\u00a0000"}

	// %s is how many entities stand on the map
	OnMap = Plural{{"%s on the map", "%s on the map"}, {"%s sur la carte", "%s sur la carte"}}

	// %s is how many do not
	NowhereOnMap = Plural{{"%s without a location", "%s without a location"}, {"%s sans lieu", "%s sans lieu"}}

	// of a legend
	SeveralKinds = Message{"several kinds", "plusieurs types"}

	// %s is how many else stand at a place
	MoreHere = Plural{{"%s more here", "%s more here"}, {"%s autre ici", "%s autres ici"}}

	// %s is a relation, %s an entity
	ViaRelation = Message{"via %s: %s", "par %s\u00a0: %s"}

	// %s is a distance
	InAll = Message{"%s in total", "%s au total"}

	NoTies       = Message{"connected to no other place", "reliée à aucun autre lieu"}
	NoPlaceOfOwn = Message{"no location of its own", "sans lieu propre"}

	// %s is how many links were not followed
	LinksLeft = Plural{{"%s link not followed", "%s links not followed"}, {"%s lien non suivi", "%s liens non suivis"}}

	NothingPlaced = Message{"No locations here.", "Aucun lieu ici."}
	HowToPlace    = Message{
		`To give an entity a location, write latitude before longitude, in degrees:

  location = [30.2672, -97.7431]

or link it to an entity that has one:

  headquarters = "austin"`,
		`Pour donner un lieu à une entité, écrire la latitude avant la longitude, en degrés :

  location = [30.2672, -97.7431]

ou la lier à une entité qui en a un :

  headquarters = "austin"`,
	}

	// the title of a list; %s is a place
	StandHere = Message{"At %s", "À %s"}

	// %s is a distance, from the place before
	FromLast = Message{"%s from the previous one", "à %s du précédent"}

	// %s and %s are places, %s a distance
	DistanceFromTo = Message{"%s to %s: %s", "%s à %s\u00a0: %s"}

	ClosestZoom = Message{"The outline has no more detail than this", "Le tracé n’a pas plus de détails"}
	WidestZoom  = Message{"The whole world is visible", "Le monde entier est visible"}
)
