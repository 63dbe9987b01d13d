package words

// Overview holds the messages of a knowledge base as a whole.
type Overview struct {
	OverviewShort string
}

var englishOverview = Overview{
	OverviewShort: "What a knowledge base is, on one screen",
}

var frenchOverview = Overview{
	OverviewShort: "Ce qu’est une base de connaissances, sur un écran",
}
