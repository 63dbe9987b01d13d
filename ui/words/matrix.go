package words

// The matrix of two kinds.
var (
	// %s is a relation.
	ByOne = Message{"by %s", "par %s"}

	Direct = Message{"direct links", "liens directs"}

	// %s is a number.
	WithinReach = Plural{{"within %s hop", "within %s hops"}, {"à %s saut au plus", "à %s sauts au plus"}}

	ByStructure = Message{"sorted by structure", "trié par structure"}
	ByName      = Message{"sorted by name", "trié par nom"}
	ByCount     = Message{"sorted by count", "trié par nombre"}

	// %s is a number.
	FilledCells = Plural{{"%s cell", "%s cells"}, {"%s case", "%s cases"}}

	// %s are numbers of entities by kind.
	WithoutAny = Message{"without links: %s", "sans lien\u00a0: %s"}

	// The first %s is the number of rows that are drawn, the second that of all rows.
	CutRows = Plural{{"only the first %s of %s rows: narrow the query", "only the first %s of %s rows: narrow the query"},
		{"seulement %s ligne sur %s\u00a0: affiner la requête", "seulement les %s premières lignes sur %s\u00a0: affiner la requête"}}

	// The first and the last that are seen, and how many there are.
	RowsSeen    = Message{"rows %s–%s of %s", "lignes %s–%s sur %s"}
	ColumnsSeen = Message{"columns %s–%s of %s", "colonnes %s–%s sur %s"}

	CellRoutes        = Plural{{"%s path", "%s paths"}, {"%s chemin", "%s chemins"}}
	CellThrough       = Plural{{"through %s entity", "through %s entities"}, {"par %s entité", "par %s entités"}}
	NothingInCell     = Message{"This cell is empty.", "Cette case est vide."}
	NotLinkedDirectly = Message{"They are not linked directly: %s lists what lies between.",
		"Elles ne sont pas liées directement\u00a0: %s liste ce qu’il y a entre elles."}

	// In the legend.
	NoPath       = Message{"no path", "aucun chemin"}
	LinkedItself = Message{"paths between linked entities", "chemins entre entités liées"}

	CellLinked = Message{"linked", "liées"}
	TwoHops    = Message{"2 hops apart", "à 2 sauts"}
	ThreeHops  = Message{"3 hops apart", "à 3 sauts"}

	// %s is the least number.
	RoutesFrom = Plural{{"%s path or more", "%s paths or more"}, {"%s chemin ou plus", "%s chemins ou plus"}}
	CitedFrom  = Plural{{"cited %s time or more", "cited %s times or more"}, {"citée %s fois ou plus", "citée %s fois ou plus"}}

	CitedTimes = Plural{{"cited %s time", "cited %s times"}, {"citée %s fois", "citée %s fois"}}
	TimesCited = Message{"times cited", "nombre de citations"}
	Citations  = Message{"sources and what cites them", "sources et ce qui les cite"}

	// The %s are the rows and columns that one dot stands for, and the least number of filled cells.
	DotStands = Message{"one dot: %s × %s cells, at least %s of them filled",
		"un point\u00a0: %s × %s cases, au moins %s de remplies"}

	// In a cell of the diagonal.
	Itself = Message{"itself", "elle-même"}

	Unlinked   = Message{"Nothing here is linked.", "Rien n’est lié ici."}
	HowToReach = Message{"%s adds a hop, %s changes the kind, %s the relation.",
		"%s ajoute un saut, %s change le type, %s la relation."}

	// %s and %s are entities.
	BetweenTitle = Message{"Between %s and %s", "Entre %s et %s"}

	// %s and %s are kinds.
	TwoKinds = Message{"%s and %s", "%s et %s"}

	RowCount    = Plural{{"%s row", "%s rows"}, {"%s ligne", "%s lignes"}}
	ColumnCount = Plural{{"%s column", "%s columns"}, {"%s colonne", "%s colonnes"}}
)
