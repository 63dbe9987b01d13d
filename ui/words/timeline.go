package words

// The timeline, and how dates and periods are written.
var (
	// above its line
	Today = Message{"today", "aujourd’hui"}

	// %s is how many
	DatedCount = Plural{{"%s date", "%s dates"}, {"%s date", "%s dates"}}

	// %s and %s are years
	FromYearTo = Message{"%s to %s", "%s à %s"}

	// %s is how many
	Earlier = Plural{{"%s earlier", "%s earlier"}, {"%s avant", "%s avant"}}
	Later   = Plural{{"%s later", "%s later"}, {"%s après", "%s après"}}

	NothingDated = Message{"No dates here.", "Aucune date ici."}

	// of what is selected
	NothingDatedNow = Message{"No dates in the results.", "Aucune date dans les résultats."}

	// of the command
	NothingDatedThen = Message{"no dates in this period", "aucune date dans cette période"}
	NoneDated        = Message{"no dates here", "aucune date ici"}
	NoneDatedNow     = Message{"no dates in the results", "aucune date dans les résultats"}

	HowToDate = Message{"To place an entity on the timeline, write in its table:",
		"Pour placer une entité sur la chronologie, écrire dans sa table\u00a0:"}
	DatesToCome = Message{"Dates are shown once all files have been read.",
		"Les dates s’affichent une fois tous les fichiers lus."}

	// how exactly a date is known
	MonthKnown = Message{"known to the month", "connue au mois près"}
	YearKnown  = Message{"known to the year", "connue à l’année près"}

	GoesOn = Message{"ongoing", "en cours"}
)
