package words

// Rule says what a finding of one code means: what is wrong, why that matters,
// and what to do about it.
type Rule struct{ What, Why, Remedy string }

// Rules holds a rule for each code of the format.
type Rules struct {
	Syntax, DuplicateEntity, DuplicateKey                     Rule
	DanglingReference, AmbiguousReference, WrongKind          Rule
	BadType, BadDate, BadLocation, BadURL, MissingRequired    Rule
	QuoteNotFound, SnapshotMissing                            Rule
	UnknownKind, UnknownRelation, UnknownField                Rule
	Unsourced, MissingLanguage, ControlCharacter, BidiControl Rule
	Orphan, Contradiction                                     Rule
	RuleWhat, RuleWhy, RuleRemedy                             string // titles
	UnknownCode                                               string // %s is a code
	FlagExplain, FlagOnly                                     string
}

// Rule returns what a code means, by its name in the format.
func (w *Words) Rule(code string) (Rule, bool) {
	r := &w.Rules
	of := map[string]*Rule{
		"syntax": &r.Syntax, "duplicate-entity": &r.DuplicateEntity, "duplicate-key": &r.DuplicateKey,
		"dangling-reference": &r.DanglingReference, "ambiguous-reference": &r.AmbiguousReference, "wrong-kind": &r.WrongKind,
		"bad-type": &r.BadType, "bad-date": &r.BadDate, "bad-location": &r.BadLocation, "bad-url": &r.BadURL, "missing-required": &r.MissingRequired,
		"quote-not-found": &r.QuoteNotFound, "snapshot-missing": &r.SnapshotMissing,
		"unknown-kind": &r.UnknownKind, "unknown-relation": &r.UnknownRelation, "unknown-field": &r.UnknownField,
		"unsourced": &r.Unsourced, "missing-language": &r.MissingLanguage, "control-character": &r.ControlCharacter, "bidi-control": &r.BidiControl,
		"orphan": &r.Orphan, "contradiction": &r.Contradiction,
	}[code]
	if of == nil {
		return Rule{}, false
	}
	return *of, true
}

