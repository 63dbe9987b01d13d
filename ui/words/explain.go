package words

// What was inferred, why, and how to correct it.
var (
	ExplainShort = Message{"Say what was inferred from the files, why, and how to correct it",
		"Dire ce qui a été déduit des fichiers, pourquoi, et comment le corriger"}
	ExplainLong = Message{
		`Say what was inferred from the files: which of them hold the entities of each kind, what names and identifies an entity, and which fields link entities, with examples and with what was rejected.
Each part ends with the lines of the manifest, kb.toml, that say so or otherwise: change them there.`,
		`Dire ce qui a été déduit des fichiers : lesquels contiennent les entités de chaque type, ce qui nomme et identifie une entité, et quels champs lient des entités, avec des exemples et ce qui a été rejeté.
Chaque partie se termine par les lignes du manifeste, kb.toml, qui le disent ou qui disent autre chose : c’est là qu’il faut les modifier.`,
	}
	FlagExplainOnly = Message{"only these kinds and fields, separated by commas",
		"seulement ces types et ces champs, séparés par des virgules"}

	// %s is what was asked for.
	UnknownKindOrField = Message{"there is no kind and no field %s", "il n’y a ni type ni champ %s"}

	InferredKinds     = Message{"Kinds", "Types"}
	TwinKinds         = Message{"Kinds that may be one", "Types qui n’en font peut-être qu’un"}
	InferredRelations = Message{"Relations", "Relations"}
	RejectedRelations = Message{"Fields that are not relations", "Champs qui ne sont pas des relations"}
	NotRead           = Message{"Not read", "Non lu"}

	// Labels of the lines of a kind.
	KindStands  = Message{"where", "où"}
	KindBecause = Message{"why", "pourquoi"}
	KindName    = Message{"name", "nom"}
	KindKey     = Message{"key", "clé"}
	KindKnownBy = Message{"also known by", "aussi connu par"}
	KindFolder  = Message{"folder", "dossier"}

	// Where entities of a kind stand. %s are tables as a file writes them.
	StandsWhole    = Message{"one file per entity", "un fichier par entité"}
	StandsTables   = Message{"tables %s", "tables %s"}
	StandsElements = Message{"elements of %s", "éléments de %s"}
	StandsValues   = Message{"values of %s", "valeurs de %s"}

	NamedByKey      = Message{"the key", "la clé"}
	KeyedByFile     = Message{"the name of the file, or that of its folder", "le nom du fichier, ou celui de son dossier"}
	KeyedByTable    = Message{"the key of the table", "la clé de la table"}
	NamedByText     = Message{"the first short text", "le premier texte court"}
	KeyedByName     = Message{"made from the name", "formée à partir du nom"}
	KeyedByID       = Message{"id, slug or key", "id, slug ou key"}
	KeyedByNumber   = Message{"the number in the list", "le numéro dans la liste"}
	KeyedElse       = Message{", otherwise ", ", sinon "}
	FolderIsInField = Message{"in the field %s", "dans le champ %s"}

	// Labels of the lines of a relation.
	RelationCount    = Message{"count", "compte"}
	RelationExamples = Message{"examples", "exemples"}
	RelationMisses   = Message{"no match", "sans cible"}
	CorrectingLines  = Message{"to correct", "pour corriger"}
	ManifestLines    = Message{"manifest", "manifeste"}

	// The first %s is the number of values that name an entity, the second that of
	// all values.
	ValuesThatName = Plural{{"%s value of %s names an entity", "%s values of %s name an entity"},
		{"%s valeur sur %s désigne une entité", "%s valeurs sur %s désignent une entité"}}
	KeysThatName = Plural{{"%s key of %s names an entity", "%s keys of %s name an entity"},
		{"%s clé sur %s désigne une entité", "%s clés sur %s désignent une entité"}}

	// %s is a kind, after "an entity".
	OfThatKind = Message{"of %s", "du type %s"}

	// %s is the number of different values.
	DifferentValues = Plural{{"%s different value", "%s different values"}, {"%s valeur distincte", "%s valeurs distinctes"}}

	// %s is the number of values that reference their own entity.
	NameTheirOwn = Plural{{"%s names its own entity", "%s name their own entities"}, {"%s désigne sa propre entité", "%s désignent leur propre entité"}}

	// What was not read, before names.
	ExcludedNames   = Message{"left out", "exclus"}
	HiddenNames     = Message{"hidden", "cachés"}
	UnreadableNames = Message{"unreadable", "illisibles"}
	OutsideNames    = Message{"outside", "au-dehors"}
	SpecialNames    = Message{"special files", "fichiers spéciaux"}
	TooLongNames    = Message{"too long", "trop longs"}

	// What is copied.
	LinesOfManifest = Message{"lines of the manifest", "lignes du manifeste"}

	NamesInCommon = Plural{{"%s name in common", "%s names in common"}, {"%s nom en commun", "%s noms en commun"}}
	OneKind       = Message{"one kind under two names?", "un seul type sous deux noms\u00a0?"}

	// %s is a kind.
	PerhapsAs = Message{"perhaps one kind with %s", "peut-être un seul type avec %s"}

	MoreRejected = Plural{{"and %s more, which names even less", "and %s more, which name even less"},
		{"et %s autre, qui désigne encore moins", "et %s autres, qui désignent encore moins"}}

	NothingInferred = Message{"Nothing was inferred: there are no entities.", "Rien n’a été déduit\u00a0: il n’y a pas d’entités."}
)

