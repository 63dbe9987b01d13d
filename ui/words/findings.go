package words

// Rule says what a finding of one code means.
type Rule struct {
	What   Message // what is wrong
	Why    Message // why that matters
	Remedy Message // what to do about it
}

// RuleOf returns what a code means, by its name in the format.
func RuleOf(code string) (rule Rule, known bool) {
	rule, known = rules[code]
	return rule, known
}

// OrphansCounted is printed if orphans are counted rather than listed. %s is their number.
var OrphansCounted = Message{"%s entities without links are counted by kind; --only orphan lists them.", "%s entités sans lien sont comptées par type\u00a0; --only orphan les énumère."}

// ManyOrphans counts the entities of a kind without links: their number, that of
// all, the name of the kind, and the address of one.
var ManyOrphans = Message{"%s of %s entities of the kind %s have no links, such as %s",
	"%s entités sur %s du type %s n’ont aucun lien, par exemple %s"}

// What rihla check --explain says.
var (
	// Titles of the parts of a rule.
	RuleWhat   = Message{"Problem", "Problème"}
	RuleWhy    = Message{"Why", "Pourquoi"}
	RuleRemedy = Message{"Fix", "Correction"}
)

// rules holds a rule for each code of the format.
var rules = map[string]Rule{
	"syntax": {
		What: Message{"Part of the file is not valid TOML, or not UTF-8.",
			"Une partie du fichier n’est pas du TOML valide, ou pas de l’UTF-8."},
		Why: Message{"That part cannot be read, and is not shown; the rest is.",
			"Cette partie ne peut pas être lue et n’est pas affichée\u00a0; le reste l’est."},
		Remedy: Message{"Fix the line that is reported; the cause is often an unclosed quote or bracket nearby.",
			"Corriger la ligne signalée\u00a0; il s’agit souvent d’un guillemet ou d’un crochet non fermé à proximité."},
	},
	"unreadable": {
		What: Message{"The operating system does not let a file or a folder be read.",
			"Le système ne permet pas de lire un fichier ou un dossier."},
		Why: Message{"Its content is missing; the rest of the knowledge base opens.",
			"Rien n’en est connu\u00a0; le reste de la base s’ouvre."},
		Remedy: Message{"Allow it to be read, or begin its name with _ to leave it out.",
			"Autoriser sa lecture, ou faire commencer son nom par _ pour l’écarter."},
	},
	"duplicate-entity": {
		What: Message{"Two tables describe the same entity.",
			"Deux tables décrivent la même entité."},
		Why: Message{"Only the first is kept; the content of the other is lost. Where it is not certain that one entity is meant, both are kept, and it is a warning.",
			"Seule la première est conservée\u00a0; le contenu de l’autre est perdu. Là où il n’est pas certain qu’il s’agit d’une seule entité, les deux sont conservées, et c’est un avertissement."},
		Remedy: Message{"Give one of them another key, or merge the two.",
			"Donner une autre clé à l’une, ou fusionner les deux."},
	},
	"duplicate-key": {
		What: Message{"A key occurs twice in one table.",
			"Une clé figure deux fois dans une table."},
		Why: Message{"TOML allows it once; it is not known which value was meant.",
			"TOML ne l’admet qu’une fois\u00a0; on ne sait pas quelle valeur est la bonne."},
		Remedy: Message{"Remove one, or make a list of the two values.",
			"En supprimer une, ou faire une liste des deux valeurs."},
	},
	"dangling-reference": {
		What: Message{"A reference refers to nothing that exists.",
			"Une référence ne désigne rien qui existe."},
		Why: Message{"The link leads nowhere, and nobody can follow it. It is a warning if the relation was not declared, or is not strict.",
			"Le lien ne mène nulle part, et personne ne peut le suivre. C’est un avertissement si la relation n’est pas déclarée, ou n’est pas stricte."},
		Remedy: Message{"Fix the name, or add the missing entity.",
			"Corriger le nom, ou ajouter l’entité manquante."},
	},
	"ambiguous-reference": {
		What: Message{"A reference may refer to any of several entities.",
			"Une référence peut désigner plusieurs entités."},
		Why: Message{"It is not known which one was meant. It is a warning if the relation was not declared, or is not strict.",
			"On ne sait pas laquelle est visée. C’est un avertissement si la relation n’est pas déclarée, ou n’est pas stricte."},
		Remedy: Message{"Write the address, kind/key, of the intended one.",
			"Écrire l’adresse, type/clé, de l’entité visée."},
	},
	"wrong-kind": {
		What: Message{"A reference refers to an entity of a kind that the relation does not accept.",
			"Une référence désigne une entité d’un type que la relation n’admet pas."},
		Why: Message{"Either the name is wrong, or the relation is wider than the manifest says. It is a warning if the relation was not declared, or is not strict.",
			"Ou bien le nom est faux, ou bien la relation est plus large que ne le dit le manifeste. C’est un avertissement si la relation n’est pas déclarée, ou n’est pas stricte."},
		Remedy: Message{"Refer to an entity of the right kind, or add the kind to the relation’s `to` in the manifest.",
			"Désigner une entité du bon type, ou ajouter le type au `to` de la relation dans le manifeste."},
	},
	"bad-type": {
		What: Message{"A value is not of the declared type, or not one of the declared choices.",
			"Une valeur n’est pas du type déclaré, ou pas l’un des choix déclarés."},
		Why: Message{"It cannot be sorted, filtered or compared with the others.",
			"Elle ne peut être ni triée, ni filtrée, ni comparée avec les autres."},
		Remedy: Message{"Write it in the declared type, or declare another type.",
			"L’écrire dans le type déclaré, ou déclarer un autre type."},
	},
	"bad-date": {
		What: Message{"A date is not a real date.",
			"Une date n’existe pas dans le calendrier."},
		Why: Message{"It is missing from the timeline, and queries about dates do not find it. Without a manifest, or in a field that is not declared to hold dates, it is a warning.",
			"Elle est absente de la chronologie, et les requêtes sur les dates ne la trouvent pas. Sans manifeste, ou dans un champ qui n’est pas déclaré comme date, c’est un avertissement."},
		Remedy: Message{"Write 2024-02-11, \"2024-02\" or \"2024\".",
			"Écrire 2024-02-11, \"2024-02\" ou \"2024\"."},
	},
	"bad-location": {
		What: Message{"A location is not two numbers in degrees.",
			"Un lieu n’est pas formé de deux nombres en degrés."},
		Why: Message{"It is missing from the map. Without a manifest, it is a warning.",
			"Il est absent de la carte. Sans manifeste, c’est un avertissement."},
		Remedy: Message{"Write [latitude, longitude], north and east positive.",
			"Écrire [latitude, longitude], nord et est positifs."},
	},
	"bad-url": {
		What: Message{"An address is not one that a browser or a mail program opens.",
			"Une adresse n’est pas de celles qu’ouvre un navigateur ou un logiciel de messagerie."},
		Why: Message{"Nobody can follow it, and it may be unsafe to try. Without a manifest, it is a warning.",
			"Personne ne peut la suivre, et l’essayer peut être risqué. Sans manifeste, c’est un avertissement."},
		Remedy: Message{"Start it with https://, http:// or mailto:, without a user name.",
			"La commencer par https://, http:// ou mailto:, sans nom d’utilisateur."},
	},
	"missing-required": {
		What: Message{"An entity lacks a field that its kind requires.",
			"Il manque à une entité un champ que son type exige."},
		Why: Message{"The manifest says that entities of this kind are not complete without it.",
			"Le manifeste dit que les entités de ce type ne sont pas complètes sans lui."},
		Remedy: Message{"Add the field, or remove it from the kind’s `require`.",
			"Ajouter le champ, ou le retirer du `require` du type."},
	},
	"quote-not-found": {
		What: Message{"A quote does not occur in the stored copy of its source.",
			"Une citation ne figure pas dans la copie conservée de sa source."},
		Why: Message{"A claim that relies on words that nobody wrote has no support. Without a manifest, it is a warning.",
			"Une affirmation qui s’appuie sur des mots que personne n’a écrits n’est pas étayée. Sans manifeste, c’est un avertissement."},
		Remedy: Message{"Quote the words of the copy; leave words out with […]; or store the copy that has them.",
			"Citer les mots de la copie\u00a0; en omettre par […]\u00a0; ou conserver la copie qui les contient."},
	},
	"snapshot-missing": {
		What: Message{"The stored copy of a source is missing, or cannot be read.",
			"La copie conservée d’une source manque, ou ne peut pas être lue."},
		Why: Message{"Quotes from it cannot be checked. Without a manifest, it is a warning.",
			"Les citations qui en sont tirées ne peuvent pas être vérifiées. Sans manifeste, c’est un avertissement."},
		Remedy: Message{"Put the copy at the path that `text` gives, inside the knowledge base, as text or HTML; or fix the path.",
			"Mettre la copie au chemin que donne `text`, dans la base, en texte ou en HTML\u00a0; ou corriger le chemin."},
	},
	"unknown-kind": {
		What: Message{"The manifest declares kinds, but not this one.",
			"Le manifeste déclare des types, mais pas celui-ci."},
		Why: Message{"It is probably another spelling of a declared kind.",
			"C’est sans doute une autre graphie d’un type déclaré."},
		Remedy: Message{"Declare it under [kinds], or use the intended kind.",
			"Le déclarer sous [kinds], ou employer le type voulu."},
	},
	"unknown-relation": {
		What: Message{"A field refers to entities, but the manifest does not declare the relation.",
			"Un champ désigne des entités, mais le manifeste ne déclare pas cette relation."},
		Why: Message{"It has no label, no inverse, and no kinds to check it against.",
			"Elle n’a ni libellé, ni inverse, ni types à vérifier."},
		Remedy: Message{"Declare it under [relations], or use the intended relation.",
			"La déclarer sous [relations], ou employer la relation voulue."},
	},
	"unknown-field": {
		What: Message{"The manifest declares the fields of this kind, but not this one.",
			"Le manifeste déclare les champs de ce type, mais pas celui-ci."},
		Why: Message{"It is probably another spelling of a declared field.",
			"C’est sans doute une autre graphie d’un champ déclaré."},
		Remedy: Message{"Declare it under [kinds.KIND.fields], or use the intended field.",
			"Le déclarer sous [kinds.TYPE.fields], ou employer le champ voulu."},
	},
	"unsourced": {
		What: Message{"A claim has no source, although its kind requires one.",
			"Une affirmation n’a pas de source, alors que son type en exige une."},
		Why: Message{"Nobody can check it.",
			"Personne ne peut la vérifier."},
		Remedy: Message{"Write it as { value = …, source = \"…\" }, or give the sources of the entity.",
			"L’écrire { value = …, source = \"…\" }, ou donner les sources de l’entité."},
	},
	"broken-link": {
		What: Message{"A link in a body leads to no entity, or may lead to any of several.",
			"Un lien dans un texte ne mène à aucune entité, ou peut mener à plusieurs."},
		Why: Message{"Readers cannot follow it, and the intended entity does not show that it is mentioned.",
			"On ne peut pas le suivre, et l’entité visée ne montre pas qu’elle est mentionnée."},
		Remedy: Message{"Write the address, [text](kind/key) or [[kind/key]]; or put what is not a link in `code`.",
			"Écrire l’adresse, [texte](type/clé) ou [[type/clé]]\u00a0; ou mettre entre `accents graves` ce qui n’est pas un lien."},
	},
	"missing-language": {
		What: Message{"A text is given in some of the languages, but not in all.",
			"Un texte est donné dans certaines langues, mais pas dans toutes."},
		Why: Message{"Readers of the others see it in a language that is not theirs.",
			"Les lecteurs des autres le voient dans une langue qui n’est pas la leur."},
		Remedy: Message{"Add the translation, or write the text without a language.",
			"Ajouter la traduction, ou écrire le texte sans langue."},
	},
	"control-character": {
		What: Message{"A text contains an invisible character.",
			"Un texte contient un caractère invisible."},
		Why: Message{"Two texts that look the same differ, and searches miss one of them.",
			"Deux textes d’apparence identique diffèrent, et les recherches en manquent un."},
		Remedy: Message{"Remove the character.",
			"Supprimer le caractère."},
	},
	"bidi-control": {
		What: Message{"A text contains a character that changes the direction of the text around it.",
			"Un texte contient un caractère qui change le sens d’écriture de ce qui l’entoure."},
		Why: Message{"What is displayed may be in another order than what is written.",
			"Ce qui s’affiche peut être dans un autre ordre que ce qui est écrit."},
		Remedy: Message{"Remove the character; right-to-left scripts do not need it.",
			"Supprimer le caractère\u00a0; les écritures de droite à gauche n’en ont pas besoin."},
	},
	"bad-query": {
		What: Message{"The query of a saved view cannot be read.",
			"La requête d’une vue enregistrée ne peut pas être lue."},
		Why: Message{"The view shows nothing.",
			"La vue ne montre rien."},
		Remedy: Message{"Correct the query; rihla list VIEW says what is wrong with it.",
			"Corriger la requête\u00a0; rihla list VUE dit ce qui ne va pas."},
	},
	"near-miss": {
		What: Message{"A rare name differs by one typing error from one that is common in the same place, or that the format defines.",
			"Un nom est rare, et à une faute de frappe d’un autre qui est courant au même endroit, ou que le format définit."},
		Why: Message{"What it holds is another field, another kind or another qualifier: a link or a source is lost.",
			"Ce qu’il porte est un autre champ, un autre type ou un autre qualificatif\u00a0: un lien ou une source se perd."},
		Remedy: Message{"Correct the name; one that is meant is declared in the manifest.",
			"Corriger le nom\u00a0; s’il est voulu, le déclarer dans le manifeste."},
	},
	"unknown-key": {
		What: Message{"The manifest has a key that means nothing.",
			"Le manifeste a une clé qui ne veut rien dire."},
		Why: Message{"What it says is ignored.",
			"Ce qu’elle dit est ignoré."},
		Remedy: Message{"Correct the key, or remove it.",
			"Corriger la clé, ou la supprimer."},
	},
	"orphan": {
		What: Message{"No link leads to an entity or from it, unlike others of its kind.",
			"Aucun lien ne mène à une entité ni n’en part, contrairement à d’autres de son type."},
		Why: Message{"Only those who search for it will find it.",
			"Seuls ceux qui la cherchent la trouveront."},
		Remedy: Message{"Link it to related entities, if there are any.",
			"La lier à ce qui la concerne, s’il y a lieu."},
	},
	"fallen-source": {
		What: Message{"A claim rests only on sources that are retracted or superseded, or derived from such alone.",
			"Une affirmation ne repose que sur des sources rétractées ou remplacées, ou reprises de celles-là seules."},
		Why: Message{"It counts as a claim without a source: in origins, gaps, matrices, paths and queries.",
			"Elle compte comme une affirmation sans source\u00a0: dans les origines, les lacunes, les matrices, les chemins et les requêtes."},
		Remedy: Message{"Cite a source that still counts, such as the one that has taken its place; or give the claim rank = \"deprecated\".",
			"Citer une source qui tient toujours, par exemple celle qui l’a remplacée\u00a0; ou donner rank = \"deprecated\" à l’affirmation."},
	},
	"stale-refusal": {
		What: Message{"A refusal in the manifest names an entity that does not exist.",
			"Un refus du manifeste nomme une entité qui n’existe pas."},
		Why: Message{"It refuses nothing: what it was about may be suggested again under another name.",
			"Il ne refuse rien\u00a0: ce sur quoi il portait peut être suggéré de nouveau sous un autre nom."},
		Remedy: Message{"Name the entity as it is called now, or remove the refusal.",
			"Nommer l’entité comme elle s’appelle à présent, ou supprimer le refus."},
	},
	"unlinked-field": {
		What: Message{"Several values of a field are keys of one kind, but not enough of them for the field to be read as links.",
			"Plusieurs valeurs d’un champ sont des clés d’un même type, mais trop peu pour que le champ soit lu comme des liens."},
		Why: Message{"They are not followed, drawn or counted as links, and a misspelt one is no finding. It happens when entities are removed or renamed that many values named.",
			"Elles ne sont ni suivies, ni dessinées, ni comptées comme des liens, et une faute de frappe n’y est pas signalée. Cela arrive quand on supprime ou renomme des entités que beaucoup de valeurs désignaient."},
		Remedy: Message{"Declare the relation in kb.toml, with to and the kind, or with never = true; or name entities that exist.",
			"Déclarer la relation dans kb.toml, avec to et le type, ou avec never = true\u00a0; ou désigner des entités qui existent."},
	},
	"unused-declaration": {
		What: Message{"The manifest declares a relation or a field that no entity has.",
			"Le manifeste déclare une relation ou un champ qu’aucune entité n’a."},
		Why: Message{"It changes nothing. The field may have been renamed or moved, and what it is called now is read as if nothing were declared.",
			"La déclaration ne change rien. Le champ a pu être renommé ou déplacé, et celui qui l’a remplacé est lu comme si rien n’était déclaré."},
		Remedy: Message{"Correct the name, or remove the declaration; or leave it, if the field is yet to come.",
			"Corriger le nom, ou supprimer la déclaration ; ou la laisser, si le champ est encore à venir."},
	},
	"contradiction": {
		What: Message{"A field has several values that cannot all be true, and none of them is preferred.",
			"Un champ a plusieurs valeurs qui ne peuvent pas toutes être vraies, et aucune n’est préférée."},
		Why: Message{"Each reader has to decide which one to believe.",
			"Chaque lecteur doit décider laquelle croire."},
		Remedy: Message{"Give rank = \"preferred\" to the one to believe, or say when each of them held.",
			"Donner rank = \"preferred\" à celle qu’il faut croire, ou dire quand chacune était valable."},
	},
}
