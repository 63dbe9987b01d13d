package say

// What to do about a value: what was expected.
const (
	ExpectText        ID = "expect-text"
	ExpectTranslated  ID = "expect-translated"  // a text, or one in each language
	ExpectByLanguage  ID = "expect-by-language" // the same, with an example
	ExpectTexts       ID = "expect-texts"
	ExpectTable       ID = "expect-table"
	ExpectBool        ID = "expect-bool"
	ExpectNumber      ID = "expect-number"
	ExpectYear        ID = "expect-year"
	ExpectEmail       ID = "expect-email"
	ExpectChoice      ID = "expect-choice" // keys
	ExpectDate        ID = "expect-date"
	ExpectYearFirst   ID = "expect-year-first"  // TOML
	ExpectEitherDate  ID = "expect-either-date" // TOML, TOML
	ExpectURL         ID = "expect-url"
	ExpectDegrees     ID = "expect-degrees"
	ExpectLatitude    ID = "expect-latitude" // value
	ExpectConfidence  ID = "expect-confidence"
	ExpectSource      ID = "expect-source"
	ExpectOrder       ID = "expect-order" // field, field
	ExpectRank        ID = "expect-rank"
	ExpectFolder      ID = "expect-folder"
	ExpectNameField   ID = "expect-name-field"
	ExpectIDField     ID = "expect-id-field"
	ExpectPlace       ID = "expect-place"
	ExpectType        ID = "expect-type" // keys
	ExpectAddress     ID = "expect-address"
	WriteAliases      ID = "write-aliases"
	WritePattern      ID = "write-pattern"
	WriteFormat       ID = "write-format"
	QuoteLike         ID = "quote-like" // text
	QuoteUnlike       ID = "quote-unlike"
	AddCopy           ID = "add-copy"
	StoreAsText       ID = "store-as-text"
	RemoveUnlessMeant ID = "remove-unless-meant"
	AddLanguages      ID = "add-languages" // TOML
)

// What to do about a reference.
const (
	DidYouMean          ID = "did-you-mean"           // text
	CorrectOrAdd        ID = "correct-or-add"         // kinds
	CorrectAddOrDeclare ID = "correct-add-or-declare" // kinds
	DeclareLinks        ID = "declare-links"          // field, kind
	WriteAddress        ID = "write-address"
	NameOrWiden         ID = "name-or-widen" // kinds
	NameOriginal        ID = "name-original"
	WriteReference      ID = "write-reference"
)

// What to do about an entity.
const (
	AnotherKeyOrMerge ID = "another-key-or-merge"
	RemoveOneOfTwo    ID = "remove-one-of-two"
	CiteOrRemove      ID = "cite-or-remove" // text
	LinkBy            ID = "link-by"        // field
	LinkToBy          ID = "link-to-by"     // field
	LinkTo            ID = "link-to"
	MarkPreferred     ID = "mark-preferred"
	AddRequired       ID = "add-required" // kind
	RenameField       ID = "rename-field" // field, field
	AddSource         ID = "add-source"
	WriteRefusal      ID = "write-refusal"
	RemoveRefusal     ID = "remove-refusal"
	CiteAnother       ID = "cite-another"
	CiteSource        ID = "cite-source"
	CiteSuccessor     ID = "cite-successor" // address
	WriteLinkSource   ID = "write-link-source"
	WriteValueSource  ID = "write-value-source"
)

// What to do about the manifest.
const (
	UseKeyOf          ID = "use-key-of" // keys
	ListView          ID = "list-view"  // key
	CorrectOrRemove   ID = "correct-or-remove"
	AddQuery          ID = "add-query"
	NameFieldTheyHave ID = "name-field-they-have"
	DeclareKind       ID = "declare-kind"         // kind
	DeclareOrNameKind ID = "declare-or-name-kind" // kind
	DeclareField      ID = "declare-field"        // kind, field
	DeclareRelation   ID = "declare-relation"     // field
)

// What to do about a file, or about what is not TOML.
const (
	AllowOrLeaveOut  ID = "allow-or-leave-out"
	SaveAsUTF8       ID = "save-as-utf-8"
	SaveFileAsUTF8   ID = "save-file-as-utf-8"
	SaveLineEnds     ID = "save-line-ends"
	Gunzip           ID = "gunzip"
	Unzip            ID = "unzip"
	Unzstd           ID = "unzstd"
	Unxz             ID = "unxz"
	Bunzip2          ID = "bunzip2"
	SplitFile        ID = "split-file"
	SplitIt          ID = "split-it"
	GiveHeaders      ID = "give-headers"
	ShortenKeys      ID = "shorten-keys"
	CloseText        ID = "close-text"
	WriteDay         ID = "write-day"
	RemoveZeroes     ID = "remove-zeroes"
	WriteBackslash   ID = "write-backslash"
	SeparateElements ID = "separate-elements"
	SeparateKeys     ID = "separate-keys"
	CloseHeader      ID = "close-header"
	RemoveCharacter  ID = "remove-character"
	RemoveOrMerge    ID = "remove-or-merge"
	ResolveConflict  ID = "resolve-conflict"
	WriteValue       ID = "write-value"
	StraightQuotes   ID = "straight-quotes"
	LowerCase        ID = "lower-case"
	QuoteText        ID = "quote-text"
	EscapeQuote      ID = "escape-quote"
	WriteDecimal     ID = "write-decimal"
	WriteISODate     ID = "write-iso-date"
	WriteEquals      ID = "write-equals"
	LookForBracket   ID = "look-for-bracket"
	QuoteKey         ID = "quote-key"
	MayLackDelimiter ID = "may-lack-delimiter" // number
)
