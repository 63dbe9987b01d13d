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
	KeyOpenCell = Message{"side by side: open what the cell leads to, or else the entity",
		"côte à côte\u00a0: aller où mène la case, ou sinon à l’entité"}
	KeyAcross = Message{"side by side: the entity before, the entity after",
		"côte à côte\u00a0: l’entité d’avant, celle d’après"}
	KeyDiffering = Message{"side by side: only what differs (≠), or all",
		"côte à côte\u00a0: seulement ce qui diffère (≠), ou tout"}
	KeyWhole = Message{"side by side: cells in full, earlier values too, or cut",
		"côte à côte\u00a0: cases en entier, valeurs passées aussi, ou coupées"}
	KeyThings = Message{"side by side: the next thing in a cell, the one before",
		"côte à côte\u00a0: ce qui suit dans une case, ce qui précède"}
	KeyFalls     = Message{"a source: what falls if it falls", "une source\u00a0: ce qui tombe si elle tombe"}
	KeyUnfold    = Message{"show what is set aside, or fold it away", "montrer ce qui est écarté, ou le replier"}
	KeyOpenShown = Message{"a picture: open what is selected", "une image\u00a0: ouvrir ce qui est choisi"}
	KeyHops      = Message{"graph, path, matrix: more hops, fewer", "graphe, chemin, matrice\u00a0: plus de pas, moins"}
	KeySwap      = Message{"path, matrix: the other way round", "chemin, matrice\u00a0: dans l’autre sens"}
	KeyWalk      = Message{"a picture: what is next in that direction", "une image\u00a0: ce qui vient de ce côté"}
	KeyNext      = Message{"a picture: the next thing, the one before", "une image\u00a0: ce qui suit, ce qui précède"}
	KeyDetails   = Message{"a picture: the detail of what is selected", "une image\u00a0: le détail de ce qui est choisi"}
	KeyZoom      = Message{"timeline, map: nearer, farther", "chronologie, carte\u00a0: plus près, plus loin"}
	KeyPan       = Message{"a picture: move it, with the other arrows too",
		"une image\u00a0: la déplacer, avec les autres flèches aussi"}
	KeyFit      = Message{"a picture: fit everything", "une image\u00a0: tout y faire tenir"}
	KeyViews    = Message{"the other views of what is selected", "les autres vues de ce qui est choisi"}
	KeyGraph    = Message{"graph: what surrounds an entity", "graphe\u00a0: ce qui entoure une entité"}
	KeyPath     = Message{"path: how two entities are connected", "chemin\u00a0: comment deux entités sont reliées"}
	KeyTimeline = Message{"timeline: everything with a date", "chronologie\u00a0: tout ce qui a une date"}
	KeyMap      = Message{"map: everything with a place", "carte\u00a0: tout ce qui a un lieu"}
	KeyMatrix   = Message{"matrix: two kinds against each other", "matrice\u00a0: deux sortes croisées"}

	KeyToday  = Message{"the timeline: go to today", "la chronologie\u00a0: aller à aujourd’hui"}
	KeyCentre = Message{"a graph: put it in the centre, or open what is there",
		"un graphe\u00a0: le mettre au centre, ou ouvrir ce qui y est"}
	KeyOtherKind = Message{"a matrix: the next kind to set against", "une matrice : la sorte suivante à croiser"}
	KeyRelation  = Message{"a matrix: the next relation alone, or all", "une matrice : la relation suivante seule, ou toutes"}
	KeyOrder     = Message{"a matrix: order by structure, by count, by name",
		"une matrice : ranger par structure, par nombre, par nom"}
	KeyNumbers = Message{"a matrix: numbers or shades", "une matrice : nombres ou trames"}
	KeyCell    = Message{"a matrix: what is in the cell", "une matrice : ce que contient la case"}

	KeyOtherEnd = Message{"path: choose another end", "chemin\u00a0: choisir une autre extrémité"}
	KeyLeast    = Message{"path: how sure claims must be", "chemin\u00a0: combien les affirmations doivent être sûres"}

	SaveView = Message{"save the filter in force as a view: a tab of its own",
		"garder le filtre en vigueur comme une vue\u00a0: un onglet à lui"}
)
