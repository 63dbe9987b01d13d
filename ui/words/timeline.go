package words

import (
	"fmt"
	"strings"
)

// Timeline holds the messages of the picture of what is dated.
type Timeline struct {
	TimelineShort, TimelineLong string
	FlagTimelineKind            string
	FlagFrom, FlagTo            string
	WrongDate                   string // %s is what was typed
	BackwardDates               string

	MonthsShort                               string // from January on, separated by spaces
	Today                                     string // above its line
	DatedCount                                Plural // %s is how many
	FromYearTo                                string // %s and %s are years
	Earlier, Later                            Plural // %s is how many
	NothingDated                              string
	NothingDatedNow                           string // of what is selected
	NothingDatedThen, NoneDated, NoneDatedNow string // of the command
	HowToDate                                 string
	DatesToCome                               string

	MonthKnown, YearKnown string // how exactly a date is known
	GoesOn                string
	OrDates               string // %s and %s are dates

	FromDayToYear, FromYearToDay string // %s and %s are dates
	Elided                       string // from before a vowel: %s and %s are dates

	KeyToday, HintToday string
}

var englishTimeline = Timeline{
	TimelineShort: "Draw what is dated in order of time",
	TimelineLong: `Draw what is dated in order of time: entities with a date, or a start and an end, fields of the type date or year, and when links and claims held.
A date that is known to the month or the year is drawn as wide as that.`,
	FlagTimelineKind: "Of these kinds alone", FlagFrom: "From this day, month or year on", FlagTo: "Until this day, month or year",
	WrongDate: "%s is no date; it takes one like 2024, 2024-02 or 2024-02-13", BackwardDates: "--to is before --from",

	MonthsShort: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", Today: "today",
	DatedCount: Plural{"%s date", "%s dates"}, FromYearTo: "%s to %s",
	Earlier: Plural{"%s earlier", "%s earlier"}, Later: Plural{"%s later", "%s later"},
	NothingDated:     "Nothing here has a date.",
	NothingDatedNow:  "Nothing that is selected has a date.",
	NothingDatedThen: "nothing is dated then", NoneDated: "nothing here has a date", NoneDatedNow: "nothing that is selected has a date",
	HowToDate:   "To put an entity on the timeline, write in its table:",
	DatesToCome: "Dates are shown when everything has been read.",

	MonthKnown: "known to the month", YearKnown: "known to the year",
	GoesOn: "goes on", OrDates: "%s or %s",
	FromDayToYear: "from %s to %s", FromYearToDay: "from %s to %s", Elided: "from %s to %s",
	KeyToday: "the timeline: go to today", HintToday: "today",
}

var frenchTimeline = Timeline{
	TimelineShort: "Dessiner ce qui est daté, dans l’ordre du temps",
	TimelineLong: `Dessiner ce qui est daté, dans l’ordre du temps : les entités qui ont une date, ou un début et une fin, les champs de type date ou année, et quand liens et affirmations ont valu.
Une date connue au mois ou à l’année près est dessinée de cette largeur.`,
	FlagTimelineKind: "De ces sortes seulement", FlagFrom: "À partir de ce jour, de ce mois ou de cette année", FlagTo: "Jusqu’à ce jour, ce mois ou cette année",
	WrongDate: "%s n’est pas une date ; il en faut une comme 2024, 2024-02 ou 2024-02-13", BackwardDates: "--to précède --from",

	MonthsShort: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", Today: "aujourd’hui",
	DatedCount: Plural{"%s date", "%s dates"}, FromYearTo: "%s à %s",
	Earlier: Plural{"%s avant", "%s avant"}, Later: Plural{"%s après", "%s après"},
	NothingDated:     "Rien n’est daté ici.",
	NothingDatedNow:  "Rien de ce qui est retenu n’est daté.",
	NothingDatedThen: "rien n’est daté de ce temps-là", NoneDated: "rien n’est daté ici", NoneDatedNow: "rien de ce qui est retenu n’est daté",
	HowToDate:   "Pour placer une entité dans la chronologie, écrire dans sa table :",
	DatesToCome: "Les dates s’afficheront quand tout aura été lu.",

	MonthKnown: "connue au mois près", YearKnown: "connue à l’année près",
	GoesOn: "se poursuit", OrDates: "%s ou %s",
	FromDayToYear: "du %s à %s", FromYearToDay: "de %s au %s", Elided: "d’%s à %s",
	KeyToday: "la chronologie\u00a0: aller à aujourd’hui", HintToday: "aujourd’hui",
}

// Period says from when to when something was, either of them empty where nobody
// says so; of each it is told whether it names a day, and not a month or a year.
func (w *Words) Period(from, to string, fromDay, toDay bool) string {
	switch {
	case from == "" && toDay:
		return fmt.Sprintf(w.Until, to)
	case from == "":
		return fmt.Sprintf(w.UntilYear, to)
	case to == "" && fromDay:
		return fmt.Sprintf(w.SinceDay, from)
	case to == "":
		return fmt.Sprintf(w.SinceYear, from)
	case fromDay && toDay:
		return fmt.Sprintf(w.FromTo, from, to)
	case fromDay:
		return fmt.Sprintf(w.FromDayToYear, from, to)
	case toDay:
		return fmt.Sprintf(w.FromYearToDay, from, to)
	case strings.ContainsAny(from[:1], "ao"): // avril, août, octobre
		return fmt.Sprintf(w.Elided, from, to)
	}
	return fmt.Sprintf(w.FromToYear, from, to)
}

// ShortMonth returns the short name of a month, counted from 1.
func (w *Words) ShortMonth(month int) string { return strings.Fields(w.MonthsShort)[month-1] }

// LongMonth returns the name of a month, counted from 1.
func (w *Words) LongMonth(month int) string { return strings.Fields(w.Months)[month-1] }
