package words

// What stands among the texts of a knowledge base: in a detail, a citation, a list.
var (
	// the values of a Bool
	Yes         = Message{"yes", "oui"}
	No          = Message{"no", "non"}
	AlsoKnownAs = Message{"also known as", "alias"}

	// %s is the name of a language
	InLanguage = Message{"in %s", "en %s"}

	High       = Message{"high confidence", "confiance élevée"}
	Medium     = Message{"medium confidence", "confiance moyenne"}
	Low        = Message{"low confidence", "confiance faible"}
	Disputed   = Message{"disputed", "contesté"}
	Inferred   = Message{"inferred", "déduit"}
	Alleged    = Message{"alleged", "allégué"}
	Preferred  = Message{"preferred", "préféré"}
	Deprecated = Message{"deprecated", "écarté"}

	// headings
	Facts = Message{"Facts", "Faits"}

	Sources = Message{"Sources", "Sources"}
	CitedBy = Message{"Cited by", "Cité par"}

	// before the source of a citation
	Source = Message{"Source", "Source"}

	// %s is a date
	Accessed = Message{"accessed %s", "consulté le %s"}

	// before the source that a source is derived from
	Original = Message{"derived from", "repris de"}

	// said of a statement that names none
	NoSource = Message{"no source given", "sans source"}

	// before the smallest file that would fill an empty knowledge base
	EmptyKB = Message{"This knowledge base is empty. A minimal one is a file such as:",
		"Cette base de connaissances est vide. La plus simple est un fichier comme celui-ci\u00a0:"}

	// said while not everything has been read
	LinksToCome = Message{"Links are shown once all files have been read.",
		"Les liens s’affichent une fois tous les fichiers lus."}

	// said of an entity that holds a name and nothing else
	NoContent = Message{"No further content.", "Aucun autre contenu."}

	// reserved fields without a label of their own
	Tags     = Message{"tags", "étiquettes"}
	Start    = Message{"start", "début"}
	End      = Message{"end", "fin"}
	Date     = Message{"date", "date"}
	Location = Message{"location", "lieu"}
	URL      = Message{"web", "web"}

	// the links that facts make
	About       = Message{"about", "à propos de"}
	MentionedIn = Message{"mentioned in", "mentionné dans"}
	Mentions    = Message{"mentions", "mentionne"}

	// what a claim has beside its value
	QualifierSource     = Message{"source", "source"}
	QualifierLocator    = Message{"place in the source", "endroit dans la source"}
	QualifierQuote      = Message{"quote", "citation"}
	QualifierNote       = Message{"note", "note"}
	QualifierConfidence = Message{"confidence", "confiance"}
	QualifierRank       = Message{"rank", "rang"}

	// fields of sources
	Publisher    = Message{"publisher", "éditeur"}
	AccessedOn   = Message{"accessed", "consulté le"}
	TextLanguage = Message{"language", "langue"}
	StoredCopy   = Message{"stored copy", "copie conservée"}

	North = Message{"N", "N"}
	South = Message{"S", "S"}
	East  = Message{"E", "E"}
	West  = Message{"W", "O"}

	// a knowledge base without a title
	Untitled = Message{"Untitled", "Sans titre"}

	// a relation: one entity names another as a source
	Cites = Message{"cites", "cite"}

	// %s is how many.
	More         = Plural{{"and %s more", "and %s more"}, {"et %s autre", "et %s autres"}}
	EntityCount  = Plural{{"%s entity", "%s entities"}, {"%s entité", "%s entités"}}
	LinkCount    = Plural{{"%s link", "%s links"}, {"%s lien", "%s liens"}}
	SourceCount  = Plural{{"%s source", "%s sources"}, {"%s source", "%s sources"}}
	FindingCount = Plural{{"%s finding", "%s findings"}, {"%s constat", "%s constats"}}

	// %s is how many.
	HopCount    = Plural{{"%s hop", "%s hops"}, {"%s saut", "%s sauts"}}
	OriginCount = Plural{{"%s origin", "%s origins"}, {"%s origine", "%s origines"}}
	FileCount   = Plural{{"%s file", "%s files"}, {"%s fichier", "%s fichiers"}}
)
