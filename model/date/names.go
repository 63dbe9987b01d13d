package date

import "strings"

// months are the folded names of months in the languages at hand, and the short
// ones, by number.
var months = func() map[string]int {
	out := make(map[string]int)
	for month, names := range []string{
		"january jan janvier janv enero ene januar jaenner janner gennaio gen janeiro januari января январь янв يناير",
		"february feb february fevrier fevr fev febrero februar febbraio fevereiro februari февраля февраль фев فبراير",
		"march mar mars marzo marz maerz mrz marco maart mrt марта март мар مارس",
		"april apr avril avr abril abr aprile апреля апрель апр ابريل",
		"may mai mayo maggio mag maio mei мая маи مايو",
		"june jun juin junio juni giugno giu junho июня июнь июн يونيو",
		"july jul juillet juil julio juli luglio lug julho июля июль июл يوليو",
		"august aug aout agosto ago august augustus августа август авг اغسطس",
		"september sep sept septembre septiembre settembre sett setembro set сентября сентябрь сен سبتمبر",
		"october oct octobre octubre oktober okt ottobre ott outubro октября октябрь окт اكتوبر",
		"november nov novembre noviembre novembro ноября ноябрь ноя نوفمبر",
		"december dec decembre diciembre dic dezember dez dicembre dezembro декабря декабрь дек ديسمبر",
	} {
		for name := range strings.FieldsSeq(names) {
			out[name] = month + 1
		}
	}
	return out
}()

// weekdays are the folded names of days of the week, which a date may begin with.
var weekdays = wordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
	lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom
	montag dienstag mittwoch donnerstag freitag samstag sonntag
	lunedi martedi mercoledi giovedi venerdi sabato domenica gio
	maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
	segunda terca quarta quinta sexta feira`)

// fillers are the words between the parts of a date.
var fillers = wordSet("of the de du del le el il den der am on at a um")

// ordinals follow the day of a month.
var ordinals = []string{"st", "nd", "rd", "th", "er", "re", "e", "º", "ª", "°"}

func wordSet(words string) map[string]bool {
	out := make(map[string]bool)
	for word := range strings.FieldsSeq(words) {
		out[word] = true
	}
	return out
}
