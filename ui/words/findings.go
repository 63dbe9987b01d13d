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

// What rihla check --explain says.
var (
	// titles
	RuleWhat   = Message{"What", "Quoi"}
	RuleWhy    = Message{"Why", "Pourquoi"}
	RuleRemedy = Message{"Remedy", "Remède"}
)

// rules holds a rule for each code of the format.
var rules = map[string]Rule{
	"syntax": {
		What: Message{"A part of the file is not TOML, or not UTF-8.",
			"Une partie du fichier n’est pas du TOML, ou pas de l’UTF-8."},
		Why: Message{"What cannot be read is not shown; the rest is.",
			"Ce qui ne peut être lu n’est pas montré\u00a0; le reste l’est."},
		Remedy: Message{"Mend the line that is named; what stands around it is often an unclosed quote or bracket.",
			"Corriger la ligne nommée\u00a0; il s’agit souvent d’un guillemet ou d’un crochet non fermé à côté."},
	},
	"duplicate-entity": {
		What: Message{"Two tables describe the same entity.",
			"Deux tables décrivent la même entité."},
		Why: Message{"Only the first is kept, so that the other one’s words are lost.",
			"Seule la première est gardée\u00a0: ce que dit l’autre est perdu."},
		Remedy: Message{"Give one of them another key, or put the two together.",
			"Donner une autre clé à l’une, ou réunir les deux."},
	},
	"duplicate-key": {
		What: Message{"A key is given twice in one table.",
			"Une clé est donnée deux fois dans une table."},
		Why: Message{"TOML allows one; which of the two was meant is not known.",
			"TOML n’en admet qu’une\u00a0; on ne sait laquelle est la bonne."},
		Remedy: Message{"Take one away, or make a list of the two values.",
			"En ôter une, ou faire une liste des deux valeurs."},
	},
	"dangling-reference": {
		What: Message{"A reference names nothing that there is.",
			"Une référence ne désigne rien de ce qu’il y a."},
		Why: Message{"A link that leads nowhere is missed by everyone who follows links.",
			"Un lien qui ne mène nulle part manque à tous ceux qui suivent les liens."},
		Remedy: Message{"Mend the name, or add the entity that is meant.",
			"Corriger le nom, ou ajouter l’entité voulue."},
	},
	"ambiguous-reference": {
		What: Message{"A reference may name any of several entities.",
			"Une référence peut désigner plusieurs entités."},
		Why: Message{"Whoever reads it cannot know which was meant.",
			"Qui la lit ne peut savoir laquelle était voulue."},
		Remedy: Message{"Write the address, kind/key, of the one that is meant.",
			"Écrire l’adresse, sorte/clé, de celle qui est voulue."},
	},
	"wrong-kind": {
		What: Message{"A reference names an entity of a kind that the relation does not take.",
			"Une référence désigne une entité d’une sorte que la relation n’admet pas."},
		Why: Message{"Either the name is another’s, or the relation is wider than the manifest says.",
			"Ou le nom est celui d’un autre, ou la relation est plus large que ne le dit le manifeste."},
		Remedy: Message{"Name an entity of the right kind, or add the kind to the relation’s `to` in the manifest.",
			"Nommer une entité de la bonne sorte, ou ajouter la sorte au `to` de la relation dans le manifeste."},
	},
	"bad-type": {
		What: Message{"A value is not of the type, or not among the choices, that are declared.",
			"Une valeur n’est pas du type déclaré, ou pas l’un des choix."},
		Why: Message{"It does not sort, filter or compare with the others.",
			"Elle ne se trie, ne se filtre ni ne se compare avec les autres."},
		Remedy: Message{"Write it as the type asks, or declare another type.",
			"L’écrire comme le type le demande, ou déclarer un autre type."},
	},
	"bad-date": {
		What: Message{"A date is none of the calendar.",
			"Une date n’est pas du calendrier."},
		Why: Message{"It stands on no timeline, and no question about time finds it.",
			"Elle n’est sur aucune frise, et aucune question sur le temps ne la trouve."},
		Remedy: Message{"Write 2024-02-11, \"2024-02\" or \"2024\".",
			"Écrire 2024-02-11, \"2024-02\" ou \"2024\"."},
	},
	"bad-location": {
		What: Message{"A location is not two numbers in degrees.",
			"Un lieu n’est pas deux nombres en degrés."},
		Why: Message{"It stands on no map.",
			"Il n’est sur aucune carte."},
		Remedy: Message{"Write [latitude, longitude], north and east positive.",
			"Écrire [latitude, longitude], nord et est positifs."},
	},
	"bad-url": {
		What: Message{"An address is not one that a browser or a mail program opens.",
			"Une adresse n’est pas de celles qu’ouvre un navigateur ou un courrieleur."},
		Why: Message{"Nobody can follow it, and it may be unsafe to try.",
			"Personne ne peut la suivre, et l’essayer peut être risqué."},
		Remedy: Message{"Begin it with https://, http:// or mailto:, without a user.",
			"La commencer par https://, http:// ou mailto:, sans nom d’utilisateur."},
	},
	"missing-required": {
		What: Message{"An entity lacks what its kind requires.",
			"Il manque à une entité ce que sa sorte exige."},
		Why: Message{"The manifest says that nothing of this kind is complete without it.",
			"Le manifeste dit que rien de cette sorte n’est complet sans cela."},
		Remedy: Message{"Add the field, or take it off the kind’s `require`.",
			"Ajouter le champ, ou l’ôter du `require` de la sorte."},
	},
	"quote-not-found": {
		What: Message{"Words in quotation marks do not occur in the stored copy of their source.",
			"Des mots cités ne se trouvent pas dans la copie conservée de leur source."},
		Why: Message{"A claim that relies on words which nobody wrote relies on nothing.",
			"Une affirmation qui s’appuie sur des mots que personne n’a écrits ne s’appuie sur rien."},
		Remedy: Message{"Quote what the copy has; leave words out with […]; or store the copy that has them.",
			"Citer ce que porte la copie\u00a0; omettre des mots par […]\u00a0; ou conserver la copie qui les porte."},
	},
	"snapshot-missing": {
		What: Message{"The stored copy of a source is not there, or cannot be read.",
			"La copie conservée d’une source n’est pas là, ou ne peut être lue."},
		Why: Message{"Nothing that is quoted from it can be checked.",
			"Rien de ce qui en est cité ne peut être vérifié."},
		Remedy: Message{"Put the copy where `text` says, below the knowledge base, as text or HTML; or mend the path.",
			"Mettre la copie où le dit `text`, dans la base, en texte ou en HTML\u00a0; ou corriger le chemin."},
	},
	"unknown-kind": {
		What: Message{"The manifest declares kinds, and not this one.",
			"Le manifeste déclare des sortes, et pas celle-ci."},
		Why: Message{"It is probably another spelling of one that is declared.",
			"C’est sans doute une autre graphie d’une sorte déclarée."},
		Remedy: Message{"Declare it under [kinds], or use the kind that is meant.",
			"La déclarer sous [kinds], ou employer la sorte voulue."},
	},
	"unknown-relation": {
		What: Message{"A field names entities, and the manifest declares no such relation.",
			"Un champ désigne des entités, et le manifeste ne déclare pas cette relation."},
		Why: Message{"It has no label, no inverse, and no kinds that it is held to.",
			"Elle n’a ni libellé, ni inverse, ni sortes auxquelles la tenir."},
		Remedy: Message{"Declare it under [relations], or use the relation that is meant.",
			"La déclarer sous [relations], ou employer la relation voulue."},
	},
	"unknown-field": {
		What: Message{"The manifest declares the fields of this kind, and not this one.",
			"Le manifeste déclare les champs de cette sorte, et pas celui-ci."},
		Why: Message{"It is probably another spelling of one that is declared.",
			"C’est sans doute une autre graphie d’un champ déclaré."},
		Remedy: Message{"Declare it under [kinds.KIND.fields], or use the field that is meant.",
			"Le déclarer sous [kinds.SORTE.fields], ou employer le champ voulu."},
	},
	"unsourced": {
		What: Message{"A claim says no source, where its kind requires one.",
			"Une affirmation ne dit pas sa source, alors que sa sorte en exige une."},
		Why: Message{"Nobody can check it.",
			"Personne ne peut la vérifier."},
		Remedy: Message{"Write it as { value = …, source = \"…\" }, or name the entity’s sources.",
			"L’écrire { value = …, source = \"…\" }, ou nommer les sources de l’entité."},
	},
	"broken-link": {
		What: Message{"A link in a body leads to no entity, or to any of several.",
			"Un lien dans un corps de texte ne mène à aucune entité, ou peut mener à plusieurs."},
		Why: Message{"Readers cannot follow it, and the entity that is meant does not show that it is mentioned.",
			"On ne peut pas le suivre, et l’entité voulue ne montre pas qu’elle est mentionnée."},
		Remedy: Message{"Write the address, [text](kind/key) or [[kind/key]]; or put what is no link in `code`.",
			"Écrire l’adresse, [texte](sorte/clé) ou [[sorte/clé]] ; ou mettre entre `accents graves` ce qui n’est pas un lien."},
	},
	"missing-language": {
		What: Message{"A text is given in some of the languages and not in all.",
			"Un texte est donné en certaines langues et pas en toutes."},
		Why: Message{"Readers of the others see it in a language that is not theirs.",
			"Les lecteurs des autres le voient dans une langue qui n’est pas la leur."},
		Remedy: Message{"Add the translation, or write the text without a language.",
			"Ajouter la traduction, ou écrire le texte sans langue."},
	},
	"control-character": {
		What: Message{"A text holds a character that is not seen.",
			"Un texte contient un caractère qui ne se voit pas."},
		Why: Message{"Two texts that look alike are not alike, and searches miss one of them.",
			"Deux textes d’apparence semblable ne le sont pas, et les recherches en manquent un."},
		Remedy: Message{"Take the character out.",
			"Ôter le caractère."},
	},
	"bidi-control": {
		What: Message{"A text holds a character that turns the direction of what is around it.",
			"Un texte contient un caractère qui retourne le sens de ce qui l’entoure."},
		Why: Message{"What is seen may be in another order than what is meant.",
			"Ce que l’on voit peut être dans un autre ordre que ce qui est écrit."},
		Remedy: Message{"Take the character out; right-to-left scripts need none.",
			"Ôter le caractère\u00a0; les écritures de droite à gauche n’en ont pas besoin."},
	},
	"orphan": {
		What: Message{"Nothing links to or from an entity.",
			"Rien ne mène à une entité, et elle ne mène à rien."},
		Why: Message{"Only who looks for it will find it.",
			"Seul qui la cherche la trouvera."},
		Remedy: Message{"Link it with what it has to do with, if there is anything.",
			"La relier à ce qui la concerne, s’il y a lieu."},
	},
	"contradiction": {
		What: Message{"One field has several values that cannot all be true, none of them preferred.",
			"Un champ a plusieurs valeurs qui ne peuvent être toutes vraies, sans que l’une soit préférée."},
		Why: Message{"Each reader has to decide anew which to believe.",
			"Chaque lecteur doit décider à nouveau laquelle croire."},
		Remedy: Message{"Give the one to believe rank = \"preferred\", or say when each held.",
			"Donner rank = \"preferred\" à celle qu’il faut croire, ou dire quand chacune valait."},
	},
}
