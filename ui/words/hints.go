package words

// Keys in a word or two, for the bottom line.
var (
	HintOpen       = Message{"open", "ouvrir"}
	HintFollow     = Message{"follow", "suivre"}
	HintBack       = Message{"back", "retour"}
	HintFilter     = Message{"filter", "filtrer"}
	HintSort       = Message{"sort", "trier"}
	HintColumns    = Message{"columns", "colonnes"}
	HintSheet      = Message{"full width", "pleine largeur"}
	HintDetail     = Message{"detail", "détail"}
	HintSource     = Message{"source", "source"}
	HintCopy       = Message{"copy", "copier"}
	HintWeb        = Message{"web", "web"}
	HintHelp       = Message{"help", "aide"}
	HintQuit       = Message{"quit", "quitter"}
	HintLink       = Message{"link", "lien"}
	HintCitation   = Message{"citation", "citation"}
	HintAdopt      = Message{"accept", "accepter"}
	HintRefuse     = Message{"refuse", "refuser"}
	HintErrors     = Message{"error", "erreur"}
	HintEdit       = Message{"editor", "éditeur"}
	HintAdd        = Message{"add", "ajouter"}
	HintChange     = Message{"change", "modifier"}
	HintCorrect    = Message{"correct", "corriger"}
	HintUndo       = Message{"undo", "annuler"}
	HintOtherThing = Message{"other", "autre"}
	HintRemove     = Message{"remove", "supprimer"}
	HintKeepIt     = Message{"keep", "garder"}
	HintMoreRows   = Message{"more rows", "plus de lignes"}
	HintKeepSkin   = Message{"keep in the configuration", "garder dans la configuration"}
	HintNewLine    = Message{"new line", "nouvelle ligne"}
	HintNextRow    = Message{"next", "suivant"}
	HintMatch      = Message{"match", "résultat"}
	HintKeep       = Message{"apply", "appliquer"}
	HintClear      = Message{"clear", "effacer"}
	HintClose      = Message{"close", "fermer"}
	HintOverview   = Message{"overview", "vue d’ensemble"}
	HintTabs       = Message{"tabs", "onglets"}
	HintChoose     = Message{"choose", "choisir"}
	HintToggle     = Message{"show or hide", "afficher ou masquer"}
	HintStop       = Message{"stop", "arrêter"}

	HintPalette  = Message{"search", "chercher"}
	HintGroup    = Message{"next group", "groupe suivant"}
	HintSaveView = Message{"save", "enregistrer"}

	HintFacets    = Message{"facets", "facettes"}
	HintFrequency = Message{"frequencies", "fréquences"}
	HintNarrow    = Message{"list these", "les lister"}
	HintByValue   = Message{"by value", "par valeur"}
	HintByCount   = Message{"by count", "par nombre"}
	HintNoChoice  = Message{"uncheck all", "tout décocher"}
	HintFind      = Message{"find", "trouver"}
	HintShift     = Message{"move", "déplacer"}
	HintAlone     = Message{"sort by this", "trier par cette colonne"}
	HintAddKey    = Message{"add or reverse", "ajouter ou inverser"}

	HintDay        = Message{"day", "date"}
	HintMark       = Message{"mark", "marquer"}
	HintUnmark     = Message{"unmark", "retirer"}
	HintMarked     = Message{"marked", "marquées"}
	HintNone       = Message{"unmark all", "tout retirer"}
	HintWrite      = Message{"write", "écrire"}
	HintCompare    = Message{"compare", "comparer"}
	HintReplace    = Message{"replace", "remplacer"}
	HintAcross     = Message{"entity", "entité"}
	HintDiffering  = Message{"differences", "différences"}
	HintAll        = Message{"all", "tout"}
	HintWhole      = Message{"in full", "en entier"}
	HintFold       = Message{"shortened", "abrégé"}
	HintRetraction = Message{"retraction", "retrait"}
	HintDeprecated = Message{"deprecated", "écartées"}
	HintHide       = Message{"hide", "masquer"}
	HintReprints   = Message{"derived sources", "sources reprises"}
	HintCopyText   = Message{"scroll", "défiler"}
	HintHops       = Message{"hops", "sauts"}
	HintSwap       = Message{"swap", "permuter"}

	HintWalk     = Message{"move", "se déplacer"}
	HintDetails  = Message{"details", "détail"}
	HintZoom     = Message{"zoom", "zoom"}
	HintFit      = Message{"fit", "tout afficher"}
	HintPictures = Message{"views", "vues"}

	HintGaps      = Message{"gaps", "périodes vides"}
	HintToday     = Message{"today", "aujourd’hui"}
	HintCentre    = Message{"centre", "centrer"}
	HintOtherKind = Message{"kind", "type"}
	HintRelation  = Message{"relation", "relation"}
	HintOrder     = Message{"order", "ordre"}
	HintNumbers   = Message{"numbers", "nombres"}
	HintOtherEnd  = Message{"other end", "autre extrémité"}
	HintLeast     = Message{"confidence", "confiance"}
)
