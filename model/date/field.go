package date

import (
	"slices"
	"strings"
	"unicode"
)

// Name is what the name of a field says of its values.
type Name uint8

// The names.
const (
	Other    Name = iota // nothing about dates
	Moment               // times: mtime, started_at
	Calendar             // dates or years: date, founded, naissance
	Annual               // years: year, année
)

// NameOf reads the name of a field, the last part of its path.
func NameOf(field string) Name {
	if field == "" || len(field) > maxBytes {
		return Other
	}
	parts := split(field)
	if len(parts) > 1 && notDated[parts[len(parts)-1]] {
		return Other
	}
	name := Other
	for i, part := range parts {
		switch {
		case annualWords[part], endsIn(part, "year", "jahr", "jaar"):
			return Annual
		case calendarWords[part], endsIn(part, "date", "datum", "dato"):
			name = Calendar
		case momentWords[part], i > 0 && i == len(parts)-1 && (part == "at" || part == "on"):
			name = max(name, Moment)
		}
	}
	return name
}

// endsIn reports whether a word ends in another one, without a sign between them:
// pubdate, Gründungsjahr.
func endsIn(word string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(word, end) })
}

// split returns the folded words of a name: those of created_at, createdAt and
// creation-date.
func split(name string) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, fold(word.String()))
			word.Reset()
		}
	}
	wasLower := false
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			end()
			continue
		}
		if unicode.IsUpper(r) && wasLower {
			end()
		}
		wasLower = unicode.IsLower(r)
		word.WriteRune(r)
	}
	end()
	return out
}

var calendarWords = wordSet(`date dates datum datums fecha dato datetime дата تاريخ 日期 日付 날짜
	abandoned abolished accepted added accessed adopted aired appointed archived awarded bookmarked began begun birth
	birthdate birthday born built changed checked closed commissioned ceased composed completed conquered constructed
	crowned copyright created creation deadline death deceased defunct deleted demolished destroyed died disbanded
	discovered discontinued dissolved due edited elected enacted ended established expire expired expires expiration
	expiry fell filed finished formed foundation founded fetched imported inaugurated inception incorporated installed
	introduced invented issued joined launched married merged modified modification opened ordained patented posted
	premiere premiered painted published publication purchased ratified rebuilt received recorded registered released
	renovated repealed restored release retired reviewed revised signed saved since started submitted unveiled until
	updated verified vintage visited written
	fondation fondee fonde creee cree naissance nee ne mort morte deces decede decedee parution publie publiee sortie
	modifie modifiee inauguration inauguree ouverture fermeture ajoute ajoutee depuis debut fin
	fundado fundada fundacion creado creada creacion nacimiento nacido nacida muerte fallecimiento publicado publicada
	publicacion lanzamiento fundacao criado criada criacao nascimento nascido
	gegrundet grundung erstellt geandert geboren gestorben geburt geburtstag tod todestag veroffentlicht seit
	fondato fondata fondazione nascita nato nata pubblicato pubblicata creato creata aggiornato
	opgericht overleden gepubliceerd gemaakt gewijzigd sinds`)

var annualWords = wordSet("year yr annee an ano anno jahr jaar год سنة عام 年 年份")

var momentWords = wordSet("timestamp ts time when epoch mtime ctime atime btime utime lastmod lastmodified moment seen login before after heure hora zeit tijd")

// notDated are last words of names of what dates have: created_by, date_format.
var notDated = wordSet(`by id ids count counts number size version format url uri path user name key hash offset length
	field type zone par von por da door`)

// Tally counts the values of a field, to tell which of them are dates. The zero
// Tally is of a field that is not called after dates.
type Tally struct {
	Name                Name
	texts, times, years int // that are dates
	unsure              int // that are years only among others
	others              int
}

// AddText counts a text.
func (t *Tally) AddText(s string) {
	if t.Name == Other {
		return
	}
	if isNumber(s) {
		t.AddNumber(s)
	} else if d, ok := Texts.Text(s); ok && (d.Precision > Year || t.Name >= Calendar) {
		t.texts++
	}
}

// AddNumber counts a number in the notation of TOML.
func (t *Tally) AddNumber(s string) {
	if t.Name == Other {
		return
	}
	d, ok := Years.Number(s)
	if !ok {
		d, ok = Dates.Number(s)
	}
	isYear := ok && d.Precision == Year
	switch {
	case isYear && t.Name >= Calendar && (d.Year < 0 || d.Year >= 1000 && (d.Year < 3000 || t.Name == Annual)):
		t.years++
	case isYear && t.Name >= Calendar:
		t.unsure++
	case ok && !isYear && d.Year >= 1800 && d.Year < 2200:
		t.times++
	default:
		t.others++
	}
}

// AddDate counts a date of TOML.
func (t *Tally) AddDate() { t.texts++ }

// Merge adds the counts of another tally of the field.
func (t *Tally) Merge(other *Tally) {
	t.Name = max(t.Name, other.Name)
	t.texts += other.texts
	t.times += other.times
	t.years += other.years
	t.unsure += other.unsure
	t.others += other.others
}

// HasDates reports whether any value may be a date.
func (t *Tally) HasDates() bool { return t.texts+t.times+t.years+t.unsure > 0 }

// Reading returns how the values of the field are read: Days if it is not called
// after dates, else every text that is a date is read as one, and numbers if nine
// in ten of them are dates.
func (t *Tally) Reading() Reading {
	dates := t.times + t.years
	switch {
	case t.Name == Other || t.Name == Moment && t.texts+dates == 0:
		return Days
	case dates == 0 || t.unsure > dates+t.texts || t.others*9 > dates+t.unsure:
		return Texts
	case t.times == 0:
		return Years
	}
	return Dates
}
