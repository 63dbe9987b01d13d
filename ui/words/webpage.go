package words

// Messages of the page that `rihla export --format html` writes, apart from those shared.
var (
	PageSearch    = Message{"Search", "Chercher"}
	PageViewAs    = Message{"Show as", "Afficher comme"}
	PageList      = Message{"List", "Liste"}
	PageLight     = Message{"Light colours", "Couleurs claires"}
	PageDark      = Message{"Dark colours", "Couleurs sombres"}
	PageLanguage  = Message{"Language", "Langue"}
	PageTabs      = Message{"Kinds", "Types"}
	PageIncoming  = Message{"Incoming links", "Liens entrants"}
	PageNote      = Message{"Source %s: show what it says", "Source %s\u00a0: afficher ce qu’elle dit"}
	PagePrint     = Message{"Print", "Imprimer"}
	PageCopy      = Message{"Copy the link", "Copier le lien"}
	PageMoreHere  = Message{"Show more", "En afficher plus"}
	PageNoResults = Message{"No results for %s", "Aucun résultat pour %s"}
	PageMeant     = Message{"No exact match; results for %s", "Aucun résultat exact\u00a0; résultats pour %s"}
	PageElsewhere = Message{"Nothing in this tab; results in all tabs:", "Rien dans cet onglet\u00a0; résultats dans tous les onglets\u00a0:"}
	PageNoScript  = Message{"This page needs JavaScript. It loads nothing from the network.", "Cette page a besoin de JavaScript. Elle ne charge rien du réseau."}
	PagePlaces    = Message{"Places", "Lieux"}
	PageSkip      = Message{"Go to the detail", "Aller au détail"}
	PageNotThere  = Message{"There is no %s on this page.", "%s n’est pas sur cette page."}
	PageDisputed  = Message{"sources disagree", "les sources divergent"}

	// %s is a number of results.
	PageResults = Plural{{"%s result", "%s results"}, {"%s résultat", "%s résultats"}}

	// The keys of the page.
	PageKeyMove   = Message{"one line down, one line up", "une ligne plus bas, plus haut"}
	PageKeyTabs   = Message{"previous tab, next tab", "onglet précédent, onglet suivant"}
	PageKeySearch = Message{"search", "chercher"}
	PageKeyOpen   = Message{"go to the detail", "aller au détail"}
	PageKeyBack   = Message{"close, go back", "fermer, revenir"}
	PageKeyViews  = Message{"list, map, timeline, graph", "liste, carte, chronologie, graphe"}
	PageKeySource = Message{"sources of the detail", "sources du détail"}
	PageKeyColour = Message{"light or dark colours", "couleurs claires ou sombres"}
)
