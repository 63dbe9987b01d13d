package keys

import (
	"strings"

	"rihla/ui/words"
)

// Section is the keys of some screens that share them.
type Section struct {
	Title   words.Message
	Entries []Entry
}

// screens are the sections of Sections, a set of screens before its parts.
var screens = []struct {
	scope Scope
	title words.Message
}{
	{Everywhere, words.EverywhereKeys},
	{OnPage, words.PageKeys},
	{AtEntity, words.ListOrEntityKeys},
	{InPicture, words.PictureKeys},
	{InList, words.ListKeys},
	{InDetail, words.EntityKeys},
	{InOverview, words.OverviewKeys},
	{InInference, words.InferenceKeys},
	{InProblems, words.ProblemKeys},
	{InFrequency, words.FrequencyKeys},
	{InBrief, words.BriefKeys},
	{InRetraction, words.RetractionTitle},
	{InGaps, words.GapKeys},
	{InSuggestions, words.SuggestionKeys},
	{InCompare, words.ComparisonKeys},
	{InOutput, words.OutputKeys},
	{InGraph, words.GraphKeys},
	{InPath, words.PathKeys},
	{InTimeline, words.TimelineKeys},
	{InMap, words.MapKeys},
	{InMatrix, words.MatrixKeys},
}

// Sections returns the keys of pages by screen. A key of several screens stands in
// the section of all of them, or else in that of each.
func Sections() []Section {
	all := make([]Section, len(screens))
	for _, e := range inForce().pages {
		left := e.Scope
		if e.After != None {
			left = Everywhere
		}
		for i, s := range screens {
			if left&s.scope == s.scope {
				all[i].Entries = append(all[i].Entries, e)
				left &^= s.scope
			}
		}
	}
	for i, s := range screens {
		all[i].Title = s.title
	}
	return all
}

// Markdown returns the keys by screen, as the README has them.
func Markdown(w *words.Language) string {
	var b strings.Builder
	for _, s := range Sections() {
		b.WriteString("\n**" + w.Say(s.Title) + "**\n\n| " + w.Say(words.KeyColumn) + " | " + w.Say(words.MeaningColumn) + " |\n|---|---|\n")
		for _, e := range s.Entries {
			b.WriteString("| " + code(e.Shown(w)) + " | " + w.Say(e.Help) + " |\n")
		}
	}
	return b.String()
}

// code sets each key as code.
func code(show string) string {
	keys := strings.Fields(show)
	for i, key := range keys {
		if key != "…" {
			keys[i] = "`" + key + "`"
		}
	}
	return strings.Join(keys, " ")
}
