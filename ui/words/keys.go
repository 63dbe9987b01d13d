package words

// Keys of the explorer, for its help and the README.
var (
	KeyMove        = Message{"one line up or down", "une ligne plus haut ou plus bas"}
	KeyPage        = Message{"one screen up or down", "un écran plus haut ou plus bas"}
	KeyHalf        = Message{"half a screen up or down", "un demi-écran plus haut ou plus bas"}
	KeyEnds        = Message{"to the top, to the bottom", "au début, à la fin"}
	KeyTabs        = Message{"previous tab, next tab (wraps around)", "onglet précédent, onglet suivant (en boucle)"}
	KeyTabNumber   = Message{"tabs 1 to 9", "onglets 1 à 9"}
	KeyChooseTab   = Message{"all tabs, to choose one", "tous les onglets, pour en choisir un"}
	KeyOverview    = Message{"overview", "vue d’ensemble"}
	KeyInference   = Message{"what was inferred from the files, and why", "ce qui a été déduit des fichiers, et pourquoi"}
	KeyProblems    = Message{"problems: errors and warnings, by file", "problèmes\u00a0: erreurs et avertissements, par fichier"}
	KeyErrors      = Message{"next error, previous error", "erreur suivante, erreur précédente"}
	KeyBrief       = Message{"brief: what is known of the selection, with sources", "note\u00a0: ce que l’on sait de la sélection, avec les sources"}
	KeyWriteBrief  = Message{"write the brief to a file, as Markdown or HTML", "écrire la note dans un fichier, en Markdown ou en HTML"}
	KeyCitations   = Message{"next citation, previous citation", "citation suivante, citation précédente"}
	KeyQuestions   = Message{"open questions: missing and weak links", "questions ouvertes\u00a0: liens manquants et liens faibles"}
	KeySuggestions = Message{"suggestions: links and merges that may be missing", "suggestions\u00a0: liens et fusions qui manquent peut-être"}
	KeyAdopt       = Message{"accept the suggestion: write it in its file", "accepter la suggestion\u00a0: l’écrire dans son fichier"}
	KeyRefuse      = Message{"refuse the suggestion: it does not come back", "refuser la suggestion\u00a0: elle ne reviendra pas"}
	KeySift        = Message{"filter as you type", "filtrer au fil de la saisie"}
	KeyOpen        = Message{"open the selection", "ouvrir la sélection"}
	KeyBack        = Message{"go back", "revenir en arrière"}
	KeyForward     = Message{"go forward", "avancer dans l’historique"}
	KeyLinks       = Message{"next link, previous link; during a search, its matches", "lien suivant, lien précédent\u00a0; pendant une recherche, ses résultats"}
	KeyFilter      = Message{"filter the list as you type", "filtrer la liste au fil de la saisie"}
	KeyFindText    = Message{"find a field or a text as you type", "chercher un champ ou un texte au fil de la saisie"}
	KeySort        = Message{"sort by one or more columns", "trier selon une ou plusieurs colonnes"}
	KeyColumns     = Message{"choose the columns and their order", "choisir les colonnes et leur ordre"}
	KeySheet       = Message{"hide the detail: the list at full width, with a cursor on its columns; again: show it",
		"masquer le détail\u00a0: la liste en pleine largeur, avec un curseur sur les colonnes\u00a0; encore\u00a0: l’afficher"}
	KeyWidth = Message{"narrower list, wider list; at full width: the column under the cursor",
		"liste plus étroite, plus large\u00a0; en pleine largeur\u00a0: la colonne sous le curseur"}
	KeyAside = Message{"previous tab, next tab (wraps around); in a list at full width: previous column, next column",
		"onglet précédent, onglet suivant (en boucle)\u00a0; dans une liste en pleine largeur\u00a0: colonne précédente, suivante"}
	KeySource   = Message{"show the sources of the selection", "afficher les sources de la sélection"}
	KeyCopy     = Message{"copy: name, address, citation, Markdown, JSON", "copier\u00a0: nom, adresse, citation, Markdown, JSON"}
	KeyWeb      = Message{"open the web address", "ouvrir l’adresse web"}
	KeyEdit     = Message{"open the file in your editor, at the right line", "ouvrir le fichier dans l’éditeur, à la bonne ligne"}
	KeyAdd      = Message{"add a value, a link, a fact or an entity, with its source", "ajouter une valeur, un lien, un fait ou une entité, avec sa source"}
	KeyChange   = Message{"change or remove a value, a link, a fact or its source", "modifier ou supprimer une valeur, un lien, un fait ou sa source"}
	KeyCorrect  = Message{"declare in kb.toml that the field is a relation, or that it is none", "déclarer dans kb.toml que le champ est une relation, ou n’en est pas une"}
	KeyUndo     = Message{"undo the last change that rihla wrote in a file", "annuler la dernière modification écrite par rihla dans un fichier"}
	KeyRedo     = Message{"redo what was undone", "rétablir ce qui a été annulé"}
	KeyLanguage = Message{"switch the language", "changer de langue"}
	KeyMouse    = Message{"release the mouse, to select text in the terminal, or capture it",
		"libérer la souris, pour sélectionner du texte dans le terminal, ou la capturer"}
	KeyHelp    = Message{"this help", "cette aide"}
	KeyQuit    = Message{"quit", "quitter"}
	KeySuspend = Message{"suspend", "suspendre"}
	KeyFollow  = Message{"follow the link, or show the source of the value",
		"suivre le lien, ou afficher la source de la valeur"}
	KeyDay = Message{"reference day: show the base as of another day, month or year",
		"date de référence\u00a0: voir la base à un autre jour, mois ou année"}
	KeyReload = Message{"reload the files", "recharger les fichiers"}

	KeyPalette = Message{"search everything: entities, tabs, commands", "chercher partout\u00a0: entités, onglets, commandes"}

	KeySearchHere = Message{"search everything: there is no list here to filter", "chercher partout\u00a0: il n’y a pas de liste à filtrer ici"}

	KeyFacets = Message{"facets: filter by the values of each field, with counts",
		"facettes\u00a0: filtrer selon les valeurs de chaque champ, avec leur nombre"}
	KeyFrequency = Message{"frequency table of a field: values, counts, shares", "table de fréquences d’un champ\u00a0: valeurs, nombres, parts"}
	KeyNarrow    = Message{"filter the list by the row, or by the chosen rows", "filtrer la liste selon la ligne, ou les lignes choisies"}
	KeyChooseRow = Message{"choose the row; again: undo", "choisir la ligne\u00a0; de nouveau\u00a0: y renoncer"}
	KeyOrderRows = Message{"sort by value or by count", "trier par valeur ou par nombre"}
	KeyMark      = Message{"mark or unmark", "marquer, ou retirer la marque"}
	KeyMarked    = Message{"marked entities: copy, write to a file, compare",
		"entités marquées\u00a0: copier, écrire dans un fichier, comparer"}
	KeyCompare   = Message{"compare the marked entities side by side", "comparer côte à côte les entités marquées"}
	KeyOpenCell  = Message{"open the target of the cell, or the entity", "ouvrir la cible de la case, ou l’entité"}
	KeyAcross    = Message{"previous entity, next entity", "entité précédente, entité suivante"}
	KeyDiffering = Message{"only the rows that differ (Δ), or all (= the same, — empty in some)",
		"seulement les lignes qui diffèrent (Δ), ou toutes (= identiques, — vides pour certaines)"}
	KeyWhole = Message{"full cells, with earlier values, or shortened",
		"cases entières, valeurs passées comprises, ou abrégées"}
	KeyThings     = Message{"next value in the cell, previous value", "valeur suivante de la case, valeur précédente"}
	KeyRetraction = Message{"source: what depends on it", "source\u00a0: ce qui en dépend"}
	KeyWalkLinks  = Message{"next link, previous link", "lien suivant, lien précédent"}
	KeyReprints   = Message{"retract derived sources too, or not", "retirer aussi les sources qui en sont reprises, ou non"}
	KeyDeprecated = Message{"show or hide deprecated claims", "afficher ou masquer les affirmations écartées"}
	KeyHops       = Message{"more hops, fewer hops", "un saut de plus, un saut de moins"}
	KeySwap       = Message{"swap the two sides", "permuter les deux côtés"}
	KeyWalk       = Message{"move the selection in that direction", "déplacer la sélection dans cette direction"}
	KeyNext       = Message{"next item, previous item", "élément suivant, élément précédent"}
	KeyDetails    = Message{"details of the selection", "détail de la sélection"}
	KeyZoom       = Message{"zoom in, zoom out", "zoom avant, zoom arrière"}
	KeyPan        = Message{"pan, with the other arrows too", "faire défiler, aussi avec les autres flèches"}
	KeyFit        = Message{"fit everything", "tout afficher"}
	KeyPictures   = Message{"other views of the selection", "autres vues de la sélection"}
	KeyGraph      = Message{"graph: an entity and its links", "graphe\u00a0: une entité et ses liens"}
	KeyPath       = Message{"path: how two entities are connected", "chemin\u00a0: comment deux entités sont reliées"}
	KeyTimeline   = Message{"timeline: everything with a date", "chronologie\u00a0: tout ce qui a une date"}
	KeyMap        = Message{"map: everything with a location", "carte\u00a0: tout ce qui a un lieu"}
	KeyMatrix     = Message{"matrix: two kinds compared", "matrice\u00a0: deux types croisés"}

	KeySkins = Message{"colours: choose a skin, with a preview", "couleurs\u00a0: choisir une apparence, avec aperçu"}

	KeyGaps      = Message{"shorten stretches without dates, or draw them to scale", "abréger les périodes sans date, ou les dessiner à l’échelle"}
	KeyToday     = Message{"go to today", "aller à aujourd’hui"}
	KeyCentre    = Message{"centre on the selection, or open the centre", "centrer sur la sélection, ou ouvrir le centre"}
	KeyOtherKind = Message{"next kind for the columns", "type suivant pour les colonnes"}
	KeyRelation  = Message{"next relation, or all relations", "relation suivante, ou toutes les relations"}
	KeyOrder     = Message{"sort by structure, by count, by name", "trier par structure, par nombre, par nom"}
	KeyNumbers   = Message{"numbers or shades", "nombres ou nuances"}
	KeyCell      = Message{"open the cell", "ouvrir la case"}

	KeyOtherEnd = Message{"choose another end", "choisir une autre extrémité"}
	KeyLeast    = Message{"minimum confidence of the claims", "confiance minimale des affirmations"}

	SaveView = Message{"save the current filter as a view with its own tab",
		"enregistrer le filtre actuel comme vue, dans son propre onglet"}
)

