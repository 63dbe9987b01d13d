package words

// Help holds the messages of --help: its titles, what stands for arguments,
// and what the commands are for that every program has.
type Help struct {
	UsageTitle, ExamplesTitle, CommandsTitle, FlagsTitle string

	CommandArgument, FlagsArgument                                            string // between square brackets
	PathArgument, KindArgument, QueryArgument, AddressArgument, ShellArgument string

	HelpShort, ManShort string
	CompletionShort     string
	CompletionFor       string // %s is a shell
	FlagHelp            string
	FlagVersion         string
	FlagNoDescriptions  string
}

var englishHelp = Help{
	UsageTitle: "usage", ExamplesTitle: "examples", CommandsTitle: "commands", FlagsTitle: "flags",
	CommandArgument: "command", FlagsArgument: "--flags",
	PathArgument: "PATH", KindArgument: "KIND", QueryArgument: "QUERY", AddressArgument: "ADDRESS", ShellArgument: "SHELL",

	HelpShort: "Say what a command does, and what it takes", ManShort: "Write the manual page",
	CompletionShort: "Write the script that completes commands, kinds and addresses",
	CompletionFor:   "Write the script by which %s completes commands, kinds and addresses",
	FlagHelp:        "Say what there is, and do nothing else", FlagVersion: "Say which version this is",
	FlagNoDescriptions: "Complete without saying what is what",
}

var frenchHelp = Help{
	UsageTitle: "usage", ExamplesTitle: "exemples", CommandsTitle: "commandes", FlagsTitle: "options",
	CommandArgument: "commande", FlagsArgument: "--options",
	PathArgument: "CHEMIN", KindArgument: "SORTE", QueryArgument: "REQUÊTE", AddressArgument: "ADRESSE", ShellArgument: "SHELL",

	HelpShort: "Dire ce que fait une commande, et ce qu’elle prend", ManShort: "Écrire la page de manuel",
	CompletionShort: "Écrire le script qui complète commandes, sortes et adresses",
	CompletionFor:   "Écrire le script par lequel %s complète commandes, sortes et adresses",
	FlagHelp:        "Dire ce qu’il y a, et ne rien faire d’autre", FlagVersion: "Dire de quelle version il s’agit",
	FlagNoDescriptions: "Compléter sans dire ce qui est quoi",
}
