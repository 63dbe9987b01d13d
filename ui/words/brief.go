package words

// Brief holds the messages of a cited brief: its headings, and the words that
// join what is claimed into lines.
type Brief struct {
	BriefShort, BriefLong, BriefNeeds, FlagKeepUnsourced string
	NothingToCite                                        string // %s is what was asked for
	HowToKeepUnsourced                                   string

	Months       string // from January on, separated by spaces
	FirstOfMonth string

	SinceDay string // %s is a day

	DrawnFrom                                        string // %s is the title of a knowledge base
	KeyFacts, WithCare, WhosWho, LinkedToIt, SaysSo  string // headings
	FactsOfMany, FactsOfOne, FactsOfUnknown, LeftOut string // headings
	AndLast                                          string // before the last of several
	But                                              string // before what other sources say
	ButAlso                                          string // before what the same sources say as well
	SayOthers                                        string // after what other sources say
	AccordingTo                                      string // %s are names
	OnlyOneOrigin, ManyOrigins                       string // before what is said by one origin, by several
	RestOneOrigin                                    string
	NamedAs                                          string // %s is a label
	Named                                            string // the label of the name
	PublisherOf                                      string // %s is the number of a source
	OriginOf                                         string // %s is the number of a source
	UnsourcedMark                                    string
	UnsourcedLeft, DeprecatedLeft, MentionsLeft      Plural
	OthersSay                                        Plural // after the names of some
	IndependentOrigins                               Plural // %s is how many
	FirstOnly                                        string // %s is how many, %s of how many
}

var englishBrief = Brief{
	BriefShort: "Write a brief to print, each line with its sources",
	BriefLong: `Write a brief about an entity, or about all that a saved view or a QUERY selects, each line with its sources: to print and take along, or to paste.
What has no source is left out, and counted. rihla search --help says how a QUERY is written.`,
	BriefNeeds: "brief needs an ADDRESS, such as company/oracle, or a QUERY", FlagKeepUnsourced: "Keep what has no source, marked as such",
	NothingToCite: "nothing in %s names a source, so there is nothing to cite", HowToKeepUnsourced: "--keep-unsourced writes it all the same, marked as having no source",

	Months: "January February March April May June July August September October November December", FirstOfMonth: "1", SinceDay: "since %s",

	DrawnFrom: "drawn from “%s”",
	KeyFacts:  "Key facts", WithCare: "Handle with care", WhosWho: "Who and what they are", LinkedToIt: "Linked to it", SaysSo: "What relies on it",
	FactsOfMany: "Facts that rest on several origins", FactsOfOne: "Facts that rest on one origin", FactsOfUnknown: "Facts without a source", LeftOut: "What this brief leaves out",
	AndLast: " and ", But: ", but ", ButAlso: ", but also ", SayOthers: " according to others", AccordingTo: "according to %s",
	OnlyOneOrigin: "One origin only", ManyOrigins: "At least two origins", RestOneOrigin: "the rest has one origin only",
	NamedAs: "named as “%s” by", Named: "name", OriginOf: "same origin as %s", PublisherOf: "same publisher as %s", UnsourcedMark: "[no source]",
	UnsourcedLeft:  Plural{"%s statement without a source", "%s statements without a source"},
	DeprecatedLeft: Plural{"%s statement that the knowledge base rejects", "%s statements that the knowledge base rejects"},
	MentionsLeft:   Plural{"%s more mention", "%s more mentions"},
	OthersSay:      Plural{"%s other", "%s others"}, IndependentOrigins: Plural{"%s origin", "%s independent origins"},
	FirstOnly: "The first %s of %s are told here.",
}

var frenchBrief = Brief{
	BriefShort: "Écrire une note à imprimer, chaque ligne avec ses sources",
	BriefLong: `Écrire une note sur une entité, ou sur ce que retient une vue gardée ou une requête, chaque ligne avec ses sources : à imprimer et à emporter, ou à coller.
Ce qui n’a pas de source est laissé de côté, et compté. rihla search --help dit comment s’écrit une requête.`,
	BriefNeeds: "brief demande une adresse, comme company/oracle, ou une requête", FlagKeepUnsourced: "Garder ce qui n’a pas de source, marqué comme tel",
	NothingToCite: "rien de ce que dit %s ne nomme de source\u00a0: il n’y a rien à citer", HowToKeepUnsourced: "--keep-unsourced l’écrit quand même, marqué comme étant sans source",

	Months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", FirstOfMonth: "1er", SinceDay: "depuis le %s",

	DrawnFrom: "d’après la base «\u00a0%s\u00a0»",
	KeyFacts:  "Repères", WithCare: "À manier avec précaution", WhosWho: "Qui est qui", LinkedToIt: "Ce qui s’y rattache", SaysSo: "Ce qui s’appuie sur elle",
	FactsOfMany: "Faits qui reposent sur plusieurs origines", FactsOfOne: "Faits qui reposent sur une seule origine", FactsOfUnknown: "Faits sans source", LeftOut: "Ce que cette note laisse de côté",
	AndLast: " et ", But: ", mais ", ButAlso: ", mais aussi ", SayOthers: " selon d’autres", AccordingTo: "selon %s",
	OnlyOneOrigin: "Une seule origine", ManyOrigins: "Au moins deux origines", RestOneOrigin: "le reste n’en a qu’une",
	NamedAs: "nommé comme «\u00a0%s\u00a0» par", Named: "nom", OriginOf: "même origine que %s", PublisherOf: "même éditeur que %s", UnsourcedMark: "[sans source]",
	UnsourcedLeft:  Plural{"%s énoncé sans source", "%s énoncés sans source"},
	DeprecatedLeft: Plural{"%s énoncé que la base écarte", "%s énoncés que la base écarte"},
	MentionsLeft:   Plural{"%s autre mention", "%s autres mentions"},
	OthersSay:      Plural{"%s autre", "%s autres"}, IndependentOrigins: Plural{"%s origine", "%s origines indépendantes"},
	FirstOnly: "Les %s premières sur %s sont reprises ici.",
}
