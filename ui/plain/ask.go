package plain

import (
	"strings"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// subject returns the entity that a command is about: that of a number, address or name,
// or else that of the page. It is nil where there is none, and that is said.
func (d *dialogue) subject(rest string) *kb.Entity {
	p := d.page()
	if number, isNumber := numberOf(rest); isNumber {
		if t, ok := p.open(number); ok && t.entity != nil {
			return t.entity
		}
		d.say(words.NoSuchNumber, rest)
		return nil
	}
	if rest == "" {
		if p.about.entity == nil {
			d.say(words.WhichNumber)
		}
		return p.about.entity
	}
	if e := d.base.voice.KB.Lookup(kb.Address(rest)); e != nil {
		return e
	}
	x := d.base.index
	x.Build(d.ctx)
	q, problem := x.Parse(rest)
	if problem != nil {
		d.fault(problem)
		return nil
	}
	for _, hit := range x.Find(q).Best(1) {
		return hit.Entity
	}
	d.say(words.NothingFoundFor, d.words().Quote(rest))
	return nil
}

// aboutOne runs a command about an entity.
func aboutOne(open func(kb.Address) maker) func(*dialogue, string) {
	return func(d *dialogue, rest string) {
		if e := d.subject(rest); e != nil {
			d.visit(open(e.Address()))
		}
	}
}

// graph says the links around an entity; each + before it is a further hop.
func (d *dialogue) graph(rest string) {
	hops := 1
	for strings.HasPrefix(rest, "+") && hops < graph.MaxHops {
		rest, hops = strings.TrimSpace(rest[1:]), hops+1
	}
	aboutOne(graphPage(hops))(d, rest)
}

// path says how the entity of the page is connected to another; or two that are marked.
func (d *dialogue) path(rest string) {
	from, to := d.page().about.entity, (*kb.Entity)(nil)
	if marked := d.marked(); from == nil && len(marked) > 0 {
		from = marked[0]
		if rest == "" && len(marked) > 1 {
			to = marked[1]
		}
	}
	switch {
	case from == nil:
		d.say(words.WhichNumber)
		return
	case rest == "" && to == nil:
		d.say(words.PathToWhat, d.base.voice.Name(from))
		d.asked = d.path
		return
	case to == nil:
		to = d.subject(rest)
	}
	if to != nil {
		d.visit(pathPage(from.Address(), to.Address()))
	}
}

// worldMap says where the entity of the page, or that of a number, stands; or all of a
// list.
func (d *dialogue) worldMap(rest string) {
	of := d.page().about
	if rest != "" {
		if of.entity = d.subject(rest); of.entity == nil {
			return
		}
	}
	d.visit(mapPage(of))
}

// kindOf returns the name of a kind: of the one that is named, or that the page is about.
func (d *dialogue) kindOf(rest string) string {
	of := d.page().about
	switch kind := d.kindCalled(rest); {
	case kind != nil:
		return kind.Name
	case of.kind != nil:
		return of.kind.Name
	case of.entity != nil:
		return of.entity.Kind.Name
	}
	return ""
}

// asOf says the page as of another day, month or year; as of today where none is named.
func (d *dialogue) asOf(rest string) {
	day := d.o.Today
	if rest != "" {
		var ok bool
		if day, ok = present.ParseDay(rest); !ok {
			d.say(words.WrongDate, d.words().Quote(rest))
			return
		}
	}
	d.speak(d.lang, day)
}

// speak says the page again in a language and as of a day.
func (d *dialogue) speak(lang string, day present.Day) {
	d.lang, d.day = lang, day
	d.base = d.of(d.base.voice.KB)
	if asOf := d.base.voice.AsOf(); asOf != "" {
		d.tell(asOf)
	}
	d.again()
}
