package words

// Matrix holds the messages of entities set against others.
type Matrix struct {
	MatrixShort, MatrixLong           string
	MatrixNeeds                       string
	FlagBy, FlagMatrixHops, FlagOrder string
	FlagNumbers, FlagMatrixAll        string
	UnknownRelation, UnknownOrder     string // %s is what was asked for
	HopsFrom                          string // %s is the most
	KeyOtherKind                      string
	KeyRelation, KeyOrder             string
	KeyNumbers, KeyCell               string
	HintOtherKind                     string
	HintRelation                      string
	HintOrder, HintNumbers            string
	ByOne                             string // %s is a relation
	Direct                            string
	WithinReach                       Plural // %s is how many
	ByStructure, ByName, ByCount      string
	FilledCells                       Plural // %s is how many
	WithoutAny                        string // %s is how many of what
	CutRows                           Plural // %s is how many there are, %s of how many
	CellLinks, CellRoutes             Plural
	CellThrough                       Plural
	NothingInCell                     string
	NotLinkedThemselves               string
	NoRoute, LinkedItself             string // of a legend
	CellLinked                        string
	TwoHops, ThreeHops                string
	RoutesFrom, CitedFrom             Plural // %s is how many at least
	CitedTimes                        Plural
	TimesCited, Citations             string
	DotStands                         string // %s and %s are how many rows and columns, %s how many cells
	TheSame                           string // of a cell of the diagonal
	Unlinked, HowToReach              string
	BetweenTitle                      string // %s and %s are entities
	AgainstInWords                    string // %s and %s are kinds
	RowCount, ColumnCount             Plural
}

var englishMatrix = Matrix{
	MatrixShort: "Set two kinds against each other, so that blocks show",
	MatrixLong: `Set the entities of a kind, or those of it that a query selects, against those of another.
A cell is the fuller the more firmly two are linked, or holds the number of routes from one to the other.
Rows and columns stand so that what is linked to the same stands together; what has no link at all is left out.`,
	MatrixNeeds: "matrix needs two kinds, such as company theme; rihla kinds names them",
	FlagBy:      "Count only the links of this relation, from either end", FlagMatrixHops: "Count what is within so many links, from 1 to 3; 1 unless said",
	FlagOrder: "Order of rows and columns: structure, count, name", FlagNumbers: "Numbers in the cells, not shades",
	FlagMatrixAll:   "Draw all rows and columns that have a link, not the first 60",
	UnknownRelation: "no relation %s links them", UnknownOrder: "no order is called %s: structure, count, name",
	HopsFrom: "hops go from 1 to %s",

	KeyOtherKind: "a matrix: the next kind to set against", KeyRelation: "a matrix: the next relation alone, or all",
	KeyOrder: "a matrix: order by structure, by count, by name", KeyNumbers: "a matrix: numbers or shades",
	KeyCell:       "a matrix: what is in the cell",
	HintOtherKind: "kind", HintRelation: "relation", HintOrder: "order", HintNumbers: "numbers",

	ByOne: "by %s", Direct: "direct links", WithinReach: Plural{"within %s hop", "within %s hops"},
	ByStructure: "ordered by structure", ByName: "ordered by name", ByCount: "ordered by count",
	FilledCells: Plural{"%s cell", "%s cells"}, WithoutAny: "without any: %s",
	CutRows:   Plural{"only the first %s of %s rows: narrow it down", "only the first %s of %s rows: narrow it down"},
	CellLinks: Plural{"%s link", "%s links"}, CellRoutes: Plural{"%s route", "%s routes"}, CellThrough: Plural{"through %s entity", "through %s entities"},
	NoRoute: "no route", CellLinked: "linked", LinkedItself: "routes between what is linked", TwoHops: "2 hops apart", ThreeHops: "3 hops apart",
	RoutesFrom: Plural{"%s route or more", "%s routes or more"}, CitedFrom: Plural{"cited %s time or more", "cited %s times or more"},
	CitedTimes: Plural{"cited %s time", "cited %s times"}, TimesCited: "times cited", Citations: "sources and what cites them",
	DotStands: "a dot: %s × %s cells, %s or more of them filled", TheSame: "itself", NothingInCell: "There is nothing in this cell.",
	NotLinkedThemselves: "They are not linked themselves; Enter lists what lies between.",
	Unlinked:            "Nothing here is linked to anything.",
	HowToReach:          "+ takes in more hops, c another kind, b another relation.",
	BetweenTitle:        "Between %s and %s", AgainstInWords: "%s against %s",
	RowCount: Plural{"%s row", "%s rows"}, ColumnCount: Plural{"%s column", "%s columns"},
}

