package words

import "strings"

// Help holds the messages of --help: its titles, what stands for arguments,
// and what the commands are for that every program has.
type Help struct {
	UsageTitle, ExamplesTitle, CommandsTitle, FlagsTitle string

	CommandArgument, FlagsArgument                                            string // between square brackets
	PathArgument, KindArgument, QueryArgument, AddressArgument, ShellArgument string

	// SearchLong teaches the query language: a line that holds a tab is what may
	// be written, and what that selects.
	SearchLong, ListLong, ExportLong string

	AskingTitle string // above the same in the explorer

	HelpShort, ManShort string
	CompletionShort     string
	CompletionFor       string // %s is a shell
	FlagHelp            string
	FlagVersion         string
	FlagNoDescriptions  string
}

// Asking is something that a query may be, and what it selects.
type Asking struct{ Written, Meaning string }

// Asking returns what SearchLong teaches.
func (h *Help) Asking() []Asking {
	var out []Asking
	for line := range strings.SplitSeq(h.SearchLong, "\n") {
		if written, meaning, ok := strings.Cut(line, "\t"); ok {
			out = append(out, Asking{written, meaning})
		}
	}
	return out
}

var englishHelp = Help{
	UsageTitle: "usage", ExamplesTitle: "examples", CommandsTitle: "commands", FlagsTitle: "flags",
	CommandArgument: "command", FlagsArgument: "--flags",
	PathArgument: "PATH", KindArgument: "KIND", QueryArgument: "QUERY", AddressArgument: "ADDRESS", ShellArgument: "SHELL",

	SearchLong: `Search everything, best first.

cyber maroc	both words, anywhere in it; case and accents do not matter
"palo alto"	the words together
-cloud	not that; works before ( … ) and field:value too
oracle OR cisco	either of them
(oracle OR cisco) texas	what belongs together
kind:company,agency	of one of these kinds
founded:1977	a field, by name or label: a number, a date, words
founded:<2000	below that; <= > >= likewise
founded:1990..2010	from … to; either end may be left out
headquarters:austin	a relation that leads there
link:austin	any relation, either way
headquarters.state:texas	a field or relation of what it leads to
has:founded	there is one
no:summary	there is none
name:^pal	begins with that; ^pal alone means the name
name:=oracle	is exactly that; =oracle alone means the name

Within '…', the shell leaves a query as it is: 'founded:<2000'.
Where nothing is found, words are tried again with a typing error forgiven.`,
	ListLong: `List the entities of a kind, of several (company,city), or of a saved view; rihla kinds names them.
rihla search --help says how a QUERY is written.`,
	ExportLong: `Write the knowledge base, or what a query selects, as JSON.
rihla search --help says how a QUERY is written.`,

	AskingTitle: "How to ask, for / and :",

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

	SearchLong: `Chercher partout, le meilleur d’abord.

cyber maroc	les deux mots, où que ce soit ; casse et accents n’importent pas
"palo alto"	ces mots ensemble
-cloud	pas cela ; vaut devant ( … ) et champ:valeur
oracle OR cisco	l’un ou l’autre
(oracle OR cisco) texas	ce qui va ensemble
kind:company,agency	d’une de ces sortes
founded:1977	un champ, par nom ou libellé : nombre, date, mots
founded:<2000	au-dessous ; <= > >= de même
founded:1990..2010	de … à ; un des bouts peut manquer
headquarters:austin	une relation qui y mène
link:austin	n’importe quelle relation, dans les deux sens
headquarters.state:texas	un champ ou une relation de ce à quoi elle mène
has:founded	il y en a
no:summary	il n’y en a pas
name:^pal	commence par cela ; ^pal seul parle du nom
name:=oracle	est exactement cela ; =oracle seul parle du nom

Entre '…', le shell laisse une requête telle quelle : 'founded:<2000'.
Si rien n’est trouvé, les mots sont essayés de nouveau à une faute de frappe près.`,
	ListLong: `Lister les entités d’une sorte, de plusieurs (company,city), ou d’une vue gardée ; rihla kinds les nomme.
rihla search --help dit comment s’écrit une requête.`,
	ExportLong: `Écrire la base, ou ce qu’une requête en retient, en JSON.
rihla search --help dit comment s’écrit une requête.`,

	AskingTitle: "Comment demander, pour / et :",

	HelpShort: "Dire ce que fait une commande, et ce qu’elle prend", ManShort: "Écrire la page de manuel",
	CompletionShort: "Écrire le script qui complète commandes, sortes et adresses",
	CompletionFor:   "Écrire le script par lequel %s complète commandes, sortes et adresses",
	FlagHelp:        "Dire ce qu’il y a, et ne rien faire d’autre", FlagVersion: "Dire de quelle version il s’agit",
	FlagNoDescriptions: "Compléter sans dire ce qui est quoi",
}
