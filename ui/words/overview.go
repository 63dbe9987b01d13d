package words

// Overview holds the messages of a knowledge base as a whole.
type Overview struct {
	OverviewShort   string
	OverviewLong    string
	HowToBegin      string // in the explorer
	HowToAsk        string // on the command line
	Health          string
	AllSourced      string
	NothingSourced  string
	NothingFound    string // by the check
	UnsourcedClaims Plural // %s is how many, %s of how many
	InTime, InSpace string
	MostOfIt        string // %s are years
	DateCount       Plural
	SiteCount       Plural
	PlacedCount     Plural
}

var englishOverview = Overview{
	OverviewShort:   "What a knowledge base is, on one screen",
	OverviewLong:    "What a knowledge base is: its kinds with counts, what is linked most, how much of it has a source, on what sources disagree, what is wrong with its files.",
	HowToBegin:      "Enter opens · / filters · : searches everything · v looks at it otherwise",
	HowToAsk:        "rihla list KIND · rihla show ADDRESS · rihla search WORDS · rihla --help",
	Health:          "How sound it is",
	AllSourced:      "every claim has a source",
	NothingSourced:  "no source is named for anything",
	NothingFound:    "the check finds nothing wrong",
	UnsourcedClaims: Plural{"%s claim of %s has no source", "%s claims of %s have no source"},
	InTime:          "Over time", InSpace: "On the map", MostOfIt: "most of it %s",
	DateCount:   Plural{"%s date or span", "%s dates and spans"},
	SiteCount:   Plural{"%s place", "%s places"},
	PlacedCount: Plural{"%s entity there", "%s entities there"},
}

var frenchOverview = Overview{
	OverviewShort:   "Ce qu’est une base de connaissances, sur un écran",
	OverviewLong:    "Ce qu’est une base de connaissances\u00a0: ses sortes et leur nombre, ce qui est le plus relié, ce qui a une source, sur quoi les sources divergent, ce qui ne va pas dans ses fichiers.",
	HowToBegin:      "Entrée ouvre · / filtre · : cherche partout · v montre autrement",
	HowToAsk:        "rihla list SORTE · rihla show ADRESSE · rihla search MOTS · rihla --help",
	Health:          "Ce que cela vaut",
	AllSourced:      "chaque énoncé a une source",
	NothingSourced:  "aucune source n’est nommée, pour rien",
	NothingFound:    "la vérification ne trouve rien à redire",
	UnsourcedClaims: Plural{"%s énoncé sur %s est sans source", "%s énoncés sur %s sont sans source"},
	InTime:          "Dans le temps", InSpace: "Sur la carte", MostOfIt: "surtout %s",
	DateCount:   Plural{"%s date ou durée", "%s dates et durées"},
	SiteCount:   Plural{"%s lieu", "%s lieux"},
	PlacedCount: Plural{"%s entité s’y trouve", "%s entités s’y trouvent"},
}
