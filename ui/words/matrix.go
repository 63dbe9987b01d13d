package words

// The entities of one kind set against those of another.
var (
	// %s is a relation
	ByOne = Message{"by %s", "par %s"}

	Direct = Message{"direct links", "liens directs"}

	// %s is how many
	WithinReach = Plural{{"within %s hop", "within %s hops"}, {"à %s pas au plus", "à %s pas au plus"}}

	ByStructure = Message{"ordered by structure", "rangé par structure"}
	ByName      = Message{"ordered by name", "rangé par nom"}
	ByCount     = Message{"ordered by count", "rangé par nombre"}

	// %s is how many
	FilledCells = Plural{{"%s cell", "%s cells"}, {"%s case", "%s cases"}}

	// %s is how many of what
	WithoutAny = Message{"without any: %s", "sans aucun : %s"}

	// %s is how many there are, %s of how many
	CutRows = Plural{{"only the first %s of %s rows: narrow it down", "only the first %s of %s rows: narrow it down"},
		{"seulement la première, %s sur %s lignes : restreignez", "seulement les %s premières lignes sur %s : restreignez"}}

	CellRoutes          = Plural{{"%s route", "%s routes"}, {"%s chemin", "%s chemins"}}
	CellThrough         = Plural{{"through %s entity", "through %s entities"}, {"par %s entité", "par %s entités"}}
	NothingInCell       = Message{"There is nothing in this cell.", "Il n’y a rien dans cette case."}
	NotLinkedThemselves = Message{"They are not linked themselves; %s lists what lies between.",
		"Ils ne sont pas liés eux-mêmes ; %s liste ce qu’il y a entre eux."}

	// of a legend
	NoRoute      = Message{"no route", "aucun chemin"}
	LinkedItself = Message{"routes between what is linked", "chemins entre ce qui est lié"}

	CellLinked = Message{"linked", "lié"}
	TwoHops    = Message{"2 hops apart", "à 2 pas"}
	ThreeHops  = Message{"3 hops apart", "à 3 pas"}

	// %s is how many at least
	RoutesFrom = Plural{{"%s route or more", "%s routes or more"}, {"%s chemin ou plus", "%s chemins ou plus"}}
	CitedFrom  = Plural{{"cited %s time or more", "cited %s times or more"}, {"citée %s fois ou plus", "citée %s fois ou plus"}}

	CitedTimes = Plural{{"cited %s time", "cited %s times"}, {"citée %s fois", "citée %s fois"}}
	TimesCited = Message{"times cited", "fois citée"}
	Citations  = Message{"sources and what cites them", "sources et ce qui les cite"}

	// %s and %s are how many rows and columns, %s how many cells
	DotStands = Message{"a dot: %s × %s cells, %s or more of them filled",
		"un point : %s × %s cases, dont %s au moins remplie(s)"}

	// of a cell of the diagonal
	TheSame = Message{"itself", "elle-même"}

	Unlinked   = Message{"Nothing here is linked to anything.", "Rien ici n’est lié à quoi que ce soit."}
	HowToReach = Message{"%s takes in more hops, %s another kind, %s another relation.",
		"%s prend plus de pas, %s une autre sorte, %s une autre relation."}

	// %s and %s are entities
	BetweenTitle = Message{"Between %s and %s", "Entre %s et %s"}

	// %s and %s are kinds
	AgainstInWords = Message{"%s against %s", "%s et %s"}

	RowCount    = Plural{{"%s row", "%s rows"}, {"%s ligne", "%s lignes"}}
	ColumnCount = Plural{{"%s column", "%s columns"}, {"%s colonne", "%s colonnes"}}
)
