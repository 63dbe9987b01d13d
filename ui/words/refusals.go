package words

// Refusals of suggestions.
var (
	RefuseShort = Message{"Refuse a suggestion for good: not the same, or not a link",
		"Refuser une suggestion pour de bon\u00a0: pas la même, ou pas un lien"}
	RefuseLong = Message{"Write into the manifest that two entities are not the same (same), or that there is no link between them (link). rihla suggest and rihla check no longer bring it up. The lines are added to the end of kb.toml, or of the single file; no other byte changes.",
		"Écrire dans le manifeste que deux entités ne sont pas la même (same), ou qu’il n’y a pas de lien entre elles (link). rihla suggest et rihla check n’en parlent plus. Les lignes sont ajoutées à la fin de kb.toml, ou du fichier unique\u00a0; aucun autre octet ne change."}

	FlagRefusedBy   = Message{"Who decided", "Qui l’a décidé"}
	FlagRefusedNote = Message{"Why", "Pourquoi"}
	FlagRefusedDate = Message{"When; default: today", "Quand\u00a0; aujourd’hui par défaut"}
	FlagRefuseDry   = Message{"Print the lines instead of writing them", "Afficher les lignes au lieu de les écrire"}

	NeedsRefusal = Message{"refuse needs same or link, and two entities, such as same company/oracle company/oracle-corp",
		"refuse demande same ou link, et deux entités, comme same company/oracle company/oracle-corp"}
	RefusedOnce = Message{"refuse needs two different entities", "refuse demande deux entités différentes"}

	// The first %s is the file.
	RefusalWritten = Message{"Refused in %s:", "Refus écrit dans %s\u00a0:"}

	// %s is the position of a refusal.
	RefusedBefore = Message{"Already refused at %s.", "Déjà refusé en %s."}

	NoFileForRefusals = Message{"the built-in knowledge base cannot be changed: name one of your own",
		"la base intégrée ne peut pas être modifiée\u00a0: en nommer une autre"}

	// %s is a command.
	RefuseBy = Message{"to refuse: %s", "pour refuser\u00a0: %s"}

	// Before the lines of a refusal.
	RefusalIs = Message{"A refusal is kept in the manifest, here of the first suggestion:",
		"Un refus est conservé dans le manifeste, ici celui de la première suggestion\u00a0:"}
)
