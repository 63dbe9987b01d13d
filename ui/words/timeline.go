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

	NothingDated = Message{"Nothing here has a date.", "Rien n’est daté ici."}

	// of what is selected
	NothingDatedNow = Message{"Nothing that is selected has a date.", "Rien de ce qui est retenu n’est daté."}

	// of the command
	NothingDatedThen = Message{"nothing is dated then", "rien n’est daté de ce temps-là"}
	NoneDated        = Message{"nothing here has a date", "rien n’est daté ici"}
	NoneDatedNow     = Message{"nothing that is selected has a date", "rien de ce qui est retenu n’est daté"}

	HowToDate = Message{"To put an entity on the timeline, write in its table:",
		"Pour placer une entité dans la chronologie, écrire dans sa table :"}
	DatesToCome = Message{"Dates are shown when everything has been read.", "Les dates s’afficheront quand tout aura été lu."}

	// how exactly a date is known
	MonthKnown = Message{"known to the month", "connue au mois près"}
	YearKnown  = Message{"known to the year", "connue à l’année près"}

	GoesOn = Message{"goes on", "se poursuit"}
)
