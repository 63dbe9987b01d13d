package words

// Cited briefs: headings, and the words that join claims into lines.
var (
	// %s is the title of a knowledge base.
	DrawnFrom = Message{"from “%s”", "d’après «\u00a0%s\u00a0»"}

	// Headings.
	KeyFacts       = Message{"Key facts", "Points clés"}
	WithCaution    = Message{"Treat with caution", "À prendre avec précaution"}
	WhoIsWho       = Message{"Who is who", "Qui est qui"}
	LinkedEntities = Message{"Linked entities", "Entités liées"}
	ReliesOnIt     = Message{"Claims that rely on it", "Affirmations qui s’appuient sur elle"}

	// Headings.
	FactsOfSeveralOrigins = Message{"Facts from several origins", "Faits attestés par plusieurs origines"}
	FactsOfOneOrigin      = Message{"Facts from one origin", "Faits attestés par une seule origine"}
	FactsWithoutSource    = Message{"Facts without a source", "Faits sans source"}
	LeftOut               = Message{"Left out of this brief", "Omis dans cette note"}

	// Before the last of several names.
	AndLast = Message{" and ", " et "}

	// Before what other sources say.
	But = Message{", but ", ", mais "}

	// Before what the same sources say as well.
	ButAlso = Message{", but also ", ", mais aussi "}

	// After what other sources say.
	SayOthers = Message{" according to others", " selon d’autres"}

	// %s are names of sources.
	AccordingTo = Message{"according to %s", "selon %s"}

	// Before what one origin says, and what several say.
	OnlyOneOrigin = Message{"One origin only", "Une seule origine"}
	ManyOrigins   = Message{"At least two origins", "Au moins deux origines"}

	RestOneOrigin = Message{"the rest has one origin only", "le reste n’en a qu’une"}

	// %s is the label of a fact.
	NamedAs = Message{"named as “%s” by", "cité comme «\u00a0%s\u00a0» par"}

	// The label of the name field.
	Named = Message{"name", "nom"}

	// %s is the number of a source.
	PublisherOf = Message{"same publisher as %s", "même éditeur que %s"}

	// %s is the number of a source.
	OriginOf = Message{"same origin as %s", "même origine que %s"}

	UnsourcedMark = Message{"[no source]", "[sans source]"}
	UnsourcedLeft = Plural{{"%s claim without a source", "%s claims without a source"},
		{"%s affirmation sans source", "%s affirmations sans source"}}
	DeprecatedLeft = Plural{{"%s deprecated claim", "%s deprecated claims"},
		{"%s affirmation écartée", "%s affirmations écartées"}}
	MentionsLeft = Plural{{"%s more mention", "%s more mentions"}, {"%s autre mention", "%s autres mentions"}}

	// After the names of some publishers.
	OthersSay = Plural{{"%s other", "%s others"}, {"%s autre", "%s autres"}}

	// %s is the number of origins.
	IndependentOrigins = Plural{{"%s origin", "%s independent origins"}, {"%s origine", "%s origines indépendantes"}}

	// The first %s is how many are included, the second how many there are.
	FirstOnly = Message{"Only the first %s of %s are included.", "Seules les %s premières sur %s sont reprises."}
)
