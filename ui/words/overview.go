package words

// A knowledge base as a whole.
var (
	// in the explorer
	HowToBegin = Message{"%s opens · %s filters · %s searches everything · %s looks at it otherwise",
		"%s ouvre · %s filtre · %s cherche partout · %s montre autrement"}

	// on the command line
	HowToAsk = Message{"rihla list KIND · rihla show ADDRESS · rihla search WORDS · rihla --help",
		"rihla list SORTE · rihla show ADRESSE · rihla search MOTS · rihla --help"}

	Health         = Message{"How sound it is", "Ce que cela vaut"}
	AllSourced     = Message{"every claim has a source", "chaque énoncé a une source"}
	NothingSourced = Message{"no source is named for anything", "aucune source n’est nommée, pour rien"}

	// by the check
	NothingFound = Message{"the check finds nothing wrong", "la vérification ne trouve rien à redire"}

	// %s is how many, %s of how many
	UnsourcedClaims = Plural{{"%s claim of %s has no source", "%s claims of %s have no source"},
		{"%s énoncé sur %s est sans source", "%s énoncés sur %s sont sans source"}}

	InTime  = Message{"Over time", "Dans le temps"}
	InSpace = Message{"On the map", "Sur la carte"}

	// %s are years
	MostOfIt = Message{"most of it %s", "surtout %s"}

	DateCount   = Plural{{"%s date or span", "%s dates and spans"}, {"%s date ou durée", "%s dates et durées"}}
	SiteCount   = Plural{{"%s place", "%s places"}, {"%s lieu", "%s lieux"}}
	PlacedCount = Plural{{"%s entity there", "%s entities there"}, {"%s entité s’y trouve", "%s entités s’y trouvent"}}
)
