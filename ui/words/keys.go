package words

// What the help says of each key of the explorer.
var (
	KeyMove      = Message{"one line up or down", "une ligne plus haut ou plus bas"}
	KeyPage      = Message{"one screen up or down", "un écran plus haut ou plus bas"}
	KeyHalf      = Message{"half a screen up or down", "un demi-écran plus haut ou plus bas"}
	KeyEnds      = Message{"first, last", "le premier, le dernier"}
	KeyTabs      = Message{"the tab before, the tab after", "l’onglet précédent, l’onglet suivant"}
	KeyTabNumber = Message{"the first tab … the ninth", "du premier onglet… au neuvième"}
	KeyOverview  = Message{"the overview", "la vue d’ensemble"}
	KeyOpen      = Message{"open what is selected", "ouvrir ce qui est choisi"}
	KeyBack      = Message{"back to where you were", "revenir où l’on était"}
	KeyForward   = Message{"forward again", "repartir en avant"}
	KeyLinks     = Message{"the next link, the one before", "le lien suivant, le précédent"}
	KeyFilter    = Message{"filter this list as you type", "filtrer cette liste à mesure qu’on écrit"}
	KeySort      = Message{"sort, by one column or several", "trier, par une colonne ou plusieurs"}
	KeyColumns   = Message{"choose the columns, and their order", "choisir les colonnes, et leur ordre"}
	KeySource    = Message{"the source behind what is selected", "la source de ce qui est choisi"}
	KeyCopy      = Message{"copy: name, address, citation, Markdown, JSON", "copier\u00a0: nom, adresse, citation, Markdown, JSON"}
	KeyWeb       = Message{"open the web address", "ouvrir l’adresse web"}
	KeyEdit      = Message{"open the file in your editor, at the line", "ouvrir le fichier dans l’éditeur, à la bonne ligne"}
	KeyLanguage  = Message{"French or English", "français ou anglais"}
	KeyMouse     = Message{"leave the mouse to the terminal, for copying, or take it back",
		"laisser la souris au terminal, pour copier, ou la reprendre"}
	KeyHelp    = Message{"this help", "cette aide"}
	KeyQuit    = Message{"quit", "quitter"}
	KeySuspend = Message{"suspend", "suspendre"}
	KeyFollow  = Message{"follow the link, or see the source of a value", "suivre le lien, ou voir la source d’une valeur"}
	KeyReload  = Message{"read the files again", "relire les fichiers"}

	KeyPalette = Message{"search everything: entities, tabs, commands", "chercher partout\u00a0: entités, onglets, commandes"}

	KeyFacets = Message{"facets: the values of each field, with counts, to choose from",
		"facettes\u00a0: les valeurs de chaque champ, comptées, à choisir"}
	KeyMark   = Message{"mark it, or unmark it", "marquer, ou ne plus marquer"}
	KeyMarked = Message{"what is marked: copy, write to a file, compare",
		"ce qui est marqué\u00a0: copier, écrire dans un fichier, comparer"}
	KeyCompare  = Message{"compare what is marked, side by side", "comparer ce qui est marqué, côte à côte"}
	KeyOpenCell = Message{"open what the cell leads to, or else the entity",
		"aller où mène la case, ou sinon à l’entité"}
	KeyAcross = Message{"the entity before, the entity after",
		"l’entité d’avant, celle d’après"}
	KeyDiffering = Message{"only what differs (≠), or all",
		"seulement ce qui diffère (≠), ou tout"}
	KeyWhole = Message{"cells in full, earlier values too, or cut",
		"cases en entier, valeurs passées aussi, ou coupées"}
	KeyThings = Message{"the next thing in a cell, the one before",
		"ce qui suit dans une case, ce qui précède"}
	KeyFalls   = Message{"a source: what falls if it falls", "une source\u00a0: ce qui tombe si elle tombe"}
	KeyUnfold  = Message{"show what is set aside, or fold it away", "montrer ce qui est écarté, ou le replier"}
	KeyHops    = Message{"more hops, fewer", "plus de pas, moins"}
	KeySwap    = Message{"the other way round", "dans l’autre sens"}
	KeyWalk    = Message{"what is next in that direction", "ce qui vient de ce côté"}
	KeyNext    = Message{"the next thing, the one before", "ce qui suit, ce qui précède"}
	KeyDetails = Message{"the detail of what is selected", "le détail de ce qui est choisi"}
	KeyZoom    = Message{"nearer, farther", "plus près, plus loin"}
	KeyPan     = Message{"move the picture, with the other arrows too",
		"déplacer l’image, avec les autres flèches aussi"}
	KeyFit      = Message{"fit everything", "tout y faire tenir"}
	KeyPictures = Message{"the other views of what is selected", "les autres vues de ce qui est choisi"}
	KeyGraph    = Message{"graph: what surrounds an entity", "graphe\u00a0: ce qui entoure une entité"}
	KeyPath     = Message{"path: how two entities are connected", "chemin\u00a0: comment deux entités sont reliées"}
	KeyTimeline = Message{"timeline: everything with a date", "chronologie\u00a0: tout ce qui a une date"}
	KeyMap      = Message{"map: everything with a place", "carte\u00a0: tout ce qui a un lieu"}
	KeyMatrix   = Message{"matrix: two kinds against each other", "matrice\u00a0: deux sortes croisées"}

	KeyToday  = Message{"go to today", "aller à aujourd’hui"}
	KeyCentre = Message{"put it in the centre, or open what is there",
		"le mettre au centre, ou ouvrir ce qui y est"}
	KeyOtherKind = Message{"the next kind to set against", "la sorte suivante à croiser"}
	KeyRelation  = Message{"the next relation alone, or all", "la relation suivante seule, ou toutes"}
	KeyOrder     = Message{"order by structure, by count, by name",
		"ranger par structure, par nombre, par nom"}
	KeyNumbers = Message{"numbers or shades", "nombres ou trames"}
	KeyCell    = Message{"what is in the cell", "ce que contient la case"}

	KeyOtherEnd = Message{"choose another end", "choisir une autre extrémité"}
	KeyLeast    = Message{"how sure claims must be", "combien les affirmations doivent être sûres"}

	SaveView = Message{"save the filter in force as a view: a tab of its own",
		"garder le filtre en vigueur comme une vue\u00a0: un onglet à lui"}
)

// The screens that keys are listed by.
var (
	EverywhereKeys   = Message{"Everywhere", "Partout"}
	PageKeys         = Message{"List, entity, overview and comparison", "Liste, entité, vue d’ensemble et comparaison"}
	ListOrEntityKeys = Message{"List, entity and overview", "Liste, entité et vue d’ensemble"}
	PictureKeys      = Message{"Every picture", "Toutes les images"}
	ListKeys         = Message{"List", "Liste"}
	EntityKeys       = Message{"Entity", "Entité"}
	OverviewKeys     = Message{"Overview", "Vue d’ensemble"}
	ComparisonKeys   = Message{"Comparison", "Comparaison"}
	GraphKeys        = Message{"Graph", "Graphe"}
	PathKeys         = Message{"Path", "Chemin"}
	TimelineKeys     = Message{"Timeline", "Chronologie"}
	MapKeys          = Message{"Map", "Carte"}
	MatrixKeys       = Message{"Matrix", "Matrice"}
)
