package words

import "rihla/model/say"

// The command import and its report.
var (
	ImportShort = Message{"Create a knowledge base from files of other programs",
		"Créer une base à partir de fichiers d’autres programmes"}
	ImportLong = Message{
		`Create a knowledge base from files of other programs: tables (CSV, TSV), JSON and JSON Lines, folders of Markdown notes, BibTeX, followthemoney entities. The delimiter and the encoding are detected.
With --dry-run, nothing is written: the report shows the field and the type of each column, the links found and the first entities. A column is read as numbers, dates or booleans only if all of its values parse as such; all other text is kept unchanged. Each entity cites the file as its source, with its line as the locator.`,
		`Créer une base à partir de fichiers d’autres programmes : tableaux (CSV, TSV), JSON et JSON Lines, dossiers de notes Markdown, BibTeX, entités followthemoney. Le séparateur et l’encodage sont détectés.
Avec --dry-run, rien n’est écrit : le rapport montre le champ et le type de chaque colonne, les liens trouvés et les premières entités. Une colonne n’est lue comme nombres, dates ou booléens que si toutes ses valeurs s’y prêtent ; tout autre texte reste tel quel. Chaque entité cite le fichier comme source, avec sa ligne comme passage.`,
	}
	PathsArgument = Message{"PATH…", "CHEMIN…"}

	FlagImportOutput = Message{"Output folder, or a file whose name ends in .toml; - for the standard output",
		"Dossier de sortie, ou fichier dont le nom finit par .toml\u00a0; - pour la sortie standard"}
	FlagImportDry  = Message{"Show what would be written without writing it", "Montrer ce qui serait écrit, sans rien écrire"}
	FlagImportKind = Message{"Kind of all entities; default: derived from the file names", "Type de toutes les entités\u00a0; par défaut, d’après les noms des fichiers"}
	FlagImportKey  = Message{"Column of the keys; default: an identifier column with unique values, otherwise the name",
		"Colonne des clés\u00a0; par défaut, une colonne d’identifiants sans doublon, sinon le nom"}

	// %s are formats.
	FlagImportFrom = Message{"Format of the files: %s; default: detected", "Format des fichiers\u00a0: %s\u00a0; détecté par défaut"}

	NeedsPaths        = Message{"import needs the path of a file or a folder", "import demande le chemin d’un fichier ou d’un dossier"}
	NeedsImportOutput = Message{"import needs --output, or --dry-run", "import demande --output, ou --dry-run"}
	NothingToImport   = Message{"nothing to import", "rien à importer"}
	NoHeader          = Message{"there is no header row", "il n’y a pas de ligne d’en-tête"}

	NotJSON = Message{"invalid JSON", "JSON invalide"}

	// %s is a path.
	NotATOMLName = Message{"%s is not a valid output: use a folder, or a file name that ends in .toml",
		"%s ne convient pas comme sortie\u00a0: indiquer un dossier, ou un nom de fichier qui finit par .toml"}

	// %s is a column.
	NoSuchColumn = Message{"there is no column %s", "il n’y a pas de colonne %s"}

	FlagImportReplace = Message{"With --force: replace tables too that this import did not write", "Avec --force\u00a0: remplacer aussi les tables que cet import n’a pas écrites"}

	// One of the tables follows.
	NotImportedTables = Plural{{"it holds %s table that this import did not write: ", "it holds %s tables that this import did not write, such as "},
		{"il contient %s table que cet import n’a pas écrite\u00a0: ", "il contient %s tables que cet import n’a pas écrites, dont "}}
	UseReplace = Message{"--replace replaces them; another -o keeps them", "--replace les remplace\u00a0; un autre -o les garde"}

	EntitiesReplaced = Plural{{"%s entity replaced", "%s entities replaced"}, {"%s entité remplacée", "%s entités remplacées"}}

	// The first %s is the manifest, the second the tables that were added.
	ManifestMerged = Message{"%s was kept; added: %s", "%s est gardé\u00a0; ajouté\u00a0: %s"}
	ManifestKept   = Message{"%s was kept as it is", "%s est gardé tel quel"}

	// %s is a file or a folder.
	ImportWritten = Message{"Written: %s", "Écrit\u00a0: %s"}

	// %s is a column. Without a key column, keys are derived from names.
	KeysFrom      = Message{"keys from %s", "clés\u00a0: %s"}
	KeysGiven     = Message{"keys given by the file", "clés du fichier"}
	KeysFromNames = Message{"keys derived from names", "clés dérivées des noms"}

	KeysNumbered = Plural{{"%s duplicate key numbered", "%s duplicate keys numbered"},
		{"%s clé en double numérotée", "%s clés en double numérotées"}}
	MoreFindings = Plural{{"and %s more", "and %s more"}, {"et %s autre", "et %s autres"}}

	// Column headers of the report.
	ColumnTitle = Message{"Column", "Colonne"}
	FieldTitle  = Message{"Field", "Champ"}
	TypeTitle   = Message{"Type", "Type"}
	ValuesTitle = Message{"Values", "Valeurs"}

	// The targets of columns that become no field.
	IsKey     = Message{"(key)", "(clé)"}
	IsNotKept = Message{"(not kept)", "(omise)"}

	FirstEntities = Message{"First entities", "Premières entités"}
	LinksFound    = Message{"Links", "Liens"}
	NoLinksFound  = Message{"No links were found.", "Aucun lien trouvé."}
	InBodies      = Message{"in texts", "dans les textes"}
	NotAsItIs     = Message{"To review", "À vérifier"}

	// Types of columns.
	TypeText       = Message{"text", "texte"}
	TypeInteger    = Message{"whole numbers", "nombres entiers"}
	TypeNumber     = Message{"numbers", "nombres"}
	TypeComma      = Message{"numbers (decimal comma)", "nombres (virgule décimale)"}
	TypeBoolean    = Message{"true or false", "vrai ou faux"}
	TypeDay        = Message{"dates", "dates"}
	TypeDayFirst   = Message{"dates (day/month/year)", "dates (jour/mois/année)"}
	TypeMonthFirst = Message{"dates (month/day/year)", "dates (mois/jour/année)"}
	TypeMoment     = Message{"dates with time", "dates avec l’heure"}
	TypeStructure  = Message{"nested or mixed", "imbriqué ou mixte"}

	// %s is the type of the elements.
	TypeList = Message{"lists: %s", "listes\u00a0: %s"}
)

