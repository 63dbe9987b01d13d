package words

// Conditions on evidence, in queries and facets.
var (
	// Titles of facets, and names of columns.
	EvidenceFacet = Message{"reliability", "fiabilité"}
	OriginsFacet  = Message{"independent origins", "origines indépendantes"}
	FallsFacet    = Message{"falls with", "tombe avec"}

	// Values of the facet of evidence.
	IsDisputed   = Message{"something disputed", "un point contesté"}
	IsUnsourced  = Message{"a claim without a source", "une affirmation sans source"}
	IsRetracted  = Message{"retracted source", "source rétractée"}
	IsSuperseded = Message{"superseded source", "source remplacée"}
	IsFallen     = Message{"source that no longer counts", "source qui ne compte plus"}

	// As conditions: alone, or after the name of a field.
	WithDisputed    = Message{"with something disputed", "avec un point contesté"}
	WithoutDisputed = Message{"with nothing disputed", "sans point contesté"}
	WithUnsourced   = Message{"with a claim without a source", "avec une affirmation sans source"}
	WithSource      = Message{"with a source for every claim", "avec une source pour chaque affirmation"}
	WithRetracted   = Message{"marked as retracted", "avec mention de rétractation"}
	WithSuperseded  = Message{"marked as superseded", "avec mention de remplacement"}
	WithFallen      = Message{"no longer counted", "hors décompte"}

	// %s is a source.
	WithFalling = Message{"with a claim that falls with %s", "avec une affirmation qui tombe avec %s"}

	// %s is a number of origins.
	FewerThan = Message{"fewer than %s", "moins de %s"}
	AtMost    = Message{"at most %s", "au plus %s"}
	MoreThan  = Message{"more than %s", "plus de %s"}
	AtLeast   = Message{"at least %s", "au moins %s"}

	// The first %s is a number, the second a number of origins.
	NumberToNumber = Message{"%s to %s", "%s à %s"}

	// %s is what was written.
	UnknownState = Message{"unknown condition %s", "condition inconnue\u00a0: %s"}

	// %s lists what may be written.
	StatesAre = Message{"it can be %s", "valeurs possibles\u00a0: %s"}

	// %s is the name of the condition.
	NotANumber = Message{"%s is compared with a whole number", "%s se compare à un nombre entier"}
	NoOrder    = Message{"%s is followed by a source", "%s est suivi d’une source"}
)
