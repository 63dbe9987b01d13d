package cli

import (
	"context"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	briefing "rihla/ui/brief"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// The formats of a brief.
const (
	asMarkdown = "markdown"
	asHTML     = "html"
	asBibTeX   = "bibtex"
)

// The lengths of a brief.
const (
	pageLong = "page"
	fullLong = "full"
)

// briefEndings maps the extension of an output file to the format of the brief.
var briefEndings = map[string]string{".md": asMarkdown, ".html": asHTML, ".bib": asBibTeX, ".txt": asText}

// brief writes a brief: a document that cites its sources.
func (a *app) brief() *cobra.Command {
	var o briefing.Options
	var to output
	w := a.words
	cmd := &cobra.Command{
		Use: "brief " + w.Say(words.AddressArgument) + "|" + w.Say(words.QueryArgument), Short: w.Say(words.BriefShort), Long: w.Say(words.BriefLong), Args: a.needs(w.Say(words.BriefNeeds)),
		Example:           "rihla brief event/mission-2024 -o mission.html\nrihla brief 'kind:event date:2024-05'\nrihla brief agency/ustda --format bibtex",
		ValidArgsFunction: a.completeAsked,
	}
	length := pageLong
	cmd.Flags().StringVar(&length, "length", pageLong, w.Say(words.FlagLength))
	_ = cmd.RegisterFlagCompletionFunc("length", oneOf([]string{pageLong, fullLong}))
	cmd.Flags().BoolVar(&o.KeepUnsourced, "keep-unsourced", false, w.Say(words.FlagKeepUnsourced))
	a.takesOutput(cmd, &to)
	a.takesDay(cmd)
	cmd.RunE = a.guard(func(cmd *cobra.Command, args []string) error {
		switch length {
		case pageLong:
		case fullLong:
			o.Length = briefing.Full
		default:
			return a.misuse(cmd, w.Say(words.UnknownLength, brief(length)), "")
		}
		isNamed := cmd.Flags().Changed("format")
		ending, err := a.ending(cmd, to, []string{".md", ".html", ".bib", ".txt"})
		switch {
		case err != nil && (!isNamed || to.path == ""):
			return err
		case isNamed:
		case !to.isStandard():
			a.format = briefEndings[ending]
		case a.isTerminal():
			a.format = asText
		}
		return a.runBrief(cmd, args, to, o)
	})
	a.takesFormat(cmd, asMarkdown, asHTML, asBibTeX, asText)
	return cmd
}

func (a *app) runBrief(cmd *cobra.Command, args []string, to output, o briefing.Options) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	if strings.TrimSpace(asked(args)) == "" {
		return a.misuse(cmd, a.words.Say(words.BriefNeeds), "")
	}
	if a.format == asBibTeX {
		o.Length = briefing.Full // all sources
	}
	doc, err := a.briefOn(cmd.Context(), k, asked(args), o)
	if err != nil {
		return err
	}
	if doc.IsEmpty() {
		return fail(notFound, a.words.Say(words.NothingToCite, brief(doc.Title)))
	}
	if isRead := a.isTerminal() || !to.isStandard(); isRead && doc.Unsourced > 0 && a.format != asBibTeX {
		a.complain(fail(a.code, a.words.Count(doc.Unsourced, words.UnsourcedLeft)))
	}
	text := ""
	switch a.format {
	case asHTML:
		text = briefing.HTML(doc)
	case asBibTeX:
		return a.writeTo(to, func(w io.Writer) error { return export.BibTeX(w, doc.Cited()) })
	case asText:
		lines, _ := briefing.Text(doc, a.width())
		if to.isStandard() {
			return a.print(lines)
		}
		text = plainText(lines)
	default:
		text = export.Markdown(doc)
	}
	return a.writeTo(to, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// plainText returns the text of lines, without styles.
func plainText(lines []rich.Line) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(strings.TrimRight(line.Text(), " ") + "\n")
	}
	return b.String()
}

// preparing returns the voice of a knowledge base; the day of SOURCE_DATE_EPOCH takes
// the place of today, so that a brief can be made again to the byte.
func (a *app) preparing(k *kb.KB) present.Voice {
	v := a.voice(k)
	epoch, isSet := a.epoch()
	if !isSet {
		return v
	}
	y, m, d := epoch.Date()
	day := present.DayOf(date.Date{Year: y, Month: int(m), Day: d, Precision: date.Day})
	if v.Day == v.Today {
		v.Day = day
	}
	v.Today = day
	return v
}

// epoch returns the time of SOURCE_DATE_EPOCH, if it is set to one:
// https://reproducible-builds.org/specs/source-date-epoch/.
func (a *app) epoch() (epoch time.Time, isSet bool) {
	seconds, err := strconv.ParseInt(a.getenv("SOURCE_DATE_EPOCH"), 10, 64)
	return time.Unix(seconds, 0).UTC(), err == nil
}

// briefOn returns the brief about an entity, a saved view or the results of a
// query, in this order.
func (a *app) briefOn(ctx context.Context, k *kb.KB, text string, o briefing.Options) (*export.Document, error) {
	v := a.preparing(k)
	switch named := find(k, text); {
	case len(named) == 1:
		return briefing.Of(v, named[0], o), nil
	case len(named) > 1:
		return briefing.OfSeveral(v, text, named, o), nil
	}
	x := a.index(k)
	if meant := calledSo(k, x.Names(), text); len(meant) == 1 && meant[0].view != nil {
		view := meant[0].view
		node, err := a.asksFor(k, x, view)
		if err != nil {
			return nil, err
		}
		x.Build(ctx)
		return a.briefOnFound(v, v.ViewLabel(view), text, x.Find(new(query.Query), node), o)
	}
	q, problem := x.Parse(text)
	if problem != nil {
		return nil, a.misread(misused, "", text, problem)
	}
	x.Build(ctx)
	return a.briefOnFound(v, querytext.Reading(v, q, nil), text, x.Find(q), o)
}

// briefOnFound returns the brief about search results. Approximate results are an
// error: a printed brief has to match its query exactly.
func (a *app) briefOnFound(v present.Voice, title, text string, found *search.Result, o briefing.Options) (*export.Document, error) {
	if found.Len() == 0 || found.Edits > 0 {
		return nil, fail(notFound, a.words.Say(words.NothingFoundFor, brief(text)), a.didYouMean(text, callable(v.KB)))
	}
	return briefing.OfSeveral(v, title, foundAmong(v.KB.Entities, found), o), nil
}