// importProblems are the messages of import findings.
var importProblems = map[say.ID]Message{
	say.BytesRepaired: {"invalid UTF-8 bytes, replaced by �: %s",
		"octets invalides en UTF-8, remplacés par �\u00a0: %s"},
	say.RowShort: {"this row has %s cells, the header has %s",
		"cette ligne a %s cellules, l’en-tête en a %s"},
	say.RowLong: {"this row has %s cells, the header has %s: the extra cells are in additional columns",
		"cette ligne a %s cellules, l’en-tête en a %s\u00a0: les cellules en trop forment des colonnes supplémentaires"},
	say.QuotesOdd: {"a quotation mark is unclosed or inside a cell: the quotation marks of the file were parsed leniently",
		"un guillemet n’est pas fermé, ou se trouve au milieu d’une cellule\u00a0: les guillemets du fichier ont été lus de façon tolérante"},
	say.KeyTaken: {"duplicate key %s: this entity has the key %s",
		"clé %s en double\u00a0: cette entité a la clé %s"},
	say.MembersSkipped: {"not imported: %s",
		"non importé\u00a0: %s"},
	say.LineNotJSON: {"this line is not a JSON object and was not imported",
		"cette ligne n’est pas un objet JSON et n’a pas été importée"},
	say.FilesSkipped: {"files not imported: %s (first: %s)",
		"fichiers non importés\u00a0: %s (le premier\u00a0: %s)"},
	say.FrontMatterUnread: {"the front matter could not be parsed as %s and was kept as text",
		"l’en-tête n’a pas pu être lu comme du %s et a été conservé sous forme de texte"},
	say.LinksUnknown: {"links without a target note: %s (first: %s)",
		"liens qui ne mènent à aucune note\u00a0: %s (le premier\u00a0: %s)"},
	say.StaysText: {"the column %s stays text because of cells such as %s",
		"la colonne %s reste du texte, à cause de cellules comme %s"},
	say.EntryBroken: {"this entry could not be parsed and was not imported",
		"cette notice est illisible et n’a pas été importée"},
	say.NotRead: {"could not be read: %s",
		"lecture impossible\u00a0: %s"},
}
