package words

// Titles and arguments of --help.
var (
	UsageTitle    = Message{"usage", "usage"}
	ExamplesTitle = Message{"examples", "exemples"}
	CommandsTitle = Message{"commands", "commandes"}
	FlagsTitle    = Message{"flags", "options"}

	// Between square brackets.
	CommandArgument = Message{"command", "commande"}
	FlagsArgument   = Message{"--flags", "--options"}

	PathArgument    = Message{"PATH", "CHEMIN"}
	KindArgument    = Message{"KIND", "TYPE"}
	QueryArgument   = Message{"QUERY", "REQUÊTE"}
	AddressArgument = Message{"ADDRESS", "ADRESSE"}
	ShellArgument   = Message{"SHELL", "SHELL"}

	// The title of the query language in the help of the explorer. %s and %s are keys.
	QueriesTitle = Message{"How to write queries, for %s and %s", "Comment écrire les requêtes, pour %s et %s"}

	// %s is a shell.
	CompletionFor = Message{"Write the script with which %s completes commands, kinds and addresses",
		"Écrire le script avec lequel %s complète commandes, types et adresses"}

	SourceArgument = Message{"SOURCE", "SOURCE"}
)
