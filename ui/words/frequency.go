package words

// The frequency table of a field.
var (
	// The dialog that asks for the field.
	FrequencyOf = Message{"Frequency table: which field?", "Table de fréquences\u00a0: quel champ\u00a0?"}

	ValueColumn    = Message{"Value", "Valeur"}
	RangeColumn    = Message{"Range", "Intervalle"}
	NumberOfColumn = Message{"Count", "Nombre"}
	ShareColumn    = Message{"Share", "Part"}

	// %s is a number.
	DistinctCount = Plural{{"%s distinct value", "%s distinct values"}, {"%s valeur distincte", "%s valeurs distinctes"}}
	MoreValues    = Plural{{"and %s more value", "and %s more values"}, {"et %s autre valeur", "et %s autres valeurs"}}
	ChosenCount   = Plural{{"%s chosen", "%s chosen"}, {"%s choisie", "%s choisies"}}

	// %s is a whole number, or a sign and a whole number.
	Percent = Message{"%s%%", "%s\u00a0%%"}

	// Rows of entities that no value finds.
	NoValue     = Message{"no value", "aucune valeur"}
	OtherValues = Message{"tables and long texts", "tables et textes longs"}

	// %s is 100 in percent.
	SharesOverlap = Message{"An entity counts once for each of its values, so shares can add up to more than %s.",
		"Une entité compte une fois pour chacune de ses valeurs\u00a0: le total des parts peut dépasser %s."}

	// The first %s is a number, the second its share.
	CountAndShare = Message{"%s, %s", "%s, %s"}

	NothingToCount = Message{"No entities to count.", "Aucune entité à compter."}
	CannotFilter   = Message{"No filter selects these entities alone.", "Aucun filtre ne sélectionne ces seules entités."}

	// What is copied.
	FrequencyTable = Message{"frequency table", "table de fréquences"}
)
