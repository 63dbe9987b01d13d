package cli

import (
	"time"

	"github.com/spf13/cobra"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/words"
)

// today returns the day of today.
var today = func() present.Day {
	y, m, d := time.Now().Date()
	return present.DayOf(date.Date{Year: y, Month: int(m), Day: d, Precision: date.Day})
}

// takesDay adds --at to a command whose answer depends on the day.
func (a *app) takesDay(cmd *cobra.Command) {
	cmd.Flags().Var(day{&a.day, a.words}, "at", a.words.Say(words.FlagAt))
	_ = cmd.RegisterFlagCompletionFunc("at", cobra.NoFileCompletions)
}

// day is a flag with a day, a month or a year.
type day struct {
	at  *present.Day
	say *words.Language
}

func (d day) String() string {
	if d.at == nil {
		return ""
	}
	return d.at.String()
}

func (d day) Type() string { return "string" }

func (d day) Set(value string) error {
	at, ok := present.ParseDay(value)
	if !ok {
		return takes(d.say.Say(words.UseOneOf, d.say.Say(words.DayMonthOrYear)))
	}
	*d.at = at
	return nil
}

// askedDay returns the reference day: that of --at, or today.
func (a *app) askedDay() present.Day {
	if a.day.IsKnown() {
		return a.day
	}
	return today()
}

// asOf names the reference day, if it is not today.
func (a *app) asOf() string {
	return present.Voice{Words: a.words, Day: a.askedDay(), Today: today()}.AsOf()
}

// voice returns the voice of a knowledge base, on the reference day.
func (a *app) voice(k *kb.KB) present.Voice {
	v := present.NewVoice(k, a.lang)
	v.Day, v.Today = a.askedDay(), today()
	switch a.format {
	case asJSON, asJSONL, asCSV, asTSV:
		v.Medium = present.Data
	}
	return v
}

// index returns the index of a knowledge base, on the reference day.
func (a *app) index(k *kb.KB) *search.Index { return search.NewIndex(k).At(a.askedDay().Span()) }

// referred is the part of a document in JSON that names the reference day, if --at
// sets one, and the number of links left out because they do not hold on it.
type referred struct {
	At         string `json:"at,omitempty"`
	NotHolding int    `json:"not_holding,omitempty"`
}

func (a *app) referred(notHolding int) referred { return referred{a.day.String(), notHolding} }
