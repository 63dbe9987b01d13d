package words

// Commands: their help, and what suggest and check print.
var (
	RootShort = Message{"Explore linked knowledge written in TOML", "Explorer des connaissances liées, écrites en TOML"}
	RootLong  = Message{
		`Explore linked knowledge written in TOML: a folder of notes, a lock file, a table of settings.
Without PATH, the built-in knowledge base opens. In the explorer, %s lists the keys, and %s shows the selection as a graph, a path, a timeline, a map or a matrix.`,
		`Explorer des connaissances liées, écrites en TOML : un dossier de notes, un fichier de verrouillage, une table de réglages.
Sans CHEMIN, la base intégrée s’ouvre. Dans l’explorateur, %s liste les touches, et %s montre la sélection sous forme de graphe, de chemin, de chronologie, de carte ou de matrice.`,
	}

	KindsShort = Message{"List the kinds of entities and the saved views, with counts",
		"Lister les types d’entités et les vues enregistrées, avec leurs effectifs"}
	ListShort = Message{"List the entities of one or more kinds, or of a saved view",
		"Lister les entités d’un ou de plusieurs types, ou d’une vue enregistrée"}
	ShowShort  = Message{"Show an entity in detail", "Afficher le détail d’une entité"}
	CheckShort = Message{"Report the problems of a knowledge base, with file and line",
		"Signaler les problèmes d’une base, avec le fichier et la ligne"}
	ExportShort = Message{"Write the knowledge base, or the results of a query, for other programs",
		"Écrire la base, ou les résultats d’une requête, pour d’autres programmes"}

	SuggestShort = Message{"Suggest missing links and merges, with the TOML for each",
		"Suggérer des liens et des fusions, avec le TOML de chacun"}
	SuggestLong = Message{"Suggest what may be missing: entities that a text names without a link, entities that may be the same, entities that share many links without being linked. Each suggestion comes with its reason and with the TOML to write; no file is changed.",
		"Suggérer ce qui manque peut-être\u00a0: des entités qu’un texte nomme sans lien, des entités qui n’en font peut-être qu’une, des entités qui partagent beaucoup de liens sans être liées. Chaque suggestion donne sa raison et le TOML à écrire\u00a0; aucun fichier n’est modifié."}

	// Between two addresses.
	SuggestedMention   = Message{"names", "nomme"}
	SuggestedDuplicate = Message{"may be the same as", "est peut-être identique à"}
	SuggestedUnlinked  = Message{"shares many links with", "partage beaucoup de liens avec"}

	BecauseName    = Message{"they have the same name", "elles ont le même nom"}
	BecauseURL     = Message{"they have the same web address", "elles ont la même adresse web"}
	BecauseAcronym = Message{"the name of one is the initials of the other",
		"le nom de l’une est formé des initiales de l’autre"}
	BecauseNear = Message{"their names differ by one letter", "leurs noms diffèrent d’une lettre"}

	// %s are names.
	BecauseShared = Message{"both are linked to %s", "toutes deux sont liées à %s"}

	// %s is a passage.
	Quoted = Message{"“… %s …”", "«\u00a0… %s …\u00a0»"}

	// The first %s is an address, the second a position in a file.
	RemoveOther = Message{"and remove %s at %s",
		"et supprimer %s, en %s"}

	// On the page of suggestions.
	SuggestionsTitle      = Message{"Suggestions", "Suggestions"}
	LookingForSuggestions = Message{"Looking for what may be missing…", "Recherche de ce qui manque peut-être…"}
	DuplicatesTitle       = Message{"May be the same", "Peut-être identiques"}
	MentionsTitle         = Message{"Named without a link", "Nommées sans lien"}
	UnlinkedTitle         = Message{"Many links in common", "Beaucoup de liens en commun"}
	BothLinkedTo          = Message{"Both are linked to", "Toutes deux sont liées à"}

	// %s is a position in a file.
	WouldBeWritten = Message{"To be written at %s:", "À écrire en %s\u00a0:"}

	// %s is a file.
	Adopted = Message{"Written to %s.", "Écrit dans %s."}

	// The first %s is a file, the second an address, the third a position.
	AdoptedPart = Message{"Names added in %s; now remove %s at %s.", "Noms ajoutés dans %s\u00a0; supprimer maintenant %s, en %s."}

	// %s is a file.
	RefusedIn = Message{"Refused in %s: it is not suggested again.", "Refus écrit dans %s\u00a0: ce ne sera plus suggéré."}

	NothingToSuggest = Message{"No suggestions.", "Aucune suggestion."}

	// Before the last of several.
	Or = Message{"or", "ou"}

	// %s is the number of files and entities, the second that of rules.
	NoProblems     = Message{"No problems found.", "Aucun problème trouvé."}
	WhatWasChecked = Message{"Checked: %s, with %s rules.", "Vérifié\u00a0: %s, selon %s règles."}
	NoErrors       = Message{"No errors.", "Aucune erreur."}
	StillChecking  = Message{"Still checking…", "Vérification en cours…"}
	PartlyChecked  = Message{"Only part of the files has been read.", "Une partie seulement des fichiers a été lue."}

	NothingWrong = Message{"No problems.", "Aucun problème."}

	// %s is the number of files.
	NotInFull = Plural{{"%s file could not be read in full: `rihla check` shows where", "%s files could not be read in full: `rihla check` shows where"},
		{"%s fichier n’a pas pu être lu en entier\u00a0: `rihla check` indique où", "%s fichiers n’ont pas pu être lus en entier\u00a0: `rihla check` indique où"}}

	ErrorCount      = Plural{{"%s error", "%s errors"}, {"%s erreur", "%s erreurs"}}
	WarningCount    = Plural{{"%s warning", "%s warnings"}, {"%s avertissement", "%s avertissements"}}
	InfoCount       = Plural{{"%s note", "%s notes"}, {"%s remarque", "%s remarques"}}
	SeverityError   = Message{"error", "erreur"}
	SeverityWarning = Message{"warning", "avertissement"}
	SeverityInfo    = Message{"note", "remarque"}

	// SearchLong teaches the query language: a line that holds a tab is what may
	// be written, and what that selects.
	SearchLong = Message{
		`Search everything, best matches first.

cyber maroc	both words, anywhere in the entity; case and accents are ignored
"palo alto"	the exact phrase
-cloud	excludes a word; also before ( … ) and field:value
oracle OR cisco	either word
(oracle OR cisco) texas	parentheses group conditions
kind:company,agency	one of these kinds
founded:1977	a field, by name or label: a number, a date, words
founded:<2000	less than; also <= > >=
founded:1990..2010	a range; either end may be left out
headquarters:austin	a relation to that entity
link:austin	any relation, in either direction
headquarters.state:texas	a field or relation of the related entity
headquarters@2019:redwood-city	what held in 2019, not today; also @2019-05, @2019-05-01, @any
has:founded	the field is present
no:summary	the field is missing
is:disputed	something in it is disputed; is:unsourced: a claim has no source that counts
origins:<2	rests on fewer than two independent origins
falls-with:seed-article	loses a claim if that source is retracted
headquarters.origins:1	the same, of the claims of a field
name:^pal	starts with; ^pal alone means the name
name:=oracle	is exactly; =oracle alone means the name

In a shell, put a query between '…': 'founded:<2000'. One that begins with a dash follows --: rihla search -- -cloud.
If nothing is found, small typing errors are forgiven.`,
		`Chercher partout, les meilleurs résultats d’abord.

cyber maroc	les deux mots, où que ce soit dans l’entité ; la casse et les accents sont ignorés
"palo alto"	l’expression exacte
-cloud	exclut un mot ; aussi devant ( … ) et champ:valeur
oracle OR cisco	l’un ou l’autre mot
(oracle OR cisco) texas	les parenthèses groupent des conditions
kind:company,agency	l’un de ces types
founded:1977	un champ, par nom ou libellé : un nombre, une date, des mots
founded:<2000	inférieur à ; aussi <= > >=
founded:1990..2010	un intervalle ; l’une des bornes peut manquer
headquarters:austin	une relation avec cette entité
link:austin	toute relation, dans les deux sens
headquarters.state:texas	un champ ou une relation de l’entité liée
headquarters@2019:redwood-city	ce qui valait en 2019, et non aujourd’hui ; aussi @2019-05, @2019-05-01, @any
has:founded	le champ est présent
no:summary	le champ est absent
is:disputed	un point y est contesté ; is:unsourced : une affirmation est sans source qui compte
origins:<2	repose sur moins de deux origines indépendantes
falls-with:seed-article	perd une affirmation si cette source est retirée
headquarters.origins:1	de même, pour les affirmations d’un champ
name:^pal	commence par ; ^pal seul porte sur le nom
name:=oracle	est exactement ; =oracle seul porte sur le nom

Dans un shell, mettre la requête entre '…' : 'founded:<2000'. Celle qui commence par un tiret se place après -- : rihla search -- -cloud.
Si rien n’est trouvé, les petites fautes de frappe sont tolérées.`,
	}
	ListLong = Message{
		`List the entities of one or more kinds (company,city), or of a saved view; rihla kinds lists both.
rihla search --help explains how to write a QUERY.`,
		`Lister les entités d’un ou de plusieurs types (company,city), ou d’une vue enregistrée ; rihla kinds en donne la liste.
rihla search --help explique comment écrire une REQUÊTE.`,
	}
	ExportLong = Message{
		`Write the knowledge base, or the results of a query, in a format that other programs read. Without --format, the name of the file that --output names says which.
rihla search --help explains how to write a QUERY.`,
		`Écrire la base, ou les résultats d’une requête, dans un format que d’autres programmes lisent. Sans --format, le nom du fichier que donne --output l’indique.
rihla search --help explique comment écrire une REQUÊTE.`,
	}

	HelpShort       = Message{"Show the help of a command", "Afficher l’aide d’une commande"}
	ManShort        = Message{"Write the manual page", "Écrire la page de manuel"}
	CompletionShort = Message{"Write a completion script for commands, kinds and addresses",
		"Écrire un script de complétion des commandes, types et adresses"}
	SearchShort = Message{"Search everything, best matches first", "Chercher partout, les meilleurs résultats d’abord"}

	RetractShort = Message{"Show what is lost if a source is retracted", "Montrer ce qui est perdu si une source est retirée"}
	RetractLong  = Message{
		`Show what is lost if a source is retracted: claims left without a source, entities left without a sourced claim, entities that sourced links no longer connect, and claims with fewer independent origins.
No file is changed.`,
		`Montrer ce qui est perdu si une source est retirée : les affirmations qui n’ont plus de source, les entités qui n’ont plus d’affirmation sourcée, celles que des liens sourcés ne relient plus, et les affirmations qui perdent une origine indépendante.
Aucun fichier n’est modifié.`,
	}
	GapsShort = Message{"Compare two kinds: what is known, and what to ask next",
		"Croiser deux types\u00a0: ce que l’on sait, et ce qu’il reste à demander"}
	GapsLong = Message{
		`Compare two kinds of entities: the stronger the evidence for a link, the darker its cell. Of several links, the strongest counts; facts that mention both without linking them (∘) are no link.
Links with weak evidence, and those missing where one is expected, become questions.`,
		`Croiser deux types d’entités : mieux un lien est attesté, plus sa case est foncée. De plusieurs liens, seul compte le mieux attesté ; des faits qui citent les deux sans les relier (∘) ne font pas un lien.
Les liens mal attestés, et ceux qui manquent là où l’on en attend, deviennent des questions.`,
	}
	BriefShort = Message{"Write a brief to hand on, with the sources of each line",
		"Écrire une note à remettre, avec les sources de chaque ligne"}
	BriefLong = Message{
		`Write a brief about an entity, or about the entities of a saved view or a QUERY: the bottom line, the key facts in order of importance, what is disputed or rests on one origin (†), who is who, what is open, and the sources.
It fits one printed page, or two about an event or several entities; --length full has all claims, all their sources and the words relied on. Claims without a source are left out, and named. rihla search --help explains how to write a QUERY.
On a terminal the format is text, else markdown. The date of preparation is today's; the day of SOURCE_DATE_EPOCH or --at takes its place.`,
		`Écrire une note sur une entité, ou sur celles d’une vue enregistrée ou d’une REQUÊTE : l’essentiel, les points clés par ordre d’importance, ce qui est contesté ou ne vient que d’une origine (†), qui est qui, les questions ouvertes et les sources.
Elle tient sur une page imprimée, ou deux pour un événement ou plusieurs entités ; --length full reprend toutes les affirmations, toutes leurs sources et les mots sur lesquels elles s’appuient. Les affirmations sans source sont omises, et nommées. rihla search --help explique comment écrire une REQUÊTE.
Sur un terminal, le format est text, sinon markdown. La note est datée d’aujourd’hui, ou du jour que donnent SOURCE_DATE_EPOCH ou --at.`,
	}
	TimelineShort = Message{"Draw everything with a date on a timeline", "Placer tout ce qui a une date sur une chronologie"}
	TimelineLong  = Message{
		`Draw everything with a date on a timeline: entities with a date, or with a start and an end, fields of type date or year, and the periods in which links and claims held.
A date known to the month or the year is drawn that wide.`,
		`Placer tout ce qui a une date sur une chronologie : les entités qui ont une date, ou un début et une fin, les champs de type date ou année, et les périodes où liens et affirmations étaient valables.
Une date connue au mois ou à l’année près en occupe toute la largeur.`,
	}
	MapShort = Message{"Draw the results of a query, or everything, on a world map",
		"Placer les résultats d’une requête, ou tout, sur une carte du monde"}
	MapLong = Message{
		`Draw the results of a query, or everything with a location, on a world map.
An entity without a location is placed where its relations lead: a company at its headquarters. For a single entity, great circles join the places that it is connected to, with distances in kilometres.`,
		`Placer les résultats d’une requête, ou tout ce qui a un lieu, sur une carte du monde.
Une entité sans lieu est placée là où mènent ses relations : une entreprise à son siège. Pour une seule entité, des arcs de grand cercle joignent les lieux auxquels elle est reliée, avec les distances en kilomètres.`,
	}
	OverviewShort = Message{"Show a knowledge base on one screen", "Présenter une base de connaissances sur un écran"}
	OverviewLong  = Message{"Show a knowledge base on one screen: its kinds with counts, the most linked entities, how many claims have a source, where sources disagree, the problems of its files.",
		"Présenter une base de connaissances sur un écran\u00a0: ses types et leurs effectifs, les entités les plus liées, la part des affirmations qui ont une source, les points où les sources divergent, les problèmes de ses fichiers."}
	GraphShort = Message{"Show an entity and what is linked to it", "Montrer une entité et ce qui lui est lié"}
	GraphLong  = Message{
		`Show an entity and what is linked to it, up to three hops away: incoming links on the left, outgoing links on the right.
Large groups are shown as counts, after their best connected entities. Links without a source, or doubtful ones, are dashed. Rings join entities that a fact mentions together without linking them.`,
		`Montrer une entité et ce qui lui est lié, jusqu’à trois sauts : les liens entrants à gauche, les liens sortants à droite.
Les groupes nombreux sont résumés, après leurs entités les plus liées. Les liens sans source, ou douteux, sont en tirets. Des petits ronds joignent les entités qu’un fait cite ensemble sans les relier.`,
	}
	MatrixShort = Message{"Compare two kinds in a matrix that shows blocks",
		"Croiser deux types dans une matrice qui fait apparaître des blocs"}
	MatrixLong = Message{
		`Compare the entities of one kind, or those that a query selects, with those of another.
A cell shows how strong the evidence for a link is, or how many paths lead from one entity to the other. Facts that mention both without linking them (∘) are no link.
Rows and columns with similar links are placed together; those without any link are left out.`,
		`Croiser les entités d’un type, ou celles qu’une requête sélectionne, avec celles d’un autre.
Une case montre si un lien est bien attesté, ou combien de chemins mènent d’une entité à l’autre. Des faits qui citent les deux sans les relier (∘) ne font pas un lien.
Les lignes et colonnes aux liens semblables sont rapprochées ; celles qui n’ont aucun lien sont omises.`,
	}
	PathShort = Message{"Show how two entities are connected, with the evidence for each hop",
		"Montrer comment deux entités sont reliées, et ce qui atteste chaque saut"}
	PathLong = Message{
		`Show how two entities are connected: the shortest path, weighted by evidence, and the next best beside it.
A hop costs 1 with two good origins for one relation, up to 1.75 with fewer or doubtful sources, and 3 without a source or where a fact or a text mentions both and no relation is stated, so that three hops with fair sources beat two of which one has none. Two entities cited in the same article are not connected by it, unless the article is one of the two ends.`,
		`Montrer comment deux entités sont reliées : le chemin le plus court, pondéré par les sources, et le meilleur suivant à côté.
Un saut coûte 1 avec deux bonnes origines pour une même relation, jusqu’à 1,75 avec des sources plus rares ou douteuses, et 3 sans source ou si un fait ou un texte cite les deux sans énoncer de relation : trois sauts assez bien sourcés l’emportent sur deux dont l’un ne l’est pas. Deux entités citées dans le même article ne sont pas reliées par lui, sauf si l’article est l’une des deux extrémités.`,
	}
)
