package words

// Briefs: headings, and the words that join claims into lines.
var (
	// %s is the title of a knowledge base.
	DrawnFrom = Message{"from “%s”", "d’après «\u00a0%s\u00a0»"}

	// Before the number of a source: what a link leads to.
	BackToCitation = Message{"Citation of source", "Citation de la source"}

	// The first %s is what texts call a source, the last a number of a source; the
	// second %s of OriginCalled is its title.
	SourceCalled = Message{"%s is source\u00a0%s", "%s désigne la source\u00a0%s"}
	OriginCalled = Message{"%s is %s, which the base places behind source\u00a0%s", "%s désigne %s, que la base place en amont de la source\u00a0%s"}

	// Before what texts call sources.
	InThisBrief = Message{"In this brief, ", "Dans cette note, "}

	// %s is today's date.
	Prepared = Message{"prepared on %s", "rédigée le %s"}

	// %s is the date of a source.
	LatestSource = Message{"latest source of the base: %s", "source la plus récente de la base\u00a0: %s"}
	NoSources    = Message{"the base has no sources", "la base n’a pas de sources"}

	// Headings.
	BottomLine      = Message{"Bottom line", "L’essentiel"}
	KeyFacts        = Message{"Key facts", "Points clés"}
	DisputedOrAlone = Message{"Disputed, or from one origin", "Contesté, ou d’une seule origine"}
	DisputedTitle   = Message{"Disputed", "Contesté"}
	OneOriginTitle  = Message{"From one origin", "D’une seule origine"}
	WhoIsWho        = Message{"Who is who", "Qui est qui"}
	OpenQuestions   = Message{"Open questions", "Questions ouvertes"}
	ReliesOnIt      = Message{"Claims that rely on it", "Affirmations qui s’appuient sur elle"}
	LeftOut         = Message{"Left out of this brief", "Omis dans cette note"}

	// Before claims, of which each has several origins, or one.
	SeveralAttest = Message{"Best supported, by two independent origins or more", "Le mieux attesté, par deux origines indépendantes ou plus"}
	OneAttestsOne = Message{"According to one origin", "D’après une seule origine"}
	OneAttests    = Message{"According to one origin each", "D’après une seule origine chaque fois"}

	// %s is the label of a relation: “place of”, which is how it is called from its end.
	NounOf = Message{"%s of", "%s de"}

	// %s are labels of fields.
	DisputedPoints = Message{"Still disputed: %s", "Reste contesté\u00a0: %s"}

	AllOneOrigin = Message{"Every sourced claim rests on one origin", "Chaque affirmation sourcée repose sur une seule origine"}
	NothingCited = Message{"No claim has a source", "Aucune affirmation n’a de source"}

	// The first %s is how many claims rest on one origin, the second how many there are.
	SomeOneOrigin = Plural{{"%s of %s sourced claims rests on one origin", "%s of %s sourced claims rest on one origin"},
		{"%s des %s affirmations sourcées repose sur une seule origine", "%s des %s affirmations sourcées reposent sur une seule origine"}}

	// %s is a number of claims, after how many rest on one origin or alone.
	AndNoneOn  = Message{"%s on none", "%s sur aucune"}
	SomeFallen = Plural{{"%s of %s claims rests on no source that still counts", "%s of %s claims rest on no source that still counts"},
		{"%s des %s affirmations ne repose plus sur aucune source", "%s des %s affirmations ne reposent plus sur aucune source"}}

	// Of what the brief is about, where it has not yet begun on the day.
	NotYet = Message{"It begins after this day", "Le début est postérieur à ce jour"}

	// After some of several names.
	AmongOthers = Message{", among others", ", entre autres"}

	// %s is the mark of what rests on one origin.
	MarkOfOneOrigin = Message{"%s: one origin only", "%s\u00a0: une seule origine"}
	OnlyOneOrigin   = Message{"One origin only\u00a0(%s)", "Une seule origine\u00a0(%s)"}

	// Before labels of fields, where most claims rest on one origin.
	ManyOrigins   = Message{"At least two origins", "Au moins deux origines"}
	RestOneOrigin = Message{"all else rests on one\u00a0(%s)", "tout le reste n’en a qu’une\u00a0(%s)"}

	// In place of values on which sources differ.
	SeeDisputed = Message{"sources disagree, see below", "sources en désaccord, voir plus bas"}

	// Of the value that the base prefers to others.
	PreferredByBase = Message{"preferred by the base", "retenu par la base"}

	// %s is a date or a period: “on 29 May 2024”, “from 11 to 21 February 2024”.
	TookPlace  = Message{"It took place %s", "Cet événement a eu lieu %s"}
	TakesPlace = Message{"It takes place %s", "Cet événement a lieu %s"}

	// %s is the label of a date.
	DateDisputed  = Message{"sources disagree on the %s", "sources en désaccord\u00a0: %s"}
	DatePreferred = Message{"the base prefers this date", "la base retient cette date"}

	// Before labels of fields.
	NotKnown     = Message{"Not recorded", "Non renseigné"}
	NotSourced   = Message{"Without a source", "Sans source"}
	SourceFallen = Message{"No source that still counts", "Plus aucune source qui compte"}
	ToSettle     = Message{"To settle", "À trancher"}

	// Before a claim that begins after the day.
	StillToCome = Message{"Later", "Plus tard"}

	// Before the qualification of several names.
	ForAll = Message{"all: ", "tous\u00a0: "}

	// Of a sentence that rests on the sources of an entity as a whole.
	BaseSummary = Message{"the base’s summary", "résumé de la base"}

	// Of a claim.
	OnlyFallen = Message{"none of its sources counts any longer", "aucune de ses sources ne compte plus"}

	// %s is the maximum number of sources of a claim.
	FewSources = Message{"at most %s for each claim, of different origins", "au plus %s par affirmation, d’origines différentes"}

	PointsLeft = Plural{{"%s key fact", "%s key facts"}, {"%s point clé", "%s points clés"}}
	PeopleLeft = Plural{{"%s line of who is who", "%s lines of who is who"}, {"%s ligne de «\u00a0qui est qui\u00a0»", "%s lignes de «\u00a0qui est qui\u00a0»"}}
	PastLeft   = Plural{{"%s claim that no longer holds", "%s claims that no longer hold"},
		{"%s affirmation qui ne vaut plus", "%s affirmations qui ne valent plus"}}
	HowToHaveAll = Message{"the full brief has them", "la note complète les reprend"}

	// %s is a number of claims.
	UnsourcedLeft = Plural{{"%s claim without a source was left out: --keep-unsourced keeps it", "%s claims without a source were left out: --keep-unsourced keeps them"},
		{"%s affirmation sans source a été omise\u00a0: --keep-unsourced la garde", "%s affirmations sans source ont été omises\u00a0: --keep-unsourced les garde"}}

	// Before what other sources say.
	But = Message{", but ", ", mais "}

	// Before the last of several names.
	AndLast = Message{" and ", " et "}

	// %s are names of sources.
	AccordingTo = Message{"according to %s", "selon %s"}

	// %s is the label of a fact.
	NamedAs = Message{"in “%s” of", "dans «\u00a0%s\u00a0» de"}

	// The label of the name field.
	Named = Message{"name", "nom"}

	// %s is the number of a source.
	PublisherOf = Message{"same publisher as %s", "même éditeur que %s"}

	// %s is the number of a source.
	OriginOf = Message{"same origin as %s", "même origine que %s"}

	UnsourcedMark  = Message{"[no source]", "[sans source]"}
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
