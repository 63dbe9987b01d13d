package words

// Deed is what a change does, as it is said when the change is undone and redone.
type Deed struct{ Undone, Redone Message }

// Forms that write into a file, and undo.
var (
	// %s is the name of an entity.
	AddTitle = Message{"Add to %s", "Ajouter à %s"}

	// The first %s is the name of an entity, the second a field.
	ChangeTitle = Message{"Change %s, %s", "Modifier %s, %s"}
	ChangeWhat  = Message{"Change", "Modifier"}
	FixHow      = Message{"Fix", "Corriger"}
	AddMissing  = Message{"Add %s", "Ajouter %s"} // the %s is an address
	TheFact     = Message{"fact", "fait"}

	NothingIsChanged = Message{"Nothing is changed yet. An empty row removes what it held.", "Rien n’est encore modifié. Vider une ligne supprime ce qu’elle contenait."}

	// %s is the name of an entity.
	TheEntity         = Message{"%s itself: names, texts, key", "L’entité %s elle-même\u00a0: noms, textes, clé"}
	ChangeEntityTitle = Message{"Change %s", "Modifier %s"}

	// References to an entity that is deleted or renamed.
	LinksLeadHere    = Plural{{"%s incoming link", "%s incoming links"}, {"%s lien entrant", "%s liens entrants"}}
	NothingLeadsHere = Message{"No incoming links.", "Aucun lien entrant."}
	ItNamesNothing   = Message{"it will not resolve", "il ne désignera plus rien"}
	TheyNameNothing  = Message{"they will not resolve", "ils ne désigneront plus rien"}
	ItIsCarried      = Message{"it is changed too", "il est modifié aussi"}
	TheyAreCarried   = Message{"they are changed too", "ils sont modifiés aussi"}
	CarryThem        = Message{"change too", "modifier aussi"}
	LeaveThem        = Message{"leave", "laisser"}

	// Remedies.
	RemedyRename  = Message{"another key", "une autre clé"}
	RemedyName    = Message{"another name", "un autre nom"}
	RemedyQuery   = Message{"another query", "une autre requête"}
	RemedyWrite   = Message{"correct the value", "corriger la valeur"}
	RemedyRemove  = Message{"remove", "supprimer"}
	RemedyDeclare = Message{"declare in the manifest", "déclarer dans le manifeste"}
	RemedyLinks   = Message{"read as links", "lire comme des liens"}
	RemedyNoLinks = Message{"never read as links", "ne jamais lire comme des liens"}
	RemedySwap    = Message{"swap the two numbers", "inverser les deux nombres"}

	// A value changes, and a quote that was given for it does not.
	QuoteStays = Message{"The quote does not contain the new value: change it, or empty its row.",
		"La citation ne contient pas la nouvelle valeur\u00a0: la modifier, ou vider sa ligne."}

	// After a form was closed. The %s is a key.
	InputKept = Message{"Your input is kept for when this form is opened again; %s empties a row.", "Votre saisie est conservée pour la réouverture de ce formulaire\u00a0; %s vide une ligne."}

	// Notices of a form after the files have been reloaded.
	FilesReadAgain = Message{"The files changed and were reloaded. Your input is kept.", "Les fichiers ont changé et ont été relus. Votre saisie est conservée."}
	// %s are rows, as RowWasIs and the like say them.
	FormChanged = Message{"Changed in the file: %s. Your input is kept.", "Modifié dans le fichier\u00a0: %s. Votre saisie est conservée."}

	// The first %s is a row, the others texts that it started from before and now.
	RowWasIs   = Message{"%s was “%s”, is now “%s”", "%s\u00a0: «\u00a0%s\u00a0» avant, «\u00a0%s\u00a0» maintenant"}
	RowIsNow   = Message{"%s was empty, is now “%s”", "%s\u00a0: rien avant, «\u00a0%s\u00a0» maintenant"}
	RowIsEmpty = Message{"%s was “%s”, is now empty", "%s\u00a0: «\u00a0%s\u00a0» avant, plus rien maintenant"}

	// Nothing can be written any more. %s is the name of an entity.
	EntityIsGone   = Message{"%s is gone from the files: nothing can be saved here.", "%s n’est plus dans les fichiers\u00a0: rien ne peut être enregistré ici."}
	ValueIsGone    = Message{"What this form changes is gone from the file: nothing can be saved here.", "Ce que ce formulaire modifie n’est plus dans le fichier\u00a0: rien ne peut être enregistré ici."}
	RemedyOutdated = Message{"The file has changed: it can no longer be mended here.", "Le fichier a changé\u00a0: il ne peut plus être corrigé ici."}

	AddEntityTitle = Message{"Add an entity", "Ajouter une entité"}

	// What a form adds.
	AddClaim  = Message{"value or link", "valeur ou lien"}
	AddFact   = Message{"fact", "fait"}
	AddEntity = Message{"entity", "entité"}

	// %s is a key.
	NoFormForKind    = Message{"No form can change this; %s copies the lines for kb.toml.", "Aucun formulaire ne peut modifier cela\u00a0; %s copie les lignes pour kb.toml."}
	NoFormForFinding = Message{"No form can change this; %s opens the editor.", "Aucun formulaire ne peut modifier cela\u00a0; %s ouvre l’éditeur."}

	// The rows.
	RowWhat    = Message{"add", "ajouter"}
	RowFact    = Message{"fact", "fait"}
	RowAbout   = Message{"about", "à propos de"}
	RowKind    = Message{"kind", "type"}
	RowName    = Message{"name", "nom"}
	RowKey     = Message{"key", "clé"}
	RowField   = Message{"field", "champ"}
	RowValue   = Message{"value", "valeur"}
	RowSource  = Message{"source", "source"}
	RowLocator = Message{"locator", "passage"}
	RowQuote   = Message{"quote", "citation"}

	RowQuery      = Message{"query", "requête"}
	RowRemedy     = Message{"fix", "correction"}
	RowSummary    = Message{"summary", "résumé"}
	RowAlias      = Message{"alias", "alias"}
	RowNewAlias   = Message{"add alias", "autre alias"}
	RowBody       = Message{"text", "texte"}
	RowReferences = Message{"links to it", "liens vers elle"}
	RowSince      = Message{"since", "depuis"}
	RowUntil      = Message{"until", "jusqu’à"}
	RowDate       = Message{"date", "date"}
	RowConfidence = Message{"confidence", "confiance"}
	RowRank       = Message{"rank", "rang"}
	RowNote       = Message{"note", "remarque"}

	// The first %s is a row, the second a language tag.
	RowIn = Message{"%s (%s)", "%s (%s)"}

	// The first row of a group that adds a source.
	RowNewSource = Message{"add source", "autre source"}

	// How many lines a text has.
	TextLines = Plural{{"%s line", "%s lines"}, {"%s ligne", "%s lignes"}}

	// Examples of locators.
	SuchLocators = Message{"like p. 12 or §4", "comme p. 12 ou §4"}

	// What is said of an offer.
	NewField     = Message{"new field", "nouveau champ"}
	AnyTarget    = Message{"any entity", "toute entité"}
	NoEntityYet  = Message{"names no entity", "ne désigne aucune entité"}
	NoSuchEntity = Message{"no such entity", "aucune entité de ce nom"}
	NoSourceYet  = Message{"names no source yet", "ne désigne encore aucune source"}

	NewKind   = Message{"new kind", "nouveau type"}
	OtherWord = Message{"another word", "un autre mot"}
	NoDate    = Message{"no date", "pas une date"}
	NewFile   = Message{"new file", "nouveau fichier"}

	// %s is a kind.
	KindIsNew = Message{"%s is a new kind.", "%s est un nouveau type."}

	MoreFiles = Plural{{"%s more file", "%s more files"}, {"%s fichier de plus", "%s fichiers de plus"}}

	// What is missing.
	FactNeeded      = Message{"Write the fact in a sentence.", "Écrire le fait en une phrase."}
	KindNeeded      = Message{"Choose a kind, or type a new one, without a slash.", "Choisir un type, ou en saisir un nouveau, sans barre oblique."}
	NameOrKeyNeeded = Message{"Give a name or a key.", "Donner un nom ou une clé."}
	KeyNeeded       = Message{"Give a key: letters, digits, hyphens.", "Donner une clé\u00a0: lettres, chiffres, traits d’union."}
	FieldNeeded     = Message{"Choose a field, or type a new one.", "Choisir un champ, ou en saisir un nouveau."}
	SourceNeeded    = Message{"A locator or a quote needs a source.", "Un passage ou une citation demande une source."}

	// %s is a field.
	ValueNeeded = Message{"Give a value for %s.", "Donner une valeur à %s."}

	// The first %s is the input, the second the kinds of entities.
	TargetNeeded = Message{"%s names no entity, or several: choose a %s.", "%s ne désigne aucune entité, ou plusieurs\u00a0: choisir parmi\u00a0: %s."}

	// The first %s is one file or several, with lines, the second a key.
	WrittenAt = Message{"Wrote %s; %s undoes it.", "Écrit en %s ; %s l’annule."}

	// What is undone and redone. The first %s is what was changed, the second where.
	Added = Deed{
		Message{"Undone: added %s (%s).", "Ajout annulé\u00a0: %s (%s)."},
		Message{"Redone: added %s (%s).", "Ajout rétabli\u00a0: %s (%s)."},
	}
	Changed = Deed{
		Message{"Undone: changed %s (%s).", "Modification annulée\u00a0: %s (%s)."},
		Message{"Redone: changed %s (%s).", "Modification rétablie\u00a0: %s (%s)."},
	}
	Removed = Deed{
		Message{"Undone: removed %s (%s).", "Suppression annulée\u00a0: %s (%s)."},
		Message{"Redone: removed %s (%s).", "Suppression rétablie\u00a0: %s (%s)."},
	}
	Fixed = Deed{
		Message{"Fix undone: %s (%s).", "Correction annulée\u00a0: %s (%s)."},
		Message{"Fix redone: %s (%s).", "Correction rétablie\u00a0: %s (%s)."},
	}
	SavedView = Deed{
		Message{"Undone: saved the view %s (%s).", "Enregistrement de la vue annulé\u00a0: %s (%s)."},
		Message{"Redone: saved the view %s (%s).", "Enregistrement de la vue rétabli\u00a0: %s (%s)."},
	}
	Accepted = Deed{
		Message{"Undone: accepted the suggestion for %s (%s).", "Suggestion annulée\u00a0: %s (%s)."},
		Message{"Redone: accepted the suggestion for %s (%s).", "Suggestion rétablie\u00a0: %s (%s)."},
	}
	Refused = Deed{
		Message{"Undone: refused %s (%s).", "Refus annulé\u00a0: %s (%s)."},
		Message{"Redone: refused %s (%s).", "Refus rétabli\u00a0: %s (%s)."},
	}

	// The first %s is what was changed, the second the reason.
	NotUndone = Message{"Not undone (%s): %s", "Non annulé (%s) : %s"}
	NotRedone = Message{"Not redone (%s): %s", "Non rétabli (%s) : %s"}

	NothingToUndo = Message{"Nothing to undo: rihla has written nothing since it was started.", "Rien à annuler : rihla n’a rien écrit depuis son lancement."}
	// %s is a key.
	NothingMoreToUndo = Message{"Nothing more to undo; %s redoes what was undone.", "Plus rien à annuler ; %s rétablit ce qui a été annulé."}

	NothingToRedo = Message{"Nothing to redo.", "Rien à rétablir."}

	NoFilesToWrite = Message{"The built-in knowledge base has no files. To change it, open a copy of the folder assets/morocco-us-2024 of rihla’s source.",
		"La base intégrée n’a pas de fichiers. Pour la modifier, ouvrir une copie du dossier assets/morocco-us-2024 du code source de rihla."}
	InputIsNoFile = Message{"What is read from standard input has no file: save it as a file, and open that.",
		"L’entrée standard n’est pas un fichier\u00a0: l’enregistrer dans un fichier, et ouvrir celui-ci."}
)