// The screens that keys are listed by.
var (
	// Keys of dialogs and menus, which the configuration lists.
	KeyEditListed   = Message{"findings: open the file in your editor", "problèmes\u00a0: ouvrir le fichier dans votre éditeur"}
	KeyUnmarkAll    = Message{"marked entities: unmark all", "entités marquées\u00a0: retirer toutes les marques"}
	KeyCopyMarked   = Message{"marked entities: copy", "entités marquées\u00a0: copier"}
	KeyWriteMarked  = Message{"marked entities, forms and colours: write to a file", "entités marquées, formulaires et couleurs\u00a0: écrire dans un fichier"}
	KeyOffers       = Message{"forms: next offer, previous offer", "formulaires\u00a0: proposition suivante, précédente"}
	KeyNewLine      = Message{"forms: new line in a text", "formulaires\u00a0: nouvelle ligne dans un texte"}
	KeyMoreRows     = Message{"forms: more rows, such as since and until", "formulaires\u00a0: plus de lignes, comme depuis et jusqu’à"}
	KeyRemove       = Message{"forms: remove what is changed, or keep it", "formulaires\u00a0: supprimer ce qui est modifié, ou le garder"}
	KeyReplaceFile  = Message{"file exists: replace it", "le fichier existe\u00a0: le remplacer"}
	KeyCopyName     = Message{"copy: name", "copier\u00a0: nom"}
	KeyCopyAddress  = Message{"copy: address", "copier\u00a0: adresse"}
	KeyCopyCitation = Message{"copy: citation", "copier\u00a0: citation"}
	KeyCopyMarkdown = Message{"copy: Markdown", "copier\u00a0: Markdown"}
	KeyCopyBrief    = Message{"copy: brief", "copier\u00a0: note"}
	KeyCopyJSON     = Message{"copy: JSON", "copier\u00a0: JSON"}
	KeyClearChoice  = Message{"facets and columns: choose nothing", "facettes et colonnes\u00a0: ne rien choisir"}
	KeyMoveColumn   = Message{"columns: move the column", "colonnes\u00a0: déplacer la colonne"}

	EverywhereKeys   = Message{"Everywhere", "Partout"}
	PageKeys         = Message{"Every page except pictures", "Toutes les pages sauf les vues graphiques"}
	ListOrEntityKeys = Message{"List, entity and overview", "Liste, entité et vue d’ensemble"}
	PictureKeys      = Message{"Every picture", "Toutes les vues graphiques"}
	ListKeys         = Message{"List", "Liste"}
	EntityKeys       = Message{"Entity", "Entité"}
	OverviewKeys     = Message{"Overview", "Vue d’ensemble"}
	InferenceKeys    = Message{"Inference", "Déductions"}
	BriefKeys        = Message{"Brief", "Note"}
	GapKeys          = Message{"Open questions", "Questions ouvertes"}
	SuggestionKeys   = Message{"Suggestions", "Suggestions"}
	ProblemKeys      = Message{"Problems", "Problèmes"}
	FrequencyKeys    = Message{"Frequency table", "Table de fréquences"}
	ComparisonKeys   = Message{"Comparison", "Comparaison"}
	OutputKeys       = Message{"Output of a command", "Sortie d’une commande"}
	GraphKeys        = Message{"Graph", "Graphe"}
	PathKeys         = Message{"Path", "Chemin"}
	TimelineKeys     = Message{"Timeline", "Chronologie"}
	MapKeys          = Message{"Map", "Carte"}
	MatrixKeys       = Message{"Matrix", "Matrice"}

	// Over SSH, which opens and writes nothing.
	KeyShowWeb    = Message{"show the web address", "afficher l’adresse web"}
	KeyMarkedRead = Message{"marked entities: copy, compare", "entités marquées\u00a0: copier, comparer"}
)
