package words

// Names of the commands of the palette, separated by spaces: what the command line calls
// it, and what a person may look for. Each is found in every language. What tabs are
// often called (sources, dates) names none.
var (
	CalledFilter    = Message{"search filter", "rechercher filtrer"}
	CalledFind      = Message{"find", "chercher"}
	CalledFacets    = Message{"facets", "facettes"}
	CalledProblems  = Message{"check errors problems warnings faults", "vérifier erreurs problèmes avertissements"}
	CalledBrief     = Message{"brief report", "note rapport synthèse"}
	CalledSuggest   = Message{"suggest refuse duplicates", "suggérer refuser doublons"}
	CalledGaps      = Message{"gaps lacks questions missing", "lacunes manques questions"}
	CalledRetract   = Message{"retract", "retirer rétracter"}
	CalledExplain   = Message{"explain inference", "expliquer déductions"}
	CalledGraph     = Message{"graph", "graphe"}
	CalledPath      = Message{"path route", "chemin trajet"}
	CalledTimeline  = Message{"timeline", "chronologie frise"}
	CalledMap       = Message{"map", "carte"}
	CalledMatrix    = Message{"matrix", "matrice"}
	CalledOverview  = Message{"overview home", "accueil aperçu"}
	CalledAdd       = Message{"add new", "ajouter nouveau"}
	CalledChange    = Message{"change remove delete fix rename", "changer supprimer corriger renommer"}
	CalledUndo      = Message{"undo", "annuler"}
	CalledRedo      = Message{"redo", "rétablir"}
	CalledEdit      = Message{"edit editor", "éditer modifier"}
	CalledMarked    = Message{"export marked", "exporter marquées"}
	CalledReload    = Message{"reload", "recharger"}
	CalledQuit      = Message{"quit exit", "quitter"}
	CalledHelp      = Message{"help keys", "aide touches"}
	CalledWeb       = Message{"open web browser", "navigateur web"}
	CalledFrequency = Message{"frequency count", "fréquences compter"}
	CalledSort      = Message{"sort", "trier"}
	CalledColumns   = Message{"columns", "colonnes"}
	CalledSave      = Message{"save", "enregistrer"}
	CalledSource    = Message{"evidence", "preuves"}
	CalledCopy      = Message{"copy", "copier"}
	CalledTabs      = Message{"tabs", "onglets"}
	CalledWrite     = Message{"write", "écrire"}
	CalledBack      = Message{"back", "retour revenir"}
	CalledForward   = Message{"forward", "avancer"}
	CalledCompare   = Message{"compare", "comparer"}
	CalledDay       = Message{"day", "jour"}
	CalledLanguage  = Message{"language", "langue"}
	CalledMouse     = Message{"mouse", "souris"}
	CalledSkins     = Message{"skin colours theme contrast", "apparence couleurs thème contraste"}
	CalledSuspend   = Message{"suspend", "suspendre"}
)
