package words

import (
	"strings"
	"unicode/utf8"
)

// The map.
var (
	// At a zoom beyond the precision of the outline.
	OutlineScale = Message{"coasts at 1:110,000,000", "côtes au 1:110\u00a0000\u00a0000"}

	// %s is the number of entities with a location.
	OnMap = Plural{{"%s on the map", "%s on the map"}, {"%s sur la carte", "%s sur la carte"}}

	// %s is the number of entities without a location.
	WithoutLocation = Plural{{"%s without a location", "%s without a location"}, {"%s sans lieu", "%s sans lieu"}}

	// %s is the number of places outside the part of the map that is shown.
	BeyondFrame = Plural{{"%s beyond", "%s beyond"}, {"%s hors cadre", "%s hors cadre"}} // after the name of the selected place
	BeyondEdges = Plural{{"%s place beyond the edges", "%s places beyond the edges"}, {"%s lieu hors du cadre", "%s lieux hors du cadre"}}

	// In the legend.
	SeveralKinds = Message{"several kinds", "plusieurs types"}
	NumberHere   = Message{"entities here", "entités ici"} // after an n, for the number beside a sign
	OnRoute      = Message{"route", "trajet"}
	OnlyLinked   = Message{"linked, not a route", "liés, sans trajet"}
	InMarkOrder  = Message{"in the order marked", "dans l’ordre marqué"}

	// Of a sign for several: their number, and a place. Near chooses of the last two.
	CountAt         = Message{"%s at %s", "%s à %s"}
	CountNear       = Message{"%s near %s", "%s près de %s"}
	CountNearElided = Message{"%s near %s", "%s près d’%s"}

	// %s is a place, or the nearest of several.
	DistancesFrom        = Message{"distances from %s", "distances depuis %s"}
	DistancesFromNearest = Message{"distances from the nearest of %s", "distances au plus proche\u00a0: %s"}

	// The first %s is a place, the second another and its distance.
	FromPlace = Message{"from %s: %s", "depuis %s\u00a0: %s"}

	// The first %s is a distance, the second a place.
	AwayFrom = Message{"%s from %s", "%s depuis %s"}

	// %s is the number of other entities at a place.
	MoreHere = Plural{{"%s more here", "%s more here"}, {"%s autre ici", "%s autres ici"}}

	// The first %s is a relation, the second an entity.
	ViaRelation = Message{"%s: %s", "%s\u00a0: %s"}

	// %s is a distance.
	InTotal = Message{"%s in total", "%s au total"}

	NoOtherPlace  = Message{"connected to no other place", "reliée à aucun autre lieu"}
	NoOwnLocation = Message{"no location of its own", "sans lieu propre"}

	// %s is a number of links.
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

	// The title of a list. %s is a place.
	AtPlace = Message{"At %s", "À %s"}

	// %s is a distance.
	FromPrevious = Message{"%s from the previous one", "à %s du précédent"}

	// The %s are two places and a distance.
	DistanceFromTo = Message{"%s to %s: %s", "%s à %s\u00a0: %s"}

	ClosestZoom = Message{"The outline has no more detail than this", "Le tracé n’a pas plus de détails"}
	WidestZoom  = Message{"The whole world is visible", "Le monde entier est visible"}
)

// Near says that a number of entities, as written, are near a place.
func (l *Language) Near(count, place string) string {
	first, _ := utf8.DecodeRuneInString(place)
	if strings.ContainsRune(l.elidesNames, first) {
		return l.Say(CountNearElided, count, place)
	}
	return l.Say(CountNear, count, place)
}
