package words

// The timeline.
var (
	// Above the line of today.
	Today = Message{"today", "aujourd’hui"}

	// %s is a number.
	DatedCount = Plural{{"%s date", "%s dates"}, {"%s date", "%s dates"}}

	// %s and %s are years.
	FromYearTo = Message{"%s to %s", "%s à %s"}

	// %s is a number.
	Earlier = Plural{{"%s earlier", "%s earlier"}, {"%s avant", "%s avant"}}
	Later   = Plural{{"%s later", "%s later"}, {"%s après", "%s après"}}

	NothingDated = Message{"No dates here.", "Aucune date ici."}

	// If there is a query.
	NothingDatedNow = Message{"No dates in the results.", "Aucune date dans les résultats."}

	// On the command line.
	NothingDatedThen = Message{"no dates in this period", "aucune date dans cette période"}
	NoneDated        = Message{"no dates here", "aucune date ici"}
	NoneDatedNow     = Message{"no dates in the results", "aucune date dans les résultats"}

	HowToDate = Message{"To place an entity on the timeline, write in its table:",
		"Pour placer une entité sur la chronologie, écrire dans sa table\u00a0:"}
	DatesToCome = Message{"Dates are shown once all files have been read.",
		"Les dates s’affichent une fois tous les fichiers lus."}

	// The precision of a date.
	MonthKnown = Message{"known to the month", "connue au mois près"}
	YearKnown  = Message{"known to the year", "connue à l’année près"}

	// The length of a stretch without dates. %s is a number.
	YearsLong  = Plural{{"%s year", "%s years"}, {"%s an", "%s ans"}}
	MonthsLong = Plural{{"%s month", "%s months"}, {"%s mois", "%s mois"}}
	DaysLong   = Plural{{"%s day", "%s days"}, {"%s jour", "%s jours"}}

	// What the heading says of the axis. %s is a number.
	GapCount  = Plural{{"%s empty stretch shortened", "%s empty stretches shortened"}, {"%s période vide abrégée", "%s périodes vides abrégées"}}
	EvenScale = Message{"even scale", "échelle uniforme"}

	Ongoing = Message{"ongoing", "en cours"}
)
