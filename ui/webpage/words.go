package webpage

import "rihla/ui/words"

// messages maps the message names of the scripts.
var messages = map[string]words.Message{
	"search": words.PageSearch, "sort": words.HintSort, "viewAs": words.PageViewAs, "list": words.PageList, "map": words.MapTitle, "timeline": words.TimelineKeys, "graph": words.GraphKeys,
	"light": words.PageLight, "dark": words.PageDark, "language": words.PageLanguage, "tabs": words.PageTabs, "everything": words.EverythingTab,
	"name": words.NameColumn, "kind": words.KindColumn, "summary": words.SummaryColumn, "also": words.AlsoKnownAs, "facts": words.Facts, "sources": words.Sources, "citedBy": words.CitedBy,
	"incoming": words.PageIncoming, "note": words.PageNote, "noSource": words.NoSource, "noOtherSource": words.NoOtherSource, "noOtherOrigin": words.NoOtherOrigin, "wholeEntity": words.EntitySources, "origin": words.OriginLabel, "sharedOrigin": words.SharedOrigin,
	"noContent": words.NoContent, "print": words.PagePrint, "copy": words.PageCopy, "back": words.HintBack, "web": words.URL, "help": words.HelpTitle, "close": words.HintClose, "more": words.PageMoreHere,
	"noResults": words.PageNoResults, "meant": words.PageMeant, "elsewhere": words.PageElsewhere, "emptyKind": words.EmptyKind, "nothingPlaced": words.NothingPlaced, "nothingDated": words.NothingDated,
	"noLinks": words.NoLinksYet, "dashed": words.DashedLegend, "today": words.Today, "ongoing": words.Ongoing, "disputed": words.PageDisputed, "places": words.PagePlaces,
	"chooseCentre": words.ChooseCentre, "contents": words.Contents, "mostLinked": words.MostLinked, "notThere": words.PageNotThere, "skip": words.PageSkip, "zoom": words.HintZoom, "fit": words.KeyFit,
	"key": words.KeyColumn, "meaning": words.MeaningColumn, "keyMove": words.PageKeyMove, "keyTabs": words.PageKeyTabs, "keyTabNumber": words.KeyTabNumber, "keyEnds": words.KeyEnds, "keyPage": words.KeyPage,
	"keySearch": words.PageKeySearch, "keyOpen": words.PageKeyOpen, "keyBack": words.PageKeyBack, "keyViews": words.PageKeyViews, "keySource": words.PageKeySource, "keyWeb": words.KeyWeb,
	"keyLanguage": words.KeyLanguage, "keyColour": words.PageKeyColour, "keyHelp": words.KeyHelp, "keyOverview": words.KeyOverview,
}

// plurals maps the names of messages with a plural.
var plurals = map[string]words.Plural{
	"results": words.PageResults, "claims": words.ClaimCount, "more": words.More, "onMap": words.OnMap, "withoutLocation": words.WithoutLocation, "dates": words.DatedCount, "notHolding": words.NotHolding,
	"linkCount": words.LinkCount,
}

// wordTable holds the messages and typography of a language.
type wordTable struct {
	Say       map[string]string   `json:"say"`
	Count     map[string][]string `json:"count"`
	Comma     string              `json:"comma"`
	Colon     string              `json:"colon"`
	Open      string              `json:"open"` // quotation marks
	Close     string              `json:"close"`
	Thousands string              `json:"thousands"`
	FormOf    []int               `json:"formOf"` // index of the plural form for 0, 1, and 2 or more
}

func (w *writer) words() []wordTable {
	var out []wordTable
	for i, l := range words.Languages {
		t := wordTable{
			Say: make(map[string]string), Count: make(map[string][]string), Comma: l.ListComma, Colon: l.Colon, Open: l.QuoteOpen, Close: l.QuoteClose, Thousands: l.Thousands,
		}
		for name, m := range messages {
			t.Say[name] = m[i]
		}
		for name, m := range plurals {
			t.Count[name] = m[i]
		}
		for n := range 3 {
			t.FormOf = append(t.FormOf, l.Form(n))
		}
		out = append(out, t)
	}
	return out
}
