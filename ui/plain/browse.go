package plain

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/model/survey"
	"rihla/ui/draw/detail"
	"rihla/ui/draw/overview"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// mostLinked is how many entities the overview names at most that are linked most.
const mostLinked = 24

// overviewPage says what the knowledge base is about.
func overviewPage(d *dialogue) *page {
	b := d.base
	data := overview.Data{
		Findings: b.voice.KB.Findings,
		Begin:    keys.Say(d.words(), words.HowToTalk, keys.ChooseTab, keys.Help, keys.Quit), Plain: true,
	}
	if !b.voice.KB.Partial {
		data.Linked = survey.MostLinked(b.voice.KB, mostLinked)
		if d.o.Echo {
			<-b.found.done
		}
		if f := b.found; f.isKnownWithin(patience) {
			data.Findings, data.Checked, data.Contests, data.Survey = d.allFound(), true, f.contests, f.survey
		}
	}
	lines, targets := overview.Lay(b.voice, data, overview.Frame{Width: unwrapped})
	return text(keys.InOverview, lines, func(link int) (thing, bool) {
		switch t := targets[link]; {
		case t.Entity != nil:
			return ofEntity(t.Entity), true
		case t.Kind != nil:
			return thing{open: listPage(list{tab: t.Kind.Name})}, true
		}
		return thing{}, false
	})
}

// tabsPage lists the kinds and the saved views.
func tabsPage(d *dialogue) *page {
	v := d.base.voice
	var lines []rich.Line
	var tabs []string
	add := func(name, label, count string) {
		spans := []rich.Span{{Text: label, Role: rich.LinkText, Link: len(tabs)}}
		if count != "" {
			spans = append(spans, rich.NewSpan(rich.Muted, v.Words.ListComma+count))
		}
		tabs, lines = append(tabs, name), append(lines, rich.Line{Spans: spans})
	}
	for _, kind := range v.KB.Tabs() {
		add(kind.Name, v.KindLabel(kind), v.Words.Number(len(kind.Entities)))
	}
	for _, view := range v.KB.Views {
		add(viewPrefix+view.Name, v.ViewLabel(view), safe.Line(view.Query))
	}
	if len(lines) == 0 {
		d.tell(v.Words.Count(0, words.EntityCount))
		return nil
	}
	return text(keys.InOverview, lines, func(link int) (thing, bool) {
		return thing{open: listPage(list{tab: tabs[link]})}, true
	})
}

// viewPrefix sets the names of saved views apart from those of kinds, none of which has
// a slash.
const viewPrefix = "view/"

// list is a list of entities: those of a tab, all where it is empty, that a query
// selects, in an order.
type list struct {
	tab   string
	query string
	by    []present.SortBy
}

// scope holds the entities of a list before its query is applied.
type scope struct {
	title string
	kind  *kb.Kind     // nil: all kinds
	all   []*kb.Entity // in the order of the kind or view
	among []query.Node // conditions that select them
}

// scopeOf returns the scope of a list. If its kind or view no longer exists, it reports
// that and returns false.
func (d *dialogue) scopeOf(l list) (s scope, ok bool) {
	v := d.base.voice
	s = scope{title: v.Words.Say(words.EverythingTab), all: v.KB.Entities}
	if l.tab == "" {
		return s, true
	}
	name, isView := strings.CutPrefix(l.tab, viewPrefix)
	if s.kind = v.KB.Kind(l.tab); s.kind != nil {
		s.title, s.all, s.among = v.KindLabel(s.kind), v.SortedEntities(s.kind), []query.Node{query.OfKind(s.kind)}
		return s, true
	}
	view := v.KB.View(name)
	if !isView || view == nil {
		d.say(words.TabGone, safe.Line(l.tab))
		return s, false
	}
	q, wrong := d.base.index.Parse(view.Query)
	if wrong != nil {
		d.fault(wrong)
		return s, false
	}
	s.title, s.among, s.kind = v.ViewLabel(view), []query.Node{q.Root}, q.Root.OnlyKind()
	return s, true
}

// listPage lists entities, one per line.
func listPage(l list) maker {
	return func(d *dialogue) *page {
		s, ok := d.scopeOf(l)
		if !ok {
			return nil
		}
		return d.rows(l, s.title, s.kind, s.all, s.among)
	}
}

// fault says what is wrong with a query.
func (d *dialogue) fault(p *query.Problem) {
	what, hint := querytext.Problem(d.words(), p)
	d.tell(what)
	if hint != "" {
		d.tell(hint)
	}
}