var englishRules = Rules{
	RuleWhat: "What", RuleWhy: "Why", RuleRemedy: "Remedy", UnknownCode: "there is no finding %s",
	FlagExplain: "Say what findings of a code mean, or of every code: all", FlagOnly: "Findings of these codes only, separated by commas",

	Syntax:             Rule{"A part of the file is not TOML, or not UTF-8.", "What cannot be read is not shown; the rest is.", "Mend the line that is named; what stands around it is often an unclosed quote or bracket."},
	DuplicateEntity:    Rule{"Two tables describe the same entity.", "Only the first is kept, so that the other one’s words are lost.", "Give one of them another key, or put the two together."},
	DuplicateKey:       Rule{"A key is given twice in one table.", "TOML allows one; which of the two was meant is not known.", "Take one away, or make a list of the two values."},
	DanglingReference:  Rule{"A reference names nothing that there is.", "A link that leads nowhere is missed by everyone who follows links.", "Mend the name, or add the entity that is meant."},
	AmbiguousReference: Rule{"A reference may name any of several entities.", "Whoever reads it cannot know which was meant.", "Write the address, kind/key, of the one that is meant."},
	WrongKind:          Rule{"A reference names an entity of a kind that the relation does not take.", "Either the name is another’s, or the relation is wider than the manifest says.", "Name an entity of the right kind, or add the kind to the relation’s `to` in the manifest."},
	BadType:            Rule{"A value is not of the type, or not among the choices, that are declared.", "It does not sort, filter or compare with the others.", "Write it as the type asks, or declare another type."},
	BadDate:            Rule{"A date is none of the calendar.", "It stands on no timeline, and no question about time finds it.", "Write 2024-02-11, \"2024-02\" or \"2024\"."},
	BadLocation:        Rule{"A location is not two numbers in degrees.", "It stands on no map.", "Write [latitude, longitude], north and east positive."},
	BadURL:             Rule{"An address is not one that a browser or a mail program opens.", "Nobody can follow it, and it may be unsafe to try.", "Begin it with https://, http:// or mailto:, without a user."},
	MissingRequired:    Rule{"An entity lacks what its kind requires.", "The manifest says that nothing of this kind is complete without it.", "Add the field, or take it off the kind’s `require`."},
	QuoteNotFound:      Rule{"Words in quotation marks do not occur in the stored copy of their source.", "A claim that relies on words which nobody wrote relies on nothing.", "Quote what the copy has; leave words out with […]; or store the copy that has them."},
	SnapshotMissing:    Rule{"The stored copy of a source is not there, or cannot be read.", "Nothing that is quoted from it can be checked.", "Put the copy where `text` says, below the knowledge base, as text or HTML; or mend the path."},
	UnknownKind:        Rule{"The manifest declares kinds, and not this one.", "It is probably another spelling of one that is declared.", "Declare it under [kinds], or use the kind that is meant."},
	UnknownRelation:    Rule{"A field names entities, and the manifest declares no such relation.", "It has no label, no inverse, and no kinds that it is held to.", "Declare it under [relations], or use the relation that is meant."},
	UnknownField:       Rule{"The manifest declares the fields of this kind, and not this one.", "It is probably another spelling of one that is declared.", "Declare it under [kinds.KIND.fields], or use the field that is meant."},
	Unsourced:          Rule{"A claim says no source, where its kind requires one.", "Nobody can check it.", "Write it as { value = …, source = \"…\" }, or name the entity’s sources."},
	MissingLanguage:    Rule{"A text is given in some of the languages and not in all.", "Readers of the others see it in a language that is not theirs.", "Add the translation, or write the text without a language."},
	ControlCharacter:   Rule{"A text holds a character that is not seen.", "Two texts that look alike are not alike, and searches miss one of them.", "Take the character out."},
	BidiControl:        Rule{"A text holds a character that turns the direction of what is around it.", "What is seen may be in another order than what is meant.", "Take the character out; right-to-left scripts need none."},
	Orphan:             Rule{"Nothing links to or from an entity.", "Only who looks for it will find it.", "Link it with what it has to do with, if there is anything."},
	Contradiction:      Rule{"One field has several values that cannot all be true, none of them preferred.", "Each reader has to decide anew which to believe.", "Give the one to believe rank = \"preferred\", or say when each held."},
}

