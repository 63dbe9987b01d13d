package words

// The dialogue of lines, without a screen.
var (
	FlagDialogue = Message{"A dialogue of lines instead of a screen, for screen readers and pipes",
		"Un dialogue ligne à ligne au lieu d’un écran, pour les lecteurs d’écran et les tubes"}

	// The %s are keys.
	HowToTalk = Message{"Type a number to open it, /WORDS to search, %s for the tabs, %s for help, %s to quit.",
		"Taper un numéro pour l’ouvrir, /MOTS pour chercher, %s pour les onglets, %s pour l’aide, %s pour quitter."}

	// After a screen of lines.
	MoreToSay = Plural{{"%s more", "%s more"}, {"Encore %s", "Encore %s"}}

	// What a command is about.
	WhichNumber = Message{"Which one? Add its number on this page, or its name.", "Laquelle\u00a0? Ajouter son numéro sur cette page, ou son nom."}
	// The %s is an entity.
	PathToWhat = Message{"From %s to which entity? Type a number or a name.", "De %s à quelle entité\u00a0? Taper un numéro ou un nom."}
	// The %s is what the rows would be.
	NoKindLinked = Message{"%s has no links.", "%s n’a aucun lien."}

	UnmarkedNow = Message{"no longer marked", "n’est plus marquée"}

	// Of a field of a comparison.
	RowDiffers   = Message{"differs", "diffère"}
	RowIsSame    = Message{"the same", "identique"}
	RowIsPartial = Message{"empty in some", "vide pour certaines"}

	// After what has changed in the files. The %s is a key.
	HowToRepeat = Message{"%s prints the page again.", "%s réaffiche la page."}

	// While what takes long is awaited.
	Indexing = Message{"Indexing…", "Indexation…"}

	NoListHere = Message{"There is no list here.", "Il n’y a pas de liste ici."}

	NothingMore   = Message{"Nothing more here.", "Rien de plus ici."}
	NoSourcesHere = Message{"No sources on this page.", "Aucune source sur cette page."}

	// The first %s is what was typed, the second a key.
	NoSuchNumber     = Message{"There is no %s on this page.", "Il n’y a pas de %s sur cette page."}
	EditorOnTerminal = Message{"The editor needs a terminal.", "L’éditeur a besoin d’un terminal."}
	UnknownLine      = Message{"Unknown command %s; %s shows the commands, :WORDS searches.", "Commande %s inconnue\u00a0; %s affiche les commandes, :MOTS cherche."}

	// The %s is an address.
	EntityGone = Message{"%s is gone from the files.", "%s n’est plus dans les fichiers."}

	// The help.
	WhatToType  = Message{"What to type", "Que taper"}
	TypedNumber = Message{"open what has this number", "ouvrir ce qui porte ce numéro"}
	TypedSource = Message{"what this source says", "ce que dit cette source"}
	TypedMore   = Message{"more lines; so does an empty line", "la suite\u00a0; une ligne vide aussi"}
	TypedMark   = Message{"mark what has this number, or unmark it; without a number: what is marked",
		"marquer ce qui porte ce numéro, ou retirer la marque\u00a0; sans numéro\u00a0: les entités marquées"}
	TypedEdit   = Message{"open the editor on this page, or on what has this number", "ouvrir l’éditeur sur cette page, ou sur ce qui porte ce numéro"}
	TypedSort   = Message{"sort the list by one of its columns", "trier la liste selon une de ses colonnes"}
	TypedFilter = Message{"filter the list, or search everything where there is none", "filtrer la liste, ou chercher partout s’il n’y en a pas"}
)
