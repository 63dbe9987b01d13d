package words

// Details, citations and lists: the words between the texts of a knowledge base.
var (
	// The values of a Bool.
	Yes         = Message{"yes", "oui"}
	No          = Message{"no", "non"}
	AlsoKnownAs = Message{"also known as", "alias"}

	// %s is the name of a language.
	InLanguage = Message{"in %s", "en %s"}

	High       = Message{"high confidence", "confiance élevée"}
	Medium     = Message{"medium confidence", "confiance moyenne"}
	Low        = Message{"low confidence", "confiance faible"}
	Disputed   = Message{"disputed", "contesté"}
	Inferred   = Message{"inferred", "déduit"}
	Alleged    = Message{"alleged", "allégué"}
	Preferred  = Message{"preferred", "préféré"}
	Deprecated = Message{"deprecated", "écarté"}

	// Headings.
	Facts = Message{"Facts", "Faits"}

	Sources = Message{"Sources", "Sources"}
	CitedBy = Message{"Cited by", "Cité par"}

	// Before the source of a citation.
	Source = Message{"Source", "Source"}

	// %s is a date.
	Accessed = Message{"accessed %s", "consulté le %s"}

	// Before the source that a source is derived from.
	Original = Message{"derived from", "repris de"}

	// Of a claim without sources.
	NoSource = Message{"no source given", "sans source"}

	// Before an example of a file.
	// NothingRead is said where the files have entities that cannot be read.
	NothingRead = Message{"No entities could be read: the files have errors.",
		"Aucune entité n’a pu être lue\u00a0: les fichiers contiennent des erreurs."}
	EmptyKB = Message{"This knowledge base is empty. A minimal one is a file such as:",
		"Cette base de connaissances est vide. La plus simple est un fichier comme celui-ci\u00a0:"}
	// ImportReads is said where there is nothing to read.
	ImportReads = Message{"rihla import makes a knowledge base of notes, tables, JSON and bibliographies.",
		"rihla import fait une base de connaissances de notes, de tableaux, de JSON et de bibliographies."}

	// While the knowledge base is partial.
	LinksToCome = Message{"Links are shown once all files have been read.",
		"Les liens s’affichent une fois tous les fichiers lus."}

	// Of an entity with a name and nothing else.
	NoContent = Message{"Nothing else is recorded.", "Rien d’autre n’est indiqué."}

	// Labels of reserved fields that have none of their own.
	Tags     = Message{"tags", "étiquettes"}
	Start    = Message{"start", "début"}
	End      = Message{"end", "fin"}
	Date     = Message{"date", "date"}
	Location = Message{"location", "lieu"}
	URL      = Message{"web", "web"}

	// The relations of facts.
	About       = Message{"about", "à propos de"}
	MentionedIn = Message{"mentioned in", "mentionné dans"}
	Mentions    = Message{"mentions", "mentionne"}

	// The qualifiers of a claim.
	QualifierSource     = Message{"source", "source"}
	QualifierLocator    = Message{"locator", "passage"}
	QualifierQuote      = Message{"quote", "citation"}
	QualifierNote       = Message{"note", "note"}
	QualifierConfidence = Message{"confidence", "confiance"}
	QualifierRank       = Message{"rank", "rang"}

	// Fields of sources.
	Publisher    = Message{"publisher", "éditeur"}
	AccessedOn   = Message{"accessed", "consulté le"}
	TextLanguage = Message{"language", "langue"}
	StoredCopy   = Message{"stored copy", "copie conservée"}

	North = Message{"N", "N"}
	South = Message{"S", "S"}
	East  = Message{"E", "E"}
	West  = Message{"W", "O"}

	// The title of a knowledge base that has none.
	Untitled = Message{"Untitled", "Sans titre"}

	// The relation of an entity to a source that it cites.
	Cites = Message{"cites", "cite"}

	// %s is a number.
	More         = Plural{{"and %s more", "and %s more"}, {"et %s autre", "et %s autres"}}
	EntityCount  = Plural{{"%s entity", "%s entities"}, {"%s entité", "%s entités"}}
	LinkCount    = Plural{{"%s link", "%s links"}, {"%s lien", "%s liens"}}
	FieldCount   = Plural{{"%s field", "%s fields"}, {"%s champ", "%s champs"}}
	TableCount   = Plural{{"%s table", "%s tables"}, {"%s table", "%s tables"}}
	SourceCount  = Plural{{"%s source", "%s sources"}, {"%s source", "%s sources"}}
	FindingCount = Plural{{"%s finding", "%s findings"}, {"%s constat", "%s constats"}}

	// %s is a number.
	HopCount    = Plural{{"%s hop", "%s hops"}, {"%s saut", "%s sauts"}}
	OriginCount = Plural{{"%s origin", "%s origins"}, {"%s origine", "%s origines"}}
	FileCount   = Plural{{"%s file", "%s files"}, {"%s fichier", "%s fichiers"}}
)