var frenchRules = Rules{
	RuleWhat: "Quoi", RuleWhy: "Pourquoi", RuleRemedy: "Remède", UnknownCode: "il n’y a pas de constat %s",
	FlagExplain: "Dire ce que signifient les constats d’un code, ou de tous\u00a0: all", FlagOnly: "Seulement les constats de ces codes, séparés par des virgules",

	Syntax:             Rule{"Une partie du fichier n’est pas du TOML, ou pas de l’UTF-8.", "Ce qui ne peut être lu n’est pas montré\u00a0; le reste l’est.", "Corriger la ligne nommée\u00a0; il s’agit souvent d’un guillemet ou d’un crochet non fermé à côté."},
	DuplicateEntity:    Rule{"Deux tables décrivent la même entité.", "Seule la première est gardée\u00a0: ce que dit l’autre est perdu.", "Donner une autre clé à l’une, ou réunir les deux."},
	DuplicateKey:       Rule{"Une clé est donnée deux fois dans une table.", "TOML n’en admet qu’une\u00a0; on ne sait laquelle est la bonne.", "En ôter une, ou faire une liste des deux valeurs."},
	DanglingReference:  Rule{"Une référence ne désigne rien de ce qu’il y a.", "Un lien qui ne mène nulle part manque à tous ceux qui suivent les liens.", "Corriger le nom, ou ajouter l’entité voulue."},
	AmbiguousReference: Rule{"Une référence peut désigner plusieurs entités.", "Qui la lit ne peut savoir laquelle était voulue.", "Écrire l’adresse, sorte/clé, de celle qui est voulue."},
	WrongKind:          Rule{"Une référence désigne une entité d’une sorte que la relation n’admet pas.", "Ou le nom est celui d’un autre, ou la relation est plus large que ne le dit le manifeste.", "Nommer une entité de la bonne sorte, ou ajouter la sorte au `to` de la relation dans le manifeste."},
	BadType:            Rule{"Une valeur n’est pas du type déclaré, ou pas l’un des choix.", "Elle ne se trie, ne se filtre ni ne se compare avec les autres.", "L’écrire comme le type le demande, ou déclarer un autre type."},
	BadDate:            Rule{"Une date n’est pas du calendrier.", "Elle n’est sur aucune frise, et aucune question sur le temps ne la trouve.", "Écrire 2024-02-11, \"2024-02\" ou \"2024\"."},
	BadLocation:        Rule{"Un lieu n’est pas deux nombres en degrés.", "Il n’est sur aucune carte.", "Écrire [latitude, longitude], nord et est positifs."},
	BadURL:             Rule{"Une adresse n’est pas de celles qu’ouvre un navigateur ou un courrieleur.", "Personne ne peut la suivre, et l’essayer peut être risqué.", "La commencer par https://, http:// ou mailto:, sans nom d’utilisateur."},
	MissingRequired:    Rule{"Il manque à une entité ce que sa sorte exige.", "Le manifeste dit que rien de cette sorte n’est complet sans cela.", "Ajouter le champ, ou l’ôter du `require` de la sorte."},
	QuoteNotFound:      Rule{"Des mots cités ne se trouvent pas dans la copie conservée de leur source.", "Une affirmation qui s’appuie sur des mots que personne n’a écrits ne s’appuie sur rien.", "Citer ce que porte la copie\u00a0; omettre des mots par […]\u00a0; ou conserver la copie qui les porte."},
	SnapshotMissing:    Rule{"La copie conservée d’une source n’est pas là, ou ne peut être lue.", "Rien de ce qui en est cité ne peut être vérifié.", "Mettre la copie où le dit `text`, dans la base, en texte ou en HTML\u00a0; ou corriger le chemin."},
	UnknownKind:        Rule{"Le manifeste déclare des sortes, et pas celle-ci.", "C’est sans doute une autre graphie d’une sorte déclarée.", "La déclarer sous [kinds], ou employer la sorte voulue."},
	UnknownRelation:    Rule{"Un champ désigne des entités, et le manifeste ne déclare pas cette relation.", "Elle n’a ni libellé, ni inverse, ni sortes auxquelles la tenir.", "La déclarer sous [relations], ou employer la relation voulue."},
	UnknownField:       Rule{"Le manifeste déclare les champs de cette sorte, et pas celui-ci.", "C’est sans doute une autre graphie d’un champ déclaré.", "Le déclarer sous [kinds.SORTE.fields], ou employer le champ voulu."},
	Unsourced:          Rule{"Une affirmation ne dit pas sa source, alors que sa sorte en exige une.", "Personne ne peut la vérifier.", "L’écrire { value = …, source = \"…\" }, ou nommer les sources de l’entité."},
	MissingLanguage:    Rule{"Un texte est donné en certaines langues et pas en toutes.", "Les lecteurs des autres le voient dans une langue qui n’est pas la leur.", "Ajouter la traduction, ou écrire le texte sans langue."},
	ControlCharacter:   Rule{"Un texte contient un caractère qui ne se voit pas.", "Deux textes d’apparence semblable ne le sont pas, et les recherches en manquent un.", "Ôter le caractère."},
	BidiControl:        Rule{"Un texte contient un caractère qui retourne le sens de ce qui l’entoure.", "Ce que l’on voit peut être dans un autre ordre que ce qui est écrit.", "Ôter le caractère\u00a0; les écritures de droite à gauche n’en ont pas besoin."},
	Orphan:             Rule{"Rien ne mène à une entité, et elle ne mène à rien.", "Seul qui la cherche la trouvera.", "La relier à ce qui la concerne, s’il y a lieu."},
	Contradiction:      Rule{"Un champ a plusieurs valeurs qui ne peuvent être toutes vraies, sans que l’une soit préférée.", "Chaque lecteur doit décider à nouveau laquelle croire.", "Donner rank = \"preferred\" à celle qu’il faut croire, ou dire quand chacune valait."},
}
