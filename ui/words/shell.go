package words

// The command line: the manual page, the environment, flags of all commands, the pager.
var (
	NameTitle        = Message{"name", "nom"}
	SynopsisTitle    = Message{"synopsis", "synopsis"}
	DescriptionTitle = Message{"description", "description"}
	ExitTitle        = Message{"exit status", "code de retour"}
	EnvironmentTitle = Message{"environment", "environnement"}
	FilesTitle       = Message{"files", "fichiers"}

	// Exit statuses.
	ExitDone      = Message{"Success", "Succès"}
	ExitNothing   = Message{"Nothing was found, or check found errors", "Rien n’a été trouvé, ou check a trouvé des erreurs"}
	ExitMisuse    = Message{"The command line is invalid", "La ligne de commande est invalide"}
	ExitUnread    = Message{"The knowledge base cannot be read", "La base ne peut pas être lue"}
	ExitUnwritten = Message{"The output cannot be written", "La sortie ne peut pas être écrite"}
	ExitFailed    = Message{"The program has failed", "Le programme a échoué"}
	ExitSignal    = Message{"Ended by a signal, such as an interruption", "Arrêté par un signal, comme une interruption"}

	// Environment variables.
	VariableKB      = Message{"Knowledge base, unless --kb or PATH names one", "Base de connaissances, si ni --kb ni CHEMIN n’en désignent une"}
	VariableConfig  = Message{"Configuration file, unless --config names one", "Fichier de configuration, si --config n’en désigne pas un"}
	VariablePager   = Message{"Pager for long output on a terminal; default: PAGER, else less; empty: none", "Visualiseur des longues sorties dans un terminal\u00a0; par défaut PAGER, sinon less\u00a0; vide\u00a0: aucun"}
	VariableNoColor = Message{"If not empty, no colours", "Si elle n’est pas vide, pas de couleurs"}
	VariableColor   = Message{"0: no colours", "0\u00a0: pas de couleurs"}
	VariableForce   = Message{"If neither empty nor 0, colours even if the output is not a terminal", "Si elle n’est ni vide ni 0, des couleurs même hors d’un terminal"}
	VariableEpoch   = Message{"Date of briefs and of the manual, in seconds since 1970", "Date des notes et du manuel, en secondes depuis 1970"}

	PlacesFile = Message{"Last position of the explorer in each knowledge base", "Dernière position de l’explorateur dans chaque base"}

	SchemaShort = Message{"Write a JSON Schema of a knowledge base, for editors and linters", "Écrire un schéma JSON d’une base, pour les éditeurs et les vérificateurs"}
	SchemaLong  = Message{
		`Write a JSON Schema (draft-07) for the files of a knowledge base: its kinds, their fields with types and choices, and the keys that relations can reference. Editors with taplo or tombi use it for completion and validation, without rihla.
docs/ci.md describes the setup. The schema lists the current keys: regenerate it after adding entities.`,
		`Écrire un schéma JSON (draft-07) des fichiers d’une base : ses types, leurs champs avec leurs types et leurs choix, et les clés que les relations peuvent désigner. Les éditeurs munis de taplo ou de tombi s’en servent pour la complétion et la validation, sans rihla.
docs/ci.md décrit la configuration. Le schéma contient les clés actuelles : le régénérer après l’ajout d’entités.`,
	}
	FlagSchemaKind = Message{"Schema of the files that each hold one entity of this kind", "Schéma des fichiers qui contiennent chacun une entité de ce type"}

	FlagColor    = Message{"Colours: auto, always or never", "Couleurs\u00a0: auto, always ou never"}
	FlagQuiet    = Message{"Print results and errors, no remarks", "N’afficher que les résultats et les erreurs, sans remarques"}
	FlagNoPager  = Message{"Print long output without a pager", "Afficher les longues sorties sans visualiseur"}
	FlagJSON     = Message{"The same as --format json", "Équivaut à --format json"}
	FlagNoHeader = Message{"Print tables without a header", "Afficher les tableaux sans en-tête"}
	FlagFindings = Message{"Maximum number of findings to print", "Nombre maximal de constats à afficher"}

	VersionShort = Message{"Show the version and build information", "Afficher la version et les informations de compilation"}

	// %s is a flag.
	GivenTwice = Message{"%s is given twice", "%s est donnée deux fois"}
	// %s are a path and a flag with its value.
	BaseTwice = Message{"the knowledge base is named twice: %s and %s", "la base est désignée deux fois\u00a0: %s et %s"}
	// %s are two flags.
	Contradict = Message{"%s and %s contradict each other", "%s et %s se contredisent"}
	// The first %s is a command, the second a reason.
	PagerFailed = Message{"the pager %s cannot be started: %s", "impossible de lancer le visualiseur %s\u00a0: %s"}
)