var frenchMatrix = Matrix{
	MatrixShort: "Croiser deux sortes, de façon que les blocs se voient",
	MatrixLong: `Croiser les entités d’une sorte, ou celles qu’une recherche y choisit, avec celles d’une autre.
Une case est d’autant plus pleine que le lien est mieux attesté, ou porte le nombre des chemins de l’une à l’autre.
Lignes et colonnes sont rangées pour que ce qui est lié aux mêmes se tienne ensemble ; ce qui n’a aucun lien est omis.`,
	MatrixNeeds: "matrix demande deux sortes, comme company theme ; rihla kinds les nomme",
	FlagBy:      "Ne compter que les liens de cette relation, d’un bout ou de l’autre", FlagMatrixHops: "Compter ce qui est à tant de liens au plus, de 1 à 3\u00a0; 1 sinon",
	FlagOrder: "Ordre des lignes et colonnes : structure, count, name", FlagNumbers: "Des nombres dans les cases, non des trames",
	FlagMatrixAll:   "Montrer toutes les lignes et colonnes qui ont un lien, et non les 60 premières",
	UnknownRelation: "aucune relation %s ne les lie", UnknownOrder: "aucun ordre ne s’appelle %s : structure, count, name",
	HopsFrom: "les pas vont de 1 à %s",

	KeyOtherKind: "une matrice : la sorte suivante à croiser", KeyRelation: "une matrice : la relation suivante seule, ou toutes",
	KeyOrder: "une matrice : ranger par structure, par nombre, par nom", KeyNumbers: "une matrice : nombres ou trames",
	KeyCell:       "une matrice : ce que contient la case",
	HintOtherKind: "sorte", HintRelation: "relation", HintOrder: "ordre", HintNumbers: "nombres",

	ByOne: "par %s", Direct: "liens directs", WithinReach: Plural{"à %s pas au plus", "à %s pas au plus"},
	ByStructure: "rangé par structure", ByName: "rangé par nom", ByCount: "rangé par nombre",
	FilledCells: Plural{"%s case", "%s cases"}, WithoutAny: "sans aucun : %s",
	CutRows:   Plural{"seulement la première, %s sur %s lignes : restreignez", "seulement les %s premières lignes sur %s : restreignez"},
	CellLinks: Plural{"%s lien", "%s liens"}, CellRoutes: Plural{"%s chemin", "%s chemins"}, CellThrough: Plural{"par %s entité", "par %s entités"},
	NoRoute: "aucun chemin", CellLinked: "lié", LinkedItself: "chemins entre ce qui est lié", TwoHops: "à 2 pas", ThreeHops: "à 3 pas",
	RoutesFrom: Plural{"%s chemin ou plus", "%s chemins ou plus"}, CitedFrom: Plural{"citée %s fois ou plus", "citée %s fois ou plus"},
	CitedTimes: Plural{"citée %s fois", "citée %s fois"}, TimesCited: "fois citée", Citations: "sources et ce qui les cite",
	DotStands: "un point : %s × %s cases, dont %s au moins remplie(s)", TheSame: "elle-même", NothingInCell: "Il n’y a rien dans cette case.",
	NotLinkedThemselves: "Ils ne sont pas liés eux-mêmes ; Entrée liste ce qu’il y a entre eux.",
	Unlinked:            "Rien ici n’est lié à quoi que ce soit.",
	HowToReach:          "+ prend plus de pas, c une autre sorte, b une autre relation.",
	BetweenTitle:        "Entre %s et %s", AgainstInWords: "%s et %s",
	RowCount: Plural{"%s ligne", "%s lignes"}, ColumnCount: Plural{"%s colonne", "%s colonnes"},
}
