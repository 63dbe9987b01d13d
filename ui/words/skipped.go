package words

// What was not read of a folder. %s is a number.
var (
	SkippedDrafts     = Plural{{"%s name that begins with _", "%s names that begin with _"}, {"%s nom qui commence par _", "%s noms qui commencent par _"}}
	SkippedUnreadable = Plural{{"%s folder that cannot be read", "%s folders that cannot be read"}, {"%s dossier illisible", "%s dossiers illisibles"}}
	SkippedOutside    = Plural{{"%s link out of the folder or to nothing", "%s links out of the folder or to nothing"},
		{"%s lien vers l’extérieur ou vers rien", "%s liens vers l’extérieur ou vers rien"}}
	SkippedTooLong = Plural{{"%s path that is too long", "%s paths that are too long"}, {"%s chemin trop long", "%s chemins trop longs"}}
)
