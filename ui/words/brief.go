package words

// A cited brief: its headings, and the words that join what is claimed into lines.
var (
	// %s is the title of a knowledge base
	DrawnFrom = Message{"drawn from “%s”", "d’après la base «\u00a0%s\u00a0»"}

	// headings
	KeyFacts   = Message{"Key facts", "Repères"}
	WithCare   = Message{"Handle with care", "À manier avec précaution"}
	WhosWho    = Message{"Who and what they are", "Qui est qui"}
	LinkedToIt = Message{"Linked to it", "Ce qui s’y rattache"}
	SaysSo     = Message{"What relies on it", "Ce qui s’appuie sur elle"}

	// headings
	FactsOfMany    = Message{"Facts that rest on several origins", "Faits qui reposent sur plusieurs origines"}
	FactsOfOne     = Message{"Facts that rest on one origin", "Faits qui reposent sur une seule origine"}
	FactsOfUnknown = Message{"Facts without a source", "Faits sans source"}
	LeftOut        = Message{"What this brief leaves out", "Ce que cette note laisse de côté"}

	// before the last of several
	AndLast = Message{" and ", " et "}

	// before what other sources say
	But = Message{", but ", ", mais "}

	// before what the same sources say as well
	ButAlso = Message{", but also ", ", mais aussi "}

	// after what other sources say
	SayOthers = Message{" according to others", " selon d’autres"}

	// %s are names
	AccordingTo = Message{"according to %s", "selon %s"}

	// before what is said by one origin, by several
	OnlyOneOrigin = Message{"One origin only", "Une seule origine"}
	ManyOrigins   = Message{"At least two origins", "Au moins deux origines"}

	RestOneOrigin = Message{"the rest has one origin only", "le reste n’en a qu’une"}

	// %s is a label
	NamedAs = Message{"named as “%s” by", "nommé comme «\u00a0%s\u00a0» par"}

	// the label of the name
	Named = Message{"name", "nom"}

	// %s is the number of a source
	PublisherOf = Message{"same publisher as %s", "même éditeur que %s"}

	// %s is the number of a source
	OriginOf = Message{"same origin as %s", "même origine que %s"}

	UnsourcedMark = Message{"[no source]", "[sans source]"}
	UnsourcedLeft = Plural{{"%s statement without a source", "%s statements without a source"},
		{"%s énoncé sans source", "%s énoncés sans source"}}
	DeprecatedLeft = Plural{{"%s statement that the knowledge base rejects", "%s statements that the knowledge base rejects"},
		{"%s énoncé que la base écarte", "%s énoncés que la base écarte"}}
	MentionsLeft = Plural{{"%s more mention", "%s more mentions"}, {"%s autre mention", "%s autres mentions"}}

	// after the names of some
	OthersSay = Plural{{"%s other", "%s others"}, {"%s autre", "%s autres"}}

	// %s is how many
	IndependentOrigins = Plural{{"%s origin", "%s independent origins"}, {"%s origine", "%s origines indépendantes"}}

	// %s is how many, %s of how many
	FirstOnly = Message{"The first %s of %s are told here.", "Les %s premières sur %s sont reprises ici."}
)
