package check

import (
	"slices"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/say"
)

// nearMisses finds names that are rare and a slip away from one that is common in
// the same place, or that the format defines.
func nearMisses(c *checker, all *names) {
	places := all.byPlace()
	elsewhere := make(map[string]int) // how often the own tables of entities use a name
	for p, in := range places {
		for name, u := range in {
			if p.kind != nil && p.table == "" && !p.rows {
				elsewhere[name] += u.n
			}
		}
	}
	for p, in := range places {
		if p.isDictionary(in) {
			continue
		}
		total := all.claims
		if p.kind != nil {
			total = len(p.kind.Entities)
		}
		j := judge{KB: c.KB, place: p, names: in, total: total, claims: all.qualifiers["source"].count(), elsewhere: elsewhere}
		for name, u := range in {
			if u.n == len(u.first) { // rare, and no name of the format
				c.reportSlip(&j, name, u)
			}
		}
	}
}

// isDictionary reports whether the names of a place are identities rather than
// fields: there are many below one table, of which many are there once or twice.
func (p place) isDictionary(in map[string]*uses) bool {
	if p.kind == nil || p.table == "" && len(in) < 200 || len(in) < 6 {
		return false
	}
	if f := p.kind.FindField(p.table); f != nil && f.Keyed {
		return true
	}
	rare := 0
	for _, u := range in {
		if u.n <= 2 {
			rare++
		}
	}
	return 3*rare > len(in)
}

// judge decides which names of a place are slips.
type judge struct {
	*kb.KB
	place
	names     map[string]*uses
	total     int // entities or claims that might use the names
	claims    int // with a source, of all entities
	elsewhere map[string]int
	slips     *query.Slips // of the common names
}

// minCommon is the number of uses from which on a name is common.
const minCommon = 2

// meant returns the name that a rare one is a slip of, empty if it is none, and
// whether it is one for the format alone.
func (j *judge) meant(written string, u *uses) (name string, byFormat bool) {
	if j.slips == nil {
		j.slips = new(query.Slips)
		for name, u := range j.names {
			if u.n >= minCommon {
				j.slips.Add(name)
			}
		}
		for _, name := range j.declared() {
			if j.names[name] == nil {
				j.names[name] = new(uses)
			}
			if j.names[name].n < minCommon {
				j.slips.Add(name)
			}
		}
	}
	j.slips.Of(written, func(meant string, slip query.Slip) {
		common := j.names[meant]
		if (name == "" || common.n > j.names[name].n) && j.isSlip(written, u, meant, common, slip) {
			name = meant
		}
	})
	if name != "" {
		return name, false
	}
	for _, of := range j.formatNames() {
		if slip := query.SlipOf(written, of.name); slip != query.NoSlip && j.isSlipOfFormat(u, of, slip) {
			return of.name, true
		}
	}
	return "", false
}

// declared lists the names of the place that the manifest declares.
func (j *judge) declared() []string {
	if j.kind == nil || j.table != "" {
		return nil
	}
	var out []string
	for _, f := range j.kind.Fields {
		if f.Declared {
			out = append(out, f.Path)
		}
	}
	for _, r := range j.Relations {
		if r.Declared && (len(r.From) == 0 || slices.Contains(r.From, j.kind.Name)) {
			out = append(out, r.Name)
		}
	}
	return out
}

func (j *judge) formatNames() []formatName {
	switch {
	case j.kind == nil:
		return claimNames
	case j.table == "":
		return namesOf(j.KB, j.kind)
	case j.rows && j.table == "facts":
		return factNames
	case !j.rows && j.qualifies():
		return []formatName{{"value", isAny}}
	}
	return nil
}

// qualifies reports whether the names of a table are those of a claim without its
// value.
func (j *judge) qualifies() bool {
	return j.names["source"] != nil || j.names["confidence"] != nil || j.names["quote"] != nil
}

// isSlip reports whether a rare name is a slip of a common one of the same place:
// the longer the name the fewer uses of the other does it take. Those who use the
// rare one lack the other, and its values are like the other's.
func (j *judge) isSlip(written string, u *uses, meant string, common *uses, slip query.Slip) bool {
	times, length := 3, min(utf8.RuneCountInString(written), utf8.RuneCountInString(meant))
	switch {
	case length < 3:
		return false
	case length == 3:
		times = 20
	case slip == query.Swapped:
		times = 2
	case slip == query.Plural:
		times = 8
	case length == 4:
		times = 10
	}
	if slices.Contains(j.declared(), meant) {
		return j.lack(u, meant) && j.areAlike(u, meant, common)
	}
	allOthers := u.n == 1 && common.n >= 3 && common.n+1 >= j.total && length > 3 && slip != query.Plural
	return (common.n >= times*u.n || allOthers) && j.lack(u, meant) && j.areAlike(u, meant, common)
}

