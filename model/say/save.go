package say

// Why something was not saved.
const (
	OutsideLink      ID = "outside-link"
	NotRegular       ID = "not-regular"
	BeingWritten     ID = "being-written"
	ReadRefused      ID = "read-refused"   // cause
	WriteRefused     ID = "write-refused"  // cause
	CreateRefused    ID = "create-refused" // cause
	OpenRefused      ID = "open-refused"   // cause
	HalfWritten      ID = "half-written"   // cause, cause
	NotUTF8          ID = "not-utf-8"
	ViewsAreOthers   ID = "views-are-others"
	ViewsAreInline   ID = "views-are-inline"
	ViewsAreClosed   ID = "views-are-closed"
	RefusedIsOther   ID = "refused-is-other"
	RefusedIsClosed  ID = "refused-is-closed"
	ViewNotEncoded   ID = "view-not-encoded" // raw
	HoldsOwnManifest ID = "holds-own-manifest"
	Exists           ID = "exists"
	ChangedSince     ID = "changed-since"
	ListIsClosed     ID = "list-is-closed"
)

// What to do about it.
const (
	PutFile        ID = "put-file"
	SaveElsewhere  ID = "save-elsewhere"
	SaveAgainLater ID = "save-again-later"
	SaveAgainFixed ID = "save-again-fixed"
	AllowOrCopy    ID = "allow-or-copy"
	CutOff         ID = "cut-off" // number
	TypeAgain      ID = "type-again"
	FixFirst       ID = "fix-first"
	NothingWritten ID = "nothing-written"
	KeepViews      ID = "keep-views"
	AddAtEnd       ID = "add-at-end"
	ReadAgain      ID = "read-again"
)
