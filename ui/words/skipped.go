package words

// What was not read of a folder. %s is a number.
var (
	SkippedDrafts     = Plural{{"%s name that begins with _", "%s names that begin with _"}, {"%s nom qui commence par _", "%s noms qui commencent par _"}}
	SkippedUnreadable = Plural{{"%s folder that cannot be read", "%s folders that cannot be read"}, {"%s dossier illisible", "%s dossiers illisibles"}}
	SkippedOutside    = Plural{{"%s link that is broken, or leads out of the folder or back into it", "%s links that are broken, or lead out of the folder or back into it"},
		{"%s lien rompu, ou qui sort du dossier ou y revient", "%s liens rompus, ou qui sortent du dossier ou y reviennent"}}
	SkippedSpecial = Plural{{"%s pipe, socket or device", "%s pipes, sockets or devices"}, {"%s tube, socket ou périphérique", "%s tubes, sockets ou périphériques"}}
	SkippedTooLong = Plural{{"%s path that is too long", "%s paths that are too long"}, {"%s chemin trop long", "%s chemins trop longs"}}
)

// OthersAreNamed says how a file of another name is read. %s is a command.
var OthersAreNamed = Message{"A file whose name does not end in .toml opens if it is named: %s",
	"Un fichier dont le nom ne finit pas par .toml s’ouvre si on le nomme\u00a0: %s"}