// lack reports whether none of those who use a name has the other one.
func (j *judge) lack(u *uses, other string) bool {
	return !slices.ContainsFunc(u.first, func(one use) bool {
		switch {
		case one.claim != nil:
			return slices.Contains(qualifiersOf(one.claim), other) ||
				slices.ContainsFunc(one.claim.Qualifiers, func(q kb.Entry) bool { return q.Key == other })
		case j.rows:
			return slices.ContainsFunc(one.beside, func(cell kb.Entry) bool { return cell.Key == other })
		}
		return j.has(one.by, other)
	})
}

// has reports whether an entity has a name below the place's table.
func (j *judge) has(e *kb.Entity, name string) bool {
	r := j.Record(e)
	if j.table == "" && slices.Contains(textsOf(e, r), name) {
		return true
	}
	path := j.pathOf(name)
	return slices.ContainsFunc(r.Statements, func(s kb.Statement) bool {
		return s.Field.Path == path || len(s.Field.Path) > len(path) && s.Field.Path[:len(path)+1] == path+"."
	})
}

func (p place) pathOf(name string) string {
	if p.table == "" {
		return name
	}
	return p.table + "." + name
}

// areAlike reports whether the values of a rare name are like some of the common
// one's.
func (j *judge) areAlike(u *uses, meant string, common *uses) bool {
	if len(common.first) == 0 {
		return j.fit(u, meant)
	}
	return !slices.ContainsFunc(u.first, func(one use) bool {
		return !slices.ContainsFunc(common.first, func(two use) bool { return j.class(one.value) == j.class(two.value) })
	})
}

// fit reports whether the values of a name are what the format demands of another.
func (j *judge) fit(u *uses, meant string) bool {
	for _, of := range j.formatNames() {
		if of.name == meant {
			return !slices.ContainsFunc(u.first, func(one use) bool { return !of.fits(j.KB, one.value) })
		}
	}
	return true
}

// class is what a value is, as far as it tells one field from another.
type class uint8

const (
	words class = iota
	day
	webAddress
	number
	truth
	list
	table
)

func (j *judge) class(v kb.Value) class {
	switch {
	case v.Type == kb.List:
		return list
	case v.IsTable():
		return table
	case v.Type == kb.Bool:
		return truth
	case v.Type == kb.Int || v.Type == kb.Float:
		return number
	case isURL(j.KB, v):
		return webAddress
	case isDate(j.KB, v):
		return day
	}
	return words
}

// isSlipOfFormat reports whether a rare name is a slip of one that the format
// defines and that the place does not use often: its values are what the format
// demands, it is not what most entities of the kind have, and it is no other word.
func (j *judge) isSlipOfFormat(u *uses, of formatName, slip query.Slip) bool {
	length := utf8.RuneCountInString(of.name)
	if length < 4 || !j.lack(u, of.name) || !j.fit(u, of.name) {
		return false
	}
	if slip == query.Plural {
		// The format's own tags, aliases and facts in the singular.
		return j.kind != nil && j.table == "" && u.n <= 2 && (of.name == "tags" || of.name == "aliases" || of.name == "facts") && j.isWrittenForFormat()
	}
	if j.kind != nil && j.table == "" && 2*u.n > j.total && j.elsewhere[of.name] == 0 && !j.isWrittenForFormat() {
		return false
	}
	switch {
	case slip == query.Swapped:
		return true
	case j.kind == nil:
		return length >= 5 || of.name == "rank"
	case j.table != "":
		return true
	}
	return length >= 6 || length == 5 && of.name != "title"
}

// isWrittenForFormat reports whether the authors know the format: there is a
// manifest, or what other files hardly have.
func (j *judge) isWrittenForFormat() bool {
	return j.HasManifest || j.claims > 0 || j.elsewhere["summary"]+j.elsewhere["aliases"]+j.elsewhere["facts"] > 0
}

// reportSlip reports each use of a name that is a slip.
func (c *checker) reportSlip(j *judge, written string, u *uses) {
	meant, byFormat := j.meant(written, u)
	if meant == "" || j.kind != nil && !j.rows && c.isJudged(j.kind, j.pathOf(written)) {
		return
	}
	n, m := say.Number(u.n), say.Number(0)
	if common := j.names[meant]; common != nil {
		m = say.Number(common.n)
	}
	for _, one := range u.first {
		var problem say.Sentence
		switch {
		case j.kind == nil && byFormat:
			problem = say.QualifierLikeFormat.With(say.Key(written), say.Key(meant))
		case j.kind == nil:
			problem = say.QualifierLike.With(say.Key(written), n, say.Key(meant), m)
		case byFormat:
			problem = say.FieldLikeFormat.With(say.Key(written), say.Key(meant))
		default:
			problem = say.FieldLike.With(say.Key(written), say.Kind(j.kind.Name), n, say.Key(meant), m)
		}
		c.find(kb.NearMiss, one.pos, one.by, problem, say.DidYouMean.With(say.Text(meant)))
	}
}
