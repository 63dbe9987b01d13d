package words

// Keys in a word or two, for the line at the bottom.
var (
	HintOpen     = Message{"open", "ouvrir"}
	HintFollow   = Message{"follow", "suivre"}
	HintBack     = Message{"back", "retour"}
	HintFilter   = Message{"filter", "filtrer"}
	HintSort     = Message{"sort", "trier"}
	HintColumns  = Message{"columns", "colonnes"}
	HintSource   = Message{"source", "source"}
	HintCopy     = Message{"copy", "copier"}
	HintWeb      = Message{"web", "web"}
	HintHelp     = Message{"help", "aide"}
	HintQuit     = Message{"quit", "quitter"}
	HintLink     = Message{"link", "lien"}
	HintKeep     = Message{"keep", "garder"}
	HintClear    = Message{"clear", "effacer"}
	HintClose    = Message{"close", "fermer"}
	HintOverview = Message{"overview", "aperçu"}
	HintChoose   = Message{"choose", "choisir"}
	HintToggle   = Message{"show or hide", "montrer ou cacher"}
	HintStop     = Message{"stop", "arrêter"}

	HintPalette  = Message{"everything", "partout"}
	HintGroup    = Message{"next group", "groupe suivant"}
	HintSaveView = Message{"save", "garder"}

	HintFacets   = Message{"facets", "facettes"}
	HintNoChoice = Message{"none", "aucune"}
	HintFind     = Message{"find", "trouver"}
	HintShift    = Message{"move", "déplacer"}
	HintAlone    = Message{"sort by this", "trier par là"}
	HintAddKey   = Message{"add or turn", "ajouter ou inverser"}

	HintMark      = Message{"mark", "marquer"}
	HintUnmark    = Message{"unmark", "démarquer"}
	HintMarked    = Message{"marked", "marqués"}
	HintNone      = Message{"unmark all", "tout démarquer"}
	HintWrite     = Message{"write", "écrire"}
	HintCompare   = Message{"compare", "comparer"}
	HintReplace   = Message{"replace", "remplacer"}
	HintAcross    = Message{"entity", "entité"}
	HintDiffering = Message{"differing", "écarts"}
	HintAll       = Message{"all", "tout"}
	HintWhole     = Message{"in full", "en entier"}
	HintFold      = Message{"in short", "en bref"}
	HintFalls     = Message{"what falls", "ce qui tombe"}
	HintUnfold    = Message{"set aside", "écartés"}
	HintRefold    = Message{"fold", "replier"}
	HintReprints  = Message{"reprints", "reprises"}
	HintCopyText  = Message{"scroll", "défiler"}
	HintHops      = Message{"hops", "pas"}
	HintSwap      = Message{"swap", "échanger"}

	HintWalk     = Message{"walk", "avancer"}
	HintDetails  = Message{"detail", "détail"}
	HintZoom     = Message{"zoom", "zoom"}
	HintFit      = Message{"fit", "tout"}
	HintPictures = Message{"views", "vues"}

	HintToday     = Message{"today", "aujourd’hui"}
	HintCentre    = Message{"centre", "centrer"}
	HintOtherKind = Message{"kind", "sorte"}
	HintRelation  = Message{"relation", "relation"}
	HintOrder     = Message{"order", "ordre"}
	HintNumbers   = Message{"numbers", "nombres"}
	HintOtherEnd  = Message{"other end", "autre extrémité"}
	HintLeast     = Message{"confidence", "confiance"}
)