// rows makes the page of a list.
func (d *dialogue) rows(l list, title string, kind *kb.Kind, all []*kb.Entity, among []query.Node) *page {
	v, x, w := d.base.voice, d.base.index, d.words()
	q, problem := x.Parse(l.query)
	if problem != nil {
		d.fault(problem)
		return nil
	}
	isWhole := q.IsEmpty() && (l.tab == "" || v.KB.Kind(l.tab) != nil)
	shown, head := all, []string{title + w.Colon + w.Count(len(all), words.EntityCount)}
	var found *search.Result
	if !isWhole {
		d.await(words.Indexing, func() { x.Build(d.ctx) })
		found = x.Find(q, among...)
		shown = ranked(all, found, len(l.by) == 0 && !q.IsEmpty())
		head[0] = title + w.Colon + w.Count(len(shown), words.ResultCount)
		if !q.IsEmpty() {
			head[0] = title + w.ListComma + "/" + safe.Line(l.query) + w.Colon + w.Count(len(shown), words.ResultCount)
		}
		switch {
		case found.Len() > 0 && found.Edits > 0:
			head = append(head, w.Say(words.NoExactMatch))
		case len(shown) == 0:
			if without := querytext.Relaxed(w, found.Relaxed); without != "" {
				head = append(head, without)
			}
			if n := x.Find(q).Len(); n > 0 && len(among) > 0 {
				head = append(head, w.Say(words.HowToSearchAll, w.Count(n, words.FoundElsewhere), ":"+safe.Line(l.query)))
			}
		}
	}
	if len(l.by) > 0 {
		shown = v.Sort(shown, l.by...)
	}
	columns := v.MixedColumns()
	if kind != nil {
		columns = v.Columns(kind)
	}
	if found != nil {
		columns = v.WithRole(columns, x.LinkedTo(q, query.Node{Op: query.All, Parts: among}, found.Edits))
	}
	p := numbered(keys.InList, headings(head...), lineRows{len(shown), func(i int) rich.Line { return row(v, shown[i], columns) }},
		func(i int) thing { return ofEntity(shown[i]) })
	p.about = about{entities: shown, kind: kind, query: safe.Line(l.query), list: &l, columns: columns, filter: func(text string) maker {
		other := l
		other.query = text
		return listPage(other)
	}}
	return p
}

// headings returns texts as the lines above what a page lists.
func headings(texts ...string) []rich.Line {
	var out []rich.Line
	for _, text := range texts {
		if text != "" {
			out = append(out, rich.NewLine(rich.NewSpan(rich.Heading, text)))
		}
	}
	return out
}

// ranked returns the entities that were found, in their order or the best first.
func ranked(all []*kb.Entity, found *search.Result, best bool) []*kb.Entity {
	var out []*kb.Entity
	if best {
		in := make(map[*kb.Entity]bool, len(all))
		for _, e := range all {
			in[e] = true
		}
		for _, hit := range found.Best(0) {
			if in[hit.Entity] {
				out = append(out, hit.Entity)
			}
		}
		return out
	}
	for _, e := range all {
		if found.Has(e.Number()) {
			out = append(out, e)
		}
	}
	return out
}

// row says an entity and what the columns of its list hold.
func row(v present.Voice, e *kb.Entity, columns []present.Column) rich.Line {
	w := v.Words
	var spans []rich.Span
	if v.News.Has(e.Address()) {
		spans = append(spans, rich.NewSpan(rich.Muted, present.NewsSign+" "))
	}
	spans = append(spans, rich.NewSpan(rich.LinkText, v.ListName(e)))
	for _, c := range columns[1:] {
		if text := v.Cell(e, c.Field); text != "" {
			spans = append(spans, rich.NewSpan(rich.Muted, w.Semicolon), rich.NewSpan(rich.Label, safe.Line(c.Title)+w.Colon), rich.NewSpan(rich.Plain, text))
		}
	}
	return rich.Line{Spans: spans}
}

// entityPage says all of an entity.
func entityPage(address kb.Address) maker {
	return func(d *dialogue) *page {
		v := d.base.voice
		e := v.KB.Lookup(address)
		if e == nil {
			d.say(words.EntityGone, safe.Line(string(address)))
			return nil
		}
		laid := detail.Of(v, e, unwrapped)
		p := text(keys.InDetail, laid.Lines, func(link int) (thing, bool) { return ofLink(laid.Links[link]) })
		p.sources, p.about.entity = laid.Sources, e
		return p
	}
}

// ofLink is what a link of a page leads to. A source is opened by its number in brackets.
func ofLink(link present.Link) (thing, bool) {
	if link.To == nil || link.Source > 0 {
		return thing{}, false
	}
	t := ofEntity(link.To)
	t.link = &link
	return t, true
}
