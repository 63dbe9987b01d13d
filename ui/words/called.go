package words

// Other names of what keys do, separated by spaces, for the palette: what the command
// line calls it, and what a person may look for. Each is found in every language.
var (
	CalledFilter   = Message{"search filter", "rechercher filtrer"}
	CalledFacets   = Message{"facets", "facettes"}
	CalledProblems = Message{"check errors problems warnings faults", "vérifier erreurs problèmes avertissements"}
	CalledBrief    = Message{"brief report", "note rapport synthèse"}
	CalledSuggest  = Message{"suggest refuse duplicates", "suggérer refuser doublons"}
	CalledGaps     = Message{"gaps lacks questions missing", "lacunes manques questions"}
	CalledRetract  = Message{"retract", "retirer rétracter"}
	CalledExplain  = Message{"explain inference", "expliquer déductions"}
	CalledGraph    = Message{"graph", "graphe"}
	CalledPath     = Message{"path route", "chemin trajet"}
	CalledTimeline = Message{"timeline", "chronologie frise"}
	CalledMap      = Message{"map", "carte"}
	CalledMatrix   = Message{"matrix", "matrice"}
	CalledOverview = Message{"overview home", "accueil aperçu"}
	CalledEdit     = Message{"edit editor", "éditer modifier"}
	CalledMarked   = Message{"export marked", "exporter marquées"}
	CalledReload   = Message{"reload", "recharger"}
	CalledQuit     = Message{"quit exit", "quitter"}
	CalledHelp     = Message{"help keys", "aide touches"}
	CalledWeb      = Message{"open web browser", "navigateur web"}
)
