package say

// What is wrong with a value.
const (
	Is            ID = "is"               // field, value: what it is, and should not be
	IsLikeDate    ID = "is-like-date"     // the same of one that begins like a date
	NoSuchDay     ID = "no-such-day"      // the same of one that is written as a day
	IsLikeURL     ID = "is-like-url"      // the same of one that begins like a web address
	IsLikeDegrees ID = "is-like-degrees"  // the same of two numbers in the range of degrees
	IsInClaim     ID = "is-in-claim"      // the same of a qualifier beside a source
	ThisIs        ID = "this-is"          // value
	EndsBefore    ID = "ends-before"      // field, value, field, value: the end comes before the start
	FactIs        ID = "fact-is"          // value
	FormatIs      ID = "format-is"        // value
	AliasesOther  ID = "aliases-other"    // aliases are no texts
	NotAPattern   ID = "not-a-pattern"    // text
	QuoteNotIn    ID = "quote-not-in"     // text, file
	CopyIsNotText ID = "copy-is-not-text" // file
	CopyNotRead   ID = "copy-not-read"    // file, cause
)

// What is wrong with a text.
const (
	HoldsControl     ID = "holds-control"     // code point
	HoldsInvisible   ID = "holds-invisible"   // code point
	HoldsDirection   ID = "holds-direction"   // code point
	LanguagesMissing ID = "languages-missing" // keys
)

// What is wrong with a reference.
const (
	NamesNothing      ID = "names-nothing"       // field, text, kinds
	NamesNoAddress    ID = "names-no-address"    // text
	NamesSeveral      ID = "names-several"       // field, text, addresses
	NamesItself       ID = "names-itself"        // field
	NamesOther        ID = "names-other"         // field, text, kinds
	NamesAddress      ID = "names-address"       // field, text, address, kinds
	OthersName        ID = "others-name"         // number of number values, field, kinds, text
	OthersNameOne     ID = "others-name-one"     // the same, addresses
	UsuallyNames      ID = "usually-names"       // field, kinds, text
	PartlyNames       ID = "partly-names"        // number of number values, field, kinds
	TableNamesNone    ID = "table-names-none"    // field, kinds
	TableNamesSeveral ID = "table-names-several" // field, kinds
)

// What is wrong with an entity.
const (
	Redefines       ID = "redefines"       // address, position
	Repeats         ID = "repeats"         // address, position
	SharesKey       ID = "shares-key"      // field, text, address, position
	HasNoLinks      ID = "has-no-links"    // address
	ValuesDisagree  ID = "values-disagree" // field, number
	HasNo           ID = "has-no"          // address, field
	HasNoSource     ID = "has-no-source"   // field
	FactHasNoSource ID = "fact-has-no-source"

	RefusalOfNeither ID = "refusal-of-neither"
	RefusalOfTwo     ID = "refusal-of-two"     // field
	RefusalOfNothing ID = "refusal-of-nothing" // text

	RestsOnFallen       ID = "rests-on-fallen"        // field, addresses
	FactRestsOnFallen   ID = "fact-rests-on-fallen"   // addresses
	EntityRestsOnFallen ID = "entity-rests-on-fallen" // address, addresses
)

// What names resemble; the numbers count their uses.
const (
	FieldLike           ID = "field-like"            // key, kind, number, key, number
	FieldLikeFormat     ID = "field-like-format"     // key, key
	QualifierLike       ID = "qualifier-like"        // key, number, key, number
	QualifierLikeFormat ID = "qualifier-like-format" // key, key
	KindLike            ID = "kind-like"             // kind, number, kind, number
	TableLike           ID = "table-like"            // key, key
	FieldLikeDeclared   ID = "field-like-declared"   // field, kind, field
)

// What is wrong with what the manifest says, or leaves out.
const (
	KeyUnknown         ID = "key-unknown"         // key
	QueryNotRead       ID = "query-not-read"      // key
	ViewHasNoQuery     ID = "view-has-no-query"   // key
	NoneHasField       ID = "none-has-field"      // kind, field
	KindUndeclared     ID = "kind-undeclared"     // text
	FieldUndeclared    ID = "field-undeclared"    // text, kind
	RelationUndeclared ID = "relation-undeclared" // field
	RelationNamesKind  ID = "relation-names-kind" // key, text
	UnusedRelation     ID = "unused-relation"     // key
)

// What is wrong with a file.
const (
	NotOpened     ID = "not-opened"      // file, cause
	FileNotRead   ID = "file-not-read"   // cause
	FolderNotRead ID = "folder-not-read" // cause
	FileIsUTF16   ID = "file-is-utf-16"
	FileHoldsZero ID = "file-holds-zero"
	FileIsGzip    ID = "file-is-gzip"
	FileIsZip     ID = "file-is-zip"
	FileIsZstd    ID = "file-is-zstd"
	FileIsXZ      ID = "file-is-xz"
	FileIsBzip2   ID = "file-is-bzip2"
	FileIsProgram ID = "file-is-program"
	FileIsPDF     ID = "file-is-pdf"
	FileIsSQLite  ID = "file-is-sqlite"
	FileTooLarge  ID = "file-too-large"
	TooDeep       ID = "too-deep"        // number
	TooManyParts  ID = "too-many-parts"  // number
	TooManyKeys   ID = "too-many-keys"   // number
	TooManyValues ID = "too-many-values" // number
	TooMuchWork   ID = "too-much-work"
	MoreProblems  ID = "more-problems" // number
)