// A manifest to begin with.
var (
	InitShort = Message{"Write a manifest, kb.toml, of what was inferred, to begin with",
		"Écrire un premier manifeste, kb.toml, de ce qui a été déduit"}
	InitLong = Message{
		`Write what was inferred from the files of a folder as its manifest, kb.toml: the kinds, where their entities stand, what names and identifies them, and the relations. With it, the folder is read as it is without. An existing kb.toml is left as it is.
A single file holds its own manifest: --dry-run prints the lines to add at its end.`,
		`Écrire ce qui a été déduit des fichiers d’un dossier dans son manifeste, kb.toml : les types, où se trouvent leurs entités, ce qui les nomme et les identifie, et les relations. Avec lui, le dossier se lit comme sans lui. Un kb.toml existant reste tel quel.
Un fichier seul contient son propre manifeste : --dry-run affiche les lignes à ajouter à la fin.`,
	}
	FlagDryRun = Message{"print the manifest, and write nothing", "afficher le manifeste, sans rien écrire"}

	// %s is a file.
	ManifestWritten = Message{"%s written", "%s écrit"}
	ManifestExists  = Message{"%s exists already, and is left as it is", "%s existe déjà, et reste tel quel"}
	ManifestInFile  = Message{"a single file holds its own manifest: add the lines of --dry-run at the end of %s",
		"un fichier seul contient son propre manifeste\u00a0: ajouter les lignes de --dry-run à la fin du fichier %s"}

	HowToDryRun  = Message{"rihla init --dry-run prints what it would hold", "rihla init --dry-run affiche ce qu’il contiendrait"}
	NotFilesHere = Message{"this is the built-in knowledge base; %s reads the TOML files in this folder", "c’est la base intégrée\u00a0; %s lit les fichiers TOML de ce dossier"}
	NoBuiltIn    = Message{"the built-in knowledge base has a manifest already: name a folder",
		"la base intégrée a déjà un manifeste\u00a0: nommer un dossier"}
	ManifestTaken = Message{"no manifest can be written that leaves the reading as it is",
		"aucun manifeste ne peut être écrit sans changer la lecture"}
	OwnTables = Message{"tables called kb, kinds, relations or views would be taken for a manifest",
		"des tables nommées kb, kinds, relations ou views seraient prises pour un manifeste"}

	// Comments of the manifest.
	ManifestHead = Message{
		"What rihla inferred from these files. Change what is wrong, and delete what may\nbe inferred anew; rihla explain says why it is so.",
		"Ce que rihla a déduit de ces fichiers. Corriger ce qui est faux, supprimer ce qui\npeut être déduit à nouveau\u00a0; rihla explain dit pourquoi."}
	ManifestPartly = Message{
		"What is commented out here would change what is read: look at it before it counts.",
		"Ce qui est ici en commentaire changerait la lecture\u00a0: à vérifier avant de l’activer."}
	ManifestStrict = Message{"what was inferred is no error where it does not hold",
		"ce qui a été déduit n’est pas une erreur où il ne tient pas"}
)

// ReasonFor returns what a reason of an inference means; known is false for a
// reason that has no words.
func ReasonFor(reason string) (m Message, known bool) {
	m, known = reasons[reason]
	return m, known
}

// reasons holds what the reasons of inferences mean.
var reasons = map[string]Message{
	"value-at-top":    {"the file has a value at its top level", "le fichier a une valeur à son premier niveau"},
	"repeats":         {"other files have the same tables", "d’autres fichiers ont les mêmes tables"},
	"rows":            {"the tables have the same shape", "les tables ont la même forme"},
	"manifest":        {"the manifest says so", "le manifeste le dit"},
	"declared":        {"the manifest says so", "le manifeste le dit"},
	"never":           {"the manifest says that it is not a relation", "le manifeste dit que ce n’est pas une relation"},
	"reserved":        {"the field is a name, a text or an address", "le champ est un nom, un texte ou une adresse"},
	"specific":        {"a value is too specific to name an entity by chance", "une valeur est trop particulière pour désigner une entité par hasard"},
	"kin":             {"the field says how entities of the kind are related", "le champ dit comment les entités du type sont reliées"},
	"called-after":    {"the field is named after the kind", "le champ porte le nom du type"},
	"dependency":      {"the field is named after what an entity needs", "le champ porte le nom de ce dont une entité dépend"},
	"majority":        {"three in five values or more name an entity", "au moins trois valeurs sur cinq désignent une entité"},
	"distinct":        {"most of the different values name an entity", "la plupart des valeurs différentes désignent une entité"},
	"covers":          {"half of the values or more are keys of the kind, and they are half of its keys or more", "au moins la moitié des valeurs sont des clés du type, et elles en sont au moins la moitié des clés"},
	"identities":      {"the numbers are keys of this kind alone, and the name of the field says that it holds them", "les nombres sont des clés de ce seul type, et le nom du champ dit qu’il en contient"},
	"several":         {"the numbers are keys of several kinds", "les nombres sont des clés de plusieurs types"},
	"keys-of-several": {"nearly all values are keys, of entities of several kinds", "presque toutes les valeurs sont des clés, d’entités de plusieurs types"},
	"addresses":       {"most values name an entity, some by its address", "la plupart des valeurs désignent une entité, certaines par son adresse"},
	"few":             {"too few values name an entity", "trop peu de valeurs désignent une entité"},
	"enumeration":     {"of the different values, only a few happen to be names", "parmi les valeurs différentes, seules quelques-unes se trouvent être des noms"},
	"keys-repeat":     {"the keys are fields: they repeat from one entity to the next", "les clés sont des champs : elles se répètent d’une entité à l’autre"},
	"parts":           {"several fields of the tables are relations of their own", "plusieurs champs des tables sont eux-mêmes des relations"},
	"no-rows":         {"no table of the file repeats another", "aucune table du fichier n’en répète une autre"},
	"flat-catalogue": {"the tables of the file have the same shape; the file names the kind",
		"les tables du fichier ont une même forme\u00a0; le fichier donne son nom au type"},
}
