package words

// WorldMap holds the messages of the map.
type WorldMap struct {
	MapShort, MapLong string

	DecimalPoint string
	OutlineScale string // of the coasts, where the map shows more closely than they tell

	OnMap          Plural // %s is how many entities stand on the map
	NowhereOnMap   Plural // %s is how many do not
	SeveralKinds   string // of a legend
	MoreHere       Plural // %s is how many else stand at a place
	ViaRelation    string // %s is a relation, %s an entity
	InAll          string // %s is a distance
	MoreLegs       Plural // %s is how many are not named
	NoTies         string
	NoPlaceOfOwn   string
	LinksLeft      Plural // %s is how many links were not followed
	NothingPlaced  string
	HowToPlace     string
	StandHere      string // the title of a list; %s is a place
	FromLast       string // %s is a distance, from the place before
	DistancesOf    string // %s is an entity
	DistanceFromTo string // %s and %s are places, %s a distance
	ClosestZoom    string
	WidestZoom     string
}

var englishMap = WorldMap{
	MapShort: "Draw on a map of the world what a query selects, or everything",
	MapLong: `Draw on a map of the world what a query selects, or everything that has a location.
What has none stands where its relations lead: a company at its headquarters. Of a single entity, the places that it ties together are joined by great circles, with distances in kilometres.`,

	DecimalPoint: ".", OutlineScale: "coasts at 1:110,000,000",

	OnMap: Plural{"%s on the map", "%s on the map"}, NowhereOnMap: Plural{"%s nowhere", "%s nowhere"},
	SeveralKinds: "several kinds", MoreHere: Plural{"%s more here", "%s more here"},
	ViaRelation: "via %s: %s",
	InAll:       "%s in all", MoreLegs: Plural{"and %s more", "and %s more"},
	NoTies: "tied to no other place", NoPlaceOfOwn: "no place of its own", LinksLeft: Plural{"%s link not followed", "%s links not followed"},
	NothingPlaced: "Nothing here has a location.",
	HowToPlace: `Give an entity one, latitude before longitude, in degrees:

  location = [30.2672, -97.7431]

or have it link to one that does:

  headquarters = "austin"`,
	StandHere: "At %s", FromLast: "%s from the one before", DistancesOf: "Distances of %s", DistanceFromTo: "%s to %s: %s",
	ClosestZoom: "The outline tells no more than this", WidestZoom: "This is the whole world",
}

var frenchMap = WorldMap{
	MapShort: "Placer sur une carte du monde ce qu’une requête choisit, ou tout",
	MapLong: `Placer sur une carte du monde ce qu’une requête choisit, ou tout ce qui a un emplacement.
Ce qui n’en a pas se tient là où mènent ses relations : une entreprise à son siège. D’une seule entité, les lieux qu’elle relie sont joints par des orthodromies, avec les distances en kilomètres.`,

	DecimalPoint: ",", OutlineScale: "côtes au 1:110\u00a0000\u00a0000",

	OnMap: Plural{"%s sur la carte", "%s sur la carte"}, NowhereOnMap: Plural{"%s nulle part", "%s nulle part"},
	SeveralKinds: "plusieurs sortes", MoreHere: Plural{"%s autre ici", "%s autres ici"},
	ViaRelation: "par %s\u00a0: %s",
	InAll:       "%s en tout", MoreLegs: Plural{"et %s autre", "et %s autres"},
	NoTies: "ne touche aucun autre lieu", NoPlaceOfOwn: "pas de lieu propre", LinksLeft: Plural{"%s lien non suivi", "%s liens non suivis"},
	NothingPlaced: "Rien ici n’a d’emplacement.",
	HowToPlace:    "Donnez-en un à une entité, la latitude avant la longitude, en degrés\u00a0:\n\n  location = [30.2672, -97.7431]\n\nou un lien vers une entité qui en a un\u00a0:\n\n  headquarters = \"austin\"",
	StandHere:     "À %s", FromLast: "à %s du précédent", DistancesOf: "Distances de %s", DistanceFromTo: "%s à %s\u00a0: %s",
	ClosestZoom: "Le tracé n’en dit pas plus", WidestZoom: "C’est le monde entier",
}
