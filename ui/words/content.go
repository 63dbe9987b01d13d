package words

// Content holds the messages that stand among the texts of a knowledge base:
// the words of a detail, a citation, a list.
type Content struct {
	Thousands  string // between groups of three digits
	ListComma  string // between the elements of a list on one line
	Colon      string // between a label and what it labels
	Semicolon  string // between the sources of a citation
	QuoteOpen  string
	QuoteClose string
	Yes, No    string // the values of a Bool

	AlsoKnownAs string
	InLanguage  string // %s is the name of a language

	Since      string // %s is a date
	SinceYear  string // %s is a year or a month
	Until      string
	UntilYear  string
	On         string
	OnYear     string
	FromTo     string // %s and %s are days
	FromToYear string // %s and %s are dates, not both of them days

	High, Medium, Low           string
	Disputed, Inferred, Alleged string
	Preferred, Deprecated       string

	Facts    string // headings
	Sources  string
	CitedBy  string
	Source   string // before the source of a citation
	Accessed string // %s is a date
	Original string // before the source that a source is derived from

	NoSource     string // said of a statement that names none
	EmptyKB      string // before the smallest file that would fill an empty knowledge base
	LinksToCome  string // said while not everything has been read
	NoContent    string // said of an entity that holds a name and nothing else
	More         Plural // %s is how many are not shown
	EntityCount  Plural
	LinkCount    Plural
	SourceCount  Plural
	FindingCount Plural

	Tags, Start, End, Date, Location, URL           string // reserved fields without a label of their own
	About, MentionedIn                              string // the links that facts make
	Publisher, AccessedOn, TextLanguage, StoredCopy string // fields of sources
	North, South, East, West                        string
	Untitled                                        string // a knowledge base without a title

	French, English, Arabic, Spanish, German, Italian      string
	Portuguese, Amazigh, Chinese, Japanese, Russian, Dutch string
}
