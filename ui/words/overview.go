package words

// The overview of a knowledge base.
var (
	// In the explorer. The %s are keys.
	HowToBegin = Message{"%s opens · %s or %s searches everything · %s other views · %s inference",
		"%s ouvre · %s ou %s cherche partout · %s autres vues · %s déductions"}

	// On the command line.
	HowToAsk = Message{"rihla list KIND · rihla show ADDRESS · rihla search WORDS · rihla --help",
		"rihla list TYPE · rihla show ADRESSE · rihla search MOTS · rihla --help"}

	Reliability    = Message{"Reliability", "Fiabilité"}
	AllSourced     = Message{"every claim has a source", "chaque affirmation a une source"}
	NothingSourced = Message{"no claim has a source", "aucune affirmation n’a de source"}

	// By the check.
	NothingFound = Message{"no problems found", "aucun problème"}

	// The first %s is the number of claims without a source, the second that of all claims.
	UnsourcedClaims = Plural{{"%s claim of %s has no source", "%s claims of %s have no source"},
		{"%s affirmation sur %s est sans source", "%s affirmations sur %s sont sans source"}}

	FallenSources = Message{"Sources that no longer count", "Sources qui ne comptent plus"}

	InTime  = Message{"Over time", "Dans le temps"}
	InSpace = Message{"On the map", "Sur la carte"}

	// %s are years.
	Mostly = Message{"mostly %s", "surtout %s"}

	DateCount   = Plural{{"%s date or span", "%s dates and spans"}, {"%s date ou période", "%s dates et périodes"}}
	SiteCount   = Plural{{"%s place", "%s places"}, {"%s lieu", "%s lieux"}}
	PlacedCount = Plural{{"%s entity there", "%s entities there"}, {"%s entité s’y trouve", "%s entités s’y trouvent"}}
)
