package words

// What --help says of each command, and what commands say of misuse.
var (
	RootShort = Message{"Explore linked knowledge written in TOML", "Explorer des connaissances reliées, écrites en TOML"}
	RootLong  = Message{
		`Explore linked knowledge written in TOML: a folder of notes, a lock file, a table of settings.
Without PATH, the built-in knowledge base opens. In the explorer, %s says what each key does, and %s shows what is selected as a graph, a path, a timeline, a map or a matrix.`,
		`Explorer des connaissances reliées, écrites en TOML : un dossier de notes, un fichier de verrouillage, une table de réglages.
Sans CHEMIN, la base intégrée s’ouvre. Dans l’explorateur, %s dit ce que fait chaque touche, et %s montre ce qui est choisi en graphe, en chemin, en chronologie, en carte ou en matrice.`,
	}

	KindsShort = Message{"List the kinds of entities and the saved views, with how many there are",
		"Lister les sortes d’entités et les vues gardées, et combien il y en a"}
	ListShort = Message{"List the entities of a kind, of several, or of a saved view",
		"Lister les entités d’une sorte, de plusieurs, ou d’une vue gardée"}
	ShowShort   = Message{"Show an entity as its detail view does", "Montrer une entité comme le fait sa vue de détail"}
	CheckShort  = Message{"Say what is wrong with a knowledge base, and where", "Dire ce qui ne va pas dans une base, et où"}
	ExportShort = Message{"Write the knowledge base, or what a query selects, as JSON",
		"Écrire la base, ou ce qu’une requête en retient, en JSON"}

	// FlagOnly: %s are codes
	SuggestShort = Message{"Suggest links and merges that may be missing, with the TOML that settles each",
		"Suggérer les liens et les fusions qui manquent peut-être, avec le TOML qui règle chacun"}
	SuggestLong = Message{`Suggest what may be missing: entities that a text names without a link, entities that may be one, entities that share much without a link. Each comes with why, and with the TOML that settles it; nothing is written.`,
		`Suggérer ce qui manque peut-être : des entités qu’un texte nomme sans lien, des entités qui n’en font qu’une, des entités qui ont beaucoup en commun sans être liées. Chaque suggestion dit pourquoi, et quel TOML la règle ; rien n’est écrit.`}

	// between two addresses
	SuggestedMention   = Message{"names", "nomme"}
	SuggestedDuplicate = Message{"may be the same as", "ne fait peut-être qu’un avec"}
	SuggestedUnlinked  = Message{"shares much with", "a beaucoup en commun avec"}

	BecauseName    = Message{"they have the same name", "elles portent le même nom"}
	BecauseURL     = Message{"they have the same web address", "elles ont la même adresse web"}
	BecauseAcronym = Message{"one is called by the other’s initials", "l’une porte les initiales de l’autre"}
	BecauseNear    = Message{"their names are a letter apart", "leurs noms diffèrent d’une lettre"}

	// %s are names
	BecauseShared = Message{"both are linked with %s", "toutes deux sont liées à %s"}

	// %s is a passage
	Quoted = Message{"“… %s …”", "« … %s … »"}

	// %s is an address, %s a place
	RemoveOrLink = Message{"and remove %s at %s; if they are two, a link between them says so",
		"et retirer %s, en %s ; si elles sont deux, un lien entre elles le dit"}

	NothingToSuggest = Message{"Nothing to suggest.", "Rien à suggérer."}

	// before the last of several
	Or = Message{"or", "ou"}

	NothingWrong = Message{"Nothing is wrong.", "Rien ne cloche."}

	// %s is how many files
	NotInFull = Plural{{"%s file could not be read in full: `rihla check` says where", "%s files could not be read in full: `rihla check` says where"},
		{"%s fichier n’a pas pu être lu en entier : `rihla check` dit où", "%s fichiers n’ont pas pu être lus en entier : `rihla check` dit où"}}

	ErrorCount      = Plural{{"%s error", "%s errors"}, {"%s erreur", "%s erreurs"}}
	WarningCount    = Plural{{"%s warning", "%s warnings"}, {"%s avertissement", "%s avertissements"}}
	InfoCount       = Plural{{"%s info", "%s infos"}, {"%s remarque", "%s remarques"}}
	SeverityError   = Message{"error", "erreur"}
	SeverityWarning = Message{"warning", "avertissement"}
	SeverityInfo    = Message{"info", "remarque"}

	// SearchLong teaches the query language: a line that holds a tab is what may
	// be written, and what that selects.
	SearchLong = Message{
		`Search everything, best first.

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
		`Chercher partout, le meilleur d’abord.

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
	}
	ListLong = Message{
		`List the entities of a kind, of several (company,city), or of a saved view; rihla kinds names them.
rihla search --help says how a QUERY is written.`,
		`Lister les entités d’une sorte, de plusieurs (company,city), ou d’une vue gardée ; rihla kinds les nomme.
rihla search --help dit comment s’écrit une requête.`,
	}
	ExportLong = Message{
		`Write the knowledge base, or what a query selects, as JSON.
rihla search --help says how a QUERY is written.`,
		`Écrire la base, ou ce qu’une requête en retient, en JSON.
rihla search --help dit comment s’écrit une requête.`,
	}

	HelpShort       = Message{"Say what a command does, and what it takes", "Dire ce que fait une commande, et ce qu’elle prend"}
	ManShort        = Message{"Write the manual page", "Écrire la page de manuel"}
	CompletionShort = Message{"Write the script that completes commands, kinds and addresses",
		"Écrire le script qui complète commandes, sortes et adresses"}
	SearchShort = Message{"Search everything, best first", "Chercher partout, le meilleur d’abord"}

	RetractShort = Message{"Say what falls if a source falls", "Dire ce qui tombe si une source tombe"}
	RetractLong  = Message{
		`Say what falls if a source falls: the claims that nothing else stands behind, the entities of which nothing sourced is left, what no sourced link ties together any more, and the claims that lose an independent origin.
Nothing is changed.`,
		`Dire ce qui tombe si une source tombe : les affirmations que rien d’autre ne soutient, les entités dont plus rien n’est sourcé, ce que plus aucun lien sourcé ne rattache, et les affirmations qui perdent une origine indépendante.
Rien n’est modifié.`,
	}
	GapsShort = Message{"Set two kinds against each other: what is known, and what to ask next",
		"Croiser deux sortes : ce que l’on sait, et que demander ensuite"}
	GapsLong = Message{
		`Set two kinds against each other: each cell is as dark as the evidence for its links is strong.
What stands on little, or is missing where a link is to be expected, becomes a question.`,
		`Croiser deux sortes : une case est d’autant plus foncée que ses liens sont mieux attestés.
Ce qui repose sur peu, ou manque là où un lien est à attendre, devient une question.`,
	}
	BriefShort = Message{"Write a brief to print, each line with its sources",
		"Écrire une note à imprimer, chaque ligne avec ses sources"}
	BriefLong = Message{
		`Write a brief about an entity, or about all that a saved view or a QUERY selects, each line with its sources: to print and take along, or to paste.
What has no source is left out, and counted. rihla search --help says how a QUERY is written.`,
		`Écrire une note sur une entité, ou sur ce que retient une vue gardée ou une requête, chaque ligne avec ses sources : à imprimer et à emporter, ou à coller.
Ce qui n’a pas de source est laissé de côté, et compté. rihla search --help dit comment s’écrit une requête.`,
	}
	TimelineShort = Message{"Draw what is dated in order of time", "Dessiner ce qui est daté, dans l’ordre du temps"}
	TimelineLong  = Message{
		`Draw what is dated in order of time: entities with a date, or a start and an end, fields of the type date or year, and when links and claims held.
A date that is known to the month or the year is drawn as wide as that.`,
		`Dessiner ce qui est daté, dans l’ordre du temps : les entités qui ont une date, ou un début et une fin, les champs de type date ou année, et quand liens et affirmations ont valu.
Une date connue au mois ou à l’année près est dessinée de cette largeur.`,
	}
	MapShort = Message{"Draw on a map of the world what a query selects, or everything",
		"Placer sur une carte du monde ce qu’une requête choisit, ou tout"}
	MapLong = Message{
		`Draw on a map of the world what a query selects, or everything that has a location.
What has none stands where its relations lead: a company at its headquarters. Of a single entity, the places that it ties together are joined by great circles, with distances in kilometres.`,
		`Placer sur une carte du monde ce qu’une requête choisit, ou tout ce qui a un emplacement.
Ce qui n’en a pas se tient là où mènent ses relations : une entreprise à son siège. D’une seule entité, les lieux qu’elle relie sont joints par des orthodromies, avec les distances en kilomètres.`,
	}
	OverviewShort = Message{"What a knowledge base is, on one screen", "Ce qu’est une base de connaissances, sur un écran"}
	OverviewLong  = Message{"What a knowledge base is: its kinds with counts, what is linked most, how much of it has a source, on what sources disagree, what is wrong with its files.",
		"Ce qu’est une base de connaissances\u00a0: ses sortes et leur nombre, ce qui est le plus relié, ce qui a une source, sur quoi les sources divergent, ce qui ne va pas dans ses fichiers."}
	GraphShort = Message{"What surrounds an entity", "Ce qui entoure une entité"}
	GraphLong  = Message{
		`What surrounds an entity, one to three hops: on the left what leads to it, on the right what it leads to.
Crowds are told by their number, the best connected of them first. What has no source, or is doubtful, is dashed.`,
		`Ce qui entoure une entité, à un, deux ou trois pas : à gauche ce qui mène à elle, à droite ce à quoi elle mène.
Les foules sont dites par leur nombre, les mieux reliés d’abord. Ce qui est sans source, ou douteux, est en tirets.`,
	}
	MatrixShort = Message{"Set two kinds against each other, so that blocks show",
		"Croiser deux sortes, de façon que les blocs se voient"}
	MatrixLong = Message{
		`Set the entities of a kind, or those of it that a query selects, against those of another.
A cell is the fuller the more firmly two are linked, or holds the number of routes from one to the other.
Rows and columns stand so that what is linked to the same stands together; what has no link at all is left out.`,
		`Croiser les entités d’une sorte, ou celles qu’une recherche y choisit, avec celles d’une autre.
Une case est d’autant plus pleine que le lien est mieux attesté, ou porte le nombre des chemins de l’une à l’autre.
Lignes et colonnes sont rangées pour que ce qui est lié aux mêmes se tienne ensemble ; ce qui n’a aucun lien est omis.`,
	}
	PathShort = Message{"Say how two entities are connected, and on what each hop stands",
		"Dire comment deux entités sont reliées, et sur quoi repose chaque pas"}
	PathLong = Message{
		`Say how two entities are connected: the shortest way by evidence, and the next best beside it.
A hop counts as 1 where two good origins tell it, as up to 1.75 where its sources are fewer or doubtful, as 3 where it has none, so that three hops with fair sources beat two of which one has none. Being cited in the same article connects nobody, unless the article is one of the two ends.`,
		`Dire comment deux entités sont reliées : le chemin le plus court d’après ses sources, et le meilleur autre à côté.
Un pas compte pour 1 si deux bonnes origines le disent, pour 1,75 au plus si ses sources sont rares ou douteuses, pour 3 s’il n’en a pas : trois pas assez bien sourcés l’emportent sur deux dont l’un ne l’est pas. Être cité dans le même article ne relie personne, sauf si l’article est l’une des deux extrémités.`,
	}
)
