package words

// Graph holds the messages of what surrounds an entity.
type Graph struct {
	GraphShort, GraphLong string
	GraphNeeds            string
	FlagHops              string
	WrongHops             string
	FlagGraphLimit        string
	KeyCentre             string
	HintCentre            string

	Cites        string // a relation: one entity names another as a source
	CentreBefore string
	AlsoBy       string // before a relation
	DashedLegend string
	TwinLegend   string
	MissingLinks Plural // between what is drawn
	NoLinksYet   string // %s is an entity
	HowToLink    string

	LeadHere, LedTo, LinkedToItself Plural
	FoldHint                        string
	ChooseCentre, NoCentre          string
	AtCentre                        string
	HopCount                        Plural
	NoRoomForHops                   string
	PlainFrom, PlainMore            string // %s is a relation, a number of a kind
	OtherLinks                      string
}

var englishGraph = Graph{
	KeyCentre: "a graph: put it in the centre, or open what is there", HintCentre: "centre",
	GraphShort: "What surrounds an entity",
	GraphLong: `What surrounds an entity, one to three hops: on the left what leads to it, on the right what it leads to.
Crowds are told by their number, the best connected of them first. What has no source, or is doubtful, is dashed.`,
	GraphNeeds: "graph needs an address, such as company/oracle", WrongHops: "--hops is 1, 2 or 3",
	FlagHops: "Go so many hops from the entity, 1 to 3; 1 unless said", FlagGraphLimit: "Name so many entities of each relation at most; what has room unless said",

	Cites: "cites", CentreBefore: "the centre before", AlsoBy: "also ", DashedLegend: "no source, or doubtful", TwinLegend: "drawn elsewhere too",
	MissingLinks: Plural{"%s link between them not drawn", "%s links between them not drawn"},
	NoLinksYet:   "Nothing is linked with %s.",
	HowToLink:    "A link is a field that names an entity, such as headquarters = \"austin\", or a fact that is about one: about = [\"austin\"].",

	LeadHere: Plural{"%s leads here", "%s lead here"}, LedTo: Plural{"leads to %s", "leads to %s"}, LinkedToItself: Plural{"%s link to itself", "%s links to itself"},
	FoldHint: "Enter lists them.", ChooseCentre: "Whose surroundings?", NoCentre: "Nothing is selected. Enter lets you choose an entity.",
	AtCentre: "That is the centre: select what is linked with it.", HopCount: Plural{"%s hop", "%s hops"},
	NoRoomForHops: "There is no room for more hops.",
	PlainFrom:     "%s, from", PlainMore: "and %s more", OtherLinks: "Other links between these:",
}

var frenchGraph = Graph{
	KeyCentre: "un graphe\u00a0: le mettre au centre, ou ouvrir ce qui y est", HintCentre: "centrer",
	GraphShort: "Ce qui entoure une entité",
	GraphLong: `Ce qui entoure une entité, à un, deux ou trois pas : à gauche ce qui mène à elle, à droite ce à quoi elle mène.
Les foules sont dites par leur nombre, les mieux reliés d’abord. Ce qui est sans source, ou douteux, est en tirets.`,
	GraphNeeds: "graph demande une adresse, comme company/oracle", WrongHops: "--hops vaut 1, 2 ou 3",
	FlagHops: "Aller à tant de pas de l’entité, de 1 à 3\u00a0; 1 sinon", FlagGraphLimit: "Nommer au plus tant d’entités de chaque relation\u00a0; ce qui a la place sinon",

	Cites: "cite", CentreBefore: "le centre d’avant", AlsoBy: "aussi ", DashedLegend: "sans source, ou douteux", TwinLegend: "montré ailleurs aussi",
	MissingLinks: Plural{"%s lien entre eux non tracé", "%s liens entre eux non tracés"},
	NoLinksYet:   "Rien n’est relié à %s.",
	HowToLink:    "Un lien est un champ qui nomme une entité, comme headquarters = \"austin\", ou un fait à son sujet : about = [\"austin\"].",

	LeadHere: Plural{"%s mène ici", "%s mènent ici"}, LedTo: Plural{"mène à %s", "mène à %s"}, LinkedToItself: Plural{"%s lien avec soi-même", "%s liens avec soi-même"},
	FoldHint: "Entrée les énumère.", ChooseCentre: "Ce qui entoure quoi\u00a0?", NoCentre: "Rien n’est choisi. Entrée permet de choisir une entité.",
	AtCentre: "C’est le centre\u00a0: choisir ce qui lui est relié.", HopCount: Plural{"%s pas", "%s pas"},
	NoRoomForHops: "Il n’y a pas la place pour plus de pas.",
	PlainFrom:     "%s, depuis", PlainMore: "et encore %s", OtherLinks: "Autres liens entre eux\u00a0:",
}
