package words

// Titles of the columns of tables.
var (
	KindColumn      = Message{"Kind", "Type"}
	ViewColumn      = Message{"View", "Vue"}
	LabelColumn     = Message{"Label", "Libellé"}
	CountColumn     = Message{"Entities", "Entités"}
	AddressColumn   = Message{"Address", "Adresse"}
	EntityKeyColumn = Message{"Key", "Clé"}
	AliasesColumn   = Message{"Also known as", "Autres noms"}
	BodyColumn      = Message{"Text", "Texte"}
	MatchColumn     = Message{"Found in", "Trouvé dans"}
	NameColumn      = Message{"Name", "Nom"}
	RoleColumn      = Message{"Role", "Rôle"}
	SummaryColumn   = Message{"Summary", "Résumé"}

	// Of sources: how many claims cite one, and for how many it is the only source.
	CitedColumn = Message{"Cited", "Citée"}
	AloneColumn = Message{"Sole source", "Source unique"}

	// Of the table of keys.
	KeyColumn     = Message{"Key", "Touche"}
	MeaningColumn = Message{"Action", "Action"}
)
