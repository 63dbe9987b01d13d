package say

// Why something was not saved.
const (
	OutsideLink         ID = "outside-link"
	NotRegular          ID = "not-regular"
	NotFolder           ID = "not-folder"
	HasOtherNames       ID = "has-other-names"
	BeingWritten        ID = "being-written"
	WriteRefused        ID = "write-refused"  // cause
	CreateRefused       ID = "create-refused" // cause
	OpenRefused         ID = "open-refused"   // cause
	NotUTF8             ID = "not-utf-8"
	ViewsAreOthers      ID = "views-are-others"
	ViewsAreInline      ID = "views-are-inline"
	ViewsAreClosed      ID = "views-are-closed"
	RefusedIsOther      ID = "refused-is-other"
	RefusedIsClosed     ID = "refused-is-closed"
	ViewNotEncoded      ID = "view-not-encoded" // raw
	HoldsOwnManifest    ID = "holds-own-manifest"
	Exists              ID = "exists"
	ChangedSince        ID = "changed-since"
	ChangedSinceWritten ID = "changed-since-written"
	EditClosed          ID = "edit-closed"
	EditMissing         ID = "edit-missing" // text
	EditHasKey          ID = "edit-has-key" // text
	EditWholeTable      ID = "edit-whole-table"
)

// What to do about it.
const (
	PutFile        ID = "put-file"
	SaveElsewhere  ID = "save-elsewhere"
	SaveAgainLater ID = "save-again-later"
	SaveAgainFixed ID = "save-again-fixed"
	EditInPlace    ID = "edit-in-place"
	AllowOrCopy    ID = "allow-or-copy"
	TypeAgain      ID = "type-again"
	FixFirst       ID = "fix-first"
	NothingWritten ID = "nothing-written"
	KeepViews      ID = "keep-views"
	AddAtEnd       ID = "add-at-end"
	ReadAgain      ID = "read-again"
	EditYourself   ID = "edit-yourself"
	EditOtherKey   ID = "edit-other-key"
	EditParts      ID = "edit-parts"
)
